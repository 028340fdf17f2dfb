"""Many orders changed at once: what each kind writes, takes back and refuses; the preview says the same beforehand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.permissions import Role
from app.errors import AppError, BadInput, Conflict, NotAllowed, NotFound
from app.queries.days import today
from app.services.carriers import add_carrier, add_service
from app.services.order_bulk import (
    BulkChange,
    PreviewLine,
    edit_order,
    preview,
    tag_order,
    undo_edit,
    untag_order,
)
from app.services.orders import cancel_order, confirm_order, hold_order, release_hold
from app.services.release import release_shipments
from tests.rig.databases import World
from tests.rig.shop import Shop

TABLES = ("sales_order", "shipment", "order_tag", "order_hold")
CS = Role.CUSTOMER_SERVICE


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)


def day_of(shop: Shop) -> date:
    with shop.owner.reading() as connection:
        return today(connection)


def seen(shop: Shop, order_id: int) -> tuple[Any, ...]:
    """The order's priority, days and carrier, and those of its shipments."""
    order = shop.world.rows(
        "SELECT priority, requested_on, promised_on, carrier_service_id FROM sales_order WHERE id = :id",
        id=order_id,
    )[0]
    shipments = shop.world.rows(
        "SELECT priority, promised_on, carrier_service_id FROM shipment WHERE order_id = :id ORDER BY id",
        id=order_id,
    )
    return tuple(order), [tuple(row) for row in shipments]


def service(shop: Shop) -> int:
    carrier = add_carrier(shop.owner, "DPD", "DPD")
    return int(add_service(shop.owner, carrier, "CLASSIC", "Classic"))


def test_what_is_written_goes_to_the_shipments_and_comes_back(shop: Shop) -> None:
    ctx, day = shop.world.ctx(CS), day_of(shop)
    order = confirm_order(shop.owner, shop.draft({"MUG": 1}).order_id).order_id
    before = seen(shop, order)
    for change in (
        BulkChange("priority", 8),
        BulkChange("requested", day=day + timedelta(days=3)),
        BulkChange("promised", day=day + timedelta(days=9)),
        BulkChange("carrier", service(shop)),
    ):
        done = edit_order(ctx, order, change)
        now = seen(shop, order)
        assert now != before
        if change.kind != "requested":
            assert [str(one) for one in now[1][0] if str(one) == str(change.value)], change
        verb = shop.world.one(
            "SELECT verb FROM order_event WHERE order_id = :id ORDER BY id DESC LIMIT 1", id=order
        )
        assert verb == "head_changed"
        assert undo_edit(ctx, done) == order
        assert seen(shop, order) == before


def test_it_is_not_taken_back_over_another_desks_change(shop: Shop) -> None:
    ctx = shop.world.ctx(CS)
    order = shop.draft({"MUG": 1}).order_id
    done = edit_order(ctx, order, BulkChange("priority", 8))
    edit_order(ctx, order, BulkChange("priority", 1))
    before = shop.world.tables(*TABLES)
    with pytest.raises(Conflict):
        undo_edit(ctx, done)
    assert shop.world.tables(*TABLES) == before


def test_tags_go_on_and_off(shop: Shop) -> None:
    ctx = shop.world.ctx(CS)
    order = shop.draft({"MUG": 1}).order_id
    assert tag_order(ctx, order, "  gift  wrap ")
    assert not tag_order(ctx, order, "gift wrap")
    assert shop.world.one("SELECT tag FROM order_tag") == "gift wrap"
    assert untag_order(ctx, order, "gift wrap")
    assert not untag_order(ctx, order, "gift wrap")
    before = shop.world.tables(*TABLES)
    for tag in ("", "a,b", "x" * 41, "a\0b"):
        with pytest.raises(BadInput):
            tag_order(ctx, order, tag)
    with pytest.raises(NotAllowed):
        tag_order(shop.world.ctx(Role.PICKER), order, "gift")
    assert shop.world.tables(*TABLES) == before


def test_refusals_change_nothing_and_the_preview_tells_them_beforehand(shop: Shop) -> None:
    ctx, day = shop.world.ctx(CS), day_of(shop)
    fine = shop.draft({"MUG": 1}).order_id
    gone = shop.draft({"MUG": 1}).order_id
    cancel_order(shop.owner, gone, "entry-error")
    picking = shop.order({"MUG": 1})
    release_shipments(shop.owner, (picking.shipment_id,))
    ids = [fine, gone, picking.order_id]
    before = shop.world.tables(*TABLES)
    for change, refused in (
        (BulkChange("priority", 8), {gone}),
        (BulkChange("promised", day=day), {gone}),
        (BulkChange("carrier", None), {gone, picking.order_id}),
        (BulkChange("confirm"), {gone, picking.order_id}),
        (BulkChange("hold", text="credit-check"), {gone}),
        (BulkChange("tag", text="gift"), set()),
    ):
        lines = preview(ctx, ids, change)
        assert [line.order_id for line in lines] == ids
        assert {line.order_id for line in lines if line.refusal} == refused, change
        for line in lines:
            if line.refusal is not None:
                with pytest.raises(type(line.refusal)) as caught:
                    do(ctx, line, change)
                assert caught.value.message == line.refusal.message
    for wrong in (
        BulkChange("colour"),
        BulkChange("priority"),
        BulkChange("priority", 10_000),
        BulkChange("promised"),
        BulkChange("promised", day=day - timedelta(days=1)),
        BulkChange("tag", text=" "),
    ):
        with pytest.raises(BadInput):
            preview(ctx, ids, wrong)
    with pytest.raises(NotFound):
        edit_order(ctx, fine, BulkChange("carrier", 999))
    with pytest.raises(NotAllowed):
        edit_order(shop.world.ctx(Role.PICKER), fine, BulkChange("priority", 1))
    assert shop.world.tables(*TABLES) == before


def do(ctx: Any, line: PreviewLine, change: BulkChange) -> object:
    if change.kind == "confirm":
        return confirm_order(ctx, line.order_id)
    if change.kind == "hold":
        return hold_order(ctx, line.order_id, change.text)
    return edit_order(ctx, line.order_id, change)


def test_the_preview_says_what_stays_as_it_is(shop: Shop) -> None:
    ctx = shop.world.ctx(CS)
    order = shop.draft({"MUG": 1}, priority=8).order_id
    other = shop.draft({"MUG": 1}).order_id
    tag_order(ctx, order, "gift")
    hold = hold_order(ctx, order, "credit-check")
    for change in (BulkChange("priority", 8), BulkChange("tag", text="gift")):
        assert [line.same for line in preview(ctx, [order, other], change)] == [True, False], change
    for change in (BulkChange("untag", text="gift"), BulkChange("let_go")):
        assert [line.same for line in preview(ctx, [order, other], change)] == [False, True], change
    release_hold(ctx, hold)
    assert preview(ctx, [], BulkChange("let_go")) == ()
    assert preview(ctx, [999], BulkChange("let_go")) == ()
    assert isinstance(preview(ctx, [order], BulkChange("priority", 1))[0].before, int)
    assert not isinstance(preview(ctx, [order], BulkChange("priority", 1))[0].refusal, AppError)
