"""Profiles, files and steps that the tests of the import share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.integrations.channels.base import Kind, Rejected
from app.integrations.channels.loading import load_profile, parse_profile
from app.integrations.channels.profile import Profile
from app.services.check import check
from app.services.context import Context
from app.services.importing import Imported, Request, import_files
from tests.rig.databases import World

STAGING = ("import_stage", "import_order", "import_line", "import_new")
WRITTEN = (
    *(
        "sales_order",
        "order_line",
        "order_hold",
        "order_event",
        "shipment",
        "shipment_line",
        "customer",
        "address",
    ),
    *(
        "product",
        "product_barcode",
        "lot",
        "supplier",
        "stock_move",
        "stock_level",
        "stock_balance",
        "warehouse",
        "location",
    ),
    "audit_entry",
)
"""What an import may write; a refused one leaves all of it as it was."""

GOODS = """
format = 1
currency = "EUR"

[products.columns]
sku = "SKU"
name = "Name"
price = "Price"

[stock]
unknown_locations = "create"

[stock.columns]
sku = "SKU"
qty = "Qty"
location = "Bin"

[customers.columns]
number = "No"
name = "Name"
street = "Street"
city = "City"
country = "Country"
"""
SHOP = """
format = 1
currency = "EUR"

[orders]
layout = "flat"
history = "shipped"

[orders.columns]
number = "Order"
customer = "Customer"
state = "State"
ordered_on = "Date"
shipped_on = "Shipped"
freight = "Freight"

[orders.returns]
number_prefix = "C"
negative_quantity = true

[orders.lines]
freight_codes = ["POST"]
discount_is = "percent"

[orders.lines.columns]
sku = "SKU"
qty = "Qty"
unit_price = "Price"
discount = "Discount"
"""
SHOP_HEADER = "Order,Customer,State,Date,Shipped,Freight,SKU,Qty,Price,Discount\n"
CREATE = (
    'history = "shipped"',
    'history = "shipped"\nunknown_products = "create"\nunknown_customers = "create"',
)


def northwind() -> Profile:
    """The profile that ships."""
    return load_profile("northwind")


def profile(text: str, *changes: tuple[str, str]) -> Profile:
    """The profile `text`, each pair's first part replaced by its second."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return parse_profile(text.encode())


def write(folder: Path, text: str, name: str = "in.csv") -> Path:
    """A file with this text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def bring(
    ctx: Context, kind: Kind, used: Profile, *files: Path, source: str = "shop", **options: Any
) -> tuple[Imported, list[Rejected]]:
    """Import files; the result and all refused rows."""
    result = import_files(ctx, Request(kind, used, source, tuple(files), **options))
    rejected = list(result.rejected)
    result.rejected.close()
    return result, rejected


def counts(result: Imported) -> tuple[int, int, str, str, int, int]:
    """Orders, lines, gross, freight, returns, unchanged."""
    return result.orders, result.lines, result.gross, result.freight, result.returns, result.unchanged


def told(rejected: Sequence[Rejected]) -> list[tuple[int, str]]:
    """Line and column of each refusal."""
    return [(row.line, row.column) for row in rejected]


def left_over(world: World) -> list[str]:
    """Staging tables that hold rows although no import is under way."""
    return [name for name in STAGING if world.one(f"SELECT count(*) FROM {name}")]


def findings(world: World) -> list[Any]:
    """What `db check` finds wrong."""
    with world.database().reading() as connection:
        return list(check(connection))
