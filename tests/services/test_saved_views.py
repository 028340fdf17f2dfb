"""Views of lists that people keep: own ones changed, shared ones seen by all and changed by their owner alone."""

from __future__ import annotations

import pytest

from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotAllowed, NotFound
from app.queries.saved_views import ViewRow, saved_views
from app.services.context import Context
from app.services.saved_views import (
    LONGEST_NAME,
    MOST_VIEWS,
    DeletedView,
    ViewFields,
    change_view,
    delete_view,
    save_view,
)
from tests.rig.databases import World

URGENT = ViewFields("Urgent", filters='{"set":{"priority":"urgent"}}', columns='[["number",146]]')


def seen(ctx: Context, screen: str = "orders") -> tuple[ViewRow, ...]:
    with ctx.reading() as connection:
        return saved_views(connection, screen, ctx.actor)


def test_a_view_is_kept_changed_shared_deleted_and_brought_back(world: World) -> None:
    mine, other = world.ctx(Role.CUSTOMER_SERVICE), world.ctx(Role.PICKER)
    assert mine.actor != other.actor
    made = save_view(mine, "orders", URGENT)
    (row,) = seen(mine)
    assert (row.id, row.name, row.owner, row.shared, row.filters, row.columns, row.version) == (
        *(made, "Urgent", mine.actor, False, URGENT.filters, URGENT.columns, 1),
    )
    assert seen(other) == ()
    assert seen(mine, "shipments") == ()
    theirs = save_view(other, "orders", URGENT)
    version = change_view(mine, made, ViewFields(" Pressing ", True, "{}", ""), 1)
    assert version == 2
    assert [(row.id, row.name) for row in seen(other)] == [(theirs, "Urgent"), (made, "Pressing")]
    assert change_view(mine, made, URGENT, version) == 3
    assert seen(mine)[0].name == "Urgent"
    gone = delete_view(mine, made, 3)
    assert gone == DeletedView("orders", URGENT)
    assert seen(mine) == ()
    save_view(mine, gone.screen, gone.fields)
    assert seen(mine)[0].filters == URGENT.filters


def test_the_same_key_keeps_it_once(world: World) -> None:
    ctx = world.ctx(Role.CUSTOMER_SERVICE).once("view:1")
    assert save_view(ctx, "orders", URGENT) == save_view(ctx, "orders", URGENT)
    assert len(seen(ctx)) == 1


def test_another_persons_view_stays_as_it_is(world: World) -> None:
    made = save_view(world.owner, "orders", ViewFields("Ours", shared=True))
    other = world.ctx(Role.CUSTOMER_SERVICE)
    before = world.tables("saved_view")
    for work in (
        lambda: change_view(other, made, ViewFields("Mine"), 1),
        lambda: delete_view(other, made, 1),
    ):
        with pytest.raises(NotAllowed) as caught:
            work()
        assert "Ours" in str(caught.value)
    assert world.tables("saved_view") == before


def test_refusals_leave_nothing(world: World) -> None:
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    save_view(ctx, "orders", URGENT)
    other = save_view(ctx, "orders", ViewFields("Late"))
    before = world.tables("saved_view")
    for fields in (
        ViewFields(" "),
        ViewFields("x" * (LONGEST_NAME + 1)),
        ViewFields("a\nb"),
        ViewFields("A", filters="{"),
        ViewFields("A", filters='{"text":"\\u0000"}'),
        ViewFields("A", columns="[" + "1," * 9_000 + "1]"),
    ):
        with pytest.raises(BadInput):
            save_view(ctx, "orders", fields)
    with pytest.raises(Conflict):
        save_view(ctx, "orders", ViewFields("Urgent"))
    with pytest.raises(Conflict):
        change_view(ctx, other, ViewFields("Urgent"), 1)
    with pytest.raises(Conflict):
        change_view(ctx, other, ViewFields("Later"), 7)
    with pytest.raises(Conflict):
        delete_view(ctx, other, 7)
    with pytest.raises(NotFound):
        delete_view(ctx, 999, 1)
    assert world.tables("saved_view") == before


def test_nobody_keeps_more_than_they_can_choose_from(sqlite_world: World) -> None:
    ctx = sqlite_world.owner
    for nth in range(MOST_VIEWS):
        save_view(ctx, "orders", ViewFields(f"View {nth}"))
    with pytest.raises(Conflict):
        save_view(ctx, "orders", ViewFields("One more"))
    save_view(ctx, "stock", ViewFields("One more"))
