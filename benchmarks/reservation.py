"""Does a promise get slower as the ledger grows? Reserving at 10,000 and at 1,000,000 moves."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

import sqlalchemy as sa

from app.services.context import Context
from app.services.orders import confirm_order, enter_order
from app.services.reservation import reserve_shipment
from benchmarks.company import Company, make_company
from benchmarks.floor_life import basket
from benchmarks.frame import Result, Rig, context, median

PRODUCTS, RESERVATIONS, STEP = 200, 150, 50_000
SIZES = (10_000, 1_000_000)


def growth(rig: Rig) -> Iterator[Result]:
    """The median reservation of five lines at each size; the ratio of the last is against the first."""
    for engine in ("postgresql", "sqlite"):
        with context(rig.quai(engine)) as ctx:
            company = make_company(ctx, PRODUCTS)
            first: float | None = None
            for size in SIZES:
                _grow(ctx, company, size)
                took = _reserve(ctx, company)
                ratio = None if first is None else round(took / first, 2)
                yield Result(
                    "reservation",
                    engine,
                    size,
                    round(took, 2),
                    "ms",
                    None if first is None else f"{SIZES[0]:,} moves",
                    ratio,
                )
                first = first or took


def _reserve(ctx: Context, company: Company) -> float:
    rng = random.Random(5)
    waiting = [
        confirm_order(ctx, enter_order(ctx, company.order(basket(rng, PRODUCTS))).order_id).shipment_ids[0]
        for _ in range(RESERVATIONS)
    ]
    took = []
    for shipment in waiting:
        started = time.perf_counter()
        reserve_shipment(ctx, shipment)
        took.append((time.perf_counter() - started) * 1000)
    return median(took[20:])


def _grow(ctx: Context, company: Company, size: int) -> None:
    """Move goods back and forth between two bins until the ledger has `size` rows; the trigger does its work on each."""
    engine = ctx.db.engine
    with engine.begin() as line:
        there = line.execute(sa.text("SELECT count(*) FROM stock_move")).scalar_one()
    number = (
        "generate_series(1, :n)"
        if ctx.db.postgresql
        else "json_each('[' || substr(replace(hex(zeroblob(:n)), '00', ',1'), 2) || ']')"
    )
    forth = sa.text(
        "INSERT INTO stock_move (kind, product_id, lot_id, to_lot_id, from_location_id, to_location_id, qty)"
        " SELECT 'move', b.product_id, b.lot_id, b.lot_id, b.location_id,"
        " (SELECT min(id) FROM location WHERE kind = 'storage' AND id <> b.location_id), 1"
        f" FROM (SELECT * FROM stock_balance WHERE on_hand > 1000000 ORDER BY product_id LIMIT {PRODUCTS}) AS b, {number} AS g"
    )
    while there < size:
        repeat = max(1, min(STEP, size - there) // PRODUCTS)
        with engine.begin() as line:
            there += line.execute(forth, {"n": repeat}).rowcount
    if ctx.db.postgresql:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as line:
            line.execute(sa.text("VACUUM ANALYZE"))
    else:
        with engine.begin() as line:
            line.execute(sa.text("ANALYZE"))
