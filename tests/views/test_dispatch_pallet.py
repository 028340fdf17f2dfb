"""Pallets at the dispatch bench by scanner and keyboard: begun, loaded, the STOP, closed, printed, and each step back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.desks import add_desk
from app.views.dispatch import DispatchBench
from app.views.parts.dispatch_pallet import typed_grams, typed_millimetres
from app.views.parts.dispatch_state import Mode
from tests.rig.databases import World
from tests.rig.pallet_yard import Yard
from tests.rig.ramp import Ramp, acknowledge, counter, keys, mode, stop
from tests.rig.screens import MakeDesk


class PalletRamp(Ramp):
    """The bench in a yard."""

    dock: Yard


@pytest.fixture
def ramp(sqlite_world: World, desk_of: MakeDesk) -> PalletRamp:
    yard = PalletRamp.__new__(PalletRamp)
    yard.world, yard.dock = sqlite_world, Yard(sqlite_world)
    add_desk(sqlite_world.owner, "PACK-1", warehouse_id=yard.dock.warehouse)
    yard.desk = desk_of(sqlite_world, screens=(DispatchBench,), ctx=yard.dock.packer)
    yard.sounds = []
    yard.desk.shell.sounds.play = yard.sounds.append  # type: ignore[method-assign, assignment]  # what is heard is listened to
    return yard


def at_hand(bench: DispatchBench) -> int:
    assert bench.state.pallet is not None
    return bench.state.pallet.pallet.pallet_id


def test_from_an_empty_pallet_to_the_truck_without_a_mouse(ramp: PalletRamp) -> None:
    _, (mug, tea) = ramp.dock.waiting({"MUG": 1}, {"TEA": 1})
    bench = ramp.bench()
    ramp.desk.press("F3")
    assert mode(bench) is Mode.PALLET
    assert "F9" in keys(bench)
    assert bench.pallet_page.gross.hasFocus()
    pallet = at_hand(bench)
    ramp.scan(mug, tea)
    assert (ramp.dock.under(mug), ramp.dock.under(tea)) == (pallet, pallet)
    assert bench.pallet_page.name.text() == "DPD"
    assert bench.pallet_page.counter.words[0] == "2"
    assert "F9" not in keys(bench)
    assert bench.pallet_page.gross.text() == "", "no scan lands in a field"
    ramp.desk.type("28,4")
    ramp.desk.press("Tab")
    ramp.desk.type("165")
    ramp.desk.press("Return")
    assert mode(bench) is Mode.STACKED
    assert bench.pallet_page.instruction.text == "Stick the label on"
    (row,) = ramp.world.rows("SELECT state, weight_g, height_mm FROM package WHERE kind = 'pallet'")
    assert tuple(row) == ("labelled", 28_400, 1_650)
    assert ramp.world.one("SELECT count(*) FROM print_job WHERE document = 'pallet_label'") == 1
    ramp.desk.press("F7")
    assert ramp.world.one("SELECT count(*) FROM print_job WHERE document = 'pallet_label' AND copy") == 1
    ramp.desk.press("Return")
    assert mode(bench) is Mode.LIST
    ramp.dock.pick_up()
    ramp.scan(pallet)
    assert (mode(bench), counter(bench)) == (Mode.LOADING, ("2", "of 2"))
    assert bench.load_page.instruction.text == "All are loaded: close it"
    ramp.desk.press("Ctrl+Z")
    assert ramp.dock.on(mug) is None
    assert ramp.desk.notices == ()


def test_a_wrong_parcel_stops_and_what_comes_meanwhile_is_kept(ramp: PalletRamp) -> None:
    _, (mug,) = ramp.dock.waiting({"MUG": 1})
    _, (tea,) = ramp.dock.waiting({"TEA": 1})
    _, (foreign,) = ramp.dock.waiting({"MUG": 1}, service=ramp.dock.foreign)
    bench = ramp.bench()
    ramp.desk.press("F3")
    ramp.scan(mug, foreign)
    assert stop(bench) == "Stop: another carrier"
    assert bench.overlay is not None
    assert bench.overlay.stop is not None
    assert bench.overlay.stop.expected is not None
    ramp.scan(tea)
    ramp.desk.press("Return")
    assert ramp.dock.sscc(tea) in bench.overlay.kept
    assert ramp.dock.under(tea) is None
    acknowledge(ramp, bench)
    assert (mode(bench), ramp.dock.under(tea)) == (Mode.PALLET, at_hand(bench))
    ramp.desk.speak("fr")
    ramp.scan(foreign)
    assert "UPS" in bench.overlay.stop.text
    assert bench.overlay.stop.text.endswith("cette palette avec DPD.")
    ramp.desk.scan("CMD-DISPATCH.UNDERSTOOD")
    ramp.desk.scan(ramp.dock.number("manifest", ramp.dock.pick_up()))
    assert mode(bench) is Mode.LOADING, "the paper of a pick-up opens it from everywhere"


def test_every_step_goes_back(ramp: PalletRamp) -> None:
    _, (mug, tea) = ramp.dock.waiting({"MUG": 1}, {"TEA": 1})
    bench = ramp.bench()
    ramp.desk.press("F3")
    pallet = at_hand(bench)
    ramp.scan(mug, tea)
    ramp.desk.press("Ctrl+Z")
    assert ramp.dock.under(tea) is None
    ramp.desk.press("F4")
    ramp.scan(mug)
    assert ramp.dock.under(mug) is None
    ramp.scan(mug)
    ramp.desk.type("0,9")
    ramp.desk.press("Return")
    assert mode(bench) is Mode.PALLET
    assert "weigh 1\u00a0kg" in bench.pallet_page.note.text()
    bench.pallet_page.gross.clear()
    ramp.desk.type("heavy")
    ramp.desk.press("Return")
    assert (mode(bench), bench.pallet_page.verdict.text) == (Mode.PALLET, "Not done")
    bench.pallet_page.gross.clear()
    ramp.desk.press("Return")
    assert mode(bench) is Mode.STACKED
    ramp.desk.press("Ctrl+Z")
    assert (mode(bench), ramp.dock.state("package", pallet)) == (Mode.PALLET, "open")
    ramp.desk.press("Esc")
    assert mode(bench) is Mode.LIST
    ramp.scan(pallet)
    assert (mode(bench), at_hand(bench)) == (Mode.PALLET, pallet), "its old label brings an open pallet back"
    ramp.desk.press("Esc", "F3")
    other = at_hand(bench)
    assert other != pallet
    ramp.desk.press("F9")
    assert mode(bench) is Mode.LIST
    assert ramp.world.one("SELECT count(*) FROM package WHERE id = :i", i=other) == 0
    rows = bench.state.rows
    bench.state.chosen_at = next(at for at, row in enumerate(rows) if getattr(row, "pallet_id", 0) == pallet)
    ramp.desk.press("Return")
    assert at_hand(bench) == pallet


@pytest.mark.parametrize(
    ("text", "grams", "high"),
    [
        ("", 0, 0),
        ("212", 212_000, 2_120),
        (" 212,4 kg", 212_400, None),
        ("165.5cm", None, 1_655),
        ("-3", None, None),
        ("1.2.3", None, None),
        ("heavy", None, None),
    ],
)
def test_figures_as_people_type_them(text: str, grams: int | None, high: int | None) -> None:
    assert (typed_grams(text), typed_millimetres(text)) == (grams, high)


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_figure_or_none(text: str) -> None:
    for found in (typed_grams(text), typed_millimetres(text)):
        assert found is None or found >= 0
