"""One message of the intake as a person looks at it: its bytes as text, what was read in it, and what it means here today."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.integrations.channels.reading import OrderReading, ReadLine, ReadParty, reading_from_json
from app.models import Blob, Customer, IntakeMessage, OrderLine, Product, SalesOrder
from app.queries.intake import IntakeRow, one_message
from app.services.intake_reading import Understood, understand

MOST_SHOWN = 200_000
"""Characters of a file that are shown; nobody reads more, and the whole file is there to be saved."""


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes that came, for the eye.

    Attributes:
        text: As text, safe to show; None where they are none (a PDF, a spreadsheet).
        size: Bytes.
        cut: Whether only the beginning is shown.
    """

    text: str | None
    size: int
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Other:
    """What a message is in conflict with: an order of ours, or another message (`message_id`)."""

    title: str
    reading: OrderReading
    order_id: int | None = None
    message_id: int | None = None
    original: Original | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """A message with all that is shown of it.

    Attributes:
        row: As it stands in the list.
        meant: What it means here now; None once it was decided.
        customer: Code and name of the customer, empty where nobody was found.
    """

    row: IntakeRow
    reading: OrderReading
    original: Original
    data: bytes
    meant: Understood | None
    customer: tuple[str, str] = ("", "")
    other: Other | None = None
    prices: Mapping[int, tuple[Decimal, str]] = field(default_factory=dict)
    """Our list price of each product that a line means: amount and currency."""


_M = IntakeMessage
_PRICES = sa.select(Product.id, Product.unit_price, Product.currency).where(
    Product.id.in_(sa.bindparam("ids", expanding=True))
)
_ONE = (
    sa.select(_M.reading, _M.customer_id, Blob.bytes)
    .join(Blob, Blob.sha256 == _M.blob_sha)
    .where(_M.id == sa.bindparam("message"))
)
_CUSTOMER = sa.select(Customer.code, Customer.name).where(Customer.id == sa.bindparam("customer"))
_ENTERED = (
    sa.select(
        *(
            SalesOrder.id,
            SalesOrder.number,
            SalesOrder.currency,
            SalesOrder.requested_on,
            SalesOrder.ordered_on,
        ),
        *(SalesOrder.customer_reference, SalesOrder.total, SalesOrder.note, Customer.code, Customer.name),
    )
    .join(Customer, Customer.id == SalesOrder.customer_id)
    .where(SalesOrder.source == sa.bindparam("source"), SalesOrder.external_number == sa.bindparam("number"))
)
_LINES = (
    sa.select(
        OrderLine.position,
        OrderLine.qty,
        OrderLine.cancelled,
        OrderLine.unit_price,
        Product.sku,
        Product.name,
    )
    .join(Product, Product.id == OrderLine.product_id)
    .where(OrderLine.order_id == sa.bindparam("order"))
    .order_by(OrderLine.position)
)
_SAME: Any = (
    sa.select(_M.id, _M.name, _M.reading, _M.order_id, Blob.bytes)
    .join(Blob, Blob.sha256 == _M.blob_sha)
    .where(
        _M.channel == sa.bindparam("channel"),
        _M.external_number == sa.bindparam("number"),
        _M.id != sa.bindparam("but"),
        _M.state != "refused",
    )
    .order_by((_M.state == "accepted").desc(), _M.id)
)


def look_at(connection: Connection, message_id: int) -> Looked | None:
    """A message with its bytes, its reading and what it means here now; None where it is gone."""
    row = one_message(connection, message_id)
    if row is None:
        return None
    one = connection.execute(_ONE, {"message": message_id}).one()
    reading = reading_from_json(one.reading)
    data = bytes(one.bytes)
    open_ = row.state in ("waiting", "conflict")
    meant = understand(connection, reading) if open_ else None
    customer_id = meant.customer_id if meant is not None else one.customer_id
    customer = ("", "")
    if customer_id is not None:
        found = connection.execute(_CUSTOMER, {"customer": customer_id}).one()
        customer = (found.code, found.name)
    other = _other(connection, row, reading) if row.state == "conflict" else None
    ids = sorted({line.product_id for line in meant.lines if line is not None}) if meant is not None else []
    rows = connection.execute(_PRICES, {"ids": ids}) if ids else ()
    prices = {one.id: (one.unit_price, one.currency) for one in rows}
    return Looked(row, reading, original(row.name, data), data, meant, customer, other, prices)


