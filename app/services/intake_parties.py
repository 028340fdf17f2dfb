"""Whom an order that came in means: the customer by what they are known by, and where the goods go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.domain.address import PostalAddress, ProblemCode, problems
from app.domain.text import sort_key
from app.integrations.channels.reading import Oddity, OrderReading, ReadParty
from app.models import Address, Customer, CustomerContact
from app.services.parties import plain_tax_number

SHOPS = frozenset({"shopify", "woocommerce", "amazon"})
"""Channels in which everybody may buy: an unknown buyer becomes a customer."""
MOST_FOUND = 5
_CUSTOMER = (
    *(Customer.id, Customer.code, Customer.name, Customer.gln, Customer.status, Customer.currency),
    Customer.tax_number,
    *(Customer.language, Customer.ship_address_id, Customer.discount),
)
_BY_NUMBER = sa.select(*_CUSTOMER).where(
    sa.or_(
        sa.and_(Customer.gln.in_(sa.bindparam("glns", expanding=True)), Customer.gln != ""),
        Customer.code.in_(sa.bindparam("codes", expanding=True)),
        sa.and_(Customer.tax_number.in_(sa.bindparam("taxed", expanding=True)), Customer.tax_number != ""),
    )
)
_OF_ADDRESS = sa.or_(Customer.bill_address_id == Address.id, Customer.ship_address_id == Address.id)
_MAILS: sa.BindParameter[Any] = sa.bindparam("mails", expanding=True)
_BY_MAIL = (
    sa.select(*_CUSTOMER)
    .where(
        sa.or_(
            sa.exists().where(_OF_ADDRESS, Address.email.in_(_MAILS)),
            sa.exists().where(CustomerContact.customer_id == Customer.id, CustomerContact.email.in_(_MAILS)),
        )
    )
    .order_by(Customer.id)
    .limit(MOST_FOUND)
)
_BY_NAME = (
    sa.select(*_CUSTOMER)
    .where(
        Customer.sort_key.in_(sa.bindparam("names", expanding=True)),
        sa.exists().where(_OF_ADDRESS, Address.postal_code.in_(sa.bindparam("zips", expanding=True))),
    )
    .order_by(Customer.id)
    .limit(MOST_FOUND)
)
_FIELDS = tuple(field.name for field in fields(PostalAddress))
_ADDRESS = sa.select(*(getattr(Address, name) for name in _FIELDS)).where(
    Address.id == sa.bindparam("address")
)
Source = Transaction | Connection


@dataclass(frozen=True, slots=True)
class Parties:
    """Who buys and where the goods go.

    Attributes:
        customer: Their row; None where nobody, or more than one, was found.
        new: Nobody is known yet, and the order brings what it takes to enter them.
        ship_address: As the message says, or of the place it names; None means the customer's own.
        country: Where the goods go, for the tax.
    """

    customer: Any
    new: bool
    ship_address: PostalAddress | None
    country: str
    oddities: tuple[Oddity, ...]


def find_parties(source: Source, reading: OrderReading) -> Parties:
    """Find the customer and the address of an order, in four statements at most."""
    buyer, ship = reading.buyer, reading.ship_to
    glns = [party.gln for party in (buyer, ship) if party is not None and party.gln]
    codes = [buyer.code] if buyer.code else []
    taxed = [plain_tax_number(buyer.tax_number)] if buyer.tax_number else []
    named = {"glns": glns, "codes": codes, "taxed": taxed}
    numbered = source.execute(_BY_NUMBER, named).all() if glns or codes or taxed else []
    customer, odd = _customer(source, buyer, numbered)
    new = customer is None and odd is None and _may_be_new(reading)
    if odd is None and new:
        odd = Oddity("new_customer", facts={"name": _name_of(buyer)})
    elif odd is None and customer is None:
        odd = Oddity("unknown_customer", "stops", facts={"named": _known_by(buyer)})
    elif odd is None and customer.status == "blocked":
        odd = Oddity("customer_blocked", "stops", facts={"customer": customer.code})
    address, more = _ship_address(source, reading, customer, numbered)
    country = address.country_code.upper() if address else ""
    if address is None and customer is not None and customer.ship_address_id is not None:
        own = source.execute(_ADDRESS, {"address": customer.ship_address_id}).one()
        country = str(own.country_code)
    return Parties(customer, new, address, country, (*((odd,) if odd else ()), *more))


def _customer(source: Source, buyer: ReadParty, numbered: Sequence[Any]) -> tuple[Any, Oddity | None]:
    """The customer by the surest of what they are known by; with several of them, the oddity that says so."""
    by_gln = [row for row in numbered if buyer.gln and row.gln == buyer.gln]
    by_code = [row for row in numbered if buyer.code and row.code == buyer.code]
    if by_gln and by_code and by_code[0].id not in {row.id for row in by_gln}:
        return None, _several([*by_gln, *by_code])
    found: Sequence[Any] = by_code if by_code and (len(by_gln) > 1 or not by_gln) else by_gln
    if found:
        return (found[0], None) if len(found) == 1 else (None, _several(found))
    number = plain_tax_number(buyer.tax_number)
    if number and (found := [row for row in numbered if row.tax_number == number]):
        return (found[0], None) if len(found) == 1 else (None, _several(found))
    mail = buyer.email.strip()
    if mail and (found := source.execute(_BY_MAIL, {"mails": [mail, mail.lower()]}).all()):
        return (found[0], None) if len(found) == 1 else (None, _several(found))
    address = buyer.address
    names = {sort_key(name) for name in (buyer.name, address.company_name if address else "") if name.strip()}
    zips = {address.postal_code, address.postal_code.replace(" ", "")} if address else set()
    if names and any(zips):
        found = source.execute(_BY_NAME, {"names": sorted(names), "zips": sorted(zips)}).all()
        if found:
            return (found[0], None) if len(found) == 1 else (None, _several(found))
    return None, None


def _several(rows: Sequence[Any]) -> Oddity:
    codes = ", ".join(dict.fromkeys(row.code for row in rows))
    return Oddity("ambiguous_customer", "stops", facts={"customers": codes})


def _may_be_new(reading: OrderReading) -> bool:
    """Whether a shop's buyer can be entered as a customer: they have a name and an address."""
    return reading.channel in SHOPS and bool(_name_of(reading.buyer)) and reading.buyer.address is not None


