"""Suppliers, places, warehouses, carriers and desks are changed by those who may; another desk's change is never overwritten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from app.domain.address import PostalAddress
from app.domain.permissions import Role
from app.errors import AppError, BadInput, Conflict, NotAllowed, NotFound
from app.services.carriers import (
    CarrierFields,
    ServiceFields,
    add_carrier,
    add_service,
    edit_carrier,
    edit_service,
)
from app.services.desks import DeskFields, add_desk, edit_desk
from app.services.parties import add_supplier
from app.services.site_changes import (
    LocationFields,
    PlaceStocked,
    StandardPlace,
    WarehouseFields,
    add_checked_location,
    edit_location,
    edit_warehouse,
    open_warehouse,
)
from app.services.sites import NewLocation, add_warehouse
from app.services.supplier_changes import edit_supplier
from tests.rig.databases import World
from tests.rig.shop import Shop

LILLE = PostalAddress(
    country_code="FR", company_name="Potters", street_address="1 rue A", postal_code="59000", city="Lille"
)
SITE = ("location", "warehouse", "carrier", "carrier_service", "desk", "supplier", "address")
B1 = LocationFields("B-01", "LOC-LIL-B-01", "storage", "B", "01", walk_seq=40)


def refuses(world: World, error: type[AppError], work: Callable[[], Any], field: str = "") -> None:
    """It is refused, names its field, and changes nothing."""
    before = world.tables(*SITE)
    with pytest.raises(error) as caught:
        work()
    assert world.tables(*SITE) == before
    if field:
        assert caught.value.facts["field"] == field


def test_a_supplier_is_changed_once(world: World) -> None:
    ctx = world.ctx(Role.SUPERVISOR)
    supplier = add_supplier(ctx, "S1", "Potters")
    assert edit_supplier(ctx, supplier, "Pötters & Co", LILLE, "blocked", 1) == 2
    row = world.rows("SELECT * FROM supplier")[0]
    assert (row.code, row.name, row.search_text, row.status) == (
        "S1",
        "Pötters & Co",
        "s1 potters co",
        "blocked",
    )
    assert world.one("SELECT city FROM address WHERE id = :id", id=row.address_id) == "Lille"
    refuses(world, Conflict, lambda: edit_supplier(ctx, supplier, "Other", None, "active", 1))
    refuses(world, BadInput, lambda: edit_supplier(ctx, supplier, " ", LILLE, "active", 2), "name")
    refuses(world, BadInput, lambda: edit_supplier(ctx, supplier, "P", LILLE, "friendly", 2), "status")
    refuses(world, NotFound, lambda: edit_supplier(ctx, 999, "P", None, "active", 2))
    refuses(
        world,
        NotAllowed,
        lambda: edit_supplier(world.ctx(Role.STOCK_KEEPER), supplier, "P", None, "active", 2),
    )


def test_a_place_is_changed(world: World) -> None:
    shop = Shop(world, stock=False)
    ctx = world.ctx(Role.SUPERVISOR)
    place = shop.place["B-01"]
    new = replace(B1, code="B-99", barcode="LOC-B99", kind="quarantine", bay="99", walk_seq=7)
    assert edit_location(ctx, place, new, B1) == place
    row = world.rows("SELECT * FROM location WHERE id = :id", id=place)[0]
    assert (row.code, row.barcode, row.kind, row.bay, row.walk_seq) == (
        "B-99",
        "LOC-B99",
        "quarantine",
        "99",
        7,
    )
    assert (bool(row.physical), bool(row.sellable), bool(row.active)) == (True, False, True)
    refuses(world, Conflict, lambda: edit_location(ctx, place, replace(B1, walk_seq=8), B1))
    assert edit_location(ctx, place, new, new) == place


def test_what_a_place_is_stays_while_goods_lie_there(world: World) -> None:
    shop = Shop(world)
    ctx = world.ctx(Role.SUPERVISOR)
    place = shop.place["B-01"]
    refuses(
        world,
        PlaceStocked,
        lambda: edit_location(ctx, place, replace(B1, kind="quarantine"), B1),
        "kind",
    )
    refuses(world, PlaceStocked, lambda: edit_location(ctx, place, replace(B1, active=False), B1), "active")
    edit_location(ctx, place, replace(B1, code="B-1", walk_seq=3), B1)
    row = world.rows("SELECT code, walk_seq FROM location WHERE id = :id", id=place)[0]
    assert (row.code, row.walk_seq) == ("B-1", 3)


def test_places_that_cannot_be_are_refused_by_field(world: World) -> None:
    shop = Shop(world, stock=False)
    ctx = world.ctx(Role.SUPERVISOR)
    place = shop.place["B-01"]
    for new, error, field in (
        (replace(B1, code=" "), BadInput, "code"),
        (replace(B1, barcode="a\nb"), BadInput, "barcode"),
        (replace(B1, kind="shelf"), BadInput, "kind"),
        (replace(B1, walk_seq=-1), BadInput, "walk_seq"),
        (replace(B1, code="A-01"), Conflict, "code"),
        (replace(B1, barcode="LOC-LIL-A-01"), Conflict, "barcode"),
    ):
        refuses(world, error, lambda new=new: edit_location(ctx, place, new, B1), field)  # type: ignore[misc]  # a lambda's default has no type
    packing = LocationFields("PACKING", "LOC-LIL-PACKING", "packing")
    for new, field in (
        (replace(packing, code="PACK-1"), "code"),
        (replace(packing, kind="storage"), "kind"),
        (replace(packing, active=False), "active"),
    ):
        refuses(
            world,
            StandardPlace,
            lambda new=new: edit_location(ctx, shop.where("PACKING"), new, packing),  # type: ignore[misc]  # as above
            field,
        )
    edit_location(ctx, shop.where("PACKING"), replace(packing, barcode="LOC-BENCH"), packing)
    refuses(world, NotFound, lambda: edit_location(ctx, 99999, B1, B1))
    picker = world.ctx(Role.PICKER)
    refuses(world, NotAllowed, lambda: edit_location(picker, place, replace(B1, walk_seq=1), B1))


def test_one_place_is_added_or_refused_by_field(world: World) -> None:
    shop = Shop(world, stock=False)
    ctx = world.ctx(Role.SUPERVISOR)
    made = add_checked_location(ctx, shop.warehouse, NewLocation("C-01", "pick_face", "C", walk_seq=70))
    row = world.rows("SELECT * FROM location WHERE id = :id", id=made)[0]
    assert (row.code, row.barcode, row.kind, row.walk_seq) == ("C-01", "LOC-LIL-C-01", "pick_face", 70)
    for place, error, field in (
        (NewLocation("C-01"), Conflict, "code"),
        (NewLocation("C-02", barcode="LOC-LIL-C-01"), Conflict, "barcode"),
        (NewLocation("", "storage"), BadInput, "code"),
        (NewLocation("C-02", "shelf"), BadInput, "kind"),
        (NewLocation("C-02", walk_seq=-4), BadInput, "walk_seq"),
    ):
        refuses(
            world,
            error,
            lambda place=place: add_checked_location(ctx, shop.warehouse, place),  # type: ignore[misc]  # as above
            field,
        )
    refuses(world, NotFound, lambda: add_checked_location(ctx, 999, NewLocation("C-03")))
    refuses(
        world,
        NotAllowed,
        lambda: add_checked_location(world.ctx(Role.PACKER), shop.warehouse, NewLocation("C-03")),
    )


def test_a_warehouse_is_changed(world: World) -> None:
    ctx = world.ctx(Role.SUPERVISOR)
    warehouse = add_warehouse(ctx, "LIL", "Lille")
    was = WarehouseFields("Lille")
    new = WarehouseFields("Lille Sud", "Europe/Brussels", "123456", "17:30", LILLE)
    edit_warehouse(ctx, warehouse, new, was)
    row = world.rows("SELECT * FROM warehouse")[0]
    assert (row.name, row.time_zone, row.working_days, row.cut_off) == (
        "Lille Sud",
        "Europe/Brussels",
        "123456",
        "17:30",
    )
    assert world.one("SELECT company_name FROM address WHERE id = :id", id=row.address_id) == "Potters"
    refuses(world, Conflict, lambda: edit_warehouse(ctx, warehouse, replace(was, name="Other"), was))
    for field, value in (
        ("name", " "),
        ("time_zone", "Mars/Olympus"),
        ("working_days", "51"),
        ("working_days", ""),
        ("cut_off", "25:00"),
    ):
        changed = replace(new, **{field: value})  # type: ignore[arg-type]  # fields by name
        refuses(world, BadInput, lambda c=changed: edit_warehouse(ctx, warehouse, c, new), field)  # type: ignore[misc]  # as above
    refuses(world, NotFound, lambda: edit_warehouse(ctx, 999, new, was))
    refuses(world, NotAllowed, lambda: edit_warehouse(world.ctx(Role.PACKER), warehouse, was, new))


def test_a_warehouse_is_opened_with_all_it_needs_or_not_at_all(world: World) -> None:
    ctx = world.ctx(Role.SUPERVISOR)
    fields = WarehouseFields(" Lille ", "Europe/Brussels", "123456", "17:30", LILLE)
    made = open_warehouse(ctx, "LIL", fields)
    row = world.rows("SELECT * FROM warehouse WHERE id = :id", id=made)[0]
    assert (row.name, row.working_days, row.cut_off) == ("Lille", "123456", "17:30")
    assert world.one("SELECT count(*) FROM location WHERE warehouse_id = :id", id=made) == 9
    refuses(world, Conflict, lambda: open_warehouse(ctx, "LIL", fields), "code")
    late = replace(fields, cut_off="late")
    refuses(world, BadInput, lambda: open_warehouse(ctx, "PAR", late), "cut_off")
    refuses(world, NotAllowed, lambda: open_warehouse(world.ctx(Role.PICKER), "PAR", fields))


def test_carriers_and_services_are_changed_and_put_out_of_use(world: World) -> None:
    ctx = world.ctx(Role.SUPERVISOR)
    carrier = add_carrier(ctx, "COLI", "Coli Express")
    service = add_service(ctx, carrier, "COLI-24", "Next day", 1, "18:00")
    was, sold = CarrierFields("Coli Express"), ServiceFields("Next day", 1, "18:00")
    edit_carrier(ctx, carrier, CarrierFields("Coli", active=False), was)
    edit_service(ctx, service, ServiceFields("Tomorrow", 2, "17:00", active=False), sold)
    row = world.rows("SELECT * FROM carrier")[0]
    assert (row.code, row.name, bool(row.active)) == ("COLI", "Coli", False)
    row = world.rows("SELECT * FROM carrier_service")[0]
    assert (row.name, row.transit_days, row.cut_off, bool(row.active)) == ("Tomorrow", 2, "17:00", False)
    now = ServiceFields("Tomorrow", 2, "17:00", active=False)
    refuses(world, Conflict, lambda: edit_carrier(ctx, carrier, CarrierFields("X"), was))
    refuses(world, Conflict, lambda: edit_service(ctx, service, replace(sold, name="X"), sold))
    refuses(world, BadInput, lambda: edit_carrier(ctx, carrier, CarrierFields(""), was), "name")
    for field, value in (("name", ""), ("transit_days", -1), ("transit_days", 91), ("cut_off", "noon")):
        changed = replace(now, **{field: value})  # type: ignore[arg-type]  # fields by name
        refuses(world, BadInput, lambda c=changed: edit_service(ctx, service, c, now), field)  # type: ignore[misc]  # as above
    refuses(world, Conflict, lambda: add_carrier(ctx, "COLI", "Again"), "code")
    refuses(world, Conflict, lambda: add_service(ctx, carrier, "COLI-24", "Again"), "code")
    refuses(world, NotFound, lambda: edit_carrier(ctx, 999, CarrierFields("X"), was))
    refuses(world, NotFound, lambda: edit_service(ctx, 999, now, sold))
    packer = world.ctx(Role.PACKER)
    refuses(world, NotAllowed, lambda: edit_carrier(packer, carrier, CarrierFields("X"), was))
    refuses(world, NotAllowed, lambda: edit_service(packer, service, now, sold))


def test_a_desk_is_changed(world: World) -> None:
    ctx = world.ctx(Role.SUPERVISOR)
    warehouse = add_warehouse(ctx, "LIL", "Lille")
    desk = add_desk(ctx, "BENCH-1", "Door")
    was = DeskFields("Door")
    edit_desk(ctx, desk, DeskFields("Window", warehouse), was)
    row = world.rows("SELECT * FROM desk")[0]
    assert (row.code, row.name, row.warehouse_id) == ("BENCH-1", "Window", warehouse)
    refuses(world, Conflict, lambda: edit_desk(ctx, desk, DeskFields("Wall"), was))
    refuses(world, NotFound, lambda: edit_desk(ctx, desk, DeskFields("Wall", 999), DeskFields("Window")))
    refuses(world, NotFound, lambda: edit_desk(ctx, 999, DeskFields("Wall"), was))
    refuses(world, NotAllowed, lambda: edit_desk(world.ctx(Role.PACKER), desk, DeskFields("X"), was))
    edit_desk(ctx, desk, DeskFields("", None), DeskFields("Window", warehouse))
    assert world.rows("SELECT name, warehouse_id FROM desk") == [("", None)]
