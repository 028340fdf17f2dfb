"""The four pages of the dispatch bench: the pick-ups, one being loaded, one to be signed for, one that is gone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from app.qt.benchkit import (
    LEAST,
    SMALL,
    TEXT,
    BenchCard,
    BenchLabel,
    BenchLine,
    BenchPage,
    BenchPanel,
    BigBar,
    Counter,
    DonePanel,
    FactCard,
    Instruction,
    RowCard,
    ScanLog,
    SignaturePad,
    VerdictTag,
)
from app.views.parts.bench_field import BenchField

_RIGHT = Qt.AlignmentFlag.AlignRight
Line = tuple[str, str, str, str]
"""Words, what stands at the right, tone, icon."""


class LineCard(BenchCard):
    """A card with a line a parcel; it goes where there is nothing to show."""

    def __init__(self) -> None:
        super().__init__(spacing=2)
        self._lines: list[BenchLine] = []

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these; lines are kept, so that nothing jumps."""
        while len(self._lines) > len(lines):
            line = self._lines.pop()
            line.hide()
            line.deleteLater()
        while len(self._lines) < len(lines):
            line = BenchLine()
            self._lines.append(line)
            self.body.addWidget(line)
        for line, (words, right, tone, icon) in zip(self._lines, lines, strict=True):
            line.set(words, right, tone, icon)
        self.setVisible(bool(lines))


class ListPage(BenchPage):
    """No pick-up is at hand: how many parcels wait, and what can be opened."""

    def __init__(self) -> None:
        super().__init__()
        self.panel, self.verdict = BenchPanel(), VerdictTag()
        self.note = BenchLabel(TEXT, tone="text2", lines=4)
        self.counter, self.words = Counter(), BenchLabel(TEXT, "semibold", "text2")
        self.instruction, self.list = Instruction(), RowCard()
        self.panel.body.addWidget(self.verdict)
        self.panel.body.addWidget(self.note)
        self.panel.body.addStretch(1)
        self.panel.body.addWidget(self.counter)
        self.panel.body.addWidget(self.words)
        self.panel.body.addStretch(1)
        self.panel.body.addWidget(self.instruction)
        self.left.addWidget(self.panel)
        self.right.addWidget(self.list)
        self.right.addStretch(1)
        self.header.hide()


class LoadPage(BenchPage):
    """A pick-up is being loaded: how many of how many, which are missing, what was scanned."""

    def __init__(self) -> None:
        super().__init__()
        self.panel, self.verdict = BenchPanel(), VerdictTag()
        self.at = BenchLabel(LEAST, tone="text2", align=_RIGHT)
        self.name = BenchLabel(32, "bold", lines=2)
        self.code = BenchLabel(LEAST, tone="text2", codes=True, lines=2)
        self.counter, self.progress = Counter(), BigBar()
        self.words = BenchLabel(TEXT, "semibold", "text2")
        self.note = BenchLabel(SMALL, "medium", "text2", lines=3)
        self.instruction = Instruction()
        self.missing, self.loaded, self.log = LineCard(), LineCard(), ScanLog()
        head = QHBoxLayout()
        self.lay(head, (0, 0, 0, 0), 16)
        head.addWidget(self.verdict)
        head.addStretch(1)
        head.addWidget(self.at)
        self.panel.body.addLayout(head)
        self.panel.body.addStretch(1)
        for widget in (self.name, self.code, self.counter, self.words, self.progress):
            self.panel.body.addWidget(widget)
        self.panel.body.addStretch(1)
        self.panel.body.addWidget(self.note)
        self.panel.body.addWidget(self.instruction)
        self.left.addWidget(self.panel)
        for card in (self.missing, self.loaded, self.log):
            self.right.addWidget(card)
        self.right.addStretch(1)


class SignPage(BenchPage):
    """A closed pick-up: the driver signs or gives a name, and the parcels are the carrier's."""

    def __init__(self) -> None:
        super().__init__()
        self.panel, self.verdict = BenchPanel(), VerdictTag()
        self.note = BenchLabel(SMALL, "medium", "text2", lines=4)
        self.driver_words = BenchLabel(SMALL, "semibold", "text2")
        self.driver = BenchField()
        self.vehicle_words = BenchLabel(SMALL, "semibold", "text2")
        self.vehicle = BenchField()
        self.pad = SignaturePad(220)
        self.instruction = Instruction()
        self.facts, self.loaded = BenchCard(spacing=4), LineCard()
        self._fact_lines: list[BenchLine] = []
        fields = QGridLayout()
        self.lay(fields, (0, 0, 0, 0), 12)
        fields.addWidget(self.driver_words, 0, 0)
        fields.addWidget(self.vehicle_words, 0, 1)
        fields.addWidget(self.driver, 1, 0)
        fields.addWidget(self.vehicle, 1, 1)
        fields.setColumnStretch(0, 3)
        fields.setColumnStretch(1, 2)
        self.panel.body.addWidget(self.verdict)
        self.panel.body.addWidget(self.note)
        self.panel.body.addLayout(fields)
        self.panel.body.addWidget(self.pad, 1)
        self.panel.body.addWidget(self.instruction)
        self.left.addWidget(self.panel)
        self.right.addWidget(self.facts)
        self.right.addWidget(self.loaded)
        self.right.addStretch(1)

    def show_facts(self, lines: Sequence[Line]) -> None:
        """Show what is handed over."""
        while len(self._fact_lines) > len(lines):
            line = self._fact_lines.pop()
            line.hide()
            line.deleteLater()
        while len(self._fact_lines) < len(lines):
            line = BenchLine(SMALL)
            self._fact_lines.append(line)
            self.facts.body.addWidget(line)
        for line, (words, right, tone, icon) in zip(self._fact_lines, lines, strict=True):
            line.set(words, right, tone, icon)


class GonePage(BenchPage):
    """A pick-up is the carrier's: who took it, and what stays here."""

    def __init__(self) -> None:
        super().__init__(columns=1)
        self.panel = DonePanel()
        self.parcels, self.who, self.paper = FactCard(), FactCard(), FactCard()
        self.note, self.following = BenchLabel(TEXT, "medium", "text2", lines=3), Instruction()
        cards = QHBoxLayout()
        self.lay(cards, (0, 0, 0, 0), 24)
        for card in (self.parcels, self.who, self.paper):
            cards.addWidget(card, 1)
        self.left.addWidget(self.panel)
        self.left.addLayout(cards)
        self.left.addWidget(self.note)
        self.left.addStretch(1)
        self.left.addWidget(self.following)
        self.note.hide()
