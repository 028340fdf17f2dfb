"""Orders that left, and returns of them, for tests of what comes back."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.returns import Arrived, WantedBack, authorise_return, receive_return, request_return
from app.services.shipping import ship_shipment
from tests.rig.bench import Bench


@dataclass(frozen=True, slots=True)
class Left:
    """An order that left: its shipment and parcel, its lines by SKU."""

    order: int
    shipment: int
    parcel: int
    lines: dict[str, int]


@dataclass(frozen=True, slots=True)
class Back:
    """A return: its id and number, its lines by SKU."""

    id: int
    number: str
    lines: dict[str, int]


def ship(bench: Bench, lines: dict[str, int]) -> Left:
    """An order that is packed and handed over."""
    shipment, parcel = bench.packed(lines)
    ship_shipment(bench.packer, shipment)
    order = bench.world.one("SELECT order_id FROM shipment WHERE id = :i", i=shipment)
    rows = bench.world.rows(
        "SELECT l.id, p.sku FROM order_line AS l JOIN product AS p ON p.id = l.product_id WHERE l.order_id = :i",
        i=order,
    )
    return Left(order, shipment, parcel, {row.sku: row.id for row in rows})


def announce(bench: Bench, left: Left, wanted: dict[str, int], *, authorised: bool = True) -> Back:
    """A return that is asked for and, unless said otherwise, authorised."""
    lines = tuple(WantedBack(left.lines[sku], qty, "changed-mind") for sku, qty in wanted.items())
    asked = request_return(bench.owner, left.order, lines)
    if authorised:
        authorise_return(bench.owner, asked.return_id)
    return Back(asked.return_id, asked.number, dict(zip(wanted, asked.line_ids, strict=True)))


def bring_back(bench: Bench, left: Left, wanted: dict[str, int]) -> Back:
    """A return whose goods came, all of them."""
    back = announce(bench, left, wanted)
    receive_return(bench.owner, back.id, tuple(Arrived(back.lines[sku], qty) for sku, qty in wanted.items()))
    return back
