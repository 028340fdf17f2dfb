"""Suppliers, places, warehouses, carriers and desks on the screen: by keyboard, each refusal beside its field."""

from __future__ import annotations

from app.domain.permissions import Role
from app.qt.screen import Screen
from app.services.carriers import add_carrier, add_service
from app.services.desks import add_desk
from app.services.parties import add_supplier
from app.services.site_changes import LocationFields, edit_location
from app.services.supplier_changes import edit_supplier
from app.views.carriers import Carriers
from app.views.desks import Desks
from app.views.locations import Locations
from app.views.parts.record import RecordScreen
from app.views.suppliers import Suppliers
from app.views.warehouses import Warehouses
from tests.documents.readers import decode
from tests.rig.databases import World
from tests.rig.screens import MakeDesk
from tests.rig.shop import Shop

SITE = ("location", "warehouse", "carrier", "carrier_service", "desk", "desk_printer", "supplier", "address")


def test_a_supplier_is_added_with_its_address(world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(world, Role.SUPERVISOR, screens=(Suppliers,))
    screen = desk.show(Suppliers)
    desk.press("Ctrl+N")
    desk.type("CACAO")
    desk.press("Return")
    desk.type("Chocolaterie")
    desk.press("Return", "Return", "Return", "Return", "Return")
    desk.type("Kaasmarkt 5")
    desk.press("Shift+Return")
    desk.type("Hof")
    desk.press("Return")
    desk.type("59000")
    desk.press("Return")
    desk.type("Lille")
    desk.press("Ctrl+S")
    row = world.rows("SELECT s.code, a.* FROM supplier AS s JOIN address AS a ON a.id = s.address_id")[0]
    assert (row.code, row.company_name, row.street_address) == ("CACAO", "Chocolaterie", "Kaasmarkt 5\nHof")
    assert (row.postal_code, row.city, row.country_code) == ("59000", "Lille", "FR")
    assert desk.notices == ()
    current = screen.current()
    assert current is not None
    assert (current.code, current.city) == ("CACAO", "Lille")
    assert screen.view.hasFocus()


def test_an_address_that_no_post_could_read_is_refused_by_field(world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(world, Role.SUPERVISOR, screens=(Suppliers,))
    screen = desk.show(Suppliers)
    before = world.tables(*SITE)
    desk.press("Ctrl+N")
    desk.type("CACAO")
    desk.press("Return")
    desk.type("Chocolaterie")
    screen.form.widget("city").setText("Lille")
    screen.form.widget("postal_code").setText("ABC")
    desk.press("Ctrl+S")
    assert screen.form.refusal("postal_code")
    assert screen.form.refusal("street_address")
    assert screen.form.widget("street_address").hasFocus()
    assert world.tables(*SITE) == before
    country = screen.form.widget("country_code")
    assert not screen.form.widget("country_area").isVisible()
    country.setCurrentIndex(country.findData("US"))
    assert screen.form.widget("country_area").isVisible()


def test_two_desks_change_the_same_supplier(world: World, desk_of: MakeDesk) -> None:
    supplier = add_supplier(world.owner, "S1", "Potters")
    desk = desk_of(world, Role.SUPERVISOR, screens=(Suppliers,))
    screen = desk.show(Suppliers, supplier)
    desk.press("Return")
    desk.press("Ctrl+A")
    desk.type("Potters & Sons")
    edit_supplier(world.owner, supplier, "Potters Ltd", None, "active", 1)
    desk.press("F5")
    assert screen.form.widget("name").text() == "Potters & Sons"
    assert not screen.leave()
    desk.press("Ctrl+S")
    assert any("S1" in notice for notice in desk.notices)
    assert world.one("SELECT name FROM supplier") == "Potters Ltd"
    desk.press("Esc")
    assert screen.form.widget("name").text() == "Potters Ltd"
    assert screen.leave()


def test_a_supplier_is_blocked_and_found_again(world: World, desk_of: MakeDesk) -> None:
    supplier = add_supplier(world.owner, "S1", "Potters")
    desk = desk_of(world, Role.SUPERVISOR, screens=(Suppliers,))
    screen = desk.show(Suppliers, supplier)
    state = screen.form.widget("status")
    state.setCurrentIndex(state.findData("blocked"))
    desk.press("Ctrl+S")
    assert world.one("SELECT status FROM supplier") == "blocked"
    assert screen.current() is None
    screen.open(supplier)
    desk.wait()
    current = screen.current()
    assert current is not None
    assert current.status == "blocked"


def test_a_place_is_added_by_keyboard_and_its_label_printed(world: World, desk_of: MakeDesk) -> None:
    Shop(world)
    desk = desk_of(world, Role.SUPERVISOR, screens=(Locations,))
    screen = desk.show(Locations)
    desk.press("Ctrl+N")
    desk.type("C-01")
    desk.press("Return", "Return")
    desk.type("C")
    desk.press("Return")
    desk.type("01")
    desk.press("Ctrl+S")
    row = world.rows("SELECT * FROM location WHERE code = 'C-01'")[0]
    assert (row.barcode, row.kind, row.aisle, row.bay) == ("LOC-LIL-C-01", "storage", "C", "01")
    current = screen.current()
    assert current is not None
    assert current.code == "C-01"
    desk.press("Ctrl+P")
    job = world.rows("SELECT b.bytes, p.document FROM print_job AS p JOIN blob AS b ON b.sha256 = p.blob_sha")
    assert [one.document for one in job] == ["location_labels"]
    assert [code.text for code in decode(bytes(job[0].bytes), 203)] == ["LOC-LIL-C-01"]


def test_places_that_cannot_be_are_refused_beside_their_fields(world: World, desk_of: MakeDesk) -> None:
    shop = Shop(world)
    desk = desk_of(world, Role.SUPERVISOR, screens=(Locations,))
    screen = desk.show(Locations)
    before = world.tables(*SITE)
    desk.press("Ctrl+N")
    desk.type("A-01")
    desk.press("Ctrl+S")
    assert "A-01" in screen.form.refusal("code")
    desk.press("Esc")
    screen.open(shop.place["B-01"])
    desk.wait()
    kind = screen.form.widget("kind")
    kind.setCurrentIndex(kind.findData("quarantine"))
    desk.press("Ctrl+S")
    assert "B-01" in screen.form.refusal("kind")
    desk.press("Esc")
    screen.form.widget("active").click()
    desk.press("Ctrl+S")
    assert "B-01" in screen.form.refusal("active")
    desk.press("Esc")
    assert screen.form.widget("active").isChecked()
    assert world.tables(*SITE) == before
    screen.form.widget("walk_seq").setText("77")
    desk.press("Ctrl+S")
    assert world.one("SELECT walk_seq FROM location WHERE code = 'B-01'") == 77


def test_many_places_all_or_none(world: World, desk_of: MakeDesk) -> None:
    Shop(world)
    desk = desk_of(world, Role.SUPERVISOR, screens=(Locations,))
    screen = desk.show(Locations)
    before = world.tables(*SITE)
    desk.press("Ctrl+Shift+N")
    desk.type("A-C")
    desk.press("Return")
    desk.type("1-2")
    assert "A-01, A-02" in screen.many.preview.text()
    desk.press("Ctrl+S")
    assert screen.many.form.refusal("aisles")
    assert world.tables(*SITE) == before
    desk.press("Return", "Return")
    desk.type("1-3")
    assert "18" in screen.many.preview.text()
    desk.press("Return", "Return")
    assert world.one("SELECT count(*) FROM location WHERE level <> ''") == 18
    first = world.rows("SELECT * FROM location WHERE code = 'A-01-1'")[0]
    assert (first.walk_seq, first.barcode) == (70, "LOC-LIL-A-01-1")
    assert screen.form.isVisible()
    assert desk.notices == ()


def test_a_scan_shows_the_place_and_what_lies_there(world: World, desk_of: MakeDesk) -> None:
    Shop(world)
    desk = desk_of(world, Role.PICKER, screens=(Locations,))
    screen = desk.show(Locations)
    went: list[tuple[str, object]] = []
    desk.shell.went.connect(lambda where, target: went.append((where, target)))
    desk.scan("LOC-LIL-PACKING")
    assert screen.current() is not None
    assert screen.form.widget("code").text() == "PACKING"
    desk.scan("LOC-LIL-B-01")
    assert screen.shown.pieces == 40
    desk.press("Ctrl+L")
    assert went == [("stock", ("location", screen.shown.id))]
    assert not screen.record.save.isEnabled()
    assert not screen.form.widget("code").isEnabled()


def test_another_desk_changes_the_place_meanwhile(world: World, desk_of: MakeDesk) -> None:
    shop = Shop(world)
    desk = desk_of(world, Role.SUPERVISOR, screens=(Locations,))
    screen = desk.show(Locations, shop.place["B-01"])
    was = LocationFields("B-01", "LOC-LIL-B-01", "storage", "B", "01", walk_seq=40)
    edit_location(
        world.owner,
        shop.place["B-01"],
        LocationFields("B-01", "LOC-LIL-B-01", "storage", "B", "01", walk_seq=41),
        was,
    )
    screen.form.widget("walk_seq").setText("42")
    desk.press("Ctrl+S")
    assert any("B-01" in notice for notice in desk.notices)
    assert world.one("SELECT walk_seq FROM location WHERE code = 'B-01'") == 41


def test_two_warehouses_are_sifted_and_opened(world: World, desk_of: MakeDesk) -> None:
    Shop(world)
    desk = desk_of(world, Role.SUPERVISOR, screens=(Locations, Warehouses))
    desk.show(Locations)
    desk.press("Ctrl+Shift+W", "Ctrl+N")
    desk.type("PAR")
    desk.press("Return")
    desk.type("Paris")
    desk.press("Return", "Ctrl+A")
    desk.type("noon")
    desk.press("Ctrl+S")
    screen = desk.work.current
    assert isinstance(screen, Warehouses)
    assert screen.form.refusal("cut_off")
    assert world.one("SELECT count(*) FROM warehouse") == 1
    desk.press("Ctrl+A")
    desk.type("17:00")
    desk.press("Ctrl+S")
    row = world.rows("SELECT * FROM warehouse WHERE code = 'PAR'")[0]
    assert (row.name, row.cut_off, row.address_id) == ("Paris", "17:00", None)
    desk.press("Ctrl+L")
    places = desk.work.current
    assert isinstance(places, Locations)
    places.set_filter("warehouse", row.id)
    places.choose_tab("all")
    desk.wait()
    assert {one.warehouse for one in places.table.rows} == {"PAR"}


def test_a_carrier_and_its_services(world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(world, Role.SUPERVISOR, screens=(Carriers,))
    screen = desk.show(Carriers)
    desk.press("Ctrl+N")
    desk.type("COLI")
    desk.press("Return")
    desk.type("Coli Express")
    desk.press("Ctrl+S")
    carrier = world.one("SELECT id FROM carrier WHERE code = 'COLI'")
    desk.press("Ctrl+Shift+N")
    desk.type("COLI-24")
    desk.press("Return")
    desk.type("Next day")
    desk.press("Return", "Return", "Ctrl+A")
    desk.type("late")
    desk.press("Ctrl+S")
    assert screen.service.form.refusal("cut_off")
    assert world.one("SELECT count(*) FROM carrier_service") == 0
    desk.press("Ctrl+A")
    desk.type("18:00")
    desk.press("Ctrl+S")
    row = world.rows("SELECT * FROM carrier_service")[0]
    assert (row.carrier_id, row.code, row.transit_days, row.cut_off) == (carrier, "COLI-24", 1, "18:00")
    screen.service.begin(screen.shown.services[0], False)
    screen.service.form.widget("active").click()
    desk.press("Ctrl+S")
    assert not world.one("SELECT active FROM carrier_service")
    screen.form.widget("active").click()
    desk.press("Ctrl+S")
    assert not world.one("SELECT active FROM carrier")
    assert screen.table.rows == []


def test_a_taken_carrier_is_refused_beside_its_code(world: World, desk_of: MakeDesk) -> None:
    carrier = add_carrier(world.owner, "COLI", "Coli Express")
    add_service(world.owner, carrier, "COLI-24", "Next day")
    desk = desk_of(world, Role.SUPERVISOR, screens=(Carriers,))
    screen = desk.show(Carriers)
    before = world.tables(*SITE)
    desk.press("Ctrl+N")
    desk.type("COLI")
    desk.press("Return")
    desk.type("Another")
    desk.press("Ctrl+S")
    assert "COLI" in screen.form.refusal("code")
    assert screen.form.widget("code").hasFocus()
    desk.press("Esc")
    screen.open(carrier)
    desk.wait()
    desk.press("Ctrl+Shift+N")
    desk.type("COLI-24")
    desk.press("Return")
    desk.type("Again")
    desk.press("Ctrl+S")
    assert "COLI-24" in screen.service.form.refusal("code")
    assert world.tables(*SITE) == before


def test_a_desk_with_its_printers(world: World, desk_of: MakeDesk) -> None:
    shop = Shop(world, stock=False)
    add_desk(world.owner, "BENCH-1")
    desk = desk_of(world, Role.SUPERVISOR, screens=(Desks,))
    screen = desk.show(Desks)
    desk.press("Ctrl+N")
    desk.type("BENCH-1")
    desk.press("Ctrl+S")
    assert "BENCH-1" in screen.form.refusal("code")
    desk.press("Ctrl+A")
    desk.type("BENCH-2")
    desk.press("Return")
    desk.type("By the door")
    desk.press("Return", "Down", "Return")
    row = world.rows("SELECT * FROM desk WHERE code = 'BENCH-2'")[0]
    assert (row.name, row.warehouse_id) == ("By the door", shop.warehouse)
    line = screen.printers.lines["shipment_label"]
    line.kind.setCurrentIndex(line.kind.findData("raw"))
    desk.type("nonsense:port:x")
    desk.press("Return")
    assert line.row.refusal
    desk.press("Ctrl+A")
    desk.type("192.0.2.7")
    desk.press("Return")
    assert world.rows("SELECT desk_id, document, target FROM desk_printer") == [
        (row.id, "shipment_label", "192.0.2.7:9100")
    ]
    assert screen.shown.printers == 1
    line.form.setCurrentIndex(line.form.findData("zpl203"))
    desk.wait()
    assert world.one("SELECT format FROM desk_printer") == "zpl203"
    assert screen.printers.lines["pick_list"].form.isHidden(), "only parcel labels come in other forms"
    line.kind.setCurrentIndex(0)
    desk.wait()
    assert world.one("SELECT count(*) FROM desk_printer") == 0


def test_who_may_not_change_base_data_only_looks(world: World, desk_of: MakeDesk) -> None:
    shop = Shop(world)
    supplier = add_supplier(world.owner, "S1", "Potters")
    carrier = add_carrier(world.owner, "COLI", "Coli Express")
    bench = add_desk(world.owner, "BENCH-1")
    before = world.tables(*SITE)
    desk = desk_of(world, Role.PACKER, screens=(Suppliers, Locations, Carriers, Desks))
    looks: tuple[tuple[type[Screen], int], ...] = (
        (Suppliers, supplier),
        (Locations, shop.place["B-01"]),
        (Carriers, carrier),
        (Desks, bench),
    )
    for kind, key in looks:
        screen = desk.show(kind, key)
        assert isinstance(screen, RecordScreen)
        assert screen.shown is not None
        desk.press("Ctrl+N", "Ctrl+S", "Ctrl+Shift+N", "Ctrl+S", "Esc")
        assert not screen.record.save.isEnabled()
    assert world.tables(*SITE) == before
