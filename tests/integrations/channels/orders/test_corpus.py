"""Bad input: each file is read with its oddities or refused with a sentence, and nothing else ever happens."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import BadInput
from app.integrations.channels.orders import ORDER_READERS, reader_of
from app.integrations.channels.orders.common import MOST_LINES
from app.integrations.channels.orders.xml import DEEPEST
from app.integrations.channels.reading import OrderReading, reading_from_json
from tests.integrations.channels.orders.samples import AMAZON, D96A, GOOD, SHOPIFY, UBL

LAUGHS = "".join(
    f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' if at else '<!ENTITY l0 "ha">' for at in range(10)
)
BOMB = UBL.replace("<Order ", f"<!DOCTYPE Order [{LAUGHS}]><Order ", 1).replace("Mug</cbc", "&l9;</cbc", 1)
FILE = UBL.replace("<Order ", '<!DOCTYPE Order [<!ENTITY x SYSTEM "file:///etc/passwd">]><Order ', 1).replace(
    "Mug</cbc", "&x;</cbc", 1
)
OUTSIDE = UBL.replace("<Order ", '<!DOCTYPE Order SYSTEM "http://example.org/x.dtd"><Order ', 1)
REFUSED: dict[str, tuple[str, bytes]] = {
    "nothing": ("edifact", b""),
    "blanks": ("edifact", b"   \r\n"),
    "zeros": ("edifact", bytes(4096)),
    "edi.nul": ("edifact", D96A.replace("Mug", "M\0ug").encode("latin-1")),
    "edi.cut": ("edifact", D96A.encode("latin-1")[:700]),
    "edi.cut.between": ("edifact", D96A.encode("latin-1").split(b"UNS")[0]),
    "edi.no.end": ("edifact", D96A.encode("latin-1").split(b"UNZ")[0]),
    "edi.charset": ("edifact", D96A.replace("UNOC", "UNOX").encode("latin-1")),
    "edi.service": ("edifact", D96A.replace("UNA:+.? '", "UNA+++++ +").encode("latin-1")),
    "edi.desadv": ("edifact", D96A.replace("ORDERS:D", "DESADV:D").encode("latin-1")),
    "edi.no.number": ("edifact", D96A.replace("BGM+220+PO-4711+9", "BGM+220").encode("latin-1")),
    "edi.stray": ("edifact", b"UNB+UNOC:3+A+B+1:1+1'LIN+1'UNZ+0+1'"),
    "edi.twice": ("edifact", b"UNB+UNOC:3+A+B+1:1+1'UNH+1+ORDERS'UNH+2+ORDERS'UNZ+0+1'"),
    "edi.tag": ("edifact", b"UNB+UNOC:3+A+B+1:1+1'<html>'UNZ+0+1'"),
    "edi.endless": ("edifact", b"UNB+UNOC:3+A+B+1:1+1'FTX+" + b"x" * 30_000),
    "edi.elements": ("edifact", b"UNB+UNOC:3+A+B+1:1+1'FTX" + b"+" * 5_000 + b"'"),
    "edi.lines": (
        "edifact",
        b"UNB+UNOC:3+A+B+1:1+1'UNH+1+ORDERS:D:96A'BGM+220+1'"
        + b"LIN+1'" * (MOST_LINES + 1)
        + b"UNT+1+1'UNZ+1+1'",
    ),
    "ubl.bomb": ("ubl", BOMB.encode()),
    "ubl.file": ("ubl", FILE.encode()),
    "ubl.outside": ("ubl", OUTSIDE.encode()),
    "ubl.cut": ("ubl", UBL.encode()[:2_000]),
    "ubl.nul": ("ubl", UBL.replace("Mug", "M\0ug").encode()),
    "ubl.deep": ("ubl", b"<a>" * (DEEPEST + 1) + b"</a>" * (DEEPEST + 1)),
    "ubl.wide": ("ubl", b"<a>" + b"<b/>" * 200_001 + b"</a>"),
    "ubl.encoding": ("ubl", UBL.replace("UTF-8", "rot13").encode()),
    "ubl.latin": ("ubl", UBL.encode("latin-1")),
    "ubl.invoice": ("ubl", UBL.replace("xsd:Order-2", "xsd:Invoice-2").encode()),
    "ubl.no.number": ("ubl", UBL.replace("<cbc:ID>B-2026-118</cbc:ID>", "").encode()),
    "ubl.html": ("ubl", b"<html><body>404</body></html>"),
    "shop.zip": ("shopify", b"PK\x03\x04" + bytes(100)),
    "shop.nul": ("shopify", SHOPIFY.replace("Mug", "M\0ug").encode()),
    "shop.cut": ("shopify", SHOPIFY.encode()[:-20]),
    "shop.quote": ("shopify", SHOPIFY.replace('"Mug, bleu"', '"Mug, bleu').encode()),
    "shop.quotes": ("shopify", SHOPIFY.replace('"Mug, bleu"', '"Mug" bleu').encode()),
    "shop.header.alone": ("shopify", SHOPIFY.split("\n")[0].encode()),
    "shop.no.column": ("shopify", SHOPIFY.replace("Lineitem sku", "Lineitem SKU").encode()),
    "shop.column.twice": ("shopify", SHOPIFY.replace("Lineitem taxable", "Lineitem sku").encode()),
    "shop.no.name": ("shopify", SHOPIFY.replace("#1001", "").encode()),
    "shop.bytes": ("shopify", SHOPIFY.encode() + b"\x81\x8d\xff"),
    "shop.utf16": ("shopify", codecs.BOM_UTF16_LE + b"\x00\xd8\x00"),
    "shop.long": ("shopify", SHOPIFY.replace("Pot", "x" * 40_000).encode()),
    "woo.rows": ("woocommerce", GOOD["woocommerce"] + b"5013,Processing\n"),
    "woo.twice": (
        "woocommerce",
        GOOD["woocommerce-cells"] + GOOD["woocommerce-cells"].split(b"\n")[1] + b"\n",
    ),
    "amazon.csv": ("amazon", AMAZON.replace("\t", ",").encode()),
    "amazon.short": ("amazon", AMAZON.encode() + b"171-1\t2\n"),
    "picture": ("ubl", b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
}
"""By name: whom it is given to, and what it is."""


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_message_is_refused_in_a_sentence(name: str) -> None:
    channel, data = REFUSED[name]
    with pytest.raises(BadInput) as refused:
        reader_of(channel, name, data).read(name, data)
    assert refused.value.message.startswith(f"{name} cannot be read: ")
    assert refused.value.message.endswith(".")
    assert len(refused.value.message) < 400
    assert refused.value.hint


@pytest.mark.parametrize("name", REFUSED)
def test_nobody_recognises_with_an_exception(name: str) -> None:
    for reader in ORDER_READERS:
        reader.recognises(name, REFUSED[name][1])


def _read(channel: str, data: bytes) -> list[OrderReading]:
    """What a reader makes of bytes; none where it refuses them."""
    try:
        found = reader_of(channel, "x", data).read("x", data)
    except BadInput:
        return []
    for reading in found:
        assert reading_from_json(reading.as_json()) == reading
        assert reading.number
        assert "\0" not in reading.as_json()
        assert len({line.number for line in reading.lines}) == len(reading.lines)
    return found


CHANNEL = {name: name.partition("-")[0] for name in GOOD}
FRAGMENTS = (
    *(
        b"'",
        b"+",
        b":",
        b"?",
        b"\0",
        b"\xff",
        b"\x80",
        b"\r\n",
        b"\t",
        b'"',
        b",",
        b";",
        b"|",
        b"<",
        b">",
        b"&",
        b"&#0;",
    ),
    *(
        b"-1",
        b"0",
        b"1e400",
        b"NaN",
        b"1_000",
        b"1.234.567",
        b"99999999999999999999999999",
        "１２".encode(),
        b"=1+1",
    ),
    *(
        b"<!DOCTYPE x>",
        b"]]>",
        b"UNT+1+1'",
        b"UNZ+9+X'",
        b"UNH+1+ORDERS'",
        b"LIN+1'",
        b"QTY+21'",
        b"MOA+'",
        b"PRI+AAA'",
    ),
    *("\u202e".encode(), "\ud800".encode("utf-8", "surrogatepass"), b"\xef\xbb\xbf", b"x" * 300, b""),
)


@st.composite
def _spoiled(draw: st.DrawFn, data: bytes) -> bytes:
    """A good message of which some pieces were cut out, doubled, moved or replaced."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 60)))
        piece = draw(
            st.one_of(st.sampled_from(FRAGMENTS), st.binary(max_size=8), st.just(data[start:end] * 2))
        )
        data = data[:start] + piece + data[end:]
    return data


