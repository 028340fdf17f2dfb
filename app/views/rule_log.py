"""What rules did to orders, the latest first; Enter shows the order."""

from __future__ import annotations

from app.domain.permissions import Permission
from app.qt.commands import command
from app.qt.format import moment
from app.qt.table import Column
from app.qt.words import mark, tr
from app.queries.order_rules import RunRow, rule_run_count, rule_runs
from app.queries.pages import Ask, Connection, Page
from app.services.ruling import ALREADY
from app.views.parts.order_rule_words import OCCASIONS, deeds_words
from app.views.table_screen import Tab, TableScreen


class RuleLog(TableScreen[RunRow]):
    """Every rule that fired, with what was done and what was not."""

    id, title, icon, group = "rule-log", mark("What rules did"), "history", mark("Base data")
    home = "order-rules"
    topics = frozenset({"sales_order"})
    right = Permission.RULE_EDIT
    columns: tuple[Column[RunRow], ...] = (  # type: ignore[misc]  # the class variable of the base, with its rows named
        Column("at", mark("When"), lambda r: moment(r.at), width=120, raw=lambda r: r.at),
        Column("rule", mark("Rule"), lambda r: r.rule, width=200),
        Column("order", mark("Order"), lambda r: r.order, width=146, code=True),
        Column("customer", mark("Customer"), lambda r: r.customer, width=170),
        Column(
            "occasion",
            mark("Occasion"),
            lambda r: tr(OCCASIONS[r.occasion]),
            width=92,
            raw=lambda r: r.occasion,
        ),
        Column(
            "did",
            mark("What was done"),
            lambda r: deeds_words(r.did),
            width=320,
            stretch=True,
            mark=lambda r: (
                ("check", "good")
                if all(one.why in ("", ALREADY) for one in r.did)
                else ("alert-triangle", "warn")
            ),
        ),
        Column("actor", mark("By"), lambda r: r.actor, width=100),
    )
    tabs = (
        Tab("arrival", mark("Arrived"), {"occasion": "arrival"}),
        Tab("change", mark("Changed"), {"occasion": "change"}),
        Tab("all", mark("All"), {}),
    )
    searches = mark("Rule, or an order's number")
    empty = (
        mark("No rule did anything yet"),
        mark("Each rule that does something to an order leaves a line here."),
    )

    def build(self) -> None:
        """Begin with everything."""
        super().build()
        self.choose_tab("all")

    def fetch(self, connection: Connection, ask: Ask) -> Page[RunRow]:
        """A page of the log."""
        return rule_runs(connection, ask)

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return rule_run_count(connection, ask)

    def open(self, target: object) -> None:
        """Show what one rule did, by its name; all of them without one."""
        self.search_for(str(target or ""))

    def opened(self, key: object) -> None:
        """Enter shows the order."""
        row = self.current()
        if row is not None:
            self.shell.go("orders", row.order_id)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of commands without a button of their own."""
        return (("Return", mark("Show the order")),)

    def can(self, command_id: str) -> bool:
        """An order is shown where there is one."""
        if command_id == "log.order":
            return self.current() is not None
        return super().can(command_id)

    @command("log.rules", mark("Back to the rules"), icon="rules", shortcut="Ctrl+L")
    def rules(self) -> None:
        """The rules themselves."""
        self.shell.go("order-rules")

    @command("log.order", mark("Show the order"), icon="orders", shortcut="Ctrl+O", primary=True)
    def order(self) -> None:
        """The order of the current line."""
        self.opened(None)
