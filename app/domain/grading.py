"""Returned goods: what a grade means for them, and what the customer gets back."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType

from app.errors import Refused


class Grade(StrEnum):
    """How returned goods look to the inspector.

    A: as new, sealed or untouched. B: opened but complete and sound. C: damaged, soiled or incomplete, might
        be put
    right. D: beyond repair, or not fit to be sold again for hygiene or safety.
    """

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class Disposition(StrEnum):
    """What happens to returned goods: back on the shelf, set aside for a decision, or thrown away."""

    RESTOCK = "restock"
    QUARANTINE = "quarantine"
    SCRAP = "scrap"


_ALLOWED = MappingProxyType(
    {
        # The first is the default. Opened goods wait: whether they are sold as new is a decision, not a
        # habit.
        Grade.A: (Disposition.RESTOCK, Disposition.QUARANTINE, Disposition.SCRAP),
        Grade.B: (Disposition.QUARANTINE, Disposition.RESTOCK, Disposition.SCRAP),
        Grade.C: (Disposition.QUARANTINE, Disposition.SCRAP),
        Grade.D: (Disposition.SCRAP, Disposition.QUARANTINE),
    }
)


class TooMuchReturned(Refused):
    """More would be credited than the line had."""

    code = "return.too_much"

    def __init__(self, *, line_qty: int, credited_qty: int, qty: int) -> None:
        super().__init__(
            f"{qty} cannot be credited: the line had {line_qty}, {credited_qty} of them are credited already.",
            hint="Check the count, and whether the goods belong to another order.",
            line_qty=line_qty,
            credited_qty=credited_qty,
            qty=qty,
        )


def allowed_dispositions(grade: Grade, *, expired: bool = False) -> tuple[Disposition, ...]:
    """Give what may be done with goods of this grade, the default first.

    Damaged goods never go straight back on the shelf, nor do goods past their expiry, whatever their grade.
    """
    allowed = _ALLOWED[grade]
    if expired:
        return tuple(choice for choice in allowed if choice is not Disposition.RESTOCK)
    return allowed


def default_disposition(grade: Grade, *, expired: bool = False) -> Disposition:
    """Give what is proposed for goods of this grade: restock A, quarantine B and C, scrap D.

    Expired goods of grade A are proposed for quarantine, since they look saleable.
    """
    return allowed_dispositions(grade, expired=expired)[0]


def credit_amount(
    line_net_minor: int,
    line_qty: int,
    qty: int,
    credited_qty: int = 0,
    credited_minor: int = 0,
) -> int:
    """Compute what a partial return of a line gives back, in minor units without tax.

    Each credit brings the total credited to the share of what has come back, rounded half up. So the credits
    of a line, in whatever steps, add up to its net exactly, and each is within one minor unit of its share.
    Where earlier credits were more generous than the share, this one makes up for it but is never below zero.

    Args:
        line_net_minor: What the line cost, minor units, zero or more.
        line_qty: Base units the line had.
        qty: Base units credited now.
        credited_qty: Base units credited before.
        credited_minor: Minor units credited before.

    Raises:
        TooMuchReturned: with this, more units would be credited than the line had.
        ValueError: an argument is negative, or nothing is credited.
    """
    if qty < 1 or line_qty < 1 or min(line_net_minor, credited_qty, credited_minor) < 0:
        raise ValueError("a credit needs a positive quantity of a line, and no negative amounts")
    returned = credited_qty + qty
    if returned > line_qty:
        raise TooMuchReturned(line_qty=line_qty, credited_qty=credited_qty, qty=qty)
    share = (2 * line_net_minor * returned + line_qty) // (2 * line_qty)  # half up, in whole numbers
    return max(0, share - credited_minor)
