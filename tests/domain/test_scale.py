"""Which weights count, and for which parcel; how far a weight may be off."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.scale import (
    EMPTY_G,
    FRESH_MS,
    GRAMS,
    MOST_G,
    Fault,
    Reading,
    StableWeight,
    grams_of,
    read_weight,
    verdict,
)


def still(grams: int) -> Reading:
    return Reading(grams, True, "negative" if grams < 0 else "")


def moving(grams: int | None) -> Reading:
    return Reading(grams, False)


class Scale:
    """A scale that is heard every tenth of a second."""

    def __init__(self, repeats: int = 1) -> None:
        self.weights = StableWeight(repeats)
        self.now = 0

    def hear(self, *readings: Reading) -> Scale:
        for reading in readings:
            self.now += 100
            self.weights.hear(reading, self.now)
        return self

    def fresh(self) -> int | None:
        return self.weights.fresh(self.now)

    def used(self) -> Scale:
        self.weights.used(self.now)
        return self


@pytest.mark.parametrize(
    ("number", "unit", "grams"),
    [
        ("7.794", "kg", 7794),
        ("0.4994", "kg", 499),
        ("0.4995", "kg", 500),
        ("-0.4995", "kg", -500),
        ("1", "lb", 454),
        ("2.5", "lb", 1134),
        ("16", "oz", 454),
        ("0.4", "g", 0),
    ],
)
def test_units(number: str, unit: str, grams: int) -> None:
    assert grams_of(Decimal(number), unit) == grams


@given(st.integers(-MOST_G, MOST_G))
def test_sixteen_ounces_are_a_pound(number: int) -> None:
    assert grams_of(Decimal(number) * 16, "oz") == grams_of(Decimal(number), "lb")


def test_what_is_no_weight() -> None:
    assert read_weight(Decimal(3), "pcs", stable=True) == Reading(None, True, "no_unit")
    assert read_weight(Decimal(3), "", stable=True) == Reading(None, True, "no_unit")
    assert read_weight(Decimal(99_999_999), "kg", stable=True) == Reading(None, False, "not_understood")
    assert read_weight(Decimal("-0.3"), "kg", stable=True) == Reading(-300, True, "negative")
    assert set(GRAMS) == {"g", "kg", "lb", "oz"}


# Which weights count


def test_only_what_lies_still_counts() -> None:
    scale = Scale()
    assert scale.fresh() is None
    assert scale.hear(moving(7000)).fresh() is None
    assert scale.hear(still(7794)).fresh() == 7794
    assert scale.hear(moving(7794)).fresh() is None
    assert scale.hear(Reading(None, False)).fresh() is None


@pytest.mark.parametrize("fault", ["overload", "underload", "negative", "no_unit"])
def test_a_fault_is_no_weight(fault: Fault) -> None:
    scale = Scale().hear(still(7794), Reading(None, True, fault))
    assert scale.fresh() is None


def test_an_empty_scale_has_no_weight_to_give() -> None:
    assert Scale().hear(still(0)).fresh() is None
    assert Scale().hear(still(EMPTY_G - 1)).fresh() is None
    assert Scale().hear(still(EMPTY_G)).fresh() == EMPTY_G
    assert Scale().hear(still(-300)).fresh() is None


def test_noise_between_two_lines_changes_nothing() -> None:
    scale = Scale().hear(still(7794), Reading(None, False, "not_understood"))
    assert scale.fresh() == 7794


def test_what_was_heard_long_ago_does_not_count() -> None:
    scale = Scale().hear(still(7794))
    scale.now += FRESH_MS
    assert scale.fresh() == 7794
    scale.now += 1
    assert scale.fresh() is None


def test_without_a_word_of_rest_three_equal_weights_are_one() -> None:
    scale = Scale(repeats=3)
    assert scale.hear(moving(7794), moving(7794)).fresh() is None
    assert scale.hear(moving(7794)).fresh() == 7794
    assert scale.hear(moving(7795)).fresh() is None
    assert scale.hear(moving(7795), moving(7795)).fresh() == 7795
    assert scale.hear(moving(None), moving(None), moving(None)).fresh() is None


# No carry-over


def test_a_used_weight_does_not_count_again_while_it_lies_there() -> None:
    scale = Scale().hear(still(7794)).used()
    assert scale.fresh() is None
    assert scale.hear(still(7794), still(7796), still(7830)).fresh() is None, "a label weighs something"
    assert scale.hear(moving(9500), still(9500), moving(8000), still(7795)).fresh() is None, "a hand pressed"
    assert scale.hear(moving(4000), still(7794)).fresh() is None, "an edge was lifted"


@pytest.mark.parametrize(
    "gone",
    [still(0), moving(300), still(-250), Reading(None, True, "negative"), Reading(None, False, "underload")],
)
def test_the_same_weight_counts_again_when_the_scale_was_empty(gone: Reading) -> None:
    scale = Scale().hear(still(7794)).used().hear(gone, still(7794))
    assert scale.fresh() == 7794


def test_another_weight_counts_without_an_empty_scale_and_the_first_one_still_does_not() -> None:
    scale = Scale().hear(still(7794)).used()
    assert scale.hear(still(12_400)).fresh() == 12_400
    scale.used()
    assert scale.hear(still(7794)).fresh() is None, "the first parcel stood under the second one"
    assert scale.hear(still(12_380)).fresh() is None
    assert scale.hear(still(0), still(7794)).fresh() == 7794


def test_a_heavy_parcel_needs_more_than_a_tenth() -> None:
    scale = Scale().hear(still(7794)).used()
    assert scale.hear(still(8573)).fresh() is None
    assert scale.hear(still(8574)).fresh() == 8574


def test_a_light_parcel_needs_more_than_the_weight_of_a_label() -> None:
    scale = Scale().hear(still(120)).used()
    assert scale.hear(still(219)).fresh() is None
    assert scale.hear(still(221)).fresh() == 221


def test_a_parcel_that_was_closed_in_motion_takes_the_weight_that_comes_to_rest() -> None:
    scale = Scale().hear(moving(5000)).used()
    assert scale.hear(still(7794)).fresh() is None
    assert scale.hear(still(0), still(7794)).fresh() == 7794
    scale = Scale().hear(moving(5000)).used().hear(still(7794))
    assert scale.hear(still(12_400)).fresh() == 12_400, "that one is clearly another"
    scale = Scale().hear(moving(5000)).used().hear(still(0))
    assert scale.hear(still(7794)).fresh() == 7794, "it was on its way down from the scale"


def test_a_parcel_that_was_closed_while_nothing_was_heard_takes_the_next_weight() -> None:
    scale = Scale().hear(still(7794))
    scale.now += FRESH_MS + 1
    scale.used()
    assert scale.hear(still(9000)).fresh() is None
    scale = Scale().hear(still(0))
    scale.now += FRESH_MS + 1
    scale.used()
    assert scale.hear(still(9000)).fresh() is None, "that it was empty then says nothing"


def test_a_parcel_that_never_stood_on_the_scale_uses_nothing() -> None:
    assert Scale().used().hear(still(7794)).fresh() == 7794
    assert Scale().hear(still(0)).used().hear(still(7794)).fresh() == 7794


@given(
    st.lists(
        st.one_of(
            st.builds(Reading, st.integers(-500, 30_000), st.booleans()),
            st.builds(
                Reading,
                st.none(),
                st.booleans(),
                st.sampled_from(("", "overload", "underload", "negative", "no_unit", "not_understood")),
            ),
            st.just("used"),
        ),
        max_size=60,
    ),
    st.sampled_from((1, 3)),
)
def test_no_weight_is_carried_over(steps: list[Reading | str], repeats: int) -> None:
    """Whatever happens: between two uses of one weight the scale was seen empty, and what counts lies still there now."""
    scale, used = Scale(repeats), set[int]()
    for step in steps:
        if isinstance(step, Reading):
            heard = scale.weights.hear(step, scale.now)
            below = min(used, default=0) // 10
            if heard.fault in ("negative", "underload") or (
                heard.fault != "not_understood"
                and heard.grams is not None
                and heard.grams < max(EMPTY_G, below)
            ):
                used.clear()
        else:
            if (weight := scale.fresh()) is not None:
                used.add(weight)
            scale.used()
        weight = scale.fresh()
        if weight is not None:
            assert weight >= EMPTY_G
            assert all(abs(weight - one) > 100 for one in used)


# Tolerance


@pytest.mark.parametrize(
    ("expected", "read", "found"),
    [
        (7840, 7794, "within"),
        (7840, 7840 - 156, "within"),
        (7840, 7840 - 157, "light"),
        (7840, 7840 + 157, "heavy"),
        (10_000, 10_200, "within"),
        (10_000, 9_800, "within"),
        (500, 530, "within"),
        (500, 531, "heavy"),
        (500, 469, "light"),
        (None, 500, "unknown"),
        (0, 500, "unknown"),
        (500, None, "unknown"),
    ],
)
def test_the_larger_of_two_tolerances_counts(expected: int | None, read: int | None, found: str) -> None:
    assert verdict(expected, read, permille=20, grams=30) == found


@given(st.integers(1, 100_000), st.integers(0, 100_000), st.integers(0, 200), st.integers(0, 500))
def test_a_wider_tolerance_never_refuses_more(expected: int, read: int, permille: int, grams: int) -> None:
    if verdict(expected, read, permille, grams) == "within":
        assert verdict(expected, read, permille + 1, grams) == "within"
        assert verdict(expected, read, permille, grams + 1) == "within"
    assert verdict(expected, expected, permille, grams) == "within"
