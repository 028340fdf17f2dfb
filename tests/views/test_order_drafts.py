"""What was typed and not placed: kept, found again, forgotten, one for each person."""

from __future__ import annotations

import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.permissions import Role
from app.views.order_entry import OrderEntry
from app.views.parts.order_draft import Draft, DraftLine
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.order_desk import (
    SCREENS,
    Orders,
    customer,
    desk_with_entry,
    orders,
)
from tests.rig.screens import MakeDesk
from tests.rig.shop import Shop


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)


def test_f7_keeps_a_draft_and_it_can_be_taken_back(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    customer(desk)
    desk.type("pot")
    desk.press("Return")
    desk.type("99")
    desk.press("Return", "F7")
    (order,) = shop.world.rows("SELECT id, state FROM sales_order")
    assert order.state == "draft"
    assert shop.stock("POT").reserved == 0
    assert desk.shell.undo()
    desk.wait()
    assert shop.state("sales_order", order.id) == "cancelled"
    assert [(line.sku, line.qty) for line in screen.draft.lines] == [("POT", 99)]
    desk.press("F7")
    assert orders(shop) == 2


def test_what_is_typed_is_there_again_after_a_restart(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    customer(desk)
    desk.type("mug")
    desk.press("Return")
    desk.type("4")
    desk.press("Return")
    desk.type("half a wo")
    screen.page.foot.note.setFocus()
    desk.type("Ring twice")
    desk.press("Esc")
    assert isinstance(desk.work.current, Orders)
    again: Desk = desk_of(shop.world, Role.CUSTOMER_SERVICE, screens=SCREENS)
    shutil.copy(screen.keeper.file, again.shell.store.folder)
    there = again.show(OrderEntry, "new")
    assert there.draft.id == screen.draft.id
    assert there.page.head.customer.text() == "Analytique, C1"
    assert [(line.sku, line.qty) for line in there.draft.lines] == [("MUG", 4)]
    assert there.page.entry.text() == "half a wo"
    assert there.page.foot.note.toPlainText() == "Ring twice"
    assert there.page.foot.total.text() == "€12.00"
    again.press("F10")
    assert orders(shop) == 0  # half a word may be a product that the customer wants
    there.page.entry.clear()
    again.press("F10")
    assert shop.world.one("SELECT note FROM sales_order") == "Ring twice"
    # The same draft, placed once more from the other window, is not entered twice.
    desk.show(OrderEntry)
    desk.press("F10")
    assert orders(shop) == 1


def test_starting_over_forgets_and_undo_remembers(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    customer(desk)
    desk.type("mug")
    desk.press("Return", "Return")
    desk.press("Ctrl+Shift+Del")
    assert screen.draft.blank
    assert screen.page.head.customer.hasFocus()
    assert desk.shell.undo()
    desk.wait()
    assert [line.sku for line in screen.draft.lines] == ["MUG"]


def test_five_hundred_lines_are_edited_and_placed(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    jar = shop.product["JAR"]
    shop.bring("JAR", 600)
    lines = [DraftLine(jar, "JAR", "Jar of the shop", 1, Decimal("10"), "EUR") for _ in range(500)]
    screen.begin(Draft(customer_id=shop.customer, lines=lines))
    desk.wait()
    assert screen.page.foot.total.text() == "€6,000.00"
    screen.page.table.next_product()
    desk.type("pot")
    desk.press("Return")
    desk.type("2")
    desk.press("Return")
    assert screen.page.entry.hasFocus()
    assert screen.page.foot.total.text() == "€6,018.00"
    desk.press("F10")
    assert shop.world.one("SELECT count(*) FROM order_line") == 501


def test_a_draft_is_forgotten_once_it_is_placed_and_a_broken_file_is_none(
    shop: Shop, desk_of: MakeDesk
) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    customer(desk)
    desk.type("mug")
    desk.press("Return", "Return")
    assert screen.keeper.file.exists()
    desk.press("F10")
    assert not screen.keeper.file.exists()
    screen.keeper.file.write_text('{"id": 5', encoding="utf-8")
    assert screen.keeper.load().blank


def test_each_person_has_a_draft_of_their_own(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    first = desk.ctx
    customer(desk)
    desk.type("mug")
    desk.press("Return", "Return")
    desk.shell.become(shop.world.ctx(Role.SUPERVISOR))
    desk.wait()
    assert screen.draft.blank
    screen.page.head.reference.setFocus()
    desk.type("SUP-1")
    desk.shell.become(first)
    desk.wait()
    assert [line.sku for line in screen.draft.lines] == ["MUG"]
    assert screen.draft.reference == ""


def test_a_desk_without_room_says_so_and_goes_on(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    screen.keeper.file.with_suffix(".new").mkdir()
    desk.type("anal")
    assert "cannot be kept" in desk.notices[0]
    assert screen.page.head.customer.text() == "anal"
    screen.keeper.file.with_suffix(".new").rmdir()


def test_an_older_draft_never_overwrites_a_newer_one(shop: Shop, desk_of: MakeDesk) -> None:
    _, screen = desk_with_entry(shop, desk_of)
    older = screen.keeper.writer(Draft(reference="old"))
    newer = screen.keeper.writer(Draft(reference="new"))
    newer()
    older()
    assert screen.keeper.load().reference == "new"


def test_a_killed_desk_loses_no_key(sqlite_world: World, tmp_path: Path, desk_of: MakeDesk) -> None:
    Shop(sqlite_world)
    folder = tmp_path / "desk"
    folder.mkdir()
    file = sqlite_world.url.removeprefix("sqlite:///")
    command = [sys.executable, "-m", "tests.rig.dying_desk", file, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as dying:
        assert dying.stdout is not None
        assert dying.stdout.readline() == "READY\n"
        dying.kill()
        dying.wait(60)
    desk = Desk(sqlite_world, folder, screens=SCREENS)
    screen = desk.show(OrderEntry, "new")
    assert screen.draft.customer_name == "Analytique"
    assert [(line.sku, line.qty) for line in screen.draft.lines] == [("MUG", 4)]
    assert screen.page.entry.text() == "half a wo"
    assert screen.draft.typed["cell"] == "0:2:77"
    desk.press("F10")
    assert screen.draft.lines[0].qty == 77
    desk.close()
