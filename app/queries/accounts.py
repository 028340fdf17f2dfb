"""A customer's account: orders, returns, invoices, contacts, notes, disputes and own article numbers, each a list by page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import (
    AppUser,
    Customer,
    CustomerArticle,
    CustomerContact,
    CustomerNote,
    Dispute,
    Product,
    Receivable,
    ReturnOrder,
    SalesOrder,
)
from app.queries.pages import COUNTED, Ask, Page, by_key, page


@dataclass(frozen=True, slots=True)
class AccountRow:
    """A row of an account, whatever it is: `kind` says what, `id` which.

    Attributes:
        kind: 'order', 'return', 'invoice', 'contact', 'note', 'dispute', 'article'.
        id: Its id among those of its kind.
        on: The day or instant that it is known by.
        number: An order's number, an invoice's, an SKU.
        words: What it says: a reference, a name, the words of a note.
        more: A second thing that it says: a promise, a telephone number, our answer.
        state: What it is at.
        amount: Minor units of `currency`; None where there is none.
        currency: Of the amount.
        who: Who made it.
        leads_to: The order that a return or a dispute is about, the product of an article number.
        version: As it was read.
        whole: Of an invoice, what it came to; `amount` is what is open of it.
        extra: What a form needs besides: a mail address, a dispute's subject.
    """

    kind: str
    id: int
    on: date | datetime | None
    number: str = ""
    words: str = ""
    more: str = ""
    state: str = ""
    amount: int | None = None
    currency: str = ""
    who: str = ""
    leads_to: int | None = None
    version: int = 0
    whole: int = 0
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose account it is."""

    id: int
    code: str
    name: str
    status: str
    currency: str
    vip: bool
    erased_at: datetime | None


_HOLDER: Any = sa.select(
    *(Customer.id, Customer.code, Customer.name, Customer.status, Customer.currency, Customer.vip),
    Customer.erased_at,
).where(Customer.id == sa.bindparam("customer"))
_OPEN = sa.text("sales_order.state IN ('quote', 'draft', 'confirmed')")


def _who(column: Any) -> tuple[Any, Any]:
    """The name of a login, and what it takes to find it."""
    return sa.func.coalesce(AppUser.name, column).label("who"), AppUser.login == column


def _orders() -> Any:
    who, same = _who(SalesOrder.created_by)
    return (
        sa.select(
            *(SalesOrder.id, SalesOrder.ordered_on.label("on"), SalesOrder.number),
            SalesOrder.customer_reference.label("words"),
            SalesOrder.promised_on.label("more"),
            *(SalesOrder.state, SalesOrder.total.label("amount"), SalesOrder.currency, who),
        )
        .outerjoin(AppUser, same)
        .where(SalesOrder.customer_id == sa.bindparam("customer"))
    )


def _returns() -> Any:
    who, same = _who(ReturnOrder.created_by)
    return (
        sa.select(
            *(ReturnOrder.id, ReturnOrder.created_at.label("on"), ReturnOrder.number),
            SalesOrder.number.label("words"),
            ReturnOrder.note.label("more"),
            *(ReturnOrder.state, who, ReturnOrder.order_id.label("leads_to")),
        )
        .join(SalesOrder, SalesOrder.id == ReturnOrder.order_id)
        .outerjoin(AppUser, same)
        .where(ReturnOrder.customer_id == sa.bindparam("customer"))
    )


def _invoices() -> Any:
    return sa.select(
        *(Receivable.id, Receivable.issued_on.label("on"), Receivable.number),
        Receivable.due_on.label("more"),
        *(Receivable.open.label("amount"), Receivable.currency, Receivable.amount.label("whole")),
    ).where(Receivable.customer_id == sa.bindparam("customer"))


def _contacts() -> Any:
    return sa.select(
        *(CustomerContact.id, CustomerContact.role.label("number"), CustomerContact.name.label("words")),
        *(CustomerContact.phone.label("more"), CustomerContact.email.label("extra"), CustomerContact.version),
    ).where(CustomerContact.customer_id == sa.bindparam("customer"))


def _notes() -> Any:
    who, same = _who(CustomerNote.actor)
    return (
        sa.select(CustomerNote.id, CustomerNote.at.label("on"), CustomerNote.words, who)
        .outerjoin(AppUser, same)
        .where(CustomerNote.customer_id == sa.bindparam("customer"), CustomerNote.removed_at.is_(None))
    )


