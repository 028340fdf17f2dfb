"""Make the pictures of the user guide again, from the screens and papers of a tour: `python scripts/guide_pictures.py [TOUR]`.

TOUR is the folder of a tour that was played already (`main.py tour --out TOUR`), which is only read; without it one is played in
a temporary folder. The pictures land in docs/guide/pictures, a page each, small enough for a repository. Look at them before they
are committed.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pypdfium2
import sqlalchemy as sa
from PIL import Image
from PySide6.QtWidgets import QApplication, QDialog

from app.cli import main as command_line
from app.cli.stage import Stage
from app.documents import document
from app.documents.content_shipping import (
    CustomsDeclaration,
    CustomsDeclarations,
    HazardMark,
    HazardMarks,
)
from app.documents.label_formats import label_format
from app.documents.words import Language
from app.documents.zpl import shipment_label_zpl
from app.domain.codes import make_sscc
from app.domain.customs import Form
from app.errors import Refused
from app.services import papers, schema
from app.services.backup import backup
from app.services.changes import reduce_line
from app.services.choosing import change_service
from app.services.context import Context
from app.services.desks import EVERY_OTHER
from app.services.labels import label_package
from app.services.papers_customs import customs_content
from app.services.papers_shipping import delivery_note_content, waybill_content
from app.services.parcels import pack_all
from app.services.picking import pick_wave
from app.services.release import release_shipments
from app.services.sample import LEADER, PASSWORD, seed
from app.services.sign_in import owner_context
from app.views.dispatch import DispatchBench
from app.views.intake import Intake
from app.views.orders import OrderQueue
from app.views.parts.bulk_dialog import BulkDialog
from app.views.parts.filter_dialog import FilterDialog
from app.views.settings import Settings
from tests.rig.scale import RigScale
from tests.rig.zpl import drawn

_DISPUTING = "SELECT customer_id FROM dispute WHERE state = 'open' ORDER BY id LIMIT 1"
_UNDER_WAY = (
    "SELECT l.order_line_id, s.wave_id FROM shipment_line AS l JOIN shipment AS s ON s.id = l.shipment_id"
    " JOIN wave AS w ON w.id = s.wave_id WHERE s.state = 'picking' AND l.picked > 0 AND w.state = 'open' ORDER BY l.id LIMIT 1"
)
PICTURES = Path(__file__).resolve().parents[1] / "docs" / "guide" / "pictures"
DPI = 110
COLOURS = 16
"""Papers are black and grey: so many shades keep the letters smooth and the files small."""
LANGUAGES: tuple[Language, ...] = ("en", "fr")
SCREEN_WIDTH = 1100
SCREEN_COLOURS = 96
"""Screens have few colours; so many keep the drawn products handsome and the files small."""

_WAITING = "SELECT id FROM shipment WHERE state = 'reserved' ORDER BY id"
_SERVICE = "SELECT min(id) FROM carrier_service WHERE active AND NOT collected"
_FOR_A_PALLET = (
    "SELECT p.sscc FROM package AS p JOIN shipment AS s ON s.id = p.shipment_id WHERE p.state = 'labelled'"
    " AND s.state = 'packed' AND p.manifest_id IS NULL AND s.carrier_service_id IS NOT NULL ORDER BY p.id LIMIT 8"
)
_PICKER = "SELECT picker FROM wave ORDER BY id LIMIT 1"
_SLIP = (
    "SELECT s.id FROM shipment AS s JOIN sales_order AS o ON o.id = s.order_id JOIN package AS p ON p.shipment_id = s.id"
    " WHERE o.language = :language ORDER BY (SELECT count(*) FROM package_line AS l WHERE l.package_id = p.id) DESC, s.id LIMIT 1"
)
_LABEL = (
    "SELECT p.id, l.tracking FROM package AS p JOIN shipping_label AS l ON l.package_id = p.id JOIN shipment AS s"
    " ON s.id = p.shipment_id JOIN sales_order AS o ON o.id = s.order_id WHERE o.language = :language ORDER BY p.id LIMIT 1"
)
_ABROAD = (
    "SELECT s.id FROM shipment AS s JOIN address AS a ON a.id = s.ship_address_id JOIN package AS p ON p.shipment_id = s.id"
    " WHERE a.country_code IN ('CH', 'GB', 'US') ORDER BY s.id LIMIT 1"
)
_PICK_UP = "SELECT id FROM manifest WHERE state = :state ORDER BY id LIMIT 1"
_FETCHED = (
    "SELECT s.number, p.sscc FROM shipment AS s JOIN carrier_service AS c ON c.id = s.carrier_service_id"
    " JOIN package AS p ON p.shipment_id = s.id WHERE c.collected AND s.state = 'packed' ORDER BY s.id LIMIT 1"
)
EMPTY_ON_TOUR = frozenset(
    {"dispatch", "dispatch-loading", "dispatch-signing", "deliveries", "outbox", "price-lists"}
    | {"intake", "intake-sources", "unresolved"}
)
"""Screens that show little on a tour, which has no past: all but the outbox are photographed in the sample company instead."""
NAMES_A_FOLDER = frozenset({"bench-done"})
"""Screens that name the tour's folder once the papers are out: theirs show a desk without its printer, and are kept."""
_RETURN = "SELECT id FROM return_order ORDER BY id LIMIT 1"


