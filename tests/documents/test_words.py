"""The words of papers are complete in both languages."""

from __future__ import annotations

import string
from datetime import date

import pytest

from app.documents import words
from app.documents.words import WORDS, Language
from app.domain.packs import split_packs


def test_every_word_in_both_languages() -> None:
    for key, texts in WORDS.items():
        assert set(texts) == {"en", "fr"}, key
        assert all(texts.values()), key


def test_same_words_have_a_reason() -> None:
    assert {key for key, texts in WORDS.items() if texts["en"] == texts["fr"]} == words.SAME_IN_BOTH


def test_placeholders_agree() -> None:
    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}

    for key, texts in WORDS.items():
        assert fields(texts["en"]) == fields(texts["fr"]), key


@pytest.mark.parametrize(
    ("qty", "sizes", "english", "french"),
    [
        (12, [12], "1 carton of 12", "1 carton de 12"),
        (24, [12], "2 cartons of 12", "2 cartons de 12"),
        (9, [6], "1 carton of 6 + 3", "1 carton de 6 + 3"),
        (6, [3], "2 × 3", "2 × 3"),
        (4, [], "single", "à l'unité"),
        (31, [12, 6], "2 cartons of 12 + 1 carton of 6 + 1", "2 cartons de 12 + 1 carton de 6 + 1"),
    ],
)
def test_packs_in_words(qty: int, sizes: list[int], english: str, french: str) -> None:
    split = split_packs(qty, sizes)
    assert words.packs(split, "en") == english
    assert words.packs(split, "fr") == french


@pytest.mark.parametrize(
    ("count", "language", "expected"),
    [
        (0, "en", "0 pieces"),
        (0, "fr", "0 pièce"),
        (1, "en", "1 piece"),
        (1, "fr", "1 pièce"),
        (2, "fr", "2 pièces"),
    ],
)
def test_counted(count: int, language: Language, expected: str) -> None:
    assert words.counted("pieces", count, language) == expected


def test_best_before() -> None:
    assert words.month(date(2026, 11, 30), "en") == "11/2026"
    assert words.month(date(2026, 12, 31), "en") == "12/2026"
    assert words.month(date(2026, 11, 29), "en") == "29 Nov 2026"
    assert words.month(date(2026, 11, 29), "fr") == "29 nov. 2026"


def test_weights() -> None:
    assert words.kilograms(7840, "en") == "7.84 kg"
    assert words.kilograms(7840, "fr") == "7,84 kg"
    assert words.kilograms(1234567, "fr").replace("\u202f", " ").replace("\u00a0", " ") == "1 234,567 kg"
