"""What the start of the console finds under a URL, and makes there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command

from app.config import file_url
from app.database import SCHEMA_VERSION, make_engine
from app.errors import BadInput
from app.services import opening, schema
from app.services.finding import look
from app.services.sample import LEADER, PASSWORD
from app.services.sign_in import owner_context, sign_in
from app.services.users import first_admin


def test_nothing_empty_and_ready(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "quai.db"
    url = file_url(file)
    assert (look(url).state, file.exists()) == ("none", False)
    opening.make(url)
    assert look(url).state == "empty"
    owner = owner_context(url)
    first_admin(owner, "ada", "Ada", "a long password")
    owner.db.close()
    found = look(url)
    assert (found.state, found.sample, found.embedded, found.place) == ("ready", False, True, str(file))


def test_a_server_is_asked_at_the_sign_in(tmp_path: Path) -> None:
    found = look("postgresql+psycopg://ada@db.example/quai")
    assert (found.state, found.embedded, found.place) == ("ready", False, "db.example/quai")


def test_other_versions_are_told(tmp_path: Path) -> None:
    file = tmp_path / "quai.db"
    schema.upgrade(file_url(file))
    for version, state in ((SCHEMA_VERSION - 1, "old"), (SCHEMA_VERSION + 1, "new")):
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("UPDATE app_meta SET schema_version = ?", (version,))
            connection.commit()
        assert look(file_url(file)).state == state


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    file = tmp_path / "quai.db"
    file.write_bytes(b"no database at all" * 100)
    with pytest.raises(BadInput):
        look(file_url(file))


def test_an_older_file_is_saved_before_it_is_brought_up_to_date(tmp_path: Path) -> None:
    file = tmp_path / "quai.db"
    engine = make_engine(file_url(file))
    with engine.connect() as made, made.begin():
        command.upgrade(schema.alembic_config(made), "0001")
    engine.dispose()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(
            "INSERT OR REPLACE INTO app_meta (id, schema_version, company) VALUES (1, 1, 'Before')"
        )
        connection.commit()
    saved = opening.upgrade(file_url(file))
    with closing(sqlite3.connect(saved)) as connection:
        assert connection.execute("SELECT schema_version, company FROM app_meta").fetchone() == (1, "Before")
    assert look(file_url(file)).state == "empty"


def test_the_sample_company_appears_whole(tmp_path: Path) -> None:
    file = tmp_path / "quai.db"
    (tmp_path / "quai.partial.db").write_bytes(b"left by a first start that was stopped")
    told: list[tuple[int, int, str]] = []

    def progress(done: int, total: int, words: str) -> None:
        told.append((done, total, words))
        assert not file.exists()

    opening.make_sample(file_url(file), progress)
    assert [one.name for one in tmp_path.iterdir()] == ["quai.db"]
    assert told[-1][0] <= told[-1][1]
    found = look(file_url(file))
    assert (found.state, found.sample) == ("ready", True)
    sign_in(file_url(file), LEADER, PASSWORD).db.close()
