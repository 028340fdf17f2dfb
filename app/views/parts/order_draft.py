"""An order while it is being typed: kept in a local file after every change, so that nothing typed is ever lost."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from urllib.parse import quote

import msgspec

from app.domain import money
from app.domain.address import PostalAddress
from app.errors import AppError, Unavailable
from app.queries.drafts import DraftRow
from app.services.order_entry import NewOrder
from app.services.order_prices import NewLine
from app.services.order_revision import Kept

MOST_PIECES = 10**7 - 1


@dataclass
class DraftLine:
    """A line; `price` and `discount` (a fraction) are those that were typed, `list_price` in `currency` is the product's.

    A pasted row that names no product we know has `product_id` 0, one without a quantity that can be read `qty` 0; `pasted` is
    how it came. Both stay until they are mended or taken away.
    """

    product_id: int
    sku: str
    name: str
    qty: int
    list_price: Decimal
    currency: str
    price: Decimal | None = None
    discount: Decimal = Decimal(0)
    pasted: str = ""

    @property
    def good(self) -> bool:
        """Whether it says what is wanted and how much of it."""
        return self.product_id > 0 and self.qty > 0

    @property
    def unit_price(self) -> Decimal:
        """What one base unit costs before the discount."""
        return self.list_price if self.price is None else self.price

    def net(self, currency: str) -> int | None:
        """What the line costs without tax in minor units of the order's currency; None where nobody knows."""
        if self.price is None and self.currency != currency:
            return None
        try:
            return money.line_net(self.qty, self.unit_price, self.discount, currency=currency)
        except AppError:
            return None


@dataclass(frozen=True)
class Again:
    """The kept order that is typed again: what it was, and what stays with it as long as its customer does."""

    kept: Kept
    number: str
    warehouse_id: int
    customer_id: int
    currency: str
    ordered_on: date
    address: PostalAddress | None
    before: NewOrder
    hold_until: date | None = None


