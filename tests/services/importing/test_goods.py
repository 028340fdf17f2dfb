"""Products, customers and stock: made, changed, left alone, refused; other companies' files among them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.domain.permissions import Role
from app.errors import NotAllowed
from app.integrations.channels.profile import Profile
from app.services.catalogue import set_status
from app.services.importing.places import WhichWarehouse
from app.services.sites import add_location, add_warehouse
from tests.rig.databases import World
from tests.rig.shared_data import adventureworks_dir
from tests.rig.shop import TEA_EXPIRES, Shop
from tests.services.importing.samples import GOODS, WRITTEN, bring, findings, left_over, profile, told, write

PRODUCTS = "SKU,Name,Price\nA,Anvil,10.00\nB,Bolt,0.005\n"
BARCODES = GOODS.replace(
    'price = "Price"', 'price = "Price"\nbarcode = "Code"\ndiscontinued = "Gone"\nsupplier = "From"'
)


def products(world: World, folder: Path, text: str, used: Profile | None = None, **options: Any) -> Any:
    return bring(
        world.ctx(Role.SUPERVISOR), "products", used or profile(GOODS), write(folder, text), **options
    )


def stock(
    world: World, folder: Path, text: str, used: Profile | None = None, *roles: Role, **options: Any
) -> Any:
    path = write(folder, "SKU,Qty,Bin\n" + text, options.pop("name", "stock.csv"))
    return bring(
        world.ctx(*(roles or (Role.STOCK_KEEPER,))), "stock", used or profile(GOODS), path, **options
    )


def test_products_are_made_changed_and_left_alone(world: World, tmp_path: Path) -> None:
    result, bad = products(world, tmp_path, PRODUCTS)
    assert (result.created, result.changed, result.lines, bad) == (2, 0, 2, [])
    assert (result.orders, result.gross, result.returns) == (0, "0.00", 0)
    result, bad = products(world, tmp_path, PRODUCTS.replace("Anvil", "Big anvil") + "C,Clamp,3\n")
    assert (result.created, result.changed, result.unchanged, bad) == (1, 1, 1, [])
    rows = world.rows("SELECT sku, name, unit_price, search_text, version FROM product ORDER BY sku")
    assert [tuple(row)[:4] for row in rows] == [
        ("A", "Big anvil", 10_000_000, "a big anvil"),
        ("B", "Bolt", 5000, "b bolt"),
        ("C", "Clamp", 3_000_000, "c clamp"),
    ]
    assert [row.version for row in rows] == [2, 1, 1]
    assert world.one("SELECT count(*) FROM lot WHERE code = ''") == 3
    assert left_over(world) == []


def test_an_empty_cell_says_nothing(world: World, tmp_path: Path) -> None:
    products(world, tmp_path, PRODUCTS)
    result, _ = products(world, tmp_path, PRODUCTS.replace("10.00", ""))
    assert (result.changed, result.unchanged) == (0, 2)


def test_barcodes_suppliers_and_discontinued_products(world: World, tmp_path: Path) -> None:
    used = profile(BARCODES)
    head = "SKU,Name,Price,Code,Gone,From\n"
    result, bad = products(world, tmp_path, head + "A,Anvil,1,4006381333931,0,S1\nB,Bolt,1,,1,S1\n", used)
    assert (result.created, bad) == (2, [])
    assert [tuple(row) for row in world.rows("SELECT sku, status FROM product ORDER BY 1")] == [
        ("A", "active"),
        ("B", "discontinued"),
    ]
    assert world.one("SELECT count(*) FROM supplier WHERE code = 'S1'") == 1
    before = world.tables(*WRITTEN)
    result, bad = products(world, tmp_path, head + "A,Anvil,1,04006381333931,0,S1\nB,Bolt,1,,1,S1\n", used)
    assert (result.unchanged, bad) == (2, []), "the same GTIN with a zero in front"
    assert world.tables(*WRITTEN) == before
    result, bad = products(
        world, tmp_path, head + "B,Bolt,1,4006381333931,0,\nC,Clamp,1,77,0,\nD,Drill,1,77,0,\n", used
    )
    assert [row.reason for row in bad] == [
        "the barcode 4006381333931 belongs to A",
        "the barcode 77 belongs to C",
    ]
    assert told(bad) == [(2, "Code"), (4, "Code")]
    assert world.tables(*WRITTEN) == before
    result, bad = products(world, tmp_path, head + "B,Bolt,1,96385074,0,\n", used)
    assert result.changed == 1
    changed = world.rows("SELECT status, search_text FROM product WHERE sku = 'B'")[0]
    assert tuple(changed) == ("active", "b bolt 96385074")
    set_status(world.owner, world.one("SELECT id FROM product WHERE sku = 'B'"), "blocked")
    products(world, tmp_path, head + "B,Bolt,1,96385074,1,\n", used)
    assert world.one("SELECT status FROM product WHERE sku = 'B'") == "blocked"


@pytest.mark.parametrize(
    ("rule", "name", "refused"), [("reject", "Anvil", 2), ("first", "Anvil", 0), ("last", "Axe", 0)]
)
def test_a_sku_named_again(world: World, tmp_path: Path, rule: str, name: str, refused: int) -> None:
    used = profile(GOODS, ("[products.columns]", f'[products]\nrepeated = "{rule}"\n[products.columns]'))
    text = PRODUCTS + "A,Awl,1\nA,Axe,2\n"
    result, bad = products(world, tmp_path, text, used, skip_bad=True)
    assert (result.created, len(bad)) == (2, refused)
    assert all(row.reason == "'A' stands in in.csv line 2 already" for row in bad)
    assert world.one("SELECT name FROM product WHERE sku = 'A'") == name


def test_customers_are_made_changed_and_left_alone(world: World, tmp_path: Path) -> None:
    used, ctx = profile(GOODS), world.ctx(Role.CUSTOMER_SERVICE)
    text = "No,Name,Street,City,Country\n1,Ada,1 rue A,Lille,France\n2,Bo,2 Kungsgatan,Umeå,Sweden\n3,Cy,,,\n"
    result, bad = bring(ctx, "customers", used, write(tmp_path, text))
    assert (result.created, bad) == (3, [])
    before = world.tables(*WRITTEN)
    result, _ = bring(ctx, "customers", used, write(tmp_path, text))
    assert (result.lines, result.unchanged) == (0, 3)
    assert world.tables(*WRITTEN) == before
    result, _ = bring(ctx, "customers", used, write(tmp_path, text.replace("2 Kungsgatan", "9 Kungsgatan")))
    assert (result.changed, result.unchanged) == (1, 2)
    row = world.rows(
        "SELECT street_address, country_code, bill_address_id = ship_address_id AS same, version FROM customer c"
        " JOIN address a ON a.id = c.ship_address_id WHERE c.code = '2'"
    )[0]
    assert (row.street_address, row.country_code, bool(row.same), row.version) == (
        "9 Kungsgatan",
        "SE",
        True,
        2,
    )


def test_stock_is_received_once_whatever_the_file_is_called(world: World, tmp_path: Path) -> None:
    shop = Shop(world, stock=False)
    result, bad = stock(world, tmp_path, "MUG,5,A-02\nPOT,7,\nJAR,0,A-01\n")
    assert (result.lines, result.created, bad) == (3, 12, [])
    assert (shop.in_place("MUG", "A-02"), shop.in_place("POT", "A-01"), shop.stock("JAR").sellable) == (
        5,
        7,
        0,
    )
    moves = world.rows("SELECT kind, reason, qty FROM stock_move ORDER BY product_id")
    assert [tuple(row) for row in moves] == [("receive", "import", 5), ("receive", "import", 7)]
    before = world.tables(*WRITTEN)
    result, bad = stock(world, tmp_path, "MUG,5,A-02\nPOT,7,\nJAR,0,A-01\n", name="again.csv")
    assert (result.lines, result.unchanged, bad) == (0, 3, [])
    assert world.tables(*WRITTEN) == before
    result, _ = stock(world, tmp_path, "MUG,5,A-02\nPOT,7,\nJAR,1,A-01\n")
    assert result.created == 13, "another file is another delivery"
    assert findings(world) == []


def test_a_skipped_row_of_stock_comes_in_when_it_can(world: World, tmp_path: Path) -> None:
    shop = Shop(world, stock=False)
    text = "MUG,5,A-02\nLAMP,3,A-02\n"
    result, bad = stock(world, tmp_path, text, skip_bad=True)
    assert (result.created, [row.reason for row in bad]) == (5, ["there is no product 'LAMP'"])
    shop.add_product("LAMP")
    result, bad = stock(world, tmp_path, text)
    assert (result.created, result.unchanged, bad) == (3, 1, [])
    result, bad = stock(world, tmp_path, text)
    assert (result.created, result.unchanged, bad) == (0, 2, [])
    assert (shop.stock("MUG").on_hand, shop.stock("LAMP").on_hand) == (5, 3)


def test_rows_of_stock_that_cannot_be_received(world: World, tmp_path: Path) -> None:
    shop = Shop(world)
    shop.add_product("PHONE", serial_tracked=True)
    used = profile(
        GOODS, ('location = "Bin"', 'location = "Bin"\nlot = "Lot"\nexpires_on = "Until"\nwarehouse = "Wh"')
    )
    before = world.tables(*WRITTEN)
    text = (
        "SKU,Qty,Bin,Lot,Until,Wh\nPHONE,1,A-01,,,\nTEA,1,A-01,,,\nMUG,1,A-01,,2030-01-01,\nTEA,1,A-01,T1,2030-01-01,\n"
        "TEA,1,A-01,T9,2030-01-01,\nTEA,1,A-02,T9,2031-01-01,\nMUG,1,SUPPLIER,,,\nMUG,1,Z-99,,,\nMUG,1,A-01,,,PAR\n"
    )
    ctx = world.ctx(Role.STOCK_KEEPER)
    result, bad = bring(ctx, "stock", used, write(tmp_path, text))
    reasons = [
        (2, "SKU", "tracked by serial number"),
        (3, "Lot", "tracked by lot"),
        (4, "Until", "goods that expire need a lot"),
        (5, "Until", f"lot T1 expires on {TEA_EXPIRES}"),
        (7, "Until", "lot T9 expires on 2030-01-01"),
        (8, "Bin", "no goods can lie in 'SUPPLIER'"),
        (9, "Bin", "there is no place 'Z-99', and you may not make one"),
        (10, "Wh", "there is no warehouse 'PAR'"),
    ]
    assert [(row.line, row.column) for row in bad] == [(line, column) for line, column, _ in reasons]
    assert [reason in row.reason for row, (_, _, reason) in zip(bad, reasons, strict=True)] == [True] * 8
    assert world.tables(*WRITTEN) == before
    strict = profile(GOODS, ('unknown_locations = "create"', ""))
    _, bad = stock(world, tmp_path, "MUG,1,Z-99\n", strict)
    assert "let the profile say unknown_locations" in bad[0].reason
    assert result.done is False


def test_the_warehouse_must_be_clear(world: World, tmp_path: Path) -> None:
    with pytest.raises(NotAllowed):
        stock(world, tmp_path, "A,1,\n")
    assert left_over(world) == []
    products(world, tmp_path, PRODUCTS)
    result, _ = stock(world, tmp_path, "A,1,\n", None, Role.SUPERVISOR)
    assert result.notes == ("There was no warehouse: MAIN was made with the bin A-01.",)
    second = add_warehouse(world.owner, "TWO", "Two")
    add_location(world.owner, second, "X-1")
    with pytest.raises(WhichWarehouse, match="There are MAIN, TWO"):
        stock(world, tmp_path, "A,2,\n")
    with pytest.raises(WhichWarehouse, match="There is no warehouse SIX"):
        stock(world, tmp_path, "A,2,\n", warehouse="SIX")
    result, bad = stock(world, tmp_path, "A,2,\n", warehouse="TWO")
    assert (result.created, bad) == (2, [])
    result, bad = stock(
        world, tmp_path, "A,3,\n", profile(GOODS, ("format = 1", 'format = 1\nwarehouse = "TWO"'))
    )
    assert (result.created, bad) == (3, [])
    assert world.one("SELECT sellable FROM stock_level WHERE warehouse_id = :w", w=second) == 5


ADVENTURE = """
format = 1
currency = "USD"
file = { delimiter = "tab" }

