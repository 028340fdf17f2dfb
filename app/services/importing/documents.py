"""From the staged rows of one number to one document: its head, its lines, and the rows that do not fit."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from app.domain import money
from app.integrations.channels.base import OrderHeaderRow
from app.services.importing.amounts import MOST_MONEY, line_amounts
from app.services.importing.payloads import HEAD, LINE, StagedLine

MOST_LINES = 20_000
"""Lines of one order; a longer one is refused, since it is held in memory as a whole."""
_RANK = {"head": 0, "line": 1}
_ENCODER = msgspec.json.Encoder()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: number of the file from 0, line."""

    file_no: int
    line: int


@dataclass(frozen=True, slots=True)
class Bad:
    """A row that does not fit: where, the target to blame, why."""

    place: Place
    target: str
    reason: str


@dataclass(slots=True)
class Document:
    """What the file says under one number.

    Attributes:
        number: The number at its origin.
        head: What is said once; None where no usable head was found.
        place: Where the head stands.
        lines: The lines with their places.
        bad: Rows that do not fit.
    """

    number: str
    head: OrderHeaderRow | None
    place: Place
    lines: list[tuple[Place, StagedLine]]
    bad: list[Bad]

    def refuse(self, target: str, reason: str) -> None:
        """Refuse the document as a whole, at its head."""
        self.bad.append(Bad(self.place, target, reason))
        self.head = None
        self.lines = []

    @property
    def content_hash(self) -> str:
        """A SHA-256 that is equal for the same content, wherever and in whatever order of lines it stands in a file."""
        head = self.head
        assert head is not None
        told = (
            *(self.number, head.returned, head.state, head.customer, head.customer_name, head.ordered_on),
            *(
                head.promised_on,
                head.shipped_on,
                head.carrier,
                head.currency,
                head.freight.normalize(),
                head.reference,
            ),
            *(head.ship_to, head.note),
        )
        lines = sorted(_ENCODER.encode(line) for _, line in self.lines)
        return hashlib.sha256(b"\n".join((b"1", _ENCODER.encode(told), *lines))).hexdigest()


def assemble(rows: Sequence[Any], flat: bool, lost: bool) -> Document:
    """Join the staged rows of one number.

    Args:
        rows: All of them (one more than `MOST_LINES` stands for too many).
        flat: The file repeats the head in every row; else a second head is one too many.
        lost: The reader refused rows of this number, so that what is missing was reported already.
    """
    ordered = sorted(rows, key=lambda row: (row.file_no, row.line, _RANK[row.role]))
    first = next((row for row in ordered if row.role == "head"), None)
    start = first or ordered[0]
    found = Document(start.group_key, None, Place(start.file_no, start.line), [], [])
    if len(rows) > MOST_LINES:
        found.refuse("number", f"the order has more than {MOST_LINES:,} lines")
        return found
    if flat:
        _join_flat(found, ordered)
    else:
        _join(found, ordered, lost)
    if found.head is not None and not found.lines and not (flat and lost):
        found.refuse("number", "no line of this order can be used" if lost else "the order has no line")
    return found


def _join(found: Document, ordered: Sequence[Any], lost: bool) -> None:
    """Heads and lines from different files."""
    for row in ordered:
        place = Place(row.file_no, row.line)
        if row.role == "line":
            found.lines.append((place, LINE.decode(row.payload)))
        elif found.head is None:
            found.head = HEAD.decode(row.payload)
        else:
            found.bad.append(
                Bad(place, "number", f"order {found.number} stands in line {found.place.line} already")
            )
    if found.head is None:
        reason = (
            f"its order {found.number} was refused"
            if lost
            else f"there is no order {found.number} among the heads"
        )
        found.bad += [Bad(place, "order", reason) for place, _ in found.lines]
        found.lines = []


def _join_flat(found: Document, ordered: Sequence[Any]) -> None:
    """Rows that repeat the head: the first tells; rows that name another customer or currency are refused.

    A head is staged only where it differs from the row before in the file, so it also speaks for the rows that follow it.
    """
    fits = True
    refused: set[Place] = set()
    for row in ordered:
        place = Place(row.file_no, row.line)
        if row.role == "head":
            head = HEAD.decode(row.payload)
            found.head = found.head or head
            target = _differs(found.head, head)
            fits = not target
            if target:
                told, first = getattr(head, target), getattr(found.head, target)
                refused.add(place)
                found.bad.append(
                    Bad(place, target, f"'{told}' here, but '{first}' where order {found.number} begins")
                )
        elif fits:
            found.lines.append((place, LINE.decode(row.payload)))
        elif place not in refused:
            found.bad.append(
                Bad(place, "number", f"this row, too, differs from where order {found.number} begins")
            )


def _differs(first: OrderHeaderRow, other: OrderHeaderRow) -> str:
    return next(
        (name for name in ("customer", "currency") if getattr(first, name) != getattr(other, name)), ""
    )


@dataclass(slots=True)
class Part:
    """The sold or the returned half of a document, with its money in minor units; `gross_micro` is exact."""

    lines: list[tuple[StagedLine, int, int]]
    gross: int = 0
    net: int = 0
    freight: int = 0
    gross_micro: int = 0


def split(found: Document) -> tuple[Part | None, Part | None]:
    """What was sold and what came back.

    A document that only charges transport is sold, too; charges that come back with goods are no business of the stock.
    """
    head = found.head
    assert head is not None
    sold, back = Part([]), Part([])
    charged = refunded = False
    for _, line in found.lines:
        gross, net = line_amounts(line.qty, line.price, line.discount, head.currency)
        returned = line.returned or head.returned
        if line.freight:
            charged, refunded = charged or not returned, refunded or returned
            sold.freight += 0 if returned else net
            continue
        part = back if returned else sold
        part.lines.append((line, gross, net))
        part.gross += gross
        part.net += net
        part.gross_micro += line.qty * line.price
    if not head.returned:
        sold.freight += money.minor_of(head.freight, head.currency)
    is_back = bool(back.lines) or refunded or head.returned
    is_sold = bool(sold.lines) or (charged and not is_back)
    return sold if is_sold else None, back if is_back else None


def impossible(found: Document) -> Bad | None:
    """An amount that cannot be kept, the first there is."""
    head = found.head
    assert head is not None
    try:
        total = money.minor_of(head.freight, head.currency)
    except money.BadAmount as refusal:
        return Bad(found.place, "freight", f"{refusal.message.rstrip('.')}; say round for this column")
    for place, line in found.lines:
        total += line_amounts(line.qty, line.price, 0, head.currency)[0]
        if total > MOST_MONEY:
            return Bad(place, "qty", "the amount of this order is too high")
    return None
