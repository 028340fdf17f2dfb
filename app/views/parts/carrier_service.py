"""One service of a carrier: its fields, and its rate table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.qt import theme
from app.qt.widgets import Button, Label
from app.qt.words import mark, tr, trn
from app.queries.carriers import ServiceRow
from app.services.carriers import ServiceFields
from app.views.parts.form import Field, Form

DAYS = (
    ("1", mark("Monday")),
    ("2", mark("Tuesday")),
    ("3", mark("Wednesday")),
    ("4", mark("Thursday")),
    ("5", mark("Friday")),
    ("6", mark("Saturday")),
    ("7", mark("Sunday")),
)
SERVICE_FIELDS = (
    Field("code", mark("Code"), needed=True, fixed=True),
    Field("name", mark("Name"), needed=True),
    Field("transit_days", mark("Days on the way"), "number"),
    Field("cut_off", mark("Latest hand-over"), needed=True, help=mark("Local time, as 16:30")),
    Field("service_days", mark("Travels on"), "several", DAYS, needed=True),
    Field("currency", mark("Currency"), needed=True, help=mark("Three letters, as EUR")),
    Field("max_weight_g", mark("Heaviest parcel"), "number", help=mark("In grams; 0 for no limit")),
    Field("max_length_mm", mark("Longest side"), "number", help=mark("In millimetres; 0 for no limit")),
    Field(
        "max_girth_mm",
        mark("Girth and length"),
        "number",
        help=mark("The longest side and twice the two others, in millimetres; 0 for no limit"),
    ),
    Field(
        "volume_divisor",
        mark("Volume weight"),
        "number",
        help=mark("Cubic centimetres a kilogram, often 5000; 0 charges by weight alone"),
    ),
    Field("collected", mark("The customer fetches the goods"), "flag"),
    Field("active", mark("Offered"), "flag"),
)
_NAMES = tuple(ServiceFields.__slots__)
FRESH: dict[str, Any] = {
    "transit_days": 1,
    "cut_off": "16:30",
    "service_days": tuple("12345"),
    "currency": "EUR",
    "active": True,
}


def fields_of(service: ServiceRow) -> ServiceFields:
    """What can be changed of a service, as it was read."""
    return ServiceFields(*(getattr(service, name) for name in _NAMES))


def rates_words(service: ServiceRow) -> str:
    """How large a service's rate table is."""
    if not service.zones:
        return tr("No rates: it goes everywhere, at a price that nobody knows here.")
    parts = [trn("%n places", service.zones), trn("%n prices", service.bands)]
    if service.extras:
        parts.append(trn("%n surcharges", service.extras))
    return ", ".join(parts)


class ServiceForm(QWidget):
    """A service of the carrier, opened beneath the list of them.

    Signals:
        saved: the fields are to be kept.
        edited: something was changed.
        rates_wanted: its rate table is wanted.
    """

    saved, edited, rates_wanted = Signal(), Signal(), Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown: ServiceRow | None = None
        self.title = Label("", "strong")
        self.form = Form(SERVICE_FIELDS, self)
        self.keep = Button(mark("Save the service"), "check")
        self.rates = Button(mark("Rates"), "money", "Ctrl+R")
        self.about = Label(role="small", tone="text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.S8, 0, 0)
        column.setSpacing(theme.S8)
        for part in (self.title, self.form, self.keep, self.about, self.rates):
            column.addWidget(part)
        self.form.saved.connect(self.saved)
        self.form.edited.connect(self.edited)
        self.keep.clicked.connect(self.saved)
        self.rates.clicked.connect(self.rates_wanted)

    def begin(self, service: ServiceRow | None, locked: bool) -> None:
        """Show a service, or empty fields for a new one."""
        self.shown = service
        self.title.set(mark("Service {code}"), code=service.code) if service else self.title.set(
            mark("New service")
        )
        values = dict(FRESH)
        if service is not None:
            values = {one.name: getattr(service, one.name) for one in SERVICE_FIELDS}
            values["service_days"] = tuple(service.service_days)
        self.form.lock(locked)
        self.form.fill(values, new=service is None)
        self.form.widget("active").setVisible(service is not None)
        self.keep.setVisible(not locked)
        self.rates.setVisible(service is not None)
        self.about.setVisible(service is not None)
        self.about.say(rates_words(service) if service else "")
        self.show()
        self.form.focus_first()

    def values(self) -> tuple[str, ServiceFields] | None:
        """The code and what stands in the fields; None where one of them cannot be read, which is said beside it."""
        values = self.form.values()
        if values is None:
            return None
        values["service_days"] = "".join(sorted(values["service_days"]))
        values["currency"] = str(values["currency"]).upper()
        return str(values["code"]), ServiceFields(**{name: values[name] for name in _NAMES})
