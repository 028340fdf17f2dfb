"""Pieces moved between the parcels of a shipment at the bench, by scanner alone or by the figures on the screen."""

from __future__ import annotations

import pytest

from app.services.parcels import close_package, open_package
from app.services.stock import ReceiptLine, receive
from app.views.packing import PackingBench
from app.views.parts.packing_cards import into_choices
from app.views.parts.packing_words import Mode, log_line
from tests.rig.databases import World
from tests.rig.packing_station import Station, asked, keys, mode, tag
from tests.rig.race import findings
from tests.rig.screens import MakeDesk
from tests.rig.shop import GTIN

MOVE = "CMD-PACKING.MOVE"


@pytest.fixture
def station(world: World, desk_of: MakeDesk) -> Station:
    return Station(world, desk_of)


def parcels(station: Station) -> list[dict[str, int]]:
    """What lies in each parcel, in their order."""
    rows = station.world.rows(
        "SELECT b.position, p.sku, sum(i.qty) AS qty FROM package AS b LEFT JOIN package_line AS i ON i.package_id = b.id"
        " LEFT JOIN shipment_line AS l ON l.id = i.shipment_line_id LEFT JOIN product AS p ON p.id = l.product_id"
        " GROUP BY b.position, p.sku ORDER BY b.position, p.sku"
    )
    found: dict[int, dict[str, int]] = {}
    for row in rows:
        found.setdefault(row.position, {}).update({row.sku: int(row.qty)} if row.sku else {})
    return list(found.values())


def shown(bench: PackingBench) -> list[str]:
    """The lines of the card with the parcels."""
    return [line.accessibleName().replace("\u00a0", " ") for line in bench.work_page._parcel_lines]


def test_by_scans_alone_into_the_next_parcel_and_back(station: Station) -> None:
    bench, shipment = station.opened(MUG=4, POT=1)
    desk = station.desk
    desk.scan(GTIN["MUG"], "CMD-PACK.QUANTITY", "CMD-PACK.2", GTIN["MUG"], GTIN["POT"])
    assert not bench.work_page.parcel.isVisible(), "one parcel is no list"
    desk.scan(MOVE)
    assert (asked(bench), bench.work_page.instruction.text) == ("move", "Scan what is moved")
    desk.scan(GTIN["POT"])
    assert (asked(bench), bench.work_page.instruction.text) == ("into", "Into which parcel?")
    assert tag(bench) == "In parcel 1"
    assert [(one.key, one.title) for one in into_choices(bench.state)] == [("2", "Next parcel")]
    desk.scan("CMD-PACK.NEXT")
    assert (tag(bench), bench.state.note()) == ("Moved: 1 POT", "From parcel 1 into parcel 2.")
    assert parcels(station) == [{"MUG": 3}, {"POT": 1}]
    assert bench.state.parcel is not None
    assert bench.state.parcel.position == 2, "it is gone on with in the new one"
    assert [line.split(": ")[0] for line in shown(bench)] == ["1", "2"]
    assert shown(bench)[0].startswith("1: 3 ")
    desk.scan(MOVE, "CMD-PACK.2", GTIN["MUG"])
    sscc = station.world.one("SELECT sscc FROM package WHERE position = 2")
    desk.scan(sscc)
    assert parcels(station)[1] == {"MUG": 1, "POT": 1}, "a figure is no quantity where a piece is asked for"
    assert bench.state.scene is not None
    assert log_line(bench.state.scene.scans[0])[0].startswith("Moved: ")
    desk.press("Ctrl+Z")
    assert tag(bench) == "Moved back: 1 MUG"
    desk.press("Ctrl+Z")
    assert (tag(bench), parcels(station)) == ("Moved back: 1 POT", [{"MUG": 3, "POT": 1}])
    desk.press("Ctrl+Z")
    assert parcels(station) == [{"MUG": 3}]
    assert station.shop.state("shipment", shipment) == "packing"
    assert findings(station.world) == []
    assert desk.notices == ()


def test_by_keys_with_a_quantity(station: Station) -> None:
    bench, shipment = station.opened(MUG=4, POT=1)
    desk = station.desk
    desk.scan("CMD-PACK.QUANTITY", "CMD-PACK.3", GTIN["MUG"])
    open_package(station.shop.packer, shipment)
    desk.scan(GTIN["POT"])
    desk.press("F2")
    desk.type("2")
    desk.press("Return", "F7")
    desk.scan(GTIN["MUG"])
    assert [one.key for one in into_choices(bench.state)] == ["2", "3"], "not into the parcel that it lies in"
    assert keys(bench)[0] == "F4"
    desk.press("2")
    assert (tag(bench), parcels(station)) == ("Moved: 2 MUG", [{"MUG": 1}, {"MUG": 2, "POT": 1}])
    assert bench.state.quantity == 1
    desk.press("F7")
    assert asked(bench) == "move"
    desk.press("Esc")
    assert (asked(bench), mode(bench)) == ("", Mode.PACKING)


