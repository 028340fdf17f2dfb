"""Splitting a shipment in two and joining two; promises follow the goods within the same transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.database import Transaction
from app.domain.flow import SHIPMENT
from app.domain.permissions import Permission
from app.errors import BadInput, NotFound, Refused
from app.services.context import use_case
from app.services.ledger import LedgerRow, post_moves
from app.services.locks import lock_levels
from app.services.reservation import InsufficientStock, ShortProduct, skus_of
from app.services.shipments import (
    Head,
    add_lines,
    check_state,
    lock_lines_of,
    lock_shipments,
    make_shipment,
    record_events,
    set_quantities,
)
from app.services.states import move_state

OPEN = ("planned", "reserved")


class CannotJoin(Refused):
    """The two shipments do not go to one place for one order in one state."""

    code = "shipment.cannot_join"


@dataclass(frozen=True, slots=True)
class Joined:
    """The shipment that holds everything now, and the emptied one that was cancelled."""

    shipment_id: int
    cancelled_id: int


@use_case(Permission.ORDER_CONFIRM, Permission.STOCK_RESERVE)
def split_shipment(tx: Transaction, shipment_id: int, parts: tuple[tuple[int, int], ...]) -> int:
    """Move quantities of lines (shipment line, base units) to a new shipment of the same order; its id.

    What was promised stays promised: the new shipment of a reserved one is reserved.

    Raises:
        BadInput: a quantity is not in its line, or nothing would be left behind.
        InsufficientStock: more is promised of a product than there is; settle that first.
        Conflict: the shipment is in picking or further; recall it first.
        NotFound: the shipment or a line is not there.
    """
    (head,) = lock_shipments(tx, [shipment_id])
    check_state([head], OPEN, "split")
    lines = {line.id: line for line in lock_lines_of(tx, [head.id])}
    chosen = _check_parts(head, lines, parts)
    promised = [(line, min(qty, max(0, line.reserved - (line.qty - qty)))) for line, qty in chosen]
    _check_promises(tx, head, [(line, qty) for line, qty in promised if qty])
    (number,) = tx.numbers("SH")
    names = ("order_id", "warehouse_id", "ship_address_id", "carrier_service_id", "ship_complete", "priority")
    values = {name: getattr(head, name) for name in (*names, "promised_on")}
    made, line_ids = make_shipment(
        tx,
        number,
        values,
        [(line.order_line_id, line.product_id, line.owner_id, qty) for line, qty in chosen],
    )
    moves = zip(promised, line_ids, strict=True)
    post_moves(tx, [row for (line, qty), new in moves if qty for row in _carry(line, new, qty)])
    set_quantities(tx, {line.id: line.qty - qty for line, qty in chosen})
    if head.state == "reserved":
        move_state(tx, SHIPMENT, [made], "reserve")
    tx.changed("shipment", head.id)
    record_events(tx, [(head.order_id, "split", {"shipment": head.number, "new": number})])
    return made


@use_case(Permission.ORDER_CONFIRM, Permission.STOCK_RESERVE, Permission.ORDER_CANCEL)
def join_shipments(tx: Transaction, shipment_id: int, into_id: int) -> Joined:
    """Put everything of one shipment into another of the same order and cancel the emptied one; undoes `split_shipment`.

    Raises:
        CannotJoin: they are the same, or of different orders, warehouses, addresses or states.
        InsufficientStock: more is promised of a product than there is; settle that first.
        Conflict: one of them is in picking or further; recall it first.
        NotFound: one of them is not there.
    """
    heads = {head.id: head for head in lock_shipments(tx, [shipment_id, into_id])}
    source, target = heads[shipment_id], heads[into_id]
    check_state([source, target], OPEN, "join")
    same = ("order_id", "warehouse_id", "ship_address_id", "state")
    if source is target or any(getattr(source, name) != getattr(target, name) for name in same):
        raise CannotJoin(
            f"{source.number} and {target.number} cannot be joined.",
            hint="Both must be of one order, to one address, and both planned or both reserved.",
            shipment=source.number,
            into=target.number,
        )
    lines = lock_lines_of(tx, [source.id, target.id])
    moving = [line for line in lines if line.shipment_id == source.id and line.qty]
    _check_promises(tx, source, [(line, line.reserved) for line in moving if line.reserved])
    there = {_goods(line): line for line in lines if line.shipment_id == target.id}
    new = [line for line in moving if _goods(line) not in there]
    made = add_lines(
        tx,
        target.id,
        target.warehouse_id,
        [(line.order_line_id, line.product_id, line.owner_id, line.qty) for line in new],
    )
    goes_to = {line.id: line_id for line, line_id in zip(new, made, strict=True)}
    goes_to |= {line.id: there[_goods(line)].id for line in moving if line.id not in goes_to}
    more: dict[int, int] = {}
    for line in moving:
        if _goods(line) in there:
            known = there[_goods(line)]
            more[known.id] = more.get(known.id, known.qty) + line.qty
    set_quantities(tx, more)
    post_moves(
        tx, [row for line in moving if line.reserved for row in _carry(line, goes_to[line.id], line.reserved)]
    )
    set_quantities(tx, {line.id: 0 for line in moving})
    if source.state == "reserved":
        move_state(tx, SHIPMENT, [source.id], "unreserve")
    move_state(tx, SHIPMENT, [source.id], "cancel")
    tx.changed("shipment", target.id)
    record_events(tx, [(source.order_id, "joined", {"shipment": source.number, "into": target.number})])
    return Joined(target.id, source.id)


def _check_parts(
    head: Head, lines: dict[int, Any], parts: Sequence[tuple[int, int]]
) -> list[tuple[Any, int]]:
    wanted: dict[int, int] = {}
    for line_id, qty in parts:
        if line_id not in lines:
            raise NotFound(
                f"Shipment {head.number} has no line {line_id}.",
                hint="Look at it again.",
                what="shipment line",
                id=line_id,
            )
        wanted[line_id] = wanted.get(line_id, 0) + qty
        if qty < 1 or wanted[line_id] > lines[line_id].qty:
            raise BadInput(
                f"{qty} cannot be split off a line of {lines[line_id].qty}.",
                hint="Enter 1 or more, at most what is in the line.",
                line_id=line_id,
                qty=qty,
            )
    if not wanted or sum(wanted.values()) == sum(line.qty for line in lines.values()):
        raise BadInput(
            "A split moves something and leaves something.",
            hint="Choose some of the pieces.",
            shipment=head.number,
        )
    return [(lines[line_id], qty) for line_id, qty in sorted(wanted.items())]


def _check_promises(tx: Transaction, head: Head, promised: Sequence[tuple[Any, int]]) -> None:
    """A promise can be carried over only while nothing more is promised than there is (the ledger refuses it, too)."""
    products: dict[int, set[int]] = {}
    for line, _ in promised:
        products.setdefault(line.owner_id, set()).add(line.product_id)
    for owner_id in sorted(products):
        over = [
            level
            for level in lock_levels(tx, products[owner_id], head.warehouse_id, owner_id)
            if level.reserved > level.sellable
        ]
        if over:
            skus = skus_of(tx, {level.product_id for level in over})
            raise InsufficientStock(
                [ShortProduct(skus[level.product_id], level.reserved, level.sellable) for level in over]
            )


def _carry(line: Any, to_line_id: int, qty: int) -> tuple[LedgerRow, LedgerRow]:
    """The promise of one line becomes that of another."""
    return (
        LedgerRow("release", line.product_id, qty, shipment_line_id=line.id, reason="split"),
        LedgerRow("reserve", line.product_id, qty, shipment_line_id=to_line_id, reason="split"),
    )


def _goods(line: Any) -> tuple[int | None, int, int]:
    return line.order_line_id, line.product_id, line.owner_id
