"""What a shipment's customs declarations say, read from the database; goods about which customs would ask are refused by name.

The value is what the customer pays for the pieces, without tax; free pieces are stated at their list price.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.documents.content_shipping import CustomsDeclaration, CustomsDeclarations
from app.documents.words_shipping import both
from app.domain import customs, money
from app.domain.customs import Category, Form, Goods
from app.errors import AppError, Refused
from app.models import (
    AppMeta,
    AppUser,
    OrderLine,
    Package,
    PackageLine,
    Product,
    SalesOrder,
    ShipmentLine,
    ShippingLabel,
)
from app.services.paper_addresses import read_address
from app.services.paper_brand import brand_of
from app.services.papers import language_of
from app.services.papers_shipping import read_shipment
from app.services.rows import local_day


class NoCustoms(Refused):
    """A shipment that stays within one customs territory needs no declaration."""

    code = "customs.not_needed"

    def __init__(self, shipment: str, country: str) -> None:
        super().__init__(
            f"{shipment} goes to {country} without a customs declaration.",
            hint="It stays within the customs territory.",
            shipment=shipment,
            country=country,
        )


class CustomsDataMissing(Refused):
    """Customs want to know something about goods that nobody wrote down."""

    code = "customs.data_missing"


class DangerousByPost(Refused):
    """The post's forms declare that nothing dangerous is inside."""

    code = "customs.dangerous"

    def __init__(self, sku: str, un_number: str) -> None:
        super().__init__(
            f"{sku} is dangerous goods ({un_number}): a CN 22 or CN 23 declares that there are none.",
            hint="Send it with a carrier who takes it, on a waybill.",
            sku=sku,
            un_number=un_number,
        )


class ParcelUnweighed(Refused):
    """A declaration says what the parcel weighs."""

    code = "customs.unweighed"

    def __init__(self, sscc: str) -> None:
        super().__init__(
            f"Parcel {sscc} has no weight.", hint="Open it again, weigh it and close it.", sscc=sscc
        )


_US = sa.select(AppMeta.company, AppMeta.eori, AppMeta.sdr_rates).where(AppMeta.id == 1)
_PACKER = sa.select(AppUser.name).where(AppUser.login == sa.bindparam("login"))
_GOODS = (
    sa.select(
        *(PackageLine.package_id, Product.sku, Product.name, Product.weight_g, Product.customs_code),
        *(Product.origin_country, Product.un_number, Product.unit_price.label("list_price")),
        *(Product.currency, OrderLine.description, OrderLine.unit_price, OrderLine.discount),
        SalesOrder.discount.label("whole"),
        sa.func.sum(PackageLine.qty).label("qty"),
    )
    .join(Package, Package.id == PackageLine.package_id)
    .join(ShipmentLine, ShipmentLine.id == PackageLine.shipment_line_id)
    .join(Product, Product.id == ShipmentLine.product_id)
    .outerjoin(OrderLine, OrderLine.id == ShipmentLine.order_line_id)
    .outerjoin(SalesOrder, SalesOrder.id == OrderLine.order_id)
    .where(Package.shipment_id == sa.bindparam("shipment"), Package.state.not_in(("open", "lost")))
    .group_by(PackageLine.package_id, Product.id, OrderLine.id, SalesOrder.id)
    .order_by(PackageLine.package_id, OrderLine.position, Product.sku)
)
_TRACKING = (
    sa.select(ShippingLabel.package_id, ShippingLabel.tracking)
    .join(Package, Package.id == ShippingLabel.package_id)
    .where(Package.shipment_id == sa.bindparam("shipment"), ShippingLabel.voided_at.is_(None))
)
_EXPLAINED = {
    "replacement": "cn_replacement",
    "transfer": "cn_own_goods",
    "consignment_fill": "cn_own_goods",
}


