"""Money of imported lines in whole numbers, fast; equal to `domain.money` to the last unit, which a test holds it to."""

from __future__ import annotations

from app.domain import money
from app.services.importing.payloads import MICRO

MOST_MONEY = 10**17
"""Minor units of an order; sums stay well within 64 bits."""


def line_amounts(qty: int, price: int, discount: int, currency: str) -> tuple[int, int]:
    """Gross and net of a line in minor units, each rounded once, half up (`money.gross`, `money.line_net`).

    Args:
        qty: Base units, zero or more.
        price: Of one base unit, in millionths of the currency's main unit.
        discount: Fraction in millionths.
        currency: ISO 4217.
    """
    scale = 10 ** money.digits(currency)
    gross = (2 * qty * price * scale + MICRO) // (2 * MICRO)
    net = (2 * qty * price * scale * (MICRO - discount) + MICRO * MICRO) // (2 * MICRO * MICRO)
    return gross, net
