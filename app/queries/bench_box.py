"""The box of the parcel at hand, as the bench shows it: chosen, or proposed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.engine import Connection

from app.queries.boxing import CartonChoice, cartons, fits, proposal

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
        why: Why none is proposed, or what speaks against the one that was chosen.
        fits: Whether the goods fit the one that was chosen.
    """

    carton_id: int = 0
    name: str = ""
    inner_mm: Size = (0, 0, 0)
    tare_g: int = 0
    fill_percent: int = 0
    parcels: int = 0
    why: str = ""
    fits: bool = True


def boxes(connection: Connection, warehouse_id: int) -> tuple[BenchBox, ...]:
    """The boxes in use at a warehouse, the smallest first."""
    return tuple(_box(one) for one in cartons(connection, warehouse_id))


def proposed(connection: Connection, shipment_id: int) -> BenchBox:
    """The box that is proposed for what is on the bench and in the open parcel."""
    found = proposal(connection, shipment_id)
    if found is None:
        return BenchBox()
    return BenchBox(
        *(found.carton_id, found.name, found.inner_mm, found.tare_g, found.fill_percent),
        parcels=found.parcels,
        why=found.why,
    )


def box_at_hand(
    connection: Connection, shipment_id: int, warehouse_id: int, chosen_id: int, package_id: int
) -> BenchBox:
    """The box that was chosen for the open parcel, else the one that is proposed."""
    if not chosen_id:
        return proposed(connection, shipment_id)
    mine = next((one for one in cartons(connection, warehouse_id) if one.carton_id == chosen_id), None)
    if mine is None:
        return BenchBox(chosen_id)
    fit = fits(connection, package_id, chosen_id)
    return _box(mine, fit.fill_percent, fit.why, fit.fits)


def _box(one: CartonChoice, fill_percent: int = 0, why: str = "", fits_it: bool = True) -> BenchBox:
    return BenchBox(
        *(one.carton_id, one.name, one.inner_mm, one.tare_g, fill_percent), parcels=1, why=why, fits=fits_it
    )
