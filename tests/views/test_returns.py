"""The returns bench by keys, command cards and scans: counted, judged, taken back, paid."""

from __future__ import annotations

import pytest

from app.domain.permissions import Role
from app.qt.words import tr
from app.services.packing import scan_item
from app.services.parcels import close_package
from app.services.shipping import ship_shipment
from app.services.sign_in import sign_in
from app.services.stock import ReceiptLine, receive
from app.services.users import NewUser, add_user
from app.views.parts.return_keys import KEYS
from app.views.returns import ReturnsBench
from tests.rig.back import Left, announce, bring_back, ship
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.people import GOOD
from tests.rig.screens import MakeDesk
from tests.rig.shop import GTIN, MUG_CARTON

SCREENS = (ReturnsBench,)
SCALE = "4006381333948"
TABLES = ("stock_move", "stock_balance", "return_order", "return_line", "inspection")


@pytest.fixture
def bench(world: World) -> Bench:
    return Bench(world)


def _desk(bench: Bench, desk_of: MakeDesk, *roles: Role) -> tuple[Desk, ReturnsBench]:
    desk: Desk = desk_of(bench.world, *(roles or (Role.RETURNS,)), screens=SCREENS)
    return desk, desk.show(ReturnsBench)


def _judged(bench: Bench) -> list[tuple[int, str, str, str]]:
    rows = bench.world.rows(
        "SELECT qty, grade, disposition, note FROM inspection WHERE undone_at IS NULL ORDER BY id"
    )
    return [tuple(row) for row in rows]


@pytest.fixture
def left(bench: Bench) -> Left:
    return ship(bench, {"MUG": 8, "TEA": 2})


def test_the_bar_names_the_person_and_not_their_login(sqlite_world: World, desk_of: MakeDesk) -> None:
    add_user(sqlite_world.owner, NewUser("zoe", "Zoé Martin", (Role.RETURNS,)), GOOD)
    desk = desk_of(
        sqlite_world, screens=SCREENS, ctx=sign_in(sqlite_world.url, "zoe", GOOD, desk="RETURNS-1")
    )
    bar = desk.show(ReturnsBench).bench_page.bar
    assert bar.items()["person"] == "Zoé Martin"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_keys_stand_in_one_row_on_the_smallest_bench(
    bench: Bench, desk_of: MakeDesk, language: str
) -> None:
    desk, screen = _desk(bench, desk_of)
    desk.speak(language)
    desk.work.resize(1280, 720)
    desk.wait()
    bar = screen.bench_page.keys
    one_row = bar.height()
    assert screen.page == "wait", "it has few keys"
    for page, keys in KEYS.items():
        bar.set_keys([(key, tr(text)) for key, text, _ in keys])
        assert bar.height() == one_row, page


def test_what_waits_is_chosen_by_keys(bench: Bench, left: Left, desk_of: MakeDesk) -> None:
    first, second = announce(bench, left, {"MUG": 1}), bring_back(bench, left, {"TEA": 1})
    desk, screen = _desk(bench, desk_of)
    assert [row.id for row in screen.waiting] == [first.id, second.id]
    desk.press("Down", "Return")
    assert screen.case is not None
    assert (screen.page, screen.case.head.id) == ("judge", second.id)
    desk.press("Escape", "Up", "Return")
    assert screen.case is not None
    assert (screen.page, screen.case.head.id) == ("arrive", first.id)


@pytest.mark.parametrize("code", ["return", "order", "parcel", "shipment"])
def test_label_order_and_parcel_open_the_return(
    bench: Bench, left: Left, desk_of: MakeDesk, code: str
) -> None:
    back = announce(bench, left, {"MUG": 1})
    codes = {
        "return": back.number,
        "order": bench.number("sales_order", left.order),
        "shipment": bench.number("shipment", left.shipment),
        "parcel": bench.world.one("SELECT sscc FROM package WHERE id = :i", i=left.parcel),
    }
    desk, screen = _desk(bench, desk_of)
    desk.scan(codes[code])
    assert screen.case is not None
    assert screen.case.head.id == back.id


