"""requirements.lock is in step with pyproject.toml: everything pinned, everything hashed, nothing missing."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).resolve().parents[2]
LOCK = (PROJECT / "requirements.lock").read_text(encoding="utf-8")


def wanted() -> list[Requirement]:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [
        Requirement(line) for line in [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    ]


def pins() -> dict[str, list[tuple[str, str, int]]]:
    """Each pinned name with (version, marker, number of hashes); more than one where markers differ."""
    found: dict[str, list[tuple[str, str, int]]] = {}
    logical = LOCK.replace("\\\n", " ")
    for line in logical.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        pin = re.match(
            r"(?P<name>[\w.-]+)(?:\[[\w,-]+\])?==(?P<version>[\w.+!]+)\s*(?:;(?P<marker>.*?))?(?=\s--hash|$)",
            line,
        )
        assert pin, f"not a pin: {line[:80]}"
        hashes = len(re.findall(r"--hash=sha256:[0-9a-f]{64}", line))
        marker = (pin["marker"] or "").strip()
        found.setdefault(canonicalize_name(pin["name"]), []).append((pin["version"], marker, hashes))
    return found


@pytest.mark.parametrize("requirement", wanted(), ids=str)
def test_every_dependency_is_pinned_within_its_bounds(requirement: Requirement) -> None:
    choices = pins().get(canonicalize_name(requirement.name), [])
    assert choices, "run `make lock`"
    assert all(requirement.specifier.contains(pinned, prereleases=True) for pinned, _, _ in choices)


def test_every_pin_has_hashes() -> None:
    assert [name for name, choices in pins().items() if not all(hashes for _, _, hashes in choices)] == []


def test_the_environment_is_the_locked_one() -> None:
    """What the tests run on is what the lock says; otherwise `make setup` has not been run since."""
    here = {
        name: pinned
        for name, choices in pins().items()
        for pinned, marker, _ in choices
        if not marker or Marker(marker).evaluate()
    }
    assert {name: version(name) for name in here} == here
