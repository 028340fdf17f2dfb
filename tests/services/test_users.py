"""People are added, change their roles, lose their access; signing in tells them apart, alike on both engines."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import psycopg
import pytest
import sqlalchemy as sa

from app.database import RuleBroken
from app.domain.permissions import Permission, Role, permissions_of
from app.errors import BadInput, Conflict, NotAllowed, NotFound
from app.models import Supplier
from app.services import sign_in as doors
from app.services import users
from app.services.context import Context
from app.services.sign_in import SignInRefused, owner_context, sign_in
from app.services.users import (
    LastAdmin,
    NewUser,
    add_user,
    disable_user,
    enable_user,
    list_users,
    reset_password,
    set_roles,
)
from tests.rig.cluster import SUPERUSER
from tests.rig.databases import World, login_name

GOOD = "three plain words"
OTHER = "four other plain words"
TABLES = ("app_user", "app_user_role", "app_user_secret")


@pytest.fixture
def person(world: World) -> Iterator[str]:
    """A login that no other test uses: on PostgreSQL logins belong to the server, not to the test's database."""
    names: list[str] = []
    name = f"p{uuid.uuid4().hex[:10]}"
    names += [name, f"{name}.two"]
    yield name
    if world.postgresql:
        world.close()
        with psycopg.connect(world.url.replace("+psycopg", ""), autocommit=True) as connection:
            for login in names:
                connection.execute(f'DROP ROLE IF EXISTS "{login}"')


def opened(world: World, login: str, password: str = GOOD) -> Context:
    """Sign in, and sign out with the world."""
    url = sa.make_url(world.url_of(Role.ADMIN))
    context = sign_in(url, login, password, desk="BENCH")
    key = f"signed in {uuid.uuid4()}"
    world._open[key] = context.db
    return context


def admin(world: World) -> Context:
    return world.ctx(Role.ADMIN)


def test_a_person_signs_in_with_the_rights_of_the_roles(world: World, person: str) -> None:
    add_user(admin(world), NewUser(person, "Anne Martin", (Role.PICKER, Role.PACKER), "fr", "B-1"), GOOD)
    context = opened(world, person)
    assert context.rights == permissions_of(frozenset({Role.PICKER, Role.PACKER}))
    assert (context.actor, context.desk) == (person, "BENCH")
    listed = {user.login: user for user in list_users(context)}
    assert listed[person] == users.User(person, "Anne Martin", (Role.PICKER, Role.PACKER), True, "fr", "B-1")


def test_what_a_person_does_bears_the_name(world: World, person: str) -> None:
    add_user(admin(world), NewUser(person, "Anne", (Role.ADMIN,)), GOOD)
    other = f"{person}.two"
    add_user(opened(world, person).because("new colleague"), NewUser(other, "Bea", (Role.PICKER,)), GOOD)
    entry = world.rows(
        "SELECT actor, desk, reason FROM audit_entry WHERE table_name = 'app_user' AND after LIKE :who",
        who=f"%{other}%",
    )
    assert [tuple(row) for row in entry] == [(person, "BENCH", "new colleague")]


def test_the_password_itself_is_stored_nowhere(world: World, person: str) -> None:
    add_user(admin(world), NewUser(person, "Anne", (Role.PICKER,)), GOOD)
    reset_password(admin(world), person, OTHER)
    with world.database().reading() as connection:
        names = [name for name in sa.inspect(connection).get_table_names() if name != "alembic_version"]
    said = str(world.tables(*names))
    assert GOOD not in said
    assert OTHER not in said
    if world.postgresql:
        assert world.one("SELECT rolpassword FROM pg_authid WHERE rolname = :n", n=person).startswith(
            "SCRAM-SHA-256$4096:"
        )
    else:
        assert "$argon2id$" in str(world.tables("app_user_secret"))
        assert "argon2" not in str(world.tables("audit_entry", "idempotency_key"))


def test_refused_sign_ins_say_the_same(world: World, person: str) -> None:
    add_user(admin(world), NewUser(person, "Anne", (Role.PICKER,)), GOOD)
    disabled = f"{person}.two"
    add_user(admin(world), NewUser(disabled, "Bea", (Role.PICKER,)), GOOD)
    disable_user(admin(world), disabled)
    unknown, broken = ("nobody.here", GOOD), (("", GOOD), ("a\0b", GOOD), (person, "\0"), (person, ""))
    for login, password in ((person, OTHER), unknown, (disabled, GOOD), *broken):
        with pytest.raises(SignInRefused) as caught:
            opened(world, login, password)
        assert str(caught.value) == str(SignInRefused())
        assert caught.value.facts == {}


