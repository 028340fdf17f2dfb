"""Promising stock: a shipment is reserved whole or not at all; what waits is told with what it waits for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa

from app.database import Transaction
from app.domain.flow import SHIPMENT
from app.domain.permissions import Permission
from app.domain.supply import Demand, shortages
from app.errors import Conflict, Refused
from app.models import Product, SalesOrder, Shipment
from app.services.context import Context, use_case
from app.services.ledger import LedgerRow, post_numbered
from app.services.locks import lock_levels
from app.services.shipments import (
    Head,
    OrderHeld,
    check_not_held,
    check_state,
    lock_lines_of,
    lock_shipments,
    make_shipment,
    record_events,
    set_quantities,
)
from app.services.states import move_state


@dataclass(frozen=True, slots=True)
class ShortProduct:
    """A product of which `wanted` base units were asked for and only `free` could be promised."""

    sku: str
    wanted: int
    free: int


class InsufficientStock(Refused):
    """Not enough free stock; nothing was reserved. `facts["short"]` lists every product that falls short."""

    code = "stock.insufficient"

    def __init__(self, short: Sequence[ShortProduct]) -> None:
        self.short = tuple(short)
        first = short[0]
        super().__init__(
            "; ".join(f"{one.sku}: {one.wanted} wanted, {one.free} free" for one in short) + ".",
            hint="Split the line or let the order wait for receipts.",
            sku=first.sku,
            wanted=first.wanted,
            free=first.free,
            short=[{"sku": one.sku, "wanted": one.wanted, "free": one.free} for one in short],
        )


@dataclass(frozen=True, slots=True)
class Want:
    """Base units of a product that a shipment line is to be promised."""

    line_id: int
    product_id: int
    owner_id: int
    qty: int


@dataclass(frozen=True, slots=True)
class Reserved:
    """A reserved shipment: base units promised, and the shipment that waits for the rest, if one was split off."""

    shipment_id: int
    number: str
    pieces: int
    move_ids: tuple[int, ...]
    backorder_id: int | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A shipment that could not be reserved: what is short, or the reasons for which its order is held."""

    shipment_id: int
    number: str
    order_number: str
    short: tuple[ShortProduct, ...] = ()
    holds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WaitingRun:
    """What a run over the waiting shipments reserved, and what goes on waiting, both in the order of the run."""

    reserved: tuple[Reserved, ...]
    waiting: tuple[Waiting, ...]


RunOrder: TypeAlias = Literal["promise", "number"]
"""Who is served first: the highest priority and earliest promise, or the lowest order number."""

_SKUS = sa.select(Product.id, Product.sku).where(Product.id.in_(sa.bindparam("ids", expanding=True)))
_PLANNED = (
    sa.select(Shipment.id, Shipment.number, Shipment.ship_complete, SalesOrder.number.label("order_number"))
    .outerjoin(SalesOrder, SalesOrder.id == Shipment.order_id)
    .where(Shipment.state == "planned", Shipment.warehouse_id == sa.bindparam("warehouse"))
    .limit(sa.bindparam("limit"))
)
_OUTSIDE_NUMBER = sa.func.coalesce(SalesOrder.external_number, SalesOrder.number)
_RUNS: dict[RunOrder, sa.Executable] = {
    "promise": _PLANNED.order_by(
        Shipment.priority.desc(), Shipment.promised_on.is_(None), Shipment.promised_on, Shipment.id
    ),
    # Numbers of one length sort as text as they do as numbers: 10248 before 100000.
    "number": _PLANNED.order_by(sa.func.length(_OUTSIDE_NUMBER), _OUTSIDE_NUMBER, Shipment.id),
}


@use_case(Permission.STOCK_RESERVE)
def reserve_shipment(tx: Transaction, shipment_id: int) -> Reserved:
    """Promise stock to every line of a planned shipment, or to none.

    Raises:
        InsufficientStock: naming every short product with what is wanted and what is free.
        OrderHeld: the order is on hold.
        Conflict: the shipment is not planned (any more).
        NotFound: there is no such shipment.
    """
    head = _to_reserve(tx, shipment_id)
    wants = open_wants(lock_lines_of(tx, [head.id]))
    return reserve_locked(tx, head, wants)


