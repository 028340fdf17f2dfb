"""What stands against an order while it is typed, or is worth knowing: in words, with the keys that settle it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.address import PostalAddress
from app.domain.order_questions import BLOCKED, Finding
from app.qt import theme
from app.qt.format import count, day
from app.qt.widgets import Button, Card, Label, Section, Sign, empty
from app.qt.words import mark, said, tr, trn
from app.services.order_prices import NoPrice, ProductBlocked
from app.services.quoting import Quote, QuotedLine
from app.views.parts.order_address import complete, wrong
from app.views.parts.order_asking import ADD_USUAL
from app.views.parts.order_draft import Draft
from app.views.parts.order_flow import ButtonRows
from app.views.parts.question_words import SEVERITIES, title, words

MOST_NAMED = 4
SPLIT, WAIT, PRICE, DROP, CUSTOMER = (
    *("entry.split", "entry.wait", "entry.price", "entry.drop", "entry.customer"),
)
Offers = Callable[[Finding], tuple[tuple[str, str], ...]]
KEYS = {SPLIT: "F5", WAIT: "F6", PRICE: "F12", DROP: "F3", CUSTOMER: "F2", ADD_USUAL: "Shift+F8"}


@dataclass(frozen=True)
class Check:
    """One thing; `stop` blocks the order, 'warn' and 'info' do not. `acts` are (words, command)."""

    tone: str
    icon: str
    title: str
    text: str
    acts: tuple[tuple[str, str], ...] = ()


def checks(
    draft: Draft,
    quote: Quote | None,
    address: PostalAddress | None,
    *,
    customer_known: bool,
    ship_complete: bool,
    findings: Sequence[Finding] | None = None,
    offers: Offers | None = None,
) -> list[Check]:
    """Everything that is to be checked, what blocks first.

    Args:
        draft: As it is typed.
        quote: What it would cost; None while nobody knows.
        address: Where the goods would go.
        customer_known: Whether the customer was read.
        ship_complete: Whether this customer takes complete deliveries only.
        findings: What is questioned of it (`services/order_questions.ask`); None while nobody asked.
        offers: Commands that settle a finding, (words, command) each.
    """
    found: list[Check] = []
    if quote is not None and draft.customer_id:
        found += [
            Check("stop", "hold", tr("Customer blocked"), said(error), ((tr("Other customer"), CUSTOMER),))
            for error in quote.refusals
        ]
    if quote is not None:
        found += _refused(quote)
        short = [line for line in quote.lines if line.short and line.refusal is None]
        if short:
            found.append(_short(draft, quote, short, ship_complete))
    if findings is not None:
        found += question_checks(findings, offers)
    elif draft.customer_id and customer_known:
        found += _address(address)
    if findings is None and quote is not None and quote.doubles:
        text = tr(
            "{reference} stands on {orders} already.",
            reference=draft.reference.strip(),
            orders=", ".join(quote.doubles),
        )
        found.append(Check("warn", "copy", tr("Same reference again"), text))
    return sorted(found, key=lambda one: ("stop", "warn", "info").index(one.tone))


def question_checks(findings: Sequence[Finding], offers: Offers | None = None) -> list[Check]:
    """What is questioned of an order, as cards; what takes an approval warns, for it may be had while the order waits.

    A blocked product is left out: its line is refused already.
    """
    found = []
    for one in findings:
        if one.code == BLOCKED:
            continue
        icon, tone, _ = SEVERITIES[one.severity.value]
        acts = offers(one) if offers is not None else ()
        found.append(Check(tone, icon, title(one), words(one), acts))
    return found


def _refused(quote: Quote) -> list[Check]:
    found = []
    for line in quote.lines:
        error = line.refusal
        if error is None:
            continue
        title, act = tr("Line refused"), (tr("Take the line away"), DROP)
        if isinstance(error, NoPrice):
            title, act = tr("No price"), (tr("Enter the price"), PRICE)
        elif isinstance(error, ProductBlocked):
            title = tr("Product blocked")
        found.append(Check("stop", "alert-circle", title, said(error), (act,)))
        if len(found) == MOST_NAMED:
            break
    return found


def _short(draft: Draft, quote: Quote, short: Sequence[QuotedLine], ship_complete: bool) -> Check:
    text = "\n".join(_shortage(line) for line in short[:MOST_NAMED])
    if len(short) > MOST_NAMED:
        text = f"{text}\n{trn('and %n more lines', len(short) - MOST_NAMED)}"
    later = tr("All on {day}", day=day(quote.complete_on)) if quote.complete_on else tr("All later")
    acts: tuple[tuple[str, str], ...] = ((tr("Split"), SPLIT), (later, WAIT))
    if ship_complete:
        acts = acts[1:]
        text = f"{text}\n{tr('This customer takes complete deliveries only.')}"
    if draft.shortage == "split":
        text = f"{text}\n{tr('What is there goes first, the rest follows.')}"
        return Check("info", "split", tr("Will be split"), text, acts)
    if draft.shortage == "wait":
        text = f"{text}\n{tr('Nothing is reserved before all of it is there.')}"
        return Check("info", "clock", tr("Waits as a whole"), text, acts)
    return Check("stop", "alert-circle", tr("Short stock"), text, acts)


def _shortage(line: QuotedLine) -> str:
    words = tr(
        "{sku}: {wanted} wanted, {free} free.",
        sku=line.sku,
        wanted=count(line.qty),
        free=count(max(0, line.free)),
    )
    if line.arrives is not None:
        return f"{words} {tr('The rest is expected on {day}.', day=day(line.arrives))}"
    return f"{words} {tr('Nobody knows when more comes.')}"


def _address(address: PostalAddress | None) -> list[Check]:
    if address is None:
        text = tr("Goods cannot be sent before there is one.")
        return [Check("warn", "alert-triangle", tr("No address"), text)]
    if complete(address):
        return []
    text = " ".join(said(one) for one in wrong(address))
    return [Check("warn", "alert-triangle", tr("Address incomplete"), text)]


class ChecksPanel(QWidget):
    """The checks beside the order: under each other, or beside each other where they lie in a band.

    Signals:
        wanted: a command that settles one of them.
        changed: others are shown than before.
    """

    wanted, changed = Signal(str), Signal()

    def __init__(self) -> None:
        super().__init__()
        self._band, self._width = False, 0
        self.shown: list[Check] = []
        self._section = Section(mark("To check"))
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._cards.setSpacing(theme.S8)
        self._nothing = Label(mark("Nothing stands against this order."), tone="text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S8 + theme.S4)
        column.addWidget(self._section)
        column.addLayout(self._cards)
        column.addWidget(self._nothing)

    @property
    def blocking(self) -> bool:
        """Whether one of them blocks the order."""
        return any(one.tone == "stop" for one in self.shown)

    def show_checks(self, found: Sequence[Check]) -> None:
        """Show other checks; the same ones stay as they are."""
        if list(found) == self.shown:
            return
        self.shown = list(found)
        self._paint()
        self.changed.emit()

    def lie(self, band: bool, width: int) -> None:
        """Lie in a band, or stand under each other, in so many pixels."""
        if (band, width) == (self._band, self._width):
            return
        self._band, self._width = band, width
        ways = QBoxLayout.Direction
        self._cards.setDirection(ways.LeftToRight if band else ways.TopToBottom)
        self._section.setVisible(not band)
        self._paint()

    def _paint(self) -> None:
        found = self.shown
        empty(self._cards)
        for one in found:
            self._cards.addWidget(self._card(one))
        self._nothing.setVisible(not found)
        stops = sum(one.tone == "stop" for one in found)
        parts = [trn("%n block", stops)] if stops else []
        parts += [trn("%n inform", len(found) - stops)] if len(found) > stops else []
        self._section.set_figure(", ".join(parts))

    def _card(self, check: Check) -> QWidget:
        card = Card(check.tone)
        card.setAccessibleName(f"{check.title}. {check.text}")
        head = QHBoxLayout()
        head.setSpacing(theme.S8)
        title, text = Label(role="strong", tone=check.tone, wrap=True), Label(wrap=True)
        title.say(check.title)
        text.say(check.text)
        head.addWidget(Sign(check.icon, check.tone, 16))
        head.addWidget(title, 1)
        card.body.addLayout(head)
        under = QVBoxLayout()
        under.setContentsMargins(theme.S24, 0, 0, 0)
        under.setSpacing(theme.S8)
        under.addWidget(text)
        if check.acts:
            beside = len(self.shown) if self._band else 1
            width = self._width // beside - theme.S8 - 2 * theme.S24
            under.addWidget(ButtonRows([self._button(*act) for act in check.acts], width))
        card.body.addLayout(under)
        return card

    def _button(self, words: str, command_id: str) -> Button:
        button = Button(key=KEYS.get(command_id, ""))
        button.say(words)
        button.clicked.connect(lambda: self.wanted.emit(command_id))
        return button
