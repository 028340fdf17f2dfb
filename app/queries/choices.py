"""Short lists to choose from."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import Carrier, CarrierService


@dataclass(frozen=True, slots=True)
class ServiceChoice:
    """A carrier's service that is in use; what is `collected` the customer fetches."""

    id: int
    code: str
    name: str
    transit_days: int
    collected: bool = False


_SERVICES = (
    sa.select(
        CarrierService.id,
        CarrierService.code,
        (Carrier.name + " " + CarrierService.name).label("name"),
        CarrierService.transit_days,
        CarrierService.collected,
    )
    .join(Carrier, Carrier.id == CarrierService.carrier_id)
    .where(CarrierService.active, Carrier.active)
    .order_by(Carrier.name, CarrierService.name)
)


def carrier_services(connection: Connection) -> tuple[ServiceChoice, ...]:
    """The carriers' services that are in use, by name."""
    return tuple(ServiceChoice(*row) for row in connection.execute(_SERVICES))
