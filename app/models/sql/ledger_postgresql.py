"""The ledger's trigger on PostgreSQL: one statement trigger that takes its locks in one global order.

Order of locks: shipment lines, levels, balances, allocations, each by key. With it 16 desks on the same goods
never deadlock; triggers per row did so by the hundred.

What the rows mean is looked up once (`ledger_fact`: the row, its places, its lots, its line); the effects are then
read from that array, a statement a table, and only where the rows touch that table. A row is locked and changed in
one statement: the locking CTE sorts, the UPDATE joins it.
"""

from __future__ import annotations

from app.models.sql import effects

FACT_TYPE = """
CREATE TYPE ledger_fact AS (
  id bigint, kind text, product_id bigint, lot_id bigint, to_lot_id bigint, from_id bigint, to_id bigint, qty bigint,
  line_id bigint, return_line_id bigint, purchase_line_id bigint, serial_id bigint, reverses_id bigint,
  f_kind text, f_physical boolean, f_sellable boolean, f_site bigint,
  t_kind text, t_physical boolean, t_sellable boolean, t_site bigint,
  lot_ok boolean, lot_owner bigint, to_lot_ok boolean, to_lot_owner bigint,
  line_product bigint, line_site bigint, line_owner bigint)"""
"""A ledger row with what its guards and effects need; goods move when `to_id` is set."""

_FACTS = """
SELECT array_agg(ROW(n.id, n.kind, n.product_id, n.lot_id, n.to_lot_id, n.from_location_id, n.to_location_id, n.qty,
    n.shipment_line_id, n.return_line_id, n.purchase_line_id, n.serial_id, n.reverses_id,
    f.kind, f.physical, f.sellable, f.warehouse_id, t.kind, t.physical, t.sellable, t.warehouse_id,
    o.status = 'ok', o.owner_id, p.status = 'ok', p.owner_id, s.product_id, s.warehouse_id, s.owner_id)::ledger_fact)
  FROM n LEFT JOIN location AS f ON f.id = n.from_location_id LEFT JOIN location AS t ON t.id = n.to_location_id
  LEFT JOIN lot AS o ON o.id = n.lot_id LEFT JOIN lot AS p ON p.id = n.to_lot_id
  LEFT JOIN shipment_line AS s ON s.id = n.shipment_line_id"""

_GUARDS = """
SELECT bool_or(kind NOT IN ('reserve', 'release')), bool_or(line_id IS NOT NULL),
       bool_or(to_id IS NOT NULL AND t_physical), bool_or(t_sellable AND line_id IS NULL),
       bool_or(kind IN ('reserve', 'release') OR (to_id IS NOT NULL AND f_sellable) OR t_sellable),
       bool_or(kind = 'allocate' OR (line_id IS NOT NULL AND to_id IS NOT NULL AND t_physical)),
       bool_or(kind = 'deallocate' OR (line_id IS NOT NULL AND to_id IS NOT NULL AND f_physical)),
       bool_or(line_id IS NOT NULL AND 'customer' IN (t_kind, f_kind)),
       bool_or(serial_id IS NOT NULL), bool_or(purchase_line_id IS NOT NULL), bool_or(return_line_id IS NOT NULL),
       bool_or(reverses_id IS NOT NULL),
       bool_or(to_id IS NOT NULL AND (NOT CASE kind
         WHEN 'receive' THEN (f_kind = 'supplier' AND t_physical) OR (t_kind = 'supplier' AND f_physical)
         WHEN 'adjust' THEN (f_kind = 'adjustment' AND t_physical) OR (t_kind = 'adjustment' AND f_physical)
         WHEN 'move' THEN f_physical AND t_physical AND (line_id IS NULL OR f_sellable = t_sellable)
         WHEN 'relabel' THEN f_physical AND from_id = to_id AND line_id IS NULL
         WHEN 'pick' THEN (f_sellable AND t_physical AND NOT t_sellable) OR (t_sellable AND f_physical AND NOT f_sellable)
         WHEN 'ship' THEN (t_kind = 'customer' AND f_physical AND NOT f_sellable)
                       OR (f_kind = 'customer' AND t_physical AND NOT t_sellable)
         WHEN 'return' THEN line_id IS NULL
                       AND ((f_kind = 'customer' AND t_physical) OR (t_kind = 'customer' AND f_physical))
         ELSE false END OR (kind <> 'relabel' AND lot_id <> to_lot_id))),
       bool_or((kind = 'allocate' AND NOT (f_sellable AND lot_ok)) OR (kind = 'deallocate' AND NOT f_sellable)),
       bool_or(line_id IS NOT NULL AND (line_product <> product_id OR f_site <> line_site OR t_site <> line_site
         OR lot_owner <> line_owner))
  FROM unnest(facts)"""

