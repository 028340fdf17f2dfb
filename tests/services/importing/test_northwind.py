"""The whole of Northwind, each file by somebody with just the role for it."""

from __future__ import annotations

import pytest

from app.domain.permissions import Role
from app.integrations.channels.base import Kind
from app.services.reservation import reserve_waiting
from tests.rig.databases import World
from tests.rig.shared_data import northwind_dir
from tests.services.importing.samples import WRITTEN, bring, counts, findings, left_over, northwind


@pytest.fixture
def trade(world: World) -> World:
    """Northwind's goods, stock and customers."""
    folder, used = northwind_dir(), northwind()
    products, bad = bring(
        world.ctx(Role.SUPERVISOR), "products", used, folder / "products.csv", source="northwind"
    )
    assert (products.created, products.changed, products.unchanged, bad) == (77, 0, 0, [])
    stock, bad = bring(world.ctx(Role.SUPERVISOR), "stock", used, folder / "products.csv", source="northwind")
    assert (stock.created, stock.lines, bad) == (3119, 77, [])
    assert stock.notes == ("There was no warehouse: MAIN was made with the bin A-01.",)
    customers, bad = bring(
        world.ctx(Role.CUSTOMER_SERVICE), "customers", used, folder / "customers.csv", source="northwind"
    )
    assert (customers.created, bad) == (93, [])
    return world


def orders_of(world: World, **options: bool) -> tuple[int, int, str, str, int, int]:
    folder = northwind_dir()
    files = (folder / "orders.csv", folder / "order_details.csv")
    result, bad = bring(
        world.ctx(Role.CUSTOMER_SERVICE), "orders", northwind(), *files, source="northwind", **options
    )
    assert bad == []
    return counts(result)


def test_orders_to_the_cent_and_the_second_time_nothing(trade: World) -> None:
    before = trade.tables(*WRITTEN, "import_file")
    assert orders_of(trade, dry_run=True) == (830, 2155, "1354458.59", "64942.69", 0, 0)
    assert trade.tables(*WRITTEN, "import_file") == before, "a dry run writes nothing"
    assert orders_of(trade) == (830, 2155, "1354458.59", "64942.69", 0, 0)
    sums = trade.rows(
        "SELECT count(*), sum(gross), sum(net), sum(freight) FROM sales_order WHERE total = net + freight"
    )[0]
    assert tuple(map(int, sums)) == (830, 135_445_859, 126_579_329, 6_494_269)
    assert trade.one("SELECT count(*) FROM stock_move") == 72, "history moves no stock"
    assert findings(trade) == []
    before = trade.tables(*WRITTEN)
    assert orders_of(trade) == (0, 0, "0.00", "0.00", 0, 830)
    assert trade.tables(*WRITTEN) == before
    assert left_over(trade) == []


def test_nine_open_orders_reserve_and_twelve_wait_for_named_products(trade: World) -> None:
    orders_of(trade)
    run = reserve_waiting(trade.ctx(Role.CUSTOMER_SERVICE), 1, order="number")
    numbers = dict(
        tuple(row) for row in trade.rows("SELECT number, external_number FROM sales_order WHERE NOT history")
    )
    assert (len(numbers), len(run.reserved), len(run.waiting)) == (21, 9, 12)
    short = {numbers[one.order_number]: {name.sku for name in one.short} for one in run.waiting}
    assert all(short.values())
    assert short["11008"] == {"28"}
    assert short["11077"] == {"2", "7"}
    assert findings(trade) == []


def test_master_data_again_changes_nothing(trade: World) -> None:
    folder, used = northwind_dir(), northwind()
    before = trade.tables(*WRITTEN)
    files: tuple[tuple[Kind, str, int], ...] = (
        ("products", "products.csv", 77),
        ("stock", "products.csv", 77),
        ("customers", "customers.csv", 93),
    )
    for kind, file, same in files:
        result, bad = bring(trade.ctx(Role.SUPERVISOR), kind, used, folder / file, source="northwind")
        assert (result.lines, result.unchanged, bad) == (0, same, [])
    assert trade.tables(*WRITTEN) == before