@use_case(Permission.STOCK_RESERVE, Permission.ORDER_CONFIRM)
def reserve_available(tx: Transaction, shipment_id: int) -> Reserved:
    """Promise what is free now; the rest becomes a backorder, a shipment of its own that waits.

    An order that ships complete is reserved whole or not at all.

    Raises:
        InsufficientStock: nothing at all is free, or the order ships complete and falls short.
        OrderHeld, Conflict, NotFound: as `reserve_shipment`.
    """
    head = _to_reserve(tx, shipment_id)
    lines = lock_lines_of(tx, [head.id])
    wants = open_wants(lines)
    free = _lock_free(tx, head.warehouse_id, wants)
    now, rest = _share_out(wants, free)
    if not rest:
        return reserve_locked(tx, head, wants)
    if head.ship_complete or not now:
        raise InsufficientStock(_short_products(tx, wants, free))
    by_id = {line.id: line for line in lines}
    backorder_id = split_off(tx, head, [(by_id[line_id], qty) for line_id, qty in rest])
    kept = [
        Want(want.line_id, want.product_id, want.owner_id, now[want.line_id])
        for want in wants
        if want.line_id in now
    ]
    reserved = reserve_locked(tx, head, kept)
    return Reserved(reserved.shipment_id, reserved.number, reserved.pieces, reserved.move_ids, backorder_id)


@use_case(Permission.STOCK_RESERVE)
def unreserve_shipment(tx: Transaction, shipment_id: int) -> Reserved:
    """Take back all promises of a reserved shipment, which is then planned again; undoes `reserve_shipment`.

    Raises:
        Conflict: the shipment is not reserved; a released one is recalled first.
        NotFound: there is no such shipment.
    """
    (head,) = lock_shipments(tx, [shipment_id])
    check_state([head], ("reserved",), "unreserve")
    rows = unreserve_locked(tx, [head])
    return Reserved(head.id, head.number, sum(row.qty for row in rows), tuple(post_numbered(tx, rows)))


def reserve_waiting(
    ctx: Context, warehouse_id: int, limit: int = 1000, *, order: RunOrder = "promise", partial: bool = False
) -> WaitingRun:
    """Reserve planned shipments one after the other, each in a transaction of its own, so that no desk waits for the run.

    Args:
        ctx: Who runs it; with an operation key each shipment is done once under a key derived from it.
        warehouse_id: Whose shipments.
        limit: How many shipments are tried.
        order: Who is served first.
        partial: Reserve what is free where the order need not ship complete, and let the rest wait (`reserve_available`).

    Returns:
        What was reserved, and what waits for which products or because of which holds. A shipment that another desk dealt with
        meanwhile is in neither list.

    Raises:
        NotAllowed: a right is missing.
    """
    ctx.require(Permission.STOCK_RESERVE)
    with ctx.reading() as connection:
        planned = connection.execute(_RUNS[order], {"warehouse": warehouse_id, "limit": limit}).all()
    reserved: list[Reserved] = []
    waiting: list[Waiting] = []
    for row in planned:
        step = ctx.once(f"{ctx.op_key}:{row.id}") if ctx.op_key else ctx
        reserve = reserve_available if partial and not row.ship_complete else reserve_shipment
        try:
            reserved.append(reserve(step, row.id))
        except InsufficientStock as refusal:
            waiting.append(Waiting(row.id, row.number, row.order_number or "", refusal.short))
        except OrderHeld as refusal:
            holds = tuple(reason for _, reason, _ in refusal.holds)
            waiting.append(Waiting(row.id, row.number, row.order_number or "", holds=holds))
        except Conflict:
            continue
    return WaitingRun(tuple(reserved), tuple(waiting))


def _to_reserve(tx: Transaction, shipment_id: int) -> Head:
    (head,) = lock_shipments(tx, [shipment_id])
    check_state([head], ("planned",), "reserve")
    check_not_held([head])
    return head


def open_wants(lines: Sequence[Any]) -> list[Want]:
    """What locked shipment lines still want to be promised."""
    wants = []
    for line in lines:
        missing = line.qty - line.reserved - line.picked - line.shipped
        if missing > 0:
            wants.append(Want(line.id, line.product_id, line.owner_id, missing))
    return wants


def reserve_locked(tx: Transaction, head: Head, wants: Sequence[Want]) -> Reserved:
    """Promise what a locked planned shipment wants and move its state; the caller has checked holds.

    Raises:
        InsufficientStock: naming every short product.
        Conflict: nothing is left in the shipment.
    """
    move_ids = post_numbered(tx, promises(tx, head.warehouse_id, wants))
    move_state(tx, SHIPMENT, [head.id], "reserve")
    pieces = sum(want.qty for want in wants)
    record_events(tx, [(head.order_id, "reserved", {"shipment": head.number, "pieces": pieces})])
    return Reserved(head.id, head.number, pieces, tuple(move_ids))


