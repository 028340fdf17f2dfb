"""Forty benches at work over a million orders: from each scan to its committed verdict."""

from __future__ import annotations

import multiprocessing
import random
import threading
import time
from collections.abc import Iterator
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Event

import psycopg

from app.services.context import Context
from app.services.orders import place_order
from app.services.packing import scan_item
from app.services.picking import pick_wave
from app.services.release import release_shipments
from app.services.scanning import GOOD
from benchmarks import history
from benchmarks.company import Company, make_company
from benchmarks.frame import Result, Rig, context, percentile

DESKS, PROCESSES, SECONDS, PACE = 40, 8, 40.0, 1.0
"""A scan a second and desk: a quick packer needs two seconds for a piece."""
VERDICT_MS = 50.0
PRODUCTS, LINES, PIECES = 200, 10, 6


def working(rig: Rig) -> Iterator[Result]:
    """The verdict's time on PostgreSQL, beside the wish of fifty milliseconds, and beside one row read and one written."""
    url = rig.quai("postgresql")
    with context(url) as ctx:
        company = make_company(ctx, PRODUCTS)
        history.fill(ctx, company)
    floor = percentile(_together(rig.bare(), None), 0.99)
    took = _together(url, company)
    yield Result("scan desks floor p99", "postgresql", DESKS, round(floor, 2), "ms")
    for name, part in (("p50", 0.5), ("p99", 0.99)):
        value = percentile(took, part)
        against = f"{VERDICT_MS:.0f} ms"
        yield Result(
            f"scan desks {name}",
            "postgresql",
            history.ORDERS,
            round(value, 2),
            "ms",
            against,
            round(value / VERDICT_MS, 2),
        )
    yield Result("scan desks scans", "postgresql", DESKS, len(took), "scans")


def _together(url: str, company: Company | None) -> list[float]:
    if company is None:
        with psycopg.connect(url) as line:
            line.execute("CREATE TABLE code (code text PRIMARY KEY, product int)")
            line.execute(
                "CREATE TABLE scan (id serial PRIMARY KEY, product int, at timestamptz DEFAULT now())"
            )
            line.cursor().executemany(
                "INSERT INTO code VALUES (%s, %s)", [(f"{nth:013d}", nth) for nth in range(100)]
            )
    spawn = multiprocessing.get_context("spawn")
    start, answers = spawn.Event(), spawn.Queue()
    workers = [
        spawn.Process(target=_floor, args=(nth, url, company, start, answers)) for nth in range(PROCESSES)
    ]
    for worker in workers:
        worker.start()
    for _ in workers:
        answers.get(timeout=300)
    start.set()
    took = [one for _ in workers for one in answers.get(timeout=300)]
    for worker in workers:
        worker.join()
    return took


def _floor(nth: int, url: str, company: Company | None, start: Event, answers: Queue[object]) -> None:
    """A process with its share of the desks, a thread each."""
    took: list[float] = []
    ready = threading.Barrier(DESKS // PROCESSES + 1)
    desk = _bare if company is None else _bench
    threads = [
        threading.Thread(target=desk, args=(nth * 100 + one, url, company, ready, start, took))
        for one in range(DESKS // PROCESSES)
    ]
    for thread in threads:
        thread.start()
    ready.wait()
    answers.put("ready")
    for thread in threads:
        thread.join()
    answers.put(took)


def _bench(
    seed: int, url: str, company: Company, ready: threading.Barrier, start: Event, took: list[float]
) -> None:
    rng = random.Random(seed)
    with context(url) as ctx:
        codes = _order(ctx, company, rng)
        shipment, code = next(codes)
        _scanned(ctx, shipment, code)
        ready.wait()
        start.wait()
        for _ in _beats(rng):
            shipment, code = next(codes)
            took.append(_scanned(ctx, shipment, code))


def _order(ctx: Context, company: Company, rng: random.Random) -> Iterator[tuple[int, str]]:
    """Orders without end, each picked, and the code of each of its pieces."""
    while True:
        chosen = rng.sample(range(1, PRODUCTS + 1), LINES)
        shipment = place_order(ctx, company.order([(one, PIECES, 0) for one in chosen])).shipment_id
        pick_wave(ctx, release_shipments(ctx, (shipment,)).wave_id)
        for one in chosen:
            for _ in range(PIECES):
                yield shipment, company.gtins[one - 1]


def _scanned(ctx: Context, shipment: int, code: str) -> float:
    started = time.perf_counter()
    result = scan_item(ctx, shipment, code)
    took = (time.perf_counter() - started) * 1000
    if result.verdict not in GOOD:
        raise RuntimeError(f"the bench refused a right item: {result.message}")
    return took


def _bare(seed: int, url: str, _: None, ready: threading.Barrier, start: Event, took: list[float]) -> None:
    rng = random.Random(seed)
    with psycopg.connect(url, prepare_threshold=1) as line:
        ready.wait()
        start.wait()
        for _beat in _beats(rng):
            started = time.perf_counter()
            code = f"{rng.randrange(100):013d}"
            row = line.execute("SELECT product FROM code WHERE code = %s", (code,)).fetchone()
            line.execute("INSERT INTO scan (product) VALUES (%s)", row)
            line.commit()
            took.append((time.perf_counter() - started) * 1000)


def _beats(rng: random.Random) -> Iterator[None]:
    """The moments at which a packer scans: about once a second, never together with the others on purpose."""
    end = time.perf_counter() + SECONDS
    time.sleep(rng.random() * PACE)
    while time.perf_counter() < end:
        yield
        time.sleep(PACE * (0.5 + rng.random()))
