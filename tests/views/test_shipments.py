"""Shipments on the screen: labels, papers, handing over one or many, the way back, scans and the way to the bench."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from app.domain.permissions import Role
from app.qt.preview import PreviewDialog
from app.services.desks import add_desk, set_printer
from app.services.labels import label_package
from app.services.shipping import deliver_shipment, ship_shipment
from app.views.shipments import Shipments
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.screens import MakeDesk

SCREENS = (Shipments,)


def carrier(world: World) -> None:
    """Every shipment goes with a carrier, so that it needs labels."""
    with world.database().engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO carrier (code, name) VALUES ('DPD', 'DPD')")
        connection.exec_driver_sql(
            "INSERT INTO carrier_service (carrier_id, code, name) SELECT id, 'DPD-C', 'Classic' FROM carrier"
        )
        connection.exec_driver_sql(
            "UPDATE shipment SET carrier_service_id = (SELECT id FROM carrier_service)"
        )


def packed(world: World, count: int, *, labelled: bool = True) -> tuple[Bench, list[int]]:
    """A shop with so many packed shipments."""
    shop = Bench(world)
    made = [shop.packed({"MUG": 1}) for _ in range(count)]
    carrier(world)
    for _, parcel in made:
        if labelled:
            label_package(shop.packer, parcel)
    return shop, [shipment for shipment, _ in made]


def shown(screen: Shipments) -> list[int]:
    """The rows on the screen."""
    return [row.id for row in screen.table.rows]


def states(shop: Bench, ids: list[int]) -> list[str]:
    """What the shipments are."""
    return [shop.state("shipment", one) for one in ids]


def test_hand_over_and_take_back(world: World, desk_of: MakeDesk) -> None:
    shop, (one, two, three) = packed(world, 3)
    desk = desk_of(world, Role.PACKER, screens=SCREENS)
    screen = desk.show(Shipments)
    assert shown(screen) == [one, two, three]
    screen.view.setFocus()
    desk.press("Down", "Ctrl+Return")
    assert states(shop, [one, two, three]) == ["packed", "shipped", "packed"]
    assert shown(screen) == [one, three]
    desk.press("Ctrl+Z")
    assert states(shop, [one, two, three]) == ["packed", "packed", "packed"]
    assert desk.notices == ()


def test_many_at_once_and_what_is_refused_says_its_next_step(world: World, desk_of: MakeDesk) -> None:
    shop, ids = packed(world, 2)
    bare, parcel = shop.packed({"POT": 1})
    carrier_of = "UPDATE shipment SET carrier_service_id = (SELECT id FROM carrier_service)"
    with world.database().engine.begin() as connection:
        connection.exec_driver_sql(carrier_of)
    desk = desk_of(world, Role.PACKER, screens=SCREENS)
    screen = desk.show(Shipments)
    screen.view.setFocus()
    desk.press("Space", "Down", "Space", "Down", "Space", "Ctrl+Return")
    assert states(shop, [*ids, bare]) == ["shipped", "shipped", "packed"]
    (notice,) = desk.shell.notices.waiting
    assert "no label" in notice.text
    assert notice.act is not None
    notice.act()
    desk.wait()
    assert shop.state("package", parcel) == "labelled"
    assert world.one("SELECT count(*) FROM print_job WHERE document = 'shipment_label'") == 3


def test_the_labels_of_many_are_one_job_and_esc_stops_it(world: World, desk_of: MakeDesk) -> None:
    """In ZPL, as the desk's printer takes them; the preview shows them all the same."""
    _, ids = packed(world, 4, labelled=False)
    desk = desk_of(world, Role.PACKER, screens=SCREENS)
    code = desk.ctx.desk
    set_printer(world.owner, add_desk(world.owner, code), "shipment_label", "raw", "192.0.2.7", "zpl203")
    screen = desk.show(Shipments)
    screen.view.setFocus()
    desk.press("Space", "Down", "Space", "Ctrl+P")
    desk.wait(lambda: bool(world.one("SELECT count(*) FROM print_job")))
    (job,) = world.rows("SELECT title, blob_sha FROM print_job")
    assert job.title.endswith(" + 1")
    assert world.one("SELECT media_type FROM blob WHERE sha256 = :s", s=job.blob_sha) == "application/zpl"
    desk.wait(lambda: not screen.printing.running and screen.details.preview.page == 1)
    screen.printing.start(ids[2:])
    assert not screen.can("shipment.label"), "one run at a time"
    assert screen.stop_export()
    desk.wait(lambda: not screen.printing.running)
    labels = "SELECT count(*) FROM shipping_label WHERE print_job_id IS NOT NULL"
    assert world.one(labels) == 3, "the label in hand is made and printed, the next one is not begun"


