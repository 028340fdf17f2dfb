"""How a parcel is closed: by the scale, by a weight that is off and accepted for a reason, in the box that was chosen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from app.services.desks import set_printer
from app.services.printing import print_waiting
from app.views.desk_scale import DeskScale
from app.views.parts.packing_words import Mode
from tests.rig.databases import World
from tests.rig.packing_station import Station, asked, mode, tag
from tests.rig.scale import RigScale
from tests.rig.screens import MakeDesk
from tests.rig.shop import GTIN
from tests.services.test_parcel_weight import make_carton


class Platform:
    """The desk's scale at the end of a pseudo-terminal, and what lies on it."""

    def __init__(self, station: Station, folder: Path) -> None:
        self.desk = station.desk
        self.rig = RigScale(folder / "scale", "sbi")
        self.rig.plug_in()
        self.desk.shell.store.put("scale", {"port": str(self.rig.link), "protocol": "sbi"})
        self.scale = DeskScale(self.desk.shell)

    @property
    def spent(self) -> bool:
        """Whether what lies on it was used for a parcel already."""
        scale = self.desk.shell.scale
        return scale is not None and scale.fresh_weight() is None

    def lay(self, grams: int) -> None:
        """So much lies on it now; waits until the bench has heard it."""
        self.rig.put(grams)

        def heard() -> bool:
            latest = self.desk.shell.scale.latest if self.desk.shell.scale is not None else None
            return latest is not None and latest.stable and latest.grams == grams

        self.desk.wait(heard)
        self.desk.wait()

    def close(self) -> None:
        """Switch it off."""
        self.scale.close()
        self.rig.pull_out()


@pytest.fixture
def scale(station: Station, tmp_path: Path) -> Iterator[Platform]:
    platform = Platform(station, tmp_path)
    yield platform
    platform.close()


@pytest.fixture
def station(world: World, desk_of: MakeDesk) -> Station:
    return Station(world, desk_of)


def test_the_parcel_closes_when_its_weight_is_right(station: Station, scale: Platform) -> None:
    bench, shipment = station.opened(MUG=2)
    station.desk.scan(GTIN["MUG"], GTIN["MUG"])
    assert mode(bench) is Mode.CLOSING
    assert bench.work_page.instruction.text == "Put the parcel on the scale"
    scale.lay(205)
    assert (mode(bench), scale.spent) == (Mode.DONE, True)
    row = station.world.rows("SELECT weight_g, weighed FROM package")[0]
    assert tuple(row) == (205, "scale")
    assert station.shop.state("shipment", shipment) == "packed"
    scale.lay(205)
    assert station.world.one("SELECT count(*) FROM package") == 1


def test_a_parcel_on_the_scale_closes_with_its_last_scan(station: Station, scale: Platform) -> None:
    bench, _ = station.opened(MUG=1)
    scale.lay(100)
    assert mode(bench) is Mode.PACKING, "nothing is in it yet"
    station.desk.scan(GTIN["MUG"])
    assert (mode(bench), scale.spent) == (Mode.DONE, True)


def test_a_weight_that_is_off_asks_to_weigh_again(station: Station, scale: Platform) -> None:
    bench, _ = station.opened(MUG=2)
    station.desk.scan(GTIN["MUG"], GTIN["MUG"])
    scale.lay(900)
    assert (asked(bench), tag(bench), scale.spent) == ("off", "Weight is off", False)
    scale.lay(900)
    assert asked(bench) == "off", "the same weight is the same answer"
    scale.lay(0)
    scale.lay(201)
    assert (mode(bench), scale.spent) == (Mode.DONE, True)
    assert station.world.one("SELECT count(*) FROM order_event WHERE verb = 'weight_accepted'") == 0


@pytest.mark.parametrize(
    ("how", "reason"), [("3", "extra"), ("CMD-PACK.2", "catalogue"), ("CMD-PACK.ACCEPT", "other")]
)
def test_a_weight_that_is_off_is_accepted_for_a_reason(
    station: Station, scale: Platform, how: str, reason: str
) -> None:
    bench, _ = station.opened(MUG=2)
    station.desk.scan(GTIN["MUG"], GTIN["MUG"])
    scale.lay(900)
    station.desk.scan(how) if how.startswith("CMD") else station.desk.press(how)
    assert mode(bench) is Mode.DONE
    facts = json.loads(station.world.one("SELECT facts FROM order_event WHERE verb = 'weight_accepted'"))
    assert (facts["weight_g"], facts["expected_g"], facts["reason"]) == (900, 200, reason)


