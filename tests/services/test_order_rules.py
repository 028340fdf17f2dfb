"""Rules for orders: written by supervisors, asked when orders arrive and are changed, tried on past orders; tags."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa

from app.domain.order_rules import Action, Condition, Conditions
from app.domain.order_rules_text import actions_text, conditions_text
from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotAllowed, NotFound
from app.queries.order_rules import Deed, rule_run_count, rule_runs
from app.queries.pages import Ask
from app.services.carriers import add_carrier, add_service
from app.services.order_revision import Kept, revise_order
from app.services.order_rules import (
    OrderRuleFields,
    add_order_rule,
    edit_order_rule,
    move_order_rule,
    remove_order_rule,
    try_rule,
)
from app.services.orders import accept_quote, enter_order, place_order, release_hold
from app.services.placing import place_draft, place_in_part
from app.services.reservation import reserve_shipment
from app.services.sites import add_warehouse
from tests.rig.databases import World
from tests.rig.shop import Shop
from tests.services.test_statements import counted

ALWAYS = Conditions()
RULES = ("order_rule", "order_rule_run", "order_tag", "order_hold", "order_event", "sales_order")


def fields(name: str, when: Conditions, *then: Action, **more: Any) -> OrderRuleFields:
    """A rule of these conditions and actions."""
    return OrderRuleFields(name, conditions_text(when), actions_text(then), **more)


def of(about: str, *values: str) -> Conditions:
    """One condition."""
    return Conditions(of=(Condition(about, values),))


def runs(world: World) -> list[tuple[str, str, tuple[Deed, ...]]]:
    """The log, the latest first."""
    with world.owner.reading() as connection:
        return [(row.rule, row.occasion, row.did) for row in rule_runs(connection, Ask()).rows]


def past(world: World, *statements: str) -> None:
    """Write past all services, as an older program or another hand might."""
    with world.database().engine.begin() as connection:
        for statement in statements:
            connection.execute(sa.text(statement))


def with_carrier(world: World) -> int:
    """A carrier with one service, DPD-24."""
    return add_service(world.owner, add_carrier(world.owner, "DPD", "DPD"), "DPD-24", "24 h", 1, "16:00")


def test_an_order_arrives_and_the_rules_are_done(world: World) -> None:
    shop = Shop(world)
    service = with_carrier(world)
    boss, clerk = world.ctx(Role.SUPERVISOR), world.ctx(Role.CUSTOMER_SERVICE)
    add_order_rule(
        boss,
        fields(
            "Lille",
            Conditions(of=(Condition("country", ("EU",)), Condition("postcode", ("59",)))),
            *(Action("carrier", "DPD-24"), Action("tag", "Nord"), Action("priority", "5")),
        ),
    )
    add_order_rule(
        boss,
        fields(
            "North waits", of("tag", "nord"), Action("hold", "credit-check", days=3), Action("priority", "8")
        ),
    )
    add_order_rule(boss, fields("Heavy", of("weight_from", "100000"), Action("tag", "heavy")))
    add_order_rule(boss, fields("Later", ALWAYS, Action("tag", "later"), on_arrival=False, on_change=True))
    entered = enter_order(clerk, shop.new_order({"MUG": 2}))
    order = world.rows("SELECT carrier_service_id, priority, version FROM sales_order")[0]
    assert tuple(order) == (service, 5, 1)
    assert world.rows("SELECT tag FROM order_tag") == [("Nord",)]
    hold = world.rows("SELECT reason, until FROM order_hold")[0]
    assert hold[0] == "credit-check"
    assert str(hold[1]) > date.today().isoformat()  # noqa: DTZ011 - three days on, wherever the warehouse is
    log = runs(world)
    assert [(rule, occasion) for rule, occasion, _ in log] == [
        ("North waits", "arrival"),
        ("Lille", "arrival"),
    ]
    assert log[0][2][1] == Deed("priority", "8", False, "Rule Lille has done this already.")
    assert all(deed.done for deed in log[1][2])
    assert world.rows("SELECT verb FROM order_event ORDER BY id") == [("entered",), ("ruled",)]
    # Changed, only the rules that are asked then are, and what they have done before is not told again.
    kept = Kept(entered.order_id, entered.version)
    again = revise_order(clerk, kept, shop.new_order({"MUG": 3}, carrier_service_id=service))
    assert runs(world)[0][:2] == ("Later", "change")
    count = len(runs(world))
    revise_order(clerk, Kept(again.order_id, again.version), shop.new_order({"MUG": 4}))
    assert len(runs(world)) == count
    with world.owner.reading() as connection:
        assert rule_run_count(connection, Ask(text=entered.number.lower())) == count
        assert rule_run_count(connection, Ask(text="lille", filters={"occasion": "arrival"})) == 1
        first = rule_runs(connection, Ask(size=2))
        assert len(rule_runs(connection, Ask(after=first.after)).rows) == count - 2


def test_what_cannot_be_done_is_told_and_the_order_is_there(world: World) -> None:
    shop = Shop(world)
    with_carrier(world)
    boss, clerk = world.ctx(Role.SUPERVISOR), world.ctx(Role.CUSTOMER_SERVICE)
    add_order_rule(
        boss,
        fields(
            *("All", ALWAYS, Action("carrier", "DPD-24"), Action("hold", "credit-check")),
            *(Action("tag", "seen"),),
        ),
    )
    add_order_rule(boss, fields("Ended", ALWAYS, Action("hold", "suspected-fraud", until=date(2020, 1, 1))))
    past(world, "UPDATE carrier_service SET active = false")
    past(world, "UPDATE reason_code SET active = false WHERE code = 'credit-check'")
    past(world, "INSERT INTO order_rule (position, name, conditions, actions) VALUES (9, 'Old', 'x', '[]')")
    entered = enter_order(clerk, shop.new_order({"MUG": 2}))
    assert world.one("SELECT carrier_service_id FROM sales_order") is None
    assert world.tables("order_hold") == {"order_hold": []}
    log = {rule: did for rule, _, did in runs(world)}
    assert [(deed.done, deed.why) for deed in log["All"]] == [
        (False, "There is no service DPD-24 in use."),
        (False, "credit-check is no reason to hold that is in use."),
        (True, ""),
    ]
    assert log["Ended"][0].why == "The hold would have ended on 2020-01-01."
    assert log["Old"] == (
        Deed("read", "", False, "The conditions of the rule cannot be read: it is no JSON text."),
    )
    assert "Old" in world.one(
        f"SELECT facts FROM order_event WHERE verb = 'ruled' AND order_id = {entered.order_id}"
    )


def test_a_rule_that_holds_keeps_a_placed_order_from_being_reserved(world: World) -> None:
    shop = Shop(world)
    boss, clerk = world.ctx(Role.SUPERVISOR), world.ctx(Role.CUSTOMER_SERVICE)
    rule = fields("Watch", of("product", "MUG"), Action("hold", "suspected-fraud"))
    key = add_order_rule(boss, rule)
    placed = place_order(clerk, shop.new_order({"MUG": 2}))
    assert placed.held
    assert shop.state("shipment", placed.shipment_id) == "planned"
    assert shop.state("sales_order", placed.order_id) == "confirmed"
    assert shop.stock("MUG").reserved == 0
    release_hold(clerk, world.one("SELECT id FROM order_hold"))
    reserve_shipment(clerk, placed.shipment_id)
    assert shop.stock("MUG").reserved == 2
    part = place_in_part(clerk, shop.new_order({"MUG": 1}))
    assert (part.reserved, shop.state("sales_order", part.order_id)) == (0, "confirmed")
    other = next(sku for sku in shop.product if sku != "MUG")
    assert not place_order(clerk, shop.new_order({other: 1})).held
    edit_order_rule(boss, key, replace(rule, on_arrival=False, on_change=True), rule)
    draft = shop.draft({other: 1})
    typed = place_draft(clerk, shop.new_order({"MUG": 1}), Kept(draft.order_id, draft.version))
    assert (typed.held, shop.state("shipment", typed.shipment_id)) == (True, "planned")
    assert typed.shipment_number.startswith("SH-")


def test_another_warehouse_by_rule(world: World) -> None:
    shop = Shop(world)
    far = add_warehouse(world.owner, "LYO", "Lyon")
    boss, clerk = world.ctx(Role.SUPERVISOR), world.ctx(Role.CUSTOMER_SERVICE)
    add_order_rule(boss, fields("Web", of("channel", "web"), Action("warehouse", "LYO")))
    past(world, f"UPDATE warehouse SET working_days = '3' WHERE id = {far}")
    entered = enter_order(clerk, shop.new_order({"MUG": 1}, channel="web"))
    row = world.rows("SELECT warehouse_id, promised_on FROM sales_order")[0]
    assert row[0] == far
    assert date.fromisoformat(str(row[1])).isoweekday() == 3
    quote = enter_order(clerk, shop.new_order({"MUG": 1}, channel="web", quote=True))
    assert world.one(f"SELECT warehouse_id FROM sales_order WHERE id = {quote.order_id}") == shop.warehouse
    accept_quote(clerk, quote.order_id)
    assert world.one(f"SELECT warehouse_id FROM sales_order WHERE id = {quote.order_id}") == far
    assert entered.order_id != quote.order_id


def test_no_rules_cost_no_statement(pg_world: World) -> None:
    shop = Shop(pg_world)
    clerk = pg_world.ctx(Role.CUSTOMER_SERVICE)
    rule = add_order_rule(pg_world.owner, fields("All", ALWAYS, Action("tag", "seen")))
    place_order(clerk, shop.new_order({"MUG": 1}))
    with counted(clerk) as ruled:
        place_order(clerk, shop.new_order({"MUG": 1}))
    remove_order_rule(pg_world.owner, rule)
    with counted(clerk) as plain:
        place_order(clerk, shop.new_order({"MUG": 1}))
    assert not any("order_tag" in one or "order_rule " in one.split("EXISTS")[0] for one in plain)
    assert len(ruled) - len(plain) == 10


def test_rules_are_changed_moved_and_taken_away(world: World) -> None:
    Shop(world, stock=False)
    boss = world.ctx(Role.SUPERVISOR)
    first = fields("First", ALWAYS, Action("tag", "one"))
    one, two = (
        add_order_rule(boss, first),
        add_order_rule(boss, fields("Second", ALWAYS, Action("tag", "two"))),
    )
    other = replace(first, name="Number one", active=False)
    edit_order_rule(boss, one, other, first)
    before = world.tables(*RULES)
    with pytest.raises(Conflict):
        edit_order_rule(boss, one, replace(first, name="x"), first)
    with pytest.raises(NotFound):
        edit_order_rule(boss, 999, other, first)
    assert world.tables(*RULES) == before
    edit_order_rule(boss, one, first, other)
    assert move_order_rule(boss, two, -5) == -1
    assert move_order_rule(boss, two, -1) == 0
    assert world.rows("SELECT id FROM order_rule ORDER BY position") == [(two,), (one,)]
    assert remove_order_rule(boss, two).name == "Second"
    again = add_order_rule(boss, fields("Second", ALWAYS, Action("tag", "two")), 1)
    assert world.rows("SELECT id FROM order_rule ORDER BY position") == [(again,), (one,)]
    assert remove_order_rule(boss, one) == first
    assert world.one("SELECT count(*) FROM audit_entry WHERE table_name = 'order_rule'") >= 5
    with pytest.raises(NotFound):
        move_order_rule(boss, one, 1)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (fields("x", of("customer", "NOBODY"), Action("tag", "a")), "customer"),
        (fields("x", of("product", "NOTHING"), Action("tag", "a")), "product"),
        (fields("x", ALWAYS, Action("carrier", "NO")), "do_carrier"),
        (fields("x", ALWAYS, Action("hold", "entry-error")), "do_hold"),
        (fields("x", ALWAYS, Action("warehouse", "NO")), "do_warehouse"),
        (fields("x", ALWAYS, Action("tag", "a"), on_arrival=False), "on_arrival"),
        (fields("", ALWAYS, Action("tag", "a")), "rule name"),
        (OrderRuleFields("x", "nothing", "[]"), "conditions"),
    ],
)
def test_a_refused_rule_leaves_nothing(sqlite_world: World, wrong: OrderRuleFields, field: str) -> None:
    Shop(sqlite_world, stock=False)
    before = sqlite_world.tables(*RULES)
    with pytest.raises(BadInput) as refused:
        add_order_rule(sqlite_world.ctx(Role.SUPERVISOR), wrong)
    assert refused.value.facts["field"] == field
    with pytest.raises(NotAllowed):
        add_order_rule(sqlite_world.ctx(Role.CUSTOMER_SERVICE), fields("x", ALWAYS, Action("tag", "a")))
    assert sqlite_world.tables(*RULES) == before


def test_a_rule_is_tried_on_past_orders_and_nothing_is_written(world: World) -> None:
    shop = Shop(world)
    boss = world.ctx(Role.SUPERVISOR)
    small, big = shop.draft({"MUG": 1}), shop.draft({"MUG": 4})
    shop.draft({"MUG": 4}, quote=True)
    before = world.tables(*RULES)
    rule = fields("Big", of("total_from", "12"), Action("tag", "big"), Action("hold", "credit-check", days=2))
    trial = try_rule(boss, rule, 30)
    assert (trial.looked, trial.matched, trial.all) == (2, 1, True)
    assert [(row.order_id, row.number) for row in trial.rows] == [(big.order_id, big.number)]
    assert [(deed.do, deed.done, bool(deed.until)) for deed in trial.rows[0].did] == [
        ("tag", True, False),
        ("hold", True, True),
    ]
    assert try_rule(boss, fields("All", ALWAYS, Action("tag", "big")), 1).matched == 2
    for days in (0, 9_999):
        with pytest.raises(BadInput):
            try_rule(boss, rule, days)
    with pytest.raises(NotAllowed):
        try_rule(world.ctx(Role.CUSTOMER_SERVICE), rule, 30)
    assert world.tables(*RULES) == before
    assert small.order_id != big.order_id
