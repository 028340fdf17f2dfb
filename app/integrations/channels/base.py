"""What a channel hands on: rows of products, stock, customers and orders, and the rows it had to refuse.

A channel only reads. It knows nothing of the database: which product or customer exists, whether an order
came before, is decided by the import service. Every row says which file and physical line it came from, so
that a refusal found later can still point at it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal, Protocol, TypeAlias

Kind: TypeAlias = Literal["products", "stock", "customers", "orders"]
KINDS: tuple[Kind, ...] = ("products", "stock", "customers", "orders")
OrderState: TypeAlias = Literal["open", "closed", "cancelled"]
Progress: TypeAlias = Callable[[int], None]
"""Called with the number of bytes just read."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """One row that could not be used: where it stands and why.

    Attributes:
        file: Name of the file.
        line: Physical line on which the row begins, from 1; 0 where the whole file is meant.
        column: Header (or position) of the first bad cell; empty where the whole row is meant.
        reason: A sentence for the person who has to mend the file.
        order: Number of the order that loses this row, where it could still be read.
    """

    file: str
    line: int
    column: str
    reason: str
    order: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """Where somebody lives or goods go, as the file says; country is ISO 3166-1 alpha-2 or empty."""

    name: str = ""
    contact: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    region: str = ""
    country: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class ProductRow:
    """One article of the catalogue; weight in grams, sizes in millimetres, price per base unit."""

    file: str
    line: int
    sku: str
    name: str
    barcode: str
    unit: str
    price: Decimal | None
    currency: str
    weight_g: int | None
    length_mm: int | None
    width_mm: int | None
    height_mm: int | None
    reorder_point: int | None
    discontinued: bool
    category: str
    pack_text: str
    supplier: str
    origin: str
    tariff_code: str


@dataclass(frozen=True, slots=True)
class StockRow:
    """So many base units of a product at a place; an empty place means the importer's default."""

    file: str
    line: int
    sku: str
    qty: int
    warehouse: str
    location: str
    lot: str
    expires_on: date | None


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """One customer with the address goods go to by default."""

    file: str
    line: int
    number: str
    name: str
    address: Address
    vat_number: str
    language: str


@dataclass(frozen=True, slots=True)
class OrderHeaderRow:
    """The head of one order, return or cancellation.

    Attributes:
        number: The order's number at its origin, the key of grouping.
        returned: The whole document is a cancellation or return (by its prefix, or a column says so).
        state: `closed` is history that moves no stock (a shipped date, or the profile says so).
        freight: In the currency's main unit; charge lines of the same order come on top.
    """

    file: str
    line: int
    number: str
    returned: bool
    state: OrderState
    customer: str
    customer_name: str
    ordered_on: date | None
    promised_on: date | None
    shipped_on: date | None
    carrier: str
    currency: str
    freight: Decimal
    reference: str
    ship_to: Address
    note: str


@dataclass(frozen=True, slots=True)
class OrderLineRow:
    """One line of an order.

    Attributes:
        order: The number of the order it belongs to.
        position: The line's own number where the file has one.
        qty: Base units, always above zero; `returned` tells the direction.
        unit_price: Before discount, up to six decimals.
        discount: Fraction of the price, 0 to 1.
        returned: The goods come back (negative quantity, or a document that is a return).
        freight: The line is no goods but a charge for transport: quantity times price is freight.
    """

    file: str
    line: int
    order: str
    position: int | None
    sku: str
    description: str
    qty: int
    unit_price: Decimal
    discount: Decimal
    returned: bool
    freight: bool


Row: TypeAlias = ProductRow | StockRow | CustomerRow | OrderHeaderRow | OrderLineRow


class Channel(Protocol):
    """A way orders and master data come in; one file here and one line in `CHANNELS` make a new one."""

    @property
    def name(self) -> str:
        """Short name for the command line."""
        ...

    def read(
        self, profile: str, kind: Kind, files: Sequence[Path], progress: Progress | None = None
    ) -> Iterator[Row | Rejected]:
        """Give the rows of the files one by one, bad ones as `Rejected`; memory stays flat.

        Raises:
            BadInput: The profile cannot be used, or the files do not fit the roles it names.
        """
        ...
