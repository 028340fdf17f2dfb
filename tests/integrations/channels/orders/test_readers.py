"""What the readers take from good messages, and what they note about spoiled ones."""

from __future__ import annotations

import codecs
from datetime import date
from decimal import Decimal

import pytest

from app.integrations.channels.orders import ORDER_READERS, NotAnOrder, reader_of
from app.integrations.channels.reading import OrderReading, reading_from_json
from tests.integrations.channels.orders.samples import AMAZON, BUYER, D01B, D96A, GOOD, PLACE, SHOPIFY, UBL
from tests.rig.ubl import faults


def read(name: str, data: bytes | None = None) -> OrderReading:
    """The first order of a sample, or of bytes given to its reader."""
    found = GOOD[name] if data is None else data
    return reader_of(name.partition("-")[0], name, found).read(name, found)[0]


@pytest.mark.parametrize("name", GOOD)
def test_every_reader_knows_its_own_and_no_other(name: str) -> None:
    knows = [reader.channel for reader in ORDER_READERS if reader.recognises(name, GOOD[name])]
    assert knows == [name.partition("-")[0]]
    for rubbish in (b"", b"UNA", b"<", b"\xff\xfe", b"Name,Email\n"):
        assert not any(reader.recognises("x", rubbish) for reader in ORDER_READERS[1:])
    with pytest.raises(NotAnOrder):
        reader_of("", "x", b"hello")


@pytest.mark.parametrize("name", [name for name in GOOD if name != "edifact-01b"])
def test_a_good_message_has_nothing_odd(name: str) -> None:
    reading = read(name)
    assert reading.oddities == ()
    assert reading_from_json(reading.as_json()) == reading


def test_edifact_d96a_says_who_what_and_when() -> None:
    reading = read("edifact")
    assert (reading.number, reading.source, reading.currency) == ("PO-4711", f"edifact:{BUYER}", "EUR")
    assert (reading.ordered_on, reading.requested_on) == (date(2026, 11, 24), date(2026, 12, 1))
    assert (reading.note, reading.service) == ("Livrer à l'accueil: sonner 2x", "Colis Express")
    assert reading.buyer.tax_number == "FR40303265045"
    assert (reading.buyer.email, reading.buyer.phone) == ("achats@example.org", "+33320000000")
    assert reading.ship_to is not None
    assert reading.ship_to.gln == PLACE
    pot = reading.lines[2]
    assert (pot.unit_price, pot.discount, pot.net, pot.tax_rate) == (
        Decimal("7.5"),
        Decimal("0.1"),
        Decimal(27),
        Decimal("0.2"),
    )
    assert reading.facts["interchange"] == "REF42"


def test_edifact_d01b_holds_several_messages() -> None:
    first, second = reader_of("", "x", D01B.encode()).read("x", D01B.encode())
    assert (first.number, second.number) == ("BE/2026/88", "BE/2026/89")
    assert (first.buyer.code, first.lines[0].qty) == ("K100", Decimal("1.5"))
    assert second.cancelled
    assert [odd.code for odd in second.oddities] == ["gtin"]


def test_edifact_without_its_own_signs_and_with_others() -> None:
    other = D96A.replace("UNA:+.? '", "UNA*|,! ~").replace("\r\n", "")
    head, rest = other[:9], other[9:].replace("?'", "\0").replace("?:", "\1").replace("?+", "\2")
    rest = rest.translate(str.maketrans(":+'", "*|~"))
    rest = rest.replace("\0", "'").replace("\1", ":").replace("\2", "+")
    plain = D96A.removeprefix("UNA:+.? '\r\n")
    for text in (head + rest, plain):
        again = read("edifact", text.encode("latin-1"))
        assert again.lines == read("edifact").lines
        assert again.note == "Livrer à l'accueil: sonner 2x"


