"""The panels of the returns bench: waiting, counting what came, judging, done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from app.qt import theme
from app.qt.benchkit import (
    INSTRUCTION,
    SMALL,
    TEXT,
    BenchCard,
    BenchFact,
    BenchItem,
    BenchLabel,
    BenchLine,
    BenchPanel,
    BenchRule,
    BenchSign,
    Choice,
    ChoiceCards,
    Counter,
    FactCard,
    Instruction,
    Picture,
    VerdictTag,
)
from app.qt.format import count, day, hour, local, money
from app.qt.words import language, tr
from app.queries.places import Place
from app.queries.returns import Item, ReturnedLine
from app.views.parts import floor_words
from app.views.parts.floor_words import DISPOSITIONS, GRADES
from app.views.parts.pictures import pixmap_of
from app.views.parts.return_case import Case, Slot


class WaitingPanel(BenchPanel):
    """Nothing is on the bench: what to scan, and what became of the last."""

    def __init__(self) -> None:
        super().__init__()
        self.sign = BenchSign("returns", "accent_text", 150)
        self.last = BenchLabel(TEXT, tone="text2", lines=4)
        self.verdict = VerdictTag()
        self.instruction = Instruction()
        row, column = QHBoxLayout(), QVBoxLayout()
        self.lay(row, (0, 0, 0, 0), 40)
        self.lay(column, (0, 0, 0, 0), 16)
        column.addStretch(1)
        column.addWidget(self.verdict)
        column.addWidget(self.last)
        column.addStretch(1)
        row.addWidget(self.sign)
        row.addLayout(column, 1)
        self.body.addLayout(row, 1)
        self.body.addWidget(self.instruction)


class _Article(BenchPanel):
    """The article at hand: picture, name, codes, and lines of facts."""

    def __init__(self) -> None:
        super().__init__(margins=(28, 16, 28, 20), spacing=12)
        self.picture = Picture(160)
        self.name = BenchLabel(INSTRUCTION - 6, "bold", lines=2)
        self.codes = BenchLabel(SMALL, tone="text2", codes=True)
        self.facts = (BenchLine(SMALL), BenchLine(SMALL))
        row, column = QHBoxLayout(), QVBoxLayout()
        self.lay(row, (0, 0, 0, 0), 24)
        self.lay(column, (0, 0, 0, 0), 2)
        column.addWidget(self.name)
        column.addWidget(self.codes)
        for fact in self.facts:
            column.addWidget(fact)
        column.addStretch(1)
        row.addWidget(self.picture)
        row.addLayout(column, 1)
        self.body.addLayout(row)
        self.body.addWidget(BenchRule())

    def show_line(self, case: Case, line: ReturnedLine, lot: str = "", serial: str = "") -> None:
        """Show the article of a line."""
        self.picture.set(pixmap_of(case.pictures.get(line.product_id)), line.name)
        self.name.say(line.name)
        parts = (
            line.sku,
            tr("Lot {lot}", lot=lot) if lot else "",
            tr("Serial {serial}", serial=serial) if serial else "",
        )
        self.codes.say("    ".join(part for part in parts if part))
        shipped = local(line.shipped_at).date() if line.shipped_at else line.shipped_on
        self.facts[0].set(
            tr("Shipped on {day}", day=day(shipped)) if shipped else tr("Shipped to the customer"),
            tone="good",
            icon="check-circle",
        )
        words = floor_words.reason(line.reason, line.reason_en, line.reason_fr, language())
        self.facts[1].set(tr("The customer says: {reason}", reason=words), tone="info", icon="info")


class ArrivalPanel(_Article):
    """Counting what came: the article at hand, how many of how many."""

    def __init__(self) -> None:
        super().__init__()
        self.counter = Counter()
        self.verdict = VerdictTag()
        self.instruction = Instruction()
        row = QHBoxLayout()
        self.lay(row, (0, 0, 0, 0), 24)
        row.addWidget(self.counter, 1)
        row.addWidget(self.verdict)
        self.body.addLayout(row, 1)
        self.body.addWidget(self.instruction)

    def show_slot(self, case: Case, slot: Slot, came: int) -> None:
        """Show what is counted now."""
        self.show_line(case, slot.line, slot.lot)
        self.counter.set(came, slot.most, "good" if came == slot.most else "accent_text")


class JudgePanel(_Article):
    """Judging: the article, the question, four answers, a note.

    Signals:
        graded: a grade was given by click.
    """

    graded = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.question = BenchLabel(INSTRUCTION - 6, "bold", least=TEXT + 4)
        self.grades = ChoiceCards()
        self.grades.chosen.connect(self.graded)
        self.note = QLineEdit()
        self.instruction = Instruction(pt=TEXT + 4)
        for widget in (self.question, self.grades, self.note):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.body.addWidget(self.instruction)
        self.rescale()

    def rescale(self) -> None:
        """The note is written as large as everything else."""
        if hasattr(self, "note"):
            self.note.setFont(theme.bench_font(SMALL, scale=self.scale))
            self.note.setFixedHeight(self.px(48))
            # The style sheet's height is that of an office field.
            self.note.setStyleSheet(
                f"min-height: {self.px(40)}px; max-height: {self.px(44)}px; font-size: {self.px(26)}px;"
            )

    def ask(self) -> None:
        """Ask in the person's language."""
        self.question.say(tr("What is its condition?"))
        before = self.grades.current
        self.grades.set_choices([Choice(key, tr(word), tr(what)) for key, (word, what) in GRADES.items()])
        self.grades.choose(before)
        self.note.setPlaceholderText(tr("Note (F2)"))
        self.note.setAccessibleName(tr("Note"))
        # A line that nobody writes leaves its room to the question.
        self.note.setVisible(self.note.hasFocus() or bool(self.note.text()))

    def write(self) -> None:
        """Open the line for a note."""
        self.note.show()
        self.note.setFocus()

    def show_item(self, case: Case, item: Item) -> None:
        """Show what is judged now."""
        self.show_line(case, case.lines[item.line_id], item.lot, item.serial)