def test_what_belongs_to_no_return_is_said_in_words(bench: Bench, left: Left, desk_of: MakeDesk) -> None:
    desk, screen = _desk(bench, desk_of)
    desk.scan(bench.number("sales_order", left.order))
    assert "announced" in screen.wait_panel.verdict.text
    desk.scan("NOBODY")
    assert "NOBODY" in screen.wait_panel.verdict.text
    assert screen.page == "wait"


def test_arrivals_are_counted_by_scans_and_taken_in(bench: Bench, left: Left, desk_of: MakeDesk) -> None:
    back = announce(bench, left, {"MUG": 7, "TEA": 1})
    desk, screen = _desk(bench, desk_of)
    desk.scan(back.number, GTIN["TEA"], MUG_CARTON, GTIN["MUG"])
    assert [(item.name, item.done, item.wanted) for item in screen.list.items] == [
        ("Mug of the shop", 7, 7),
        ("Tea of the shop", 1, 1),
    ]
    desk.press("Return")
    assert screen.page == "judge"
    assert bench.in_place("MUG", "RETURNS") == 7
    assert bench.in_place("TEA", "RETURNS") == 1


def test_more_than_announced_is_not_counted(bench: Bench, left: Left, desk_of: MakeDesk) -> None:
    back = announce(bench, left, {"MUG": 5})
    desk, screen = _desk(bench, desk_of)
    desk.scan(back.number, MUG_CARTON)
    assert "announced" in screen.arrive_panel.verdict.text
    assert screen.list.items[0].done == 0
    desk.press("Right", "Right", "Left", "Return")
    assert bench.in_place("MUG", "RETURNS") == 1


def test_everything_came_with_one_key(bench: Bench, left: Left, desk_of: MakeDesk) -> None:
    back = announce(bench, left, {"MUG": 5, "TEA": 2})
    desk, _ = _desk(bench, desk_of)
    desk.scan(back.number)
    desk.press("F6", "Return")
    assert (bench.in_place("MUG", "RETURNS"), bench.in_place("TEA", "RETURNS")) == (5, 2)


def test_what_was_not_announced_stops_everything(bench: Bench, left: Left, desk_of: MakeDesk) -> None:
    back = announce(bench, left, {"MUG": 1})
    desk, screen = _desk(bench, desk_of)
    desk.scan(back.number)
    before = bench.world.tables(*TABLES)
    desk.scan(GTIN["POT"])
    assert screen.overlay is not None
    assert screen.overlay.stop is not None
    assert "POT" in screen.overlay.stop.text
    # What is scanned meanwhile counts nothing, and is named.
    desk.scan(GTIN["MUG"])
    assert GTIN["MUG"] in screen.overlay.kept
    assert screen.list.items[0].done == 0
    desk.press("Space")
    desk.scan(GTIN["MUG"])
    assert screen.list.items[0].done == 1
    assert bench.world.tables(*TABLES) == before


def test_a_verdict_follows_the_language_and_goes_with_its_return(
    bench: Bench, left: Left, desk_of: MakeDesk
) -> None:
    announced = [announce(bench, left, {"MUG": 1, "TEA": 1}) for _ in range(2)]
    desk, screen = _desk(bench, desk_of)
    desk.scan(GTIN["MUG"])
    english = screen.wait_panel.verdict.text
    assert english.startswith("No return belongs to")
    desk.speak("fr")
    assert screen.wait_panel.verdict.text not in {"", english}
    desk.speak("en")
    desk.scan(announced[0].number, GTIN["MUG"])
    assert screen.arrive_panel.verdict.text == "1 counted"
    desk.scan(announced[1].number)
    assert screen.arrive_panel.verdict.text == ""


