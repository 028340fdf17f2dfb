"""`customers export` and `customers erase` as they are typed."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from app.cli.program import main
from tests.rig.databases import World
from tests.rig.shop import Shop


def test_exported_then_erased(
    sqlite_world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Shop(sqlite_world, stock=False)
    command = ["--database", sqlite_world.url, "customers"]
    file = tmp_path / "c1.zip"
    assert main([*command, "export", "C1", str(file)]) == 0
    assert main([*command, "export", "C1", str(file)]) == 1
    with zipfile.ZipFile(file) as files:
        told = json.loads(files.read("customer.json"))
    assert told["address"][0]["name"] == "Ada Lovelace"
    assert main([*command, "export", "NOBODY"]) == 1
    assert main([*command, "erase", "C1", "--note", "Letter of 3 March"]) == 0
    assert "C1 now" in capsys.readouterr().out
    assert main([*command, "erase", "C1", "--note", "Again"]) == 1
    assert sqlite_world.one("SELECT name FROM address") == ""
