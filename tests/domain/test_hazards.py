"""Dangerous goods: fields that are held to the regulations, the words and marks that follow."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.hazards import (
    CLASSES,
    GROUPS,
    TUNNEL_CODES,
    BadHazard,
    Hazard,
    checked,
    label_models,
    lacking,
    mark_side,
    transport_line,
)

SPRAY = Hazard("UN1950", "AEROSOLS", "2.1", "", "D", limited=True)
SPIRIT = Hazard("UN1170", "ETHANOL SOLUTION", "3", "II", "D/E")


def test_fields_are_kept_in_one_form() -> None:
    assert checked(Hazard("un 1950", " aerosols ", "2.1", "", "(d)", True)) == SPRAY
    assert checked(Hazard("1098", "allyl alcohol", "6.1(3)", "i", "c/d")).hazard_class == "6.1 (3)"
    assert checked(Hazard()) == Hazard()
    assert not Hazard()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (replace(SPRAY, un_number="UN195"), "un_number"),
        (replace(SPRAY, un_number="UN١٩٥٠"), "un_number"),
        (replace(SPRAY, un_number=""), "un_number"),
        (Hazard(limited=True), "un_number"),
        (Hazard(tunnel="D"), "un_number"),
        (replace(SPRAY, hazard_class=""), "hazard_class"),
        (replace(SPRAY, hazard_class="2"), "hazard_class"),
        (replace(SPRAY, hazard_class="2.4"), "hazard_class"),
        (replace(SPRAY, hazard_class="10"), "hazard_class"),
        (replace(SPRAY, hazard_class="3S"), "hazard_class"),
        (replace(SPIRIT, hazard_class="3 (6)"), "hazard_class"),
        (replace(SPIRIT, packing_group="IV"), "packing_group"),
        (replace(SPRAY, packing_group="II"), "packing_group"),
        (replace(SPIRIT, hazard_class="6.2"), "packing_group"),
        (replace(SPRAY, tunnel="F"), "tunnel_code"),
        (Hazard("UN2900", "INFECTIOUS", "6.2", limited=True), "limited_quantity"),
        (Hazard("UN0336", "FIREWORKS", "1.4G", limited=True), "limited_quantity"),
    ],
)
def test_what_no_regulation_knows_is_refused_by_field(wrong: Hazard, field: str) -> None:
    with pytest.raises(BadHazard) as caught:
        checked(wrong)
    assert caught.value.facts["field"] == field


def test_cartridges_of_1_4s_may_be_limited() -> None:
    assert checked(Hazard("UN0012", "CARTRIDGES, SMALL ARMS", "1.4S", "", "E", True)).limited


@given(
    st.integers(0, 9999),
    st.sampled_from([one for one in CLASSES if one[0] not in "127" and one not in ("5.2", "6.2")]),
    st.sampled_from(["", *GROUPS]),
    st.sampled_from(TUNNEL_CODES),
)
def test_checked_once_is_checked_for_good(number: int, label: str, group: str, tunnel: str) -> None:
    hazard = checked(Hazard(f"{number:04d}", "x", label, group, tunnel))
    assert checked(hazard) == hazard
    line = transport_line(hazard)
    assert line.startswith(f"UN {number:04d} X, {label}")
    assert line.endswith(f"({tunnel})")


@given(*[st.text(max_size=8)] * 5, st.booleans())
def test_any_fields_are_kept_or_refused_with_their_name(
    number: str, name: str, label: str, group: str, tunnel: str, limited: bool
) -> None:
    refused = found = None
    try:
        found = checked(Hazard(number, name, label, group, tunnel, limited))
    except BadHazard as refusal:
        refused = refusal.facts["field"]
    assert refused or (found is not None and checked(found) == found)


def test_the_transport_line() -> None:
    assert transport_line(SPRAY) == "UN 1950 AEROSOLS, 2.1, (D)"
    assert transport_line(SPIRIT) == "UN 1170 ETHANOL SOLUTION, 3, II, (D/E)"


def test_what_the_transport_document_lacks() -> None:
    assert lacking(SPIRIT) == ()
    assert lacking(replace(SPIRIT, name="", tunnel="")) == ("shipping_name", "tunnel_code")


@pytest.mark.parametrize(
    ("sizes", "side"),
    [
        ((0, 0, 0), 100),
        ((400, 300, 200), 100),
        ((142, 142, 10), 100),
        ((400, 141, 100), 68),
        ((400, 300, 0), 100),
    ],
)
def test_the_mark_is_reduced_only_where_the_parcel_is_small(sizes: tuple[int, int, int], side: float) -> None:
    assert mark_side(*sizes) == side


@pytest.mark.parametrize(
    ("number", "label", "models"),
    [
        ("UN1170", "3", ("3",)),
        ("1098", "6.1 (3)", ("6.1", "3")),
        ("UN3480", "9", ("9A",)),
        ("3551", "9", ("9A",)),
        ("3082", "9", ("9",)),
        ("0012", "1.4S", ("1.4",)),
        ("2814", "of old", ("of old",)),
    ],
)
def test_goods_bear_the_labels_of_their_dangers(number: str, label: str, models: tuple[str, ...]) -> None:
    assert label_models(number, label) == models