def _other(connection: Connection, row: IntakeRow, reading: OrderReading) -> Other | None:
    """What stands against it: the message that came first, else the order as it was entered."""
    order = connection.execute(_ENTERED, {"source": reading.source, "number": reading.number}).first()
    same = connection.execute(_SAME, {"channel": row.channel, "number": row.number, "but": row.id})
    for message in same:
        theirs = reading_from_json(message.reading)
        if theirs.source != reading.source or (order is not None and message.order_id != order.id):
            continue
        title = message.name if order is None else order.number
        return Other(
            title, theirs, message.order_id, message.id, original(message.name, bytes(message.bytes))
        )
    if order is None:
        return None
    lines = tuple(
        ReadLine(
            str(line.position),
            Decimal(line.qty - line.cancelled),
            sku=line.sku,
            name=line.name,
            unit_price=line.unit_price,
        )
        for line in connection.execute(_LINES, {"order": order.id})
    )
    entered = OrderReading(
        row.channel,
        reading.number,
        reading.source,
        ReadParty(code=order.code, name=order.name),
        lines,
        reference=order.customer_reference,
        currency=order.currency,
        ordered_on=order.ordered_on,
        requested_on=order.requested_on,
        note=order.note,
    )
    return Other(order.number, entered, order.id)


def original(name: str, data: bytes) -> Original:
    """The bytes of a file as they can be shown: text with its unprintable signs made visible, folded where it has no lines."""
    if name.lower().endswith(".eml"):
        text: str | None = _letter(data)
    else:
        text = _text(data)
    if text is None:
        return Original(None, len(data))
    shown = _safe(_folded(text[:MOST_SHOWN]))
    return Original(shown, len(data), len(text) > MOST_SHOWN)


def _text(data: bytes) -> str | None:
    head = data[:4096]
    if data[:5] in (b"%PDF-",) or data[:4] in (
        b"PK\x03\x04",
        b"\x89PNG",
        b"\xff\xd8\xff\xe0",
        b"\xd0\xcf\x11\xe0",
    ):
        return None
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if head.count(0) > len(head) // 100:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _letter(data: bytes) -> str:
    """A letter's head and words; its attachments by name."""
    letter = message_from_bytes(data, policy=policy.default)
    assert isinstance(letter, EmailMessage)
    lines = [f"{name}: {letter[name]}" for name in ("From", "To", "Date", "Subject") if letter[name]]
    return "\n".join([*lines, "", words_of(letter)])


def words_of(letter: EmailMessage) -> str:
    """The words of a letter, from its plain part, else from its HTML without the tags; empty where it has none."""
    try:
        part = letter.get_body(("plain", "html"))
        if part is None:
            return ""
        text = str(part.get_content())
    except (LookupError, KeyError, ValueError, AttributeError):
        return ""
    if part.get_content_type() == "text/html":
        text = _without_tags(text)
    return text.replace("\r\n", "\n").strip()


def _without_tags(html: str) -> str:
    from html.parser import HTMLParser

    kept: list[str] = []
    silent = 0

    class Words(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            nonlocal silent
            silent += tag in ("script", "style")
            if tag in ("br", "p", "div", "tr", "li"):
                kept.append("\n")

        def handle_endtag(self, tag: str) -> None:
            nonlocal silent
            silent -= tag in ("script", "style") and silent > 0

        def handle_data(self, data: str) -> None:
            if not silent:
                kept.append(data)

    Words(convert_charrefs=True).feed(html)
    lines = [" ".join(line.split()) for line in "".join(kept).split("\n")]
    return "\n".join(line for at, line in enumerate(lines) if line or (at and lines[at - 1]))


def _folded(text: str) -> str:
    """EDIFACT has no lines of its own: one segment a line; XML without any gets one a tag."""
    if "\n" in text.strip() or len(text) < 200:
        return text
    if text.lstrip().startswith(("UNA", "UNB")):
        sign = text.lstrip()[8] if text.lstrip().startswith("UNA") else "'"
        release = text.lstrip()[6] if text.lstrip().startswith("UNA") else "?"
        kept: list[str] = []
        skip = False
        for letter in text:
            kept.append(letter)
            if letter == sign and not skip:
                kept.append("\n")
            skip = letter == release and not skip and release != " "
        return "".join(kept)
    if text.lstrip().startswith("<"):
        return text.replace("><", ">\n<")
    return text


def _safe(text: str) -> str:
    """No sign that moves, hides or turns others: it is shown as a box instead."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        sign
        if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
        else "\N{REPLACEMENT CHARACTER}"
        for sign in plain
    )
