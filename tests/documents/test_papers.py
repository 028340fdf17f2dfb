"""Papers as a scanner, a printer and a reader meet them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.documents import DOCUMENTS, Document, document
from app.documents.barcodes import gs1_sscc
from app.documents.content import PickLine, PickList, ReturnLabel, ShipmentLabel
from app.documents.copies import as_copy
from app.documents.label_formats import FORMATS, PDF, label_format
from app.documents.labels import A6, FOUR_BY_SIX, SIZES, Size, return_label, shipment_label, shipment_labels
from app.documents.packing_slip import packing_slip
from app.documents.pick_list import pick_list
from app.documents.sheet import DoesNotFit, NotPrintable
from app.documents.words import Language
from app.domain.address import PostalAddress
from app.domain.codes import make_sscc
from app.errors import BadInput
from tests.documents import samples
from tests.documents.readers import DPIS, base_fonts, decode, ink, texts

LANGUAGES: tuple[Language, ...] = ("en", "fr")


@pytest.mark.parametrize("dpi", DPIS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_pick_list_barcodes(dpi: int, language: Language) -> None:
    content = samples.pick_list(21, language)
    found = decode(pick_list(content), dpi)
    assert {code.text for code in found} == {content.number} | {line.task for line in content.lines}
    assert [code.page for code in found if code.text == content.number] == [1, 2, 3]


@pytest.mark.parametrize("dpi", DPIS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("recipient", [samples.PARIS, samples.ATHENS, samples.SOFIA])
def test_label_barcodes(dpi: int, size: Size, recipient: PostalAddress) -> None:
    content = samples.label(recipient)
    found = {(code.text, code.identifier) for code in decode(shipment_label(content, size), dpi)}
    assert found == {(f"(00){content.sscc}", "]C1"), (content.tracking, "]C0")}


@pytest.mark.parametrize("dpi", DPIS)
def test_slip_and_return_barcodes(dpi: int) -> None:
    assert {code.text for code in decode(packing_slip(samples.slip(40)), dpi)} == {"SH-2026-000123"}
    assert {code.text for code in decode(return_label(samples.returned()), dpi)} == {"RMA-2026-000042"}


def test_sscc_symbol_is_as_gs1_wants_it() -> None:
    modules = gs1_sscc(make_sscc("3761000", 4187))
    assert len(modules) == 156
    assert modules.startswith("11010011100" + "11110101110")  # start C, then FNC1
    left, top, right, bottom = ink(shipment_label(samples.label(tracking="", carrier=""), A6))
    assert left >= 4.5
    assert right <= A6.width - 4.5
    assert bottom <= A6.height - 5
    assert top >= 4


def test_sscc_with_a_wrong_check_digit_is_refused() -> None:
    wrong = "337610000000418720"
    with pytest.raises(BadInput) as caught:
        shipment_label(samples.label(sscc=wrong))
    assert caught.value.facts["sscc"] == wrong


@pytest.mark.parametrize(
    "kind", [one for one in DOCUMENTS if one.media_type == PDF], ids=lambda kind: kind.name
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_only_embedded_fonts(kind: Document, language: Language) -> None:
    pdf = _render(kind, language)
    fonts = base_fonts(pdf)
    assert fonts
    assert all("NotoSans" in name for name in fonts), fonts


def _render(kind: Document, language: Language) -> bytes:
    content: dict[str, object] = {
        "pick_list": samples.pick_list(3, language),
        "packing_slip": samples.slip(3, language),
        **{f"shipment_label_{form.name}": samples.label(language=language) for form in FORMATS},
        "return_label": samples.returned(2, language),
        **{f"pallet_label_{form.name}": samples.pallet(language) for form in FORMATS},
        "pallet_label_4x6": samples.pallet(language, recipient=None, addresses=7),
        "delivery_note": samples.note(3, language),
        "cn22": samples.declarations(3, language),
        "cn23": samples.declarations(5, language),
        "waybill": samples.consignment(4, language),
        "hazard_marks": samples.marks(100.0, language),
        "hazard_marks_small": samples.marks(68.0, language),
        "location_labels": samples.places(),
        "badge_card": samples.badge(language),
        "command_card": samples.commands(3, language),
        "manifest": samples.manifest(3, language),
        "order_confirmation": samples.confirmation(3, language),
    }
    return kind.render(content[kind.name])


@pytest.mark.parametrize("kind", DOCUMENTS, ids=lambda kind: kind.name)
def test_same_input_same_bytes(kind: Document) -> None:
    assert _render(kind, "fr") == _render(kind, "fr")


def test_same_bytes_in_another_process() -> None:
    script = (
        "import sys, hashlib; from tests.documents import samples; from app.documents.labels import shipment_label;"
        "print(hashlib.sha256(shipment_label(samples.label(samples.ATHENS))).hexdigest())"
    )
    root = Path(__file__).resolve().parents[2]
    prints = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(prints) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Pick list", "Go to", "1 carton of 12", "best before 11/2026", "Page 1 of 2")),
        (
            "fr",
            (
                "Bon de préparation",
                "Emplacement",
                "1 carton de 12",
                "à consommer avant 11/2026",
                "Page 1 sur 2",
            ),
        ),
    ],
)
def test_pick_list_speaks_its_language(language: Language, words: tuple[str, ...]) -> None:
    text = " ".join("\n".join(texts(pick_list(samples.pick_list(12, language)))).split())
    for expected in words:
        assert expected in text


def test_markup_is_text() -> None:
    assert "R&D <3 </para> ^XA" in "\n".join(texts(pick_list(samples.pick_list(4))))


@pytest.mark.parametrize("size", [A6, FOUR_BY_SIX])
def test_address_too_long_is_refused_with_its_field(size: Size) -> None:
    long = PostalAddress(
        country_code="FR", name="word " * 60, street_address="1 rue A", city="Paris", postal_code="75010"
    )
    with pytest.raises(DoesNotFit) as caught:
        shipment_label(samples.label(long), size)
    assert caught.value.facts["field"] == "name"


def test_a_longer_address_is_set_smaller_and_whole() -> None:
    words = [f"Allée{number}" for number in range(14)]
    address = PostalAddress(
        country_code="FR", name="Anne", street_address=" ".join(words), city="Paris", postal_code="75010"
    )
    text = texts(shipment_label(samples.label(address)))[0]
    assert all(word in text for word in words)


def test_unprintable_characters_are_named() -> None:
    address = PostalAddress(
        country_code="FR", name="Anne 😀", street_address="1 rue A", city="Paris", postal_code="75010"
    )
    with pytest.raises(NotPrintable) as caught:
        shipment_label(samples.label(address))
    assert caught.value.facts["field"] == "name"
    assert "U+1F600" in str(caught.value)


def test_many_labels_in_one_file() -> None:
    contents = [samples.label(sscc=make_sscc("3761000", serial), tracking="") for serial in range(1, 8)]
    found = decode(shipment_labels(contents), 203)
    assert [code.text for code in found] == [f"(00){content.sscc}" for content in contents]


def test_a_label_names_no_number_of_parcels_that_is_not_known_yet() -> None:
    (counted,) = texts(shipment_label(samples.label(parcel=2, parcels=2)))
    (open_ended,) = texts(shipment_label(samples.label(parcel=2, parcels=None)))
    assert "2 / 2" in counted
    assert "2 / " not in open_ended


def test_no_label_at_all_is_refused() -> None:
    with pytest.raises(BadInput):
        shipment_labels(())


@pytest.mark.parametrize("count", [1, 9, 10, 30])
def test_pick_list_pages(count: int) -> None:
    assert len(texts(pick_list(samples.pick_list(count)))) == (count + 8) // 9


def _long() -> str:
    return (
        "Assortiment de confitures artisanales de fruits rouges et d'agrumes de Méditerranée en coffret bois"
    )


@pytest.mark.parametrize(
    "make",
    [
        lambda: pick_list(
            PickList(
                "PL-2026-000001",
                (
                    PickLine(
                        "PT1",
                        "B-WIDE-LOCATION-0001",
                        "B",
                        123456,
                        ((1, 123456),),
                        _long(),
                        "S" * 40,
                        "L" * 30,
                        date(2026, 1, 2),
                    ),
                ),
            )
        ),
        lambda: return_label(
            ReturnLabel("RMA-2026-000001", "SO-1", samples.PARIS, samples.HOUSE, ((99, _long()),) * 40)
        ),
    ],
)
def test_long_names_stay_on_the_page(make: Callable[[], bytes]) -> None:
    pdf = make()
    left, top, right, _ = ink(pdf)
    page = 210 if right > 105 else 105
    assert left >= 4
    assert right <= page - 4
    assert top >= 4
    assert "Assortiment" in texts(pdf)[0]
    assert decode(pdf, 203)


def test_label_content_type() -> None:
    assert document("shipment_label_a6").content is ShipmentLabel
    with pytest.raises(KeyError):
        document("invoice")


def sheets(count: int, start: int = 0) -> bytes:
    form = label_format("a4_2up")
    return form.job(
        [
            form.draw(samples.label(sscc=make_sscc("3761000", at), tracking=f"150260{at:04d}"))
            for at in range(count)
        ],
        start,
    )


@pytest.mark.parametrize("dpi", DPIS)
def test_two_labels_on_a_sheet_read_and_keep_their_size(dpi: int) -> None:
    """At one to one, in halves that a sheet of two stickers has, away from the five millimetres that an office printer leaves."""
    found = decode(sheets(3), dpi)
    assert [sum(code.page == page for code in found) for page in (1, 2)] == [4, 2]
    assert {code.text for code in found} == {f"(00){make_sscc('3761000', at)}" for at in range(3)} | {
        f"150260{at:04d}" for at in range(3)
    }
    alone, sheet = ink(shipment_label(samples.label())), ink(sheets(1))
    for side in range(4):
        moved = (52.5, 0.25)[side % 2]
        assert abs(sheet[side] - alone[side] - moved) < 0.3, "the same label, in the middle of the upper half"
    left, top, right, bottom = ink(sheets(2))
    assert (left > 5, top > 5, right < 205, bottom < 292) == (True,) * 4


def test_a_sheet_begins_at_its_second_half() -> None:
    assert ink(sheets(1, start=1))[1] > 148.5
    found = decode(sheets(2, start=1), 203)
    assert [sum(code.page == page for code in found) for page in (1, 2)] == [2, 2]
    assert sheets(2, start=1) == sheets(2, start=1)


def test_a_copy_of_a_sheet_marks_each_label_and_leaves_a_free_half_free() -> None:
    copy = as_copy(sheets(3), halves=True)
    assert [text.count("COPY / DUPLICATA") for text in texts(copy)] == [2, 1]
    assert decode(copy, 203) == decode(sheets(3), 203)
    assert ink(copy, 1)[3] < 148.5
    assert ink(as_copy(sheets(1, start=1), halves=True))[1] > 148.5
    assert as_copy(sheets(3), halves=True) == copy


def test_many_pages_become_copies_in_one_go() -> None:
    form = label_format("4x6")
    many = form.job([form.draw(samples.label(sscc=make_sscc("3761000", at))) for at in range(19)])
    assert [("COPY" in text) for text in texts(as_copy(many))] == [True] * 19
    assert decode(as_copy(many), 203) == decode(many, 203)
