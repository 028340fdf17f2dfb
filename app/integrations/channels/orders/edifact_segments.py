"""What the segments of one ORDERS bring together: head, parties and lines, before they are made a reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from app.domain.address import PostalAddress
from app.integrations.channels.orders.common import LONGEST_CODE, check_size, clean, first
from app.integrations.channels.orders.edifact_syntax import Message, Segment
from app.integrations.channels.reading import ReadParty

_GTIN = frozenset({"EN", "UP", "SRV", "EAN"})
_OURS, _THEIRS = frozenset({"SA", "VN"}), frozenset({"IN", "BP"})
_FOR_PAPER = frozenset({"DEL", "DIN", "SIN", "TRA"})
"""Subjects of texts that are for whoever gets the goods; all others are for us."""
_FREIGHT = frozenset({"FC", "DL", "SH", "TD"})
_MARKS = ".,"
"""Both stand for the decimal mark wherever they come: nothing else is written between digits (ISO 9735, 10.1)."""


@dataclass(slots=True)
class Item:
    """A line as its segments bring it together."""

    number: str
    gtin: str = ""
    sku: str = ""
    article: str = ""
    names: list[str] = field(default_factory=list)
    qty: Decimal | None = None
    unit: str = ""
    net: Decimal | None = None
    prices: dict[str, Decimal] = field(default_factory=dict)
    tax_rate: Decimal | None = None
    notes: list[str] = field(default_factory=list)
    percents: list[Decimal] = field(default_factory=list)
    allowance: Decimal = Decimal(0)
    wanted: date | None = None


class Gathered:
    """One ORDERS taken segment by segment, each by the group that it stands in.

    Attributes:
        dates: By qualifier, of the head.
        parties: By role: BY, SU, DP, UC, IV.
        texts: Of the head; those under True are for the papers.
        amounts: Of the whole, by qualifier.
        controls: What CNT says, by qualifier.
        percents: Allowances of the whole, of a hundred.
    """

    def __init__(self, name: str, message: Message) -> None:
        self.name = name
        self.message = message
        self.notes = message.notes
        self.number = self.reference = self.currency = self.service = ""
        self.document, self.function = "220", "9"
        self.dates: dict[str, date] = {}
        self.parties: dict[str, ReadParty] = {}
        self.texts: dict[bool, list[str]] = {True: [], False: []}
        self.items: list[Item] = []
        self.amounts: dict[str, Decimal] = {}
        self.controls: dict[str, Decimal] = {}
        self.freight = self.discount = Decimal(0)
        self.percents: list[Decimal] = []
        self.charge = ""
        self.charge_kind = ""
        self.party = ""
        self.summary = False
        self.facts: dict[str, str] = {}
        takes = {
            "BGM": self._bgm,
            "DTM": self._dtm,
            "FTX": self._ftx,
            "ALI": self._ali,
            "RFF": self._rff,
            "NAD": self._nad,
            "COM": self._com,
            "CUX": self._cux,
            "TDT": self._tdt,
            "TAX": self._tax,
            "ALC": self._alc,
            "PCD": self._pcd,
            "MOA": self._moa,
            "LIN": self._lin,
            "PIA": self._pia,
            "IMD": self._imd,
            "QTY": self._qty,
            "PRI": self._pri,
            "UNS": self._uns,
            "CNT": self._cnt,
        }
        for segment in message.segments[1:-1]:
            if segment.tag in takes:
                takes[segment.tag](segment)

    # The head

    def _bgm(self, segment: Segment) -> None:
        # D.96A has the number as an element, D.01B as the first part of a composite: both stand at the same place.
        self.document = clean(segment.part(0), 5) or "220"
        self.number = clean(segment.part(1), LONGEST_CODE)
        self.function = clean(segment.part(2), 3)

    def _dtm(self, segment: Segment) -> None:
        code, text, form = segment.part(0), segment.part(0, 1).strip(), segment.part(0, 2)
        line = self.items[-1].number if self.items else ""
        if code not in ("137", "2", "10", "61", "63", "64"):
            return
        if form in ("101",) or (not form and len(text) == 6):
            year, text = "20" + text[:2], "20" + text
        else:
            year = text[:4]
        day = self.notes.day(year, text[4:6], text[6:8], f"DTM {code}", segment.part(0, 1), line)
        if day is None:
            return
        if not self.items:
            self.dates.setdefault(code, day)
        elif code in ("2", "63", "61") and not self.summary and self.items[-1].wanted is None:
            self.items[-1].wanted = day

    def _ftx(self, segment: Segment) -> None:
        text = " ".join(part for part in segment.elements[3] if part) if len(segment.elements) > 3 else ""
        if not text.strip():
            return
        if self.items:
            self.items[-1].notes.append(text)
        else:
            self.texts[segment.part(0) in _FOR_PAPER].append(text)

    def _ali(self, segment: Segment) -> None:
        codes = ", ".join(clean(segment.part(place), 4) for place in range(2, 7) if segment.part(place))
        if codes:
            self.notes.add("conditions", self.items[-1].number if self.items else "", codes=codes)

    def _rff(self, segment: Segment) -> None:
        code, value = segment.part(0), clean(segment.part(0, 1), LONGEST_CODE)
        if self.items:
            return
        if self.party:
            if code in ("VA", "FC", "GN") and value:
                party = self.parties[self.party]
                self.parties[self.party] = replace(party, tax_number=party.tax_number or value)
            elif code in ("IT", "API") and value:  # the number that a customer has with us
                self.parties[self.party] = replace(self.parties[self.party], code=value)
        elif code == "ON":
            self.reference = self.reference or value
        elif value:
            self.facts.setdefault(f"rff_{code}"[:12], value)

    def _nad(self, segment: Segment) -> None:
        role = segment.part(0)
        if self.items:
            self.notes.add(
                "line_place", self.items[-1].number, role=clean(role, 3), gln=clean(segment.part(1), 20)
            )
            return
        self.party = role
        if role in self.parties:
            self.notes.add("party_twice", role=clean(role, 3))
            return
        number, agency = segment.part(1).strip(), segment.part(1, 2)
        is_gln = agency == "9" or (not agency and len(number) == 13)
        loose = [part for part in _parts(segment, 2) if part]
        names = [part for part in _parts(segment, 3) if part] or loose[:1]
        street = [part for part in _parts(segment, 4) if part] or loose[1:]
        name = clean(" ".join(names))
        address = PostalAddress(
            country_code=clean(segment.part(8), 3).upper(),
            country_area=clean(segment.part(6), 35),
            city=clean(segment.part(5), 35),
            street_address="\n".join(clean(part) for part in street if clean(part)),
            postal_code=clean(segment.part(7), 17),
            company_name=name,
        )
        there = any((address.street_address, address.city, address.postal_code))
        self.parties[role] = ReadParty(
            name=name,
            gln=self.notes.gln(number, role) if is_gln else "",
            code=clean(number, LONGEST_CODE) if not is_gln and agency == "91" else "",
            address=address if there else None,
        )

    def _com(self, segment: Segment) -> None:
        if not self.party or self.items or self.party not in self.parties:
            return
        party = self.parties[self.party]
        for value, kind, *_ in (element for element in segment.elements if len(element) > 1):
            if kind == "EM":
                party = replace(party, email=party.email or clean(value))
            elif kind in ("TE", "MA", "AL"):
                party = replace(party, phone=party.phone or clean(value, 50))
        self.parties[self.party] = party

    def _cux(self, segment: Segment) -> None:
        self.party = ""
        if not self.items and not self.currency:
            self.currency = clean(segment.part(0, 1), 3).upper()

    def _tdt(self, segment: Segment) -> None:
        self.party = ""
        self.service = self.service or clean(first((segment.part(4, 3), segment.part(4))), LONGEST_CODE)

    def _tax(self, segment: Segment) -> None:
        self.party = ""
        rate = self.notes.number(segment.part(4, 3), "TAX", self._at(), _MARKS)
        if rate is not None and self.items and not self.summary:
            self.items[-1].tax_rate = rate / 100
        elif rate is not None and not self.items:
            self.facts["tax_rate"] = format(rate, "f")

    # Allowances and charges: ALC opens one, PCD and MOA say how much

    def _alc(self, segment: Segment) -> None:
        self.party = ""
        self.charge, self.charge_kind = segment.part(0), first((segment.part(4), segment.part(4, 3)))

    def _pcd(self, segment: Segment) -> None:
        percent = self.notes.number(segment.part(0, 1), "PCD", self._at(), _MARKS)
        if percent is None or self.charge != "A":
            if percent:
                self._other_charge(percent, "%")
            return
        (self.items[-1].percents if self.items else self.percents).append(percent)
        self.charge = "percent"  # the amount that follows says the same

    def _moa(self, segment: Segment) -> None:
        code = segment.part(0)
        amount = self.notes.number(segment.part(0, 1), f"MOA {clean(code, 3)}", self._at(), _MARKS)
        if amount is None:
            return
        if code in ("8", "23", "204"):
            self._amount_off(amount)
        elif self.items and not self.summary:
            if code in ("203", "66"):
                self.items[-1].net = amount if code == "203" else self.items[-1].net or amount
        else:
            self.amounts.setdefault(code, amount)

    def _amount_off(self, amount: Decimal) -> None:
        """An allowance or a charge in money, of the line or the whole."""
        if self.charge == "A" and self.items:
            self.items[-1].allowance += amount
        elif self.charge == "A":
            self.discount += amount
        elif self.charge == "C" and not self.items and self.charge_kind in _FREIGHT:
            self.freight += amount
        elif self.charge == "C":
            self._other_charge(amount, self.currency)

    def _other_charge(self, amount: Decimal, unit: str) -> None:
        self.notes.add("charge", self._at(), kind=clean(self.charge_kind, 35), amount=amount, unit=unit)

    # The lines

    def _lin(self, segment: Segment) -> None:
        self.party = self.charge = ""
        item = Item(clean(segment.part(0), 10) or str(len(self.items) + 1))
        self.items.append(item)
        check_size(self.name, len(self.items))
        if (action := segment.part(1)) in ("2", "3", "6"):
            self.notes.add("line_action", item.number, "stops", action=action)
        self._numbered(item, segment.elements[2] if len(segment.elements) > 2 else ())

    def _pia(self, segment: Segment) -> None:
        if self.items:
            for element in segment.elements[1:]:
                self._numbered(self.items[-1], element)

    def _numbered(self, item: Item, element: Sequence[str]) -> None:
        value, kind = (*element, "", "")[:2]
        if kind in _GTIN and not item.gtin:
            item.gtin = self.notes.gtin(value, item.number)
        elif kind in _OURS:
            item.sku = item.sku or clean(value, LONGEST_CODE)
        elif kind in _THEIRS:
            item.article = item.article or clean(value, LONGEST_CODE)

    def _imd(self, segment: Segment) -> None:
        if self.items and segment.part(0) != "C":
            self.items[-1].names += [part for part in _parts(segment, 2)[3:5] if part]

    def _qty(self, segment: Segment) -> None:
        if not self.items:
            return
        item, code = self.items[-1], segment.part(0)
        value = self.notes.number(segment.part(0, 1), f"QTY {clean(code, 3)}", item.number, _MARKS)
        if code == "21" and value is not None:
            if item.qty is not None:
                self.notes.add("qty_twice", item.number, "stops")
            item.qty, item.unit = value, clean(segment.part(0, 2), 8).upper()
        elif code == "192" and value:
            self.notes.add("free_goods", item.number, qty=value)

    def _pri(self, segment: Segment) -> None:
        if not self.items:
            return
        item = self.items[-1]
        price = self.notes.number(segment.part(0, 1), "PRI", item.number, _MARKS)
        basis = self.notes.number(segment.part(0, 4), "PRI", item.number, _MARKS)
        if price is None:
            return
        if basis is not None and basis > 0:
            price /= basis
        item.prices.setdefault(segment.part(0), price)

    # The end

    def _uns(self, segment: Segment) -> None:
        self.summary = segment.part(0) == "S"
        self.charge = ""

    def _cnt(self, segment: Segment) -> None:
        value = self.notes.number(segment.part(0, 1), "CNT", "", _MARKS)
        if value is not None:
            self.controls[segment.part(0)] = value

    def _at(self) -> str:
        return self.items[-1].number if self.items and not self.summary else ""


def _parts(segment: Segment, element: int) -> tuple[str, ...]:
    return segment.elements[element] if element < len(segment.elements) else ()