def pages(ctx: Context) -> Iterator[tuple[str, bytes]]:
    """Name and PDF of each picture, drawn from what the tour's database holds.

    The tour's own pick list is done, and a list shows what is still to be picked: the shipments that wait go onto a new one.
    """
    with ctx.reading() as connection:
        waiting = tuple(connection.execute(sa.text(_WAITING)).scalars())
        picker = connection.execute(sa.text(_PICKER)).scalar_one()
    wave_id = release_shipments(ctx, waiting, picker).wave_id
    with ctx.reading() as connection:

        def first(query: str, **parameters: str) -> int:
            return int(connection.execute(sa.text(query), parameters).scalar_one())

        for language in LANGUAGES:
            walk = papers.pick_list_content(connection, wave_id, language)
            yield f"pick-list-{language}", document("pick_list").render(walk)
            slip = papers.packing_slip_content(connection, first(_SLIP, language=language))
            yield f"packing-slip-{language}", document("packing_slip").render(slip)
            parcel = connection.execute(sa.text(_LABEL), {"language": language}).one()
            label = papers.shipment_label_content(connection, parcel.id, tracking=parcel.tracking)
            yield f"label-a6-{language}", document("shipment_label_a6").render(label)
            note = delivery_note_content(connection, first(_SLIP, language=language))
            yield f"delivery-note-{language}", document("delivery_note").render(note)
            two_up = label_format("a4_2up")
            pair = [
                two_up.draw(label),
                two_up.draw(replace(label, sender=label.recipient, recipient=label.sender)),
            ]
            if language == "fr":
                yield f"label-a4-2up-{language}", two_up.job(pair)
        abroad = first(_ABROAD)
        bill = waybill_content(connection, abroad)
        yield f"waybill-{bill.language}", document("waybill").render(bill)
        made = next(iter(customs_content(connection, abroad).values()))
        yield Form.CN23.value, document(Form.CN23).render(made)
        yield (
            Form.CN22.value,
            document(Form.CN22).render(CustomsDeclarations((_small(made.declarations[0]),))),
        )
        mark = HazardMarks((HazardMark(make_sscc("3761000", 1), 1, True, 68.0),))
        yield "hazard-mark", document("hazard_marks_small").render(mark)
        spirit = HazardMark(make_sscc("3761000", 1), 1, False, 100.0, (("1170", "3"),))
        yield "hazard-label", document("hazard_marks").render(HazardMarks((spirit,)))
        back = papers.return_label_content(connection, first(_RETURN))
        yield f"return-label-{back.language}", document("return_label").render(back)


def _small(declared: CustomsDeclaration) -> CustomsDeclaration:
    """The lightest goods of a declaration, as a parcel that bears a CN 22."""
    goods = tuple(sorted(declared.goods, key=lambda one: one.net_g))[:1]
    return replace(declared, goods=goods, weight_g=goods[0].net_g + 150)


