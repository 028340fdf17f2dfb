"""The ledger and the rows that its trigger keeps: levels, balances, allocations; lots, serials, counts.

Nothing writes `stock_level`, `stock_balance`, `allocation` or a shipment line's counters but the trigger on
`stock_move`.
"""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import (
    Actor,
    Base,
    BigInt,
    Code,
    Counter,
    DeskName,
    Id,
    Instant,
    Now,
    Qty,
    Text,
    fk,
    one_of,
)

PROMISE_KINDS = ("reserve", "release")
CLAIM_KINDS = ("allocate", "deallocate")
PHYSICAL_KINDS = ("receive", "move", "adjust", "relabel", "pick", "ship", "return")
MOVE_KINDS = PROMISE_KINDS + CLAIM_KINDS + PHYSICAL_KINDS
OWN_STOCK = 0
"""`owner_id` of goods that are ours."""


class Lot(Base):
    """Goods of one product that are alike: code, owner, status, expiry.

    Each product has a default lot with code ''.
    """

    __tablename__ = "lot"
    id: Mapped[Id]
    product_id: Mapped[int] = fk("product.id")
    code: Mapped[str] = mapped_column(server_default="")
    owner_id: Mapped[Counter]
    status: Mapped[str] = mapped_column(server_default="ok")
    expires_on: Mapped[date | None] = mapped_column(sa.Date)
    created_at: Mapped[Now]
    __table_args__ = (
        sa.UniqueConstraint("product_id", "code", "owner_id", "status"),
        sa.UniqueConstraint("id", "product_id"),
        one_of("status", ("ok", "blocked", "expired", "second", "quarantine")),
    )


class Serial(Base):
    """One piece with its own number and where it is now (null until it was received)."""

    __tablename__ = "serial"
    id: Mapped[Id]
    product_id: Mapped[int] = fk("product.id")
    code: Mapped[Code]
    lot_id: Mapped[int | None] = fk("lot.id")
    location_id: Mapped[int | None] = fk("location.id")
    __table_args__ = (sa.UniqueConstraint("product_id", "code"), sa.UniqueConstraint("id", "product_id"))


class StockLevel(Base):
    """Promises of a product in a warehouse.

    What may be sold, what is reserved (above sellable: a shortage to settle).
    """

    __tablename__ = "stock_level"
    product_id: Mapped[int] = fk("product.id", primary_key=True)
    warehouse_id: Mapped[int] = fk("warehouse.id", primary_key=True)
    owner_id: Mapped[int] = mapped_column(BigInt, primary_key=True, autoincrement=False)
    sellable: Mapped[Counter]
    reserved: Mapped[Counter]
    __table_args__ = (sa.CheckConstraint("sellable >= 0 AND reserved >= 0", name="not_negative"),)


class StockBalance(Base):
    """What lies where: pieces of a lot in a physical place, and how many of them are allocated."""

    __tablename__ = "stock_balance"
    product_id: Mapped[int] = fk("product.id", primary_key=True)
    lot_id: Mapped[int] = fk("lot.id", primary_key=True)
    location_id: Mapped[int] = fk("location.id", primary_key=True)
    on_hand: Mapped[Counter]
    allocated: Mapped[Counter]
    __table_args__ = (
        sa.CheckConstraint("allocated >= 0 AND allocated <= on_hand", name="allocated_on_hand"),
        sa.Index("ix_stock_balance_location_id", "location_id"),
    )


class Allocation(Base):
    """Which shipment line holds how many pieces of a lot in a place; follows the goods to tote and bench.

    Written by the ledger's trigger alone, from rows whose product, lot and places the ledger has checked.
    """

    __tablename__ = "allocation"
    shipment_line_id: Mapped[int] = fk("shipment_line.id", primary_key=True)
    lot_id: Mapped[int] = mapped_column(BigInt, primary_key=True, autoincrement=False)
    location_id: Mapped[int] = mapped_column(BigInt, primary_key=True, autoincrement=False)
    product_id: Mapped[int] = mapped_column(BigInt)
    qty: Mapped[Counter]
    __table_args__ = (
        sa.CheckConstraint("qty >= 0", name="not_negative"),
        sa.Index("ix_allocation_place", "location_id", "lot_id"),
    )


