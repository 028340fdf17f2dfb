"""An order as a message says it, whatever the message: EDIFACT, UBL, a shop's export or a table.

A reader only reads. Which customer and product is meant, whether the order came before, and what becomes of it is decided by
the intake. What is odd is a `Oddity` and never an exception: an exception (`BadInput`) is for bytes that are no such message.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from app.domain.address import PostalAddress


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something odd in a message: `code` names it, `facts` say what, `line` is the order line's own number ('' for the head).

    `severity`: 'stops' must be mended before the order is accepted, 'warns' should be looked at.
    """

    code: str
    severity: str = "warns"
    line: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadParty:
    """Somebody in a message: by GS1 number, by the sender's or our code, by tax number, and by name and address."""

    name: str = ""
    gln: str = ""
    code: str = ""
    tax_number: str = ""
    address: PostalAddress | None = None
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line as it was read. `qty` in `unit` (UN/ECE Rec 20, '' for pieces); price for one unit without tax unless `with_tax`.

    `gtin`, `sku` (ours) and `article` (the customer's own number) are what the line may be known by. `discount` is a fraction.
    """

    number: str
    qty: Decimal
    gtin: str = ""
    sku: str = ""
    article: str = ""
    name: str = ""
    unit: str = ""
    unit_price: Decimal | None = None
    discount: Decimal = Decimal(0)
    net: Decimal | None = None
    tax_rate: Decimal | None = None
    with_tax: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class OrderReading:
    """An order as it was read; amounts in main units of `currency`; dates as the message gives them.

    `number` is the order's number where it came from; `reference` the customer's own order number (often the same); `paid`: the
    shop says that it has the money. `source` names the sender's system ('edifact:4012345000009', 'shopify:shop.example').
    """

    channel: str
    number: str
    source: str
    buyer: ReadParty
    lines: tuple[ReadLine, ...]
    ship_to: ReadParty | None = None
    bill_to: ReadParty | None = None
    supplier: ReadParty | None = None
    reference: str = ""
    currency: str = ""
    ordered_on: date | None = None
    requested_on: date | None = None
    service: str = ""
    freight: Decimal = Decimal(0)
    discount_amount: Decimal = Decimal(0)
    net_total: Decimal | None = None
    tax_total: Decimal | None = None
    total: Decimal | None = None
    paid: bool = False
    cancelled: bool = False
    kind: str = "sale"
    note: str = ""
    internal_note: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    """What an answer in the same format has to repeat: message and document numbers, versions."""
    oddities: tuple[Oddity, ...] = ()

    def as_json(self) -> str:
        """The reading as text that `reading_from_json` reads again; decimals and dates as strings."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, default=str)


class OrderReader(Protocol):
    """Reads the orders of one file of one format."""

    channel: str

    def recognises(self, name: str, data: bytes) -> bool:
        """Whether these bytes look like this format; cheap, and never raises."""

    def read(self, name: str, data: bytes) -> list[OrderReading]:
        """Read every order in the bytes.

        Raises:
            BadInput: they are no such message; the sentence says what is wrong and where.
        """


def reading_from_json(text: str) -> OrderReading:
    """A reading as `OrderReading.as_json` wrote it."""
    raw = json.loads(text)
    for party in ("buyer", "ship_to", "bill_to", "supplier"):
        if raw[party] is not None:
            raw[party] = _party(raw[party])
    raw["lines"] = tuple(_line(line) for line in raw["lines"])
    raw["oddities"] = tuple(Oddity(**odd) for odd in raw["oddities"])
    for day in ("ordered_on", "requested_on"):
        raw[day] = date.fromisoformat(raw[day]) if raw[day] else None
    for amount in ("freight", "discount_amount", "net_total", "tax_total", "total"):
        raw[amount] = _decimal(raw[amount])
    return OrderReading(**raw)


def _party(raw: dict[str, Any]) -> ReadParty:
    address = raw.pop("address")
    return ReadParty(**raw, address=PostalAddress(**address) if address else None)


def _line(raw: dict[str, Any]) -> ReadLine:
    amounts = {key: _decimal(raw[key]) for key in ("qty", "unit_price", "discount", "net", "tax_rate")}
    return ReadLine(**{**raw, **amounts})


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
