"""A despatch advice as UN/EDIFACT DESADV, directory D.96A, in the manner of GS1 EANCOM (association code EAN005).

Sources: ISO 9735:1988 with amendment 1 (syntax version 3: service segments UNA, UNB, UNH, UNT, UNZ, the release character) and
ISO 9735-1:1998 (version 4, for the character set UNOY and dates of eight digits); the UN/EDIFACT D.96A message DESADV for the
order of segments (BGM DTM, groups RFF, NAD, TDT, then CPS with PAC MEA PCI GIN and LIN PIA IMD QTY, then CNT); the GS1 EANCOM
guide to DESADV for the codes: 351 despatch advice, 9 original and 5 replacement, 137, 11 and 17 for the dates, ON the order
number of the buyer, PCI 33E marked with an SSCC, GIN BJ an SSCC, BX a batch number, BN a serial number, QTY 12 despatched, and
DTM 361 best before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from app.domain.codes import verify_gtin
from app.integrations.messages.content import Despatch, Item, NotAnnounceable, Party, Unit

Element = str | Sequence[str]
"""A data element: one text, or the parts of a composite."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_RELEASED = str.maketrans({mark: f"?{mark}" for mark in "?'+:"})
PARTS = 35
"""Characters of one part of a name or a street (data elements 3036 and 3042)."""
SERIALS = 10
"""Serial numbers of one GIN: five pairs."""


def desadv(content: Despatch) -> bytes:
    """The interchange with one DESADV, segments on lines of their own. The same content gives the same bytes.

    Written in Latin-1 (UNOC, syntax version 3); where a letter is not in it, in UTF-8 (UNOY, version 4).

    Raises:
        NotAnnounceable: the number of a party (GLN) is missing, or there are no parcels.
    """
    if not content.units:
        raise NotAnnounceable("at least one parcel", content.number)
    for party, whose in ((content.supplier, "our own GLN"), (content.buyer, "the GLN of the customer")):
        if not is_gln(party.gln):
            raise NotAnnounceable(whose, content.number)
    parties = ((content.supplier.gln, "14"), (content.buyer.gln, "14"))
    return interchange(list(_message(content)), content.made_at, parties, content.control)


def interchange(
    message: Sequence[str], made: datetime, parties: Sequence[tuple[str, str]], control: str
) -> bytes:
    """The interchange with one message, given from UNH on without its UNT; `parties` are sender and receiver, qualified.

    Written in Latin-1 (UNOC, syntax version 3); where a letter is not in it, in UTF-8 (UNOY, version 4).
    """
    whole = [*message, segment("UNT", str(len(message) + 1), "1")]
    for encoding, syntax, year in (("latin-1", ("UNOC", "3"), "%y"), ("utf-8", ("UNOY", "4"), "%Y")):
        when = (made.strftime(f"{year}%m%d"), made.strftime("%H%M"))
        head = segment("UNB", syntax, *parties, when, control)
        lines = ["UNA:+.? '", head, *whole, segment("UNZ", "1", control)]
        try:
            return ("\r\n".join(lines) + "\r\n").encode(encoding)
        except UnicodeEncodeError:
            continue
    raise AssertionError("UTF-8 writes every letter")


def is_gln(text: str) -> bool:
    """Whether a text is a GS1 location number: 13 digits with their check digit."""
    return len(text) == 13 and verify_gtin(text)


def segment(tag: str, *elements: Element) -> str:
    """A segment with its terminator: service characters are released, empty ends of composites and segments left out."""
    written = [
        _released(element) if isinstance(element, str) else _joined(":", map(_released, element))
        for element in elements
    ]
    return _joined("+", (tag, *written)) + "'"


def _released(text: str) -> str:
    return _CONTROL.sub(" ", text).strip().translate(_RELEASED)


def _joined(mark: str, parts: Iterator[str] | Sequence[str]) -> str:
    found = list(parts)
    while found and not found[-1]:
        found.pop()
    return mark.join(found)


def _message(content: Despatch) -> Iterator[str]:
    yield segment("UNH", "1", ("DESADV", "D", "96A", "UN", "EAN005"))
    yield segment("BGM", "351", content.number, "5" if content.replaces else "9")
    yield segment("DTM", ("137", _minute(content.made_at), "203"))
    yield segment("DTM", ("11", _minute(content.shipped_at), "203"))
    if content.due_on:
        yield segment("DTM", ("17", f"{content.due_on:%Y%m%d}", "102"))
    if content.weight_g:
        yield segment("MEA", "PD", "AAD", ("KGM", _kilograms(content.weight_g)))
    if content.reference:
        yield segment("RFF", ("ON", content.reference[:35]))
    yield segment("RFF", ("VN", content.order[:35]))
    yield party("BY", content.buyer)
    yield party("SU", content.supplier)
    yield party("DP", content.ship_to)
    if content.carrier:
        yield segment("TDT", "20", "", "30", "31", ("", "", "", content.carrier[:PARTS]))
    yield from _packing(content)


