"""The packing bench by scanner and keyboard: every state of its table, the STOP, questions, papers, undo, two packers."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from app.qt.benchkit import BenchLabel
from app.views.parts.packing_words import Mode, against, parse_weight
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.packing_station import Station, alarmed, asked, mode, stopped, tag
from tests.rig.screens import MakeDesk
from tests.rig.shop import GTIN, MUG_CARTON


@pytest.fixture
def station(world: World, desk_of: MakeDesk) -> Station:
    return Station(world, desk_of)


def typed(station: Station) -> None:
    """At this desk weights are typed."""
    station.desk.shell.store.put("weighing", "typed")


def test_from_the_sheet_to_the_label_without_a_mouse(station: Station) -> None:
    typed(station)
    bench, shipment = station.opened(MUG=2, POT=1)
    desk = station.desk
    assert (mode(bench), tag(bench)) == (Mode.PACKING, "Opened")
    assert bench.work_page.instruction.text == "Scan 2 more"
    desk.scan(GTIN["MUG"])
    assert bench.work_page.counter.words == ("1", "of 2")
    assert tag(bench) == "Well scanned"
    desk.scan(GTIN["MUG"])
    assert tag(bench) == "Article complete"
    assert bench.work_page.name.text() == "Pot of the shop", "the next article comes up by itself"
    desk.scan(GTIN["POT"])
    assert (mode(bench), station.sounds) == (Mode.CLOSING, ["good", "article", "article"])
    assert bench.work_page.field.hasFocus()
    desk.type("0,51")
    assert "expected 500\u00a0g, \u00b1\u00a030\u00a0g" in bench.work_page.field_words.text()
    desk.press("Return")
    assert mode(bench) is Mode.DONE
    assert station.sounds[-1] == "parcel"
    assert station.world.one("SELECT weight_g FROM package") == 510
    assert station.shop.state("shipment", shipment) == "packed"
    assert station.papers() == [("shipment_label", False), ("packing_slip", False)]
    assert len(bench.state.papers) == 2
    assert desk.notices == ()
    assert QApplication.activeModalWidget() is None


def test_the_last_scan_closes_the_parcel_and_prints(station: Station) -> None:
    """A desk without a scale that takes the computed weight: nothing is pressed from the sheet to the label."""
    bench, shipment = station.opened(MUG=2)
    told: list[str] = []
    station.desk.shell.queued.connect(lambda: told.append(mode(bench).name))
    station.desk.scan(GTIN["MUG"], GTIN["MUG"])
    assert (mode(bench), station.shop.state("shipment", shipment)) == (Mode.DONE, "packed")
    assert len(told) == 1, "the printer is told at once, without waiting for news of the database"
    row = station.world.rows("SELECT weight_g, expected_g, weighed FROM package")[0]
    assert tuple(row) == (200, 200, "computed")
    assert bench.done_page.panel.accessibleName().startswith("Parcel complete")
    assert station.papers() == [("shipment_label", False), ("packing_slip", False)]
    assert station.sounds == ["good", "article", "parcel"]


def test_the_only_piece_of_an_order_is_its_last_scan(station: Station) -> None:
    (shipment,) = station.shop.picked({"JAR": 1})
    bench = station.bench()
    station.desk.scan(GTIN["JAR"])
    assert (mode(bench), station.shop.state("shipment", shipment)) == (Mode.DONE, "packed")


def test_a_typed_weight_is_asked_for(station: Station) -> None:
    typed(station)
    bench, _ = station.opened(MUG=1)
    station.desk.scan(GTIN["MUG"])
    station.desk.press("Return")
    assert (mode(bench), tag(bench)) == (Mode.CLOSING, "Weight missing")
    assert station.world.one("SELECT state FROM package") == "open"


def test_the_command_card_alone_will_do(station: Station) -> None:
    bench, shipment = station.opened(MUG=1)
    station.desk.scan(GTIN["POT"], "CMD-PACK.UNDERSTOOD", GTIN["MUG"])
    assert station.shop.state("shipment", shipment) == "packed"
    station.desk.scan("CMD-PACK.COPY", "CMD-PACKING.UNDO")
    assert mode(bench) is Mode.CLOSING
    assert station.papers()[-1] == ("shipment_label", True)
    assert station.desk.notices == ()
    station.desk.scan("CMD-PACK.CLOSE")
    assert mode(bench) is Mode.DONE


@pytest.mark.parametrize(
    ("code", "title"),
    [
        (GTIN["POT"], "Stop: wrong item"),
        ("nonsense", "Stop: unknown code"),
        ("LOC-LIL-A-01", "Stop: not for this bench"),
        (MUG_CARTON, "Stop: too many"),
        (f"]C101{GTIN['TEA'].zfill(14)}10OTHER", "Stop: wrong lot"),
        (f"]C101{GTIN['TEA'].zfill(14)}17200101", "Stop: expired"),
    ],
)
def test_a_wrong_scan_stops_everything(station: Station, code: str, title: str) -> None:
    bench, _ = station.opened(MUG=2, TEA=1)
    desk = station.desk
    desk.scan(code)
    overlay = bench.overlay
    assert overlay is not None
    assert overlay.stop is not None
    assert overlay.stop.title == title
    assert overlay.size() == desk.work.window().size()
    assert alarmed(station)
    assert overlay.stop.expected is not None
    for key in ("Return", "Escape", "F10", "F4", "Ctrl+K", "Ctrl+Z", "F11"):
        desk.press(key)
        assert stopped(bench), f"{key} closed it"
    assert station.packed() == 0
    desk.press("Space")
    assert not stopped(bench)
    assert not alarmed(station)
    assert mode(bench) is Mode.PACKING
    desk.scan(GTIN["MUG"])
    assert station.packed() == 1


def test_an_open_stop_follows_the_language_with_what_is_kept_behind_it(station: Station) -> None:
    bench, _ = station.opened(MUG=2)
    station.desk.scan(GTIN["JAR"], GTIN["MUG"])
    assert bench.overlay is not None
    english = bench.overlay.stop, bench.overlay.kept
    station.desk.speak("fr")
    assert bench.overlay.stop is not None
    assert bench.overlay.stop.title == "Stop\u00a0: mauvais article"
    assert bench.overlay.kept != english[1]
    assert "1" in bench.overlay.kept
    station.desk.speak("en")
    assert (bench.overlay.stop, bench.overlay.kept) == english


def test_scans_behind_a_stop_are_kept_named_and_done_in_their_order(station: Station) -> None:
    bench, _ = station.opened(MUG=3)
    desk = station.desk
    desk.scan(GTIN["JAR"], GTIN["MUG"], "CMD-PACK.QUANTITY", GTIN["POT"], GTIN["MUG"])
    assert bench.overlay is not None
    assert "Mug of the shop" in bench.overlay.kept
    assert station.packed() == 0
    desk.press("Space")
    assert station.packed() == 1
    assert stopped(bench), "the second wrong one stops again"
    assert asked(bench) == "quantity"
    assert "Mug of the shop" in bench.overlay.kept
    desk.scan("CMD-PACK.UNDERSTOOD")
    assert not stopped(bench)
    assert station.packed() == 2
    verdicts = station.world.rows("SELECT verdict FROM scan_event WHERE context = 'packing' ORDER BY id")
    assert [row.verdict for row in verdicts] == ["right", "wrong", "right", "wrong", "right"]


def test_scans_that_come_at_once_keep_their_order_and_count_once(station: Station) -> None:
    typed(station)
    bench, shipment = station.opened(MUG=8, POT=1)
    router = station.desk.shell.router
    assert router is not None
    for code in (GTIN["MUG"], MUG_CARTON, GTIN["POT"], GTIN["MUG"]):
        router.inject(code)
    station.desk.wait(lambda: bench.state.left == 0)
    rows = station.world.rows("SELECT code, op_key FROM scan_event WHERE qty > 0 ORDER BY id")
    assert [row.code for row in rows][-4:] == [GTIN["MUG"], MUG_CARTON, GTIN["POT"], GTIN["MUG"]]
    assert len({row.op_key for row in rows}) == len(rows)
    assert station.shop.state("shipment", shipment) == "packing"


def test_nothing_scanned_lands_in_a_field(station: Station) -> None:
    bench, _ = station.opened(MUG=2)
    station.desk.press("F2")
    station.desk.scan(GTIN["MUG"])
    assert bench.work_page.field.text() == ""
    assert station.packed() == 1


def test_quantity_counts_the_next_scan_alone(station: Station) -> None:
    bench, _ = station.opened(MUG=8)
    desk = station.desk
    desk.press("F2")
    desk.type("0")
    desk.press("Return")
    assert asked(bench) == "quantity", "0 is no quantity"
    desk.type("3")
    desk.press("Return")
    desk.scan(GTIN["MUG"])
    assert station.packed() == 3
    desk.scan(GTIN["MUG"])
    assert station.packed() == 4


def test_a_quantity_counts_without_enter_too(station: Station) -> None:
    bench, _ = station.opened(MUG=8)
    desk = station.desk
    desk.press("F2")
    desk.type("3")
    desk.scan(GTIN["MUG"])
    assert station.packed() == 3
    desk.press("F2")
    desk.type("0")
    desk.scan(GTIN["MUG"])
    assert station.packed() == 3, "what cannot be a quantity is no 1 either"
    assert asked(bench) == "quantity"
    assert tag(bench) == "Not done"
    desk.press("F2", "Escape")
    desk.scan(GTIN["MUG"])
    assert station.packed() == 4


def test_undo_goes_back_step_by_step(station: Station) -> None:
    bench, shipment = station.opened(MUG=2)
    desk, shop = station.desk, station.shop
    desk.scan(GTIN["MUG"])
    desk.press("F4")
    assert [row.state for row in station.world.rows("SELECT state FROM package ORDER BY id")] == [
        "labelled",
        "open",
    ]
    desk.scan(GTIN["MUG"])
    assert (mode(bench), station.papers()[-1][0]) == (Mode.DONE, "packing_slip")
    desk.press("Ctrl+Z")
    assert mode(bench) is Mode.CLOSING
    assert "void" in bench.state.note()
    desk.press("Ctrl+Z")
    assert tag(bench) == "Taken out: 1 MUG"
    desk.press("Ctrl+Z")
    assert tag(bench) == "Parcel 1 is open again", "parcel 2 had a label and stays"
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert mode(bench) is Mode.WAITING
    assert shop.state("shipment", shipment) == "picked"
    assert desk.notices == ()


def test_a_parcel_too_many_goes_again(station: Station) -> None:
    bench, shipment = station.opened(MUG=2)
    desk = station.desk
    desk.scan(GTIN["MUG"])
    desk.press("F4", "Ctrl+Z")
    assert tag(bench) == "Parcel 2 is gone"
    desk.press("Ctrl+Z")
    assert tag(bench) == "Parcel 1 is open again"
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert station.shop.state("shipment", shipment) == "picked"
    assert mode(bench) is Mode.WAITING


@pytest.mark.parametrize(("key", "kind"), [("1", "missing"), ("2", "damaged")])
def test_trouble_is_noted_for_a_supervisor(station: Station, key: str, kind: str) -> None:
    bench, shipment = station.opened(MUG=3)
    desk = station.desk
    desk.press("F6")
    assert bench.work_page.field.text() == "3"
    desk.type("2")
    desk.press("Return", key, "3")
    facts = json.loads(station.world.one("SELECT facts FROM order_event WHERE verb = 'packing_problem'"))
    assert (facts["problem"], facts["qty"], facts["sku"]) == (kind, 2, "MUG")
    assert (mode(bench), station.shop.state("shipment", shipment)) == (Mode.WAITING, "picked")
    assert bench.state.queue.rows[0].problem is not None
    desk.press("Ctrl+Z")
    assert bench.state.queue.rows[0].problem is None


def test_a_label_that_cannot_be_made_says_why_and_is_tried_again(station: Station) -> None:
    bench, _ = station.opened(MUG=1)
    with station.world.database().engine.begin() as connection:
        address = connection.exec_driver_sql("SELECT address_id FROM warehouse").scalar()
        connection.exec_driver_sql("UPDATE warehouse SET address_id = NULL")
    station.desk.scan(GTIN["MUG"])
    assert mode(bench) is Mode.DONE
    assert "no address" in bench.done_page.panel.accessibleName()
    with station.world.database().engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE warehouse SET address_id = {address}")
    station.desk.press("F7")
    assert station.papers() == [("shipment_label", False), ("packing_slip", False)]
    assert bench.done_page.panel.accessibleName().startswith("Parcel complete")


def test_a_refusal_stays_until_the_next_step(station: Station) -> None:
    typed(station)
    bench, _ = station.opened(MUG=2)
    station.desk.scan(GTIN["MUG"])
    station.desk.press("F4")
    station.desk.type("99999999")
    station.desk.press("Return")
    assert tag(bench) == "Not done"
    assert station.world.one("SELECT state FROM package") == "open"


def _cut(desk: Desk) -> list[str]:
    """The words on the bench that have no room."""
    labels = desk.work.findChildren(BenchLabel)
    return [label.text() for label in labels if label.isVisible() and label.text() and not label.whole()]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_word_is_cut_at_any_size(station: Station, language: str) -> None:
    bench, _ = station.opened(MUG=2, TEA=1)
    desk = station.desk
    desk.work.set_bench(True)
    desk.speak(language)
    steps: tuple[Callable[[], object], ...] = (
        desk.wait,
        lambda: desk.press("F2"),
        lambda: desk.press("Escape", "F6"),
        lambda: desk.press("Return"),
        lambda: desk.press("Escape", "F4"),
        lambda: desk.press("Escape", "Escape"),
        lambda: desk.scan(GTIN["POT"]),
    )
    for at, step in enumerate(steps):
        step()
        for width, height in ((1600, 900), (1280, 720)):
            desk.work.resize(width, height)
            desk.wait()
            # News may come meanwhile (what waits in the printer, say) and be laid out a moment later.
            desk.wait(lambda: not _cut(desk))
            assert _cut(desk) == [], f"step {at}, {width} x {height}"
    assert stopped(bench)


@pytest.mark.parametrize(
    ("typed", "grams"),
    [
        ("7.84", 7840),
        ("7,84", 7840),
        ("7,84 kg", 7840),
        ("8kg", 8000),
        ("784", 784),
        ("784 g", 784),
        ("0,5", 500),
        (" 1 200 g ", 1200),
        ("1.2345", None),
        ("7.5 g", None),
        ("-3", None),
        ("seven", None),
        ("٣", None),
        ("", None),
    ],
)
def test_weights_as_people_type_them(typed: str, grams: int | None) -> None:
    assert parse_weight(typed) == grams


def test_a_weight_against_its_articles(station: Station) -> None:
    assert station.desk.notices == ()
    assert against(7790, 7840, 20, 30) == ("expected 7.84\u00a0kg, \u00b1\u00a02%", "good")
    assert against(1100, 1000, 20, 30) == ("expected 1\u00a0kg, 100\u00a0g more", "warn")
    assert against(100, 0, 20, 30)[1] == "text"
