"""What a packer may do to picked goods on PostgreSQL: three narrow functions, under all the ledger's rules (ADR 0022).

A packer's login may post no pick, claim or promise by itself. Damaged or missing goods are let go, others fetched in their
stead, and both taken back, through these alone: only for a shipment at a bench, only of what lies there unpacked, and
never at the cost of another shipment's promise.
"""

from __future__ import annotations

DAMAGED, MISSING = "bench-damaged", "bench-missing"
"""The ledger's words for goods that a packer found wrong; every row of such a step carries one of them."""

LET_GO = f"""
CREATE OR REPLACE FUNCTION bench_let_go(line bigint, lot bigint, bench bigint, back bigint, pieces integer, piece bigint,
    promised boolean, why text, key text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = quai, pg_temp AS $f$
DECLARE l record; quarantine bigint;
BEGIN
  SELECT s.product_id, s.warehouse_id, h.state INTO l FROM shipment_line AS s JOIN shipment AS h ON h.id = s.shipment_id
   WHERE s.id = line FOR NO KEY UPDATE OF h;
  IF l.state IS NULL OR l.state NOT IN ('picked', 'packing') OR why NOT IN ('{DAMAGED}', '{MISSING}') THEN
    RAISE EXCEPTION 'flow.no_such_step' USING ERRCODE = '23514', DETAIL = coalesce(l.state, '');
  END IF;
  IF pieces > coalesce((SELECT sum(a.qty) FROM allocation AS a JOIN location AS x ON x.id = a.location_id AND NOT x.sellable
       WHERE a.shipment_line_id = line AND a.lot_id = lot), 0)
     - coalesce((SELECT sum(p.qty) FROM package_line AS p WHERE p.shipment_line_id = line AND p.lot_id = lot), 0) THEN
    RAISE EXCEPTION 'parcel.holds_them' USING ERRCODE = '23514';
  END IF;
  IF piece IS NULL AND NOT EXISTS (SELECT 1 FROM stock_move AS m WHERE m.shipment_line_id = line AND m.lot_id = lot
       AND m.kind = 'pick' AND m.from_location_id = back) THEN
    RAISE EXCEPTION 'stock.wrong_place' USING ERRCODE = '23514';
  END IF;
  INSERT INTO stock_move (op_key, kind, product_id, lot_id, to_lot_id, from_location_id, to_location_id, qty, shipment_line_id, reason)
    VALUES (key, 'pick', l.product_id, lot, lot, bench, back, pieces, line, why);
  INSERT INTO stock_move (op_key, kind, product_id, lot_id, from_location_id, qty, shipment_line_id, reason)
    VALUES (key, 'deallocate', l.product_id, lot, back, pieces, line, why);
  IF NOT promised THEN
    INSERT INTO stock_move (op_key, kind, product_id, qty, shipment_line_id, reason)
      VALUES (key, 'release', l.product_id, pieces, line, why);
  END IF;
  IF why = '{DAMAGED}' THEN
    SELECT id INTO STRICT quarantine FROM location WHERE warehouse_id = l.warehouse_id AND code = 'QUARANTINE';
    INSERT INTO stock_move (op_key, kind, product_id, lot_id, to_lot_id, from_location_id, to_location_id, qty, serial_id, reason)
      VALUES (key, 'move', l.product_id, lot, lot, back, quarantine, pieces, piece, why);
  END IF;
END $f$"""
"""Goods at the bench that a line lets go: back to where they were picked by the books, and from there apart if damaged."""

FETCH = f"""
CREATE OR REPLACE FUNCTION bench_fetch(line bigint, lot bigint, place bigint, bench bigint, pieces integer, why text, key text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = quai, pg_temp AS $f$
DECLARE l record; gone bigint; fetched bigint;
BEGIN
  SELECT s.product_id, s.warehouse_id, s.owner_id INTO STRICT l FROM shipment_line AS s WHERE s.id = line FOR NO KEY UPDATE;
  SELECT coalesce(sum(m.qty) FILTER (WHERE m.kind = 'deallocate'), 0), coalesce(sum(m.qty) FILTER (WHERE m.kind = 'allocate'), 0)
    INTO gone, fetched FROM stock_move AS m
   WHERE m.op_key = key AND m.shipment_line_id = line AND m.reason = why AND why IN ('{DAMAGED}', '{MISSING}') AND m.reverses_id IS NULL;
  IF fetched + pieces > gone THEN RAISE EXCEPTION 'stock.not_allocated' USING ERRCODE = '23514'; END IF;
  INSERT INTO stock_move (op_key, kind, product_id, lot_id, from_location_id, qty, shipment_line_id, reason)
    VALUES (key, 'allocate', l.product_id, lot, place, pieces, line, why);
  INSERT INTO stock_move (op_key, kind, product_id, lot_id, to_lot_id, from_location_id, to_location_id, qty, shipment_line_id, reason)
    VALUES (key, 'pick', l.product_id, lot, lot, place, bench, pieces, line, why);
  IF EXISTS (SELECT 1 FROM stock_level AS v WHERE v.product_id = l.product_id AND v.warehouse_id = l.warehouse_id
      AND v.owner_id = l.owner_id AND v.reserved > v.sellable) THEN
    RAISE EXCEPTION 'stock.insufficient' USING ERRCODE = '23514';
  END IF;
END $f$"""
"""Other goods in the stead of what the same operation let go, no more than that, and none that another shipment was promised."""

