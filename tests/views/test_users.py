"""People on the screen: added, changed, their badges, passwords and PINs; one administrator always remains."""

from __future__ import annotations

from app.domain.permissions import Permission, Role, permissions_of
from app.services.badges import is_pin, own_pin_hash, set_badge
from app.services.context import Context
from app.services.users import list_users, set_roles
from app.views.settings import Settings
from app.views.users import Users
from tests.documents.readers import decode
from tests.rig.databases import World
from tests.rig.people import Crew, crew, opened
from tests.rig.screens import MakeDesk

__all__ = ["crew"]
TABLES = ("app_user", "app_user_role", "app_user_secret")


def role_of(world: World, login: str) -> tuple[Role, ...]:
    return next(user.roles for user in list_users(world.owner) if user.login == login)


def test_a_person_is_added_by_keyboard(world: World, desk_of: MakeDesk) -> None:
    login = Crew.new_login()
    desk = desk_of(world, Role.ADMIN, screens=(Users,))
    screen = desk.show(Users)
    try:
        desk.press("Ctrl+N")
        desk.type(login)
        desk.press("Return")
        desk.type("Ada Lovelace")
        desk.press("Return")
        desk.type("short")
        desk.press("Return", "Tab", "Tab", "Space", "Ctrl+S")
        assert screen.form.refusal("password")
        assert list_users(world.owner) == ()
        desk.press("Ctrl+A")
        desk.type("three plain words")
        desk.press("Ctrl+S")
        assert opened(world, login).rights == permissions_of(frozenset({Role.PICKER}))
        current = screen.current()
        assert current is not None
        assert (current.login, current.name) == (login, "Ada Lovelace")
        desk.press("Ctrl+N")
        desk.type(login)
        desk.press("Return")
        desk.type("Again")
        desk.press("Return")
        desk.type("three plain words")
        desk.press("Return", "Space", "Ctrl+S")
        assert login in screen.form.refusal("login")
    finally:
        Crew.forget(world, login)


def test_roles_and_name_are_changed(world: World, crew: Crew, desk_of: MakeDesk) -> None:
    desk = desk_of(world, Role.ADMIN, screens=(Users,))
    screen = desk.show(Users, _id(world, crew.marie))
    screen.form.widget("roles").box(Role.RETURNS).click()
    screen.form.widget("name").setText("Marie M.")
    desk.press("Ctrl+S")
    assert role_of(world, crew.marie) == (Role.PACKER, Role.RETURNS)
    assert world.one("SELECT name FROM app_user WHERE login = :l", l=crew.marie) == "Marie M."


def test_the_last_administrator_stays(world: World, crew: Crew, desk_of: MakeDesk) -> None:
    set_roles(world.owner, crew.tom, (Role.ADMIN,))
    desk = desk_of(world, Role.ADMIN, screens=(Users,))
    screen = desk.show(Users, _id(world, crew.tom))
    before = world.tables(*TABLES)
    screen.form.widget("roles").box(Role.ADMIN).click()
    screen.form.widget("roles").box(Role.PICKER).click()
    desk.press("Ctrl+S")
    assert screen.form.refusal("roles")
    desk.press("Esc")
    assert screen.form.widget("roles").chosen() == (Role.ADMIN,)
    screen.form.widget("roles").box(Role.ADMIN).click()
    desk.press("Ctrl+S")
    assert screen.form.refusal("roles")
    desk.press("Esc")
    screen.gate.click()
    desk.wait()
    assert len(desk.notices) == 1
    assert world.tables(*TABLES) == before


