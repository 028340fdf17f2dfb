"""Rate tables and rules as the pure rules of `app.domain` take them, and shipments as they are to be sent.

Of a service only the zones and rates of one country are read: a table of all of them has thousands of rows.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from app.database import Transaction
from app.domain.carrier_rules import Rule, Wanted
from app.domain.rate_files import Band, RateTable
from app.domain.rates import Consignment, Extra, Measures, Service, Zone
from app.models import (
    Address,
    Carrier,
    CarrierRule,
    CarrierService,
    OrderLine,
    Package,
    Product,
    Rate,
    RateZone,
    SalesOrder,
    Shipment,
    ShipmentLine,
    Surcharge,
    Warehouse,
)
from app.models.base import utc_now
from app.queries.days import calendar_of
from app.queries.pages import Connection

Source = Connection | Transaction

_SERVICE: tuple[Any, ...] = (
    *(CarrierService.id, CarrierService.code, (Carrier.name + " " + CarrierService.name).label("name")),
    *(CarrierService.currency, CarrierService.transit_days, CarrierService.cut_off),
    *(CarrierService.service_days, CarrierService.max_weight_g, CarrierService.max_length_mm),
    *(CarrierService.max_girth_mm, CarrierService.volume_divisor, CarrierService.collected),
)
_SERVICES: Any = (
    sa.select(*_SERVICE)
    .join(Carrier, Carrier.id == CarrierService.carrier_id)
    .where(CarrierService.active, Carrier.active)
    .order_by(CarrierService.id)
)
_ZONES: Any = sa.select(
    RateZone.carrier_service_id, RateZone.country, RateZone.postal_prefix, RateZone.zone
).where(RateZone.country == sa.bindparam("country"))
_HAS_ZONES = sa.select(RateZone.carrier_service_id).distinct()
_RATES: Any = (
    sa.select(Rate.carrier_service_id, Rate.zone, Rate.up_to_g, Rate.price)
    .where(
        sa.exists().where(
            RateZone.carrier_service_id == Rate.carrier_service_id,
            RateZone.zone == Rate.zone,
            RateZone.country == sa.bindparam("country"),
        )
    )
    .order_by(Rate.carrier_service_id, Rate.zone, Rate.up_to_g)
)
_EXTRAS: Any = sa.select(
    *(Surcharge.carrier_service_id, Surcharge.name, Surcharge.kind, Surcharge.amount),
    *(Surcharge.threshold, Surcharge.prefix),
).order_by(Surcharge.carrier_service_id, Surcharge.id)
_RULES: Any = (
    sa.select(
        *(CarrierRule.id, CarrierRule.name, CarrierRule.choice, CarrierRule.carrier_service_id),
        *(CarrierRule.country, CarrierRule.postal_prefix, CarrierRule.customer_id, CarrierRule.from_g),
        *(CarrierRule.to_g, CarrierRule.from_mm, CarrierRule.from_value, CarrierRule.dangerous),
    )
    .where(CarrierRule.active)
    .order_by(CarrierRule.position, CarrierRule.id)
)
_HEAD: Any = (
    sa.select(
        *(Shipment.id, Shipment.number, Shipment.promised_on, Shipment.carrier_service_id, Shipment.state),
        *(SalesOrder.customer_id, SalesOrder.requested_on, SalesOrder.currency, SalesOrder.net),
        *(Address.country_code, Address.postal_code, utc_now().label("now")),
        *(Warehouse.time_zone, Warehouse.working_days, Warehouse.holidays),
    )
    .select_from(Shipment)
    .join(Warehouse, Warehouse.id == Shipment.warehouse_id)
    .outerjoin(SalesOrder, SalesOrder.id == Shipment.order_id)
    .outerjoin(Address, Address.id == Shipment.ship_address_id)
    .where(Shipment.id == sa.bindparam("shipment"))
)
_GOODS: Any = (
    sa.select(
        sa.func.coalesce(sa.func.sum(ShipmentLine.qty * Product.weight_g), 0).label("weight_g"),
        sa.func.coalesce(sa.func.sum(ShipmentLine.packed * Product.weight_g), 0).label("packed_g"),
        sa.func.coalesce(sa.func.max(Product.length_mm), 0).label("length_mm"),
        sa.func.coalesce(sa.func.max(Product.width_mm), 0).label("width_mm"),
        sa.func.coalesce(sa.func.max(Product.height_mm), 0).label("height_mm"),
        sa.func.coalesce(
            sa.func.sum(
                sa.case(
                    (
                        OrderLine.qty > OrderLine.cancelled,
                        (OrderLine.net - OrderLine.allowance)
                        * ShipmentLine.qty
                        // (OrderLine.qty - OrderLine.cancelled),
                    ),
                    else_=0,
                )
            ),
            0,
        ).label("value"),
        sa.func.coalesce(sa.func.max(sa.case((Product.un_number != "", 1), else_=0)), 0).label("dangerous"),
    )
    .join(Product, Product.id == ShipmentLine.product_id)
    .outerjoin(OrderLine, OrderLine.id == ShipmentLine.order_line_id)
    .where(ShipmentLine.shipment_id == sa.bindparam("shipment"), ShipmentLine.qty > 0)
)
_PARCELS: Any = (
    sa.select(Package.weight_g, Package.length_mm, Package.width_mm, Package.height_mm)
    .where(Package.shipment_id == sa.bindparam("shipment"), Package.state != "open")
    .order_by(Package.position)
)


@dataclass(frozen=True, slots=True)
class ToSend:
    """A shipment as a carrier is chosen for it.

    Attributes:
        number, state: Of the shipment.
        service_id: The service that it has; None for none.
        wanted: What the rules take.
        estimated: Something of it is not packed: its weight is that of the products.
    """

    id: int
    number: str
    state: str
    service_id: int | None
    wanted: Wanted
    estimated: bool


def services_to(source: Source, country: str) -> tuple[Service, ...]:
    """Every service that is offered, with its zones and rates for a country; one with zones elsewhere alone does not go there."""
    given = {"country": country}
    zones: dict[int, list[Zone]] = defaultdict(list)
    for row in source.execute(_ZONES, given):
        zones[row.carrier_service_id].append(Zone(row.country, row.postal_prefix, row.zone))
    for service_id in source.execute(_HAS_ZONES).scalars():
        zones[service_id] = zones[service_id] or [Zone("", "", "")]
    rates: dict[int, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for rate in source.execute(_RATES, given):
        rates[rate.carrier_service_id][rate.zone].append((rate.up_to_g, rate.price))
    extras: dict[int, list[Extra]] = defaultdict(list)
    for row in source.execute(_EXTRAS):
        extras[row.carrier_service_id].append(
            Extra(row.name, row.kind, row.amount, row.threshold, row.prefix)
        )
    bare = [Service(*row) for row in source.execute(_SERVICES)]
    return tuple(
        replace(
            one,
            zones=tuple(zones.get(one.id, ())),
            rates={zone: tuple(bands) for zone, bands in rates.get(one.id, {}).items()},
            extras=tuple(extras.get(one.id, ())),
        )
        for one in bare
    )


def active_rules(source: Source) -> tuple[Rule, ...]:
    """The rules that are in use, in their order."""
    return tuple(Rule(*row) for row in source.execute(_RULES))


def to_send(source: Source, shipment_id: int) -> ToSend | None:
    """A shipment as it is to be sent: closed parcels as they were measured, what is not packed by the products' weights.

    Of what is not packed the sides are those of the largest product, since nobody knows the box yet. None where there is no such
    shipment.
    """
    named = {"shipment": shipment_id}
    head = source.execute(_HEAD, named).first()
    if head is None:
        return None
    goods = source.execute(_GOODS, named).one()
    parcels = [Measures(*row) for row in source.execute(_PARCELS, named)]
    left = int(goods.weight_g) - int(goods.packed_g)
    estimated = left > 0 or not parcels
    if estimated:
        parcels.append(Measures(left, goods.length_mm, goods.width_mm, goods.height_mm))
    wanted = Wanted(
        Consignment(
            head.country_code or "",
            head.postal_code or "",
            tuple(parcels),
            head.now.astimezone(ZoneInfo(head.time_zone)).replace(tzinfo=None),
            calendar_of(head),
            bool(goods.dangerous),
        ),
        head.customer_id,
        int(goods.value),
        head.currency or "EUR",
        head.promised_on,
        head.requested_on,
    )
    return ToSend(head.id, head.number, head.state, head.carrier_service_id, wanted, estimated)


def first_name(services: tuple[Service, ...], service_id: int | None) -> str:
    """How people call a service; empty where it is not among these."""
    return next((one.name for one in services if one.id == service_id), "")


_OWN_ZONES: Any = (
    sa.select(RateZone.country, RateZone.postal_prefix, RateZone.zone)
    .where(RateZone.carrier_service_id == sa.bindparam("service"))
    .order_by(RateZone.id)
)
_OWN_BANDS: Any = (
    sa.select(Rate.zone, Rate.up_to_g, Rate.price)
    .where(Rate.carrier_service_id == sa.bindparam("service"))
    .order_by(Rate.id)
)
_OWN_EXTRAS: Any = (
    sa.select(Surcharge.name, Surcharge.kind, Surcharge.amount, Surcharge.threshold, Surcharge.prefix)
    .where(Surcharge.carrier_service_id == sa.bindparam("service"))
    .order_by(Surcharge.id)
)


def rate_table(source: Source, service_id: int) -> RateTable:
    """The whole rate table of a service, in the order in which it was written."""
    named = {"service": service_id}
    bands = [Band(*row) for row in source.execute(_OWN_BANDS, named)]
    return RateTable(
        tuple(Zone(*row) for row in source.execute(_OWN_ZONES, named)),
        tuple(sorted(bands, key=lambda band: (band.zone, band.up_to_g))),
        tuple(Extra(*row) for row in source.execute(_OWN_EXTRAS, named)),
    )
