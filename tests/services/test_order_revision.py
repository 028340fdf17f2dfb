"""A draft is typed again: what is written, what stays, and that nothing of it is lost or done twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa

from app.database import Transaction
from app.database.refusals import RuleBroken
from app.domain.permissions import Role
from app.errors import AppError, BadInput, Conflict, NotAllowed, NotFound
from app.services.catalogue import set_status
from app.services.context import use_case
from app.services.order_revision import Kept, revise_order
from app.services.orders import (
    CustomerBlocked,
    InsufficientStock,
    NewLine,
    OrderHeld,
    ProductBlocked,
    amend_order,
    cancel_order,
    confirm_order,
    hold_order,
    revive_order,
)
from app.services.parties import NewCustomer, add_customer, set_customer_status
from app.services.placing import place_draft, place_in_part, place_to_wait
from app.services.sites import add_warehouse
from tests.rig.databases import World
from tests.rig.race import findings
from tests.rig.shop import ADDRESS, Shop

CLERK = Role.CUSTOMER_SERVICE
TABLES = ("sales_order", "order_line", "shipment", "shipment_line", "stock_move", "order_event", "address")


def kept(world: World, order_id: int) -> Kept:
    """The order as it can be read now."""
    return Kept(order_id, world.one("SELECT version FROM sales_order WHERE id = :i", i=order_id))


def held(world: World, order_id: int) -> list[tuple[str, int, int]]:
    """Lines of an order: (SKU, quantity, cancelled)."""
    rows = world.rows(
        "SELECT p.sku, l.qty, l.cancelled FROM order_line AS l JOIN product AS p ON p.id = l.product_id"
        " WHERE l.order_id = :o ORDER BY l.position",
        o=order_id,
    )
    return [(row.sku, row.qty, row.cancelled) for row in rows]


@use_case()
def overwrite(tx: Transaction, change: str) -> int:
    """Write past the services."""
    return int(tx.execute(sa.text(f"UPDATE {change}")).rowcount)


def _order(world: World, order_id: int) -> Any:
    return world.rows("SELECT * FROM sales_order WHERE id = :i", i=order_id)[0]


def test_head_and_lines_become_what_was_typed(world: World) -> None:
    shop = Shop(world)
    draft = shop.draft({"MUG": 4, "POT": 2, "JAR": 1}, customer_reference="A", priority=1, channel="mail")
    before = _order(world, draft.order_id)
    lines = (
        NewLine(shop.product["MUG"], 6, Decimal("2.00"), Decimal("0.1")),
        NewLine(shop.product["JAR"], 1),
        NewLine(shop.product["TEA"], 3),
    )
    order = replace(
        shop.new_order({}),
        lines=lines,
        customer_reference="B",
        freight=500,
        note="Ring twice",
        requested_on=date(2099, 1, 5),
    )
    ctx = world.ctx(CLERK).once("draft:1:revise")
    made = revise_order(ctx, Kept(draft.order_id, draft.version), order)
    assert revise_order(ctx, Kept(draft.order_id, draft.version), order) == made
    assert held(world, draft.order_id) == [("MUG", 6, 0), ("POT", 2, 2), ("JAR", 1, 0), ("TEA", 3, 0)]
    after = _order(world, draft.order_id)
    assert (after.number, after.state, after.priority, after.channel) == (
        *(draft.number, "draft", 1, "mail"),
    )
    assert (after.customer_reference, after.freight, after.note) == ("B", 500, "Ring twice")
    assert (str(after.requested_on), str(after.promised_on)) == ("2099-01-05", "2099-01-05")
    assert after.ship_address_id == before.ship_address_id
    # 6 x 2.00 less 10 %, a jar at 10.00, 3 teas at 5.00, freight 5.00: 40.80 and 20 % of it
    assert (after.net, after.tax, after.total, made.total) == (3580, 816, 4896, 4896)
    assert (after.version, made.version) == (before.version + 1, before.version + 1)
    (event,) = world.rows("SELECT facts, actor FROM order_event WHERE verb = 'revised'")
    facts = msgspec.json.decode(event.facts)
    assert facts["total"] == 4896
    assert [(one["line"], one["qty"]) for one in facts["lines"]] == [(1, [4, 6]), (4, [0, 3]), (2, [2, 0])]
    assert world.one("SELECT count(*) FROM audit_entry WHERE table_name = 'sales_order' AND verb = 'update'")
    assert findings(world) == []


def test_a_line_taken_away_comes_back_to_its_place(world: World) -> None:
    shop = Shop(world)
    draft = shop.draft({"MUG": 4, "POT": 2})
    clerk = world.ctx(CLERK)
    first = revise_order(clerk, kept(world, draft.order_id), shop.new_order({"POT": 2}))
    again = revise_order(clerk, Kept(draft.order_id, first.version), shop.new_order({"POT": 2, "MUG": 1}))
    assert held(world, draft.order_id) == [("MUG", 1, 0), ("POT", 2, 0)]
    assert set(again.line_ids) == set(draft.line_ids)
    confirm_order(clerk, draft.order_id)
    assert findings(world) == []


def test_the_same_typed_again_changes_no_line(world: World) -> None:
    shop = Shop(world)
    draft = shop.draft({"MUG": 4, "POT": 2})
    before = world.tables("order_line")
    revise_order(world.ctx(CLERK), kept(world, draft.order_id), shop.new_order({"MUG": 4, "POT": 2}))
    assert world.tables("order_line") == before


def test_another_customer_brings_currency_language_and_addresses(world: World) -> None:
    shop = Shop(world)
    there = replace(ADDRESS, country_code="DE", postal_code="10115", city="Berlin")
    other = add_customer(
        shop.owner, NewCustomer("C2", "Other", currency="USD", language="fr", bill_address=there)
    )
    draft = shop.draft({"MUG": 4})
    order = replace(
        shop.new_order({}), customer_id=other, lines=(NewLine(shop.product["MUG"], 4, Decimal("3")),)
    )
    revise_order(world.ctx(CLERK), kept(world, draft.order_id), order)
    after = _order(world, draft.order_id)
    assert (after.customer_id, after.currency, after.language, after.tax) == (other, "USD", "fr", 0)
    assert world.one("SELECT city FROM address WHERE id = :i", i=after.ship_address_id) == "Berlin"


def test_an_address_of_the_orders_own_stays(world: World) -> None:
    shop = Shop(world)
    there = replace(ADDRESS, street_address="2 quai du Port")
    draft = shop.draft({"MUG": 4}, ship_address=there)
    before = _order(world, draft.order_id).ship_address_id
    revise_order(world.ctx(CLERK), kept(world, draft.order_id), shop.new_order({"MUG": 5}))
    assert _order(world, draft.order_id).ship_address_id == before


def test_an_amended_or_revived_order_is_typed_again(world: World) -> None:
    """Cancelled shipments of before still name its lines: none is deleted."""
    shop = Shop(world)
    order = shop.order({"MUG": 4, "POT": 2})
    clerk = world.ctx(CLERK)
    amend_order(clerk, order.order_id)
    made = place_draft(clerk, shop.new_order({"POT": 5}), kept(world, order.order_id))
    assert made.number == order.number
    assert (shop.stock("MUG").reserved, shop.stock("POT").reserved) == (0, 5)
    cancel_order(clerk, order.order_id, "customer-cancelled")
    revive_order(clerk, order.order_id)
    revise_order(clerk, kept(world, order.order_id), shop.new_order({"MUG": 1}))
    assert held(world, order.order_id) == [("MUG", 1, 0), ("POT", 5, 5)]
    assert findings(world) == []


def test_refused_leaves_everything_as_it_was(world: World) -> None:
    shop = Shop(world)
    blocked = shop.add_product("STOPPED")
    set_status(shop.owner, blocked, "blocked")
    bad = add_customer(shop.owner, NewCustomer("C9", "Blocked Ltd"))
    set_customer_status(shop.owner, bad, "blocked")
    elsewhere = add_warehouse(shop.owner, "PAR", "Paris")
    draft = shop.draft({"MUG": 4})
    quote = shop.draft({"MUG": 4}, quote=True)
    confirmed = shop.order({"MUG": 4})
    clerk = world.ctx(CLERK)
    good = shop.new_order({"POT": 1})
    now = kept(world, draft.order_id)
    before = world.tables(*TABLES)
    refusals: list[tuple[type[AppError], Kept, Any]] = [
        (NotFound, Kept(draft.order_id + 1000, 1), good),
        (Conflict, Kept(draft.order_id, now.version - 1), good),
        (Conflict, kept(world, quote.order_id), good),
        (Conflict, kept(world, confirmed.order_id), good),
        (BadInput, now, replace(good, lines=())),
        (BadInput, now, shop.new_order({"POT": 0})),
        (BadInput, now, replace(good, freight=-1)),
        (BadInput, now, replace(good, warehouse_id=elsewhere)),
        (NotFound, now, replace(good, customer_id=bad + 1000)),
        (CustomerBlocked, now, replace(good, customer_id=bad)),
        (ProductBlocked, now, shop.new_order({"STOPPED": 1})),
    ]
    for refusal, which, order in refusals:
        with pytest.raises(refusal):
            revise_order(clerk, which, order)
    with pytest.raises(NotAllowed):
        revise_order(world.ctx(Role.STOCK_KEEPER), now, good)
    for place in (place_draft, place_in_part, place_to_wait):
        with pytest.raises(Conflict):
            place(clerk, good, Kept(draft.order_id, now.version - 1))
    with pytest.raises(InsufficientStock):
        place_draft(clerk, shop.new_order({"POT": 21}), now)
    assert world.tables(*TABLES) == before
    hold_order(clerk, draft.order_id, "credit-check")
    before = world.tables(*TABLES)
    with pytest.raises(OrderHeld):
        place_draft(clerk, good, now)
    assert world.tables(*TABLES) == before


def test_a_conflict_says_which_order_and_what_to_do(world: World) -> None:
    shop = Shop(world)
    draft = shop.draft({"MUG": 4})
    with pytest.raises(Conflict) as told:
        revise_order(world.ctx(CLERK), Kept(draft.order_id, 9), shop.new_order({"POT": 1}))
    assert draft.number in told.value.message
    assert told.value.hint


def test_of_two_desks_at_once_one_is_told_to_look_again(world: World) -> None:
    shop = Shop(world)
    draft = shop.draft({"MUG": 4})
    now = Kept(draft.order_id, draft.version)
    desks = [world.ctx(CLERK, desk=f"DESK-{nth}") for nth in range(4)]

    def change(nth: int) -> str:
        try:
            revise_order(desks[nth], now, shop.new_order({"MUG": nth + 1, "POT": nth + 1}))
        except Conflict:
            return "told"
        return "written"

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(change, range(4)))
    assert sorted(answers) == ["told", "told", "told", "written"]
    qty = answers.index("written") + 1
    assert held(world, draft.order_id) == [("MUG", qty, 0), ("POT", qty, 0)]


def test_a_draft_is_placed_as_typed_in_part_or_to_wait(world: World) -> None:
    shop = Shop(world)
    clerk = world.ctx(CLERK)
    draft = shop.draft({"MUG": 4})
    made = place_in_part(clerk, shop.new_order({"POT": 25}), kept(world, draft.order_id))
    assert (made.order_id, made.number, made.reserved) == (draft.order_id, draft.number, 20)
    later = shop.draft({"MUG": 4})
    waits = place_to_wait(clerk, shop.new_order({"JAR": 2}), kept(world, later.order_id))
    assert (waits.order_id, waits.reserved, shop.stock("JAR").reserved) == (later.order_id, 0, 0)
    assert world.one("SELECT count(*) FROM sales_order") == 2
    assert findings(world) == []


@pytest.mark.parametrize("change", ["sales_order SET currency = 'USD'", "order_line SET unit_price = 0"])
def test_what_was_agreed_stays_whatever_a_program_writes(world: World, change: str) -> None:
    shop = Shop(world)
    shop.draft({"MUG": 1})
    shop.order({"MUG": 4})
    before = world.tables("sales_order", "order_line")
    with pytest.raises(RuleBroken) as told:
        overwrite(world.owner, change)
    assert told.value.facts["rule"] == "order.agreed"
    assert world.tables("sales_order", "order_line") == before
