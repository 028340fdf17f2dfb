"""Numbers and dates of imported files: a strict grammar with plain words."""

from __future__ import annotations

import contextlib
import re
from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.numbertext import date_pattern, parse_date, parse_decimal, parse_int

decimals = st.decimals(Decimal(-(10**15)), Decimal(10**15), places=4) | st.integers(-(10**15), 10**15).map(
    Decimal
)
marks = st.sampled_from(
    [(",", None), (",", " "), (",", "."), (".", None), (".", ","), (".", "'"), (",", "\u202f")]
)


def write(number: Decimal, decimal: str, thousands: str | None) -> str:
    """Write a number as another program would."""
    return (
        f"{number:{',' if thousands else ''}f}".replace(",", "\0")
        .replace(".", decimal)
        .replace("\0", thousands or "")
    )


@given(decimals, marks)
def test_read_back_as_written(number: Decimal, mark: tuple[str, str | None]) -> None:
    decimal, thousands = mark
    assert parse_decimal(write(number, decimal, thousands), decimal, thousands) == number
    assert parse_decimal(f" {write(number, decimal, None)}\r\n", decimal, thousands) == number
    assert str(parse_decimal("-0" + decimal + "0", decimal)) == "0.0"


@given(st.integers(-(10**18) + 1, 10**18 - 1), marks)
def test_whole_numbers_read_back_as_written(number: int, mark: tuple[str, str | None]) -> None:
    decimal, thousands = mark
    text = write(Decimal(number), decimal, thousands)
    assert parse_int(text, thousands) == number
    assert parse_int(f"{text}{decimal}00", thousands, decimal) == number
    assert parse_decimal("1" * 28, decimal, thousands) == Decimal("1" * 28)


