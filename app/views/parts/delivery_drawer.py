"""One parcel under way beside the list: for whom, since when, until when, and what the carrier said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.domain.countries import country_name
from app.qt.format import day, moment
from app.qt.widgets import Drawer, FactRow, Label, Pill, Rule, Section, Timeline
from app.qt.words import language, mark, tr, trn
from app.queries.under_way import Told, UnderWay
from app.views.parts.delivery_words import SAID, STANDS, stands, with_more
from app.views.parts.lines import Link
from app.views.parts.shipment_drawer import in_fours


class DeliveryDrawer(Drawer):
    """Beside the table of parcels under way; `go(screen, target)` leads to what a number names."""

    def __init__(self, go: Callable[[str, object], None]) -> None:
        super().__init__(mark("Open the order"))
        self._row: UnderWay | None = None
        self.who = Label(role="strong", wrap=True)
        self.state = Pill()
        self.order = Link("", lambda: go("orders", self._row.order_id if self._row else None))
        self.facts = {
            name: FactRow(words, role=role)
            for name, words, role in (
                ("shipment", mark("Shipment"), "code"),
                ("parcel", mark("Parcel"), "base"),
                ("carrier", mark("Carrier"), "base"),
                ("country", mark("Country"), "base"),
                ("sent", mark("Handed over"), "base"),
                ("due", mark("Expected"), "base"),
                ("tracking", mark("Tracking"), "code"),
                ("sscc", mark("SSCC"), "code"),
            )
        }
        self.section, self.timeline = Section(mark("What the carrier says")), Timeline()
        self.quiet = Label(mark("Nothing yet."), tone="text3", wrap=True)
        for widget in (
            *(self.who, self.state, self.order, *self.facts.values()),
            *(Rule(), self.section, self.quiet, self.timeline),
        ):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def begin(self, row: UnderWay) -> None:
        """Show another parcel; what the carrier said follows when it was read."""
        other = self._row is None or row.id != self._row.id
        self._row = row
        self.show()
        self.set_title(row.tracking or in_fours(row.sscc))
        self.who.say(row.customer)
        self.who.setVisible(bool(row.customer))
        icon, tone, words = STANDS[stands(row)]
        self.state.set(words, {"text2": "neutral"}.get(tone, tone), icon)
        self.order.name(row.order)
        self.order.setVisible(bool(row.order))
        self.open_button.setEnabled(row.order_id is not None)
        late = trn("%n days late", row.late_days) if row.late_days else ""
        values = {
            "shipment": row.shipment,
            "parcel": tr("{position} of {parcels}", position=row.position, parcels=row.parcels)
            if row.parcels
            else "",
            "carrier": (row.carrier or tr("own delivery")) if row.shipment else "",
            "country": country_name(row.country, language()) if row.country else "",
            "sent": moment(row.shipped_at),
            "due": ", ".join(part for part in (day(row.due_on), late) if part),
            "tracking": row.tracking,
            "sscc": in_fours(row.sscc),
        }
        for name, fact in self.facts.items():
            fact.set_value(values[name], "stop" if name == "due" and late else "text")
            fact.setVisible(bool(values[name]))
        if other:
            self.timeline.clear()
            self.quiet.hide()

    def fill(self, row: UnderWay, events: Sequence[Told]) -> None:
        """Show what the carrier said of the parcel, the newest first."""
        if self._row is None or row.id != self._row.id:
            return
        self.timeline.clear()
        for event in events:
            icon, tone, words = SAID[event.code]
            text = with_more(tr(words), event.words)
            self.timeline.add(icon, text, moment(event.happened_at), event.place, tone)
        self.quiet.setVisible(not events)
