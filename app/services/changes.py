"""Changing a confirmed order before it leaves: fewer or more of a line, another line, another address, carrier or day.

What lies in its bins is let go at once. What the warehouse is at work on is asked back: the order holds it no more, a picker puts
it back (`put_backs.py`), and the shipment waits for that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import BadInput, Conflict
from app.models import Address, Customer, PriceList, Product, PutBack
from app.services.context import use_case
from app.services.order_changes import RANK, end_if_over, restore_line, take_from_shipments
from app.services.order_entry import insert_lines
from app.services.order_prices import NewLine, Terms, price_lines
from app.services.order_rows import lines_of, lock_order, order_of_line, refresh_money, set_cancelled
from app.services.orders import OrderHeld
from app.services.reasons import check_reason
from app.services.reservation import InsufficientStock, reserve_shipment
from app.services.rows import must_find
from app.services.shipments import lock_lines_of, lock_shipments_of, make_shipment, own, record_events
from app.services.splitting import join_shipments

AT_WORK = ("released", "picking", "picked", "packing", "packed")
"""States of a shipment from which goods are asked back."""


@dataclass(frozen=True, slots=True)
class Reduced:
    """A line that holds less: `freed` pieces were let go, `asked` are asked back by `put_back_ids`; `total` in minor units."""

    order_line_id: int
    cancelled: int
    freed: int
    asked: int
    put_back_ids: tuple[int, ...]
    order_state: str
    total: int


@dataclass(frozen=True, slots=True)
class Added:
    """A line of a confirmed order that was added; `reserved` says whether its pieces are promised."""

    order_line_id: int
    position: int
    shipment_id: int
    reserved: bool
    total: int


@dataclass(frozen=True, slots=True)
class Raised:
    """A line that holds more: `restored` pieces that had been cancelled, and a new line for the rest (None: none was needed)."""

    order_line_id: int
    restored: int
    added: Added | None


_NEW = sa.insert(PutBack).returning(PutBack.id)
_ASKED = (
    sa.select(PutBack.shipment_line_id, sa.func.sum(PutBack.qty).label("qty"))
    .where(PutBack.shipment_id.in_(sa.bindparam("ids", expanding=True)), PutBack.state == "open")
    .group_by(PutBack.shipment_line_id)
)
_ONE = sa.select(PutBack.order_line_id).where(PutBack.id == sa.bindparam("put_back"))
_LOCKED = (
    sa.select(*PutBack.__table__.columns)
    .where(PutBack.id == sa.bindparam("put_back"))
    .with_for_update(key_share=True)
)
_LIST = (
    sa.select(PriceList.id, PriceList.name)
    .join(Customer, Customer.price_list_id == PriceList.id)
    .where(
        Customer.id == sa.bindparam("customer"),
        PriceList.active,
        PriceList.currency == sa.bindparam("currency"),
    )
)
_COUNTRY = sa.select(Address.country_code).where(Address.id == sa.bindparam("address"))


@use_case(Permission.ORDER_CANCEL, Permission.STOCK_RESERVE)
def reduce_line(tx: Transaction, order_line_id: int, down_to: int, reason: str) -> Reduced:
    """Let a line of a confirmed order hold less, at any time before its goods leave.

    Pieces in their bins go first: exactly what they had reserved and claimed is free again, and a pick list on which nothing was
    picked for them is called back. Only what is left is asked back. `restore_line` and `withdraw_put_back` take it back.

    Raises:
        BadInput: the line holds no more than that, or fewer than were shipped would remain.
        WrongReason: the reason is not one to cancel for.
        Conflict: the order is not confirmed.
        NotFound: there is no such line.
    """
    order = lock_order(tx, order_of_line(tx, order_line_id), ("confirmed",), "change a line")
    check_reason(tx, reason, "cancel")
    lines = {line.id: line for line in lines_of(tx, order.id)}
    line = lines[order_line_id]
    holds = line.qty - line.cancelled
    if not line.shipped <= down_to < holds:
        raise BadInput(
            f"The line holds {holds}, of which {line.shipped} shipped; {down_to} cannot remain.",
            hint="Enter what is to remain of the line.",
            order_line_id=order_line_id,
            down_to=down_to,
        )
    heads = {head.id: head for head in lock_shipments_of(tx, order.id)}
    all_lines = lock_lines_of(tx, list(heads))
    busy = {one.shipment_id for one in all_lines if one.picked}
    mine = [one for one in all_lines if one.order_line_id == order_line_id]
    quiet = [one for one in mine if heads[one.shipment_id].state in RANK and one.shipment_id not in busy]
    asked: dict[int, int] = {
        row.shipment_line_id: int(row.qty) for row in tx.execute(_ASKED, {"ids": list(heads)})
    }
    take = holds - down_to
    freed = min(take, sum(one.qty - asked.get(one.id, 0) for one in quiet))
    at_work = [one for one in mine if one not in quiet and heads[one.shipment_id].state in AT_WORK]
    wanted = _share(at_work, asked, take - freed)
    if freed:
        take_from_shipments(tx, order.id, order_line_id, freed)
    made = []
    for one, pieces in wanted:
        values = {"shipment_id": one.shipment_id, "shipment_line_id": one.id, "order_line_id": order_line_id}
        made.append(int(tx.execute(_NEW, values | {"qty": pieces, "reason": reason}).scalar_one()))
        tx.changed("put_back", made[-1])
        tx.changed("shipment", one.shipment_id)
        tx.changed("wave")
    set_cancelled(tx, {line.id: line.cancelled + take})
    total = refresh_money(tx, order)
    events: list[tuple[int | None, str, dict[str, object]]] = [
        (order.id, "line_cancelled", {"line": line.position, "pieces": take, "reason": reason})
    ]
    for one, pieces in wanted:
        facts = {"line": line.position, "pieces": pieces, "shipment": heads[one.shipment_id].number}
        events.append((order.id, "asked_back", facts))
    record_events(tx, events)
    state = order.state
    if not made and not asked:
        state = end_if_over(tx, order, lines, line, down_to, reason)
    return Reduced(line.id, line.cancelled + take, freed, take - freed, tuple(made), state, total)


def _share(lines: Sequence[Any], asked: dict[int, int], pieces: int) -> list[tuple[Any, int]]:
    """How many pieces are asked back of which shipment line: unpacked ones first.

    Raises:
        Conflict: they are nowhere any more; another desk was at work.
    """
    found: list[tuple[Any, int]] = []
    for one in sorted(lines, key=lambda one: (one.packed, one.id)):
        part = min(pieces, one.qty - one.shipped - asked.get(one.id, 0))
        if part > 0:
            found.append((one, part))
            pieces -= part
    if pieces:
        raise Conflict("The order changed meanwhile.", hint="Look at it again.", pieces=pieces)
    return found


@use_case(Permission.ORDER_CANCEL, Permission.STOCK_RESERVE)
def withdraw_put_back(tx: Transaction, put_back_id: int) -> int:
    """Want pieces after all that were asked back and are not put back yet; the order's total in minor units.

    Raises:
        Conflict: they are back in their bins already (restore the line), or it was withdrawn before.
        NotFound: there is no such request.
    """
    found = must_find(tx.execute(_ONE, {"put_back": put_back_id}).first(), "request", put_back_id)
    order = lock_order(tx, order_of_line(tx, found.order_line_id), ("confirmed",), "restore a line")
    row = tx.execute(_LOCKED, {"put_back": put_back_id}).one()
    if row.state != "open":
        raise Conflict(
            f"These pieces are {'back in their bins' if row.state == 'done' else 'not asked back any more'}.",
            hint="Let the line hold more again, if they are wanted.",
            put_back_id=put_back_id,
            state=row.state,
        )
    line = next(one for one in lines_of(tx, order.id) if one.id == row.order_line_id)
    tx.execute(sa.update(PutBack).where(PutBack.id == put_back_id).values(state="withdrawn"))
    set_cancelled(tx, {line.id: line.cancelled - row.qty})
    total = refresh_money(tx, order)
    tx.changed("put_back", put_back_id)
    tx.changed("shipment", row.shipment_id)
    tx.changed("wave")
    record_events(tx, [(order.id, "put_back_withdrawn", {"line": line.position, "pieces": row.qty})])
    return total


@use_case(Permission.ORDER_ENTER, Permission.ORDER_CONFIRM, Permission.STOCK_RESERVE, Permission.ORDER_CANCEL)
def add_order_line(tx: Transaction, order_id: int, wanted: NewLine) -> Added:
    """Add a line to a confirmed order, and promise its pieces where they are; `reduce_line` to 0 takes it back.

    They go with a shipment of the order that nobody picks yet, else by themselves.

    Raises:
        BadInput, ProductBlocked, NoPrice: as for a new order.
        Conflict: the order is not confirmed.
        NotFound: there is no such order.
    """
    order = lock_order(tx, order_id, ("confirmed",), "add a line")
    country = tx.execute(_COUNTRY, {"address": order.ship_address_id}).scalar_one_or_none() or ""
    listed = tx.execute(_LIST, {"customer": order.customer_id, "currency": order.currency}).first()
    terms = Terms(
        *(order.currency, country, order.ordered_on, order.kind, order.discount),
        *((listed.id, listed.name) if listed is not None else ()),
    )
    priced = price_lines(tx, (wanted,), terms)
    last = max((line.position for line in lines_of(tx, order_id)), default=0)
    (line_id,) = insert_lines(tx, order_id, priced, after=last)
    others = [head for head in lock_shipments_of(tx, order_id) if head.state in ("planned", "reserved")]
    (number,) = tx.numbers("SH")
    values = dict(order._mapping) | {"order_id": order_id}
    qty = priced[0].qty
    shipment_id, _ = make_shipment(tx, number, values, [own(line_id, priced[0].product_id, qty)])
    reserved = True
    try:
        reserve_shipment.inside(tx, shipment_id)
    except (InsufficientStock, OrderHeld):
        reserved = False
    state = "reserved" if reserved else "planned"
    same = [
        head
        for head in others
        if head.state == state
        and (head.warehouse_id, head.ship_address_id) == (order.warehouse_id, order.ship_address_id)
    ]
    if same:
        shipment_id = join_shipments.inside(tx, shipment_id, same[0].id).shipment_id
    total = refresh_money(tx, order)
    record_events(tx, [(order_id, "line_added", {"line": last + 1, "pieces": qty})])
    return Added(line_id, last + 1, shipment_id, reserved, total)


@use_case(Permission.ORDER_ENTER, Permission.ORDER_CONFIRM, Permission.STOCK_RESERVE, Permission.ORDER_CANCEL)
def raise_line(tx: Transaction, order_line_id: int, up_to: int) -> Raised:
    """Let a line of a confirmed order hold more.

    What was agreed stays as it is: beyond it the pieces get a line of their own at the same price.

    Raises:
        BadInput: the line holds that many already.
        Conflict, NotFound: as `add_order_line`.
    """
    order_id = order_of_line(tx, order_line_id)
    lock_order(tx, order_id, ("confirmed",), "change a line")
    line = next(one for one in lines_of(tx, order_id) if one.id == order_line_id)
    holds = line.qty - line.cancelled
    if up_to <= holds:
        raise BadInput(
            f"The line holds {holds} already.",
            hint="Enter more than that, or less to cancel pieces.",
            order_line_id=order_line_id,
            up_to=up_to,
        )
    asked = tx.execute(
        sa.select(sa.func.coalesce(sa.func.sum(PutBack.qty), 0)).where(
            PutBack.order_line_id == order_line_id, PutBack.state == "open"
        )
    ).scalar_one()
    if asked:
        raise Conflict(
            f"{asked} pieces of this line are asked back.",
            hint="Take that back first, or wait until they are put back.",
            order_line_id=order_line_id,
            asked=int(asked),
        )
    restored = min(up_to, line.qty) - holds
    if restored:
        restore_line.inside(tx, order_line_id, holds + restored)
    more = up_to - holds - restored
    added = None
    if more:
        wanted = NewLine(line.product_id, more, unit_price=line.unit_price, discount=line.discount)
        added = add_order_line.inside(tx, order_id, wanted)
    return Raised(order_line_id, restored, added)


_PRODUCT = sa.select(Product.id).where(Product.sku == sa.bindparam("sku"))


@use_case(Permission.ORDER_ENTER, Permission.ORDER_CONFIRM, Permission.STOCK_RESERVE, Permission.ORDER_CANCEL)
def add_article(tx: Transaction, order_id: int, sku: str, qty: int) -> Added:
    """Add a line by SKU, at the product's own price; see `add_order_line`.

    Raises:
        BadInput: no product has this SKU.
    """
    product_id = tx.execute(_PRODUCT, {"sku": sku.strip()}).scalar_one_or_none()
    if product_id is None:
        raise BadInput(
            f"There is no product {sku.strip() or 'without an SKU'}.",
            hint="Enter the SKU as it stands in the catalogue.",
            field="sku",
            value=sku,
        )
    return add_order_line.inside(tx, order_id, NewLine(product_id, qty))
