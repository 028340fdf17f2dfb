"""Rules for orders on the screen: written by keyboard, tried on past orders, moved, taken back; what they did."""

from __future__ import annotations

from app.domain.permissions import Role
from app.qt.screen import Screen
from app.services.orders import enter_order
from app.views.order_rules import OrderRules
from app.views.orders import OrderQueue
from app.views.parts.order_rule_words import deeds_words, then_words, when_words
from app.views.rule_log import RuleLog
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.screens import MakeDesk
from tests.rig.shop import Shop
from tests.services.test_order_rules import with_carrier

SCREENS: tuple[type[Screen], ...] = (OrderRules, RuleLog, OrderQueue)


def fill(screen: OrderRules, **values: str) -> None:
    """Type into fields, choose of lists."""
    for name, value in values.items():
        widget = screen.form.widget(name)
        if hasattr(widget, "findData"):
            widget.setCurrentIndex(widget.findData(value))
        else:
            widget.setText(value)


def write(desk: Desk, screen: OrderRules, **values: str) -> None:
    """A new rule, kept."""
    desk.press("Ctrl+N")
    fill(screen, **values)
    desk.press("Ctrl+S")


def test_a_rule_is_written_tried_and_fires(world: World, desk_of: MakeDesk) -> None:
    shop = Shop(world)
    with_carrier(world)
    shop.draft({"MUG": 1})
    big = shop.draft({"MUG": 9})
    desk = desk_of(world, Role.SUPERVISOR, screens=SCREENS)
    screen = desk.show(OrderRules)
    desk.press("Ctrl+N")
    fill(screen, name="Big", country="fr, EU", total_from="12,5", tag="! gift", channel="Telephone, web")
    fill(
        screen,
        do_carrier="DPD-24",
        do_hold="credit-check",
        hold_end="soon",
        do_tag="big, Check",
        do_priority="8",
    )
    desk.press("Ctrl+S")
    assert "neither a number of days nor a day" in screen.form.refusal("hold_end")
    assert world.one("SELECT count(*) FROM order_rule") == 0
    fill(screen, hold_end="3")
    desk.press("Ctrl+T")
    assert screen.trial.isVisible()
    screen.trial.days.setText("0")
    screen.trial.go.click()
    desk.wait()
    assert "0 days" in screen.trial.row.refusal
    screen.trial.days.setText("5")
    screen.trial.go.click()
    desk.wait()
    assert screen.trial.summary.text().startswith("It matches 1 of 2 orders since")
    assert screen.trial.rows.index(0, 0).data() == big.number
    assert "hold until" in screen.trial.rows.index(0, 4).data()
    screen.trial.reject()
    desk.press("Ctrl+S")
    row = screen.table.rows[0]
    assert when_words(row) == "to FR or EU, channel Telephone or Web shop, total from 12.5, except tag gift"
    assert (
        then_words(row)
        == "send with DPD-24, hold 3 days: Credit check, tag big, tag Check, priority 8 (Urgent)"
    )
    assert screen.form.widget("tag").text() == "! gift"
    assert screen.form.widget("hold_end").text() == "3"
    enter_order(world.ctx(Role.CUSTOMER_SERVICE), shop.new_order({"MUG": 9}))
    desk.press("Ctrl+L")
    log = desk.show(RuleLog, "Big")
    assert deeds_words(log.table.rows[0].did).startswith("send with DPD-24; hold until")
    desk.speak("fr")
    assert "étiquette big" in deeds_words(log.table.rows[0].did)
    assert "Téléphone ou Boutique web" in when_words(row)
    desk.speak("en")
    log.view.select_key(log.table.rows[0].id)
    log.view.setFocus()
    desk.press("Return")
    assert isinstance(desk.work.current, OrderQueue)
    assert desk.notices == ()


def test_rules_are_changed_moved_removed_and_taken_back(world: World, desk_of: MakeDesk) -> None:
    Shop(world, stock=False)
    desk = desk_of(world, Role.SUPERVISOR, screens=SCREENS)
    screen = desk.show(OrderRules)
    write(desk, screen, name="One", do_tag="one")
    write(desk, screen, name="Two", do_tag="two")
    names = "SELECT name FROM order_rule ORDER BY position"
    assert world.rows(names) == [("One",), ("Two",)]
    desk.press("Alt+Up")
    assert world.rows(names) == [("Two",), ("One",)]
    desk.press("Ctrl+Z")
    assert world.rows(names) == [("One",), ("Two",)]
    screen.form.widget("name").setText("Deux")
    screen.form.widget("name").textEdited.emit("Deux")
    desk.press("Ctrl+S")
    assert world.rows(names) == [("One",), ("Deux",)]
    desk.press("Ctrl+Z")
    assert world.rows(names) == [("One",), ("Two",)]
    screen.view.select_key(screen.table.rows[0].id)
    screen.view.setFocus()
    desk.press("Del")
    assert world.rows(names) == [("Two",)]
    desk.press("Ctrl+Z")
    assert world.rows(names) == [("One",), ("Two",)]
    assert desk.notices == ()


def test_what_is_out_of_use_does_not_vanish_from_a_rule(sqlite_world: World, desk_of: MakeDesk) -> None:
    Shop(sqlite_world, stock=False)
    with_carrier(sqlite_world)
    desk = desk_of(sqlite_world, Role.SUPERVISOR, screens=SCREENS)
    screen = desk.show(OrderRules)
    write(desk, screen, name="One", do_carrier="DPD-24", vip="no", kind="Sample")
    assert when_words(screen.table.rows[0]) == "no VIP, kind Sample"
    with sqlite_world.database().engine.begin() as connection:
        connection.exec_driver_sql("UPDATE carrier_service SET active = false")
    desk.press("F5")
    assert screen.form.widget("do_carrier").currentText() == "DPD-24 (out of use)"
    screen.form.widget("name").setText("Uno")
    desk.press("Ctrl+S")
    assert "not in use" in screen.form.refusal("do_carrier")
    assert sqlite_world.rows("SELECT name FROM order_rule") == [("One",)]