def test_an_unknown_login_takes_the_same_work(sqlite_world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted, not timed: one hash is verified, with the same parameters as everybody's, whoever asks."""
    verified: list[str] = []

    class Counting:
        hash = users.HASHER.hash

        def verify(self, stored: str, password: str) -> bool:
            verified.append(stored)
            return users.HASHER.verify(stored, password)

    monkeypatch.setattr(doors, "HASHER", Counting())
    doors._nobody.cache_clear()
    add_user(sqlite_world.owner, NewUser("anne", "Anne", (Role.PICKER,)), GOOD)
    for login in ("anne", "nobody"):
        with pytest.raises(SignInRefused):
            opened(sqlite_world, login, OTHER)
    assert len(verified) == 2
    assert verified[0].split("$")[:4] == verified[1].split("$")[:4]


def test_a_disabled_person_loses_the_open_session_too(world: World, person: str) -> None:
    add_user(admin(world), NewUser(person, "Anne", (Role.SUPERVISOR,)), GOOD)
    context = opened(world, person)
    with context.db.engine.connect() as still_open:
        still_open.execute(sa.select(Supplier.id)).all()
        still_open.rollback()
        disable_user(admin(world), person)
        if world.postgresql:
            with pytest.raises(sa.exc.ProgrammingError):
                still_open.execute(sa.select(Supplier.id))
    with pytest.raises(SignInRefused):
        opened(world, person)
    enable_user(admin(world), person)
    assert opened(world, person).rights == permissions_of(frozenset({Role.SUPERVISOR}))


def test_roles_are_set_and_taken(world: World, person: str) -> None:
    add_user(admin(world), NewUser(person, "Anne", (Role.PICKER, Role.RETURNS)), GOOD)
    set_roles(admin(world), person, (Role.RETURNS, Role.STOCK_KEEPER))
    assert opened(world, person).rights == permissions_of(frozenset({Role.RETURNS, Role.STOCK_KEEPER}))
    assert {user.login: user.roles for user in list_users(admin(world))}[person] == (
        Role.STOCK_KEEPER,
        Role.RETURNS,
    )


def test_roles_set_on_a_disabled_person_wait(world: World, person: str) -> None:
    add_user(admin(world), NewUser(person, "Anne", (Role.PICKER,)), GOOD)
    disable_user(admin(world), person)
    set_roles(admin(world), person, (Role.PACKER,))
    with pytest.raises(SignInRefused):
        opened(world, person)
    if world.postgresql:
        assert not world.one("SELECT pg_has_role(:p, 'quai_packer', 'member')", p=person)
    enable_user(admin(world), person)
    assert opened(world, person).rights == permissions_of(frozenset({Role.PACKER}))


def test_a_new_password_replaces_the_old_one(world: World, person: str) -> None:
    add_user(admin(world), NewUser(person, "Anne", (Role.PICKER,)), GOOD)
    reset_password(admin(world).because("forgotten"), person, OTHER)
    with pytest.raises(SignInRefused):
        opened(world, person, GOOD)
    assert opened(world, person, OTHER).actor == person
    assert world.one("SELECT count(*) FROM audit_entry WHERE reason = 'forgotten'") == 1


def test_somebody_must_administer(world: World, person: str) -> None:
    add_user(world.owner, NewUser(person, "Anne", (Role.ADMIN,)), GOOD)
    before = world.tables(*TABLES)
    with pytest.raises(LastAdmin):
        disable_user(world.owner, person)
    with pytest.raises(LastAdmin):
        set_roles(world.owner, person, (Role.PICKER,))
    assert world.tables(*TABLES) == before
    add_user(world.owner, NewUser(f"{person}.two", "Bea", (Role.ADMIN,)), GOOD)
    disable_user(world.owner, person)
    with pytest.raises(LastAdmin):
        disable_user(world.owner, f"{person}.two")


PLAIN_NOT = (
    *(
        "",
        "a",
        "Anne",
        "1anne",
        "anne martin",
        'a"b',
        "a'b",
        "a;b",
        "anné",
        "a" * 32,
        "anne\n",
        "postgres",
        "owner",
    ),
    *("quai_owner", "quai_admin", "pg_monitor", "public"),
)


def test_a_login_is_plain(world: World) -> None:
    before = world.tables(*TABLES)
    for login in PLAIN_NOT:
        with pytest.raises(BadInput):
            add_user(world.owner, NewUser(login, "Anne", (Role.PICKER,)), GOOD)
        with pytest.raises(BadInput):
            reset_password(world.owner, login, GOOD)
    assert world.tables(*TABLES) == before


def test_a_password_has_a_length(world: World, person: str) -> None:
    for password in ("", "short", "x" * 201, "ten letters\0"):
        with pytest.raises(BadInput):
            add_user(world.owner, NewUser(person, "Anne", (Role.PICKER,)), password)
    assert world.tables("app_user")["app_user"] == []


def test_what_is_wrong_with_a_person_is_said(world: World, person: str) -> None:
    for user in (
        NewUser(person, " ", (Role.PICKER,)),
        NewUser(person, "Anne", ()),
        NewUser(person, "Anne", ("emperor",)),  # type: ignore[arg-type]  # as it may come from a command line
        NewUser(person, "Anne", (Role.PICKER,), language="xx"),
    ):
        with pytest.raises(BadInput):
            add_user(world.owner, user, GOOD)
    assert world.tables("app_user")["app_user"] == []
    add_user(world.owner, NewUser(person, "Anne", (Role.PICKER,), badge="B-1"), GOOD)
    before = world.tables(*TABLES)
    with pytest.raises(Conflict):
        add_user(world.owner, NewUser(person, "Anne", (Role.PICKER,)), GOOD)
    with pytest.raises(Conflict):
        add_user(world.owner, NewUser(f"{person}.two", "Bea", (Role.PICKER,), badge="B-1"), GOOD)
    for change in (disable_user, enable_user):
        with pytest.raises(NotFound):
            change(world.owner, f"{person}.two")
    with pytest.raises(NotFound):
        reset_password(world.owner, f"{person}.two", GOOD)
    with pytest.raises(NotFound):
        set_roles(world.owner, f"{person}.two", (Role.PICKER,))
    assert world.tables(*TABLES) == before


def test_only_administrators_add_people(world: World, person: str) -> None:
    with pytest.raises(NotAllowed):
        add_user(world.ctx(Role.SUPERVISOR), NewUser(person, "Anne", (Role.PICKER,)), GOOD)
    with pytest.raises(NotAllowed):
        reset_password(world.ctx(Role.SUPERVISOR), person, GOOD)
    assert world.tables("app_user")["app_user"] == []


def test_a_login_that_quai_did_not_make_is_left_alone(pg_world: World) -> None:
    foreign = f"p{uuid.uuid4().hex[:10]}"
    with psycopg.connect(pg_world.url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {foreign} LOGIN PASSWORD 'theirs'")
        before = connection.execute("SELECT * FROM pg_authid WHERE rolname = %s", (foreign,)).fetchone()
        with pytest.raises(RuleBroken) as caught:
            add_user(admin(pg_world), NewUser(foreign, "Anne", (Role.ADMIN,)), GOOD)
        after = connection.execute("SELECT * FROM pg_authid WHERE rolname = %s", (foreign,)).fetchone()
        connection.execute(f"DROP ROLE {foreign}")
    assert caught.value.facts["rule"] == "users.not_ours"
    assert after == before
    assert pg_world.tables("app_user")["app_user"] == []


def test_the_owner_of_the_file_needs_no_sign_in(sqlite_world: World) -> None:
    context = owner_context(sqlite_world.url, desk="OFFICE")
    assert (context.actor, context.rights, context.desk) == ("owner", frozenset(Permission), "OFFICE")
    context.db.close()


def test_the_command_line_has_the_rights_of_its_login(pg_world: World) -> None:
    for url, name, rights in (
        (pg_world.url, SUPERUSER, frozenset(Permission)),
        (pg_world.url_of(Role.PICKER), login_name((Role.PICKER,)), permissions_of(frozenset({Role.PICKER}))),
    ):
        context = owner_context(url)
        context.db.close()
        assert (context.actor, context.rights) == (name, rights)


def test_a_login_without_a_role_is_refused(pg_world: World) -> None:
    with pytest.raises(NotAllowed):
        owner_context(pg_world.url_of())