@pytest.mark.parametrize("name", GOOD)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rest=st.data())
def test_a_spoiled_message_is_read_or_refused(name: str, rest: st.DataObject) -> None:
    _read(CHANNEL[name], rest.draw(_spoiled(GOOD[name])))


@pytest.mark.parametrize("channel", sorted(set(CHANNEL.values())))
@settings(max_examples=40, deadline=None)
@given(data=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(channel: str, data: bytes) -> None:
    _read(channel, data)


@pytest.mark.soak
@pytest.mark.parametrize("name", GOOD)
@settings(max_examples=3000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rest=st.data())
def test_many_spoiled_messages(name: str, rest: st.DataObject) -> None:
    _read(CHANNEL[name], rest.draw(_spoiled(GOOD[name])))


@pytest.mark.parametrize(
    ("name", "cut"),
    [(name, cut) for name in GOOD for cut in (0.2, 0.5, 0.9, 0.99)],
    ids=lambda value: str(value),
)
def test_a_cut_message_is_never_taken_for_a_whole_one(name: str, cut: float) -> None:
    data = GOOD[name][: int(len(GOOD[name]) * cut)]
    whole = _read(CHANNEL[name], GOOD[name])
    for reading in _read(CHANNEL[name], data):
        # A table may end after any row: what is left is a shorter order, which its totals tell.
        assert (
            reading.oddities or reading.lines == whole[0].lines or CHANNEL[name] in ("amazon", "woocommerce")
        )