@dataclass
class Draft:
    """What was typed so far.

    Attributes:
        id: Names the draft for ever: what is done with it is done once.
        customer_id, customer_name, customer_code, currency: Of the customer, once one was chosen.
        reference: The customer's own.
        requested_on: When they want it.
        service_id: The carrier's service.
        freight: In minor units, without tax; None for what the table of charges says.
        note, internal_note: Printed on papers, and not.
        lines: What is ordered.
        shortage: 'split' (send what is there), 'wait' (all of it later), or '' where that was not decided.
        kind: See `app/models/orders.py: ORDER_KINDS`.
        exchange_of_id, exchange_number: The order whose goods are exchanged.
        discount: Of the whole, as a fraction; None for what was agreed with the customer.
        promised_on: The day that was promised on the telephone; None for the one that is worked out.
        hold_until: Nothing is promised or sent before this day.
        priority: 0 is normal.
        asked_currency: The one that was chosen for this order; '' for the customer's own.
        typed: What stands in fields that were not finished, by field.
        again: The order whose draft is typed again; None for a new one.
        aside: What was being typed when this was begun, and comes back after it.
    """

    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    customer_id: int = 0
    customer_name: str = ""
    customer_code: str = ""
    currency: str = "EUR"
    reference: str = ""
    requested_on: date | None = None
    service_id: int | None = None
    freight: int | None = None
    note: str = ""
    internal_note: str = ""
    lines: list[DraftLine] = field(default_factory=list)
    shortage: str = ""
    kind: str = "sale"
    exchange_of_id: int | None = None
    exchange_number: str = ""
    discount: Decimal | None = None
    promised_on: date | None = None
    hold_until: date | None = None
    priority: int = 0
    asked_currency: str = ""
    typed: dict[str, str] = field(default_factory=dict)
    again: Again | None = None
    aside: Draft | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing was typed yet."""
        return not any(self.typed.values()) and replace(self, typed={}) == Draft(id=self.id)

    @property
    def left(self) -> Draft | None:
        """What is to come back when something else is begun here: this, unless nothing would be lost with it."""
        again = self.again
        same = again and self.hold_until == again.hold_until and not any(self.typed.values())
        if again and same and self.order(again.warehouse_id) == again.before:
            return self.aside
        return None if self.blank else self

    @property
    def own(self) -> Again | None:
        """What stays of the order that is typed again; nothing once it is for another customer."""
        return self.again if self.again is not None and self.again.customer_id == self.customer_id else None

    def choose(self, customer_id: int, name: str, code: str, currency: str) -> None:
        """Write down who orders, and in which currency they do."""
        self.customer_id, self.customer_name, self.customer_code = customer_id, name, code
        if self.asked_currency == currency and not self.own:
            self.asked_currency = ""
        if self.asked_currency:
            self.currency = self.asked_currency
        else:
            self.currency = self.own.currency if self.own else currency

    @property
    def good(self) -> list[int]:
        """The rows of the lines that say what is wanted and how much of it."""
        return [row for row, line in enumerate(self.lines) if line.good]

    def order(self, warehouse_id: int, wait_until: date | None = None) -> NewOrder:
        """The order as the services take it, without lines that are to be mended; with a day it waits as a whole until then."""
        lines = tuple(
            NewLine(one.product_id, one.qty, one.price, one.discount) for one in self.lines if one.good
        )
        waits, own = self.shortage == "wait", self.own
        return NewOrder(
            self.customer_id,
            warehouse_id,
            lines,
            currency=self.asked_currency or (own.currency if own else None),
            ordered_on=self.again.ordered_on if self.again else None,
            ship_address=own.address if own else None,
            customer_reference=self.reference.strip(),
            requested_on=self.requested_on,
            promised_on=self.promised_on or (wait_until if waits else None),
            priority=self.priority,
            ship_complete=True if waits else None,
            carrier_service_id=self.service_id,
            freight=self.freight,
            note=self.note.strip(),
            internal_note=self.internal_note.strip(),
            kind=self.kind,
            discount=self.discount,
            exchange_of_id=self.exchange_of_id if self.kind == "exchange" else None,
        )

    def as_bytes(self) -> bytes:
        """The draft as it is kept in a file."""
        return msgspec.json.encode(self)

    def copy(self) -> Draft:
        """The same order once more, under an id of its own."""
        return replace(msgspec.json.decode(self.as_bytes(), type=Draft), id=Draft().id)


def typed_again(row: DraftRow, aside: Draft | None = None) -> Draft:
    """A kept order as it was typed; its prices are those that were agreed."""
    lines = [
        DraftLine(
            *(one.product_id, one.sku, one.name, one.qty, one.list_price, one.currency),
            *(one.unit_price, one.discount),
        )
        for one in row.lines
    ]
    draft = Draft(
        customer_id=row.customer_id,
        customer_name=row.customer,
        customer_code=row.customer_code,
        currency=row.currency,
        reference=row.reference,
        requested_on=row.requested_on,
        service_id=row.service_id,
        freight=row.freight,
        note=row.note,
        internal_note=row.internal_note,
        kind=row.kind,
        exchange_of_id=row.exchange_of_id,
        exchange_number=row.exchange_number or "",
        discount=row.discount,
        priority=row.priority,
        hold_until=row.hold_until,
        promised_on=row.kept_promise,
        lines=lines,
        shortage="wait" if row.waits else "",
        aside=aside,
    )
    again = Again(
        *(Kept(row.id, row.version), row.number, row.warehouse_id, row.customer_id, row.currency),
        *(row.ordered_on, row.address, draft.order(row.warehouse_id), row.hold_until),
    )
    draft.again = replace(again, before=replace(draft, again=again).order(row.warehouse_id))
    return draft


class Keeper:
    """The file in which a person's draft is kept on this desk: written as a whole, so that a cut leaves the one before.

    Several threads may write; the newest draft wins.
    """

    def __init__(self, folder: Path, actor: str) -> None:
        self.actor = actor
        self.file = folder / f"order-draft-{quote(actor, safe='')}.json"
        self._lock = threading.Lock()
        self._given, self._written = 0, 0

    def load(self) -> Draft:
        """The draft that was kept; what cannot be read is a new one."""
        try:
            return msgspec.json.decode(self.file.read_bytes(), type=Draft)
        except (OSError, msgspec.DecodeError):
            return Draft()

    def writer(self, draft: Draft) -> Callable[[], None]:
        """What writes the draft as it is now, whenever and wherever that is called.

        It raises `Unavailable` where the disk does not take it.
        """
        self._given += 1
        turn, data = self._given, b"" if draft.blank else draft.as_bytes()

        def write() -> None:
            with self._lock:
                if turn < self._written:
                    return
                self._written = turn
                try:
                    if data:
                        beside = self.file.with_suffix(".new")
                        beside.write_bytes(data)
                        beside.replace(self.file)
                    else:
                        self.file.unlink(missing_ok=True)
                except OSError as error:
                    raise Unavailable(
                        "What is typed cannot be kept on this desk.",
                        hint="Make room on the disk; until then, do not close the program before the order is placed.",
                        reason=str(error),
                    ) from error

        return write


def read_pieces(text: str) -> int | None:
    """A quantity that was typed; None where it is none."""
    typed = text.strip().replace(" ", "").replace("\u202f", "").replace("\u00a0", "")
    if not (typed.isascii() and typed.isdigit()):
        return None
    return int(typed) if int(typed) <= MOST_PIECES else None


def read_decimal(text: str, places: int = 6) -> Decimal | None:
    """An amount that was typed with a comma or a point, at most so many places; None where it is none."""
    typed = text.strip().replace(",", ".")
    whole, _, rest = typed.partition(".")
    if not typed.isascii() or not (whole + rest).isdigit() or len(whole) > 9 or len(rest) > places:
        return None
    return Decimal(typed if whole else f"0{typed}")


def read_percent(text: str) -> Decimal | None:
    """A discount that was typed as a percentage, as a fraction; None where it is none."""
    found = read_decimal(text.strip().removesuffix("%"), 2)
    return found / 100 if found is not None and found <= 100 else None
