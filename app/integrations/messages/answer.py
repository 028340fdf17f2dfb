"""What an answer to an order says, whatever the format: which lines are taken, how many, at which price, for which day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from app.errors import Refused
from app.integrations.messages.content import Party

Verdict = Literal["accepted", "changed", "rejected"]


class NotAnswerable(Refused):
    """An order cannot be answered in a format: something is missing that it needs."""

    code = "answer.missing"

    def __init__(self, missing: str, name: str) -> None:
        super().__init__(
            f"The answer to order {name} needs {missing}.",
            hint="Enter it, then try again.",
            missing=missing,
            name=name,
        )


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """A line of the customer's order and what becomes of it.

    Attributes:
        number: As the customer numbered it.
        ordered, accepted: In `unit` (UN/ECE recommendation 20), as the customer ordered.
        price: Of one `unit` without tax, after the line's discount, as it was agreed; None where nothing is taken.
        asked_price: As the customer gave it; None where they gave none.
        promised_on: Where it is another day than that of the whole.
    """

    number: str
    ordered: Decimal
    accepted: Decimal
    unit: str = "C62"
    sku: str = ""
    gtin: str = ""
    article: str = ""
    name: str = ""
    price: Decimal | None = None
    asked_price: Decimal | None = None
    promised_on: date | None = None

    @property
    def verdict(self) -> Verdict:
        """Whether it is taken as it was ordered, otherwise, or not at all."""
        if self.accepted <= 0:
            return "rejected"
        same_price = self.asked_price is None or self.price is None or self.price == self.asked_price
        return "accepted" if self.accepted == self.ordered and same_price else "changed"


@dataclass(frozen=True, slots=True)
class OrderAnswer:
    """The answer to an order of a customer.

    Attributes:
        number: Of the answer itself.
        order: Our number of the order; '' where it never became one.
        reference: The customer's number of it, and `ordered_on` its day.
        promised_on: The day for which all is promised; None where nothing is taken.
        asked_on: The day that the customer asked for.
        note: Why, where something is not taken.
        control: The reference of the interchange, another one each time.
        facts: What the customer's message said that the answer repeats: addresses of their network.
    """

    number: str
    order: str
    reference: str
    made_at: datetime
    supplier: Party
    buyer: Party
    ship_to: Party
    lines: tuple[AnswerLine, ...]
    currency: str = "EUR"
    ordered_on: date | None = None
    promised_on: date | None = None
    asked_on: date | None = None
    note: str = ""
    control: str = "1"
    facts: dict[str, str] = field(default_factory=dict)

    @property
    def verdict(self) -> Verdict:
        """Whether the order is taken as it was sent, with changes, or not at all."""
        verdicts = {line.verdict for line in self.lines}
        if not verdicts or verdicts == {"rejected"}:
            return "rejected"
        if verdicts == {"accepted"} and not (
            self.asked_on and self.promised_on and self.promised_on > self.asked_on
        ):
            return "accepted"
        return "changed"


def plain(number: Decimal) -> str:
    """A number as messages write it: 12.5, no zeros behind."""
    return format(number.normalize(), "f")
