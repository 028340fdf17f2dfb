"""Letters about orders: the confirmation with its paper, and word that a promise will not be kept. Each is stored, then sent.

Where a customer wants confirmations by mail, a job is put in line by the transaction that confirms (`order_answers.py`). It makes
paper and letter outside any transaction; `app/services/outbox.py` sends them. A confirmation goes once for each version of an
order, word of a delay once for each promise.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.documents import document
from app.documents.label_formats import PDF
from app.documents.mails import Letter
from app.documents.mails_orders import OrderLetter, order_letter
from app.documents.words import day
from app.documents.words_orders import amount
from app.domain.permissions import Permission
from app.errors import Conflict
from app.integrations.mail import Attached, compose
from app.models import OutgoingMessage, SalesOrder
from app.queries.days import today
from app.queries.order_ready import NOTHING, ready
from app.services.announcing import AlreadyTold, NoMailAddress
from app.services.context import Context, use_case
from app.services.mail_templates import written
from app.services.order_answers import answer_job
from app.services.order_papers import CONFIRMED, PAPER, NotConfirmed, confirmation_content, read_order
from app.services.paper_brand import brand_of
from app.services.papers import language_of
from app.services.rows import insert_blob, insert_new

DELAY = "order_delay"
_TRIES = 3
_NOW: Any = (
    sa.select(SalesOrder.state, SalesOrder.version)
    .where(SalesOrder.id == sa.bindparam("order"))
    .with_for_update(of=SalesOrder, read=True)
)
_TOLD = sa.select(OutgoingMessage.id).where(OutgoingMessage.dedupe_key == sa.bindparam("key"))


class OrderMoved(Conflict):
    """An order was changed again and again while its paper was drawn."""

    code = "order.moved"

    def __init__(self, order: str) -> None:
        super().__init__(f"Order {order} is being changed.", hint="Try again in a moment.", order=order)


class NotLate(Conflict):
    """There is nothing to tell a customer about the day of an order."""

    code = "order.not_late"


@dataclass(frozen=True, slots=True)
class OrderProposal:
    """A letter about an order, not sent yet."""

    order_id: int
    order: str
    kind: str
    to: str
    customer: str
    letter: Letter


@dataclass(frozen=True, slots=True)
class _Message:
    kind: str
    order_id: int
    version: int
    target: str
    subject: str
    language: str
    data: bytes
    key: str


def answer_by_mail_or_message(ctx: Context, payload: str) -> int:
    """The work of an `answer_order` job: the answer as its customer wants it; how many messages.

    Raises:
        AppError: it cannot be made; what it lacks.
    """
    order_id = int(json.loads(payload)["order"])
    ctx.require(Permission.ORDER_CONFIRM)
    with ctx.reading() as connection:
        row = read_order(connection, order_id)
    if row.order_answer != "mail":
        return answer_job(ctx, payload)
    if row.state not in CONFIRMED:
        return 0
    return 1 if _confirm(ctx.once(""), order_id) is not None else 0


def send_confirmation(ctx: Context, order_id: int) -> int:
    """Put the confirmation of an order into the outbox, whatever its customer wants by themselves; the message's id.

    Raises:
        AlreadyTold: this version of the order was confirmed by mail.
        NotConfirmed: it is a quote, a draft or cancelled.
        NoMailAddress: the customer has none.
        NoAddress, NotPrintable, DoesNotFit: the paper cannot be set.
        BadInput: the mail address is none.
        NotFound: there is no such order.
        NotAllowed: the right to confirm orders is missing.
    """
    ctx.require(Permission.ORDER_CONFIRM)
    made = _confirm(ctx, order_id)
    if made is None:
        with ctx.reading() as connection:
            raise AlreadyTold(read_order(connection, order_id).customer)
    return made


def _confirm(ctx: Context, order_id: int) -> int | None:
    """Make and keep a confirmation; None where it is there. Drawn anew where the order was changed meanwhile."""
    number = ""
    for _ in range(_TRIES):
        with ctx.reading() as connection:
            row = read_order(connection, order_id)
            number = row.number
            if row.state not in CONFIRMED:
                raise NotConfirmed(row.number, row.state)
            if not row.email:
                raise NoMailAddress(row.customer)
            key = f"{PAPER}:{order_id}:{row.version}"
            if connection.execute(_TOLD, {"key": key}).first() is not None:
                return None
            content = confirmation_content(connection, order_id)
            letter = _letter(connection, PAPER, row)
        pdf = document(PAPER).render(content)
        attached = Attached(f"{row.number}.pdf", PDF, pdf)
        data = compose(row.email, letter.subject, letter.text, letter.html, [attached])
        message = _message(PAPER, row, letter, data, key)
        made, moved = _store(ctx, message)
        if not moved:
            return made
    raise OrderMoved(number)


def propose_delay(connection: Connection, order_id: int) -> OrderProposal:
    """The letter that says that an order will be later than promised. Nothing is sent.

    Raises:
        NotConfirmed: it is not confirmed, or has left.
        NotLate: no day was promised.
        NoMailAddress: the customer has none.
        AlreadyTold: they were told about this promise.
        NotFound: there is no such order.
    """
    row = read_order(connection, order_id)
    _check_delay(connection, row)
    return OrderProposal(
        order_id, row.number, DELAY, row.email, row.customer, _letter(connection, DELAY, row)
    )


def send_delay(ctx: Context, order_id: int) -> int:
    """Put word that an order will be late into the outbox, once for each promise; the message's id.

    Raises:
        AppError: as `propose_delay`; or the mail address is none.
        NotAllowed: the right to confirm orders is missing.
    """
    ctx.require(Permission.ORDER_CONFIRM)
    number = ""
    for _ in range(_TRIES):
        with ctx.reading() as connection:
            row = read_order(connection, order_id)
            number = row.number
            _check_delay(connection, row)
            letter = _letter(connection, DELAY, row)
        data = compose(row.email, letter.subject, letter.text, letter.html)
        made, moved = _store(ctx, _message(DELAY, row, letter, data, _delay_key(row)))
        if moved:
            continue
        if made is None:
            raise AlreadyTold(row.customer)
        return made
    raise OrderMoved(number)


@use_case(Permission.ORDER_CONFIRM)
def _store(tx: Transaction, message: _Message) -> tuple[int | None, bool]:
    """Keep a letter about an order until it is sent: its id (None where it is there), and whether the order has moved on."""
    now = tx.execute(_NOW, {"order": message.order_id}).first()
    if now is None or now.version != message.version or now.state not in CONFIRMED:
        return None, True
    sha = insert_blob(tx, message.data, "message/rfc822")
    values = {
        "kind": message.kind,
        "channel": "mail",
        "target": message.target,
        "order_id": message.order_id,
        "language": message.language,
        "subject": message.subject,
        "blob_sha": sha,
        "dedupe_key": message.key,
    }
    made = insert_new(tx, OutgoingMessage, values)
    if made is not None:
        tx.changed("outgoing_message", made)
    return made, False


def _message(kind: str, row: Any, letter: Letter, data: bytes, key: str) -> _Message:
    return _Message(
        kind, row.id, row.version, row.email.strip(), letter.subject, language_of(row.language), data, key
    )


def _check_delay(connection: Connection, row: Any) -> None:
    if row.state != "confirmed":
        raise NotConfirmed(row.number, row.state)
    if row.promised_on is None:
        raise NotLate(
            f"Order {row.number} was promised for no day.",
            hint="Write to the customer by hand.",
            order=row.number,
        )
    if not row.email:
        raise NoMailAddress(row.customer)
    if connection.execute(_TOLD, {"key": _delay_key(row)}).first() is not None:
        raise AlreadyTold(row.customer)


def _delay_key(row: Any) -> str:
    return f"{DELAY}:{row.id}:{row.promised_on:%Y%m%d}"


def _letter(connection: Connection, kind: str, row: Any) -> Letter:
    """A letter in the order's language, with what its blanks say."""
    language = language_of(row.language)
    brand_name = brand_of(connection).name or row.warehouse
    values = {
        "order": row.number,
        "reference": row.customer_reference,
        "customer": row.customer,
        "company": brand_name,
        "promised": day(row.promised_on, language) if row.promised_on else "",
    }
    if kind == PAPER:
        values["ordered"] = day(row.ordered_on, language)
        values["total"] = amount(row.total, row.currency, language)
    else:
        values["expected"] = _expected(connection, row)
    content = OrderLetter(row.person or "", brand_name, language, values)
    return order_letter(kind, content, written(connection, kind, language))


def _expected(connection: Connection, row: Any) -> str:
    """The day on which goods are expected that the order waits for, where that is later than promised; else nothing."""
    until = ready(connection, [row.id], today(connection)).get(row.id, NOTHING).until
    return day(until, language_of(row.language)) if until and until > row.promised_on else ""