def test_a_typed_weight_that_is_off_is_typed_again(station: Station) -> None:
    station.desk.shell.store.put("weighing", "typed")
    bench, _ = station.opened(MUG=2)
    desk = station.desk
    desk.scan(GTIN["MUG"], GTIN["MUG"])
    desk.type("2.1")
    desk.press("Return")
    assert asked(bench) == "off"
    desk.press("Return")
    assert (asked(bench), mode(bench)) == ("", Mode.CLOSING)
    assert bench.work_page.field.text() == ""
    desk.scan("CMD-PACK.2", "CMD-PACK.1", "CMD-PACK.0", "CMD-PACK.CLOSE")
    assert mode(bench) is Mode.DONE
    assert station.world.one("SELECT weight_g FROM package") == 210


def test_a_box_by_scan_or_by_its_figure_and_back(station: Station) -> None:
    small, large = make_carton(station.shop.owner, "S", 100), make_carton(station.shop.owner, "L", 400)
    bench, _ = station.opened(MUG=3)
    desk = station.desk
    desk.scan(GTIN["MUG"], "BOX-L")
    assert tag(bench) == "Box L"
    assert station.world.one("SELECT carton_id FROM package") == large
    desk.press("F3", "2")
    assert station.world.one("SELECT carton_id FROM package") == small
    desk.press("Ctrl+Z")
    assert station.world.one("SELECT carton_id FROM package") == large
    desk.press("Ctrl+Z")
    assert station.world.one("SELECT carton_id FROM package") is None
    desk.press("Ctrl+Z")
    assert station.packed() == 0
    desk.scan("CMD-PACK.BOX", "CMD-PACK.1", GTIN["MUG"], GTIN["MUG"], GTIN["MUG"])
    assert mode(bench) is Mode.DONE
    row = station.world.rows("SELECT weight_g, expected_g, box, length_mm FROM package")[0]
    assert tuple(row) == (700, 700, "L", 400)
    assert "box L" in bench.done_page.panel.accessibleName()


def test_another_box_may_make_the_weight_right(station: Station, scale: Platform) -> None:
    make_carton(station.shop.owner, "L", 400)
    bench, _ = station.opened(MUG=1)
    station.desk.scan(GTIN["MUG"])
    scale.lay(500)
    assert asked(bench) == "off"
    station.desk.scan("BOX-L")
    assert (mode(bench), scale.spent) == (Mode.DONE, True)


def test_opening_again_does_not_close_by_itself(station: Station) -> None:
    bench, _ = station.opened(MUG=1)
    station.desk.scan(GTIN["MUG"])
    assert mode(bench) is Mode.DONE
    station.desk.press("Ctrl+Z")
    assert (mode(bench), station.world.one("SELECT state FROM package")) == (Mode.CLOSING, "open")
    assert station.world.one("SELECT count(*) FROM shipping_label WHERE voided_at IS NULL") == 0
    station.desk.press("Return")
    assert mode(bench) is Mode.DONE
    assert station.world.one("SELECT count(*) FROM shipping_label WHERE voided_at IS NULL") == 1


def test_a_box_that_is_too_small_names_the_article_and_what_to_take(station: Station) -> None:
    shop = station.shop
    make_carton(shop.owner, "XS", 20)
    with shop.owner.db.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE carton SET inner_length_mm = 50, inner_width_mm = 50")
        connection.exec_driver_sql("UPDATE product SET length_mm = 120, width_mm = 90, height_mm = 100")
    bench, _ = station.opened(MUG=3)
    station.desk.scan(GTIN["MUG"], "BOX-XS")
    assert "Too big for XS: Mug of the shop. Take a larger box." in bench.work_page.box.accessibleName()
    station.desk.speak("fr")
    assert "Trop grand pour XS\u00a0: Mug of the shop. Prenez" in bench.work_page.box.accessibleName()


def test_a_parcel_too_heavy_for_its_box_is_weighed_in_kilograms(station: Station) -> None:
    make_carton(station.shop.owner, "S", 100, max_weight_g=150)
    bench, _ = station.opened(MUG=2)
    station.desk.scan("BOX-S", GTIN["MUG"], GTIN["MUG"])
    assert mode(bench) is not Mode.DONE
    assert "Box S bears 0.15\u00a0kg; its goods weigh 0.2\u00a0kg." in bench.state.note()


def test_the_done_page_calls_a_printer_by_its_name(station: Station, tmp_path: Path) -> None:
    papers = tmp_path / "papers-1"
    papers.mkdir()
    desk_id = station.world.one("SELECT id FROM desk")
    set_printer(station.shop.owner, desk_id, "*", "folder", str(papers))
    bench, _ = station.opened(MUG=1)
    station.desk.scan(GTIN["MUG"])
    assert mode(bench) is Mode.DONE
    assert print_waiting(station.shop.packer).printed == 2
    bench.refresh()
    station.desk.wait()
    said = " ".join(label.text() for label in bench.done_page.findChildren(QLabel))
    assert ("Folder papers-1" in said, str(papers) in said) == (True, False)