def test_label_copy_slip_and_preview(world: World, desk_of: MakeDesk) -> None:
    shop, (shipment,) = packed(world, 1, labelled=False)
    desk = desk_of(world, Role.PACKER, screens=SCREENS)
    screen = desk.show(Shipments)
    screen.view.setFocus()
    assert not screen.run("shipment.copy")
    desk.press("Ctrl+P")
    desk.wait(lambda: bool(screen.details.label_sha))
    desk.press("F7", "Ctrl+Shift+P")
    jobs = world.rows("SELECT document, copy FROM print_job ORDER BY id")
    assert [(job.document, bool(job.copy)) for job in jobs] == [
        ("shipment_label", False),
        ("shipment_label", True),
        ("packing_slip", False),
    ]
    desk.wait(lambda: screen.details.preview.page == 1)
    assert screen.details.preview.sheet.image is not None
    desk.press("F3")
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, PreviewDialog)]
    desk.wait(lambda: dialog.preview.page == 1)
    before = dialog.preview.sheet.width()
    dialog.preview.magnify(1)
    desk.wait(lambda: dialog.preview.sheet.width() > before)
    dialog.print.click()
    desk.wait()
    assert world.one("SELECT count(*) FROM print_job WHERE copy") == 2
    assert shop.state("shipment", shipment) == "packed"


def test_delivered_and_back(world: World, desk_of: MakeDesk) -> None:
    shop, (shipment,) = packed(world, 1)
    ship_shipment(shop.packer, shipment)
    desk = desk_of(world, Role.CUSTOMER_SERVICE, screens=SCREENS)
    screen = desk.show(Shipments)
    screen.choose_tab("shipped")
    desk.wait()
    assert not screen.run("shipment.unship"), "only who hands over takes it back"
    screen.view.setFocus()
    desk.press("Ctrl+D")
    assert shop.state("shipment", shipment) == "delivered"
    screen.choose_tab("delivered")
    desk.wait()
    screen.view.setFocus()
    desk.press("Down")
    desk.command("shipment.undeliver")
    assert shop.state("shipment", shipment) == "shipped"


@pytest.mark.parametrize("what", ["sscc", "shipment", "order"])
def test_a_scan_finds_it_wherever_it_is(world: World, desk_of: MakeDesk, what: str) -> None:
    shop, ids = packed(world, 2)
    for shipment in ids:
        ship_shipment(shop.packer, shipment)
    deliver_shipment(world.ctx(Role.CUSTOMER_SERVICE), ids[0])
    desk = desk_of(world, Role.PACKER, screens=SCREENS)
    screen = desk.show(Shipments)
    assert shown(screen) == []
    code = {
        "sscc": world.one("SELECT sscc FROM package WHERE shipment_id = :s", s=ids[0]),
        "shipment": shop.number("shipment", ids[0]),
        "order": world.one(
            "SELECT o.number FROM sales_order AS o JOIN shipment AS s ON s.order_id = o.id WHERE s.id = :s",
            s=ids[0],
        ),
    }[what]
    desk.scan(code)
    current = screen.current()
    assert current is not None
    assert current.id == ids[0]
    assert screen.details.detail is not None
    assert screen.details.detail.row.id == ids[0]


def test_enter_leads_to_the_bench_or_the_order(world: World, desk_of: MakeDesk) -> None:
    shop = Bench(world)
    (picked,) = shop.picked({"MUG": 1})
    desk = desk_of(world, Role.PACKER, screens=SCREENS)
    went: list[tuple[str, object]] = []
    desk.shell.went.disconnect()
    desk.shell.went.connect(lambda name, target: went.append((name, target)))
    screen = desk.show(Shipments)
    screen.choose_tab("pack")
    desk.wait()
    screen.view.setFocus()
    desk.press("Return")
    assert went == [("packing", picked)]


def test_who_may_not_read_addresses_sees_the_rest(world: World, desk_of: MakeDesk) -> None:
    _, ids = packed(world, 1)
    desk = desk_of(world, Role.PICKER, screens=SCREENS)
    screen = desk.show(Shipments)
    screen.view.setFocus()
    desk.wait()
    assert shown(screen) == ids
    assert screen.table.rows[0].country == ""
    assert screen.details.detail is not None
    assert desk.notices == ()
    for command in ("shipment.ship", "shipment.label", "shipment.copy", "shipment.deliver"):
        assert not screen.run(command)


@pytest.mark.parametrize(
    ("role", "told"), [(Role.PACKER, False), (Role.CUSTOMER_SERVICE, True), (Role.SUPERVISOR, True)]
)
def test_who_hands_over_is_not_shown_the_code_that_is_asked_for(
    world: World, desk_of: MakeDesk, role: Role, told: bool
) -> None:
    packed(world, 1, labelled=False)
    with world.database().engine.begin() as connection:
        connection.exec_driver_sql("UPDATE carrier_service SET collected = true")
        connection.exec_driver_sql("UPDATE shipment SET pickup_code = 'K7RX4H'")
    desk = desk_of(world, role, screens=SCREENS)
    screen = desk.show(Shipments)
    screen.view.setFocus()
    desk.wait(lambda: screen.details.isVisible())
    texts = [label.text() for label in screen.details.findChildren(QLabel)]
    assert "DPD Classic" in texts
    assert ("K7RX4H" in texts) == told
