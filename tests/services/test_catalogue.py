"""Products with barcodes that mean one thing, lots with one expiry date, tax rates."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.database import Transaction
from app.domain.permissions import Permission, Role
from app.errors import BadInput, Conflict, NotFound
from app.services.catalogue import (
    BarcodeTaken,
    LotDateDiffers,
    NewProduct,
    add_barcode,
    add_product,
    lot_of,
    remove_barcode,
    set_status,
    set_tax_rate,
)
from app.services.context import use_case
from tests.rig.databases import World


@use_case(Permission.STOCK_RECEIVE)
def find_lot(tx: Transaction, product_id: int, code: str, expires_on: date | None = None) -> int:
    return lot_of(tx, product_id, code, expires_on)


def test_product_has_barcodes_and_a_default_lot(world: World) -> None:
    ctx = world.ctx(Role.SUPERVISOR)
    made = add_product(
        ctx,
        NewProduct("MUG", "Grand mug crème", Decimal("4.125"), barcodes=(("4006381333931", 1), ("MUG-6", 6))),
    )
    row = world.rows("SELECT search_text, unit_price FROM product WHERE id = :id", id=made)[0]
    assert "creme" in row.search_text
    assert "4006381333931" in row.search_text
    assert row.unit_price == 4_125_000
    codes = world.rows("SELECT code, pack_qty, kind FROM product_barcode ORDER BY code")
    assert [tuple(code) for code in codes] == [("4006381333931", 1, "gtin"), ("MUG-6", 6, "own")]
    assert world.one("SELECT code FROM lot WHERE product_id = :id", id=made) == ""


def test_barcode_means_one_product_however_the_gtin_is_written(world: World) -> None:
    ctx = world.ctx(Role.SUPERVISOR)
    mug = add_product(ctx, NewProduct("MUG", "Mug", barcodes=(("4006381333931", 1),)))
    before = world.tables("product", "product_barcode", "lot")
    with pytest.raises(BarcodeTaken) as caught:
        add_product(ctx, NewProduct("CUP", "Cup", barcodes=(("04006381333931", 1),)))
    assert caught.value.facts["sku"] == "MUG"
    with pytest.raises(BadInput):
        add_barcode(ctx, mug, "X", 0)
    with pytest.raises(NotFound):
        add_barcode(ctx, 999, "X")
    with pytest.raises(Conflict):
        add_product(ctx, NewProduct("MUG", "Mug again"))
    assert world.tables("product", "product_barcode", "lot") == before
    code = add_barcode(ctx, mug, "X", 12)
    assert remove_barcode(ctx, code) == mug
    assert world.tables("product_barcode") == {"product_barcode": before["product_barcode"]}


@pytest.mark.parametrize(
    "product",
    [
        NewProduct("", "No SKU"),
        NewProduct("A", " "),
        NewProduct("A", "A", unit_price=Decimal("-1")),
        NewProduct("A", "A", unit_price=Decimal("0.0000001")),
        NewProduct("A", "A", currency="XXY"),
        NewProduct("A", "A", weight_g=-1),
        NewProduct("A", "A", status="gone"),
    ],
)
def test_product_that_cannot_be_is_refused(sqlite_world: World, product: NewProduct) -> None:
    with pytest.raises(BadInput):
        add_product(sqlite_world.owner, product)
    assert sqlite_world.one("SELECT count(*) FROM product") == 0


def test_status_tells_what_it_was(world: World) -> None:
    ctx = world.ctx(Role.SUPERVISOR)
    mug = add_product(ctx, NewProduct("MUG", "Mug"))
    assert set_status(ctx, mug, "blocked") == "active"
    assert world.one("SELECT status FROM product") == "blocked"
    with pytest.raises(BadInput):
        set_status(ctx, mug, "lost")
    assert world.one("SELECT status FROM product") == "blocked"


def test_lot_is_made_once_and_has_one_date(world: World) -> None:
    mug = add_product(world.owner, NewProduct("MUG", "Mug"))
    ctx = world.ctx(Role.STOCK_KEEPER)
    default = find_lot(ctx, mug, "")
    made = find_lot(ctx, mug, "L1")
    assert made != default
    assert find_lot(ctx, mug, " L1 ", date(2027, 1, 31)) == made
    assert str(world.one("SELECT expires_on FROM lot WHERE id = :id", id=made)) == "2027-01-31"
    before = world.tables("lot")
    with pytest.raises(LotDateDiffers):
        find_lot(ctx, mug, "L1", date(2027, 2, 28))
    with pytest.raises(BadInput):
        find_lot(ctx, mug, "", date(2027, 2, 28))
    assert world.tables("lot") == before


def test_tax_rate_is_a_fraction(world: World) -> None:
    ctx = world.ctx(Role.SUPERVISOR)
    set_tax_rate(ctx, "fr", "standard", Decimal("0.2"), date(2014, 1, 1))
    assert tuple(world.rows("SELECT country, rate FROM tax_rate")[0]) == ("FR", 200_000)
    with pytest.raises(BadInput):
        set_tax_rate(ctx, "FR", "reduced", Decimal(20), date(2014, 1, 1))
    with pytest.raises(Conflict):
        set_tax_rate(ctx, "FR", "standard", Decimal("0.2"), date(2014, 1, 1))
    assert world.one("SELECT count(*) FROM tax_rate") == 1
