"""The boxes that goods are packed in."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Code, Counter, Id, Version, Yes, fk, one_of

CARTON_KINDS = ("carton", "envelope", "pallet")


class Carton(Base):
    """A kind of box: inner sizes for what goes in, outer sizes for the carrier, its own weight and what it bears.

    Sizes in millimetres, weights in grams; a `max_weight_g` of 0 is no limit. `barcode` is what a packer scans to choose it.
    A box of one warehouse is proposed there alone.
    """

    __tablename__ = "carton"
    id: Mapped[Id]
    code: Mapped[Code] = mapped_column(unique=True)
    barcode: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[str]
    kind: Mapped[str] = mapped_column(server_default="carton")
    warehouse_id: Mapped[int | None] = fk("warehouse.id")
    inner_length_mm: Mapped[int]
    inner_width_mm: Mapped[int]
    inner_height_mm: Mapped[int]
    outer_length_mm: Mapped[int]
    outer_width_mm: Mapped[int]
    outer_height_mm: Mapped[int]
    tare_g: Mapped[Counter]
    max_weight_g: Mapped[Counter]
    active: Mapped[Yes]
    version: Mapped[Version]
    __table_args__ = (
        one_of("kind", CARTON_KINDS),
        sa.CheckConstraint("code <> '' AND barcode <> ''", name="named"),
        sa.CheckConstraint(
            "inner_length_mm > 0 AND inner_width_mm > 0 AND inner_height_mm > 0"
            " AND outer_length_mm >= inner_length_mm AND outer_width_mm >= inner_width_mm"
            " AND outer_height_mm >= inner_height_mm AND tare_g >= 0 AND max_weight_g >= 0",
            name="measures",
        ),
    )
