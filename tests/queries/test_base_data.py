"""What the base data screens read: pages by key that miss and double nothing, search, and details."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from app.domain.address import PostalAddress
from app.domain.permissions import Role
from app.queries.carriers import ServiceRow, carrier_count, carrier_detail, carrier_list
from app.queries.locations import (
    WarehouseRow,
    location_count,
    location_detail,
    location_ids,
    location_list,
    warehouses,
)
from app.queries.pages import Ask, Page
from app.queries.staff import (
    DeskListRow,
    UserRow,
    desk_count,
    desk_detail,
    desk_list,
    user_count,
    user_detail,
    user_list,
)
from app.queries.suppliers import supplier_count, supplier_detail, supplier_list
from app.services.badges import set_badge
from app.services.carriers import CarrierFields, add_carrier, add_service, edit_carrier
from app.services.desks import add_desk, set_printer
from app.services.parties import add_supplier
from app.services.sites import NewLocation, add_locations, add_warehouse
from app.services.supplier_changes import edit_supplier
from app.services.users import disable_user
from tests.rig.databases import World
from tests.rig.people import Crew, crew
from tests.rig.shop import ADDRESS, BINS, Shop

__all__ = ["crew"]


def walk(world: World, query: Callable[..., Page[Any]], ask: Ask, *roles: Role, **named: Any) -> list[Any]:
    """Every row of a question, page after page."""
    found: list[Any] = []
    with world.ctx(*roles).reading() as connection:
        while True:
            page = query(connection, ask, **named)
            found += page.rows
            if page.after is None:
                return found
            ask = replace(ask, after=page.after)


def count(world: World, query: Callable[..., int], ask: Ask) -> int:
    with world.ctx(Role.PICKER).reading() as connection:
        return query(connection, ask)


def test_suppliers_by_page_word_and_status(world: World) -> None:
    names = ("Étoile", "abbaye", "Bière & Fils", "Zèbre", "Cidrerie")
    ids = [add_supplier(world.owner, f"S{at}", name) for at, name in enumerate(names)]
    edit_supplier(world.owner, ids[3], "Zèbre", ADDRESS, "blocked", 1)
    by_name = [row.name for row in walk(world, supplier_list, Ask(size=2), Role.PICKER)]
    assert by_name == ["abbaye", "Bière & Fils", "Cidrerie", "Étoile", "Zèbre"]
    down = Ask(size=2, sort="code", descending=True)
    assert [row.code for row in walk(world, supplier_list, down, Role.PICKER)] == [
        "S4",
        "S3",
        "S2",
        "S1",
        "S0",
    ]
    assert [row.code for row in walk(world, supplier_list, Ask(text="fils BIERE"), Role.PICKER)] == ["S2"]
    blocked = Ask(filters={"status": "blocked"})
    (row,) = walk(world, supplier_list, blocked, Role.SUPERVISOR, addresses=True)
    assert (row.code, row.city, row.country) == ("S3", "Lille", "FR")
    assert count(world, supplier_count, blocked) == 1
    assert count(world, supplier_count, Ask()) == 5


def test_a_supplier_with_its_address_for_those_who_may_read_it(world: World) -> None:
    made = add_supplier(world.owner, "S1", "Potters", ADDRESS)
    with world.ctx(Role.SUPERVISOR).reading() as connection:
        found = supplier_detail(connection, made, addresses=True)
        assert supplier_detail(connection, 999) is None
    assert found is not None
    assert (found.code, found.version, found.address, found.open_purchases) == ("S1", 1, ADDRESS, 0)
    with world.ctx(Role.PICKER).reading() as connection:
        blind = supplier_detail(connection, made)
    assert blind is not None
    assert blind.address is None


def test_places_by_code_and_along_the_walk(world: World) -> None:
    shop = Shop(world)
    other = add_warehouse(world.owner, "PAR", "Paris")
    add_locations(world.owner, other, (NewLocation("A-01", barcode="OLD-1"),))
    here = {"warehouse": shop.warehouse}
    shelves = Ask(size=4, filters=here | {"group": "shelves"})
    assert [row.code for row in walk(world, location_list, shelves, Role.PICKER)] == list(BINS)
    down = replace(shelves, sort="walk", descending=True)
    assert [row.code for row in walk(world, location_list, down, Role.PICKER)] == list(reversed(BINS))
    floor = Ask(filters=here | {"group": "floor"})
    assert [row.code for row in walk(world, location_list, floor, Role.PICKER)] == [
        "GOODS-IN",
        "PACKING",
        "QUARANTINE",
        "RETURNS",
        "STAGING",
    ]
    assert count(world, location_count, Ask(filters=here | {"group": "virtual"})) == 4
    assert count(world, location_count, Ask(filters=here | {"active": False})) == 0
    assert [row.code for row in walk(world, location_list, Ask(text="b-0", filters=here), Role.PICKER)] == [
        "B-01",
        "B-02",
        "B-03",
    ]
    (old,) = walk(world, location_list, Ask(text="old-1"), Role.PICKER)
    assert (old.code, old.warehouse, old.pieces) == ("A-01", "PAR", 0)
    with world.ctx(Role.PICKER).reading() as connection:
        place = location_detail(connection, shop.place["B-01"])
        assert location_detail(connection, 999999) is None
        assert location_ids(connection, shelves, 3) == tuple(shop.place[code] for code in BINS[:3])
    assert place is not None
    assert (place.barcode, place.kind, place.walk_seq, place.sellable, place.pieces) == (
        "LOC-LIL-B-01",
        "storage",
        40,
        True,
        40,
    )


def test_warehouses_by_code(world: World) -> None:
    add_warehouse(world.owner, "PAR", "Paris")
    add_warehouse(world.owner, "LIL", "Lille")
    with world.ctx(Role.PICKER).reading() as connection:
        found = warehouses(connection)
    assert [one.code for one in found] == ["LIL", "PAR"]
    assert found[0] == WarehouseRow(found[0].id, "LIL", "Lille", "Europe/Paris", "12345", "16:00", True)
    with world.ctx(Role.SUPERVISOR).reading() as connection:
        assert [one.address for one in warehouses(connection, addresses=True)] == [None, None]


def test_carriers_with_what_they_sell(world: World) -> None:
    coli = add_carrier(world.owner, "COLI", "Coli Express")
    post = add_carrier(world.owner, "POST", "La Poste")
    slow = add_service(world.owner, coli, "COLI-72", "Economy", 3, "12:00")
    fast = add_service(world.owner, coli, "COLI-24", "Next day", 1, "18:00")
    edit_carrier(world.owner, post, CarrierFields("La Poste", active=False), CarrierFields("La Poste"))
    rows = walk(world, carrier_list, Ask(size=1), Role.PACKER)
    assert [(row.code, row.active, row.services) for row in rows] == [("COLI", True, 2), ("POST", False, 0)]
    for text in ("coli", "EXPRESS", "next", "coli-72"):
        assert [row.id for row in walk(world, carrier_list, Ask(text=text), Role.PACKER)] == [coli]
    assert count(world, carrier_count, Ask(filters={"active": False})) == 1
    with world.ctx(Role.PACKER).reading() as connection:
        found = carrier_detail(connection, coli)
        assert carrier_detail(connection, 999) is None
    assert found is not None
    assert found.services == (
        ServiceRow(fast, "COLI-24", "Next day", 1, "18:00", True),
        ServiceRow(slow, "COLI-72", "Economy", 3, "12:00", True),
    )


def test_desks_with_their_warehouse(world: World) -> None:
    warehouse = add_warehouse(world.owner, "LIL", "Lille")
    bench = add_desk(world.owner, "BENCH-1", "By the door", warehouse)
    office = add_desk(world.owner, "OFFICE")
    set_printer(world.owner, bench, "*", "raw", "192.0.2.7")
    rows = walk(world, desk_list, Ask(size=1), Role.PACKER)
    assert rows == [
        DeskListRow(bench, "BENCH-1", "By the door", warehouse, "LIL", 1),
        DeskListRow(office, "OFFICE", "", None, "", 0),
    ]
    assert [row.id for row in walk(world, desk_list, Ask(text="door"), Role.PACKER)] == [bench]
    assert count(world, desk_count, Ask(text="off")) == 1
    with world.ctx(Role.PACKER).reading() as connection:
        assert desk_detail(connection, office) == rows[1]
        assert desk_detail(connection, 999) is None


def test_people_with_their_roles(world: World, crew: Crew) -> None:
    badge = set_badge(world.owner, crew.tom)
    rows = walk(world, user_list, Ask(size=1, sort="name"), Role.ADMIN)
    assert [(row.name, row.roles, row.badge) for row in rows] == [
        ("Marie Fontaine", ("packer",), ""),
        ("Tom Reed", ("picker",), badge),
    ]
    disable_user(world.owner, crew.marie)
    assert count(world, user_count, Ask(filters={"active": True})) == 1
    assert [row.login for row in walk(world, user_list, Ask(text=badge), Role.ADMIN)] == [crew.tom]
    picks = Ask(filters={"role": "picker"}, text="tom")
    assert [row.login for row in walk(world, user_list, picks, Role.ADMIN)] == [crew.tom]
    with world.ctx(Role.ADMIN).reading() as connection:
        assert user_detail(connection, rows[1].id) == UserRow(
            rows[1].id, crew.tom, "Tom Reed", "en", badge, True, False, ("picker",)
        )
        assert user_detail(connection, 999999) is None


@pytest.mark.parametrize("text", ["\0", "%", "_", "'", "(", "é" * 200])
def test_odd_searches_find_nothing_and_break_nothing(world: World, text: str) -> None:
    shop = Shop(world, stock=False)
    add_supplier(world.owner, "S1", "Potters", PostalAddress(country_code="FR"))
    assert shop.warehouse
    for query, counter in (
        (supplier_list, supplier_count),
        (location_list, location_count),
        (carrier_list, carrier_count),
        (desk_list, desk_count),
        (user_list, user_count),
    ):
        rows = walk(world, query, Ask(text=text), Role.ADMIN)
        assert len(rows) == count(world, counter, Ask(text=text))
