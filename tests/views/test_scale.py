"""The scale of a desk on its screens: set up by hand, said on the bars, in words when it does not work."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.permissions import Role
from app.qt.format import kilograms
from app.qt.scale import PortAway
from app.qt.store import Store
from app.qt.words import said
from app.queries.weighing import Tolerance, tolerance
from app.services.desks import add_desk
from app.views.desk_scale import DeskScale
from app.views.packing import PackingBench
from app.views.parts.desk_settings import scale_of
from app.views.settings import Settings
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.scale import RigScale
from tests.rig.screens import MakeDesk

SCREENS = (Settings, PackingBench)
serial = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[RigScale]:
    made = RigScale(tmp_path / "scale", "sics")
    yield made
    made.pull_out()


class Weighing:
    """A desk whose scale follows its settings, as the program's own desk does."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.owner = DeskScale(desk.shell)

    def choose(self, rig: RigScale) -> Settings:
        """Set the scale up by hand."""
        screen = self.desk.show(Settings)
        card = screen.scale
        card.fill([str(rig.link)])
        card.protocol.setCurrentIndex(card.protocol.findData(rig.protocol))
        card.port.setCurrentIndex(card.port.findData(str(rig.link)))
        return screen

    def says(self, words: str) -> None:
        """Wait until the office's bar says this."""
        self.desk.wait(lambda: self.desk.work.top.scale.accessibleName() == words)


@pytest.fixture
def weighing(sqlite_world: World, desk_of: MakeDesk) -> Iterator[Weighing]:
    add_desk(sqlite_world.owner, "DESK-1")
    made = Weighing(desk_of(sqlite_world, Role.PACKER, screens=SCREENS))
    yield made
    made.owner.close()


@serial
def test_a_scale_is_set_up_tried_and_said_on_every_bar(weighing: Weighing, rig: RigScale) -> None:
    desk = weighing.desk
    screen = desk.show(Settings)
    assert screen.scale.now.text() == "No scale is set: weights are typed."
    assert not desk.work.top.scale.isVisible()
    assert not desk.shell.scale
    rig.plug_in()
    rig.put(7794)
    weighing.choose(rig)
    desk.wait(lambda: screen.scale.now.text() == "7.794 kg, at rest".replace(" kg", "\xa0kg"))
    weighing.says("Scale 7.794\xa0kg")
    assert desk.work.top.scale.isVisible()
    assert desk.shell.scale is not None
    desk.shell.scale.used()
    weighing.says("Scale 7.794\xa0kg, used")
    rig.put(12_400, stable=False)
    weighing.says("Scale: weighing")
    desk.wait(lambda: "in motion" in screen.scale.now.text())
    rig.fail("overload")
    weighing.says("Scale overloaded")
    assert screen.scale.now.text() == "More lies on it than it can weigh."
    rig.put(-3)
    weighing.says("Scale -0.003\xa0kg")
    rig.put(-300)
    weighing.says("Scale below zero")
    desk.speak("fr")
    weighing.says("Balance sous zéro")
    rig.put(7794)
    weighing.says("Balance 7,794\xa0kg")
    desk.wait(lambda: screen.scale.now.text() == "7,794\xa0kg, stable")
    desk.speak("en")


@serial
def test_the_bench_says_what_the_scale_says(weighing: Weighing, rig: RigScale) -> None:
    desk = weighing.desk
    bench = desk.show(PackingBench)
    assert all("scale" not in page.bar.items() for page in bench.three)
    rig.plug_in()
    rig.put(7794)
    weighing.choose(rig)
    desk.show(PackingBench)
    desk.wait(lambda: bench.done_page.bar.items().get("scale") == "Scale 7.794\xa0kg")
    assert [one.bar.items()["scale"] for one in bench.three] == ["Scale 7.794\xa0kg"] * 3
    bar = bench.waiting_page.bar
    shown = sorted(bar.items(), key=lambda key: bar._items[key].x())
    assert shown == ["scale", "printer", "connection", "person"], "in their order, though it came last"
    rig.pull_out()
    desk.wait(lambda: bar.items()["scale"] == "Scale does not answer")
    desk.speak("fr")
    assert bar.items()["scale"] == "La balance ne répond pas"
    desk.speak("en")
    screen = desk.show(Settings)
    screen.scale.port.setCurrentIndex(0)
    assert "scale" not in bar.items()
    assert desk.shell.scale is None


