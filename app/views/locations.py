"""Places of the warehouses: where goods lie, in which order they are walked, and the labels that are stuck on them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from app.domain.permissions import Permission
from app.domain.scan import Scan, ScanKind
from app.errors import AppError
from app.qt.commands import command
from app.qt.format import count
from app.qt.table import Column
from app.qt.widgets import Button, Label
from app.qt.words import mark, tr, trn
from app.queries.locations import (
    LocationRow,
    WarehouseRow,
    last_walk,
    location_count,
    location_detail,
    location_ids,
    location_list,
    warehouses,
)
from app.queries.pages import Ask, Connection, Page
from app.queries.places import home
from app.services.labels import Stored
from app.services.looking_up import look_up
from app.services.resolver import Resolved
from app.services.signs import MOST_PLACES, print_location_labels
from app.services.site_changes import LocationFields, add_checked_location, edit_location
from app.services.sites import NewLocation, add_locations
from app.views.parts.form import Field
from app.views.parts.many_places import ManyPlaces
from app.views.parts.place_words import KINDS
from app.views.parts.record import RecordDrawer, RecordScreen
from app.views.table_screen import Filter, Tab

FIELDS = (
    Field("warehouse_id", mark("Warehouse"), "choice", fixed=True),
    Field("code", mark("Code"), needed=True, help=mark("As it is called and printed: A-01-1")),
    Field("kind", mark("Kind"), "choice", tuple((kind, words) for kind, (_, words) in KINDS.items())),
    Field("aisle", mark("Aisle")),
    Field("bay", mark("Bay")),
    Field("level", mark("Level")),
    Field("position", mark("Position")),
    Field(
        "walk_seq", mark("Place in the walk"), "number", help=mark("The picker walks from small to large.")
    ),
    Field("barcode", mark("Barcode"), help=mark("Left empty, it is made of warehouse and code.")),
    Field("active", mark("In use"), "flag"),
)


class Locations(RecordScreen[LocationRow]):
    """Where goods lie."""

    id, title, icon, group = "locations", mark("Locations"), "locations", mark("Base data")
    topics = frozenset({"location", "warehouse"})
    ticks = True
    columns: tuple[Column[LocationRow], ...] = (  # type: ignore[misc]  # the class variable of the base, with its rows named
        Column("code", mark("Code"), lambda r: r.code, width=120, code=True, sort="code"),
        Column(
            "kind",
            mark("Kind"),
            lambda r: tr(KINDS[r.kind][1]),
            width=125,
            mark=lambda r: (KINDS[r.kind][0], "text2"),
        ),
        Column("aisle", mark("Aisle"), lambda r: r.aisle, width=60, code=True),
        Column("bay", mark("Bay"), lambda r: r.bay, width=55, code=True),
        Column("level", mark("Level"), lambda r: r.level, width=60, code=True),
        Column("position", mark("Position"), lambda r: r.position, width=80, code=True, hidden=True),
        Column(
            "walk",
            mark("Walk"),
            lambda r: count(r.walk_seq) if r.walk_seq else "",
            width=70,
            right=True,
            sort="walk",
            raw=lambda r: r.walk_seq,
        ),
        Column(
            "pieces",
            mark("Pieces"),
            lambda r: count(r.pieces) if r.pieces else "",
            width=80,
            right=True,
            raw=lambda r: r.pieces,
        ),
        Column("barcode", mark("Barcode"), lambda r: r.barcode, width=200, code=True, stretch=True),
        Column("warehouse", mark("Warehouse"), lambda r: r.warehouse, width=100, code=True, hidden=True),
        Column(
            "active",
            mark("State"),
            lambda r: tr("In use") if r.active else tr("Out of use"),
            width=110,
            mark=lambda r: ("circle", "text2") if r.active else ("close", "text3"),
        ),
    )
    sorted_by = ("code", False)
    tabs = (
        Tab("shelves", mark("Shelves"), {"group": "shelves"}),
        Tab("floor", mark("Work areas"), {"group": "floor"}),
        Tab("moving", mark("On the move"), {"group": "moving"}),
        Tab("virtual", mark("Virtual"), {"group": "virtual"}),
        Tab("all", mark("All"), {}),
    )
    searches = mark("Code or barcode")
    empty = (mark("No places"), mark("Press Ctrl+N to add one, or Ctrl+Shift+N for many."))
    edits = Permission.SITE_EDIT
    new_title = mark("New place")
    fields = FIELDS

    def build(self) -> None:
        """Make the parts."""
        self._warehouses: tuple[WarehouseRow, ...] = ()
        self._home = 0
        self._many_on = False
        super().build()

    def filters(self) -> tuple[Filter, ...]:
        """One warehouse, and places in or out of use."""
        sites = tuple((one.id, one.code) for one in self._warehouses)
        use = ((True, mark("In use")), (False, mark("Out of use")))
        found = (Filter("active", mark("State"), use),)
        return (Filter("warehouse", mark("Warehouse"), sites), *found) if len(sites) > 1 else found

    def refresh(self) -> None:
        """Read the warehouses, then the places."""
        desk = self.ctx.desk

        def read(connection: Connection) -> tuple[tuple[WarehouseRow, ...], int]:
            return warehouses(connection), home(connection, desk)

        self.read(read, then=self._sites, failed=lambda _: None, latest="sites")
        super().refresh()

    def _sites(self, found: tuple[tuple[WarehouseRow, ...], int]) -> None:
        first = not self._warehouses
        self._warehouses, self._home = found
        self.form.offer("warehouse_id", self._choices())
        self._paint_chips()
        if first and len(self._warehouses) > 1 and self._wanted is None:
            self.set_filter("warehouse", self._home)

    def _choices(self) -> list[tuple[Any, str]]:
        return [(one.id, f"{one.code}  {one.name}") for one in self._warehouses]

    def fetch(self, connection: Connection, ask: Ask) -> Page[LocationRow]:
        """A page of places."""
        return location_list(connection, ask)

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return location_count(connection, ask)

    def detail(self, connection: Connection, key: Any) -> LocationRow | None:
        """One place."""
        return location_detail(connection, key)

    def values_of(self, thing: LocationRow) -> Mapping[str, Any]:
        """What stands in the fields."""
        return {one.name: getattr(thing, one.name) for one in FIELDS}

    def more(self, drawer: RecordDrawer) -> None:
        """What lies there; and the form that adds many."""
        self.inside = Label("", "base", "text2", wrap=True)
        self.look_inside = Button(mark("What lies there"), "stock", "Ctrl+L")
        self.look_inside.clicked.connect(self.show_stock)
        self.many = ManyPlaces()
        self.many.wanted.connect(self._add_many)
        for part in (self.inside, self.look_inside, self.many):
            drawer.body.addWidget(part)
        self._show_many(False)

    def _show_many(self, on: bool) -> None:
        self._many_on = on
        self.many.setVisible(on)
        for part in (self.record.form, self.record.save, *self._below()):
            part.setVisible(not on)

    def _below(self) -> tuple[QWidget, ...]:
        return self.inside, self.look_inside

    def fill_more(self, thing: LocationRow | None) -> None:
        """How many pieces lie there."""
        self._show_many(False)
        for part in self._below():
            part.setVisible(thing is not None)
        if thing is not None:
            self.inside.set(mark("%n pieces lie here."), n=thing.pieces)
            self.look_inside.setEnabled(thing.pieces > 0)

    def add_new(self, values: dict[str, Any]) -> None:
        """Add the place."""
        names = ("code", "kind", "aisle", "bay", "level", "position", "walk_seq")
        place = NewLocation(**{name: values[name] for name in names}, barcode=values["barcode"] or None)
        self.do(
            add_checked_location,
            int(values["warehouse_id"] or 0),
            place,
            then=self.added,
            failed=self.refused,
        )

    def change(self, thing: LocationRow, values: dict[str, Any]) -> None:
        """Keep the fields."""
        names = [name for name in values if name != "warehouse_id"]
        new = LocationFields(**{name: values[name] for name in names})
        was = LocationFields(**{name: getattr(thing, name) for name in names})
        self.do(edit_location, thing.id, new, was, then=lambda _: self.kept(), failed=self.refused)

    def store(self) -> None:
        """Keep the fields, or make the many places."""
        if self._many_on:
            self._add_many()
        else:
            super().store()

    def can(self, command_id: str) -> bool:
        """Labels and a look inside need a place; places need a warehouse."""
        if command_id == "record.save" and self._many_on:
            return True
        if command_id == "location.labels":
            return bool(self.chosen())
        if command_id == "location.stock":
            return self.shown is not None and self.shown.pieces > 0
        return super().can(command_id)

    @command(
        "location.new",
        mark("New place"),
        icon="plus",
        shortcut="Ctrl+N",
        right=Permission.SITE_EDIT,
        primary=True,
    )
    def new(self) -> None:
        """Empty fields for one place."""
        self._show_many(False)
        self.begin(warehouse_id=self._here(), kind="storage", active=True)
        self.form.widget("code").setFocus()

    def _here(self) -> int:
        return int(self._set.get("warehouse", 0)) or self._home

    @command(
        "location.many",
        mark("Many places"),
        icon="shelf",
        shortcut="Ctrl+Shift+N",
        right=Permission.SITE_EDIT,
    )
    def new_many(self) -> None:
        """Fields for aisles, bays and levels."""
        self.is_new, self.dirty = True, False
        self.record.set_title(tr("Many places"))
        self.record.show()
        self._show_many(True)
        self.many.begin(self._choices(), self._here())
        self.read(last_walk, self._here(), then=self.many.follow, latest="walk")
        self.update_commands()

    def _add_many(self) -> None:
        found = self.many.places()
        if found is None or self._busy:
            return
        warehouse, places = found
        self._busy = True
        self.do(
            add_locations,
            warehouse,
            places,
            then=lambda ids: self._many_added(ids),
            failed=self._many_refused,
        )

    def _many_added(self, ids: tuple[int, ...]) -> None:
        self._busy = False
        self.shell.tell(trn("%n places are added.", len(ids)))
        self.cancel()
        self._wanted, self._sought = ids[0], True
        self.refresh()

    def _many_refused(self, error: AppError) -> None:
        self._busy = False
        if "rule" in error.facts:
            self.many.form.refuse_field(
                "aisles", tr("Some of these places are there already; none was added.")
            )
        elif not self.many.refused(error):
            self.shell.notices.refused(error)

    def cancel(self) -> None:
        """Leave the fields, of one place or of many."""
        self._show_many(False)
        super().cancel()

    @command(
        "location.labels",
        mark("Print labels"),
        icon="print",
        shortcut="Ctrl+P",
        right=Permission.PAPER_PRINT,
    )
    def print_labels(self) -> None:
        """Labels of the ticked places, else of the current one."""
        ids = tuple(row.id for row in self.chosen())
        if ids:
            self.do(print_location_labels, ids, then=lambda stored: self._printed(stored, len(ids)))

    @command(
        "location.all-labels",
        mark("Print labels of all that are found"),
        icon="print",
        right=Permission.PAPER_PRINT,
        button=False,
    )
    def print_all_labels(self) -> None:
        """Labels of every place of the question, in its order."""
        ask = self.ask()

        def found(ids: tuple[int, ...]) -> None:
            self.do(print_location_labels, ids, then=lambda stored: self._printed(stored, len(ids)))

        self.read(location_ids, ask, MOST_PLACES + 1, then=found)

    def _printed(self, stored: Stored, number: int) -> None:
        self.untick()
        self.shell.tell(trn("%n labels are in the print queue.", number))

    @command("location.stock", mark("What lies there"), icon="stock", shortcut="Ctrl+L", button=False)
    def show_stock(self) -> None:
        """Go to the stock of the place."""
        if self.shown is not None:
            self.shell.go("stock", ("location", self.shown.id))

    @command(
        "location.warehouses",
        mark("Warehouses"),
        icon="map",
        shortcut="Ctrl+Shift+W",
        right=Permission.SITE_EDIT,
    )
    def show_warehouses(self) -> None:
        """Go to the warehouses."""
        self.shell.go("warehouses", self._here())

    def on_scan(self, scan: Scan, journal: int) -> bool:
        """A place's barcode shows the place."""
        if scan.kind not in (ScanKind.LOCATION, ScanKind.PLAIN):
            return False

        def found(what: Resolved) -> None:
            self.shell.answered(journal, what.kind)
            if what.kind == "location":
                self.cancel()
                self.open(what.id)
            else:
                self.shell.tell(tr("No place has the barcode {code}.", code=scan.code))

        year = date.today().year  # noqa: DTZ011 - the desk's own calendar
        self.do(look_up, scan.raw, year, then=found, key=self.shell.scan_key(journal), lane="scans")
        return True
