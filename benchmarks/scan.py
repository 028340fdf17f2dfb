"""From a scan to its committed verdict: an item scanned right at the packing bench."""

from __future__ import annotations

import time
from collections.abc import Iterator

import psycopg

from app.services.orders import place_order
from app.services.packing import scan_item
from app.services.picking import pick_wave
from app.services.release import release_shipments
from app.services.scanning import GOOD
from benchmarks.company import make_company
from benchmarks.frame import Result, Rig, context, counted, percentile

SCANS, LINES = 600, 10


def verdict(rig: Rig) -> Iterator[Result]:
    """Each scan on its own, in milliseconds; the floor looks a code up and commits one row."""
    for engine in ("postgresql", "sqlite"):
        with context(rig.quai(engine)) as ctx:
            company = make_company(ctx, 100)
            lines = [(nth, SCANS // LINES // 5, 0) for nth in range(1, LINES + 1)]
            took: list[float] = []
            for _ in range(5):
                shipment = place_order(ctx, company.order(lines)).shipment_id
                pick_wave(ctx, release_shipments(ctx, (shipment,)).wave_id)
                for nth, qty, _ in lines:
                    for _ in range(qty):
                        started = time.perf_counter()
                        result = scan_item(ctx, shipment, company.gtins[nth - 1])
                        took.append((time.perf_counter() - started) * 1000)
                        if result.verdict not in GOOD:
                            raise RuntimeError(f"the bench refused a right item: {result.message}")
            shipment = place_order(ctx, company.order(lines)).shipment_id
            pick_wave(ctx, release_shipments(ctx, (shipment,)).wave_id)
            scan_item(ctx, shipment, company.gtins[0])
            with counted(ctx.db) as statements:
                scan_item(ctx, shipment, company.gtins[0])
            yield Result("scan statements", engine, 1, len(statements), "statements")
            floor = _floor(rig) if engine == "postgresql" else None
            for name, part in (("p50", 0.5), ("p99", 0.99)):
                value = percentile(took, part)
                ratio = round(value / percentile(floor, part), 2) if floor else None
                yield Result(
                    f"scan verdict {name}",
                    engine,
                    len(took),
                    round(value, 2),
                    "ms",
                    "look-up and commit" if floor else None,
                    ratio,
                )


def _floor(rig: Rig) -> list[float]:
    with psycopg.connect(rig.bare(), prepare_threshold=1) as line:
        line.execute("CREATE TABLE code (code text PRIMARY KEY, product int)")
        line.execute("CREATE TABLE scan (id serial PRIMARY KEY, product int, at timestamptz DEFAULT now())")
        line.cursor().executemany(
            "INSERT INTO code VALUES (%s, %s)", [(f"{nth:013d}", nth) for nth in range(100)]
        )
        line.commit()
        took = []
        for nth in range(SCANS):
            started = time.perf_counter()
            row = line.execute("SELECT product FROM code WHERE code = %s", (f"{nth % 100:013d}",)).fetchone()
            line.execute("INSERT INTO scan (product) VALUES (%s)", row)
            line.commit()
            took.append((time.perf_counter() - started) * 1000)
    return took
