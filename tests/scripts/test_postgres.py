"""The newest complete server is found, wherever the system keeps it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from scripts import postgres

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="the stand-ins for the programs are shell scripts"
)


@pytest.fixture(autouse=True)
def nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(postgres.OVERRIDE, raising=False)
    monkeypatch.setenv("PATH", "")


def server(folder: Path, version: str, *, without: str = "") -> Path:
    folder.mkdir(parents=True)
    for program in set(postgres.PROGRAMS) - {without}:
        path = folder / program
        path.write_text(f"#!/bin/sh\necho 'postgres (PostgreSQL) {version}'\n", encoding="utf-8")
        path.chmod(0o755)
    return folder


def test_the_newest_usable_version_wins(tmp_path: Path) -> None:
    server(tmp_path / "9.6" / "bin", "9.6.24")
    server(tmp_path / "14" / "bin", "14.9 (Debian 14.9-1)")
    server(tmp_path / "18" / "bin", "18.1", without="initdb")
    newest = server(tmp_path / "17" / "bin", "17beta2")
    server(tmp_path / "15" / "bin", "15.14")
    assert postgres.find_server([f"{tmp_path}/*/bin"]) == newest


def test_nothing_usable_is_none(tmp_path: Path) -> None:
    server(tmp_path / "14" / "bin", "14.9")
    assert postgres.find_server([f"{tmp_path}/*/bin", "relative/*/bin"]) is None


def test_a_link_on_path_leads_to_the_whole_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    real = server(tmp_path / "real", "16.2")
    links = tmp_path / "links"
    links.mkdir()
    (links / "postgres").symlink_to(real / "postgres")
    monkeypatch.setenv("PATH", f"{links}:/bin:/usr/bin")
    assert postgres.find_server([]) == real


def test_the_override_is_the_only_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    server(tmp_path / "17" / "bin", "17.1")
    monkeypatch.setenv(postgres.OVERRIDE, str(tmp_path / "elsewhere"))
    assert postgres.find_server([f"{tmp_path}/*/bin"]) is None
    chosen = server(tmp_path / "elsewhere", "15.1")
    assert postgres.find_server([f"{tmp_path}/*/bin"]) == chosen
    assert postgres.server_version(chosen) == 15
