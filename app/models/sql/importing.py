"""Lines of imported orders: one text for both engines.

On PostgreSQL nobody may write a line's counters, and closed history has shipped what it sold; so a definer function writes the lines.
It takes them from the caller's own import while that is under way, and sets counters for history alone, so that it gives away
nothing that a person who may import could not store as history anyway.
"""

from __future__ import annotations

_LINES = """
INSERT INTO order_line (order_id, position, product_id, description, qty, cancelled, shipped, returned,
       unit_price, discount, gross, net)
SELECT s.id, l.position, p.id, l.description, l.qty,
       CASE WHEN s.history AND s.state = 'draft' THEN l.qty ELSE 0 END,
       CASE WHEN s.history AND s.state = 'closed' THEN l.qty ELSE 0 END,
       CASE WHEN s.history AND s.state = 'closed' AND s.channel = 'return' THEN l.qty ELSE 0 END,
       l.unit_price, l.discount, l.gross, l.net
  FROM import_order AS o
  JOIN import_file AS f ON f.id = o.import_id AND f.status = 'staging'{mine}
  JOIN sales_order AS s ON s.source = o.source AND s.external_number = o.external_number AND s.import_id = o.import_id
  JOIN import_line AS l ON l.import_id = o.import_id AND l.seq = o.seq
  JOIN product AS p ON p.sku = l.sku
 WHERE o.import_id = {import_id} AND o.seq BETWEEN {first} AND {last}
 ORDER BY o.seq, l.position"""

SQLITE_LINES = _LINES.format(mine="", import_id=":import_id", first=":first", last=":last")

IMPORT_LINES = f"""
CREATE OR REPLACE FUNCTION import_lines(wanted bigint, first bigint, last bigint) RETURNS bigint LANGUAGE plpgsql
SECURITY DEFINER SET search_path = quai, pg_temp AS $f$
DECLARE made bigint;
BEGIN
  {_LINES.format(mine=" AND f.actor = SESSION_USER", import_id="wanted", first="first", last="last")};
  GET DIAGNOSTICS made = ROW_COUNT;
  RETURN made;
END $f$"""
"""Writes the lines of the orders numbered `first` to `last` of an import; their number."""