@pytest.mark.parametrize(
    ("old", "new", "code", "facts"),
    [
        ("UNT+40+1", "UNT+41+1", "count", {"what": "UNT", "said": "41", "found": "40"}),
        ("UNT+40+1", "UNT+40+2", "reference", {"what": "UNT", "said": "2", "found": "1"}),
        ("UNZ+1+", "UNZ+2+", "count", {"what": "UNZ", "said": "2", "found": "1"}),
        ("CNT+2:3", "CNT+2:4", "count", {"what": "CNT 2", "said": "4", "found": "3"}),
        ("CNT+1:18", "CNT+1:19", "count", {"what": "CNT 1", "said": "19", "found": "18"}),
        ("4006381333931:EN", "4006381333932:EN", "gtin", {"number": "4006381333932"}),
        (f"DP+{PLACE}", "DP+4012345000017", "gln", {"who": "DP", "number": "4012345000017"}),
        (
            "MOA+203:30'\r\nPRI+AAA:2.5",
            "MOA+203:31'\r\nPRI+AAA:2.5",
            "line_sum",
            {"said": "31", "found": "30"},
        ),
        ("MOA+79:87", "MOA+79:78", "sum", {"said": "78", "found": "87"}),
        ("QTY+21:12:PCE", "QTY+21:1_2:PCE", "number", {"what": "QTY 21", "text": "1_2"}),
        ("QTY+21:12:PCE", "QTY+21:-12:PCE", "qty", {"qty": "-12"}),
        ("QTY+21:12:PCE", "QTY+192:12:PCE", "free_goods", {"qty": "12"}),
        ("DTM+2:20261201", "DTM+2:20261301", "date", {"what": "DTM 2", "text": "20261301"}),
        ("ORDERS:D:96A", "ORDERS:D:93A", "release", {"release": "D.93A"}),
        ("PO-4711+9", "PO-4711+5", "changes_order", {"function": "5"}),
        ("PO-4711+9", "PO-4711+31", "copy", {"function": "31"}),
        ("BGM+220", "BGM+999", "document", {"document": "999"}),
        ("RFF+CT:V-2026", "ALI+++81E", "conditions", {"codes": "81E"}),
        ("LIN+2++", "LIN+1++", "line_number", {"number": "1"}),
        ("LIN+2++", "LIN+2+2+", "line_action", {"action": "2"}),
        ("UNOC", "UNOA", "charset", {"said": "UNOA", "found": "cp1252"}),
    ],
)
def test_what_is_odd_in_edifact_is_noted(old: str, new: str, code: str, facts: dict[str, str]) -> None:
    assert old in D96A
    reading = read("edifact", D96A.replace(old, new, 1).encode("latin-1"))
    assert facts in [dict(odd.facts) for odd in reading.oddities if odd.code == code]


def test_bytes_in_another_character_set_are_read_all_the_same() -> None:
    reading = read("edifact", D96A.encode("utf-8"))
    assert (reading.buyer.name, [odd.code for odd in reading.oddities]) == (
        "Épicerie du Nord SARL",
        ["charset"],
    )


def test_the_sample_is_a_ubl_order() -> None:
    assert faults(UBL.encode()) == []


def test_ubl_says_who_what_and_when() -> None:
    reading = read("ubl")
    assert (reading.number, reading.source, reading.freight) == ("B-2026-118", f"ubl:{BUYER}", Decimal(8))
    assert (reading.net_total, reading.tax_total, reading.total) == (
        Decimal(68),
        Decimal("13.6"),
        Decimal("81.6"),
    )
    assert reading.internal_note == "Commande de l'hiver & des fêtes"
    assert reading.ship_to is not None
    assert reading.ship_to.address is not None
    assert reading.ship_to.address.street_address == "ZI des Quais\nPorte 3"
    assert (reading.lines[0].unit_price, reading.lines[0].article) == (Decimal("2.5"), "K-77")
    assert reading.facts["endpoint"] == BUYER


