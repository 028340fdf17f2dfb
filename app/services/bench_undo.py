"""One step back at the bench, from what the database knows: whoever did the last one, and at whichever desk.

Each step is taken back by its own compensating service and recorded; an undoing is not undone itself. The shipment is locked
before its steps are read, so of two desks that undo at the same moment the second finds the step before, or none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import Conflict
from app.models import Package, PackageLine, Product, ShipmentLine
from app.models.bulk import BulkInsert
from app.queries.bench_steps import (
    BOX,
    CLOSE,
    FURTHER,
    LEFT,
    MOVE,
    OUT,
    PARK,
    PROBLEM,
    SCAN,
    SHORT,
    SWAP,
    BenchStep,
    emptied_bench,
    last_bench_step,
)
from app.services.bench import GOODS, forget_piece, name_piece
from app.services.bench_goods import sku_of
from app.services.bench_holds import unpark_shipment
from app.services.bench_problems import withdraw_problem
from app.services.bench_steps import cross_off_step
from app.services.bench_swaps import undo_short, undo_swap
from app.services.context import use_case
from app.services.parcel_items import put_into, remove_pieces
from app.services.parcel_rows import lock_head
from app.services.parcel_weight import restore_box
from app.services.parcels import ParcelKept, drop_package, reopen_package
from app.services.resolver import Resolved
from app.services.scanning import Verdict


class HasLeft(Conflict):
    """After dispatch nothing is undone at the bench."""

    code = "packing.has_left"

    def __init__(self, number: str, state: str) -> None:
        super().__init__(
            f"{number} has left; nothing is undone at the bench any more.",
            hint="Undo handing over in Shipments first; then its paper is scanned here again."
            if state == "shipped"
            else "Undo delivered in Shipments, or at Dispatch what was fetched at the counter, then handing over.",
            shipment=number,
            state=state,
        )


@dataclass(frozen=True, slots=True)
class StepUndone:
    """A step that was taken back; `did` is '' where none was left.

    `state` is that of the shipment now; `sku`, `qty` say of which goods, `position` of which parcel, `box` which box it has now.
    """

    did: str
    shipment_id: int
    number: str
    state: str
    product_id: int | None = None
    sku: str = ""
    qty: int = 0
    position: int = 0
    box: str = ""


_PARCELS = (
    sa.select(
        *(Package.id, Package.state),
        sa.select(sa.func.count(PackageLine.id))
        .where(PackageLine.package_id == Package.id)
        .scalar_subquery()
        .label("lines"),
    )
    .where(Package.shipment_id == sa.bindparam("shipment"))
    .order_by(Package.position.desc())
)
_IN_OPEN = (
    sa.select(
        *(PackageLine.id, PackageLine.qty, PackageLine.package_id, PackageLine.shipment_line_id),
        *(
            PackageLine.lot_id,
            PackageLine.serial_id,
            Package.shipment_id,
            ShipmentLine.product_id,
            Product.sku,
        ),
    )
    .join(Package, Package.id == PackageLine.package_id)
    .join(ShipmentLine, ShipmentLine.id == PackageLine.shipment_line_id)
    .join(Product, Product.id == ShipmentLine.product_id)
    .where(Package.shipment_id == sa.bindparam("shipment"), Package.state == "open")
    .order_by(PackageLine.id.desc())
)
_ITEMS = BulkInsert(PackageLine, ("package_id", "shipment_line_id", "lot_id", "serial_id", "qty"))


@use_case(Permission.SHIPMENT_PACK)
def undo_bench_step(tx: Transaction, shipment_id: int = 0) -> StepUndone:
    """Take back the latest step of a shipment at the bench; 0 for an empty bench: the one that emptied it last.

    Raises:
        HasLeft: it was dispatched.
        AtBenchNoMore, RuleBroken, OnPallet: the goods of the step went elsewhere.
        Conflict: nothing is to be undone, or what the step was about has changed since.
        NotFound: there is no such shipment.
    """
    away = None if shipment_id else emptied_bench(tx.connection, tx.actor)
    if not shipment_id and away is None:
        raise Conflict("Nothing is to be undone here.", hint="Scan the shipment first.")
    head = lock_head(tx, away.shipment_id if away is not None else shipment_id)
    shipment_id = head.id
    if head.state in LEFT:
        raise HasLeft(head.number, head.state)
    step = last_bench_step(tx.connection, shipment_id)
    if away is not None and (step is None or step.id != away.id):
        raise Conflict(
            f"{head.number} was gone on with at another bench.",
            hint="Scan it to see how far it is.",
            shipment=head.number,
        )
    step = step or _by_parcels(tx, shipment_id)
    if step is None:
        return StepUndone("", shipment_id, head.number, head.state)
    undone = _UNDO[step.did](tx, head, step)
    return replace(undone, state=lock_head(tx, shipment_id).state)


def _by_parcels(tx: Transaction, shipment_id: int) -> BenchStep | None:
    """The last step as the parcels show it, of what was packed before steps were kept."""
    parcels = tx.execute(_PARCELS, {"shipment": shipment_id}).all()
    done = [one for one in parcels if one.state in ("closed", "labelled")]
    did, package = "", 0
    if any(one.state == "open" and one.lines for one in parcels):
        did = SCAN
    elif parcels and parcels[0].state == "open" and done:
        did, package = FURTHER, parcels[0].id
    elif done:
        did, package = CLOSE, done[0].id
    return BenchStep(0, shipment_id, did, "", None, 0, {"package": package}) if did else None


def _scan(tx: Transaction, head: Any, step: BenchStep) -> StepUndone:
    """What a scan put in comes out, of what no step tells the latest; a parcel that the scan began goes with it."""
    rows = tx.execute(_IN_OPEN, {"shipment": head.id}).all()
    wanted = step.qty
    if step.id:
        meant = (step.package_id, step.product_id, step.facts["serial"] or None)
        rows = [row for row in rows if (row.package_id, row.product_id, row.serial_id) == meant]
    elif rows:
        rows, wanted = rows[:1], int(rows[0].qty)
    if not rows or sum(row.qty for row in rows) < wanted:
        raise Conflict(
            f"What was scanned last for {head.number} lies in no open parcel.",
            hint="Look at its parcels; what is wrong in them is taken out by its scan (F5).",
            shipment=head.number,
        )
    left = wanted
    for row in rows:
        if pieces := min(left, row.qty):
            remove_pieces(tx, row, pieces)
            forget_piece(tx, row.product_id, row.shipment_line_id, row.serial_id)
            left -= pieces
    sku = str(rows[0].sku)
    words = f"{wanted} {sku} taken out again."
    cross_off_step(tx, replace(step, product_id=rows[0].product_id), words)
    if step.facts.get("opened"):
        with suppress(ParcelKept):  # it had a label, or another parcel came after it
            drop_package.inside(tx, step.package_id)
    return _undone(head, step, rows[0].product_id, sku, wanted)


def _out(tx: Transaction, head: Any, step: BenchStep) -> StepUndone:
    """What was taken out lies in its parcel again, a piece with a number by its number."""
    assert step.product_id is not None
    sku = sku_of(tx, step.product_id)
    states = {row.id: row.state for row in tx.execute(_PARCELS, {"shipment": head.id})}
    rows = tx.execute(GOODS, {"shipment": head.id, "product": step.product_id}).all()
    left = {(row.shipment_line_id, row.lot_id): int(row.left) for row in rows}
    items = []
    for package_id, line_id, lot_id, serial, qty in step.facts["out"]:
        left[line_id, lot_id] = left.get((line_id, lot_id), 0) - qty
        serial_id = None
        if serial:
            found = Resolved(kind="product", id=step.product_id, label=sku, code=serial, serial=serial)
            judged = name_piece(tx, head.id, found, rows, 1)
            if judged.verdict is not Verdict.RIGHT:
                raise Conflict(judged.message, hint="Look where the piece is.", serial=serial)
            serial_id = judged.serial_id
        if states.get(package_id) != "open" or left[line_id, lot_id] < 0:
            raise Conflict(
                f"{sku} cannot go back into its parcel: the parcel is closed, or the goods are gone from the bench.",
                hint="Open the parcel again, or scan the article anew.",
                sku=sku,
                package_id=package_id,
            )
        items.append(
            {
                "package_id": package_id,
                "shipment_line_id": line_id,
                "lot_id": lot_id,
                "serial_id": serial_id,
                "qty": qty,
            }
        )
        tx.changed("package", package_id)
    _ITEMS(tx, items)
    tx.changed("shipment", head.id)
    qty = sum(item["qty"] for item in items)
    cross_off_step(tx, step, f"{qty} {sku} lie in the parcel again.")
    return _undone(head, step, step.product_id, sku, qty)


def _move(tx: Transaction, head: Any, step: BenchStep) -> StepUndone:
    """What was moved lies in the parcel again from which it came; a parcel that was begun for it goes with it."""
    assert step.product_id is not None
    sku = sku_of(tx, step.product_id)
    open_ones = {row.id for row in tx.execute(_PARCELS, {"shipment": head.id}) if row.state == "open"}
    rows = [row for row in tx.execute(_IN_OPEN, {"shipment": head.id}) if row.package_id == step.package_id]
    back, wanted = defaultdict(list), Counter[tuple[Any, ...]]()
    for source, *goods, qty in step.facts["moved"]:
        back[source].append((*goods, qty))
        wanted[tuple(goods)] += qty
    for goods, left in wanted.items():
        mine = [row for row in rows if (row.shipment_line_id, row.lot_id, row.serial_id) == goods]
        if not step.parcels <= open_ones or sum(row.qty for row in mine) < left:
            raise Conflict(
                f"{sku} cannot go back into its parcel: a parcel is closed, or the goods are gone from it.",
                hint="Open the parcel again, or move the article anew (F7).",
                sku=sku,
                package_id=step.package_id,
            )
        for row in mine:
            if pieces := min(left, row.qty):
                remove_pieces(tx, row, pieces)
                left -= pieces
    for source, items in back.items():
        put_into(tx, source, items, head.id)
    qty = wanted.total()
    cross_off_step(tx, step, f"{qty} {sku} lie in the parcel again.")
    if step.facts["opened"]:
        with suppress(ParcelKept):  # it had a label, or another parcel came after it
            drop_package.inside(tx, step.package_id)
    return _undone(head, step, step.product_id, sku, qty)


def _box(tx: Transaction, head: Any, step: BenchStep) -> StepUndone:
    """The box before; a parcel that was begun with the box goes with it."""
    name = restore_box(tx, step.package_id, int(step.facts["was"]))
    tx.changed("shipment", head.id)
    cross_off_step(tx, step, f"Box {name} again." if name else "No box is chosen.")
    if step.facts["opened"]:
        with suppress(ParcelKept):  # another parcel came after it
            drop_package.inside(tx, step.package_id)
    return replace(_undone(head, step), box=name)


def _swap(tx: Transaction, head: Any, step: BenchStep) -> StepUndone:
    assert step.product_id is not None
    undo_swap.inside(tx, head.id, step.key)
    return _undone(head, step, step.product_id, sku_of(tx, step.product_id), int(step.facts["qty"]))


def _short(tx: Transaction, head: Any, step: BenchStep) -> StepUndone:
    assert step.product_id is not None
    undo_short.inside(tx, head.id, step.key, int(step.facts["backorder"]) or None)
    return _undone(head, step, step.product_id, sku_of(tx, step.product_id), int(step.facts["qty"]))


def _close(tx: Transaction, head: Any, step: BenchStep) -> StepUndone:
    """The parcel is open again; a box that it was given only by closing is a proposal as before."""
    parcel = reopen_package.inside(tx, step.package_id)
    if step.facts.get("was") == 0:
        restore_box(tx, step.package_id, 0)
    return replace(_undone(head, step), position=parcel.position)


def _further(tx: Transaction, head: Any, step: BenchStep) -> StepUndone:
    """The parcel that was begun goes; one that had a label stays, and the one before it is opened again."""
    try:
        parcel = drop_package.inside(tx, step.package_id)
    except ParcelKept:
        cross_off_step(tx, step, "It had a label and stays.")
        before = last_bench_step(tx.connection, head.id)
        if before is None:
            closed = [
                one
                for one in tx.execute(_PARCELS, {"shipment": head.id})
                if one.state in ("closed", "labelled")
            ]
            if not closed:
                raise
            before = replace(step, did=CLOSE, facts={"package": closed[0].id})
        return _UNDO[before.did](tx, head, before)
    return replace(_undone(head, step), position=parcel.position)


def _park(tx: Transaction, head: Any, step: BenchStep) -> StepUndone:
    unpark_shipment.inside(tx, head.id)
    return _undone(head, step)


def _problem(tx: Transaction, head: Any, step: BenchStep) -> StepUndone:
    withdraw_problem.inside(tx, head.id)
    return _undone(head, step)


def _undone(
    head: Any, step: BenchStep, product_id: int | None = None, sku: str = "", qty: int = 0
) -> StepUndone:
    return StepUndone(step.did, head.id, head.number, head.state, product_id, sku, qty)


_UNDO: dict[str, Callable[[Transaction, Any, BenchStep], StepUndone]] = {
    SCAN: _scan,
    OUT: _out,
    MOVE: _move,
    BOX: _box,
    SWAP: _swap,
    SHORT: _short,
    CLOSE: _close,
    FURTHER: _further,
    PARK: _park,
    PROBLEM: _problem,
}
