"""A customer is forgotten at their request (GDPR, article 17): what names them goes, what the books need stays."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.domain.text import fold
from app.errors import Refused
from app.models import Customer, Dispute, Receivable, ReturnOrder, SalesOrder
from app.models.sql import erasing as texts
from app.models.sql.install import sqlite_triggers
from app.services.accounts import Erased
from app.services.context import use_case
from app.services.rows import free_text, insert_blob, must_find, text_field

MOST_NAMED = 3
FINISHED = ("settled", "refused", "cancelled")
"""States of a return of which nothing is to be done any more."""


class StillOpen(Refused):
    """Something is still to be done for the customer: it would lose its address."""

    code = "customer.still_open"

    def __init__(self, customer: str, what: str, numbers: tuple[str, ...]) -> None:
        named = ", ".join(numbers[:MOST_NAMED])
        super().__init__(
            f"Customer {customer} cannot be erased: {what} {named} is still open.",
            hint="Close or cancel what is open, then erase.",
            customer=customer,
            what=what,
            numbers=list(numbers),
        )


@dataclass(frozen=True, slots=True)
class Forgotten:
    """A customer whose personal data are gone; `code` is what they are known by now."""

    customer_id: int
    code: str


_LOCK = sa.select(Customer.id, Customer.code, Customer.name, Customer.erased_at).where(
    Customer.id == sa.bindparam("customer")
)
_OPEN: tuple[tuple[str, Any], ...] = (
    (
        "order",
        sa.select(SalesOrder.number).where(
            SalesOrder.customer_id == sa.bindparam("customer"),
            SalesOrder.state.in_(("quote", "draft", "confirmed")),
        ),
    ),
    (
        "invoice",
        sa.select(Receivable.number).where(
            Receivable.customer_id == sa.bindparam("customer"), Receivable.open > 0
        ),
    ),
    (
        "return",
        sa.select(ReturnOrder.number).where(
            ReturnOrder.customer_id == sa.bindparam("customer"), ReturnOrder.state.not_in(FINISHED)
        ),
    ),
    (
        "dispute",
        sa.select(Dispute.subject).where(
            Dispute.customer_id == sa.bindparam("customer"), Dispute.state == "open"
        ),
    ),
)
_REST = "SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL AND {column} <> '' AND ({where})"
_TOUCHED = (*texts.TIED, *texts.ANYWHERE, "address", "customer", "shipment", "audit_entry")


@use_case(Permission.CUSTOMER_ERASE)
def erase_customer(tx: Transaction, customer_id: int, note: str) -> Forgotten:
    """Take the personal data of a customer out of the database; ledger, orders, amounts and numbers stay. There is no way back.

    Names, streets, telephone numbers and mail addresses are removed where only this customer used them; contacts, notes, letters,
    messages as they came, labels, attachments and signatures are gone. The audit trail still says who changed which field and
    when, and no longer what stood there (ADR 0031). A code that is made of the name becomes another.

    Args:
        tx: The transaction.
        customer_id: Whom.
        note: On whose word, and when they asked; it is the one note that stands in the account afterwards.

    Raises:
        StillOpen: orders, returns or disputes are open, or invoices unpaid.
        Erased: it was done before.
        BadInput: the note is empty or too long.
        NotFound: there is no such customer.
    """
    row = must_find(tx.execute(_LOCK, {"customer": customer_id}).first(), "customer", customer_id)
    if row.erased_at is not None:
        raise Erased(row.code)
    note = free_text(text_field(note, "note"), "note")
    for what, statement in _OPEN:
        if numbers := tx.execute(statement.limit(MOST_NAMED), {"customer": customer_id}).scalars().all():
            raise StillOpen(row.code, what, tuple(numbers))
    code = f"ERASED-{customer_id}" if _names(row.code, row.name) else row.code
    if tx.postgresql:
        tx.execute(
            sa.text("SELECT erase_customer(:customer, :code, :note)"),
            {"customer": customer_id, "code": code, "note": note},
        )
    else:
        _erase_here(tx, customer_id, code, note)
    for topic in _TOUCHED:
        tx.changed(topic)
    tx.changed("customer", customer_id)
    return Forgotten(customer_id, code)


def _names(code: str, name: str) -> bool:
    """Whether a code is made of a customer's name."""
    plain = fold(code)
    return any(part in plain for part in fold(name).split() if len(part) >= texts.SHORTEST - 1)


