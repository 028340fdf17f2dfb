"""Locking what a plan rests on, in the ledger's own order: lines, then levels, then balances.

On PostgreSQL the rows are nobody's to write, so they are locked through definer functions; on SQLite BEGIN
IMMEDIATE has locked all.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from app.database import Transaction
from app.models import ShipmentLine, StockBalance, StockLevel

_LINE = cast("sa.Table", ShipmentLine.__table__)
_LEVEL = cast("sa.Table", StockLevel.__table__)
_BALANCE = cast("sa.Table", StockBalance.__table__)
_IDS = sa.bindparam("ids", type_=ARRAY(sa.BigInteger))


def _function(name: str, table: sa.Table, *arguments: sa.BindParameter[Any]) -> sa.Select[Any]:
    call = getattr(sa.func, name)(*arguments).table_valued(
        *(column.name for column in table.columns), name="locked"
    )
    return sa.select(*call.c)


_PG_LINES = _function("lock_lines", _LINE, _IDS)
_PG_LEVELS = _function(
    "lock_levels",
    _LEVEL,
    _IDS,
    sa.bindparam("warehouse", type_=sa.BigInteger),
    sa.bindparam("owner", type_=sa.BigInteger),
)
_PG_BALANCES = _function("lock_balances", _BALANCE, _IDS)
_IN: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_LITE_LINES = sa.select(_LINE).where(_LINE.c.id.in_(_IN)).order_by(_LINE.c.id)
_LITE_LEVELS = (
    sa.select(_LEVEL)
    .where(
        _LEVEL.c.product_id.in_(_IN),
        _LEVEL.c.warehouse_id == sa.bindparam("warehouse"),
        _LEVEL.c.owner_id == sa.bindparam("owner"),
    )
    .order_by(_LEVEL.c.product_id)
)
_LITE_BALANCES = (
    sa.select(_BALANCE)
    .where(_BALANCE.c.product_id.in_(_IN), _BALANCE.c.on_hand > 0)
    .order_by(_BALANCE.c.product_id, _BALANCE.c.lot_id, _BALANCE.c.location_id)
)


def lock_lines(tx: Transaction, ids: Iterable[int]) -> list[Any]:
    """Shipment lines by id, all columns, locked until the transaction ends."""
    return list(tx.execute(_PG_LINES if tx.postgresql else _LITE_LINES, {"ids": sorted(set(ids))}).all())


def lock_levels(
    tx: Transaction, product_ids: Iterable[int], warehouse_id: int, owner_id: int = 0
) -> list[Any]:
    """Stock levels (sellable, reserved) of products in a warehouse, locked.

    A product that never had stock has no row.
    """
    parameters = {"ids": sorted(set(product_ids)), "warehouse": warehouse_id, "owner": owner_id}
    return list(tx.execute(_PG_LEVELS if tx.postgresql else _LITE_LEVELS, parameters).all())


def lock_balances(tx: Transaction, product_ids: Iterable[int]) -> list[Any]:
    """All balances with goods of some products (every place and lot), locked: plan only on what is locked."""
    return list(
        tx.execute(_PG_BALANCES if tx.postgresql else _LITE_BALANCES, {"ids": sorted(set(product_ids))}).all()
    )
