"""Imports that are killed, overtaken or watched by other desks; nobody waits, nothing half done is seen."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.database import Timeouts
from app.domain.permissions import Permission
from app.errors import Conflict
from app.services.context import Context
from app.services.importing import Request, import_files, orders_commit, staging
from app.services.importing.orders_commit import ImportOvertaken
from app.services.importing.staging import BATCH, ImportGivenUp, clean_dead_imports
from app.services.orders import NewLine, NewOrder, place_order
from app.services.parties import NewCustomer, add_customer
from tests.rig.databases import World
from tests.rig.shop import Shop
from tests.services.importing.sales import write_sales
from tests.services.importing.samples import (
    CREATE,
    SHOP,
    SHOP_HEADER,
    WRITTEN,
    bring,
    left_over,
    profile,
    write,
)

ROWS = "1,C1,,2026-01-05,,0,MUG,3,2.50,\n2,C1,,2026-01-05,2026-01-06,0,POT,2,7.50,\n"
PROJECT = Path(__file__).resolve().parents[3]


def sql(world: World, statement: str) -> None:
    with world.database().engine.begin() as connection:
        connection.execute(sa.text(statement))


def at(phase: str, act: Callable[[], object]) -> Callable[[str, int, int], None]:
    """Do something once when a phase is reached."""
    waiting = [act]

    def step(what: str, done: int, total: int) -> None:
        if what == phase and waiting:
            waiting.pop()()

    return step


@pytest.mark.parametrize(
    "phase",
    [
        pytest.param("reading", marks=pytest.mark.soak),
        pytest.param("checking", marks=pytest.mark.soak),
        "writing",
    ],
)
def test_a_killed_import_leaves_nothing_or_all(world: World, tmp_path: Path, phase: str) -> None:
    path = tmp_path / "sales.csv"
    orders, _ = write_sales(path, BATCH + 1000)
    before = world.tables(*WRITTEN)
    command = [sys.executable, "-m", "tests.services.importing.child", world.url, str(path), "shop"]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        while child.stdout.readline().strip() != phase:
            assert child.poll() is None
        child.kill()
    if world.one("SELECT count(*) FROM sales_order"):
        assert phase == "writing"
        assert world.one("SELECT count(*) FROM sales_order") == orders
    else:
        assert world.tables(*WRITTEN) == before
    sql(world, "UPDATE import_file SET touched_at = '2020-01-01 00:00:00'")
    result, bad = bring(world.owner, "orders", profile(SHOP, CREATE), path)
    assert (result.orders + result.returns + result.unchanged, bad) == (orders, [])
    assert world.one("SELECT count(*) FROM sales_order") == orders
    assert left_over(world) == []
    statuses = {row.status for row in world.rows("SELECT status FROM import_file")}
    assert statuses <= {"dropped", "done"}


def test_other_desks_write_while_a_file_is_staged_and_checked(world: World, tmp_path: Path) -> None:
    desk = Context(
        world.database(timeouts=Timeouts(lock=0.2, sqlite_busy=0.2)), "other", frozenset(Permission), "DESK-2"
    )
    path = tmp_path / "sales.csv"
    write_sales(path, BATCH + 1000)
    made: list[int] = []

    def step(what: str, done: int, total: int) -> None:
        if what != "writing":
            made.append(add_customer(desk, NewCustomer(f"W{len(made)}", "Waits for nobody")))

    import_files(
        world.owner, Request("orders", profile(SHOP, CREATE), "shop", (path,)), step
    ).rejected.close()
    assert len(made) > 5


def test_other_desks_sell_while_orders_are_taken_over(
    pg_world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = Shop(pg_world)
    desk = Context(pg_world.database(timeouts=Timeouts(lock=0.2)), "other", frozenset(Permission), "DESK-2")
    finish = staging.finish_import
    placed = []

    def sell_first(*given: object) -> None:
        order = NewOrder(
            shop.customer, shop.warehouse, (NewLine(shop.product["MUG"], 1), NewLine(shop.product["POT"], 1))
        )
        placed.append(place_order(desk, order))
        finish(*given)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(orders_commit, "finish_import", sell_first)
    result, bad = bring(shop.owner, "orders", profile(SHOP), write(tmp_path, SHOP_HEADER + ROWS))
    assert (result.orders, bad, len(placed)) == (2, [], 1)


def test_the_same_file_at_two_desks_is_imported_once(world: World, tmp_path: Path) -> None:
    shop, used, path = Shop(world), profile(SHOP), write(tmp_path, SHOP_HEADER + ROWS)
    request = Request("orders", used, "shop", (path,))
    with pytest.raises(Conflict):
        import_files(shop.owner, request, at("writing", lambda: bring(shop.owner, "orders", used, path)))
    assert world.one("SELECT count(*) FROM sales_order") == 2
    assert world.one("SELECT count(*) FROM shipment") == 1
    assert left_over(world) == []


def test_what_changed_since_the_check_stops_the_import(world: World, tmp_path: Path) -> None:
    shop, path = Shop(world), write(tmp_path, SHOP_HEADER + ROWS)
    before = world.tables("sales_order", "shipment")
    rename = at("writing", lambda: sql(world, "UPDATE product SET sku = 'CUP' WHERE sku = 'MUG'"))
    with pytest.raises(ImportOvertaken):
        import_files(shop.owner, Request("orders", profile(SHOP), "shop", (path,)), rename)
    assert world.tables("sales_order", "shipment") == before
    assert left_over(world) == []


def test_an_import_given_up_by_another_desk_writes_nothing(world: World, tmp_path: Path) -> None:
    shop, path = Shop(world), write(tmp_path, SHOP_HEADER + ROWS)

    def give_up() -> None:
        assert clean_dead_imports(shop.owner) == 0, "it is alive"
        sql(world, "UPDATE import_file SET touched_at = '2020-01-01 00:00:00'")
        assert clean_dead_imports(shop.owner) == 1

    before = world.tables(*WRITTEN)
    for phase in ("reading", "checking", "writing"):
        with pytest.raises(ImportGivenUp):
            import_files(shop.owner, Request("orders", profile(SHOP), "shop", (path,)), at(phase, give_up))
        assert world.tables(*WRITTEN) == before
    assert left_over(world) == []


def peak_of(url: str, path: Path, source: str = "shop") -> list[int]:
    """Orders, lines, refused rows and peak memory in KiB of an import in a process of its own."""
    command = [sys.executable, "-m", "tests.services.importing.child", url, str(path), source]
    done = subprocess.run(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True, check=True)
    return [int(word) for word in done.stdout.splitlines()[-1].split()[1:]]


@pytest.mark.soak
def test_memory_stays_flat(world: World, tmp_path: Path) -> None:
    write_sales(tmp_path / "small.csv", 500)
    orders, returns = write_sales(tmp_path / "large.csv", 12_000)
    small = peak_of(world.url, tmp_path / "small.csv", "small")
    large = peak_of(world.url, tmp_path / "large.csv", "large")
    assert large[:3] == [orders - orders // 10, 12_000 - returns, 0]
    assert large[3] < 256 * 1024
    assert large[3] - small[3] < 60 * 1024


@pytest.mark.soak
@pytest.mark.timeout(1500)
def test_half_a_million_lines_within_256_mib(world: World, tmp_path: Path) -> None:
    orders, returns = write_sales(tmp_path / "sales.csv", 500_000)
    found = peak_of(world.url, tmp_path / "sales.csv")
    assert found[:3] == [orders - orders // 10, 500_000 - returns, 0]
    assert found[3] < 256 * 1024
    assert left_over(world) == []


@pytest.mark.soak
@pytest.mark.timeout(1500)
def test_half_a_million_refusals_within_256_mib(sqlite_world: World, tmp_path: Path) -> None:
    write_sales(tmp_path / "sales.csv", 500_000, bad=True)
    found = peak_of(sqlite_world.url, tmp_path / "sales.csv")
    assert found[:3] == [0, 0, 500_000]
    assert found[3] < 256 * 1024
