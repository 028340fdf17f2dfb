"""What is known of a customer beyond name and address: open invoices, contacts, notes and disputes."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Actor, Base, Code, Id, Instant, Minor, Now, Text, Version, fk, one_of


class Receivable(Base):
    """An invoice as accounting knows it: what is still open of it, in minor units of `currency`, and when it was due."""

    __tablename__ = "receivable"
    id: Mapped[Id]
    customer_id: Mapped[int] = fk("customer.id")
    number: Mapped[Code]
    issued_on: Mapped[date] = mapped_column(sa.Date)
    due_on: Mapped[date] = mapped_column(sa.Date)
    currency: Mapped[Code]
    amount: Mapped[Minor]
    open: Mapped[Minor]
    __table_args__ = (
        sa.UniqueConstraint("customer_id", "number"),
        sa.CheckConstraint("open >= 0 AND open <= amount", name="open"),
    )


class CustomerContact(Base):
    """Somebody at a customer's whom we talk to."""

    __tablename__ = "customer_contact"
    id: Mapped[Id]
    customer_id: Mapped[int] = fk("customer.id", index=True)
    name: Mapped[Code]
    role: Mapped[Text]
    phone: Mapped[Text]
    email: Mapped[Text]
    version: Mapped[Version]


class CustomerNote(Base):
    """What somebody wants the next one to know of a customer; taken away, it is marked and not deleted."""

    __tablename__ = "customer_note"
    id: Mapped[Id]
    customer_id: Mapped[int] = fk("customer.id", index=True)
    words: Mapped[Text]
    at: Mapped[Now]
    actor: Mapped[Actor]
    removed_at: Mapped[Instant | None]


_OPEN_DISPUTE = sa.text("state = 'open'")


class Dispute(Base):
    """Something a customer does not agree with, of an order or in general, until it is settled."""

    __tablename__ = "dispute"
    id: Mapped[Id]
    customer_id: Mapped[int] = fk("customer.id", index=True)
    order_id: Mapped[int | None] = fk("sales_order.id", index=True)
    subject: Mapped[Code]
    words: Mapped[Text]
    state: Mapped[str] = mapped_column(server_default="open")
    opened_at: Mapped[Now]
    opened_by: Mapped[Actor]
    closed_at: Mapped[Instant | None]
    closed_by: Mapped[Text]
    answer: Mapped[Text]
    version: Mapped[Version]
    __table_args__ = (
        one_of("state", ("open", "settled", "dropped")),
        one_of("subject", ("delivery", "goods", "price", "invoice", "other")),
        sa.Index("ix_dispute_open", "id", postgresql_where=_OPEN_DISPUTE, sqlite_where=_OPEN_DISPUTE),
    )
