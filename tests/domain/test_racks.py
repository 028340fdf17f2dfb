"""Many places from a pattern: as many as it says, each once, in walking order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.racks import MOST, plan
from app.errors import BadInput


def test_aisles_bays_and_levels() -> None:
    places = plan("A-C", "1-10", "1-3", 100)
    assert len(places) == 90
    assert [one.code for one in places[:4]] == ["A-01-1", "A-01-2", "A-01-3", "A-02-1"]
    assert places[-1].code == "C-10-3"
    assert (places[0].aisle, places[0].bay, places[0].level, places[0].walk_seq) == ("A", "01", "1", 100)
    assert [one.walk_seq for one in places[:3]] == [100, 110, 120]


@pytest.mark.parametrize(
    ("pattern", "codes"),
    [
        (("a", "1-2", ""), ["A-01", "A-02"]),
        (("mezz", "99-101", ""), ["MEZZ-099", "MEZZ-100", "MEZZ-101"]),
        (("1-2", "5", "a-b"), ["1-05-A", "1-05-B", "2-05-A", "2-05-B"]),
        (("A, C", "3;1", " 2 "), ["A-03-2", "A-01-2", "C-03-2", "C-01-2"]),
    ],
)
def test_patterns(pattern: tuple[str, str, str], codes: list[str]) -> None:
    assert [one.code for one in plan(*pattern)] == codes


@pytest.mark.parametrize(
    ("pattern", "field"),
    [
        (("", "1", ""), "aisles"),
        (("A", " , ", ""), "bays"),
        (("C-A", "1", ""), "aisles"),
        (("A-3", "1", ""), "aisles"),
        (("A", "10-1", ""), "bays"),
        (("A", "1-3,2", ""), "bays"),
        (("A", "1", "1/2"), "levels"),
        (("A", "1", "É"), "levels"),
        (("A-Z", "1-200", "1-9"), "bays"),
        (("A", "1-9999", ""), "bays"),
    ],
)
def test_what_cannot_be_read_names_its_field(pattern: tuple[str, str, str], field: str) -> None:
    with pytest.raises(BadInput) as caught:
        plan(*pattern)
    assert caught.value.facts["field"] == field


@given(st.text(max_size=12), st.text(max_size=12), st.text(max_size=12))
def test_any_text_is_planned_or_refused(aisles: str, bays: str, levels: str) -> None:
    try:
        places = plan(aisles, bays, levels)
    except BadInput:
        return
    assert 0 < len(places) <= MOST
    assert len({one.code for one in places}) == len(places)
