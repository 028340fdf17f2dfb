"""Badges and PINs: given, set, and kept from others; the first administrator of a new database."""

from __future__ import annotations

import re

import pytest

from app.domain.permissions import Role
from app.errors import BadInput, NotAllowed, NotFound
from app.services.badges import BadgeTaken, is_pin, own_pin_hash, set_badge, set_pin
from app.services.users import NotTheFirst, first_admin, list_users, people_exist
from tests.rig.databases import World
from tests.rig.people import GOOD, Crew, crew, opened

__all__ = ["crew"]
TABLES = ("app_user", "app_user_role", "app_user_secret")


def badge_of(world: World, login: str) -> str | None:
    """What somebody scans."""
    return next(user.badge for user in list_users(world.owner) if user.login == login)


def test_a_badge_is_new_every_time_and_the_old_one_is_gone(world: World, crew: Crew) -> None:
    first = set_badge(world.owner, crew.marie)
    second = set_badge(world.owner, crew.marie)
    assert first != second
    assert all(re.fullmatch("USR-[A-HJ-NP-Z2-9]{10}", code) for code in (first, second))
    assert badge_of(world, crew.marie) == second
    assert set_badge(world.owner, crew.tom, "usr-4711") == "USR-4711"
    assert set_badge(world.owner, crew.tom, "USR-4711") == "USR-4711"


def test_the_same_key_gives_the_same_badge(world: World, crew: Crew) -> None:
    once = world.owner.once("badge:marie")
    assert set_badge(once, crew.marie) == set_badge(once, crew.marie) == badge_of(world, crew.marie)


def test_badges_that_are_refused(world: World, crew: Crew) -> None:
    set_badge(world.owner, crew.marie, "USR-4711")
    before = world.tables(*TABLES)
    with pytest.raises(BadgeTaken):
        set_badge(world.owner, crew.tom, "usr-4711")
    for wrong in ("4711", "USR-1", "USR-47 11", "LOC-4711", "USR-Ä4711"):
        with pytest.raises(BadInput):
            set_badge(world.owner, crew.tom, wrong)
    with pytest.raises(NotFound):
        set_badge(world.owner, "nobody.here")
    with pytest.raises(NotAllowed):
        set_badge(opened(world, crew.tom), crew.tom)
    assert world.tables(*TABLES) == before


def test_people_set_their_own_pin_and_administrators_anybodys(world: World, crew: Crew) -> None:
    tom = opened(world, crew.tom)
    assert own_pin_hash(tom) == ""
    assert set_pin(tom, crew.tom, "4711") == crew.tom
    mine = own_pin_hash(tom)
    assert mine.startswith("$argon2id$")
    assert is_pin(mine, "4711")
    assert not is_pin(mine, "4712")
    assert not is_pin("", "4711")
    set_pin(world.owner, crew.tom, "00000000")
    assert is_pin(own_pin_hash(tom), "00000000")
    assert own_pin_hash(opened(world, crew.marie)) == ""
    assert (
        world.one("SELECT count(*) FROM audit_entry WHERE before LIKE '%argon2%' OR after LIKE '%argon2%'")
        == 0
    )


def test_a_password_stays_when_a_pin_is_set(world: World, crew: Crew) -> None:
    set_pin(opened(world, crew.tom), crew.tom, "4711")
    assert opened(world, crew.tom).actor == crew.tom


def test_pins_that_are_refused(world: World, crew: Crew) -> None:
    tom = opened(world, crew.tom)
    set_pin(tom, crew.tom, "4711")
    before = world.tables(*TABLES)
    for wrong in ("", "123", "123456789", "12a4", "１２３４", "12 4", "1234\n"):
        with pytest.raises(BadInput):
            set_pin(tom, crew.tom, wrong)
    with pytest.raises(NotAllowed):
        set_pin(tom, crew.marie, "1234")
    with pytest.raises(NotFound):
        set_pin(world.owner, "nobody.here", "1234")
    assert world.tables(*TABLES) == before


def test_the_first_administrator_and_nobody_after(world: World) -> None:
    login = Crew.new_login()
    try:
        with world.owner.reading() as connection:
            assert not people_exist(connection)
        before = world.tables(*TABLES)
        with pytest.raises(BadInput):
            first_admin(world.owner, login, "Alice Morgan", "short")
        with pytest.raises(BadInput):
            first_admin(world.owner, login, " ", GOOD)
        with pytest.raises(NotAllowed):
            first_admin(world.ctx(Role.SUPERVISOR), login, "Alice Morgan", GOOD)
        assert world.tables(*TABLES) == before
        first_admin(world.owner, login, "Alice Morgan", GOOD, "fr")
        (alice,) = list_users(world.owner)
        assert (alice.login, alice.roles, alice.language, alice.active) == (login, (Role.ADMIN,), "fr", True)
        assert opened(world, login).actor == login
        with world.owner.reading() as connection:
            assert people_exist(connection)
        before = world.tables(*TABLES)
        with pytest.raises(NotTheFirst):
            first_admin(world.owner, Crew.new_login(), "Eve", GOOD)
        assert world.tables(*TABLES) == before
    finally:
        Crew.forget(world, login)