def test_each_grade_by_its_key_with_what_becomes_of_it(bench: Bench, left: Left, desk_of: MakeDesk) -> None:
    back = bring_back(bench, left, {"MUG": 4})
    desk, screen = _desk(bench, desk_of)
    desk.scan(back.number)
    mugs = bench.in_place("MUG", "B-01")
    for key in "ABCD":
        desk.press(key, "Return")
    assert _judged(bench) == [
        (1, "A", "restock", ""),
        (1, "B", "quarantine", ""),
        (1, "C", "quarantine", ""),
        (1, "D", "scrap", ""),
    ]
    assert bench.in_place("MUG", "B-01") == mugs + 1
    assert screen.page == "done"
    assert bench.state("return_order", back.id) == "inspected"


def test_command_cards_do_what_keys_do(bench: Bench, left: Left, desk_of: MakeDesk) -> None:
    back = bring_back(bench, left, {"MUG": 1})
    desk, _ = _desk(bench, desk_of)
    desk.scan(back.number, "CMD-RETURNS.GRADE_B", "CMD-RETURNS.DECISION", "CMD-RETURNS.CONFIRM")
    assert _judged(bench) == [(1, "B", "restock", "")]


def test_another_decision_another_place_a_note_and_all_of_them(
    bench: Bench, left: Left, desk_of: MakeDesk
) -> None:
    back = bring_back(bench, left, {"MUG": 3})
    desk, screen = _desk(bench, desk_of)
    desk.scan(back.number)
    desk.press("A", "F6", "F2")
    desk.type("Box is torn")
    desk.press("Return")
    assert _judged(bench) == []
    desk.scan(bench.world.one("SELECT barcode FROM location WHERE code = 'B-03'"))
    desk.press("Return")
    assert _judged(bench) == [(3, "A", "restock", "Box is torn")]
    assert bench.in_place("MUG", "B-03") == 3
    assert screen.judge_panel.note.text() == ""


def test_goods_are_not_restocked_where_nothing_is_sold_from(
    bench: Bench, left: Left, desk_of: MakeDesk
) -> None:
    back = bring_back(bench, left, {"MUG": 1})
    desk, screen = _desk(bench, desk_of)
    desk.scan(back.number)
    desk.press("A")
    desk.scan(bench.world.one("SELECT barcode FROM location WHERE code = 'QUARANTINE'"))
    assert screen.overlay is not None
    assert screen.overlay.stop is not None
    desk.press("Space")
    assert screen.place is None


def test_enter_without_a_grade_judges_nothing(bench: Bench, left: Left, desk_of: MakeDesk) -> None:
    back = bring_back(bench, left, {"MUG": 1})
    before = bench.world.tables(*TABLES)
    desk, _ = _desk(bench, desk_of)
    desk.scan(back.number)
    desk.press("Return")
    assert bench.world.tables(*TABLES) == before


def test_judgements_and_receipt_are_taken_back_one_by_one(
    bench: Bench, left: Left, desk_of: MakeDesk
) -> None:
    back = announce(bench, left, {"MUG": 2})
    desk, screen = _desk(bench, desk_of)
    desk.scan(back.number)
    desk.press("F6", "Return", "A", "Return", "D", "Return")
    assert screen.page == "done"
    desk.press("Ctrl+Z")
    assert (screen.page, _judged(bench)) == ("judge", [(1, "A", "restock", "")])
    desk.press("Ctrl+Z")
    assert _judged(bench) == []
    desk.press("Ctrl+Z")
    assert screen.page == "arrive"
    assert bench.state("return_order", back.id) == "authorised"
    assert bench.in_place("MUG", "RETURNS") == 0


def test_the_next_return_comes_though_another_desk_changed_this_one(
    bench: Bench, left: Left, desk_of: MakeDesk
) -> None:
    first, second = (bring_back(bench, left, {"MUG": 1}) for _ in range(2))
    desk, screen = _desk(bench, desk_of)
    for there, coming in ((first, second), (second, first)):
        screen.open(there.id)
        desk.wait()
        screen.open(coming.id)
        screen.refresh()
        desk.wait()
        assert screen.case is not None
        assert screen.case.head.id == coming.id
        assert screen.page == "judge"