def customs_content(
    connection: Connection | Transaction, shipment_id: int
) -> dict[Form, CustomsDeclarations]:
    """The declarations of a shipment's closed parcels, by the form that each of them bears.

    Raises:
        NoCustoms: it stays within one customs territory.
        CustomsDataMissing: an article lacks weight, value, tariff number or origin; names it and the field.
        DangerousByPost: dangerous goods are among them.
        ParcelUnweighed: a parcel has no weight.
        NoAddress: the customer or the warehouse has none.
        NothingPacked, NotFound: as `read_shipment`.
    """
    head, parcels = read_shipment(connection, shipment_id)
    named = {"shipment": shipment_id}
    sender = read_address(head, "from", "warehouse", head.warehouse)
    bare = read_address(head, "to", "shipment", head.number)
    recipient = type(bare)(
        **{name: getattr(bare, name) for name in bare.__slots__}
        | {"phone": head.to_phone, "email": head.to_email}
    )
    if not customs.declared(sender, recipient):
        raise NoCustoms(head.number, recipient.country_code)
    us = connection.execute(_US).one()
    rows = connection.execute(_GOODS, named).all()
    currency = head.currency or next((row.currency for row in rows), "EUR")
    category = customs.category_of(head.kind, tuple(_paid(row, currency) for row in rows))
    inside: dict[int, list[Goods]] = defaultdict(list)
    for row in rows:
        inside[row.package_id].append(_goods(row, currency, category))
    tracking = {row.package_id: row.tracking for row in connection.execute(_TRACKING, named)}
    packer = connection.execute(_PACKER, {"login": head.packer}).scalar() or ""
    brand = brand_of(connection)
    rates = customs.sdr_rates(us.sdr_rates)
    found: dict[Form, list[CustomsDeclaration]] = defaultdict(list)
    for parcel in parcels:
        goods = tuple(inside[parcel.id])
        if not parcel.weight_g:
            raise ParcelUnweighed(parcel.sscc)
        worth = sum(one.value for one in goods)
        form = customs.form_for(worth, currency, parcel.weight_g, len(goods), rates)
        explained = _EXPLAINED.get(head.kind)
        found[form].append(
            CustomsDeclaration(
                item=tracking.get(parcel.id) or parcel.sscc,
                shipment=head.number,
                sender=sender,
                recipient=recipient,
                category=category,
                goods=goods,
                weight_g=parcel.weight_g,
                currency=currency,
                day=local_day(parcel.closed_at, head.time_zone),
                signer=", ".join(part for part in (packer, us.company or sender.company_name) if part),
                language=language_of(head.language),
                explanation=both(explained) if explained else "",
                comments=both("cn_order", head.order_number) if head.order_number else "",
                sender_reference=us.eori,
                parcel=parcel.position,
                parcels=len(parcels),
                brand=brand,
            )
        )
    return {form: CustomsDeclarations(tuple(made)) for form, made in found.items()}


def _paid(row: Any, currency: str) -> int:
    """What the customer pays for these pieces; 0 where there is no order."""
    if row.unit_price is None:
        return 0
    discount = 1 - (1 - row.discount) * (1 - row.whole)
    return money.line_net(int(row.qty), row.unit_price, discount, currency=currency)


def _stated(row: Any, currency: str) -> int:
    """What free pieces are worth: their list price, where it is in the same currency."""
    if row.currency != currency:
        return 0
    return money.line_net(int(row.qty), row.list_price, Decimal(0), currency=currency)


def _goods(row: Any, currency: str, category: Category) -> Goods:
    if row.un_number:
        raise DangerousByPost(row.sku, row.un_number)
    qty = int(row.qty)
    goods = Goods(
        sku=row.sku,
        description=row.description or row.name,
        qty=qty,
        net_g=qty * row.weight_g,
        value=_paid(row, currency) or _stated(row, currency),
        hs=customs.tariff_number(row.customs_code) or row.customs_code,
        origin=row.origin_country.upper(),
    )
    for field in customs.missing(goods, category):
        raise _missing(row.sku, field)
    return goods


def _missing(sku: str, field: str) -> AppError:
    hint = "Write it in the product's fields; customs want it."
    facts = {"sku": sku, "field": field}
    if field == "weight":
        return CustomsDataMissing(f"{sku} has no weight.", hint=hint, **facts)
    if field == "value":
        return CustomsDataMissing(
            f"{sku} has neither a price in the order nor a list price in its currency.", hint=hint, **facts
        )
    if field == "customs_code":
        return CustomsDataMissing(f"{sku} has no customs code of 6, 8 or 10 digits.", hint=hint, **facts)
    return CustomsDataMissing(f"{sku} has no country of origin.", hint=hint, **facts)
