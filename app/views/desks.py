"""Desks: what each is called, where it stands, and where its papers come out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.domain.permissions import Permission
from app.qt.commands import command
from app.qt.format import count
from app.qt.table import Column
from app.qt.widgets import Section
from app.qt.words import mark, tr
from app.queries.locations import warehouses
from app.queries.pages import Ask, Connection, Page
from app.queries.print_queue import PrinterRow, printers_of
from app.queries.staff import DeskListRow, desk_count, desk_detail, desk_list
from app.services.desks import DeskFields, add_desk, edit_desk
from app.views.parts.form import Field
from app.views.parts.printers import PrinterLines
from app.views.parts.record import RecordDrawer, RecordScreen
from app.views.table_screen import Tab


class Desks(RecordScreen[DeskListRow]):
    """Where people work."""

    id, title, icon, group = "desks", mark("Desks"), "desks", mark("Steer")
    topics = frozenset({"desk", "warehouse"})
    columns: tuple[Column[DeskListRow], ...] = (  # type: ignore[misc]  # the class variable of the base, with its rows named
        Column("code", mark("Code"), lambda r: r.code, width=150, code=True, sort="code"),
        Column("name", mark("Name"), lambda r: r.name, width=260, sort="name", stretch=True),
        Column("warehouse", mark("Warehouse"), lambda r: r.warehouse, width=130, code=True),
        Column(
            "printers",
            mark("Printers"),
            lambda r: count(r.printers) if r.printers else tr("none"),
            width=110,
            right=True,
            raw=lambda r: r.printers,
            tone=lambda r: "text" if r.printers else "warn",
        ),
    )
    sorted_by = ("code", False)
    tabs = (Tab("all", mark("All"), {}),)
    searches = mark("Code or name")
    empty = (
        mark("No desks"),
        mark("Press Ctrl+N to make one known by the code that its computer is set to."),
    )
    edits = Permission.SITE_EDIT
    new_title = mark("New desk")
    fields = (
        Field(
            "code", mark("Code"), needed=True, fixed=True, help=mark("As its computer is set to, BENCH-1 say")
        ),
        Field("name", mark("Name")),
        Field("warehouse_id", mark("Warehouse"), "choice"),
    )

    def build(self) -> None:
        """Make the parts."""
        self._printers: tuple[PrinterRow, ...] = ()
        super().build()

    def fetch(self, connection: Connection, ask: Ask) -> Page[DeskListRow]:
        """A page of desks."""
        return desk_list(connection, ask)

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return desk_count(connection, ask)

    def refresh(self) -> None:
        """Read the warehouses, then the desks."""
        self.read(warehouses, then=self._sites, failed=lambda _: None, latest="sites")
        super().refresh()

    def _sites(self, found: Any) -> None:
        sites = [(one.id, f"{one.code}  {one.name}") for one in found]
        self.form.offer("warehouse_id", [(None, tr("The first one")), *sites])
        if self.shown is not None and not self.dirty:
            self.form.fill(self.values_of(self.shown), new=self.is_new)

    def detail(self, connection: Connection, key: Any) -> DeskListRow | None:
        """One desk; its printers are kept beside it."""
        self._printers = printers_of(connection, key)
        return desk_detail(connection, key)

    def values_of(self, thing: DeskListRow) -> Mapping[str, Any]:
        """What stands in the fields."""
        return {"code": thing.code, "name": thing.name, "warehouse_id": thing.warehouse_id}

    def more(self, drawer: RecordDrawer) -> None:
        """A printer for each paper."""
        self.section = Section(mark("Printers"))
        self.printers = PrinterLines(self, self.refresh, narrow=True)
        drawer.body.addWidget(self.section)
        drawer.body.addWidget(self.printers)

    def fill_more(self, thing: DeskListRow | None) -> None:
        """Where its papers come out."""
        for part in (self.section, self.printers):
            part.setVisible(thing is not None)
        if thing is not None:
            self.printers.show_desk(thing.id, self._printers, self.may_edit)

    def retranslate(self) -> None:
        """Follow the language."""
        super().retranslate()
        self.printers.say()
        self.refresh()

    def add_new(self, values: dict[str, Any]) -> None:
        """Make the desk known."""
        self.do(
            add_desk,
            values["code"],
            values["name"],
            values["warehouse_id"],
            then=self.added,
            failed=self.refused,
        )

    def change(self, thing: DeskListRow, values: dict[str, Any]) -> None:
        """Keep the fields."""
        new = DeskFields(values["name"], values["warehouse_id"])
        was = DeskFields(thing.name, thing.warehouse_id)
        self.do(edit_desk, thing.id, new, was, then=lambda _: self.kept(), failed=self.refused)

    @command(
        "desk.new",
        mark("New desk"),
        icon="plus",
        shortcut="Ctrl+N",
        right=Permission.SITE_EDIT,
        primary=True,
    )
    def new(self) -> None:
        """Empty fields for a new desk."""
        self.begin()
