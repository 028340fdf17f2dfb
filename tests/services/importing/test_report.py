"""Refusals and sums, however many there are."""

from __future__ import annotations

import pytest

from app.integrations.channels.base import Rejected
from app.services.importing import report
from app.services.importing.report import RejectedRows, Sums


def test_refusals_come_in_the_order_of_files_and_lines() -> None:
    rows = RejectedRows(["b.csv", "a.csv"])
    given = [Rejected("a.csv", 2, "x", "é"), Rejected("b.csv", 10, "", "z"), Rejected("b.csv", 9, "y", "w")]
    for row in given:
        rows.add(row)
    assert list(rows) == [given[2], given[1], given[0]]
    rows.add(Rejected("a.csv", 1, "", "later"))
    assert [row.reason for row in rows] == ["w", "z", "later", "é"]
    assert list(rows.lines()) == [(0, 9), (0, 10), (1, 1), (1, 2)]
    rows.close()
    rows.close()


def test_many_refusals_leave_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "IN_MEMORY", 100)
    rows = RejectedRows(["a.csv"])
    for line in range(500, 0, -1):
        rows.add(Rejected("a.csv", line, "c", f"reason {line}"))
    assert [row.line for row in rows] == list(range(1, 501))
    assert len(rows) == 500
    rows.close()


def test_sums_are_exact_and_rounded_once() -> None:
    sums = Sums()
    assert (sums.gross("JPY"), sums.gross("EUR"), sums.freight("")) == ("0", "0.00", "0.00")
    for _ in range(3):
        sums.add("EUR", 1_335_000, 5)
    assert (sums.gross("EUR"), sums.freight("EUR")) == ("4.01", "0.15")
    sums.add("KWD", 1000, 1)
    assert (sums.gross("EUR"), sums.freight("EUR")) == ("4.006", "0.151")
