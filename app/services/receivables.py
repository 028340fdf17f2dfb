"""Open invoices taken over from accounting: what is open of each, and drafts that waited for a payment asked anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from app.database import Transaction
from app.domain.order_questions import CREDIT, OVERDUE
from app.domain.permissions import Permission
from app.domain.receivable_files import Invoice, WrongLine, read_receivables
from app.errors import BadInput
from app.models import Customer, OrderCheck, Receivable, SalesOrder
from app.models.bulk import BulkInsert
from app.services.context import Context, use_case
from app.services.order_settling import settle_questions

MOST_NAMED = 20
MOST_BYTES = 64_000_000


class WrongReceivables(BadInput):
    """Lines of a file of invoices cannot be used; nothing was taken over. `problems` holds every one of them."""

    code = "receivables.file"

    def __init__(self, problems: tuple[WrongLine, ...]) -> None:
        first = problems[0]
        super().__init__(
            f"{len(problems)} lines cannot be used; line {first.line}: {first.why}",
            hint="Mend the file, then take it over whole.",
            count=len(problems),
            line=first.line,
            why=first.why,
        )
        self.problems = problems


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What became of a file: invoices new, changed, as they were, settled now; customers named; drafts asked anew."""

    new: int
    changed: int
    unchanged: int
    settled: int
    customers: int
    asked: int = 0


_CUSTOMERS = sa.select(Customer.id, Customer.code).where(
    Customer.code.in_(sa.bindparam("codes", expanding=True))
)
_KNOWN = sa.select(*Receivable.__table__.columns).where(
    Receivable.customer_id.in_(sa.bindparam("customers", expanding=True))
)
_STILL_OPEN = sa.select(Receivable.customer_id).where(Receivable.open > 0).distinct()
_NEW = BulkInsert(Receivable, ("customer_id", "number", "issued_on", "due_on", "currency", "amount", "open"))
_CHANGE = (
    sa.update(Receivable)
    .where(Receivable.id == sa.bindparam("row"))
    .values(
        {name: sa.bindparam(f"new_{name}") for name in ("issued_on", "due_on", "currency", "amount", "open")}
    )
)
_WAITING = (
    sa.select(OrderCheck.order_id)
    .join(SalesOrder, SalesOrder.id == OrderCheck.order_id)
    .where(OrderCheck.state == "open", OrderCheck.code.in_((CREDIT, OVERDUE)), SalesOrder.state == "draft")
    .distinct()
    .order_by(OrderCheck.order_id)
)


def import_receivables(
    ctx: Context, data: bytes, *, complete: bool = False, dry_run: bool = False
) -> TakenOver:
    """Take over what accounting says is open of a customer's invoices; afterwards drafts that waited for that are asked anew.

    For every customer named in the file it is the whole list: an invoice that is not in it any more is settled. A file
    with a line that cannot be used changes nothing.

    Args:
        ctx: Who does it.
        data: The file (`domain/receivable_files.py`).
        complete: The file names all that is open of anybody: customers who are not in it owe nothing.
        dry_run: Only check.

    Raises:
        WrongReceivables: lines cannot be used; every one of them is named.
        BadInput: the file is too large.
    """
    ctx.require(Permission.CUSTOMER_EDIT)
    if len(data) > MOST_BYTES:
        raise BadInput(
            "The file is too large.", hint="A list of open invoices has a few megabytes.", field="file"
        )
    found, wrong = read_receivables(data)
    with ctx.reading() as connection:
        codes = sorted({invoice.customer for _, invoice in found})
        ids = {code: key for key, code in connection.execute(_CUSTOMERS, {"codes": codes})}
    wrong += tuple(
        WrongLine(line, f"There is no customer {invoice.customer!r}.")
        for line, invoice in found
        if invoice.customer not in ids
    )
    if wrong:
        raise WrongReceivables(tuple(sorted(wrong, key=lambda one: one.line)))
    if dry_run:
        return TakenOver(0, 0, 0, 0, len(ids))
    invoices = tuple(invoice for _, invoice in found)
    done = _take_over(ctx, invoices, ids, complete)
    asked = 0
    if Permission.ORDER_ENTER in ctx.rights:
        with ctx.reading() as connection:
            waiting = tuple(connection.execute(_WAITING).scalars())
        for order_id in waiting:
            settle_questions(ctx.once(""), order_id)
            asked += 1
    return TakenOver(done.new, done.changed, done.unchanged, done.settled, done.customers, asked)


@use_case(Permission.CUSTOMER_EDIT)
def _take_over(
    tx: Transaction, invoices: tuple[Invoice, ...], ids: dict[str, int], complete: bool
) -> TakenOver:
    named = set(ids.values())
    if complete:
        named |= set(tx.execute(_STILL_OPEN).scalars())
    known = {(row.customer_id, row.number): row for row in tx.execute(_KNOWN, {"customers": sorted(named)})}
    rows = {(ids[one.customer], one.number): _row(ids[one.customer], one) for one in invoices}
    new = [row for key, row in rows.items() if key not in known]
    changed: list[dict[str, object]] = []
    unchanged = settled = 0
    for key, was in known.items():
        row = rows.get(key)
        if row is None:
            if was.open:
                settled += 1
                changed.append(_change(was.id, dict(was._mapping) | {"open": 0}))
        elif all(row[name] == was._mapping[name] for name in row):
            unchanged += 1
        else:
            changed.append(_change(was.id, row))
    if new:
        _NEW(tx, new)
    if changed:
        tx.execute(_CHANGE, changed)
    if new or changed:
        for customer_id in named:
            tx.changed("customer", customer_id)
    return TakenOver(len(new), len(changed) - settled, unchanged, settled, len(named))


def _row(customer_id: int, one: Invoice) -> dict[str, object]:
    return {
        "customer_id": customer_id,
        "number": one.number,
        "issued_on": one.issued_on,
        "due_on": one.due_on,
        "currency": one.currency,
        "amount": one.amount,
        "open": one.open,
    }


def _change(row_id: int, values: Mapping[str, object]) -> dict[str, object]:
    names = ("issued_on", "due_on", "currency", "amount", "open")
    return {"row": row_id, **{f"new_{name}": values[name] for name in names}}
