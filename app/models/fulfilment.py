"""Shipments and what it takes to get them out: pick lists, pick tasks, totes, parcels."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Actor, Base, Code, Counter, Id, Instant, No, Now, Qty, Text, Version, fk, one_of

PARKED = ("", "goods", "question", "box", "later")
"""Why a shipment lies at a bench and waits: for goods, for an answer, for a box, or for its packer."""
SHIPMENT_KINDS = ("sale", "transfer", "supplier_return", "consignment_fill", "replacement")


class Shipment(Base):
    """One consignment to one address. A backorder is simply another shipment of the same order.

    `packer` has it at a bench; `parked` is why it lies there and waits ('' while it is worked on).
    """

    __tablename__ = "shipment"
    id: Mapped[Id]
    number: Mapped[Code] = mapped_column(unique=True)
    kind: Mapped[str] = mapped_column(server_default="sale")
    state: Mapped[str] = mapped_column(server_default="planned")
    order_id: Mapped[int | None] = fk("sales_order.id", index=True)
    warehouse_id: Mapped[int] = fk("warehouse.id")
    ship_address_id: Mapped[int | None] = fk("address.id")
    carrier_service_id: Mapped[int | None] = fk("carrier_service.id")
    wave_id: Mapped[int | None] = fk("wave.id", index=True)
    packing_location_id: Mapped[int | None] = fk("location.id")
    packer: Mapped[Text]
    parked: Mapped[Text]
    ship_complete: Mapped[No]
    strategy: Mapped[str] = mapped_column(server_default="fefo")
    priority: Mapped[int] = mapped_column(server_default="0")
    promised_on: Mapped[date | None] = mapped_column(sa.Date)
    history: Mapped[No]
    pickup_code: Mapped[Text]
    shipped_at: Mapped[Instant | None]
    delivered_at: Mapped[Instant | None]
    created_at: Mapped[Now]
    version: Mapped[Version]
    __table_args__ = (
        one_of("kind", SHIPMENT_KINDS),
        one_of("strategy", ("fefo", "fifo", "least_bins")),
        one_of("parked", PARKED),
        sa.Index(
            "ix_shipment_open",
            "state",
            "promised_on",
            "id",
            postgresql_where=sa.text("state NOT IN ('shipped', 'delivered', 'cancelled')"),
            sqlite_where=sa.text("state NOT IN ('shipped', 'delivered', 'cancelled')"),
        ),
        sa.Index("ix_shipment_state", "state", "id"),
        sa.Index("ix_shipment_state_promised_on", "state", "promised_on", "id"),
        sa.Index("ix_shipment_promised_on", "promised_on", "id"),
        sa.Index(
            "ix_shipment_shipped_at",
            "shipped_at",
            postgresql_where=sa.text("shipped_at IS NOT NULL"),
            sqlite_where=sa.text("shipped_at IS NOT NULL"),
        ),
    )


class ShipmentLine(Base):
    """What a shipment is to hold.

    `reserved`, `allocated`, `picked`, `shipped` are kept by the ledger, `packed` by the parcels.
    """

    __tablename__ = "shipment_line"
    id: Mapped[Id]
    shipment_id: Mapped[int] = fk("shipment.id", index=True)
    order_line_id: Mapped[int | None] = fk("order_line.id", index=True)
    product_id: Mapped[int] = fk("product.id")
    owner_id: Mapped[Counter]
    warehouse_id: Mapped[int] = fk("warehouse.id")
    qty: Mapped[Qty]
    reserved: Mapped[Counter]
    allocated: Mapped[Counter]
    picked: Mapped[Counter]
    packed: Mapped[Counter]
    shipped: Mapped[Counter]
    history: Mapped[No]
    __table_args__ = (
        sa.CheckConstraint("qty >= 0", name="qty"),
        sa.CheckConstraint("allocated >= 0 AND allocated <= reserved", name="allocated"),
        sa.CheckConstraint(
            "picked >= 0 AND shipped >= 0 AND reserved + picked + shipped <= qty", name="counters"
        ),
        sa.CheckConstraint("packed >= 0 AND packed <= picked + shipped", name="packed"),
        sa.Index("ix_shipment_line_product_id", "product_id", "id"),
    )


class Wave(Base):
    """A pick list: the tasks that one walk does, for one or several shipments."""

    __tablename__ = "wave"
    id: Mapped[Id]
    number: Mapped[Code] = mapped_column(unique=True)
    state: Mapped[str] = mapped_column(server_default="open")
    warehouse_id: Mapped[int] = fk("warehouse.id")
    picker: Mapped[Text]
    created_at: Mapped[Now]
    created_by: Mapped[Actor]
    finished_at: Mapped[Instant | None]
    version: Mapped[Version]
    __table_args__ = (
        sa.Index(
            "ix_wave_open",
            "id",
            postgresql_where=sa.text("state = 'open'"),
            sqlite_where=sa.text("state = 'open'"),
        ),
    )


class Tote(Base):
    """A carried box with a barcode; it is also a place (`location_id`), so that goods in it are somewhere."""

    __tablename__ = "tote"
    id: Mapped[Id]
    code: Mapped[Code] = mapped_column(unique=True)
    location_id: Mapped[int] = fk("location.id")
    shipment_id: Mapped[int | None] = fk("shipment.id")


class PickTask(Base):
    """Take `qty` of a lot from a place for a shipment line; `picked` and `short` say how it went."""

    __tablename__ = "pick_task"
    id: Mapped[Id]
    number: Mapped[Code] = mapped_column(unique=True)
    state: Mapped[str] = mapped_column(server_default="open")
    wave_id: Mapped[int] = fk("wave.id", index=True)
    shipment_id: Mapped[int] = fk("shipment.id", index=True)
    shipment_line_id: Mapped[int] = fk("shipment_line.id", index=True)
    product_id: Mapped[int] = fk("product.id")
    lot_id: Mapped[int] = fk("lot.id")
    from_location_id: Mapped[int] = fk("location.id")
    to_location_id: Mapped[int] = fk("location.id")
    walk_seq: Mapped[int] = mapped_column(server_default="0")
    qty: Mapped[Qty]
    picked: Mapped[Counter]
    short: Mapped[Counter]
    reason: Mapped[Text]
    done_at: Mapped[Instant | None]
    done_by: Mapped[Text]
    __table_args__ = (
        sa.CheckConstraint(
            "qty > 0 AND picked >= 0 AND short >= 0 AND picked + short <= qty", name="counters"
        ),
    )


_OPEN_PUT_BACK = sa.text("state = 'open'")


class PutBack(Base):
    """Pieces of a shipment line that its customer does not want any more while the warehouse is at work on them.

    The order holds them no more; a picker puts them back (`done`), unless the change is taken back before (`withdrawn`). The
    shipment is neither packed nor shipped while one is open.
    """

    __tablename__ = "put_back"
    id: Mapped[Id]
    shipment_id: Mapped[int] = fk("shipment.id", index=True)
    shipment_line_id: Mapped[int] = fk("shipment_line.id", index=True)
    order_line_id: Mapped[int] = fk("order_line.id", index=True)
    qty: Mapped[Qty]
    reason: Mapped[str] = mapped_column(sa.Text, sa.ForeignKey("reason_code.code"))
    state: Mapped[str] = mapped_column(server_default="open")
    asked_at: Mapped[Now]
    asked_by: Mapped[Actor]
    done_at: Mapped[Instant | None]
    done_by: Mapped[Text]
    __table_args__ = (
        one_of("state", ("open", "done", "withdrawn")),
        sa.CheckConstraint("qty > 0", name="qty"),
        sa.Index("ix_put_back_open", "id", postgresql_where=_OPEN_PUT_BACK, sqlite_where=_OPEN_PUT_BACK),
    )


_UNDER_WAY = sa.text("state IN ('loaded', 'lost')")


class Package(Base):
    """A parcel with its SSCC, or a pallet of parcels (of any shipments, so it has none itself), which they name as `parent_id`.

    Weights in grams, outer sizes in millimetres. `weight_g` is what the carrier is told; `expected_g` what the goods and the box
    should weigh by our own figures, `weighed` where the weight comes from. `manifest_id` is the pick-up that it goes with.
    """

    __tablename__ = "package"
    id: Mapped[Id]
    kind: Mapped[str] = mapped_column(server_default="parcel")
    shipment_id: Mapped[int | None] = fk("shipment.id", index=True)
    warehouse_id: Mapped[int | None] = fk("warehouse.id")
    parent_id: Mapped[int | None] = fk("package.id", index=True)
    manifest_id: Mapped[int | None] = fk("manifest.id", index=True)
    carton_id: Mapped[int | None] = fk("carton.id")
    sscc: Mapped[Code] = mapped_column(unique=True)
    position: Mapped[int]
    state: Mapped[str] = mapped_column(server_default="open")
    weight_g: Mapped[int] = mapped_column(server_default="0")
    length_mm: Mapped[int] = mapped_column(server_default="0")
    width_mm: Mapped[int] = mapped_column(server_default="0")
    height_mm: Mapped[int] = mapped_column(server_default="0")
    box: Mapped[Text]
    expected_g: Mapped[Counter]
    weighed: Mapped[Text]
    created_at: Mapped[Now]
    closed_at: Mapped[Instant | None]
    __table_args__ = (
        sa.UniqueConstraint("shipment_id", "position"),
        sa.Index("ix_package_under_way", "id", postgresql_where=_UNDER_WAY, sqlite_where=_UNDER_WAY),
        sa.CheckConstraint("weight_g >= 0", name="weight"),
        sa.CheckConstraint("expected_g >= 0", name="expected"),
        one_of("kind", ("parcel", "pallet")),
        one_of("weighed", ("", "scale", "typed", "computed")),
        sa.CheckConstraint("(kind = 'parcel') = (shipment_id IS NOT NULL)", name="of_a_shipment"),
        sa.CheckConstraint("kind = 'parcel' OR parent_id IS NULL", name="no_pallet_on_a_pallet"),
        sa.CheckConstraint("manifest_id IS NULL OR state <> 'open'", name="open_on_a_pick_up"),
    )


class PackageLine(Base):
    """What lies in a parcel; a trigger adds it to its shipment line's `packed`."""

    __tablename__ = "package_line"
    id: Mapped[Id]
    package_id: Mapped[int] = fk("package.id", index=True)
    shipment_line_id: Mapped[int] = fk("shipment_line.id", index=True)
    lot_id: Mapped[int] = fk("lot.id")
    serial_id: Mapped[int | None] = fk("serial.id")
    qty: Mapped[Qty]
    __table_args__ = (sa.CheckConstraint("qty > 0", name="qty"),)
