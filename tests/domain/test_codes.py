"""GS1 keys: made and verified, by an independent reading of the rule and by published examples."""

from __future__ import annotations

import pytest
from biip.checksums import gs1_standard_check_digit
from biip.sscc import Sscc
from hypothesis import given
from hypothesis import strategies as st

from app.domain.codes import (
    BadCode,
    check_digit,
    is_digits,
    make_gtin,
    make_sscc,
    normalise_gtin,
    verify_gtin,
    verify_sscc,
)

digits = st.text("0123456789", min_size=1, max_size=20)
payloads = st.one_of([st.text("0123456789", min_size=n, max_size=n) for n in (7, 11, 12, 13)]).filter(
    lambda text: text.strip("0") != ""
)


@given(digits)
def test_check_digit_agrees_with_another_implementation(payload: str) -> None:
    assert check_digit(payload) == str(gs1_standard_check_digit(payload))


@pytest.mark.parametrize("payload", ["", "12a", "-1", "１２３", "٣"])
def test_no_check_digit_for_what_is_no_number(payload: str) -> None:
    with pytest.raises(BadCode, match="is not a number"):
        check_digit(payload)


@given(payloads)
def test_a_made_gtin_is_one_and_any_one_wrong_digit_is_seen(payload: str) -> None:
    number = make_gtin(payload)
    assert number[:-1] == payload
    assert verify_gtin(number)
    for place, digit in enumerate(number):
        wrong = number[:place] + str((int(digit) + 1) % 10) + number[place + 1 :]
        assert not verify_gtin(wrong)
    assert len(normalise_gtin(number)) == 14
    assert verify_gtin(normalise_gtin(number))


@pytest.mark.parametrize(
    "number", ["4006381333931", "73513537", "036000291452", "98412345678908", "9780471117094"]
)
def test_known_numbers(number: str) -> None:
    assert verify_gtin(number)
    assert int(normalise_gtin(number)) == int(number)


def test_the_same_article_compares_equal_at_every_length() -> None:
    assert (
        normalise_gtin("036000291452") == normalise_gtin("0036000291452") == normalise_gtin("00036000291452")
    )


@pytest.mark.parametrize(
    "number",
    [
        "",
        "4",
        "4006381333932",  # check digit
        "400638133393",  # a digit lost
        "40063813339310",  # a digit too many
        "4006381-333931",
        " 4006381333931",
        "4006381333931\n",
        "４００６３８１３３３９３１",  # full-width digits
        "٤٠٠٦٣٨١٣٣٣٩٣١",  # Arabic digits
        "²²²²²²²²",  # digits that int() does not even take
        "00000000",
        "0" * 13,
    ],
)
def test_what_is_no_gtin(number: str) -> None:
    assert not verify_gtin(number)
    with pytest.raises(BadCode) as refusal:
        normalise_gtin(number)
    assert refusal.value.facts == {"value": number}
    assert refusal.value.hint


@pytest.mark.parametrize("payload", ["", "123456", "12345678", "０１２３４５６", "0000000", "12345678901234"])
def test_what_cannot_become_a_gtin(payload: str) -> None:
    with pytest.raises(BadCode):
        make_gtin(payload)


@given(st.text(max_size=30))
def test_any_text_is_judged_without_a_crash(text: str) -> None:
    assert verify_gtin(text) in (True, False)
    assert verify_sscc(text) in (True, False)
    assert is_digits(text) == (text != "" and set(text) <= set("0123456789"))


@given(st.data(), st.integers(4, 12), st.integers(0, 9))
def test_sscc_keeps_its_parts(data: st.DataObject, length: int, extension: int) -> None:
    prefix = data.draw(st.text("0123456789", min_size=length, max_size=length))
    serial = data.draw(st.integers(0, 10 ** (16 - length) - 1))
    sscc = make_sscc(prefix, serial, extension)
    assert len(sscc) == 18
    assert verify_sscc(sscc)
    assert Sscc.parse(sscc).value == sscc
    assert (int(sscc[0]), sscc[1 : 1 + length], int(sscc[1 + length : 17])) == (extension, prefix, serial)
    assert not verify_sscc(sscc[:-1] + str((int(sscc[-1]) + 1) % 10))


def test_a_known_sscc() -> None:
    assert verify_sscc("376130321109103420")
    assert make_sscc("7613032", 110910342, 3) == "376130321109103420"
    assert not verify_sscc("００１２３４５６００００００００１８")
    assert not verify_sscc("00376130321109103420")


@pytest.mark.parametrize(
    ("prefix", "serial", "extension", "said"),
    [
        ("761", 1, 0, "company prefix"),
        ("7613032123456", 1, 0, "company prefix"),
        ("761303a", 1, 0, "company prefix"),
        ("７６１３０３２", 1, 0, "company prefix"),
        ("7613032", 1, 10, "extension"),
        ("7613032", 1, -1, "extension"),
        ("7613032", 10**9, 0, "does not fit the 9 digits"),
        ("7613032", -1, 0, "does not fit"),
    ],
)
def test_an_sscc_that_cannot_be(prefix: str, serial: int, extension: int, said: str) -> None:
    with pytest.raises(BadCode, match=said):
        make_sscc(prefix, serial, extension)