def promises(tx: Transaction, warehouse_id: int, wants: Sequence[Want]) -> list[LedgerRow]:
    """Lock the levels and check them; gives the ledger rows that promise all, for the caller to post.

    Raises:
        InsufficientStock: naming every short product.
        Conflict: there is nothing to promise.
    """
    if not wants:
        raise Conflict("Nothing is left to reserve in this shipment.", hint="Look at it again.")
    free = _lock_free(tx, warehouse_id, wants)
    if short := _short_products(tx, wants, free):
        raise InsufficientStock(short)
    return [LedgerRow("reserve", want.product_id, want.qty, shipment_line_id=want.line_id) for want in wants]


def unreserve_locked(tx: Transaction, heads: Sequence[Head]) -> list[LedgerRow]:
    """Make locked reserved shipments planned; gives the ledger rows that take back their promises, for the caller to post."""
    if not heads:
        return []
    move_state(tx, SHIPMENT, [head.id for head in heads], "unreserve")
    record_events(tx, [(head.order_id, "unreserved", {"shipment": head.number}) for head in heads])
    return [
        LedgerRow("release", line.product_id, line.reserved, shipment_line_id=line.id, reason="unreserve")
        for line in lock_lines_of(tx, [head.id for head in heads])
        if line.reserved
    ]


def split_off(tx: Transaction, head: Head, parts: Sequence[tuple[Any, int]]) -> int:
    """Move quantities of locked, unpromised lines of a shipment to a new planned shipment of the same order; its id."""
    (number,) = tx.numbers("SH")
    values = {
        name: getattr(head, name)
        for name in ("order_id", "warehouse_id", "ship_address_id", "carrier_service_id")
    }
    values |= {
        "ship_complete": head.ship_complete,
        "priority": head.priority,
        "promised_on": head.promised_on,
    }
    set_quantities(tx, {line.id: line.qty - qty for line, qty in parts})
    made, _ = make_shipment(
        tx, number, values, [(line.order_line_id, line.product_id, line.owner_id, qty) for line, qty in parts]
    )
    tx.changed("shipment", head.id)
    record_events(tx, [(head.order_id, "split", {"shipment": head.number, "new": number})])
    return made


def skus_of(tx: Transaction, product_ids: set[int]) -> dict[int, str]:
    """SKUs by product id."""
    return {row.id: row.sku for row in tx.execute(_SKUS, {"ids": sorted(product_ids)})} if product_ids else {}


def _lock_free(tx: Transaction, warehouse_id: int, wants: Sequence[Want]) -> dict[tuple[int, int], int]:
    """What may still be promised of each (owner, product), with the levels locked."""
    products: dict[int, set[int]] = defaultdict(set)
    for want in wants:
        products[want.owner_id].add(want.product_id)
    return {
        (owner_id, level.product_id): max(0, level.sellable - level.reserved)
        for owner_id in sorted(products)
        for level in lock_levels(tx, products[owner_id], warehouse_id, owner_id)
    }


def _short_products(
    tx: Transaction, wants: Sequence[Want], free: Mapping[tuple[int, int], int]
) -> tuple[ShortProduct, ...]:
    """Every product that falls short, by SKU; several lines of one product are one entry with their sum."""
    short: dict[int, ShortProduct] = {}
    for owner_id in {want.owner_id for want in wants}:
        mine = [want for want in wants if want.owner_id == owner_id]
        left = {product_id: qty for (owner, product_id), qty in free.items() if owner == owner_id}
        demands = [Demand(want.line_id, want.product_id, owner_id, want.qty) for want in mine]
        for product_id in {one.product_id for one in shortages(demands, left)}:
            wanted = sum(want.qty for want in mine if want.product_id == product_id)
            short[product_id] = ShortProduct("", wanted, left.get(product_id, 0))
    if not short:
        return ()
    skus = skus_of(tx, set(short))
    return tuple(
        sorted(
            (ShortProduct(skus[key], one.wanted, one.free) for key, one in short.items()),
            key=lambda one: one.sku,
        )
    )


def _share_out(
    wants: Sequence[Want], free: Mapping[tuple[int, int], int]
) -> tuple[dict[int, int], list[tuple[int, int]]]:
    """What each line can have now, and what is left over, both in the order of the lines."""
    left = dict(free)
    now: dict[int, int] = {}
    rest: list[tuple[int, int]] = []
    for want in sorted(wants, key=lambda one: one.line_id):
        key = (want.owner_id, want.product_id)
        given = min(want.qty, left.get(key, 0))
        left[key] = left.get(key, 0) - given
        if given:
            now[want.line_id] = given
        if given < want.qty:
            rest.append((want.line_id, want.qty - given))
    return now, rest
