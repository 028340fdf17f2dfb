"""Warehouses, zones and locations.

A location's `physical` and `sellable` are frozen while anything lies there.
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Code, Id, Text, Yes, fk, one_of

LOCATION_KINDS = (
    "storage",
    "pick_face",
    "goods_in",
    "staging",
    "tote",
    "packing",
    "quarantine",
    "returns",
    "transit",
    "supplier",
    "customer",
    "adjustment",
    "assembly",
)
SELLABLE_KINDS = ("storage", "pick_face")
VIRTUAL_KINDS = ("supplier", "customer", "adjustment", "assembly")


class Warehouse(Base):
    """A site; promises and cut-offs are local dates of its time zone.

    `working_days`: ISO weekdays, e.g. '12345'.
    """

    __tablename__ = "warehouse"
    id: Mapped[Id]
    code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[str]
    time_zone: Mapped[str] = mapped_column(server_default="Europe/Paris")
    working_days: Mapped[str] = mapped_column(server_default="12345")
    holidays: Mapped[Text]
    cut_off: Mapped[str] = mapped_column(server_default="16:00")
    address_id: Mapped[int | None] = fk("address.id")
    active: Mapped[Yes]


class Zone(Base):
    """A part of a warehouse that is walked in one go."""

    __tablename__ = "zone"
    id: Mapped[Id]
    warehouse_id: Mapped[int] = fk("warehouse.id")
    code: Mapped[Code]
    name: Mapped[Text]
    __table_args__ = (sa.UniqueConstraint("warehouse_id", "code"),)


class Location(Base):
    """A place.

    Bin, dock, bench, tote or one of the virtual ends of a move (supplier, customer, adjustment, assembly).
    """

    __tablename__ = "location"
    id: Mapped[Id]
    warehouse_id: Mapped[int] = fk("warehouse.id")
    zone_id: Mapped[int | None] = fk("zone.id")
    code: Mapped[Code]
    barcode: Mapped[Code] = mapped_column(unique=True)
    kind: Mapped[Code]
    aisle: Mapped[Text]
    bay: Mapped[Text]
    level: Mapped[Text]
    position: Mapped[Text]
    walk_seq: Mapped[int] = mapped_column(server_default="0")
    physical: Mapped[bool] = mapped_column(sa.Boolean)
    sellable: Mapped[bool] = mapped_column(sa.Boolean)
    active: Mapped[Yes]
    __table_args__ = (
        sa.UniqueConstraint("warehouse_id", "code"),
        one_of("kind", LOCATION_KINDS),
        sa.CheckConstraint("sellable <= physical", name="sellable_is_physical"),
        sa.Index("ix_location_kind", "warehouse_id", "kind"),
        sa.Index("ix_location_walk", "warehouse_id", "walk_seq", "id"),
    )
