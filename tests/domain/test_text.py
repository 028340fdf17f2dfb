"""Folding for search and sorting."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.text import SORT_KEY_LENGTH, fold, kilograms, sort_key

any_text = st.text(st.characters(), max_size=60)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("  Crème   brûlée, 2 l ", "creme brulee 2 l"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Cœur de bœuf", "coeur de boeuf"),
        ("CŒUR", "coeur"),
        ("Ærø", "aero"),
        ("Łódź", "lodz"),
        ("Şişli İzmir ılık", "sisli izmir ilik"),
        ("Þór Guðmundsson", "thor gudmundsson"),
        ("ﬁn", "fin"),
        ("Ångström", "angstrom"),
        ("A\u030angstro\u0308m", "angstrom"),
        ("l'été d’août", "l ete d aout"),
        ("AB-12/3.4_5", "ab 12 3 4 5"),
        ("Ｆｕｌｌ　１２", "full 12"),
        ("Αθήνα", "αθηνα"),
        ("ΟΔΟΣ", "οδοσ"),
        ("οδός", "οδοσ"),
        ("Йошкар-Ола", "иошкар ола"),
        ("हिन्दी", "हिनदी"),
        ("co\u00adop zero\u200bwidth", "coop zerowidth"),
        ("a\0b\tc\nd\ud800e", "a b c d e"),
        ("½ m² №5 ™", "1 2 m2 no5 tm"),
        ("!?", ""),
    ],
)
def test_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(any_text)
@example("İ")
@example("ΐ")
@example("ﬃ\u0345")
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(any_text)
def test_composed_or_not_and_case_make_no_difference(text: str) -> None:
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert fold(unicodedata.normalize(form, text)) == fold(text)
    assert fold(text.casefold()) == fold(text)


@given(any_text)
def test_the_result_can_be_stored_and_holds_single_spaces(text: str) -> None:
    folded = fold(text)
    folded.encode("utf-8")
    assert "\0" not in folded
    assert folded == " ".join(folded.split())


@given(any_text, any_text)
def test_words_are_found_in_a_longer_text(one: str, other: str) -> None:
    assert fold(one) in fold(f"{one}\n{other}")


@given(st.lists(any_text, max_size=8))
def test_keys_compare_alike_as_text_and_as_bytes(texts: list[str]) -> None:
    keys = [sort_key(text) for text in texts]
    assert sorted(keys) == [key.decode() for key in sorted(key.encode() for key in keys)]
    assert all(len(key) <= SORT_KEY_LENGTH for key in keys)


def test_a_long_text_keeps_its_beginning() -> None:
    assert sort_key("É" * 5000) == "e" * SORT_KEY_LENGTH
    assert sort_key("a" * (SORT_KEY_LENGTH - 1) + " b") == "a" * (SORT_KEY_LENGTH - 1)
    assert sort_key("Bin 10") < sort_key("bin 9"), "digits are left alone"


@pytest.mark.parametrize(
    ("grams", "words"),
    [
        (5_000, "5 kg"),
        (12_600, "12.6 kg"),
        (350, "0.35 kg"),
        (1, "0.001 kg"),
        (0, "0 kg"),
        (1_212_500, "1,212.5 kg"),
    ],
)
def test_weights_are_said_in_kilograms(grams: int, words: str) -> None:
    assert kilograms(grams) == words.replace(" ", "\u00a0")
