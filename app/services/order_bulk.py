"""What is changed of many orders at once: priority, days, carrier, tags; and a preview that says beforehand what will be refused.

Every order is a use case of its own (docs/adr/0028): what is refused holds up no other, and no desk waits for a hundred locks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import AppError, BadInput, Conflict
from app.models import (
    Carrier,
    CarrierService,
    Customer,
    OrderHold,
    OrderTag,
    SalesOrder,
    Shipment,
    Warehouse,
)
from app.models.base import utc_now
from app.queries.days import today
from app.services.context import Context, use_case
from app.services.editing import changed_meanwhile
from app.services.order_rows import lock_order
from app.services.orders import CustomerBlocked
from app.services.rows import free_text, local_day, must_find, text_field
from app.services.shipments import lock_shipments_of, record_events

KINDS = ("priority", "requested", "promised", "carrier", "hold", "let_go", "confirm", "tag", "untag")
"""What can be changed."""
COLUMNS = {
    "priority": "priority",
    "requested": "requested_on",
    "promised": "promised_on",
    "carrier": "carrier_service_id",
}
"""The kinds that write a column of the order."""
FOLLOWS = {"priority": "priority", "promised": "promised_on", "carrier": "carrier_service_id"}
"""The columns that the order's shipments have, too."""
OPEN = ("quote", "draft", "confirmed")
LEFT = ("shipped", "delivered", "cancelled")
WAITING = ("planned", "reserved")
LONGEST_TAG = 40
_FARTHEST = 1_000
"""Priorities lie between this below and above zero."""


@dataclass(frozen=True, slots=True)
class BulkChange:
    """What is to become of orders.

    Attributes:
        kind: One of `KINDS`.
        number: The priority, or the service's id (None: own delivery).
        day: The day wanted or promised, or the one until which they are held.
        text: The tag, or the reason to hold for.
        note: Of a hold.
    """

    kind: str
    number: int | None = None
    day: date | None = None
    text: str = ""
    note: str = ""

    @property
    def value(self) -> int | date | None:
        """What is written into the order's column."""
        return self.number if self.kind in ("priority", "carrier") else self.day


@dataclass(frozen=True, slots=True)
class ShipmentWas:
    """A shipment's value before it followed its order."""

    shipment_id: int
    number: int | None
    day: date | None


@dataclass(frozen=True, slots=True)
class Edited:
    """An order whose column was written, with what stood there and in its shipments; what `undo_edit` takes."""

    order_id: int
    order: str
    change: BulkChange
    number: int | None
    day: date | None
    shipments: tuple[ShipmentWas, ...]


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """What would become of an order: its value before, and why it will be refused; `same`: it is so already."""

    order_id: int
    number: str
    customer: str
    before: int | date | str | None
    same: bool
    refusal: AppError | None


_SERVICE = sa.select((Carrier.name + " " + CarrierService.name).label("name"), CarrierService.active).join(
    Carrier, Carrier.id == CarrierService.carrier_id
)
_ZONE = sa.select(Warehouse.time_zone, utc_now().label("now")).where(
    Warehouse.id == sa.bindparam("warehouse")
)
_TAG = sa.insert(OrderTag).values(order_id=sa.bindparam("order"), tag=sa.bindparam("word"))
_TAGGED = sa.select(OrderTag.tag).where(
    OrderTag.order_id == sa.bindparam("order"), OrderTag.tag == sa.bindparam("word")
)
_UNTAG = sa.delete(OrderTag).where(
    OrderTag.order_id == sa.bindparam("order"), OrderTag.tag == sa.bindparam("word")
)
_FACTS = (
    sa.select(
        *(SalesOrder.id, SalesOrder.number, SalesOrder.state, SalesOrder.priority, SalesOrder.requested_on),
        *(SalesOrder.promised_on, SalesOrder.carrier_service_id, Customer.name.label("customer")),
        *(Customer.status.label("customer_status"), Customer.code.label("customer_code")),
    )
    .join(Customer, Customer.id == SalesOrder.customer_id)
    .where(SalesOrder.id.in_(sa.bindparam("ids", expanding=True)))
)
_SHIPMENTS = (
    sa.select(Shipment.order_id, Shipment.number, Shipment.state)
    .where(Shipment.order_id.in_(sa.bindparam("ids", expanding=True)), Shipment.state != "cancelled")
    .order_by(Shipment.id)
)
_HOLDS = sa.select(OrderHold.order_id).where(
    OrderHold.order_id.in_(sa.bindparam("ids", expanding=True)), OrderHold.released_at.is_(None)
)
_TAGS = sa.select(OrderTag.order_id).where(
    OrderTag.order_id.in_(sa.bindparam("ids", expanding=True)), OrderTag.tag == sa.bindparam("word")
)


