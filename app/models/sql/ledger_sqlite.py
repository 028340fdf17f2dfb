"""The ledger's trigger on SQLite.

Row by row, the same effects; the write lock of BEGIN IMMEDIATE stands in for row locks.
"""

from __future__ import annotations

from app.models.sql import effects

_COLUMNS = (
    "id",
    "kind",
    "product_id",
    "lot_id",
    "to_lot_id",
    "from_location_id",
    "to_location_id",
    "qty",
    "shipment_line_id",
    "return_line_id",
    "purchase_line_id",
    "serial_id",
    "reverses_id",
)
ONE = "(SELECT " + ", ".join(f"NEW.{name} AS {name}" for name in _COLUMNS) + ")"
B, L, N = (text.format(n=ONE) for text in (effects.BALANCES, effects.LEVELS, effects.LINES))
_SAME = "{a}.product_id = {b}.product_id AND {a}.lot_id = {b}.lot_id AND {a}.location_id = {b}.location_id"


def _guard(query: str, code: str) -> str:
    return f"SELECT RAISE(ABORT, '{code}') WHERE EXISTS ({query.format(n=ONE)});"


TRIGGERS = (
    f"""
CREATE TRIGGER apply_moves AFTER INSERT ON stock_move BEGIN
  {_guard(effects.WRONG_PLACE, "stock.wrong_place")}
  {_guard(effects.NOT_SELLABLE, "stock.not_sellable")}
  {_guard(effects.WRONG_LINE, "stock.wrong_line")}
  {_guard(effects.WRONG_REVERSAL, "stock.wrong_reversal")}
  INSERT OR IGNORE INTO stock_balance (product_id, lot_id, location_id)
    SELECT product_id, lot_id, location_id FROM ({B}) WHERE on_hand > 0;
  INSERT OR IGNORE INTO stock_level (product_id, warehouse_id, owner_id)
    SELECT product_id, warehouse_id, owner_id FROM ({L});
  UPDATE shipment_line SET (reserved, allocated, picked, shipped) =
    (SELECT shipment_line.reserved + e.reserved, shipment_line.allocated + e.allocated,
            shipment_line.picked + e.picked, shipment_line.shipped + e.shipped FROM ({N}) AS e)
   WHERE id = NEW.shipment_line_id;
  UPDATE stock_level SET sellable = stock_level.sellable + e.sellable, reserved = stock_level.reserved + e.reserved
    FROM (SELECT product_id, warehouse_id, owner_id, sum(sellable) AS sellable, sum(reserved) AS reserved
            FROM ({L}) GROUP BY 1, 2, 3) AS e
   WHERE stock_level.product_id = e.product_id AND stock_level.warehouse_id = e.warehouse_id
     AND stock_level.owner_id = e.owner_id;
  SELECT RAISE(ABORT, 'stock.insufficient') WHERE NEW.kind = 'reserve' AND EXISTS
    (SELECT 1 FROM shipment_line AS s JOIN stock_level AS v ON v.product_id = NEW.product_id
        AND v.warehouse_id = s.warehouse_id AND v.owner_id = s.owner_id
      WHERE s.id = NEW.shipment_line_id AND v.reserved > v.sellable);
  SELECT RAISE(ABORT, 'stock.nothing_there') WHERE EXISTS
    (SELECT 1 FROM ({B}) AS x WHERE NOT EXISTS (SELECT 1 FROM stock_balance AS b WHERE {_SAME.format(a="b", b="x")}));
  UPDATE stock_balance SET on_hand = stock_balance.on_hand + e.on_hand, allocated = stock_balance.allocated + e.allocated
    FROM (SELECT product_id, lot_id, location_id, sum(on_hand) AS on_hand, sum(allocated) AS allocated
            FROM ({B}) GROUP BY 1, 2, 3) AS e
   WHERE {_SAME.format(a="stock_balance", b="e")};
  INSERT OR IGNORE INTO allocation (shipment_line_id, lot_id, location_id, product_id)
    SELECT line_id, lot_id, location_id, product_id FROM ({B}) WHERE line_id IS NOT NULL AND allocated > 0;
  SELECT RAISE(ABORT, 'stock.not_allocated') WHERE EXISTS
    (SELECT 1 FROM ({B}) AS x WHERE line_id IS NOT NULL AND allocated < 0 AND NOT EXISTS (SELECT 1 FROM allocation AS a
      WHERE a.shipment_line_id = x.line_id AND a.lot_id = x.lot_id AND a.location_id = x.location_id));
  UPDATE allocation SET qty = allocation.qty + e.allocated
    FROM (SELECT line_id, lot_id, location_id, sum(allocated) AS allocated
            FROM ({B}) WHERE line_id IS NOT NULL GROUP BY 1, 2, 3) AS e
   WHERE allocation.shipment_line_id = e.line_id AND allocation.lot_id = e.lot_id AND allocation.location_id = e.location_id;
  {_guard(effects.SERIAL_ELSEWHERE, "stock.serial_elsewhere")}
  UPDATE serial SET location_id = NEW.to_location_id, lot_id = NEW.to_lot_id
   WHERE id = NEW.serial_id AND NEW.to_location_id IS NOT NULL;
  UPDATE purchase_line SET received = received + (SELECT qty FROM ({effects.PURCHASES.format(n=ONE)}))
   WHERE id = NEW.purchase_line_id;
  UPDATE return_line SET received = received + (SELECT qty FROM ({effects.RETURNS.format(n=ONE)}))
   WHERE id = NEW.return_line_id;
END""",
)
