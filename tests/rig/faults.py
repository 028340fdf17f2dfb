"""Faults planted on purpose into services and triggers of both engines; the machine must notice each of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa

from app.database import Transaction
from app.models.sql import ledger_postgresql, ledger_sqlite
from app.services import ledger, picking, release, reservation
from app.services.ledger import LedgerRow
from tests.rig.mirror import Ground

Fault = Callable[[pytest.MonkeyPatch, Ground], Any]


@contextmanager
def promises_unchecked(patch: pytest.MonkeyPatch, ground: Ground) -> Iterator[None]:
    """Goods are promised whether there are any or not: neither the service looks, nor the trigger."""
    patch.setattr(reservation, "_short_products", lambda tx, wants, free: ())
    (whole,) = ledger_sqlite.TRIGGERS
    blind = re.sub(r"SELECT RAISE\(ABORT, 'stock\.insufficient'\).*?;", "", whole, flags=re.DOTALL)
    raising = "RAISE EXCEPTION 'stock.insufficient' USING ERRCODE = '23514'"
    assert blind != whole
    assert raising in ledger_postgresql.APPLY_MOVES
    with ground.altered(
        ["DROP TRIGGER apply_moves", blind],
        [ledger_postgresql.APPLY_MOVES.replace(raising, "NULL")],
        [ledger_postgresql.APPLY_MOVES],
    ):
        yield


@contextmanager
def undone_without_a_trace(patch: pytest.MonkeyPatch, ground: Ground) -> Iterator[None]:
    """What an undo posts does not say what it takes back."""
    mirror = ledger.mirror
    patch.setattr(ledger, "mirror", lambda row, reason="undo": replace(mirror(row, reason), reverses_id=None))
    yield


@contextmanager
def picked_from_another_lot(patch: pytest.MonkeyPatch, ground: Ground) -> Iterator[None]:
    """A pick of tea takes the other lot, with its claim, wherever the list sends the picker."""
    others = sa.text(
        "SELECT b.lot_id, b.location_id FROM stock_balance AS b JOIN location AS p ON p.id = b.location_id"
        " WHERE b.product_id = :product AND b.lot_id <> :lot AND b.on_hand - b.allocated >= :qty AND p.sellable"
        " ORDER BY b.lot_id, p.code"
    )

    def swapped(tx: Transaction, rows: list[LedgerRow]) -> None:
        found: list[LedgerRow] = []
        for row in rows:
            wanted = {"product": row.product_id, "lot": row.lot_id, "qty": row.qty}
            other = tx.execute(others, wanted).first()
            if other is None:
                found.append(row)
                continue
            there = replace(
                row, lot_id=other.lot_id, to_lot_id=other.lot_id, from_location_id=other.location_id
            )
            found.append(replace(row, kind="deallocate", to_lot_id=None, to_location_id=None))
            found.append(replace(there, kind="allocate", to_lot_id=None, to_location_id=None))
            found.append(there)
        ledger.post_moves(tx, found)

    patch.setattr(picking, "post_moves", swapped)
    yield


@contextmanager
def packed_goods_uncounted(patch: pytest.MonkeyPatch, ground: Ground) -> Iterator[None]:
    """What goes into a parcel is not counted on its shipment line."""
    trigger = "ALTER TABLE package_line {} TRIGGER packed_more"
    with ground.altered(
        ["DROP TRIGGER packed_more"], [trigger.format("DISABLE")], [trigger.format("ENABLE")]
    ):
        yield


@contextmanager
def claims_left_behind(patch: pytest.MonkeyPatch, ground: Ground) -> Iterator[None]:
    """A shipment that is called back from its pick list keeps one of its claims."""
    recall = release.recall_locked

    def leaking(*args: Any, **kwargs: Any) -> Any:
        rows, states = recall(*args, **kwargs)
        claims = [row for row in rows if row.kind == "deallocate"]
        return [row for row in rows if row not in claims[:1]], states

    patch.setattr(release, "recall_locked", leaking)
    yield


FAULTS: dict[Fault, str] = {
    promises_unchecked: "not possible",
    undone_without_a_trace: "leaves no trace",
    picked_from_another_lot: "picked from another lot",
    packed_goods_uncounted: "packed: ",
    claims_left_behind: "holds goods",
}
"""Each with the words in which the machine complains."""
