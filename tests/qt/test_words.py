"""Words: the language switches at once, services' sentences are recognised, and all that is said is collected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.errors import Refused
from app.qt import refusals, words
from app.qt.refusals import BLANK, pattern_of, patterns
from app.qt.widgets import Button, Label
from scripts import translations


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    words.set_language("en")
    yield
    words.set_language("en")


def test_open_windows_follow(qtbot: QtBot) -> None:
    label, button = Label("Orders"), Button("Acknowledge", key="F8")
    qtbot.addWidget(label)
    qtbot.addWidget(button)
    words.set_language("fr")
    assert words.tr("Orders") == "Commandes"
    qtbot.waitUntil(lambda: label.text() == "Commandes")
    assert button.text() != "Acknowledge"
    words.set_language("en")
    qtbot.waitUntil(lambda: label.text() == "Orders")


def test_plurals_and_numbers() -> None:
    assert [words.trn("%n waiting", n) for n in (1, 2)] == ["1 waiting", "2 waiting"]
    assert [words.trn("%n selected", n) for n in (1, 3)] == ["1 selected", "3 selected"]


def test_a_refusal_is_said_in_french_with_its_facts() -> None:
    error = Refused("All connections of this desk are busy.", hint="Try again.")
    words.set_language("fr")
    said = words.said(error)
    assert "connections" not in said
    assert said
    words.set_language("en")
    assert words.said(error) == "All connections of this desk are busy. Try again."


def test_every_pattern_is_recognised_with_what_stands_in_it(qapp: QApplication) -> None:
    """Each sentence, filled with values no other sentence has, is found again, and its values stand in the French."""
    words.set_language("fr")
    for _, text in patterns():
        names = BLANK.findall(text)
        values = {name: f"QX{at}Z" for at, name in enumerate(names)}
        english = BLANK.sub(lambda blank, values=values: values[blank[1]], text)  # type: ignore[misc]  # a lambda's default has no type
        french = refusals.sentence(english)
        missing = [value for value in values.values() if value not in french]
        assert not missing, f"{text!r} -> {french!r}"


@given(st.text())
def test_a_foreign_sentence_stays_as_it_is(text: str) -> None:
    found = refusals.sentence(f"\x01{text}")
    assert found == f"\x01{text}"


def test_few_patterns_are_made_for_a_sentence(qapp: QApplication) -> None:
    words.set_language("fr")
    pattern_of.cache_clear()
    assert words.said("MUG: 3 wanted, 2 free.") != "MUG: 3 wanted, 2 free."
    assert pattern_of.cache_info().currsize < len(patterns()) / 10, "to make them all takes long"


def test_blanks_are_taken_whole() -> None:
    found = pattern_of("{sku}: {wanted} wanted, {free} free.").fullmatch("A:B: 3 wanted, 2 free.")
    assert found is not None
    assert found.groupdict() == {"sku": "A:B", "wanted": "3", "free": "2"}


@pytest.mark.parametrize(
    ("english", "french"),
    [
        (
            "Order SO-1 is draft; to confirm it must be quote or draft.",
            "Commande SO-1\u00a0: état «\u00a0brouillon\u00a0»\u202f; pour confirmer, il faut\u00a0: devis ou brouillon.",
        ),
        ("There are ok, blocked, expired.", "Choix\u00a0: à la vente, bloqué, périmé."),
        ("The street is missing; Germany needs it.", "Il manque\u00a0: rue (nécessaire, Allemagne)."),
        (
            "No printer is set for parcel labels at this desk.",
            "Aucune imprimante n’est réglée à ce poste pour\u00a0: étiquettes de colis.",
        ),
        (
            "A: 3 wanted, 1 free; B: 2 wanted, 0 free.",
            "A\u00a0: quantité 3, disponible 1\u202f; B\u00a0: quantité 2, disponible 0.",
        ),
        ("On hold: SO-1 (credit-check).", "Bloqué\u00a0: SO-1 (contrôle de l’encours)."),
        ("CAF-250 is a product.", "CAF-250\u00a0: article."),
        (f"This is a {'very ' * 12}long sentence that nobody collected.",) * 2,
        ("'foo' is no kind of reason.", "«\u00a0foo\u00a0» n’est pas un type de motif."),
        (
            "Serial number 7F of CAF-250 is packed already.",
            "Le numéro de série 7F de CAF-250 est déjà emballé.",
        ),
        ("SH-1 is a pick list that does not belong here.", "SH-1 (bon de préparation) n’a rien à faire ici."),
        (
            "This cannot be a product's picture: it is larger than 1 MB.",
            "Cette image ne convient pas à un article\u00a0: elle dépasse 1 Mo.",
        ),
        (
            "Box S bears 5\u00a0kg; its goods weigh 1,212.5\u00a0kg.",
            "Le carton S supporte 5\u00a0kg\u202f; ses articles pèsent 1\u202f212,5\u00a0kg.",
        ),
        (
            "Too big for XS: Mug, blue. Take a larger box.",
            "Trop grand pour XS\u00a0: Mug, blue. Prenez un carton plus grand.",
        ),
        ("SH-1 is not complete: 2 CAF-250, 1 open.", "SH-1 n’est pas complète\u00a0: 2 CAF-250, 1 open."),
    ],
)
def test_sentences_read_well_with_what_stands_in_them(qapp: QApplication, english: str, french: str) -> None:
    """States, verbs, lists and quotes in a sentence are French too; what is no word of ours stays."""
    words.set_language("fr")
    assert words.said(english) == french


_WORD = "the same word in both languages"
_TRADE = "the trade's word in both languages"
SAME = {
    "%n lots": _TRADE,
    "Articles": _WORD,
    "Article": _WORD,
    "Amazon": "a name",
    "EDIFACT": "the name of a standard",
    "Shopify": "a name",
    "UBL": "the name of a standard",
    "WooCommerce": "a name",
    "EDIFACT DESADV": "the name of a standard",
    "EDIFACT ORDRSP": "the name of a standard",
    "GLN": "the name of a number",
    "Incident": _WORD,
    "Incidents": _WORD,
    "PDF, A6": "names of a format",
    "SSCC": "the name of a number",
    "SSCC {sscc}": "the name of a number",
    "Service": _WORD,
    "Signature": _WORD,
    "UBL DespatchAdvice": "the name of a standard",
    "UBL OrderResponse": "the name of a standard",
    "UN {number}": "the name of a number",
    "ZPL, 203 dpi, A6": "names of a format",
    "ZPL, 300 dpi, A6": "names of a format",
    "message": _WORD,
    "Badge": _WORD,
    "Badge {code}": _WORD,
    "Badges": _WORD,
    "Site": _WORD,
    "Notes": _WORD,
    "Question": _WORD,
    "Questions": _WORD,
    "Lots": _TRADE,
    "Service {code}": _WORD,
    "Services": _WORD,
    "Position": _WORD,
    "CEDEX": "a word of the French post",
    "Cartons": _WORD,
    "Code": _WORD,
    "Contact": _WORD,
    "Contacts": _WORD,
    "E-mail": _WORD,
    "EDI": "the name of a technique",
    "Grade A": _TRADE,
    "Grade B": _TRADE,
    "Grade C": _TRADE,
    "Original": _WORD,
    "Source": _WORD,
    "Grade D": _TRADE,
    "Import": _WORD,
    "Lot": _TRADE,
    "Lot {lot}": _TRADE,
    "Note": _WORD,
    "Note (F2)": _WORD,
    "Stock": _TRADE,
    "Tab": "what is printed on the key",
    "Total": _WORD,
    "article": _WORD,
    "VIP": _TRADE,
    "badge": _WORD,
    "badges": _WORD,
    "carton": _WORD,
    "code": _WORD,
    "district": _WORD,
    "lot": _TRADE,
    "lot {lot}": _TRADE,
    "note": _WORD,
    "province": _WORD,
    "service": _WORD,
    "transit": _TRADE,
    "zone": _WORD,
}
"""Texts that are rightly the same in English and French, and why."""


def test_french_is_french() -> None:
    """A text that reads like its English source was forgotten, unless it stands on the list with its reason."""
    same = {
        source
        for message in french()
        if (source := message.findtext("source", "")) in forms_of(message)
        and any(map(str.isalpha, BLANK.sub("", source).replace("%n", "")))
    }
    assert same == set(SAME)


def test_french_has_the_same_blanks_and_its_own_typography() -> None:
    """Every form names the blanks of its source; signs that stand apart in French have a space that breaks no line."""
    for message in french():
        source = message.findtext("source", "")
        for form in forms_of(message):
            assert sorted(BLANK.findall(form)) == sorted(BLANK.findall(source)), source
            assert ("%n" in form) == ("%n" in source), source
            assert not re.search(r" [:;!?»]|« |\w'\w", form), f"{source!r} -> {form!r}"


def french() -> list[ElementTree.Element]:
    return list(ElementTree.parse(words.FOLDER / "quai_fr.ts").getroot().iter("message"))


def forms_of(message: ElementTree.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    forms = [one.text or "" for one in translation.iter("numerusform")] or [translation.text or ""]
    return [form for form in forms if form]


def test_all_is_collected_translated_and_compiled() -> None:
    """`make translations` was run after the last change of words, and nothing is left in English."""
    assert translations.main(["--check"]) == 0
