"""Why no box is proposed, in words."""

from __future__ import annotations

import pytest

from app.domain.box_words import why_words
from app.domain.boxes import Why


@pytest.mark.parametrize("why", list(Why))
def test_every_reason_has_its_sentence(why: Why) -> None:
    bare, named = why_words(why, (), "M"), why_words(why, ("MUG", "TEA"), "M")
    assert bare.endswith(".")
    assert named.endswith(".")
    assert (bare == why_words(Why.NOTHING)) == (why is Why.NOTHING)


def test_few_articles_are_named() -> None:
    names = ("A", "B", "C", "D", "E")
    assert why_words(Why.TOO_BIG, names) == "Too big for every box: A, B + 3. Pack it as it is."
    assert why_words(Why.TOO_BIG, names[:2], "XL") == "Too big for XL: A, B. Take a larger box."
