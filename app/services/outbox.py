"""The outbox: messages are taken under a lease, sent outside any transaction, and marked with how it went.

A file is written at least once, under one name, so that a second time changes nothing. A letter is sent at most once by itself:
where nobody knows whether it went (the line broke after it was handed over, the program ended), it fails and a person decides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import AppError, BadInput, Conflict, Refused
from app.integrations.mail import MailSender, PerhapsSent
from app.integrations.messages.folder import write_message
from app.models import Blob, OutgoingMessage
from app.models.base import utc_now
from app.services.context import Context, use_case
from app.services.jobs import LeaseLost, back_off
from app.services.rows import must_find

LEASE_SECONDS = 300
"""Longer than a mail server may keep us waiting for one letter."""
MOST_ATTEMPTS = 12
"""With the waits of `back_off` more than half a day; then a person looks at it."""
FRESH_DAYS = 3
"""A letter that nobody could send for so long is no news any more, and a queue of old ones must not go out at once one day."""
PERHAPS = PerhapsSent.code
TOO_OLD = "message.too_old"
RECALLED = "message.recalled"
"""What a message tells is not so any more. One that is being sent keeps the word: if that fails, it is not tried again."""


@dataclass(frozen=True, slots=True)
class TakenMessage:
    """A message under lease; `attempt` counts from 1 and names the lease."""

    id: int
    kind: str
    channel: str
    target: str
    sha256: str
    dedupe_key: str
    attempt: int


@dataclass(frozen=True, slots=True)
class MessageEnd:
    """A message after an attempt: sent, waiting until `due_at`, or failed; or after a person's decision."""

    id: int
    status: str
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OutboxRun:
    """What a turn at the outbox brought: messages that went, were put off, failed; and why, once a reason."""

    sent: int = 0
    put_off: int = 0
    failed: int = 0
    trouble: tuple[str, ...] = ()