_BALANCES = """
SELECT product_id, lot_id, from_id AS location_id, line_id, -qty AS on_hand,
       CASE WHEN line_id IS NULL THEN 0 ELSE -qty END AS allocated
  FROM unnest(facts) WHERE to_id IS NOT NULL AND f_physical
UNION ALL
SELECT product_id, to_lot_id, to_id, line_id, qty, CASE WHEN line_id IS NULL THEN 0 ELSE qty END
  FROM unnest(facts) WHERE to_id IS NOT NULL AND t_physical
UNION ALL
SELECT product_id, lot_id, from_id, line_id, 0, CASE kind WHEN 'allocate' THEN qty ELSE -qty END
  FROM unnest(facts) WHERE kind IN ('allocate', 'deallocate')"""

_LEVELS = """
SELECT product_id, f_site AS warehouse_id, lot_owner AS owner_id, -qty AS sellable,
       CASE WHEN line_id IS NULL THEN 0 ELSE -qty END AS reserved, false AS promise
  FROM unnest(facts) WHERE to_id IS NOT NULL AND f_sellable AND lot_ok
UNION ALL
SELECT product_id, t_site, to_lot_owner, qty, CASE WHEN line_id IS NULL THEN 0 ELSE qty END, false
  FROM unnest(facts) WHERE t_sellable AND to_lot_ok
UNION ALL
SELECT product_id, line_site, line_owner, 0, CASE kind WHEN 'reserve' THEN qty ELSE -qty END, kind = 'reserve'
  FROM unnest(facts) WHERE kind IN ('reserve', 'release')"""

_LINES = """
SELECT line_id,
       sum(CASE kind WHEN 'reserve' THEN qty WHEN 'release' THEN -qty ELSE 0 END
         - CASE WHEN to_id IS NOT NULL AND f_sellable THEN qty ELSE 0 END
         + CASE WHEN t_sellable THEN qty ELSE 0 END) AS reserved,
       sum(CASE kind WHEN 'allocate' THEN qty WHEN 'deallocate' THEN -qty ELSE 0 END
         - CASE WHEN to_id IS NOT NULL AND f_sellable THEN qty ELSE 0 END
         + CASE WHEN t_sellable THEN qty ELSE 0 END) AS allocated,
       sum(CASE WHEN to_id IS NULL THEN 0 ELSE CASE WHEN t_physical AND NOT t_sellable THEN qty ELSE 0 END
         - CASE WHEN f_physical AND NOT f_sellable THEN qty ELSE 0 END END) AS picked,
       sum(CASE WHEN t_kind = 'customer' THEN qty ELSE 0 END
         - CASE WHEN to_id IS NOT NULL AND f_kind = 'customer' THEN qty ELSE 0 END) AS shipped
  FROM unnest(facts) WHERE line_id IS NOT NULL GROUP BY line_id"""


def _refuse(condition: str, code: str) -> str:
    return f"IF {condition} THEN RAISE EXCEPTION '{code}' USING ERRCODE = '23514'; END IF;"


