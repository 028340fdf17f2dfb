"""What papers about orders say. Amounts in minor units of one currency, without tax unless said otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.documents.content_shipping import NO_BRAND, Brand
from app.documents.words import Language
from app.domain.address import PostalAddress


@dataclass(frozen=True, slots=True)
class ConfirmedLine:
    """A line of an order confirmation.

    Attributes:
        qty: Pieces that are taken; `ordered` and `cancelled` say what else became of the line.
        unit_price: Of one piece, before `discount`, a fraction.
        net: Of the line, after its discount.
        promises: Pieces by day, where it is not the order's.
    """

    position: int
    product: str
    sku: str
    qty: int
    unit_price: Decimal
    net: int
    tax_rate: Decimal = Decimal(0)
    discount: Decimal = Decimal(0)
    cancelled: int = 0
    promises: tuple[tuple[int, date], ...] = ()

    @property
    def ordered(self) -> int:
        """Pieces before anything was cancelled."""
        return self.qty + self.cancelled


@dataclass(frozen=True, slots=True)
class TaxLine:
    """The tax of one rate (0.2 is 20 %) on a base."""

    rate: Decimal
    base: int
    tax: int


@dataclass(frozen=True, slots=True)
class OrderConfirmation:
    """What an order confirmation says: what is agreed, at which price, for which day.

    Attributes:
        sender: Where the goods leave from; None where nobody entered it.
        goods: The lines together; `allowance` is what `discount`, a fraction of the order, takes off them.
        net: Goods, allowance and `freight` together; `tax` and `total` are what stands in the order.
        taxes: By rate; empty where only their sum is known.
        payment_days: None where nothing is said about paying; 0 is at once, and `prepaid` in advance.
    """

    order: str
    sender: PostalAddress | None
    bill_to: PostalAddress
    ship_to: PostalAddress
    lines: tuple[ConfirmedLine, ...]
    currency: str
    goods: int
    net: int
    tax: int
    total: int
    taxes: tuple[TaxLine, ...] = ()
    discount: Decimal = Decimal(0)
    allowance: int = 0
    freight: int = 0
    language: Language = "en"
    customer: str = ""
    customer_reference: str = ""
    ordered_on: date | None = None
    requested_on: date | None = None
    promised_on: date | None = None
    carrier: str = ""
    payment_days: int | None = None
    prepaid: bool = False
    note: str = ""
    brand: Brand = NO_BRAND
