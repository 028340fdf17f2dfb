"""An order's life, entered to shipped, five lines: place (enter, confirm, reserve), release, pick, pack, ship.

Beside it runs `psycopg_lines`, the least SQL for placed, picked, packed, shipped. Ours also claims lots and bins, makes a pick
list and a parcel with its SSCC, keeps ledger, audit, timeline, rights, operation keys and news for the other desks.
"""

from __future__ import annotations

import multiprocessing
import random
import time
from collections.abc import Iterator
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Event

from app.errors import AppError
from app.services.context import Context
from app.services.orders import place_order
from app.services.parcels import pack_all
from app.services.picking import pick_wave
from app.services.release import release_shipments
from app.services.shipping import ship_shipment
from benchmarks.company import Company, make_company
from benchmarks.floor_life import PRODUCTS, Floor, basket
from benchmarks.frame import Result, Rig, context, counted, median

ORDERS, ROUNDS, HOT, WARM, SECONDS = 100, 5, 20, 5, 8.0


def life(ctx: Context, company: Company, lines: list[tuple[int, int, int]]) -> None:
    """One order through our services."""
    shipment = place_order(ctx, company.order(lines)).shipment_id
    wave = release_shipments(ctx, (shipment,)).wave_id
    pick_wave(ctx, wave)
    pack_all(ctx, shipment)
    ship_shipment(ctx, shipment)


def alone(rig: Rig) -> Iterator[Result]:
    """One desk, on either engine, in alternation with the floor."""
    for engine in ("postgresql", "sqlite"):
        with context(rig.quai(engine)) as ctx:
            company = make_company(ctx, PRODUCTS)
            floor = (
                Floor(dsn=rig.bare()) if engine == "postgresql" else Floor(path=str(rig.folder / "floor.db"))
            )
            floor.fill()
            rng = random.Random(1)
            for _ in range(30):
                life(ctx, company, basket(rng))
                floor.life(1, basket(rng))
            with counted(ctx.db) as statements:
                life(ctx, company, basket(rng))
            yield Result("order life statements", engine, 5, len(statements), "statements")
            ours, bare = [], []
            for _ in range(ROUNDS):
                ours.append(_rate(lambda c=ctx, o=company, r=rng: life(c, o, basket(r))))
                bare.append(_rate(lambda f=floor, r=rng: f.life(1, basket(r))))
            ratio = median(ours) / median(bare)
            against = "psycopg_lines" if engine == "postgresql" else "sqlite3"
            yield Result("order life floor", engine, ORDERS, round(median(bare), 1), "orders/s")
            yield Result(
                "order life", engine, ORDERS, round(median(ours), 1), "orders/s", against, round(ratio, 3)
            )


def _rate(work: object) -> float:
    started = time.perf_counter()
    for _ in range(ORDERS):
        work()  # type: ignore[operator]  # a life, ours or bare
    return ORDERS / (time.perf_counter() - started)


def desks(rig: Rig) -> Iterator[Result]:
    """4 and 16 processes on 20 hot products, on PostgreSQL, and the same number of processes on the floor."""
    url = rig.quai("postgresql")
    with context(url) as ctx:
        company = make_company(ctx, HOT)
    dsn = rig.bare()
    Floor(dsn=dsn).fill()
    for processes in (4, 16):
        ours, failed = _together(processes, url, company)
        bare, _ = _together(processes, dsn, None)
        yield Result(
            f"order life desks floor {processes}", "postgresql", processes, round(bare, 1), "orders/s"
        )
        yield Result(
            f"order life desks {processes}",
            "postgresql",
            processes,
            round(ours, 1),
            "orders/s",
            "psycopg_lines",
            round(ours / bare, 3),
        )
        yield Result(f"order life desks {processes} failed", "postgresql", processes, failed, "orders")


def _together(processes: int, url: str, company: Company | None) -> tuple[float, int]:
    spawn = multiprocessing.get_context("spawn")
    start, answers = spawn.Event(), spawn.Queue()
    workers = [
        spawn.Process(target=_desk, args=(url, company, seed, start, answers)) for seed in range(processes)
    ]
    for worker in workers:
        worker.start()
    for _ in workers:
        answers.get(timeout=120)
    started = time.perf_counter()
    start.set()
    results = [answers.get(timeout=300) for _ in workers]
    took = time.perf_counter() - started
    for worker in workers:
        worker.join()
    return sum(done for done, _ in results) / took, sum(failed for _, failed in results)


def _desk(url: str, company: Company | None, seed: int, start: Event, answers: Queue[object]) -> None:
    rng = random.Random(seed)
    if company is None:
        floor = Floor(dsn=url)
        for _ in range(WARM):
            floor.life(seed, basket(rng, HOT))
        answers.put("ready")
        start.wait()
        answers.put(_until(lambda: floor.life(seed, basket(rng, HOT))))
        return
    with context(url) as ctx:
        for _ in range(WARM):
            life(ctx, company, basket(rng, HOT))
        answers.put("ready")
        start.wait()
        answers.put(_until(lambda: life(ctx, company, basket(rng, HOT))))


def _until(work: object) -> tuple[int, int]:
    done = failed = 0
    end = time.perf_counter() + SECONDS
    while time.perf_counter() < end:
        try:
            work()  # type: ignore[operator]  # a life, ours or bare
            done += 1
        except AppError:
            failed += 1
    return done, failed