def save(name: str, pdf: bytes) -> Path:
    """Draw the first page as a PNG file."""
    path = PICTURES / f"{name}.png"
    image = pypdfium2.PdfDocument(pdf)[0].render(scale=DPI / 72).to_pil()
    coloured = image.convert("HSV").getchannel("S").getextrema()[1] > 0
    image.convert("RGB" if coloured else "L").quantize(COLOURS).save(path, optimize=True)
    return path


def save_zpl(ctx: Context) -> Iterator[Path]:
    """Draw a label in ZPL as a printer does, by the renderer of the tests: once in the printer's own letters, once in ours."""
    with ctx.reading() as connection:
        parcel = connection.execute(sa.text(_LABEL), {"language": "fr"}).one()
        label = papers.shipment_label_content(connection, parcel.id, tracking=parcel.tracking)
    plain = replace(label, recipient=replace(label.recipient, name="Zoë Lefèvre"))
    greek = replace(label, recipient=replace(label.recipient, name="Ζωή Παπαδοπούλου"))
    for name, content in (("label-zpl-fr", plain), ("label-zpl-drawn-fr", greek)):
        path = PICTURES / f"{name}.png"
        (image,) = drawn(shipment_label_zpl(content), 203)
        wide = round(image.width * DPI / 203)
        small = image.resize((wide, round(image.height * wide / image.width)), Image.Resampling.LANCZOS)
        small.quantize(COLOURS).save(path, optimize=True)
        yield path


def save_screen(picture: Path) -> Path:
    """Keep a screen of the tour, light, smaller and in fewer colours."""
    name, language, _ = picture.stem[3:].rsplit("-", 2)
    path = PICTURES / f"screen-{name}-{language}.png"
    image = Image.open(picture).convert("RGB")
    width = min(SCREEN_WIDTH, image.width)
    height = round(image.height * width / image.width)
    small = image.resize((width, height), Image.Resampling.LANCZOS)
    small.quantize(SCREEN_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        path, optimize=True
    )
    return path


def scale_screen(database: str, folder: Path) -> Path:
    """Photograph the settings of a desk with a scale on it: a pseudo-terminal stands in for the cable.

    It works on a copy of the tour's database, which it does not change.
    """
    scale = RigScale(folder / "ttyUSB0", "sics")
    scale.plug_in()
    scale.put(7794)
    stage = Stage(folder, database, print, looks=(("en", "light"),))
    try:
        stage.sign_in("samir", PASSWORD)
        shell = stage.work.shell
        shell.store.put("scale", {"port": str(scale.link), "protocol": "sics"})
        shell.settings_changed.emit("scale")
        stage.go("settings")
        settings = stage.work.widget.current
        assert isinstance(settings, Settings)
        card = settings.scale
        stage.robot.wait(lambda: shell.scale is not None and shell.scale.fresh_weight() == 7794)
        # No paths of this machine.
        card.port.setItemText(card.port.currentIndex(), scale.link.name)
        settings.lines[EVERY_OTHER].target.setText("out/tour/papers")
        stage.robot.wait()
        picture = folder / "01-settings-scale-en-light.png"
        stage.robot.grab(picture, 1440, 1240)
    finally:
        stage.close()
        scale.pull_out()
    return save_screen(picture)


def order_screens(database: str, folder: Path) -> Iterator[Path]:
    """The form of conditions, and the preview of many orders changed at once, over the sample company's orders."""
    stage = Stage(folder, database, print, looks=(("en", "light"),))
    try:
        stage.sign_in("samir", PASSWORD)
        stage.go("orders")
        queue = stage.work.widget.current
        assert isinstance(queue, OrderQueue)
        queue.change_filters("until")
        yield save_screen(_dialog(stage, folder / "01-orders-filter-en-light.png", FilterDialog))
        queue.view.setFocus()
        stage.robot.press("Ctrl+A", "Ctrl+Shift+E", "Down", "Down", "Down")
        yield save_screen(_dialog(stage, folder / "01-orders-bulk-en-light.png", BulkDialog))
    finally:
        stage.close()


