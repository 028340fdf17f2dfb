"""People who really sign in, with logins that no other test uses: on PostgreSQL logins belong to the server."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import psycopg
import pytest
import sqlalchemy as sa

from app.domain.permissions import Role
from app.services.context import Context
from app.services.sign_in import sign_in
from app.services.users import NewUser, add_user
from tests.rig.databases import World

GOOD = "three plain words"
"""Everybody's password."""


class Crew:
    """Marie, who packs, and Tom, who picks."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.marie, self.tom = self.new_login(), self.new_login()
        add_user(world.owner, NewUser(self.marie, "Marie Fontaine", (Role.PACKER,)), GOOD)
        add_user(world.owner, NewUser(self.tom, "Tom Reed", (Role.PICKER,)), GOOD)

    @staticmethod
    def new_login() -> str:
        """A login that nobody has."""
        return f"p{uuid.uuid4().hex[:10]}"

    @staticmethod
    def forget(world: World, *logins: str) -> None:
        """Take logins from the server."""
        if world.postgresql:
            world.close()
            with psycopg.connect(world.url.replace("+psycopg", ""), autocommit=True) as connection:
                for login in logins:
                    connection.execute(f'DROP ROLE IF EXISTS "{login}"'.encode())


@pytest.fixture
def crew(world: World) -> Iterator[Crew]:
    """Two people, gone again after the test."""
    people = Crew(world)
    yield people
    Crew.forget(world, people.marie, people.tom)


def opened(world: World, login: str, password: str = GOOD) -> Context:
    """Sign in, and sign out with the world."""
    context = sign_in(sa.make_url(world.url_of(Role.ADMIN)), login, password, desk="BENCH")
    world._open[f"signed in {uuid.uuid4()}"] = context.db
    return context
