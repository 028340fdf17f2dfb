"""What may be sold of 1,000 products: rows that are read, never a sum over the ledger."""

from __future__ import annotations

import time
from collections.abc import Iterator

import sqlalchemy as sa

from app.queries.stock import stock_of
from benchmarks.company import make_company
from benchmarks.frame import Result, Rig, context, median

PRODUCTS, ROUNDS = 1000, 30


def thousand(rig: Rig) -> Iterator[Result]:
    """Levels of 1,000 products in one warehouse through the query, beside the bare SELECT on the same connection."""
    for engine in ("postgresql", "sqlite"):
        with context(rig.quai(engine)) as ctx:
            company = make_company(ctx, PRODUCTS)
            bare = (
                "SELECT product_id, sellable, reserved FROM stock_level"
                f" WHERE warehouse_id = {company.warehouse} ORDER BY product_id"
            )
            ours, floor = [], []
            with ctx.reading() as connection:
                for _ in range(ROUNDS):
                    started = time.perf_counter()
                    rows = stock_of(connection, company.products, company.warehouse)
                    ours.append((time.perf_counter() - started) * 1000)
                    if len(rows) != PRODUCTS:
                        raise RuntimeError(f"{len(rows)} of {PRODUCTS} products were read")
                    started = time.perf_counter()
                    connection.execute(sa.text(bare)).all()
                    floor.append((time.perf_counter() - started) * 1000)
            value, limit = median(ours), median(floor)
            yield Result(
                "stock of 1,000 products",
                engine,
                PRODUCTS,
                round(value, 2),
                "ms",
                "bare select",
                round(value / limit, 2),
            )
