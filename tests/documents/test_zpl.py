"""Labels in ZPL as an independent renderer draws them: barcodes decode, texts keep their places, nothing becomes a command."""

from __future__ import annotations

import dataclasses
import re

import pytest
import zxingcpp
from PIL import Image

from app.documents import test_page as paper
from app.documents.copies import as_copy
from app.documents.label_formats import FORMATS, LabelFormat, label_format, zpl_dpi, zpl_size
from app.documents.labels import FOUR_BY_SIX, SIZES, Size
from app.documents.pallet_label import pallet_label
from app.documents.sheet import DoesNotFit, width
from app.documents.test_page import CODE
from app.documents.zpl import (
    _PRINTERS_OWN,
    ZplLabel,
    pallet_label_zpl,
    shipment_label_zpl,
    shipment_labels_zpl,
)
from app.domain.address import PostalAddress
from app.domain.codes import make_sscc
from app.errors import BadInput
from app.models.work import LABEL_FORMATS
from tests.documents import samples
from tests.documents.readers import DPIS, decode
from tests.rig import zpl

pytestmark = pytest.mark.xdist_group("zpl")

PLAIN = dataclasses.replace(samples.PARIS, street_address="14, rue de l'Échiquier\nBât. B")
"""An address that the printer's own font holds."""


def codes(picture: Image.Image) -> set[tuple[str, str]]:
    return {(code.text, code.symbology_identifier) for code in zxingcpp.read_barcodes(picture)}


def ink(picture: Image.Image) -> tuple[int, int, int, int]:
    box = picture.point(lambda value: 255 if value < 128 else 0).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("dpi", DPIS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "recipient", [PLAIN, samples.ATHENS, samples.SOFIA], ids=["own", "greek", "cyrillic"]
)
def test_every_barcode_reads_as_what_it_says(dpi: int, size: Size, recipient: PostalAddress) -> None:
    content = samples.label(recipient)
    made = shipment_label_zpl(content, dpi, size)
    (picture,) = zpl.drawn(made, dpi, size)
    assert codes(picture) == {(f"(00){content.sscc}", "]C1"), (content.tracking, "]C0")}
    assert (zpl_dpi(made), zpl_size(made)) == (dpi, size)
    left, top, right, bottom = (side / dpi * 25.4 for side in ink(picture))
    assert (left >= 4.4, right <= size.width - 4.4) == (True, True)
    assert (top >= 4, bottom <= size.height - 4) == (True, True)


