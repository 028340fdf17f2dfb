"""What a ledger row does to balances, levels and shipment lines: one text for both engines.

Each query has one row per touched key. `{n}` is where the new ledger rows are read from: the transition table
of the statement on PostgreSQL, a one-row SELECT of NEW on SQLite. Signs: goods leave `from`, arrive at `to`;
a row with a shipment line carries the line's allocation with it.
"""

from __future__ import annotations

BALANCES = """
SELECT n.product_id AS product_id, n.lot_id AS lot_id, n.from_location_id AS location_id, n.shipment_line_id AS line_id,
       -n.qty AS on_hand, CASE WHEN n.shipment_line_id IS NULL THEN 0 ELSE -n.qty END AS allocated
  FROM {n} AS n JOIN location AS x ON x.id = n.from_location_id AND x.physical WHERE n.to_location_id IS NOT NULL
UNION ALL
SELECT n.product_id, n.to_lot_id, n.to_location_id, n.shipment_line_id,
       n.qty, CASE WHEN n.shipment_line_id IS NULL THEN 0 ELSE n.qty END
  FROM {n} AS n JOIN location AS x ON x.id = n.to_location_id AND x.physical
UNION ALL
SELECT n.product_id, n.lot_id, n.from_location_id, n.shipment_line_id,
       0, CASE n.kind WHEN 'allocate' THEN n.qty ELSE -n.qty END
  FROM {n} AS n WHERE n.kind IN ('allocate', 'deallocate')"""
"""Change of `stock_balance` (pieces on hand, pieces allocated); with a line also of `allocation`."""

LEVELS = """
SELECT n.product_id AS product_id, x.warehouse_id AS warehouse_id, o.owner_id AS owner_id,
       -n.qty AS sellable, CASE WHEN n.shipment_line_id IS NULL THEN 0 ELSE -n.qty END AS reserved
  FROM {n} AS n JOIN location AS x ON x.id = n.from_location_id AND x.sellable
  JOIN lot AS o ON o.id = n.lot_id AND o.status = 'ok' WHERE n.to_location_id IS NOT NULL
UNION ALL
SELECT n.product_id, x.warehouse_id, o.owner_id,
       n.qty, CASE WHEN n.shipment_line_id IS NULL THEN 0 ELSE n.qty END
  FROM {n} AS n JOIN location AS x ON x.id = n.to_location_id AND x.sellable
  JOIN lot AS o ON o.id = n.to_lot_id AND o.status = 'ok'
UNION ALL
SELECT n.product_id, s.warehouse_id, s.owner_id, 0, CASE n.kind WHEN 'reserve' THEN n.qty ELSE -n.qty END
  FROM {n} AS n JOIN shipment_line AS s ON s.id = n.shipment_line_id WHERE n.kind IN ('reserve', 'release')"""
"""Change of `stock_level`: goods that a line takes out of a sellable place use up its promise; back, they
restore it.
"""

LINES = """
SELECT n.shipment_line_id AS line_id,
       CASE n.kind WHEN 'reserve' THEN n.qty WHEN 'release' THEN -n.qty ELSE 0 END
       - CASE WHEN n.to_location_id IS NOT NULL AND f.sellable THEN n.qty ELSE 0 END
       + CASE WHEN t.sellable THEN n.qty ELSE 0 END AS reserved,
       CASE n.kind WHEN 'allocate' THEN n.qty WHEN 'deallocate' THEN -n.qty ELSE 0 END
       - CASE WHEN n.to_location_id IS NOT NULL AND f.sellable THEN n.qty ELSE 0 END
       + CASE WHEN t.sellable THEN n.qty ELSE 0 END AS allocated,
       CASE WHEN n.to_location_id IS NULL THEN 0 ELSE
         CASE WHEN t.physical AND NOT t.sellable THEN n.qty ELSE 0 END
         - CASE WHEN f.physical AND NOT f.sellable THEN n.qty ELSE 0 END END AS picked,
       CASE WHEN t.kind = 'customer' THEN n.qty ELSE 0 END
       - CASE WHEN n.to_location_id IS NOT NULL AND f.kind = 'customer' THEN n.qty ELSE 0 END AS shipped
  FROM {n} AS n LEFT JOIN location AS f ON f.id = n.from_location_id LEFT JOIN location AS t ON t.id = n.to_location_id
 WHERE n.shipment_line_id IS NOT NULL"""
"""Change of a shipment line's counters."""

PURCHASES = """
SELECT n.purchase_line_id AS id, CASE WHEN f.kind = 'supplier' THEN n.qty ELSE -n.qty END AS qty
  FROM {n} AS n JOIN location AS f ON f.id = n.from_location_id WHERE n.purchase_line_id IS NOT NULL"""
