"""The order queue over a million orders: its first page, scrolling, searching, and the screen itself until rows stand on it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from typing import Any

import sqlalchemy as sa

from app.queries.orders import OrderRow, count_orders, orders
from app.queries.pages import Ask, Page
from app.services.context import Context
from app.services.orders import place_order
from app.services.parties import NewCustomer, add_customer
from benchmarks import queue_filters
from benchmarks.company import Company, make_company
from benchmarks.frame import Result, Rig, context, median, percentile
from tests.rig.databases import World

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ORDERS, OPEN, LIVE, CUSTOMERS = 1_000_000, 20_000, 120, 200
ROUNDS, PAGES, SCREEN_ROWS = 40, 200, 2_000
FIRST_PAGE_MS = 50.0
CLOSED = Ask(filters={"view": "closed"}, descending=True)
SEARCHES = {"number": "SO-2020-440777", "number begun": "SO-2020-4407", "customer": "customer 77"}

_ROWS = {
    "postgresql": """
INSERT INTO sales_order (number, state, customer_id, warehouse_id, ordered_on, promised_on, total,
                         {columns})
SELECT 'SO-' || (2016 + n / 110000) || '-' || lpad(n::text, 6, '0'), CASE WHEN n >= :closed THEN 'confirmed' ELSE 'closed' END,
       :first + n % :customers, :warehouse, DATE '2016-01-01' + n / 260, DATE '2016-01-03' + n / 260, 1000 + n % 90000,
       {values}
FROM generate_series(0, :last) AS n""",
    "sqlite": """
WITH RECURSIVE some(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM some WHERE n < :last)
INSERT INTO sales_order (number, state, customer_id, warehouse_id, ordered_on, promised_on, total,
                         {columns})
SELECT printf('SO-%d-%06d', 2016 + n / 110000, n), CASE WHEN n >= :closed THEN 'confirmed' ELSE 'closed' END,
       :first + n % :customers, :warehouse, date('2016-01-01', (n / 260) || ' days'), date('2016-01-03', (n / 260) || ' days'),
       1000 + n % 90000, {values}
