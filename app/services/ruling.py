"""Rules for orders at work: asked when orders arrive and when a draft is changed, by statements that orders do not multiply.

What a rule cannot do (its service is out of use, the reason to hold is unknown) is not done, and kept with the reason beside what
was: an order is never lost over a rule. Whether there are rules is known from a statement that is run anyway (`has_order_rules`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from app.database import Transaction
from app.domain.order_rules import Action, Rule, Step, plan
from app.domain.order_rules_text import read_actions, read_conditions
from app.domain.promise import next_working_day, promise_date
from app.errors import BadInput
from app.models import (
    Carrier,
    CarrierService,
    OrderHold,
    OrderRuleRun,
    OrderTag,
    ReasonCode,
    SalesOrder,
    Warehouse,
)
from app.models.base import utc_now
from app.models.bulk import BulkInsert, Executes
from app.queries.days import calendar_of
from app.queries.order_rules import Asked, Deed, OrderRuleRow, active_order_rules, deeds_text, rule_asks

ALREADY = "It was so already."
"""Why nothing had to be done."""
AT_ONCE = 200
"""Orders that are asked about together."""
Event = tuple[int | None, str, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Known:
    """What actions name and the house has: ids of services and warehouses by code, reasons to hold, the warehouses' rows."""

    services: Mapping[str, int]
    warehouses: Mapping[str, Any]
    reasons: frozenset[str]

    def has(self, action: Action) -> bool:
        """Whether what an action names is there and in use."""
        there = {"carrier": self.services, "warehouse": self.warehouses, "hold": self.reasons}
        return action.value in there.get(action.do, (action.value,))


