"""The console where there is no display, and what it says then."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import app.cli
from app import bootstrap
from app.cli.played import fingerprint, stamp

MAIN = Path(__file__).resolve().parents[1] / "main.py"
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="other systems always have a display"
)


@pytest.mark.parametrize("named", DISPLAYS)
def test_any_of_three_variables_names_a_display(monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    for name in DISPLAYS:
        monkeypatch.delenv(name, raising=False)
    assert not bootstrap.has_display()
    monkeypatch.setenv(named, "something")
    assert bootstrap.has_display()


def test_a_window_without_a_display_is_refused_in_words(tmp_path: Path) -> None:
    bare = {name: value for name, value in os.environ.items() if name not in DISPLAYS}
    done = subprocess.run([sys.executable, MAIN], env=bare, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr == "There is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set.\n"
    assert list(tmp_path.iterdir()) == []


def test_the_sample_without_a_display_is_the_tour_and_played_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    asked: list[list[str]] = []

    def play(arguments: list[str]) -> int:
        asked.append(arguments)
        return 0

    for name in DISPLAYS:
        monkeypatch.setenv(name, "")
    monkeypatch.setattr(app.cli, "main", play)
    assert bootstrap.command_line(["console", "--sample"]) == 0
    assert asked == [["tour", "--out", "out/tour"]]
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    assert "out/tour" in capsys.readouterr().out
    paper = Path(bootstrap.TOUR, "papers", "quai-1.pdf")
    paper.parent.mkdir(parents=True)
    paper.write_bytes(b"paper")
    stamp(Path(bootstrap.TOUR), fingerprint(), ["papers/quai-1.pdf"])
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    assert bootstrap.command_line(["--sample"]) == 0
    assert len(asked) == 1
    said = capsys.readouterr().out
    assert "out/tour/papers" in said
    assert "make tour" in said


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """`main.py` where there is no display."""
    bare = {name: value for name, value in os.environ.items() if name not in DISPLAYS}
    return subprocess.run([sys.executable, MAIN, *arguments], env=bare, capture_output=True, text=True)


@pytest.mark.parametrize("before", [(), ("--database", "sqlite:///x.db")])
def test_the_console_tells_its_options(before: tuple[str, ...]) -> None:
    done = run(*before, "console", "--help")
    assert done.returncode == 0
    assert "make the sample company" in done.stdout
    wrong = run(*before, "console", "--smaple")
    assert (wrong.returncode, "--smaple" in wrong.stderr) == (2, True)


def test_help_names_every_command() -> None:
    done = run("--sample", "--help")
    assert done.returncode == 0
    assert all(name in done.stdout for name in ("console", "tour", "import", "Without a command"))
