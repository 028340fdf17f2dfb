"""Half a year of closed orders: written as a file of another system would be, and imported as such a file is."""

from __future__ import annotations

import csv
import random
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from app.domain.promise import Calendar, add_working_days
from app.errors import Refused
from app.integrations.channels.loading import load_profile
from app.services.catalogue import NewProduct
from app.services.context import Context
from app.services.importing import Request, import_files
from app.services.known_sample import FOLDER
from app.services.sample import data

DAYS = 182
SOURCE = "before Quai"
PROFILE = FOLDER / "history.toml"
_COLUMNS = (
    *("Order", "State", "Customer", "Reference", "Ordered", "Promised", "Shipped"),
    *("Service", "Freight", "Article", "Quantity", "Price", "Discount"),
)
_CALENDAR = Calendar()
_ORDERS_A_DAY = (7, 6, 6, 5, 7)
"""From Monday to Friday, in an ordinary week."""
_LATE, _CANCELLED, _RETURNED = 0.05, 0.02, 0.03
"""Shares of all orders."""
_DISCOUNTS = (0, 0, 0, 0, 5, 5, 10)
_DEAR = Decimal(30)
"""From this price on a piece is bought one or two at a time."""


@dataclass(frozen=True, slots=True)
class Market:
    """Who buys what how often, and how it is sent: drawn once, so that good customers stay good customers."""

    rng: random.Random
    customers: tuple[data.PlannedCustomer, ...]
    customer_weights: tuple[float, ...]
    goods: tuple[tuple[NewProduct, data.Family], ...]
    goods_weights: tuple[float, ...]

    def customer(self) -> data.PlannedCustomer:
        """Who buys this time; some buy far oftener than others."""
        return self.rng.choices(self.customers, self.customer_weights)[0]

    def basket(self, lines: int) -> list[tuple[NewProduct, int]]:
        """Different products with their quantities, by the carton where much is bought."""
        found: dict[str, tuple[NewProduct, int]] = {}
        while len(found) < lines:
            product, family = self.rng.choices(self.goods, self.goods_weights)[0]
            usual = (1, 1, 2) if product.unit_price >= _DEAR else (2, 3, 4, 6, 6, family.carton)
            qty = self.rng.choice(usual)
            found[product.sku] = (product, qty)
        return list(found.values())

    def service(self, country: str) -> str:
        """The carrier's service for a country."""
        if country == "FR":
            return self.rng.choice(("RHO-24", "RHO-48", "RHO-48"))
        return "ALP-EU" if country not in ("US",) else "ALP-INT"

    def discount(self) -> int:
        """In percent."""
        return self.rng.choice(_DISCOUNTS)


def open_market(plan: data.Plan, seed: int = 7) -> Market:
    """The same market for the same seed."""
    rng = random.Random(seed)
    customers = tuple(data.customers(plan))
    goods = tuple(data.products(plan))
    return Market(
        rng,
        customers,
        tuple(1 / (rank + 4) for rank in range(len(customers))),
        goods,
        tuple(1 / (3 + rng.randrange(12)) for _ in goods),
    )


def freight(country: str, value: Decimal) -> int:
    """What a customer pays for transport, in minor units; nothing from a certain value on."""
    if value >= (150 if country == "FR" else 400):
        return 0
    return {"FR": 690, "US": 2900}.get(country, 1450)


def write_past(ctx: Context, market: Market, today: date, warehouse: str) -> int:
    """Import the closed orders of the half year before `today`; how many there are."""
    with tempfile.TemporaryDirectory(prefix="quai-sample-") as folder:
        path = Path(folder) / "closed-orders.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow(_COLUMNS)
            writer.writerows(closed_orders(market, today))
        profile = load_profile(str(PROFILE))
        result = import_files(ctx, Request("orders", profile, SOURCE, (path,), warehouse))
    try:
        refused = list(result.rejected)
        if refused:
            raise Refused(
                f"{len(refused)} rows of the sample's closed orders are refused: {refused[0].reason}",
                hint="Mend resources/sample.",
            )
        return result.orders
    finally:
        result.rejected.close()


def closed_orders(market: Market, today: date) -> Iterator[tuple[str, ...]]:
    """The rows of the file, line by line: the same for the same market and day."""
    rng = market.rng
    number = 20_000
    for ago in range(DAYS, 0, -1):
        day = today - timedelta(days=ago)
        if not _CALENDAR.works_on(day):
            continue
        for _ in range(_ORDERS_A_DAY[day.weekday()] + rng.choice((-2, -1, 0, 0, 1, 3))):
            number += 1
            yield from _order(market, number, day, today)


def _order(market: Market, number: int, day: date, today: date) -> Iterator[tuple[str, ...]]:
    rng = market.rng
    customer = market.customer()
    country = customer.address.country_code
    basket = market.basket(rng.choice((1, 2, 2, 3, 3, 4, 5, 7)))
    discount = market.discount()
    promised = add_working_days(day, rng.choice((1, 1, 2)), _CALENDAR)
    shipped = (
        add_working_days(promised, rng.choice((1, 2, 3)), _CALENDAR) if rng.random() < _LATE else promised
    )
    shipped = min(shipped, today - timedelta(days=1))
    cancelled = rng.random() < _CANCELLED
    value = sum((product.unit_price * qty for product, qty in basket), Decimal(0))
    charge = Decimal(freight(country, value)) / 100

    def row(
        name: str, state: str, sku: str, qty: int, price: Decimal, sent: date | None, costs: Decimal
    ) -> tuple[str, ...]:
        reference = f"BC {3100 + number % 4000}" if number % 3 else ""
        dates = (day.isoformat(), promised.isoformat(), sent.isoformat() if sent else "")
        goods = (sku, str(qty), str(price), str(discount))
        return (name, state, customer.code, reference, *dates, service, str(costs), *goods)

    service = market.service(country)
    state = "cancelled" if cancelled else "closed"
    for product, qty in basket:
        yield row(
            f"B{number}", state, product.sku, qty, product.unit_price, None if cancelled else shipped, charge
        )
    if not cancelled and rng.random() < _RETURNED:
        product, qty = basket[0]
        back = min(add_working_days(shipped, 6, _CALENDAR), today - timedelta(days=1))
        yield row(f"R{number}", "closed", product.sku, -min(qty, 2), product.unit_price, back, Decimal(0))
