"""The dispatch bench by scanner and keyboard: loading, the STOP, closing, signing, handing over, and each step back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.services.background import background_turn
from app.services.carriers import CarrierFields, edit_carrier
from app.services.loading import scan_to_load
from app.services.manifests import open_manifest
from app.views.parts.dispatch_state import Mode
from tests.rig.databases import World
from tests.rig.ramp import Ramp, acknowledge, counter, keys, mode, stop
from tests.rig.screens import MakeDesk
from tests.services.test_hand_over import fetched


@pytest.fixture
def ramp(sqlite_world: World, desk_of: MakeDesk) -> Ramp:
    return Ramp(sqlite_world, desk_of)


def test_from_the_list_to_the_driver_without_a_mouse(ramp: Ramp) -> None:
    shipment, (mug, tea) = ramp.dock.waiting({"MUG": 1}, {"TEA": 1})
    bench = ramp.bench()
    assert mode(bench) is Mode.LIST
    assert bench.list_page.counter.words == ("2", "")
    assert bench.list_page.instruction.text == "Open a pick-up of DPD"
    ramp.desk.press("Return")
    assert (mode(bench), counter(bench)) == (Mode.LOADING, ("0", "of 2"))
    ramp.scan(mug)
    assert (counter(bench), bench.load_page.verdict.text) == (("1", "of 2"), "Loaded")
    ramp.scan(tea)
    assert bench.load_page.instruction.text == "All are loaded: close it"
    assert ramp.sounds[-2:] == ["good", "parcel"]
    ramp.desk.press("F10")
    assert mode(bench) is Mode.SIGNING
    assert bench.sign_page.driver.hasFocus()
    ramp.desk.type("Jo Driver")
    ramp.desk.press("Return")
    assert mode(bench) is Mode.GONE
    assert bench.gone_page.panel.accessibleName().startswith("Handed over")
    assert "Jo Driver" in bench.gone_page.who.accessibleName()
    assert ramp.dock.state("shipment", shipment) == "shipped"
    jobs = ramp.world.rows("SELECT document, title FROM print_job WHERE document = 'manifest'")
    assert len(jobs) == 2, "the manifest, and the proof with name and time"
    ramp.desk.press("Return")
    assert mode(bench) is Mode.LIST
    assert bench.list_page.counter.words == ("0", "")
    assert ramp.desk.notices == ()
    assert QApplication.activeModalWidget() is None


def test_a_parcel_of_another_carrier_stops_everything_and_what_comes_meanwhile_is_kept(ramp: Ramp) -> None:
    _, (mug,) = ramp.dock.waiting({"MUG": 1})
    _, (tea,) = ramp.dock.waiting({"TEA": 1})
    _, (foreign,) = ramp.dock.waiting({"MUG": 1}, service=ramp.dock.foreign)
    bench = ramp.bench()
    bench.open(ramp.dock.pick_up())
    ramp.desk.wait()
    ramp.scan(foreign)
    assert stop(bench) == "Stop: another carrier"
    assert bench.overlay is not None
    assert bench.overlay.stop is not None
    assert "UPS" in bench.overlay.stop.text
    assert ramp.desk.shell.sounds.alarmed
    ramp.scan(mug)
    ramp.desk.press("F10")
    assert ramp.dock.sscc(mug) in bench.overlay.kept
    assert ramp.dock.on(mug) is None
    acknowledge(ramp, bench)
    assert stop(bench) == ""
    assert (mode(bench), counter(bench)) == (Mode.LOADING, ("1", "of 2")), "the kept scan followed"
    ramp.desk.speak("fr")
    ramp.scan(foreign)
    assert stop(bench) == "Stop\u00a0: autre transporteur"
    ramp.desk.scan("CMD-DISPATCH.UNDERSTOOD")
    ramp.scan(tea)
    assert counter(bench) == ("2", "sur 2")


def test_every_step_goes_back(ramp: Ramp) -> None:
    shipment, (mug,) = ramp.dock.waiting({"MUG": 1})
    _, (tea,) = ramp.dock.waiting({"TEA": 1})
    bench = ramp.bench()
    bench.open(ramp.dock.pick_up())
    ramp.desk.wait()
    ramp.scan(mug, tea)
    ramp.desk.press("Ctrl+Z")
    assert ramp.dock.on(tea) is None
    ramp.desk.press("F4")
    assert bench.load_page.instruction.text == "Scan the parcel to take off"
    ramp.scan(mug)
    assert (ramp.dock.on(mug), counter(bench)) == (None, ("0", "of 2"))
    ramp.scan(mug, tea)
    ramp.desk.press("F10")
    ramp.desk.press("Ctrl+Z")
    assert mode(bench) is Mode.LOADING
    ramp.desk.press("F10")
    ramp.desk.type("Jo")
    ramp.desk.press("Return")
    assert mode(bench) is Mode.GONE
    ramp.desk.press("Ctrl+Z")
    assert bench.state.question == "back"
    ramp.desk.press("Esc")
    assert bench.state.question == ""
    ramp.desk.press("Ctrl+Z", "Return")
    assert mode(bench) is Mode.SIGNING
    assert ramp.dock.state("shipment", shipment) == "packed"
    assert bench.sign_page.driver.text() == "Jo"
    ramp.desk.press("Ctrl+Z", "Ctrl+Z")  # the first takes back what was typed
    assert mode(bench) is Mode.LOADING
    ramp.desk.press("F9")
    assert bench.load_page.instruction.text.startswith("Give PU-")
    assert keys(bench)[:2] == ["Return", "Esc"]
    ramp.desk.press("Return")
    assert mode(bench) is Mode.LIST
    assert ramp.dock.on(mug) is None


def test_the_command_card_alone_will_do(ramp: Ramp) -> None:
    _, (mug,) = ramp.dock.waiting({"MUG": 1})
    bench = ramp.bench()
    ramp.desk.scan("CMD-DISPATCH.CONFIRM")
    ramp.scan(mug)
    ramp.desk.scan("CMD-DISPATCH.CLOSE", "CMD-DISPATCH.UNDO", "CMD-DISPATCH.OFF")
    ramp.scan(mug, mug)
    ramp.desk.scan("CMD-DISPATCH.CLOSE")
    assert mode(bench) is Mode.SIGNING
    ramp.desk.scan("CMD-DISPATCH.REPRINT", "CMD-DISPATCH.BACK")
    assert mode(bench) is Mode.LIST
    assert ramp.desk.notices == ()


def test_a_shipment_that_is_not_whole_is_asked_about(ramp: Ramp) -> None:
    shipment, (mug, tea) = ramp.dock.waiting({"MUG": 1}, {"TEA": 1})
    bench = ramp.bench()
    bench.open(ramp.dock.pick_up())
    ramp.desk.wait()
    ramp.scan(mug)
    ramp.desk.press("F10")
    assert bench.sign_page.note.text() == "1 parcel stays here and waits for the next one."
    ramp.desk.type("Jo")
    ramp.desk.press("Return")
    assert bench.state.question == "partly"
    assert ramp.dock.number("shipment", shipment) in bench.sign_page.note.text()
    ramp.desk.press("Esc")
    assert ramp.dock.state("package", mug) == "labelled"
    ramp.desk.press("Return", "Return")
    assert mode(bench) is Mode.GONE
    assert ramp.dock.number("shipment", shipment) in bench.gone_page.note.text()
    assert ramp.dock.state("package", tea) == "labelled"


def test_nobody_signs_and_nothing_leaves(ramp: Ramp) -> None:
    _, (mug,) = ramp.dock.waiting({"MUG": 1})
    bench = ramp.bench()
    bench.open(ramp.dock.pick_up())
    ramp.desk.wait()
    ramp.scan(mug)
    ramp.desk.press("F10", "Return")
    assert bench.sign_page.note.text().startswith("Nobody has signed")
    pad = bench.sign_page.pad
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=pad.rect().center())
    QTest.mouseMove(pad, pad.rect().center() + QPoint(60, 10))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=pad.rect().center() + QPoint(60, 10))
    drawn = pad.png()
    assert drawn.startswith(b"\x89PNG")
    ramp.desk.press("F6")
    assert pad.png() == b""
    QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=pad.rect().center())
    ramp.desk.press("Return")
    assert mode(bench) is Mode.GONE
    assert ramp.world.one("SELECT media_type FROM blob JOIN manifest ON signature_sha = sha256") == (
        "image/png; signature"
    )
    assert "signed on the screen" in bench.gone_page.who.accessibleName()


def test_a_parcel_finds_its_pick_up_and_a_paper_opens_it(ramp: Ramp) -> None:
    _, (mug,) = ramp.dock.waiting({"MUG": 1})
    _, (tea,) = ramp.dock.waiting({"TEA": 1})
    bench = ramp.bench()
    ramp.scan(mug)
    assert stop(bench) == "Stop: not done"
    acknowledge(ramp, bench)
    first = ramp.dock.pick_up()
    ramp.scan(mug)
    assert (ramp.dock.on(mug), counter(bench)) == (first, ("1", "of 2"))
    other = ramp.dock.pick_up()
    ramp.desk.scan(ramp.dock.number("manifest", other))
    assert bench.state.at is not None
    assert bench.state.at.pick_up.manifest_id == other
    ramp.scan(mug)
    assert stop(bench) == "Stop: already elsewhere"
    acknowledge(ramp, bench)
    ramp.desk.scan("NOBODY-KNOWS")
    assert stop(bench) == "Stop: unknown code"
    acknowledge(ramp, bench)
    ramp.scan(tea)
    ramp.desk.press("F10")
    ramp.scan(mug)
    assert stop(bench) == "Stop: not done"
    acknowledge(ramp, bench)
    ramp.desk.press("Esc")
    assert [one.state for one in bench.state.around.pick_ups] == ["open", "closed"]


def test_two_desks_load_one_truck(ramp: Ramp) -> None:
    _, (mug,) = ramp.dock.waiting({"MUG": 1})
    _, (tea,) = ramp.dock.waiting({"TEA": 1})
    bench = ramp.bench()
    manifest = open_manifest(ramp.dock.packer, ramp.dock.carrier, ramp.dock.warehouse).manifest_id
    bench.open(manifest)
    ramp.desk.wait()
    scan_to_load(ramp.dock.packer, manifest, ramp.dock.sscc(tea))
    bench.stale(frozenset({"manifest"}))
    ramp.desk.wait()
    assert counter(bench) == ("1", "of 2")
    ramp.scan(mug)
    assert counter(bench) == ("2", "of 2")


def test_a_customer_fetches_goods_against_the_code(ramp: Ramp) -> None:
    shipment, parcel, code = fetched(ramp.dock)
    bench = ramp.bench()
    ramp.desk.scan(ramp.dock.number("shipment", shipment))
    assert mode(bench) is Mode.COUNTER
    page = bench.counter_page
    assert page.driver.hasFocus()
    ramp.desk.type("Ada Lovelace")
    ramp.desk.press("Tab")
    ramp.desk.type("WRONG")
    ramp.desk.press("Return")
    assert stop(bench) == "Stop: wrong code"
    assert ramp.desk.shell.sounds.alarmed
    acknowledge(ramp, bench)
    assert (mode(bench), ramp.dock.state("shipment", shipment)) == (Mode.COUNTER, "packed")
    page.vehicle.setFocus()
    ramp.desk.type(code)
    ramp.desk.press("Return")
    assert (mode(bench), ramp.dock.state("shipment", shipment)) == (Mode.FETCHED, "delivered")
    assert "Ada Lovelace" in bench.fetched_page.who.accessibleName()
    ramp.desk.press("Ctrl+Z", "Esc", "Ctrl+Z")
    assert bench.state.question == "back"
    ramp.desk.press("Return")
    assert (mode(bench), ramp.dock.state("shipment", shipment)) == (Mode.COUNTER, "packed")
    ramp.desk.press("Esc")
    assert mode(bench) is Mode.LIST
    # The customer's message carries the code: scanned, it finds the goods and says itself.
    ramp.desk.scan(code)
    assert mode(bench) is Mode.COUNTER
    assert page.vehicle.text() == code
    ramp.desk.type("Ada")
    ramp.desk.press("Return")
    assert mode(bench) is Mode.FETCHED
    ramp.scan(parcel)
    assert mode(bench) is Mode.FETCHED, "it says who has it"
    ramp.desk.press("Return")
    assert mode(bench) is Mode.LIST
    assert ramp.desk.notices == ()


def test_a_carriers_parcel_opens_no_counter(ramp: Ramp) -> None:
    shipment, _ = ramp.dock.waiting({"MUG": 1})
    bench = ramp.bench()
    ramp.desk.scan(ramp.dock.number("shipment", shipment))
    assert stop(bench) == "Stop: not on this truck"
    assert bench.state.fetch is None


def test_what_the_carrier_was_not_told_is_said_until_it_is(ramp: Ramp, tmp_path: Path) -> None:
    dock = ramp.dock
    _, (mug,) = dock.waiting({"MUG": 1})
    out = tmp_path / "out"
    files = CarrierFields("DPD", kind="file", out_folder=str(out), in_folder=str(tmp_path))
    edit_carrier(dock.owner, dock.carrier, files, CarrierFields("DPD"))
    bench = ramp.bench()
    ramp.desk.press("Return")
    ramp.scan(mug)
    ramp.desk.press("F10")
    number = bench.state.at.pick_up.number if bench.state.at is not None else ""
    background_turn(dock.packer)
    ramp.desk.press("Esc")
    bench = ramp.bench()
    (row, *_) = bench.list_page.list._rows
    assert row.accessibleName() == f"DPD {number} To be signed Carrier not told"
    assert bench.list_page.note.text().startswith(
        f"DPD does not know yet what goes with {number}. The folder {out} is"
    )
    ramp.desk.press("Return")
    assert [line.accessibleName() for line in bench.sign_page._fact_lines[2:]] == [
        "Carrier not told F5 tells again"
    ]
    out.mkdir()
    assert background_turn(dock.packer).jobs == 0, "its next try is yet to come"
    ramp.desk.press("F5")
    assert bench.sign_page.note.text() == "The carrier is told again."
    assert background_turn(dock.packer).jobs == 2
    ramp.desk.press("Esc")
    bench = ramp.bench()
    assert bench.list_page.list._rows[0].accessibleName() == f"DPD {number} 1 parcel To be signed"
    assert bench.list_page.note.text() == ""
    assert not bench.can("dispatch.tell")
