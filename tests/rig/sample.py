"""The sample company as a fixture: half a year of history and orders in every state, made once and copied."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.services import schema
from app.services.sample import seed
from app.services.sign_in import owner_context
from tests.rig import filelock
from tests.rig.databases import World


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample company in a file to copy, made once a run by the first process that asks for it."""
    base = tmp_path_factory.getbasetemp()
    path = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "sample.db"
    lock = path.with_suffix(".lock")
    lock.touch()
    with filelock.wait(lock):
        if not path.exists():
            _make(path)
    return path


def _make(path: Path) -> None:
    """Make it under another name first, so that nobody takes half of it for the whole."""
    new = path.with_name("new-sample.db")
    new.unlink(missing_ok=True)
    url = f"sqlite:///{new}"
    schema.upgrade(url)
    owner = owner_context(url, desk="OFFICE")
    try:
        seed(owner, lambda done, total, text: None)
    finally:
        owner.db.close()
    with closing(sqlite3.connect(new)) as line:
        (blocked, _, _) = line.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    assert not blocked, "somebody still reads it"
    new.rename(path)


@pytest.fixture
def sample_world(sample_file: Path, tmp_path: Path) -> Iterator[World]:
    """The sample company on SQLite, for this test alone."""
    path = tmp_path / "sample.db"
    shutil.copy(sample_file, path)
    world = World("sqlite", f"sqlite:///{path}")
    yield world
    world.close()