@use_case(Permission.ORDER_ENTER, Permission.ORDER_CONFIRM)
def edit_order(tx: Transaction, order_id: int, change: BulkChange) -> Edited:
    """Write priority, days or carrier of an open order; its shipments that have not left follow.

    Raises:
        BadInput: the value cannot be.
        Conflict: the order is closed or cancelled, or goods are on their way with the carrier it has.
        NotFound: there is no such order, or no such service.
    """
    order = lock_order(tx, order_id, OPEN, "change")
    zone = tx.execute(_ZONE, {"warehouse": order.warehouse_id}).one()
    check_value(tx, change, local_day(zone.now, zone.time_zone))
    heads = [head for head in lock_shipments_of(tx, order_id) if head.state not in LEFT]
    check_shipments(change, heads)
    column = COLUMNS[change.kind]
    before = getattr(order, column)
    follows = FOLLOWS.get(change.kind)
    was = []
    for head in heads if follows else ():
        value = getattr(head, follows or "")
        was.append(ShipmentWas(head.id, *_split(change.kind, value)))
        _write_shipment(tx, head.id, follows or "", change.value)
    _write_order(tx, order_id, column, change.value)
    facts = {"field": change.kind, "was": _plain(before), "now": _plain(change.value)}
    record_events(tx, [(order_id, "head_changed", facts)])
    return Edited(order_id, order.number, change, *_split(change.kind, before), tuple(was))


@use_case(Permission.ORDER_ENTER, Permission.ORDER_CONFIRM)
def undo_edit(tx: Transaction, edited: Edited) -> int:
    """Write back what `edit_order` changed; the order's id.

    Raises:
        Conflict: another desk changed the same meanwhile, or the order is closed or cancelled.
        NotFound: there is no such order.
    """
    kind, column = edited.change.kind, COLUMNS[edited.change.kind]
    order = lock_order(tx, edited.order_id, OPEN, "change")
    if getattr(order, column) != edited.change.value:
        raise changed_meanwhile(order.number)
    heads = {head.id: head for head in lock_shipments_of(tx, edited.order_id)}
    for one in edited.shipments:
        head, follows = heads.get(one.shipment_id), FOLLOWS[kind]
        if head is None or head.state in LEFT or getattr(head, follows) != edited.change.value:
            raise changed_meanwhile(order.number)
        _write_shipment(tx, one.shipment_id, follows, one.number if one.day is None else one.day)
    before = edited.number if edited.day is None else edited.day
    _write_order(tx, edited.order_id, column, before)
    facts = {"field": kind, "was": _plain(edited.change.value), "now": _plain(before)}
    record_events(tx, [(edited.order_id, "head_changed", facts)])
    return edited.order_id


@use_case(Permission.ORDER_ENTER)
def tag_order(tx: Transaction, order_id: int, tag: str) -> bool:
    """Put a word on an order to find it by; whether it was not there yet. `untag_order` undoes it.

    Raises:
        BadInput: it is no word for that.
        NotFound: there is no such order.
    """
    word = _word(tag)
    lock_order(tx, order_id, (*OPEN, "closed", "cancelled"), "tag")
    if tx.execute(_TAGGED, {"order": order_id, "word": word}).first() is not None:
        return False
    tx.execute(_TAG, {"order": order_id, "word": word})
    record_events(tx, [(order_id, "tagged", {"tag": word})])
    return True


@use_case(Permission.ORDER_ENTER)
def untag_order(tx: Transaction, order_id: int, tag: str) -> bool:
    """Take a word off an order; whether it was there. `tag_order` undoes it.

    Raises:
        BadInput: it is no word for that.
        NotFound: there is no such order.
    """
    word = _word(tag)
    lock_order(tx, order_id, (*OPEN, "closed", "cancelled"), "tag")
    if tx.execute(_UNTAG, {"order": order_id, "word": word}).rowcount == 0:
        return False
    record_events(tx, [(order_id, "untagged", {"tag": word})])
    return True


def preview(ctx: Context, order_ids: Sequence[int], change: BulkChange) -> tuple[PreviewLine, ...]:
    """What a change would do to each order, in the order given: read only, by the rules that the change itself keeps to.

    Raises:
        BadInput, NotFound: the value cannot be, for any order.
    """
    ids = list(order_ids)
    if not ids:
        return ()
    with ctx.reading() as connection:
        check_value(connection, change, today(connection))
        facts = {row.id: row for row in connection.execute(_FACTS, {"ids": ids})}
        shipments: dict[int, list[Any]] = defaultdict(list)
        if change.kind == "carrier":
            for row in connection.execute(_SHIPMENTS, {"ids": ids}):
                shipments[row.order_id].append(row)
        with_it: set[int] = set()
        if change.kind == "let_go":
            with_it = set(connection.execute(_HOLDS, {"ids": ids}).scalars())
        elif change.kind in ("tag", "untag"):
            with_it = set(connection.execute(_TAGS, {"ids": ids, "word": _word(change.text)}).scalars())
    return tuple(_line(facts[one], change, shipments[one], one in with_it) for one in ids if one in facts)


