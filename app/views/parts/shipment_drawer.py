"""One shipment beside the list: where it goes, its parcels with what lies in them, and the label as it was printed."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.qt import theme
from app.qt.format import count, day, moment, money, weight
from app.qt.preview import Preview
from app.qt.tasks import Tasks
from app.qt.widgets import Button, Card, Drawer, Facts, Label, Pill, Rule, Section, empty
from app.qt.words import mark, said, tr, trn
from app.queries.label_purchases import OpenPurchase
from app.queries.shipment_carrier import Carriage
from app.queries.shipment_detail import ParcelDetail, ShipmentDetail
from app.views.parts.floor_words import SHIPMENTS
from app.views.parts.lines import Lines
from app.views.parts.packing_words import PARKED
from app.views.parts.shipment_list import packer_words

PARCELS = {
    "open": ("half", "info", mark("Still open")),
    "closed": ("packing", "warn", mark("No label")),
    "labelled": ("label", "good", mark("Labelled")),
    "loaded": ("truck", "good", mark("Handed over")),
    "delivered": ("check-circle", "good", mark("Delivered")),
    "lost": ("alert-triangle", "stop", mark("Lost")),
}
"""States of parcels: (icon, tone, English words)."""


def in_fours(sscc: str) -> str:
    """A long number as people read it aloud: 0034 0123 4500 0000 17."""
    return " ".join(sscc[at : at + 4] for at in range(0, len(sscc), 4))


class ParcelCard(Card):
    """A parcel: number, weight, tracking, SSCC in full, and what lies in it."""

    def __init__(self, parcel: ParcelDetail, travels: Carriage) -> None:
        super().__init__()
        icon, tone, words = PARCELS[parcel.state]
        head = QHBoxLayout()
        head.setSpacing(theme.S8)
        title = Label(mark("Parcel {position}"), "medium", position=parcel.position)
        head.addWidget(title)
        head.addStretch()
        head.addWidget(Pill(words, tone, icon))
        facts = [trn("%n pieces", parcel.pieces)]
        if parcel.weight_g:
            facts.append(weight(parcel.weight_g))
        if parcel.copies:
            facts.append(trn("%n copies printed", parcel.copies))
        line, sscc = Label(role="small", tone="text2", wrap=True), Label(role="code", tone="text2")
        line.say(", ".join(facts))
        sscc.say(in_fours(parcel.sscc))
        sscc.setToolTip("SSCC")
        self.body.addLayout(head)
        self.body.addWidget(line)
        self.body.addWidget(sscc)
        if parcel.tracking and parcel.tracking not in parcel.sscc:
            tracking = Label(mark("Tracking {number}"), "small", "text2", wrap=True, number=parcel.tracking)
            self.body.addWidget(tracking)
        if parcel.tracking and travels.tracking_url:
            url = travels.tracking_url.replace("{tracking}", quote(parcel.tracking, safe=""))
            follow = Button(mark("Follow it"), "open-external", kind="link")
            follow.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(url)))
            follow.setToolTip(url)
            self.body.addWidget(follow)
        for purchase in travels.waiting:
            if purchase.package_id == parcel.id:
                self.body.addWidget(_waits(purchase))
        lines = Lines()
        for one in parcel.contents:
            more = [tr("lot {lot}", lot=one.lot)] if one.lot else []
            more += [tr("best before {day}", day=day(one.expires_on))] if one.expires_on else []
            more += [tr("number {serial}", serial=one.serial)] if one.serial else []
            lines.add(one.sku, one.name, count(one.qty), under=", ".join(more))
        if not parcel.contents:
            lines.say(tr("Nothing lies in it yet."))
        self.body.addWidget(lines)
        self.setAccessibleName(f"{title.words}, {', '.join(facts)}")


def _waits(one: OpenPurchase) -> QWidget:
    """A label that the carrier has not settled: how it stands, and the carrier's or our own sentence."""
    icon, tone, words = {
        "asked": ("clock", "info", mark("Label asked of the carrier")),
        "void_asked": ("undo", "info", mark("Old label is taken back")),
        "failed": ("alert-triangle", "stop", mark("The carrier refused the label")),
    }[one.status]
    if one.trouble and not one.awaited and one.status != "failed":
        icon, tone = "alert-triangle", "warn"
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.S4)
    row = QHBoxLayout()
    row.addWidget(Pill(words, tone, icon))
    row.addStretch()
    column.addLayout(row)
    since = tr("Since {moment}, by {person}", moment=moment(one.asked_at), person=one.asked_by)
    text = Label(role="small", tone="text2", wrap=True)
    text.say(f"{said(one.trouble)}\n{since}".strip())
    column.addWidget(text)
    return holder


