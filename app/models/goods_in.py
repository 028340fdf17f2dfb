"""Purchase orders and receipts. What was received is kept by the ledger (`stock_move.purchase_line_id`)."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Actor, Base, Code, Counter, Id, Now, Qty, Text, Version, fk, one_of


class PurchaseOrder(Base):
    """What we ordered of a supplier and when it is to come."""

    __tablename__ = "purchase_order"
    id: Mapped[Id]
    number: Mapped[Code] = mapped_column(unique=True)
    status: Mapped[str] = mapped_column(server_default="open")
    supplier_id: Mapped[int] = fk("supplier.id")
    warehouse_id: Mapped[int] = fk("warehouse.id")
    expected_on: Mapped[date | None] = mapped_column(sa.Date)
    created_at: Mapped[Now]
    created_by: Mapped[Actor]
    version: Mapped[Version]
    __table_args__ = (
        one_of("status", ("open", "closed", "cancelled")),
        sa.Index(
            "ix_purchase_order_open",
            "expected_on",
            "id",
            postgresql_where=sa.text("status = 'open'"),
            sqlite_where=sa.text("status = 'open'"),
        ),
    )


class PurchaseLine(Base):
    """A line of a purchase order.

    `received` is kept by the ledger and may pass `qty` (an over-delivery is a fact).
    """

    __tablename__ = "purchase_line"
    id: Mapped[Id]
    purchase_order_id: Mapped[int] = fk("purchase_order.id", index=True)
    position: Mapped[int]
    product_id: Mapped[int] = fk("product.id")
    qty: Mapped[Qty]
    received: Mapped[Counter]
    __table_args__ = (
        sa.UniqueConstraint("purchase_order_id", "position"),
        sa.Index(
            "ix_purchase_line_due",
            "product_id",
            postgresql_where=sa.text("received < qty"),
            sqlite_where=sa.text("received < qty"),
        ),
        sa.CheckConstraint("qty > 0 AND received >= 0", name="counters"),
    )


class Receipt(Base):
    """One delivery at the dock.

    The supplier's delivery note and who took it in; `op_key` joins it to its ledger rows.
    """

    __tablename__ = "receipt"
    id: Mapped[Id]
    number: Mapped[Code] = mapped_column(unique=True)
    warehouse_id: Mapped[int] = fk("warehouse.id")
    supplier_id: Mapped[int | None] = fk("supplier.id")
    purchase_order_id: Mapped[int | None] = fk("purchase_order.id", index=True)
    delivery_note: Mapped[Text]
    received_at: Mapped[Now]
    received_by: Mapped[Actor]
    op_key: Mapped[Text]
