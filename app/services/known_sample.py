"""What the start of the program knows of the sample company without making it: its name, and whom it lets in."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "sample"
PASSWORD = "quai-sample-only"
"""Everybody's; the sign-in page fills it in."""
LEADER = "samir"
"""A supervisor, as whom a newcomer looks around."""


@cache
def company() -> str:
    """What the sample company is called."""
    description = tomllib.loads((FOLDER / "company.toml").read_text(encoding="utf-8"))
    return str(description["company"]["name"])
