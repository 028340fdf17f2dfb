"""What a despatch advice says, whatever the format: who sends what to whom, packed how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.address import PostalAddress
from app.errors import Refused


class NotAnnounceable(Refused):
    """A despatch advice cannot be made: something is missing that its format needs."""

    code = "despatch.missing"

    def __init__(self, missing: str, name: str) -> None:
        super().__init__(
            f"The despatch advice of {name} needs {missing}.",
            hint="Enter it, then try again.",
            missing=missing,
            name=name,
        )


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody by name, GS1 number of 13 digits (empty: none) and address."""

    name: str
    gln: str
    address: PostalAddress | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """Goods of one article and lot in a parcel; `position` is the line of the order (0: none)."""

    sku: str
    gtin: str
    name: str
    qty: int
    position: int = 0
    lot: str = ""
    best_before: date | None = None
    serials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A logistic unit with its SSCC: a parcel with items, or a pallet with parcels. Grams; 0 where nobody knows."""

    sscc: str
    kind: str = "parcel"
    weight_g: int = 0
    tracking: str = ""
    items: tuple[Item, ...] = ()
    units: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class Despatch:
    """What left: number of the shipment, moments in UTC, parties, and the units in which the goods travel.

    Attributes:
        replaces: Whether a message of this shipment was sent before, which this one takes the place of.
        reference: The customer's own order number; empty where they gave none.
        due_on: When it should arrive.
        units: Pallets, and parcels that stand on none.
    """

    number: str
    made_at: datetime
    shipped_at: datetime
    order: str
    reference: str
    supplier: Party
    buyer: Party
    ship_to: Party
    carrier: str
    units: tuple[Unit, ...]
    due_on: date | None = None
    replaces: bool = False
    control: str = "1"

    def parcels(self) -> Iterator[Unit]:
        """Every parcel, on pallets and beside them."""
        for unit in self.units:
            yield from unit.units if unit.kind == "pallet" else (unit,)

    @property
    def weight_g(self) -> int:
        """All parcels together."""
        return sum(parcel.weight_g for parcel in self.parcels())
