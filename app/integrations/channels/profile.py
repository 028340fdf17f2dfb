"""Import profiles: the TOML files in which people say how their own files are written.

The shape is fixed by the frozen structs below; an unknown key or a value of the wrong type is refused by
name. What the shape cannot say (two marks that are the same, a target that is missing) is in
`profile_checks`. docs/import-profiles.md explains all of it to users.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

import msgspec

from app.integrations.channels.base import Kind

DELIMITERS: Mapping[str, str] = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base: frozen, and a key nobody knows is an error."""


class FileOptions(_Strict, frozen=True):
    """How a file is written; a key left out takes the value of [file], and there the default beside it."""

    delimiter: Literal["comma", "semicolon", "tab", "pipe"] | None = None  # comma
    encoding: str | None = None  # utf-8
    quote: str | None = None  # "
    header: bool | None = None  # true
    skip_lines: int | None = None  # 0
    decimal: str | None = None  # .
    thousands: str | None = None  # none
    dates: list[str] | None = None  # %Y-%m-%d
    trim: bool | None = None  # true
    empty: list[str] | None = None  # no text but the empty one means "nothing"


class ColumnSpec(_Strict, frozen=True):
    """Where a target's text comes from and what is done to it, in the order of the keys."""

    column: str | int | None = None
    join: list[str | int] | None = None
    with_: str | None = msgspec.field(name="with", default=None)
    value: str | None = None
    shared: bool = False
    remove_prefix: str | None = None
    remove_suffix: str | None = None
    case: Literal["upper", "lower"] | None = None
    map: str | dict[str, str] | None = None
    unmapped: Literal["reject", "keep", "default"] = "reject"
    default: str | None = None
    decimal: str | None = None
    thousands: str | None = None
    dates: list[str] | None = None
    round: int | None = None


Source: TypeAlias = str | int | ColumnSpec


class Skip(_Strict, frozen=True):
    """Rows left out on purpose: the cell is one of `values`, begins with `prefix`, or is empty."""

    column: str | int
    values: list[str] | None = None
    prefix: str | None = None
    empty: bool = False


class ProductColumns(_Strict, frozen=True):
    """Targets of [products.columns]."""

    sku: Source | None = None
    name: Source | None = None
    barcode: Source | None = None
    unit: Source | None = None
    price: Source | None = None
    currency: Source | None = None
    weight: Source | None = None
    weight_unit: Source | None = None
    length: Source | None = None
    width: Source | None = None
    height: Source | None = None
    size_unit: Source | None = None
    reorder_point: Source | None = None
    discontinued: Source | None = None
    category: Source | None = None
    pack_text: Source | None = None
    supplier: Source | None = None
    origin: Source | None = None
    tariff_code: Source | None = None


class StockColumns(_Strict, frozen=True):
    """Targets of [stock.columns]."""

    sku: Source | None = None
    qty: Source | None = None
    warehouse: Source | None = None
    location: Source | None = None
    lot: Source | None = None
    expires_on: Source | None = None


class CustomerColumns(_Strict, frozen=True):
    """Targets of [customers.columns]."""

    number: Source | None = None
    name: Source | None = None
    contact: Source | None = None
    street: Source | None = None
    postal_code: Source | None = None
    city: Source | None = None
    region: Source | None = None
    country: Source | None = None
    phone: Source | None = None
    email: Source | None = None
    vat_number: Source | None = None
    language: Source | None = None


class OrderColumns(_Strict, frozen=True):
    """Targets of [orders.columns]: what is said once an order."""

    number: Source | None = None
    customer: Source | None = None
    customer_name: Source | None = None
    state: Source | None = None
    ordered_on: Source | None = None
    promised_on: Source | None = None
    shipped_on: Source | None = None
    carrier: Source | None = None
    currency: Source | None = None
    freight: Source | None = None
    reference: Source | None = None
    ship_name: Source | None = None
    ship_contact: Source | None = None
    ship_street: Source | None = None
    ship_postal_code: Source | None = None
    ship_city: Source | None = None
    ship_region: Source | None = None
    ship_country: Source | None = None
    ship_phone: Source | None = None
    ship_email: Source | None = None
    note: Source | None = None


class LineColumns(_Strict, frozen=True):
    """Targets of [orders.lines.columns]: what is said once a line."""

    order: Source | None = None
    position: Source | None = None
    sku: Source | None = None
    description: Source | None = None
    qty: Source | None = None
    unit_price: Source | None = None
    line_amount: Source | None = None
    discount: Source | None = None


class ProductsSection(_Strict, frozen=True):
    """The section [products]."""

    columns: ProductColumns
    files: list[str] = []
    file: FileOptions = FileOptions()
    skip: list[Skip] = []
    repeated: Literal["reject", "first", "last"] = "reject"


class StockSection(_Strict, frozen=True):
    """The section [stock]."""

    columns: StockColumns
    files: list[str] = []
    file: FileOptions = FileOptions()
    skip: list[Skip] = []
    unknown_locations: Literal["reject", "create"] = "reject"


class CustomersSection(_Strict, frozen=True):
    """The section [customers]."""

    columns: CustomerColumns
    files: list[str] = []
    file: FileOptions = FileOptions()
    skip: list[Skip] = []
    repeated: Literal["reject", "first", "last"] = "reject"


class LinesSection(_Strict, frozen=True):
    """The section [orders.lines]."""

    columns: LineColumns
    files: list[str] = []
    file: FileOptions = FileOptions()
    skip: list[Skip] = []
    discount_is: Literal["fraction", "percent"] | None = None
    freight_codes: list[str] = []
    duplicates: Literal["keep", "drop", "reject"] = "keep"


class ReturnRules(_Strict, frozen=True):
    """The section [orders.returns]: how a file marks what comes back."""

    number_prefix: str | None = None
    negative_quantity: bool = False
    column: str | int | None = None
    values: list[str] | None = None


class OrdersSection(_Strict, frozen=True):
    """The section [orders]."""

    layout: Literal["flat", "header_and_lines"]
    columns: OrderColumns
    lines: LinesSection
    files: list[str] = []
    file: FileOptions = FileOptions()
    skip: list[Skip] = []
    returns: ReturnRules = ReturnRules()
    history: Literal["shipped", "all", "none"] = "shipped"
    unknown_products: Literal["reject", "create"] = "reject"
    unknown_customers: Literal["reject", "create"] = "reject"
    ship_complete: bool = False


Section: TypeAlias = ProductsSection | StockSection | CustomersSection | OrdersSection


class Profile(_Strict, frozen=True):
    """A whole profile: how files are written, and a section for each kind it can read."""

    format: int
    title: str = ""
    currency: str | None = None
    warehouse: str | None = None
    file: FileOptions = FileOptions()
    maps: dict[str, dict[str, str]] = {}
    products: ProductsSection | None = None
    stock: StockSection | None = None
    customers: CustomersSection | None = None
    orders: OrdersSection | None = None

    def section(self, kind: Kind) -> Section | None:
        """The section for a kind, or None where the profile does not cover it."""
        sections: dict[Kind, Section | None] = {
            "products": self.products,
            "stock": self.stock,
            "customers": self.customers,
            "orders": self.orders,
        }
        return sections[kind]