"""Change of `purchase_line.received`."""

RETURNS = """
SELECT n.return_line_id AS id, CASE WHEN f.kind = 'customer' THEN n.qty ELSE -n.qty END AS qty
  FROM {n} AS n JOIN location AS f ON f.id = n.from_location_id WHERE n.return_line_id IS NOT NULL"""
"""Change of `return_line.received`."""

WRONG_PLACE = """
SELECT 1 FROM {n} AS n JOIN location AS f ON f.id = n.from_location_id JOIN location AS t ON t.id = n.to_location_id
 WHERE NOT CASE n.kind
    WHEN 'receive' THEN (f.kind = 'supplier' AND t.physical) OR (t.kind = 'supplier' AND f.physical)
    WHEN 'adjust' THEN (f.kind = 'adjustment' AND t.physical) OR (t.kind = 'adjustment' AND f.physical)
    WHEN 'move' THEN f.physical AND t.physical AND (n.shipment_line_id IS NULL OR f.sellable = t.sellable)
    WHEN 'relabel' THEN f.physical AND f.id = t.id AND n.shipment_line_id IS NULL
    WHEN 'pick' THEN (f.sellable AND t.physical AND NOT t.sellable) OR (t.sellable AND f.physical AND NOT f.sellable)
    WHEN 'ship' THEN (t.kind = 'customer' AND f.physical AND NOT f.sellable)
                  OR (f.kind = 'customer' AND t.physical AND NOT t.sellable)
    WHEN 'return' THEN n.shipment_line_id IS NULL
                  AND ((f.kind = 'customer' AND t.physical) OR (t.kind = 'customer' AND f.physical))
    ELSE n.to_location_id IS NULL END
    OR (n.kind <> 'relabel' AND n.lot_id <> n.to_lot_id)"""
"""Rows whose kind does not belong between their places: a pick may not end at the customer's, a receipt
comes from a supplier.
"""

WRONG_LINE = """
SELECT 1 FROM {n} AS n JOIN shipment_line AS s ON s.id = n.shipment_line_id
  LEFT JOIN location AS f ON f.id = n.from_location_id LEFT JOIN location AS t ON t.id = n.to_location_id
  LEFT JOIN lot AS o ON o.id = n.lot_id
 WHERE s.product_id <> n.product_id OR f.warehouse_id <> s.warehouse_id OR t.warehouse_id <> s.warehouse_id
    OR o.owner_id <> s.owner_id"""
"""Rows whose shipment line is for another product, warehouse or owner."""

WRONG_REVERSAL = """
SELECT 1 FROM {n} AS n JOIN stock_move AS m ON m.id = n.reverses_id
 WHERE NOT (m.product_id = n.product_id AND m.qty = n.qty
   AND coalesce(m.shipment_line_id, 0) = coalesce(n.shipment_line_id, 0)
   AND coalesce(m.return_line_id, 0) = coalesce(n.return_line_id, 0)
   AND coalesce(m.purchase_line_id, 0) = coalesce(n.purchase_line_id, 0)
   AND coalesce(m.serial_id, 0) = coalesce(n.serial_id, 0)
   AND n.kind = CASE m.kind WHEN 'reserve' THEN 'release' WHEN 'release' THEN 'reserve'
                WHEN 'allocate' THEN 'deallocate' WHEN 'deallocate' THEN 'allocate' ELSE m.kind END
   AND CASE WHEN m.to_location_id IS NULL
       THEN coalesce(m.from_location_id, 0) = coalesce(n.from_location_id, 0) AND coalesce(m.lot_id, 0) = coalesce(n.lot_id, 0)
       ELSE m.from_location_id = n.to_location_id AND m.to_location_id = n.from_location_id
        AND m.lot_id = n.to_lot_id AND m.to_lot_id = n.lot_id END)"""
"""Rows that claim to undo another without being its mirror."""

NOT_SELLABLE = """
SELECT 1 FROM {n} AS n JOIN location AS x ON x.id = n.from_location_id JOIN lot AS o ON o.id = n.lot_id
 WHERE (n.kind = 'allocate' AND (NOT x.sellable OR o.status <> 'ok')) OR (n.kind = 'deallocate' AND NOT x.sellable)"""
"""Allocations of goods that may not be sold, and claims let go where the goods are picked already (undo the pick instead)."""

SERIAL_ELSEWHERE = """
SELECT 1 FROM {n} AS n JOIN serial AS s ON s.id = n.serial_id JOIN location AS f ON f.id = n.from_location_id
 WHERE n.to_location_id IS NOT NULL
   AND CASE WHEN s.location_id IS NULL THEN f.physical ELSE s.location_id <> n.from_location_id END"""
"""Moves of a serial number from where it is not (never received, it can only come from outside)."""
