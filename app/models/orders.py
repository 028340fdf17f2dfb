"""Sales orders: the commercial promise. What the warehouse does about it lies in shipments."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import (
    Actor,
    Base,
    Code,
    Counter,
    DeskName,
    Id,
    Instant,
    Minor,
    No,
    Now,
    Qty,
    Scaled,
    Text,
    Version,
    fk,
    one_of,
)

ORDER_KINDS = ("sale", "sample", "replenishment", "consignment", "exchange")


class SalesOrder(Base):
    """An order; money in minor units of `currency`, dates local to the warehouse.

    `history`: shipped before Quai, moves no stock.

    `source` and `external_number` name an imported order where it came from; `content_hash` tells a changed
    repeat from the same. `discount` is a fraction of the whole; `exchange_of_id` the order whose goods are exchanged.
    """

    __tablename__ = "sales_order"
    id: Mapped[Id]
    number: Mapped[Code] = mapped_column(unique=True)
    state: Mapped[str] = mapped_column(server_default="draft")
    channel: Mapped[str] = mapped_column(server_default="telephone")
    kind: Mapped[str] = mapped_column(server_default="sale")
    exchange_of_id: Mapped[int | None] = fk("sales_order.id", index=True)
    source: Mapped[Text]
    external_number: Mapped[str | None]
    content_hash: Mapped[Text]
    customer_id: Mapped[int] = fk("customer.id")
    warehouse_id: Mapped[int] = fk("warehouse.id")
    customer_reference: Mapped[Text]
    currency: Mapped[str] = mapped_column(server_default="EUR")
    language: Mapped[str] = mapped_column(server_default="en")
    ordered_on: Mapped[date] = mapped_column(sa.Date)
    requested_on: Mapped[date | None] = mapped_column(sa.Date)
    promised_on: Mapped[date | None] = mapped_column(sa.Date)
    shipped_on: Mapped[date | None] = mapped_column(sa.Date)
    priority: Mapped[int] = mapped_column(server_default="0")
    ship_complete: Mapped[No]
    ship_address_id: Mapped[int | None] = fk("address.id")
    bill_address_id: Mapped[int | None] = fk("address.id")
    carrier_service_id: Mapped[int | None] = fk("carrier_service.id")
    discount: Mapped[Decimal] = mapped_column(Scaled(6), server_default="0")
    freight: Mapped[Minor]
    gross: Mapped[Minor]
    net: Mapped[Minor]
    tax: Mapped[Minor]
    total: Mapped[Minor]
    note: Mapped[Text]
    internal_note: Mapped[Text]
    history: Mapped[No]
    import_id: Mapped[int | None] = fk("import_file.id")
    created_at: Mapped[Now]
    created_by: Mapped[Actor]
    version: Mapped[Version]
    __table_args__ = (
        one_of("state", ("quote", "draft", "confirmed", "closed", "cancelled")),
        one_of("kind", ORDER_KINDS),
        sa.CheckConstraint("discount >= 0 AND discount <= 1000000", name="discount"),
        sa.UniqueConstraint("source", "external_number"),
        sa.Index("ix_sales_order_customer_id", "customer_id", "id"),
        sa.Index(
            "ix_sales_order_open",
            "promised_on",
            "id",
            postgresql_where=sa.text("state IN ('draft', 'confirmed')"),
            sqlite_where=sa.text("state IN ('draft', 'confirmed')"),
        ),
        sa.Index(
            "ix_sales_order_confirmed",
            "customer_id",
            postgresql_where=sa.text("state = 'confirmed'"),
            sqlite_where=sa.text("state = 'confirmed'"),
        ),
        sa.Index("ix_sales_order_ordered_on", "ordered_on", "id"),
        sa.Index("ix_sales_order_total", "total"),
        sa.Index("ix_sales_order_created_by", "created_by"),
        sa.Index("ix_sales_order_ship_address_id", "ship_address_id"),
        sa.Index(
            "ix_sales_order_kind",
            "kind",
            postgresql_where=sa.text("kind <> 'sale'"),
            sqlite_where=sa.text("kind <> 'sale'"),
        ),
        sa.Index(
            "ix_sales_order_closed",
            "promised_on",
            "id",
            postgresql_where=sa.text("state IN ('closed', 'cancelled')"),
            sqlite_where=sa.text("state IN ('closed', 'cancelled')"),
        ),
        sa.Index(
            "ix_sales_order_draft",
            "id",
            postgresql_where=sa.text("state IN ('quote', 'draft')"),
            sqlite_where=sa.text("state IN ('quote', 'draft')"),
        ),
        sa.Index(
            "ix_sales_order_customer_reference",
            "customer_reference",
            postgresql_ops={"customer_reference": "text_pattern_ops"},
            postgresql_where=sa.text("customer_reference <> ''"),
            sqlite_where=sa.text("customer_reference <> ''"),
        ),
    )


class OrderLine(Base):
    """What of, how many, at which price.

    The counters follow cancellation, shipping and returns and never pass `qty`. `net` is after the line's own discount,
    `allowance` its share of the order's.
    """

    __tablename__ = "order_line"
    id: Mapped[Id]
    order_id: Mapped[int] = fk("sales_order.id")
    position: Mapped[int]
    product_id: Mapped[int] = fk("product.id", index=True)
    description: Mapped[Text]
    qty: Mapped[Qty]
    cancelled: Mapped[Counter]
    shipped: Mapped[Counter]
    returned: Mapped[Counter]
    unit_price: Mapped[Decimal] = mapped_column(Scaled(6), server_default="0")
    discount: Mapped[Decimal] = mapped_column(Scaled(6), server_default="0")
    tax_rate: Mapped[Decimal] = mapped_column(Scaled(6), server_default="0")
    gross: Mapped[Minor]
    net: Mapped[Minor]
    allowance: Mapped[Minor]
    __table_args__ = (
        sa.UniqueConstraint("order_id", "position"),
        sa.CheckConstraint(
            "qty > 0 AND cancelled >= 0 AND shipped >= 0 AND cancelled + shipped <= qty", name="counters"
        ),
        sa.CheckConstraint("returned >= 0 AND returned <= shipped", name="returned"),
        sa.CheckConstraint("unit_price >= 0 AND discount >= 0 AND discount <= 1000000", name="price"),
    )


class OrderHold(Base):
    """Why an order waits, until when if known, and who let it go."""

    __tablename__ = "order_hold"
    id: Mapped[Id]
    order_id: Mapped[int] = fk("sales_order.id", index=True)
    reason: Mapped[str] = mapped_column(sa.Text, sa.ForeignKey("reason_code.code"))
    note: Mapped[Text]
    until: Mapped[date | None] = mapped_column(sa.Date)
    placed_at: Mapped[Now]
    placed_by: Mapped[Actor]
    released_at: Mapped[Instant | None]
    released_by: Mapped[str | None]
    __table_args__ = (
        sa.Index(
            "ix_order_hold_open",
            "order_id",
            postgresql_where=sa.text("released_at IS NULL"),
            sqlite_where=sa.text("released_at IS NULL"),
        ),
    )


class OrderEvent(Base):
    """The order's timeline: who did what and when, with the facts as JSON text."""

    __tablename__ = "order_event"
    id: Mapped[Id]
    order_id: Mapped[int] = fk("sales_order.id", index=True)
    at: Mapped[Now]
    actor: Mapped[Actor]
    desk: Mapped[DeskName]
    verb: Mapped[Code]
    facts: Mapped[Text]
