"""Changing a draft: what was kept on the telephone is typed again, as long as nothing of it is promised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import BadInput
from app.models import Address, OrderLine, SalesOrder
from app.services.context import use_case
from app.services.editing import changed_meanwhile
from app.services.order_entry import Entered, NewOrder, checked_head, head_values, insert_lines, priced
from app.services.order_prices import PricedLine
from app.services.order_rows import lines_of, lock_order
from app.services.order_settling import settle_order
from app.services.order_terms import EXCHANGE, terms_of
from app.services.parties import save_address
from app.services.shipments import record_events


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft as it was read: which order, and its `version` then."""

    order_id: int
    version: int


_COUNTRY = sa.select(Address.country_code).where(Address.id == sa.bindparam("address"))
_HEAD = sa.update(SalesOrder).where(SalesOrder.id == sa.bindparam("order"))
_WRITTEN = ("qty", "cancelled", "unit_price", "discount", "tax_rate", "gross", "net", "allowance")
_LINE = (
    sa.update(OrderLine)
    .where(OrderLine.id == sa.bindparam("line"))
    .values({name: sa.bindparam(f"new_{name}") for name in _WRITTEN})
)


@use_case(Permission.ORDER_ENTER)
def revise_order(tx: Transaction, kept: Kept, order: NewOrder) -> Entered:
    """Put what was typed in the place of a draft's head and lines; nothing is promised yet.

    Number, channel, warehouse and the day of the order stay, and the priority where it is None. Currency, language and
    addresses stay as long as the customer does, unless an address is given, and so do kind and discount where they are None;
    another customer brings their own. A line of a product that the draft holds is changed, other products are added, and what is
    no longer wanted is cancelled: so the lines of earlier shipments still say what they were for.

    Raises:
        Conflict: another desk changed the order since it was read, or it is no draft any more.
        BadInput: it is for another warehouse; and all that `enter_order` refuses.
    """
    draft = lock_order(tx, kept.order_id, ("draft",), "change")
    if draft.version != kept.version:
        raise changed_meanwhile(draft.number)
    if order.warehouse_id != draft.warehouse_id:
        raise BadInput(
            f"Order {draft.number} stays in its warehouse.",
            hint="Cancel it, and enter it in the other one.",
            order=draft.number,
            warehouse_id=order.warehouse_id,
        )
    head = checked_head(tx, order)
    theirs = draft if order.customer_id == draft.customer_id else head
    order = _as_before(order, draft)
    currency = order.currency or theirs.currency
    ship = save_address(tx, order.ship_address) if order.ship_address else theirs.ship_address_id
    country = tx.execute(_COUNTRY, {"address": ship}).scalar_one_or_none() or ""
    terms = terms_of(tx, order, head, currency, country, draft.ordered_on)
    lines, sums = priced(tx, order, terms)
    values = {
        "priority": draft.priority if order.priority is None else order.priority,
        "currency": currency,
        "language": order.language or theirs.language,
        "ship_address_id": ship,
        "bill_address_id": save_address(tx, order.bill_address)
        if order.bill_address
        else theirs.bill_address_id,
        **head_values(order, head, terms, sums),
    }
    tx.execute(_HEAD.values(version=SalesOrder.version + 1, **values), {"order": kept.order_id})
    tx.changed("sales_order", kept.order_id)
    line_ids, changes = _write_lines(tx, kept.order_id, lines)
    record_events(tx, [(kept.order_id, "revised", {"total": sums.total, "lines": changes})])
    settle_order(tx, kept.order_id)
    return Entered(kept.order_id, draft.number, line_ids, sums.total, currency, kept.version + 1)


def _as_before(order: NewOrder, draft: Any) -> NewOrder:
    """The order with kind and discount of the draft where nothing else was said and the customer is the same."""
    if order.customer_id != draft.customer_id:
        return order
    kind = order.kind or draft.kind
    exchanged = draft.exchange_of_id if kind == EXCHANGE and order.kind is None else None
    return replace(
        order,
        kind=kind,
        exchange_of_id=order.exchange_of_id or exchanged,
        discount=draft.discount if order.discount is None and kind == draft.kind else order.discount,
    )


def _write_lines(
    tx: Transaction, order_id: int, priced: Sequence[PricedLine]
) -> tuple[tuple[int, ...], list[dict[str, object]]]:
    """Make the lines of a draft what was typed: their ids in that order, and each change for the timeline."""
    left = lines_of(tx, order_id)
    last = max((line.position for line in left), default=0)
    written: list[dict[str, object]] = []
    changes: list[dict[str, object]] = []
    ids: list[int | None] = []
    new: list[PricedLine] = []
    for wanted in priced:
        line = _first_of(left, wanted.product_id)
        if line is None:
            new.append(wanted)
            ids.append(None)
            changes.append(_change(last + len(new), (0, wanted.qty), wanted))
            continue
        left.remove(line)
        ids.append(line.id)
        was = line.qty - line.cancelled
        same = was == wanted.qty
        values = {
            "qty": line.qty if same else wanted.qty,
            "cancelled": line.cancelled if same else 0,
            **{name: getattr(wanted, name) for name in _WRITTEN[2:]},
        }
        if any(values[name] != getattr(line, name) for name in _WRITTEN):
            written.append(_row(line, values))
            changes.append(_change(line.position, (was, wanted.qty), wanted))
    for line in left:
        if line.cancelled < line.qty:
            kept = {name: getattr(line, name) for name in _WRITTEN}
            written.append(_row(line, kept | {"cancelled": line.qty, "gross": 0, "net": 0, "allowance": 0}))
            changes.append({"line": line.position, "qty": [line.qty - line.cancelled, 0]})
    if written:
        tx.execute(_LINE, written)
    made = iter(insert_lines(tx, order_id, new, after=last))
    return tuple(next(made) if one is None else one for one in ids), changes


def _first_of(lines: Sequence[Any], product_id: int) -> Any:
    """The line that holds a product; one that was cancelled whole only where no other does."""
    mine = [line for line in lines if line.product_id == product_id]
    return min(mine, key=lambda line: (line.cancelled == line.qty, line.position), default=None)


def _row(line: Any, values: dict[str, Any]) -> dict[str, object]:
    return {"line": line.id, **{f"new_{name}": value for name, value in values.items()}}


def _change(position: int, qty: tuple[int, int], wanted: PricedLine) -> dict[str, object]:
    return {
        "line": position,
        "qty": list(qty),
        "price": str(wanted.unit_price),
        "discount": str(wanted.discount),
    }