[products.columns]
sku = "ProductID"
name = "Name"
price = "ListPrice"
weight = "Weight"
weight_unit = "WeightUnitMeasureCode"
reorder_point = "ReorderPoint"

[stock]
unknown_locations = "create"

[stock.columns]
sku = "ProductID"
qty = "Quantity"
location = { join = ["LocationID", "Shelf", "Bin"], with = "-" }
"""


def test_adventureworks_products_and_stock(world: World) -> None:
    folder, used, ctx = adventureworks_dir(), profile(ADVENTURE), world.ctx(Role.SUPERVISOR)
    result, bad = bring(ctx, "products", used, folder / "Product.tsv", source="adventure")
    assert (result.created, bad) == (504, [])
    assert world.one("SELECT weight_g FROM product WHERE name = 'HL Road Frame - Red, 58'") == 1016
    result, bad = bring(ctx, "stock", used, folder / "ProductInventory.tsv", source="adventure")
    assert (result.lines, result.created, bad) == (1069, 335_974, [])
    assert int(world.one("SELECT sum(on_hand) FROM stock_balance")) == 335_974
    assert (
        world.one(
            "SELECT count(*) FROM (SELECT location_id FROM stock_balance GROUP BY 1 HAVING count(*) > 1) AS x"
        )
        == 22
    )
    assert findings(world) == []
    assert Decimal(world.one("SELECT max(unit_price) FROM product")) / 10**6 == Decimal("3578.27")
