"""What the screen of price lists says of a price, and how its tables are read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.charge_files import read_charges
from app.domain.price_files import ListPrice, dearer, for_list, read_prices
from app.domain.pricing import Break, break_for
from app.domain.table_files import LineProblem
from app.qt.format import count, day, price
from app.qt.words import tr, trn
from app.views.parts.table_text import TextRead


def read_price_table(text: str, code: str, currency: str, today: date) -> TextRead:
    """The prices of a list, and where more pieces cost more each."""
    rows, problems = read_prices(text, today, code)
    prices = for_list(rows, code)
    odd = [costs_more(*pair, currency) for pair in dearer(prices)]
    return TextRead(prices, problems, trn("%n prices", len(prices)), odd)


def read_charge_table(text: str, services: Mapping[str, int]) -> TextRead:
    """The table of shipping charges."""
    rows, problems = read_charges(text, services)
    return TextRead(rows, problems, trn("%n charges", len(rows)))


def read_one(values: Mapping[str, Any], code: str, today: date) -> ListPrice | LineProblem:
    """The price that was typed into fields, or why it cannot be one."""
    cells = [
        str(values[name] or "").replace('"', '""')
        for name in ("sku", "from_qty", "valid_from", "valid_until")
    ]
    text = "sku,from_qty,valid_from,valid_until,price\n" + ",".join(
        f'"{cell}"' for cell in (*cells, f"{values['price']:f}")
    )
    rows, problems = read_prices(text, today, code)
    return problems[0] if problems else rows[0].price


def by_product(prices: Iterable[ListPrice]) -> dict[str, list[ListPrice]]:
    """The prices of each product, in their order."""
    found: dict[str, list[ListPrice]] = {}
    for one in prices:
        found.setdefault(one.sku, []).append(one)
    return found


def told(prices: Sequence[ListPrice], today: date, currency: str) -> tuple[str, str]:
    """What a product costs now from the least quantity on, and its further prices; what needs no saying is not said."""
    breaks = {Break(one.from_qty, one.unit_price, one.valid_from, one.valid_until): one for one in prices}
    least = min(one.from_qty for one in prices)
    found = break_for(breaks, least, today)
    shown = breaks[found] if found is not None else None
    more = ", ".join(_when(one, today, currency) for one in prices if one != shown)
    if shown is None:
        return "", more
    about = _bounds(shown, today)
    now = price(shown.unit_price, currency)
    return now, ", ".join(part for part in (about, more) if part)


def _when(one: ListPrice, today: date, currency: str) -> str:
    bounds = _bounds(one, today)
    now = price(one.unit_price, currency)
    return f"{now} {bounds}" if bounds else now


def _bounds(one: ListPrice, today: date) -> str:
    """From how many and when a price holds."""
    parts = [tr("from {n} pieces", n=count(one.from_qty))] if one.from_qty > 1 else []
    if one.valid_from > today:
        parts.append(tr("from {day}", day=day(one.valid_from)))
    if one.valid_until is not None:
        parts.append(tr("to {day}", day=day(one.valid_until)))
    return " ".join(parts)


def costs_more(more: ListPrice, less: ListPrice, currency: str) -> str:
    """That more pieces cost more each."""
    return tr(
        "{sku} costs {more} from {many} on, and {less} from {few} on.",
        sku=more.sku,
        more=price(Decimal(more.unit_price), currency),
        many=count(more.from_qty),
        less=price(Decimal(less.unit_price), currency),
        few=count(less.from_qty),
    )