class ShipmentDrawer(Drawer):
    """The details of the current shipment.

    Signals:
        order_wanted: its order is wanted on the orders' screen (the order's id).
        label_wanted: the label is wanted large.
    """

    order_wanted = Signal(int)
    label_wanted = Signal()

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(mark("Open the order"))
        self._detail: ShipmentDetail | None = None
        self.carriage = Carriage()
        self._sha = ""
        self.opened.connect(self._open_order)
        self.preview = Preview(tasks)
        self.preview.setFixedHeight(330)
        self.papers = QVBoxLayout()
        self._fill = QVBoxLayout()
        self._fill.setSpacing(theme.S8)
        self._label = QWidget()
        column = QVBoxLayout(self._label)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S8)
        section = Section(mark("Label"))
        larger = Button(mark("Larger"), key="F3", kind="link")
        larger.clicked.connect(self.label_wanted)
        section.add_right(larger)
        column.addWidget(section)
        column.addWidget(self.preview)
        self._label.hide()
        self.body.addLayout(self._fill)
        self.body.addLayout(self.papers)
        self.body.addWidget(self._label)
        self.body.addStretch()

    @property
    def detail(self) -> ShipmentDetail | None:
        """What is shown."""
        return self._detail

    @property
    def label_sha(self) -> str:
        """The first label that counts; empty where there is none."""
        parcels = self._detail.parcels if self._detail else ()
        return next((one.label_sha for one in parcels if one.label_sha), "")

    def _open_order(self) -> None:
        if self._detail is not None and self._detail.row.order_id is not None:
            self.order_wanted.emit(self._detail.row.order_id)

    def show_detail(self, detail: ShipmentDetail | None, travels: Carriage | None = None) -> None:
        """Show a shipment and how it travels; None shows nothing."""
        self._detail = detail
        self.carriage = travels or Carriage()
        self.open_button.setEnabled(detail is not None and detail.row.order_id is not None)
        empty(self._fill)
        if detail is None:
            self.set_title("")
            self._label.hide()
            self._sha = ""
            return
        self.set_title(detail.row.number)
        self._fill.addWidget(self._pills(detail))
        self._fill.addWidget(self._facts(detail))
        self._fill.addWidget(Rule())
        figure = trn("%n parcels", len(detail.parcels))
        total = sum(parcel.weight_g for parcel in detail.parcels)
        self._fill.addWidget(
            Section(
                mark("Parcels"), f"{figure}, {weight(total)}" if total else figure if detail.parcels else ""
            )
        )
        for parcel in detail.parcels:
            self._fill.addWidget(ParcelCard(parcel, self.carriage))
        if not detail.parcels:
            quiet = Label(mark("None yet; they are made at the packing bench."), tone="text3", wrap=True)
            self._fill.addWidget(quiet)
        if not self.label_sha:
            self._label.hide()
            self._sha = ""

    def show_label(self, sha: str, read: Callable[[Callable[[bytes], None]], None]) -> None:
        """Show the stored label `sha`; `read` fetches its bytes, unless it is shown already."""
        if sha == self._sha:
            return
        self._sha = sha

        def take(data: bytes) -> None:
            if sha == self._sha:
                self._label.show()
                self.preview.show_pdf(data, tr("Label"))

        read(take)

    def _pills(self, detail: ShipmentDetail) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S8)
        icon, tone, words = SHIPMENTS[detail.row.state]
        row.addWidget(Pill(words, "neutral" if tone.startswith("text") else tone, icon))
        if detail.row.unlabelled:
            row.addWidget(Pill(mark("Label missing"), "warn", "label"))
        row.addStretch()
        return holder

    def _facts(self, detail: ShipmentDetail) -> QWidget:
        row = detail.row
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S4)
        if row.customer:
            name = Label(role="strong", wrap=True)
            name.say(row.customer)
            column.addWidget(name)
        if detail.town or row.country:
            place = Label(tone="text2", wrap=True)
            place.say(", ".join(part for part in (detail.town, row.country) if part))
            column.addWidget(place)
        facts = Facts()
        if row.order_number:
            facts.add(mark("Order"), row.order_number, role="code")
        facts.add(
            mark("Pieces"),
            tr("{packed} of {all} packed", packed=count(detail.packed), all=count(detail.pieces)),
        )
        facts.add(mark("Promise"), day(row.promised_on) or tr("none"))
        facts.add(mark("Carrier"), row.carrier or tr("own delivery"))
        travels = self.carriage
        if travels.code:
            facts.add(mark("Pick-up code"), travels.code, role="code")
        if travels.why_not:
            facts.add(mark("Not with it"), said(travels.why_not))
        if travels.price is not None:
            asked = money(travels.price, travels.currency)
            facts.add(mark("Carriage"), asked if travels.paid else tr("{price} by our rates", price=asked))
        if travels.arrives_on is not None:
            facts.add(mark("Arrives"), day(travels.arrives_on))
        if detail.pick_list:
            facts.add(mark("Pick list"), detail.pick_list, role="code")
        if row.packer:
            facts.add(mark("Packed by"), packer_words(row))
        if row.state == "packing" and row.parked in PARKED:
            facts.add(mark("Parked"), tr(PARKED[row.parked]))
        if row.shipped_at:
            facts.add(mark("Handed over"), moment(row.shipped_at))
        if detail.delivered_at:
            facts.add(mark("Delivered"), moment(detail.delivered_at))
        column.addWidget(facts)
        return holder
