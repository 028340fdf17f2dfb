"""What is known of a customer: contacts, notes, and what they call our products; each step can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import BadInput, Conflict
from app.models import Customer, CustomerArticle, CustomerContact, CustomerNote, Product
from app.models.base import utc_now
from app.services.context import use_case
from app.services.editing import changed_meanwhile
from app.services.rows import code_field, free_text, must_find, text_field

LONGEST = 200
"""Characters of a name, a telephone number, a mail address."""


class Erased(Conflict):
    """The personal data of this customer were taken out; nothing new is kept of them."""

    code = "customer.erased"

    def __init__(self, customer: str) -> None:
        super().__init__(
            f"Customer {customer} was erased on request; nothing more is kept of them.",
            hint="Add them as a new customer, if they buy again.",
            customer=customer,
        )


class ArticleTaken(Conflict):
    """The customer has this number for another product already."""

    code = "customer.article_taken"

    def __init__(self, code: str, sku: str) -> None:
        super().__init__(
            f"{code} is this customer's number for {sku} already.",
            hint="Take that one away first, or enter another number.",
            article=code,
            sku=sku,
            field="code",
        )


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody at a customer's: name, what they do there, how they are reached."""

    name: str
    role: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class ContactWas:
    """A contact that was changed or taken away, as it was; `version` is the new one (0: it is gone)."""

    contact_id: int
    customer_id: int
    contact: Contact
    version: int


@dataclass(frozen=True, slots=True)
class Article:
    """What a customer calls a product."""

    customer_id: int
    code: str
    product_id: int


_CUSTOMER = sa.select(Customer.code, Customer.erased_at).where(Customer.id == sa.bindparam("customer"))
_CONTACT = sa.select(*CustomerContact.__table__.columns).where(CustomerContact.id == sa.bindparam("contact"))
_NOTE = sa.select(CustomerNote.customer_id, CustomerNote.removed_at).where(
    CustomerNote.id == sa.bindparam("note")
)
_ARTICLE = sa.select(CustomerArticle.customer_id, CustomerArticle.code, CustomerArticle.product_id).where(
    CustomerArticle.id == sa.bindparam("article")
)
_TAKEN = (
    sa.select(Product.sku)
    .join(CustomerArticle, CustomerArticle.product_id == Product.id)
    .where(
        CustomerArticle.customer_id == sa.bindparam("customer"), CustomerArticle.code == sa.bindparam("code")
    )
)
_PRODUCT = sa.select(Product.id).where(Product.sku == sa.bindparam("sku"))


def known_customer(tx: Transaction, customer_id: int) -> Any:
    """A customer of whom something may be kept, with `code`.

    Raises:
        NotFound: there is no such customer.
        Erased: their data were taken out.
    """
    row = must_find(tx.execute(_CUSTOMER, {"customer": customer_id}).first(), "customer", customer_id)
    if row.erased_at is not None:
        raise Erased(row.code)
    return row


@use_case(Permission.CUSTOMER_EDIT)
def add_contact(tx: Transaction, customer_id: int, contact: Contact) -> int:
    """Note somebody at a customer's; the contact's id.

    Raises:
        BadInput: the name is empty, or a field is no such thing.
        Erased: the customer's data were taken out.
        NotFound: there is no such customer.
    """
    known_customer(tx, customer_id)
    values = _fields(contact) | {"customer_id": customer_id}
    made: int = tx.execute(
        sa.insert(CustomerContact).values(values).returning(CustomerContact.id)
    ).scalar_one()
    tx.changed("customer", customer_id)
    return made


@use_case(Permission.CUSTOMER_EDIT)
def edit_contact(tx: Transaction, contact_id: int, contact: Contact, version: int) -> ContactWas:
    """Write a contact anew; what it was, so that `edit_contact` takes it back.

    Raises:
        BadInput: the name is empty, or a field is no such thing.
        Conflict: another desk changed it meanwhile.
        NotFound: there is no such contact.
    """
    was = must_find(tx.execute(_CONTACT, {"contact": contact_id}).first(), "contact", contact_id)
    mine = sa.update(CustomerContact).where(
        CustomerContact.id == contact_id, CustomerContact.version == version
    )
    if tx.execute(mine.values(**_fields(contact), version=version + 1)).rowcount != 1:
        raise changed_meanwhile(was.name)
    tx.changed("customer", was.customer_id)
    return _was(was, version + 1)


@use_case(Permission.CUSTOMER_EDIT)
def remove_contact(tx: Transaction, contact_id: int) -> ContactWas:
    """Forget a contact; what it was, so that `add_contact` takes it back.

    Raises:
        NotFound: there is no such contact.
    """
    was = must_find(tx.execute(_CONTACT, {"contact": contact_id}).first(), "contact", contact_id)
    tx.execute(sa.delete(CustomerContact).where(CustomerContact.id == contact_id))
    tx.changed("customer", was.customer_id)
    return _was(was, 0)


def _was(row: Any, version: int) -> ContactWas:
    return ContactWas(row.id, row.customer_id, Contact(row.name, row.role, row.phone, row.email), version)


