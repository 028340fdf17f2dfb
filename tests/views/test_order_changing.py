"""A confirmed order changes from its drawer, by keyboard; its folder; and what is asked back stands on the pick list."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from app.domain.permissions import Role
from app.services.attachments import add_attachment
from app.services.picking import pick_wave
from app.services.release import release_shipments
from app.views.orders import OrderQueue
from app.views.parts.lines import Link
from app.views.parts.order_folder import FolderSection
from app.views.pick_list import OnePickList
from app.views.pick_lists import PickLists
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.screens import MakeDesk
from tests.rig.shop import Shop


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)


def _queue(shop: Shop, desk_of: MakeDesk, order_id: int, *roles: Role) -> tuple[Desk, OrderQueue]:
    desk: Desk = desk_of(shop.world, *(roles or (Role.CUSTOMER_SERVICE,)), screens=(OrderQueue,))
    screen = desk.show(OrderQueue, order_id)
    screen.view.setFocus()
    desk.wait()
    assert screen.details.order is not None
    return desk, screen


def _follow(screen: OrderQueue, words: str) -> None:
    next(
        link for link in screen.details.findChildren(Link) if words in link.text() and link.isVisible()
    ).click()


def test_a_line_changes_and_every_step_is_taken_back(shop: Shop, desk_of: MakeDesk) -> None:
    placed = shop.order({"MUG": 4})
    desk, screen = _queue(shop, desk_of, placed.order_id)
    _follow(screen, "MUG")
    desk.wait()
    desk.type("1")
    desk.press("Return", "Return")
    assert shop.stock("MUG").reserved == 1
    assert desk.shell.undo()
    desk.wait()
    assert shop.world.one("SELECT cancelled FROM order_line") == 0
    _follow(screen, "MUG")
    desk.wait()
    desk.type("6")
    desk.press("Return", "Return")
    assert shop.world.one("SELECT sum(qty) FROM order_line") == 6
    button = next(
        one
        for one in screen.details.findChildren(QPushButton)
        if "Add a line" in one.accessibleName() + one.text()
    )
    button.click()
    desk.type("TEA")
    desk.press("Return")
    desk.type("2")
    desk.press("Return")
    assert shop.stock("TEA").reserved == 2
    assert desk.shell.undo()
    desk.wait()
    assert shop.stock("TEA").reserved == 0


def test_goods_under_way_are_asked_back_and_stand_on_the_pick_list(shop: Shop, desk_of: MakeDesk) -> None:
    placed = shop.order({"MUG": 4, "TEA": 1})
    wave = release_shipments(shop.owner, (placed.shipment_id,)).wave_id
    pick_wave(shop.owner, wave)
    desk, screen = _queue(shop, desk_of, placed.order_id)
    _follow(screen, "MUG")
    desk.wait()
    desk.type("1")
    desk.press("Return", "Return")
    assert shop.world.one("SELECT qty FROM put_back WHERE state = 'open'") == 3
    _follow(screen, "wanted after all")
    desk.wait()
    assert shop.world.one("SELECT state FROM put_back") == "withdrawn"
    _follow(screen, "MUG")
    desk.wait()
    desk.type("2")
    desk.press("Return", "Return")
    picker: Desk = desk_of(shop.world, Role.PICKER, screens=(PickLists, OnePickList))
    pick_list = picker.show(OnePickList, wave)
    picker.wait()
    assert pick_list.asked_back.isVisible()
    picker.press("F4")
    picker.wait()
    assert shop.in_place("MUG", "PACKING") == 2
    assert not pick_list.asked_back.isVisible()


def test_files_are_dropped_opened_and_taken_out(shop: Shop, desk_of: MakeDesk, tmp_path: Path) -> None:
    order = shop.draft({"MUG": 1}).order_id
    add_attachment(shop.owner, order, "Plan.pdf", b"%PDF-1.7 plan")
    desk, screen = _queue(shop, desk_of, order)
    part = screen.details.findChildren(FolderSection)[-1]
    file = tmp_path / "Photo.bin"
    file.write_bytes(b"\x00\x01")
    part.dropped.emit([file, tmp_path / "missing"])
    desk.wait()
    assert shop.world.one("SELECT count(*) FROM attachment") == 2
    assert desk.notices
    _follow(screen, "Plan.pdf")
    desk.wait()
    assert tuple(shop.world.rows("SELECT document, title FROM document_view")[0]) == (
        "attachment",
        "Plan.pdf",
    )
    assert screen.details.order is not None
    assert screen.details.order.events[0].verb == "document_opened"
    part = screen.details.findChildren(FolderSection)[-1]
    part.removed.emit(screen.details.order.papers[-1])
    desk.wait()
    assert shop.world.one("SELECT count(*) FROM attachment WHERE removed_at IS NOT NULL") == 1
    assert desk.shell.undo()
    desk.wait()
    assert shop.world.one("SELECT count(*) FROM attachment WHERE removed_at IS NOT NULL") == 0
