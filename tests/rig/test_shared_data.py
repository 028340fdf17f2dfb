"""Missing data is a failure that says where to put it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rig import shared_data


def test_the_variable_points_to_the_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "northwind"
    folder.mkdir()
    (folder / "orders.csv").touch()
    monkeypatch.setenv(shared_data.VARIABLE, str(tmp_path))
    assert shared_data.northwind_dir() == folder


def test_missing_data_fails_and_says_where_it_belongs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(shared_data.VARIABLE, str(tmp_path))
    with pytest.raises(pytest.fail.Exception, match=r"northwind data is not in .*QUAI_DATA"):
        shared_data.northwind_dir()
    monkeypatch.delenv(shared_data.VARIABLE)
    monkeypatch.setattr(shared_data, "PROJECT", tmp_path / "clone")
    with pytest.raises(pytest.fail.Exception, match="adventureworks"):
        shared_data.adventureworks_dir()


def test_the_data_beside_the_project_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "shared" / "data" / "adventureworks"
    folder.mkdir(parents=True)
    monkeypatch.delenv(shared_data.VARIABLE, raising=False)
    monkeypatch.setattr(shared_data, "PROJECT", tmp_path / "clone")
    assert shared_data.adventureworks_dir() == folder
