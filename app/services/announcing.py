"""Telling customers: a despatch advice and a letter when a shipment leaves, a letter when a parcel is late or lost.

In the transaction that ships, only a job is put in line, and only where somebody wants to hear of it. The job makes the bytes
outside any transaction and stores them in `outgoing_message`, once a shipment and hand-over; `app/services/outbox.py` sends them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.documents.mails import MAILS, Letter
from app.domain.permissions import Permission
from app.errors import AppError, Conflict, Refused
from app.integrations.mail import compose
from app.integrations.messages import desadv, despatch_advice
from app.integrations.messages.content import NotAnnounceable
from app.models import (
    Address,
    CarrierService,
    Customer,
    Job,
    OutgoingMessage,
    Package,
    SalesOrder,
    Shipment,
)
from app.models.bulk import BulkInsert
from app.services.context import Context, use_case
from app.services.despatch_advice import despatch_content, letter_content, read_head
from app.services.outbox import recalling
from app.services.rows import insert_blob, insert_new, must_find

ANNOUNCE = "announce"
"""The kind of job; its payload names the shipment and when it left."""
NOTICES = {"lost": "loss_notice", "loaded": "delay_notice"}
"""The letter that is proposed for a parcel under way in this state."""
_FORMATS = {
    "edifact": ("despatch_edifact", desadv, "application/edifact", "edi"),
    "ubl": ("despatch_ubl", despatch_advice, "application/xml", "xml"),
}


class NoMailAddress(Refused):
    """A customer cannot be written to."""

    code = "notice.no_address"

    def __init__(self, customer: str) -> None:
        super().__init__(
            f"No mail address of {customer} is known.",
            hint="Enter it with the delivery address, or call them.",
            customer=customer,
        )


class AlreadyTold(Conflict):
    """The customer got this letter already."""

    code = "notice.already_told"

    def __init__(self, customer: str) -> None:
        super().__init__(
            f"{customer} has this letter already.",
            hint="Look into the outbox; write by hand what is new.",
            customer=customer,
        )


@dataclass(frozen=True, slots=True)
class NewMessage:
    """A message to be stored; `target` is a mail address, or a file by its whole path."""

    kind: str
    channel: str
    target: str
    subject: str
    language: str
    data: bytes
    media_type: str
    dedupe_key: str
    package_id: int | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A letter about a parcel, not sent yet."""

    package_id: int
    kind: str
    to: str
    customer: str
    letter: Letter


MAILABLE = sa.or_(
    sa.exists().where(
        Address.id == sa.func.coalesce(Shipment.ship_address_id, SalesOrder.ship_address_id),
        Address.email != "",
    ),
    sa.exists().where(Address.id == SalesOrder.bill_address_id, Address.email != ""),
)
_WANTED = (
    sa.select(Shipment.id, Shipment.shipped_at)
    .join(SalesOrder, SalesOrder.id == Shipment.order_id)
    .join(Customer, Customer.id == SalesOrder.customer_id)
    .outerjoin(CarrierService, CarrierService.id == Shipment.carrier_service_id)
    .where(
        Shipment.id.in_(sa.bindparam("ids", expanding=True)),
        Shipment.kind.in_(("sale", "replacement")),
        ~sa.func.coalesce(CarrierService.collected, sa.false()),
        sa.or_(Customer.despatch_advice != "", sa.and_(Customer.notices, MAILABLE)),
    )
    .order_by(Shipment.id)
)
IN_LINE = BulkInsert(Job, ("kind", "payload", "dedupe_key"), ("id",))
_LOCKED = (
    sa.select(Shipment.number, Shipment.state, Shipment.shipped_at)
    .where(Shipment.id == sa.bindparam("shipment"))
    .with_for_update(of=Shipment, key_share=True)
)
_RECALL = recalling(
    "The hand-over was taken back.",
    OutgoingMessage.shipment_id.in_(sa.bindparam("ids", expanding=True)),
    OutgoingMessage.kind != "pickup_notice",  # it tells of no hand-over (`pickup_letters.py`)
)
_PARCEL = sa.select(Package.id, Package.sscc, Package.state, Package.shipment_id).where(
    Package.id == sa.bindparam("package"), Package.kind == "parcel"
)
_TOLD = sa.select(OutgoingMessage.dedupe_key).where(
    OutgoingMessage.dedupe_key.in_(sa.bindparam("keys", expanding=True))
)


def announce_shipped(tx: Transaction, shipment_ids: Sequence[int]) -> None:
    """Put in line that customers be told of shipments that leave in this transaction, those who want to hear of it."""
    rows = [
        {"kind": ANNOUNCE, "payload": json.dumps({"shipment": row.id}), "dedupe_key": _key(ANNOUNCE, row)}
        for row in tx.execute(_WANTED, {"ids": list(shipment_ids)})
    ]
    for made in IN_LINE(tx, rows):
        tx.changed("job", made.id)


def recall_messages(tx: Transaction, shipment_ids: Sequence[int]) -> None:
    """Cancel what has not been sent of shipments that did not leave after all."""
    if shipment_ids and tx.execute(_RECALL, {"ids": list(shipment_ids)}).rowcount:
        tx.changed("outgoing_message")


