"""Delivery note, customs declarations, waybill and marks: what they say, whole and on the page, in both languages."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from app.documents import document
from app.documents.barcodes import shown_sscc
from app.documents.content_shipping import CustomsDeclarations
from app.documents.customs_cn22 import cn22
from app.documents.customs_cn23 import cn23
from app.documents.delivery_note import delivery_note
from app.documents.hazard_marks import hazard_marks_a4, hazard_marks_a6
from app.documents.letterhead import NotALogo, as_logo, foot_lines
from app.documents.packing_slip import packing_slip
from app.documents.sheet import DoesNotFit, NotPrintable
from app.documents.waybill import waybill
from app.documents.words_shipping import SHIPPING_WORDS, both
from app.domain.address import PostalAddress
from app.domain.customs import Category
from app.errors import BadInput
from tests.documents import samples
from tests.documents.readers import DPIS, decode, ink
from tests.documents.test_addresses import ANY_ADDRESS

PAPERS: dict[str, Callable[[PostalAddress], Any]] = {
    "delivery_note": lambda address: samples.note(2, recipient=address),
    "waybill": lambda address: samples.consignment(1, recipient=address),
    "cn22": lambda address: CustomsDeclarations((samples.declaration(2, recipient=address),)),
    "cn23": lambda address: CustomsDeclarations((samples.declaration(2, recipient=address),)),
}
SIZES = {"cn22": (105, 148)}


def words(pdf: bytes, folder: Path) -> list[str]:
    """The text of each page as poppler reads it, white space tidied."""
    file = folder / "paper.pdf"
    file.write_bytes(pdf)
    read = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, check=True
    ).stdout.decode()
    return [" ".join(page.split()) for page in read.split("\f")[:-1]]


def on_the_page(pdf: bytes, wide: float, high: float, edge: float = 3.0) -> None:
    """Nothing is drawn outside the first and the last page, nor on their edges."""
    for page in {0, len(pypdfium2.PdfDocument(pdf)) - 1}:
        left, top, right, bottom = ink(pdf, page)
        assert left >= edge
        assert top >= edge
        assert right <= wide - edge
        assert bottom <= high - edge


@pytest.mark.parametrize("dpi", DPIS)
def test_barcodes_are_what_the_content_says(dpi: int) -> None:
    assert {one.text for one in decode(delivery_note(samples.note(14)), dpi)} == {"SH-2026-000123"}
    assert {one.text for one in decode(waybill(samples.consignment(30)), dpi)} == {"SH-2026-000123"}
    found = decode(cn23(samples.declarations(3)), dpi)
    assert [one.text for one in found] == [samples.declaration().item] * 2, (
        "the form stands twice on its sheet"
    )
    tracked = CustomsDeclarations((samples.declaration(item="LX123456785FR"),))
    assert {one.text for one in decode(cn23(tracked), dpi)} == {"LX123456785FR"}


@pytest.mark.parametrize("count", [1, 500])
def test_a_delivery_note_says_every_line(count: int, tmp_path: Path) -> None:
    content = samples.note(count)
    pdf = delivery_note(content)
    pages = words(pdf, tmp_path)
    text = " ".join(pages)
    for line in content.lines:
        assert f"{line.sku} " in text
        for serial in line.serials:
            assert serial in text
    for parcel in content.parcels:
        assert shown_sscc(parcel.sscc) in text
    assert text.count("lot L26-041: 8, best before 11/2026") == sum(bool(line.lots) for line in content.lines)
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]
    assert "Received in full" in pages[-1]
    assert all(
        "SH-2026-000123" in page and "Ordered" in page and "bonjour@quai-epices" in page for page in pages
    )
    on_the_page(pdf, 210, 297)


def test_a_line_that_goes_on_is_named_again(tmp_path: Path) -> None:
    line = replace(samples.note(1).lines[0], serials=tuple(f"SN-{piece:06d}" for piece in range(900)))
    pages = words(delivery_note(samples.note(lines=(line,))), tmp_path)
    assert len(pages) > 2
    assert all("(continued)" in page for page in pages[1:-1])
    text = " ".join(pages)
    assert all(serial in text for serial in line.serials)


@pytest.mark.parametrize(
    ("render", "content", "said"),
    [
        (
            delivery_note,
            samples.note(6, "fr"),
            (
                "Bon de livraison",
                "Commandé",
                "Expédié",
                "Reliquat",
                "Reçu au complet",
                "quantités limitées",
            ),
        ),
        (
            waybill,
            samples.consignment(60, "fr"),
            (
                "Lettre de voiture",
                "Expéditeur",
                "Destinataire",
                "60 colis, 1 palette",
                "(CMR)",
                "Signature du transporteur",
            ),
        ),
        (delivery_note, samples.note(6), ("Delivery note", "To follow", "UN 1950 AEROSOLS, 2.1, (D)")),
        (
            waybill,
            samples.consignment(3),
            (
                "Waybill",
                "Consignee",
                "UN 1170 ETHANOL SOLUTION, 3, II, (D/E): 1 parcel, net 2.4 kg",
                "limited quantities",
            ),
        ),
    ],
)
def test_papers_speak_the_customers_language(
    render: Callable[[Any], bytes], content: Any, said: tuple[str, ...], tmp_path: Path
) -> None:
    text = " ".join(words(render(content), tmp_path))
    for one in said:
        assert one in text


def test_within_a_country_no_convention_is_named(tmp_path: Path) -> None:
    assert "CMR" not in " ".join(words(waybill(samples.consignment(recipient=samples.PARIS)), tmp_path))


@pytest.mark.parametrize("render", [cn22, cn23])
def test_the_customs_forms_say_all_that_customs_want(
    render: Callable[[CustomsDeclarations], bytes], tmp_path: Path
) -> None:
    content = samples.declaration(3)
    text = " ".join(words(render(CustomsDeclarations((content,))), tmp_path))
    for one in content.goods:
        assert str(one.qty) in text
        assert one.description in text
        assert f"{one.net_g / 1000:g}" in text
        assert f"{one.value / 100:.2f}" in text
        assert one.hs in text
        assert one.origin in text
    for said in (
        "75.00",
        "1.94",
        "EUR",
        "FR81234567800012",
        "2026-03-12, Marie Fontaine",
        "69007 LYON",
        "Zürich",
    ):
        assert said in text
    for key in ("cn_title", "cn_open", "cn_category", "cn_sale", "cn_gift", "cn_returned", "cn_signed"):
        if key != "cn_category" or render is cn23:
            for language in ("en", "fr"):
                assert SHIPPING_WORDS[key][language].casefold() in text.casefold(), (key, language)


@pytest.mark.parametrize(("render", "apart"), [(cn22, 0), (cn23, 148.5)])
def test_one_category_is_ticked(render: Callable[[CustomsDeclarations], bytes], apart: float) -> None:
    """Another category moves one tick of each form, and nothing else."""

    def drawn(one: Category) -> Image.Image:
        pdf = render(CustomsDeclarations((samples.declaration(category=one),)))
        picture: Image.Image = pypdfium2.PdfDocument(pdf)[0].render(scale=2).to_pil()
        return picture.convert("L")

    gift = drawn(Category.GIFT)
    places = set()
    for category in set(Category) - {Category.GIFT}:
        box = ImageChops.difference(gift, drawn(category)).getbbox()
        assert box is not None, category
        assert (box[3] - box[1]) / 2 / 72 * 25.4 <= apart + 13
        places.add(box)
    assert len(places) == len(Category) - 1, "each category has a box of its own"


@pytest.mark.parametrize("count", [4, 500])
def test_more_goods_than_the_cn23_has_lines_for_go_onto_a_list(count: int, tmp_path: Path) -> None:
    content = samples.declaration(count)
    pdf = cn23(CustomsDeclarations((content,)))
    pages = words(pdf, tmp_path)
    listed = both("cn_attached", count) in pages[0]
    assert listed is (len(pages) > 1)
    assert listed is (count > 9)
    total = f"{sum(one.value for one in content.goods) / 100:.2f}"
    assert total in pages[0]
    assert total in pages[-1]
    text = " ".join(pages)
    for one in content.goods:
        assert f"{one.value / 100:.2f}" in text
    on_the_page(pdf, 210, 297)


def test_a_cn22_that_is_too_full_is_refused_and_named() -> None:
    with pytest.raises(DoesNotFit) as caught:
        cn22(samples.declarations(20))
    assert caught.value.facts["field"] == "description"


def test_marks_have_the_size_that_the_law_wants() -> None:
    for render, content, side, middle, top in (
        (hazard_marks_a4, samples.marks(100.0, goods=()), 100.0, 105.0, 14.0),
        (hazard_marks_a6, samples.marks(68.0), 68.0, 52.5, 8.0),
    ):
        pdf = render(content)
        picture = pypdfium2.PdfDocument(pdf)[0].render(scale=300 / 72).to_pil().convert("L")
        dot = 25.4 / 300
        diagonal = side * 2**0.5
        left = middle - diagonal / 2

        def grey(x: float, y: float, picture: Any = picture, dot: float = dot) -> int:
            return int(picture.getpixel((round(x / dot), round(y / dot))))

        across = [
            x for x in range(picture.width) if picture.getpixel((x, round((top + diagonal / 2) / dot))) < 128
        ]
        assert (across[-1] - across[0]) * dot == pytest.approx(diagonal, abs=0.4)
        assert (across[0]) * dot == pytest.approx(left, abs=0.4)
        thickness = sum(x < picture.width / 2 for x in across) * dot / 2**0.5
        assert thickness >= (2.0 if side == 100 else 1.0) - 0.1
        assert grey(middle, top + 0.25 * diagonal) < 50, "the upper part is black"
        assert grey(middle, top + 0.75 * diagonal) < 50, "and the lower one"
        assert grey(middle, top + diagonal / 2) > 200, "the middle is white"
        size = (210, 297) if side == 100 else (105, 148)
        on_the_page(pdf, *size, edge=2.0)


def test_un_numbers_are_large_enough(tmp_path: Path) -> None:
    pdf = hazard_marks_a6(samples.marks(68.0, limited=False, goods=(("1170", "3"), ("1098", "6.1 (3)"))))
    text = " ".join(words(pdf, tmp_path))
    assert "UN 1170" in text
    assert "Add hazard label no. 6.1 (3)" in text
    _, top, _, _ = ink(pdf)
    assert top >= 5
    many = samples.marks(68.0, goods=tuple((f"{number}", "3") for number in range(1170, 1190)))
    pages = words(hazard_marks_a6(many), tmp_path)
    assert len(pages) == 1 + 20 // 3 + 1, "the mark has a page of its own, numbers follow three a page"
    assert all(f"UN {number}" in " ".join(pages) for number in range(1170, 1190))
    with pytest.raises(DoesNotFit):
        hazard_marks_a6(samples.marks(100.0))


@settings(max_examples=16)
@given(ANY_ADDRESS, st.sampled_from(sorted(PAPERS)))
def test_any_address_stands_whole_or_is_refused_by_field(name: PostalAddress, paper: str) -> None:
    _whole_or_refused(paper, name)


@pytest.mark.soak
@settings(max_examples=600, deadline=None)
@given(ANY_ADDRESS, st.sampled_from(sorted(PAPERS)))
def test_many_addresses_stand_whole_or_are_refused(name: PostalAddress, paper: str) -> None:
    _whole_or_refused(paper, name)


def _whole_or_refused(paper: str, name: PostalAddress) -> None:
    refused, pdf = None, b""
    try:
        pdf = document(paper).render(PAPERS[paper](name))
    except (DoesNotFit, NotPrintable) as refusal:
        refused = refusal.facts["field"]
    if refused is None:
        on_the_page(pdf, *SIZES.get(paper, (210, 297)), edge=2.0)


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_long_addresses_are_refused_and_markup_is_text(paper: str, tmp_path: Path) -> None:
    long = replace(samples.ZURICH, name="word " * 60)
    with pytest.raises(DoesNotFit):
        document(paper).render(PAPERS[paper](long))
    odd = replace(samples.ZURICH, name="<b>A & B</b> ^XA")
    assert "<b>A & B</b> ^XA" in " ".join(words(document(paper).render(PAPERS[paper](odd)), tmp_path))


def test_head_and_foot_stand_on_slips_too(tmp_path: Path) -> None:
    plain, branded = samples.slip(40), replace(samples.slip(40), brand=samples.brand())
    pages = words(packing_slip(branded), tmp_path)
    assert all("bonjour@quai-epices" in page for page in pages)
    assert pages[0].startswith("Quai Épices")
    before = words(packing_slip(plain), tmp_path)
    assert "bonjour" not in before[0]
    assert before[0].startswith("Packing slip")
    on_the_page(packing_slip(branded), 210, 297)


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("JPEG", "RGB"), ("PNG", "LA")])
def test_logos_are_kept_small_and_grey(kind: str, mode: str) -> None:
    data = samples.picture(2400, 500, kind, mode if mode != "LA" and mode != "P" else "RGBA")
    kept = as_logo(data)
    assert kept.startswith(b"\x89PNG")
    assert len(kept) < 60_000
    assert as_logo(data) == kept


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a" + b"\0" * 50,
        samples.picture()[:300],
        b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\xff" * (512 * 1024 + 1),
        samples.picture(4000, 1001),
    ],
    ids=["nothing", "gif", "half", "hollow", "svg", "large", "many-points"],
)
def test_what_is_no_logo_is_refused(data: bytes) -> None:
    with pytest.raises(NotALogo) as caught:
        as_logo(data)
    assert caught.value.facts["field"] == "logo"


def test_a_foot_has_two_lines() -> None:
    assert len(foot_lines("one\ntwo")) == 2
    assert foot_lines("") == []
    for wrong in ("one\ntwo\nthree", "word " * 200):
        with pytest.raises(DoesNotFit):
            foot_lines(wrong)
    with pytest.raises(NotPrintable):
        foot_lines("😀")


def test_an_empty_sheet_of_marks_is_refused() -> None:
    with pytest.raises(BadInput):
        hazard_marks_a4(replace(samples.marks(), marks=()))
