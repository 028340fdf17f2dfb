"""Keys of two layouts: each goes there and back, and none is where the other has nothing."""

from __future__ import annotations

import pytest

from app.domain.keyboards import french_meant, us_key, us_meant


@pytest.mark.parametrize(
    ("meant", "seen"),
    [
        ("4006381333931", '\'àà-"_&"""ç"&'),
        ("SH-2026-000012", "SH)éàé-)àààà&é"),
        ("LOC-AZ.01/Q_W+M", "LOC)QW:à&!A°Z+?"),
        ("]C1", "$C&"),
        ("PT000042", "PTàààà'é"),
    ],
)
def test_what_a_us_scanner_types_on_a_french_desk(meant: str, seen: str) -> None:
    assert us_meant(seen) == meant
    assert french_meant(meant) == seen


def test_a_separator_is_no_key_of_either() -> None:
    assert us_meant("\x1d") == french_meant("\x1d") == "\x1d"


@pytest.mark.parametrize(
    ("code", "shifted", "written"),
    [
        (2, False, "1"),
        (2, True, "!"),
        (12, False, "-"),
        (27, False, "]"),
        (16, True, "Q"),
        (30, False, "a"),
        (40, True, '"'),
        (43, False, "\\"),
        (44, False, "z"),
        (53, False, "/"),
        (28, False, ""),
        (79, False, ""),
    ],
)
def test_the_character_by_the_place_of_its_key(code: int, shifted: bool, written: str) -> None:
    assert us_key(code, shifted=shifted) == written
