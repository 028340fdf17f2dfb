"""The warehouses: name, hours and days of work, and the address that labels and papers name as the sender."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.domain.address import PostalAddress
from app.domain.permissions import Permission
from app.domain.text import fold
from app.qt.commands import command
from app.qt.table import Column
from app.qt.words import mark
from app.queries.locations import WarehouseRow, warehouses
from app.queries.pages import Ask, Connection, Page
from app.queries.readable import reads_addresses
from app.services.site_changes import WarehouseFields, edit_warehouse, open_warehouse
from app.views.parts import address_fields
from app.views.parts.form import Field
from app.views.parts.record import RecordDrawer, RecordScreen
from app.views.table_screen import Tab

OWN = ("name", "time_zone", "working_days", "cut_off")


class Warehouses(RecordScreen[WarehouseRow]):
    """Where the company works."""

    id, title, icon, group = "warehouses", mark("Warehouses"), "map", mark("Base data")
    topics = frozenset({"warehouse"})
    right = Permission.SITE_EDIT
    columns: tuple[Column[WarehouseRow], ...] = (  # type: ignore[misc]  # the class variable of the base, with its rows named
        Column("code", mark("Code"), lambda r: r.code, width=120, code=True),
        Column("name", mark("Name"), lambda r: r.name, width=260, stretch=True),
        Column("town", mark("Town"), lambda r: r.address.city if r.address else "", width=180),
        Column("time_zone", mark("Time zone"), lambda r: r.time_zone, width=160),
        Column("cut_off", mark("Cut-off"), lambda r: r.cut_off, width=90),
    )
    tabs = (Tab("all", mark("All"), {}),)
    searches = mark("Name or code")
    empty = (mark("No warehouses"), mark("Press Ctrl+N to add one."))
    edits = Permission.SITE_EDIT
    new_title = mark("New warehouse")
    fresh: Mapping[str, Any] = {  # type: ignore[misc]  # as above
        "time_zone": "Europe/Paris",
        "working_days": "12345",
        "cut_off": "16:00",
        "country_code": "FR",
    }
    fields = (
        Field(
            "code", mark("Code"), needed=True, fixed=True, help=mark("Short: barcodes of places carry it.")
        ),
        Field("name", mark("Name"), needed=True),
        Field("cut_off", mark("Cut-off"), needed=True, help=mark("Orders of the day until then, as 16:00")),
        Field("working_days", mark("Working days"), needed=True, help=mark("1 is Monday: 12345")),
        Field("time_zone", mark("Time zone"), needed=True),
        *address_fields.FIELDS,
    )

    def fetch(self, connection: Connection, ask: Ask) -> Page[WarehouseRow]:
        """All of them; there are few."""
        return Page(self._found(connection, ask), None)

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return len(self._found(connection, ask))

    def _found(self, connection: Connection, ask: Ask) -> tuple[WarehouseRow, ...]:
        words = fold(ask.text).split()
        known = warehouses(connection, addresses=reads_addresses(self.ctx.rights))
        return tuple(one for one in known if all(word in fold(f"{one.code} {one.name}") for word in words))

    def detail(self, connection: Connection, key: Any) -> WarehouseRow | None:
        """One warehouse with its address."""
        known = warehouses(connection, addresses=reads_addresses(self.ctx.rights))
        return next((one for one in known if one.id == key), None)

    def values_of(self, thing: WarehouseRow) -> Mapping[str, Any]:
        """What stands in the fields."""
        own = {name: getattr(thing, name) for name in ("code", *OWN)}
        return own | address_fields.values_of(thing.address)

    def more(self, drawer: RecordDrawer) -> None:
        """The country decides which fields the address has."""
        country = self.form.widget("country_code")
        country.currentIndexChanged.connect(lambda: address_fields.show_fields(self.form))

    def fill_more(self, thing: WarehouseRow | None) -> None:
        """Which fields the country has."""
        address_fields.show_fields(self.form)

    def check(self, values: dict[str, Any]) -> bool:
        """The address, where there is one, is one that the post could read."""
        return address_fields.check(self.form, _address(values))

    def add_new(self, values: dict[str, Any]) -> None:
        """Open the warehouse with its standard places, hours and address."""
        self.do(open_warehouse, values["code"], _fields(values), then=self.added, failed=self.refused)

    def change(self, thing: WarehouseRow, values: dict[str, Any]) -> None:
        """Keep the fields."""
        was = WarehouseFields(**{name: getattr(thing, name) for name in OWN}, address=thing.address)
        self.do(
            edit_warehouse,
            thing.id,
            _fields(values),
            was,
            then=lambda _: self.kept(),
            failed=self.refused,
        )

    @command(
        "warehouse.new",
        mark("New warehouse"),
        icon="plus",
        shortcut="Ctrl+N",
        right=Permission.SITE_EDIT,
        primary=True,
    )
    def new(self) -> None:
        """Empty fields for a new warehouse."""
        self.begin()

    @command("warehouse.places", mark("Places"), icon="locations", shortcut="Ctrl+L")
    def places(self) -> None:
        """Back to the places."""
        self.shell.go("locations")


def _fields(values: Mapping[str, Any]) -> WarehouseFields:
    return WarehouseFields(**{name: values[name] for name in OWN}, address=_address(values))


def _address(values: Mapping[str, Any]) -> PostalAddress | None:
    return address_fields.named(address_fields.address_of(values), str(values["name"]))
