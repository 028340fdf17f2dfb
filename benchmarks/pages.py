"""Papers a second, beside the same stock drawn bare by reportlab: text and rules in a standard font, no barcode."""

from __future__ import annotations

import io
import random
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen import canvas

from app.documents.content import PickLine, PickList, ShipmentLabel
from app.documents.labels import shipment_labels
from app.documents.pick_list import pick_list
from app.documents.zpl import shipment_labels_zpl
from app.domain.address import PostalAddress
from app.domain.codes import make_sscc
from app.domain.packs import split_packs
from benchmarks.frame import Result, Rig, median

LABELS, PAGES, ROUNDS = 200, 20, 7
_HOUSE = PostalAddress(
    country_code="FR",
    company_name="Quai Épices",
    street_address="12 rue du Port",
    city="Lyon",
    postal_code="69007",
)


def bare_labels(count: int) -> bytes:
    """Labels of 100 x 150 mm with sender, recipient and facts; no barcode."""
    file = io.BytesIO()
    sheet = canvas.Canvas(file, pagesize=(100 * mm, 150 * mm), pageCompression=1)
    for number in range(count):
        sheet.setFont("Helvetica", 9)
        sheet.drawString(8 * mm, 140 * mm, "From: Example Ltd, 1 Dock Road, Town")
        sheet.line(5 * mm, 137 * mm, 95 * mm, 137 * mm)
        sheet.setFont("Helvetica-Bold", 14)
        lines = (
            f"Customer Number {number}",
            f"{number} High Street",
            "Building C, 4th floor",
            f"{10000 + number} Town",
            "COUNTRY",
        )
        for row, text in enumerate(lines):
            sheet.drawString(10 * mm, (125 - 7 * row) * mm, text)
        sheet.setFont("Helvetica", 9)
        sheet.drawString(
            10 * mm, 80 * mm, f"Order SO{number:08d}   parcel 1 / 1   weight {900 + number % 900} g"
        )
        sheet.setFont("Courier", 11)
        sheet.drawCentredString(50 * mm, 34 * mm, f"00340123450000{number:06d}")
        sheet.showPage()
    sheet.save()
    return file.getvalue()


def bare_picks(count: int) -> bytes:
    """A4 pages of 25 rows with place, SKU, name and quantity; no barcode."""
    file = io.BytesIO()
    sheet = canvas.Canvas(file, pagesize=A4, pageCompression=1)
    for page in range(count):
        sheet.setFont("Helvetica-Bold", 14)
        sheet.drawString(15 * mm, 280 * mm, f"Pick list PL{page:06d}")
        sheet.setFont("Helvetica", 9)
        for row in range(25):
            y = (268 - row * 10.3) * mm
            sheet.drawString(15 * mm, y, f"A{row:02d}-{page % 90:02d}-03")
            sheet.drawString(40 * mm, y, f"SKU{page * 25 + row:08d}")
            sheet.drawString(70 * mm, y, f"Product description number {row}")
            sheet.drawRightString(140 * mm, y, str(1 + row % 7))
            sheet.line(15 * mm, y - 2.6 * mm, 195 * mm, y - 2.6 * mm)
        sheet.showPage()
    sheet.save()
    return file.getvalue()


def label_content(number: int, name: str = "Client numéro") -> ShipmentLabel:
    """A parcel's label, each for another customer."""
    recipient = PostalAddress(
        country_code="FR",
        name=f"{name} {number}",
        street_address=f"{number} rue de l'Échiquier\nBâtiment C, 4e étage",
        city="Paris",
        postal_code=str(75001 + number % 20),
    )
    return ShipmentLabel(
        sscc=make_sscc("3761000", number),
        sender=_HOUSE,
        recipient=recipient,
        order=f"SO-2026-{number:06d}",
        weight_g=900 + number,
        carrier="DPD",
        service="Classic",
        route="0175",
        tracking=f"1502{number:010d}",
    )


def labels(rig: Rig) -> Iterator[Result]:
    """Shipment labels in one file, each for another customer: PDF, ZPL in the printer's letters, ZPL with drawn ones."""
    yield _compare(
        "label pages",
        LABELS,
        lambda: shipment_labels(label_content(number) for number in range(LABELS)),
        lambda: bare_labels(LABELS),
    )
    for what, name in (("printer's letters", "Client numéro"), ("drawn letters", "Πελάτης αριθμός")):
        yield _compare(
            f"label pages, ZPL, {what}",
            LABELS,
            lambda name=name: shipment_labels_zpl(label_content(number, name) for number in range(LABELS)),  # type: ignore[misc]  # a lambda's default has no type
            lambda: bare_labels(LABELS),
        )


def picks(rig: Rig) -> Iterator[Result]:
    """Pick list pages of nine lines, each with its barcode."""
    rng = random.Random(7)
    lines = tuple(
        PickLine(
            task=f"PT{100000 + number}",
            place=f"A-{number // 40:02d}-{number % 40:02d}-2",
            bay=f"A-{number // 40:02d}",
            qty=(qty := rng.randint(1, 40)),
            packs=split_packs(qty, [12, 6]),
            product=f"Café Yirgacheffe number {number}, beans 250 g",
            sku=f"CAF-{number:06d}",
            lot=f"L26-{number % 90:03d}",
            best_before=date(2027, 1 + number % 12, 15),
        )
        for number in range(9 * PAGES)
    )
    content = PickList(
        "PL-2026-000001", lines, picker="Idris B.", released_at=datetime(2026, 3, 12, 10, 42, tzinfo=UTC)
    )
    yield _compare("pick pages", PAGES, lambda: pick_list(content), lambda: bare_picks(PAGES))


def _compare(name: str, pages: int, ours: Callable[[], bytes], bare: Callable[[], bytes]) -> Result:
    """Both in alternation; the bare page is drawn with reportlab's own settings."""
    ours(), _as_delivered(bare)
    mine, theirs = [], []
    for _ in range(ROUNDS):
        mine.append(_seconds(ours))
        theirs.append(_as_delivered(bare))
    rate, limit = pages / median(mine), pages / median(theirs)
    return Result(name, "reportlab", pages, round(rate, 1), "pages/s", "bare page", round(rate / limit, 2))


def _as_delivered(work: Callable[[], bytes]) -> float:
    ours, rl_config.useA85 = rl_config.useA85, 1
    try:
        return _seconds(work)
    finally:
        rl_config.useA85 = ours


def _seconds(work: Callable[[], bytes]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