APPLY_MOVES = f"""
CREATE OR REPLACE FUNCTION apply_moves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = quai, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
SET enable_hashjoin = off SET enable_mergejoin = off AS $f$
DECLARE
  facts ledger_fact[]; goods boolean; lines boolean; arrivals boolean; gains boolean; levels boolean;
  claims boolean; unclaims boolean; shipping boolean; serials boolean; purchases boolean; returns boolean;
  reversals boolean; wrong_place boolean; not_sellable boolean; wrong_line boolean; wanted bigint; found_rows bigint; short boolean;
BEGIN
  facts := ({_FACTS});
  IF facts IS NULL THEN RETURN NULL; END IF;
  {
    _GUARDS.replace(
        "FROM unnest(facts)",
        "INTO goods, lines, arrivals, gains, levels, claims, unclaims, shipping, serials, purchases, returns, reversals, wrong_place, not_sellable, wrong_line FROM unnest(facts)",
    )
};
  {_refuse("wrong_place", "stock.wrong_place")}
  {_refuse("not_sellable", "stock.not_sellable")}
  {_refuse("wrong_line", "stock.wrong_line")}
  IF reversals THEN
    {_refuse("EXISTS (" + effects.WRONG_REVERSAL.format(n="n") + ")", "stock.wrong_reversal")}
  END IF;
  IF arrivals THEN
    INSERT INTO stock_balance (product_id, lot_id, location_id)
      SELECT DISTINCT product_id, to_lot_id, to_id FROM unnest(facts) AS e
       WHERE to_id IS NOT NULL AND t_physical AND NOT EXISTS (SELECT 1 FROM stock_balance AS b
         WHERE b.product_id = e.product_id AND b.lot_id = e.to_lot_id AND b.location_id = e.to_id)
       ORDER BY 1, 2, 3 ON CONFLICT DO NOTHING;
  END IF;
  IF gains THEN
    INSERT INTO stock_level (product_id, warehouse_id, owner_id)
      SELECT DISTINCT product_id, t_site, to_lot_owner FROM unnest(facts) AS e
       WHERE t_sellable AND to_lot_ok AND NOT EXISTS (SELECT 1 FROM stock_level AS v
         WHERE v.product_id = e.product_id AND v.warehouse_id = e.t_site AND v.owner_id = e.to_lot_owner)
       ORDER BY 1, 2, 3 ON CONFLICT DO NOTHING;
  END IF;
  IF lines THEN
    WITH e AS ({_LINES}),
    locked AS (SELECT s.id, e.* FROM e JOIN shipment_line AS s ON s.id = e.line_id ORDER BY s.id FOR NO KEY UPDATE OF s)
    UPDATE shipment_line AS s SET reserved = s.reserved + l.reserved, allocated = s.allocated + l.allocated,
           picked = s.picked + l.picked, shipped = s.shipped + l.shipped FROM locked AS l WHERE s.id = l.id;
    IF shipping THEN
      WITH e AS (SELECT s.order_line_id, sum(x.shipped) AS shipped FROM ({_LINES}) AS x
                   JOIN shipment_line AS s ON s.id = x.line_id WHERE s.order_line_id IS NOT NULL GROUP BY 1),
      locked AS (SELECT o.id, e.shipped FROM e JOIN order_line AS o ON o.id = e.order_line_id ORDER BY o.id FOR NO KEY UPDATE OF o)
      UPDATE order_line AS o SET shipped = o.shipped + l.shipped FROM locked AS l WHERE o.id = l.id;
    END IF;
  END IF;
  IF levels THEN
    WITH e AS (SELECT product_id, warehouse_id, owner_id, sum(sellable) AS sellable, sum(reserved) AS reserved,
                      bool_or(promise) AS promise FROM ({_LEVELS}) AS x GROUP BY 1, 2, 3),
    locked AS (SELECT e.* FROM e JOIN stock_level AS v ON v.product_id = e.product_id AND v.warehouse_id = e.warehouse_id
        AND v.owner_id = e.owner_id ORDER BY v.product_id, v.warehouse_id, v.owner_id FOR NO KEY UPDATE OF v),
    done AS (UPDATE stock_level AS v SET sellable = v.sellable + l.sellable, reserved = v.reserved + l.reserved FROM locked AS l
       WHERE v.product_id = l.product_id AND v.warehouse_id = l.warehouse_id AND v.owner_id = l.owner_id
      RETURNING l.promise AND v.reserved > v.sellable AS short)
    SELECT (SELECT count(*) FROM e), count(*), bool_or(done.short) INTO wanted, found_rows, short FROM done;
    {_refuse("short OR found_rows < wanted", "stock.insufficient")}
  END IF;
  IF goods THEN
    WITH e AS (SELECT product_id, lot_id, location_id, sum(on_hand) AS on_hand, sum(allocated) AS allocated
                 FROM ({_BALANCES}) AS x GROUP BY 1, 2, 3),
    locked AS (SELECT e.* FROM e JOIN stock_balance AS b ON b.product_id = e.product_id AND b.lot_id = e.lot_id
        AND b.location_id = e.location_id ORDER BY b.product_id, b.lot_id, b.location_id FOR NO KEY UPDATE OF b),
    done AS (UPDATE stock_balance AS b SET on_hand = b.on_hand + l.on_hand, allocated = b.allocated + l.allocated
        FROM locked AS l WHERE b.product_id = l.product_id AND b.lot_id = l.lot_id AND b.location_id = l.location_id
      RETURNING 1)
    SELECT (SELECT count(*) FROM e), count(*) INTO wanted, found_rows FROM done;
    {_refuse("found_rows < wanted", "stock.nothing_there")}
  END IF;
  IF unclaims THEN
    WITH e AS (SELECT line_id, lot_id, location_id, sum(allocated) AS qty FROM ({_BALANCES}) AS x
                WHERE line_id IS NOT NULL GROUP BY 1, 2, 3 HAVING sum(allocated) < 0),
    done AS (UPDATE allocation AS a SET qty = a.qty + e.qty FROM e
        WHERE a.shipment_line_id = e.line_id AND a.lot_id = e.lot_id AND a.location_id = e.location_id RETURNING 1)
    SELECT (SELECT count(*) FROM e), count(*) INTO wanted, found_rows FROM done;
    {_refuse("found_rows < wanted", "stock.not_allocated")}
  END IF;
  IF claims THEN
    INSERT INTO allocation AS a (shipment_line_id, lot_id, location_id, product_id, qty)
      SELECT line_id, lot_id, location_id, product_id, sum(allocated) FROM ({_BALANCES}) AS x
       WHERE line_id IS NOT NULL GROUP BY 1, 2, 3, 4 HAVING sum(allocated) > 0 ORDER BY 1, 2, 3
      ON CONFLICT (shipment_line_id, lot_id, location_id) DO UPDATE SET qty = a.qty + excluded.qty;
  END IF;
  IF serials THEN
    PERFORM 1 FROM serial WHERE id IN (SELECT serial_id FROM unnest(facts)) ORDER BY id FOR NO KEY UPDATE;
    {
    _refuse(
        "(SELECT count(*) <> count(DISTINCT serial_id) FROM unnest(facts) WHERE serial_id IS NOT NULL AND to_id IS NOT NULL)"
        " OR EXISTS (SELECT 1 FROM unnest(facts) AS n JOIN serial AS s ON s.id = n.serial_id WHERE n.to_id IS NOT NULL"
        " AND CASE WHEN s.location_id IS NULL THEN n.f_physical ELSE s.location_id <> n.from_id END)",
        "stock.serial_elsewhere",
    )
}
    UPDATE serial AS s SET location_id = n.to_id, lot_id = n.to_lot_id
      FROM unnest(facts) AS n WHERE s.id = n.serial_id AND n.to_id IS NOT NULL;
  END IF;
  IF purchases THEN
    UPDATE purchase_line AS p SET received = p.received + e.qty
      FROM (SELECT purchase_line_id AS id, sum(CASE WHEN f_kind = 'supplier' THEN qty ELSE -qty END) AS qty
              FROM unnest(facts) WHERE purchase_line_id IS NOT NULL GROUP BY 1) AS e WHERE p.id = e.id;
  END IF;
  IF returns THEN
    UPDATE return_line AS r SET received = r.received + e.qty
      FROM (SELECT return_line_id AS id, sum(CASE WHEN f_kind = 'customer' THEN qty ELSE -qty END) AS qty
              FROM unnest(facts) WHERE return_line_id IS NOT NULL GROUP BY 1) AS e WHERE r.id = e.id;
  END IF;
  RETURN NULL;
END $f$"""

