"""Open pick tasks follow the goods: what a shipment lost is not walked for, what it got instead is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import sqlalchemy as sa

from app.database import Transaction
from app.domain.flow import PICK_TASK
from app.domain.numbers import task_number
from app.models import PickTask
from app.models.bulk import BulkInsert
from app.services.goods import Place
from app.services.states import move_state


class Claimed(Protocol):
    """Pieces of a lot in a place that a shipment line holds."""

    @property
    def shipment_line_id(self) -> int:
        """Whose."""

    @property
    def product_id(self) -> int:
        """Of what."""

    @property
    def lot_id(self) -> int:
        """Of which lot."""

    @property
    def location_id(self) -> int:
        """Where."""

    @property
    def qty(self) -> int:
        """How many."""


_T: Any = PickTask.__table__
_OPEN = (
    sa.select(_T)
    .where(
        _T.c.shipment_line_id.in_(sa.bindparam("lines", expanding=True)),
        _T.c.state == "open",
        _T.c.picked + _T.c.short == 0,
    )
    .order_by(_T.c.id.desc())
)
_NEW = BulkInsert(
    PickTask,
    (
        "number",
        "wave_id",
        "shipment_id",
        "shipment_line_id",
        "product_id",
        "lot_id",
        "from_location_id",
        "to_location_id",
        "walk_seq",
        "qty",
    ),
)


def redirect(
    tx: Transaction, freed: Sequence[Claimed], claimed: Sequence[Claimed], places: Mapping[int, Place]
) -> None:
    """Call off open tasks on goods that were let go; what is left and what came instead is walked for on the same list."""
    if not freed:
        return
    lost: dict[tuple[int, int, int], int] = defaultdict(int)
    for claim in freed:
        lost[claim.shipment_line_id, claim.lot_id, claim.location_id] += claim.qty
    walks: dict[int, Any] = {}
    over: list[int] = []
    rows: list[dict[str, Any]] = []
    for task in tx.execute(_OPEN, {"lines": sorted({claim.shipment_line_id for claim in freed})}).all():
        key = (task.shipment_line_id, task.lot_id, task.from_location_id)
        taken = min(lost[key], task.qty)
        if not taken:
            continue
        lost[key] -= taken
        walks.setdefault(task.shipment_line_id, task)
        over.append(task.id)
        if taken < task.qty:
            rows.append(task_like(task, task.lot_id, task.from_location_id, task.walk_seq, task.qty - taken))
        tx.changed("wave", task.wave_id)
    move_state(tx, PICK_TASK, over, "cancel")
    for claim in claimed:
        if walk := walks.get(claim.shipment_line_id):
            place = places[claim.location_id]
            rows.append(task_like(walk, claim.lot_id, place.id, place.walk_seq, claim.qty))
    add_tasks(tx, rows)


def add_tasks(tx: Transaction, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put tasks on pick lists, each with a number of its own; rows as `task_like` makes them."""
    if rows:
        numbers = tx.serials("PT", len(rows))
        _NEW(
            tx,
            [{**row, "number": task_number(number)} for row, number in zip(rows, numbers, strict=True)],
        )


def task_like(like: Any, lot_id: int, location_id: int, walk_seq: int, qty: int) -> dict[str, Any]:
    """A task for the same shipment line on the same list, for other goods."""
    return {
        "wave_id": like.wave_id,
        "shipment_id": like.shipment_id,
        "shipment_line_id": like.shipment_line_id,
        "product_id": like.product_id,
        "lot_id": lot_id,
        "from_location_id": location_id,
        "to_location_id": like.to_location_id,
        "walk_seq": walk_seq,
        "qty": qty,
    }
