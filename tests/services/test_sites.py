"""Warehouses open with their standard places; places are what their kind says."""

from __future__ import annotations

import pytest

from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotAllowed, NotFound
from app.queries.weighing import Tolerance, tolerance
from app.services.sites import (
    NewLocation,
    add_location,
    add_locations,
    add_warehouse,
    add_zone,
    set_tolerance,
    standard_location,
)
from tests.rig.databases import World


def test_warehouse_opens_with_one_place_of_each_standard_kind(world: World) -> None:
    ctx = world.ctx(Role.SUPERVISOR)
    warehouse = add_warehouse(ctx, "LIL", "Lille")
    rows = world.rows("SELECT code, kind, barcode, physical, sellable FROM location ORDER BY code")
    assert {row.code: (row.kind, bool(row.physical), bool(row.sellable)) for row in rows} == {
        "ADJUSTMENT": ("adjustment", False, False),
        "ASSEMBLY": ("assembly", False, False),
        "CUSTOMER": ("customer", False, False),
        "GOODS-IN": ("goods_in", True, False),
        "PACKING": ("packing", True, False),
        "QUARANTINE": ("quarantine", True, False),
        "RETURNS": ("returns", True, False),
        "STAGING": ("staging", True, False),
        "SUPPLIER": ("supplier", False, False),
    }
    assert "LOC-LIL-GOODS-IN" in {row.barcode for row in rows}
    with ctx.reading() as connection:
        found = standard_location(connection, warehouse, "goods_in")
        with pytest.raises(NotFound):
            standard_location(connection, warehouse, "transit")
    assert world.one("SELECT code FROM location WHERE id = :id", id=found) == "GOODS-IN"


def test_places_are_sellable_by_kind_and_added_all_or_none(world: World) -> None:
    ctx = world.ctx(Role.SUPERVISOR)
    warehouse = add_warehouse(ctx, "LIL", "Lille")
    zone = add_zone(ctx, warehouse, "A", "Ground floor")
    face = add_location(
        ctx, warehouse, "A-01", kind="pick_face", aisle="A", bay="01", walk_seq=10, zone_id=zone
    )
    ids = add_locations(ctx, warehouse, (NewLocation("B-01"), NewLocation("B-02", barcode="X1")))
    row = world.rows("SELECT * FROM location WHERE id = :id", id=face)[0]
    assert (row.barcode, bool(row.sellable), row.walk_seq, row.zone_id) == ("LOC-LIL-A-01", True, 10, zone)
    assert world.one("SELECT barcode FROM location WHERE id = :id", id=ids[1]) == "X1"
    before = world.tables("location")
    with pytest.raises(Conflict):
        add_locations(ctx, warehouse, (NewLocation("C-01"), NewLocation("B-02")))
    with pytest.raises(BadInput):
        add_locations(ctx, warehouse, (NewLocation("C-01"), NewLocation("C-02", kind="shelf")))
    with pytest.raises(NotFound):
        add_location(ctx, 999, "C-01")
    assert world.tables("location") == before


def test_bad_warehouse_is_refused(world: World) -> None:
    with pytest.raises(BadInput):
        add_warehouse(world.owner, "X", "X", time_zone="Mars/Olympus")
    with pytest.raises(BadInput):
        add_warehouse(world.owner, " ", "X")
    with pytest.raises(NotAllowed):
        add_warehouse(world.ctx(Role.PICKER), "X", "X")
    assert world.one("SELECT count(*) FROM warehouse") == 0


def test_how_far_a_weight_may_be_off_is_said_for_all_desks(world: World) -> None:
    ctx = world.ctx(Role.SUPERVISOR)
    with ctx.reading() as connection:
        assert tolerance(connection) == Tolerance(20, 30)
    set_tolerance(ctx, 35, 0)
    with world.ctx(Role.PACKER).reading() as connection:
        assert tolerance(connection) == Tolerance(35, 0)


@pytest.mark.parametrize(
    ("permille", "grams", "field"),
    [
        (-1, 30, "tolerance_permille"),
        (501, 30, "tolerance_permille"),
        (20, -1, "tolerance_g"),
        (20, 10_001, "tolerance_g"),
    ],
)
def test_a_tolerance_that_tells_nothing_is_refused(
    world: World, permille: int, grams: int, field: str
) -> None:
    before = world.tables("app_meta")
    with pytest.raises(BadInput) as refused:
        set_tolerance(world.ctx(Role.SUPERVISOR), permille, grams)
    assert refused.value.facts["field"] == field
    with pytest.raises(NotAllowed):
        set_tolerance(world.ctx(Role.PACKER), 20, 30)
    assert world.tables("app_meta") == before
