"""The command `import`: what it prints, its exit status, and that no file makes it crash."""

from __future__ import annotations

import io
import json
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.cli import importing, main
from app.domain.permissions import Role
from app.errors import AppError
from app.integrations.channels.base import Kind
from tests.rig.databases import World
from tests.rig.shared_data import northwind_dir
from tests.rig.shop import Shop
from tests.services.importing.samples import GOODS, SHOP, SHOP_HEADER, WRITTEN, left_over, write

ROWS = "1,C1,,2026-01-05,,1.20,MUG,3,2.50,\n"
KEYS = ["orders", "lines", "gross", "freight", "returns", "rejected", "unchanged"]


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)


@pytest.fixture
def bring(shop: Shop, tmp_path: Path) -> Callable[..., int]:
    """Run the command as somebody of customer service."""
    own = write(tmp_path, SHOP, "my-shop.toml")

    def run(rows: str | bytes = ROWS, **options: Any) -> int:
        path = tmp_path / "sales.csv"
        path.write_bytes(rows if isinstance(rows, bytes) else (SHOP_HEADER + rows).encode())
        ctx = shop.world.ctx(Role.CUSTOMER_SERVICE)
        return importing.run(ctx, "orders", str(own), [path], **options)

    return run


def test_json_is_the_only_thing_on_standard_output(
    bring: Callable[..., int], shop: Shop, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring(json=True) == 0
    out, err = capsys.readouterr()
    assert list(json.loads(out)) == KEYS
    assert json.loads(out) == {
        "orders": 1,
        "lines": 1,
        "gross": "7.50",
        "freight": "1.20",
        "returns": 0,
        "rejected": [],
        "unchanged": 0,
    }
    assert (out.count("\n"), err) == (1, "")
    assert bring(json=True) == 0
    again = json.loads(capsys.readouterr().out)
    assert (again["orders"], again["gross"], again["unchanged"]) == (0, "0.00", 1)
    assert shop.world.one("SELECT source FROM sales_order") == "my-shop"


def test_refused_rows_are_named_and_the_exit_status_says_so(
    bring: Callable[..., int], shop: Shop, capsys: pytest.CaptureFixture[str]
) -> None:
    before = shop.world.tables(*WRITTEN)
    bad = ROWS + '2,C1,,2026-01-05,,0,"GHOST",1,1,\n2,C1,,2026-01-05,,0,MUG,-,1,\n'
    assert bring(bad, json=True) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["rejected"] == [
        {"file": "sales.csv", "line": 3, "column": "SKU", "reason": "there is no product 'GHOST'"},
        {"file": "sales.csv", "line": 4, "column": "Qty", "reason": "'-' is not a number"},
    ]
    assert err == "Refused: 2 rows cannot be used. Mend the file, or leave them out with --skip-bad.\n"
    assert bring(bad) == 1
    out, err = capsys.readouterr()
    assert out == "Nothing was imported; the good rows come to 1 orders, 1 lines, gross 7.50, freight 1.20.\n"
    assert err.splitlines()[:2] == [
        "sales.csv, line 3, SKU: there is no product 'GHOST'",
        "sales.csv, line 4, Qty: '-' is not a number",
    ]
    assert shop.world.tables(*WRITTEN) == before
    assert bring(bad, skip_bad=True) == 0
    assert capsys.readouterr().err.splitlines()[-1] == "Left out: 2 rows."


def test_many_refused_rows_are_shortened_for_people_only(
    bring: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    bad = "".join(f"{number},C1,,2026-01-05,,0,MUG,x,1,\n" for number in range(60))
    assert bring(bad) == 1
    assert "... and 10 more; --json names all." in capsys.readouterr().err
    assert bring(bad, json=True) == 1
    assert len(json.loads(capsys.readouterr().out)["rejected"]) == 60


def test_a_dry_run_says_that_nothing_was_changed(
    bring: Callable[..., int], shop: Shop, capsys: pytest.CaptureFixture[str]
) -> None:
    before = shop.world.tables(*WRITTEN)
    assert bring(dry_run=True) == 0
    assert capsys.readouterr().out.startswith("A dry run, nothing was changed; it comes to 1 orders")
    assert shop.world.tables(*WRITTEN) == before


def test_goods_in_words(world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own, ctx = str(write(tmp_path, GOODS, "goods.toml")), world.ctx(Role.SUPERVISOR)
    products = write(tmp_path, "SKU,Name,Price\nA,Anvil,10\n", "products.csv")
    stock = write(tmp_path, "SKU,Qty,Bin\nA,4,\n", "stock.csv")
    assert importing.run(ctx, "products", own, [products]) == 0
    assert importing.run(ctx, "stock", own, [stock]) == 0
    assert importing.run(ctx, "stock", own, [stock]) == 0
    assert importing.run(ctx, "products", own, [products], json=True) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Imported: 1 products new, 0 changed.",
        "Imported: 4 pieces in 1 rows.",
        "There was no warehouse: MAIN was made with the bin A-01.",
        "Imported: 0 pieces in 0 rows.",
        "1 rows were received before.",
        '{"orders":0,"lines":0,"gross":"0.00","freight":"0.00","returns":0,"rejected":[],"unchanged":1}',
    ]


def test_wrong_profiles_files_and_rights_are_refusals(
    bring: Callable[..., int], shop: Shop, tmp_path: Path
) -> None:
    before = shop.world.tables(*WRITTEN, "import_file")
    sales, other = write(tmp_path, SHOP_HEADER + ROWS), tmp_path / "other"
    other.mkdir()
    for profile, files in (
        ("nothing", [sales]),
        (str(tmp_path / "none.toml"), [sales]),
        (str(write(tmp_path, "format = 1\n[orders]\n", "bad.toml")), [sales]),
        (str(tmp_path / "my-shop.toml"), [tmp_path / "none.csv"]),
        (str(tmp_path / "my-shop.toml"), [tmp_path]),
        (str(tmp_path / "my-shop.toml"), [sales, sales]),
        (str(tmp_path / "my-shop.toml"), [sales, write(other, SHOP_HEADER)]),
        ("northwind", [sales]),
    ):
        with pytest.raises(AppError):
            importing.run(shop.world.ctx(Role.CUSTOMER_SERVICE), "orders", profile, files)
    strangers: tuple[tuple[Role, Kind], ...] = (
        (Role.PICKER, "orders"),
        (Role.STOCK_KEEPER, "orders"),
        (Role.CUSTOMER_SERVICE, "stock"),
        (Role.CUSTOMER_SERVICE, "products"),
        (Role.PACKER, "customers"),
    )
    for role, kind in strangers:
        with pytest.raises(AppError, match="may not do this"):
            importing.run(shop.world.ctx(role), kind, "northwind", [sales])
    assert shop.world.tables(*WRITTEN, "import_file") == before


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_shows_progress_on_a_terminal_alone(
    bring: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    for screen, shown in ((_Screen(), True), (io.StringIO(), False)):
        monkeypatch.setattr("sys.stderr", screen)
        assert bring() == 0
        assert ("reading" in screen.getvalue()) is shown


def test_the_command_line_knows_it() -> None:
    parser = ArgumentParser()
    importing.register(parser.add_subparsers())
    given_ = parser.parse_args(
        ["import", "orders", "--profile", "northwind", "a.csv", "b.csv", "--dry-run", "--json"]
    )
    assert (given_.kind, given_.profile, given_.files) == (
        "orders",
        "northwind",
        [Path("a.csv"), Path("b.csv")],
    )
    assert (given_.dry_run, given_.skip_bad, given_.json, given_.warehouse) == (True, False, True, "")
    for wrong in (
        ["import", "pets", "--profile", "p", "f"],
        ["import", "orders", "--profile", "p"],
    ):
        with pytest.raises(SystemExit) as stop:
            parser.parse_args(wrong)
        assert stop.value.code == 2


def test_files_without_a_profile_are_not_guessed(
    sqlite_world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--database", sqlite_world.url, "import", "orders", "f.csv"]) == 2
    assert "--profile" in capsys.readouterr().err


def test_northwind_as_everybody_will_run_it(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    folder, ctx = northwind_dir(), world.owner
    assert importing.run(ctx, "products", "northwind", [folder / "products.csv"], json=True) == 0
    assert importing.run(ctx, "customers", "northwind", [folder / "customers.csv"], json=True) == 0
    assert importing.run(ctx, "stock", "northwind", [folder / "products.csv"], json=True) == 0
    capsys.readouterr()
    files = [folder / "orders.csv", folder / "order_details.csv"]
    assert importing.run(ctx, "orders", "northwind", files, json=True) == 0
    assert json.loads(capsys.readouterr().out) == {
        "orders": 830,
        "lines": 2155,
        "gross": "1354458.59",
        "freight": "64942.69",
        "returns": 0,
        "rejected": [],
        "unchanged": 0,
    }


BROKEN: dict[str, bytes] = {
    "empty": b"",
    "header alone": SHOP_HEADER.encode(),
    "blank lines": b"\n\n\n",
    "NUL": SHOP_HEADER.encode() + b"\0\0\0\n",
    "zip": b"PK\x03\x04 and so on",
    "utf-16 without mark": (SHOP_HEADER + ROWS).encode("utf-16-le"),
    "utf-16": (SHOP_HEADER + ROWS).encode("utf-16"),
    "latin-1": SHOP_HEADER.encode() + ROWS.replace("C1", "Clé").encode("latin-1"),
    "no line end": (SHOP_HEADER + ROWS).rstrip().encode(),
    "old Mac": (SHOP_HEADER + ROWS).replace("\n", "\r").encode(),
    "open quote": (SHOP_HEADER + '1,"C1,,2026-01-05\n' + ROWS).encode(),
    "other header": b"a,b,c\n1,2,3\n",
    "header twice": (SHOP_HEADER.replace("Qty", "SKU") + ROWS).encode(),
    "formula": (SHOP_HEADER + ROWS.replace("MUG", "=cmd|' /C calc'!A0")).encode(),
    "SQL": (SHOP_HEADER + ROWS.replace("C1", "'); DROP TABLE product; --")).encode(),
    "percent and colon": (SHOP_HEADER + ROWS.replace("C1", "%s :x $1 \\ {}")).encode(),
    "surrogate": SHOP_HEADER.encode() + b"1,\xed\xa0\x80,,2026-01-05,,0,MUG,1,1,\n",
    "huge number": (SHOP_HEADER + ROWS.replace("2.50", "9" * 400)).encode(),
    "year 0000": (SHOP_HEADER + ROWS.replace("2026-01-05", "0000-01-05")).encode(),
    "year 9999": (SHOP_HEADER + ROWS.replace("2026-01-05", "9999-12-31")).encode(),
    "long cell": (SHOP_HEADER + ROWS.replace("MUG", "x" * 200_000)).encode(),
}


@pytest.mark.parametrize("skip_bad", [False, True])
def test_no_broken_file_makes_it_crash(
    bring: Callable[..., int], shop: Shop, capsys: pytest.CaptureFixture[str], skip_bad: bool
) -> None:
    taken = []
    for name, raw in BROKEN.items():
        before = shop.world.tables("sales_order", "customer", "product")
        status = bring(raw, json=True, skip_bad=skip_bad)
        told = json.loads(capsys.readouterr().out)
        assert list(told) == KEYS, name
        assert status == (1 if told["rejected"] and not skip_bad else 0), name
        if told["orders"]:
            taken.append(name)
        else:
            assert shop.world.tables("sales_order", "customer", "product") == before, name
    assert taken == ["utf-16"], "and what can be read was here already, or belongs to another customer"
    assert left_over(shop.world) == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10**9))
def test_no_mutilated_file_makes_it_crash(sqlite_shop: Shop, tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    raw = bytearray((SHOP_HEADER + ROWS * 3).encode())
    for _ in range(random.randint(1, 12)):
        place = random.randrange(len(raw))
        new = bytes(random.choices(b'\x00\x0a\x0d",;-1\xff\xe9\x1dC', k=random.randint(0, 2)))
        raw[place : place + random.randint(0, 3)] = new
    path = tmp_path / "sales.csv"
    path.write_bytes(raw)
    own = write(tmp_path, SHOP, "my-shop.toml")
    ctx = sqlite_shop.world.owner
    assert importing.run(
        ctx, "orders", str(own), [path], dry_run=bool(seed % 2), skip_bad=bool(seed % 3)
    ) in (0, 1)
    assert left_over(sqlite_shop.world) == []


@pytest.fixture
def sqlite_shop(sqlite_world: World) -> Shop:
    return Shop(sqlite_world)