_M = OutgoingMessage
_MESSAGE = _M.id == sa.bindparam("message")
_OPEN: sa.ColumnElement[bool] = sa.literal_column(
    "outgoing_message.status IN ('waiting', 'sending', 'failed')", sa.Boolean
)
"""The condition of `ix_outgoing_message_open`."""
_OF_CHANNEL = _M.channel.in_(sa.bindparam("channels", expanding=True))
_IS_DUE = sa.and_(_M.status == "waiting", sa.or_(_M.due_at.is_(None), _M.due_at <= utc_now()))
_RAN_OUT = sa.and_(_M.status == "sending", _M.lease_until <= utc_now())
_BEFORE = sa.bindparam("before", type_=_M.created_at.type)
_OLD = sa.and_(_M.channel == "mail", _M.status == "waiting", _M.created_at < _BEFORE)
_DUE = (
    sa.select(
        *(_M.id, _M.kind, _M.channel, _M.target, _M.blob_sha, _M.dedupe_key, _M.attempts),
        utc_now().label("now"),
    )
    .where(_OPEN, _OF_CHANNEL, sa.or_(_IS_DUE, sa.and_(_M.channel == "folder", _RAN_OUT)), sa.not_(_OLD))
    .order_by(_M.id)
    .limit(sa.bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_LOST = (
    sa.select(_M.id, _M.target)
    .where(_OPEN, _OF_CHANNEL, _M.channel == "mail", _RAN_OUT)
    .order_by(_M.id)
    .with_for_update(skip_locked=True)
)
_STALE = sa.select(_M.id).where(_OPEN, _OLD).order_by(_M.id).limit(500).with_for_update(skip_locked=True)
_TO_DO = sa.select(_M.id).where(_OPEN, _OF_CHANNEL, sa.or_(_IS_DUE, _RAN_OUT)).limit(1)
_LEASE = (
    sa.update(_M)
    .where(_MESSAGE)
    .values(
        status="sending",
        lease_until=sa.bindparam("until", type_=_M.lease_until.type),
        leased_by=sa.bindparam("who"),
        attempts=_M.attempts + 1,
        error="",
        error_code="",
        due_at=None,
    )
)
_END = (
    sa.update(_M)
    .where(_MESSAGE)
    .values(
        status=sa.bindparam("to"),
        due_at=sa.bindparam("next", type_=_M.due_at.type),
        lease_until=None,
        leased_by="",
        error=sa.bindparam("why"),
        error_code=sa.bindparam("named"),
    )
)
_SENT = (
    sa.update(_M)
    .where(_MESSAGE)
    .values(status="sent", lease_until=None, leased_by="", error="", error_code="", sent_at=utc_now())
)
_HELD = (
    sa.select(_M.id, _M.error, _M.error_code, utc_now().label("now"))
    .where(
        _MESSAGE,
        _M.status == "sending",
        _M.leased_by == sa.bindparam("who"),
        _M.attempts == sa.bindparam("attempt"),
    )
    .with_for_update()
)
_ONE = sa.select(_M.id, _M.status, _M.target, _M.error_code).where(_MESSAGE).with_for_update()
_AGAIN = (
    sa.update(_M).where(_MESSAGE).values(status="waiting", due_at=None, attempts=0, error="", error_code="")
)
_CANCEL = sa.update(_M).where(_MESSAGE).values(status="cancelled", due_at=None)
_BYTES = sa.select(Blob.bytes).where(Blob.sha256 == sa.bindparam("sha"))
_NOW = sa.select(utc_now())


@use_case(Permission.SHIPMENT_DELIVER)
def take_messages(
    tx: Transaction, channels: tuple[str, ...], limit: int = 1, lease_seconds: int = LEASE_SECONDS
) -> tuple[TakenMessage, ...]:
    """Take up to `limit` due messages of these channels under a lease, oldest first; nobody else gets them until it runs out.

    A letter whose lease ran out is not taken again: it may have gone, and a person is asked. One that waited too long is
    cancelled.

    Raises:
        BadInput: a limit or lease below one.
    """
    if limit < 1 or lease_seconds < 1:
        raise BadInput("At least one message is taken, for at least a second.", limit=limit)
    now: datetime = tx.execute(_NOW).scalar_one()
    before = {"before": now - timedelta(days=FRESH_DAYS)}
    ends = [
        _ended(row.id, "failed", PerhapsSent(row.target).message, PERHAPS)
        for row in tx.execute(_LOST, {"channels": list(channels)})
    ]
    if "mail" in channels:
        old = f"It could not be sent within {FRESH_DAYS} days."
        ends += [_ended(row.id, "cancelled", old, TOO_OLD) for row in tx.execute(_STALE, before)]
    if ends:
        tx.execute(_END, ends)
    due = tx.execute(_DUE, {"channels": list(channels), "limit": limit, **before}).all()
    taken = tuple(
        TakenMessage(
            *(row.id, row.kind, row.channel, row.target, row.blob_sha, row.dedupe_key, row.attempts + 1)
        )
        for row in due
    )
    if taken:
        lease = {"until": now + timedelta(seconds=lease_seconds), "who": _holder(tx)}
        tx.execute(_LEASE, [{"message": one.id, **lease} for one in taken])
    for message_id in (*(one.id for one in taken), *(end["message"] for end in ends)):
        tx.changed("outgoing_message", message_id)
    return taken


@use_case(Permission.SHIPMENT_DELIVER)
def mark_sent(tx: Transaction, message_id: int, attempt: int) -> MessageEnd:
    """Say that a message taken here went out.

    Raises:
        LeaseLost: a person or another desk has decided about it meanwhile.
    """
    _held(tx, message_id, attempt)
    tx.execute(_SENT, {"message": message_id})
    return MessageEnd(message_id, "sent")


@use_case(Permission.SHIPMENT_DELIVER)
def mark_unsent(
    tx: Transaction, message_id: int, attempt: int, reason: str, code: str = "", final: bool = False
) -> MessageEnd:
    """Say that an attempt did not go through: the message waits, longer each time; `final` where a person has to look at it.

    One that was called back while it was being sent is cancelled, unless it may have gone.

    Raises:
        LeaseLost: a person or another desk has decided about it meanwhile.
    """
    row = _held(tx, message_id, attempt)
    now: datetime = row.now
    if row.error_code == RECALLED and code != PERHAPS:
        tx.execute(_END, _ended(message_id, "cancelled", row.error, RECALLED))
        return MessageEnd(message_id, "cancelled")
    if final or attempt >= MOST_ATTEMPTS:
        tx.execute(_END, _ended(message_id, "failed", reason, code))
        return MessageEnd(message_id, "failed")
    due_at = now + timedelta(seconds=back_off(attempt))
    tx.execute(_END, _ended(message_id, "waiting", reason, code) | {"next": due_at})
    return MessageEnd(message_id, "waiting", due_at)


@use_case(Permission.SHIPMENT_DELIVER)
def retry_message(tx: Transaction, message_id: int) -> MessageEnd:
    """Let a message that waits or failed be sent as soon as possible; one that may have gone goes a second time by this decision.

    Raises:
        Conflict: it is being sent, was sent or was cancelled.
        NotFound: there is no such message.
    """
    _one(tx, message_id, ("waiting", "failed"), "tried again")
    tx.execute(_AGAIN, {"message": message_id})
    return MessageEnd(message_id, "waiting")


@use_case(Permission.SHIPMENT_DELIVER)
def cancel_message(tx: Transaction, message_id: int) -> MessageEnd:
    """Take a message out of the outbox that has not gone.

    Raises:
        Conflict: it is being sent, was sent or was cancelled.
        NotFound: there is no such message.
    """
    _one(tx, message_id, ("waiting", "failed"), "cancelled")
    tx.execute(_CANCEL, {"message": message_id})
    return MessageEnd(message_id, "cancelled")


@use_case(Permission.SHIPMENT_DELIVER)
def confirm_sent(tx: Transaction, message_id: int) -> MessageEnd:
    """Answer that a letter went out of which nobody knew.

    Raises:
        Conflict: nobody asks.
        NotFound: there is no such message.
    """
    row = _one(tx, message_id, ("failed",), "noted as sent")
    if row.error_code != PERHAPS:
        raise Conflict(
            f"The message to {row.target} did not go.", hint="Try it again, or cancel it.", target=row.target
        )
    tx.execute(_SENT, {"message": message_id})
    return MessageEnd(message_id, "sent")


def recalling(why: str | sa.BindParameter[str], *which: sa.ColumnElement[bool]) -> sa.Update:
    """The statement that calls back messages that have not gone; one that is being sent now goes no second time.

    Args:
        why: What a person reads beside it.
        which: Further conditions.
    """
    status = sa.case((_M.status == "sending", "sending"), else_="cancelled")
    return (
        sa.update(_M)
        .where(_M.status.in_(("waiting", "sending", "failed")), *which)
        .values(status=status, error=why, error_code=RECALLED)
    )


Sender = Callable[[TakenMessage, bytes], None]


def senders(mail: MailSender | None) -> Mapping[str, Sender]:
    """Who sends what at this desk: files everywhere, letters where a mail server is set."""
    found: dict[str, Sender] = {"folder": lambda message, data: write_message(message.target, data)}
    if mail is not None:
        found["mail"] = lambda message, data: mail.send(data, message.dedupe_key)
    return found


def send_waiting(ctx: Context, ways: Mapping[str, Sender], most: int = 100) -> OutboxRun:
    """Send what is due, oldest first, up to `most`; asked while nothing is due, it writes nothing.

    A channel that does not answer is left alone for the rest of the run, so that a server which is away holds nobody up for long.

    Raises:
        NotAllowed: the right is missing.
    """
    ctx = ctx.once("")
    ctx.require(Permission.SHIPMENT_DELIVER)
    left = dict(ways)
    ends: list[MessageEnd] = []
    why: list[str] = []
    while left and len(ends) < most and _anything(ctx, tuple(left)):
        taken = take_messages(ctx, tuple(sorted(left)))
        if not taken:
            break
        message = taken[0]
        with ctx.reading() as connection:
            data: bytes = connection.execute(_BYTES, {"sha": message.sha256}).scalar_one()
        try:
            left[message.channel](message, data)
        except AppError as error:
            final = isinstance(error, PerhapsSent | Refused)
            why.append(error.message)
            if not isinstance(error, Refused):
                left.pop(message.channel)
            with suppress(LeaseLost):
                ends.append(
                    mark_unsent(ctx, message.id, message.attempt, error.message, error.code, final=final)
                )
            continue
        with suppress(LeaseLost):
            ends.append(mark_sent(ctx, message.id, message.attempt))
    count = [end.status for end in ends].count
    return OutboxRun(count("sent"), count("waiting"), count("failed"), tuple(dict.fromkeys(why)))


def message_bytes(connection: Connection, sha256: str) -> bytes:
    """A stored message.

    Raises:
        NotFound: nothing is stored under this hash.
    """
    found = must_find(connection.execute(_BYTES, {"sha": sha256}).first(), "message", 0)
    data: bytes = found.bytes
    return data


def _anything(ctx: Context, channels: tuple[str, ...]) -> bool:
    with ctx.reading() as connection:
        return connection.execute(_TO_DO, {"channels": list(channels)}).first() is not None


def _ended(message_id: int, status: str, why: str, named: str) -> dict[str, Any]:
    return {"message": message_id, "to": status, "next": None, "why": why, "named": named}


def _holder(tx: Transaction) -> str:
    return f"{tx.actor}@{tx.desk}"


def _held(tx: Transaction, message_id: int, attempt: int) -> Any:
    row = tx.execute(_HELD, {"message": message_id, "who": _holder(tx), "attempt": attempt}).first()
    if row is None:
        raise LeaseLost(message_id)
    tx.changed("outgoing_message", message_id)
    return row


def _one(tx: Transaction, message_id: int, states: tuple[str, ...], what: str) -> Any:
    row = must_find(tx.execute(_ONE, {"message": message_id}).first(), "message", message_id)
    if row.status not in states:
        raise Conflict(
            f"The message to {row.target} is {row.status}; it cannot be {what}.",
            hint="Look at it again; another desk may have been first.",
            target=row.target,
            status=row.status,
        )
    tx.changed("outgoing_message", message_id)
    return row
