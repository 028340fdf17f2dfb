"""Every attack of the catalogue is refused, and succeeds as soon as its guard is taken away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from app.domain.permissions import Role
from tests.attacks import on_people, on_questions, on_server, on_stock, on_work
from tests.attacks.attack import Attack
from tests.rig.cluster import Server
from tests.rig.databases import World, login_name, postgresql_world
from tests.rig.shop import Shop

ATTACKS = (
    *(*on_server.HIJACKS, *on_server.NEWCOMERS, *on_server.LARGE_OBJECTS, *on_server.TRIGGERS),
    *(*on_stock.LEDGER, *on_stock.COUNTERS),
    *(*on_work.FORGERIES, *on_work.STEPS, *on_work.MONEY),
    *on_questions.QUESTIONS,
    *(*on_people.SECRETS, *on_people.LOGINS),
)


@pytest.fixture(scope="module")
def siege(cluster: Server, postgresql_template: str) -> Iterator[World]:
    """A shop with a planned, a reserved and a released shipment and a parcel; no attack ever commits, so all share it."""
    with postgresql_world(cluster, postgresql_template) as world:
        shop = Shop(world)
        shop.confirmed({"MUG": 20})
        shop.order({"MUG": 2})
        released = shop.released({"MUG": 3})
        shop.draft({"POT": 4})
        with world.database().engine.begin() as connection:
            for statement in (
                "INSERT INTO order_check (order_id, code, severity, owner, amount)"
                " SELECT max(id), 'credit.limit', 'approval', 'supervisor', 500100 FROM sales_order",
                "INSERT INTO order_check (order_id, code, severity, owner)"
                " SELECT max(id), 'product.blocked', 'blocks', 'supervisor' FROM sales_order",
                "INSERT INTO package (shipment_id, sscc, position) SELECT id, '1', 1 FROM shipment WHERE state = 'released'",
                "INSERT INTO idempotency_key (key, use_case, payload_hash) VALUES ('theirs', 'x', 'x')",
                "INSERT INTO blob (sha256, media_type, bytes) VALUES ('label', 'application/pdf', 'Ada Lovelace')",
                "INSERT INTO shipping_label (package_id, tracking, blob_sha) SELECT id, '1', 'label' FROM package",
            ):
                connection.exec_driver_sql(statement)
        assert released.tasks
        for role in Role:
            world.url_of(role)
        yield world


class _Held(Exception):
    """The attack ran to its end and changed nothing."""


def _run(connection: psycopg.Connection[Any], statements: tuple[str, ...], **names: str) -> None:
    for statement in statements:
        for name, value in names.items():
            statement = statement.replace("{" + name + "}", value)
        if statement.startswith("COPY") and "STD" in statement:
            with connection.cursor().copy(statement.encode()) as copy:
                if "STDOUT" in statement:
                    assert list(copy)
            continue
        connection.execute(statement.encode())


def _attempt(world: World, attack: Attack, *, unguarded: bool) -> None:
    """Attack within one transaction of the administrator, who then becomes the attacker for good; all is rolled back.

    SET SESSION AUTHORIZATION makes the attacker's login session_user and current_user alike, as a sign-in does.
    """
    login = login_name((attack.role,))
    names = {"login": login, "db": world.url.rpartition("/")[2].partition("?")[0]}
    with psycopg.connect(
        world.url.replace("+psycopg", ""), options="-c search_path=quai,pg_temp"
    ) as connection:
        if unguarded:
            _run(connection, attack.guard, **names)
        _run(connection, attack.given, **names)
        connection.execute(f"SET SESSION AUTHORIZATION {login}".encode())
        try:
            _run(connection, attack.steps, **names)
            if attack.proof:
                connection.execute("RESET SESSION AUTHORIZATION")
                said = connection.execute(attack.proof.encode()).fetchone()
                if said != (True,):
                    raise _Held
        finally:
            connection.rollback()


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_an_attack_is_stopped(siege: World, attack: Attack) -> None:
    with pytest.raises((psycopg.Error, _Held)) as caught:
        _attempt(siege, attack, unguarded=False)
    assert getattr(caught.value, "sqlstate", "") == attack.state, caught.value
    if not attack.given and attack.state:
        with (
            psycopg.connect(siege.url_of(attack.role).replace("+psycopg", "")) as connection,
            pytest.raises(psycopg.Error) as signed_in,
        ):
            _run(connection, attack.steps, login=login_name((attack.role,)))
        assert signed_in.value.sqlstate == attack.state


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_without_its_guard_it_succeeds(siege: World, attack: Attack) -> None:
    _attempt(siege, attack, unguarded=True)


def test_names_are_told_apart() -> None:
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS)
