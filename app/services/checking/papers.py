"""Orders, shipments, parcels and credits: each paper agrees with the one below it. History that Quai did not ship is exempt."""

from __future__ import annotations

from app.services.checking.rules import Rule, listed, same_sums

_LINES = (
    "SELECT l.id AS shipment_line_id, {expected} AS expected, {found} AS found FROM shipment_line AS l"
    " JOIN shipment AS s ON s.id = l.shipment_id WHERE NOT s.history AND s.state {states} AND {expected} <> {found}"
)


def _lines(value: str, states: str, *, expected: str, found: str) -> Rule:
    query = _LINES.format(states=states, expected=expected, found=found)
    return listed("shipment", value, ("shipment_line_id",), query)


_GONE = "IN ('shipped', 'delivered')"

RULES = (
    same_sums(
        "shipment_line",
        ("id",),
        ("packed",),
        found="SELECT id, packed FROM shipment_line WHERE NOT history",
        expected="SELECT shipment_line_id AS id, qty AS packed FROM package_line",
    ),
    same_sums(
        "order_line",
        ("id",),
        ("shipped", "returned"),
        found="SELECT id, shipped, returned FROM order_line",
        expected="SELECT order_line_id AS id, shipped, 0 AS returned FROM shipment_line"
        " WHERE order_line_id IS NOT NULL AND NOT history"
        " UNION ALL SELECT order_line_id, 0, received FROM return_line"
        " UNION ALL SELECT l.id, l.qty - l.cancelled, CASE WHEN o.channel = 'return' THEN l.qty - l.cancelled ELSE 0 END"
        " FROM order_line AS l JOIN sales_order AS o ON o.id = l.order_id WHERE o.history",
    ),
    same_sums(
        "order_line",
        ("id",),
        ("planned",),
        found="SELECT l.order_line_id AS id, l.qty AS planned FROM shipment_line AS l JOIN shipment AS s ON s.id = l.shipment_id"
        " JOIN order_line AS m ON m.id = l.order_line_id JOIN sales_order AS o ON o.id = m.order_id"
        " WHERE s.kind = 'sale' AND s.state <> 'cancelled' AND o.state IN ('confirmed', 'closed') AND NOT o.history",
        expected="SELECT m.id, m.qty - m.cancelled AS planned FROM order_line AS m JOIN sales_order AS o ON o.id = m.order_id"
        " WHERE o.state IN ('confirmed', 'closed') AND NOT o.history"
        # What was asked back lies in its shipment until a picker has it.
        " UNION ALL SELECT b.order_line_id, b.qty FROM put_back AS b WHERE b.state = 'open'",
    ),
    listed(
        "sales_order",
        "closed",
        ("order_id",),
        "SELECT l.order_id, sum(l.qty - l.cancelled) AS expected, sum(l.shipped) AS found FROM order_line AS l"
        " JOIN sales_order AS o ON o.id = l.order_id WHERE o.state = 'closed' AND NOT o.history"
        " GROUP BY l.order_id HAVING sum(l.qty - l.cancelled) <> sum(l.shipped)",
    ),
    listed(
        "sales_order",
        "net",
        ("order_id",),
        "SELECT o.id AS order_id, sum(l.net - l.allowance) AS expected, o.net AS found FROM sales_order AS o"
        " JOIN order_line AS l ON l.order_id = o.id WHERE NOT o.history GROUP BY o.id, o.net"
        " HAVING sum(l.net - l.allowance) <> o.net",
    ),
    listed(
        "order_check",
        "confirmed",
        ("order_check_id",),
        "SELECT c.id AS order_check_id, 'decided' AS expected, c.code AS found FROM order_check AS c"
        " JOIN sales_order AS o ON o.id = c.order_id"
        " WHERE o.state = 'confirmed' AND c.state = 'open' AND c.severity <> 'informs'",
    ),
    listed(
        "order_check",
        "line",
        ("order_check_id",),
        "SELECT c.id AS order_check_id, c.order_id AS expected, l.order_id AS found FROM order_check AS c"
        " JOIN order_line AS l ON l.id = c.order_line_id WHERE l.order_id <> c.order_id",
    ),
    _lines("shipped", _GONE, expected="l.qty", found="l.shipped"),
    _lines("too_early", f"NOT {_GONE}", expected="0", found="l.shipped"),
    _lines(
        "packed", "IN ('packed', 'shipped', 'delivered')", expected="l.picked + l.shipped", found="l.packed"
    ),
    _lines("waiting", "IN ('planned', 'reserved')", expected="0", found="l.allocated + l.picked"),
    _lines("cancelled", "= 'cancelled'", expected="0", found="l.reserved + l.picked"),
    listed(
        "package",
        "position",
        ("shipment_id",),
        "SELECT shipment_id, count(*) AS expected, max(position) AS found FROM package WHERE kind = 'parcel' GROUP BY shipment_id"
        " HAVING min(position) <> 1 OR max(position) <> count(*)",
    ),
    listed(
        "package",
        "label",
        ("package_id",),
        "SELECT p.id AS package_id, 1 AS expected, count(l.id) AS found FROM package AS p"
        " JOIN shipment AS s ON s.id = p.shipment_id"
        " LEFT JOIN shipping_label AS l ON l.package_id = p.id AND l.voided_at IS NULL"
        " LEFT JOIN carrier_service AS c ON c.id = s.carrier_service_id"
        # Without a carrier a parcel may leave bare: somebody comes and takes it.
        " WHERE p.state = 'labelled' OR (p.state IN ('loaded', 'delivered', 'lost')"
        " AND ((c.id IS NOT NULL AND NOT c.collected) OR l.id IS NOT NULL)) GROUP BY p.id HAVING count(l.id) <> 1",
    ),
    listed(
        "manifest",
        "parcel",
        ("package_id",),
        "SELECT p.id AS package_id, m.state AS expected, p.state AS found FROM package AS p"
        " JOIN manifest AS m ON m.id = p.manifest_id WHERE NOT CASE m.state"
        " WHEN 'handed_over' THEN p.state IN ('loaded', 'delivered', 'lost')"
        " WHEN 'cancelled' THEN p.id IS NULL ELSE p.state IN ('closed', 'labelled') END",
    ),
    listed(
        "manifest",
        "carrier",
        ("package_id",),
        "SELECT p.id AS package_id, m.carrier_id AS expected, c.carrier_id AS found FROM package AS p"
        " JOIN manifest AS m ON m.id = p.manifest_id JOIN shipment AS s ON s.id = p.shipment_id"
        " LEFT JOIN carrier_service AS c ON c.id = s.carrier_service_id"
        " WHERE coalesce(c.carrier_id, 0) <> m.carrier_id",
    ),
    listed(
        "pallet",
        "carrier",
        ("pallet_id",),
        # One carrier takes a pallet, so its parcels all go with one.
        "SELECT p.parent_id AS pallet_id, 1 AS expected, count(DISTINCT coalesce(c.carrier_id, 0)) AS found FROM package AS p"
        " JOIN shipment AS s ON s.id = p.shipment_id LEFT JOIN carrier_service AS c ON c.id = s.carrier_service_id"
        " WHERE p.parent_id IS NOT NULL GROUP BY p.parent_id HAVING count(DISTINCT coalesce(c.carrier_id, 0)) > 1",
    ),
    listed(
        "pallet",
        "state",
        ("package_id",),
        "SELECT p.id AS package_id, q.state AS expected, p.state AS found FROM package AS p"
        " JOIN package AS q ON q.id = p.parent_id WHERE q.kind <> 'pallet' OR NOT CASE q.state"
        " WHEN 'delivered' THEN p.state = 'delivered' WHEN 'loaded' THEN p.state IN ('loaded', 'delivered', 'lost')"
        " ELSE p.state IN ('closed', 'labelled') END",
    ),
    listed(
        "pallet",
        "pick_up",
        ("package_id",),
        "SELECT p.id AS package_id, coalesce(q.manifest_id, 0) AS expected, coalesce(p.manifest_id, 0) AS found"
        " FROM package AS p JOIN package AS q ON q.id = p.parent_id"
        " WHERE coalesce(q.manifest_id, 0) <> coalesce(p.manifest_id, 0)",
    ),
    listed(
        "label_purchase",
        "label",
        ("purchase_id",),
        # A label that a carrier sold lives exactly as long as its purchase counts as bought.
        "SELECT u.id AS purchase_id, CASE WHEN u.status = 'bought' THEN 1 ELSE 0 END AS expected, count(l.id) AS found"
        " FROM label_purchase AS u LEFT JOIN shipping_label AS l ON l.purchase_id = u.id AND l.voided_at IS NULL"
        " GROUP BY u.id, u.status HAVING count(l.id) <> CASE WHEN u.status = 'bought' THEN 1 ELSE 0 END",
    ),
    listed(
        "credit",
        "number",
        ("kind",),
        # Whatever the year in front: the running numbers are 1, 2, 3 ... as many as there are credits.
        "SELECT 'CN' AS kind, credits AS expected, last AS found FROM (SELECT count(*) AS credits,"
        " count(DISTINCT serial) AS numbers, coalesce(max(serial), 0) AS last FROM"
        " (SELECT CAST(substr(number, 9) AS bigint) AS serial FROM credit) AS c) AS n"
        " WHERE credits <> last OR credits <> numbers",
    ),
    listed(
        "credit",
        "counter",
        ("kind",),
        "SELECT 'CN' AS kind, (SELECT count(*) FROM credit) AS expected,"
        " coalesce((SELECT last FROM number_counter WHERE kind = 'CN'), 0) AS found"
        " WHERE (SELECT count(*) FROM credit) <> coalesce((SELECT last FROM number_counter WHERE kind = 'CN'), 0)",
    ),
    same_sums(
        "credit",
        ("credit_id",),
        ("net",),
        found="SELECT id AS credit_id, net FROM credit",
        expected="SELECT credit_id, net FROM credit_line",
    ),
    listed(
        "credit",
        "total",
        ("credit_id",),
        "SELECT id AS credit_id, net + tax AS expected, total AS found FROM credit WHERE net + tax <> total",
    ),
    listed(
        "credit_line",
        "qty",
        ("return_line_id",),
        "SELECT r.id AS return_line_id, max(r.inspected) AS expected, sum(c.qty) AS found FROM credit_line AS c"
        " JOIN return_line AS r ON r.id = c.return_line_id GROUP BY r.id HAVING max(r.inspected) <> sum(c.qty)",
    ),
)
"""On papers."""
