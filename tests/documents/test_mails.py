"""Letters to customers: every kind in both languages, and nothing in them that is not meant."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.mails import MAILS, WORDS, ParcelLetter, ParcelLine, PickupLetter, pickup_notice
from app.domain.address import PostalAddress
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


FETCHED = PickupLetter(
    name="Ada Lovelace",
    company="Verrerie d'Artois",
    order="SO-2026-000009",
    reference="PO 7 <b>",
    code="K7RX4H",
    parcels=2,
    warehouse="Lens",
    place=PostalAddress(
        country_code="FR",
        company_name="Verrerie d'Artois",
        street_address="12 rue du Four",
        postal_code="62300",
        city="Lens",
    ),
    abroad=False,
    language="fr",
)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("parcels", [1, 2])
def test_the_letter_about_fetched_goods_names_code_and_place(language: str, parcels: int) -> None:
    letter = pickup_notice(replace(FETCHED, language=language, parcels=parcels))  # type: ignore[arg-type]  # one of the two
    read = Reader(letter.html)
    for text in (letter.text, read.text):
        for part in ("K7RX4H", "Ada Lovelace", "12 rue du Four", "62300 LENS", "PO 7 <b>"):
            assert part in text
        assert ("2" in text.split("K7RX4H")[0].replace("SO-2026", "")) == (parcels == 2)
    assert "b" not in read.tags
    assert "SO-2026-000009" in letter.subject
    assert "{" not in letter.text + letter.subject


def test_a_place_in_letters_of_another_script_is_told_all_the_same() -> None:
    """A mail shows what our papers' font lacks."""
    place = PostalAddress(country_code="JP", street_address="日本橋 1", postal_code="103-0027", city="東京")
    letter = pickup_notice(replace(FETCHED, place=place))
    assert "Lens\n日本橋 1\n103-0027 東京\n" in letter.text
    assert "Lieu de retrait\u00a0:\nLens\n\n" in pickup_notice(replace(FETCHED, place=None)).text


def test_signs_that_stand_apart_in_french_break_no_line() -> None:
    letters = [make(CONTENT) for make in MAILS.values()]
    for letter in (*letters, pickup_notice(FETCHED)):
        assert not re.search(r" [:;!?]", letter.text + Reader(letter.html).text)
