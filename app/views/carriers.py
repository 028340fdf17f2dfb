"""Carriers and what they sell: days on the way, latest hand-over, and whether it is offered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from app.domain.permissions import Permission
from app.domain.rate_files import RateTable, write_rates
from app.errors import AppError
from app.qt import theme
from app.qt.commands import command
from app.qt.format import count
from app.qt.table import Column
from app.qt.widgets import Button, IconButton, MiniCard, Section
from app.qt.widgets.panels import empty
from app.qt.words import mark, tr, trn
from app.queries.carriers import (
    CarrierDetail,
    CarrierRow,
    ServiceRow,
    carrier_count,
    carrier_detail,
    carrier_list,
)
from app.queries.pages import Ask, Connection, Page
from app.queries.rate_tables import rate_table
from app.services.carriers import CarrierFields, add_carrier, add_service, edit_carrier, edit_service
from app.services.rate_tables import save_rates
from app.views.parts.carrier_service import ServiceForm, fields_of
from app.views.parts.form import Field
from app.views.parts.rate_words import read_rate_table
from app.views.parts.record import RecordDrawer, RecordScreen
from app.views.parts.table_text import TableText
from app.views.table_screen import Tab

KINDS = (
    ("table", mark("Labels are set here")),
    ("file", mark("Files are exchanged")),
)
_FOLDERS = ("out_folder", "in_folder", "timeout_s")


class Carriers(RecordScreen[CarrierRow]):
    """Who carries the parcels."""

    id, title, icon, group = "carriers", mark("Carriers"), "carriers", mark("Base data")
    topics = frozenset({"carrier"})
    columns: tuple[Column[CarrierRow], ...] = (  # type: ignore[misc]  # the class variable of the base, with its rows named
        Column("code", mark("Code"), lambda r: r.code, width=120, code=True, sort="code"),
        Column("name", mark("Name"), lambda r: r.name, width=280, sort="name", stretch=True),
        Column(
            "services",
            mark("Services"),
            lambda r: count(r.services),
            width=100,
            right=True,
            raw=lambda r: r.services,
        ),
        Column(
            "active",
            mark("State"),
            lambda r: tr("In use") if r.active else tr("Out of use"),
            width=130,
            mark=lambda r: ("circle", "text2") if r.active else ("close", "text3"),
        ),
    )
    sorted_by = ("code", False)
    tabs = (
        Tab("active", mark("In use"), {"active": True}),
        Tab("off", mark("Out of use"), {"active": False}),
        Tab("all", mark("All"), {}),
    )
    searches = mark("Carrier or service")
    empty = (mark("No carriers"), mark("Press Ctrl+N to add one."))
    edits = Permission.SITE_EDIT
    new_title = mark("New carrier")
    fresh: Mapping[str, Any] = {"active": True, "kind": "table", "timeout_s": 20}  # type: ignore[misc]  # as above
    fields = (
        Field("code", mark("Code"), needed=True, fixed=True),
        Field("name", mark("Name"), needed=True),
        Field("kind", mark("Labels"), "choice", KINDS),
        Field("account", mark("Our customer number there")),
        Field("tracking_url", mark("Page to follow parcels"), help=mark("With {tracking} for the number")),
        Field("out_folder", mark("Folder for requests"), help=mark("As the desk that asks sees it")),
        Field("in_folder", mark("Folder of its answers")),
        Field("timeout_s", mark("Seconds to wait"), "number", help=mark("For a folder that does not answer")),
        Field("active", mark("In use"), "flag"),
    )

    def fetch(self, connection: Connection, ask: Ask) -> Page[CarrierRow]:
        """A page of carriers."""
        return carrier_list(connection, ask)

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return carrier_count(connection, ask)

    def detail(self, connection: Connection, key: Any) -> CarrierDetail | None:
        """One carrier with its services."""
        return carrier_detail(connection, key)

    def values_of(self, thing: CarrierDetail) -> Mapping[str, Any]:
        """What stands in the fields."""
        return {one.name: getattr(thing, one.name) for one in self.fields}

    def more(self, drawer: RecordDrawer) -> None:
        """The services, and the fields of the one that is open."""
        self.section = Section(mark("Services"))
        self.services = QVBoxLayout()
        self.services.setSpacing(theme.S4)
        self.plus = Button(mark("Add a service"), "plus", "Ctrl+Shift+N")
        self.plus.clicked.connect(self.new_service)
        self.service = ServiceForm(drawer)
        self.service.saved.connect(self.store_service)
        self.service.edited.connect(self.touch)
        self.service.rates_wanted.connect(self.show_rates)
        self.form.widget("kind").currentIndexChanged.connect(self._show_folders)
        drawer.body.addWidget(self.section)
        drawer.body.addLayout(self.services)
        drawer.body.addWidget(self.plus)
        drawer.body.addWidget(self.service)

    def touch(self) -> None:
        """A service's fields were changed."""
        self.dirty = True

    def fill_more(self, thing: CarrierDetail | None) -> None:
        """List what the carrier sells."""
        self.service.hide()
        empty(self.services)
        for one in thing.services if thing is not None else ():
            self.services.addWidget(self._line(one))
        self.section.setVisible(thing is not None)
        self.section.set_figure(count(len(thing.services)) if thing is not None else "")
        self.plus.setVisible(thing is not None and self.may_edit)
        self.form.widget("active").setVisible(thing is not None)
        self._show_folders()

    def _show_folders(self) -> None:
        """Folders are asked for where files are exchanged."""
        files = self.form.widget("kind").currentData() == "file"
        self.form.show_only(_FOLDERS if files else (), among=_FOLDERS)

    def _line(self, service: ServiceRow) -> MiniCard:
        days = trn("%n days", service.transit_days)
        facts = (
            tr("{days}, until {time}", days=days, time=service.cut_off)
            if service.active
            else tr("Not offered")
        )
        edit = IconButton("edit", mark("Edit the service"))
        edit.clicked.connect(lambda: self.open_service(service))
        return MiniCard(
            "truck" if service.active else "close", f"{service.code}  {service.name}", facts, edit
        )

    def add_new(self, values: dict[str, Any]) -> None:
        """Add the carrier."""
        new = _fields(values)
        self.do(add_carrier, values["code"], values["name"], new, then=self.added, failed=self.refused)

    def change(self, thing: CarrierDetail, values: dict[str, Any]) -> None:
        """Keep the fields."""
        new, was = _fields(values), _fields(self.values_of(thing))
        self.do(edit_carrier, thing.id, new, was, then=lambda _: self.kept(), failed=self.refused)

    def store_service(self) -> None:
        """Keep the service that is open; what is refused is said beside its field."""
        found = self.service.values()
        if found is None or self.shown is None or not self.may_edit:
            return
        code, new = found

        def refused(error: AppError) -> None:
            if not self.service.form.refuse(error):
                self.shell.notices.refused(error)

        def kept(_: object) -> None:
            self.dirty = False
            self.shell.tell(tr("{name} is saved.", name=code))
            self.refresh()
            self.view.setFocus()

        if self.service.shown is None:
            plain = (self.shown.id, code, new.name, new.transit_days, new.cut_off, new)
            self.do(add_service, *plain, then=kept, failed=refused)
            return
        was = fields_of(self.service.shown)
        self.do(edit_service, self.service.shown.id, new, was, then=kept, failed=refused)

    @command("carrier.rates", mark("Rates"), icon="money", shortcut="Ctrl+R", button=False)
    def show_rates(self) -> None:
        """The rate table of the service that is open."""
        service = self.service.shown
        if service is None:
            return

        def show(table: RateTable) -> None:
            about = tr(
                "One row a zone, a price or a surcharge, as in a spreadsheet; prices in {currency}.",
                currency=service.currency,
            )
            self.rates = TableText(
                tr("Rates of {service}", service=service.name),
                about,
                write_rates(table, service.currency),
                lambda text: read_rate_table(text, service.currency),
                self,
                locked=not self.may_edit,
            )
            self.rates.kept.connect(lambda new: self._keep_rates(service, new, table))
            self.rates.open()

        self.read(rate_table, service.id, then=show)

    def _keep_rates(self, service: ServiceRow, new: RateTable, was: RateTable) -> None:
        def kept(_: object) -> None:
            self.rates.accept()
            undo = (lambda: self._put_back(service, was, new)) if new != was else None
            self.shell.tell(tr("The rates of {name} are saved.", name=service.code), undo)
            self.refresh()

        self.do(save_rates, service.id, new, was, then=kept, failed=self.rates.refuse)

    def _put_back(self, service: ServiceRow, old: RateTable, new: RateTable) -> None:
        self.do(save_rates, service.id, old, new, then=lambda _: self.refresh())

    def store(self) -> None:
        """Keep what is open: the service, else the carrier."""
        if self.service.isVisible():
            self.store_service()
        else:
            super().store()

    def can(self, command_id: str) -> bool:
        """A service belongs to a carrier."""
        if command_id == "carrier.rates":
            return self.service.isVisible() and self.service.shown is not None
        if command_id == "carrier.service":
            return self.shown is not None and not self.is_new
        return super().can(command_id)

    @command(
        "carrier.new",
        mark("New carrier"),
        icon="plus",
        shortcut="Ctrl+N",
        right=Permission.SITE_EDIT,
        primary=True,
    )
    def new(self) -> None:
        """Empty fields for a new carrier."""
        self.begin()

    @command(
        "carrier.service",
        mark("Add a service"),
        icon="plus",
        shortcut="Ctrl+Shift+N",
        right=Permission.SITE_EDIT,
        button=False,
    )
    def new_service(self) -> None:
        """Empty fields for a service of the carrier."""
        self.open_service(None)

    def open_service(self, service: ServiceRow | None) -> None:
        """Show the fields of a service, or empty ones."""
        self.service.begin(service, not self.may_edit)
        self.update_commands()


def _fields(values: Mapping[str, Any]) -> CarrierFields:
    return CarrierFields(**{name: values[name] for name in CarrierFields.__slots__})
