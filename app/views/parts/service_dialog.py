"""Choosing another service for a shipment: what each asks, when it arrives, and why it does not take it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.rates import Quote
from app.qt import theme
from app.qt.format import day, money, weight
from app.qt.widgets import Button, Label
from app.qt.words import mark, said, tr, trn
from app.queries.rate_tables import ToSend


class ServiceDialog(QDialog):
    """Every service in a row: those that take the shipment first, the cheapest of them first.

    Signals:
        chosen: the service's id, None for own delivery.
    """

    chosen = Signal(object)

    def __init__(self, sent: ToSend, quotes: Sequence[Quote], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Carrier of {shipment}", shipment=sent.number))
        self._ids: dict[QRadioButton, int | None] = {}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.S24, theme.S24, theme.S24, theme.S16)
        whole.setSpacing(theme.S8)
        goods = sent.wanted.goods
        about = [f"{goods.country} {goods.postal_code}".strip(), trn("%n parcels", len(goods.parcels))]
        about.append(weight(goods.weight_g))
        if sent.estimated:
            about.append(tr("in part by the weights of the articles"))
        line = Label(tone="text2", wrap=True)
        line.say(", ".join(about))
        whole.addWidget(line)
        rows = QWidget()
        rows.setProperty("kind", "clear")
        self._grid = QGridLayout(rows)
        self._grid.setContentsMargins(0, theme.S4, theme.S8, theme.S4)
        self._grid.setHorizontalSpacing(theme.S16)
        self._grid.setVerticalSpacing(theme.S8)
        self._grid.setColumnStretch(0, 1)
        for at, words in enumerate((mark("Service"), mark("Price"), mark("Arrives"))):
            head = Label(words, "caption", "text2")
            if at:
                head.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(head, 0, at)
        for one in quotes:
            self._add(one, sent.service_id)
        own = self._radio(tr("own delivery"), None, sent.service_id)
        self._grid.addWidget(own, self._grid.rowCount(), 0)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(rows)
        whole.addWidget(area, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.S8)
        leave, done = (
            Button(mark("Cancel"), key="Esc"),
            Button(mark("Change carrier"), "check", "Return", "primary"),
        )
        leave.clicked.connect(self.reject)
        done.clicked.connect(self._take)
        done.setDefault(True)
        foot.addStretch()
        foot.addWidget(leave)
        foot.addWidget(done)
        whole.addLayout(foot)
        now = next((radio for radio, key in self._ids.items() if key == sent.service_id), own)
        first = now if now.isEnabled() else next(radio for radio in self._ids if radio.isEnabled())
        self.resize(620, min(560, 170 + 32 * self._grid.rowCount()))
        first.setChecked(True)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def offered(self) -> tuple[int | None, ...]:
        """What can be chosen, in its order."""
        return tuple(key for radio, key in self._ids.items() if radio.isEnabled())

    def pick(self, service_id: int | None) -> None:
        """Mark a service, as a click on it does."""
        next(radio for radio, key in self._ids.items() if key == service_id).setChecked(True)

    def _radio(self, name: str, service_id: int | None, now: int | None) -> QRadioButton:
        radio = QRadioButton(f"{name} ({tr('now')})" if service_id == now else name)
        self._ids[radio] = service_id
        return radio

    def _add(self, one: Quote, now: int | None) -> None:
        at = self._grid.rowCount()
        radio = self._radio(one.service.name, one.service.id, now)
        self._grid.addWidget(radio, at, 0)
        if not one.possible:
            radio.setEnabled(False)
            why = Label(role="small", tone="text2", wrap=True)
            why.say(said(one.why_not))
            radio.setAccessibleDescription(said(one.why_not))
            self._grid.addWidget(why, at, 1, 1, 2)
            return
        price, arrives = Label(role="medium"), Label(tone="text2")
        price.say(money(one.price, one.currency) if one.price is not None else tr("not known"))
        arrives.say(day(one.arrives_on))
        for column, label in ((1, price), (2, arrives)):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(label, at, column)
        radio.setAccessibleDescription(f"{price.words}, {arrives.words}")

    def _take(self) -> None:
        chosen = next((key for radio, key in self._ids.items() if radio.isChecked()), None)
        self.accept()
        self.chosen.emit(chosen)
