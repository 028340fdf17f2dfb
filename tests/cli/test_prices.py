"""`import prices` as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli.program import main
from app.services.price_lists import PriceListFields, add_price_list
from tests.rig.databases import World
from tests.rig.shop import Shop


def test_prices_are_taken_in_from_a_file(
    sqlite_world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Shop(sqlite_world, stock=False)
    add_price_list(sqlite_world.owner, "P1", PriceListFields("Partners"))
    file = tmp_path / "prices.csv"
    typed = ["--database", sqlite_world.url, "import", "prices", "--list", "P1", str(file)]
    file.write_text("sku,price\nMUG,2.20\nNONE,1\n")
    assert main([*typed, "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["prices"], told["new"], told["rejected"][0]["line"]) == (1, 0, 3)
    assert main(typed) == 1
    assert "prices.csv, line 3, sku: There is no product NONE." in capsys.readouterr().err
    file.write_text("sku,price,from_qty\nMUG,2.20,1\nMUG,2.30,6\n")
    assert main([*typed, "--dry-run"]) == 0
    assert "A dry run, nothing was changed; 2 prices are good." in capsys.readouterr().out
    assert sqlite_world.one("SELECT count(*) FROM price") == 0
    assert main(typed) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Taken in: 2 new prices, 0 changed, 0 as they were.",
        "Look at this: P1: MUG costs 2.30 from 6 on, and 2.20 from 1 on.",
    ]


@pytest.mark.parametrize("typed", [["prices", "--profile", "x"], ["orders"]])
def test_a_profile_is_for_the_others(
    sqlite_world: World, typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--database", sqlite_world.url, "import", *typed, "a.csv"]) == 2
    assert "profile" in capsys.readouterr().err
