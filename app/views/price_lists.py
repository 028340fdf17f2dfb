"""Price lists: their prices with breaks and days, who has them, and what carriage is charged at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from app.domain.charge_files import write_charges
from app.domain.permissions import Permission
from app.domain.price_files import ListPrice, write_prices
from app.domain.pricing import Charge
from app.domain.table_files import LineProblem
from app.errors import AppError
from app.qt.commands import command
from app.qt.format import count
from app.qt.table import Column
from app.qt.widgets import Button, Section
from app.qt.words import mark, said, tr, trn
from app.queries.pages import Ask, Connection, Page
from app.queries.price_lists import (
    ChargedService,
    PriceListDetail,
    PriceListRow,
    charged_services,
    price_list_count,
    price_list_detail,
    price_list_rows,
    shipping_charges,
)
from app.services.price_lists import (
    PriceListFields,
    PricesChanged,
    add_price_list,
    change_prices,
    edit_price_list,
    end_price_list,
    save_charges,
)
from app.views.parts.form import Field, Form
from app.views.parts.lines import Lines
from app.views.parts.price_words import by_product, read_charge_table, read_one, read_price_table, told
from app.views.parts.record import RecordDrawer, RecordScreen
from app.views.parts.table_text import TableText
from app.views.table_screen import Tab

SHOWN_PRODUCTS = 12
_ONE_PRICE = (
    Field("sku", mark("SKU"), needed=True),
    Field("from_qty", mark("From pieces"), "number", help=mark("1 where it is left empty")),
    Field("price", mark("Price of one piece"), "amount", needed=True),
    Field("valid_from", mark("From day"), help=mark("As 2026-12-31; today where it is left empty")),
    Field("valid_until", mark("To day"), help=mark("Included; empty for good")),
)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the desk's own calendar


class PriceLists(RecordScreen[PriceListRow]):
    """What customers pay."""

    id, title, icon, group = "price-lists", mark("Price lists"), "money", mark("Base data")
    topics = frozenset({"price_list", "customer", "product"})
    columns: tuple[Column[PriceListRow], ...] = (  # type: ignore[misc]  # the class variable of the base, with its rows named
        Column("code", mark("Code"), lambda r: r.code, width=130, code=True),
        Column("name", mark("Name"), lambda r: r.name, width=260, stretch=True),
        Column("currency", mark("Currency"), lambda r: r.currency, width=100),
        Column(
            "prices", mark("Prices"), lambda r: count(r.prices), width=100, right=True, raw=lambda r: r.prices
        ),
        Column(
            "customers",
            mark("Customers"),
            lambda r: count(r.customers),
            width=110,
            right=True,
            raw=lambda r: r.customers,
        ),
        Column(
            "active",
            mark("State"),
            lambda r: tr("In use") if r.active else tr("Out of use"),
            width=130,
            mark=lambda r: ("circle", "text2") if r.active else ("close", "text3"),
        ),
    )
    tabs = (Tab("active", mark("In use"), {"active": True}), Tab("all", mark("All"), {}))
    searches = mark("Name or code")
    empty = (
        mark("No price lists"),
        mark("Without one everybody pays the products' own prices. Press Ctrl+N to add one."),
    )
    edits = Permission.CATALOGUE_EDIT
    new_title = mark("New price list")
    fresh: Mapping[str, Any] = {"active": True, "currency": "EUR"}  # type: ignore[misc]  # as above
    fields = (
        Field("code", mark("Code"), needed=True, fixed=True),
        Field("name", mark("Name"), needed=True),
        Field("currency", mark("Currency"), needed=True),
        Field("active", mark("In use"), "flag"),
    )

    def build(self) -> None:
        """Make the parts."""
        self._copy_of: int | None = None
        super().build()

    def fetch(self, connection: Connection, ask: Ask) -> Page[PriceListRow]:
        """A page of lists."""
        return price_list_rows(connection, ask)

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return price_list_count(connection, ask)

    def detail(self, connection: Connection, key: Any) -> PriceListDetail | None:
        """One list with its prices."""
        return price_list_detail(connection, key)

    def values_of(self, thing: PriceListDetail) -> Mapping[str, Any]:
        """What stands in the fields."""
        return {one.name: getattr(thing.row, one.name) for one in self.fields}

    # Beneath the fields

    def more(self, drawer: RecordDrawer) -> None:
        """The prices, a field for one more, and who has the list."""
        self.heading, self.prices = Section(mark("Prices")), Lines()
        self.all = Button(mark("Edit as a table"), "edit", "Ctrl+R")
        self.all.clicked.connect(self.edit_prices)
        self.adding = Section(mark("Set a price"))
        self.one = Form(_ONE_PRICE, drawer.body.parentWidget())
        self.set = Button(mark("Set the price"), "plus", "Return")
        self.set.clicked.connect(self.set_price)
        self.one.saved.connect(self.set_price)
        self.having, self.customers = Section(mark("Customers who have it")), Lines()
        parts: tuple[QWidget, ...] = (
            *(self.heading, self.prices, self.all, self.adding, self.one, self.set),
            *(self.having, self.customers),
        )
        for part in parts:
            drawer.body.addWidget(part)

    def fill_more(self, thing: PriceListDetail | None) -> None:
        """List prices and customers."""
        there, may = thing is not None, self.may_edit
        shown: tuple[QWidget, ...] = (self.heading, self.prices, self.having, self.customers, self.all)
        typed: tuple[QWidget, ...] = (self.adding, self.one, self.set)
        for part in (*shown, *typed):
            part.setVisible(there and (may or part in shown))
        self.one.fill({}, new=True)
        self.prices.clear()
        self.customers.clear()
        if thing is None:
            return
        self.heading.set_figure(count(thing.row.prices))
        today = _today()
        products = by_product(thing.prices)
        for sku in list(products)[:SHOWN_PRODUCTS]:
            now, under = told(products[sku], today, thing.row.currency)
            self.prices.add(sku, thing.names[sku], now, tone="text" if now else "text3", under=under)
        if len(products) > SHOWN_PRODUCTS:
            self.prices.say(trn("and %n more products", len(products) - SHOWN_PRODUCTS))
        elif not products:
            self.prices.say(tr("None yet: products have their own prices."))
        self.having.set_figure(count(thing.row.customers))
        for customer in thing.customers:
            self.customers.add(
                customer.code,
                customer.name,
                act=lambda customer_id=customer.id: self.shell.go("customers", customer_id),  # type: ignore[misc]  # a lambda's default has no type
            )
        if not thing.customers:
            self.customers.say(tr("None; the customer's own fields name their list."))
        elif thing.row.customers > len(thing.customers):
            self.customers.say(trn("and %n more customers", thing.row.customers - len(thing.customers)))

    def retranslate(self) -> None:
        """Follow the language."""
        super().retranslate()
        if self.shown is not None and not self.is_new and not self.dirty:
            self.fill_more(self.shown)

    # Keeping

    def add_new(self, values: dict[str, Any]) -> None:
        """Add the list, with the prices of the one that is copied."""
        code, source = values.pop("code"), self._copy_of

        def added(key: int) -> None:
            self._copy_of = None
            self.added(key)

        self.do(add_price_list, code, _fields(values), source, then=added, failed=self.refused)

    def change(self, thing: PriceListDetail, values: dict[str, Any]) -> None:
        """Keep the fields."""
        was = PriceListFields(thing.row.name, thing.row.currency, thing.row.active)
        new = _fields(values)

        def kept(_: object) -> None:
            self.kept()
            back = lambda: self.do(  # noqa: E731 - bound to this list
                edit_price_list, thing.id, was, new, then=lambda _: self.refresh()
            )
            self.shell.tell(tr("{name} is saved.", name=thing.code), back if new != was else None)

        self.do(edit_price_list, thing.id, new, was, then=kept, failed=self.refused)

    def cancel(self) -> None:
        """Leave the fields; nothing is copied any more."""
        self._copy_of = None
        super().cancel()

    def set_price(self) -> None:
        """Put one price into the list; one of the same quantity and day gives way."""
        values, thing = self.one.values(), self.shown
        if values is None or thing is None or self.is_new or not self.may_edit:
            return
        new = read_one(values, thing.code, _today())
        if isinstance(new, LineProblem):
            self.one.refuse_field(new.column or "sku", said(new.why))
            return
        before = tuple(one for one in thing.prices if one.key == new.key)
        if before == (new,):
            return

        def refused(error: AppError) -> None:
            if not self.one.refuse(error):
                self.shell.notices.refused(error)

        def done(found: PricesChanged) -> None:
            self._told(thing.code, found)
            self.one.fill({}, new=True)
            self.one.focus_first()

        self.do(change_prices, thing.id, before, (new,), then=done, failed=refused)

    def _told(self, code: str, done: PricesChanged) -> None:
        """Say what was changed, and offer to take it back."""
        words = trn("%n prices of {code} are changed.", max(len(done.gone), len(done.new)), code=code)
        back = lambda: self.do(  # noqa: E731 - bound to this change
            change_prices, done.list_id, done.new, done.gone, then=lambda _: self.refresh()
        )
        self.shell.tell(words, back)
        self.dirty = False
        self.refresh()

    # Commands

    def can(self, command_id: str) -> bool:
        """Prices belong to a list."""
        if command_id in ("pricelist.prices", "pricelist.copy", "pricelist.end"):
            right = self.may_edit or command_id == "pricelist.prices"
            return right and self.shown is not None and not self.is_new
        return super().can(command_id)

    @command("pricelist.charges", mark("Shipping charges"), icon="truck", shortcut="Ctrl+T")
    def charges(self) -> None:
        """What customers pay for carriage, as a table."""

        def fetch(connection: Connection) -> tuple[tuple[Charge, ...], tuple[ChargedService, ...]]:
            return shipping_charges(connection), charged_services(connection)

        self.read(fetch, then=lambda found: self._show_charges(*found))

    def _show_charges(self, was: tuple[Charge, ...], services: tuple[ChargedService, ...]) -> None:
        ids = {one.code: one.id for one in services}
        read = lambda text: read_charge_table(text, ids)  # noqa: E731 - bound to these services
        about = tr(
            "One row a charge, without tax. A row without service or country is of all of them; a service goes before a country."
        )
        text = write_charges(was, {one.id: one.code for one in services})
        self.table_text = TableText(tr("Shipping charges"), about, text, read, self, locked=not self.may_edit)
        self.table_text.kept.connect(lambda rows: self._keep_charges(rows, was))
        self.table_text.open()

    def _keep_charges(self, rows: tuple[Charge, ...], was: tuple[Charge, ...]) -> None:
        def kept(_: object) -> None:
            self.table_text.accept()
            back = lambda: self.do(save_charges, was, rows, then=lambda _: self.refresh())  # noqa: E731 - bound to this change
            self.shell.tell(tr("The shipping charges are saved."), back if set(rows) != set(was) else None)

        self.do(save_charges, rows, was, then=kept, failed=self.table_text.refuse)

    @command("pricelist.prices", mark("Edit as a table"), icon="edit", shortcut="Ctrl+R", button=False)
    def edit_prices(self) -> None:
        """All prices of the list as a table: pasted from a spreadsheet, loaded from a file."""
        thing = self.shown
        if thing is None or self.is_new:
            return

        read = lambda text: read_price_table(text, thing.code, thing.row.currency, _today())  # noqa: E731 - bound to this list
        about = tr(
            "One row a price of one piece in {currency}; both days included, as 2026-12-31.",
            currency=thing.row.currency,
        )
        title = tr("Prices of {name}", name=thing.code)
        self.table_text = TableText(
            title, about, write_prices(thing.prices), read, self, locked=not self.may_edit
        )
        self.table_text.kept.connect(lambda rows: self._keep_prices(thing, rows))
        self.table_text.open()

    def _keep_prices(self, thing: PriceListDetail, rows: tuple[ListPrice, ...]) -> None:
        before, after = set(thing.prices), set(rows)
        gone = tuple(one for one in thing.prices if one not in after)
        new = tuple(one for one in rows if one not in before)
        if not gone and not new:
            self.table_text.accept()
            return

        def kept(done: PricesChanged) -> None:
            self.table_text.accept()
            self._told(thing.code, done)

        self.do(change_prices, thing.id, gone, new, then=kept, failed=self.table_text.refuse)

    @command(
        "pricelist.end",
        mark("End after today"),
        icon="calendar",
        shortcut="Ctrl+Shift+E",
        right=Permission.CATALOGUE_EDIT,
        button=False,
    )
    def end(self) -> None:
        """Let no price of the list hold after today."""
        thing = self.shown
        if thing is not None and not self.is_new:
            self.do(end_price_list, thing.id, _today(), then=lambda done: self._told(thing.code, done))

    @command(
        "pricelist.copy",
        mark("Copy the list"),
        icon="copy",
        shortcut="Ctrl+Shift+N",
        right=Permission.CATALOGUE_EDIT,
    )
    def copy_list(self) -> None:
        """Empty fields for a new list with the same prices."""
        thing = self.shown
        if thing is not None and not self.is_new:
            self._copy_of = thing.id
            self.begin(name=thing.row.name, currency=thing.row.currency)
            self.record.set_title(tr("Copy of {name}", name=thing.code))

    @command(
        "pricelist.new",
        mark("New price list"),
        icon="plus",
        shortcut="Ctrl+N",
        right=Permission.CATALOGUE_EDIT,
        primary=True,
    )
    def new(self) -> None:
        """Empty fields for a new list."""
        self._copy_of = None
        self.begin()


def _fields(values: Mapping[str, Any]) -> PriceListFields:
    return PriceListFields(values["name"], str(values["currency"]).strip().upper(), values["active"])
