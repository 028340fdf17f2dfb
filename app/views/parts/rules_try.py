"""What the carrier rules would say of a shipment: its number in, the service and the reasons out; nothing is written."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.domain.carrier_rules import Choice
from app.qt import theme
from app.qt.format import day, money, weight
from app.qt.widgets import Button, FormRow, Label
from app.qt.widgets.panels import empty
from app.qt.words import mark, said, tr
from app.queries.rate_tables import ToSend


class RulesTry(QDialog):
    """A field for the number, and the answer beneath.

    Signals:
        asked: the number that was typed.
    """

    asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("What would a shipment get?"))
        self.resize(620, 420)
        self.number = QLineEdit()
        self.row = FormRow(mark("Shipment"), self.number, mark("Its number; by the rules as they are saved"))
        self.go = Button(mark("Try the rules"), "play", "Return", "primary")
        leave = Button(mark("Close"), key="Esc")
        self._rows = QWidget()
        self._rows.setProperty("kind", "clear")
        self._lines = QVBoxLayout(self._rows)
        self._lines.setContentsMargins(0, 0, theme.S8, 0)
        self._lines.setSpacing(theme.S8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._rows)
        foot = QHBoxLayout()
        foot.setSpacing(theme.S8)
        foot.addStretch()
        foot.addWidget(leave)
        foot.addWidget(self.go)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.S24, theme.S16, theme.S24, theme.S16)
        whole.setSpacing(theme.S8)
        whole.addWidget(self.row)
        whole.addWidget(area, 1)
        whole.addLayout(foot)
        leave.setAutoDefault(False)
        self.go.setDefault(True)
        self.go.clicked.connect(self._ask)
        leave.clicked.connect(self.reject)
        self.number.setFocus()

    @property
    def told(self) -> tuple[str, ...]:
        """What stands in the answer."""
        labels = self._rows.findChildren(Label, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return tuple(one.text() for one in labels if not one.isHidden())

    def _ask(self) -> None:
        self.row.accept()
        if not self.number.text().strip():
            self.row.refuse(tr("This is needed."))
            return
        self.asked.emit(self.number.text())

    def refuse(self, why: str) -> None:
        """There is no such shipment, say."""
        empty(self._lines)
        self.row.refuse(why)

    def tell(self, sent: ToSend, choice: Choice) -> None:
        """Say what it would get, and why."""
        empty(self._lines)
        goods = sent.wanted.goods
        parts = [tr("No carrier")]
        if choice.quote is not None:
            parts = [choice.quote.service.name]
            if choice.quote.price is not None:
                parts.append(money(choice.quote.price, choice.quote.currency))
            parts.append(tr("arrives {day}", day=day(choice.quote.arrives_on)))
        head = Label(role="strong", wrap=True)
        head.say(", ".join(parts))
        about = Label(tone="text2", wrap=True)
        place = f"{goods.country} {goods.postal_code}".strip()
        about.say(", ".join((sent.number, place, weight(goods.weight_g))))
        for part in (head, about):
            self._lines.addWidget(part)
        for words in choice.words:
            line = Label(wrap=True)
            line.say(said(words))
            self._lines.addWidget(line)
        self._lines.addStretch()
