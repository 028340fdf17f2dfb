"""From the start of the process to the first paint, beside Qt's empty window; and to the page on which somebody signs in."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator

from app.services.sample import seed
from benchmarks.frame import Result, Rig, context, median

ROUNDS = 9


def first_paint(rig: Rig) -> Iterator[Result]:
    """Fresh processes in alternation, each from its start; the database is the sample company."""
    url = rig.quai("sqlite")
    with context(url) as ctx:
        seed(ctx, lambda done, total, text: None)
    here = {name: str(rig.folder) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA")}
    surroundings = os.environ | here | {"QUAI_DATABASE": url, "QUAI_LANGUAGE": "en"}
    _moments("empty", surroundings), _moments("console", surroundings)  # these read everything from the disk
    bare, painted, usable = [], [], []
    for _ in range(ROUNDS):
        bare += _moments("empty", surroundings)
        first, ready = _moments("console", surroundings)
        painted.append(first)
        usable.append(ready)
    ratio = round(median(painted) / median(bare), 2)
    yield Result("start first paint", "sqlite", 1, round(median(painted), 1), "ms", "empty window", ratio)
    yield Result("start usable", "sqlite", 1, round(median(usable), 1), "ms")


def _moments(what: str, surroundings: dict[str, str]) -> list[float]:
    """The moments that a process tells, in milliseconds from its start."""
    started = time.monotonic_ns()
    command = [sys.executable, "-m", "benchmarks.first_paint", what]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=True)
    return [(int(moment) - started) / 1e6 for moment in done.stdout.split()]