@pytest.mark.parametrize(
    ("text", "decimal", "thousands", "value"),
    [
        ("1 234,50", ",", " ", "1234.50"),
        ("1\xa0234,50", ",", " ", "1234.50"),
        ("1\u202f234\u202f567,5", ",", " ", "1234567.5"),
        ("1’234.5", ".", "'", "1234.5"),
        ("1.234", ".", None, "1.234"),
        ("1.234", ",", ".", "1234"),
        ("1.234", ".", ",", "1.234"),
        ("+12", ".", None, "12"),
        ("-,5", ",", None, "-0.5"),
        ("007", ",", None, "7"),
        ("1234.5", ".", ",", "1234.5"),
    ],
)
def test_as_the_profile_says(text: str, decimal: str, thousands: str | None, value: str) -> None:
    assert parse_decimal(text, decimal, thousands) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "decimal", "thousands", "said"),
    [
        ("", ",", " ", "a number is expected, the field is empty"),
        (" \t\xa0", ",", " ", "the field is empty"),
        ("1_000", ".", None, "'_' does not belong there (the decimal mark is '.')"),
        ("１２", ".", None, "only the digits 0 to 9 are read"),
        ("٣", ".", None, "only the digits 0 to 9 are read"),
        ("²", ".", None, "only the digits 0 to 9 are read"),
        ("NaN", ".", None, "'N' does not belong there"),
        ("Infinity", ".", None, "'I' does not belong there"),
        ("1e400", ".", None, "'e' does not belong there"),
        ("0x10", ".", None, "'x' does not belong there"),
        ("12 €", ",", " ", "'€' does not belong there (the decimal mark is ',', the thousands mark is ' ')"),
        ("1.234", ",", None, "'.' does not belong there (the decimal mark is ',')"),
        ("1.23", ",", ".", "the thousands mark '.' does not stand before groups of three digits"),
        ("1,2345.6", ".", ",", "the thousands mark ',' does not stand before groups of three digits"),
        ("1234 567", ",", " ", "does not stand before groups of three"),
        ("1 234567", ",", " ", "does not stand before groups of three"),
        ("1 234\xa0567", ",", " ", "does not stand before groups of three"),
        (" ,123", ",", ",", "cannot be both"),
        ("1,234,5", ",", None, "the decimal mark ',' comes more than once"),
        ("12,", ",", None, "digits are missing behind ','"),
        (",", ",", None, "digits are missing"),
        ("12-", ",", None, "a sign is only read in front"),
        ("--12", ",", None, "a sign is only read in front"),
        ("12-", ",", " ", "a sign is only read in front"),
        ("1234\xa0567", ",", " ", "does not stand before groups of three"),
        ("1" * 29, ",", None, "more than 28 digits"),
        ("0." + "1" * 29, ".", None, "more than 28 digits"),
        ("1\0", ".", None, "does not belong"),
        ("1\n2", ".", None, "does not belong"),
    ],
)
def test_refused_in_plain_words(text: str, decimal: str, thousands: str | None, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        parse_decimal(text, decimal, thousands)


@pytest.mark.parametrize("mark", ["", ",,", "1", "a", "-", "é1"])
def test_marks_that_make_no_sense(mark: str) -> None:
    with pytest.raises(ValueError, match="cannot be a"):
        parse_decimal("1", mark)
    with pytest.raises(ValueError, match="cannot be a thousands mark"):
        parse_int("1", mark)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "a number is expected"),
        ("12,50", "is not a whole number"),
        ("12.0", "'.' does not belong there"),
        ("1" * 19, "more than 18 digits"),
        ("1_0", "does not belong"),
        ("١", "only the digits 0 to 9"),
    ],
)
def test_no_whole_number(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        parse_int(text, decimal=",")


def test_without_a_decimal_mark_none_is_read() -> None:
    with pytest.raises(ValueError, match="',' does not belong there"):
        parse_int("12,0")
    assert parse_int("0" * 30 + "12") == 12
    assert parse_int(",00", decimal=",") == 0
    for text, said in (("x", "'x' is not a number: 'x' does not belong there"), ("-", "'-' is not a number")):
        with pytest.raises(ValueError, match=f"^{said}$"):
            parse_int(text)
    with pytest.raises(ValueError, match=r"a sign is only read in front$"):
        parse_int("12-")


def test_a_long_field_is_cut_in_the_message() -> None:
    with pytest.raises(ValueError, match="does not belong") as refusal:
        parse_decimal("x" * 100_000, ".")
    assert len(str(refusal.value)) < 150


@given(st.text(max_size=30) | st.text("0123456789., '+-\xa0", max_size=12), marks)
def test_any_text_is_read_exactly_or_refused(text: str, mark: tuple[str, str | None]) -> None:
    with contextlib.suppress(ValueError):
        number = parse_decimal(text, *mark)
        assert number.is_finite()
        assert [c for c in str(abs(number)) if c.isdigit()][-1:] == [c for c in text if c.isdigit()][-1:]
        assert (number < 0) <= text.strip(" \t\r\n\xa0\u202f").startswith("-")
    with contextlib.suppress(ValueError):
        assert abs(parse_int(text, mark[1], mark[0])) < 10**18


FORMATS = [
    "%Y-%m-%d",
    "%d/%m/%Y",
    "%d.%m.%y",
    "%Y%m%d",
    "%y%m%d",
    "%Y-%m-%d %H:%M:%S.%f",
    "%Y-%m-%dT%H:%M:%S",
    "%%%d %m %Y",
]


@given(st.dates(date(1969, 1, 1), date(2068, 12, 31)), st.times(), st.sampled_from(FORMATS))
def test_dates_read_back_as_written(day: date, clock: time, wanted: str) -> None:
    text = datetime.combine(day, clock).strftime(wanted)
    assert parse_date(f" {text} ", (wanted,)) == day


dateish = st.from_regex(
    r"[0-9]{1,4}[-/.]?[0-9]{1,2}[-/.]?[0-9]{1,4}( [0-9]{2}:[0-9]{2}:[0-9]{2}.[0-9]{1,6})?", fullmatch=True
)


@given(dateish | st.text(max_size=20), st.sampled_from(FORMATS))
def test_nothing_is_read_that_strptime_refuses(text: str, wanted: str) -> None:
    try:
        day = parse_date(text, (wanted,))
    except ValueError:
        return
    field = text.strip(" \t\r\n\xa0\u202f")
    assert datetime.strptime(field, wanted).date() == day  # noqa: DTZ007 - a date alone has no zone


def test_zeros_may_lack_where_marks_part_the_digits() -> None:
    assert parse_date("7/4/1996", ("%m/%d/%Y",)) == date(1996, 7, 4)
    with pytest.raises(ValueError, match="not a date written as YYYYMMDD"):
        parse_date("2026111", ("%Y%m%d",))
    with pytest.raises(ValueError, match="is not a date"):
        parse_date("1/12026", ("%d/%m20%y",))


def test_edges_of_dates() -> None:
    assert parse_date("%4 07 2026", ("%%%d %m %Y",)) == date(2026, 7, 4)
    assert parse_date("31.12.69", ("%d.%m.%y",)) == date(1969, 12, 31)
    assert parse_date("31.12.68", ("%d.%m.%y",)) == date(2068, 12, 31)
    assert parse_date("2026-01-01 23:59:59", ("%Y-%m-%d %H:%M:%S",)) == date(2026, 1, 1)


def test_several_formats() -> None:
    both = ("%d/%m/%Y", "%m/%d/%Y")
    assert parse_date("31/12/2026", both) == date(2026, 12, 31)
    assert parse_date("04/04/2026", both) == date(2026, 4, 4)
    with pytest.raises(ValueError, match="can be read as 2026-04-07 or 2026-07-04; keep one date format"):
        parse_date("04/07/2026", both)


@pytest.mark.parametrize(
    ("text", "formats", "said"),
    [
        ("", ("%Y-%m-%d",), "a date is expected, the field is empty"),
        ("2026-02-30", ("%Y-%m-%d",), "a day or a time that does not exist"),
        ("0000-01-01", ("%Y-%m-%d",), "a day or a time that does not exist"),
        ("2026-01-01 24:00", ("%Y-%m-%d %H:%M",), "a day or a time that does not exist"),
        ("2026-01-01", ("%d/%m/%Y", "%d.%m.%y"), "is not a date written as DD/MM/YYYY or DD.MM.YY"),
        ("2026-01-01x", ("%Y-%m-%d",), "is not a date written as YYYY-MM-DD"),
        ("26-01-01", ("%Y-%m-%d",), "is not a date"),
        ("２０２６-01-01", ("%Y-%m-%d",), "characters that no date is written with"),
        ("2026-01-01", (), "no date format is given"),
    ],
)
def test_no_date(text: str, formats: tuple[str, ...], said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        parse_date(text, formats)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("%Y-%m", "does not name one year, one month and one day"),
        ("%Y-%y-%m-%d", "does not name one year"),
        ("%d %B %Y", "uses %B"),
        ("%Y-%m-%d%", "uses %"),
        ("%d/%d/%m/%Y", "has %d twice"),
    ],
)
def test_formats_that_cannot_be_used(wanted: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        date_pattern(wanted)


@given(st.text("%YymdHMSfBz0/-. ", max_size=12))
def test_a_format_is_used_or_refused(wanted: str) -> None:
    try:
        pattern = date_pattern(wanted)
    except ValueError:
        return
    text = date(2026, 11, 23).strftime(wanted.replace("%f", "%%f"))
    assume("%f" not in wanted)
    assert pattern.fullmatch(text)
