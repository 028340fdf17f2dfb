"""What `Database.run` does about other desks, cut lines, slow servers and repeated keys."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import exc

from app.database import Database, Operation, Timeouts, Transaction
from app.domain.permissions import Role
from app.errors import Conflict, Unavailable
from tests.rig.databases import World

_APPEND = sa.text("UPDATE supplier SET name = name || :what WHERE code = :code")


@pytest.fixture
def suppliers(world: World) -> World:
    """Two rows, A and B, that tests write to; their names say what was done to them."""
    with world.database().engine.begin() as connection:
        connection.execute(sa.text("INSERT INTO supplier (code, name) VALUES ('A', '|'), ('B', '|')"))
    return world


def names(world: World) -> tuple[str, str]:
    """What was done to A and to B."""
    a, b = world.rows("SELECT name FROM supplier ORDER BY code")
    return a.name, b.name


def append(tx: Transaction, code: str, what: str) -> None:
    assert tx.execute(_APPEND, {"code": code, "what": what}).rowcount == 1  # done, not only sent
    tx.changed("supplier")


def run(database: Database, work: Any, key: str = "", *, use_case: str = "test", payload: str = "") -> Any:
    """Run work that returns text."""
    operation = Operation(key or f"key-{time.monotonic_ns()}", use_case, payload)
    return database.run(work, operation, encode=str, decode=str, actor="t", desk="D")


def test_a_deadlock_is_tried_again_under_the_same_key(pg_world: World) -> None:
    with pg_world.database().engine.begin() as connection:
        connection.execute(sa.text("INSERT INTO supplier (code, name) VALUES ('A', '|'), ('B', '|')"))
    both_hold_one = threading.Barrier(2)
    attempts: list[str] = []

    def crossing(first: str, second: str) -> str:
        def work(tx: Transaction) -> str:
            attempts.append(first)
            append(tx, first, first.lower())
            if attempts.count(first) == 1:
                both_hold_one.wait(30)
            append(tx, second, first.lower())
            return f"from {first}"

        database = pg_world.database(application=f"desk {first}")
        return str(run(database, work, f"crossing-{first}"))

    with ThreadPoolExecutor(2) as desks:
        done = [desks.submit(crossing, *pair) for pair in (("A", "B"), ("B", "A"))]
        assert [one.result() for one in done] == ["from A", "from B"]
    assert len(attempts) == 3
    assert sorted(names(pg_world)[0][1:]) == sorted(names(pg_world)[1][1:]) == ["a", "b"]
    assert pg_world.one("SELECT count(*) FROM idempotency_key WHERE key LIKE 'crossing-%'") == 2


def test_a_cut_line_is_tried_again_and_nothing_is_done_twice(pg_world: World) -> None:
    with pg_world.database().engine.begin() as connection:
        connection.execute(sa.text("INSERT INTO supplier (code, name) VALUES ('A', '|')"))
    sessions: list[int] = []

    def work(tx: Transaction) -> str:
        append(tx, "A", "x")
        sessions.append(tx.execute(sa.text("SELECT pg_backend_pid()")).scalar_one())
        if len(sessions) == 1:
            other = pg_world.database(application="the one who cuts")
            with other.engine.connect() as connection:
                connection.execute(sa.text("SELECT pg_terminate_backend(:pid, 5000)"), {"pid": sessions[0]})
        append(tx, "A", "y")
        return "done"

    assert run(pg_world.database(), work, "cut") == "done"
    assert len(set(sessions)) == 2
    assert pg_world.one("SELECT name FROM supplier") == "|xy"


def test_what_is_cut_every_time_is_unavailable_and_leaves_nothing(pg_world: World) -> None:
    attempts: list[int] = []

    def work(tx: Transaction) -> str:
        attempts.append(1)
        tx.execute(sa.text("INSERT INTO supplier (code, name) VALUES ('A', 'x')"))
        tx.execute(sa.text("SELECT pg_terminate_backend(pg_backend_pid())"))
        return "never"

    with pytest.raises(Unavailable) as caught:
        run(pg_world.database(), work, "hopeless")
    assert "not done twice" in caught.value.hint
    assert len(attempts) == 8
    assert pg_world.one("SELECT count(*) FROM supplier") == 0
    assert pg_world.one("SELECT count(*) FROM idempotency_key WHERE key = 'hopeless'") == 0


def test_one_key_from_many_desks_at_once_is_done_once(suppliers: World) -> None:
    begun = threading.Barrier(4)

    def press(desk: int) -> str:
        begun.wait(30)
        return str(
            run(suppliers.database(application=f"desk {desk}"), lambda tx: work(tx, desk), "draft-7:confirm")
        )

    def work(tx: Transaction, desk: int) -> str:
        append(tx, "A", str(desk))
        return f"desk {desk} did it"

    with ThreadPoolExecutor(4) as desks:
        answers = set(desks.map(press, range(4)))
    assert len(answers) == 1
    assert names(suppliers)[0] == f"|{answers.pop()[5]}"


@pytest.mark.parametrize(("use_case", "payload"), [("test", "other"), ("another", "same")])
def test_a_key_serves_one_thing_only(suppliers: World, use_case: str, payload: str) -> None:
    def work(tx: Transaction) -> str:
        append(tx, "A", "x")
        return "x"

    database = suppliers.database()
    assert run(database, work, "k", payload="same") == run(database, work, "k", payload="same") == "x"
    with pytest.raises(Conflict) as caught:
        run(database, work, "k", use_case=use_case, payload=payload)
    assert caught.value.facts == {"key": "k", "used_for": "test"}
    assert names(suppliers)[0] == "|x"


def test_what_fails_leaves_its_key_free(suppliers: World) -> None:
    def fails(tx: Transaction) -> str:
        append(tx, "A", "x")
        raise Conflict("No.")

    with pytest.raises(Conflict):
        run(suppliers.database(), fails, "k")
    assert names(suppliers) == ("|", "|")
    assert run(suppliers.database(), lambda tx: "yes", "k") == "yes"


def test_a_role_taken_on_does_not_survive_in_the_pool(pg_world: World) -> None:
    database = pg_world.database(pg_world.url_of(Role.PICKER, Role.PACKER), pool_size=1)
    with database.engine.connect() as connection:
        connection.execute(sa.text("SET ROLE quai_picker"))
        connection.commit()
        before = connection.execute(sa.text("SELECT pg_backend_pid()")).scalar_one()

    def who(tx: Transaction) -> str:
        return str(tx.execute(sa.text("SELECT current_user = session_user, pg_backend_pid()")).one())

    assert run(database, who) not in (f"(True, {before})", f"(False, {before})")
    assert run(database, who).startswith("(True, ")


def test_a_statement_that_takes_too_long_is_given_up_and_not_repeated(pg_world: World) -> None:
    database = pg_world.database(timeouts=Timeouts(statement=0.3))
    attempts: list[int] = []

    def slow(tx: Transaction) -> str:
        attempts.append(1)
        tx.execute(sa.text("INSERT INTO supplier (code, name) VALUES ('A', 'x')"))
        tx.execute(sa.text("SELECT pg_sleep(30)"))
        return "never"

    with pytest.raises(Unavailable, match="too long"):
        run(database, slow, "slow")
    assert len(attempts) == 1
    assert pg_world.one("SELECT count(*) FROM supplier") == 0


def test_a_transaction_left_idle_is_ended_by_the_server_and_begun_anew(pg_world: World) -> None:
    database = pg_world.database(timeouts=Timeouts(idle_in_transaction=0.3))
    attempts: list[int] = []

    def dreaming(tx: Transaction) -> str:
        attempts.append(1)
        assert tx.execute(sa.text("INSERT INTO supplier (code, name) VALUES ('A', 'x')")).rowcount == 1
        while len(attempts) == 1 and pg_world.one(
            "SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction'"
        ):
            time.sleep(0.1)
        tx.execute(sa.text("UPDATE supplier SET name = name || 'y'"))
        return "awake"

    assert run(database, dreaming) == "awake"
    assert len(attempts) == 2
    assert pg_world.one("SELECT name FROM supplier") == "xy"


def test_a_wait_for_a_lock_names_who_holds_it(pg_world: World) -> None:
    with pg_world.database().engine.begin() as connection:
        connection.execute(sa.text("INSERT INTO supplier (code, name) VALUES ('A', '|')"))
    holding = pg_world.database(pg_world.url_of(Role.SUPERVISOR), application="GOODS-IN-2")
    waiting = pg_world.database(pg_world.url_of(Role.ADMIN), timeouts=Timeouts(lock=1.5))
    attempts: list[int] = []

    def blocked(tx: Transaction) -> str:
        attempts.append(1)
        if len(attempts) == 2:
            holds.rollback()
        append(tx, "A", "y")
        return "in"

    with holding.engine.connect() as holds:
        holds.execute(_APPEND, {"code": "A", "what": "x"})
        assert run(waiting, blocked) == "in"
    assert len(attempts) == 2
    with holding.engine.connect() as holds, pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.database.transaction.ATTEMPTS", 1)
        holds.execute(_APPEND, {"code": "A", "what": "x"})
        with pytest.raises(Conflict) as caught:
            run(waiting, lambda tx: append(tx, "A", "z"))
    assert caught.value.facts["holder"] == "t_supervisor (GOODS-IN-2)"
    assert "t_supervisor (GOODS-IN-2)" in caught.value.message
    assert pg_world.one("SELECT name FROM supplier") == "|y"


def test_reading_cannot_write(suppliers: World) -> None:
    database = suppliers.database(pool_size=1)
    with pytest.raises(exc.DBAPIError), database.reading() as connection:
        connection.execute(_APPEND, {"code": "A", "what": "x"})
    assert names(suppliers) == ("|", "|")
    run(database, lambda tx: append(tx, "A", "y"))
    assert names(suppliers) == ("|y", "|")


def test_a_reader_sees_one_state_throughout(suppliers: World) -> None:
    database = suppliers.database(application="writer")
    with suppliers.database().reading() as connection:
        before = connection.execute(sa.text("SELECT name FROM supplier ORDER BY code")).all()
        run(database, lambda tx: append(tx, "A", "x"))
        after = connection.execute(sa.text("SELECT name FROM supplier ORDER BY code")).all()
    assert before == after
    assert names(suppliers)[0] == "|x"