def test_ubl_in_an_envelope_and_in_utf_16() -> None:
    body = UBL.split("?>", 1)[1]
    wrapped = (
        '<s:StandardBusinessDocument xmlns:s="http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader">'
        f"<s:StandardBusinessDocumentHeader/>{body}</s:StandardBusinessDocument>"
    )
    assert read("ubl", wrapped.encode()) == read("ubl")
    wide = codecs.BOM_UTF16_LE + UBL.replace("UTF-8", "UTF-16").encode("utf-16-le")
    assert read("ubl", wide) == read("ubl")
    assert reader_of("", "x", wide).channel == "ubl"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("LineCountNumeric>2", "LineCountNumeric>3", "count"),
        ('LineExtensionAmount currencyID="EUR">60', 'LineExtensionAmount currencyID="EUR">61', "sum"),
        ('TaxExclusiveAmount currencyID="EUR">68', 'TaxExclusiveAmount currencyID="EUR">69', "sum"),
        ('TaxInclusiveAmount currencyID="EUR">81.60', 'TaxInclusiveAmount currencyID="EUR">82.60', "total"),
        ('LineExtensionAmount currencyID="EUR">30', 'LineExtensionAmount currencyID="EUR">31', "line_sum"),
        ('PriceAmount currencyID="EUR">15', 'PriceAmount currencyID="USD">15', "currency_mix"),
        ('schemeID="0160">4006381333931', 'schemeID="0160">4006381333930', "gtin"),
        ('unitCode="C62">100', 'unitCode="KGM">100', "price_unit"),
        ("2026-12-02", "2026-02-30", "date"),
        (">FC<", ">ZZZ<", "charge"),
        ('unitCode="C62">12', 'unitCode="C62">1e400', "number"),
    ],
)
def test_what_is_odd_in_ubl_is_noted(old: str, new: str, code: str) -> None:
    assert old in UBL
    text = UBL.replace(old, new, 1).replace(">Freight<", ">Insurance<" if code == "charge" else ">Freight<")
    assert code in {odd.code for odd in read("ubl", text.encode()).oddities}


def test_shopify_prices_with_and_without_tax() -> None:
    reading = read("shopify")
    assert (reading.number, reading.reference, reading.paid) == ("1001", "#1001", True)
    assert {line.with_tax for line in reading.lines} == {True}
    assert reading.buyer.address is not None
    assert reading.buyer.address.postal_code == "59000"
    without = read("shopify", SHOPIFY.replace("27.00", "31.50").encode())
    assert {line.with_tax for line in without.lines} == {False}
    assert without.oddities == ()
    assert without.net_total == Decimal(21)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("paid", "refunded", "cancelled"),
        ("Colissimo,2026", "Colissimo,2026-13", "date"),
        ("21.00", "22.00", "sum"),
        ("Pot", "=HYPERLINK(1)", "formula"),
        ('4,"Mug', '１,"Mug', "number"),
        (",FR,", ",Atlantis,", "country"),
    ],
)
def test_what_is_odd_in_a_shops_export_is_noted(old: str, new: str, code: str) -> None:
    assert old in SHOPIFY
    reading = read("shopify", SHOPIFY.replace(old, new, 1).encode())
    assert reading.cancelled if code == "cancelled" else code in {odd.code for odd in reading.oddities}


def test_an_export_in_windows_letters_says_so() -> None:
    text = SHOPIFY.replace("Marie Blanc", "Zoé Lefèvre")
    reading = read("shopify", text.encode("cp1252"))
    assert (reading.buyer.name, [odd.code for odd in reading.oddities]) == ("Zoé Lefèvre", ["charset"])
    assert read("shopify", codecs.BOM_UTF8 + text.encode()).oddities == ()


def test_woocommerce_in_both_forms() -> None:
    rows, cells = read("woocommerce"), read("woocommerce-cells")
    assert [(line.sku, line.qty, line.unit_price) for line in rows.lines] == [
        ("MUG", Decimal(4), Decimal("2.5")),
        ("POT", Decimal(1), Decimal("7.5")),
    ]
    assert [(line.discount, line.net) for line in cells.lines] == [
        (Decimal("0.1"), Decimal(9)),
        (Decimal(0), Decimal("7.5")),
    ]
    assert (rows.service, rows.paid, cells.discount_amount) == ("Colissimo", True, Decimal(0))


def test_amazon_with_and_without_prices() -> None:
    reading = read("amazon")
    assert (reading.number, reading.paid, reading.requested_on) == (
        "171-1234567-1234567",
        True,
        date(2026, 12, 2),
    )
    assert reading.lines[0].name == 'Mug 3" bleu'
    assert reading.lines[0].unit_price is None
    rows = [row.split("\t") for row in AMAZON.splitlines()]
    for row, more in zip(rows, (["currency", "item-price"], ["EUR", "6.00"], ["EUR", "9.00"]), strict=True):
        row.extend(more)
    priced = read("amazon", "\n".join("\t".join(row) for row in rows).encode())
    assert [(line.unit_price, line.with_tax) for line in priced.lines] == [
        (Decimal(3), True),
        (Decimal(9), True),
    ]
