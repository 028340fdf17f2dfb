"""How the text of a service's rate table is read, and what is said of it."""

from __future__ import annotations

from app.domain.rate_files import read_rates
from app.qt.words import trn
from app.views.parts.table_text import TextRead


def read_rate_table(text: str, currency: str) -> TextRead:
    """The zones, prices and surcharges of a service."""
    table, problems = read_rates(text, currency)
    held = (
        trn("%n places", len(table.zones)),
        trn("%n prices", len(table.bands)),
        trn("%n surcharges", len(table.extras)),
    )
    return TextRead(table, problems, ", ".join(held))
