"""Rows on their way through the staging tables, as compact JSON text; prices and discounts in millionths."""

from __future__ import annotations

from typing import Any

import msgspec

from app.integrations.channels.base import (
    CustomerRow,
    OrderHeaderRow,
    OrderLineRow,
    ProductRow,
    Rejected,
    StockRow,
)

MICRO = 1_000_000
_ENCODER = msgspec.json.Encoder()


class StagedLine(msgspec.Struct, frozen=True, array_like=True):
    """A line of an order as it was read; `price` and `discount` in millionths."""

    position: int | None
    sku: str
    description: str
    qty: int
    price: int
    discount: int
    returned: bool
    freight: bool


def staged_line(row: OrderLineRow) -> StagedLine | Rejected:
    """A line made ready for staging, or why its discount cannot be kept exactly."""
    discount = row.discount * MICRO
    if discount != int(discount):
        reason = f"the discount has more than six decimals as a fraction ({row.discount}); say round = 4 for this column"
        return Rejected(row.file, row.line, "discount", reason)
    return StagedLine(
        row.position,
        row.sku,
        row.description,
        row.qty,
        int(row.unit_price * MICRO),
        int(discount),
        row.returned,
        row.freight,
    )


def encode(value: Any) -> str:
    """The text of a payload."""
    return _ENCODER.encode(value).decode()


HEAD: msgspec.json.Decoder[OrderHeaderRow] = msgspec.json.Decoder(OrderHeaderRow)
LINE: msgspec.json.Decoder[StagedLine] = msgspec.json.Decoder(StagedLine)
PRODUCT: msgspec.json.Decoder[ProductRow] = msgspec.json.Decoder(ProductRow)
CUSTOMER: msgspec.json.Decoder[CustomerRow] = msgspec.json.Decoder(CustomerRow)
STOCK: msgspec.json.Decoder[StockRow] = msgspec.json.Decoder(StockRow)
