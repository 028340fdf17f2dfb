"""What is questioned of an order, for a customer with a long history: how long the live panel waits for it."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

import sqlalchemy as sa

from app.services.context import Context
from app.services.order_questions import ask
from app.services.quoting import quote_order
from benchmarks.company import Company, make_company
from benchmarks.floor_life import PRODUCTS, basket
from benchmarks.frame import Result, Rig, context, counted, percentile

ORDERS, LINES, ASKED = 100_000, 5, 200
LIMIT_MS = 50.0

_SERIES = "WITH RECURSIVE s(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM s WHERE n < :last)"
_ORDERS = (
    "INSERT INTO sales_order (number, state, history, customer_id, warehouse_id, ordered_on, promised_on, total,"
    " customer_reference) {series}"
    " SELECT 'H-' || n, CASE WHEN n % 1000 = 0 THEN 'confirmed' ELSE 'closed' END, true, :customer, :warehouse,"
    " '2020-01-01', '2020-01-03', 1000 + n % 90000, 'PO ' || n FROM s"
)
_LINES = (
    "INSERT INTO order_line (order_id, position, product_id, description, qty, unit_price, tax_rate, shipped) {series}"
    " SELECT o.id, s.n + 1, :product + (o.id * 7 + s.n * 13) % :products, 'Product', 1 + o.id % 9, 10000000, 200000, 0"
    " FROM s, sales_order AS o"
)
_INVOICES = (
    "INSERT INTO receivable (customer_id, number, issued_on, due_on, currency, amount, open) {series}"
    " SELECT :customer, 'F-' || n, '2026-01-01', '2026-02-01', 'EUR', 1000, n % 2 FROM s"
)


def _fill(ctx: Context, company: Company) -> None:
    """A history of one customer, past the services."""
    values = {
        "customer": company.customer,
        "warehouse": company.warehouse,
        "product": min(company.products),
        "products": len(company.products),
    }
    with ctx.db.engine.connect() as connection, connection.begin():
        if ctx.db.postgresql:
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
            connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
        else:
            for (name,) in connection.exec_driver_sql(
                "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'sales_order'"
            ).all():
                connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
        for statement, last in ((_ORDERS, ORDERS - 1), (_LINES, LINES - 1), (_INVOICES, 999)):
            text = statement.format(series=_SERIES)
            if ctx.db.postgresql:
                text = text.replace("'2020-01-01'", "DATE '2020-01-01'").replace(
                    "'2020-01-03'", "DATE '2020-01-03'"
                )
                text = text.replace("'2026-01-01'", "DATE '2026-01-01'").replace(
                    "'2026-02-01'", "DATE '2026-02-01'"
                )
            connection.execute(sa.text(text), values | {"last": last})
    with ctx.db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("VACUUM ANALYZE" if ctx.db.postgresql else "ANALYZE")


def asked(rig: Rig) -> Iterator[Result]:
    """Milliseconds of `ask` with a quote, the 99th percentile, and its statements; the limit is 50 ms."""
    for engine in ("postgresql", "sqlite"):
        with context(rig.quai(engine)) as ctx:
            company = make_company(ctx, PRODUCTS)
            _fill(ctx, company)
            rng = random.Random(1)
            took = []
            sent = 0
            for nth in range(ASKED):
                order = company.order(basket(rng))
                quote = quote_order(ctx, order)
                with counted(ctx.db) as statements:
                    started = time.perf_counter()
                    ask(ctx, order, quote)
                    if nth >= ASKED // 10:
                        took.append((time.perf_counter() - started) * 1000)
                sent = len(statements)
            yield Result("order questions statements", engine, LINES, sent, "statements")
            value = percentile(took, 0.99)
            yield Result(
                "order questions p99",
                engine,
                ORDERS,
                round(value, 2),
                "ms",
                "50 ms",
                round(value / LIMIT_MS, 3),
            )
