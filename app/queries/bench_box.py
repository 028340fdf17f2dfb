"""The box of the parcel at hand, as the bench shows it: chosen, or proposed; and the boxes to choose from."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import Carton

Size = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class BenchBox:
    """A box with what is known of it for the parcel at hand.

    Attributes:
        carton_id: Which; 0 where none is proposed.
        name: As people call it.
        inner_mm: What fits in; length, width, height.
        tare_g: Its own weight.
        fill_percent: How full the goods make it; 0 where that is not known.
        parcels: How many parcels everything takes; 0 where that is not known.
        why: Why none is proposed.
    """

    carton_id: int = 0
    name: str = ""
    inner_mm: Size = (0, 0, 0)
    tare_g: int = 0
    fill_percent: int = 0
    parcels: int = 0
    why: str = ""


_BOXES = (
    sa.select(
        *(Carton.id, Carton.name, Carton.tare_g),
        *(Carton.inner_length_mm, Carton.inner_width_mm, Carton.inner_height_mm),
    )
    .where(
        Carton.active,
        Carton.kind != "pallet",
        sa.or_(Carton.warehouse_id.is_(None), Carton.warehouse_id == sa.bindparam("warehouse")),
    )
    .order_by(
        Carton.inner_length_mm * Carton.inner_width_mm * sa.cast(Carton.inner_height_mm, sa.BigInteger),
        Carton.id,
    )
)


def boxes(connection: Connection, warehouse_id: int) -> tuple[BenchBox, ...]:
    """The boxes in use at a warehouse, the smallest first."""
    return tuple(
        BenchBox(
            *(row.id, row.name, (row.inner_length_mm, row.inner_width_mm, row.inner_height_mm)),
            tare_g=row.tare_g,
        )
        for row in connection.execute(_BOXES, {"warehouse": warehouse_id})
    )


def proposed(connection: Connection, shipment_id: int) -> BenchBox:
    """The box that is proposed for what is on the bench and in the open parcel."""
    return BenchBox()


def box_at_hand(connection: Connection, shipment_id: int, warehouse_id: int, chosen_id: int) -> BenchBox:
    """The box that was chosen for the open parcel, else the one that is proposed."""
    found = proposed(connection, shipment_id)
    if not chosen_id or found.carton_id == chosen_id:
        return found
    return next((one for one in boxes(connection, warehouse_id) if one.carton_id == chosen_id), found)
