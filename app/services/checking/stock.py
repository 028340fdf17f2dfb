"""Stock against the ledger: balances, allocations, levels, line counters, receipts, serial numbers, the ledger's own rows."""

from __future__ import annotations

from app.models.sql import effects
from app.services.checking.rules import listed, same_sums

_BALANCES, _LINES, _PURCHASES, _RETURNS = (
    text.format(n="stock_move")
    for text in (effects.BALANCES, effects.LINES, effects.PURCHASES, effects.RETURNS)
)
_WRONG_REVERSAL, _WRONG_LINE = (
    text.format(n="stock_move").replace(
        "SELECT 1 FROM", "SELECT n.id AS move_id, 0 AS expected, 1 AS found FROM", 1
    )
    for text in (effects.WRONG_REVERSAL, effects.WRONG_LINE)
)

RULES = (
    same_sums(
        "stock_balance",
        ("product_id", "lot_id", "location_id"),
        ("on_hand",),
        found="SELECT product_id, lot_id, location_id, on_hand FROM stock_balance",
        expected=f"SELECT product_id, lot_id, location_id, on_hand FROM ({_BALANCES}) AS b",
    ),
    same_sums(
        "stock_balance",
        ("product_id", "lot_id", "location_id"),
        ("allocated",),
        found="SELECT product_id, lot_id, location_id, allocated FROM stock_balance",
        expected="SELECT product_id, lot_id, location_id, qty AS allocated FROM allocation",
    ),
    same_sums(
        "allocation",
        ("shipment_line_id", "lot_id", "location_id"),
        ("qty",),
        found="SELECT shipment_line_id, lot_id, location_id, qty FROM allocation",
        expected="SELECT line_id AS shipment_line_id, lot_id, location_id, allocated AS qty"
        f" FROM ({_BALANCES}) AS b WHERE line_id IS NOT NULL",
    ),
    same_sums(
        "stock_level",
        ("product_id", "warehouse_id", "owner_id"),
        ("sellable", "reserved"),
        found="SELECT product_id, warehouse_id, owner_id, sellable, reserved FROM stock_level",
        # From balances and lines, not by the trigger's own words: what it means, computed another way.
        expected="SELECT b.product_id, x.warehouse_id, o.owner_id, b.on_hand AS sellable, 0 AS reserved FROM stock_balance AS b"
        " JOIN location AS x ON x.id = b.location_id AND x.sellable JOIN lot AS o ON o.id = b.lot_id AND o.status = 'ok'"
        " UNION ALL SELECT product_id, warehouse_id, owner_id, 0, reserved FROM shipment_line",
    ),
    same_sums(
        "shipment_line",
        ("id",),
        ("reserved", "allocated", "picked", "shipped"),
        found="SELECT id, reserved, allocated, picked, shipped FROM shipment_line WHERE NOT history",
        expected=f"SELECT line_id AS id, reserved, allocated, picked, shipped FROM ({_LINES}) AS m",
    ),
    same_sums(
        "purchase_line",
        ("id",),
        ("received",),
        found="SELECT id, received FROM purchase_line",
        expected=f"SELECT id, qty AS received FROM ({_PURCHASES}) AS m",
    ),
    same_sums(
        "return_line",
        ("id",),
        ("received", "inspected"),
        found="SELECT id, received, inspected FROM return_line",
        expected=f"SELECT id, qty AS received, 0 AS inspected FROM ({_RETURNS}) AS m"
        " UNION ALL SELECT return_line_id, 0, qty FROM inspection WHERE undone_at IS NULL",
    ),
    listed(
        "serial",
        "location",
        ("serial_id",),
        "SELECT s.id AS serial_id, m.to_location_id AS expected, s.location_id AS found FROM serial AS s"
        " LEFT JOIN (SELECT serial_id, max(id) AS last FROM stock_move WHERE serial_id IS NOT NULL"
        " AND to_location_id IS NOT NULL GROUP BY serial_id) AS l ON l.serial_id = s.id"
        " LEFT JOIN stock_move AS m ON m.id = l.last WHERE coalesce(m.to_location_id, 0) <> coalesce(s.location_id, 0)",
    ),
    listed("stock_move", "reversal", ("move_id",), _WRONG_REVERSAL),
    listed("stock_move", "line", ("move_id",), _WRONG_LINE),
)
"""On the ledger and what follows it."""
