"""The documents keep up: their links lead somewhere, the commands that they name exist, every decision is listed."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from app.cli import parser

PROJECT = Path(__file__).resolve().parents[2]
DOCUMENTS = [*sorted((PROJECT / "docs").rglob("*.md")), PROJECT / "README.md", PROJECT / "CHANGELOG.md"]
ADR = PROJECT / "docs" / "adr"

_FENCE = re.compile(r"^ *```.*?^ *```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_COMMAND = re.compile(r"main\.py((?: +--database +\S+)?)((?: +[a-z][a-z-]*(?![\w.=/:]))+)")
_FILE = re.compile(r"`((?:app|tests|scripts|migrations|resources|benchmarks|docs)/[\w/.-]+?)`")
_MADE_IN_RECIPES = {
    "app/services/x.py",
    "tests/services/test_x.py",
    "app/services/claims.py",
    "tests/services/test_claims.py",
    "app/documents/location_label.py",
    "tests/integrations/channels/test_shelves.py",
}
"""Examples of CONTRIBUTING that the project itself does not have."""


def shown(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def anchors(path: Path) -> set[str]:
    """The anchors of a document's headings, as forges make them."""
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", path.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_links(path: Path) -> Iterator[str]:
    for link in _LINK.findall(_FENCE.sub("", path.read_text(encoding="utf-8"))):
        if "://" in link:
            continue
        name, _, anchor = unquote(link).partition("#")
        target = (path.parent / name).resolve() if name else path
        if not target.exists() or (anchor and anchor not in anchors(target)):
            yield link


def known_commands() -> dict[str, set[str]]:
    """Each command with its subcommands."""
    return {name: set(_below(command)) for name, command in _below(parser()).items()}


def _below(command: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    for action in command._actions:  # argparse has no other way to ask
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def unknown_commands(text: str) -> set[str]:
    """The commands that a text names and the parser does not know."""
    known = known_commands()
    found = set()
    for _, words in _COMMAND.findall(text):
        group, *rest = words.split()
        if group not in known:
            found.add(group)
        elif known[group] and rest and rest[0] not in known[group]:
            found.add(f"{group} {rest[0]}")
    return found


@pytest.mark.parametrize("path", DOCUMENTS, ids=shown)
def test_links_lead_somewhere(path: Path) -> None:
    assert list(broken_links(path)) == []


def test_a_broken_link_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# One two\n[a](#one-two) [b](#two) [c](page.md) [d](other.md)\n```\n[e](f)\n```\n", encoding="utf-8"
    )
    assert list(broken_links(page)) == ["#two", "other.md"]


@pytest.mark.parametrize("path", DOCUMENTS, ids=shown)
def test_commands_exist(path: Path) -> None:
    assert unknown_commands(path.read_text(encoding="utf-8").replace("`main.py` ", "")) == set()


def test_a_wrong_command_is_seen() -> None:
    text = "main.py db mend, main.py --database sqlite:///a.db check, main.py users list"
    assert unknown_commands(text) == {"db mend", "check"}


def test_the_readme_names_every_command() -> None:
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    assert [name for name in known_commands() if f"main.py {name}" not in text] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=shown)
def test_files_exist(path: Path) -> None:
    """Files of the project, named in backquotes by their whole path."""
    named = set(_FILE.findall(path.read_text(encoding="utf-8"))) - _MADE_IN_RECIPES
    assert sorted(name for name in named if not (PROJECT / name).exists()) == []


def test_every_decision_is_listed() -> None:
    listed = re.findall(r"\((\d{4}-[\w-]+\.md)\)", (ADR / "README.md").read_text(encoding="utf-8"))
    assert listed == sorted(path.name for path in ADR.glob("[0-9]*.md"))


def test_every_picture_is_shown() -> None:
    guide = PROJECT / "docs" / "guide"
    text = "".join(path.read_text(encoding="utf-8") for path in guide.glob("*.md"))
    pictures = sorted((guide / "pictures").glob("*.png"))
    assert [shown(path) for path in pictures if f"pictures/{path.name}" not in text] == []
    assert [shown(path) for path in pictures if path.stat().st_size > 150_000] == []
