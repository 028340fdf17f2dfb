"""Rules for orders, in the order in which they are asked: edited by keyboard and tried on past orders."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from app.domain.permissions import Permission
from app.errors import AppError, BadInput
from app.qt.commands import command
from app.qt.table import Column
from app.qt.widgets import Section
from app.qt.words import language, mark, said, tr
from app.queries.choices import ServiceChoice, carrier_services
from app.queries.locations import warehouses
from app.queries.order_rules import OrderRuleRow, order_rule_count, order_rule_detail, order_rule_list
from app.queries.pages import Ask, Connection, Page
from app.queries.returnable import Reason, reasons
from app.services.order_rules import (
    OrderRuleFields,
    add_order_rule,
    edit_order_rule,
    move_order_rule,
    remove_order_rule,
    try_rule,
)
from app.views.parts.order_rule_form import ACTIONS, CONDITIONS, FIELDS, fields_of, values_of
from app.views.parts.order_rule_try import RuleTrial
from app.views.parts.order_rule_words import then_words, when_words
from app.views.parts.record import RecordDrawer, RecordScreen
from app.views.table_screen import Tab

Offers = dict[str, list[tuple[str, str]]]


def _asked(row: OrderRuleRow) -> str:
    if row.on_arrival and row.on_change:
        return tr("Arrival, change")
    return tr("Arrival") if row.on_arrival else tr("Change")


def choices(
    connection: Connection,
) -> tuple[tuple[ServiceChoice, ...], tuple[Reason, ...], tuple[tuple[str, str], ...]]:
    """What actions may name: services, reasons to hold, warehouses."""
    houses = tuple((one.code, one.name) for one in warehouses(connection))
    return carrier_services(connection), reasons(connection, "hold"), houses


class OrderRules(RecordScreen[OrderRuleRow]):
    """If an order is so, do this."""

    id, title, icon, group = "order-rules", mark("Order rules"), "order-rules", mark("Base data")
    topics = frozenset({"order_rule", "carrier", "warehouse"})
    right = Permission.RULE_EDIT
    columns: tuple[Column[OrderRuleRow], ...] = (  # type: ignore[misc]  # the class variable of the base, with its rows named
        Column(
            "position", mark("Nr."), lambda r: str(r.position), width=48, right=True, raw=lambda r: r.position
        ),
        Column("name", mark("Rule"), lambda r: r.name, width=170, strong=True),
        Column("when", mark("Holds"), when_words, width=210, stretch=True),
        Column("then", mark("Does"), then_words, width=300),
        Column("asked", mark("Asked on"), _asked, width=100),
        Column(
            "active",
            mark("State"),
            lambda r: tr("In use") if r.active else tr("Out of use"),
            width=108,
            mark=lambda r: ("circle", "text2") if r.active else ("close", "text3"),
        ),
    )
    tabs = (Tab("active", mark("In use"), {"active": True}), Tab("all", mark("All"), {}))
    searches = mark("Rule")
    empty = (
        mark("No rules"),
        mark("Rules set carriers, hold, tag and hurry orders by themselves. Press Ctrl+N to add one."),
    )
    edits = Permission.RULE_EDIT
    new_title = mark("New rule")
    taken = "name"
    fresh: Mapping[str, Any] = {"active": True, "on_arrival": True, "any": False}  # type: ignore[misc]  # as above
    fields = FIELDS

    def fetch(self, connection: Connection, ask: Ask) -> Page[OrderRuleRow]:
        """A page of rules."""
        return order_rule_list(connection, ask)

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return order_rule_count(connection, ask)

    def detail(self, connection: Connection, key: Any) -> OrderRuleRow | None:
        """One rule."""
        return order_rule_detail(connection, key)

    def title_of(self, thing: OrderRuleRow) -> str:
        """Rules have names and no codes."""
        return thing.name

    def values_of(self, thing: OrderRuleRow) -> Mapping[str, Any]:
        """What stands in the fields."""
        values = values_of(thing)
        self._offer(values)
        return values

    def build(self) -> None:
        """Make the parts."""
        self._known: Offers = {"do_carrier": [], "do_hold": [], "do_warehouse": []}
        super().build()

    def more(self, drawer: RecordDrawer) -> None:
        """Heads between the fields: when it holds, what it does, when it is asked."""
        column = self.form.layout()
        assert isinstance(column, QVBoxLayout)
        self.heads = (Section(mark("If the order is so")), Section(mark("Do this")), Section(mark("Asked")))
        places = (1, 1 + len(CONDITIONS), 1 + len(CONDITIONS) + len(ACTIONS))
        for more, (head, place) in enumerate(zip(self.heads, places, strict=True)):
            column.insertWidget(place + more, head)

    def refresh(self) -> None:
        """Read what actions may name, then the rules."""
        self.read(choices, then=self._choices, failed=lambda _: None, latest="choices")
        super().refresh()

    def _choices(
        self, found: tuple[tuple[ServiceChoice, ...], tuple[Reason, ...], tuple[tuple[str, str], ...]]
    ) -> None:
        services, holds, houses = found
        french = language() == "fr"
        self._known = {
            "do_carrier": [(one.code, one.name) for one in services],
            "do_hold": [(one.code, one.label_fr if french else one.label_en) for one in holds],
            "do_warehouse": [(code, f"{code} {name}") for code, name in houses],
        }
        if self.shown is not None and not self.dirty and not self.is_new:
            self.form.fill(self.values_of(self.shown), new=False)
        else:
            self._offer({})

    def _offer(self, values: Mapping[str, Any]) -> None:
        """Offer what there is, and what the rule names though it is out of use: it must not vanish by saving."""
        for name, known in self._known.items():
            now = str(values.get(name, self.form.widget(name).currentData()) or "")
            gone = [(now, tr("{code} (out of use)", code=now))] if now and now not in dict(known) else []
            self.form.offer(name, [("", tr("Leave as it is")), *known, *gone])

    def _fields(self, values: Mapping[str, Any]) -> OrderRuleFields | None:
        try:
            return fields_of(values)
        except BadInput as refusal:
            self.refused(refusal)
            return None

    def add_new(self, values: dict[str, Any]) -> None:
        """Add the rule behind all others."""
        fields = self._fields(values)
        if fields is not None:
            self.do(add_order_rule, fields, then=self.added, failed=self.refused)

    def change(self, thing: OrderRuleRow, values: dict[str, Any]) -> None:
        """Keep the fields; Ctrl+Z brings back what was."""
        fields = self._fields(values)
        if fields is None:
            return
        was = _of(thing)

        def kept(_: object) -> None:
            self.kept()
            self.shell.tell(tr("{name} is saved.", name=fields.name), back)

        def back() -> None:
            self.do(edit_order_rule, thing.id, was, fields, then=lambda _: self.refresh())

        self.do(edit_order_rule, thing.id, fields, was, then=kept, failed=self.refused)

    def can(self, command_id: str) -> bool:
        """Rules are moved, tried and removed by who may change them."""
        if command_id in ("rule.up", "rule.down", "rule.remove"):
            return self.may_edit and self.current() is not None and not self.is_new
        if command_id == "rule.try":
            return self.may_edit and (self.is_new or self.shown is not None)
        return super().can(command_id)

    @command(
        "rule.new", mark("New rule"), icon="plus", shortcut="Ctrl+N", right=Permission.RULE_EDIT, primary=True
    )
    def new(self) -> None:
        """Empty fields for a new rule."""
        self._offer({})
        self.begin()

    @command(
        "rule.log", mark("What rules did"), icon="history", shortcut="Ctrl+L", right=Permission.RULE_EDIT
    )
    def log(self) -> None:
        """What the current rule did, and the others."""
        self.shell.go("rule-log", "" if self.shown is None or self.is_new else self.shown.name)

    @command("rule.try", mark("Try it"), icon="play", shortcut="Ctrl+T", right=Permission.RULE_EDIT)
    def try_it(self) -> None:
        """Ask the rule as it stands in the fields about past orders; nothing is written."""
        values = self.form.values()
        fields = None if values is None else self._fields(values)
        if fields is None:
            return
        self.trial = RuleTrial(fields.name, self)
        self.trial.asked.connect(lambda days: self._try(fields, days))
        self.trial.opened.connect(lambda order_id: self.shell.go("orders", order_id))
        self.trial.open()

    def _try(self, fields: OrderRuleFields, days: int) -> None:
        trial = self.trial

        def failed(error: AppError) -> None:
            if error.facts.get("field") == "days":
                trial.refuse(said(error))
            else:
                trial.reject()
                self.refused(error)

        self.do(try_rule, fields, days, then=trial.tell, failed=failed)

    @command(
        "rule.remove",
        mark("Remove rule"),
        icon="trash",
        shortcut="Del",
        right=Permission.RULE_EDIT,
        button=False,
    )
    def remove(self) -> None:
        """Take the current rule away; Ctrl+Z puts it back at its place."""
        row = self.current()
        if row is None:
            return

        def gone(was: OrderRuleFields) -> None:
            def back() -> None:
                self.do(add_order_rule, was, row.position, then=lambda _: self.refresh())

            self.shell.tell(tr("Rule {name} is removed.", name=was.name), back)
            self.refresh()

        self.do(remove_order_rule, row.id, then=gone)

    @command("rule.down", mark("Later"), icon="arrow-down", shortcut="Alt+Down", right=Permission.RULE_EDIT)
    def down(self) -> None:
        """Ask the current rule after the next one."""
        self._move(1)

    @command("rule.up", mark("Earlier"), icon="arrow-up", shortcut="Alt+Up", right=Permission.RULE_EDIT)
    def up(self) -> None:
        """Ask the current rule before the one above it."""
        self._move(-1)

    def _move(self, by: int) -> None:
        row = self.current()
        if row is None:
            return

        def moved(far: int) -> None:
            def back() -> None:
                self.do(move_order_rule, row.id, -far, then=lambda _: self.refresh())

            if far:
                self.shell.tell(tr("Rule {name} is moved.", name=row.name), back)
            self.refresh()

        self.do(move_order_rule, row.id, by, then=moved)


def _of(row: OrderRuleRow) -> OrderRuleFields:
    return OrderRuleFields(**{name: getattr(row, name) for name in OrderRuleFields.__slots__})