def today_screen(database: str, folder: Path) -> Path:
    """The day at a glance over the sample company's orders."""
    stage = Stage(folder, database, print, looks=(("en", "light"),))
    try:
        stage.sign_in("samir", PASSWORD)
        stage.go("today")
        stage.robot.wait()
        picture = folder / "01-today-en-light.png"
        stage.robot.grab(picture, 1440, 900)
    finally:
        stage.close()
    return save_screen(picture)


def _dialog(stage: Stage, file: Path, kind: type[QDialog]) -> Path:
    """Take a picture of the dialog that is open, and leave it."""
    stage.robot.wait()
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())
    dialog.grab().save(str(file))
    dialog.reject()
    stage.robot.wait()
    return file


def shown() -> set[str]:
    """The pictures that a page of the guide shows."""
    pages = PICTURES.parent.glob("*.md")
    return {name for page in pages for name in re.findall(r"pictures/([\w-]+\.png)", page.read_text("utf-8"))}


def company_screens(folder: Path) -> Iterator[Path]:
    """Photograph what needs a past and a full floor: the door, the counter, parcels under way; in a sample company made anew."""
    database = f"sqlite:///{(folder / 'company.db').as_posix()}"
    schema.upgrade(database)
    owner = owner_context(database, desk="OFFICE")
    seed(owner)
    with owner.reading() as connection:
        opened, closed = (
            connection.execute(sa.text(_PICK_UP), {"state": state}).scalar_one()
            for state in ("open", "closed")
        )
        fetched = connection.execute(sa.text(_FETCHED)).one()
    owner.db.close()
    stage = Stage(folder, database, print, looks=(("en", "light"),))
    try:
        stage.sign_in("marie", PASSWORD)
        stage.go("dispatch")
        stage.picture("dispatch", bench=True)
        for name, manifest_id in (("dispatch-loading", opened), ("dispatch-signing", closed)):
            _open(stage, manifest_id)
            stage.picture(name, bench=True)
            stage.robot.press("Esc")
        _open(stage, opened)
        stage.robot.scan(fetched.sscc)
        stage.picture("dispatch-stop", bench=True)
        stage.robot.press("Space", "Esc")
        stage.robot.scan(fetched.number)
        stage.picture("dispatch-counter", bench=True)
        stage.sign_in(LEADER, PASSWORD)
        stage.go("price-lists")
        stage.picture("price-lists")
        stage.sign_in("claire", PASSWORD)
        stage.go("deliveries")
        stage.picture("deliveries")
        _intake(stage)
        stage.go("unresolved")
        stage.picture("unresolved")
        with stage.work.ctx.reading() as connection:
            customer = connection.execute(sa.text(_DISPUTING)).scalar_one()
            line, wave = connection.execute(sa.text(_UNDER_WAY)).one()
        stage.work.widget.go("customer", (customer, "dispute"))
        stage.robot.wait()
        stage.picture("customer")
        reduce_line(stage.work.ctx, line, 0, "customer-cancelled")
        stage.sign_in("idris", PASSWORD)
        stage.work.widget.go("pick-list", wave)
        stage.robot.wait()
        stage.picture("asked-back")
    finally:
        stage.close()
    for picture in sorted((folder / "pictures").glob("*.png")):
        yield save_screen(picture)


def _intake(stage: Stage) -> None:
    """Photograph the morning's messages: one with its warnings, the same being mended, two versions beside each other."""
    stage.go("intake")
    screen = stage.work.widget.current
    assert isinstance(screen, Intake)
    screen.view.setFocus()
    stage.robot.press("Down")
    stage.picture("intake")
    stage.robot.press("F2")
    stage.picture("intake-mend")
    stage.robot.press("Esc")
    screen.choose_tab("conflict")
    stage.robot.wait()
    stage.picture("intake-conflict")


def _open(stage: Stage, manifest_id: int) -> None:
    bench = stage.work.widget.current
    assert isinstance(bench, DispatchBench)
    bench.open(manifest_id)
    stage.robot.wait()


