"""Standard streams that are closed, full or speak another alphabet: the status stays true and the JSON stays one object."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli import main
from app.config import file_url
from app.domain.permissions import Role
from app.services.users import NewUser, add_user
from tests.rig.databases import World

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def url(sqlite_world: World) -> str:
    add_user(sqlite_world.owner, NewUser("zoe", "Zoé Ünï", (Role.PACKER,)), "four quiet words")
    return sqlite_world.url


def _shell(url: str, words: str, **environment: str) -> tuple[int, str, str]:
    """Run `main.py --database URL words` in a shell, for redirections."""
    result = subprocess.run(
        ["sh", "-c", f'exec "$0" main.py --database "$1" {words}', sys.executable, url],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in result.stderr
    return result.returncode, result.stdout, result.stderr


def test_json_stays_one_object_where_standard_error_is_closed(url: str) -> None:
    status, out, _ = _shell(url, "users list --json 2>&-", PYTHONIOENCODING="ascii")
    assert (status, json.loads(out)["users"][0]["name"]) == (0, "Zoé Ünï")
    status, out, _ = _shell(url, "users list 2>&-", PYTHONIOENCODING="ascii")
    assert (status, out.count("\n")) == (0, 1), "what belongs on standard error is on no other stream"
    assert "Zo\\xe9" in out


def test_no_standard_input_is_no_password(url: str) -> None:
    status, out, err = _shell(url, "users add marc --role packer <&-")
    assert (status, out, err[:9]) == (1, "", "Refused: ")


def test_closed_and_full_standard_output(url: str) -> None:
    assert _shell(url, "users list >&-")[0] == 0
    if Path("/dev/full").exists():
        status, _, err = _shell(url, "users list --json >/dev/full")
        assert (status, err[:9]) == (1, "Refused: ")


@pytest.mark.parametrize(
    "arguments", [("users", "disable", "\udcff"), ("import", "orders", "--profile", "p", "\udce9.csv")]
)
def test_bytes_that_are_no_text_are_wrong_usage(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert "not readable text" in capsys.readouterr().err


def test_a_disk_or_folder_that_refuses_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device", "somewhere")

    monkeypatch.setattr("app.services.schema.upgrade", full)
    assert main(["--database", file_url(tmp_path / "a.db"), "db", "upgrade"]) == 1
    assert capsys.readouterr().err.startswith("Refused: somewhere: No space left on device.")
