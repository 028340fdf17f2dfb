"""What a packer finds wrong with picked goods: noted on the order's timeline for a supervisor, who alone can settle it.

A packer can neither write off goods nor pick others. So nothing is changed but the note; a shipment of which nothing is
packed goes back to those that wait, and one that is packed in part stays with its packer.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import BadInput, Conflict
from app.models import OrderEvent, Product, ShipmentLine
from app.queries.bench_steps import PROBLEM
from app.services.bench_steps import cross_off
from app.services.context import use_case
from app.services.packing import CONTEXT
from app.services.parcel_rows import lock_head
from app.services.parcels import leave_packing
from app.services.rows import must_find
from app.services.scanning import Verdict, answer
from app.services.shipments import record_events

PROBLEMS = ("missing", "damaged")
REPORTED = "packing_problem"
WITHDRAWN = "packing_problem_withdrawn"


@dataclass(frozen=True, slots=True)
class Reported:
    """What was noted; `waits` when the shipment lies among those that wait again."""

    shipment_id: int
    number: str
    sku: str
    qty: int
    problem: str
    waits: bool


_LEFT = (
    sa.select(Product.sku, sa.func.sum(ShipmentLine.picked - ShipmentLine.packed).label("left"))
    .join(Product, Product.id == ShipmentLine.product_id)
    .where(
        ShipmentLine.shipment_id == sa.bindparam("shipment"),
        ShipmentLine.product_id == sa.bindparam("product"),
    )
    .group_by(Product.sku)
)
_NOTES = (
    sa.select(OrderEvent.verb, OrderEvent.facts)
    .where(OrderEvent.order_id == sa.bindparam("order"), OrderEvent.verb.in_((REPORTED, WITHDRAWN)))
    .order_by(OrderEvent.id)
)


@use_case(Permission.SHIPMENT_PACK)
def report_problem(tx: Transaction, shipment_id: int, product_id: int, qty: int, problem: str) -> Reported:
    """Note that picked pieces are missing at the bench or damaged; a supervisor finds it on the order's timeline.

    Raises:
        BadInput: more pieces than are left to pack, none, or a problem that is not known.
        Conflict: the shipment is at no bench, or belongs to no order.
        NotFound: there is no such shipment, or it does not hold the product.
    """
    if problem not in PROBLEMS:
        raise BadInput(
            f"{problem!r} is no problem that can be noted.",
            hint="Say missing or damaged.",
            field="problem",
            value=problem,
        )
    head = lock_head(tx, shipment_id)
    if head.state not in ("picked", "packing") or head.order_id is None:
        raise Conflict(
            f"Shipment {head.number} is {head.state}; problems are noted while it is packed for an order.",
            hint="Open it again first." if head.state == "packed" else "Call a supervisor.",
            shipment=head.number,
            state=head.state,
        )
    goods = must_find(
        tx.execute(_LEFT, {"shipment": shipment_id, "product": product_id}).first(), "product", product_id
    )
    if not 0 < qty <= goods.left:
        raise BadInput(
            f"{qty} of {goods.sku} cannot be {problem}; {goods.left} are left to pack.",
            hint="Take it out of the parcel first." if goods.left == 0 else f"Enter 1 to {goods.left}.",
            qty=qty,
            left=int(goods.left),
        )
    facts = {"shipment": head.number, "sku": goods.sku, "qty": qty, "problem": problem}
    record_events(tx, [(head.order_id, REPORTED, facts)])
    answer(
        tx,
        CONTEXT,
        shipment_id,
        "CMD-PROBLEM",
        Verdict.INFO,
        f"{qty} {goods.sku} {problem}: noted for a supervisor.",
        product_id=product_id,
        did=PROBLEM,
    )
    waits = head.state == "picked"
    if head.state == "packing" and not head.packed and not head.open_parcels:
        leave_packing.inside(tx, shipment_id)
        waits = True
    return Reported(shipment_id, head.number, goods.sku, qty, problem, waits)


@use_case(Permission.SHIPMENT_PACK)
def withdraw_problem(tx: Transaction, shipment_id: int) -> str:
    """Take the last note of a problem back, because the pieces were found after all; gives the shipment's number.

    A note that was made before stands again, and is what the benches' list shows.

    Raises:
        Conflict: no problem is noted.
        NotFound: there is no such shipment.
    """
    head = lock_head(tx, shipment_id)
    noted: list[dict[str, object]] = []
    for row in tx.execute(_NOTES, {"order": head.order_id}):
        facts = json.loads(row.facts)
        if facts["shipment"] != head.number:
            continue
        if row.verb == REPORTED:
            noted.append(facts)
        elif noted:
            noted.pop()
    if not noted:
        raise Conflict(f"No problem is noted for {head.number}.", hint="Go on packing.", shipment=head.number)
    noted.pop()
    stands = noted[-1] if noted else {"shipment": head.number}
    record_events(tx, [(head.order_id, WITHDRAWN, stands)])
    cross_off(tx, shipment_id, PROBLEM, "The note is withdrawn.")
    return str(head.number)