def pallet_screen(database: str, folder: Path) -> Path:
    """Photograph a pallet at the dispatch bench while parcels are scanned onto it.

    It works on a copy of the tour's database, where everything has left: what waits there is picked, packed and labelled first.
    """
    ctx = owner_context(database, desk="PACK-1")
    try:
        with ctx.reading() as connection:
            waiting = tuple(connection.execute(sa.text(_WAITING)).scalars())
        if waiting:
            release_shipments(ctx, waiting)
        with ctx.reading() as connection:
            waves = connection.execute(sa.text("SELECT id FROM wave WHERE state = 'open'")).scalars().all()
        for wave in waves:
            pick_wave(ctx, wave)
        with ctx.reading() as connection:
            picked = (
                connection.execute(sa.text("SELECT id FROM shipment WHERE state = 'picked'")).scalars().all()
            )
            service = connection.execute(sa.text(_SERVICE)).scalar_one()
        for shipment in picked:
            with suppress(
                Refused
            ):  # serial numbers are scanned one by one, and some parcels are too much for a service
                change_service(ctx, shipment, service)
                label_package(ctx, pack_all(ctx, shipment).package_id)
    finally:
        ctx.db.close()
    stage = Stage(folder, database, print, looks=(("en", "light"),))
    try:
        stage.sign_in("samir", PASSWORD)
        with stage.work.ctx.reading() as connection:
            codes = connection.execute(sa.text(_FOR_A_PALLET)).scalars().all()
        stage.go("dispatch")
        stage.robot.press("F3")
        for code in codes:
            stage.robot.scan(code)
            stage.robot.wait()
        stage.robot.type("86,5")
        picture = folder / "01-dispatch-pallet-en-light.png"
        stage.robot.grab(picture, 1600, 900)
    finally:
        stage.close()
    return save_screen(picture)


def main() -> int:
    """Play a tour where none is given, and draw its papers from a copy of its database."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        tour = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(temporary) / "tour"
        if len(sys.argv) < 2 and (status := command_line(["tour", "--out", str(tour)])):
            return status
        copy = Path(temporary) / "copy.db"
        backup(f"sqlite:///{(tour / 'tour.db').resolve().as_posix()}", copy)
        ctx = owner_context(f"sqlite:///{copy.as_posix()}", desk="OFFICE")
        try:
            for name, pdf in pages(ctx):
                path = save(name, pdf)
                print(f"{path.name}: {path.stat().st_size // 1024} kB")
            for path in save_zpl(ctx):
                print(f"{path.name}: {path.stat().st_size // 1024} kB")
        finally:
            ctx.db.close()
        desk = Path(temporary) / "scale"
        desk.mkdir()
        shutil.copy(copy, desk / "copy.db")
        path = scale_screen(f"sqlite:///{(desk / 'copy.db').as_posix()}", desk)
        print(f"{path.name}: {path.stat().st_size // 1024} kB")
        yard = Path(temporary) / "pallet"
        yard.mkdir()
        shutil.copy(copy, yard / "copy.db")
        path = pallet_screen(f"sqlite:///{(yard / 'copy.db').as_posix()}", yard)
        print(f"{path.name}: {path.stat().st_size // 1024} kB")
        office = Path(temporary) / "office"
        office.mkdir()
        shutil.copy(copy, office / "copy.db")
        for path in order_screens(f"sqlite:///{(office / 'copy.db').as_posix()}", office):
            print(f"{path.name}: {path.stat().st_size // 1024} kB")
        glance = Path(temporary) / "today"
        glance.mkdir()
        shutil.copy(copy, glance / "copy.db")
        path = today_screen(f"sqlite:///{(glance / 'copy.db').as_posix()}", glance)
        print(f"{path.name}: {path.stat().st_size // 1024} kB")
        wanted = shown()
        for picture in sorted((tour / "pictures").glob("*-light.png")):
            name, language, _ = picture.stem[3:].rsplit("-", 2)
            if name not in EMPTY_ON_TOUR | NAMES_A_FOLDER and f"screen-{name}-{language}.png" in wanted:
                path = save_screen(picture)
                print(f"{path.name}: {path.stat().st_size // 1024} kB")
        company = Path(temporary) / "company"
        company.mkdir()
        for path in company_screens(company):
            print(f"{path.name}: {path.stat().st_size // 1024} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
