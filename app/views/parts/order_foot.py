"""Notes and sums under the lines of an order."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
)

from app.domain import money as minor
from app.errors import AppError
from app.qt import theme
from app.qt.format import money, percent
from app.qt.widgets import FormRow, Label
from app.qt.widgets.text import set_kind
from app.qt.words import mark, tr
from app.services.quoting import Quote
from app.views.parts.order_draft import Draft, read_decimal


class OrderFoot(QFrame):
    """What is printed for the customer, what only we read, and what it all comes to.

    Signals:
        edited: something was changed in the draft.
        priced: the freight was changed, so that the sums are others.
    """

    edited, priced = Signal(), Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "bar-over")
        self.draft = Draft()
        self.note, self.internal = QPlainTextEdit(), QPlainTextEdit()
        notes = QHBoxLayout()
        notes.setSpacing(theme.S16)
        for words, field in (
            (mark("Note printed on the papers"), self.note),
            (mark("Internal note"), self.internal),
        ):
            field.setTabChangesFocus(True)
            field.setFixedHeight(76)
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            notes.addWidget(FormRow(words, field), 1)
        self.freight = QLineEdit()
        self.freight.setFixedWidth(96)
        self.freight.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.goods, self.tax, self.total = Label(), Label(), Label(role="title")
        self._tax_words = Label(mark("Tax"), tone="text2")
        sums = QGridLayout()
        sums.setHorizontalSpacing(theme.S24)
        sums.setVerticalSpacing(5)
        freight = Label(mark("Freight"), tone="text2")
        freight.setBuddy(self.freight)
        self._goods_words = Label(mark("Goods"), tone="text2")
        names = (self._goods_words, freight, self._tax_words, Label(mark("Total"), "strong"))
        for at, (name, value) in enumerate(
            zip(names, (self.goods, self.freight, self.tax, self.total), strict=True)
        ):
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            name.setAlignment(side)
            if isinstance(value, Label):
                value.setAlignment(side)
            sums.addWidget(name, at, 0)
            sums.addWidget(value, at, 1, side)
        sums.setColumnMinimumWidth(1, 120)
        right = QVBoxLayout()
        right.addLayout(sums)
        right.addStretch()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(theme.S16, theme.S8, theme.S16, theme.S8)
        whole.setSpacing(theme.S24)
        whole.addLayout(notes, 1)
        whole.addLayout(right)
        self.note.textChanged.connect(self._note_typed)
        self.internal.textChanged.connect(self._note_typed)
        self.freight.textEdited.connect(self._freight_typed)
        self.freight.editingFinished.connect(self._show_freight)
        self._name_freight()
        self.show_quote(None)

    def show_draft(self, draft: Draft) -> None:
        """Show a draft as it was left."""
        self.draft = draft
        for field, text in ((self.note, draft.note), (self.internal, draft.internal_note)):
            field.blockSignals(True)
            field.setPlainText(text)
            field.blockSignals(False)
        self._show_freight()
        self.show_quote(None)

    def show_quote(self, quote: Quote | None) -> None:
        """Show what it comes to."""
        self._quote = quote
        if quote is None:
            for label in (self.goods, self.tax, self.total):
                label.say("")
            return
        self._show_charge(quote)
        self.goods.say(money(quote.sums.net, quote.currency))
        if quote.sums.allowance:
            self._goods_words.set(mark("Goods, {percent} off"), percent=percent(quote.discount))
        else:
            self._goods_words.set(mark("Goods"))
        self.tax.say(money(quote.sums.tax, quote.currency))
        self.total.say(money(quote.sums.total, quote.currency))
        rates = [rate for rate in quote.tax_rates if rate]
        if rates:
            shown = tr(" and ").join(percent(rate) for rate in rates)
            self._tax_words.set(mark("Tax {rates}"), rates=shown)
        else:
            self._tax_words.set(mark("Tax"))

    def _show_charge(self, quote: Quote) -> None:
        """What the table of charges says stands in the field as long as nothing else is typed."""
        self.freight.setPlaceholderText(money(quote.sums.freight, quote.currency))

    def retranslate(self) -> None:
        """Follow the language."""
        self._name_freight()
        self._show_freight()
        self.show_quote(self._quote)

    def _name_freight(self) -> None:
        self.freight.setAccessibleName(tr("Freight"))
        self.freight.setPlaceholderText("0")

    def _note_typed(self) -> None:
        self.draft.note = self.note.toPlainText()
        self.draft.internal_note = self.internal.toPlainText()
        self.edited.emit()

    def _freight_typed(self, text: str) -> None:
        blank = not text.strip()
        typed = None if blank else _amount(text, self.draft.currency)
        set_kind(self.freight, "wrong", "true" if typed is None and not blank else "")
        if (blank or typed is not None) and typed != self.draft.freight:
            self.draft.freight = typed
            self.priced.emit()

    def understood(self) -> bool:
        """Whether the freight is an amount; where it is none, the field says so and has the keyboard."""
        text = self.freight.text()
        if not text.strip() or _amount(text, self.draft.currency) is not None:
            return True
        set_kind(self.freight, "wrong", "true")
        self.freight.setFocus()
        self.freight.selectAll()
        return False

    def _show_freight(self) -> None:
        set_kind(self.freight, "wrong", "")
        freight = self.draft.freight
        plain = "" if freight is None else minor.to_decimal_string(freight, self.draft.currency)
        self.freight.setText(plain)


def _amount(text: str, currency: str) -> int | None:
    """An amount in minor units; None where it is none."""
    typed: Decimal | None = read_decimal(text)
    if typed is None:
        return None
    try:
        return minor.minor_of(typed, currency)
    except AppError:
        return None
