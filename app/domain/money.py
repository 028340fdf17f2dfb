"""Money as whole minor units, and how lines, taxes and totals of a commercial document are computed.

A line is rounded once, half up; tax is computed once per rate on the document's sum (EN 16931). No float
enters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, Inexact, InvalidOperation
from functools import cache
from operator import index
from types import MappingProxyType

from babel.numbers import list_currencies

from app.errors import BadInput

UNIT_PRICE_DECIMALS = 6

# Decimal places of ISO 4217 where they are not two. babel is not asked: its figures are those in daily use,
# which for some currencies differ (IQD, ALL, ...) and change with its versions, while stored minor units
# must keep their meaning.
_DIGITS = MappingProxyType(
    dict.fromkeys(("CLF", "UYW"), 4)
    | dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3)
    | dict.fromkeys(
        (
            *(
                "BIF",
                "CLP",
                "DJF",
                "GNF",
                "ISK",
                "JPY",
                "KMF",
                "KRW",
                "PYG",
                "RWF",
                "UGX",
                "UYI",
                "VND",
                "VUV",
            ),
            *("XAF", "XOF", "XPF"),
        ),
        0,
    )
)
# The bounds below keep every product within this precision, so that nothing is rounded but by `_round`.
_EXACT = Context(prec=120, traps=[Inexact, InvalidOperation])
_ROUNDING = Context(prec=120, rounding=ROUND_HALF_UP, traps=[InvalidOperation])
_HIGHEST_PRICE = Decimal(10) ** 12
_MOST_FRACTION_DIGITS = 28


class BadAmount(BadInput):
    """An amount, price, rate or currency that cannot be computed with."""

    code = "money.invalid"


class MixedCurrencies(BadAmount):
    """Amounts of two currencies were to be added or compared."""

    code = "money.mixed"

    def __init__(self, one: str, other: str) -> None:
        super().__init__(
            f"{one} and {other} cannot be added or compared.",
            hint="Convert one of them first, or keep the documents apart.",
            one=one,
            other=other,
        )


@cache
def digits(currency: str) -> int:
    """Tell how many decimal places a currency has: JPY 0, EUR 2, KWD 3 (ISO 4217).

    Raises:
        BadAmount: there is no such currency.
    """
    if currency not in list_currencies():
        raise BadAmount(
            f"{currency!r} is not a currency.",
            hint="Use the three capitals of ISO 4217, such as EUR.",
            value=currency,
        )
    return _DIGITS.get(currency, 2)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole minor units (cents, or whole yen) of one currency.

    Raises:
        BadAmount: there is no such currency.
        MixedCurrencies: by the operators, where the other amount is of another currency.
    """

    minor: int
    currency: str

    def __post_init__(self) -> None:
        digits(self.currency)

    def __add__(self, other: Money) -> Money:
        return Money(self.minor + self._minor_of(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.minor - self._minor_of(other), self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __mul__(self, times: int) -> Money:
        # A fraction of an amount needs a rounding rule, so only whole multiples are offered.
        return Money(self.minor * index(times), self.currency)

    __rmul__ = __mul__

    def __lt__(self, other: Money) -> bool:
        return self.minor < self._minor_of(other)

    def __le__(self, other: Money) -> bool:
        return self.minor <= self._minor_of(other)

    def __gt__(self, other: Money) -> bool:
        return self.minor > self._minor_of(other)

    def __ge__(self, other: Money) -> bool:
        return self.minor >= self._minor_of(other)

    def __bool__(self) -> bool:
        return self.minor != 0

    def __str__(self) -> str:
        return f"{to_decimal_string(self.minor, self.currency)} {self.currency}"

    def _minor_of(self, other: Money) -> int:
        if self.currency != other.currency:
            raise MixedCurrencies(self.currency, other.currency)
        return other.minor


def total(amounts: Iterable[Money], currency: str) -> Money:
    """Add amounts up; without any, zero of the currency.

    Raises:
        MixedCurrencies: an amount is of another currency.
        BadAmount: there is no such currency.
    """
    return sum(amounts, start=Money(0, currency))


def to_decimal_string(minor: int, currency: str) -> str:
    """Write minor units for files and machines: "1234.50", "-0.05", "1234" for yen; never grouped.

    Raises:
        BadAmount: there is no such currency.
    """
    places = digits(currency)
    sign, whole = ("-" if minor < 0 else ""), abs(minor)
    if not places:
        return f"{sign}{whole}"
    units, rest = divmod(whole, 10**places)
    return f"{sign}{units}.{rest:0{places}d}"


def minor_of(amount: Decimal, currency: str) -> int:
    """Turn an exact amount into minor units.

    Raises:
        BadAmount: the amount is not a number, is beyond 12 digits, or has more decimals than the currency.
    """
    _check_number(amount, "amount")
    scaled = _EXACT.scaleb(amount, digits(currency))
    if scaled != scaled.to_integral_value():
        raise BadAmount(
            f"{amount} has more decimals than {currency} has.",
            hint=f"{currency} has {digits(currency)} decimals.",
            value=str(amount),
            currency=currency,
        )
    return int(scaled)


def line_net(qty: int, unit_price: Decimal, discount: Decimal = Decimal(0), *, currency: str) -> int:
    """Compute what a line costs without tax, in minor units.

    It is quantity x price x (1 - discount), rounded once, half up. Half up means away from zero, so that a
    line and its credit cancel out. The discount shown on an invoice (BT-136) is `gross` less this, both
    rounded, so that EN 16931's sums hold to the cent.

    Args:
        qty: Base units; negative to take back.
        unit_price: Price of one base unit, up to six decimals, zero or more (EN 16931 BR-27).
        discount: A fraction from 0 to 1: 0.15 takes 15 % off.
        currency: ISO 4217 code, for the decimals.

    Raises:
        BadAmount: a price below zero, beyond 12 digits or finer than six decimals; a discount outside 0 to 1.
    """
    _check_number(unit_price, "unit price")
    if unit_price < 0 or unit_price != round(unit_price, UNIT_PRICE_DECIMALS):
        raise BadAmount(
            f"{unit_price} cannot be a unit price.",
            hint=f"A price is zero or more, with at most {UNIT_PRICE_DECIMALS} decimals.",
            value=str(unit_price),
        )
    _check_fraction(discount, "discount")
    price = _EXACT.multiply(unit_price, _EXACT.subtract(Decimal(1), discount))
    return _round(_EXACT.multiply(Decimal(qty), price), currency)


def gross(qty: int, unit_price: Decimal, *, currency: str) -> int:
    """Compute what a line would cost without discount and tax, in minor units; rounded as `line_net`.

    Raises:
        BadAmount: see `line_net`.
    """
    return line_net(qty, unit_price, currency=currency)


def part_of(minor: int, fraction: Decimal) -> int:
    """Compute a fraction of an amount in minor units, rounded once, half up.

    Raises:
        BadAmount: the fraction is outside 0 to 1.
    """
    _check_fraction(fraction, "discount")
    return _to_int(_EXACT.multiply(Decimal(minor), fraction))


@dataclass(frozen=True, slots=True)
class TaxSum:
    """The tax of one rate on a document: `rate` a fraction (0.2 is 20 %), base and tax in minor units."""

    rate: Decimal
    base_minor: int
    tax_minor: int


@dataclass(frozen=True, slots=True)
class DocumentTotal:
    """The sums at the foot of a document, in minor units (EN 16931 BR-CO-13 to BR-CO-15)."""

    net_minor: int
    taxes: tuple[TaxSum, ...]

    @property
    def tax_minor(self) -> int:
        """All taxes together."""
        return sum(tax.tax_minor for tax in self.taxes)

    @property
    def total_minor(self) -> int:
        """What is to be paid: net and taxes."""
        return self.net_minor + self.tax_minor


def tax_by_rate(lines: Iterable[tuple[int, Decimal]]) -> tuple[TaxSum, ...]:
    """Compute the tax of each rate on the sum of its lines, rounded once, half up (EN 16931 BR-CO-17).

    Args:
        lines: Net in minor units and rate as a fraction of each line; freight and charges are lines, too.

    Returns:
        One sum a rate, lowest rate first; a rate of zero is listed, since the paper has to show it.

    Raises:
        BadAmount: a rate outside 0 to 1.
    """
    bases: dict[Decimal, int] = defaultdict(int)  # 0.2 and 0.20 are equal and hash alike
    for net_minor, rate in lines:
        _check_fraction(rate, "tax rate")
        bases[rate] += net_minor
    return tuple(
        TaxSum(rate, base, _to_int(_EXACT.multiply(Decimal(base), rate)))
        for rate, base in sorted(bases.items())
    )


def document_total(lines: Iterable[tuple[int, Decimal]]) -> DocumentTotal:
    """Sum a document up: net, tax of each rate, amount to pay.

    Args:
        lines: Net in minor units and rate as a fraction of each line, freight and charges included.

    Raises:
        BadAmount: a rate outside 0 to 1.
    """
    taxes = tax_by_rate(lines)
    return DocumentTotal(sum(tax.base_minor for tax in taxes), taxes)


def _round(amount: Decimal, currency: str) -> int:
    return _to_int(_EXACT.scaleb(amount, digits(currency)))


def _to_int(amount: Decimal) -> int:
    return int(_ROUNDING.quantize(amount, Decimal(1)))


def _check_number(value: Decimal, what: str) -> None:
    if not value.is_finite() or abs(value) >= _HIGHEST_PRICE:
        raise BadAmount(f"The {what} {value} is not a number of at most 12 digits.", value=str(value))
    _check_length(value, what)


def _check_fraction(value: Decimal, what: str) -> None:
    if not value.is_finite() or not 0 <= value <= 1:
        raise BadAmount(
            f"The {what} {value} is not between 0 and 1.",
            hint="Write 15 % as 0.15.",
            value=str(value),
        )
    _check_length(value, what)


def _check_length(value: Decimal, what: str) -> None:
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -_MOST_FRACTION_DIGITS:
        raise BadAmount(f"The {what} has more than {_MOST_FRACTION_DIGITS} decimals.", value=str(value))
