"""Customers, suppliers and their addresses."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from pathlib import PurePath

import sqlalchemy as sa

from app.database import Transaction
from app.domain import money
from app.domain.address import PostalAddress, digest
from app.domain.permissions import Permission
from app.domain.text import fold, sort_key
from app.errors import BadInput, Conflict
from app.integrations.messages.edifact import is_gln
from app.models import Address, Customer, PriceList, Supplier
from app.services.context import use_case
from app.services.rows import code_field, insert_new, must_find, text_field

LANGUAGES = ("en", "fr")
DESPATCH_FORMATS = ("", "edifact", "ubl")
ANSWER_FORMATS = ("", "mail", "edifact", "ubl")
LONGEST_PAYMENT = 365
_ADDRESS = sa.select(Address.id).where(Address.digest == sa.bindparam("digest"))


@dataclass(frozen=True, slots=True)
class NewCustomer:
    """A customer to add; without a ship address goods go to the bill address. `credit_limit` in minor units, 0: none set.

    `despatch_advice` ('edifact', 'ubl', '' for none) goes as files into `despatch_folder`, addressed by `gln`; `notices`: letters
    tell when parcels leave. `discount` is a fraction of each order, `payment_days` how long they may take to pay, `prepaid` that
    we see the money first. `order_answer` ('mail', 'edifact', 'ubl', '' for none) is how orders are answered, the latter two as
    files into `answer_folder`. `tax_number`: by which invoices and messages know them.
    """

    code: str
    name: str
    bill_address: PostalAddress | None = None
    ship_address: PostalAddress | None = None
    language: str = "en"
    currency: str = "EUR"
    ship_complete: bool = False
    credit_limit: int = 0
    gln: str = ""
    despatch_advice: str = ""
    despatch_folder: str = ""
    notices: bool = True
    price_list_id: int | None = None
    discount: Decimal = Decimal(0)
    payment_days: int = 30
    prepaid: bool = False
    vip: bool = False
    order_answer: str = ""
    answer_folder: str = ""
    tax_number: str = ""


@use_case(Permission.CUSTOMER_EDIT)
def add_customer(tx: Transaction, customer: NewCustomer) -> int:
    """Add a customer with addresses; the id.

    Raises:
        BadInput: code, name, language or currency cannot be used.
        Conflict: the code is taken.
    """
    values = {"code": code_field(customer.code, "customer code")} | _customer_columns(tx, customer)
    made: int = tx.execute(sa.insert(Customer).values(values).returning(Customer.id)).scalar_one()
    tx.changed("customer", made)
    return made


@use_case(Permission.CUSTOMER_EDIT)
def edit_customer(
    tx: Transaction, customer_id: int, customer: NewCustomer, version: int, status: str | None = None
) -> int:
    """Write a customer's fields anew, all but the code; the new version. Undone by the fields as they were before.

    Orders keep the addresses that they were entered with.

    Args:
        tx: The transaction.
        customer_id: Whom.
        customer: All fields; the code is not changed.
        version: As it was read; another one now says that somebody else was first.
        status: 'active' or 'blocked'; None leaves it.

    Raises:
        BadInput: name, language, currency or status cannot be used.
        Conflict: another desk changed the customer meanwhile.
        NotFound: there is no such customer.
    """
    found = must_find(
        tx.execute(sa.select(Customer.code, Customer.version).where(Customer.id == customer_id)).first(),
        "customer",
        customer_id,
    )
    statement = sa.update(Customer).where(Customer.id == customer_id, Customer.version == version)
    values = _customer_columns(tx, replace(customer, code=found.code)) | {"version": version + 1}
    if status is not None:
        values["status"] = _checked_status(status)
    if tx.execute(statement.values(values)).rowcount != 1:
        raise Conflict(
            f"Customer {found.code} was changed at another desk.",
            hint="Look at it again, then repeat your change.",
            customer=found.code,
        )
    tx.changed("customer", customer_id)
    return version + 1


def _checked_status(status: str) -> str:
    if status not in ("active", "blocked"):
        raise BadInput(
            f"{status!r} is no status of a customer.", hint="There are active, blocked.", value=status
        )
    return status


def _customer_columns(tx: Transaction, customer: NewCustomer) -> dict[str, object]:
    """What is written of a customer besides the code."""
    name = text_field(customer.name, "customer name")
    if customer.language not in LANGUAGES:
        raise BadInput(
            f"Papers are not written in {customer.language!r}.",
            hint="Choose en or fr.",
            field="language",
            value=customer.language,
        )
    money.digits(customer.currency)
    if customer.credit_limit < 0:
        raise BadInput("A credit limit is zero or more.", field="credit_limit", value=customer.credit_limit)
    bill = save_address(tx, customer.bill_address) if customer.bill_address else None
    ship = save_address(tx, customer.ship_address) if customer.ship_address else bill
    return {
        "name": name,
        "search_text": fold(f"{customer.code.strip()} {name}"),
        "sort_key": sort_key(name),
        "language": customer.language,
        "currency": customer.currency,
        "bill_address_id": bill,
        "ship_address_id": ship,
        "ship_complete": customer.ship_complete,
        "credit_limit": customer.credit_limit,
        "notices": customer.notices,
        "vip": customer.vip,
        **_despatch_columns(customer),
        **_answer_columns(customer),
        **_terms_columns(tx, customer),
    }


def _terms_columns(tx: Transaction, customer: NewCustomer) -> dict[str, object]:
    """On which terms a customer buys; a list out of use may stay, and gives no price."""
    if customer.price_list_id is not None:
        listed = sa.select(PriceList.id).where(PriceList.id == customer.price_list_id)
        must_find(tx.execute(listed).first(), "price list", customer.price_list_id)
    discount = customer.discount
    if not discount.is_finite() or not 0 <= discount <= 1 or discount != round(discount, 6):
        raise BadInput(
            f"{discount} cannot be a customer's discount.",
            hint="It is from 0 to 100 %; write 15 % as 0.15.",
            field="discount",
            value=str(discount),
        )
    if not 0 <= customer.payment_days <= LONGEST_PAYMENT:
        raise BadInput(
            f"Nobody pays after {customer.payment_days} days.",
            hint=f"Enter 0 to {LONGEST_PAYMENT} days.",
            field="payment_days",
            value=customer.payment_days,
        )
    return {
        "price_list_id": customer.price_list_id,
        "discount": discount,
        "payment_days": customer.payment_days,
        "prepaid": customer.prepaid,
    }


def _despatch_columns(customer: NewCustomer) -> dict[str, object]:
    """How despatch advices reach a customer: a format needs the number that they are addressed by, and a folder."""
    gln, folder = gln_field(customer.gln), customer.despatch_folder.strip()
    if customer.despatch_advice not in DESPATCH_FORMATS:
        raise BadInput(
            f"There is no despatch advice as {customer.despatch_advice!r}.",
            hint="There are edifact, ubl.",
            field="despatch_advice",
            value=customer.despatch_advice,
        )
    if customer.despatch_advice and not gln:
        raise BadInput(
            "A despatch advice is addressed by the customer's GLN.", hint="Enter the GLN.", field="gln"
        )
    if (folder or customer.despatch_advice) and ("\0" in folder or not PurePath(folder).is_absolute()):
        raise BadInput(
            f"{folder!r} is no whole path of a folder.",
            hint="Write the path from the root on.",
            field="despatch_folder",
            value=folder,
        )
    return {"gln": gln, "despatch_advice": customer.despatch_advice, "despatch_folder": folder}


def _answer_columns(customer: NewCustomer) -> dict[str, object]:
    """How a customer's orders are answered: as files into a folder that another program watches, or by mail."""
    folder = customer.answer_folder.strip()
    if customer.order_answer not in ANSWER_FORMATS:
        raise BadInput(
            f"Orders are not answered as {customer.order_answer!r}.",
            hint="There are mail, edifact, ubl.",
            field="order_answer",
            value=customer.order_answer,
        )
    wanted = customer.order_answer in ("edifact", "ubl")
    if (folder or wanted) and ("\0" in folder or not PurePath(folder).is_absolute()):
        raise BadInput(
            f"{folder!r} is no whole path of a folder.",
            hint="Write the path from the root on.",
            field="answer_folder",
            value=folder,
        )
    number = plain_tax_number(customer.tax_number)
    if len(number) > 20 or not ((number.isascii() and number.isalnum()) or not number):
        raise BadInput(
            f"{customer.tax_number!r} is no tax number.",
            hint="It has letters and digits, at most 20.",
            field="tax_number",
            value=customer.tax_number,
        )
    return {"order_answer": customer.order_answer, "answer_folder": folder, "tax_number": number}


