"""A list of sales of any length, made the same each time."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.services.importing.samples import SHOP_HEADER


def write_sales(path: Path, lines: int, *, bad: bool = False) -> tuple[int, int]:
    """Write that many rows, history and open orders mixed; how many orders and how many rows of returns there are."""
    random = Random(7)
    orders = returns = written = 0
    with path.open("w", encoding="utf-8") as file:
        file.write(SHOP_HEADER)
        while written < lines:
            orders += 1
            back = orders % 10 == 0
            shipped = "2026-01-04" if orders % 3 else ""
            head = (
                f"{'C' if back else ''}{500_000 + orders},K{random.randint(1, 4000)},,2026-01-03,{shipped},0"
            )
            for _ in range(min(random.randint(1, 40), lines - written)):
                qty = "many" if bad else random.randint(1, 48)
                file.write(f"{head},S{random.randint(1, 4000)},{qty},{random.randint(1, 99_999) / 100},\n")
                written += 1
                returns += back
    return orders, returns
