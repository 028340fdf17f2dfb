"""Carriers and what they sell: days on the way, latest hand-over, and whether it is offered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.permissions import Permission
from app.errors import AppError
from app.qt import theme
from app.qt.commands import command
from app.qt.format import count
from app.qt.table import Column
from app.qt.widgets import Button, IconButton, Label, MiniCard, Section
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
from app.services.carriers import (
    CarrierFields,
    ServiceFields,
    add_carrier,
    add_service,
    edit_carrier,
    edit_service,
)
from app.views.parts.form import Field, Form
from app.views.parts.record import RecordDrawer, RecordScreen
from app.views.table_screen import Tab

SERVICE_FIELDS = (
    Field("code", mark("Code"), needed=True, fixed=True),
    Field("name", mark("Name"), needed=True),
    Field("transit_days", mark("Days on the way"), "number"),
    Field("cut_off", mark("Latest hand-over"), needed=True, help=mark("Local time, as 16:30")),
    Field("active", mark("Offered"), "flag"),
)


class ServiceForm(QWidget):
    """One service of the carrier, opened beneath the list of them."""

    def __init__(self, screen: Carriers) -> None:
        super().__init__()
        self.shown: ServiceRow | None = None
        self.title = Label("", "strong")
        self.form = Form(SERVICE_FIELDS)
        self.keep = Button(mark("Save the service"), "check")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.S8, 0, 0)
        column.setSpacing(theme.S8)
        for part in (self.title, self.form, self.keep):
            column.addWidget(part)
        self.form.saved.connect(screen.store_service)
        self.form.edited.connect(screen.touch)
        self.keep.clicked.connect(screen.store_service)

    def begin(self, service: ServiceRow | None, locked: bool) -> None:
        """Show a service, or empty fields for a new one."""
        self.shown = service
        self.title.set(mark("Service {code}"), code=service.code) if service else self.title.set(
            mark("New service")
        )
        values: dict[str, Any] = {"transit_days": 1, "cut_off": "16:30", "active": True}
        if service is not None:
            values = {one.name: getattr(service, one.name) for one in SERVICE_FIELDS}
        self.form.lock(locked)
        self.form.fill(values, new=service is None)
        self.keep.setVisible(not locked)
        self.show()
        self.form.focus_first()


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
    fresh: Mapping[str, Any] = {"active": True}  # type: ignore[misc]  # as above
    fields = (
        Field("code", mark("Code"), needed=True, fixed=True),
        Field("name", mark("Name"), needed=True),
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
        self.service = ServiceForm(self)
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

    def _line(self, service: ServiceRow) -> MiniCard:
        days = trn("%n days", service.transit_days)
        facts = (
            tr("{days}, until {time}", days=days, time=service.cut_off)
            if service.active
            else tr("Not offered")
        )
        edit = IconButton("edit", mark("Edit the service"))
        edit.clicked.connect(lambda: self.service.begin(service, not self.may_edit))
        return MiniCard(
            "truck" if service.active else "close", f"{service.code}  {service.name}", facts, edit
        )

    def add_new(self, values: dict[str, Any]) -> None:
        """Add the carrier."""
        self.do(add_carrier, values["code"], values["name"], then=self.added, failed=self.refused)

    def change(self, thing: CarrierDetail, values: dict[str, Any]) -> None:
        """Keep the fields."""
        new = CarrierFields(values["name"], values["active"])
        was = CarrierFields(thing.name, thing.active)
        self.do(edit_carrier, thing.id, new, was, then=lambda _: self.kept(), failed=self.refused)

    def store_service(self) -> None:
        """Keep the service that is open; what is refused is said beside its field."""
        values = self.service.form.values()
        if values is None or self.shown is None or not self.may_edit:
            return
        code = str(values["code"])

        def refused(error: AppError) -> None:
            if not self.service.form.refuse(error):
                self.shell.notices.refused(error)

        def kept(_: object) -> None:
            self.dirty = False
            self.shell.tell(tr("{name} is saved.", name=code))
            self.refresh()
            self.view.setFocus()

        names = ("name", "transit_days", "cut_off", "active")
        if self.service.shown is None:
            carrier = self.shown.id
            offered = [values[name] for name in names[:-1]]
            self.do(add_service, carrier, code, *offered, then=kept, failed=refused)
            return
        was = ServiceFields(*(getattr(self.service.shown, name) for name in names))
        new = ServiceFields(*(values[name] for name in names))
        self.do(edit_service, self.service.shown.id, new, was, then=kept, failed=refused)

    def store(self) -> None:
        """Keep what is open: the service, else the carrier."""
        if self.service.isVisible():
            self.store_service()
        else:
            super().store()

    def can(self, command_id: str) -> bool:
        """A service belongs to a carrier."""
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
        self.service.form.widget("active").setVisible(False)
        self.service.begin(None, False)
