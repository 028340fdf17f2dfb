"""Letters to customers: every kind in both languages, and nothing in them that is not meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.mails import MAILS, WORDS, ParcelLetter, ParcelLine
from app.models.dispatch import MESSAGE_KINDS

CONTENT = ParcelLetter(
    name="Ada Lovelace",
    company="Verrerie d'Artois",
    order="SO-2026-000009",
    reference="PO 7",
    carrier="Colis Express",
    parcels=(ParcelLine(1, "1Z1", "https://t.example/1Z1"), ParcelLine(2, "")),
    parcels_in_all=2,
    due_on=date(2026, 11, 26),
    language="fr",
)


class Reader(HTMLParser):
    """What a mail program makes of the HTML: tags, links and text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("kind", sorted(MAILS))
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_letter_names_the_parcels(kind: str, language: str) -> None:
    letter = MAILS[kind](replace(CONTENT, language=language))  # type: ignore[arg-type]  # one of the two
    read = Reader(letter.html)
    for text in (letter.text, read.text):
        assert "1Z1" in text
        assert "Ada Lovelace" in text
        assert "Verrerie d'Artois" in text
    assert "SO-2026-000009" in letter.subject
    assert read.links == ["https://t.example/1Z1"]
    assert "{" not in letter.text + letter.subject
    assert kind in MESSAGE_KINDS


def test_words_are_there_in_both_languages_with_the_same_values() -> None:
    for key, words in WORDS.items():
        assert set(words) == {"en", "fr"}, key
        assert words["en"].count("{") == words["fr"].count("{"), key


@given(st.text(max_size=40), st.text(max_size=40))
def test_nothing_from_data_becomes_a_tag(name: str, number: str) -> None:
    hostile = replace(
        CONTENT,
        name=f"<b>{name}",
        company=f"</p><script>{name}",
        parcels=(ParcelLine(1, f'"><img src=x>{number}', 'https://t.example/"onclick="x'),),
    )
    letter = MAILS["parcel_notice"](hostile)
    read = Reader(letter.html)
    assert read.tags <= {*("html", "head", "meta", "title", "body", "p", "ul", "li", "strong", "br", "a")}
    assert read.links == ['https://t.example/"onclick="x']
    assert len(letter.subject.splitlines()) == 1