class StockMove(Base):
    """The append-only ledger; the only way in which stock changes.

    `reverses_id` marks the mirrored row of an undo.
    """

    __tablename__ = "stock_move"
    id: Mapped[Id]
    at: Mapped[Now]
    actor: Mapped[Actor]
    desk: Mapped[DeskName]
    op_key: Mapped[Text]
    kind: Mapped[Code]
    product_id: Mapped[int] = fk("product.id")
    lot_id: Mapped[int | None] = mapped_column(BigInt)
    to_lot_id: Mapped[int | None] = mapped_column(BigInt)
    from_location_id: Mapped[int | None] = fk("location.id")
    to_location_id: Mapped[int | None] = fk("location.id")
    qty: Mapped[Qty]
    shipment_line_id: Mapped[int | None] = fk("shipment_line.id")
    return_line_id: Mapped[int | None] = fk("return_line.id")
    purchase_line_id: Mapped[int | None] = fk("purchase_line.id")
    serial_id: Mapped[int | None] = mapped_column(BigInt)
    reason: Mapped[Text]
    reverses_id: Mapped[int | None] = mapped_column(BigInt, sa.ForeignKey("stock_move.id"), unique=True)
    __table_args__ = (
        one_of("kind", MOVE_KINDS),
        sa.CheckConstraint("qty > 0", name="qty"),
        sa.CheckConstraint("kind NOT IN ('pick', 'ship') OR shipment_line_id IS NOT NULL", name="line"),
        sa.CheckConstraint("serial_id IS NULL OR qty = 1", name="serial_is_one"),
        sa.CheckConstraint("purchase_line_id IS NULL OR kind = 'receive'", name="purchase_line"),
        sa.CheckConstraint("return_line_id IS NULL OR kind = 'return'", name="return_line"),
        sa.CheckConstraint(
            "CASE WHEN kind IN ('reserve', 'release') THEN shipment_line_id IS NOT NULL AND lot_id IS NULL"
            " AND to_lot_id IS NULL AND from_location_id IS NULL AND to_location_id IS NULL"
            " WHEN kind IN ('allocate', 'deallocate') THEN shipment_line_id IS NOT NULL AND lot_id IS NOT NULL"
            " AND to_lot_id IS NULL AND from_location_id IS NOT NULL AND to_location_id IS NULL"
            " ELSE lot_id IS NOT NULL AND to_lot_id IS NOT NULL AND from_location_id IS NOT NULL"
            " AND to_location_id IS NOT NULL AND (from_location_id <> to_location_id OR lot_id <> to_lot_id) END",
            name="shape",
        ),
        sa.ForeignKeyConstraint(
            ["lot_id", "product_id"], ["lot.id", "lot.product_id"], name="fk_stock_move_lot"
        ),
        sa.ForeignKeyConstraint(
            ["to_lot_id", "product_id"], ["lot.id", "lot.product_id"], name="fk_stock_move_to_lot"
        ),
        sa.ForeignKeyConstraint(
            ["serial_id", "product_id"], ["serial.id", "serial.product_id"], name="fk_stock_move_serial"
        ),
        sa.Index("ix_stock_move_product_id", "product_id", "id"),
        sa.Index("ix_stock_move_shipment_line_id", "shipment_line_id"),
        sa.Index("ix_stock_move_op_key", "op_key"),
        sa.Index(
            "ix_stock_move_return_line_id",
            "return_line_id",
            postgresql_where=sa.text("return_line_id IS NOT NULL"),
        ),
    )


class StockCount(Base):
    """One counted balance.

    What the books said under the lock, what was counted, and the move that settled it.
    """

    __tablename__ = "stock_count"
    id: Mapped[Id]
    at: Mapped[Now]
    actor: Mapped[Actor]
    product_id: Mapped[int] = fk("product.id")
    lot_id: Mapped[int] = fk("lot.id")
    location_id: Mapped[int] = fk("location.id", index=True)
    expected: Mapped[Qty]
    counted: Mapped[Qty]
    move_id: Mapped[int | None] = fk("stock_move.id")
    undone_at: Mapped[Instant | None]
    __table_args__ = (sa.CheckConstraint("counted >= 0 AND expected >= 0", name="not_negative"),)
