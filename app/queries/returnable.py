"""What a customer may send back: shipped lines of an order, less what is announced already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.domain.text import fold
from app.models import Customer, OrderLine, Product, ReasonCode, ReturnLine, ReturnOrder, SalesOrder


@dataclass(frozen=True, slots=True)
class ShippedOrder:
    """An order of which something was shipped."""

    id: int
    number: str
    customer: str
    ordered_on: date


@dataclass(frozen=True, slots=True)
class ShippedLine:
    """A line of it: base units shipped, announced on returns before, and still possible."""

    order_line_id: int
    product_id: int
    sku: str
    name: str
    shipped: int
    announced: int

    @property
    def possible(self) -> int:
        """How many may be announced now."""
        return self.shipped - self.announced


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason of the list, in both languages."""

    code: str
    label_en: str
    label_fr: str


MOST_ORDERS = 30
ANNOUNCED = (
    sa.select(
        ReturnLine.order_line_id,
        sa.func.sum(
            sa.case((ReturnOrder.state == "settled", ReturnLine.received), else_=ReturnLine.qty)
        ).label("qty"),
    )
    .join(ReturnOrder, ReturnOrder.id == ReturnLine.return_id)
    .where(
        ReturnLine.order_line_id.in_(sa.bindparam("ids", expanding=True)),
        ReturnOrder.state.not_in(("refused", "cancelled")),
    )
    .group_by(ReturnLine.order_line_id)
)
"""Base units of order lines (`ids`) that returns hold already: what came of settled ones, what was announced of the others."""
_SHIPPED = sa.exists().where(OrderLine.order_id == SalesOrder.id, OrderLine.shipped > 0)
_ORDERS = (
    sa.select(SalesOrder.id, SalesOrder.number, Customer.name, SalesOrder.ordered_on)
    .join(Customer, Customer.id == SalesOrder.customer_id)
    .where(_SHIPPED)
    .order_by(SalesOrder.id.desc())
    .limit(MOST_ORDERS)
)
_LINES = (
    sa.select(OrderLine.id, OrderLine.product_id, Product.sku, Product.name, OrderLine.shipped)
    .join(Product, Product.id == OrderLine.product_id)
    .where(OrderLine.order_id == sa.bindparam("order"), OrderLine.shipped > 0)
    .order_by(OrderLine.position)
)
_REASONS = (
    sa.select(ReasonCode.code, ReasonCode.label_en, ReasonCode.label_fr)
    .where(ReasonCode.kind == sa.bindparam("kind"), ReasonCode.active)
    .order_by(ReasonCode.code)
)


def shipped_orders(connection: Connection, text: str) -> tuple[ShippedOrder, ...]:
    """Orders of which something was shipped, by number or words of the customer's name, the newest first."""
    exact = connection.execute(_ORDERS.where(SalesOrder.number == text.strip().upper())).all()
    words = fold(text).split()
    if not exact and words:
        named = [Customer.search_text.contains(word, autoescape=True) for word in words]
        exact = connection.execute(_ORDERS.where(*named)).all()
    return tuple(ShippedOrder(*row) for row in exact)


def shipped_order(connection: Connection, order_id: int) -> ShippedOrder | None:
    """One of them by its id."""
    row = connection.execute(_ORDERS.where(SalesOrder.id == order_id)).first()
    return ShippedOrder(*row) if row is not None else None


def shipped_lines(connection: Connection, order_id: int) -> tuple[ShippedLine, ...]:
    """The lines of an order that were shipped."""
    rows = connection.execute(_LINES, {"order": order_id}).all()
    if not rows:
        return ()
    ids = {"ids": [row.id for row in rows]}
    announced = {row.order_line_id: int(row.qty) for row in connection.execute(ANNOUNCED, ids)}
    return tuple(ShippedLine(*row, announced.get(row.id, 0)) for row in rows)


def reasons(connection: Connection, kind: str) -> tuple[Reason, ...]:
    """The reasons of a kind ('adjust', 'short', 'return', ...) that may be given now."""
    return tuple(Reason(*row) for row in connection.execute(_REASONS, {"kind": kind}))
