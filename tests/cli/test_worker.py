"""`worker` prints for the desk that its computer is set to, and for no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli.program import main
from app.services.desks import add_desk, set_printer
from app.services.labels import store_paper
from tests.rig.databases import World
from tests.rig.printers import silent_port


@pytest.fixture
def desk(sqlite_world: World, monkeypatch: pytest.MonkeyPatch) -> int:
    """A paper waits at DESK-0, where this computer stands."""
    monkeypatch.setenv("QUAI_DESK", "DESK-0")
    made = add_desk(sqlite_world.owner, "DESK-0")
    store_paper(sqlite_world.owner, "pick_list", "PL-1", b"%PDF- one")
    return made


def work(world: World) -> int:
    return main(["--database", world.url, "worker", "--once"])


def test_the_worker_prints_for_its_desk(
    sqlite_world: World, desk: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tray = tmp_path / "tray"
    tray.mkdir()
    set_printer(sqlite_world.owner, desk, "*", "folder", str(tray))
    assert work(sqlite_world) == 0
    assert "1 papers printed." in capsys.readouterr().out
    assert [path.read_bytes() for path in tray.iterdir()] == [b"%PDF- one"]


def test_without_a_desk_it_prints_nothing(
    sqlite_world: World, desk: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_printer(sqlite_world.owner, desk, "*", "folder", str(tmp_path))
    monkeypatch.setenv("QUAI_DESK", "")
    assert work(sqlite_world) == 0
    assert sqlite_world.one("SELECT status FROM print_job") == "waiting"


def test_it_says_what_is_the_matter(
    sqlite_world: World, desk: int, capsys: pytest.CaptureFixture[str]
) -> None:
    where = silent_port()
    set_printer(sqlite_world.owner, desk, "*", "raw", where)
    assert work(sqlite_world) == 0
    assert f"The printer at {where} does not answer." in capsys.readouterr().err
    assert sqlite_world.one("SELECT status FROM print_job") == "waiting"
