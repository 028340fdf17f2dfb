"""A shortage is settled by taking back the latest promises, on both engines, by a stock keeper."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.permissions import Role
from app.errors import Conflict, NotAllowed
from app.services.release import release_shipments
from app.services.shortages import settle_shortage
from app.services.stock import move_stock
from tests.rig.databases import World
from tests.rig.shop import Level, Shop

TABLES = ("stock_move", "stock_level", "shipment", "shipment_line", "order_event")


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)


def _carry_off(shop: Shop, qty: int) -> None:
    """Pots go out of sale while they are promised: what remains is too few."""
    lot = shop.world.one("SELECT id FROM lot WHERE product_id = :p", p=shop.product["POT"])
    places = shop.where("A-03"), shop.where("QUARANTINE")
    move_stock(shop.owner, shop.product["POT"], lot, *places, qty)


def test_the_latest_promise_waits_again(shop: Shop) -> None:
    soon = shop.order({"POT": 8, "MUG": 1}, promised_on=date(2030, 1, 1))
    late = shop.order({"POT": 7, "MUG": 1}, promised_on=date(2030, 1, 2))
    _carry_off(shop, 8)
    keeper = shop.world.ctx(Role.STOCK_KEEPER)
    done = settle_shortage(keeper, shop.product["POT"], shop.warehouse)
    assert [(one.shipment_id, one.qty) for one in done.shorted] == [(late.shipment_id, 3)]
    assert done.left == 0
    assert shop.stock("POT") == Level(12, 12, 20, 0)
    assert shop.state("shipment", late.shipment_id) == "planned"
    assert shop.state("shipment", soon.shipment_id) == "reserved"
    events = shop.world.rows("SELECT verb FROM order_event WHERE order_id = :o", o=late.order_id)
    assert "shorted" in {row.verb for row in events}


def test_claimed_goods_stay_claimed(shop: Shop) -> None:
    claimed = shop.order({"POT": 6})
    release_shipments(shop.owner, (claimed.shipment_id,))
    waiting = shop.order({"POT": 10})
    _carry_off(shop, 14)
    done = settle_shortage(shop.owner, shop.product["POT"], shop.warehouse)
    assert [(one.shipment_id, one.qty) for one in done.shorted] == [(waiting.shipment_id, 10)]
    assert shop.state("shipment", claimed.shipment_id) == "released"
    assert shop.stock("POT") == Level(6, 6, 20, 6)


def test_nothing_is_taken_back_where_nothing_lacks(shop: Shop) -> None:
    shop.order({"POT": 5})
    before = shop.world.tables(*TABLES)
    with pytest.raises(Conflict):
        settle_shortage(shop.owner, shop.product["POT"], shop.warehouse)
    with pytest.raises(NotAllowed):
        settle_shortage(shop.world.ctx(Role.PICKER), shop.product["POT"], shop.warehouse)
    assert shop.world.tables(*TABLES) == before