LOCK_FUNCTIONS = (
    """
CREATE OR REPLACE FUNCTION lock_lines(ids bigint[]) RETURNS SETOF shipment_line LANGUAGE sql SECURITY DEFINER
SET search_path = quai, pg_temp AS $f$
  SELECT * FROM shipment_line WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE $f$""",
    """
CREATE OR REPLACE FUNCTION lock_levels(products bigint[], warehouse bigint, owner bigint) RETURNS SETOF stock_level LANGUAGE sql
SECURITY DEFINER SET search_path = quai, pg_temp AS $f$
  SELECT * FROM stock_level WHERE product_id = ANY (products) AND warehouse_id = warehouse AND owner_id = owner
   ORDER BY product_id, warehouse_id, owner_id FOR NO KEY UPDATE $f$""",
    """
CREATE OR REPLACE FUNCTION lock_balances(products bigint[]) RETURNS SETOF stock_balance LANGUAGE sql SECURITY DEFINER
SET search_path = quai, pg_temp AS $f$
  SELECT * FROM stock_balance WHERE product_id = ANY (products) AND on_hand > 0
   ORDER BY product_id, lot_id, location_id FOR NO KEY UPDATE $f$""",
)
"""Rows that nobody may write directly are locked through these, in the ledger's own order."""

