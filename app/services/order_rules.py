"""Rules for orders as people write them: made, changed, moved, taken away, and tried on past orders."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.order_rules import Rule
from app.domain.order_rules_text import actions_text, conditions_text, read_actions, read_conditions
from app.domain.permissions import Permission
from app.errors import BadInput
from app.models import Customer, OrderRule, Product
from app.models.bulk import Executes
from app.queries.days import today
from app.queries.order_rules import Deed, past_orders, rule_asks
from app.services.context import Context, use_case
from app.services.editing import edit_row, move_row, remove_row
from app.services.rows import CODE_LENGTH, free_text, text_field
from app.services.ruling import AT_ONCE, holds_of, known_things, outcome_of

MOST_TRIED = 20_000
"""Past orders that a rule is tried on, the newest of them."""
MOST_SHOWN = 100
MOST_DAYS_BACK = 3660


@dataclass(frozen=True, slots=True)
class OrderRuleFields:
    """A rule as it is edited; conditions and actions as JSON text (`domain/order_rules_text.py`)."""

    name: str
    conditions: str
    actions: str
    active: bool = True
    on_arrival: bool = True
    on_change: bool = False


@dataclass(frozen=True, slots=True)
class TrialRow:
    """A past order that a rule would have matched, and what would be done to it as it is now."""

    order_id: int
    number: str
    customer: str
    ordered_on: date
    total: int
    currency: str
    did: tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """A rule tried on past orders: how many were looked at since when, how many it matches, and the newest of them.

    `all` says whether those are all orders of these days, and not only the newest of them.
    """

    since: date
    looked: int
    matched: int
    rows: tuple[TrialRow, ...]
    all: bool


_LAST = sa.select(sa.func.coalesce(sa.func.max(OrderRule.position), 0))
_NEW = sa.insert(OrderRule).returning(OrderRule.id)
_MAKE_ROOM = (
    sa.update(OrderRule)
    .where(OrderRule.position >= sa.bindparam("place"))
    .values(position=OrderRule.position + 1, version=OrderRule.version + 1)
)
_NAMED: dict[str, tuple[Any, str]] = {
    "customer": (Customer.code, "customer"),
    "product": (Product.sku, "product"),
}


@use_case(Permission.RULE_EDIT)
def add_order_rule(tx: Transaction, fields: OrderRuleFields, at: int | None = None) -> int:
    """Add a rule behind all others, or at a place among them; its id.

    Raises:
        BadInput: a condition or an action cannot be, or names something that the house has not.
    """
    checked = _checked(tx, fields)
    place = int(tx.execute(_LAST).scalar_one()) + 1
    if at is not None:
        tx.execute(_MAKE_ROOM, {"place": at})
        place = at
    made: int = tx.execute(_NEW, asdict(checked) | {"position": place}).scalar_one()
    tx.changed("order_rule", made)
    return made


@use_case(Permission.RULE_EDIT)
def edit_order_rule(tx: Transaction, rule_id: int, fields: OrderRuleFields, was: OrderRuleFields) -> int:
    """Change a rule; its id. What it did to orders stays; the fields that were undo it.

    Raises:
        BadInput: a condition or an action cannot be, or names something that the house has not.
        NotFound: there is no such rule.
        Conflict: another desk changed it meanwhile.
    """
    checked = _checked(tx, fields)
    edit_row(tx, OrderRule, rule_id, asdict(checked), asdict(was), what="order_rule", name=was.name)
    return rule_id


@use_case(Permission.RULE_EDIT)
def remove_order_rule(tx: Transaction, rule_id: int) -> OrderRuleFields:
    """Take a rule away; what it said, so that it can be added again at its place. What it did stays in the log.

    Raises:
        NotFound: there is no such rule.
    """
    return remove_row(tx, OrderRule, rule_id, OrderRuleFields, what="rule")


@use_case(Permission.RULE_EDIT)
def move_order_rule(tx: Transaction, rule_id: int, by: int) -> int:
    """Move a rule up (below 0) or down by so many places; how far it went: at an end it stays.

    Raises:
        NotFound: there is no such rule.
    """
    before, now = move_row(tx, OrderRule, rule_id, by, what="rule")
    return now - before


def try_rule(ctx: Context, fields: OrderRuleFields, days: int) -> Trial:
    """What a rule would do to the orders of so many days back, were they to arrive as they are now; nothing is written.

    Raises:
        NotAllowed: the person may not edit rules.
        BadInput: a condition or an action cannot be, or the days.
    """
    ctx.require(Permission.RULE_EDIT)
    if not 1 <= days <= MOST_DAYS_BACK:
        raise BadInput(
            f"A rule is not tried over {days} days.", hint=f"Write 1 to {MOST_DAYS_BACK}.", field="days"
        )
    with ctx.reading() as connection:
        checked = _checked(connection, fields)
        rule = Rule(0, checked.name, read_conditions(checked.conditions), read_actions(checked.actions))
        since = today(connection) - timedelta(days=days)
        ids = past_orders(connection, since, MOST_TRIED + 1)
        known = known_things(connection)
        rows: list[TrialRow] = []
        matched = 0
        for first in range(0, min(len(ids), MOST_TRIED), AT_ONCE):
            chunk = ids[first : min(first + AT_ONCE, MOST_TRIED)]
            asks = {asked.id: asked for asked in rule_asks(connection, chunk)}
            holds = holds_of(connection, chunk)
            for order_id in chunk:
                asked = asks[order_id]
                found = outcome_of(asked, (rule,), known, holds.get(order_id, frozenset()))
                if not found.deeds:
                    continue
                matched += 1
                if len(rows) < MOST_SHOWN:
                    (did,) = found.deeds.values()
                    rows.append(
                        TrialRow(
                            *(order_id, asked.number, asked.customer, asked.ordered_on),
                            *(asked.total, asked.facts.currency, tuple(did)),
                        )
                    )
    return Trial(since, min(len(ids), MOST_TRIED), matched, tuple(rows), len(ids) <= MOST_TRIED)


def _checked(source: Executes, fields: OrderRuleFields) -> OrderRuleFields:
    """The fields as they are kept, in the one form of their texts."""
    if not (fields.on_arrival or fields.on_change):
        raise BadInput(
            "The rule would never be asked.",
            hint="Have it asked when orders arrive, or when they are changed.",
            field="on_arrival",
        )
    when, then = read_conditions(fields.conditions), read_actions(fields.actions)
    for one in when.of:
        if one.about in _NAMED:
            column, what = _NAMED[one.about]
            known = set(source.execute(sa.select(column).where(column.in_(one.values))).scalars())
            for value in one.values:
                if value not in known:
                    raise BadInput(
                        f"There is no {what} {value}.",
                        hint="Write codes as the lists show them, commas between.",
                        field=one.about,
                        value=value,
                    )
    house = known_things(source)
    for action in then:
        if not house.has(action):
            raise BadInput(
                f"{action.value} is not there, or not in use.",
                hint="Choose one of the list.",
                field=f"do_{action.do}",
                value=action.value,
            )
    return replace(
        fields,
        name=free_text(text_field(fields.name, "rule name"), "rule name", CODE_LENGTH),
        conditions=conditions_text(when),
        actions=actions_text(then),
    )
