"""A customer's account: orders, returns, invoices, contacts, notes, disputes and article numbers, with what they come to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.permissions import Permission
from app.qt.commands import command
from app.qt.table import Column
from app.qt.words import mark
from app.queries.accounts import AccountRow, Holder, account, count_account, holder
from app.queries.customer_figures import Figures, figures
from app.queries.pages import Ask, Connection, Page
from app.queries.readable import reads_accounts
from app.views.parts.customer_columns import COLUMNS, SHOWN
from app.views.parts.customer_drawer import CustomerDrawer
from app.views.parts.customer_privacy import CustomerPrivacy
from app.views.table_screen import Tab

LEADS = {"order": "orders", "return": "return-list", "article": "products"}
"""Where Enter leads from a row."""


class CustomerAccount(CustomerPrivacy):
    """What is known of one customer."""

    id, title, icon, group, home = "customer", mark("Customer account"), "customers", "", "customers"
    topics = frozenset({"customer", "sales_order", "return_order", "shipment"})
    columns: tuple[Column[AccountRow], ...] = COLUMNS  # type: ignore[misc]  # the class variable of the base, with its rows named
    tabs = (
        Tab("open", mark("Overview"), {"kind": "order", "only": "open"}, empty=(mark("No open orders"), "")),
        Tab("order", mark("Orders"), {"kind": "order"}, empty=(mark("No orders yet"), "")),
        Tab("return", mark("Returns"), {"kind": "return"}, empty=(mark("No returns"), "")),
        Tab("invoice", mark("Invoices"), {"kind": "invoice"}, empty=(mark("No invoices known"), "")),
        Tab(
            "contact",
            mark("Contacts"),
            {"kind": "contact"},
            empty=(mark("No contacts"), mark("Press Ctrl+N to add one.")),
        ),
        Tab(
            "note",
            mark("Notes"),
            {"kind": "note"},
            empty=(mark("No notes"), mark("Press Ctrl+N to add one.")),
        ),
        Tab(
            "dispute",
            mark("Disputes"),
            {"kind": "dispute"},
            empty=(mark("No disputes"), mark("Press Ctrl+N to add one.")),
        ),
        Tab(
            "article",
            mark("Articles"),
            {"kind": "article"},
            empty=(mark("No article numbers of theirs"), mark("Press Ctrl+N to add one.")),
        ),
    )
    searches = mark("Search in this list")

    def build(self) -> None:
        """One customer; nothing until somebody says which."""
        self._customer = 0
        self.holder: Holder | None = None
        self._found = Figures()
        self._new = False
        super().build()
        self._show_columns()

    def make_drawer(self) -> QWidget:
        """Key figures, and the form of the row."""
        self.details = CustomerDrawer(self)
        self.details.wanted.connect(self.choose_tab)
        self.details.stored.connect(self.store)
        self.details.opened.connect(self.to_fields)
        return self.details

    @property
    def makes_new(self) -> bool:
        """The figures stay, whatever the list holds."""
        return True

    def key_of(self, row: AccountRow) -> object:
        """Ids are of a kind."""
        return (row.kind, row.id)

    def fetch(self, connection: Connection, ask: Ask) -> Page[AccountRow]:
        """A page of the list."""
        if not self._customer or not self._may_read(str(ask.filters["kind"])):
            return Page((), None)
        return account(connection, ask, self._customer)

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many rows it has."""
        if not self._customer or not self._may_read(str(ask.filters["kind"])):
            return 0
        return count_account(connection, ask, self._customer)

    def _may_read(self, kind: str) -> bool:
        return kind not in ("contact", "note", "invoice") or reads_accounts(self.ctx.rights)

    # Whose account

    def open(self, target: object) -> None:
        """Show a customer's account (their id), or one of its lists (their id, its name)."""
        customer, tab = target if isinstance(target, tuple) else (target, "")
        if not isinstance(customer, int):
            return
        if customer != self._customer:
            self._customer, self.holder = customer, None
            self._leave_form()
        if tab in self.head.tabs.keys:
            self.choose_tab(tab)
        self.refresh()
        self.view.setFocus()

    def refresh(self) -> None:
        """Read list and figures again."""
        super().refresh()
        if not self._customer:
            return
        customer, known = self._customer, reads_accounts(self.ctx.rights)

        def look(connection: Connection) -> tuple[Holder | None, Figures]:
            return holder(connection, customer), figures(connection, customer, known=known)

        self.read(look, then=lambda found: self._is_of(*found), failed=lambda _: None, latest="figures")

    def _is_of(self, whose: Holder | None, found: Figures) -> None:
        self.holder, self._found = whose, found
        self.head.title.say("" if whose is None else f"{whose.code}  {whose.name}")
        self.details.show_figures(whose, found)
        self.update_commands()

    def choose_tab(self, tab_id: str) -> None:
        """Show another list, with its own columns."""
        before = self._tab.id
        super().choose_tab(tab_id)
        if self._tab.id != before:
            self._leave_form()
            self._show_columns()

    def _show_columns(self) -> None:
        shown = SHOWN[self.kind]
        for column in COLUMNS:
            self.view.reveal({column.key}, column.key in shown)

    def retranslate(self) -> None:
        """Follow the language; the title is a name."""
        super().retranslate()
        if self.holder is not None:
            self._is_of(self.holder, self._found)

    def opened(self, key: object) -> None:
        """Enter: the order, the return, the product; else into the fields."""
        row = self.current()
        if row is None:
            return
        if row.kind in LEADS:
            self.shell.go(LEADS[row.kind], row.leads_to if row.kind == "article" else row.id)
        elif self.details.form is not None:
            self.details.form.focus_first()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Enter and Esc."""
        return (("Return", mark("Open the row")), ("Esc", mark("Customers")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the fields, then the account."""
        if event.key() == Qt.Key.Key_Escape and self.stop_export():
            return
        if (
            event.key() == Qt.Key.Key_Escape
            and not self.head.search.hasFocus()
            and not self.head.search.text()
        ):
            if self._new or (not self.view.hasFocus() and self.details.isAncestorOf(self.focusWidget())):
                self._leave_form()
                self.view.setFocus()
            else:
                self.shell.go("customers", self._customer)
            return
        super().keyPressEvent(event)

    @command(
        "account.order",
        mark("New order"),
        icon="order-entry",
        shortcut="Ctrl+O",
        right=Permission.ORDER_ENTER,
    )
    def take_order(self) -> None:
        """Take an order of this customer."""
        self.shell.go("order-entry", ("customer", self._customer))

    @command("account.fields", mark("Address and terms"), icon="edit", shortcut="F4")
    def to_fields(self) -> None:
        """The customer's own fields."""
        self.shell.go("customers", self._customer)

    @command("account.about", mark("Open its order"), icon="orders", shortcut="Ctrl+Return", button=False)
    def to_order(self) -> None:
        """The order that a return or a dispute is about."""
        row = self.current()
        if row is not None:
            self.shell.go("orders", row.leads_to)

    @command("account.next", mark("Next list"), icon="chevron-right", shortcut="F2", button=False)
    def next_list(self) -> None:
        """The list at the right of this one, the first after the last."""
        names = self.head.tabs.keys
        self.choose_tab(names[(names.index(self._tab.id) + 1) % len(names)])
