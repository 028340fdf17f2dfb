"""Content for papers."""

from __future__ import annotations

from datetime import UTC, date, datetime

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
from app.documents.words import Language
from app.domain.address import PostalAddress
from app.domain.codes import make_sscc
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
