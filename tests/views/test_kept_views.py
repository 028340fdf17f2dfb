"""Views that people keep, conditions in one form and columns in another: by keyboard, over the order queue."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from app.domain.permissions import Role
from app.services.orders import cancel_order, enter_order
from app.services.parties import NewCustomer, add_customer
from app.services.saved_views import ViewFields, save_view
from app.views.orders import OrderQueue
from app.views.parts.columns_dialog import ColumnsDialog
from app.views.parts.exporting import named
from app.views.parts.filter_dialog import FilterDialog
from app.views.parts.tabs import Filter
from app.views.parts.view_dialog import ViewDialog
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.screens import MakeDesk
from tests.rig.shop import ADDRESS, Shop

D = TypeVar("D", bound=QDialog)


def _queue(shop: Shop, desk_of: MakeDesk, *roles: Role) -> tuple[Desk, OrderQueue]:
    desk = desk_of(shop.world, *roles, screens=(OrderQueue,))
    screen = desk.show(OrderQueue)
    screen.view.setFocus()
    desk.wait()
    return desk, screen


def _dialog(kind: type[D]) -> D:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())


def _ids(screen: OrderQueue) -> list[int]:
    return [row.id for row in screen.table.rows]


def test_conditions_are_set_kept_shared_changed_and_taken_back(world: World, desk_of: MakeDesk) -> None:
    shop = Shop(world)
    urgent = shop.draft({"POT": 4}, priority=9).order_id
    other = shop.draft({"MUG": 1}).order_id
    desk, screen = _queue(shop, desk_of, Role.CUSTOMER_SERVICE)
    desk.press("Ctrl+Shift+F")
    form = _dialog(FilterDialog)
    form.fill("priority", "urgent")
    form.fill("amount_from", "20")
    form.fill("until", "soonish")
    form.apply.click()
    assert form.isVisible()
    form.fill("until", "+400")
    form.apply.click()
    desk.wait()
    assert _ids(screen) == [urgent]
    assert screen._set == {"priority": "urgent", "amount_from": 2000, "until": 400}
    screen.view.show_columns(["number", "amount", "carrier"])
    desk.press("Ctrl+Shift+S")
    asking = _dialog(ViewDialog)
    asking.name.setText("Urgent ones")
    asking.shared.box.setChecked(True)
    asking.name.setFocus()
    desk.press("Return")
    desk.wait()
    (key,) = screen._kept_views
    assert screen.head.tabs.current == key
    screen.view.show_columns(["number", "customer"])
    screen.choose_tab("open")
    desk.wait()
    assert _ids(screen) == [urgent, other]
    assert [one[0] for one in screen.view.columns_now() if one[2]] == ["number", "customer"]
    screen.choose_tab(key)
    desk.wait()
    assert _ids(screen) == [urgent]
    assert [one[0] for one in screen.view.columns_now() if one[2]] == ["number", "amount", "carrier"]
    words = [action.text() for action in screen.views_menu().actions()]
    assert "Share no longer" in words
    next(action for action in screen.views_menu().actions() if action.text() == "Share no longer").trigger()
    desk.wait()
    assert world.one("SELECT shared FROM saved_view") in (0, False)
    desk.shell.undo()
    desk.wait()
    assert world.one("SELECT shared FROM saved_view") in (1, True)
    next(action for action in screen.views_menu().actions() if action.text() == "Delete view").trigger()
    desk.wait()
    assert (screen._kept_views, screen.head.tabs.current) == ({}, "open")
    desk.shell.undo()
    desk.wait()
    assert [one.row.name for one in screen._kept_views.values()] == ["Urgent ones"]


def test_anothers_view_is_seen_and_left_alone(world: World, desk_of: MakeDesk) -> None:
    shop = Shop(world)
    shop.draft({"MUG": 1})
    fields = ViewFields(
        "Theirs", True, '{"tab":"open","set":{"colour":"red","vip":false}}', '["number","gone"]'
    )
    save_view(world.owner, "orders", fields)
    desk, screen = _queue(shop, desk_of, Role.CUSTOMER_SERVICE)
    (key,) = screen._kept_views
    screen.choose_tab(key)
    desk.wait()
    assert screen._set == {"vip": False}
    assert len(_ids(screen)) == 1
    assert any("colour" in words for words in desk.notices)
    words = [action.text() for action in screen.views_menu().actions()]
    assert "Delete view" not in words
    assert any(word.startswith("Theirs (") for word in words)


def test_columns_are_chosen_and_ordered_by_keyboard(sqlite_world: World, desk_of: MakeDesk) -> None:
    shop = Shop(sqlite_world)
    shop.draft({"MUG": 1})
    desk, screen = _queue(shop, desk_of)
    desk.press("Ctrl+Shift+K")
    dialog = _dialog(ColumnsDialog)
    assert dialog.shown[:3] == ["ready", "number", "customer"]
    desk.press("Alt+Down", "Down", "Space")
    dialog.apply.click()
    desk.wait()
    assert [one[0] for one in screen.view.columns_now()][:3] == ["number", "ready", "lines"]
    assert "customer" not in [one[0] for one in screen.view.columns_now() if one[2]]
    screen.view.forget_columns()
    assert [one[0] for one in screen.view.columns_now()][:2] == ["ready", "number"]


def test_a_number_elsewhere_opens_its_rows(sqlite_world: World, desk_of: MakeDesk) -> None:
    shop = Shop(sqlite_world)
    other = add_customer(shop.owner, NewCustomer("K-7", "Épicerie Ségur", bill_address=ADDRESS))
    mine = shop.draft({"MUG": 1}).order_id
    theirs = enter_order(shop.owner, replace(shop.new_order({"MUG": 1}), customer_id=other)).order_id
    gone = shop.draft({"MUG": 1}).order_id
    cancel_order(shop.owner, gone, "entry-error")
    desk, screen = _queue(shop, desk_of)
    for filters, found in (
        ({"customer": other}, [theirs]),
        ({"view": "closed"}, [gone]),
        ({"view": "all", "customer": shop.customer}, [mine, gone]),
        ({"view": "drafts"}, [theirs, mine]),
    ):
        desk.shell.go("orders", filters)
        desk.wait()
        assert _ids(screen) == found, filters
    desk.shell.go("orders", {"customer": other})
    desk.wait()
    assert ("Customer", "Épicerie Ségur") in [(chip.field, chip.value) for chip in screen.chips.shown]


def test_every_condition_reads_what_it_shows() -> None:
    today = date(2026, 3, 11)
    days, amount, code = (Filter("x", "X", kind=kind) for kind in ("day", "amount", "code"))
    for typed, value in (("+7", 7), ("-2", -2), ("+1w", 7), ("today", 0), ("2026-03-13", date(2026, 3, 13))):
        assert days.read(typed, today) == value
        assert days.read(days.typed(value), today) == value
    assert days.restore("2026-03-13") == date(2026, 3, 13)
    assert [days.words(value) for value in (0, 1, -1, 5, -5)] == [
        *("today", "tomorrow", "yesterday", "in 5 days", "5 days ago"),
    ]
    for typed, value in (("1250", 125_000), ("12,5", 1250), ("0.05", 5), ("1 250,50", 125_050)):
        assert amount.read(typed, today) == value, typed
        assert amount.read(amount.typed(value), today) == value
    assert code.read(" fr ", today) == "FR"
    assert days.read("  ", today) is None
    for one, typed in ((days, "soonish"), (amount, "-1"), (amount, "1e5"), (amount, "\u0661")):
        with pytest.raises(ValueError, match="Write"):
            one.read(typed, today)
    unfit: tuple[tuple[Filter, object], ...] = ((days, [1]), (amount, "1"), (days, "soon"))
    for kind, held in unfit:
        with pytest.raises(ValueError, match=r"x|isoformat"):
            kind.restore(held)


def test_a_file_is_named_by_what_was_chosen() -> None:
    for file, sheet, name in (
        ("a.csv", False, "a.csv"),
        ("a.csv", True, "a.xlsx"),
        ("a", True, "a.xlsx"),
        ("a", False, "a.csv"),
        ("a.XLSX", False, "a.XLSX"),
        ("a.b", True, "a.b.xlsx"),
    ):
        assert named(Path(file), sheet=sheet) == Path(name)
