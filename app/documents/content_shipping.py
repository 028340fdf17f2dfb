"""What the papers of a shipment say: delivery note, customs declarations, waybill, marks of dangerous goods.

Weights in grams, values in minor units, days local to the warehouse.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.documents.words import Language
from app.domain.address import PostalAddress
from app.domain.customs import Category, Goods


@dataclass(frozen=True, slots=True)
class Brand:
    """Who sends: the company's name and logo at the head of a paper, and what the law wants at its foot; all may be empty.

    `logo` is a picture as `documents/letterhead.py` makes it.
    """

    name: str = ""
    logo: bytes = b""
    foot: str = ""


NO_BRAND = Brand()


@dataclass(frozen=True, slots=True)
class LotSent:
    """Pieces of one lot; `best_before` where it has a date."""

    code: str
    qty: int
    best_before: date | None = None


@dataclass(frozen=True, slots=True)
class DeliveryLine:
    """A line of a delivery note: what was ordered, what is sent now, what follows; `hazard` as the regulations write it."""

    product: str
    sku: str
    ordered: int
    sent: int
    to_follow: int = 0
    parcels: tuple[int, ...] = ()
    lots: tuple[LotSent, ...] = ()
    serials: tuple[str, ...] = ()
    hazard: str = ""


@dataclass(frozen=True, slots=True)
class ParcelSent:
    """A parcel on a delivery note or waybill; `pallet` is the SSCC of what it stands on, `volume_ml` 0 where nobody measured."""

    position: int
    sscc: str
    weight_g: int
    volume_ml: int = 0
    pallet: str = ""


@dataclass(frozen=True, slots=True)
class PalletLabel:
    """The label of a pallet of parcels; `recipient` only where all go to one address, else to how many `addresses`."""

    sscc: str
    sender: PostalAddress
    parcels: int
    carrier: str = ""
    weight_g: int = 0
    height_mm: int = 0
    recipient: PostalAddress | None = None
    addresses: int = 1
    language: Language = "en"


@dataclass(frozen=True, slots=True)
class DeliveryNote:
    """What goes to a customer with a shipment and comes back signed."""

    shipment: str
    order: str
    sender: PostalAddress
    recipient: PostalAddress
    lines: tuple[DeliveryLine, ...]
    parcels: tuple[ParcelSent, ...]
    language: Language = "en"
    customer_reference: str = ""
    day: date | None = None
    carrier: str = ""
    note: str = ""
    limited_g: int = 0
    brand: Brand = NO_BRAND


@dataclass(frozen=True, slots=True)
class CustomsDeclaration:
    """A parcel's declaration, CN 22 or CN 23.

    `item` is the number on the parcel's label, `weight_g` its gross weight, `sender_reference` our customs number (EORI).
    """

    item: str
    shipment: str
    sender: PostalAddress
    recipient: PostalAddress
    category: Category
    goods: tuple[Goods, ...]
    weight_g: int
    currency: str
    day: date
    signer: str
    language: Language = "en"
    explanation: str = ""
    comments: str = ""
    invoice: str = ""
    sender_reference: str = ""
    parcel: int = 1
    parcels: int | None = None
    brand: Brand = NO_BRAND


@dataclass(frozen=True, slots=True)
class CustomsDeclarations:
    """The declarations of a shipment's parcels that bear the same form, in the order of the parcels."""

    declarations: tuple[CustomsDeclaration, ...]


@dataclass(frozen=True, slots=True)
class HazardLine:
    """Dangerous goods of one kind on a waybill: the regulations' words, in how many parcels, kilograms net in grams."""

    words: str
    parcels: int
    net_g: int


@dataclass(frozen=True, slots=True)
class Waybill:
    """The consignment note of a shipment; `limited_g` is the gross weight of parcels with goods in limited quantities."""

    number: str
    order: str
    sender: PostalAddress
    recipient: PostalAddress
    parcels: tuple[ParcelSent, ...]
    goods: str
    carrier: str = ""
    language: Language = "en"
    taken_over_at: str = ""
    day: date | None = None
    documents: tuple[str, ...] = ()
    instructions: str = ""
    hazards: tuple[HazardLine, ...] = ()
    limited_g: int = 0
    brand: Brand = NO_BRAND


@dataclass(frozen=True, slots=True)
class HazardMark:
    """What is stuck on one parcel: the limited-quantities mark where `limited`, UN numbers and classes of all other goods.

    `side_mm` is the side of the mark, and of each hazard label.
    """

    sscc: str
    parcel: int
    limited: bool
    side_mm: float
    goods: tuple[tuple[str, str], ...] = ()
    language: Language = "en"


@dataclass(frozen=True, slots=True)
class HazardMarks:
    """The marks of a shipment's parcels on the same size of sheet, a page each."""

    marks: tuple[HazardMark, ...]
