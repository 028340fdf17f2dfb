"""Closing a parcel at the bench: label and slip go to the printer, another parcel opens, trouble comes back in words."""

from __future__ import annotations

import pytest

from app.errors import BadInput, Conflict
from app.services.bench_closing import close_parcel, print_papers
from app.services.packing import scan_item
from app.services.paper_addresses import NoAddress
from app.services.sites import set_warehouse_address
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.shop import ADDRESS, GTIN


def open_parcel(shop: Bench, lines: dict[str, int], **scans: int) -> tuple[int, int]:
    """A shipment with something in its first parcel: (shipment, parcel)."""
    (shipment,) = shop.picked(lines)
    for sku, qty in scans.items():
        scan_item(shop.packer, shipment, GTIN[sku], qty=qty)
    return shipment, shop.world.one("SELECT id FROM package WHERE shipment_id = :s", s=shipment)


def papers(world: World) -> list[str]:
    """What went to the printer."""
    return [row.document for row in world.rows("SELECT document FROM print_job ORDER BY id")]


def test_the_last_parcel_brings_label_and_slip(world: World) -> None:
    shop = Bench(world)
    shipment, parcel = open_parcel(shop, {"MUG": 2}, MUG=2)
    closed = close_parcel(shop.packer.once("P:1"), parcel, 210)
    assert (closed.parcel.finished, len(closed.jobs), closed.trouble) == (True, 2, None)
    assert (shop.state("shipment", shipment), shop.state("package", parcel)) == ("packed", "labelled")
    assert papers(world) == ["shipment_label", "packing_slip"]
    assert close_parcel(shop.packer.once("P:1"), parcel, 210) == closed, "asked again, nothing is done twice"
    assert papers(world) == ["shipment_label", "packing_slip"]


def test_a_further_parcel_opens_before_the_label_is_drawn(world: World) -> None:
    shop = Bench(world)
    shipment, parcel = open_parcel(shop, {"MUG": 2}, MUG=1)
    closed = close_parcel(shop.packer, parcel, 100, further=True)
    assert (closed.parcel.finished, len(closed.jobs)) == (False, 1)
    rows = world.rows(
        "SELECT position, state FROM package WHERE shipment_id = :s ORDER BY position", s=shipment
    )
    assert [(row.position, row.state) for row in rows] == [(1, "labelled"), (2, "open")]


def test_a_label_that_cannot_be_set_leaves_the_parcel_closed_and_says_why(world: World) -> None:
    shop = Bench(world)
    with world.database().engine.begin() as connection:
        connection.exec_driver_sql("UPDATE warehouse SET address_id = NULL")
    shipment, parcel = open_parcel(shop, {"MUG": 1}, MUG=1)
    closed = close_parcel(shop.packer, parcel, 100)
    assert isinstance(closed.trouble, NoAddress)
    assert (closed.jobs, shop.state("package", parcel), shop.state("shipment", shipment)) == (
        (),
        "closed",
        "packed",
    )
    set_warehouse_address(shop.owner, shop.warehouse, ADDRESS)
    again = print_papers(shop.packer, closed.parcel)
    assert (len(again.jobs), again.trouble) == (2, None)


def test_refusals_leave_everything_as_it_was(world: World) -> None:
    shop = Bench(world)
    _, parcel = open_parcel(shop, {"MUG": 2}, MUG=1)
    before = world.tables("package", "shipment", "print_job", "shipping_label")
    with pytest.raises(BadInput):
        close_parcel(shop.packer, parcel, -1)
    assert world.tables("package", "shipment", "print_job", "shipping_label") == before
    close_parcel(shop.packer, parcel, 100)
    before = world.tables("package", "shipment", "print_job", "shipping_label")
    with pytest.raises(Conflict):
        close_parcel(shop.packer, parcel, 100)
    assert world.tables("package", "shipment", "print_job", "shipping_label") == before
