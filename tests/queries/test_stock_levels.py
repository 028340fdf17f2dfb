"""Stock levels, stock cards and what lies in a place say what the services did."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.permissions import Role
from app.queries import places, stock, stock_card
from app.queries.pages import Ask
from app.services.adjusting import adjust
from app.services.catalogue import add_barcode, set_status
from app.services.goods_in import NewPurchaseLine, add_purchase_order
from app.services.parties import add_supplier
from app.services.stock import ReceiptLine, move_stock, receive, undo_moves
from tests.rig.databases import World
from tests.rig.goods import make_depot
from tests.rig.shop import TEA_LOT, Shop


def test_levels_say_what_is_there_promised_and_to_come(world: World) -> None:
    shop = Shop(world)
    shop.order({"MUG": 4})
    supplier = add_supplier(shop.owner, "S1", "Poterie du Nord")
    mug = shop.product["MUG"]
    order = add_purchase_order(shop.owner, shop.warehouse, supplier, (NewPurchaseLine(mug, 24),))
    receive(shop.owner, shop.warehouse, (ReceiptLine(mug, 6, purchase_line_id=order.line_ids[0]),))
    with world.ctx(Role.PICKER).reading() as connection:
        rows = stock.levels(connection, Ask(), shop.warehouse).rows
        assert [row.sku for row in rows] == ["JAR", "MUG", "POT", "TEA"]
        row = rows[1]
        # The six at the dock are on hand, but nothing is sold from there.
        assert (row.on_hand, row.sellable, row.reserved, row.available, row.incoming) == (56, 50, 4, 46, 18)
        (due,) = stock.incoming(connection, mug, shop.warehouse)
        assert (due.number, due.supplier, due.missing) == (order.number, "Poterie du Nord", 18)
        (holder,) = stock.holders(connection, mug, shop.warehouse)
        assert (holder.state, holder.reserved, holder.allocated, holder.picked) == ("reserved", 4, 0, 0)
        assert holder.order_number.startswith("SO-")
        assert stock.level_of(connection, mug, shop.warehouse) == row
        assert stock.level_of(connection, 999, shop.warehouse) is None


@pytest.mark.parametrize("sort", ["", "name", "sku", "available"])
@pytest.mark.parametrize("descending", [False, True])
def test_pages_of_levels_meet_without_gap(world: World, sort: str, descending: bool) -> None:
    shop = Shop(world)
    seen: list[tuple[str, int]] = []
    ask = Ask(size=1, sort=sort, descending=descending)
    with world.owner.reading() as connection:
        while True:
            page = stock.levels(connection, ask, shop.warehouse)
            seen += [(row.sku, row.available) for row in page.rows]
            if page.after is None:
                break
            ask = Ask(page.after, 1, sort, descending)
    assert sorted(seen) == [("JAR", 12), ("MUG", 50), ("POT", 20), ("TEA", 30)]
    keys = [available if sort == "available" else sku for sku, available in seen]
    assert keys == sorted(keys, reverse=descending)


def test_levels_are_filtered_and_found(world: World) -> None:
    shop = Shop(world)
    shop.add_product("BOWL", reorder_point=5)
    shop.add_product("OLD")
    set_status(shop.owner, shop.product["OLD"], "blocked")
    add_barcode(shop.owner, shop.product["POT"], "LATER-1")
    shop.order({"POT": 20})
    # Free pieces that are promised to nobody's bin may be carried to a place that is not for sale: a shortage.
    lot = world.one("SELECT id FROM lot WHERE product_id = :p", p=shop.product["POT"])
    move_stock(shop.owner, shop.product["POT"], lot, shop.where("A-03"), shop.where("QUARANTINE"), 3)

    def skus(text: str = "", **filters: str) -> list[str]:
        ask = Ask(text=text, filters=filters)
        with world.owner.reading() as connection:
            rows = stock.levels(connection, ask, shop.warehouse).rows
            assert stock.count_levels(connection, ask, shop.warehouse) == len(rows)
        return [row.sku for row in rows]

    assert skus(stock="short") == ["POT"]
    assert skus(stock="reorder") == ["BOWL"]
    assert skus(stock="out") == ["BOWL"]
    assert skus("pot shop") == ["POT"]
    assert skus("4006381333931") == ["MUG"]
    assert skus("LATER-1") == ["POT"]
    assert skus("pot", stock="out") == []
    assert len(skus()) == 6


def test_places_tell_what_lies_there(world: World) -> None:
    shop = Shop(world)
    with world.ctx(Role.STOCK_KEEPER).reading() as connection:
        assert places.home(connection, "NO-SUCH-DESK") == shop.warehouse
        found = places.find_place(connection, shop.warehouse, " a-02 ")
        assert found is not None
        assert found == places.place(connection, shop.where("A-02"))
        assert places.find_place(connection, shop.warehouse, found.barcode) == found
        assert places.find_place(connection, shop.warehouse, "Z-99") is None
        (tea,) = places.lying_in(connection, found.id)
        assert (tea.sku, tea.lot, tea.on_hand, tea.allocated) == ("TEA", TEA_LOT, 30, 0)
        proposed = places.proposed_place(connection, shop.product["MUG"], shop.warehouse)
        assert proposed is not None
        assert proposed.code == "B-01"
        assert places.place(connection, 999_999) is None


def test_goods_without_a_place_are_proposed_an_empty_shelf(world: World) -> None:
    shop = Shop(world)
    new = shop.add_product("BOWL")
    with world.owner.reading() as connection:
        proposed = places.proposed_place(connection, new, shop.warehouse)
    assert proposed is not None
    assert proposed.code == "B-03"


def test_serials_in_a_place(world: World) -> None:
    depot = make_depot(world)
    line = ReceiptLine(depot.numbered, 2, location_id=depot.bin_a, serials=("S2", "S1"))
    receive(world.owner, depot.warehouse, (line,))
    with world.owner.reading() as connection:
        lot = depot.lot(depot.numbered)
        assert places.serials_in(connection, depot.numbered, lot, depot.bin_a) == ("S1", "S2")
        assert places.serials_in(connection, depot.numbered, lot, depot.bin_b) == ()


def test_the_card_tells_every_move_newest_first(world: World) -> None:
    shop = Shop(world)
    mug = shop.product["MUG"]
    lot = world.one("SELECT id FROM lot WHERE product_id = :p", p=mug)
    moved = move_stock(shop.owner, mug, lot, shop.where("B-01"), shop.where("B-03"), 5)
    undo_moves(shop.owner, moved.move_ids)
    adjust(shop.owner, mug, lot, shop.where("B-01"), -2, "lost")
    order = shop.order({"MUG": 3}, promised_on=date(2030, 1, 1))
    ask = Ask(descending=True)
    with world.ctx(Role.PICKER).reading() as connection:
        rows = stock_card.card(connection, ask, mug).rows
        assert stock_card.count_card(connection, ask, mug) == len(rows)
        goods = stock_card.card(connection, Ask(descending=True, filters={"moves": "goods"}), mug).rows
        about = stock_card.subject(connection, mug)
        lost = stock_card.card(connection, Ask(filters={"moves": "adjust"}), mug).rows
    assert about is not None
    assert about.sku == "MUG"
    assert [row.kind for row in rows] == ["reserve", "adjust", "move", "move", "receive", "receive"]
    promise = rows[0]
    number = world.one("SELECT number FROM shipment WHERE id = :i", i=order.shipment_id)
    assert (promise.document, promise.document_id, promise.number) == ("shipment", order.shipment_id, number)
    assert (promise.sign, promise.source, promise.target) == (0, "", "")
    loss = rows[1]
    assert (loss.sign, loss.qty, loss.source, loss.reason, loss.reason_en) == (-1, 2, "B-01", "lost", "Lost")
    back, there = rows[2], rows[3]
    assert (back.source, back.target, back.reverses, back.undone) == ("B-03", "B-01", True, False)
    assert (there.source, there.target, there.reverses, there.undone) == ("B-01", "B-03", False, True)
    assert there.sign == 0
    assert rows[4].sign == 1
    assert {row.actor for row in rows} == {shop.owner.actor if world.engine == "sqlite" else rows[0].actor}
    assert [row.kind for row in goods] == ["adjust", "move", "move", "receive", "receive"]
    assert [row.id for row in lost] == [loss.id]


def test_pages_of_the_card_meet_without_gap(world: World) -> None:
    shop = Shop(world)
    mug = shop.product["MUG"]
    for _ in range(3):
        shop.bring("MUG", 1)
    seen: list[int] = []
    ask = Ask(size=2, descending=True)
    with world.owner.reading() as connection:
        while True:
            page = stock_card.card(connection, ask, mug)
            seen += [row.id for row in page.rows]
            if page.after is None:
                break
            ask = Ask(page.after, 2, descending=True)
        whole = [row.id for row in stock_card.card(connection, Ask(descending=True), mug).rows]
    assert seen == whole
    assert len(seen) == 5
