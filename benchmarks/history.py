"""A million orders of ten years that went their whole way: shipments, lines, parcels and scans with them, past the services."""

from __future__ import annotations

import sqlalchemy as sa

from app.services.context import Context
from app.services.parties import NewCustomer, add_customer
from benchmarks.company import Company

ORDERS, CUSTOMERS = 1_000_000, 200

_ORDERS = """
INSERT INTO sales_order (number, state, customer_id, warehouse_id, ordered_on, promised_on, total)
SELECT 'SO-' || (2016 + n / 110000) || '-' || lpad(n::text, 6, '0'), 'closed',
       :first + n % :customers, :warehouse, DATE '2016-01-01' + n / 260, DATE '2016-01-03' + n / 260, 1000 + n % 90000
FROM generate_series(0, :last) AS n"""
_REST = (
    "INSERT INTO order_line (order_id, position, product_id, description, qty, unit_price, tax_rate, shipped)"
    " SELECT id, 1, :product + id % :products, 'Product', 2, 10000000, 200000, 2 FROM sales_order",
    "INSERT INTO shipment (number, state, order_id, warehouse_id, promised_on, shipped_at, history)"
    " SELECT 'SH-' || substr(number, 4), 'delivered', id, warehouse_id, promised_on, promised_on::timestamptz, true"
    " FROM sales_order",
    "INSERT INTO shipment_line (shipment_id, order_line_id, product_id, warehouse_id, qty, shipped, packed)"
    " SELECT s.id, l.id, l.product_id, s.warehouse_id, 2, 2, 2"
    " FROM shipment AS s JOIN order_line AS l ON l.order_id = s.order_id",
    "INSERT INTO package (shipment_id, sscc, position, state, weight_g, closed_at)"
    " SELECT id, '3' || lpad(id::text, 17, '0'), 1, 'delivered', 500, shipped_at FROM shipment",
    "INSERT INTO package_line (package_id, shipment_line_id, lot_id, qty)"
    " SELECT p.id, l.id, o.lot_id, 2 FROM package AS p JOIN shipment_line AS l ON l.shipment_id = p.shipment_id"
    " JOIN (SELECT product_id, min(id) AS lot_id FROM lot GROUP BY product_id) AS o ON o.product_id = l.product_id",
    "INSERT INTO scan_event (actor, desk, context, context_id, code, verdict, product_id, qty)"
    " SELECT 'bench', 'BENCH', 'packing', shipment_id, 'code', 'right', product_id, 1 FROM shipment_line",
)


def fill(ctx: Context, company: Company) -> None:
    """Put the history into a PostgreSQL database, and let the server look at it once."""
    made = [add_customer(ctx, NewCustomer(f"K{nth}", f"Customer {nth}")) for nth in range(CUSTOMERS)]
    values = {
        "last": ORDERS - 1,
        "first": made[0],
        "customers": CUSTOMERS,
        "warehouse": company.warehouse,
        "product": min(company.products),
        "products": len(company.products),
    }
    with ctx.db.engine.connect() as connection, connection.begin():
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
        for statement in (_ORDERS, *_REST):
            connection.execute(sa.text(statement), values)
    with ctx.db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("SET statement_timeout = 0")
        connection.exec_driver_sql("VACUUM ANALYZE")
