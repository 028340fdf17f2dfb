"""Rules that choose a carrier, in the order in which they are asked; and what they would say of a shipment."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from app.domain.permissions import Permission
from app.qt.commands import command
from app.qt.format import weight
from app.qt.table import Column
from app.qt.words import mark, said, tr
from app.queries.carrier_rules import RuleRow, rule_count, rule_detail, rule_list
from app.queries.choices import ServiceChoice, carrier_services
from app.queries.pages import Ask, Connection, Page
from app.services.choosing import try_rules
from app.services.rate_tables import RuleFields, add_rule, keep_rule, move_rule, remove_rule
from app.views.parts.form import Field, shown
from app.views.parts.record import RecordDrawer, RecordScreen
from app.views.parts.rules_try import RulesTry
from app.views.table_screen import Tab

CHOICES = (
    ("cheapest", mark("The cheapest in time")),
    ("fastest", mark("The fastest")),
    ("service", mark("One service")),
)
_WORDS = dict(CHOICES)
_MINOR = 100
"""A rule's worth is written with two decimals, in whatever currency the order has."""


def conditions(row: RuleRow) -> str:
    """When a rule holds, in words; 'always' where it has no condition."""
    parts: list[str] = []
    if row.country or row.postal_prefix:
        place = " ".join(part for part in (row.country, row.postal_prefix) if part)
        parts.append(tr("to {place}", place=place))
    if row.customer:
        parts.append(tr("for {customer}", customer=row.customer))
    if row.from_g:
        parts.append(tr("from {weight}", weight=weight(row.from_g)))
    if row.to_g:
        parts.append(tr("up to {weight}", weight=weight(row.to_g)))
    if row.from_mm:
        parts.append(tr("longest side from {length} mm", length=row.from_mm))
    if row.from_value:
        parts.append(tr("worth from {value}", value=shown(Decimal(row.from_value) / _MINOR)))
    if row.dangerous:
        parts.append(tr("dangerous goods"))
    return ", ".join(parts) or tr("always")


