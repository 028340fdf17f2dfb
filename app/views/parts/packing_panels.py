"""The three pages of the packing bench: nothing on it, a shipment on it, a shipment packed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

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
    ChoiceCards,
    Counter,
    DonePanel,
    FactCard,
    Instruction,
    ItemList,
    Picture,
    RowCard,
    RowText,
    ScanLog,
    VerdictTag,
)
from app.qt.format import count, hour
from app.qt.words import tr, trn
from app.queries.bench_queue import Queue, Waiting
from app.views.parts.bench_field import BenchField
from app.views.parts.packing_words import PARKED, due, problem_words

_RIGHT = Qt.AlignmentFlag.AlignRight


def row_of(waiting: Waiting, me: str) -> RowText:
    """A waiting shipment in the list: whose it is, when it has to go, and what it holds, who packs it or why it is parked."""
    name, number = waiting.customer or waiting.number, waiting.order_number or waiting.number
    if waiting.problem is not None and not waiting.parked:
        return RowText(name, number, due(waiting), problem_words(waiting.problem), "warn")
    if not waiting.packer:
        holds = f"{trn('%n products', waiting.products)}, {trn('%n pieces', waiting.pieces)}"
        return RowText(name, number, due(waiting), holds)
    who = tr("You") if waiting.packer == me else waiting.packer_name
    if waiting.parked:
        return RowText(name, number, due(waiting), f"{tr(PARKED[waiting.parked])}, {who}", "warn")
    share = tr("{done} of {all}", done=count(waiting.packed), all=count(waiting.pieces))
    since = tr("since {time}", time=hour(waiting.since)) if waiting.since is not None else ""
    return RowText(name, number, due(waiting), ", ".join((f"{who} {since}".rstrip(), share)), "info")


class WaitingPage(BenchPage):
    """Nothing is on the bench: what to scan, what waits, and a field for a number that cannot be scanned."""

    def __init__(self) -> None:
        super().__init__()
        self.panel = BenchPanel()
        self.verdict = VerdictTag()
        self.note = BenchLabel(TEXT, tone="text2", lines=4)
        self.counter = Counter()
        self.words = BenchLabel(TEXT, "semibold", "text2")
        self.finder_words = BenchLabel(LEAST, "medium", "text2", lines=2)
        self.finder = BenchField()
        self.instruction = Instruction()
        self.list = RowCard()
        head = QHBoxLayout()
        self.lay(head, (0, 0, 0, 0), 16)
        head.addWidget(self.verdict)
        head.addStretch(1)
        self.panel.body.addLayout(head)
        self.panel.body.addWidget(self.note)
        self.panel.body.addStretch(1)
        self.panel.body.addWidget(self.counter)
        self.panel.body.addWidget(self.words)
        self.panel.body.addStretch(1)
        self.panel.body.addWidget(self.finder_words)
        self.panel.body.addWidget(self.finder)
        self.panel.body.addWidget(self.instruction)
        self.left.addWidget(self.panel)
        self.right.addWidget(self.list)
        self.right.addStretch(1)
        self.header.hide()

    def show_queue(self, queue: Queue, chosen: int, me: str) -> None:
        """Show what waits."""
        self.counter.set(queue.total, 0)
        self.words.say(tr("waiting to be packed"))
        self.list.set_title(tr("Next"), "")
        self.list.show_rows([row_of(one, me) for one in queue.rows], chosen)


class BoxCard(BenchCard):
    """The box of the parcel at hand: name and sizes, how full it gets, what the parcel should weigh."""

    def __init__(self) -> None:
        super().__init__(spacing=6)
        self.full = BigBar(14)
        self._left, self._right = BenchLabel(LEAST, tone="text2", lines=3), BenchLabel(LEAST, tone="text2")
        self.body.addWidget(self.full)
        # Below each other: side by side both were too small for two metres as soon as a box had a long story.
        self.body.addWidget(self._left)
        self.body.addWidget(self._right)

    def set(self, title: str, figure: str, fill_percent: int, left: str, right: str) -> None:
        """Show a box."""
        self.set_title(title, figure)
        self.full.set(fill_percent, 100)
        self.full.setVisible(fill_percent > 0)
        self._left.say(left)
        self._right.say(right)
        for label in (self._left, self._right):
            label.setVisible(bool(label.text()))
        self.setAccessibleName(f"{title} {figure} {left} {right}")


class LessonCard(BenchCard):
    """What somebody in training is told of the step at hand."""

    def __init__(self) -> None:
        super().__init__(spacing=4)
        self.words = BenchLabel(LEAST + 1, lines=7)
        self.body.addWidget(self.words)
        self.set_state("info")

    def set(self, title: str, words: str) -> None:
        """Say it."""
        self.set_title(title)
        self.words.say(words)
        self.setAccessibleName(f"{title}: {words}")


class WorkPage(BenchPage):
    """A shipment is on the bench: the article at hand, how many of how many, and what to do."""

    def __init__(self) -> None:
        super().__init__()
        self.panel = BenchPanel()
        self.verdict, self.at = VerdictTag(), BenchLabel(LEAST, tone="text2", align=_RIGHT)
        self.picture = Picture(250)
        self.name = BenchLabel(32, "bold", lines=3)
        self.code = BenchLabel(LEAST, tone="text2", codes=True, lines=2)
        self.counter, self.progress = Counter(), BigBar()
        self.note = BenchLabel(SMALL, "medium", "text2", lines=3)
        self.instruction, self.choices = Instruction(), ChoiceCards()
        self.field, self.field_words = BenchField(300, 28), BenchLabel(SMALL, "medium", "text2", lines=2)
        self.items, self.parcel, self.log = ItemList(), BenchCard(spacing=2), ScanLog()
        self.box, self.lesson = BoxCard(), LessonCard()
        self._parcel_lines: list[BenchLine] = []
        head, article, words, ask = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        self.lay(head, (0, 0, 0, 0), 16)
        self.lay(article, (0, 0, 0, 0), 32)
        self.lay(words, (0, 0, 0, 0), 6)
        self.lay(ask, (0, 0, 0, 0), 16)
        head.addWidget(self.verdict)
        head.addStretch(1)
        head.addWidget(self.at)
        words.addStretch(1)
        for widget in (self.name, self.code, self.counter):
            words.addWidget(widget)
        words.addStretch(1)
        article.addWidget(self.picture)
        article.addLayout(words, 1)
        ask.addWidget(self.field)
        ask.addWidget(self.field_words, 1)
        self.panel.body.addLayout(head)
        self.panel.body.addLayout(article)
        self.panel.body.addWidget(self.progress)
        self.panel.body.addStretch(1)
        self.panel.body.addWidget(self.note)
        self.panel.body.addWidget(self.choices)
        self.panel.body.addLayout(ask)
        self.panel.body.addWidget(self.instruction)
        self.left.addWidget(self.panel)
        for card in (self.lesson, self.items, self.box, self.parcel, self.log):
            self.right.addWidget(card)
        self.right.addStretch(1)
        for part in (self.field, self.field_words, self.choices, self.note, self.lesson):
            part.hide()

    def show_parcels(self, title: str, figure: str, lines: Sequence[tuple[str, str, str, str]]) -> None:
        """Show the parcel at hand and those before it: (words, at the right, tone, icon)."""
        self.parcel.set_title(title, figure)
        while len(self._parcel_lines) > len(lines):
            line = self._parcel_lines.pop()
            line.hide()
            line.deleteLater()
        while len(self._parcel_lines) < len(lines):
            line = BenchLine()
            self._parcel_lines.append(line)
            self.parcel.body.addWidget(line)
        for line, (words, right, tone, icon) in zip(self._parcel_lines, lines, strict=True):
            line.set(words, right, tone, icon)


class DonePage(BenchPage):
    """A shipment is packed: what to do with the label, how far the papers are, and what comes next."""

    def __init__(self) -> None:
        super().__init__(columns=1)
        self.panel = DonePanel()
        self.weight, self.papers, self.carrier = FactCard(), FactCard(), FactCard()
        self.note = BenchLabel(SMALL, "medium", "text2", lines=2)
        self.following = Instruction()
        cards = QHBoxLayout()
        self.lay(cards, (0, 0, 0, 0), 24)
        for card in (self.weight, self.papers, self.carrier):
            cards.addWidget(card, 1)
        self.left.addWidget(self.panel)
        self.left.addLayout(cards)
        self.left.addWidget(self.note)
        self.left.addStretch(1)
        self.left.addWidget(self.following)
        self.note.hide()