def _fields(contact: Contact) -> dict[str, str]:
    email = free_text(contact.email, "email", LONGEST)
    if email and (email.count("@") != 1 or email.startswith("@") or email.endswith("@") or " " in email):
        raise BadInput(
            f"{email!r} is no mail address.", hint="Write it as name@example.org.", field="email", value=email
        )
    return {
        "name": free_text(text_field(contact.name, "name"), "name", LONGEST),
        "role": free_text(contact.role, "role", LONGEST),
        "phone": free_text(contact.phone, "phone", LONGEST),
        "email": email,
    }


@use_case(Permission.CUSTOMER_EDIT)
def add_note(tx: Transaction, customer_id: int, words: str) -> int:
    """Write down what the next one should know of a customer; the note's id.

    Raises:
        BadInput: it is empty, too long, or cannot be printed.
        Erased: the customer's data were taken out.
        NotFound: there is no such customer.
    """
    known_customer(tx, customer_id)
    values = {"customer_id": customer_id, "words": free_text(text_field(words, "words"), "words")}
    made: int = tx.execute(sa.insert(CustomerNote).values(values).returning(CustomerNote.id)).scalar_one()
    tx.changed("customer", customer_id)
    return made


@use_case(Permission.CUSTOMER_EDIT)
def remove_note(tx: Transaction, note_id: int) -> int:
    """Take a note off the list; it is marked, not deleted, so that `restore_note` takes it back. The customer's id.

    Raises:
        Conflict: it is off the list already.
        NotFound: there is no such note.
    """
    return _mark_note(tx, note_id, removed=True)


@use_case(Permission.CUSTOMER_EDIT)
def restore_note(tx: Transaction, note_id: int) -> int:
    """Put a note on the list again; undoes `remove_note`. The customer's id.

    Raises:
        Conflict: it is on the list.
        NotFound: there is no such note.
    """
    return _mark_note(tx, note_id, removed=False)


def _mark_note(tx: Transaction, note_id: int, *, removed: bool) -> int:
    note = must_find(tx.execute(_NOTE, {"note": note_id}).first(), "note", note_id)
    if (note.removed_at is not None) == removed:
        raise Conflict("Another desk did that already.", hint="Look at the notes again.", note_id=note_id)
    tx.execute(
        sa.update(CustomerNote)
        .where(CustomerNote.id == note_id)
        .values(removed_at=utc_now() if removed else None)
    )
    tx.changed("customer", note.customer_id)
    return int(note.customer_id)


@use_case(Permission.CUSTOMER_EDIT)
def add_article(tx: Transaction, customer_id: int, code: str, sku: str) -> int:
    """Note what a customer calls a product, so that their orders are read by it; the row's id.

    Raises:
        BadInput: the number is empty, or no product has this SKU.
        ArticleTaken: the customer has this number for another product.
        Erased, NotFound: as `add_note`.
    """
    known_customer(tx, customer_id)
    code = code_field(code, "article number")
    product_id = tx.execute(_PRODUCT, {"sku": sku.strip()}).scalar_one_or_none()
    if product_id is None:
        raise BadInput(
            f"There is no product {sku.strip() or 'without an SKU'}.",
            hint="Enter the SKU as it stands in the catalogue.",
            field="sku",
            value=sku,
        )
    taken = tx.execute(_TAKEN, {"customer": customer_id, "code": code}).scalar_one_or_none()
    if taken is not None:
        raise ArticleTaken(code, taken)
    values = {"customer_id": customer_id, "code": code, "product_id": product_id}
    made: int = tx.execute(
        sa.insert(CustomerArticle).values(values).returning(CustomerArticle.id)
    ).scalar_one()
    tx.changed("customer", customer_id)
    return made


@use_case(Permission.CUSTOMER_EDIT)
def remove_article(tx: Transaction, article_id: int) -> Article:
    """Forget what a customer calls a product; what it was, so that `restore_article` takes it back.

    Raises:
        NotFound: there is no such row.
    """
    was = must_find(tx.execute(_ARTICLE, {"article": article_id}).first(), "article", article_id)
    tx.execute(sa.delete(CustomerArticle).where(CustomerArticle.id == article_id))
    tx.changed("customer", was.customer_id)
    return Article(was.customer_id, was.code, was.product_id)


@use_case(Permission.CUSTOMER_EDIT)
def restore_article(tx: Transaction, article: Article) -> int:
    """Note again what a customer called a product; undoes `remove_article`.

    Raises:
        ArticleTaken, Erased, NotFound: as `add_article`.
    """
    known_customer(tx, article.customer_id)
    given = {"customer": article.customer_id, "code": article.code}
    if (taken := tx.execute(_TAKEN, given).scalar_one_or_none()) is not None:
        raise ArticleTaken(article.code, taken)
    values = {"customer_id": article.customer_id, "code": article.code, "product_id": article.product_id}
    made: int = tx.execute(
        sa.insert(CustomerArticle).values(values).returning(CustomerArticle.id)
    ).scalar_one()
    tx.changed("customer", article.customer_id)
    return made