def test_what_cannot_be_moved_is_said_and_asked_again(station: Station) -> None:
    bench, shipment = station.opened(MUG=3, POT=1)
    desk, shop = station.desk, station.shop
    desk.scan(GTIN["MUG"], GTIN["MUG"])
    first = station.world.rows("SELECT id, sscc FROM package")[0]
    open_package(shop.packer, shipment)
    desk.scan(GTIN["POT"])
    third = open_package(shop.packer, shipment)
    desk.scan(GTIN["MUG"])
    before = station.world.tables("package_line")
    close_package(shop.packer, first.id, 200)
    bench.refresh()
    desk.wait()
    desk.scan(MOVE)
    for wrong in (GTIN["JAR"], "nobody-knows", third.sscc):
        desk.scan(wrong)
        assert (tag(bench), asked(bench)) == ("Not done", "move")
    desk.scan(GTIN["POT"])
    for wrong, words in ((first.sscc, "Parcel 1 is closed."), (GTIN["POT"], "POT is no parcel.")):
        desk.scan(wrong)
        assert (tag(bench), asked(bench)) == ("Not done", "into")
        assert bench.state.note().startswith(words)
    desk.press("1")
    assert bench.state.note().startswith("Parcel 1 is closed.")
    desk.press("2")
    assert bench.state.note().startswith("POT lies in parcel 2 already.")
    desk.press("9", "3")
    assert (tag(bench), bench.state.note()[:20]) == ("Not done", "Without POT parcel 2"), "no parcel 9"
    assert station.world.tables("package_line") == before
    assert not bench.stopped


def test_a_piece_with_a_number_by_its_own_barcode(station: Station) -> None:
    shop = station.shop
    product = shop.add_product("SCALE", serial_tracked=True, barcodes=(("4006381333948", 1),))
    pieces = ReceiptLine(product, 2, location_id=shop.where("B-03"), serials=("S1", "S2"))
    receive(shop.owner, shop.warehouse, (pieces,))
    bench, _ = station.opened(SCALE=2, MUG=1)
    station.desk.scan("S1", "S2", MOVE, "4006381333948")
    assert (tag(bench), asked(bench)) == ("Not done", "move")
    station.desk.scan("S1", "CMD-PACK.NEXT")
    numbers = station.world.rows(
        "SELECT b.position, s.code FROM package_line AS i JOIN serial AS s ON s.id = i.serial_id"
        " JOIN package AS b ON b.id = i.package_id ORDER BY b.position"
    )
    assert [tuple(row) for row in numbers] == [(1, "S2"), (2, "S1")]
    assert findings(station.world) == []


def test_everything_packed_two_parcels_are_closed_one_by_one(station: Station) -> None:
    """Moved at the end, the parcel at hand stays at hand; no third parcel is begun, and an empty one goes."""
    bench, _ = station.opened(MUG=2, POT=1)
    desk = station.desk
    desk.scan("CMD-PACK.QUANTITY", "CMD-PACK.2", GTIN["MUG"], MOVE, GTIN["MUG"], "CMD-PACK.NEXT", GTIN["POT"])
    assert (mode(bench), parcels(station)) == (Mode.CLOSING, [{"MUG": 1}, {"MUG": 1, "POT": 1}])
    desk.press("F7")
    desk.scan(GTIN["POT"])
    desk.press("1")
    assert bench.state.parcel is not None
    assert (bench.state.parcel.position, bench.state.parcel.pieces) == (2, 1)
    desk.press("Return")
    desk.press("Return")
    assert mode(bench) is Mode.DONE
    assert station.world.one("SELECT count(*) FROM package WHERE state = 'labelled'") == 2


def test_a_parcel_that_was_emptied_goes_when_the_other_is_closed(station: Station) -> None:
    bench, _ = station.opened(MUG=2, POT=1)
    desk = station.desk
    desk.scan(GTIN["MUG"], GTIN["MUG"], MOVE, GTIN["MUG"], "CMD-PACK.NEXT")
    desk.scan(station.world.one("SELECT sscc FROM package WHERE position = 1"), GTIN["POT"])
    assert mode(bench) is Mode.CLOSING
    desk.scan(MOVE, GTIN["MUG"], "CMD-PACK.1")
    assert mode(bench) is Mode.CLOSING
    assert bench.state.parcel is not None
    assert bench.state.parcel.position == 1, "the empty one is not at hand"
    desk.press("Return")
    assert (mode(bench), parcels(station)) == (Mode.DONE, [{"MUG": 2, "POT": 1}])


def test_next_parcel_goes_on_in_the_one_that_is_open(station: Station) -> None:
    bench, _ = station.opened(MUG=4)
    desk = station.desk
    desk.scan(GTIN["MUG"], GTIN["MUG"], MOVE, GTIN["MUG"], "CMD-PACK.NEXT")
    desk.scan("CMD-PACK.NEXT")
    assert (tag(bench), mode(bench)) == ("Parcel 2 is closed", Mode.PACKING)
    assert bench.state.parcel is not None
    assert (bench.state.parcel.position, len(parcels(station))) == (1, 2), "no third one is begun"
