"""The folder of an order: every document that belongs to it; and what of it is told in the timeline. A statement a kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import (
    AppUser,
    Attachment,
    Blob,
    DocumentView,
    IntakeMessage,
    OrderCheck,
    OutgoingMessage,
    Package,
    PrintJob,
    SalesOrder,
    Shipment,
    ShippingLabel,
)

MOST = 200


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of an order.

    Attributes:
        kind: 'attachment', 'label', 'original', 'letter', or the kind of a printed paper (`print_job.document`).
        id: Of an attachment; 0 of others.
        title: What it is called.
        sha256: Of its bytes.
        media_type: What it is.
        at: Since when it is there.
        who: Who brought it.
    """

    kind: str
    id: int
    title: str
    sha256: str
    media_type: str
    at: datetime
    who: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """Something that happened to the documents, letters or checks of an order, for its timeline."""

    at: datetime
    who: str
    desk: str
    verb: str
    facts: Mapping[str, Any]


def _name(column: Any) -> Any:
    return sa.func.coalesce(sa.select(AppUser.name).where(AppUser.login == column).scalar_subquery(), column)


_MINE: sa.BindParameter[int] = sa.bindparam("order")
_OF_SHIPMENT = sa.select(Shipment.id).where(Shipment.order_id == _MINE)
_ATTACHED: Any = (
    sa.select(
        *(Attachment.id, Attachment.name, Attachment.blob_sha, Blob.media_type, Attachment.added_at),
        *(_name(Attachment.added_by).label("who"), Attachment.removed_at),
    )
    .join(Blob, Blob.sha256 == Attachment.blob_sha)
    .where(Attachment.order_id == _MINE)
    .order_by(Attachment.id.desc())
    .limit(MOST)
)
_LABELS: Any = (
    sa.select(ShippingLabel.tracking, ShippingLabel.blob_sha, Blob.media_type, Blob.stored_at, Package.sscc)
    .join(Package, Package.id == ShippingLabel.package_id)
    .join(Blob, Blob.sha256 == ShippingLabel.blob_sha)
    .where(Package.shipment_id.in_(_OF_SHIPMENT), ShippingLabel.voided_at.is_(None))
    .order_by(ShippingLabel.id.desc())
    .limit(MOST)
)
_NUMBERS = sa.union(
    sa.select(Shipment.number).where(Shipment.order_id == _MINE),
    sa.select(SalesOrder.number).where(SalesOrder.id == _MINE),
)
_PRINTED: Any = (
    sa.select(PrintJob.document, PrintJob.title, PrintJob.blob_sha, Blob.media_type, Blob.stored_at)
    .join(Blob, Blob.sha256 == PrintJob.blob_sha)
    .where(PrintJob.title.in_(_NUMBERS), ~PrintJob.copy)
    .order_by(PrintJob.id.desc())
    .limit(MOST)
)
_ORIGINALS: Any = (
    sa.select(IntakeMessage.name, IntakeMessage.blob_sha, Blob.media_type, IntakeMessage.received_at)
    .join(Blob, Blob.sha256 == IntakeMessage.blob_sha)
    .where(IntakeMessage.order_id == _MINE)
    .order_by(IntakeMessage.id.desc())
    .limit(MOST)
)
_LETTERS: Any = (
    sa.select(
        *(OutgoingMessage.kind, OutgoingMessage.channel, OutgoingMessage.target, OutgoingMessage.subject),
        *(OutgoingMessage.blob_sha, Blob.media_type, OutgoingMessage.status, OutgoingMessage.created_at),
        *(OutgoingMessage.sent_at, _name(OutgoingMessage.created_by).label("who")),
    )
    .join(Blob, Blob.sha256 == OutgoingMessage.blob_sha)
    .where(sa.or_(OutgoingMessage.order_id == _MINE, OutgoingMessage.shipment_id.in_(_OF_SHIPMENT)))
    .order_by(OutgoingMessage.id.desc())
    .limit(MOST)
)
_OPENED: Any = (
    sa.select(
        *(DocumentView.at, _name(DocumentView.actor).label("who"), DocumentView.desk),
        *(DocumentView.document, DocumentView.title),
    )
    .where(DocumentView.order_id == _MINE)
    .order_by(DocumentView.id.desc())
    .limit(MOST)
)
_CHECKS: Any = (
    sa.select(
        *(OrderCheck.code, OrderCheck.severity, OrderCheck.state, OrderCheck.opened_at),
        *(_name(OrderCheck.opened_by).label("opened_by"), OrderCheck.decided_at),
        _name(OrderCheck.decided_by).label("decided_by"),
    )
    .where(OrderCheck.order_id == _MINE)
    .order_by(OrderCheck.id.desc())
    .limit(MOST)
)


def folder(connection: Connection, order_id: int, *, letters: bool) -> tuple[Paper, ...]:
    """The documents of an order, the newest first.

    Args:
        connection: Where to read.
        order_id: Which order.
        letters: Whether the person may read what was sent and received, and papers with addresses.
    """
    given = {"order": order_id}
    found = [
        Paper("attachment", row.id, row.name, row.blob_sha, row.media_type, row.added_at, row.who)
        for row in connection.execute(_ATTACHED, given)
        if row.removed_at is None
    ]
    if letters:
        found += [
            Paper("label", 0, row.tracking or row.sscc, row.blob_sha, row.media_type, row.stored_at)
            for row in connection.execute(_LABELS, given)
        ]
        printed = {
            row.blob_sha: Paper(row.document, 0, row.title, row.blob_sha, row.media_type, row.stored_at)
            for row in connection.execute(_PRINTED, given)
        }
        found += printed.values()
        found += [
            Paper("original", 0, row.name, row.blob_sha, row.media_type, row.received_at)
            for row in connection.execute(_ORIGINALS, given)
        ]
        found += [
            Paper("letter", 0, row.subject or row.kind, row.blob_sha, row.media_type, row.created_at, row.who)
            for row in connection.execute(_LETTERS, given)
        ]
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def told(connection: Connection, order_id: int, *, letters: bool) -> tuple[Told, ...]:
    """What the timeline says of documents, letters and checks, the newest first; `letters` as `folder`."""
    given = {"order": order_id}
    found: list[Told] = []
    for row in connection.execute(_ATTACHED, given):
        found.append(Told(row.added_at, row.who, "", "attached", {"title": row.name}))
        if row.removed_at is not None:
            found.append(Told(row.removed_at, "", "", "detached", {"title": row.name}))
    for row in connection.execute(_OPENED, given):
        facts = {"title": row.title, "document": row.document}
        found.append(Told(row.at, row.who, row.desk, "document_opened", facts))
    for row in connection.execute(_CHECKS, given):
        facts = {"code": row.code, "severity": row.severity, "state": row.state}
        found.append(Told(row.opened_at, row.opened_by, "", "check_opened", facts))
        if row.decided_at is not None:
            found.append(Told(row.decided_at, row.decided_by, "", "check_decided", facts))
    for row in connection.execute(_LETTERS, given) if letters else ():
        facts = {"kind": row.kind, "target": row.target, "status": row.status}
        found.append(Told(row.created_at, row.who, "", "letter_written", facts))
        if row.sent_at is not None:
            found.append(Told(row.sent_at, "", "", "letter_sent", facts))
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))