def test_a_scanned_article_becomes_the_one_at_hand(bench: Bench, left: Left, desk_of: MakeDesk) -> None:
    back = bring_back(bench, left, {"MUG": 1, "TEA": 1})
    desk, screen = _desk(bench, desk_of)
    desk.scan(back.number, GTIN["TEA"])
    desk.press("D", "Return")
    assert screen.item is not None
    assert screen.item.line_id == back.lines["MUG"]
    assert [row[1:3] for row in _judged(bench)] == [("D", "scrap")]


def test_who_may_pays_back_and_is_told_the_credit_note(bench: Bench, left: Left, desk_of: MakeDesk) -> None:
    back = bring_back(bench, left, {"MUG": 2})
    desk, screen = _desk(bench, desk_of, Role.RETURNS, Role.CUSTOMER_SERVICE)
    desk.scan(back.number)
    desk.press("A", "F6", "Return")
    assert "\N{EURO SIGN}6.00" in screen.done_panel.accessibleName()
    desk.press("Return")
    credit = bench.world.rows("SELECT number, total FROM credit")[0]
    assert credit.total == 600
    assert credit.number in screen.done_panel.accessibleName()
    desk.press("Return")
    assert screen.page == "wait"


def test_who_may_not_pays_nothing_back(bench: Bench, left: Left, desk_of: MakeDesk) -> None:
    back = bring_back(bench, left, {"MUG": 1})
    desk, screen = _desk(bench, desk_of)
    desk.scan(back.number)
    desk.press("A", "Return", "Return")
    assert screen.page == "wait"
    assert bench.state("return_order", back.id) == "inspected"
    assert bench.world.one("SELECT count(*) FROM credit") == 0


def test_a_second_parcel_of_the_same_return(bench: Bench, left: Left, desk_of: MakeDesk) -> None:
    back = announce(bench, left, {"MUG": 2})
    desk, screen = _desk(bench, desk_of)
    desk.scan(back.number, GTIN["MUG"])
    desk.press("Return", "A", "Return")
    assert screen.page == "done"
    desk.press("F4")
    desk.scan(GTIN["MUG"])
    desk.press("Return", "A", "Return")
    assert bench.world.one("SELECT inspected FROM return_line WHERE id = :i", i=back.lines["MUG"]) == 2


def _numbered(bench: Bench) -> Left:
    """Two scales with numbers, packed and handed over."""
    scale = bench.add_product("SCALE", serial_tracked=True, barcodes=((SCALE, 1),))
    pieces = ReceiptLine(scale, 2, location_id=bench.where("B-03"), serials=("CAM-1", "CAM-2"))
    receive(bench.owner, bench.warehouse, (pieces,))
    (shipment,) = bench.picked({"SCALE": 2})
    for code in ("CAM-1", "CAM-2"):
        scan_item(bench.packer, shipment, f"]C101{SCALE.zfill(14)}21{code}")
    parcel = bench.world.one("SELECT id FROM package WHERE shipment_id = :s", s=shipment)
    close_package(bench.packer, parcel, 100)
    ship_shipment(bench.packer, shipment)
    order = bench.world.one("SELECT order_id FROM shipment WHERE id = :i", i=shipment)
    line = bench.world.one("SELECT id FROM order_line WHERE order_id = :i", i=order)
    return Left(order, shipment, parcel, {"SCALE": line})


def test_numbered_pieces_are_counted_and_judged_by_their_number(bench: Bench, desk_of: MakeDesk) -> None:
    left = _numbered(bench)
    back = announce(bench, left, {"SCALE": 1})
    desk, screen = _desk(bench, desk_of)
    desk.scan(back.number, "OTHER-1")
    assert screen.overlay is not None
    assert screen.overlay.stop is not None
    desk.press("Space")
    desk.scan(SCALE)
    assert "serial" in screen.arrive_panel.verdict.text
    desk.scan("CAM-2")
    desk.press("Return")
    assert screen.item is not None
    assert screen.item.serial == "CAM-2"
    desk.press("C", "Return")
    place = bench.world.one(
        "SELECT l.code FROM serial AS s JOIN location AS l ON l.id = s.location_id WHERE s.code = 'CAM-2'"
    )
    assert place == "QUARANTINE"
