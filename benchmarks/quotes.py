"""Prices a second: every service of the sample company asked about a parcel, beside the same sums in bare arithmetic."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from app.domain.promise import Calendar
from app.domain.rate_files import read_rates
from app.domain.rates import Consignment, Measures, Service, quote
from benchmarks.frame import Result, Rig, median

RATES = Path(__file__).resolve().parents[1] / "resources" / "sample" / "rates"
PARCELS, ROUNDS = 2_000, 7
READY = datetime(2026, 11, 23, 10, 0)  # noqa: DTZ001 - the warehouse's own clock


def services() -> list[Service]:
    """The sample company's services with their whole tables."""
    found = []
    for number, file in enumerate(sorted(RATES.glob("*.csv")), 1):
        table, problems = read_rates(file.read_text(encoding="utf-8"), "EUR")
        assert not problems, (file, problems)
        rates: dict[str, list[tuple[int, int]]] = {}
        for band in table.bands:
            rates.setdefault(band.zone, []).append((band.up_to_g, band.price))
        bands = {zone: tuple(rows) for zone, rows in rates.items()}
        found.append(
            Service(number, file.stem, file.stem, zones=table.zones, rates=bands, extras=table.extras)
        )
    return found


def bare(weights: list[int], bands: list[tuple[int, int]], percent: int, asked: int) -> int:
    """The least that a price is: the first band that takes the weight, and a percentage on it, for each service."""
    total = 0
    for weight in weights:
        for _ in range(asked):
            for up_to, price in bands:
                if weight <= up_to:
                    total += price + (price * percent + 5_000) // 10_000
                    break
    return total


def rates(rig: Rig) -> Iterator[Result]:
    """Quotes a second; one asks one service about one parcel, with zone, limits, surcharges and the days."""
    known = services()
    weights = [100 + nth * 13 for nth in range(PARCELS)]
    wanted = [Consignment("FR", "59000", (Measures(weight),), READY, Calendar()) for weight in weights]
    bands = list(known[-1].rates["Continent"])

    def ours() -> None:
        for one in wanted:
            for service in known:
                quote(service, one)

    took = _seconds(ours)
    floor = _seconds(lambda: bare(weights, bands, 1_120, len(known)))
    asked = PARCELS * len(known)
    yield Result(
        "carrier rate quotes", "none", asked, asked / took, "quotes/s", "bare arithmetic", floor / took
    )


def _seconds(work: Callable[[], object]) -> float:
    took = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        took.append(time.perf_counter() - started)
    return median(took)
