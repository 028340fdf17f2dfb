"""From the values of one row to what it means: rules that look at more than one cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Literal, TypeAlias

from app.integrations.channels.base import (
    Address,
    CustomerRow,
    OrderHeaderRow,
    OrderLineRow,
    OrderState,
    ProductRow,
    StockRow,
)
from app.integrations.channels.cells import UNITS
from app.integrations.channels.profile import OrdersSection, Profile

Values: TypeAlias = Mapping[str, Any]
"""Targets the profile fills, with values of the type their `Holds` says; other targets are absent."""
MARK = "(return mark)"
"""Stands among the values for the cell that [orders.returns] column names."""
LONGEST_WEIGHT_OR_SIZE = 100_000_000
_SIX = Decimal("0.000001")
_CENT = Decimal("0.01")


class RowError(Exception):
    """The cells are sound each alone, but the row says something impossible.

    Args:
        target: The target to blame.
        reason: What is wrong, for the person who mends the file.
    """

    def __init__(self, target: str, reason: str) -> None:
        super().__init__(reason)
        self.target = target


@dataclass(frozen=True, slots=True)
class OrderRules:
    """What the profile says about orders beyond their columns."""

    currency: str
    history: Literal["shipped", "all", "none"]
    return_prefix: str
    return_values: frozenset[str]
    negative_is_return: bool
    percent: bool
    freight_codes: frozenset[str]

    @classmethod
    def of(cls, profile: Profile, orders: OrdersSection) -> OrderRules:
        """The rules of one profile."""
        return cls(
            currency=profile.currency or "",
            history=orders.history,
            return_prefix=orders.returns.number_prefix or "",
            return_values=frozenset(orders.returns.values or ()),
            negative_is_return=orders.returns.negative_quantity or orders.returns.column is not None,
            percent=orders.lines.discount_is == "percent",
            freight_codes=frozenset(orders.lines.freight_codes),
        )


def product_rows(currency: str, file: str, line: int, values: Values) -> tuple[ProductRow]:
    """The product of a row, its measures turned into grams and millimetres, half up.

    Raises:
        RowError: A measure has no unit or is absurd.
    """
    get = values.get
    sizes = [_measure(values, name, "size_unit") for name in ("length", "width", "height")]
    return (
        ProductRow(
            file=file,
            line=line,
            sku=values["sku"],
            name=values["name"],
            barcode=get("barcode", ""),
            unit=get("unit", ""),
            price=get("price"),
            currency=get("currency") or currency,
            weight_g=_measure(values, "weight", "weight_unit"),
            length_mm=sizes[0],
            width_mm=sizes[1],
            height_mm=sizes[2],
            reorder_point=get("reorder_point"),
            discontinued=bool(get("discontinued")),
            category=get("category", ""),
            pack_text=get("pack_text", ""),
            supplier=get("supplier", ""),
            origin=get("origin", ""),
            tariff_code=get("tariff_code", ""),
        ),
    )


def stock_rows(file: str, line: int, values: Values) -> tuple[StockRow]:
    """The stock of a row."""
    get = values.get
    return (
        StockRow(
            file=file,
            line=line,
            sku=values["sku"],
            qty=values["qty"],
            warehouse=get("warehouse", ""),
            location=get("location", ""),
            lot=get("lot", ""),
            expires_on=get("expires_on"),
        ),
    )


def customer_rows(file: str, line: int, values: Values) -> tuple[CustomerRow]:
    """The customer of a row; the address carries the customer's own name."""
    get = values.get
    return (
        CustomerRow(
            file=file,
            line=line,
            number=values["number"],
            name=values["name"],
            address=_address(values, "", name=values["name"]),
            vat_number=get("vat_number", ""),
            language=get("language", ""),
        ),
    )


def head_rows(rules: OrderRules, file: str, line: int, values: Values) -> tuple[OrderHeaderRow]:
    """The head of an order.

    Raises:
        RowError: It has no currency, or was shipped before it was ordered.
    """
    get = values.get
    number: str = values["number"]
    currency = get("currency") or rules.currency
    if not currency:
        raise RowError("currency", "the cell is empty, and the profile names no currency")
    shipped: date | None = get("shipped_on")
    ordered: date | None = get("ordered_on")
    if shipped is not None and ordered is not None and shipped < ordered:
        raise RowError("shipped_on", f"shipped on {shipped}, before it was ordered on {ordered}")
    return (
        OrderHeaderRow(
            file=file,
            line=line,
            number=number,
            returned=_by_prefix(rules, number) or get(MARK, "") in rules.return_values,
            state=_state(rules, get("state", ""), shipped),
            customer=values["customer"],
            customer_name=get("customer_name", ""),
            ordered_on=ordered,
            promised_on=get("promised_on"),
            shipped_on=shipped,
            carrier=get("carrier", ""),
            currency=currency,
            freight=get("freight") or Decimal(0),
            reference=get("reference", ""),
            ship_to=_address(values, "ship_", name=get("ship_name", "")),
            note=get("note", ""),
        ),
    )


