"""Boxes are added and changed by those who may; a barcode stands for one thing only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from app.domain.permissions import Role
from app.errors import AppError, BadInput, Conflict, NotAllowed, NotFound
from app.services.cartons import BarcodeTaken, CartonFields, add_carton, edit_carton
from app.services.catalogue import BarcodeTaken as CodeTaken
from app.services.catalogue import add_barcode
from app.services.resolver import resolve
from app.services.signs import print_carton_labels
from tests.documents.readers import decode
from tests.rig.databases import World
from tests.rig.shop import GTIN, Shop

MIDDLE = CartonFields("Middle box", 400, 300, 200, 408, 308, 212, 300, 20_000)


def refuses(world: World, error: type[AppError], work: Callable[[], Any], field: str = "") -> None:
    """It is refused, names its field, and changes nothing."""
    before = world.tables("carton", "product_barcode", "audit_entry")
    with pytest.raises(error) as caught:
        work()
    assert world.tables("carton", "product_barcode", "audit_entry") == before
    if field:
        assert caught.value.facts["field"] == field


def test_a_box_is_added_once_and_changed(world: World) -> None:
    ctx = world.ctx(Role.SUPERVISOR)
    made = add_carton(ctx.once("box-m"), "M", MIDDLE)
    assert add_carton(ctx.once("box-m"), "M", MIDDLE) == made
    row = world.rows("SELECT * FROM carton")[0]
    assert (row.code, row.barcode, row.inner_length_mm, row.outer_height_mm) == ("M", "BOX-M", 400, 212)
    assert (row.tare_g, row.max_weight_g, row.warehouse_id, row.active) == (300, 20_000, None, True)
    assert edit_carton(ctx, made, replace(MIDDLE, name="Other", active=False), 1) == 2
    row = world.rows("SELECT * FROM carton")[0]
    assert (row.name, row.active, row.barcode, row.version) == ("Other", False, "BOX-M", 2)
    assert world.one("SELECT count(*) FROM audit_entry WHERE table_name = 'carton'") == 2
    refuses(world, Conflict, lambda: edit_carton(ctx, made, MIDDLE, 1))
    refuses(world, NotFound, lambda: edit_carton(ctx, 999, MIDDLE, 1))
    refuses(world, Conflict, lambda: add_carton(ctx, "M", MIDDLE), "code")
    refuses(world, NotAllowed, lambda: add_carton(world.ctx(Role.PACKER), "N", MIDDLE))
    refuses(world, NotAllowed, lambda: edit_carton(world.ctx(Role.STOCK_KEEPER), made, MIDDLE, 2))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": " "}, "name"),
        ({"kind": "bucket"}, "kind"),
        ({"inner_length_mm": 0}, "inner_length_mm"),
        ({"inner_width_mm": -5}, "inner_width_mm"),
        ({"outer_height_mm": 199}, "outer_height_mm"),
        ({"inner_height_mm": 20_000, "outer_height_mm": 20_001}, "inner_height_mm"),
        ({"outer_length_mm": 10_001}, "outer_length_mm"),
        ({"tare_g": -1}, "tare_g"),
        ({"max_weight_g": 2_000_001}, "max_weight_g"),
        ({"barcode": "CMD-UNDO"}, "barcode"),
        ({"barcode": "LOC-LIL-A-01"}, "barcode"),
        ({"barcode": "00340123450000000017"}, "barcode"),
        ({"barcode": "a\nb"}, "barcode"),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(
    sqlite_world: World, wrong: dict[str, Any], field: str
) -> None:
    ctx = sqlite_world.ctx(Role.SUPERVISOR)
    refuses(sqlite_world, BadInput, lambda: add_carton(ctx, "M", replace(MIDDLE, **wrong)), field)
    made = add_carton(ctx, "M", MIDDLE)
    refuses(sqlite_world, BadInput, lambda: edit_carton(ctx, made, replace(MIDDLE, **wrong), 1), field)


def test_a_barcode_stands_for_one_thing(world: World) -> None:
    shop = Shop(world, stock=False)
    ctx = world.ctx(Role.SUPERVISOR)
    made = add_carton(ctx, "M", replace(MIDDLE, barcode="4012345678901", warehouse_id=shop.warehouse))
    other = add_carton(ctx, "box m", replace(MIDDLE, barcode="box-large"))
    with world.ctx(Role.PACKER).reading() as connection:
        for code, box, label in (
            ("4012345678901", made, "M"),
            ("BOX-LARGE", other, "box m"),
            ("box-large", other, "box m"),
        ):
            found = resolve(connection, code)
            assert (found.kind, found.id, found.label, found.pack_qty) == ("carton", box, label, 1)
    for barcode in (GTIN["MUG"], f"0{GTIN['MUG']}", "MUG", "4012345678901", "BOX-large"):
        wrong = replace(MIDDLE, barcode=barcode)
        refuses(world, BarcodeTaken, lambda wrong=wrong: add_carton(ctx, "N", wrong), "barcode")  # type: ignore[misc]  # bound now
    refuses(world, BarcodeTaken, lambda: edit_carton(ctx, other, replace(MIDDLE, barcode=GTIN["TEA"]), 1))
    refuses(world, CodeTaken, lambda: add_barcode(ctx, shop.product["TEA"], "4012345678901"))
    refuses(world, NotFound, lambda: add_carton(ctx, "N", replace(MIDDLE, warehouse_id=999)))
    assert edit_carton(ctx, made, replace(MIDDLE, barcode="4012345678901"), 1) == 2
    assert edit_carton(ctx, made, MIDDLE, 2) == 3
    with ctx.reading() as connection:
        assert resolve(connection, "4012345678901").kind == "unknown"
        assert resolve(connection, "BOX-M").id == made


def test_the_barcodes_of_boxes_are_printed(world: World) -> None:
    Shop(world, stock=False)
    supervisor, packer = world.ctx(Role.SUPERVISOR), world.ctx(Role.PACKER)
    ids = tuple(add_carton(supervisor, code, MIDDLE) for code in ("M", "XL"))
    stored = print_carton_labels(packer, ids)
    row = world.rows("SELECT b.bytes, p.title FROM print_job AS p JOIN blob AS b ON b.sha256 = p.blob_sha")[0]
    assert row.title == "M - XL"
    assert {code.text for code in decode(bytes(row.bytes), 203)} == {"BOX-M", "BOX-XL"}
    assert stored.print_job_id
    before = world.tables("print_job", "blob")
    for wrong, error in (((), BadInput), ((ids[0], 999), NotFound), ((ids[0],) * 1401, BadInput)):
        with pytest.raises(error):
            print_carton_labels(packer, wrong)
    assert world.tables("print_job", "blob") == before
