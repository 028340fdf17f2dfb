"""The sample company as a fixture: half a year of history and orders in every state, made once and copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services import schema
from app.services.sample import seed
from app.services.sign_in import owner_context
from tests.rig.databases import World


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample company in a file to copy, made once a process."""
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    url = f"sqlite:///{path}"
    schema.upgrade(url)
    owner = owner_context(url, desk="OFFICE")
    try:
        seed(owner, lambda done, total, text: None)
    finally:
        owner.db.close()
    return path


@pytest.fixture
def sample_world(sample_file: Path, tmp_path: Path) -> Iterator[World]:
    """The sample company on SQLite, for this test alone."""
    path = tmp_path / "sample.db"
    for end in ("", "-wal"):
        if (source := sample_file.with_name(f"{sample_file.name}{end}")).exists():
            shutil.copy(source, path.with_name(f"{path.name}{end}"))
    world = World("sqlite", f"sqlite:///{path}")
    yield world
    world.close()
