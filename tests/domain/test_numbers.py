"""Numbers shown to people: written, read back, never mistaken."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.numbers import KINDS, Number, number, parse, parse_task, task_number

serials = st.integers(1, 10**15 - 1)


@given(st.sampled_from(sorted(KINDS)), st.integers(1000, 9999), serials)
def test_read_back_as_written(kind: str, year: int, serial: int) -> None:
    text = number(kind, year, serial)
    assert parse(text) == Number(kind, year, serial)
    assert parse(text.lower()) == parse(text)
    assert parse(f"{kind}-{year}-{serial}") == parse(text)
    assert str(parse(text)) == text


@given(st.sampled_from(sorted(KINDS)), st.lists(st.integers(1, 999_999), min_size=2))
def test_numbers_of_a_year_sort_as_text(kind: str, some: list[int]) -> None:
    assert sorted(number(kind, 2026, n) for n in some) == [number(kind, 2026, n) for n in sorted(some)]


@given(serials)
def test_task_read_back_as_written(task_id: int) -> None:
    assert parse_task(task_number(task_id)) == task_id
    assert parse_task(task_number(task_id).lower()) == task_id


def test_as_people_see_them() -> None:
    assert number("SO", 2026, 123) == "SO-2026-000123"
    assert number("RMA", 2026, 1_234_567) == "RMA-2026-1234567"
    assert task_number(42) == "PT000042"


@pytest.mark.parametrize(
    ("kind", "year", "serial", "said"),
    [
        ("XX", 2026, 1, "no kind"),
        ("so", 2026, 1, "no kind"),
        ("SO", 26, 1, "four digits"),
        ("SO", 20260, 1, "four digits"),
        ("SO", 2026, 0, "1 to 15 digits"),
        ("SO", 2026, -1, "1 to 15 digits"),
        ("SO", 2026, 10**15, "1 to 15 digits"),
    ],
)
def test_what_cannot_be_written(kind: str, year: int, serial: int, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        number(kind, year, serial)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "SO",
        "SO-2026",
        "SO-2026-",
        "SO-26-000123",
        "SO-2026-000000",
        "SO-0026-000123",
        "XX-2026-000123",
        "SO-2026-000123 ",
        "SO-2026-000123\n",
        "ſo-2026-000123",  # a long s folds to s
        "SO-２０２６-000123",
        "SO-2026-" + "1" * 16,
        "PL-2026-000123/1",
    ],
)
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match="is not a number like"):
        parse(text)


@pytest.mark.parametrize(
    "text", ["", "PT", "PT100", "PT000000", "PT٠٠٠٠٠١", "PT0000001 ", "PTO00001", "PT" + "1" * 16]
)
def test_what_is_no_task(text: str) -> None:
    with pytest.raises(ValueError, match="is not a pick task like"):
        parse_task(text)
    with pytest.raises(ValueError, match="serial number"):
        task_number(0)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (parse, parse_task):
        with contextlib.suppress(ValueError):
            assert read(text)
