"""What a rule would do to past orders: how many days back, and the orders that it matches; nothing is written."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.qt import theme
from app.qt.format import count, day, money
from app.qt.widgets import Button, FormRow, Label
from app.qt.words import mark, tr, trn
from app.services.order_rules import Trial
from app.views.parts.order_rule_words import deeds_words

_HEADS = (mark("Order"), mark("Day"), mark("Customer"), mark("Total"), mark("What would be done"))
_WIDTHS = (150, 80, 160, 100)
_ROW = 28
_Index = QModelIndex | QPersistentModelIndex


class _Rows(QAbstractTableModel):
    """The orders that were found."""

    def __init__(self) -> None:
        super().__init__()
        self.trial: Trial | None = None

    def show(self, trial: Trial | None) -> None:
        """Other orders."""
        self.beginResetModel()
        self.trial = trial
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many are shown."""
        return 0 if self.trial is None or parent.isValid() else len(self.trial.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Five."""
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The heads."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(_HEADS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (
                Qt.AlignmentFlag.AlignRight if section == 3 else Qt.AlignmentFlag.AlignLeft
            ) | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell."""
        if self.trial is None or not index.isValid():
            return None
        row = self.trial.rows[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 3:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        words = deeds_words(row.did)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 4:
            return words
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            cells = (row.number, day(row.ordered_on), row.customer, money(row.total, row.currency), words)
            return cells[index.column()]
        return None


class RuleTrial(QDialog):
    """A field for the days, and the answer beneath.

    Signals:
        asked: the number of days that was typed.
        opened: an order's id; Enter on its row.
    """

    asked = Signal(int)
    opened = Signal(int)

    def __init__(self, rule: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("What would the rule {rule} have done?", rule=rule))
        self.resize(920, 480)
        self.days = QLineEdit("30")
        self.row = FormRow(
            mark("Days back"), self.days, mark("Orders as they are now, quotes left out; nothing is changed")
        )
        self.go = Button(mark("Try it"), "play", "Return", "primary")
        leave = Button(mark("Close"), key="Esc")
        self.summary = Label(role="strong", wrap=True)
        self.rows = _Rows()
        self.view = QTableView()
        self.view.setModel(self.rows)
        self.view.setAccessibleName(tr("What would be done"))
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(_ROW)
        self.view.setShowGrid(False)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setTabKeyNavigation(False)
        head = self.view.horizontalHeader()
        for at, width in enumerate(_WIDTHS):
            self.view.setColumnWidth(at, width)
        head.setSectionResizeMode(len(_WIDTHS), QHeaderView.ResizeMode.Stretch)
        foot = QHBoxLayout()
        foot.setSpacing(theme.S8)
        foot.addStretch()
        foot.addWidget(leave)
        foot.addWidget(self.go)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.S24, theme.S16, theme.S24, theme.S16)
        whole.setSpacing(theme.S8)
        whole.addWidget(self.row)
        whole.addWidget(self.summary)
        whole.addWidget(self.view, 1)
        whole.addLayout(foot)
        self.view.hide()
        leave.setAutoDefault(False)
        self.go.setDefault(True)
        self.go.clicked.connect(self._go)
        leave.clicked.connect(self.reject)
        self.view.doubleClicked.connect(lambda _: self._open())
        self.days.setFocus()
        self.days.selectAll()

    def _go(self) -> None:
        if self.view.hasFocus() and self.view.currentIndex().isValid():
            self._open()
            return
        self.row.accept()
        text = self.days.text().strip()
        if not text.isascii() or not text.isdigit() or len(text) > 6:
            self.row.refuse(tr("Write a whole number."))
            return
        self.summary.say(tr("Asking …"))
        self.asked.emit(int(text))

    def _open(self) -> None:
        trial = self.rows.trial
        if trial is not None:
            self.opened.emit(trial.rows[self.view.currentIndex().row()].order_id)
            self.accept()

    def refuse(self, why: str) -> None:
        """The rule cannot be asked, or not over so many days."""
        self.summary.say("")
        self.rows.show(None)
        self.view.hide()
        self.row.refuse(why)

    def tell(self, trial: Trial) -> None:
        """Say how many it matches, and what would be done to the newest."""
        looked = trn("%n orders since {day}", trial.looked, day=day(trial.since))
        if not trial.all:
            looked = tr(
                "the newest {count} orders since {day}", count=count(trial.looked), day=day(trial.since)
            )
        words = tr("It matches {matched} of {looked}.", matched=count(trial.matched), looked=looked)
        if trial.matched > len(trial.rows):
            words += " " + tr("The newest {count} are shown.", count=count(len(trial.rows)))
        self.summary.say(words)
        self.rows.show(trial)
        self.view.setVisible(bool(trial.rows))
        if trial.rows:
            self.view.selectRow(0)
