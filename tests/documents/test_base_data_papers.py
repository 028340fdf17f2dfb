"""Labels of places, badges and command cards: every barcode is read back, nothing is cut, and what cannot be set is named."""

from __future__ import annotations

import pytest

from app.documents.badge_card import badge_card
from app.documents.command_card import command_card
from app.documents.content import BadgeCard, CommandCard, CommandEntry, PlaceLabel, PlaceLabels
from app.documents.location_labels import location_labels
from app.documents.sheet import DoesNotFit, NotPrintable
from app.documents.words import Language
from app.domain.scan import ScanKind, parse
from app.errors import BadInput
from tests.documents import samples
from tests.documents.readers import DPIS, decode, ink, texts

LANGUAGES: tuple[Language, ...] = ("en", "fr")


@pytest.mark.parametrize("dpi", DPIS)
def test_every_label_of_a_place_is_read_back(dpi: int) -> None:
    content = samples.places(31)
    found = decode(location_labels(content), dpi)
    assert sorted(code.text for code in found) == sorted(place.barcode for place in content.places)
    assert {code.page for code in found} == {1, 2, 3}
    assert all(parse(code.text).kind is ScanKind.LOCATION for code in found)


@pytest.mark.parametrize("dpi", DPIS)
def test_the_longest_codes_of_places_are_read_back(dpi: int) -> None:
    code = "MEZZANINE-01-02-3-B"
    place = PlaceLabel(code, f"LOC-LILLE2-{code[:18]}")
    pdf = location_labels(PlaceLabels((place,) * 1))
    assert [one.text for one in decode(pdf, dpi)] == [place.barcode]
    assert code in texts(pdf)[0]


def test_a_full_sheet_keeps_to_its_labels() -> None:
    left, top, right, bottom = ink(location_labels(samples.places(14)))
    assert left > 5
    assert top > 16
    assert right < 205
    assert bottom < 282


def test_places_that_cannot_be_labelled_are_named() -> None:
    with pytest.raises(BadInput):
        location_labels(PlaceLabels(()))
    with pytest.raises(DoesNotFit) as long_barcode:
        location_labels(PlaceLabels((PlaceLabel("A", f"LOC-{'A' * 40}"),)))
    assert long_barcode.value.facts["field"] == "barcode"
    with pytest.raises(DoesNotFit) as long_code:
        location_labels(PlaceLabels((PlaceLabel("W" * 60, "LOC-A"),)))
    assert long_code.value.facts["field"] == "code"
    with pytest.raises(BadInput):
        location_labels(PlaceLabels((PlaceLabel("A", "LOC-É"),)))


@pytest.mark.parametrize("dpi", DPIS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_badge_is_read_back_and_names_its_person(dpi: int, language: Language) -> None:
    content = samples.badge(language)
    pdf = badge_card(content)
    assert [code.text for code in decode(pdf, dpi)] == [content.badge]
    assert parse(content.badge).kind is ScanKind.PERSON
    assert content.name in " ".join("\n".join(texts(pdf)).split())


def test_badges_with_long_names_are_set_smaller_or_refused() -> None:
    name = "Maximiliane Hohenstaufen-Wittelsbach de la Rochefoucauld"
    assert name in " ".join(texts(badge_card(BadgeCard(name, "USR-4711")))[0].split())
    with pytest.raises(DoesNotFit) as caught:
        badge_card(BadgeCard("Name " * 60, "USR-4711"))
    assert caught.value.facts["field"] == "name"
    with pytest.raises(NotPrintable):
        badge_card(BadgeCard("Ann \N{GRINNING FACE}", "USR-4711"))
    with pytest.raises(DoesNotFit) as badge:
        badge_card(BadgeCard("Ann", f"USR-{'7' * 40 + 'A' * 20}"))
    assert badge.value.facts["field"] == "badge"


@pytest.mark.parametrize("dpi", DPIS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_read_back_as_a_command(dpi: int, language: Language) -> None:
    content = samples.commands(17, language)
    pdf = command_card(content)
    found = decode(pdf, dpi)
    assert sorted(code.text for code in found) == sorted(f"CMD-{one.id.upper()}" for one in content.entries)
    assert all(parse(code.text).kind is ScanKind.COMMAND for code in found)
    assert {code.page for code in found} == {1, 2}
    for entry in content.entries:
        assert entry.words in texts(pdf)[0] + texts(pdf)[1]
    left, _, right, bottom = ink(pdf)
    assert left > 9
    assert right < 201
    assert bottom < 290


def test_a_long_command_is_set_smaller_or_refused() -> None:
    entry = CommandEntry(
        "packing.x", "Tell the office that a parcel was lost on its way to the carrier", "Ctrl Shift L"
    )
    pdf = command_card(CommandCard("Packing", (entry,)))
    assert entry.words in " ".join(texts(pdf)[0].split())
    for wrong, field in (
        (CommandEntry("packing.x", "W" * 60), "words"),
        (CommandEntry("packing." + "x" * 40, "Words"), "id"),
    ):
        with pytest.raises(DoesNotFit) as caught:
            command_card(CommandCard("Packing", (wrong,)))
        assert caught.value.facts["field"] == field
    with pytest.raises(BadInput):
        command_card(CommandCard("Packing", ()))
    with pytest.raises(DoesNotFit):
        command_card(CommandCard("P" * 80, (entry,)))