class DecisionCard(FactCard):
    """What becomes of the article."""

    def show_none(self) -> None:
        """No grade was given yet."""
        self.set(tr("Decision"), tr("After the grade"), icon="clock", tone="text2")
        self.set_state("plain")
        self.set_key("", "")

    def show_decision(self, decision: str, place: Place | None, others: int) -> None:
        """Show a decision, where restocked goods go, and whether there are others."""
        icon, state, words = DISPOSITIONS[decision]
        detail = {
            "restock": tr("Place {place}", place=place.code) if place is not None else tr("Scan the place."),
            "quarantine": tr("Set aside until it is decided."),
            "scrap": tr("Written off."),
        }[decision]
        self.set(tr("Proposed decision"), tr(words), detail, icon=icon)
        self.set_frame(state)
        self.set_key("F7" if others else "", tr("Another decision"))


class SettlementCard(BenchCard):
    """What the customer gets back."""

    def __init__(self) -> None:
        super().__init__()
        self.article, self.freight, self.tax, self.credit = (
            BenchFact(),
            BenchFact(),
            BenchFact(),
            BenchFact(strong=True),
        )
        for widget in (self.article, self.freight, self.tax, BenchRule(), self.credit):
            self.body.addWidget(widget)

    def show_case(self, case: Case) -> None:
        """Show the credit of all that came."""
        self.set_title(tr("Settlement"))
        currency = case.head.currency
        credit = case.credit
        self.article.set(tr("Goods"), money(credit.net, currency) if credit else "\N{EN DASH}")
        self.freight.set(tr("Shipping"), tr("not refunded"))
        self.tax.set(tr("Tax"), money(credit.tax, currency) if credit else "\N{EN DASH}")
        self.credit.set(tr("Credit note"), money(credit.total, currency) if credit else "\N{EN DASH}")


class JudgedCard(BenchCard):
    """What was judged so far, the latest first."""

    KEEP = 4

    def __init__(self) -> None:
        super().__init__(spacing=2)
        self._lines = [BenchLine() for _ in range(self.KEEP)]
        for line in self._lines:
            self.body.addWidget(line)

    def show_case(self, case: Case) -> None:
        """Show the last judgements."""
        pieces = sum(one.qty for one in case.judged)
        self.set_title(tr("Judged"), f"{count(pieces)} / {count(case.head.received)}")
        for line, one in zip(self._lines, case.judged, strict=False):
            icon, tone, words = DISPOSITIONS[one.disposition]
            place = f" {one.place}" if one.place else ""
            line.set(f"{count(one.qty)} {one.sku}  {one.grade}  {tr(words)}{place}", hour(one.at), tone, icon)
        for at, line in enumerate(self._lines):
            line.setVisible(at < len(case.judged))


def waiting_items(rows: Sequence[tuple[str, str, int, int, str]], current: int) -> list[BenchItem]:
    """What waits, for the list: (customer, number, received, announced, state) and which is chosen."""
    return [
        BenchItem(
            customer,
            came,
            qty,
            "current" if at == current else "open",
            detail=f"{number} \N{MIDDLE DOT} {tr('here')}" if state == "received" else number,
        )
        for at, (customer, number, came, qty, state) in enumerate(rows)
    ]
