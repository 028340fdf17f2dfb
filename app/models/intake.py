"""Orders on their way in by file, shop, EDI and mail: where they are looked for, each message as it came, our words."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Code, Counter, Id, Instant, Now, Text, Version, Yes, fk, one_of

INTAKE_CHANNELS = ("table", "shopify", "woocommerce", "amazon", "edifact", "ubl", "other")
"""How orders are written that come in; `table` by an import profile, `other` as only a person can read it."""
_WAITING = sa.text("state IN ('waiting', 'conflict')")


class IntakeSource(Base):
    """Where orders are looked for: a folder that is watched, or a mailbox (IMAP) whose attachments are read.

    `place` is the folder, or imaps://host:port/mailbox (imap:// asks for TLS before anything is said).
    `channel` '' finds out by content.
    """

    __tablename__ = "intake_source"
    id: Mapped[Id]
    name: Mapped[Code] = mapped_column(unique=True)
    kind: Mapped[Code]
    place: Mapped[Code]
    login: Mapped[Text]
    channel: Mapped[Text]
    profile: Mapped[Text]
    active: Mapped[Yes]
    every_s: Mapped[int] = mapped_column(server_default="60")
    polled_at: Mapped[Instant | None]
    error: Mapped[Text]
    error_code: Mapped[Text]
    version: Mapped[Version]
    __table_args__ = (
        one_of("kind", ("folder", "imap")),
        sa.CheckConstraint("place <> '' AND every_s >= 5", name="place"),
    )


class IntakeMessage(Base):
    """One order as it came: its original bytes, how it was read (JSON text), what is odd about it, and what became of it.

    A file with several orders gives a row an order (`part` counts from 0). `dedupe_key` names the thing that came, so that it
    comes in once; the same external number with other content is a `conflict` for a person to look at.
    """

    __tablename__ = "intake_message"
    id: Mapped[Id]
    source_id: Mapped[int | None] = fk("intake_source.id", index=True)
    channel: Mapped[Code]
    profile: Mapped[Text]
    name: Mapped[Text]
    sender: Mapped[Text]
    subject: Mapped[Text]
    blob_sha: Mapped[str] = mapped_column(sa.Text, sa.ForeignKey("blob.sha256"), index=True)
    dedupe_key: Mapped[Code]
    part: Mapped[Counter]
    received_at: Mapped[Now]
    state: Mapped[str] = mapped_column(server_default="waiting")
    external_number: Mapped[Text]
    content_hash: Mapped[Text]
    customer_id: Mapped[int | None] = fk("customer.id", index=True)
    reading: Mapped[Text]
    warnings: Mapped[Text]
    order_id: Mapped[int | None] = fk("sales_order.id", index=True)
    decided_at: Mapped[Instant | None]
    decided_by: Mapped[Text]
    reason: Mapped[Text]
    version: Mapped[Version]
    __table_args__ = (
        sa.UniqueConstraint("dedupe_key", "part"),
        one_of("channel", INTAKE_CHANNELS),
        one_of("state", ("waiting", "conflict", "accepted", "refused")),
        sa.CheckConstraint("(state IN ('waiting', 'conflict')) = (decided_at IS NULL)", name="decided"),
        sa.CheckConstraint("(state = 'accepted') = (order_id IS NOT NULL)", name="order"),
        sa.Index("ix_intake_message_external_number", "channel", "external_number"),
        sa.Index("ix_intake_message_open", "id", postgresql_where=_WAITING, sqlite_where=_WAITING),
    )


class MailTemplate(Base):
    """How we write a kind of letter in a language, where the house says it otherwise than the program does."""

    __tablename__ = "mail_template"
    kind: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    language: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    subject: Mapped[Text]
    body: Mapped[Text]
    version: Mapped[Version]
    __table_args__ = (one_of("language", ("en", "fr")),)
