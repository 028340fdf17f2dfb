"""Tables as text: read back as they were written, and nothing in them runs."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.tables import csv_file, safe_cell

texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"))


def test_plain_values() -> None:
    values = (None, True, False, -3, Decimal("-1.50"), date(2026, 3, 12), "-3", "Lille")
    assert [safe_cell(one) for one in values] == ["", "1", "0", "-3", "-1.50", "2026-03-12", "'-3", "Lille"]


@given(st.lists(st.lists(texts, min_size=3, max_size=3), max_size=5))
def test_a_file_is_read_back_and_no_cell_is_a_formula(rows: list[list[str]]) -> None:
    written = csv_file(("a", "b", "c"), rows).decode("utf-8-sig")
    head, *back = csv.reader(io.StringIO(written, newline=""))
    assert head == ["a", "b", "c"]
    assert [[cell.removeprefix("'") for cell in row] for row in back] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in back for cell in row)
