"""The commands `db` and what stands before every command: URLs, files and folders that cannot be used are refused in words."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import exc

from app.cli import main
from app.config import file_url
from app.database.refusals import translate


def _say(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(arguments)
    out, err = capsys.readouterr()
    return status, out, err


@pytest.fixture
def made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A database with Quai's tables in a folder whose name has every mark that means something in a URI or a shell."""
    file = tmp_path / "mé %20 #1?" / "a b.db"
    assert _say(capsys, "--database", file_url(file), "db", "upgrade")[0] == 0
    assert file.exists()
    return file


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("rubbish", "not a database URL"),
        ("mysql://x/y", "does not work on mysql"),
        ("postgresql://localhost:abc/x", "not a database URL"),
        ("postgresql://127.0.0.1:1/x?no_such_setting=1", "does not know"),
        ("sqlite://", "needs a file"),
        ("sqlite:///:memory:", "needs a file"),
        ("sqlite:///x.db?mode=ro", "nothing but its path"),
        ("sqlite+other:///{folder}/none.db", "no database"),
        ("sqlite:///{folder}/none.db", "no database"),
        ("sqlite:///{folder}", "cannot be opened"),
        ("sqlite:///{folder}/text.db", "is no database"),
    ],
)
@pytest.mark.parametrize("command", [("db", "check"), ("db", "backup", "{folder}/copy"), ("users", "list")])
def test_a_wrong_url_is_refused_in_words_and_leaves_no_file(
    url: str, words: str, command: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "text.db").write_text("no database, but long enough to be looked at\n" * 100)
    arguments = ("--database", url, *command)
    status, out, err = _say(capsys, *(one.replace("{folder}", str(tmp_path)) for one in arguments))
    assert (status, out) == (1, "")
    assert err.startswith("Refused: ")
    assert words in err
    assert [path.name for path in tmp_path.iterdir()] == ["text.db"]


@pytest.mark.parametrize("url", ["rubbish", "mysql://x/y", "postgresql://localhost:abc/x", "sqlite:///x.db"])
def test_server_init_takes_a_servers_url_alone(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = _say(capsys, "server", "init", url)
    assert (status, out, err[:9]) == (1, "", "Refused: ")


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    status, _, err = _say(capsys, "--database", f"sqlite:///{tmp_path}/file/a.db", "db", "upgrade")
    assert status == 1
    assert "cannot be made" in err


def test_what_was_saved_comes_back_whatever_its_name(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, back = tmp_path / "copies", tmp_path / "back.db"
    folder.mkdir()
    copy = folder / "50%25 saved?#.bak"
    assert _say(capsys, "--database", file_url(made), "db", "backup", str(copy))[0] == 0
    assert _say(capsys, "--database", file_url(back), "db", "restore", str(copy))[0] == 0
    assert _say(capsys, "--database", file_url(back), "db", "check")[0] == 0
    assert [path.name for path in folder.iterdir()] == [copy.name], "reading a copy leaves nothing beside it"


def test_a_killed_programs_log_is_never_played_into_what_was_brought_back(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """SQLite plays a -wal file into whatever database stands beside it (sqlite.org/howtocorrupt.html, 1.4)."""
    copy, old = tmp_path / "copy", tmp_path / "old.db"
    assert _say(capsys, "--database", file_url(made), "db", "backup", str(copy))[0] == 0
    killed = subprocess.run(
        [
            sys.executable,
            "-c",
            "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
            "c.execute('PRAGMA journal_mode=WAL'); c.execute('CREATE TABLE junk (x)'); os.kill(os.getpid(), 9)",
            str(old),
        ],
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    old.unlink()
    status, _, err = _say(capsys, "--database", file_url(old), "db", "restore", str(copy))
    assert status == 1
    assert "old.db-wal" in err
    assert not old.exists()
    assert Path(f"{old}-wal").stat().st_size


def test_a_damaged_file_is_named_as_such(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw = bytearray(made.read_bytes())
    for place in range(40960, len(raw) - 4096, 8192):
        raw[place : place + 200] = b"\xff" * 200
    made.write_bytes(raw)
    status, out, err = _say(capsys, "--database", file_url(made), "db", "check", "--json")
    assert (status, out) == (1, "")
    assert "damaged" in err
    assert "restore" in err


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("attempt to write a readonly database", "only be read"),
        ("database or disk is full", "disk is full"),
        ("disk I/O error", "disk refuses"),
        ("database is locked", "Another program is writing"),
    ],
)
def test_what_the_disk_says_becomes_a_sentence(said: str, words: str) -> None:
    refusal = translate(exc.OperationalError("BEGIN IMMEDIATE", {}, sqlite3.OperationalError(said)))
    assert refusal is not None
    assert words in refusal.message
    assert refusal.hint