@serial
def test_why_it_does_not_answer_is_said_in_both_languages(weighing: Weighing, rig: RigScale) -> None:
    screen = weighing.choose(rig)
    assert screen.scale.now.text() == (
        f"The scale on {rig.link} does not answer. The port is not there. It is tried again by itself."
    )
    weighing.says("Scale does not answer")
    weighing.desk.speak("fr")
    assert said(PortAway(str(rig.link), "The port is not there.")) == screen.scale.now.text()
    assert "ne répond pas. Le port n’est pas là." in screen.scale.now.text()
    weighing.desk.speak("en")


def test_a_protocol_brings_the_line_that_its_scales_are_delivered_with(weighing: Weighing) -> None:
    desk = weighing.desk
    card = desk.show(Settings).scale
    card.fill(["ttyS7"])
    card.port.setCurrentIndex(1)
    card.protocol.setCurrentIndex(card.protocol.findData("8217"))
    assert (card.framing.currentData(), card.unit.currentData()) == ("7E1", "kg")
    card.baud.setCurrentIndex(card.baud.findData(2400))
    assert desk.shell.store.get("scale") == {
        "port": "ttyS7",
        "protocol": "8217",
        "baud": 2400,
        "framing": "7E1",
        "unit": "kg",
    }
    settings = scale_of(desk.shell.store)
    assert settings is not None
    assert (settings.wire.data_bits, settings.wire.parity, settings.wire.baud) == (7, "even", 2400)
    card.fill([])
    assert card.port.currentData() == "ttyS7", "it stays chosen while it is unplugged"
    assert card.baud.currentData() == 2400


@pytest.mark.parametrize(
    "kept",
    [
        None,
        7,
        {},
        {"port": ""},
        {"port": "ttyS7"},
        {"port": "ttyS7", "protocol": "morse"},
        {"port": "ttyS7", "protocol": "sics", "baud": 12},
        {"port": "ttyS7", "protocol": "sics", "framing": "9X9"},
        {"port": "ttyS7", "protocol": "sics", "unit": "stone"},
        {"port": ["ttyS7"], "protocol": "sics"},
        {"port": "ttyS7", "protocol": ["sics"]},
        {"port": "ttyS7", "protocol": "sics", "unit": {}, "baud": []},
    ],
)
def test_settings_that_cannot_be_used_are_none(tmp_path: Path, kept: object) -> None:
    store = Store(tmp_path / "window.ini")
    store.put("scale", kept)
    assert scale_of(store) is None


def test_kilograms_are_written_as_a_display_shows_them() -> None:
    assert [kilograms(grams) for grams in (0, 7794, -240, 1_234_567)] == [
        "0.000\xa0kg",
        "7.794\xa0kg",
        "-0.240\xa0kg",
        "1,234.567\xa0kg",
    ]


# How far a weight may be off


def kept(world: World) -> Tolerance:
    with world.owner.reading() as connection:
        return tolerance(connection)


def test_a_supervisor_says_how_far_weights_may_be_off(world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(world, Role.SUPERVISOR, screens=SCREENS)
    card = desk.show(Settings).tolerance
    assert (card.percent.text(), card.grams.text()) == ("2", "30")
    card.percent.setFocus()
    desk.press("Ctrl+A")
    desk.type("2,5")
    desk.press("Tab", "Ctrl+A")
    desk.type("50")
    desk.press("Return")
    assert kept(world) == Tolerance(25, 50)
    for typed in ("", "-1", "2.55", "٣", "1e2"):
        card.percent.setFocus()
        desk.press("Ctrl+A", "Delete")
        desk.type(typed)
        desk.press("Return")
        assert card.percent_row.refusal == "Write a percentage as 2 or 2.5.", typed
    desk.press("Ctrl+A")
    desk.type("60")
    desk.press("Return")
    assert card.percent_row.refusal == "A weight may be off by 0 to 50 %."
    assert kept(world) == Tolerance(25, 50)
    assert desk.notices == ()


def test_others_only_see_it(world: World, desk_of: MakeDesk) -> None:
    card = desk_of(world, Role.PACKER, screens=SCREENS).show(Settings).tolerance
    assert (card.percent.text(), card.grams.text()) == ("2", "30")
    assert not card.percent.isEnabled()
    assert not card.grams.isEnabled()
