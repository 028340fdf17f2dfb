"""What a server says before there is a session becomes a sentence, and is not asked eight times."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa
from sqlalchemy import exc

from app.database import Database, Operation
from app.database.refusals import is_retryable, refused_at_the_door, translate
from app.database.watchdog import WatchedConnection
from app.errors import AppError, NotAllowed, NotFound, Unavailable
from tests.rig.cluster import Server


@pytest.fixture
def login(cluster: Server) -> Iterator[str]:
    """A login with the password 'right' that may connect to database postgres, and nothing else."""
    name = f"door_{uuid.uuid4().hex[:8]}"
    with cluster.connect() as connection:
        connection.execute(f"CREATE ROLE {name} LOGIN PASSWORD 'right'")
        connection.execute(f"CREATE DATABASE {name}")
        connection.execute(f"REVOKE ALL ON DATABASE {name} FROM PUBLIC")
        yield name
        connection.execute(f"DROP DATABASE {name}")
        connection.execute(f"DROP ROLE {name}")


def _run(url: str | sa.URL) -> tuple[AppError, int]:
    """The refusal of a use case on this URL, and how often a connection was tried."""
    database = Database(url)
    tries = []
    connect = WatchedConnection.connect

    def counted(*args: Any, **kwargs: Any) -> Any:
        tries.append(1)
        return connect(*args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WatchedConnection, "connect", counted)
        with pytest.raises(AppError) as caught:
            database.run(lambda tx: 1, Operation("k", "u", "p"), encode=str, decode=int, actor="somebody")
    database.close()
    return caught.value, len(tries)


@pytest.mark.parametrize(
    ("change", "refusal", "words"),
    [
        ({"password": "wrong"}, NotAllowed, "does not accept this sign-in"),
        ({"username": "nobody_at_all"}, NotAllowed, "does not accept this sign-in"),
        ({"password": None}, NotAllowed, "does not accept this sign-in"),
        ({"database": "no_such_database"}, NotFound, "no such database"),
        ({}, NotAllowed, "may not use this database"),
        ({"host": "no-such-host.invalid"}, Unavailable, "No server of that name"),
        ({"query": {"sslmode": "require"}}, Unavailable, "do not agree on encryption"),
    ],
)
def test_refused_at_the_door_is_said_at_once(
    cluster: Server, login: str, change: dict[str, object], refusal: type[AppError], words: str
) -> None:
    url = sa.make_url(cluster.url(login, login, "right"))
    got, tries = _run(sa.URL.create(**(url._asdict() | change)))
    assert type(got) is refusal
    assert words in got.message
    assert tries == 1
    assert "right" not in str(got.facts)


def test_no_line_in_pg_hba_is_told_apart() -> None:
    words = 'connection failed: connection to server at "10.0.0.1" failed: FATAL:  no pg_hba.conf entry for host "10.0.0.2"'
    error = exc.OperationalError("", {}, psycopg.OperationalError(words))
    got = translate(error)
    assert type(got) is NotAllowed
    assert "from this computer" in got.message
    assert not is_retryable(error)


def test_a_server_that_is_down_is_tried_again(cluster: Server, login: str) -> None:
    got, tries = _run(sa.make_url(cluster.url(login, login, "right")).set(port=1))
    assert type(got) is Unavailable
    assert tries > 3


@pytest.mark.parametrize(
    "words",
    [
        "connection failed: FATAL:  the database system is starting up",
        "connection failed: FATAL:  sorry, too many clients already",
        "connection failed: FATAL:  remaining connection slots are reserved for non-replication superuser connections",
        "consuming input failed: SSL SYSCALL error: EOF detected",
        "connection timeout expired",
    ],
)
def test_what_passes_by_itself_is_tried_again(words: str) -> None:
    error = exc.OperationalError("", {}, psycopg.OperationalError(words))
    assert refused_at_the_door(error) is None
    assert is_retryable(error)
    assert type(translate(error)) is Unavailable
