"""Labels of places, badges and command cards go to the printer as papers that scan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from app.documents.content import CommandEntry
from app.documents.sheet import DoesNotFit
from app.domain.permissions import Role
from app.errors import AppError, BadInput, NotAllowed, NotFound
from app.services.badges import set_badge
from app.services.desks import add_desk
from app.services.labels import Stored, stored_bytes
from app.services.signs import (
    MOST_PLACES,
    NoBadge,
    print_badge,
    print_command_card,
    print_location_labels,
)
from tests.documents.readers import decode, texts
from tests.rig.databases import World
from tests.rig.people import Crew, crew
from tests.rig.shop import Shop

__all__ = ["crew"]


def paper(world: World, stored: Stored) -> tuple[bytes, str, str]:
    """The stored page, with what the queue calls it."""
    row = world.rows("SELECT document, title FROM print_job WHERE id = :id", id=stored.print_job_id)[0]
    return stored_bytes(world.owner, stored.sha256), row.document, row.title


def refuses(world: World, error: type[AppError], work: Callable[[], Any]) -> None:
    before = world.tables("print_job", "blob")
    with pytest.raises(error):
        work()
    assert world.tables("print_job", "blob") == before


def test_labels_of_places_in_the_order_asked(world: World) -> None:
    shop = Shop(world, stock=False)
    add_desk(world.owner, "DESK-1")
    ctx = world.ctx(Role.PICKER)
    ids = (shop.place["B-02"], shop.place["A-01"])
    pdf, kind, title = paper(world, print_location_labels(ctx, ids))
    assert (kind, title) == ("location_labels", "B-02 - A-01")
    assert {code.text for code in decode(pdf, 203)} == {"LOC-LIL-B-02", "LOC-LIL-A-01"}
    assert texts(pdf)[0].index("B-02") < texts(pdf)[0].index("A-01")
    refuses(world, BadInput, lambda: print_location_labels(ctx, ()))
    refuses(world, BadInput, lambda: print_location_labels(ctx, (ids[0],) * (MOST_PLACES + 1)))
    refuses(world, NotFound, lambda: print_location_labels(ctx, (ids[0], 99999)))


def test_who_may_not_read_addresses_gets_labels_of_places_from_the_store(pg_world: World) -> None:
    shop = Shop(pg_world, stock=False)
    ctx = pg_world.ctx(Role.PICKER)
    stored = print_location_labels(ctx, (shop.place["B-02"],))
    assert decode(stored_bytes(ctx, stored.sha256), 203)[0].text == "LOC-LIL-B-02"


def test_a_badge_is_printed_for_who_has_one(world: World, crew: Crew) -> None:
    ctx = world.ctx(Role.ADMIN)
    refuses(world, NoBadge, lambda: print_badge(ctx, crew.marie))
    code = set_badge(ctx, crew.marie)
    pdf, kind, title = paper(world, print_badge(ctx, crew.marie))
    assert (kind, title) == ("badge_card", crew.marie)
    assert [one.text for one in decode(pdf, 203)] == [code]
    assert "Marie Fontaine" in texts(pdf)[0]
    refuses(world, NotFound, lambda: print_badge(ctx, "nobody.here"))
    refuses(world, NotAllowed, lambda: print_badge(world.ctx(Role.SUPERVISOR), crew.marie))


def test_a_badge_in_the_store_is_not_for_everybody(pg_world: World) -> None:
    login = Crew.new_login()
    people = Crew(pg_world)
    try:
        admin = pg_world.ctx(Role.ADMIN)
        set_badge(admin, people.tom)
        stored = print_badge(admin, people.tom)
        with pytest.raises(NotFound):
            stored_bytes(pg_world.ctx(Role.PICKER), stored.sha256)
    finally:
        Crew.forget(pg_world, people.marie, people.tom, login)


def test_a_command_card(world: World) -> None:
    ctx = world.ctx(Role.PACKER)
    entries = (
        CommandEntry("packing.close", "Fermer le colis", "F9"),
        CommandEntry("packing.undo", "Défaire"),
    )
    pdf, kind, title = paper(world, print_command_card(ctx, "Emballage", entries, "fr"))
    assert (kind, title) == ("command_card", "Emballage")
    assert {one.text for one in decode(pdf, 203)} == {"CMD-PACKING.CLOSE", "CMD-PACKING.UNDO"}
    assert "Fermer le colis" in texts(pdf)[0]
    assert "Commandes : Emballage" in texts(pdf)[0]
    refuses(world, BadInput, lambda: print_command_card(ctx, "Empty", ()))
    long = (CommandEntry("x" * 50, "Long"),)
    refuses(world, DoesNotFit, lambda: print_command_card(ctx, "Long", long))
