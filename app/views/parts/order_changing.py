"""Changing a confirmed order from its drawer: a line holds fewer or more, another line, another promise; asked over the table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.permissions import Permission
from app.qt import theme
from app.qt.format import count, long_day
from app.qt.widgets import Button, FormRow, Label
from app.qt.words import language, mark, tr, trn
from app.queries.order_details import LineOf, OrderDetails
from app.queries.put_backs import AskedBackRow
from app.queries.returnable import Reason, reasons
from app.services.changes import (
    Added,
    Raised,
    Reduced,
    add_article,
    raise_line,
    reduce_line,
    withdraw_put_back,
)
from app.services.context import Context
from app.services.delivery_changes import DeliveryChanged, promise_again
from app.services.order_changes import restore_line
from app.views.base import View
from app.views.parts.action_panel import ActionPanel, Choice, QuantityField, whole_number
from app.views.parts.asked_back import in_words
from app.views.parts.lines import Link
from app.views.parts.order_dates import read_day

RIGHTS = (
    Permission.ORDER_ENTER,
    Permission.ORDER_CONFIRM,
    Permission.ORDER_CANCEL,
    Permission.STOCK_RESERVE,
)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the desk's own calendar


class OrderChanging(QObject):
    """What a screen does with a confirmed order that changes: three short forms over its table."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self._view = view
        self._order: OrderDetails | None = None
        self._line: LineOf | None = None
        self.pieces, self.reason = QuantityField(), Choice()
        self.pieces_row = FormRow(mark("Pieces"), self.pieces, needed=True)
        why = FormRow(mark("Reason, where it is less"), self.reason)
        self.line_panel = ActionPanel(
            mark("Change a line"), [(self.pieces_row, 120), (why, 280)], mark("Change")
        )
        self.sku, self.number = QLineEdit(), QuantityField()
        self.sku_row = FormRow(mark("SKU"), self.sku, needed=True)
        self.number_row = FormRow(mark("Pieces"), self.number, needed=True)
        self.add_panel = ActionPanel(
            mark("Add a line"), [(self.sku_row, 240), (self.number_row, 120)], mark("Add")
        )
        self.day = QLineEdit()
        self.day.setPlaceholderText("+2, 13/3")
        self.day_row = FormRow(mark("New promise"), self.day, needed=True)
        self.day_panel = ActionPanel(mark("Promise again"), [(self.day_row, 200)], mark("Promise"))
        self.line_panel.accepted.connect(self._change_line)
        self.add_panel.accepted.connect(self._add_line)
        self.day_panel.accepted.connect(self._promise)

    def stand_in(self, whole: QVBoxLayout) -> None:
        """Put the forms over the table of the screen."""
        for panel in (self.line_panel, self.add_panel, self.day_panel):
            whole.insertWidget(1, panel)
            panel.cancelled.connect(self.leave)

    def leave(self) -> None:
        """Close the forms; the screen gets the keyboard."""
        for panel in (self.line_panel, self.add_panel, self.day_panel):
            panel.hide()
        self._view.setFocus()

    def may(self, order: OrderDetails) -> bool:
        """Whether the person may change this order now."""
        return order.state == "confirmed" and all(self._view.shell.allows(right) for right in RIGHTS)

    def section(self, order: OrderDetails) -> QWidget | None:
        """What stands under the lines of an order in the drawer; None where it cannot be changed."""
        if not self.may(order):
            return None
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S8)
        for asked in order.asked_back:
            column.addLayout(self._asked(asked))
        row = QHBoxLayout()
        row.setSpacing(theme.S8)
        for words, icon, act in (
            (mark("Add a line"), "plus", self.ask_line),
            (mark("Promise again"), "calendar", self.ask_day),
        ):
            button = Button(words, icon)
            button.clicked.connect(lambda _=False, act=act: act(order))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        return holder

    def _asked(self, asked: AskedBackRow) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        words = Label(tone="warn", wrap=True)
        words.say(tr("Asked back: {goods}", goods=in_words(asked)))
        column.addWidget(words)
        column.addWidget(Link(tr("They are wanted after all"), lambda: self.withdraw(asked)))
        return column

    def line_act(self, order: OrderDetails, line: LineOf) -> Callable[[], None] | None:
        """What following a line does: its quantity is asked for; None where it cannot be changed."""
        if not self.may(order) or (line.qty - line.cancelled and not line.open):
            return None
        return lambda: self.ask_quantity(order, line)

    # Asking

    def ask_quantity(self, order: OrderDetails, line: LineOf) -> None:
        """Ask how many a line is to hold, and why where that is fewer."""
        self.leave()
        self._order, self._line = order, line

        def ready(found: tuple[Reason, ...]) -> None:
            french = language() == "fr"
            self.reason.fill([(one.code, one.label_fr if french else one.label_en) for one in found])
            self.pieces.set_value(line.qty - line.cancelled)
            about = tr("{order}, line {line}: {sku}", order=order.number, line=line.position, sku=line.sku)
            self.line_panel.begin(about, self.pieces)

        self._view.read(reasons, "cancel", then=ready)

    def ask_line(self, order: OrderDetails) -> None:
        """Ask which article is added, and how many."""
        self.leave()
        self._order = order
        self.sku.clear()
        self.number.set_value(None)
        self.add_panel.begin(order.number, self.sku)

    def ask_day(self, order: OrderDetails) -> None:
        """Ask for another promise."""
        self.leave()
        self._order = order
        self.day.clear()
        self.day_panel.begin(f"{order.number}, {long_day(order.promised_on)}", self.day)

    # Doing

    def _change_line(self) -> None:
        line, wanted = self._line, whole_number(self.pieces_row, 0)
        if line is None or wanted is None:
            return
        holds = line.qty - line.cancelled
        self.leave()
        if wanted < holds:
            reason = str(self.reason.currentData())
            self._view.do(
                reduce_line, line.id, wanted, reason, then=lambda done: self._reduced(done, holds, reason)
            )
        elif wanted > holds:
            self._view.do(raise_line, line.id, wanted, then=lambda done: self._raised(done, holds))

    def _reduced(self, done: Reduced, held: int, reason: str) -> None:
        words = trn("%n pieces let go.", done.freed) if done.freed else ""
        if done.asked:
            words = f"{words} {trn('%n pieces are asked back from the warehouse.', done.asked)}".strip()

        def back(ctx: Context) -> None:
            for one in done.put_back_ids:
                withdraw_put_back(ctx, one)
            if done.freed:
                restore_line(ctx, done.order_line_id, held)

        self._said(words, back)

    def _raised(self, done: Raised, held: int) -> None:
        def back(ctx: Context) -> None:
            reason = str(self.reason.currentData())
            if done.added is not None:
                reduce_line(ctx, done.added.order_line_id, 0, reason)
            if done.restored:
                reduce_line(ctx, done.order_line_id, held, reason)

        self._said(tr("The line holds more now."), back)

    def _add_line(self) -> None:
        wanted = whole_number(self.number_row)
        if self._order is None or wanted is None:
            return
        if not self.sku.text().strip():
            self.sku_row.refuse(tr("This is needed."))
            self.sku.setFocus()
            return
        order_id = self._order.id
        self.leave()

        def add(ctx: Context) -> tuple[Added, str]:
            with ctx.reading() as connection:
                found = reasons(connection, "cancel")
            return add_article(ctx, order_id, self.sku.text(), wanted), found[0].code

        self._view.do(add, then=lambda found: self._line_added(*found))

    def _line_added(self, done: Added, reason: str) -> None:
        words = tr("Line {line} is added.", line=count(done.position))
        if not done.reserved:
            words = f"{words} {tr('Its pieces wait for stock.')}"
        self._said(words, lambda ctx: reduce_line(ctx, done.order_line_id, 0, reason))

    def _promise(self) -> None:
        found = read_day(self.day.text(), _today())
        if self._order is None:
            return
        if found is None:
            self.day_row.refuse(tr("Write a day: 13/3, +2, tomorrow or Friday."))
            self.day.setFocus()
            return
        order_id = self._order.id
        self.leave()

        def done(was: DeliveryChanged) -> None:
            words = tr("Promised for {day}.", day=long_day(found))
            self._said(words, lambda ctx: promise_again(ctx, order_id, was.before.promised_on))

        self._view.do(promise_again, order_id, found, then=done)

    def withdraw(self, asked: AskedBackRow) -> None:
        """The pieces are wanted after all."""
        words = tr("{goods}: wanted after all.", goods=in_words(asked))
        self._view.do(withdraw_put_back, asked.id, then=lambda _: self._said(words, None))

    def _said(self, words: str, back: Callable[[Context], Any] | None) -> None:
        undo = None if back is None else lambda: self._view.do(back, then=self._taken_back)
        self._view.shell.tell(words, undo)
        self._view.refresh()

    def _taken_back(self, _: object) -> None:
        self._view.shell.tell(tr("Taken back."))
        self._view.refresh()
