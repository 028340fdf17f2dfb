"""Who orders, under which number of theirs, for when and by whom it is carried; and whether the address will do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.address import PostalAddress
from app.errors import BadInput
from app.qt import theme
from app.qt.format import long_day, money
from app.qt.widgets import FormRow, Label, Pill, Sign
from app.qt.words import language, mark, said, tr, trn
from app.queries.choices import ServiceChoice
from app.queries.customer_habits import Standing
from app.queries.customers import CustomerDetails, CustomerRow
from app.services.rows import CODE_LENGTH, free_text
from app.views.parts.action_panel import Choice
from app.views.parts.order_address import complete, in_one_line, wrong
from app.views.parts.order_dates import read_day
from app.views.parts.order_draft import Draft
from app.views.parts.order_suggest import SuggestField, Suggestion


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the desk's own calendar


class OrderHead(QFrame):
    """The fields above the lines; Enter goes on from one to the next.

    Signals:
        edited: something was changed in the draft.
        customer_taken: a customer was chosen (their row).
        passed: Enter in the last field.
    """

    edited, customer_taken, passed = Signal(), Signal(object), Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__()
        self.setProperty("kind", "surface")
        self.draft = Draft()
        self._services: tuple[ServiceChoice, ...] = ()
        self.customer = SuggestField(
            host, mark("Name, code, postal code or telephone"), 560, mark("No customer is called {typed}.")
        )
        self.reference, self.requested, self.service = QLineEdit(), QLineEdit(), Choice()
        self.requested.setPlaceholderText("13/3, +2")
        self.requested.setMinimumWidth(112)
        self.customer_row = FormRow(mark("Customer"), self.customer)
        self.reference_row = FormRow(mark("Customer's reference"), self.reference)
        self._requested_row = FormRow(mark("Wanted on"), self.requested)
        fields = QHBoxLayout()
        fields.setSpacing(theme.S16)
        for row, stretch in (
            (self.customer_row, 7),
            (self.reference_row, 3),
            (self._requested_row, 2),
            (FormRow(mark("Carrier"), self.service), 3),
        ):
            fields.addWidget(row, stretch)
        self._sign = Sign("circle", "text3", 16)
        self.address, self.verdict = Label(), Label(role="medium", tone="good")
        self.vip, self.terms = Pill(mark("VIP"), "accent", "star"), Label(tone="text2", elide=True)
        self.terms.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.vip.hide()
        self._about: tuple[CustomerDetails, Standing | None] | None = None
        self._list = ""
        line = QHBoxLayout()
        line.setSpacing(theme.S8)
        line.addWidget(self._sign)
        line.addWidget(self.address)
        line.addWidget(self.verdict)
        line.addWidget(self.vip)
        line.addWidget(self.terms, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.S16, theme.S8, theme.S16, theme.S8)
        whole.setSpacing(theme.S4)
        whole.addLayout(fields)
        whole.addLayout(line)
        self.customer.taken.connect(self.customer_taken)
        self.customer.passed.connect(lambda: self._on(self.reference))
        self.customer.textEdited.connect(self._customer_typed)
        self.customer.editingFinished.connect(self._customer_left)
        self.reference.textEdited.connect(self._reference_typed)
        self.reference.editingFinished.connect(self._check_reference)
        self.requested.textEdited.connect(self._day_typed)
        self.requested.editingFinished.connect(self._show_day)
        self.service.activated.connect(self._service_chosen)
        for field in (self.reference, self.requested, self.service):
            field.installEventFilter(self)

    # The draft

    def show_draft(self, draft: Draft) -> None:
        """Show a draft as it was left."""
        self.draft = draft
        self.reference.setText(draft.reference)
        self.requested.setText(draft.typed.get("requested", ""))
        self._show_day()
        self.service.choose(draft.service_id)
        self.customer_row.accept()
        self.customer.setText(draft.typed.get("customer", ""))
        if draft.customer_id:
            self.show_customer()
        self.show_address(None)
        self._about, self._list = None, ""
        self._say_terms()

    def show_services(self, services: Sequence[ServiceChoice]) -> None:
        """Offer the carriers' services."""
        self._services = tuple(services)
        own: tuple[tuple[object, str], ...] = ((None, tr("Own delivery")),)
        fetched = [(one.id, tr("Store pick-up: {name}", name=one.name)) for one in services if one.collected]
        carried = [(one.id, one.name) for one in services if not one.collected]
        self.service.fill([*own, *carried, *fetched])
        self.service.choose(self.draft.service_id)

    def show_customer(self) -> None:
        """Say who was chosen; what was typed of another one is forgotten."""
        if self.draft.customer_id:
            self.customer_row.accept()
            self.draft.typed.pop("customer", None)
            self.customer.setText(f"{self.draft.customer_name}, {self.draft.customer_code}")

    def show_address(self, address: PostalAddress | None, *, known: bool = False) -> None:
        """Say where it goes and whether that will do; `known`: the customer was read, and has no other."""
        if address is None:
            self._sign.set("alert-triangle" if known else "circle", "warn" if known else "text3")
            self.address.set(mark("The customer has no address.") if known else "")
            self.verdict.set("")
            return
        good = complete(address)
        self._sign.set("check-circle" if good else "alert-triangle", "good" if good else "warn")
        self.address.say(in_one_line(address, language(), country=True))
        self.verdict.set_tone("good" if good else "warn")
        if good:
            self.verdict.set(mark("address complete"))
        else:
            self.verdict.say(said(wrong(address)[0]))

    def show_terms(self, customer: CustomerDetails, standing: Standing | None) -> None:
        """Say on which terms they buy."""
        self._about = (customer, standing)
        self._say_terms()

    def show_list(self, name: str) -> None:
        """Say by which price list the order is priced."""
        self._list = name
        self._say_terms()

    def _say_terms(self) -> None:
        self.vip.setVisible(self._about is not None and self._about[0].vip)
        if self._about is None:
            self.terms.say("")
            return
        customer, standing = self._about
        parts = [tr("prices {list}", list=self._list)] if self._list else []
        parts.append(tr("paid before") if customer.prepaid else trn("%n days", customer.payment_days))
        owed = standing.outstanding if standing is not None else None
        if customer.credit_limit and owed is not None:
            most = money(customer.credit_limit, customer.row.currency)
            parts.append(tr("{owed} owed of {most}", owed=money(owed, customer.row.currency), most=most))
        elif owed:
            parts.append(tr("{owed} owed", owed=money(owed, customer.row.currency)))
        late = standing is not None and standing.overdue > 0
        self.terms.set_tone("warn" if late else "text2")
        if late and standing is not None:
            parts.append(tr("{owed} overdue", owed=money(standing.overdue, customer.row.currency)))
        self.terms.say(", ".join(parts))

    def retranslate(self) -> None:
        """Follow the language."""
        self.customer.say_again()
        self._say_terms()
        self.show_services(self._services)
        self._show_day()
        self._check_reference()
        if self.customer_row.refusal:
            self._ask_customer()

    # Typing

    def _customer_typed(self, text: str) -> None:
        self.customer_row.accept()
        self._typed("customer", text)

    def _customer_left(self) -> None:
        """What was typed of nobody's name does not pass for a customer."""
        self.show_customer()
        if not self.draft.customer_id and self.customer.text().strip():
            self._ask_customer()

    def _ask_customer(self) -> None:
        self.customer_row.refuse(tr("Who orders? Enter takes the first one."))

    def _typed(self, name: str, text: str) -> None:
        self.draft.typed[name] = text
        self.edited.emit()

    def _reference_typed(self, text: str) -> None:
        self.draft.reference = text
        self.reference_row.accept()
        self.edited.emit()

    def _check_reference(self) -> bool:
        """Whether the reference can be kept; if not it says so."""
        try:
            free_text(self.reference.text(), "customer's reference", CODE_LENGTH)
        except BadInput as error:
            self.reference_row.refuse(said(error))
            return False
        self.reference_row.accept()
        return True

    def _day_typed(self, text: str) -> None:
        self.draft.requested_on = read_day(text, _today()) if text.strip() else None
        self._requested_row.accept()
        self._typed("requested", text)

    def _show_day(self) -> None:
        """Show back the day that was understood."""
        day = self.draft.requested_on
        if day is not None:
            self.requested.setText(long_day(day))
        elif self.requested.text().strip():
            self._requested_row.refuse(tr("Which day? 13/3, +2, Friday"))
            return
        self._requested_row.accept()

    def understood(self) -> bool:
        """Whether customer, reference and wished day will do; the field that does not says so and has the keyboard."""
        if not self.draft.customer_id or self.draft.typed.get("customer", "").strip():
            self._ask_customer()
            self._on(self.customer)
            return False
        if not self._check_reference():
            self._on(self.reference)
            return False
        if self.draft.requested_on is not None or not self.requested.text().strip():
            return True
        self._show_day()
        self._on(self.requested)
        return False

    def _service_chosen(self) -> None:
        self.draft.service_id = self.service.currentData()
        self.edited.emit()

    # By keyboard

    def _on(self, field: QWidget) -> None:
        field.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(field, QLineEdit):
            field.selectAll()

    def go_on(self) -> None:
        """From the customer to the next field."""
        self._on(self.reference)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on; a day that is none keeps the keyboard."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if isinstance(watched, QComboBox):
            if watched.view().isVisible():
                return False
            self.passed.emit()
        elif watched is self.reference:
            self._on(self.requested if self._check_reference() else self.reference)
        else:
            self._show_day()
            if not self._requested_row.refusal:
                self._on(self.service)
        return True


def suggestions(rows: Sequence[CustomerRow], orders_words: Sequence[str]) -> list[Suggestion]:
    """Customers as suggestions: name, code, town, and how many orders are open."""
    found = []
    for row, words in zip(rows, orders_words, strict=True):
        town = " ".join(part for part in (row.postal_code, row.city) if part)
        under = ", ".join(part for part in (row.code, town, row.country) if part)
        blocked = row.status == "blocked"
        figure = (tr("blocked"), "stop", 110) if blocked else (words, "text2", 110)
        found.append(Suggestion(row.name, under, row, (figure,)))
    return found