def _line(order: Any, change: BulkChange, shipments: Sequence[Any], has_it: bool) -> PreviewLine:
    refusal: AppError | None = None
    try:
        _check_order(order, change, shipments)
    except AppError as error:
        refusal = error
    before = getattr(order, COLUMNS[change.kind]) if change.kind in COLUMNS else None
    same = change.kind in COLUMNS and before == change.value
    same = same or (change.kind == "tag" and has_it) or (change.kind in ("let_go", "untag") and not has_it)
    return PreviewLine(order.id, order.number, order.customer, before, same and refusal is None, refusal)


def _check_order(order: Any, change: BulkChange, shipments: Sequence[Any]) -> None:
    states = {"confirm": ("draft",), "tag": (*OPEN, "closed", "cancelled")}
    allowed = states.get("tag" if change.kind == "untag" else change.kind, OPEN)
    verb = {"confirm": "confirm", "hold": "hold"}.get(change.kind, "change")
    if order.state not in allowed:
        raise Conflict(
            f"Order {order.number} is {order.state}; to {verb} it must be {' or '.join(allowed)}.",
            hint="Look at it again; another desk may have been first.",
            order=order.number,
            state=order.state,
            verb=verb,
        )
    if change.kind == "confirm" and order.customer_status == "blocked":
        raise CustomerBlocked(
            f"Customer {order.customer_code} is blocked.",
            hint="Ask accounting to let them order.",
            customer=order.customer_code,
        )
    check_shipments(change, shipments)


def check_value(where: Any, change: BulkChange, day: date) -> None:
    """Refuse what no order can be given; `where` is a transaction or a connection.

    Raises:
        BadInput: a kind or a value that cannot be.
        Conflict: the service is not offered.
        NotFound: there is no such service.
    """
    if change.kind not in KINDS:
        raise BadInput(f"{change.kind!r} cannot be changed.", hint="Choose another field.", field="kind")
    if change.kind == "priority" and (change.number is None or abs(change.number) > _FARTHEST):
        raise BadInput("This is no priority.", hint="Choose one of the list.", field="priority")
    if change.kind == "promised" and change.day is None:
        raise BadInput("The day is missing.", hint="Enter the day.", field="day")
    if change.kind in ("requested", "promised") and change.day is not None and change.day < day:
        raise BadInput(f"{change.day.isoformat()} is over.", hint="Choose today or a later day.", field="day")
    if change.kind in ("tag", "untag"):
        _word(change.text)
    if change.kind == "carrier" and change.number is not None:
        found = where.execute(_SERVICE.where(CarrierService.id == change.number)).first()
        row = must_find(found, "service", change.number)
        if not row.active:
            raise Conflict(f"{row.name} is not offered.", hint="Choose another service.", service=row.name)


def check_shipments(change: BulkChange, shipments: Sequence[Any]) -> None:
    """Refuse another carrier once goods are on their way through the house.

    Raises:
        Conflict: naming the shipment.
    """
    if change.kind != "carrier":
        return
    for one in shipments:
        if one.state not in WAITING:
            raise Conflict(
                f"Shipment {one.number} is {one.state}; the order's carrier stays.",
                hint="Change the carrier of the shipment itself.",
                shipment=one.number,
                state=one.state,
            )


def _word(tag: str) -> str:
    word = " ".join(free_text(text_field(tag, "tag"), "tag", LONGEST_TAG).split())
    if "," in word:
        raise BadInput("A tag holds no comma.", hint="Put the words on one by one.", field="tag")
    return word


def _write_order(tx: Transaction, order_id: int, column: str, value: Any) -> None:
    tx.execute(
        sa.update(SalesOrder)
        .where(SalesOrder.id == order_id)
        .values({column: value, "version": SalesOrder.version + 1})
    )


def _write_shipment(tx: Transaction, shipment_id: int, column: str, value: Any) -> None:
    tx.execute(
        sa.update(Shipment)
        .where(Shipment.id == shipment_id)
        .values({column: value, "version": Shipment.version + 1})
    )
    tx.changed("shipment", shipment_id)


def _split(kind: str, value: Any) -> tuple[int | None, date | None]:
    return (value, None) if kind in ("priority", "carrier") else (None, value)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
