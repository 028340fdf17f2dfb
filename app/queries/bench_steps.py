"""What was done to a shipment at the bench and is not undone yet, latest first: from this alone Ctrl+Z knows what is next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import Package, ScanEvent, Shipment

SCAN, OUT, BOX, SWAP, SHORT = "scan", "out", "box", "swap", "short"
CLOSE, FURTHER, PARK, PROBLEM, MOVE = "close", "further", "park", "problem", "move"
CONTEXTS = ("packing", "bench")
"""'packing' are scans and what was said about goods, which the screen lists; 'bench' are steps without a scan."""
EMPTIED = (PARK, SHORT, PROBLEM)
"""Steps after which a shipment may lie on no bench any more."""
LEFT = ("shipped", "delivered")
"""States of a shipment that has left: nothing of it is undone at a bench."""
FAR = 5_000
"""Scans of the whole house; what lies further back is not meant by a key at an empty bench."""


@dataclass(frozen=True, slots=True)
class BenchStep:
    """A step at the bench.

    `did` is one of the words of this module, `key` the operation that did it, `facts` what undoing takes (`package`, `was`, ...).
    """

    id: int
    shipment_id: int
    did: str
    key: str
    product_id: int | None
    qty: int
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def package_id(self) -> int:
        """The parcel that it was about; 0 for none."""
        return int(self.facts.get("package", 0))

    @property
    def parcels(self) -> frozenset[int]:
        """All parcels that it was about: of pieces that were moved also those they came from."""
        return frozenset((self.package_id, *self.facts.get("from", ())))


_UNDONE = sa.orm.aliased(ScanEvent)
_COLUMNS = (
    *(ScanEvent.id, ScanEvent.context_id, ScanEvent.did, ScanEvent.op_key, ScanEvent.product_id),
    *(ScanEvent.qty, ScanEvent.facts),
)
_IS_UNDONE = sa.exists().where(_UNDONE.undoes_id == ScanEvent.id)
_STEPS = (
    sa.select(*_COLUMNS)
    .where(
        ScanEvent.context.in_(CONTEXTS),
        ScanEvent.context_id == sa.bindparam("shipment"),
        ScanEvent.did != "",
        ~_IS_UNDONE,
    )
    .order_by(ScanEvent.id.desc())
)
_PARCELS = sa.select(Package.id).where(Package.shipment_id == sa.bindparam("shipment"))
_NEWEST = sa.select(sa.func.max(ScanEvent.id)).scalar_subquery()
_MINE = (
    sa.select(*_COLUMNS, Shipment.parked, Shipment.state, _IS_UNDONE.label("undone"))
    .join(Shipment, Shipment.id == ScanEvent.context_id)
    .where(
        ScanEvent.id > _NEWEST - FAR,
        ScanEvent.context.in_(CONTEXTS),
        ScanEvent.actor == sa.bindparam("actor"),
    )
    .order_by(ScanEvent.id.desc())
    .limit(1)
)


def bench_steps(connection: Connection, shipment_id: int) -> Sequence[BenchStep]:
    """The steps of a shipment that are not undone, latest first; what was about a parcel that is gone went with it."""
    rows = connection.execute(_STEPS, {"shipment": shipment_id}).all()
    if not rows:
        return ()
    parcels = {0, *connection.execute(_PARCELS, {"shipment": shipment_id}).scalars()}
    return [step for step in map(_step, rows) if step.parcels <= parcels]


def last_bench_step(connection: Connection, shipment_id: int) -> BenchStep | None:
    """The step that is undone next, whoever did it and wherever; None where none is left."""
    return next(iter(bench_steps(connection, shipment_id)), None)


def emptied_bench(connection: Connection, actor: str) -> BenchStep | None:
    """The last thing that a person did at a bench, where it sent the shipment away from there; else None.

    For an empty bench: parked, waiting for goods that were short, or for a supervisor. Whatever was done to a shipment that has
    left since is given too: what is to be done about that can be said.
    """
    row = connection.execute(_MINE, {"actor": actor}).first()
    if row is not None and row.state in LEFT:
        return _step(row)
    if row is None or row.undone or row.did not in EMPTIED:
        return None
    away = bool(row.parked) if row.did == PARK else row.state in ("picking", "picked")
    return _step(row) if away else None


def _step(row: Any) -> BenchStep:
    facts = msgspec.json.decode(row.facts) if row.facts else {}
    return BenchStep(row.id, row.context_id, row.did, row.op_key, row.product_id, row.qty, facts)