@dataclass(slots=True)
class Outcome:
    """What rules make of one order: columns of its row, tags and holds, and what became of each rule's actions."""

    asked: Asked
    values: dict[str, Any] = field(default_factory=dict)
    tags: list[str] = field(default_factory=list)
    holds: list[dict[str, Any]] = field(default_factory=list)
    deeds: dict[tuple[int, str], list[Deed]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ruled:
    """What rules did to orders.

    Attributes:
        events: For the orders' timelines.
        values: The columns of each order's row that are others now.
        held: The orders that wait now.
    """

    events: tuple[Event, ...] = ()
    values: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    held: frozenset[int] = frozenset()


_SERVICES = (
    sa.select(CarrierService.code, CarrierService.id)
    .join(Carrier, Carrier.id == CarrierService.carrier_id)
    .where(CarrierService.active, Carrier.active)
)
_WAREHOUSES: Any = sa.select(
    *(Warehouse.code, Warehouse.id, Warehouse.time_zone, Warehouse.working_days, Warehouse.holidays),
    *(Warehouse.cut_off, utc_now().label("now")),
)
_REASONS = sa.select(ReasonCode.code).where(ReasonCode.kind == "hold", ReasonCode.active)
_HELD = sa.select(OrderHold.order_id, OrderHold.reason).where(
    OrderHold.order_id.in_(sa.bindparam("ids", expanding=True)), OrderHold.released_at.is_(None)
)
_HOLDS = BulkInsert(OrderHold, ("order_id", "reason", "until", "note"))
_RUNS = BulkInsert(OrderRuleRun, ("order_id", "rule_id", "rule", "occasion", "did"))
_COLUMNS = ("carrier_service_id", "warehouse_id", "priority", "promised_on")
_SET = (
    sa.update(SalesOrder)
    .where(SalesOrder.id == sa.bindparam("order"))
    .values({name: sa.bindparam(f"new_{name}") for name in _COLUMNS})
)
_NOW = sa.select(SalesOrder.id, *(getattr(SalesOrder, name) for name in _COLUMNS)).where(
    SalesOrder.id.in_(sa.bindparam("ids", expanding=True))
)


def apply_rules(tx: Transaction, order_id: int, occasion: str) -> Ruled:
    """Ask the rules about an order that arrived ('arrival') or was changed ('change'), and do what they say.

    The events are for the caller to record, among its own. The order was written in this transaction, so its version stays.
    """
    return rule_orders(tx, [order_id], occasion)


def rule_orders(tx: Transaction, order_ids: Sequence[int], occasion: str) -> Ruled:
    """The same for many orders, `AT_ONCE` at a time."""
    found = active_order_rules(tx, occasion)
    if not found or not order_ids:
        return Ruled()
    rules, unread = read_rules(found)
    known = known_things(tx)
    events: list[Event] = []
    values: dict[int, Mapping[str, Any]] = {}
    held: set[int] = set()
    for first in range(0, len(order_ids), AT_ONCE):
        ids = list(order_ids[first : first + AT_ONCE])
        holds = holds_of(tx, ids)
        outcomes = [
            outcome_of(asked, rules, known, holds.get(asked.id, frozenset())) for asked in rule_asks(tx, ids)
        ]
        for one in outcomes:
            one.deeds |= {key: [Deed("read", "", False, why)] for key, why in unread.items()}
        _write(tx, outcomes, occasion)
        events += [event for one in outcomes if (event := _event(one, occasion)) is not None]
        values |= {one.asked.id: one.values for one in outcomes if one.values}
        held |= {one.asked.id for one in outcomes if one.holds}
    return Ruled(tuple(events), values, frozenset(held))


def read_rules(found: Sequence[OrderRuleRow]) -> tuple[list[Rule], dict[tuple[int, str], str]]:
    """The rules of their rows, and why others cannot be read (an older program may have written them)."""
    rules: list[Rule] = []
    unread: dict[tuple[int, str], str] = {}
    for row in found:
        try:
            rules.append(Rule(row.id, row.name, read_conditions(row.conditions), read_actions(row.actions)))
        except BadInput as refusal:
            unread[row.id, row.name] = refusal.message
    return rules, unread


def known_things(source: Executes) -> Known:
    """What actions may name, in three statements."""
    return Known(
        {code: int(key) for code, key in source.execute(_SERVICES)},
        {row.code: row for row in source.execute(_WAREHOUSES)},
        frozenset(source.execute(_REASONS).scalars()),
    )


def holds_of(source: Executes, order_ids: Sequence[int]) -> dict[int, frozenset[str]]:
    """For which reasons these orders are held now."""
    found: dict[int, set[str]] = {}
    for order_id, reason in source.execute(_HELD, {"ids": list(order_ids)}):
        found.setdefault(order_id, set()).add(reason)
    return {order_id: frozenset(reasons) for order_id, reasons in found.items()}


def outcome_of(asked: Asked, rules: Sequence[Rule], known: Known, held: frozenset[str]) -> Outcome:
    """What the rules make of an order; nothing is written."""
    found = Outcome(asked)
    reasons = set(held)
    for step in plan(rules, asked.facts, known.has):
        deed = _do(found, step, known, reasons)
        found.deeds.setdefault((step.rule.id, step.rule.name), []).append(deed)
    return found


def _do(found: Outcome, step: Step, known: Known, reasons: set[str]) -> Deed:
    """Note what one action changes, or why it cannot."""
    action, asked = step.action, found.asked
    deed = Deed(action.do, action.value)
    why = ""
    if step.before:
        why = f"Rule {step.before} has done this already."
    elif action.do == "carrier":
        service = known.services.get(action.value)
        if service is None:
            why = f"There is no service {action.value} in use."
        elif asked.facts.service == action.value:
            why = ALREADY
        else:
            found.values["carrier_service_id"] = service
    elif action.do == "priority":
        if asked.priority == int(action.value):
            why = ALREADY
        else:
            found.values["priority"] = int(action.value)
    elif action.do == "tag":
        if action.value in asked.facts.tags or action.value in found.tags:
            why = ALREADY
        else:
            found.tags.append(action.value)
    elif action.do == "warehouse":
        why = _move(found, action, known)
    else:
        until = end_of(action, asked.today)
        deed = replace(deed, until=until.isoformat() if until else "")
        why = _hold(found, action, until, known, reasons)
    return replace(deed, done=False, why=why) if why else deed


def end_of(action: Action, today: date) -> date | None:
    """The day on which a hold ends that begins today; None for no such day."""
    return today + timedelta(days=action.days) if action.days else action.until


def _hold(found: Outcome, action: Action, until: date | None, known: Known, reasons: set[str]) -> str:
    why = ""
    if action.value not in known.reasons:
        why = f"{action.value} is no reason to hold that is in use."
    elif action.value in reasons:
        why = "It is held for this already."
    elif until is not None and until <= found.asked.today:
        why = f"The hold would have ended on {until}."
    else:
        reasons.add(action.value)
        row = {"order_id": found.asked.id, "reason": action.value, "until": until, "note": ""}
        found.holds.append(row)
    return why


def _move(found: Outcome, action: Action, known: Known) -> str:
    """Another warehouse; what is promised moves to the day on which that one can send, where it is later."""
    why = ""
    house = known.warehouses.get(action.value)
    if house is None:
        why = f"There is no warehouse {action.value}."
    elif found.asked.warehouse == action.value:
        why = ALREADY
    else:
        found.values["warehouse_id"] = int(house.id)
        calendar = calendar_of(house)
        now: datetime = house.now.astimezone(ZoneInfo(house.time_zone)).replace(tzinfo=None)
        earliest = promise_date(now, time.fromisoformat(house.cut_off), 0, calendar)
        promised = found.asked.promised_on
        if promised is not None:
            found.values["promised_on"] = next_working_day(max(promised, earliest), calendar)
    return why


def _write(tx: Transaction, outcomes: Sequence[Outcome], occasion: str) -> None:
    """Write what rules make of orders, a statement a table."""
    changed = [one for one in outcomes if one.values]
    if changed:
        rows = {row.id: row for row in tx.execute(_NOW, {"ids": [one.asked.id for one in changed]})}
        tx.execute(
            _SET,
            [
                {
                    "order": one.asked.id,
                    **{
                        f"new_{name}": one.values.get(name, getattr(rows[one.asked.id], name))
                        for name in _COLUMNS
                    },
                }
                for one in changed
            ],
        )
    put_tags(tx, [(one.asked.id, tag) for one in outcomes for tag in one.tags])
    holds = [row for one in outcomes for row in one.holds]
    if holds:
        _HOLDS(tx, holds)
        tx.changed("order_hold")
    runs = [
        {
            "order_id": one.asked.id,
            "rule_id": rule_id,
            "rule": name,
            "occasion": occasion,
            "did": deeds_text(deeds),
        }
        for one in outcomes
        for (rule_id, name), deeds in one.deeds.items()
        if _tells(deeds, occasion)
    ]
    if runs:
        _RUNS(tx, runs)
    for one in outcomes:
        if one.deeds:
            tx.changed("sales_order", one.asked.id)


def put_tags(tx: Transaction, tags: Sequence[tuple[int, str]]) -> list[int]:
    """Put tags on orders, in one statement; the orders that had not theirs yet."""
    if not tags:
        return []
    dialect = postgresql if tx.postgresql else sqlite
    rows = [{"order_id": order_id, "tag": tag} for order_id, tag in tags]
    statement = dialect.insert(OrderTag).values(rows).on_conflict_do_nothing().returning(OrderTag.order_id)
    return sorted(set(tx.execute(statement).scalars()))


def _tells(deeds: Sequence[Deed], occasion: str) -> bool:
    """Whether a rule is worth a line in the log: each time a draft is typed again, what is so already says nothing new."""
    return occasion == "arrival" or any(one.done for one in deeds)


def _event(one: Outcome, occasion: str) -> Event | None:
    """The line of an order's timeline; None where no rule did anything worth it."""
    told = {name: deeds for (_, name), deeds in one.deeds.items() if _tells(deeds, occasion)}
    if not told:
        return None
    missed = [name for name, deeds in told.items() if any(deed.why not in ("", ALREADY) for deed in deeds)]
    done = sum(deed.done for deeds in told.values() for deed in deeds)
    return one.asked.id, "ruled", {"rules": list(told), "actions": done, "missed": missed}
