"""What is to be checked in an order and what is known of its customer: at the right of the lines, or a band under them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.qt import theme
from app.qt.format import count, day, money
from app.qt.widgets import Facts, Section
from app.qt.words import mark, tr
from app.queries.customer_habits import Standing
from app.queries.customers import CustomerDetails
from app.views.parts.order_checks import ChecksPanel

BAND = 132
"""Pixels of the band at most; what is more is scrolled."""
UNBOUND = 16_777_215
"""Qt's own word for no limit."""


class OrderSide(QFrame):
    """The checks, and the customer where there is room for them."""

    def __init__(self) -> None:
        super().__init__()
        self._width = -1
        self._known = False
        self.panel = ChecksPanel()
        self._about, self._facts = QWidget(), Facts(right=True)
        about = QVBoxLayout(self._about)
        about.setContentsMargins(0, 0, 0, 0)
        about.setSpacing(theme.S8)
        about.addWidget(Section(mark("This customer")))
        about.addWidget(self._facts)
        self._inner = QWidget()
        self._inner.setProperty("kind", "clear")
        self._column = QVBoxLayout(self._inner)
        self._column.setSpacing(theme.S16)
        self._column.addWidget(self.panel)
        self._column.addWidget(self._about)
        self._column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._inner)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(area)
        self.panel.changed.connect(self._fit)

    def stand(self, width: int, room: int) -> bool:
        """Stand at the right with so many pixels, or be the band (0) in a page of `room`; whether it stood elsewhere before."""
        if not width:
            self.panel.lie(True, room - 2 * theme.S16)
        if width == self._width:
            return False
        moved = self._width < 0 or (width == 0) != (self._width == 0)
        self._width = width
        self.setProperty("kind", "drawer" if width else "bar-over")
        self.style().polish(self)
        edge = theme.S16 if width else theme.S8
        self._column.setContentsMargins(theme.S16, edge, theme.S16, edge)
        if width:
            self.panel.lie(False, width - 2 * theme.S16)
        self._fit()
        return moved

    def show_customer(self, customer: CustomerDetails | None, standing: Standing | None = None) -> None:
        """Say what is known of a customer; nothing where there is none."""
        self._facts.clear()
        self._known = customer is not None
        if customer is not None:
            self._tell(customer, standing)
        self._fit()

    def _stands(self, standing: Standing, customer: CustomerDetails) -> None:
        """What went before: deliveries, returns, disputes, invoices."""
        delivered, tone = tr("none yet"), "text"
        if standing.delivered_on is not None:
            delivered = day(standing.delivered_on)
            if standing.on_time is not None:
                tone = "text" if standing.on_time else "warn"
                late = tr("{day}, on time") if standing.on_time else tr("{day}, late")
                delivered = late.format(day=delivered)
        self._facts.add(mark("Last delivery"), delivered, tone=tone)
        back = tr("{returns} of {orders}", returns=count(standing.returns), orders=count(standing.orders))
        self._facts.add(mark("Returns in a year"), back)
        open_ones = count(standing.disputes) if standing.disputes else tr("none")
        self._facts.add(mark("Open disputes"), open_ones, tone="warn" if standing.disputes else "text")
        if standing.outstanding is not None:
            owed = money(standing.outstanding, customer.row.currency)
            over = standing.overdue > 0 or 0 < customer.credit_limit < standing.outstanding
            self._facts.add(mark("Outstanding"), owed, tone="warn" if over else "text")

    def _tell(self, customer: CustomerDetails, standing: Standing | None) -> None:
        row = customer.row
        self._facts.add(mark("Open orders"), count(row.open_orders))
        if standing is not None:
            self._stands(standing, customer)
        if customer.orders:
            self._facts.add(mark("Next promise"), day(customer.orders[0].promised_on) or tr("none"))
        self._facts.add(mark("Currency"), row.currency)
        self._facts.add(mark("Papers in"), tr("French") if row.language == "fr" else tr("English"))
        if row.ship_complete:
            self._facts.add(mark("Shipping"), tr("complete only"))
        if customer.credit_limit:
            self._facts.add(mark("Credit limit"), money(customer.credit_limit, row.currency))

    def _fit(self) -> None:
        """Take the room that is due: at the right all of the height, as a band what the checks need, and none without any."""
        band = self._width <= 0
        self._about.setVisible(self._known and not band)
        self.setMinimumWidth(0 if band else self._width)
        self.setMaximumWidth(UNBOUND if band else self._width)
        self.setMaximumHeight(BAND if band else UNBOUND)
        self.setMinimumHeight(BAND if band else 0)
        self.setVisible(bool(self.panel.shown) or not band)
