"""Damaged or missing while packing: other goods from stock, or the rest later; by one command each, and taken back by one.

Damaged pieces go into quarantine, where a stock keeper decides what becomes of them. Missing ones are by the books where they
were picked, and that bin is marked to be counted. A swap claims free goods alone, so it never breaks another shipment's
promise. A short sends the rest as a backorder; where the order is to go complete, or nothing else is left in it, the
shipment waits for goods as after a short pick, until a supervisor looks for them or lets it go without.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.flow import SHIPMENT
from app.domain.permissions import Permission
from app.errors import Conflict
from app.models import ScanEvent, Shipment, ShipmentLine
from app.queries.bench_steps import SHORT, SWAP
from app.services.bench_goods import Fetch, Gone, fetch, find_gone, let_go, sku_of, take_back
from app.services.bench_steps import cross_off_step, step_to_undo
from app.services.context import use_case
from app.services.reservation import split_off
from app.services.scanning import Verdict, answer
from app.services.shipments import (
    Head,
    check_state,
    lock_lines_of,
    lock_shipments,
    record_events,
    set_quantities,
)
from app.services.states import move_state

CONTEXT = "packing"
AT_BENCH = ("picked", "packing")


@dataclass(frozen=True, slots=True)
class Swapped:
    """Pieces that were swapped; `places` is where the others are to be fetched, `step` undoes it."""

    shipment_id: int
    number: str
    product_id: int
    sku: str
    qty: int
    problem: str
    places: tuple[Fetch, ...]
    step: str


@dataclass(frozen=True, slots=True)
class Shorted:
    """Pieces that do not go with this shipment.

    They follow as the backorder `backorder`, or the whole shipment `waits` for them. `step` undoes it.
    """

    shipment_id: int
    number: str
    product_id: int
    sku: str
    qty: int
    problem: str
    backorder_id: int | None
    backorder: str
    waits: bool
    step: str


_COUNT_IT = sa.insert(ScanEvent).inline()
_NUMBER = sa.select(Shipment.number).where(Shipment.id == sa.bindparam("shipment"))
_CAME_FROM = (
    sa.select(
        ShipmentLine.id,
        ShipmentLine.order_line_id,
        ShipmentLine.product_id,
        ShipmentLine.qty,
        ShipmentLine.reserved,
        Shipment.state,
        Shipment.order_id,
        Shipment.number,
    )
    .join(Shipment, Shipment.id == ShipmentLine.shipment_id)
    .where(Shipment.id == sa.bindparam("shipment"))
    .order_by(ShipmentLine.id)
)


@use_case(Permission.SHIPMENT_PACK)
def swap_at_bench(
    tx: Transaction,
    shipment_id: int,
    product_id: int,
    qty: int = 1,
    problem: str = "damaged",
    serial: str = "",
) -> Swapped:
    """Take other pieces from stock for some at the bench that are damaged or missing; says where to fetch them.

    Args:
        tx: The transaction.
        shipment_id: A shipment at the bench.
        product_id: The article.
        qty: How many pieces, of those that are not packed yet.
        problem: 'damaged' or 'missing'.
        serial: The number of the damaged piece, where the article has numbers.

    Raises:
        NoneFree: not so many are free in stock.
        BadInput: more pieces than are left to pack, or none.
        SerialNeeded: which piece is damaged was not said.
        Conflict: the shipment is at no bench.
        NotFound: there is no such shipment, or it does not hold the article.
    """
    head, lines = _locked(tx, shipment_id, "swap goods")
    gone = find_gone(tx, head, lines, product_id, qty, problem, serial)
    places = tuple(fetch(tx, head, gone, problem))
    sku = sku_of(tx, product_id)
    where = ", ".join(one.place for one in places)
    _settle(tx, head, gone, problem, SWAP, f"{qty} {sku} {problem}: fetch others from {where}.")
    facts = {"shipment": head.number, "sku": sku, "qty": qty, "problem": problem, "places": where}
    record_events(tx, [(head.order_id, "bench_swapped", facts)])
    return Swapped(head.id, head.number, product_id, sku, qty, problem, places, tx.op_key)


@use_case(Permission.SHIPMENT_PACK)
def short_at_bench(
    tx: Transaction,
    shipment_id: int,
    product_id: int,
    qty: int = 1,
    problem: str = "missing",
    serial: str = "",
) -> Shorted:
    """Send a shipment without some pieces that are damaged or missing: they follow, or it waits for them.

    Raises:
        BadInput, SerialNeeded, Conflict, NotFound: as `swap_at_bench`.
    """
    head, lines = _locked(tx, shipment_id, "send it without")
    gone = find_gone(tx, head, lines, product_id, qty, problem, serial)
    sku = sku_of(tx, product_id)
    others = sum(line.picked for line in lines) - qty
    waits = head.ship_complete or head.order_id is None or not others
    let_go(tx, head, gone, problem, promised=waits)
    backorder: int | None = None
    number = ""
    if waits:
        move_state(tx, SHIPMENT, [head.id], "short_pack", {"packer": ""})
    else:
        backorder = split_off(tx, head, _parts(lines, gone))
        number = str(tx.execute(_NUMBER, {"shipment": backorder}).scalar_one())
    words = f"it follows with {number}" if number else "the shipment waits for it"
    _settle(tx, head, gone, problem, SHORT, f"{qty} {sku} {problem}: {words}.", backorder or 0)
    facts = {"shipment": head.number, "sku": sku, "qty": qty, "problem": problem, "backorder": number}
    record_events(tx, [(head.order_id, "bench_short", facts)])
    return Shorted(
        *(head.id, head.number, product_id, sku, qty, problem),
        backorder_id=backorder,
        backorder=number,
        waits=waits,
        step=tx.op_key,
    )


@use_case(Permission.SHIPMENT_PACK)
def undo_swap(tx: Transaction, shipment_id: int, step: str) -> str:
    """Take a swap back: the fetched pieces belong in their bin again, the others on the bench; the shipment's number.

    Raises:
        AtBenchNoMore: what was fetched lies in a parcel.
        RuleBroken: the damaged pieces are not in quarantine any more.
        Conflict: there is no such step, or the shipment is at no bench.
        NotFound: there is no such shipment.
    """
    head, _ = _locked(tx, shipment_id, "take a swap back")
    rows = take_back(tx, head, step)
    _undone(tx, head, SWAP, step, "bench_swap_undone", rows)
    return head.number


@use_case(Permission.SHIPMENT_PACK)
def undo_short(tx: Transaction, shipment_id: int, step: str, backorder_id: int | None = None) -> str:
    """Take a short back: the pieces lie on the bench again, and what was to follow goes back into the shipment; its number.

    Raises:
        Conflict: the backorder has been worked on since, there is no such step, or the shipment has left the bench.
        RuleBroken: the goods or their promise went to somebody else.
        NotFound: there is no such shipment.
    """
    heads = {head.id: head for head in lock_shipments(tx, [shipment_id, *filter(None, [backorder_id])])}
    head = heads[shipment_id]
    check_state([head], (*AT_BENCH, "picking"), "take a short back")
    lines = lock_lines_of(tx, list(heads))
    if backorder_id is not None:
        _join(tx, head, [line for line in lines if line.shipment_id == shipment_id], heads[backorder_id])
    rows = take_back(tx, head, step)
    if head.state == "picking":
        move_state(tx, SHIPMENT, [head.id], "unshort_pack")
    _undone(tx, head, SHORT, step, "bench_short_undone", rows)
    return head.number


def _join(tx: Transaction, head: Head, lines: Sequence[Any], backorder: Head) -> None:
    """Put the pieces of an untouched backorder back into the shipment that they were split off, and cancel the empty one."""
    rest = [row for row in tx.execute(_CAME_FROM, {"shipment": backorder.id}) if row.qty]
    mine = {(line.order_line_id, line.product_id): line for line in lines}
    fits = all((row.order_line_id, row.product_id) in mine and not row.reserved for row in rest)
    if backorder.state != "planned" or backorder.order_id != head.order_id or not rest or not fits:
        raise Conflict(
            f"{backorder.number} has been worked on since.",
            hint="What is to follow stays there; call a supervisor if it must go with this one.",
            shipment=head.number,
            backorder=backorder.number,
            state=backorder.state,
        )
    set_quantities(tx, {row.id: 0 for row in rest})
    more: dict[int, int] = {}
    for row in rest:
        line = mine[row.order_line_id, row.product_id]
        more[line.id] = more.get(line.id, line.qty) + row.qty
    set_quantities(tx, more)
    move_state(tx, SHIPMENT, [backorder.id], "rejoin")


def _parts(lines: Sequence[Any], gone: Sequence[Gone]) -> list[tuple[Any, int]]:
    pieces: dict[int, int] = {}
    for one in gone:
        pieces[one.line_id] = pieces.get(one.line_id, 0) + one.pieces
    return [(line, pieces[line.id]) for line in lines if line.id in pieces]


def _locked(tx: Transaction, shipment_id: int, verb: str) -> tuple[Head, list[Any]]:
    (head,) = lock_shipments(tx, [shipment_id])
    check_state([head], AT_BENCH, verb)
    return head, lock_lines_of(tx, [shipment_id])


def _settle(
    tx: Transaction,
    head: Head,
    gone: Sequence[Gone],
    problem: str,
    did: str,
    words: str,
    backorder: int = 0,
) -> None:
    """Record the step among the scans; a bin whose goods are missing is marked to be counted."""
    product_id = gone[0].product_id
    kept = {"backorder": backorder, "qty": sum(one.pieces for one in gone)}
    code = f"CMD-{did.upper()}"
    answer(tx, CONTEXT, head.id, code, Verdict.INFO, words, product_id=product_id, did=did, kept=kept)
    if problem == "missing":
        marks = {"context": "short", "code": head.number, "verdict": "short", "message": "bench-missing"}
        for back in sorted({one.back for one in gone}):
            tx.execute(
                _COUNT_IT,
                marks | {"context_id": back, "product_id": product_id, "qty": 0, "op_key": tx.op_key},
            )
            tx.changed("scan_event", back)
    tx.changed("shipment", head.id)


def _undone(tx: Transaction, head: Head, did: str, step: str, verb: str, rows: Sequence[Any]) -> None:
    product_id = rows[0].product_id
    sku = sku_of(tx, product_id)
    qty = sum(row.qty for row in rows if row.kind == "deallocate")
    cross_off_step(tx, step_to_undo(tx, head.id, did, key=step), f"{qty} {sku} lie at the bench as before.")
    tx.changed("shipment", head.id)
    record_events(tx, [(head.order_id, verb, {"shipment": head.number, "sku": sku, "qty": qty})])
