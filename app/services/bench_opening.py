"""The first scan at an empty bench: whatever it is, it opens a shipment, or says in words why it does not.

Unlike `packing.open_for_packing` this refuses nothing: each scan is an answer and kept in the record. A pick list or an
order with several shipments opens the next of them. An article opens the picked shipment that holds nothing but this
article, the soonest promise first, and lies in its parcel at once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import Conflict, NotFound
from app.models import Package, Shipment, ShipmentLine, Tote
from app.services.context import use_case
from app.services.packing import CONTEXT, open_for_packing, scan_item
from app.services.parcel_rows import PackedByOther
from app.services.resolver import UNKNOWN, Resolved, resolve
from app.services.scanning import GOOD, ScanResult, Verdict, answer


@dataclass(frozen=True, slots=True)
class Arrival:
    """What the first scan did.

    `shipment_id` is the shipment that it opened (step 'scan' or 'close'), that is packed already ('show'), or that
    somebody else packs ('join'); 0 where it opened none.
    """

    shipment_id: int
    result: ScanResult


_UNDATED = sa.case((Shipment.promised_on.is_(None), 1), else_=0)
_OTHER = sa.orm.aliased(ShipmentLine)
_SINGLE = (
    sa.select(Shipment.id)
    .where(
        Shipment.state == "picked",
        Shipment.packer == "",
        sa.exists().where(
            ShipmentLine.shipment_id == Shipment.id,
            ShipmentLine.product_id == sa.bindparam("product"),
            ShipmentLine.picked > ShipmentLine.packed,
        ),
        ~sa.exists().where(
            _OTHER.shipment_id == Shipment.id,
            _OTHER.product_id != sa.bindparam("product"),
            _OTHER.picked > 0,
        ),
    )
    .order_by(
        *(_UNDATED, Shipment.promised_on, Shipment.priority.desc(), Shipment.id),
    )
    .limit(1)
    # Two benches that scan the same article at the same moment open two shipments.
    .with_for_update(of=Shipment, key_share=True, skip_locked=True)
)
_IN_TOTE = (
    sa.select(Shipment.number)
    .join(Tote, Tote.shipment_id == Shipment.id)
    .where(Tote.id == sa.bindparam("tote"))
)
_NEXT = (
    sa.select(Shipment.number)
    .where(
        Shipment.state.in_(("picked", "packing")),
        Shipment.packer.in_(("", sa.bindparam("me"))),
    )
    .order_by(
        sa.case((Shipment.packer == sa.bindparam("me"), 0), else_=1),
        *(_UNDATED, Shipment.promised_on, Shipment.priority.desc(), Shipment.id),
    )
    .limit(1)
    .with_for_update(of=Shipment, key_share=True, skip_locked=True)
)
_NEXT_OF = {
    "pick_list": _NEXT.where(Shipment.wave_id == sa.bindparam("id")),
    "order": _NEXT.where(Shipment.order_id == sa.bindparam("id")),
}
"""The shipment of a sheet that is packed next: what was begun here first, then the soonest promise nobody packs yet."""
_PACKED = sa.select(Shipment.id, Shipment.number).where(Shipment.state == "packed").limit(2)
_PACKED_OF = {
    "shipment": _PACKED.where(Shipment.id == sa.bindparam("id")),
    "order": _PACKED.where(Shipment.order_id == sa.bindparam("id")),
    "parcel": _PACKED.join(Package, Package.shipment_id == Shipment.id).where(
        Package.id == sa.bindparam("id")
    ),
}

_LEFT = sa.select(Shipment.id, Shipment.number).where(Shipment.state.in_(("shipped", "delivered"))).limit(2)
_LEFT_OF = {
    "shipment": _LEFT.where(Shipment.id == sa.bindparam("id")),
    "order": _LEFT.where(Shipment.order_id == sa.bindparam("id")),
    "parcel": _LEFT.join(Package, Package.shipment_id == Shipment.id).where(Package.id == sa.bindparam("id")),
}


@use_case(Permission.SHIPMENT_PACK)
def scan_at_bench(tx: Transaction, code: str, join: bool = False) -> Arrival:
    """Open a shipment by scanning its paper, its parcel or its only article; wrong scans are answers with the tone STOP.

    Args:
        tx: The transaction.
        code: What was scanned.
        join: Pack together with whoever has begun.
    """
    found = resolve(tx, code)
    if found.kind == "product":
        return _by_article(tx, found, code)
    try:
        opened = open_for_packing.inside(tx, _meant(tx, found) or code, join)
    except PackedByOther as refusal:
        words = {"packer": str(refusal.facts["packer"]), "shipment": str(refusal.facts["shipment"])}
        shipment_id = _shipment_id(tx, words["shipment"])
        result = answer(
            tx,
            CONTEXT,
            shipment_id,
            code,
            Verdict.ELSEWHERE,
            refusal.message,
            step="join",
            facts=words,
        )
        return Arrival(shipment_id, result)
    except (Conflict, NotFound) as refusal:
        return _not_opened(tx, found, code, refusal.message)
    message = f"{opened.number} is open."
    left = sum(line.picked - line.packed for line in opened.lines)
    result = answer(
        tx,
        CONTEXT,
        opened.shipment_id,
        code,
        Verdict.RIGHT,
        message,
        step="scan" if left else "close",
        left=left,
        facts={"shipment": opened.number, "order": opened.order_number},
    )
    return Arrival(opened.shipment_id, result)


def _meant(tx: Transaction, found: Resolved) -> str:
    """The shipment that a tote or a sheet stands for; empty where it says nothing more than its own number."""
    if found.kind == "tote":
        return str(tx.execute(_IN_TOTE, {"tote": found.id}).scalar() or "")
    statement = _NEXT_OF.get(found.kind)
    if statement is None:
        return ""
    return str(tx.execute(statement, {"id": found.id, "me": tx.actor}).scalar() or "")


def _shipment_id(tx: Transaction, number: str) -> int:
    found: int = tx.execute(sa.select(Shipment.id).where(Shipment.number == number)).scalar_one()
    return found


def _by_article(tx: Transaction, found: Resolved, code: str) -> Arrival:
    """Open the shipment that waits for this article alone, with the article in its parcel."""
    shipment_id = tx.execute(_SINGLE, {"product": found.id}).scalar()
    if shipment_id is None:
        message = f"{found.label} belongs to no open order here."
        facts = {"sku": found.label}
        result = answer(
            tx,
            CONTEXT,
            None,
            code,
            Verdict.FOREIGN,
            message,
            product_id=found.id,
            sku=found.label,
            facts=facts,
        )
        return Arrival(0, result)
    result = scan_item.inside(tx, shipment_id, code)
    return Arrival(shipment_id if result.verdict in GOOD else 0, result)


def _not_opened(tx: Transaction, found: Resolved, code: str, why: str) -> Arrival:
    """A paper of a packed shipment shows it; everything else stops the bench."""
    statement = _PACKED_OF.get(found.kind)
    packed = tx.execute(statement, {"id": found.id}).all() if statement is not None else []
    facts: dict[str, str | int] = {"kind": found.kind, "label": found.label}
    if len(packed) == 1:
        message = f"{packed[0].number} is packed."
        facts["shipment"] = packed[0].number
        result = answer(tx, CONTEXT, packed[0].id, code, Verdict.INFO, message, facts=facts)
        return Arrival(packed[0].id, replace(result, step="show"))
    statement = _LEFT_OF.get(found.kind)
    left = tx.execute(statement, {"id": found.id}).first() if statement is not None else None
    if left is not None:
        facts["shipment"] = left.number
        message = (
            f"{left.number} has left. Take its dispatch back in Shipments first; then it opens here again."
        )
        verdict = Verdict.FOREIGN
    elif found.kind in (UNKNOWN, "empty"):
        message, verdict = f"Nobody knows the code {code[:60]!r}.", Verdict.UNKNOWN
    else:
        message, verdict = why, Verdict.FOREIGN
    return Arrival(0, answer(tx, CONTEXT, None, code, verdict, message, facts=facts))
