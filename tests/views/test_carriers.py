"""Carriers on the screen: rate tables as text, rules tried out, another carrier for a shipment, labels that a carrier sells."""

from __future__ import annotations

from pathlib import Path

from app.domain.permissions import Role
from app.qt.screen import Screen
from app.services.carriers import add_carrier
from app.services.choosing import change_service
from app.services.desk_people import DeskPeople
from app.services.labels import label_package
from app.services.rate_tables import RuleFields, add_rule
from app.views.carrier_rules import CarrierRules
from app.views.carriers import Carriers
from app.views.label_watch import LabelWatch
from app.views.shipments import Shipments
from tests.rig.carriers import Counter
from tests.rig.databases import World
from tests.rig.screens import MakeDesk
from tests.services.test_choosing import Ramp

TABLES = ("carrier", "carrier_service", "rate_zone", "rate", "surcharge", "carrier_rule")
SCREENS: tuple[type[Screen], ...] = (Carriers, CarrierRules, Shipments)


def test_a_carrier_with_folders_and_a_service_with_limits(
    world: World, desk_of: MakeDesk, tmp_path: Path
) -> None:
    desk = desk_of(world, Role.SUPERVISOR, screens=SCREENS)
    screen = desk.show(Carriers)
    desk.press("Ctrl+N")
    form = screen.form
    assert form.widget("out_folder").isHidden() or not form.widget("out_folder").isVisible()
    form.widget("code").setText("DEP")
    form.widget("name").setText("Depot")
    form.widget("kind").setCurrentIndex(1)
    assert form.widget("out_folder").isVisible()
    form.widget("out_folder").setText("relative")
    desk.press("Ctrl+S")
    assert "no whole path" in form.refusal("out_folder")
    assert world.one("SELECT count(*) FROM carrier") == 0
    form.widget("out_folder").setText(str(tmp_path))
    form.widget("in_folder").setText(str(tmp_path))
    desk.press("Ctrl+S")
    row = world.rows("SELECT kind, out_folder, timeout_s FROM carrier")[0]
    assert tuple(row) == ("file", str(tmp_path), 20)
    desk.press("Ctrl+Shift+N")
    service = screen.service.form
    service.widget("code").setText("DEP-1")
    service.widget("name").setText("Parcel")
    service.widget("max_weight_g").setText("30000")
    service.widget("service_days").choose(("1", "6"))
    service.widget("currency").setText("chf")
    desk.press("Ctrl+S")
    row = world.rows("SELECT max_weight_g, service_days, currency FROM carrier_service")[0]
    assert tuple(row) == (30_000, "16", "CHF")
    assert desk.notices == ()


