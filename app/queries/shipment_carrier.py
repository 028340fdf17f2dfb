"""What a shipment's carriage is: its price, when it arrives, where it is followed, and labels that are not there yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from app.domain.rates import quote
from app.models import Carrier, CarrierService, Shipment
from app.queries.label_purchases import OpenPurchase, bought_for, open_purchases_of
from app.queries.pages import Connection
from app.queries.rate_tables import services_to, to_send


@dataclass(frozen=True, slots=True)
class Carriage:
    """How a shipment travels.

    Attributes:
        price: In minor units of `currency`; None where nobody knows.
        paid: The price is the carrier's own; else it is that of our tables.
        arrives_on: If it is handed over now; None once it has left, and where the service does not take it.
        why_not: Why the service does not take it, if so.
        tracking_url: With `{tracking}` in it; empty for none.
        waiting: Labels that the carrier has not settled.
        code: The pick-up code while it lies ready for the customer, where it was asked for.
    """

    price: int | None = None
    currency: str = ""
    paid: bool = False
    arrives_on: date | None = None
    why_not: str = ""
    tracking_url: str = ""
    waiting: tuple[OpenPurchase, ...] = ()
    code: str = ""


_URL: Any = (
    sa.select(
        *(CarrierService.id, CarrierService.collected, Carrier.tracking_url),
        *(Shipment.state, Shipment.pickup_code),
    )
    .select_from(Shipment)
    .join(CarrierService, CarrierService.id == Shipment.carrier_service_id)
    .join(Carrier, Carrier.id == CarrierService.carrier_id)
    .where(Shipment.id == sa.bindparam("shipment"))
)
_GONE = ("shipped", "delivered", "cancelled")


def carriage(connection: Connection, shipment_id: int, *, code: bool = False) -> Carriage:
    """How a shipment travels; for people who may read addresses, since the price hangs on where it goes.

    Args:
        connection: Where to read.
        shipment_id: Which one.
        code: Whether the pick-up code is read, for people who may tell it to the customer.
    """
    row = connection.execute(_URL, {"shipment": shipment_id}).first()
    waiting = open_purchases_of(connection, shipment_id)
    if row is None:
        return Carriage(waiting=waiting)
    ready = code and row.collected and row.state == "packed"
    told = str(row.pickup_code) if ready else ""
    paid = bought_for(connection, shipment_id)
    sent = to_send(connection, shipment_id)
    services = services_to(connection, sent.wanted.goods.country) if sent is not None else ()
    service = next((one for one in services if one.id == row.id), None)
    if service is None or sent is None:
        price, currency = paid or (None, "")
        return Carriage(price, currency, paid is not None, None, "", row.tracking_url, waiting, told)
    found = quote(service, sent.wanted.goods)
    price, currency = paid or (found.price, found.currency)
    arrives_on = None if row.state in _GONE else found.arrives_on
    why_not = "" if row.state in _GONE else found.why_not
    return Carriage(price, currency, paid is not None, arrives_on, why_not, row.tracking_url, waiting, told)