def _disputes() -> Any:
    who, same = _who(Dispute.opened_by)
    return (
        sa.select(
            *(
                Dispute.id,
                Dispute.opened_at.label("on"),
                sa.func.coalesce(SalesOrder.number, "").label("number"),
            ),
            *(Dispute.words, Dispute.answer.label("more"), Dispute.state, who),
            *(Dispute.order_id.label("leads_to"), Dispute.version, Dispute.subject.label("extra")),
        )
        .outerjoin(SalesOrder, SalesOrder.id == Dispute.order_id)
        .outerjoin(AppUser, same)
        .where(Dispute.customer_id == sa.bindparam("customer"))
    )


def _articles() -> Any:
    return (
        sa.select(
            *(CustomerArticle.id, CustomerArticle.code.label("number"), Product.sku.label("extra")),
            *(Product.name.label("words"), CustomerArticle.product_id.label("leads_to")),
        )
        .join(Product, Product.id == CustomerArticle.product_id)
        .where(CustomerArticle.customer_id == sa.bindparam("customer"))
    )


_LISTS: dict[str, tuple[Any, Any]] = {
    "order": (_orders(), SalesOrder.id),
    "return": (_returns(), ReturnOrder.id),
    "invoice": (_invoices(), Receivable.id),
    "contact": (_contacts(), CustomerContact.id),
    "note": (_notes(), CustomerNote.id),
    "dispute": (_disputes(), Dispute.id),
    "article": (_articles(), CustomerArticle.id),
}
"""A list a kind of row, and the key of its pages; the newest stands first."""
_SEARCHED: dict[str, tuple[Any, ...]] = {
    "order": (SalesOrder.number, SalesOrder.customer_reference),
    "return": (ReturnOrder.number, SalesOrder.number, ReturnOrder.note),
    "invoice": (Receivable.number,),
    "contact": (CustomerContact.name, CustomerContact.role, CustomerContact.phone, CustomerContact.email),
    "note": (CustomerNote.words,),
    "dispute": (Dispute.words, Dispute.answer, SalesOrder.number),
    "article": (CustomerArticle.code, Product.sku, Product.name),
}
_NARROWED: dict[tuple[str, str], Any] = {
    ("order", "open"): _OPEN,
    ("return", "open"): ReturnOrder.state.in_(("requested", "authorised", "received", "inspected")),
    ("invoice", "open"): Receivable.open > 0,
    ("dispute", "open"): Dispute.state == "open",
}


def customer_coded(connection: Connection, code: str) -> int | None:
    """The id of the customer with this code; None where there is none."""
    found: int | None = connection.execute(
        sa.select(Customer.id).where(Customer.code == code)
    ).scalar_one_or_none()
    return found


def holder(connection: Connection, customer_id: int) -> Holder | None:
    """Whose account it is; None where there is no such customer."""
    row = connection.execute(_HOLDER, {"customer": customer_id}).first()
    return None if row is None else Holder(*row)


def account(connection: Connection, ask: Ask, customer_id: int) -> Page[AccountRow]:
    """A page of a customer's account, the newest first: one statement.

    `ask.filters["kind"]` is what of it; `ask.filters["only"]` may be 'open'. Contacts, notes and invoices take the right to
    read what is known of customers (`rights_orders.KNOWN`).
    """
    kind = ask.filters["kind"]
    _, key = _LISTS[kind]
    newest = Ask(ask.after, ask.size, descending=True)
    rows = connection.execute(by_key(_asked(ask), newest, key, key), {"customer": customer_id}).all()
    found = [_row(kind, row) for row in rows]
    return page(found, ask, lambda row: (row.id, row.id))


def count_account(connection: Connection, ask: Ask, customer_id: int) -> int:
    """How many rows the question finds; 10,001 stands for more than ten thousand."""
    few = _asked(ask).limit(COUNTED).subquery()
    given = {"customer": customer_id}
    return int(connection.execute(sa.select(sa.func.count()).select_from(few), given).scalar_one())


def _asked(ask: Ask) -> Any:
    kind = ask.filters["kind"]
    statement, _ = _LISTS[kind]
    if (only := ask.filters.get("only", "")) and (kind, only) in _NARROWED:
        statement = statement.where(_NARROWED[kind, only])
    typed = ask.text.replace("\0", "").strip()
    for word in typed.split():
        ways = [column.icontains(word, autoescape=True) for column in _SEARCHED[kind]]
        statement = statement.where(sa.or_(*ways))
    return statement


def _row(kind: str, row: Any) -> AccountRow:
    values = dict(row._mapping)
    values.setdefault("on", None)
    if isinstance(values.get("more"), date):
        values["more"] = values["more"].isoformat()
    return AccountRow(
        kind, **{name: value for name, value in values.items() if value is not None or name == "on"}
    )
