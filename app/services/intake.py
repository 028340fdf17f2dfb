"""Orders that come in: each message filed with its bytes and what was read in it, then accepted, mended or refused.

A file is read before the transaction, its bytes are stored once, and each order in it is a message of its own. The same bytes
come in once. The same number from the same source with the same content is a duplicate and is filed as refused, so that it can be
seen; with other content it is a conflict, which a person decides. Nothing is dropped or merged unseen.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import BadInput, Conflict
from app.integrations.channels.orders import reader_of
from app.integrations.channels.reading import Oddity, OrderReading, reading_from_json
from app.models import IntakeMessage, SalesOrder
from app.models.base import utc_now
from app.models.sql.rights import MESSAGE_TYPES
from app.services.context import Context, use_case
from app.services.intake_entering import enter_reading
from app.services.intake_reading import STOPS, Understood, understand
from app.services.intake_terms import (
    FiledMessage,
    NotOpen,
    NotUnderstood,
    OrderThere,
    TooLarge,
    content_hash,
    oddities_of,
)
from app.services.order_entry import Entered
from app.services.rows import free_text, insert_blob, must_find

MOST_BYTES = 20 * 1024 * 1024
"""Of one file; what is longer is no order."""
MOST_ORDERS = 5_000
TABLE = "text/csv"
MEDIA = {"edifact": "application/edifact", "ubl": "application/xml", "amazon": "text/tab-separated-values"}
MARK = "; orders"
"""Behind the type of other bytes that orders were read from: it tells the server that people are named in them."""
OPEN = ("waiting", "conflict")


@dataclass(frozen=True, slots=True)
class Arrived:
    """What is known of a file besides what stands in it; `key` names the thing that came, its bytes do where it is empty."""

    name: str
    channel: str
    blob_sha: str = ""
    source_id: int | None = None
    sender: str = ""
    subject: str = ""
    key: str = ""
    profile: str = ""


_M = IntakeMessage
_FILED = (
    sa.select(
        *(_M.id, _M.state, _M.part, _M.external_number, _M.version, _M.customer_id, _M.order_id, _M.reason),
        *(_M.warnings, _M.reading, SalesOrder.number.label("order")),
    )
    .outerjoin(SalesOrder, SalesOrder.id == _M.order_id)
    .where(_M.dedupe_key == sa.bindparam("key"), _M.part == sa.bindparam("part"))
)
_LOCKED = (
    sa.select(
        *(_M.id, _M.state, _M.part, _M.name, _M.channel, _M.external_number, _M.content_hash, _M.version),
        *(_M.reading, _M.warnings, _M.blob_sha, _M.sender),
    )
    .where(_M.id == sa.bindparam("message"))
    .with_for_update(key_share=True)
)
_ORDERS = sa.select(SalesOrder.id, SalesOrder.number, SalesOrder.content_hash).where(
    SalesOrder.source == sa.bindparam("source"), SalesOrder.external_number == sa.bindparam("number")
)
_MESSAGES = (
    sa.select(_M.id, _M.name, _M.content_hash, _M.reading)
    .where(
        _M.channel == sa.bindparam("channel"),
        _M.external_number == sa.bindparam("number"),
        _M.state.in_(OPEN),
        _M.id != sa.bindparam("but"),
    )
    .order_by(_M.id)
)
_NEW = sa.insert(_M).returning(_M.id)
_SET = sa.update(_M).where(_M.id == sa.bindparam("message"))


def file_orders(
    ctx: Context,
    name: str,
    data: bytes,
    *,
    channel: str = "",
    source_id: int | None = None,
    sender: str = "",
    subject: str = "",
    warehouse: str = "",
    key: str = "",
) -> tuple[FiledMessage, ...]:
    """File every order of one file; none is entered yet. The same bytes again give what was filed before.

    Args:
        ctx: Who files it.
        name: What the file is called.
        data: Its bytes, kept as they are.
        channel: 'edifact', 'ubl', 'shopify', 'woocommerce' or 'amazon'; '' finds out by the content.
        source_id: The folder or mailbox that it lay in.
        sender: Who sent the mail that brought it.
        subject: Of that mail.
        warehouse: Code of the warehouse that is to send it; '' where there is one only, or a rule chooses.
        key: Names the thing that came (a letter's attachment); the same one comes in once. The bytes are the key without.

    Raises:
        BadInput: it is no file of orders; the sentence says what is wrong. Nothing was filed.
        NotAllowed: the person may not take orders in.
    """
    ctx.require(Permission.ORDER_IMPORT)
    found, readings = _read(name, data, channel, warehouse)
    came = Arrived(name, found, "", source_id, sender, subject, key)
    return file_readings(ctx, came, data, readings)


def file_readings(
    ctx: Context, came: Arrived, data: bytes, readings: Sequence[OrderReading], media: str = ""
) -> tuple[FiledMessage, ...]:
    """File orders that were read from a file already, each as a message with the file's bytes.

    Raises:
        NotAllowed: the person may not take orders in.
    """
    sha = _keep_bytes(ctx, data, media or MEDIA.get(came.channel, TABLE))
    came = replace(
        came, name=came.name[-200:], sender=came.sender[:200], subject=came.subject[:200], blob_sha=sha
    )
    return tuple(_file(ctx, came, part, one.as_json()) for part, one in enumerate(readings))


def file_reading(ctx: Context, name: str, data: bytes, reading: OrderReading, part: int = 0) -> FiledMessage:
    """File one order that was read already, with the bytes that it was read from.

    Raises:
        NotAllowed: the person may not take orders in.
    """
    sha = _keep_bytes(ctx, data, MEDIA.get(reading.channel, TABLE))
    return _file(ctx, Arrived(name[-200:], reading.channel, sha, None, "", ""), part, reading.as_json())


def preview_orders(
    ctx: Context, name: str, data: bytes, *, channel: str = "", warehouse: str = ""
) -> tuple[tuple[OrderReading, Understood], ...]:
    """What `file_orders` would read and find; nothing is filed, and what came before is not looked for.

    Raises:
        BadInput, NotAllowed: as `file_orders`.
    """
    ctx.require(Permission.ORDER_IMPORT)
    _, readings = _read(name, data, channel, warehouse)
    with ctx.reading() as connection:
        return tuple((reading, understand(connection, reading)) for reading in readings)


def accept_message(ctx: Context, message_id: int, *, op_key: str) -> Entered:
    """Enter the order of a message as a draft, with the message among its papers; the same key again gives the same order.

    Raises:
        NotUnderstood: something must be mended first.
        OrderThere: the order was entered before.
        NotOpen: the message was accepted or refused already.
        NotFound: there is no such message.
    """
    return _accept(ctx.once(op_key), message_id)


@use_case(Permission.ORDER_IMPORT)
def refuse_message(tx: Transaction, message_id: int, reason: str) -> FiledMessage:
    """Say that a message does not become an order, and why; undone by `reopen_message`.

    Raises:
        BadInput: the reason is missing.
        NotOpen, NotFound: as `accept_message`.
    """
    row = _lock(tx, message_id)
    words = free_text(reason, "reason", 500)
    if not words:
        raise BadInput("A refusal needs a reason.", hint="Say why.", field="reason")
    values = {"state": "refused", "reason": words, "decided_at": utc_now(), "decided_by": tx.actor}
    tx.execute(_SET.values(version=_M.version + 1, **values), {"message": message_id})
    tx.changed("intake_message", message_id)
    return FiledMessage(message_id, "refused", row.part, row.external_number, row.version + 1)


@use_case(Permission.ORDER_IMPORT)
def reopen_message(tx: Transaction, message_id: int) -> FiledMessage:
    """Look at a refused message again; undoes `refuse_message`.

    Raises:
        NotOpen: it was not refused.
        NotFound: there is no such message.
    """
    row = _lock(tx, message_id, ("refused",))
    reading = reading_from_json(row.reading)
    return _judge(tx, row, reading)


@use_case(Permission.ORDER_IMPORT)
def mend_message(tx: Transaction, message_id: int, reading: OrderReading, version: int) -> FiledMessage:
    """Write down what a message means after all; what the reader found odd about it only warns from now on.

    Args:
        tx: The transaction.
        message_id: Which.
        reading: All of it, as somebody corrected it; the original bytes stay as they came.
        version: As it was read; another one now says that somebody else was first.

    Raises:
        Conflict: another desk changed the message meanwhile.
        NotOpen, NotFound: as `accept_message`.
    """
    row = _lock(tx, message_id)
    if row.version != version:
        raise Conflict(
            f"Order {row.external_number} was mended at another desk.",
            hint="Look at it again, then repeat your change.",
            number=row.external_number,
        )
    seen = tuple(replace(odd, severity="warns") for odd in reading.oddities)
    return _judge(tx, row, replace(reading, channel=row.channel, oddities=seen))


@use_case(Permission.ORDER_IMPORT)
def _keep_bytes(tx: Transaction, data: bytes, media_type: str) -> str:
    return insert_blob(tx, data, media_type if media_type in MESSAGE_TYPES else f"{media_type}{MARK}")


@use_case(Permission.ORDER_IMPORT)
def _file(tx: Transaction, arrived: Arrived, part: int, reading: str) -> FiledMessage:
    """File one order of a file, unless it lies there already."""
    key = arrived.key or f"{arrived.channel}:{arrived.blob_sha}"
    before = tx.execute(_FILED, {"key": key, "part": part}).first()
    if before is not None:
        return _known(tx, before)
    read = reading_from_json(reading)
    content = content_hash(read)
    state, found, duplicate = _against(tx, read, content, 0)
    meant = understand(tx, read)
    oddities = (*found, *meant.oddities)
    values: dict[str, Any] = {
        **{
            name: getattr(arrived, name)
            for name in ("name", "channel", "profile", "blob_sha", "source_id", "sender", "subject")
        },
        "dedupe_key": key,
        "part": part,
        "state": state,
        "external_number": read.number,
        "content_hash": content,
        "customer_id": meant.customer_id,
        "reading": reading,
        "warnings": _as_json(oddities),
    }
    if duplicate:
        values |= {"reason": f"duplicate: {duplicate}", "decided_at": utc_now()}
    made: int = tx.execute(_NEW.values(values)).scalar_one()
    tx.changed("intake_message", made)
    return FiledMessage(
        *(made, state, part, read.number, 1, _ready(state, oddities)),
        duplicate_of=duplicate,
        customer_id=meant.customer_id,
        oddities=oddities,
    )


@use_case(Permission.ORDER_IMPORT, Permission.ORDER_ENTER)
def _accept(tx: Transaction, message_id: int) -> Entered:
    row = _lock(tx, message_id)
    reading = reading_from_json(row.reading)
    if there := tx.execute(_ORDERS, {"source": reading.source, "number": reading.number}).first():
        raise OrderThere(reading.number, there.number)
    meant = understand(tx, reading)
    if meant.stops or meant.order is None:
        raise NotUnderstood(reading.number, meant.stops)
    entered, customer_id = enter_reading(tx, reading, meant, row)
    values = {
        "state": "accepted",
        "order_id": entered.order_id,
        "customer_id": customer_id,
        "warnings": _as_json(meant.oddities),
        "decided_at": utc_now(),
        "decided_by": tx.actor,
    }
    tx.execute(_SET.values(version=_M.version + 1, **values), {"message": message_id})
    tx.changed("intake_message", message_id)
    return entered


def _read(name: str, data: bytes, channel: str, warehouse: str) -> tuple[str, list[OrderReading]]:
    """The channel and the orders of a file."""
    if len(data) > MOST_BYTES:
        raise TooLarge(name, f"{len(data) // 1024**2} MB", f"{MOST_BYTES // 1024**2} MB")
    reader = reader_of(channel, name, data)
    readings = reader.read(name, data)
    if len(readings) > MOST_ORDERS:
        raise TooLarge(name, f"{len(readings)} orders", f"{MOST_ORDERS} orders")
    if warehouse:
        readings = [replace(one, facts={**one.facts, "warehouse": warehouse}) for one in readings]
    return reader.channel, readings


def _against(
    tx: Transaction, reading: OrderReading, content: str, but: int
) -> tuple[str, tuple[Oddity, ...], str]:
    """Whether the order came before: the state it gets, what to say of it, and what it repeats."""
    named = {"source": reading.source, "number": reading.number}
    order = tx.execute(_ORDERS, named).first()
    if order is not None:
        if order.content_hash == content:
            return "refused", (Oddity("duplicate", facts={"of": order.number}),), order.number
        return "conflict", (Oddity("conflict", STOPS, facts={"of": order.number}),), ""
    open_here = {"channel": reading.channel, "number": reading.number, "but": but}
    for message in tx.execute(_MESSAGES, open_here):
        if reading_from_json(message.reading).source != reading.source:
            continue
        if message.content_hash == content:
            return "refused", (Oddity("duplicate", facts={"of": message.name}),), message.name
        return "conflict", (Oddity("conflict", STOPS, facts={"of": message.name}),), ""
    return "waiting", (), ""


def _judge(tx: Transaction, row: Any, reading: OrderReading) -> FiledMessage:
    """Hold a message's reading against what is there, and write down what came of it."""
    state, found, _ = _against(tx, reading, row.content_hash, row.id)
    state = "waiting" if state == "waiting" else "conflict"
    meant: Understood = understand(tx, reading)
    oddities = (*(replace(odd, severity=STOPS) for odd in found), *meant.oddities)
    values = {
        "state": state,
        "external_number": reading.number,
        "customer_id": meant.customer_id,
        "reading": reading.as_json(),
        "warnings": _as_json(oddities),
        "reason": "",
        "decided_at": None,
        "decided_by": "",
    }
    tx.execute(_SET.values(version=_M.version + 1, **values), {"message": row.id})
    tx.changed("intake_message", row.id)
    return FiledMessage(
        *(row.id, state, row.part, reading.number, row.version + 1, _ready(state, oddities)),
        customer_id=meant.customer_id,
        oddities=oddities,
    )


def _lock(tx: Transaction, message_id: int, states: Sequence[str] = OPEN) -> Any:
    row = must_find(tx.execute(_LOCKED, {"message": message_id}).first(), "message", message_id)
    if row.state not in states:
        raise NotOpen(
            f"The message with order {row.external_number} is {row.state}.",
            hint="Look at it again; another desk may have been first.",
            number=row.external_number,
            state=row.state,
        )
    return row


def _known(tx: Transaction, row: Any) -> FiledMessage:
    """A message as it lies there; one that waits is understood anew, for what it misses may have been entered meanwhile."""
    oddities = oddities_of(row.warnings)
    if row.state == "waiting":
        oddities = understand(tx, reading_from_json(row.reading)).oddities
    repeated = row.reason.removeprefix("duplicate: ") if row.reason.startswith("duplicate: ") else ""
    return FiledMessage(
        *(row.id, row.state, row.part, row.external_number, row.version, _ready(row.state, oddities)),
        known=True,
        duplicate_of=repeated,
        customer_id=row.customer_id,
        order_id=row.order_id,
        order=row.order or "",
        oddities=oddities,
    )


def _ready(state: str, oddities: Sequence[Oddity]) -> bool:
    return state == "waiting" and all(odd.severity != STOPS for odd in oddities)


def _as_json(oddities: Sequence[Oddity]) -> str:
    return json.dumps([asdict(odd) for odd in oddities], ensure_ascii=False, sort_keys=True, default=str)
