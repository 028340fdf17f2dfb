"""Pick lists by keys and scans: released, printed, confirmed line by line, reported short, taken back."""

from __future__ import annotations

import pytest

from app.domain.permissions import Role
from app.queries import pick_lists
from app.queries.pick_lists import TaskRow
from app.services.orders import hold_order
from app.services.release import Released
from app.services.stock import move_stock
from app.views.pick_list import OnePickList
from app.views.pick_lists import PickLists
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.screens import MakeDesk
from tests.rig.shop import GTIN, Shop

SCREENS = (PickLists, OnePickList)
FLOOR = (Role.STOCK_KEEPER, Role.PICKER)


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)


def _lines(shop: Shop, released: Released) -> tuple[TaskRow, ...]:
    with shop.owner.reading() as connection:
        return pick_lists.tasks(connection, released.wave_id)


def _state(shop: Shop, line: TaskRow) -> str:
    return shop.state("pick_task", line.id)


def _barcode(shop: Shop, place: str) -> str:
    return str(shop.world.one("SELECT barcode FROM location WHERE code = :c", c=place))


@pytest.mark.parametrize("enter", ["Ctrl+Return", "Ctrl+Enter"])
def test_ticked_shipments_become_one_list(shop: Shop, desk_of: MakeDesk, enter: str) -> None:
    """Also by Enter of the numeric keypad."""
    orders = [shop.order({"MUG": 1}), shop.order({"TEA": 2}), shop.order({"POT": 1})]
    desk: Desk = desk_of(shop.world, Role.STOCK_KEEPER, screens=SCREENS)
    screen = desk.show(PickLists)
    assert len(screen.table.rows) == 3
    desk.press("Space", "Down", "Space", enter)
    states = [shop.state("shipment", one.shipment_id) for one in orders]
    assert sorted(states) == ["released", "released", "reserved"]
    (row,) = screen.table.rows
    assert (row.kind, row.shipments, row.lines) == ("list", 2, 2)
    desk.press("Ctrl+Z")
    assert {shop.state("shipment", one.shipment_id) for one in orders} == {"reserved"}


def test_the_list_stands_there_whatever_was_searched_for(shop: Shop, desk_of: MakeDesk) -> None:
    order = shop.order({"MUG": 1})
    name = shop.world.one(
        "SELECT c.name FROM customer AS c JOIN sales_order AS o ON o.customer_id = c.id WHERE o.id = :i",
        i=order.order_id,
    )
    desk: Desk = desk_of(shop.world, Role.STOCK_KEEPER, screens=SCREENS)
    screen = desk.show(PickLists)
    desk.press("Ctrl+F")
    desk.type(name)
    desk.press("Return", "Space", "Ctrl+Return")
    (row,) = screen.table.rows
    assert row.kind == "list"
    assert screen.current() == row


def test_what_is_held_or_lacks_goods_is_left_out_and_named(shop: Shop, desk_of: MakeDesk) -> None:
    held, lacking, good = shop.order({"MUG": 1}), shop.order({"POT": 20}), shop.order({"TEA": 1})
    hold_order(shop.owner, held.order_id, "credit-check")
    lot = shop.world.one("SELECT id FROM lot WHERE product_id = :p", p=shop.product["POT"])
    move_stock(shop.owner, shop.product["POT"], lot, shop.where("A-03"), shop.where("QUARANTINE"), 1)
    desk: Desk = desk_of(shop.world, Role.STOCK_KEEPER, screens=SCREENS)
    desk.show(PickLists)
    desk.press("Space", "Down", "Space", "Down", "Space", "Ctrl+Return")
    told = " ".join(desk.notices)
    for one in (held, lacking):
        assert shop.world.one("SELECT number FROM shipment WHERE id = :i", i=one.shipment_id) in told
    assert "POT" in told
    assert shop.state("shipment", good.shipment_id) == "released"


def test_a_list_is_printed_and_confirmed_as_printed(shop: Shop, desk_of: MakeDesk) -> None:
    released = shop.released({"MUG": 1, "TEA": 2})
    desk: Desk = desk_of(shop.world, Role.PICKER, screens=SCREENS)
    screen = desk.show(PickLists)
    screen.choose_tab("open")
    desk.wait()
    screen.view.setFocus()
    desk.press("Ctrl+P")
    assert shop.world.one("SELECT title FROM print_job") == released.number
    desk.press("Ctrl+L")
    assert shop.state("shipment", released.shipment_ids[0]) == "picked"
    assert screen.table.rows == []