def _packing(content: Despatch) -> Iterator[str]:
    """The tree of units: the shipment is 1, each pallet and parcel has a number and names what holds it."""
    yield segment("CPS", "1")
    yield segment("PAC", str(sum(1 for _ in content.parcels())))
    number, lines = 1, 0
    for unit in content.units:
        number += 1
        yield from _unit(unit, number, 1)
        inside = unit.units if unit.kind == "pallet" else ()
        own = number
        for parcel in inside:
            number += 1
            yield from _unit(parcel, number, own)
            for item in parcel.items:
                lines += 1
                yield from _item(item, lines, content)
        for item in unit.items:
            lines += 1
            yield from _item(item, lines, content)
    yield segment("CNT", ("2", str(lines)))


def _unit(unit: Unit, number: int, parent: int) -> Iterator[str]:
    yield segment("CPS", str(number), str(parent))
    # 201: a pallet of ISO 1, as EANCOM codes it; CT: a carton.
    yield segment("PAC", "1", "", ("201", "", "9") if unit.kind == "pallet" else "CT")
    if unit.weight_g:
        yield segment("MEA", "PD", "AAB", ("KGM", _kilograms(unit.weight_g)))
    yield segment("PCI", "33E")
    if unit.tracking:
        yield segment("RFF", ("CN", unit.tracking[:35]))
    yield segment("GIN", "BJ", unit.sscc)


def _item(item: Item, line: int, content: Despatch) -> Iterator[str]:
    gtin = ("", "") if not item.gtin else (item.gtin, "EN")
    yield segment("LIN", str(line), "", gtin)
    yield segment("PIA", "1", (item.sku[:35], "SA"))
    yield segment("IMD", "F", "", ("", "", "", *text_parts(item.name, 2)))
    yield segment("QTY", ("12", str(item.qty)))
    for at in range(0, len(item.serials), SERIALS):
        some = item.serials[at : at + SERIALS]
        pairs = [tuple(one[:35] for one in some[pair : pair + 2]) for pair in range(0, len(some), 2)]
        yield segment("GIN", "BN", *pairs)
    if item.position and (content.reference or content.order):
        yield segment(
            "RFF",
            (
                "ON" if content.reference else "VN",
                (content.reference or content.order)[:35],
                str(item.position),
            ),
        )
    if item.lot or item.best_before:
        yield segment("PCI", "36E")
        if item.best_before:
            yield segment("DTM", ("361", f"{item.best_before:%Y%m%d}", "102"))
        yield segment("QTY", ("12", str(item.qty)))
        if item.lot:
            yield segment("GIN", "BX", item.lot[:35])


def party(role: str, party: Party) -> str:
    """A party by its role: GLN where it has one, name, and address where it is known."""
    number: Element = (party.gln, "", "9") if is_gln(party.gln) else ""
    address = party.address
    if address is None:
        return segment("NAD", role, number, "", text_parts(party.name, 5))
    street = " ".join(part for part in (address.street_address, address.city_area) if part)
    return segment(
        *("NAD", role, number, "", text_parts(party.name, 5), text_parts(street, 4), address.city[:PARTS]),
        *(address.country_area[:9], address.postal_code[:9], address.country_code[:3]),
    )


def text_parts(text: str, most: int, width: int = PARTS) -> tuple[str, ...]:
    """A text in parts of 35 characters (or `width`), broken between words where possible; what does not fit is left out."""
    parts: list[str] = []
    rest = " ".join(_CONTROL.sub(" ", text).split())
    while rest and len(parts) < most:
        if len(rest) <= width:
            parts.append(rest)
            break
        cut = rest.rfind(" ", 0, width + 1)
        cut = cut if cut > 0 else width
        parts.append(rest[:cut].strip())
        rest = rest[cut:].strip()
    return tuple(parts)


def _kilograms(grams: int) -> str:
    return f"{grams / 1000:.3f}".rstrip("0").rstrip(".")


def _minute(moment: datetime) -> str:
    return f"{moment:%Y%m%d%H%M}"
