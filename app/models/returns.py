"""Returns: what a customer sends back, what came, how it was judged, and the credit."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import (
    Actor,
    Base,
    Code,
    Counter,
    Id,
    Instant,
    Minor,
    Now,
    Qty,
    Text,
    Version,
    fk,
    one_of,
)


class ReturnOrder(Base):
    """A return (RMA) of goods of one order."""

    __tablename__ = "return_order"
    id: Mapped[Id]
    number: Mapped[Code] = mapped_column(unique=True)
    state: Mapped[str] = mapped_column(server_default="requested")
    order_id: Mapped[int] = fk("sales_order.id", index=True)
    customer_id: Mapped[int] = fk("customer.id")
    warehouse_id: Mapped[int] = fk("warehouse.id")
    note: Mapped[Text]
    created_at: Mapped[Now]
    created_by: Mapped[Actor]
    version: Mapped[Version]
    __table_args__ = (
        sa.Index("ix_return_order_customer_id", "customer_id", "id"),
        sa.Index(
            "ix_return_order_open",
            "state",
            "id",
            postgresql_where=sa.text("state IN ('requested', 'authorised', 'received', 'inspected')"),
            sqlite_where=sa.text("state IN ('requested', 'authorised', 'received', 'inspected')"),
        ),
    )


class ReturnLine(Base):
    """What is to come back; `received` is kept by the ledger, `inspected` by the inspections."""

    __tablename__ = "return_line"
    id: Mapped[Id]
    return_id: Mapped[int] = fk("return_order.id", index=True)
    order_line_id: Mapped[int] = fk("order_line.id", index=True)
    product_id: Mapped[int] = fk("product.id")
    reason: Mapped[str] = mapped_column(sa.Text, sa.ForeignKey("reason_code.code"))
    qty: Mapped[Qty]
    received: Mapped[Counter]
    inspected: Mapped[Counter]
    __table_args__ = (
        sa.CheckConstraint("qty > 0 AND received >= 0 AND received <= qty", name="received"),
        sa.CheckConstraint("inspected >= 0 AND inspected <= received", name="inspected"),
    )


class Inspection(Base):
    """A judgement on pieces that came back: grade, what becomes of them, and the move that did it."""

    __tablename__ = "inspection"
    id: Mapped[Id]
    return_line_id: Mapped[int] = fk("return_line.id", index=True)
    at: Mapped[Now]
    actor: Mapped[Actor]
    qty: Mapped[Qty]
    grade: Mapped[Code]
    disposition: Mapped[Code]
    note: Mapped[Text]
    move_id: Mapped[int | None] = fk("stock_move.id")
    undone_at: Mapped[Instant | None]
    __table_args__ = (
        sa.CheckConstraint("qty > 0", name="qty"),
        one_of("disposition", ("restock", "quarantine", "scrap")),
    )


class Credit(Base):
    """A credit note: its number has no gaps and is taken last; money in minor units of `currency`."""

    __tablename__ = "credit"
    id: Mapped[Id]
    number: Mapped[Code] = mapped_column(unique=True)
    return_id: Mapped[int] = mapped_column(sa.ForeignKey("return_order.id", ondelete="RESTRICT"), unique=True)
    order_id: Mapped[int] = fk("sales_order.id", index=True)
    customer_id: Mapped[int] = fk("customer.id")
    currency: Mapped[Code]
    net: Mapped[Minor]
    tax: Mapped[Minor]
    total: Mapped[Minor]
    made_at: Mapped[Now]
    made_by: Mapped[Actor]


class CreditLine(Base):
    """What a credit pays back for one return line."""

    __tablename__ = "credit_line"
    id: Mapped[Id]
    credit_id: Mapped[int] = fk("credit.id", index=True)
    return_line_id: Mapped[int] = fk("return_line.id")
    order_line_id: Mapped[int] = fk("order_line.id", index=True)
    qty: Mapped[Qty]
    net: Mapped[Minor]
    __table_args__ = (sa.CheckConstraint("qty > 0", name="qty"),)
