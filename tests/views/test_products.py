"""The catalogue on the screen: found, added, changed, and barcodes attached by scan."""

from __future__ import annotations

from decimal import Decimal

from app.domain.permissions import Role
from app.services.catalogue import NewProduct, add_product
from app.services.catalogue_changes import edit_product
from app.views.products import Products
from tests.rig.databases import World
from tests.rig.screens import MakeDesk
from tests.rig.shop import GTIN, Shop

NEW_CODE = "4005808220274"
WATCHED = ("product", "product_barcode")


def test_a_product_is_added_by_keyboard(world: World, desk_of: MakeDesk) -> None:
    Shop(world)
    desk = desk_of(world, Role.SUPERVISOR, screens=(Products,))
    screen = desk.show(Products)
    desk.press("Ctrl+N")
    desk.type("JUG")
    desk.press("Return")
    desk.type("Jug, 1 l")
    desk.press("Return", "Return", "Return")
    desk.type("12,5")
    desk.press("Ctrl+S")
    row = world.rows("SELECT sku, name, unit_price, unit FROM product WHERE sku = 'JUG'")[0]
    assert (row.name, row.unit) == ("Jug, 1 l", "piece")
    assert desk.notices == ()
    current = screen.current()
    assert current is not None
    assert (current.sku, current.unit_price) == ("JUG", Decimal("12.5"))


def test_the_unit_that_is_nobodys_own_word_follows_the_language(world: World, desk_of: MakeDesk) -> None:
    Shop(world)
    add_product(world.owner, NewProduct("JUG", "Jug", unit="open", weight_g=1))
    desk = desk_of(world, Role.SUPERVISOR, screens=(Products,))
    screen = desk.show(Products)
    desk.speak("fr")
    shown = next(one for one in screen.columns if one.key == "unit")
    rows = {row.sku: shown.value(row) for row in screen.table.rows}
    assert (rows["MUG"], rows["JUG"]) == ("pièce", "open"), "what a company calls its things stays"


def test_what_cannot_be_is_said_beside_its_field_and_nothing_is_lost(world: World, desk_of: MakeDesk) -> None:
    Shop(world)
    before = world.tables(*WATCHED)
    desk = desk_of(world, Role.SUPERVISOR, screens=(Products,))
    screen = desk.show(Products)
    desk.press("Ctrl+N")
    desk.type("BAD")
    desk.press("Ctrl+S")
    assert screen.form.form._rows["name"].refusal
    desk.type("Name")
    screen.form.form._widgets["weight_g"].setText("-4")
    desk.press("Ctrl+S")
    assert screen.form.form._rows["weight_g"].refusal
    assert screen.form.form._widgets["sku"].text() == "BAD"
    assert world.tables(*WATCHED) == before


def test_two_desks_change_the_same_product(world: World, desk_of: MakeDesk) -> None:
    shop = Shop(world)
    desk = desk_of(world, Role.SUPERVISOR, screens=(Products,))
    screen = desk.show(Products, shop.product["MUG"])
    assert screen.form.form._widgets["name"].text()
    edit_product(world.owner, shop.product["MUG"], NewProduct("MUG", "Mug, red", weight_g=100), 1)
    screen.form.form._widgets["name"].setText("Mug, green")
    desk.press("Ctrl+S")
    assert any("MUG" in notice for notice in desk.notices)
    assert world.one("SELECT name FROM product WHERE sku = 'MUG'") == "Mug, red"


def test_an_unknown_code_is_attached_to_a_product(world: World, desk_of: MakeDesk) -> None:
    shop = Shop(world)
    desk = desk_of(world, Role.SUPERVISOR, screens=(Products,))
    screen = desk.show(Products)
    desk.scan(GTIN["TEA"])
    current = screen.current()
    assert current is not None
    assert current.sku == "TEA"
    desk.scan(NEW_CODE)
    assert screen.form.code.text() == NEW_CODE
    desk.type("6")
    desk.press("Return")
    rows = world.rows("SELECT product_id, pack_qty FROM product_barcode WHERE code = :c", c=NEW_CODE)
    assert [(row.product_id, row.pack_qty) for row in rows] == [(shop.product["TEA"], 6)]
    code_id = world.one("SELECT id FROM product_barcode WHERE code = :c", c=NEW_CODE)
    screen.remove_code(code_id, NEW_CODE, 6)
    desk.wait()
    assert world.one("SELECT count(*) FROM product_barcode WHERE code = :c", c=NEW_CODE) == 0
    screen.view.setFocus()
    desk.press("Ctrl+Z")
    assert world.one("SELECT pack_qty FROM product_barcode WHERE code = :c", c=NEW_CODE) == 6


def test_a_taken_code_is_refused_beside_the_field(world: World, desk_of: MakeDesk) -> None:
    shop = Shop(world)
    desk = desk_of(world, Role.SUPERVISOR, screens=(Products,))
    screen = desk.show(Products, shop.product["MUG"])
    before = world.tables(*WATCHED)
    screen.form.code.setText(GTIN["TEA"])
    screen.form.code.setFocus()
    desk.press("Return")
    assert "TEA" in screen.form.wrong.text()
    assert world.tables(*WATCHED) == before


def test_searching_by_words_in_any_order(world: World, desk_of: MakeDesk) -> None:
    shop = Shop(world)
    shop.add_product("HON-1", barcodes=())
    edit_product(world.owner, shop.product["HON-1"], NewProduct("HON-1", "Crème de miel, lavande"), 1)
    desk = desk_of(world, Role.SUPERVISOR, screens=(Products,))
    screen = desk.show(Products)
    desk.press("Ctrl+F")
    desk.type("lavande CREME")
    desk.press("Return")
    assert [row.sku for row in screen.table.rows] == ["HON-1"]
    desk.press("Ctrl+F")
    desk.type(GTIN["POT"])
    desk.press("Return")
    assert [row.sku for row in screen.table.rows] == ["POT"]


def test_without_the_right_nothing_is_changed(world: World, desk_of: MakeDesk) -> None:
    shop = Shop(world)
    desk = desk_of(world, Role.PICKER, screens=(Products,))
    screen = desk.show(Products, shop.product["MUG"])
    before = world.tables(*WATCHED)
    desk.press("Ctrl+N", "Ctrl+S")
    assert not screen.form.save.isEnabled()
    assert world.tables(*WATCHED) == before
