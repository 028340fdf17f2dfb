"""Paying returned goods back: the credit note, whose number has no gaps (directive 2006/112/EC, articles 219 and 226 (2))."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from app.database import Transaction
from app.domain.flow import RETURN
from app.domain.numbers import number
from app.domain.permissions import Permission
from app.errors import Conflict
from app.models import Credit, CreditLine, SalesOrder
from app.models.base import utc_now
from app.models.bulk import BulkInsert
from app.queries.credits import Back, reckon
from app.services.context import use_case
from app.services.events import record_event
from app.services.returns import lines_of, lock_return
from app.services.states import move_state


@dataclass(frozen=True, slots=True)
class Credited:
    """A credit note (CN-...): amounts in minor units of `currency`, without gaps in its numbers."""

    credit_id: int
    number: str
    currency: str
    net: int
    tax: int
    total: int


_ORDER = (
    sa.select(SalesOrder.currency, utc_now().label("now"))
    .where(SalesOrder.id == sa.bindparam("id"))
    .with_for_update(key_share=True)
)
_NEW = sa.insert(Credit).returning(Credit.id)
_NEW_LINES = BulkInsert(CreditLine, ("credit_id", "return_line_id", "order_line_id", "qty", "net"))


@use_case(Permission.RETURN_SETTLE)
def settle_return(tx: Transaction, return_id: int) -> Credited:
    """Pay back what was received and judged, as it was sold: partial credits of a line add up to its net exactly.

    Tax is computed per rate on the credit's sum, as on the order.

    Raises:
        Conflict: the return is not inspected (any more).
        TooMuchReturned: more would be paid back than was bought.
        NotFound: there is no such return.
    """
    found = lock_return(tx, return_id)
    order = tx.execute(_ORDER, {"id": found.order_id}).one()
    lines = [line for line in lines_of(tx, return_id).values() if line.inspected]
    if found.state != "inspected" or not lines:
        raise Conflict(
            f"Return {found.number} is {found.state}.",
            hint="It is paid back once everything that came was judged.",
            number=found.number,
            state=found.state,
        )
    back = [Back(line.id, line.order_line_id, line.inspected) for line in lines]
    sums = reckon(tx, back)
    move_state(tx, RETURN, [return_id], "settle")
    tx.changed("credit")
    code = number("CN", order.now.year, tx.gapless("CN"))
    values = {
        "number": code,
        "return_id": return_id,
        "order_id": found.order_id,
        "customer_id": found.customer_id,
        "currency": order.currency,
        "net": sums.net,
        "tax": sums.tax,
        "total": sums.total,
    }
    credit_id: int = tx.execute(_NEW, values).scalar_one()
    rows = [
        {
            "credit_id": credit_id,
            "return_line_id": one.return_line_id,
            "order_line_id": one.order_line_id,
            "qty": one.qty,
            "net": net,
        }
        for one, net in zip(back, sums.nets, strict=True)
    ]
    _NEW_LINES(tx, rows)
    record_event(tx, found.order_id, "credited", number=code, total=sums.total)
    return Credited(credit_id, code, order.currency, sums.net, sums.tax, sums.total)
