"""Run as a program: import a shop's list of sales, saying each phase, and at last the peak of memory in KiB.

Arguments: database URL, file, source.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from app.database import Database
from app.domain.permissions import Permission
from app.services.context import Context
from app.services.importing import Request, import_files
from tests.services.importing.samples import CREATE, SHOP, profile


def peak_kib() -> int:
    """The most memory that this program held, in KiB.

    Linux counts the memory of the process that started this one into `ru_maxrss`; its own figure stands in /proc.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(one for one in status.read_text(encoding="ascii").splitlines() if one.startswith("VmHWM"))
        return int(line.split()[1])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> None:
    url, file, source = sys.argv[1:]
    database = Database(url)
    phases: set[str] = set()

    def step(what: str, done: int, total: int) -> None:
        if what not in phases:
            phases.add(what)
            print(what, flush=True)

    context = Context(database, "owner", frozenset(Permission), "DESK-9")
    request = Request("orders", profile(SHOP, CREATE), source, (Path(file),), skip_bad=True)
    result = import_files(context, request, step)
    peak = peak_kib()
    print("done", result.orders, result.lines, len(result.rejected), peak, flush=True)
    database.close()


if __name__ == "__main__":
    main()