IDENTIFY_SERIAL = """
CREATE OR REPLACE FUNCTION identify_serial(wanted bigint, line bigint, bench bigint, key text) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = quai, pg_temp AS $f$
DECLARE piece record;
BEGIN
  SELECT * INTO piece FROM serial WHERE id = wanted FOR NO KEY UPDATE;
  INSERT INTO stock_move (op_key, kind, product_id, lot_id, to_lot_id, from_location_id, to_location_id, qty, shipment_line_id, reason)
    VALUES (key, 'pick', piece.product_id, piece.lot_id, piece.lot_id, bench, piece.location_id, 1, line, 'identify');
  INSERT INTO stock_move (op_key, kind, product_id, lot_id, to_lot_id, from_location_id, to_location_id, qty, shipment_line_id,
      serial_id, reason)
    VALUES (key, 'pick', piece.product_id, piece.lot_id, piece.lot_id, piece.location_id, bench, 1, line, wanted, 'identify');
END $f$"""
"""Says which piece was picked for a line: it goes back unnamed and comes again by its number, under all the ledger's rules.

A packer may do this and nothing else with a pick."""

FORGET_SERIAL = """
CREATE OR REPLACE FUNCTION forget_serial(wanted bigint, line bigint, key text) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = quai, pg_temp AS $f$
DECLARE named stock_move; unnamed stock_move;
BEGIN
  PERFORM 1 FROM serial WHERE id = wanted FOR NO KEY UPDATE;
  SELECT m.* INTO named FROM stock_move AS m WHERE m.shipment_line_id = line AND m.serial_id = wanted AND m.kind = 'pick'
     AND m.reason = 'identify' AND m.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM stock_move AS u WHERE u.reverses_id = m.id)
   ORDER BY m.id DESC LIMIT 1;
  IF named.id IS NULL OR EXISTS (SELECT 1 FROM package_line WHERE shipment_line_id = line AND serial_id = wanted) THEN
    RETURN;
  END IF;
  SELECT m.* INTO STRICT unnamed FROM stock_move AS m WHERE m.shipment_line_id = line AND m.op_key = named.op_key
     AND m.kind = 'pick' AND m.reason = 'identify' AND m.serial_id IS NULL AND m.reverses_id IS NULL;
  INSERT INTO stock_move (op_key, kind, product_id, lot_id, to_lot_id, from_location_id, to_location_id, qty, shipment_line_id,
      serial_id, reason, reverses_id)
    VALUES (key, 'pick', named.product_id, named.to_lot_id, named.lot_id, named.to_location_id, named.from_location_id, 1, line,
      wanted, 'undo', named.id);
  INSERT INTO stock_move (op_key, kind, product_id, lot_id, to_lot_id, from_location_id, to_location_id, qty, shipment_line_id,
      reason, reverses_id)
    VALUES (key, 'pick', unnamed.product_id, unnamed.to_lot_id, unnamed.lot_id, unnamed.to_location_id, unnamed.from_location_id,
      1, line, 'undo', unnamed.id);
END $f$"""
"""Undoes `identify_serial` by the mirrored rows for a piece that lies in no parcel of the line; does nothing where none was named."""

TRIGGERS = (
    "CREATE TRIGGER apply_moves AFTER INSERT ON stock_move REFERENCING NEW TABLE AS n"
    " FOR EACH STATEMENT EXECUTE FUNCTION apply_moves()",
)
