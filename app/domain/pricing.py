"""What goods and carriage cost a customer: price lists with quantity breaks and dates, an order's discount, shipping charges.

Rules without database or clock. Unit prices are decimals of a base unit, amounts minor units of one currency without tax, days
the order's own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.money import part_of

FREE_KINDS = frozenset({"sample", "replenishment"})
"""Kinds of order whose goods cost nothing, so that nobody waits for a payment."""
GIVEN, AS_SOLD, FREE, LIST, PRODUCT = "given", "as_sold", "free", "list", "product"
"""Where a price comes from: typed, that of the exchanged order, a kind that costs nothing, a price list, the product."""
TABLE, NONE = "table", "none"
"""Where carriage comes from besides `GIVEN`: the table of charges, or nowhere: it is free."""


@dataclass(frozen=True, slots=True)
class Break:
    """What one base unit costs on a list from a quantity on, between two days, both included; without a last day for good."""

    from_qty: int
    unit_price: Decimal
    valid_from: date
    valid_until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it is valid on a day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True)
class Charge:
    """What carriage costs from a net value of goods on; of one service or of all (None), to a country or to all ('')."""

    service_id: int | None
    country: str
    currency: str
    from_net: int
    charge: int


def break_for(breaks: Iterable[Break], qty: int, day: date) -> Break | None:
    """The price of a list for a quantity on a day: of the highest quantity that is reached, the one that began last.

    So a price for some days covers the one that it interrupts, and what it does not name stays as it was. None where the list
    has no price.
    """
    fitting = [one for one in breaks if one.from_qty <= qty and one.holds(day)]
    return max(fitting, key=lambda one: (one.from_qty, one.valid_from), default=None)


def next_break(breaks: Sequence[Break], qty: int, day: date, now: Decimal) -> Break | None:
    """The next quantity from which one base unit costs less than it does `now`; None where there is none."""
    for more in sorted({one.from_qty for one in breaks if one.from_qty > qty and one.holds(day)}):
        found = break_for(breaks, more, day)
        if found is not None and found.unit_price < now:
            return found
    return None


def price_for(
    breaks: Iterable[Break], qty: int, day: date, own: tuple[Decimal, str], currency: str
) -> tuple[Decimal, str] | None:
    """What one base unit costs and where that comes from: the customer's list, else the product itself.

    Args:
        breaks: Of the customer's list, if that is in the order's currency.
        qty: Base units of the line.
        day: Of the order.
        own: The product's price and its currency.
        currency: Of the order.

    Returns:
        None where nobody has a price in that currency.
    """
    listed = break_for(breaks, qty, day)
    if listed is not None:
        return listed.unit_price, LIST
    return (own[0], PRODUCT) if own[1] == currency else None


def allowances(lines: Sequence[tuple[int, Decimal]], discount: Decimal) -> tuple[int, ...]:
    """Share the discount of a whole order out over its lines, after their own discounts.

    The discount is one allowance a tax rate, a fraction of the sum of its lines, rounded once, half up (EN 16931 BG-20,
    BR-CO-11). A line's share is what that allowance grows by with it, in the order of the lines: so the shares of a rate add up
    to it exactly, none is more than its line, and each is within one minor unit of the line's own fraction.

    Args:
        lines: Net in minor units, zero or more, and tax rate of each.
        discount: A fraction from 0 to 1.
    """
    sums: dict[Decimal, int] = defaultdict(int)
    given: dict[Decimal, int] = defaultdict(int)
    shares = []
    for net, rate in lines:
        sums[rate] += net
        upto = part_of(sums[rate], discount)
        shares.append(upto - given[rate])
        given[rate] = upto
    return tuple(shares)


def charge_for(
    charges: Iterable[Charge], service_id: int | None, country: str, currency: str, net: int
) -> Charge | None:
    """The charge for goods of a net value: of the service before all services, to the country before all; then by value.

    None where the table says nothing: carriage is free.
    """
    fitting = [
        one
        for one in charges
        if one.service_id in (None, service_id)
        and one.country in ("", country)
        and one.currency == currency
        and one.from_net <= net
    ]
    return max(
        fitting, key=lambda one: (one.service_id is not None, one.country != "", one.from_net), default=None
    )