FROM some""",
}


def million(rig: Rig) -> Iterator[Result]:
    """Every figure on both engines, in milliseconds."""
    for engine in ("sqlite", "postgresql"):
        url = rig.quai(engine)
        with context(url) as ctx:
            _fill(url, engine, ctx)
            queue_filters.fill(ctx)
            _settle(ctx, engine)
            yield from _filters(ctx, engine)
            yield from _pages(ctx, engine)
            yield from _searches(ctx, engine)
            yield from _screen(rig, url, ctx, engine)


def _fill(url: str, engine: str, ctx: Context) -> None:
    """A million orders of ten years, past the services and their triggers; the newest are taken through them."""
    company: Company = make_company(ctx, 10)
    made = [add_customer(ctx, NewCustomer(f"K{nth}", f"Customer {nth}")) for nth in range(CUSTOMERS)]
    rows = _ROWS[engine].format(columns=queue_filters.COLUMNS, values=queue_filters.VALUES)
    values = {
        "address": queue_filters.first_address(ctx),
        "closed": ORDERS - OPEN,
        "last": ORDERS - 1,
        "first": made[0],
        "customers": CUSTOMERS,
        "warehouse": company.warehouse,
    }
    with ctx.db.engine.connect() as connection, connection.begin():
        if engine == "postgresql":
            connection.exec_driver_sql(
                "SET LOCAL session_replication_role = replica; SET LOCAL statement_timeout = 0"
            )
            connection.execute(sa.text(rows), values)
        else:
            triggers = connection.exec_driver_sql(
                "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'sales_order'"
            ).all()
            for name, _ in triggers:
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
            connection.execute(sa.text(rows), values)
            for _, statement in triggers:
                connection.exec_driver_sql(statement)
    for _ in range(LIVE):
        place_order(ctx, company.order([(1, 2, 0), (2, 1, 0)]))


def _settle(ctx: Context, engine: str) -> None:
    """What a server does by itself while people work."""
    if engine == "postgresql":
        with ctx.db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM ANALYZE")


def _filters(ctx: Context, engine: str) -> Iterator[Result]:
    """The first page of the open and of the closed orders under each condition, at the 99th percentile."""
    for name, asked in queue_filters.ASKED.items():
        for view in ("open", "closed"):
            closed = view == "closed"  # as the screen sorts them
            ask = Ask(
                filters={**asked, "view": view}, sort="ordered" if closed else "promise", descending=closed
            )
            took = _timed(lambda ask=ask: _page(ctx, ask))  # type: ignore[misc]  # a lambda's default has no type
            yield _result(f"queue filter {name}, {view}", engine, took, 0.99)


def _pages(ctx: Context, engine: str) -> Iterator[Result]:
    for name, ask in (("open", Ask()), ("closed", CLOSED)):
        took = _timed(lambda ask=ask: _page(ctx, ask))  # type: ignore[misc]  # a lambda's default has no type
        yield _result(f"queue first page {name}", engine, took)
    counting = _timed(lambda: _count(ctx, CLOSED))
    yield _result("queue count", engine, counting)
    took, seen, after = [], [], None
    for _ in range(PAGES):
        started = time.perf_counter()
        page = _page(ctx, Ask(after=after, filters=CLOSED.filters, descending=True))
        took.append((time.perf_counter() - started) * 1000)
        seen += [row.id for row in page.rows]
        after = page.after
    whole = _page(ctx, Ask(size=PAGES * 100, filters=CLOSED.filters, descending=True))
    if seen != [row.id for row in whole.rows] or len(set(seen)) != PAGES * 100:
        raise RuntimeError("scrolling left a gap or showed a row twice")
    yield _result("queue scroll a page", engine, took)


def _searches(ctx: Context, engine: str) -> Iterator[Result]:
    for name, text in SEARCHES.items():
        ask = Ask(text=text, filters=CLOSED.filters, descending=True)
        if not _page(ctx, ask).rows:
            raise RuntimeError(f"the search for {text!r} finds nothing")
        yield _result(f"queue search {name}", engine, _timed(lambda ask=ask: _page(ctx, ask)))  # type: ignore[misc]  # the same


def _screen(rig: Rig, url: str, ctx: Context, engine: str) -> Iterator[Result]:
    """The screen off-screen: from the key that shows it to its first rows, and the rows of many pages without a gap."""
    from PySide6.QtWidgets import QApplication

    from app.views.orders import OrderQueue
    from app.views.scanner_test import ScannerTest
    from tests.rig.desk import Desk

    folder = rig.folder / f"desk-{engine}"
    folder.mkdir()
    desk = Desk(World(engine, url), folder, screens=(ScannerTest, OrderQueue), ctx=ctx)
    took = []
    screen: Any = None
    for nth in range(5):
        desk.show(ScannerTest)
        started = time.perf_counter()
        desk.work.go(OrderQueue.id)
        while not isinstance(desk.work.current, OrderQueue):
            QApplication.processEvents()
        screen = desk.work.current
        if nth:
            screen.refresh()
        while not screen.table.rows or screen.table._waiting:
            QApplication.processEvents()
        took.append((time.perf_counter() - started) * 1000)
        desk.wait()
    while len(screen.table.rows) < SCREEN_ROWS:
        screen.view.scrollToBottom()
        desk.wait()
    shown = [row.id for row in screen.table.rows]
    wanted = [row.id for row in _page(ctx, Ask(size=len(shown))).rows]
    desk.close()
    if shown != wanted:
        raise RuntimeError("the screen's rows have a gap")
    yield Result("queue screen first time", engine, ORDERS, round(took[0], 1), "ms")
    yield Result("queue screen again", engine, ORDERS, round(median(took[1:]), 1), "ms")


def _page(ctx: Context, ask: Ask) -> Page[OrderRow]:
    with ctx.reading() as connection:
        return orders(connection, ask, addresses=True)


def _count(ctx: Context, ask: Ask) -> int:
    with ctx.reading() as connection:
        return count_orders(connection, ask)


def _timed(work: Callable[[], object]) -> list[float]:
    took = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        took.append((time.perf_counter() - started) * 1000)
    return took


def _result(name: str, engine: str, took: list[float], part: float = 0.5) -> Result:
    """The median or another percentile, beside the wish that a page stands within fifty milliseconds."""
    value = percentile(took, part)
    against = f"{FIRST_PAGE_MS:.0f} ms"
    return Result(name, engine, ORDERS, round(value, 2), "ms", against, round(value / FIRST_PAGE_MS, 2))