def announce(ctx: Context, payload: str) -> int:
    """Make and store what is told about a shipment that left; how many messages. The work of an `announce` job.

    A shipment that came back meanwhile is not announced. What cannot be made holds up nothing else: the first reason is raised
    once all others are stored.

    Raises:
        NotAnnounceable: something is missing that the despatch advice needs.
        NotAllowed: the right to hand over is missing.
    """
    ctx.require(Permission.SHIPMENT_SHIP)
    shipment_id = int(json.loads(payload)["shipment"])
    messages: list[NewMessage] = []
    trouble: AppError | None = None
    with ctx.reading() as connection:
        head = read_head(connection, shipment_id)
        if head.state not in ("shipped", "delivered") or head.shipped_at is None:
            return 0
        if head.advice:
            try:
                messages.append(_advice(connection, head))
            except AppError as error:
                trouble = error
        if head.notices and head.email and not head.collected:
            content = letter_content(connection, head)
            letter = MAILS["parcel_notice"](content)
            try:
                messages.append(letter_message("parcel_notice", head, letter, _key("parcel_notice", head)))
            except AppError as error:
                trouble = trouble or error
    stored = store_messages(ctx.once(""), shipment_id, head.shipped_at, tuple(messages)) if messages else 0
    if trouble is not None:
        raise trouble
    return stored


@use_case(Permission.SHIPMENT_SHIP)
def store_messages(
    tx: Transaction, shipment_id: int, shipped_at: datetime, messages: tuple[NewMessage, ...]
) -> int:
    """Keep messages about a shipment until they are sent, each once; how many are new. None if it came back meanwhile.

    Raises:
        NotFound: there is no such shipment.
    """
    head = must_find(tx.execute(_LOCKED, {"shipment": shipment_id}).first(), "shipment", shipment_id)
    if head.state not in ("shipped", "delivered") or head.shipped_at != shipped_at:
        return 0
    return sum(store_message(tx, shipment_id, message) is not None for message in messages)


def propose_notice(connection: Connection, package_id: int) -> Proposal:
    """The letter that fits a parcel under way: that it is late, or lost. Nothing is sent.

    Raises:
        NotFound: there is no such parcel.
        Conflict: it is not under way.
        NoMailAddress: the customer has none.
        AlreadyTold: they have this letter.
    """
    parcel = must_find(connection.execute(_PARCEL, {"package": package_id}).first(), "parcel", package_id)
    kind = NOTICES.get(parcel.state)
    if kind is None:
        raise Conflict(
            f"Parcel {parcel.sscc} is {parcel.state}, not under way.",
            hint="Look at it again; another desk may have been first.",
            sscc=parcel.sscc,
            state=parcel.state,
        )
    head = read_head(connection, parcel.shipment_id)
    if not head.email:
        raise NoMailAddress(head.customer)
    if connection.execute(_TOLD, {"keys": [_notice_key(kind, package_id)]}).first() is not None:
        raise AlreadyTold(head.customer)
    letter = MAILS[kind](letter_content(connection, head, package_id))
    return Proposal(package_id, kind, head.email, head.customer, letter)


def send_notice(ctx: Context, package_id: int) -> int:
    """Put the proposed letter about a parcel into the outbox, once ever; the message's id.

    Raises:
        NotAllowed: the right is missing.
        AppError: as `propose_notice`; or the mail address is none.
    """
    ctx.require(Permission.SHIPMENT_DELIVER)
    with ctx.reading() as connection:
        proposal = propose_notice(connection, package_id)
        parcel = connection.execute(_PARCEL, {"package": package_id}).one()
        head = read_head(connection, parcel.shipment_id)
    message = letter_message(
        proposal.kind, head, proposal.letter, _notice_key(proposal.kind, package_id), package_id
    )
    return store_notice(ctx, parcel.shipment_id, message, proposal.customer)


@use_case(Permission.SHIPMENT_DELIVER)
def store_notice(tx: Transaction, shipment_id: int, message: NewMessage, customer: str) -> int:
    """Keep a letter about a parcel until it is sent; its id.

    Raises:
        AlreadyTold: it is there already.
    """
    made = store_message(tx, shipment_id, message)
    if made is None:
        raise AlreadyTold(customer)
    return made


def store_message(tx: Transaction, shipment_id: int, message: NewMessage) -> int | None:
    """Keep a message about a shipment; its id, None where its key is there already."""
    sha = insert_blob(tx, message.data, message.media_type)
    values = {
        "kind": message.kind,
        "channel": message.channel,
        "target": message.target,
        "shipment_id": shipment_id,
        "package_id": message.package_id,
        "language": message.language,
        "subject": message.subject,
        "blob_sha": sha,
        "dedupe_key": message.dedupe_key,
    }
    made = insert_new(tx, OutgoingMessage, values)
    if made is not None:
        tx.changed("outgoing_message", made)
    return made


def _advice(connection: Connection, head: Any) -> NewMessage:
    kind, render, media_type, ending = _FORMATS[head.advice]
    content = despatch_content(connection, head)
    if not head.folder.strip():
        raise NotAnnounceable("a folder to be written to", head.customer)
    # One name for one departure: written again, a file takes its own place.
    name = f"{head.number}-{content.control}.{ending}"
    target = f"{head.folder.strip().rstrip('/')}/{name}"
    return NewMessage(
        *(kind, "folder", target, head.number, head.language, render(content), media_type), _key(kind, head)
    )


def letter_message(
    kind: str, head: Any, letter: Letter, key: str, package_id: int | None = None
) -> NewMessage:
    """A letter as a message to the customer of a shipment.

    Raises:
        BadInput: the mail address is none.
    """
    data = compose(head.email, letter.subject, letter.text, letter.html)
    return NewMessage(
        *(kind, "mail", head.email.strip(), letter.subject, head.language, data, "message/rfc822", key),
        package_id,
    )


def _key(what: str, row: Any) -> str:
    return f"{what}:{row.id}:{row.shipped_at:%Y%m%dT%H%M%S%f}"


def _notice_key(kind: str, package_id: int) -> str:
    return f"{kind}:{package_id}"
