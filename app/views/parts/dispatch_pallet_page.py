"""The page of a pallet at the dispatch bench: what stands on it, its weight and height, the last scans."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.qt.benchkit import (
    LEAST,
    SMALL,
    TEXT,
    BenchLabel,
    BenchPage,
    BenchPanel,
    Counter,
    Instruction,
    ScanLog,
    Scanned,
    VerdictTag,
)
from app.qt.format import count, weight
from app.qt.words import said, tr, trn
from app.queries.pallets import Standing
from app.views.parts.bench_field import BenchField
from app.views.parts.dispatch_panels import LineCard
from app.views.parts.dispatch_state import Ramp
from app.views.parts.dispatch_words import SCANS
from app.views.parts.packing_words import clock

SHOWN = 6
"""Parcels that the card names."""


class PalletPage(BenchPage):
    """A pallet: open and being loaded, or closed with its label."""

    def __init__(self) -> None:
        super().__init__()
        self.panel, self.verdict = BenchPanel(), VerdictTag()
        self.at = BenchLabel(LEAST, tone="text2", align=Qt.AlignmentFlag.AlignRight)
        self.name = BenchLabel(32, "bold", lines=2)
        self.code = BenchLabel(LEAST, tone="text2", codes=True)
        self.counter, self.words = Counter(), BenchLabel(TEXT, "semibold", "text2")
        self.note = BenchLabel(SMALL, "medium", "text2", lines=3)
        self.weight_words, self.height_words = (BenchLabel(SMALL, "semibold", "text2") for _ in range(2))
        self.gross, self.high = BenchField(), BenchField()
        self.instruction = Instruction()
        self.parcels, self.log = LineCard(), ScanLog()
        head, self.fields = QHBoxLayout(), QWidget()
        self.lay(head, (0, 0, 0, 0), 16)
        head.addWidget(self.verdict)
        head.addStretch(1)
        head.addWidget(self.at)
        grid = QGridLayout(self.fields)
        self.lay(grid, (0, 0, 0, 0), 12)
        for column, (label, field) in enumerate(
            ((self.weight_words, self.gross), (self.height_words, self.high))
        ):
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
        self.panel.body.addLayout(head)
        self.panel.body.addStretch(1)
        for widget in (self.name, self.code, self.counter, self.words):
            self.panel.body.addWidget(widget)
        self.panel.body.addStretch(1)
        self.panel.body.addWidget(self.note)
        self.panel.body.addWidget(self.fields)
        self.panel.body.addWidget(self.instruction)
        self.left.addWidget(self.panel)
        for card in (self.parcels, self.log):
            self.right.addWidget(card)
        self.right.addStretch(1)


def show_pallet(page: PalletPage, ramp: Ramp, at: Standing) -> None:
    """A pallet is at hand."""
    row, is_open = at.pallet, at.pallet.state == "open"
    words, state = ramp.tag()
    if not words and not is_open:
        words, state = (
            (tr("Pallet closed"), "good") if row.state == "labelled" else (tr("No label yet"), "warn")
        )
    page.verdict.set(words, state)
    page.panel.set_state(state)
    page.at.say(clock(at.scans[0].at) if at.scans else "")
    page.note.say(ramp.note())
    page.note.setVisible(bool(ramp.note()))
    carrier = row.carrier or tr("Empty pallet")
    page.header.set(carrier, row.sscc, tr("Pallet"), trn("%n parcels", row.parcels))
    page.name.say(carrier)
    page.code.say(row.sscc)
    page.counter.set(row.parcels, 0, "accent_text" if is_open else "good")
    page.words.say(tr("on the pallet, {weight}", weight=weight(row.weight_g or row.parcels_g)))
    page.fields.setVisible(is_open)
    for label, field, words in (
        (page.weight_words, page.gross, tr("Weight, kg")),
        (page.height_words, page.high, tr("Height, cm")),
    ):
        label.say(words)
        field.setAccessibleName(words)
    page.gross.setPlaceholderText(weight(row.parcels_g) if row.parcels_g else "")
    _instruct(page, ramp, at)
    page.parcels.set_title(tr("On the pallet"), count(row.parcels))
    lines = [
        (
            tr("{shipment}, parcel {position}", shipment=one.shipment, position=one.position),
            *(one.town, "good", "check-circle"),
        )
        for one in at.parcels[:SHOWN]
    ]
    if (more := row.parcels - SHOWN) > 0:
        lines.append((trn("and %n more", more), "", "text2", ""))
    page.parcels.set_lines(lines)
    page.log.set_title(tr("Last scans"))
    page.log.set(
        [
            Scanned(said(one.message), clock(one.at), *SCANS.get(one.verdict, ("stop", "stop")))
            for one in at.scans[:3]
        ]
    )
    page.log.setVisible(bool(at.scans))


def _instruct(page: PalletPage, ramp: Ramp, at: Standing) -> None:
    row = at.pallet
    if row.state == "labelled":
        detail = tr("At the truck one scan of its label loads all its parcels.")
        page.instruction.set(tr("Stick the label on"), "print", detail=detail, key="Return")
    elif row.state == "closed":
        page.instruction.set(tr("Print its label"), "print", key="F7")
    elif ramp.off:
        page.instruction.set(tr("Scan the parcel to take off"), detail=tr("F4 goes on loading."), key="F4")
    elif not row.parcels:
        detail = tr("The first one says which carrier takes it.")
        page.instruction.set(tr("Scan each parcel onto the pallet"), detail=detail)
    else:
        detail = tr("Enter closes it and prints its label.")
        page.instruction.set(tr("Scan each parcel onto the pallet"), detail=detail, key="Return")
