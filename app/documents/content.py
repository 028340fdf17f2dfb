"""What the papers say: frozen values, no database, no clock. Weights in grams, times local to the warehouse."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.documents.content_shipping import NO_BRAND, Brand
from app.documents.words import Language
from app.domain.address import PostalAddress


@dataclass(frozen=True, slots=True)
class PickLine:
    """One line of a pick list; `task` is the short number that its barcode holds.

    `packs` are (base units a pack, number of packs); `totes` are (tote, pieces).
    """

    task: str
    place: str
    bay: str
    qty: int
    packs: tuple[tuple[int, int], ...]
    product: str
    sku: str
    lot: str = ""
    best_before: date | None = None
    hints: tuple[str, ...] = ()
    totes: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PickList:
    """A walk: the lines in walk order."""

    number: str
    lines: tuple[PickLine, ...]
    language: Language = "en"
    shipments: int = 1
    zone: str = ""
    picker: str = ""
    released_at: datetime | None = None
    cut_off: str = ""
    weight_g: int = 0
    copy: bool = False


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One line of a packing slip: what lies in which parcel, and how many pieces follow later."""

    product: str
    sku: str
    qty: int
    packs: tuple[tuple[int, int], ...]
    parcel: int = 1
    lot: str = ""
    best_before: date | None = None
    to_follow: int = 0


@dataclass(frozen=True, slots=True)
class PackingSlip:
    """What a customer finds in the parcels of a shipment."""

    shipment: str
    order: str
    sender: PostalAddress
    recipient: PostalAddress
    lines: tuple[SlipLine, ...]
    parcels: int
    weight_g: int
    language: Language = "en"
    customer_reference: str = ""
    packed_on: date | None = None
    carrier: str = ""
    note: str = ""
    copy: bool = False
    brand: Brand = NO_BRAND


@dataclass(frozen=True, slots=True)
class ShipmentLabel:
    """The label of a parcel; `sscc` has 18 digits, `tracking` may be empty, `parcels` is None while more may follow."""

    sscc: str
    sender: PostalAddress
    recipient: PostalAddress
    order: str
    weight_g: int
    parcel: int = 1
    parcels: int | None = 1
    products: int = 1
    pieces: int = 1
    carrier: str = ""
    service: str = ""
    route: str = ""
    tracking: str = ""
    language: Language = "en"


@dataclass(frozen=True, slots=True)
class ReturnLabel:
    """The label that a customer puts on a parcel of returned goods; `lines` are (pieces, product)."""

    number: str
    order: str
    sender: PostalAddress
    recipient: PostalAddress
    lines: tuple[tuple[int, str], ...]
    language: Language = "en"
    copy: bool = False


@dataclass(frozen=True, slots=True)
class PlaceLabel:
    """What is stuck onto a place: the code that people read, the barcode that they scan."""

    code: str
    barcode: str


@dataclass(frozen=True, slots=True)
class PlaceLabels:
    """Labels of places for one or more sheets, in the order in which they are stuck on."""

    places: tuple[PlaceLabel, ...]


@dataclass(frozen=True, slots=True)
class BadgeCard:
    """What a person wears at a bench; `badge` is what is scanned (USR-...)."""

    name: str
    badge: str
    company: str = ""
    language: Language = "en"


@dataclass(frozen=True, slots=True)
class CommandEntry:
    """A command to be scanned: its name for ever ('packing.close'), its words in the card's language, its key."""

    id: str
    words: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class CommandCard:
    """The commands of a screen; the card hangs at its bench."""

    title: str
    entries: tuple[CommandEntry, ...]
    language: Language = "en"


@dataclass(frozen=True, slots=True)
class ManifestParcel:
    """A parcel on a manifest: where it goes (no names), what it weighs, the `parcel`th of its shipment."""

    sscc: str
    tracking: str
    shipment: str
    parcel: int
    service: str
    country: str
    postcode: str
    town: str
    weight_g: int
    pallet: str = ""


@dataclass(frozen=True, slots=True)
class CarrierManifest:
    """What a carrier takes with one pick-up, parcels by service; `signature` is a PNG, empty before it is signed."""

    number: str
    carrier: str
    account: str
    site: str
    sender: PostalAddress | None
    parcels: tuple[ManifestParcel, ...]
    closed_at: datetime | None = None
    vehicle: str = ""
    driver: str = ""
    handed_at: datetime | None = None
    handed_by: str = ""
    signature: bytes = b""
    company: str = ""
    language: Language = "en"
    copy: bool = False

    @property
    def weight_g(self) -> int:
        """What all parcels weigh."""
        return sum(parcel.weight_g for parcel in self.parcels)