def _erase_here(tx: Transaction, customer_id: int, code: str, note: str) -> None:
    """The same on SQLite, where whoever may write the file may do anything: the guards step aside for this transaction."""
    given: dict[str, Any] = {"c": customer_id, "code": code, "note": note}

    def run(text: str) -> Any:
        return tx.execute(
            sa.text(_sqlite(text)), {name: given[name] for name in given if f":{name}" in _sqlite(text)}
        )

    given["shas"] = json.dumps(list(run(texts.STORED_SHAS).scalars()))
    whole, both = _patterns(run(texts.WORDS).scalars().all(), run(texts.NAMES).scalars().all())
    insert_blob(tx, texts.NOTHING_LEFT, "text/plain")
    guards = {name: text for name, text in sqlite_triggers().items() if name.startswith("frozen_")}
    for name in guards:
        tx.execute(sa.text(f"DROP TRIGGER {name}"))
    for text in (*texts.CLEAR, *texts.AUDIT):
        run(text)
    for table, columns in texts.KEPT_WORDS.items():
        for column in columns:
            _sweep(tx, customer_id, table, column, texts.TIED[table], both)
    for table, columns in texts.ANYWHERE.items():
        for column in columns:
            _sweep(tx, customer_id, table, column, "1", whole)
    for column in ("before", "after"):
        _sweep(tx, customer_id, "audit_entry", column, texts.TIED_AUDIT, both)
    for text in guards.values():
        tx.execute(sa.text(text.replace(":", r"\:")))


def _patterns(words: Any, names: Any) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    lines = {line.strip() for word in words for line in str(word).split("\n")} - {texts.MARK}
    whole = sorted(
        (re.escape(line) for line in lines if len(line) >= texts.WHOLE_SHORTEST), key=len, reverse=True
    )
    if not whole:
        return None, None
    parts = {part for name in names for part in re.split(r"\W+", str(name)) if len(part) >= texts.SHORTEST}
    both = [*whole, *([rf"\b(?:{'|'.join(sorted(parts, key=len, reverse=True))})\b"] if parts else [])]
    return re.compile("|".join(whole), re.IGNORECASE), re.compile("|".join(both), re.IGNORECASE)


def _sweep(
    tx: Transaction, customer_id: int, table: str, column: str, where: str, pattern: re.Pattern[str] | None
) -> None:
    if pattern is None:
        return
    query = _REST.format(column=column, table=table, where=where)
    given = {"c": customer_id} if "{c}" in query else {}
    found = [str(was) for was in tx.execute(sa.text(_sqlite(query)), given).scalars()]
    changed = [{"was": was, "words": pattern.sub(texts.MARK, was)} for was in found if pattern.search(was)]
    if changed:
        tx.execute(sa.text(f"UPDATE {table} SET {column} = :words WHERE {column} = :was"), changed)


def _sqlite(text: str) -> str:
    """A shared text as SQLite takes it."""
    text = re.sub(
        r"\{patch:(\w+):(\{.*?\})\}",
        lambda found: "json_patch(" + found[1] + ", '" + found[2].replace(":", r"\:") + "')",
        text,
    )
    text = text.replace("'erased:", r"'erased\:").replace("':'", r"'\:'")
    for name, value in (
        *(("c", ":c"), ("code", ":code"), ("note", ":note"), ("false", "0")),
        *(
            ("shas", "SELECT value FROM json_each(:shas)"),
            ("now", "strftime('%Y-%m-%d %H\\:%M\\:%f', 'now')"),
        ),
    ):
        text = text.replace("{" + name + "}", value)
    return text
