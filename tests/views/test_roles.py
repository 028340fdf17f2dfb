"""Who sees what: the rail of each role, and every screen of it opens with just that role's rights on both engines."""

from __future__ import annotations

import pytest

from app.domain.permissions import ROLE_PERMISSIONS, Role
from app.views.screens import SCREENS
from app.views.table_screen import TableScreen
from tests.rig.databases import World
from tests.rig.screens import MakeDesk
from tests.rig.shop import Shop

BENCHES = {
    Role.PACKER: {"packing"},
    Role.RETURNS: {"returns"},
    Role.CUSTOMER_SERVICE: {"order-entry"},
    Role.ADMIN: {"packing", "returns", "order-entry", "users"},
    Role.SUPERVISOR: {"packing", "returns", "order-entry"},
}
"""The screens of which only these roles can make something."""


@pytest.mark.parametrize("role", Role)
def test_the_rail_shows_what_the_role_works_with(role: Role) -> None:
    seen = {one.id for one in SCREENS if one.right is None or one.right in ROLE_PERMISSIONS[role]}
    of_some = {"packing", "returns", "order-entry", "users"}
    assert seen & of_some == BENCHES.get(role, set())
    assert {"orders", "stock", "shipments", "products", "pick-lists", "settings"} <= seen


@pytest.mark.parametrize("role", Role)
def test_every_screen_of_the_rail_opens(pg_world: World, desk_of: MakeDesk, role: Role) -> None:
    """Where the server itself refuses what the role may not read."""
    opens_all(pg_world, desk_of, role)


@pytest.mark.soak
@pytest.mark.parametrize("role", Role)
def test_every_screen_of_the_rail_opens_on_a_file(sqlite_world: World, desk_of: MakeDesk, role: Role) -> None:
    opens_all(sqlite_world, desk_of, role)


def opens_all(world: World, desk_of: MakeDesk, role: Role) -> None:
    shop = Shop(world)
    shop.order({"MUG": 2})
    desk = desk_of(world, role, screens=SCREENS)
    for kind in desk.work.allowed():
        if kind.home:
            continue
        screen = desk.show(kind)
        assert desk.notices == (), kind.id
        if isinstance(screen, TableScreen):
            assert screen.states.currentWidget() is not screen.states._error, kind.id
            desk.press("Home")
        assert desk.notices == (), kind.id