TAKE_BACK = f"""
CREATE OR REPLACE FUNCTION bench_take_back(shipment bigint, step text, key text) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = quai, pg_temp AS $f$
DECLARE m stock_move; now_in text; done boolean := false;
BEGIN
  SELECT state INTO now_in FROM shipment WHERE id = bench_take_back.shipment FOR NO KEY UPDATE;
  IF now_in IS NULL OR now_in NOT IN ('picked', 'packing', 'picking') THEN
    RAISE EXCEPTION 'flow.no_such_step' USING ERRCODE = '23514', DETAIL = coalesce(now_in, '');
  END IF;
  IF EXISTS (SELECT 1 FROM stock_move AS x JOIN shipment_line AS s ON s.id = x.shipment_line_id
      WHERE x.op_key = step AND s.shipment_id <> bench_take_back.shipment) THEN
    RAISE EXCEPTION 'stock.wrong_line' USING ERRCODE = '23514';
  END IF;
  FOR m IN SELECT * FROM stock_move AS x WHERE x.op_key = step AND x.reason IN ('{DAMAGED}', '{MISSING}')
      AND x.reverses_id IS NULL ORDER BY x.id DESC LOOP
    done := true;
    INSERT INTO stock_move (op_key, kind, product_id, lot_id, to_lot_id, from_location_id, to_location_id, qty, shipment_line_id,
        serial_id, reason, reverses_id)
      VALUES (key,
        CASE m.kind WHEN 'allocate' THEN 'deallocate' WHEN 'deallocate' THEN 'allocate' WHEN 'release' THEN 'reserve' ELSE m.kind END,
        m.product_id, coalesce(m.to_lot_id, m.lot_id), CASE WHEN m.to_location_id IS NULL THEN NULL ELSE m.lot_id END,
        CASE WHEN m.to_location_id IS NULL THEN m.from_location_id ELSE m.to_location_id END,
        CASE WHEN m.to_location_id IS NULL THEN NULL ELSE m.from_location_id END,
        m.qty, m.shipment_line_id, m.serial_id, 'undo', m.id);
  END LOOP;
  IF NOT done THEN RAISE EXCEPTION 'stock.wrong_reversal' USING ERRCODE = '23514'; END IF;
END $f$"""
"""Undoes what the two others did under one operation key, row by row backwards, by mirrored rows."""

FUNCTIONS = (LET_GO, FETCH, TAKE_BACK)
SIGNATURES = (
    "bench_let_go(bigint, bigint, bigint, bigint, integer, bigint, boolean, text, text)",
    "bench_fetch(bigint, bigint, bigint, bigint, integer, text, text)",
    "bench_take_back(bigint, text, text)",
)
"""How packers are granted them."""

REJOINED = """
CREATE OR REPLACE FUNCTION rejoined() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = quai, pg_temp AS $f$
BEGIN
  IF NOT may('order.cancel') AND EXISTS (SELECT 1 FROM shipment_line WHERE shipment_id = NEW.id AND qty > 0) THEN
    RAISE EXCEPTION 'flow.not_allowed' USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $f$"""
REJOINED_TRIGGER = (
    "CREATE TRIGGER rejoined AFTER UPDATE OF state ON shipment FOR EACH ROW"
    " WHEN (OLD.state = 'planned' AND NEW.state = 'cancelled') EXECUTE FUNCTION rejoined()"
)
"""Who may not cancel may cancel an empty shipment alone: a backorder whose pieces went back into the shipment it came from."""

ALL_CANCELLED = """
CREATE OR REPLACE FUNCTION all_cancelled() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = quai, pg_temp AS $f$
BEGIN
  IF NOT may('order.cancel') AND EXISTS (SELECT 1 FROM order_line WHERE order_id = NEW.id AND cancelled < qty) THEN
    RAISE EXCEPTION 'flow.not_allowed' USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $f$"""
ALL_CANCELLED_TRIGGER = (
    "CREATE TRIGGER all_cancelled AFTER UPDATE OF state ON sales_order FOR EACH ROW"
    " WHEN (OLD.state = 'confirmed' AND NEW.state = 'cancelled') EXECUTE FUNCTION all_cancelled()"
)
"""Who may not cancel may cancel an order alone of which every line was cancelled by somebody who may."""
