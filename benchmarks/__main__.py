"""`python -m benchmarks [--only WORD]`: runs the benchmarks whose name has the word, prints them, writes out/bench.json."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from benchmarks import (
    beat,
    boxes,
    desks,
    entry,
    label_runs,
    life,
    pages,
    port,
    questions,
    queue,
    quotes,
    reservation,
    scan,
    start,
    stock,
)
from benchmarks.frame import Result, Rig, rig

BENCHMARKS = (
    ("beat", beat.every_screen),
    ("start", start.first_paint),
    ("queue search", queue.million),
    ("order life", life.alone),
    ("order life desks", life.desks),
    ("order questions", questions.asked),
    ("scan", scan.verdict),
    ("scan desks", desks.working),
    ("scan to label port", port.last_scan),
    ("reservation", reservation.growth),
    ("stock", stock.thousand),
    ("label pages", pages.labels),
    ("label run", label_runs.five_hundred),
    ("pick pages", pages.picks),
    ("pack boxes", boxes.packing),
    ("carrier rates", quotes.rates),
    ("order entry", entry.lines),
)
"""One line a benchmark: the name that `--only` looks in, and what yields its results."""
OUT = Path("out/bench.json")


def main() -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(prog="benchmarks")
    parser.add_argument("--only", default="", help="run those whose name has this word")
    only = parser.parse_args().only.casefold()
    chosen = [(name, run) for name, run in BENCHMARKS if only in name]
    if not chosen:
        print(
            f"No benchmark has {only!r} in its name: {', '.join(name for name, _ in BENCHMARKS)}",
            file=sys.stderr,
        )
        return 2
    results: list[Result] = []
    with rig() as surroundings:
        for _, run in chosen:
            for result in _results(run, surroundings):
                results.append(result)
                print(_line(result), flush=True)
    OUT.parent.mkdir(exist_ok=True)
    kept = [] if not only or not OUT.exists() else json.loads(OUT.read_text())
    fresh = {(result.name, result.engine, result.size) for result in results}
    kept = [old for old in kept if (old["name"], old["engine"], old["size"]) not in fresh]
    OUT.write_text(json.dumps(kept + [asdict(result) for result in results], indent=1) + "\n")
    return 0


def _results(run: object, surroundings: Rig) -> Iterator[Result]:
    yield from run(surroundings)  # type: ignore[operator]  # one of BENCHMARKS


def _line(result: Result) -> str:
    ratio = "" if result.ratio is None else f"  {result.ratio:6.2f} of {result.against}"
    return f"{result.name:<34} {result.engine:<11} {result.size:>9,}  {result.value:>10,.2f} {result.unit:<12}{ratio}"


if __name__ == "__main__":
    sys.exit(main())