def test_rates_are_pasted_mended_kept_and_undone(world: World, desk_of: MakeDesk, tmp_path: Path) -> None:
    shop = Ramp(world)
    desk = desk_of(world, Role.SUPERVISOR, screens=SCREENS)
    screen = desk.show(Carriers)
    screen.open_service(next(one for one in screen.shown.services if one.id == shop.small))
    before = world.tables(*TABLES)
    desk.press("Ctrl+R")
    dialog = screen.rates
    assert "rate,A,,,1000,5.00,,," in dialog.text.toPlainText()
    text = dialog.text.toPlainText()
    dialog.text.setPlainText(text + "rate,A,,,2000,4.00,,,\nrate,B,,,x,1,,,\n")
    assert dialog.state.words == (
        "Line 5: Up to 2000 g costs less in zone A than a lighter parcel.\n"
        "Line 6: 'x' cannot be the up_to_g: write a whole number."
    )
    assert not dialog.keep.isEnabled()
    file = tmp_path / "rates.csv"
    file.write_bytes((text + "rate,A,,,2000,7.00,,,\n").encode("cp1252"))
    dialog.load_from(file)
    assert dialog.found.problems == ()
    dialog.write_to(tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_bytes().endswith(b"rate,A,,,2000,7.00,,,\r\n")
    assert world.tables(*TABLES) == before
    dialog.keep.click()
    desk.wait()
    assert world.one("SELECT price FROM rate WHERE up_to_g = 2000") == 700
    desk.press("Ctrl+Z")
    assert world.one("SELECT count(*) FROM rate WHERE up_to_g = 2000") == 0
    assert desk.notices == ()


def test_what_is_no_table_is_refused_in_the_dialog(
    sqlite_world: World, desk_of: MakeDesk, tmp_path: Path
) -> None:
    shop = Ramp(sqlite_world)
    desk = desk_of(sqlite_world, Role.SUPERVISOR, screens=SCREENS)
    screen = desk.show(Carriers)
    screen.open_service(next(one for one in screen.shown.services if one.id == shop.small))
    desk.press("Ctrl+R")
    dialog = screen.rates
    text = dialog.text.toPlainText()
    picture = tmp_path / "picture.csv"
    picture.write_bytes(b"\x00\x81")
    dialog.load_from(picture)
    assert dialog.state.words == "picture.csv is no text. Save the spreadsheet as CSV."
    dialog.load_from(tmp_path / "gone.csv")
    assert dialog.state.words.startswith("gone.csv cannot be read.")
    assert dialog.text.toPlainText() == text


def test_rules_are_made_moved_and_tried(world: World, desk_of: MakeDesk) -> None:
    shop = Ramp(world)
    shipment = shop.confirmed({"MUG": 11})
    add_rule(world.owner, RuleFields("Cheapest"))
    desk = desk_of(world, Role.SUPERVISOR, screens=SCREENS)
    screen = desk.show(CarrierRules)
    desk.press("Ctrl+N")
    screen.form.widget("name").setText("Belgium")
    screen.form.widget("country").setText("be")
    screen.form.widget("customer").setText("NOBODY")
    desk.press("Ctrl+S")
    assert screen.form.refusal("customer").startswith("There is no customer NOBODY.")
    screen.form.widget("customer").setText("")
    desk.press("Ctrl+S")
    assert [row.name for row in screen.table.rows] == ["Cheapest", "Belgium"]
    desk.press("Alt+Up")
    assert [row.name for row in screen.table.rows] == ["Belgium", "Cheapest"]
    desk.press("Ctrl+T")
    trial = screen.trial
    trial.number.setText("SH-1")
    trial.go.click()
    desk.wait()
    assert trial.row.refusal.startswith("There is no shipment SH-1.")
    trial.number.setText(shop.number("shipment", shipment).lower())
    trial.go.click()
    desk.wait()
    assert trial.told[0].startswith("Rhône Large, ")
    assert trial.told[2] == "Rule Belgium does not hold: it goes to FR, not to BE."
    trial.reject()
    desk.wait()
    screen.view.setFocus()
    desk.press("Del")
    assert len(screen.table.rows) == 1
    desk.press("Ctrl+Z")
    assert len(screen.table.rows) == 2
    assert desk.notices == ()


def test_a_packer_looks_at_rules_and_changes_none(sqlite_world: World, desk_of: MakeDesk) -> None:
    add_rule(sqlite_world.owner, RuleFields("Cheapest"))
    desk = desk_of(sqlite_world, Role.PACKER, screens=SCREENS)
    screen = desk.show(CarrierRules)
    before = sqlite_world.tables(*TABLES)
    screen.view.setFocus()
    desk.press("Del", "Alt+Down", "Ctrl+S")
    assert not screen.form.widget("name").isEnabled()
    assert sqlite_world.tables(*TABLES) == before


def test_another_carrier_for_a_shipment_and_back(world: World, desk_of: MakeDesk) -> None:
    shop = Ramp(world)
    shipment, _ = shop.packed({"MUG": 11})
    change_service(shop.packer, shipment, shop.large)
    desk = desk_of(world, Role.PACKER, screens=SCREENS)
    screen = desk.show(Shipments)
    assert screen.details.carriage.price == 990
    desk.press("Ctrl+Shift+C")
    dialog = screen.services
    assert dialog.offered == (shop.large, None)
    dialog.pick(None)
    dialog._take()
    desk.wait()
    assert shop.service_of(shipment) is None
    desk.press("Ctrl+Z")
    assert shop.service_of(shipment) == shop.large
    add_carrier(world.owner, "X", "X")
    add_rule(world.owner, RuleFields("Cheapest"))
    screen.by_rule()
    desk.wait()
    assert shop.service_of(shipment) == shop.large
    assert desk.notices == ()


def test_labels_awaited_are_listed_asked_again_and_given_up(
    world: World, desk_of: MakeDesk, tmp_path: Path
) -> None:
    counter = Counter(world, tmp_path / "depot")
    _, parcel = counter.closed()
    label_package(counter.packer, parcel)
    counter.work()
    desk = desk_of(world, Role.PACKER, screens=SCREENS)
    screen = desk.show(Shipments)
    screen.choose_tab("labels")
    desk.wait()
    assert len(screen.table.rows) == 1
    (waiting,) = screen.details.carriage.waiting
    assert (waiting.status, waiting.awaited) == ("asked", True)
    for path in counter.depot.out.iterdir():
        path.unlink()
    screen.ask_carrier_again()
    desk.wait()
    counter.work()
    assert len(list(counter.depot.out.iterdir())) == 1
    screen.give_labels_up()
    desk.wait()
    assert counter.purchases()[0][0] == "void_asked"
    screen.give_labels_up()
    desk.wait()
    assert counter.purchases()[0][0] == "voided"
    assert screen.table.rows == []
    assert desk.notices == ()


def test_a_refused_label_is_told_at_the_desk_that_asked(
    world: World, desk_of: MakeDesk, tmp_path: Path
) -> None:
    counter = Counter(world, tmp_path / "depot")
    _, parcel = counter.closed()
    desk = desk_of(world, screens=SCREENS, ctx=counter.packer)
    people, elsewhere = DeskPeople(), DeskPeople()
    people.add(counter.packer, proved=True)
    elsewhere.add(counter.other, proved=True)
    watch, other = LabelWatch(desk.shell, people), LabelWatch(desk.shell, elsewhere)
    counter.depot.refuses = "Unknown postcode"
    label_package(counter.packer, parcel)
    watch.changed(frozenset({"label_purchase"}))
    desk.wait()
    assert len(list(counter.depot.out.iterdir())) == 1
    assert list(desk.notices) == [], "an answer that is awaited is no trouble"
    counter.depot.work()
    counter.due()
    other.changed(frozenset({"label_purchase"}))
    desk.wait()
    assert counter.purchases()[0][0] == "failed"
    assert list(desk.notices) == [], "it is told where it was asked"
    for _ in range(2):
        watch.look()
        desk.wait()
    number = counter.number("shipment", counter.open()[0].shipment_id)
    told = list(desk.notices)
    assert told == [f"No label for parcel 1 of {number}. Depot says: Unknown postcode"]
    for one in (watch, other):
        one.close()
