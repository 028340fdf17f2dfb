"""Changing a confirmed order before it leaves: fewer, more, another line, elsewhere; goods asked back and put back."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.permissions import Role
from app.errors import AppError, BadInput, Conflict, NotAllowed, Refused
from app.services.changes import (
    add_order_line,
    raise_line,
    reduce_line,
    withdraw_put_back,
)
from app.services.check import check
from app.services.delivery_changes import Delivery, change_delivery, promise_again
from app.services.order_changes import restore_line, revive_order
from app.services.orders import NewLine
from app.services.parcels import pack_all
from app.services.picking import pick_task, pick_wave, undo_pick
from app.services.put_backs import put_back
from app.services.release import release_shipments
from app.services.shipping import ship_shipment
from tests.rig.databases import World
from tests.rig.shop import ADDRESS, Shop

REASON = "customer-cancelled"


def sound(world: World) -> None:
    """The books agree with the ledger."""
    with world.database().reading() as connection:
        assert check(connection) == []


class Case:
    """An order of mugs and tea, released to picking."""

    def __init__(self, world: World, mugs: int = 4) -> None:
        self.shop = Shop(world)
        self.placed = self.shop.order({"MUG": mugs, "TEA": 2})
        self.order = self.placed.order_id
        self.mugs, self.tea = (
            row.id
            for row in world.rows(
                "SELECT id FROM order_line WHERE order_id = :o ORDER BY position", o=self.order
            )
        )
        self.desk = world.ctx(Role.CUSTOMER_SERVICE)
        self.picker = world.ctx(Role.PICKER)
        self.world = world

    def release(self) -> int:
        return release_shipments(self.world.owner, (self.placed.shipment_id,)).wave_id

    def task_of(self, sku: str) -> Any:
        return self.world.rows(
            "SELECT t.* FROM pick_task AS t JOIN product AS p ON p.id = t.product_id WHERE p.sku = :s ORDER BY t.id DESC",
            s=sku,
        )[0]


def test_pieces_in_their_bins_are_let_go_at_once(world: World) -> None:
    case = Case(world)
    assert case.shop.stock("MUG").reserved == 4
    case.release()
    done = reduce_line(case.desk, case.mugs, 1, REASON)
    assert (done.freed, done.asked) == (3, 0)
    assert case.shop.stock("MUG").reserved == 1
    assert case.shop.stock("MUG").allocated == 0  # the list was called back; it is released again
    sound(world)
    restore_line(case.desk, case.mugs, 4)
    sound(world)


def test_picked_goods_are_asked_back_and_put_back(world: World) -> None:
    case = Case(world)
    pick_wave(case.picker, case.release())
    before = case.shop.stock("MUG")
    done = reduce_line(case.desk, case.mugs, 1, REASON)
    assert (done.freed, done.asked, done.order_state) == (0, 3, "confirmed")
    assert case.shop.stock("MUG") == before
    sound(world)
    with pytest.raises(AppError) as refused:
        pack_all(world.ctx(Role.PACKER), case.placed.shipment_id)
    assert refused.value.facts.get("rule") == "order.asked_back" or refused.value.code == "order.asked_back"
    with pytest.raises(NotAllowed):
        put_back(case.desk, done.put_back_ids[0])
    back = put_back(case.picker, done.put_back_ids[0])
    assert (back.walked, back.shipment_state) == (3, "picked")
    assert case.shop.stock("MUG").sellable == 50 - 1
    assert case.shop.in_place("MUG", "PACKING") == 1
    sound(world)
    with pytest.raises(Conflict):
        put_back(case.picker, done.put_back_ids[0])
    with pytest.raises(Conflict):
        withdraw_put_back(case.desk, done.put_back_ids[0])
    undo_pick(case.picker, case.task_of("MUG").id)  # what is left can still be taken back as ever
    sound(world)


def test_a_request_is_taken_back_while_the_goods_are_under_way(world: World) -> None:
    case = Case(world)
    total = world.one("SELECT total FROM sales_order WHERE id = :o", o=case.order)
    wave = case.release()
    pick_task(case.picker, case.task_of("MUG").id, 2)
    done = reduce_line(case.desk, case.mugs, 0, REASON)
    assert done.asked == 4
    with pytest.raises(Conflict):
        raise_line(case.desk, case.mugs, 5)
    assert withdraw_put_back(case.desk, done.put_back_ids[0]) == total
    sound(world)
    with pytest.raises(Conflict):
        put_back(case.picker, done.put_back_ids[0])
    pick_wave(case.picker, wave)
    pack_all(world.owner, case.placed.shipment_id)
    sound(world)


def test_half_picked_lines_come_back_and_the_rest_goes_on(world: World) -> None:
    case = Case(world)
    wave = case.release()
    pick_task(case.picker, case.task_of("MUG").id, 3)
    done = reduce_line(case.desk, case.mugs, 2, REASON)
    back = put_back(case.picker, done.put_back_ids[0])
    assert (back.walked, back.left) == (1, 1)
    sound(world)
    assert tuple(case.task_of("MUG"))[case.task_of("MUG")._fields.index("qty")] == 2
    pick_wave(case.picker, wave)
    pack_all(world.owner, case.placed.shipment_id)
    sound(world)


def test_a_whole_order_comes_back_and_is_cancelled_then_revived(world: World) -> None:
    case = Case(world)
    pick_wave(case.picker, case.release())
    first = reduce_line(case.desk, case.mugs, 0, REASON)
    second = reduce_line(case.desk, case.tea, 0, REASON)
    assert case.shop.state("sales_order", case.order) == "confirmed"
    assert put_back(case.picker, first.put_back_ids[0]).order_state == "confirmed"
    last = put_back(case.picker, second.put_back_ids[0])
    assert (last.shipment_state, last.order_state) == ("cancelled", "cancelled")
    assert case.shop.stock("MUG").sellable == 50
    assert case.shop.stock("TEA").reserved == 0
    sound(world)
    revive_order(case.desk, case.order)
    assert case.shop.state("sales_order", case.order) == "draft"


def test_a_line_is_raised_and_a_line_is_added(world: World) -> None:
    case = Case(world)
    raised = raise_line(case.desk, case.mugs, 6)
    assert raised.added is not None
    assert (raised.restored, raised.added.reserved, raised.added.shipment_id) == (
        0,
        True,
        case.placed.shipment_id,
    )
    assert case.shop.stock("MUG").reserved == 6
    sound(world)
    reduce_line(case.desk, raised.added.order_line_id, 0, REASON)
    reduce_line(case.desk, case.mugs, 3, REASON)
    again = raise_line(case.desk, case.mugs, 4)
    assert (again.restored, again.added) == (1, None)
    case2 = add_order_line(case.desk, case.order, NewLine(case.shop.product["POT"], 500))
    assert not case2.reserved
    assert case2.position == 4
    sound(world)
    before = world.tables("order_line", "shipment_line", "sales_order", "order_event")
    with pytest.raises(BadInput):
        raise_line(case.desk, case.mugs, 2)
    with pytest.raises(BadInput):
        reduce_line(case.desk, case.mugs, 9, REASON)
    with pytest.raises(BadInput):
        add_order_line(case.desk, case.order, NewLine(case.shop.product["POT"], 0))
    with pytest.raises(NotAllowed):
        add_order_line(case.picker, case.order, NewLine(case.shop.product["POT"], 1))
    assert world.tables("order_line", "shipment_line", "sales_order", "order_event") == before


def test_an_order_goes_elsewhere_on_another_day_and_back(world: World) -> None:
    case = Case(world)
    row = world.rows("SELECT * FROM sales_order WHERE id = :o", o=case.order)[0]
    wanted = Delivery(row.ship_address_id, None, None, date(2099, 1, 5))
    changed = change_delivery(case.desk, case.order, wanted, row.version, replace(ADDRESS, city="Lens"))
    cities = "SELECT a.city, s.promised_on FROM shipment AS s JOIN address AS a ON a.id = s.ship_address_id WHERE s.order_id = :o"
    assert [(one.city, str(one.promised_on)) for one in world.rows(cities, o=case.order)] == [
        ("Lens", "2099-01-05")
    ]
    with pytest.raises(Conflict):
        change_delivery(case.desk, case.order, wanted, row.version)
    with pytest.raises(BadInput):
        change_delivery(case.desk, case.order, replace(wanted, promised_on=date(2001, 1, 1)), changed.version)
    change_delivery(case.desk, case.order, changed.before, changed.version)
    again = promise_again(case.desk, case.order, date(2099, 2, 1))
    assert str(again.before.promised_on) == str(row.promised_on)
    promise_again(case.desk, case.order, again.before.promised_on)
    assert [one.city for one in world.rows(cities, o=case.order)] == ["Lille"]
    sound(world)


def test_what_left_is_not_asked_back(world: World) -> None:
    case = Case(world)
    pick_wave(case.picker, case.release())
    pack_all(world.owner, case.placed.shipment_id)
    done = reduce_line(case.desk, case.tea, 0, REASON)
    with pytest.raises(Conflict):
        put_back(case.picker, done.put_back_ids[0])  # packed: its parcels are opened first
    with pytest.raises(Refused):
        ship_shipment(world.owner, case.placed.shipment_id)
    withdraw_put_back(case.desk, done.put_back_ids[0])
    ship_shipment(world.owner, case.placed.shipment_id)
    with pytest.raises(AppError):
        reduce_line(case.desk, case.tea, 0, REASON)
    sound(world)


def test_a_change_races_a_pick(world: World) -> None:
    """Whichever is first: the pieces are let go, or picked and asked back; never lost, never promised twice."""
    case = Case(world)
    wave = case.release()
    said: list[object] = []

    def run(work: Any, *args: Any) -> None:
        try:
            said.append(work(*args))
        except AppError as error:
            said.append(error)

    threads = [
        threading.Thread(target=run, args=(pick_wave, case.picker, wave)),
        threading.Thread(target=run, args=(reduce_line, case.desk, case.mugs, 1, REASON)),
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(said) == 2
    sound(world)
    for row in world.rows("SELECT id FROM put_back WHERE state = 'open'"):
        put_back(case.picker, row.id)
    sound(world)
    held = world.one("SELECT qty - cancelled FROM order_line WHERE id = :l", l=case.mugs)
    promised = world.one(
        "SELECT sum(reserved + picked) FROM shipment_line WHERE order_line_id = :l", l=case.mugs
    )
    assert held == promised == 1
