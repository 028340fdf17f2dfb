"""Customers from files: new ones are made, known ones take over what the file says differently."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.domain.address import PostalAddress
from app.domain.permissions import Permission
from app.domain.text import fold, sort_key
from app.integrations.channels.base import CustomerRow, Rejected, Row
from app.models import Address, Customer
from app.models.bulk import BulkInsert
from app.services.context import use_case
from app.services.importing.addresses import digest_of, fields_of, postal, save_addresses
from app.services.importing.job import Job, Taken, chosen, chunks, column_names, execute_in
from app.services.importing.payloads import CUSTOMER, encode
from app.services.importing.staging import BATCH, finish_import, staged_rows, touch
from app.services.parties import LANGUAGES

_KNOWN = (
    sa.select(
        *(Customer.id, Customer.code, Customer.name, Customer.language, Customer.bill_address_id),
        *(Customer.ship_address_id, Address.digest),
    )
    .outerjoin(Address, Address.id == Customer.ship_address_id)
    .where(Customer.code.in_(sa.bindparam("codes", expanding=True)))
)
_NEW = BulkInsert(
    Customer,
    ("code", "name", "search_text", "sort_key", "language", "currency", "bill_address_id", "ship_address_id"),
    returning=("code", "id"),
)
_COLUMNS = ("name", "search_text", "sort_key", "language", "bill_address_id", "ship_address_id")
_CHANGE = (
    sa.update(Customer)
    .where(Customer.id == sa.bindparam("row_id"))
    .values({name: sa.bindparam(f"new_{name}") for name in _COLUMNS})
    .values(version=Customer.version + 1)
)


@dataclass(slots=True)
class _Plan:
    """What some staged rows come to; `address` of a change is None where the file says the same or nothing."""

    new: list[tuple[CustomerRow, PostalAddress | None]]
    changed: list[tuple[Any, CustomerRow, PostalAddress | None]]
    unchanged: int = 0


class Customers:
    """Takes in rows of customers.

    Args:
        job: The import.
    """

    def __init__(self, job: Job) -> None:
        assert job.profile.customers is not None
        self._job = job
        self._section = job.profile.customers
        self._columns = column_names(self._section.columns)

    def stage(self, row: Row) -> tuple[str, str, str] | Rejected:
        """One group a customer."""
        assert isinstance(row, CustomerRow)
        return row.number, "row", encode(row)

    def check(self) -> None:
        """Count what is new, changed and unchanged; refuse customers that the file names twice."""
        job, taken = self._job, [0, 0, 0]
        for rows in chunks(chosen(job, self._section.repeated, self._columns.get("number", "number")), BATCH):
            with job.ctx.reading() as connection:
                plan = _plan(connection, rows)
            taken = [taken[0] + len(plan.new), taken[1] + len(plan.changed), taken[2] + plan.unchanged]
        job.result.take(*taken)

    def commit(self) -> None:
        """Make and change the customers in one transaction."""
        job = self._job
        taken = commit_customers(job.ctx, job.import_id, job.profile.currency or "EUR")
        job.result.take(taken.created, taken.changed, taken.unchanged)


@use_case(Permission.CUSTOMER_EDIT)
def commit_customers(tx: Transaction, import_id: int, currency: str) -> Taken:
    """Make the staged customers that are new and change those that the file says differently.

    Raises:
        ImportGivenUp: another desk has cleaned up this import.
        Conflict: another desk made one of the customers at the same moment.
    """
    touch(tx, import_id)
    created = changed = unchanged = 0
    for rows in chunks(staged_rows(tx, import_id), BATCH):
        plan = _plan(tx, rows)
        addresses = [address for _, address in plan.new] + [address for _, _, address in plan.changed]
        ids = save_addresses(tx, {digest_of(one): fields_of(one) for one in addresses if one is not None})
        make_customers(
            tx,
            [
                (row.number, row.name, _language(row.language) or "en", currency, ids.get(digest_of(address)))
                for row, address in plan.new
            ],
        )
        _change(tx, plan, ids)
        created, changed, unchanged = (
            created + len(plan.new),
            changed + len(plan.changed),
            unchanged + plan.unchanged,
        )
    finish_import(tx, import_id, f"{created} new, {changed} changed, {unchanged} unchanged")
    tx.changed("customer")
    return Taken(created, changed, unchanged)


def make_customers(tx: Transaction, new: Sequence[tuple[str, str, str, str, int | None]]) -> dict[str, int]:
    """Make customers from code, name, language, currency and address; their ids by code."""
    rows = [
        {
            "code": code,
            "name": name,
            "search_text": fold(f"{code} {name}"),
            "sort_key": sort_key(name),
            "language": language,
            "currency": currency,
            "bill_address_id": address_id,
            "ship_address_id": address_id,
        }
        for code, name, language, currency, address_id in new
    ]
    return {row.code: row.id for row in _NEW(tx, rows)}


def _language(given: str) -> str:
    """The language of papers, '' where the file names none that papers are written in."""
    word = given.strip().lower()[:2]
    return word if word in LANGUAGES else ""


def _plan(connection: Connection | Transaction, staged: Sequence[Any]) -> _Plan:
    rows = [CUSTOMER.decode(row.payload) for row in staged]
    known = {one.code: one for one in execute_in(connection, _KNOWN, "codes", [row.number for row in rows])}
    plan = _Plan([], [])
    for row in rows:
        says_nothing = not any(
            getattr(row.address, name) for name in row.address.__dataclass_fields__ if name != "name"
        )
        address = None if says_nothing else postal(row.address)
        there = known.get(row.number)
        if there is None:
            plan.new.append((row, address))
            continue
        if address is not None and digest_of(address) == there.digest:
            address = None
        language = _language(row.language)
        if row.name != there.name or address is not None or (language and language != there.language):
            plan.changed.append((there, row, address))
        else:
            plan.unchanged += 1
    return plan


def _change(tx: Transaction, plan: _Plan, ids: Mapping[str, int]) -> None:
    """Write what differs; goods go to the new address, bills too unless they went elsewhere before."""
    rows = []
    for there, row, address in plan.changed:
        ship = ids[digest_of(address)] if address is not None else there.ship_address_id
        bill = ship if there.bill_address_id in (None, there.ship_address_id) else there.bill_address_id
        values = {
            "name": row.name,
            "search_text": fold(f"{row.number} {row.name}"),
            "sort_key": sort_key(row.name),
            "language": _language(row.language) or there.language,
            "bill_address_id": bill,
            "ship_address_id": ship,
        }
        rows.append({f"new_{name}": value for name, value in values.items()} | {"row_id": there.id})
    if rows:
        tx.execute(_CHANGE, rows)