@pytest.mark.parametrize("dpi", DPIS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("recipient", [PLAIN, samples.ATHENS, None], ids=["own", "drawn", "many"])
def test_a_pallets_label_scans_and_stays_on_its_stock(
    dpi: int, size: Size, recipient: PostalAddress | None
) -> None:
    content = samples.pallet("fr", recipient=recipient, addresses=7)
    made = pallet_label_zpl(content, dpi, size)
    for label in (made, as_copy(made)):
        (picture,) = zpl.drawn(label, dpi, size)
        assert codes(picture) == {(f"(00){content.sscc}", "]C1")}
        left, top, right, bottom = (side / dpi * 25.4 for side in ink(picture))
        assert (left >= 4.4, right <= size.width - 4.4) == (True, True)
        assert (top >= (4 if label == made else 1.4), bottom <= size.height - 4) == (True, True)
    assert (zpl_dpi(made), zpl_size(made)) == (dpi, size)


@pytest.mark.parametrize("size", SIZES)
def test_a_pallets_label_in_pdf_scans_at_203_dpi(size: Size) -> None:
    content = samples.pallet(recipient=samples.ATHENS)
    assert {one.text for one in decode(pallet_label(content, size), 203)} == {f"(00){content.sscc}"}


@pytest.mark.parametrize("dpi", DPIS)
def test_the_sscc_is_as_gs1_wants_it(dpi: int) -> None:
    """X at least 0.495 mm, 32 mm high, ten modules free on either side, picket fence, nothing but its own line below it."""
    content = samples.label(PLAIN)
    (picture,) = zpl.drawn(shipment_label_zpl(content, dpi), dpi)
    (found,) = (one for one in zxingcpp.read_barcodes(picture) if one.symbology_identifier == "]C1")
    place = found.position
    wide, high = place.top_right.x - place.top_left.x, place.bottom_left.y - place.top_left.y
    module = (wide + 1) / 156
    assert module == {203: 4, 300: 6}[dpi]
    assert module / dpi * 25.4 >= 0.495
    assert high / dpi * 25.4 >= 32
    quiet = round(10 * module)
    bars = picture.point(lambda value: 255 if value < 128 else 0)
    for left in (place.top_left.x - quiet, place.top_right.x + 2):
        band = bars.crop((left, place.top_left.y, left + quiet - 1, place.bottom_left.y))
        assert band.getbbox() is None


def test_letters_of_the_printer_are_fields_and_all_others_are_drawn() -> None:
    """One face a label: a single letter that the printer may not have makes all texts pictures."""
    own, drawn = shipment_label_zpl(samples.label(PLAIN)), shipment_label_zpl(samples.label(samples.PARIS))
    assert (b"^A0N" in own, b"^GFA" in own) == (True, False)
    assert (b"^A0N" in drawn, b"^GFA" in drawn) == (False, True)
    assert own.startswith(b"^XA^CI28^LH0,0")
    assert own.isascii()


def test_no_character_is_wider_in_the_printer_than_the_layout_counts() -> None:
    """Each character eight times among others: no line is longer than the layout has room for."""
    label = ZplLabel(FOUR_BY_SIX, 203)
    characters = sorted(_PRINTERS_OWN - {" ", "-"})
    rooms = []
    for nth, one in enumerate(characters):
        x, y = 3 + nth % 4 * 24, 4 + nth // 4 * 3.6
        label.text(x, y, f"n{one}" * 4, 7)
        rooms.append((one, x, y, width(f"n{one}" * 4, 7)))
    made = label.finish()
    assert made.count(b"^A0N") == len(characters)
    (picture,) = zpl.drawn(made, 203)
    black = picture.point(lambda value: 255 if value < 128 else 0)
    for one, x, y, room in rooms:
        box = black.crop((x * 8, round((y - 2.2) * 8), (x + 23) * 8, round((y + 0.7) * 8))).getbbox()
        assert box is not None, one
        assert box[2] / 8 <= room + 0.3, one


def test_a_text_that_the_printer_would_set_too_wide_is_drawn() -> None:
    label = ZplLabel(FOUR_BY_SIX, 203)
    label.text(5, 20, "-" * 40, 9)
    made = label.finish()
    assert b"^A0N" not in made
    (picture,) = zpl.drawn(made, 203)
    assert ink(picture)[2] / 8 <= 5 + width("-" * 40, 9) + 0.2


NASTY = ("^XA^XZ", "~JA", "_5E", "^FS^FO0,0^GB800,800,800^FS", "\\&\\\\", "<img src=x>", "^CC/ ~CT^ ~CD;")


@pytest.mark.parametrize("text", NASTY)
def test_nothing_that_is_written_becomes_a_command(text: str) -> None:
    """Neither in the printer's own letters nor as a picture, nor in the field where the label has least room."""
    for name in (text, f"{text} Ω"):
        content = samples.label(dataclasses.replace(PLAIN, name=name), service=text[:12], order=text[:14])
        made = shipment_label_zpl(content)
        assert made.count(b"^XA") == made.count(b"^XZ") == 1
        commands = set(re.findall(rb"[\^~]([A-Z]{2})", made))
        assert commands <= {b"XA", b"CI", b"LH", b"LS", b"FW", b"PO", b"PM", b"LR", b"PW", b"LL", b"FO", b"GB",
                            b"FS", b"BY", b"BC", b"FH", b"FD", b"FT", b"A0", b"FB", b"FR", b"GF", b"PQ", b"XZ"}  # fmt: skip
        assert b"~" not in made
        (picture,) = zpl.drawn(made, 203)
        assert codes(picture) == {(f"(00){content.sscc}", "]C1"), (content.tracking, "]C0")}


@pytest.mark.parametrize("tracking", ["12345678901", "AB>CD_12^34", "1Z999AA10123456784", "0" * 28])
def test_tracking_numbers_of_every_kind(tracking: str) -> None:
    content = samples.label(PLAIN, tracking=tracking)
    (picture,) = zpl.drawn(shipment_label_zpl(content), 203)
    assert (tracking, "]C0") in codes(picture)


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(DoesNotFit, match="tracking number"):
        shipment_label_zpl(samples.label(tracking="A" * 60))
    with pytest.raises(BadInput, match="no SSCC"):
        shipment_label_zpl(samples.label(sscc="337610000000418720"))
    with pytest.raises(DoesNotFit, match="no label"):
        shipment_labels_zpl(())
    with pytest.raises(DoesNotFit) as caught:
        shipment_label_zpl(samples.label(dataclasses.replace(PLAIN, name="word " * 60)))
    assert caught.value.facts["field"] == "name"


@pytest.mark.parametrize(("dpi", "size"), [(203, SIZES[0]), (300, SIZES[1])])
def test_a_copy_is_the_same_label_with_the_word_on_it(dpi: int, size: Size) -> None:
    content = samples.label(PLAIN)
    made = shipment_label_zpl(content, dpi, size)
    copy = as_copy(made)
    start, end = made[: made.index(b"^PQ1")], made[made.index(b"^PQ1") :]
    assert copy.startswith(start)
    assert copy.endswith(end)
    assert b"COPY / DUPLICATA" in copy
    assert as_copy(made) == copy
    (before,), (after,) = zpl.drawn(made, dpi, size), zpl.drawn(copy, dpi, size)
    assert codes(after) == codes(before)
    band = (0, 0, before.width, round(5.8 / 25.4 * dpi))
    assert ink(after.crop(band))[3] > ink(after)[1]
    below = (0, band[3], before.width, before.height)
    assert after.crop(below).tobytes() == before.crop(below).tobytes(), "nothing of the label is touched"


def test_many_labels_in_one_job() -> None:
    contents = [
        samples.label(PLAIN, sscc=make_sscc("3761000", serial), tracking="") for serial in range(1, 6)
    ]
    form = label_format("zpl203")
    job = form.job([form.draw(content) for content in contents])
    pictures = zpl.drawn(job, 203)
    assert [codes(picture) for picture in pictures] == [{(f"(00){one.sscc}", "]C1")} for one in contents]
    assert as_copy(job).count(b"COPY / DUPLICATA") == 5


def test_the_forms_are_those_that_a_desk_may_have() -> None:
    assert {form.name for form in FORMATS} | {""} == set(LABEL_FORMATS)
    assert label_format("") is label_format("a6")
    pdf, fine = label_format("a6").draw(samples.label()), label_format("zpl300").draw(samples.label())
    assert [form.name for form in FORMATS if form.takes(pdf)] == ["a6", "4x6", "a4_2up"]
    assert [form.name for form in FORMATS if form.takes(fine)] == ["zpl300", "zpl300_a6"]


@pytest.mark.parametrize("form", [one for one in FORMATS if one.dpi], ids=lambda form: form.name)
def test_a_test_page_in_zpl_reads(form: LabelFormat) -> None:
    (picture,) = zpl.drawn(paper.test_page("192.0.2.7:9100", "fr", form), form.dpi, form.size)
    assert codes(picture) == {(CODE, "]C0")}
