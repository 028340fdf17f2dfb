"""Profiles and files that the tests of the channels share."""

from __future__ import annotations

from pathlib import Path

from app.integrations.channels.base import Kind, Rejected, Row
from app.integrations.channels.loading import parse_profile
from app.integrations.channels.profile import Profile
from app.integrations.channels.reader import read_files

STOCK = """
format = 1
[stock.columns]
sku = "SKU"
qty = "Qty"
"""
FLAT = """
format = 1
currency = "GBP"

[file]
dates = ["%m/%d/%Y %H:%M"]

[orders]
layout = "flat"
history = "all"

[orders.columns]
number = "InvoiceNo"
customer = { column = "CustomerID", remove_suffix = ".0", default = "CASH" }
ordered_on = "InvoiceDate"
ship_country = { column = "Country", map = { EIRE = "IE", Unspecified = "" }, unmapped = "keep" }

[orders.returns]
number_prefix = "C"
negative_quantity = true

[orders.lines]
freight_codes = ["POST"]

[orders.lines.columns]
sku = { column = "StockCode", case = "upper" }
description = "Description"
qty = "Quantity"
unit_price = "UnitPrice"
"""
FLAT_HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
JOINED = """
format = 1
currency = "EUR"

[orders]
layout = "header_and_lines"
files = ["heads*.csv"]
history = "none"
columns = { number = "No", customer = "Client" }

[orders.lines]
files = ["lines*.csv"]
columns = { order = "No", sku = "Art", qty = "Menge", unit_price = "Preis" }
"""


def profile(text: str, *changes: tuple[str, str]) -> Profile:
    """The profile `text`, each pair's first part replaced by its second."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return parse_profile(text.encode())


def read(used: Profile, kind: Kind, *files: Path) -> tuple[list[Row], list[Rejected]]:
    """Good rows and bad ones."""
    found = list(read_files(used, kind, files))
    return [one for one in found if not isinstance(one, Rejected)], [
        one for one in found if isinstance(one, Rejected)
    ]


def write(folder: Path, data: str | bytes, name: str = "in.csv") -> Path:
    """A file with exactly this text (as UTF-8) or these bytes."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path
