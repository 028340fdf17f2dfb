"""Suppliers: whom we buy from, where they are, and whether we still do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.domain.address import PostalAddress
from app.domain.countries import country_name
from app.domain.permissions import Permission
from app.qt.commands import command
from app.qt.table import Column
from app.qt.widgets import Label
from app.qt.words import language, mark, tr, trn
from app.queries.pages import Ask, Connection, Page
from app.queries.readable import reads_addresses
from app.queries.suppliers import (
    SupplierDetail,
    SupplierRow,
    supplier_count,
    supplier_detail,
    supplier_list,
)
from app.services.parties import add_supplier
from app.services.supplier_changes import edit_supplier
from app.views.parts import address_fields
from app.views.parts.form import Field
from app.views.parts.record import RecordDrawer, RecordScreen
from app.views.table_screen import Tab

STATUSES = (("active", mark("Active")), ("blocked", mark("Blocked")))
SIGNS = {"active": ("circle", "text2"), "blocked": ("hold", "stop")}
WORDS = dict(STATUSES)


class Suppliers(RecordScreen[SupplierRow]):
    """Whom we buy from."""

    id, title, icon, group = "suppliers", mark("Suppliers"), "suppliers", mark("Base data")
    topics = frozenset({"supplier"})
    columns: tuple[Column[SupplierRow], ...] = (  # type: ignore[misc]  # the class variable of the base, with its rows named
        Column("code", mark("Code"), lambda r: r.code, width=120, code=True, sort="code"),
        Column("name", mark("Name"), lambda r: r.name, width=280, sort="name", stretch=True),
        Column("city", mark("Town"), lambda r: r.city, width=180),
        Column(
            "country",
            mark("Country"),
            lambda r: country_name(r.country, language()) if r.country else "",
            width=160,
            raw=lambda r: r.country,
        ),
        Column(
            "status", mark("State"), lambda r: tr(WORDS[r.status]), width=120, mark=lambda r: SIGNS[r.status]
        ),
    )
    sorted_by = ("name", False)
    tabs = (
        Tab("active", mark("Active"), {"status": "active"}),
        Tab("blocked", mark("Blocked"), {"status": "blocked"}),
        Tab("all", mark("All"), {}),
    )
    searches = mark("Name or code")
    empty = (mark("No suppliers"), mark("Press Ctrl+N to add one."))
    edits = Permission.CATALOGUE_EDIT
    new_title = mark("New supplier")
    fresh: Mapping[str, Any] = {"status": "active", "country_code": "FR"}  # type: ignore[misc]  # as above
    fields = (
        Field("code", mark("Code"), needed=True, fixed=True),
        Field("name", mark("Name"), needed=True),
        Field("status", mark("State"), "choice", STATUSES),
        *address_fields.FIELDS,
    )

    def fetch(self, connection: Connection, ask: Ask) -> Page[SupplierRow]:
        """A page of suppliers."""
        return supplier_list(connection, ask, addresses=reads_addresses(self.ctx.rights))

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return supplier_count(connection, ask)

    def detail(self, connection: Connection, key: Any) -> SupplierDetail | None:
        """One supplier with its address."""
        return supplier_detail(connection, key, addresses=reads_addresses(self.ctx.rights))

    def values_of(self, thing: SupplierDetail) -> Mapping[str, Any]:
        """What stands in the fields."""
        own = {"code": thing.code, "name": thing.name, "status": thing.status}
        return own | address_fields.values_of(thing.address)

    def more(self, drawer: RecordDrawer) -> None:
        """How many deliveries are awaited."""
        self.awaited = Label("", "base", "text2", wrap=True)
        drawer.body.addWidget(self.awaited)
        self.form.widget("country_code").currentIndexChanged.connect(
            lambda: address_fields.show_fields(self.form)
        )

    def fill_more(self, thing: SupplierDetail | None) -> None:
        """Which fields the country has, and what is on its way."""
        address_fields.show_fields(self.form)
        self.awaited.say(
            trn("%n purchase orders are open.", thing.open_purchases)
            if thing and thing.open_purchases
            else ""
        )

    def check(self, values: dict[str, Any]) -> bool:
        """The address, where there is one, is one that the post could read."""
        return address_fields.check(self.form, _address(values))

    def add_new(self, values: dict[str, Any]) -> None:
        """Add the supplier."""
        self.do(
            add_supplier,
            values["code"],
            values["name"],
            _address(values),
            then=self.added,
            failed=self.refused,
        )

    def change(self, thing: SupplierDetail, values: dict[str, Any]) -> None:
        """Keep the fields."""
        self.do(
            edit_supplier,
            thing.id,
            values["name"],
            _address(values),
            values["status"],
            thing.version,
            then=lambda _: self.kept(),
            failed=self.refused,
        )

    @command(
        "supplier.new",
        mark("New supplier"),
        icon="plus",
        shortcut="Ctrl+N",
        right=Permission.CATALOGUE_EDIT,
        primary=True,
    )
    def new(self) -> None:
        """Empty fields for a new supplier."""
        self.begin()


def _address(values: Mapping[str, Any]) -> PostalAddress | None:
    return address_fields.named(address_fields.address_of(values), str(values["name"]))