def test_a_scanned_sheet_opens_its_list_and_enter_confirms_line_by_line(
    shop: Shop, desk_of: MakeDesk
) -> None:
    released = shop.released({"MUG": 1, "TEA": 2, "POT": 1})
    desk: Desk = desk_of(shop.world, Role.PICKER, screens=SCREENS)
    desk.show(PickLists)
    desk.scan(released.number)
    one = desk.work.current
    assert isinstance(one, OnePickList)
    lines = _lines(shop, released)
    assert [row.id for row in one.table.rows] == [line.id for line in lines]
    desk.press("Down", "Return")
    assert [_state(shop, line) for line in lines] == ["open", "done", "open"]
    # The walk goes on behind the line that was confirmed.
    row = one.current()
    assert row is not None
    assert row.id == lines[2].id
    desk.press("Return", "Return")
    assert shop.state("shipment", released.shipment_ids[0]) == "picked"
    desk.press("Escape")
    assert isinstance(desk.work.current, PickLists)


def test_the_barcode_of_a_line_confirms_it(shop: Shop, desk_of: MakeDesk) -> None:
    released = shop.released({"MUG": 1, "TEA": 2, "POT": 1})
    lines = _lines(shop, released)
    desk: Desk = desk_of(shop.world, Role.PICKER, screens=SCREENS)
    desk.show(PickLists)
    desk.scan(lines[2].number)
    assert isinstance(desk.work.current, OnePickList)
    assert [_state(shop, line) for line in lines] == ["open", "open", "done"]
    desk.scan(lines[0].number)
    assert [_state(shop, line) for line in lines] == ["done", "open", "done"]
    before = shop.world.tables("stock_move", "pick_task")
    desk.scan(lines[0].number)
    assert len(desk.notices) == 1
    assert shop.world.tables("stock_move", "pick_task") == before


def test_place_and_product_are_compared_with_the_line(shop: Shop, desk_of: MakeDesk) -> None:
    released = shop.released({"MUG": 1, "TEA": 2})
    mug, tea = _lines(shop, released)
    desk: Desk = desk_of(shop.world, Role.PICKER, screens=SCREENS)
    one = desk.show(OnePickList, released.wave_id)
    desk.scan(_barcode(shop, "B-02"))
    assert "B-02" in desk.notices[0]
    assert mug.place in desk.notices[0]
    desk.press("F8")
    desk.scan(_barcode(shop, mug.place), GTIN["MUG"])
    assert not desk.notices
    desk.scan(GTIN["JAR"])
    assert "JAR" in desk.notices[0]
    desk.press("F8")
    # Another place of the list makes its line the current one.
    desk.scan(_barcode(shop, tea.place), GTIN["TEA"])
    assert not desk.notices
    row = one.current()
    assert row is not None
    assert row.id == tea.id
    assert {_state(shop, line) for line in (mug, tea)} == {"open"}


def test_a_short_line_is_told_what_becomes_of_it(shop: Shop, desk_of: MakeDesk) -> None:
    released = shop.released({"JAR": 12, "MUG": 1})
    desk: Desk = desk_of(shop.world, Role.PICKER, screens=SCREENS)
    one = desk.show(OnePickList, released.wave_id)
    desk.press("Down", "F7")
    desk.type("12")
    desk.press("Return", "Return")
    assert one.short_form.found.refusal
    desk.press("Shift+Tab")
    desk.type("9")
    desk.press("Return", "Return")
    line = next(line for line in _lines(shop, released) if line.sku == "JAR")
    assert (line.state, line.picked, line.short) == ("short", 9, 3)
    assert "backorder" in desk.notices[0]
    assert line.place in desk.notices[0]


def test_a_pick_is_put_back_and_a_shipment_recalled(shop: Shop, desk_of: MakeDesk) -> None:
    released = shop.released({"MUG": 1, "TEA": 2})
    mug, tea = _lines(shop, released)
    desk: Desk = desk_of(shop.world, *FLOOR, screens=SCREENS)
    one = desk.show(OnePickList, released.wave_id)
    desk.press("Return")
    assert _state(shop, mug) == "done"
    one.choose_tab("all")
    desk.wait()
    one.view.select_key(mug.id)
    desk.press("F9")
    assert _state(shop, mug) == "open"
    assert shop.in_place("MUG", mug.place) == 10
    desk.press("Ctrl+D")
    assert shop.state("shipment", released.shipment_ids[0]) == "reserved"
    assert _state(shop, tea) == "cancelled"
    assert one.table.rows == []


def test_who_may_not_pick_confirms_nothing(shop: Shop, desk_of: MakeDesk) -> None:
    released = shop.released({"MUG": 1})
    (line,) = _lines(shop, released)
    desk: Desk = desk_of(shop.world, Role.PACKER, screens=SCREENS)
    desk.show(OnePickList, released.wave_id)
    desk.press("Return")
    assert _state(shop, line) == "open"
    desk.scan(line.number)
    assert _state(shop, line) == "open"
    assert "not" in desk.notices[0].lower()
