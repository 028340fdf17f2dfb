"""What happens to parcels after the bench: pick-ups by carriers, tracking, hand-over, and what is told to customers."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Actor, Base, Code, Counter, DeskName, Id, Instant, Now, Text, Version, fk, one_of

_OPEN_MANIFEST = sa.text("state IN ('open', 'closed')")


class Manifest(Base):
    """A carrier's pick-up (or a truck): the parcels that go with it, its paper, and the proof that it was handed over."""

    __tablename__ = "manifest"
    id: Mapped[Id]
    number: Mapped[Code] = mapped_column(unique=True)
    state: Mapped[str] = mapped_column(server_default="open")
    carrier_id: Mapped[int] = fk("carrier.id")
    warehouse_id: Mapped[int] = fk("warehouse.id")
    vehicle: Mapped[Text]
    driver: Mapped[Text]
    signature_sha: Mapped[str | None] = mapped_column(sa.Text, sa.ForeignKey("blob.sha256"), index=True)
    paper_sha: Mapped[str | None] = mapped_column(sa.Text, sa.ForeignKey("blob.sha256"), index=True)
    table_sha: Mapped[str | None] = mapped_column(sa.Text, sa.ForeignKey("blob.sha256"), index=True)
    created_at: Mapped[Now]
    created_by: Mapped[Actor]
    closed_at: Mapped[Instant | None]
    handed_at: Mapped[Instant | None]
    handed_by: Mapped[Text]
    version: Mapped[Version]
    __table_args__ = (
        sa.CheckConstraint(
            "state <> 'handed_over' OR (handed_at IS NOT NULL AND (driver <> '' OR signature_sha IS NOT NULL))",
            name="proof",
        ),
        sa.Index("ix_manifest_open", "id", postgresql_where=_OPEN_MANIFEST, sqlite_where=_OPEN_MANIFEST),
    )


TRACKING_CODES = (
    "accepted",
    "in_transit",
    "out_for_delivery",
    "delivered",
    "exception",
    "returned",
    "lost",
)


_UNKNOWN_NUMBER = sa.text("package_id IS NULL")
_OPEN_UNKNOWN = sa.text("package_id IS NULL AND dismissed_at IS NULL")


class TrackingEvent(Base):
    """What a carrier says of a parcel, once: `happened_at` is the carrier's time, `source` where it was read.

    `number` is what the carrier called the parcel. Events of numbers that nobody knows are kept without a parcel, until the
    number is known or a person puts them aside (`dismissed_at`).
    """

    __tablename__ = "tracking_event"
    id: Mapped[Id]
    package_id: Mapped[int | None] = fk("package.id")
    number: Mapped[Text]
    happened_at: Mapped[Instant]
    code: Mapped[Code]
    words: Mapped[Text]
    place: Mapped[Text]
    source: Mapped[Text]
    read_at: Mapped[Now]
    dismissed_at: Mapped[Instant | None]
    __table_args__ = (
        sa.UniqueConstraint("package_id", "happened_at", "code", "words"),
        one_of("code", TRACKING_CODES),
        sa.CheckConstraint("package_id IS NOT NULL OR number <> ''", name="named"),
        sa.Index(
            "uq_tracking_event_unknown",
            *("number", "happened_at", "code", "words"),
            unique=True,
            postgresql_where=_UNKNOWN_NUMBER,
            sqlite_where=_UNKNOWN_NUMBER,
        ),
        sa.Index(
            "ix_tracking_event_unknown", "id", postgresql_where=_OPEN_UNKNOWN, sqlite_where=_OPEN_UNKNOWN
        ),
    )


class HandOver(Base):
    """Goods that a customer fetched: who took them, against which code, with a signature where one was drawn."""

    __tablename__ = "hand_over"
    id: Mapped[Id]
    shipment_id: Mapped[int] = fk("shipment.id", index=True)
    name: Mapped[Code]
    signature_sha: Mapped[str | None] = mapped_column(sa.Text, sa.ForeignKey("blob.sha256"), index=True)
    at: Mapped[Now]
    by: Mapped[Actor]
    undone_at: Mapped[Instant | None]
    __table_args__ = (sa.CheckConstraint("name <> ''", name="name"),)


MESSAGE_KINDS = (
    *("despatch_edifact", "despatch_ubl"),
    *("parcel_notice", "delay_notice", "loss_notice", "pickup_notice"),
    *("order_confirmation", "order_response_edifact", "order_response_ubl", "order_delay", "return_notice"),
)
_OPEN_MESSAGE = sa.text("status IN ('waiting', 'sending', 'failed')")


class OutgoingMessage(Base):
    """What is told to somebody outside, stored before it is sent and sent once.

    `channel` 'folder' writes a file to `target`, 'mail' sends to the address `target`. `dedupe_key` names the thing that is
    told. `sending` means that it may have gone.
    """

    __tablename__ = "outgoing_message"
    id: Mapped[Id]
    kind: Mapped[Code]
    channel: Mapped[Code]
    target: Mapped[Code]
    shipment_id: Mapped[int | None] = fk("shipment.id", index=True)
    package_id: Mapped[int | None] = fk("package.id", index=True)
    order_id: Mapped[int | None] = fk("sales_order.id", index=True)
    return_id: Mapped[int | None] = fk("return_order.id", index=True)
    language: Mapped[str] = mapped_column(server_default="en")
    subject: Mapped[Text]
    blob_sha: Mapped[str] = mapped_column(sa.Text, sa.ForeignKey("blob.sha256"), index=True)
    dedupe_key: Mapped[Code] = mapped_column(unique=True)
    status: Mapped[str] = mapped_column(server_default="waiting")
    attempts: Mapped[Counter]
    error: Mapped[Text]
    error_code: Mapped[Text]
    due_at: Mapped[Instant | None]
    lease_until: Mapped[Instant | None]
    leased_by: Mapped[Text]
    created_at: Mapped[Now]
    created_by: Mapped[Actor]
    sent_at: Mapped[Instant | None]
    __table_args__ = (
        one_of("kind", MESSAGE_KINDS),
        one_of("channel", ("folder", "mail")),
        one_of("status", ("waiting", "sending", "sent", "failed", "cancelled")),
        sa.Index(
            "ix_outgoing_message_open", "id", postgresql_where=_OPEN_MESSAGE, sqlite_where=_OPEN_MESSAGE
        ),
    )


_OPEN_CALL = sa.text("answered_at IS NULL")


class HelpCall(Base):
    """Somebody at a bench calls a supervisor; it stays until somebody says that they come."""

    __tablename__ = "help_call"
    id: Mapped[Id]
    at: Mapped[Now]
    actor: Mapped[Actor]
    desk: Mapped[DeskName]
    shipment_id: Mapped[int | None] = fk("shipment.id", index=True)
    note: Mapped[Text]
    answered_at: Mapped[Instant | None]
    answered_by: Mapped[Text]
    __table_args__ = (
        sa.Index("ix_help_call_open", "id", postgresql_where=_OPEN_CALL, sqlite_where=_OPEN_CALL),
    )
