"""An order and its lines as several services need them: locked, with the money recomputed, closed when nothing is left open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain import money
from app.domain.flow import ORDER
from app.domain.pricing import allowances
from app.errors import Conflict
from app.models import Customer, OrderLine, SalesOrder
from app.services.order_prices import sum_up
from app.services.rows import must_find
from app.services.shipments import record_events
from app.services.states import move_state

_LOCKED = (
    sa.select(
        *SalesOrder.__table__.columns,
        Customer.status.label("customer_status"),
        Customer.code.label("customer_code"),
        Customer.order_answer,
    )
    .join(Customer, Customer.id == SalesOrder.customer_id)
    .where(SalesOrder.id == sa.bindparam("id"))
    .with_for_update(of=SalesOrder, key_share=True)
)
_LINES = (
    sa.select(*OrderLine.__table__.columns)
    .where(OrderLine.order_id == sa.bindparam("order"))
    .order_by(OrderLine.position)
)
_ORDER_OF = sa.select(OrderLine.order_id).where(OrderLine.id == sa.bindparam("line"))
_CANCELLED = (
    sa.update(OrderLine).where(OrderLine.id == sa.bindparam("line")).values(cancelled=sa.bindparam("pieces"))
)
_LINE_MONEY = (
    sa.update(OrderLine)
    .where(OrderLine.id == sa.bindparam("line"))
    .values(
        gross=sa.bindparam("new_gross"),
        net=sa.bindparam("new_net"),
        allowance=sa.bindparam("new_allowance"),
    )
)
_ORDER_MONEY = (
    sa.update(SalesOrder)
    .where(SalesOrder.id == sa.bindparam("order"))
    .values(
        gross=sa.bindparam("new_gross"),
        net=sa.bindparam("new_net"),
        tax=sa.bindparam("new_tax"),
        total=sa.bindparam("new_total"),
        version=SalesOrder.version + 1,
    )
)
_DONE = sa.select(SalesOrder.id).where(
    SalesOrder.id.in_(sa.bindparam("ids", expanding=True)),
    SalesOrder.state == "confirmed",
    ~sa.exists().where(
        OrderLine.order_id == SalesOrder.id, OrderLine.cancelled + OrderLine.shipped < OrderLine.qty
    ),
    sa.exists().where(OrderLine.order_id == SalesOrder.id, OrderLine.shipped > 0),
)
_OPENED = sa.select(SalesOrder.id).where(
    SalesOrder.id.in_(sa.bindparam("ids", expanding=True)),
    SalesOrder.state == "closed",
    sa.exists().where(
        OrderLine.order_id == SalesOrder.id, OrderLine.cancelled + OrderLine.shipped < OrderLine.qty
    ),
)


def lock_order(tx: Transaction, order_id: int, states: tuple[str, ...], verb: str) -> Any:
    """An order in one of these states, locked, with its customer's `customer_status` and `customer_code`.

    Raises:
        NotFound: there is no such order.
        Conflict: it is in another state.
    """
    order = must_find(tx.execute(_LOCKED, {"id": order_id}).first(), "order", order_id)
    if order.state not in states:
        raise Conflict(
            f"Order {order.number} is {order.state}; to {verb} it must be {' or '.join(states)}.",
            hint="Look at it again; another desk may have been first.",
            order=order.number,
            state=order.state,
            verb=verb,
        )
    return order


def lines_of(tx: Transaction, order_id: int) -> list[Any]:
    """The lines of an order by position; stable while the order is locked, but for what the ledger counts."""
    return list(tx.execute(_LINES, {"order": order_id}).all())


def order_of_line(tx: Transaction, order_line_id: int) -> int:
    """The order to which a line belongs.

    Raises:
        NotFound: there is no such line.
    """
    row = must_find(tx.execute(_ORDER_OF, {"line": order_line_id}).first(), "order line", order_line_id)
    return int(row.order_id)


def set_cancelled(tx: Transaction, cancelled: Mapping[int, int]) -> None:
    """Write how much of each order line is cancelled, by line id."""
    if cancelled:
        tx.execute(_CANCELLED, [{"line": line, "pieces": qty} for line, qty in sorted(cancelled.items())])


def refresh_money(tx: Transaction, order: Any) -> int:
    """Recompute lines and order for what is not cancelled; the new total in minor units."""
    lines = lines_of(tx, order.id)
    priced = {}
    for line in lines:
        qty, price = line.qty - line.cancelled, line.unit_price
        gross = money.gross(qty, price, currency=order.currency)
        priced[line.id] = (gross, money.line_net(qty, price, line.discount, currency=order.currency))
    shares = allowances([(priced[line.id][1], line.tax_rate) for line in lines], order.discount)
    tx.execute(
        _LINE_MONEY,
        [
            {"line": key, "new_gross": gross, "new_net": net, "new_allowance": share}
            for (key, (gross, net)), share in zip(priced.items(), shares, strict=True)
        ],
    )
    kept = [line for line in lines if line.cancelled < line.qty] or lines
    figures = [(*priced[line.id], line.tax_rate) for line in kept]
    sums = sum_up(figures, order.freight, order.discount)
    tx.execute(
        _ORDER_MONEY,
        {
            "order": order.id,
            "new_gross": sums.gross,
            "new_net": sums.net,
            "new_tax": sums.tax,
            "new_total": sums.total,
        },
    )
    return sums.total


def close_finished(tx: Transaction, order_ids: Iterable[int], verb: str = "close") -> tuple[int, ...]:
    """Close those confirmed orders of which every piece is shipped or cancelled, and some shipped; their ids.

    Call it after shipping ('close') or after cancelling the rest ('settle').
    """
    ids = sorted(set(order_ids))
    done = tuple(tx.execute(_DONE, {"ids": ids}).scalars()) if ids else ()
    move_state(tx, ORDER, done, verb)
    record_events(tx, [(order_id, "closed", {}) for order_id in done])
    return done


def reopen_unfinished(tx: Transaction, order_ids: Iterable[int], verb: str = "reopen") -> tuple[int, ...]:
    """Open closed orders again of which pieces are neither shipped nor cancelled any more; their ids.

    Call it after a shipment was taken back ('reopen') or a cancellation undone ('unsettle').
    """
    ids = sorted(set(order_ids))
    opened = tuple(tx.execute(_OPENED, {"ids": ids}).scalars()) if ids else ()
    move_state(tx, ORDER, opened, verb)
    record_events(tx, [(order_id, "reopened", {}) for order_id in opened])
    return opened