def _name_of(party: ReadParty) -> str:
    address = party.address
    return party.name or (address.company_name or address.name if address else "")


def _known_by(party: ReadParty) -> str:
    """What a message says of somebody, for a person who looks them up."""
    place = f"{party.address.postal_code} {party.address.city}".strip() if party.address else ""
    return ", ".join(
        part
        for part in (_name_of(party), party.gln, party.code, party.tax_number, party.email, place)
        if part
    )


def _ship_address(
    source: Source, reading: OrderReading, customer: Any, numbered: Sequence[Any]
) -> tuple[PostalAddress | None, tuple[Oddity, ...]]:
    """Where the goods go: what the message says wins over the customer's own."""
    ship = reading.ship_to or ReadParty()
    address = ship.address
    if address is not None and any((address.street_address, address.city, address.postal_code)):
        return _checked(_completed(ship, address, reading.buyer))
    if ship.gln and ship.gln != reading.buyer.gln and not (customer and customer.gln == ship.gln):
        places = [row for row in numbered if row.gln == ship.gln and row.ship_address_id is not None]
        if len(places) != 1:
            return None, (Oddity("unknown_place", "stops", facts={"gln": ship.gln, "name": ship.name}),)
        row = source.execute(_ADDRESS, {"address": places[0].ship_address_id}).one()
        return _checked(PostalAddress(**row._asdict()))
    if customer is not None and customer.ship_address_id is not None:
        return None, ()
    own = reading.buyer.address
    if own is not None and any((own.street_address, own.city, own.postal_code)):
        return _checked(_completed(reading.buyer, own, reading.buyer))
    return None, (Oddity("no_address", "stops"),)


def _completed(party: ReadParty, address: PostalAddress, buyer: ReadParty) -> PostalAddress:
    """The address with the name, telephone and mail that stand beside it."""
    named = address.name or address.company_name
    return replace(
        address,
        company_name=address.company_name if named else (party.name or buyer.name),
        phone=address.phone or party.phone,
        email=address.email or party.email,
    )


def _checked(address: PostalAddress) -> tuple[PostalAddress, tuple[Oddity, ...]]:
    """The address, and what is missing or wrong by the rules of its country."""
    found = [
        Oddity(
            "address_unknown" if problem.code is ProblemCode.UNKNOWN else "address_incomplete",
            "warns"
            if problem.code is ProblemCode.UNKNOWN or problem.field in ("phone", "email")
            else "stops",
            facts={"field": problem.field, "problem": problem.message},
        )
        for problem in problems(address)
    ]
    return address, tuple(found)
