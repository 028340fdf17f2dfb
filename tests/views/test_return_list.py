"""Returns in the office by keys and scans: asked for, authorised, refused, cancelled, paid back."""

from __future__ import annotations

import pytest

from app.domain.permissions import Role
from app.services.inspecting import inspect
from app.views.return_list import ReturnList
from app.views.return_request import ReturnRequest
from app.views.returns import ReturnsBench
from tests.rig.back import Left, announce, bring_back, ship
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.screens import MakeDesk
from tests.rig.shop import GTIN

SCREENS = (ReturnList, ReturnRequest, ReturnsBench)


@pytest.fixture
def bench(world: World) -> Bench:
    return Bench(world)


@pytest.fixture
def left(bench: Bench) -> Left:
    return ship(bench, {"MUG": 4, "TEA": 2})


def _desk(bench: Bench, desk_of: MakeDesk, *roles: Role) -> tuple[Desk, ReturnList]:
    desk: Desk = desk_of(bench.world, *(roles or (Role.CUSTOMER_SERVICE,)), screens=SCREENS)
    return desk, desk.show(ReturnList)


def test_a_return_is_noted_by_keyboard_alone(bench: Bench, left: Left, desk_of: MakeDesk) -> None:
    announce(bench, left, {"MUG": 1})
    desk, screen = _desk(bench, desk_of)
    desk.press("Ctrl+N")
    form = desk.work.current
    assert isinstance(form, ReturnRequest)
    desk.type("analytique")
    desk.press("Return")
    assert [(one.line.sku, one.line.possible) for one in form.lines] == [("MUG", 3), ("TEA", 2)]
    desk.type("2")
    desk.press("Return", "Return")
    desk.type("1")
    desk.press("Return", "Return")
    desk.type("Too small")
    desk.press("Ctrl+Return")
    assert desk.work.current is screen
    made = bench.world.rows("SELECT * FROM return_order ORDER BY id DESC LIMIT 1")[0]
    lines = bench.world.rows("SELECT qty FROM return_line WHERE return_id = :i ORDER BY id", i=made.id)
    assert (made.state, made.note, [row.qty for row in lines]) == ("requested", "Too small", [2, 1])
    row = screen.current()
    assert row is not None
    assert row.id == made.id
    desk.press("Ctrl+Z")
    assert bench.state("return_order", made.id) == "cancelled"


def test_too_many_are_refused_and_nothing_is_noted(bench: Bench, left: Left, desk_of: MakeDesk) -> None:
    desk, _ = _desk(bench, desk_of)
    desk.scan(bench.number("sales_order", left.order))
    form = desk.work.current
    assert isinstance(form, ReturnRequest)
    desk.scan(GTIN["TEA"], GTIN["TEA"], GTIN["TEA"])
    # A scan never asks for more than left.
    assert form.lines[1].qty.value == 2
    form.lines[0].qty.setFocus()
    desk.type("5")
    desk.press("Ctrl+Return")
    assert "MUG" in desk.notices[0]
    assert bench.world.one("SELECT count(*) FROM return_order") == 0


def test_reading_again_takes_nothing_away_from_who_fills_in(
    bench: Bench, left: Left, desk_of: MakeDesk
) -> None:
    desk, _ = _desk(bench, desk_of)
    desk.scan(bench.number("sales_order", left.order))
    form = desk.work.current
    assert isinstance(form, ReturnRequest)
    form.refresh()
    form.lines[0].qty.set_value(2)
    desk.wait()
    assert [one.qty.value for one in form.lines] == [2, None]
    form.lines[0].qty.set_value(0)
    other = ship(bench, {"MUG": 1})
    form.open(other.order)
    form.refresh()
    desk.wait()
    assert form.order is not None
    assert form.order.id == other.order


def test_ticked_returns_are_authorised_and_get_their_labels(
    bench: Bench, left: Left, desk_of: MakeDesk
) -> None:
    made = [announce(bench, left, {"MUG": 1}, authorised=False) for _ in range(3)]
    desk, screen = _desk(bench, desk_of)
    screen.choose_tab("requested")
    desk.wait()
    screen.view.setFocus()
    desk.press("Space", "Down", "Space", "Ctrl+L")
    assert [bench.state("return_order", one.id) for one in made] == ["requested", "authorised", "authorised"]
    desk.press("Ctrl+D")
    assert bench.state("return_order", made[0].id) == "refused"
    screen.choose_tab("authorised")
    desk.wait()
    screen.view.setFocus()
    desk.press("Home", "Ctrl+P")
    assert bench.world.one("SELECT document FROM print_job") == "return_label"
    desk.press("Del")
    assert [bench.state("return_order", one.id) for one in made] == ["refused", "authorised", "cancelled"]


def test_what_was_judged_is_paid_back(bench: Bench, left: Left, desk_of: MakeDesk) -> None:
    back = bring_back(bench, left, {"MUG": 2})
    inspect(bench.owner, back.lines["MUG"], 2, "D", "scrap")
    desk, screen = _desk(bench, desk_of)
    desk.scan(back.number)
    row = screen.current()
    assert row is not None
    assert row.id == back.id
    screen.view.setFocus()
    desk.press("Ctrl+Return")
    assert bench.state("return_order", back.id) == "settled"
    assert bench.world.one("SELECT total FROM credit") == 600


def test_enter_leads_to_the_bench_for_those_who_work_there(
    bench: Bench, left: Left, desk_of: MakeDesk
) -> None:
    back = bring_back(bench, left, {"MUG": 1})
    desk, screen = _desk(bench, desk_of, Role.SUPERVISOR)
    screen.view.setFocus()
    desk.press("Return")
    other = desk.work.current
    assert isinstance(other, ReturnsBench)
    assert other.case is not None
    assert other.case.head.id == back.id


def test_greyed_without_the_right(bench: Bench, left: Left, desk_of: MakeDesk) -> None:
    made = announce(bench, left, {"MUG": 1}, authorised=False)
    desk, screen = _desk(bench, desk_of, Role.RETURNS)
    screen.view.setFocus()
    desk.press("Ctrl+L", "Ctrl+N")
    assert desk.work.current is screen
    assert bench.state("return_order", made.id) == "requested"
