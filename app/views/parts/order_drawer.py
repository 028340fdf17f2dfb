"""One order beside the list: who, where, when, how much; its parcels, lines and what happened to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.qt import theme
from app.qt.commands import Action
from app.qt.format import count, day, long_day, moment, money, near_day, percent, weight
from app.qt.widgets import (
    CommandButton,
    Drawer,
    Facts,
    Label,
    MiniCard,
    Pill,
    Rule,
    Section,
    Sign,
    Timeline,
    empty,
)
from app.qt.words import language, mark, tr, trn
from app.queries.order_details import HoldOf, OrderDetails, ShipmentOf
from app.queries.order_folder import Paper
from app.views.parts.floor_words import SHIPMENTS
from app.views.parts.lines import Lines
from app.views.parts.order_address import in_one_line
from app.views.parts.order_changing import OrderChanging
from app.views.parts.order_flow import ButtonRows
from app.views.parts.order_kinds import KINDS
from app.views.parts.order_words import (
    LIGHTS,
    STATES,
    channel_words,
    event_words,
    light_sentence,
    priority_of,
    state_of,
)

SHOWN_LINES = 12
SHOWN_EVENTS = 30


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the desk's own calendar


IN_DRAWER = (
    "order.edit",
    "order.send_confirmation",
    "order.amend",
    "order.unreserve",
    "order.let_go",
    "order.cancel",
)
"""Commands whose buttons stand with the order they are about."""


class OrderDrawer(Drawer):
    """The details of the current order.

    Signals:
        customer_wanted: the customer's own screen (their id).
        shipment_wanted: a shipment's own screen (its id).
        product_wanted: a product's stock (its id).
    """

    customer_wanted, shipment_wanted, product_wanted = Signal(int), Signal(int), Signal(int)

    def __init__(self, actions: Sequence[Action]) -> None:
        super().__init__(mark("Open the customer"))
        self.order: OrderDetails | None = None
        self._actions = tuple(actions)
        self.folder: Callable[[int, Sequence[Paper]], QWidget] | None = None
        """Makes the part with the order's documents; a screen that works with them gives it."""
        self.changing: OrderChanging | None = None
        """Lets a confirmed order be changed; a screen that does so gives it."""
        self.opened.connect(self._open_customer)
        self._fill = QVBoxLayout()
        self._fill.setSpacing(theme.S8)
        self.body.addLayout(self._fill)
        self.body.addStretch()

    def _open_customer(self) -> None:
        if self.order is not None:
            self.customer_wanted.emit(self.order.customer_id)

    def show_order(self, order: OrderDetails | None) -> None:
        """Show an order; None shows nothing."""
        self.order = order
        empty(self._fill)
        if order is None:
            self.set_title("")
            return
        self.set_title(order.number)
        parts: list[QWidget | None] = [
            self._pills(order),
            self._who(order),
            self._facts(order),
            *(self._hold(hold) for hold in order.holds),
            self._steps(),
            Rule(),
            *self._shipments(order),
            *self._lines(order),
            *([self.folder(order.id, order.papers), Rule()] if self.folder is not None else []),
            *self._timeline(order),
        ]
        for part in parts:
            if part is not None:
                self._fill.addWidget(part)

    def _pills(self, order: OrderDetails) -> QWidget:
        holder, row = _row()
        if order.ready.light in LIGHTS:
            icon, tone = LIGHTS[order.ready.light]
            pill = Pill()
            pill.say(light_sentence(order.ready), tone, icon)
            row.addWidget(pill)
        key = state_of(order.state, order.ready)
        if key != "held":
            icon, tone, words = STATES[key]
            row.addWidget(Pill(words, "accent" if tone.startswith("accent") else "neutral", icon))
        if order.priority > 0:
            icon, tone, words = priority_of(order.priority)
            row.addWidget(Pill(words, "stop" if tone == "stop" else "neutral", icon))
        row.addStretch()
        return holder

    def _who(self, order: OrderDetails) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S4)
        line, row = _row()
        name, code = Label(role="strong", wrap=True), Label(role="code", tone="text2")
        name.say(order.customer)
        code.say(order.customer_code)
        row.addWidget(name, 1)
        row.addWidget(code)
        column.addWidget(line)
        if order.ship_address is not None:
            place = Label(tone="text2", wrap=True)
            place.say(in_one_line(order.ship_address, language()))
            column.addWidget(place)
            if order.ship_address.phone:
                column.addWidget(_signed("phone", order.ship_address.phone))
        if order.customer_status == "blocked":
            column.addWidget(_signed("hold", tr("The customer is blocked"), "stop"))
        return holder

    def _facts(self, order: OrderDetails) -> QWidget:
        facts = Facts()
        late = order.promised_on is not None and order.promised_on < _today() and order.state == "confirmed"
        when = long_day(order.promised_on) or tr("none")
        near = near_day(order.promised_on, _today())
        if near and near != day(order.promised_on):
            when = f"{near}, {when}"
        facts.add(mark("Promise"), when, tone="stop" if late else "text")
        if order.requested_on is not None and order.requested_on != order.promised_on:
            facts.add(mark("Wanted"), long_day(order.requested_on))
        facts.add(mark("Carrier"), order.carrier or tr("own delivery"))
        if order.reference:
            facts.add(mark("Customer PO"), order.reference, role="code")
        amount = money(order.total, order.currency)
        facts.add(
            mark("Amount"), tr("{total} incl. {tax} tax", total=amount, tax=money(order.tax, order.currency))
        )
        if order.discount:
            off = percent(order.discount)
            facts.add(
                mark("Discount"),
                tr("{percent}, {amount}", percent=off, amount=money(order.allowance, order.currency)),
            )
        if order.freight:
            facts.add(mark("Freight"), money(order.freight, order.currency))
        if order.kind != "sale":
            of = tr("{kind} of {number}", kind=tr(KINDS[order.kind]), number=order.exchange_of)
            facts.add(mark("Kind"), of if order.exchange_of else tr(KINDS[order.kind]))
        facts.add(mark("Ordered"), f"{day(order.ordered_on)}, {channel_words(order.channel)}")
        if order.ship_complete:
            facts.add(mark("Shipping"), tr("complete only"))
        if order.note:
            facts.add(mark("Printed note"), order.note)
        if order.internal_note:
            facts.add(mark("Internal note"), order.internal_note)
        return facts

    def _hold(self, hold: HoldOf) -> QWidget:
        words = hold.label_fr if language() == "fr" else hold.label_en
        if hold.until is not None:
            words = tr("{reason}, until {day}", reason=words, day=day(hold.until))
        words = f"{words}. {hold.note}" if hold.note else words
        return _signed("hold", words, "stop" if hold.binds else "text2")

    def _steps(self) -> QWidget | None:
        """Commands that have no button over the table, as far as they are possible."""
        possible = [action for action in self._actions if action.isEnabled()]
        if not possible:
            return None
        return ButtonRows((CommandButton(action) for action in possible), self.WIDTH - 2 * theme.S16)

    def _shipments(self, order: OrderDetails) -> list[QWidget | None]:
        total = sum(one.weight_g for one in order.shipments)
        figure = trn("%n shipments", len(order.shipments)) if order.shipments else ""
        section = Section(mark("Shipments"), f"{figure}, {weight(total)}" if total else figure)
        return [section, *(self._shipment(one) for one in order.shipments), Rule()] if order.shipments else []

    def _shipment(self, one: ShipmentOf) -> QWidget:
        icon, tone, words = SHIPMENTS[one.state]
        facts = [trn("%n pieces", one.pieces)]
        if one.parcels:
            facts.append(trn("%n parcels", len(one.parcels)))
        grams = sum(parcel.weight_g for parcel in one.parcels) or one.weight_g
        facts += [weight(grams)] if grams else []
        facts += [one.wave] if one.wave and one.state in ("released", "picking") else []
        card = MiniCard(
            "parcel",
            one.number,
            ", ".join(facts),
            Pill(words, "neutral" if tone.startswith("text") else tone, icon),
        )
        tracking = [parcel.tracking for parcel in one.parcels if parcel.tracking]
        if tracking:
            card.body.addWidget(_signed("truck", ", ".join(tracking)))
        return card

    def _lines(self, order: OrderDetails) -> list[QWidget | None]:
        lines = Lines()
        for line in order.lines[:SHOWN_LINES]:
            gone = line.qty - line.cancelled == 0
            under = tr("{n} cancelled", n=count(line.cancelled)) if line.cancelled else ""
            if line.shipped and line.open:
                under = tr("{done} of {all} shipped", done=count(line.shipped), all=count(line.qty))
            lines.add(
                line.sku,
                line.description,
                count(line.qty),
                tone="text3" if gone else "text",
                act=self.changing.line_act(order, line) if self.changing is not None else None,
                under=under,
            )
        if len(order.lines) > SHOWN_LINES:
            lines.say(trn("and %n more lines", len(order.lines) - SHOWN_LINES))
        changes = self.changing.section(order) if self.changing is not None else None
        return [Section(mark("Lines"), count(len(order.lines))), lines, changes, Rule()]

    def _timeline(self, order: OrderDetails) -> list[QWidget | None]:
        timeline = Timeline()
        for event in order.events[:SHOWN_EVENTS]:
            icon, words = event_words(event, order)
            who = ", ".join(part for part in (event.who, event.desk) if part)
            timeline.add(icon, words, moment(event.at), who)
        return [Section(mark("Timeline")), timeline]


def _row() -> tuple[QWidget, QHBoxLayout]:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.S8)
    return holder, row


def _signed(icon: str, words: str, tone: str = "text2") -> QWidget:
    holder, row = _row()
    row.setSpacing(6)
    label = Label(tone=tone, wrap=True)
    label.say(words)
    row.addWidget(Sign(icon, tone, 14))
    row.addWidget(label, 1)
    return holder
