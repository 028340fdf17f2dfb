"""What returned goods give back, as they were sold: for the credit note, and for a look at it beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.domain import money
from app.domain.grading import credit_amount
from app.models import CreditLine, OrderLine


@dataclass(frozen=True, slots=True)
class Back:
    """So many base units of an order line that came back on a line of a return."""

    return_line_id: int
    order_line_id: int
    qty: int


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What they give back, in minor units: `nets` in the order asked for, tax per rate on their sum."""

    nets: tuple[int, ...]
    net: int
    tax: int

    @property
    def total(self) -> int:
        """What the customer gets."""
        return self.net + self.tax


_ORDER_LINES = sa.select(
    OrderLine.id,
    (OrderLine.qty - OrderLine.cancelled).label("qty"),
    (OrderLine.net - OrderLine.allowance).label("net"),
    OrderLine.tax_rate,
).where(OrderLine.id.in_(sa.bindparam("ids", expanding=True)))
_BEFORE = (
    sa.select(
        CreditLine.order_line_id,
        sa.func.sum(CreditLine.qty).label("qty"),
        sa.func.sum(CreditLine.net).label("net"),
    )
    .where(CreditLine.order_line_id.in_(sa.bindparam("ids", expanding=True)))
    .group_by(CreditLine.order_line_id)
)


def reckon(connection: Connection | Transaction, lines: Sequence[Back]) -> Reckoned:
    """What lines give back; partial credits of an order line add up exactly to what it cost after the order's discount.

    Raises:
        TooMuchReturned: more would be paid back than was bought.
    """
    if not lines:
        return Reckoned((), 0, 0)
    ids = {"ids": sorted({line.order_line_id for line in lines})}
    sold = {row.id: row for row in connection.execute(_ORDER_LINES, ids).all()}
    before = {
        row.order_line_id: (int(row.qty), int(row.net)) for row in connection.execute(_BEFORE, ids).all()
    }
    nets = []
    for line in lines:
        price = sold[line.order_line_id]
        qty, paid = before.get(line.order_line_id, (0, 0))
        net = credit_amount(price.net, price.qty, line.qty, qty, paid)
        before[line.order_line_id] = (qty + line.qty, paid + net)
        nets.append(net)
    sums = money.document_total(
        [(net, sold[line.order_line_id].tax_rate) for net, line in zip(nets, lines, strict=True)]
    )
    return Reckoned(tuple(nets), sums.net_minor, sum(one.tax_minor for one in sums.taxes))
