"""Questions of an order from being typed to being confirmed: kept, decided within limits, asked anew, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa

from app.domain.order_questions import Severity
from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotAllowed, NotFound
from app.services.approval_limits import approval_limits, ensure_limits, set_limit
from app.services.catalogue import set_status
from app.services.order_questions import (
    BeyondLimit,
    NotOverridable,
    QuestionsOpen,
    approve,
    ask,
    decide_open,
    limits_for,
    override,
    reopen,
    settle_questions,
)
from app.services.order_revision import Kept, revise_order
from app.services.orders import NewLine, cancel_line, confirm_order, enter_order, place_order
from app.services.payments import doubt_payment, record_payment, verify_payment
from app.services.placing import place_draft
from app.services.quoting import quote_order
from tests.rig.databases import World
from tests.rig.shop import Shop
from tests.services.test_statements import counted

WRITTEN = ("sales_order", "order_line", "order_check", "shipment", "stock_move", "order_event", "payment")


def say(world: World, statement: str) -> None:
    """Write past all services."""
    with world.database().engine.begin() as connection:
        connection.execute(sa.text(statement))


def checks(world: World, order_id: int) -> list[tuple[str, str, str]]:
    rows = world.rows(
        "SELECT code, severity, state FROM order_check WHERE order_id = :id ORDER BY id", id=order_id
    )
    return [tuple(row) for row in rows]


def ids(world: World, order_id: int) -> tuple[int, ...]:
    rows = world.rows(
        "SELECT id FROM order_check WHERE order_id = :id AND state = 'open' ORDER BY id", id=order_id
    )
    return tuple(row.id for row in rows)


def test_an_order_over_the_credit_limit_takes_an_approval(world: World) -> None:
    shop = Shop(world)
    desk, head = world.ctx(Role.CUSTOMER_SERVICE), world.ctx(Role.SUPERVISOR)
    say(world, "UPDATE customer SET credit_limit = 1000")
    order = shop.new_order({"POT": 2})
    before = world.tables(*WRITTEN)
    with pytest.raises(QuestionsOpen) as refused:
        place_order(desk, order)
    assert refused.value.facts["codes"] == ("credit.limit",)
    assert world.tables(*WRITTEN) == before
    draft = enter_order(desk, order)
    assert checks(world, draft.order_id) == [("credit.limit", "approval", "open")]
    (check,) = ids(world, draft.order_id)
    before = world.tables(*WRITTEN)
    for person, why in ((desk, BeyondLimit), (world.ctx(Role.PICKER), NotAllowed)):
        with pytest.raises(why):
            approve(person, (check,), "they always pay")
    with pytest.raises(Conflict):
        override(head, check, "nothing is blocked")
    with pytest.raises(QuestionsOpen):
        confirm_order(desk, draft.order_id)
    with pytest.raises(NotFound):
        approve(head, (check + 999,))
    assert world.tables(*WRITTEN) == before
    assert approve(head, (check,), "they always pay").still_open == 0
    with pytest.raises(Conflict):
        approve(head, (check,))
    reopen(head, (check,))
    with pytest.raises(QuestionsOpen):
        confirm_order(desk, draft.order_id)
    decide_open(head, draft.order_id, "asked accounting")
    confirm_order(desk, draft.order_id)
    (row,) = world.rows("SELECT state, note, decided_by, decided_at FROM order_check")
    assert (row.state, row.note, row.decided_by) == ("approved", "asked accounting", head.actor)
    with pytest.raises(Conflict):
        reopen(head, (check,))
    verbs = [row.verb for row in world.rows("SELECT verb FROM order_event ORDER BY id")]
    assert verbs == [
        *("entered", "question_approved", "question_reopened", "question_approved", "confirmed"),
    ]
    audited = world.one("SELECT count(*) FROM audit_entry WHERE table_name = 'order_check'")
    assert audited == 3


def test_an_approval_holds_while_no_more_is_at_stake(world: World) -> None:
    shop = Shop(world)
    head = world.ctx(Role.SUPERVISOR)
    say(world, "UPDATE customer SET credit_limit = 1000")
    draft = enter_order(head, shop.new_order({"POT": 4}))
    decide_open(head, draft.order_id, "asked")
    fewer = revise_order(head, Kept(draft.order_id, draft.version), shop.new_order({"POT": 3}))
    assert [state for *_, state in checks(world, draft.order_id)] == ["approved"]
    more = revise_order(head, Kept(draft.order_id, fewer.version), shop.new_order({"POT": 6}))
    assert [state for *_, state in checks(world, draft.order_id)] == ["approved", "open"]
    revise_order(head, Kept(draft.order_id, more.version), shop.new_order({"MUG": 1}))
    assert [state for *_, state in checks(world, draft.order_id)] == ["approved", "resolved"]


def test_a_line_taken_away_resolves_what_it_was_asked_for(world: World) -> None:
    shop = Shop(world)
    draft = shop.draft({"POT": 2, "MUG": 2})
    set_status(shop.owner, shop.product["POT"], "blocked")
    assert [one.code for one in settle_questions(shop.owner, draft.order_id)] == ["product.blocked"]
    (check,) = ids(world, draft.order_id)
    before = world.tables(*WRITTEN)
    with pytest.raises(NotOverridable):
        override(shop.owner, check, "they insist")
    with pytest.raises(NotOverridable):
        decide_open(shop.owner, draft.order_id, "they insist")
    assert world.tables(*WRITTEN) == before
    line = world.one("SELECT order_line_id FROM order_check")
    assert line == draft.line_ids[0]
    cancel_line(shop.owner, line, 0, "not-available")
    assert checks(world, draft.order_id) == [("product.blocked", "blocks", "resolved")]
    confirm_order(shop.owner, draft.order_id)


def test_the_same_reference_is_overridden_for_a_reason(world: World) -> None:
    shop = Shop(world)
    desk = world.ctx(Role.CUSTOMER_SERVICE)
    first = place_order(desk, shop.new_order({"MUG": 1}, customer_reference="PO-7"))
    order = shop.new_order({"MUG": 1}, customer_reference=" PO-7 ")
    with pytest.raises(QuestionsOpen):
        place_order(desk, order)
    draft = enter_order(desk, order)
    (check,) = ids(world, draft.order_id)
    before = world.tables(*WRITTEN)
    with pytest.raises(BadInput):
        override(desk, check, "  ")
    with pytest.raises(Conflict):
        approve(desk, (check,))
    assert world.tables(*WRITTEN) == before
    assert first.number in world.one("SELECT facts FROM order_check")
    override(desk, check, "two halls, two orders")
    place_draft(desk, order, Kept(draft.order_id, draft.version))
    assert checks(world, draft.order_id) == [("reference.duplicate", "blocks", "overridden")]


def test_confirming_asks_anew_and_keeps_what_it_found(world: World) -> None:
    shop = Shop(world)
    desk = world.ctx(Role.CUSTOMER_SERVICE)
    draft = shop.draft({"POT": 2})
    assert checks(world, draft.order_id) == []
    yesterday = date.today() - timedelta(days=2)  # noqa: DTZ011 - the warehouse's own day, two days ago anywhere
    say(
        world,
        "INSERT INTO receivable (customer_id, number, issued_on, due_on, currency, amount, open)"
        f" SELECT id, 'F1', '2026-01-01', '{yesterday}', 'EUR', 500, 400 FROM customer",
    )
    with pytest.raises(QuestionsOpen) as refused:
        confirm_order(desk, draft.order_id)
    assert refused.value.facts["order"] == draft.number
    assert checks(world, draft.order_id) == [("invoices.overdue", "approval", "open")]
    assert shop.state("sales_order", draft.order_id) == "draft"
    say(world, "UPDATE receivable SET open = 0")
    confirm_order(desk, draft.order_id)
    assert checks(world, draft.order_id) == [("invoices.overdue", "approval", "resolved")]


def test_history_says_what_is_usual_and_a_slip_is_approved_by_the_desk(world: World) -> None:
    shop = Shop(world)
    desk = world.ctx(Role.CUSTOMER_SERVICE)
    for qty in (1, 1, 2, 1, 1, 2):
        place_order(shop.owner, shop.new_order({"MUG": qty, "TEA": 1}))
    order = shop.new_order({"MUG": 14})
    found = ask(desk, order, quote_order(desk, order))
    assert [(one.code, one.severity) for one in found] == [
        ("quantity.high", Severity.APPROVAL),
        ("usual.absent", Severity.INFORMS),
    ]
    assert (found[0].facts["low"], found[0].facts["high"], found[0].facts["orders"]) == (1, 2, 6)
    assert (found[1].facts["sku"], found[1].facts["seen"], found[1].facts["of"]) == ("TEA", 6, 6)
    assert ask(desk, order) == found
    draft = enter_order(desk, order)
    asked = ask(desk, draft.order_id)
    assert [replace(one, line=None) for one in asked] == list(found)
    place_draft_after = decide_open(desk, draft.order_id, "rang them, a wedding")
    assert place_draft_after.still_open == 0
    confirm_order(desk, draft.order_id)


def test_an_address_must_be_there_unless_the_goods_are_fetched(world: World) -> None:
    shop = Shop(world)
    say(world, "UPDATE customer SET ship_address_id = NULL")
    with pytest.raises(QuestionsOpen) as refused:
        shop.order({"MUG": 1})
    assert refused.value.facts["codes"] == ("address.incomplete",)
    say(world, "INSERT INTO carrier (code, name) VALUES ('US', 'Here')")
    say(
        world,
        "INSERT INTO carrier_service (carrier_id, code, name, collected) SELECT id, 'F', 'Fetched', true FROM carrier",
    )
    service = world.one("SELECT id FROM carrier_service")
    shop.order({"MUG": 1}, carrier_service_id=service)


def test_a_prepaid_order_waits_until_the_money_was_seen(world: World) -> None:
    shop = Shop(world)
    desk = world.ctx(Role.CUSTOMER_SERVICE)
    say(world, "UPDATE customer SET prepaid = true")
    draft = enter_order(desk, shop.new_order({"MUG": 1}))
    paid = record_payment(desk, draft.order_id, "transfer", draft.total, "VIR 77")
    assert paid.verified == 0
    before = world.tables(*WRITTEN)
    for bad in (("gold", 5), ("cash", 0)):
        with pytest.raises(BadInput):
            record_payment(desk, draft.order_id, *bad)
    with pytest.raises(Conflict):
        doubt_payment(desk, paid.payment_id)
    with pytest.raises(NotFound):
        verify_payment(desk, paid.payment_id + 999)
    assert world.tables(*WRITTEN) == before
    assert verify_payment(desk, paid.payment_id).verified == draft.total
    with pytest.raises(Conflict):
        verify_payment(desk, paid.payment_id)
    doubt_payment(desk, paid.payment_id)
    verify_payment(desk, paid.payment_id)
    assert [state for *_, state in checks(world, draft.order_id)] == ["resolved", "resolved"]
    confirm_order(desk, draft.order_id)
    with pytest.raises(Conflict):
        doubt_payment(desk, paid.payment_id)


def test_limits_are_given_and_taken_by_administrators(world: World) -> None:
    admin, head = world.ctx(Role.ADMIN), world.ctx(Role.SUPERVISOR)
    assert ensure_limits(admin) == 0
    assert limits_for(head)["credit.limit"] == 5_000_00
    assert limits_for(world.ctx(Role.CUSTOMER_SERVICE)) == {"quantity.high": 1_000_00}
    assert limits_for(world.ctx(Role.PICKER)) == {}
    assert limits_for(admin)["price.floor"] > 10**15
    before = world.tables("approval_limit")
    bad: list[tuple[Any, ...]] = [
        *((Role.PICKER, "credit.limit", 5), (Role.ADMIN, "credit.limit", 5)),
        *((Role.SUPERVISOR, "usual.late", 5), (Role.SUPERVISOR, "credit.limit", -1)),
    ]
    for wanted in bad:
        with pytest.raises(BadInput):
            set_limit(admin, *wanted)
    with pytest.raises(NotAllowed):
        set_limit(head, Role.SUPERVISOR, "credit.limit", 10**9)
    assert world.tables("approval_limit") == before
    assert set_limit(admin, Role.SUPERVISOR, "credit.limit", 7) == 5_000_00
    assert set_limit(admin, Role.SUPERVISOR, "credit.limit", None) == 7
    assert set_limit(admin, Role.SUPERVISOR, "credit.limit", 9) is None
    assert limits_for(head)["credit.limit"] == 9
    with world.database().reading() as connection:
        assert ("supervisor", "credit.limit", 9) in [
            (one.role, one.code, one.most) for one in approval_limits(connection)
        ]


def test_asking_takes_two_statements_for_any_number_of_lines(world: World) -> None:
    shop = Shop(world)
    desk = world.ctx(Role.CUSTOMER_SERVICE)
    seen = []
    for order in (shop.new_order({"MUG": 1}), shop.new_order(dict.fromkeys(("MUG", "TEA", "POT", "JAR"), 1))):
        quote = quote_order(desk, order)
        with counted(desk) as statements:
            ask(desk, order, quote)
        seen.append(len([one for one in statements if "sales_order" in one]))
    assert seen == [2, 2]


@pytest.mark.parametrize(
    ("statement", "rule"),
    [
        ("UPDATE sales_order SET state = 'confirmed'", "order.questions"),
        ("UPDATE order_check SET amount = 0", "row.frozen_columns"),
        ("UPDATE order_check SET severity = 'informs'", "row.frozen_columns"),
        (
            "UPDATE order_check SET state = 'overridden', note = 'x', decided_at = '2026-01-01' WHERE severity = 'approval'",
            "flow.no_such_step|order.not_overridable",
        ),
        (
            "UPDATE order_check SET state = 'overridden', decided_at = '2026-01-01' WHERE severity = 'blocks'",
            "order.not_overridable",
        ),
    ],
)
def test_the_database_refuses_by_itself(world: World, statement: str, rule: str) -> None:
    shop = Shop(world)
    shop.order({"MUG": 1}, customer_reference="PO-1")
    say(world, "UPDATE customer SET credit_limit = 1")
    draft = enter_order(shop.owner, shop.new_order({"POT": 4}, customer_reference="PO-1"))
    assert len(ids(world, draft.order_id)) == 2
    before = world.tables("sales_order", "order_check")
    with pytest.raises(sa.exc.DBAPIError, match=rule):
        say(world, statement + (" WHERE state = 'draft'" if "sales_order" in statement else ""))
    assert world.tables("sales_order", "order_check") == before


def test_prices_that_are_typed_below_the_floor_are_asked(world: World) -> None:
    shop = Shop(world)
    say(world, "UPDATE product SET floor_price = 2000000")
    low = NewLine(shop.product["MUG"], 2, Decimal("1.5"))
    draft = enter_order(shop.owner, replace(shop.new_order({"MUG": 1}), lines=(low,)))
    (row,) = world.rows("SELECT code, amount, order_line_id FROM order_check")
    assert (row.code, row.amount, row.order_line_id) == ("price.floor", 100, draft.line_ids[0])
