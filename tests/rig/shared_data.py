"""Where the real data lies that tests read but the project does not hold."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
VARIABLE = "QUAI_DATA"


def northwind_dir() -> Path:
    """Return the folder of Northwind's tables as CSV.

    Raises:
        pytest.fail.Exception: It is not there: a test that cannot see its data has failed.
    """
    return _folder("northwind", "orders.csv")


def adventureworks_dir() -> Path:
    """Return the folder of AdventureWorks' tables as TSV.

    Raises:
        pytest.fail.Exception: It is not there.
    """
    return _folder("adventureworks", "")


def _folder(name: str, file: str) -> Path:
    given = os.environ.get(VARIABLE)
    root = Path(given) if given else PROJECT.parent / "shared" / "data"
    folder = root / name
    if not (folder / file).exists():
        pytest.fail(
            f"The {name} data is not in {folder}. Put the shared data in ../shared/data beside the project, "
            f"or set {VARIABLE} to the folder that holds {name}/.",
            pytrace=False,
        )
    return folder
