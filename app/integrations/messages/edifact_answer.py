"""An answer to an order as UN/EDIFACT ORDRSP, directory D.96A, in the manner of GS1 EANCOM (association code EAN005).

Sources: the UN/EDIFACT D.96A message ORDRSP for the order of segments (BGM DTM FTX RFF DTM NAD CUX, then LIN PIA IMD QTY DTM PRI
RFF, then UNS and CNT); the code lists 1001 (231 an answer to an order), 1225 (29 accepted as it is, 4 changed, 27 not accepted),
1229 (5, 3 and 7 the same of a line), 2005 (137, 69 promised, 171 day of a reference), 6063 (21 ordered, 113 to be delivered) and
5125 (AAA net price).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.integrations.messages.answer import AnswerLine, NotAnswerable, OrderAnswer, plain
from app.integrations.messages.edifact import interchange, is_gln, party, segment, text_parts

_WHOLE = {"accepted": "29", "changed": "4", "rejected": "27"}
_LINE = {"accepted": "5", "changed": "3", "rejected": "7"}
_UNITS = {
    "C62": "PCE",
    "H87": "PCE",
    "EA": "PCE",
    "": "PCE",
    "XCT": "CT",
    "XBX": "BX",
    "XPK": "PK",
    "XCS": "CS",
}
"""How D.96A writes units that UBL writes otherwise."""


def ordrsp(content: OrderAnswer) -> bytes:
    """The interchange with one ORDRSP, segments on lines of their own. The same content gives the same bytes.

    Raises:
        NotAnswerable: the number of a party (GLN) is missing.
    """
    for one, whose in ((content.supplier, "our own GLN"), (content.buyer, "the GLN of the customer")):
        if not is_gln(one.gln):
            raise NotAnswerable(whose, content.reference)
    # It goes to whoever sent the order, who need not be the buyer.
    sender = content.facts.get("sender", "")
    receiver = (sender, content.facts.get("sender_qualifier", "")) if sender else (content.buyer.gln, "14")
    return interchange(
        list(_message(content)), content.made_at, ((content.supplier.gln, "14"), receiver), content.control
    )


def _message(content: OrderAnswer) -> Iterator[str]:
    yield segment("UNH", "1", ("ORDRSP", "D", "96A", "UN", "EAN005"))
    yield segment("BGM", "231", content.number[:35], _WHOLE[content.verdict])
    yield segment("DTM", ("137", f"{content.made_at:%Y%m%d%H%M}", "203"))
    if content.promised_on:
        yield segment("DTM", ("69", f"{content.promised_on:%Y%m%d}", "102"))
    if content.note:
        yield segment("FTX", "AAI", "", "", text_parts(content.note, 5, 70))
    yield segment("RFF", ("ON", content.reference[:35]))
    if content.ordered_on:
        yield segment("DTM", ("171", f"{content.ordered_on:%Y%m%d}", "102"))
    if content.order:
        yield segment("RFF", ("VN", content.order[:35]))
    yield party("BY", content.buyer)
    yield party("SU", content.supplier)
    yield party("DP", content.ship_to)
    yield segment("CUX", ("2", content.currency, "9"))
    for line in content.lines:
        yield from _line(line, content)
    yield segment("UNS", "S")
    yield segment("CNT", ("2", str(len(content.lines))))


def _line(line: AnswerLine, content: OrderAnswer) -> Iterator[str]:
    unit = _UNITS.get(line.unit, line.unit)
    yield segment("LIN", line.number[:6], _LINE[line.verdict], (line.gtin, "EN") if line.gtin else "")
    numbers = [(value[:35], kind) for value, kind in ((line.sku, "SA"), (line.article, "IN")) if value]
    if numbers:
        yield segment("PIA", "1", *numbers)
    if line.name:
        yield segment("IMD", "F", "", ("", "", "", *text_parts(line.name, 2)))
    yield segment("QTY", ("21", plain(line.ordered), unit))
    yield segment("QTY", ("113", plain(max(line.accepted, Decimal(0))), unit))
    if line.promised_on and line.accepted > 0:
        yield segment("DTM", ("69", f"{line.promised_on:%Y%m%d}", "102"))
    if line.price is not None and line.accepted > 0:
        yield segment("PRI", ("AAA", plain(line.price)))
    yield segment("RFF", ("ON", content.reference[:35], line.number[:6]))
