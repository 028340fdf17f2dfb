"""Content for papers."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache

from PIL import Image, ImageDraw

from app.documents.content import (
    BadgeCard,
    CarrierManifest,
    CommandCard,
    CommandEntry,
    ManifestParcel,
    PackingSlip,
    PickLine,
    PickList,
    PlaceLabel,
    PlaceLabels,
    ReturnLabel,
    ShipmentLabel,
    SlipLine,
)
from app.documents.content_orders import ConfirmedLine, OrderConfirmation, TaxLine
from app.documents.content_shipping import (
    Brand,
    CustomsDeclaration,
    CustomsDeclarations,
    DeliveryLine,
    DeliveryNote,
    HazardLine,
    HazardMark,
    HazardMarks,
    LotSent,
    PalletLabel,
    ParcelSent,
    Waybill,
)
from app.documents.letterhead import as_logo
from app.documents.words import Language
from app.domain.address import PostalAddress
from app.domain.codes import make_sscc
from app.domain.customs import Category, Goods
from app.domain.packs import split_packs

HOUSE = PostalAddress(
    country_code="FR",
    company_name="Quai Épices",
    street_address="12 rue du Port",
    city="Lyon",
    postal_code="69007",
)
PARIS = PostalAddress(
    country_code="FR",
    company_name="Maison Lefèvre & Fils",
    street_address="14, rue de l’Échiquier\nBâtiment B, 2e étage",
    city="Paris",
    postal_code="75010",
)
ATHENS = PostalAddress(
    country_code="GR",
    name="Σωκράτης Παπαδόπουλος",
    street_address="Ερμού 25",
    city="Αθήνα",
    postal_code="105 63",
)
SOFIA = PostalAddress(
    country_code="BG", name="Мария Иванова", street_address="бул. Витоша 1", city="София", postal_code="1000"
)
ZURICH = PostalAddress(
    country_code="CH",
    name="Regula Brunner",
    company_name="Feinkost Brunner AG",
    street_address="Niederdorfstrasse 14\nHinterhaus",
    city="Zürich",
    postal_code="8001",
    phone="+41 44 000 00 00",
    email="regula.brunner@example.ch",
)
NAMES = (
    "Café Yirgacheffe, beans 250 g",
    "Sardines au citron, tin 115 g",
    "Enamel mug, blue",
    "R&D <3 </para> ^XA",
)


def pick_list(count: int = 3, language: Language = "en", **changes: object) -> PickList:
    lines = tuple(
        PickLine(
            task=f"PT{174201 + nth}",
            place=f"A-{nth // 2 + 1:02d}-03-2",
            bay=f"A-{nth // 2 + 1:02d}",
            qty=nth + 1,
            packs=split_packs(nth + 1, [12, 3]),
            product=NAMES[nth % len(NAMES)],
            sku=f"SKU-{nth}",
            lot="L26-041" if nth % 2 else "",
            best_before=date(2026, 11, 30) if nth % 2 else None,
            totes=(("T1", 8), ("T4", 4)),
        )
        for nth in range(count)
    )
    values: dict[str, object] = {
        "picker": "Idris B.",
        "released_at": datetime(2026, 3, 12, 10, 42, tzinfo=UTC),
        "weight_g": 38200,
    }
    return PickList("PL-2026-001742", lines, language, **(values | changes))  # type: ignore[arg-type]  # the caller names fields


def label(recipient: PostalAddress = PARIS, language: Language = "en", **changes: object) -> ShipmentLabel:
    values: dict[str, object] = {
        "sscc": make_sscc("3761000", 4187),
        "sender": HOUSE,
        "recipient": recipient,
        "order": "SO-2026-004187",
        "weight_g": 7840,
        "parcel": 1,
        "parcels": 2,
        "products": 3,
        "pieces": 21,
        "carrier": "DPD",
        "service": "Classic",
        "route": "Route 0175 / Paris Nord",
        "tracking": "15026004187012",
        "language": language,
    }
    return ShipmentLabel(**(values | changes))  # type: ignore[arg-type]  # the caller names fields


def slip(count: int = 3, language: Language = "en") -> PackingSlip:
    lines = tuple(
        SlipLine(
            NAMES[nth % len(NAMES)], f"SKU-{nth}", 14, ((12, 1), (1, 2)), 1, "L1", date(2027, 5, 3), nth % 2
        )
        for nth in range(count)
    )
    return PackingSlip(
        "SH-2026-000123", "SO-2026-004187", HOUSE, PARIS, lines, 2, 7840, language, "PO 4711/B"
    )


def returned(count: int = 2, language: Language = "en") -> ReturnLabel:
    lines = tuple((nth + 1, NAMES[nth % len(NAMES)]) for nth in range(count))
    return ReturnLabel("RMA-2026-000042", "SO-2026-004187", PARIS, HOUSE, lines, language)


def places(count: int = 3) -> PlaceLabels:
    codes = [f"{'ABC'[at // 30 % 3]}-{at // 3 % 10 + 1:02d}-{at % 3 + 1}" for at in range(count)]
    return PlaceLabels(tuple(PlaceLabel(code, f"LOC-LIL-{code}") for code in codes))


def badge(language: Language = "en") -> BadgeCard:
    return BadgeCard("Marie-Noëlle Fontaine", "USR-K7MQ2XW9RT", "Quai Épices", language)


def commands(count: int = 3, language: Language = "en") -> CommandCard:
    known = (
        ("packing.close-parcel", "Close the parcel", "F9"),
        ("packing.undo", "Take the last piece out", "Ctrl Z"),
        ("table.refresh", "Read again", "F5"),
    )
    entries = tuple(
        CommandEntry(f"{name}{at // 3 or ''}", words, key)
        for at, (name, words, key) in ((at, known[at % 3]) for at in range(count))
    )
    return CommandCard("Packing" if language == "en" else "Emballage", entries, language)


def picture(wide: int = 900, high: int = 220, kind: str = "PNG", mode: str = "RGBA") -> bytes:
    """A logo file: a disc in a rounded square, and a bar, on nothing."""
    drawn = Image.new(mode, (wide, high))
    pen = ImageDraw.Draw(drawn)
    pen.rounded_rectangle((10, 10, high - 10, high - 10), high // 5, fill="firebrick")
    pen.ellipse((high // 4, high // 4, high * 3 // 4, high * 3 // 4), fill="white")
    pen.rectangle((high + 40, high // 3, wide - 10, high * 2 // 3), fill="navy")
    out = io.BytesIO()
    drawn.save(out, kind)
    return out.getvalue()


@cache
def brand() -> Brand:
    foot = (
        "Quai Épices SAS au capital de 40 000 €, RCS Lyon 812 345 678, TVA FR40 812345678, 12 rue du Port, 69007 Lyon\n"
        "+33 4 00 00 00 00, bonjour@quai-epices.example"
    )
    return Brand("Quai Épices", as_logo(picture()), foot)


def parcels_sent(count: int = 3, *, pallet: bool = False) -> tuple[ParcelSent, ...]:
    return tuple(
        ParcelSent(
            *(nth, make_sscc("3761000", 4186 + nth), 1840 * nth, 24_000 * nth),
            make_sscc("3761000", 99) if pallet and nth < 3 else "",
        )
        for nth in range(1, count + 1)
    )


def pallet(language: Language = "en", **changes: object) -> PalletLabel:
    values: dict[str, object] = {
        "sscc": make_sscc("3761000", 99),
        "sender": HOUSE,
        "parcels": 24,
        "carrier": "DPD",
        "weight_g": 212_400,
        "height_mm": 1_640,
        "recipient": PARIS,
        "language": language,
    }
    return PalletLabel(**(values | changes))  # type: ignore[arg-type]  # the caller names fields


def note(count: int = 6, language: Language = "en", **changes: object) -> DeliveryNote:
    lines = tuple(
        DeliveryLine(
            *(NAMES[nth % len(NAMES)], f"SKU-{nth}", 14, 12 if nth % 3 else 14, 2 if nth % 3 else 0),
            (1, 2) if nth % 2 else (1,),
            (LotSent("L26-041", 8, date(2026, 11, 30)), LotSent("L26-044", 4)) if nth % 2 else (),
            tuple(f"SN-{nth}-{piece:03d}" for piece in range(14)) if nth == 2 else (),
            "UN 1950 AEROSOLS, 2.1, (D)" if nth == 4 else "",
        )
        for nth in range(count)
    )
    values: dict[str, object] = {
        "shipment": "SH-2026-000123",
        "order": "SO-2026-004187",
        "sender": HOUSE,
        "recipient": PARIS,
        "lines": lines,
        "parcels": parcels_sent(),
        "language": language,
        "customer_reference": "PO 4711/B",
        "day": date(2026, 3, 12),
        "carrier": "DPD Classic",
        "note": "Leave at the gate, ring twice.",
        "limited_g": 1840,
        "brand": brand(),
    }
    return DeliveryNote(**(values | changes))  # type: ignore[arg-type]  # the caller names fields


def declaration(count: int = 3, **changes: object) -> CustomsDeclaration:
    goods = tuple(
        Goods(
            f"SKU-{nth}",
            NAMES[nth % len(NAMES)],
            *(nth + 1, 250 * (nth + 1), 1250 * (nth + 1), "09012100", "ET"),
        )
        for nth in range(count)
    )
    values: dict[str, object] = {
        "item": make_sscc("3761000", 4187),
        "shipment": "SH-2026-000123",
        "sender": HOUSE,
        "recipient": ZURICH,
        "category": Category.SALE,
        "goods": goods,
        "weight_g": 1940,
        "currency": "EUR",
        "day": date(2026, 3, 12),
        "signer": "Marie Fontaine, Quai Épices",
        "language": "fr",
        "comments": "Commande / Order SO-2026-004187",
        "sender_reference": "FR81234567800012",
        "parcel": 1,
        "parcels": 2,
        "brand": brand(),
    }
    return CustomsDeclaration(**(values | changes))  # type: ignore[arg-type]  # the caller names fields


def declarations(count: int = 3, language: Language = "en") -> CustomsDeclarations:
    return CustomsDeclarations((declaration(count, language=language),))


def consignment(count: int = 4, language: Language = "en", **changes: object) -> Waybill:
    values: dict[str, object] = {
        "number": "SH-2026-000123",
        "order": "SO-2026-004187",
        "sender": HOUSE,
        "recipient": ZURICH,
        "parcels": parcels_sent(count, pallet=True),
        "goods": "Café Yirgacheffe, Sardines au citron, Enamel mug, and 2 more",
        "carrier": "DPD Classic",
        "language": language,
        "taken_over_at": "69007 Lyon",
        "day": date(2026, 3, 12),
        "documents": ("Delivery note SH-2026-000123",),
        "instructions": "Leave at the gate, ring twice.",
        "hazards": (HazardLine("UN 1170 ETHANOL SOLUTION, 3, II, (D/E)", 1, 2400),),
        "limited_g": 1840,
        "brand": brand(),
    }
    return Waybill(**(values | changes))  # type: ignore[arg-type]  # the caller names fields


def marks(side: float = 100.0, language: Language = "en", **changes: object) -> HazardMarks:
    values: dict[str, object] = {
        "sscc": make_sscc("3761000", 4187),
        "parcel": 1,
        "limited": True,
        "side_mm": side,
        "goods": (("1170", "3"),) if side >= 100 else (),
        "language": language,
    }
    return HazardMarks((HazardMark(**(values | changes)),))  # type: ignore[arg-type]  # the caller names fields


def manifest(count: int = 3, language: Language = "en", **changes: object) -> CarrierManifest:
    parcels = tuple(
        ManifestParcel(
            make_sscc("3761000", 4187 + nth),
            f"15026004187{nth:03d}",
            f"SH-2026-{nth // 2 + 1:06d}",
            nth % 2 + 1,
            "Classic" if nth < (count + 1) // 2 else "Express 12:00",
            *(("FR", "59000", "Lille"), ("DE", "86919", "Utting am Ammersee"), ("GR", "10563", "Αθήνα"))[
                nth % 3
            ],
            1250 + 970 * nth,
        )
        for nth in range(count)
    )
    values: dict[str, object] = {
        "number": "PU-2026-000017",
        "carrier": "DPD",
        "account": "FR-204-7781",
        "site": "LIL",
        "sender": HOUSE,
        "parcels": parcels,
        "closed_at": datetime(2026, 3, 12, 16, 12, tzinfo=UTC),
        "vehicle": "GK-482-ZM",
        "company": "Quai Épices",
        "language": language,
    }
    return CarrierManifest(**(values | changes))  # type: ignore[arg-type]  # the caller names fields


def confirmation(count: int = 6, language: Language = "en", **changes: object) -> OrderConfirmation:
    """A confirmation at two tax rates, with a discount of 5 % on the order, which may be rounded line by line here."""
    rates = (Decimal("0.055"), Decimal("0.2"))
    lines = tuple(
        ConfirmedLine(
            *(nth + 1, NAMES[nth % len(NAMES)], f"SKU-{nth}", 12 + nth % 5, Decimal("8.9")),
            (12 + nth % 5) * 890 * (95 if nth % 3 == 1 else 100) // 100,
            rates[nth % 2],
            Decimal("0.05") if nth % 3 == 1 else Decimal(0),
            2 if nth % 4 == 2 else 0,
            ((4, date(2026, 3, 18)),) if nth % 4 == 3 else (),
        )
        for nth in range(count)
    )
    goods = sum(line.net for line in lines)
    allowance = goods // 20
    taxes = tuple(
        TaxLine(rate, base, int(base * rate))
        for rate in rates
        if (base := sum(line.net - line.net // 20 for line in lines if line.tax_rate == rate))
    )
    tax = sum(one.tax for one in taxes)
    values: dict[str, object] = {
        "order": "SO-2026-004187",
        "sender": HOUSE,
        "bill_to": PARIS,
        "ship_to": ZURICH,
        "lines": lines,
        "currency": "EUR",
        "goods": goods,
        "net": goods - allowance + 890,
        "tax": tax,
        "total": goods - allowance + 890 + tax,
        "taxes": taxes,
        "discount": Decimal("0.05"),
        "allowance": allowance,
        "freight": 890,
        "language": language,
        "customer": "C-00318",
        "customer_reference": "ML-2307",
        "ordered_on": date(2026, 3, 11),
        "requested_on": date(2026, 3, 13),
        "promised_on": date(2026, 3, 13),
        "carrier": "DPD Classic",
        "payment_days": 30,
        "note": "Livrer par la cour, sonner à « Lefèvre »."
        if language == "fr"
        else "Deliver through the yard.",
        "brand": brand(),
    }
    return OrderConfirmation(**(values | changes))  # type: ignore[arg-type]  # of a mixed dict
