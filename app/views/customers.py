"""Customers: who buys, where it goes, what is open of theirs; added and changed here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QWidget

from app.domain import money as minor
from app.domain.address import PostalAddress
from app.domain.countries import country_name
from app.domain.permissions import Permission
from app.errors import AppError
from app.qt.commands import command
from app.qt.format import count, day, money
from app.qt.table import Column
from app.qt.widgets import Section
from app.qt.words import language, mark, said, tr
from app.queries.customers import (
    CustomerDetails,
    CustomerRow,
    count_customers,
    customer_details,
    customers,
)
from app.queries.pages import Ask, Connection, Page
from app.queries.price_lists import ListChoice, list_choices
from app.queries.readable import reads_addresses
from app.services.context import Context
from app.services.order_prices import check_discount
from app.services.parties import NewCustomer, add_customer, edit_customer, set_customer_status
from app.views.parts import address_fields
from app.views.parts.form import Field, Form
from app.views.parts.lines import Lines
from app.views.parts.order_words import STATES
from app.views.parts.record import RecordDrawer, RecordScreen
from app.views.table_screen import Tab

STATUSES = (("active", mark("Active")), ("blocked", mark("Blocked")))
SIGNS = {"active": ("circle", "text2"), "blocked": ("hold", "stop")}
WORDS = dict(STATUSES)
ADVICES = (("", mark("None")), ("edifact", mark("EDIFACT DESADV")), ("ubl", mark("UBL DespatchAdvice")))
DESPATCH = ("gln", "despatch_advice", "despatch_folder", "notices")
TERMS = ("payment_days", "prepaid", "vip")
ANSWERS = (
    ("", mark("None")),
    ("mail", mark("By mail")),
    ("edifact", mark("EDIFACT ORDRSP")),
    ("ubl", mark("UBL OrderResponse")),
)
ANSWERING = ("order_answer", "answer_folder", "tax_number")
LANGUAGES = (("en", mark("English")), ("fr", mark("French")))


class Customers(RecordScreen[CustomerRow]):
    """Who buys."""

    id, title, icon, group = "customers", mark("Customers"), "customers", mark("Sell")
    topics = frozenset({"customer", "sales_order", "price_list"})
    columns: tuple[Column[CustomerRow], ...] = (  # type: ignore[misc]  # the class variable of the base, with its rows named
        Column("code", mark("Code"), lambda r: r.code, width=110, code=True, sort="code"),
        Column("name", mark("Name"), lambda r: r.name, width=240, sort="name", stretch=True),
        Column("postal_code", mark("Postal code"), lambda r: r.postal_code, width=96),
        Column("city", mark("Town"), lambda r: r.city, width=150),
        Column(
            "country",
            mark("Country"),
            lambda r: country_name(r.country, language()) if r.country else "",
            width=130,
            raw=lambda r: r.country,
        ),
        Column(
            "open",
            mark("Open orders"),
            lambda r: count(r.open_orders) if r.open_orders else "",
            width=144,
            right=True,
            raw=lambda r: r.open_orders,
        ),
        Column(
            "status", mark("State"), lambda r: tr(WORDS[r.status]), width=110, mark=lambda r: SIGNS[r.status]
        ),
        Column("language", mark("Papers in"), lambda r: tr(dict(LANGUAGES)[r.language]), hidden=True),
        Column("currency", mark("Currency"), lambda r: r.currency, width=90, hidden=True),
    )
    sorted_by = ("name", False)
    tabs = (
        Tab("active", mark("Active"), {"status": "active"}),
        Tab("blocked", mark("Blocked"), {"status": "blocked"}),
        Tab("all", mark("All"), {}),
    )
    searches = mark("Name, code, telephone")
    empty = (mark("No customers"), mark("Press Ctrl+N to add one."))
    edits = Permission.CUSTOMER_EDIT
    new_title = mark("New customer")
    fresh: Mapping[str, Any] = {  # type: ignore[misc]  # as above
        "status": "active",
        "language": "en",
        "currency": "EUR",
        "country_code": "FR",
        "notices": True,
        "despatch_advice": "",
        "order_answer": "",
        "payment_days": 30,
    }
    fields = (
        Field("code", mark("Code"), needed=True, fixed=True),
        Field("name", mark("Name"), needed=True),
        Field("status", mark("State"), "choice", STATUSES),
        Field("language", mark("Papers in"), "choice", LANGUAGES),
        Field("currency", mark("Currency"), needed=True),
        Field("credit_limit", mark("Credit limit"), "amount", help=mark("0: none set")),
        Field("price_list_id", mark("Price list"), "choice"),
        Field("discount", mark("Discount in %"), "amount", help=mark("Off each order")),
        Field("payment_days", mark("Days to pay"), "number"),
        Field("prepaid", mark("Pays before we ship"), "flag"),
        Field("vip", mark("VIP customer"), "flag"),
        Field("ship_complete", mark("Takes complete deliveries only"), "flag"),
        *address_fields.FIELDS,
        Field("notices", mark("Tell by mail when parcels leave"), "flag"),
        Field("gln", mark("GLN"), help=mark("GS1 number of 13 digits")),
        Field("tax_number", mark("Tax number"), help=mark("VAT number; orders that come in are known by it")),
        Field("order_answer", mark("Answers to orders"), "choice", ANSWERS),
        Field("answer_folder", mark("Folder for answers"), help=mark("The whole path")),
        Field("despatch_advice", mark("Despatch advice"), "choice", ADVICES),
        Field("despatch_folder", mark("Folder for despatch advices"), help=mark("The whole path")),
    )

    def fetch(self, connection: Connection, ask: Ask) -> Page[CustomerRow]:
        """A page of customers."""
        return customers(connection, ask, addresses=reads_addresses(self.ctx.rights))

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return count_customers(connection, ask, addresses=reads_addresses(self.ctx.rights))

    def detail(self, connection: Connection, key: Any) -> CustomerDetails | None:
        """One customer with addresses and open orders."""
        return customer_details(connection, key, addresses=reads_addresses(self.ctx.rights))

    def values_of(self, thing: CustomerDetails) -> Mapping[str, Any]:
        """What stands in the fields."""
        row = thing.row
        own = {name: getattr(row, name) for name in ("code", "name", "status", "language", "currency")}
        limit = Decimal(thing.credit_limit).scaleb(-minor.digits(row.currency))
        return (
            own
            | {"ship_complete": row.ship_complete, "credit_limit": limit}
            | {name: getattr(thing, name) for name in (*DESPATCH, *TERMS, *ANSWERING)}
            | {"price_list_id": thing.price_list_id or 0, "discount": thing.discount * 100}
            | address_fields.values_of(thing.ship_address or thing.bill_address)
        )

    def refresh(self) -> None:
        """Read the price lists, then the customers."""
        self.read(list_choices, then=self._offer_lists, failed=lambda _: None, latest="lists")
        super().refresh()

    def _offer_lists(self, found: tuple[ListChoice, ...]) -> None:
        lists = [(0, tr("None"))] + [(one.id, f"{one.name} ({one.currency})") for one in found]
        self.form.offer("price_list_id", lists)
        if self.shown is not None and not self.dirty and not self.is_new:
            self.form.fill(self.values_of(self.shown), new=False)
            address_fields.show_fields(self.form)

    # Beneath the fields

    def more(self, drawer: RecordDrawer) -> None:
        """Where the invoice goes, if elsewhere, and what is open."""
        drawer.open_button.show()
        drawer.opened.connect(self.to_account)
        self.bill = Form(address_fields.FIELDS, drawer.body.parentWidget())
        self.orders = Lines()
        self.bill.saved.connect(self.store)
        self.bill.edited.connect(self._edited)
        for form in (self.form, self.bill):
            form.widget("country_code").currentIndexChanged.connect(
                lambda _=0, one=form: address_fields.show_fields(one)
            )
        parts: tuple[QWidget, ...] = (
            Section(mark("Open orders")),
            self.orders,
            Section(mark("Invoice address, where it is another")),
            self.bill,
        )
        for part in parts:
            drawer.body.addWidget(part)

    def fill_more(self, thing: CustomerDetails | None) -> None:
        """Show the invoice address where it is another one, and the open orders."""
        apart = thing.bill_address if thing and thing.bill_address != thing.ship_address else None
        self.bill.lock(not self.may_edit)
        self.bill.fill(address_fields.values_of(apart), new=thing is None)
        for form in (self.form, self.bill):
            address_fields.show_fields(form)
        self.orders.clear()
        for order in thing.orders if thing else ():
            words = ", ".join(part for part in (tr(STATES[order.state][2]), day(order.promised_on)) if part)
            self.orders.add(
                order.number,
                words,
                money(order.total, order.currency),
                act=lambda order_id=order.id: self.shell.go("orders", order_id),  # type: ignore[misc]  # a lambda's default has no type
            )
        if not (thing and thing.orders):
            self.orders.say(tr("None."))

    def retranslate(self) -> None:
        """Follow the language."""
        super().retranslate()
        if self.shown is not None and not self.is_new:
            self.fill_more(self.shown)

    # Keeping

    def check(self, values: dict[str, Any]) -> bool:
        """Both addresses, where there are any, are such as the post could read; the amount is one of the currency."""
        values["currency"] = str(values["currency"]).strip().upper()
        name = "currency"
        try:
            minor.digits(values["currency"])
            name = "credit_limit"
            values["credit_limit"] = minor.minor_of(values["credit_limit"], values["currency"])
            name = "discount"
            values["discount"] = check_discount(values["discount"] / 100)
        except AppError as error:
            self.form.refuse_field(name, said(error))
            return False
        typed = self.bill.values()
        if typed is None:
            return False
        values["bill"] = _address(typed, values["name"])
        good = address_fields.check(self.bill, values["bill"])
        return address_fields.check(self.form, _address(values, values["name"])) and good

    def add_new(self, values: dict[str, Any]) -> None:
        """Add the customer."""

        def add(ctx: Context, customer: NewCustomer, status: str) -> int:
            made = add_customer(ctx, customer)
            if status != "active":
                set_customer_status(ctx, made, status)
            return made

        self.do(add, _customer(values), values["status"], then=self.added, failed=self.refused)

    def change(self, thing: CustomerDetails, values: dict[str, Any]) -> None:
        """Keep the fields; Ctrl+Z puts them back."""
        before = NewCustomer(
            *(thing.code, thing.row.name, thing.bill_address, thing.ship_address, thing.row.language),
            *(thing.row.currency, thing.row.ship_complete, thing.credit_limit),
            *(getattr(thing, name) for name in DESPATCH),
            *(thing.price_list_id, thing.discount, *(getattr(thing, name) for name in (*TERMS, *ANSWERING))),
        )

        def done(version: int) -> None:
            self.kept()
            words = tr("{name} is saved.", name=thing.code)
            self.shell.tell(words, lambda: self._put_back(thing, before, version))

        self.do(
            edit_customer,
            thing.id,
            _customer(values),
            thing.row.version,
            values["status"],
            then=done,
            failed=self.refused,
        )

    def _put_back(self, thing: CustomerDetails, before: NewCustomer, version: int) -> None:
        def done(_: int) -> None:
            self.shell.tell(tr("Taken back."))
            self.refresh()
            self.show_row(self.current())

        self.do(edit_customer, thing.id, before, version, thing.row.status, then=done)

    def can(self, command_id: str) -> bool:
        """An order is taken for somebody."""
        if command_id in ("customer.order", "customer.account"):
            return self.current() is not None and not self.is_new
        return super().can(command_id)

    @command(
        "customer.order",
        mark("New order"),
        icon="order-entry",
        shortcut="Ctrl+O",
        right=Permission.ORDER_ENTER,
    )
    def take_order(self) -> None:
        """Take an order of this customer."""
        row = self.current()
        if row is not None:
            self.shell.go("order-entry", ("customer", row.id))

    @command("customer.account", mark("Account"), icon="history", shortcut="F4")
    def to_account(self) -> None:
        """Orders, returns, contacts, notes and disputes of this customer."""
        row = self.current()
        if row is not None:
            self.shell.go("customer", row.id)

    @command(
        "customer.new",
        mark("New customer"),
        icon="plus",
        shortcut="Ctrl+N",
        right=Permission.CUSTOMER_EDIT,
        primary=True,
    )
    def new(self) -> None:
        """Empty fields for a new customer."""
        self.begin()


def _customer(values: Mapping[str, Any]) -> NewCustomer:
    ship = _address(values, values["name"])
    return NewCustomer(
        *(values["code"], values["name"], values["bill"] or ship, ship, values["language"]),
        *(values["currency"], values["ship_complete"], values["credit_limit"]),
        *(values[name] for name in DESPATCH),
        *(values["price_list_id"] or None, values["discount"], *(values[name] for name in TERMS)),
    )


def _address(values: Mapping[str, Any], name: str) -> PostalAddress | None:
    """The address that was typed: a country alone is none, and without another name it is the customer's own."""
    found = address_fields.address_of(values)
    if found is None or found == PostalAddress(country_code=found.country_code):
        return None
    if not found.name and not found.company_name:
        return replace(found, company_name=name)
    return found
