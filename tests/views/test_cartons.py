"""Boxes on the screen: added, changed and labelled by keyboard; each refusal beside its field; a scan shows the box."""

from __future__ import annotations

from app.domain.permissions import Role
from app.services.cartons import CartonFields, add_carton
from app.views.cartons import Cartons
from app.views.products import Products
from tests.documents.readers import decode
from tests.rig.databases import World
from tests.rig.screens import MakeDesk
from tests.rig.shop import Shop

MIDDLE = CartonFields("Middle box", 400, 300, 200, 408, 308, 212, 300, 20_000)


def test_a_box_is_added_by_keyboard_and_its_label_printed(world: World, desk_of: MakeDesk) -> None:
    shop = Shop(world, stock=False)
    desk = desk_of(world, Role.SUPERVISOR, screens=(Cartons,))
    screen = desk.show(Cartons)
    desk.press("Ctrl+N")
    for text in ("M", "Middle box", "", "400", "300", "200", "408", "308", "199", "300", "20000"):
        desk.type(text)
        desk.press("Return")
    before = world.tables("carton")
    desk.press("Ctrl+S")
    assert "199" in screen.form.refusal("outer_height_mm")
    assert screen.form.widget("outer_height_mm").hasFocus()
    assert world.tables("carton") == before
    desk.press("Ctrl+A")
    desk.type("212")
    site = screen.form.widget("warehouse_id")
    site.setCurrentIndex(site.findData(shop.warehouse))
    desk.press("Ctrl+S")
    row = world.rows("SELECT * FROM carton")[0]
    assert (row.code, row.barcode, row.kind, row.warehouse_id) == ("M", "BOX-M", "carton", shop.warehouse)
    assert (row.inner_length_mm, row.outer_height_mm, row.tare_g, row.max_weight_g) == (400, 212, 300, 20_000)
    assert desk.notices == ()
    desk.press("Ctrl+P")
    pdf = bytes(world.one("SELECT b.bytes FROM print_job AS p JOIN blob AS b ON b.sha256 = p.blob_sha"))
    assert [code.text for code in decode(pdf, 203)] == ["BOX-M"]


def test_a_box_is_taken_out_of_use_and_found_by_its_barcode(world: World, desk_of: MakeDesk) -> None:
    Shop(world, stock=False)
    made = add_carton(world.owner, "M", MIDDLE)
    add_carton(world.owner, "L", MIDDLE)
    desk = desk_of(world, Role.SUPERVISOR, screens=(Cartons, Products))
    screen = desk.show(Cartons, made)
    screen.form.widget("active").setChecked(False)
    desk.press("Ctrl+S")
    assert not world.one("SELECT active FROM carton WHERE id = :id", id=made)
    current = screen.current()
    assert current is not None
    assert current.code == "L"
    desk.show(Products)
    desk.show(Cartons)
    desk.scan("BOX-M")
    current = screen.current()
    assert current is not None
    assert (current.code, current.active) == ("M", False)


def test_who_may_not_change_a_box_sees_it(world: World, desk_of: MakeDesk) -> None:
    made = add_carton(world.owner, "M", MIDDLE)
    desk = desk_of(world, Role.PACKER, screens=(Cartons,))
    screen = desk.show(Cartons, made)
    assert screen.form.widget("inner_length_mm").text() == "400"
    assert not screen.form.widget("name").isEnabled()
    assert not screen.can("record.save")


def test_a_product_stands_upright(world: World, desk_of: MakeDesk) -> None:
    shop = Shop(world, stock=False)
    desk = desk_of(world, Role.SUPERVISOR, screens=(Products,))
    screen = desk.show(Products, shop.product["POT"])
    screen.form.form.widget("upright").setChecked(True)
    screen.form.form.widget("height_mm").setText("270")
    desk.press("Ctrl+S")
    row = world.rows("SELECT upright, fragile, height_mm FROM product WHERE sku = 'POT'")[0]
    assert (row.upright, row.fragile, row.height_mm) == (True, False, 270)