def test_a_badge_is_made_and_printed(world: World, crew: Crew, desk_of: MakeDesk) -> None:
    desk = desk_of(world, Role.ADMIN, screens=(Users,))
    screen = desk.show(Users, _id(world, crew.tom))
    assert not screen.paper.isVisible()
    desk.press("Ctrl+Shift+B")
    badge = world.one("SELECT badge FROM app_user WHERE login = :l", l=crew.tom)
    job = world.rows("SELECT b.bytes, p.document FROM print_job AS p JOIN blob AS b ON b.sha256 = p.blob_sha")
    assert [one.document for one in job] == ["badge_card"]
    assert [code.text for code in decode(bytes(job[0].bytes), 203)] == [badge]
    assert badge in screen.badge.text()
    desk.press("Ctrl+P")
    assert world.one("SELECT count(*) FROM print_job") == 2
    assert world.one("SELECT badge FROM app_user WHERE login = :l", l=crew.tom) == badge


def test_somebody_is_disabled_and_enabled_again(world: World, crew: Crew, desk_of: MakeDesk) -> None:
    desk = desk_of(world, Role.ADMIN, screens=(Users,))
    screen = desk.show(Users, _id(world, crew.tom))
    screen.view.setFocus()
    desk.press("Ctrl+D")
    assert not world.one("SELECT active FROM app_user WHERE login = :l", l=crew.tom)
    assert crew.tom not in [row.login for row in screen.table.rows]
    desk.press("Ctrl+Z")
    assert world.one("SELECT active FROM app_user WHERE login = :l", l=crew.tom)


def test_a_password_is_set_anew(world: World, crew: Crew, desk_of: MakeDesk) -> None:
    desk = desk_of(world, Role.ADMIN, screens=(Users,))
    screen = desk.show(Users, _id(world, crew.tom))
    before = world.tables(*TABLES)
    screen.secret.focus_first()
    desk.type("short")
    desk.press("Return")
    assert screen.secret.refusal("password")
    assert world.tables(*TABLES) == before
    desk.press("Ctrl+A")
    desk.type("four other plain words")
    desk.press("Return")
    assert opened(world, crew.tom, "four other plain words").actor == crew.tom
    assert screen.secret.widget("password").text() == ""


def test_a_pin_is_set_anew(world: World, crew: Crew, desk_of: MakeDesk) -> None:
    desk = desk_of(world, Role.ADMIN, screens=(Users,))
    screen = desk.show(Users, _id(world, crew.tom))
    screen.pin.focus_first()
    desk.type("12")
    desk.press("Return")
    assert screen.pin.refusal("pin")
    desk.press("Ctrl+A")
    desk.type("4711")
    desk.press("Return")
    assert is_pin(own_pin_hash(opened(world, crew.tom)), "4711")
    assert screen.pin.widget("pin").text() == ""


def test_people_set_their_own_pin_at_the_settings(world: World, crew: Crew, desk_of: MakeDesk) -> None:
    desk = desk_of(world, screens=(Settings,), ctx=opened(world, crew.marie))
    screen = desk.show(Settings)
    screen.pin.setFocus()
    desk.type("12a")
    desk.press("Return")
    assert screen.pin_row.refusal
    desk.press("Ctrl+A")
    desk.type("0815")
    desk.press("Return")
    assert not screen.pin_row.refusal
    assert screen.pin.text() == ""
    assert is_pin(own_pin_hash(opened(world, crew.marie)), "0815")


def test_badges_are_searched_and_supervisors_do_not_see_people(
    world: World, crew: Crew, desk_of: MakeDesk
) -> None:
    badge = set_badge(world.owner, crew.tom)
    desk = desk_of(world, Role.ADMIN, screens=(Users,))
    screen = desk.show(Users)
    desk.press("Ctrl+F")
    desk.type(badge)
    desk.press("Return")
    assert [row.login for row in screen.table.rows] == [crew.tom]
    desk.press("Esc")
    assert {row.login for row in screen.table.rows} == {crew.tom, crew.marie}
    other: Context = world.ctx(Role.SUPERVISOR)
    assert Permission.USER_ADMIN not in other.rights
    assert Users.right is Permission.USER_ADMIN


def _id(world: World, login: str) -> int:
    return int(world.one("SELECT id FROM app_user WHERE login = :l", l=login))
