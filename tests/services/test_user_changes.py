"""A person's name, language and roles are changed in one step, by administrators alone, and one of those always remains."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.permissions import Role, permissions_of
from app.errors import BadInput, Conflict, NotAllowed, NotFound
from app.services.user_changes import UserFields, edit_user
from app.services.users import LastAdmin, list_users, set_roles
from tests.rig.databases import World
from tests.rig.people import Crew, crew, opened

__all__ = ["crew"]
TABLES = ("app_user", "app_user_role", "app_user_secret")
WAS = UserFields("Marie Fontaine", (Role.PACKER,))


def test_name_language_and_roles_in_one_step(world: World, crew: Crew) -> None:
    ctx = world.ctx(Role.ADMIN)
    new = UserFields("Marie Martin", (Role.PACKER, Role.RETURNS), "fr")
    assert edit_user(ctx, crew.marie, new, WAS) == crew.marie
    marie = next(user for user in list_users(world.owner) if user.login == crew.marie)
    assert (marie.name, marie.roles, marie.language) == ("Marie Martin", (Role.PACKER, Role.RETURNS), "fr")
    assert opened(world, crew.marie).rights == permissions_of(frozenset(new.roles))
    edit_user(ctx, crew.marie, replace(new, name="Marie M."), new)


def test_what_is_refused_changes_nothing(world: World, crew: Crew) -> None:
    ctx = world.ctx(Role.ADMIN)
    set_roles(ctx, crew.tom, (Role.ADMIN,))
    before = world.tables(*TABLES)
    with pytest.raises(Conflict):
        edit_user(ctx, crew.marie, replace(WAS, name="X"), replace(WAS, name="Somebody"))
    with pytest.raises(Conflict):
        edit_user(ctx, crew.marie, replace(WAS, roles=(Role.PICKER,)), replace(WAS, roles=(Role.ADMIN,)))
    for wrong, field in (
        (replace(WAS, name=" "), "name"),
        (replace(WAS, language="de"), "language"),
        (replace(WAS, name="Other", roles=()), "roles"),
    ):
        with pytest.raises(BadInput) as caught:
            edit_user(ctx, crew.marie, wrong, WAS)
        assert caught.value.facts["field"] == field
    tom = UserFields("Tom Reed", (Role.ADMIN,))
    with pytest.raises(LastAdmin):
        edit_user(ctx, crew.tom, UserFields("Tom R.", (Role.PICKER,)), tom)
    with pytest.raises(NotFound):
        edit_user(ctx, "nobody.here", WAS, WAS)
    with pytest.raises(NotAllowed):
        edit_user(world.ctx(Role.SUPERVISOR), crew.marie, replace(WAS, name="X"), WAS)
    assert world.tables(*TABLES) == before