def line_rows(
    rules: OrderRules, file: str, line: int, values: Values, *, returned: bool | None = None
) -> tuple[OrderLineRow]:
    """The line of an order.

    Args:
        rules: The profile's.
        file: Name of the file.
        line: Physical line.
        values: The row's values.
        returned: Whether the whole order is a return, where the same row tells; None looks at the order's
            number alone.

    Raises:
        RowError: Quantity, price or discount say something impossible.
    """
    order: str = values["order"]
    if returned is None:
        returned = _by_prefix(rules, order)
    qty: int = values["qty"]
    if qty == 0:
        raise RowError("qty", "the quantity is zero")
    if qty < 0 and not (returned or rules.negative_is_return):
        raise RowError(
            "qty", f"the quantity {qty} is below zero; if that means a return, say so in [orders.returns]"
        )
    return (
        OrderLineRow(
            file=file,
            line=line,
            order=order,
            position=values.get("position"),
            sku=values["sku"],
            description=values.get("description", ""),
            qty=abs(qty),
            unit_price=_unit_price(values, qty),
            discount=_discount(rules, values.get("discount")),
            returned=returned or qty < 0,
            freight=values["sku"] in rules.freight_codes,
        ),
    )


def _by_prefix(rules: OrderRules, number: str) -> bool:
    return bool(rules.return_prefix) and number.startswith(rules.return_prefix)


def _state(rules: OrderRules, told: str, shipped: date | None) -> OrderState:
    if told == "cancelled":
        return "cancelled"
    if rules.history == "all":
        return "closed"
    if rules.history == "shipped" and (told == "closed" or shipped is not None):
        return "closed"
    return "open"


def _unit_price(values: Values, qty: int) -> Decimal:
    price: Decimal | None = values.get("unit_price")
    if price is not None:
        if price < 0:
            raise RowError("unit_price", f"the price {price} is below zero")
        return price
    amount: Decimal | None = values.get("line_amount")
    if amount is None:
        raise RowError("line_amount" if "line_amount" in values else "unit_price", "the line has no price")
    if amount and (amount < 0) != (qty < 0):
        raise RowError("line_amount", f"the amount {amount} and the quantity {qty} have different signs")
    unit = (amount / qty).quantize(_SIX, rounding=ROUND_HALF_UP)
    if (unit * qty).quantize(_CENT, rounding=ROUND_HALF_UP) != amount.quantize(_CENT, rounding=ROUND_HALF_UP):
        raise RowError("line_amount", f"no price of six decimals times {qty} makes {amount}")
    return unit


def _discount(rules: OrderRules, given: Decimal | None) -> Decimal:
    if given is None:
        return Decimal(0)
    fraction = given / 100 if rules.percent else given
    if fraction > 1:
        kind = "percent from 0 to 100" if rules.percent else "a fraction from 0 to 1 (the profile says so)"
        raise RowError("discount", f"the discount {given} is more than the price; it should be {kind}")
    return fraction


def _measure(values: Values, name: str, unit_name: Literal["weight_unit", "size_unit"]) -> int | None:
    given: Decimal | None = values.get(name)
    if given is None:
        return None
    unit = values.get(unit_name)
    if not unit:
        raise RowError(unit_name, f"the {name} {given} has no unit")
    found = int((given * UNITS[unit_name][unit]).quantize(Decimal(1), rounding=ROUND_HALF_UP))
    if found > LONGEST_WEIGHT_OR_SIZE:
        raise RowError(name, f"{given} {unit} is beyond anything a warehouse holds")
    return found


def _address(values: Values, prefix: str, name: str) -> Address:
    def get(part: str) -> str:
        found: str = values.get(prefix + part, "")
        return found

    return Address(
        name=name,
        contact=get("contact"),
        street=get("street"),
        postal_code=get("postal_code"),
        city=get("city"),
        region=get("region"),
        country=get("country"),
        phone=get("phone"),
        email=get("email"),
    )
