"""People take turns at a desk by badge, with a PIN after a while; wrong PINs lock, and those who left the house are out."""

from __future__ import annotations

import pytest

from app.domain.permissions import Permission, Role
from app.services.badges import set_badge, set_pin
from app.services.desk_people import (
    BadgeUnknown,
    DeskPeople,
    NoPin,
    NotSignedIn,
    PinLocked,
    PinNeeded,
    PinWrong,
)
from app.services.sign_in import SignInRefused
from app.services.users import disable_user, set_roles
from tests.rig.databases import World
from tests.rig.people import Crew, crew, opened

__all__ = ["crew"]
MARIE, TOM = "USR-MARIE", "USR-TOM9"


class Desk:
    """A desk at which both are signed in, Tom last; its clock is ours."""

    def __init__(self, world: World, people: Crew) -> None:
        self.now = 1000.0
        set_badge(world.owner, people.marie, MARIE)
        set_badge(world.owner, people.tom, TOM)
        set_pin(world.owner, people.marie, "4711")
        self.people = DeskPeople(idle_minutes=10, clock=lambda: self.now)
        self.people.add(opened(world, people.marie))
        self.people.add(opened(world, people.tom))

    def wait(self, minutes: float) -> None:
        """Time passes."""
        self.now += 60 * minutes

    @property
    def who(self) -> str:
        """Who works now."""
        current = self.people.current
        return current.actor if current else ""


def test_a_badge_switches_among_those_who_are_signed_in(world: World, crew: Crew) -> None:
    desk = Desk(world, crew)
    assert desk.people.logins == (crew.marie, crew.tom)
    assert desk.who == crew.tom
    context = desk.people.switch(f" {MARIE.lower()} ")
    assert (desk.who, context.actor, context.desk) == (crew.marie, crew.marie, "BENCH")
    assert Permission.SHIPMENT_PACK in context.rights
    assert Permission.SHIPMENT_PICK not in context.rights
    with context.reading() as connection:
        if world.postgresql:
            assert connection.exec_driver_sql("SELECT session_user").scalar_one() == crew.marie
    assert desk.people.switch(TOM).actor == desk.who == crew.tom


def test_after_a_while_the_pin_is_needed(world: World, crew: Crew) -> None:
    desk = Desk(world, crew)
    desk.wait(11)
    with pytest.raises(PinNeeded):
        desk.people.switch(MARIE)
    assert desk.who == crew.tom
    assert desk.people.switch(MARIE, "4711").actor == crew.marie
    desk.wait(9)
    desk.people.worked()
    desk.wait(9)
    assert desk.people.switch(MARIE).actor == crew.marie
    with pytest.raises(NoPin):
        desk.people.switch(TOM)
    desk.now = 0.0  # somebody set the clock back
    with pytest.raises(PinNeeded):
        desk.people.switch(MARIE)


def test_a_remembered_password_proves_nothing(world: World, crew: Crew) -> None:
    desk = Desk(world, crew)
    desk.people.add(opened(world, crew.marie), proved=False)
    desk.people.worked()
    assert desk.who == crew.marie
    with pytest.raises(PinNeeded):
        desk.people.switch(MARIE)
    desk.people.switch(MARIE, "4711")
    assert desk.people.switch(MARIE).actor == crew.marie


def test_three_wrong_pins_lock_until_the_password_is_given(world: World, crew: Crew) -> None:
    desk = Desk(world, crew)
    desk.wait(11)
    for left in (2, 1):
        with pytest.raises(PinWrong) as refused:
            desk.people.switch(MARIE, "0000")
        assert refused.value.facts["left"] == left
    assert desk.people.switch(MARIE, "4711").actor == crew.marie  # right in time: the count begins anew
    for left in (2, 1, 0):
        with pytest.raises(PinWrong) as refused:
            desk.people.switch(MARIE, "0000")
        assert refused.value.facts["left"] == left
    for pin in (None, "4711"):
        with pytest.raises(PinLocked):
            desk.people.switch(MARIE, pin)
    desk.people.add(opened(world, crew.marie))
    desk.people.add(opened(world, crew.tom))
    assert desk.people.switch(MARIE).actor == crew.marie


def test_badges_that_open_nothing(world: World, crew: Crew) -> None:
    desk = Desk(world, crew)
    for unknown in ("USR-NOBODY", "", "4006381333931"):
        with pytest.raises(BadgeUnknown):
            desk.people.switch(unknown)
    desk.people.sign_out(crew.marie)
    with pytest.raises(NotSignedIn) as refused:
        desk.people.switch(MARIE, "4711")
    assert "Marie Fontaine" in str(refused.value)
    assert desk.who == crew.tom
    desk.people.close()
    assert desk.people.logins == ()
    assert desk.people.current is None
    with pytest.raises(BadgeUnknown):
        desk.people.switch(TOM)
    desk.people.sign_out(crew.tom)


def test_a_new_badge_makes_the_old_one_worthless_at_once(world: World, crew: Crew) -> None:
    desk = Desk(world, crew)
    new = set_badge(world.owner, crew.marie)
    with pytest.raises(BadgeUnknown):
        desk.people.switch(MARIE)
    assert desk.people.switch(new).actor == crew.marie


def test_rights_are_those_of_now(world: World, crew: Crew) -> None:
    desk = Desk(world, crew)
    set_roles(world.owner, crew.marie, (Role.RETURNS,))
    rights = desk.people.switch(MARIE).rights
    assert Permission.RETURN_INSPECT in rights
    assert Permission.SHIPMENT_PACK not in rights


def test_who_left_the_house_is_out(world: World, crew: Crew) -> None:
    desk = Desk(world, crew)
    disable_user(world.owner, crew.marie)
    with pytest.raises(SignInRefused):
        desk.people.switch(MARIE)
    assert desk.people.logins == (crew.tom,)
    desk.people.add(opened(world, crew.tom))
    disable_user(world.owner, crew.tom)
    # On PostgreSQL nobody is left at the desk who could ask whose badge this is.
    with pytest.raises(BadgeUnknown if world.postgresql else SignInRefused):
        desk.people.switch(TOM)
