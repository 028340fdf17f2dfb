"""A tour counts as played for the program that played it, as long as all that it left lies there."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli import main
from app.cli.played import STAMP, fingerprint, is_played, stamp
from app.services.check import Finding


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a paper and a picture of a tour."""
    for name in ("papers/quai-1.pdf", "pictures/01-orders-en-light.png"):
        file = tmp_path / name
        file.parent.mkdir()
        file.write_bytes(b"content")
    stamp(tmp_path, "this", ["papers/quai-1.pdf", "pictures/01-orders-en-light.png"])
    return tmp_path


def test_it_is_played_by_this_program_alone(folder: Path) -> None:
    assert is_played(folder, "this")
    assert not is_played(folder, "another")
    assert not is_played(folder / "elsewhere", "this")


def test_a_paper_that_is_gone_or_cut_short_is_played_again(folder: Path) -> None:
    (folder / "papers" / "quai-1.pdf").write_bytes(b"cont")
    assert not is_played(folder, "this")
    (folder / "papers" / "quai-1.pdf").unlink()
    assert not is_played(folder, "this")


@pytest.mark.parametrize(
    "text", ["", "[]", "null", '{"program": "this"}', '{"program": "this", "files": []}']
)
def test_a_stamp_that_cannot_be_read_is_none(folder: Path, text: str) -> None:
    (folder / STAMP).write_text(text)
    assert not is_played(folder, "this")


def test_the_fingerprint_is_of_every_file_of_the_program(tmp_path: Path) -> None:
    (tmp_path / "app" / "__pycache__").mkdir(parents=True)
    (tmp_path / "main.py").write_text("1")
    (tmp_path / "app" / "a.py").write_text("2")
    before = fingerprint(tmp_path)
    (tmp_path / "app" / "__pycache__" / "a.pyc").write_text("compiled")
    (tmp_path / "notes.txt").write_text("no part of it")
    assert fingerprint(tmp_path) == before
    (tmp_path / "app" / "a.py").rename(tmp_path / "app" / "b.py")
    renamed = fingerprint(tmp_path)
    (tmp_path / "main.py").write_text("3")
    assert len({before, renamed, fingerprint(tmp_path), fingerprint()}) == 4


class ShortDay:
    """A day of one paper; `found` is what the check of the books finds at its end."""

    found: tuple[Finding, ...] = ()
    files = ("papers/quai-1.pdf",)

    def __init__(self, folder: Path, *_: object) -> None:
        self.folder = folder

    def play(self, *_: object) -> tuple[Finding, ...]:
        (self.folder / "papers" / "quai-1.pdf").write_bytes(b"paper")
        return self.found

    def close(self) -> None: ...


def test_only_a_whole_tour_that_went_well_is_stamped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.cli.tour.Day", ShortDay)
    whole = ["tour", "--out", str(tmp_path)]
    assert main(whole) == 0
    assert is_played(tmp_path, fingerprint())
    assert main([*whole, "--looks", "en-light"]) == 0
    assert not is_played(tmp_path, fingerprint()), "not every picture was taken"
    assert main([*whole, "--orders", "x.csv", "--profile", "sample"]) == 0
    assert not is_played(tmp_path, fingerprint()), "these are other orders"
    monkeypatch.setattr(ShortDay, "found", (Finding("rule", "where", "1", "2"),))
    assert main(whole) == 1
    assert not is_played(tmp_path, fingerprint())
