"""What a person corrects in a message: whom it means, which article a line means and how many pieces, where to, by when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from app.database import Transaction
from app.domain.address import PostalAddress
from app.domain.permissions import Permission
from app.integrations.channels.reading import OrderReading, ReadLine, ReadParty
from app.services.context import use_case
from app.services.intake import mend_message
from app.services.intake_articles import SIX, ReadArticle
from app.services.intake_back import remember_articles
from app.services.intake_terms import FiledMessage


@dataclass(frozen=True, slots=True)
class MendedLine:
    """A line as it is to be.

    Attributes:
        at: Its place in the reading; None for a line that the message has not.
        sku: Our article; '' leaves the one that was read.
        qty: Base units; None leaves what was read, 0 takes the line out.
        remember: Whether the customer's number means this article from now on.
    """

    at: int | None
    sku: str = ""
    qty: int | None = None
    remember: bool = False


@dataclass(frozen=True, slots=True)
class Mending:
    """What is corrected; None leaves a thing as it was read.

    `customer` is our code and GLN of the customer that was chosen.
    """

    customer: tuple[str, str] | None = None
    number: str | None = None
    reference: str | None = None
    requested_on: date | None = None
    clears_day: bool = False
    address: PostalAddress | None = None
    lines: tuple[MendedLine, ...] = ()


def mended(
    reading: OrderReading, mending: Mending, meant: Sequence[ReadArticle | None] | None = None
) -> OrderReading:
    """A reading as a person corrected it.

    Args:
        reading: As it was read.
        mending: What is corrected.
        meant: The article of each line as it is understood now; tells how many pieces one of its units has.
    """
    found = reading
    if mending.customer is not None:
        code, gln = mending.customer
        # A number of somebody else's would make two customers of one.
        kept = reading.buyer.gln if reading.buyer.gln == gln else ""
        found = replace(found, buyer=replace(reading.buyer, code=code, gln=kept))
    if mending.number is not None:
        found = replace(found, number=mending.number)
    if mending.reference is not None:
        found = replace(found, reference=mending.reference)
    if mending.requested_on is not None or mending.clears_day:
        found = replace(found, requested_on=mending.requested_on)
    if mending.address is not None:
        ship = reading.ship_to or ReadParty()
        found = replace(found, ship_to=replace(ship, gln="", address=mending.address))
    return replace(found, lines=_lines(reading, mending, meant))


def _lines(
    reading: OrderReading, mending: Mending, meant: Sequence[ReadArticle | None] | None
) -> tuple[ReadLine, ...]:
    changes = {one.at: one for one in mending.lines if one.at is not None}
    lines: list[ReadLine] = []
    for at, line in enumerate(reading.lines):
        change = changes.get(at)
        if change is None:
            lines.append(line)
        elif change.qty != 0:
            lines.append(_line(line, change, meant[at] if meant else None))
    taken = {line.number for line in lines}
    for one in mending.lines:
        if one.at is None and one.sku and one.qty:
            number = next(str(n) for n in range(len(lines) + 1, 10_000) if str(n) not in taken)
            taken.add(number)
            lines.append(ReadLine(number, Decimal(one.qty), sku=one.sku))
    return tuple(lines)


def _line(line: ReadLine, change: MendedLine, meant: ReadArticle | None) -> ReadLine:
    found = line
    times = meant.pack_qty if meant is not None else None
    if change.qty is not None and (meant is None or change.qty != meant.qty):
        price = line.unit_price
        if price is not None:
            each = price / times if times else price * line.qty / change.qty
            price = each.quantize(SIX, rounding=ROUND_HALF_UP)
        found = replace(found, qty=Decimal(change.qty), unit="", unit_price=price, net=None)
        if price is None and line.net is not None:
            found = replace(found, net=line.net if times is None else None)
        if times != 1 and meant is not None:
            found = replace(found, gtin="", sku=meant.sku)
    if change.sku and (meant is None or change.sku != meant.sku):
        theirs = number_of(line) if change.remember else ""
        found = replace(found, sku=change.sku, gtin="", article=theirs)
    return found


def number_of(line: ReadLine) -> str:
    """What the customer calls the article of a line: their own number, else whatever stands there."""
    return line.article or line.sku or line.gtin


@use_case(Permission.ORDER_IMPORT, Permission.ORDER_ENTER)
def mend_and_remember(
    tx: Transaction,
    message_id: int,
    reading: OrderReading,
    version: int,
    customer_id: int | None = None,
    articles: tuple[tuple[str, int], ...] = (),
) -> FiledMessage:
    """`mend_message`, and keep what the customer calls our articles: (their number, product).

    Raises:
        Conflict: another desk changed the message meanwhile.
        NotOpen, NotFound: as `accept_message`.
    """
    if customer_id is not None and articles:
        remember_articles.inside(tx, customer_id, articles)
    return mend_message.inside(tx, message_id, reading, version)