def plain_tax_number(text: str) -> str:
    """A tax number as it is kept and looked for: capitals, without blanks, points and dashes."""
    return "".join(letter for letter in text.upper() if letter not in " .-/\t\u00a0\u202f")


def gln_field(text: str) -> str:
    """A GS1 location number: 13 digits with their check digit, or empty. Blanks between them do not matter.

    Raises:
        BadInput: it is none.
    """
    gln = "".join(text.split())
    if gln and not is_gln(gln):
        raise BadInput(f"{text!r} is no GLN.", hint="It has 13 digits.", field="gln", value=text)
    return gln


@use_case(Permission.CUSTOMER_EDIT)
def set_customer_status(tx: Transaction, customer_id: int, status: str) -> str:
    """Block a customer (no new orders) or let them order again; the status before.

    Raises:
        BadInput: there is no such status.
        NotFound: there is no such customer.
    """
    status = _checked_status(status)
    before = must_find(
        tx.execute(sa.select(Customer.status).where(Customer.id == customer_id)).first(),
        "customer",
        customer_id,
    )
    statement = sa.update(Customer).where(Customer.id == customer_id)
    tx.execute(statement.values(status=status, version=Customer.version + 1))
    tx.changed("customer", customer_id)
    return str(before.status)


@use_case(Permission.CATALOGUE_EDIT)
def add_supplier(tx: Transaction, code: str, name: str, address: PostalAddress | None = None) -> int:
    """Add a supplier; the id.

    Raises:
        BadInput: code or name is empty.
        Conflict: the code is taken.
    """
    code, name = code_field(code, "supplier code"), text_field(name, "supplier name")
    values = {
        "code": code,
        "name": name,
        "search_text": fold(f"{code} {name}"),
        "sort_key": sort_key(name),
        "address_id": save_address(tx, address) if address else None,
    }
    made: int = tx.execute(sa.insert(Supplier).values(values).returning(Supplier.id)).scalar_one()
    tx.changed("supplier", made)
    return made


def save_address(tx: Transaction, address: PostalAddress) -> int:
    """The id of an address, stored when it is new; whether it can be delivered to is for the label to ask.

    Addresses are never changed, so that an order keeps the one it named; the same address is one row.
    """
    key = digest(address)
    known: int | None = tx.execute(_ADDRESS, {"digest": key}).scalar_one_or_none()
    if known is not None:
        return known
    fields = {name: value.strip().replace("\0", "") for name, value in asdict(address).items()}
    fields["country_code"] = fields["country_code"].upper()
    made = insert_new(tx, Address, fields | {"digest": key})
    if made is None:
        made = tx.execute(_ADDRESS, {"digest": key}).scalar_one()
    tx.changed("address", made)
    return made
