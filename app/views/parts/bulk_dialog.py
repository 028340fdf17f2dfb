"""Changing many orders at once: what, to which value, and beforehand what becomes of each of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.errors import AppError
from app.qt import theme
from app.qt.format import day, long_day
from app.qt.icons import icon
from app.qt.widgets import Button, FormRow, Label
from app.qt.words import language, mark, said, tr, trn
from app.queries.returnable import Reason
from app.services.order_bulk import BulkChange, PreviewLine
from app.views.parts.action_panel import Choice
from app.views.parts.order_dates import read_day
from app.views.parts.order_words import PRIORITIES, priority_of

KINDS = {
    "priority": mark("Priority"),
    "promised": mark("Promise"),
    "requested": mark("Wanted on"),
    "carrier": mark("Carrier"),
    "hold": mark("Hold"),
    "let_go": mark("Release hold"),
    "confirm": mark("Confirm"),
    "tag": mark("Add a tag"),
    "untag": mark("Take a tag off"),
}
LEVELS = (-1, 0, 1, 8)
"""The priority that each of `PRIORITIES` is written as."""
TYPING_MS = 200
_TALL = 300
"""So many refusals are shown in full; those below on one line, and as a tip."""
_FIELDS = {
    "priority": ("level",),
    "promised": ("day",),
    "requested": ("day",),
    "carrier": ("service",),
    "hold": ("reason", "day", "text"),
    "tag": ("text",),
    "untag": ("text",),
}


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the desk's own calendar


class BulkDialog(QDialog):
    """One field and its value over the orders that it concerns.

    Signals:
        asked: a change whose preview is wanted.
        given: the change that is to be done.
    """

    asked = Signal(object)
    given = Signal(object)

    def __init__(
        self,
        services: Sequence[tuple[int, str]],
        reasons: Sequence[Reason],
        allowed: Callable[[str], bool],
        parent: QWidget,
    ) -> None:
        """Offer the kinds that the person may do, the services and the reasons to hold."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Bulk edit"))
        self._services = dict(services)
        self._change: BulkChange | None = None
        self._kind = Choice()
        self._kind.fill([(kind, tr(words)) for kind, words in KINDS.items() if allowed(kind)])
        self._level, self._service, self._reason = Choice(), Choice(), Choice()
        self._level.fill(
            [(level, tr(words)) for level, (_, _, words) in zip(LEVELS, PRIORITIES, strict=True)]
        )
        self._service.fill([(None, tr("own delivery")), *services])
        french = language() == "fr"
        self._reason.fill([(one.code, one.label_fr if french else one.label_en) for one in reasons])
        self._day, self._text = QLineEdit(), QLineEdit()
        self._day.setPlaceholderText("+2, 13/3")
        self._rows = {
            "kind": FormRow(mark("What to change"), self._kind),
            "level": FormRow(mark("Priority"), self._level),
            "service": FormRow(mark("Carrier"), self._service),
            "reason": FormRow(mark("Reason"), self._reason),
            "day": FormRow(mark("Day"), self._day),
            "text": FormRow(mark("Words"), self._text),
        }
        self._make()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.ask)
        for box in (self._level, self._service, self._reason):
            box.currentIndexChanged.connect(self.ask)
        self._kind.currentIndexChanged.connect(self._turn)
        for line in (self._day, self._text):
            line.textEdited.connect(lambda: self._typing.start())
        self._kind.setFocus(Qt.FocusReason.TabFocusReason)
        self._turn()

    def _make(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(theme.S16)
        for name, row in self._rows.items():
            row.setFixedWidth(150 if name == "day" else 200)
            fields.addWidget(row)
        fields.addStretch(1)
        self.summary = Label(role="medium", wrap=True)
        self.table = QTableWidget(0, 4)
        self.table.setHorizontalHeaderLabels(
            [tr("Order"), tr("Customer"), tr("As it is"), tr("What becomes of it")]
        )
        self.table.setAccessibleName(tr("What becomes of it"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(28)
        head = self.table.horizontalHeader()
        for at, width in enumerate((150, 190, 150)):
            self.table.setColumnWidth(at, width)
            head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.leave = Button(mark("Cancel"), key="Esc")
        self.apply = Button(mark("Change"), "check", "Return", "primary")
        self.apply.setDefault(True)
        self.leave.clicked.connect(self.reject)
        self.apply.clicked.connect(self._give)
        self._foot = foot = QHBoxLayout()
        foot.setSpacing(theme.S8)
        foot.addWidget(self.summary, 1)
        foot.addWidget(self.leave)
        foot.addWidget(self.apply)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.S24, theme.S24, theme.S24, theme.S16)
        whole.setSpacing(theme.S16)
        whole.addLayout(fields)
        whole.addWidget(self.table, 1)
        whole.addLayout(foot)
        self.resize(940, 580)

    def choose(self, kind: str) -> None:
        """Choose what to change, as the list does."""
        self._kind.choose(kind)

    def set_value(
        self, *, level: object = None, service: object = None, day: str = "", text: str = ""
    ) -> None:
        """Fill in the value, as typing does."""
        if level is not None:
            self._level.choose(level)
        if service is not None:
            self._service.choose(service)
        self._day.setText(day)
        self._text.setText(text)
        self.ask()

    def _turn(self) -> None:
        kind = str(self._kind.currentData())
        for name, row in self._rows.items():
            row.setVisible(name == "kind" or name in _FIELDS.get(kind, ()))
            row.accept()
        self.ask()

    def ask(self) -> None:
        """Ask what would become of the orders; a value that cannot be read is said under its field."""
        self._typing.stop()
        self._change = None
        self.apply.setEnabled(False)
        kind = str(self._kind.currentData())
        shown = _FIELDS.get(kind, ())
        typed = self._day.text().strip() if "day" in shown else ""
        meant = read_day(typed, _today()) if typed else None
        if typed and meant is None:
            self._rows["day"].refuse(tr("Write a day: 13/3, +2, tomorrow or Friday."))
            return
        self._rows["day"].accept()
        words = self._text.text().strip() if "text" in shown else ""
        if (kind == "promised" and meant is None) or (kind in ("tag", "untag") and not words):
            self.fill((), tr("Fill in what it is to become."))
            return
        number = {"priority": self._level, "carrier": self._service}.get(kind)
        self._change = BulkChange(
            kind,
            None if number is None else number.currentData(),
            meant,
            str(self._reason.currentData() or "") if kind == "hold" else words,
            words if kind == "hold" else "",
        )
        self.asked.emit(self._change)

    def refused(self, error: AppError) -> None:
        """The value cannot be, for any order."""
        self._change = None
        self.fill((), said(error))

    def show_preview(self, change: BulkChange, lines: Sequence[PreviewLine]) -> None:
        """What would become of each order; an answer to an older question is passed over."""
        if change != self._change:
            return
        refused = sum(line.refusal is not None for line in lines)
        same = sum(line.same for line in lines)
        going = len(lines) - refused - same
        parts = [trn("%n orders change.", going)]
        if same:
            parts.append(trn("%n stay as they are.", same))
        if refused:
            parts.append(trn("%n are refused.", refused))
        self.fill(sorted(lines, key=lambda line: line.refusal is None), " ".join(parts))
        self.apply.setEnabled(going > 0)
        self.apply.say(trn("Change %n orders", going))
        self._foot.activate()  # the button's words grew

    def fill(self, lines: Sequence[PreviewLine], summary: str) -> None:
        """Put the lines into the table: the refused ones first."""
        self.summary.say(summary)
        self.table.setRowCount(len(lines))
        tokens = theme.tokens()
        for at, line in enumerate(lines):
            tone = "stop" if line.refusal is not None else "text3" if line.same else "good"
            sign = "alert-circle" if line.refusal is not None else "minus" if line.same else "check-circle"
            cells = (line.number, line.customer, self._words(line.before), self._outcome(line))
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column == 3:
                    item.setIcon(icon(sign, tone))
                    item.setForeground(QColor(tokens.colour("stop" if tone == "stop" else "text")))
                self.table.setItem(at, column, item)
            if line.refusal is not None and at < _TALL:
                self.table.resizeRowToContents(at)

    def _outcome(self, line: PreviewLine) -> str:
        if line.refusal is not None:
            return said(line.refusal)
        if line.same:
            return tr("stays as it is")
        change = self._change
        if change is None:
            return ""
        if change.kind in ("tag", "untag"):
            return change.text
        if change.kind in ("hold", "let_go", "confirm"):
            return tr(KINDS[change.kind])
        return self._words(change.value, empty=True)

    def _words(self, value: Any, *, empty: bool = False) -> str:
        """A value as people call it."""
        kind = str(self._kind.currentData())
        if kind == "carrier":
            return self._services.get(value, tr("own delivery") if value is None else "")
        if kind == "priority" and isinstance(value, int):
            return tr(priority_of(value)[2])
        if isinstance(value, date):
            return long_day(value) if empty else day(value)
        return tr("none") if empty else ""

    def _give(self) -> None:
        change = self._change
        if change is not None and self.apply.isEnabled():
            self.accept()
            self.given.emit(change)
