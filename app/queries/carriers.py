"""Carriers with the services they sell, as they are listed and edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.domain.text import fold
from app.models import Carrier, CarrierService, Rate, RateZone, Surcharge
from app.queries.pages import COUNTED, Ask, Page, by_key, page


@dataclass(frozen=True, slots=True)
class CarrierRow:
    """A carrier of a list; `services` of it are offered."""

    id: int
    code: str
    name: str
    active: bool
    services: int


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """A service as it is edited; `cut_off` is local ('16:30'). `zones`, `bands`, `extras` count the rows of its rate table."""

    id: int
    code: str
    name: str
    transit_days: int
    cut_off: str
    active: bool
    currency: str = "EUR"
    max_weight_g: int = 0
    max_length_mm: int = 0
    max_girth_mm: int = 0
    volume_divisor: int = 0
    service_days: str = "12345"
    collected: bool = False
    zones: int = 0
    bands: int = 0
    extras: int = 0


@dataclass(frozen=True, slots=True)
class CarrierDetail:
    """A carrier as it is edited, with all it sells by code."""

    id: int
    code: str
    name: str
    active: bool
    kind: str
    account: str
    tracking_url: str
    out_folder: str
    in_folder: str
    timeout_s: int
    services: tuple[ServiceRow, ...]


_OFFERED = (
    sa.select(sa.func.count())
    .select_from(CarrierService)
    .where(CarrierService.carrier_id == Carrier.id, CarrierService.active)
    .correlate(Carrier)
    .scalar_subquery()
)


def _rows_of(table: Any) -> Any:
    return (
        sa.select(sa.func.count())
        .select_from(table)
        .where(table.carrier_service_id == CarrierService.id)
        .correlate(CarrierService)
        .scalar_subquery()
    )


_ROWS: Any = sa.select(Carrier.id, Carrier.code, Carrier.name, Carrier.active, _OFFERED)
_ORDERS: dict[str, Any] = {"": Carrier.code, "code": Carrier.code, "name": Carrier.name}
_ONE: Any = sa.select(
    *(Carrier.id, Carrier.code, Carrier.name, Carrier.active, Carrier.kind, Carrier.account),
    *(Carrier.tracking_url, Carrier.out_folder, Carrier.in_folder, Carrier.timeout_s),
).where(Carrier.id == sa.bindparam("carrier"))
_SERVICES: Any = (
    sa.select(
        *(CarrierService.id, CarrierService.code, CarrierService.name, CarrierService.transit_days),
        *(CarrierService.cut_off, CarrierService.active, CarrierService.currency),
        *(CarrierService.max_weight_g, CarrierService.max_length_mm, CarrierService.max_girth_mm),
        *(CarrierService.volume_divisor, CarrierService.service_days, CarrierService.collected),
        *(_rows_of(RateZone), _rows_of(Rate), _rows_of(Surcharge)),
    )
    .where(CarrierService.carrier_id == sa.bindparam("carrier"))
    .order_by(CarrierService.code)
)


def carrier_list(connection: Connection, ask: Ask) -> Page[CarrierRow]:
    """A page of carriers by code, or by name where `ask.sort` says so.

    Args:
        connection: Where to read.
        ask: `text`: words of a carrier or of one of its services; filter 'active'.
    """
    statement = by_key(_sifted(_ROWS, ask), ask, _ORDERS[ask.sort], Carrier.id.expression)
    rows = [CarrierRow(*row) for row in connection.execute(statement)]
    return page(rows, ask, lambda row: (row.name if ask.sort == "name" else row.code, row.id))


def carrier_count(connection: Connection, ask: Ask) -> int:
    """How many carriers these are; 10,001 stands for more than ten thousand."""
    ids = _sifted(sa.select(Carrier.id), ask).limit(COUNTED).subquery()
    count: int = connection.execute(sa.select(sa.func.count()).select_from(ids)).scalar_one()
    return count


def carrier_detail(connection: Connection, carrier_id: int) -> CarrierDetail | None:
    """One carrier with its services; None where there is none."""
    row = connection.execute(_ONE, {"carrier": carrier_id}).first()
    if row is None:
        return None
    services = connection.execute(_SERVICES, {"carrier": carrier_id})
    return CarrierDetail(*(*row, tuple(ServiceRow(*one) for one in services)))


def _sifted(statement: Any, ask: Ask) -> Any:
    if (active := ask.filters.get("active")) is not None:
        statement = statement.where(Carrier.active == active)
    # Names of carriers are not folded in the database; there are few, so case alone is overlooked.
    for word in ask.text.replace("\0", "").split():
        sold = sa.select(CarrierService.carrier_id).where(
            sa.or_(_holds(CarrierService.code, word), _holds(CarrierService.name, word))
        )
        statement = statement.where(
            sa.or_(_holds(Carrier.code, word), _holds(Carrier.name, word), Carrier.id.in_(sold))
        )
    return statement


def _holds(column: Any, word: str) -> Any:
    ways = {word, fold(word)} - {""}
    return sa.or_(*(column.icontains(way, autoescape=True) for way in sorted(ways)))
