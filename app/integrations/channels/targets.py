"""What a column can become: the targets of each kind, what they hold and which of them a profile must fill.

The order of a table here is the order in which bad cells of a row are named.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Holds: TypeAlias = Literal[
    "key",  # one line, names a thing: up to 64 characters
    "text",  # one line: up to 200
    "block",  # several lines: up to 2,000
    "number",  # decimal, may be below zero
    "amount",  # decimal, zero or more, up to six places
    "quantity",  # whole number, may be below zero
    "count",  # whole number, zero or more
    "date",
    "flag",
    "country",
    "currency",
    "state",
    "weight_unit",
    "size_unit",
]


@dataclass(frozen=True, slots=True)
class Target:
    """What a target holds and whether a row is refused where it is empty."""

    holds: Holds
    required: bool = False


PRODUCT: Mapping[str, Target] = {
    "sku": Target("key", required=True),
    "name": Target("text", required=True),
    "barcode": Target("key"),
    "unit": Target("key"),
    "price": Target("amount"),
    "currency": Target("currency"),
    "weight": Target("amount"),
    "weight_unit": Target("weight_unit"),
    "length": Target("amount"),
    "width": Target("amount"),
    "height": Target("amount"),
    "size_unit": Target("size_unit"),
    "reorder_point": Target("count"),
    "discontinued": Target("flag"),
    "category": Target("text"),
    "pack_text": Target("text"),
    "supplier": Target("text"),
    "origin": Target("country"),
    "tariff_code": Target("key"),
}
STOCK: Mapping[str, Target] = {
    "sku": Target("key", required=True),
    "qty": Target("count", required=True),
    "warehouse": Target("key"),
    "location": Target("key"),
    "lot": Target("key"),
    "expires_on": Target("date"),
}
CUSTOMER: Mapping[str, Target] = {
    "number": Target("key", required=True),
    "name": Target("text", required=True),
    "contact": Target("text"),
    "street": Target("block"),
    "postal_code": Target("key"),
    "city": Target("text"),
    "region": Target("text"),
    "country": Target("country"),
    "phone": Target("text"),
    "email": Target("text"),
    "vat_number": Target("key"),
    "language": Target("key"),
}
ORDER: Mapping[str, Target] = {
    "number": Target("key", required=True),
    "customer": Target("key", required=True),
    "customer_name": Target("text"),
    "state": Target("state"),
    "ordered_on": Target("date"),
    "promised_on": Target("date"),
    "shipped_on": Target("date"),
    "carrier": Target("text"),
    "currency": Target("currency"),
    "freight": Target("amount"),
    "reference": Target("text"),
    "ship_name": Target("text"),
    "ship_contact": Target("text"),
    "ship_street": Target("block"),
    "ship_postal_code": Target("key"),
    "ship_city": Target("text"),
    "ship_region": Target("text"),
    "ship_country": Target("country"),
    "ship_phone": Target("text"),
    "ship_email": Target("text"),
    "note": Target("block"),
}
LINE: Mapping[str, Target] = {
    "order": Target("key", required=True),
    "position": Target("count"),
    "sku": Target("key", required=True),
    "description": Target("text"),
    "qty": Target("quantity", required=True),
    "unit_price": Target("number"),
    "line_amount": Target("number"),
    "discount": Target("amount"),
}
"""`unit_price` or `line_amount` is required; in a flat file `order` is the header's `number`."""
