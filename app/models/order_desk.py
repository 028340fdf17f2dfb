"""The order desk: what is questioned before an order is confirmed, who approved it, its payments, tags, papers and rules."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import (
    Actor,
    Base,
    Code,
    DeskName,
    Id,
    Instant,
    Minor,
    No,
    Now,
    Text,
    Version,
    Yes,
    fk,
    one_of,
)

_OPEN_CHECK = sa.text("state = 'open'")


class OrderCheck(Base):
    """Something that is questioned of an order before it may be confirmed, and what was decided.

    `code` names the question, `facts` what it takes to say it in words (JSON text), `owner` the role that settles it. `amount`
    (minor units of the order's currency) is held against the limits of whoever approves.
    """

    __tablename__ = "order_check"
    id: Mapped[Id]
    order_id: Mapped[int] = fk("sales_order.id", index=True)
    order_line_id: Mapped[int | None] = fk("order_line.id", index=True)
    code: Mapped[Code]
    severity: Mapped[Code]
    owner: Mapped[Code]
    facts: Mapped[Text]
    amount: Mapped[Minor]
    state: Mapped[str] = mapped_column(server_default="open")
    opened_at: Mapped[Now]
    opened_by: Mapped[Actor]
    decided_at: Mapped[Instant | None]
    decided_by: Mapped[Text]
    note: Mapped[Text]
    version: Mapped[Version]
    __table_args__ = (
        one_of("severity", ("blocks", "approval", "informs")),
        one_of("state", ("open", "approved", "overridden", "resolved")),
        sa.CheckConstraint("(state = 'open') = (decided_at IS NULL)", name="decided"),
        sa.Index("ix_order_check_open", "id", postgresql_where=_OPEN_CHECK, sqlite_where=_OPEN_CHECK),
    )


class ApprovalLimit(Base):
    """Up to which amount (minor units of the order's currency) a role approves a kind of question; no row: not at all."""

    __tablename__ = "approval_limit"
    role: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    code: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    most: Mapped[Minor]
    __table_args__ = (sa.CheckConstraint("most >= 0", name="most"),)


class Payment(Base):
    """What was paid, or is said to be, for an order; `verified_at` once somebody saw the money."""

    __tablename__ = "payment"
    id: Mapped[Id]
    order_id: Mapped[int] = fk("sales_order.id", index=True)
    method: Mapped[Code]
    reference: Mapped[Text]
    currency: Mapped[Code]
    amount: Mapped[Minor]
    made_at: Mapped[Now]
    made_by: Mapped[Actor]
    verified_at: Mapped[Instant | None]
    verified_by: Mapped[Text]
    __table_args__ = (
        one_of("method", ("transfer", "card", "cash", "cheque", "shop")),
        sa.CheckConstraint("amount > 0", name="amount"),
    )


class OrderTag(Base):
    """A word that people or rules put on an order to find it by."""

    __tablename__ = "order_tag"
    order_id: Mapped[int] = fk("sales_order.id", primary_key=True)
    tag: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    __table_args__ = (
        sa.CheckConstraint("tag <> ''", name="tag"),
        sa.Index("ix_order_tag_tag", "tag", "order_id"),
        {"sqlite_with_rowid": False},
    )


class Attachment(Base):
    """A file kept in an order's folder; taken out, it is marked and not deleted."""

    __tablename__ = "attachment"
    id: Mapped[Id]
    order_id: Mapped[int] = fk("sales_order.id", index=True)
    blob_sha: Mapped[str] = mapped_column(sa.Text, sa.ForeignKey("blob.sha256"), index=True)
    name: Mapped[Code]
    added_at: Mapped[Now]
    added_by: Mapped[Actor]
    removed_at: Mapped[Instant | None]


class DocumentView(Base):
    """Who opened which document of an order, and when."""

    __tablename__ = "document_view"
    id: Mapped[Id]
    at: Mapped[Now]
    actor: Mapped[Actor]
    desk: Mapped[DeskName]
    order_id: Mapped[int] = fk("sales_order.id", index=True)
    document: Mapped[Code]
    title: Mapped[Text]
    blob_sha: Mapped[str | None] = mapped_column(sa.Text, sa.ForeignKey("blob.sha256"), index=True)


class SavedView(Base):
    """A list as somebody wants to see it again: filters, sorting and columns as JSON text; shared, everybody sees it."""

    __tablename__ = "saved_view"
    id: Mapped[Id]
    screen: Mapped[Code]
    name: Mapped[Code]
    owner: Mapped[Actor]
    shared: Mapped[No]
    filters: Mapped[Text]
    columns: Mapped[Text]
    version: Mapped[Version]
    __table_args__ = (
        sa.UniqueConstraint("screen", "owner", "name"),
        sa.CheckConstraint("name <> ''", name="name"),
    )


class OrderRule(Base):
    """If an order is so, do this: conditions and actions as JSON text (`domain/order_rules.py`), by position."""

    __tablename__ = "order_rule"
    id: Mapped[Id]
    position: Mapped[int]
    name: Mapped[Code]
    active: Mapped[Yes]
    on_arrival: Mapped[Yes]
    on_change: Mapped[No]
    conditions: Mapped[Text]
    actions: Mapped[Text]
    version: Mapped[Version]


class OrderRuleRun(Base):
    """A rule that fired: on which order, when, and what it did (JSON text); `rule` is its name at the time."""

    __tablename__ = "order_rule_run"
    id: Mapped[Id]
    order_id: Mapped[int] = fk("sales_order.id", index=True)
    rule_id: Mapped[int] = mapped_column(sa.BigInteger().with_variant(sa.Integer(), "sqlite"), index=True)
    rule: Mapped[Code]
    occasion: Mapped[Code]
    did: Mapped[Text]
    at: Mapped[Now]
    actor: Mapped[Actor]
    __table_args__ = (one_of("occasion", ("arrival", "change")),)
