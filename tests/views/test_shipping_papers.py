"""Papers of a shipment on its screen, and the company's own place: printed by a button, refused with a reason, looked at."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel

from app.domain.permissions import Role
from app.services.parcels import pack_all
from app.views.company import Company
from app.views.parts.shipment_papers import PaperLines
from app.views.products import Products
from app.views.shipments import Shipments
from tests.documents.samples import picture
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.screens import MakeDesk
from tests.rig.shop import Shop
from tests.services.test_printing_shipping import Abroad


def lines_of(desk: Desk, screen: Shipments) -> PaperLines:
    """The papers in the drawer, once they are read."""
    desk.wait(lambda: screen.details.papers.count() == 1)
    shown = screen.details.papers.itemAt(0)
    assert shown is not None
    lines = shown.widget()
    assert isinstance(lines, PaperLines)
    return lines


def said(lines: PaperLines) -> str:
    """All that stands there."""
    return " | ".join(label.text() for label in lines.findChildren(QLabel))


def test_each_paper_has_its_button_or_its_reason(world: World, desk_of: MakeDesk) -> None:
    shop = Abroad(world)
    abroad, _ = shop.sent({"MUG": 1})
    home, _ = shop.packed({"POT": 1})
    desk = desk_of(world, Role.PACKER, screens=(Shipments,))
    screen = desk.show(Shipments)
    screen.open(abroad)
    desk.wait(lambda: screen.takes is not None and bool(screen.takes.customs))
    lines = lines_of(desk, screen)
    assert set(lines.buttons) == {"shipment.delivery-note", "shipment.customs", "shipment.waybill"}
    assert "no dangerous goods inside" in said(lines)
    assert not screen.run("shipment.hazard-marks")
    for command_id in tuple(lines.buttons):
        lines_of(desk, screen).buttons[command_id].click()
        desk.wait()
    assert sorted(row.document for row in world.rows("SELECT document FROM print_job")) == [
        "cn22",
        "delivery_note",
        "waybill",
    ]
    screen.open(home)
    desk.wait(lambda: screen.takes is not None and screen.takes.customs is False)
    lines = lines_of(desk, screen)
    assert "shipment.customs" not in lines.buttons
    assert "it stays within the customs territory" in said(lines)
    desk.speak("fr")
    desk.wait(lambda: "territoire douanier" in said(lines_of(desk, screen)))
    assert desk.notices == ()


def test_papers_wait_for_the_parcels_and_refusals_are_told(world: World, desk_of: MakeDesk) -> None:
    shop = Abroad(world)
    shipment = shop.there({"MUG": 1})
    desk = desk_of(world, Role.PACKER, screens=(Shipments,))
    screen = desk.show(Shipments)
    screen.choose_tab("pack")
    desk.wait()
    screen.open(shipment)
    desk.wait(lambda: screen.takes is not None)
    assert not lines_of(desk, screen).buttons
    pack_all(shop.packer, shipment)
    shop.set("product", customs_code="")
    screen.choose_tab("ship")
    desk.wait()
    screen.open(shipment)
    desk.wait(lambda: screen.takes is not None and screen.takes.parcels == 1)
    lines_of(desk, screen).buttons["shipment.customs"].click()
    desk.wait(lambda: bool(desk.notices))
    assert "MUG has no customs code" in desk.notices[0]
    assert world.one("SELECT count(*) FROM print_job") == 0


def test_the_company_is_changed_and_looked_at(world: World, desk_of: MakeDesk, tmp_path: Path) -> None:
    desk = desk_of(world, Role.SUPERVISOR, screens=(Company,))
    screen = desk.show(Company)
    desk.wait(lambda: screen.preview.page == 1)
    desk.type("Quai Épices")
    screen.form.widget("sscc_prefix").setText("12")
    desk.press("Ctrl+S")
    desk.wait(lambda: bool(screen.form.refusal("sscc_prefix")))
    assert world.one("SELECT company FROM app_meta") == ""
    screen.form.widget("sscc_prefix").setText("3761000")
    screen.form.widget("paper_foot").setPlainText("SAS\nRCS Lyon")
    desk.press("Ctrl+S")
    desk.wait(lambda: world.one("SELECT company FROM app_meta") == "Quai Épices")
    assert not screen.run("company.no-logo")
    file = tmp_path / "logo.png"
    file.write_bytes(picture())
    screen.take_logo(file)
    desk.wait(lambda: screen.run("company.no-logo"))
    desk.wait(lambda: world.one("SELECT logo_sha FROM app_meta") is None)
    assert desk.notices == ()
    for bad in (tmp_path / "missing.png", tmp_path):
        screen.take_logo(bad)
        desk.wait(lambda: bool(desk.notices))
    file.write_bytes(b"GIF89a")
    screen.take_logo(file)
    desk.wait(lambda: any("cannot be the logo" in one for one in desk.notices))


def test_what_no_regulation_knows_is_said_beside_the_products_field(world: World, desk_of: MakeDesk) -> None:
    shop = Shop(world)
    desk = desk_of(world, Role.SUPERVISOR, screens=(Products,))
    screen = desk.show(Products)
    screen.open(shop.product["MUG"])
    desk.wait(lambda: screen.form.isVisible())
    form = screen.form.form
    for name, text in (("un_number", "1950"), ("hazard_class", "2.9")):
        form.widget(name).setText(text)
    desk.press("Ctrl+S")
    desk.wait(lambda: bool(form.refusal("hazard_class")))
    form.widget("hazard_class").setText("2.1")
    desk.press("Ctrl+S")
    desk.wait(lambda: world.one("SELECT un_number FROM product WHERE sku = 'MUG'") == "UN1950")