class CarrierRules(RecordScreen[RuleRow]):
    """The first rule that holds chooses."""

    id, title, icon, group = "carrier-rules", mark("Carrier rules"), "rules", mark("Base data")
    topics = frozenset({"carrier_rule", "carrier"})
    columns: tuple[Column[RuleRow], ...] = (  # type: ignore[misc]  # the class variable of the base, with its rows named
        Column(
            "position", mark("Nr."), lambda r: str(r.position), width=56, right=True, raw=lambda r: r.position
        ),
        Column("name", mark("Rule"), lambda r: r.name, width=220),
        Column("when", mark("Holds"), conditions, width=300, stretch=True),
        Column("choice", mark("Takes"), lambda r: r.service or tr(_WORDS[r.choice]), width=220),
        Column(
            "active",
            mark("State"),
            lambda r: tr("In use") if r.active else tr("Out of use"),
            width=120,
            mark=lambda r: ("circle", "text2") if r.active else ("close", "text3"),
        ),
    )
    tabs = (Tab("all", mark("All"), {}), Tab("active", mark("In use"), {"active": True}))
    searches = mark("Rule")
    empty = (
        mark("No rules"),
        mark("Without rules an order has the carrier that it names. Press Ctrl+N to add one."),
    )
    edits = Permission.SITE_EDIT
    new_title = mark("New rule")
    taken = "name"
    fresh: Mapping[str, Any] = {"active": True, "choice": "cheapest"}  # type: ignore[misc]  # as above
    fields = (
        Field("name", mark("Name"), needed=True),
        Field("choice", mark("Takes"), "choice", CHOICES),
        Field("carrier_service_id", mark("Service"), "choice"),
        Field("country", mark("To countries"), help=mark("Two letters each, as FR BE; EU for the Union")),
        Field("postal_prefix", mark("Postcode begins with")),
        Field("customer", mark("For customer"), help=mark("The customer's code; empty for all")),
        Field("from_g", mark("From grams"), "number"),
        Field("to_g", mark("Up to grams"), "number", help=mark("0 for no limit")),
        Field("from_mm", mark("Longest side from"), "number", help=mark("In millimetres")),
        Field("from_value", mark("Goods worth from"), "amount"),
        Field("dangerous", mark("Only dangerous goods"), "flag"),
        Field("active", mark("In use"), "flag"),
    )

    def fetch(self, connection: Connection, ask: Ask) -> Page[RuleRow]:
        """A page of rules."""
        return rule_list(connection, ask)

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return rule_count(connection, ask)

    def detail(self, connection: Connection, key: Any) -> RuleRow | None:
        """One rule."""
        return rule_detail(connection, key)

    def title_of(self, thing: RuleRow) -> str:
        """Rules have names and no codes."""
        return thing.name

    def values_of(self, thing: RuleRow) -> Mapping[str, Any]:
        """What stands in the fields."""
        values = {one.name: getattr(thing, one.name) for one in self.fields}
        return values | {"from_value": shown(Decimal(thing.from_value) / _MINOR) if thing.from_value else ""}

    def refresh(self) -> None:
        """Read the services, then the rules."""
        self.read(carrier_services, then=self._services, failed=lambda _: None, latest="services")
        super().refresh()

    def _services(self, found: tuple[ServiceChoice, ...]) -> None:
        self.form.offer("carrier_service_id", [(one.id, one.name) for one in found])
        if self.shown is not None and not self.dirty and not self.is_new:
            self.form.fill(self.values_of(self.shown), new=False)
        self._show_service()

    def more(self, drawer: RecordDrawer) -> None:
        """A service is asked for where the rule takes one."""
        self.form.widget("choice").currentIndexChanged.connect(self._show_service)

    def fill_more(self, thing: RuleRow | None) -> None:
        """A service is named where the rule takes one."""
        self._show_service()

    def _show_service(self) -> None:
        one = self.form.widget("choice").currentData() == "service"
        self.form.show_only(("carrier_service_id",) if one else (), among=("carrier_service_id",))

    def add_new(self, values: dict[str, Any]) -> None:
        """Add the rule behind all others."""
        self.do(
            keep_rule, None, _fields(values), values["customer"], None, then=self.added, failed=self.refused
        )

    def change(self, thing: RuleRow, values: dict[str, Any]) -> None:
        """Keep the fields."""
        was = RuleFields(**{name: getattr(thing, name) for name in RuleFields.__slots__})
        self.do(
            *(keep_rule, thing.id, _fields(values), values["customer"], was),
            then=lambda _: self.kept(),
            failed=self.refused,
        )

    def can(self, command_id: str) -> bool:
        """Rules are moved and removed by who may change them."""
        if command_id in ("rule.up", "rule.down", "rule.remove"):
            return self.may_edit and self.current() is not None and not self.is_new
        return super().can(command_id)

    @command(
        "rule.new", mark("New rule"), icon="plus", shortcut="Ctrl+N", right=Permission.SITE_EDIT, primary=True
    )
    def new(self) -> None:
        """Empty fields for a new rule."""
        self.begin()

    @command("rule.try", mark("Try the rules"), icon="play", shortcut="Ctrl+T", right=Permission.SITE_EDIT)
    def try_rules(self) -> None:
        """Ask the rules about a shipment; nothing is written."""
        self.trial = RulesTry(self)
        self.trial.asked.connect(self._try)
        self.trial.open()

    def _try(self, number: str) -> None:
        trial = self.trial
        self.do(
            try_rules,
            number,
            then=lambda found: trial.tell(*found),
            failed=lambda error: trial.refuse(said(error)),
        )

    @command(
        "rule.remove",
        mark("Remove rule"),
        icon="trash",
        shortcut="Del",
        right=Permission.SITE_EDIT,
        button=False,
    )
    def remove(self) -> None:
        """Take the current rule away; it can be put back at the end."""
        row = self.current()
        if row is None:
            return

        def gone(was: RuleFields) -> None:
            back = lambda: self.do(add_rule, was, then=lambda _: self.refresh())  # noqa: E731 - bound to this rule
            self.shell.tell(tr("Rule {name} is removed.", name=was.name), back)
            self.refresh()

        self.do(remove_rule, row.id, then=gone)

    @command("rule.down", mark("Later"), icon="arrow-down", shortcut="Alt+Down", right=Permission.SITE_EDIT)
    def down(self) -> None:
        """Ask the current rule after the next one."""
        self._move(1)

    @command("rule.up", mark("Earlier"), icon="arrow-up", shortcut="Alt+Up", right=Permission.SITE_EDIT)
    def up(self) -> None:
        """Ask the current rule before the one above it."""
        self._move(-1)

    def _move(self, by: int) -> None:
        row = self.current()
        if row is not None:
            self.do(move_rule, row.id, by, then=lambda _: self.refresh())


def _fields(values: Mapping[str, Any]) -> RuleFields:
    names = (*RuleFields.__slots__,)
    plain = {name: values[name] for name in names if name in values}
    service = values["carrier_service_id"] if values["choice"] == "service" else None
    return RuleFields(
        **{**plain, "carrier_service_id": service, "from_value": int(values["from_value"] * _MINOR)}
    )
