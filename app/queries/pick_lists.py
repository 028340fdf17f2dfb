"""Pick lists: shipments that wait for one, lists that are walked, and the lines of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.domain.packs import split_packs
from app.domain.text import fold
from app.models import (
    AppUser,
    CarrierService,
    Customer,
    Location,
    Lot,
    OrderHold,
    PickTask,
    Product,
    ProductBarcode,
    SalesOrder,
    Shipment,
    ShipmentLine,
    Wave,
)
from app.queries.orders import FAR
from app.queries.pages import COUNTED, Ask, Page, by_key, page

TO_RELEASE = "to_release"


@dataclass(frozen=True, slots=True)
class PickRow:
    """A row of the screen of pick lists: a shipment that waits to be released, or a list.

    Attributes:
        kind: 'shipment' or 'list'.
        id, number, state: Of the shipment or the list.
        who: The customer, or the picker.
        carrier: The service it goes by; empty for lists.
        due: The promised date; None for lists and where nothing is promised.
        at: When the list was made; None for shipments.
        priority: Of the shipment.
        shipments: How many are on the list; 1 for a shipment.
        lines: Lines of the shipment, tasks of the list.
        done: Tasks that are picked or short.
        pieces: Base units in all.
        held: Whether the shipment's order is on hold.
        order_id, order_number: Of the shipment.
    """

    kind: str
    id: int
    number: str
    state: str
    who: str
    carrier: str
    due: date | None
    at: datetime | None
    priority: int
    shipments: int
    lines: int
    done: int
    pieces: int
    held: bool
    order_id: int | None
    order_number: str


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A line of a pick list; `packs` are (units a pack, packs) as a hand takes them."""

    id: int
    number: str
    state: str
    place_id: int
    place: str
    barcode: str
    product_id: int
    sku: str
    name: str
    lot: str
    expires_on: date | None
    shipment_id: int
    shipment: str
    shipment_state: str
    qty: int
    picked: int
    short: int
    packs: tuple[tuple[int, int], ...] = ()

    @property
    def left(self) -> int:
        """Base units that are still to be picked."""
        return self.qty - self.picked if self.state == "open" else 0


@dataclass(frozen=True, slots=True)
class ShipmentContent:
    """A line of a shipment that waits to be released."""

    product_id: int
    sku: str
    name: str
    qty: int
    reserved: int


@dataclass(frozen=True, slots=True)
class ListHead:
    """A pick list by itself."""

    id: int
    number: str
    state: str
    picker: str
    created_at: datetime
    created_by: str


_HELD = sa.exists().where(OrderHold.order_id == Shipment.order_id, OrderHold.released_at.is_(None))
_DUE = sa.func.coalesce(Shipment.promised_on, FAR)
_WAITING: Any = (
    sa.select(
        *(Shipment.id, Shipment.number, Shipment.state, Customer.name.label("who")),
        *(CarrierService.name.label("carrier"), _DUE.label("due"), Shipment.priority),
        *(SalesOrder.id.label("order_id"), SalesOrder.number.label("order_number"), _HELD.label("held")),
    )
    .outerjoin(SalesOrder, SalesOrder.id == Shipment.order_id)
    .outerjoin(Customer, Customer.id == SalesOrder.customer_id)
    .outerjoin(CarrierService, CarrierService.id == Shipment.carrier_service_id)
)
_LINES: Any = (
    sa.select(
        ShipmentLine.shipment_id,
        sa.func.count().label("lines"),
        sa.func.sum(ShipmentLine.qty).label("pieces"),
    )
    .where(ShipmentLine.shipment_id.in_(sa.bindparam("ids", expanding=True)), ShipmentLine.qty > 0)
    .group_by(ShipmentLine.shipment_id)
)
_VIEWS = {
    # Written out, not bound: only so is the index of open lists found.
    "open": Wave.state == sa.literal_column("'open'"),
    "done": Wave.state == "done",
}
_PICKER = sa.func.coalesce(AppUser.name, Wave.picker)
_LISTS: Any = sa.select(
    Wave.id, Wave.number, Wave.state, _PICKER.label("who"), Wave.created_at, Wave.created_by
).outerjoin(AppUser, AppUser.login == Wave.picker)
_DONE: Any = PickTask.state.in_(("done", "short"))
_TALLY: Any = (
    sa.select(
        PickTask.wave_id,
        sa.func.count(sa.distinct(PickTask.shipment_id)).label("shipments"),
        sa.func.count().label("lines"),
        sa.func.sum(sa.case((_DONE, 1), else_=0)).label("done"),
        sa.func.sum(PickTask.qty).label("pieces"),
    )
    .where(PickTask.wave_id.in_(sa.bindparam("ids", expanding=True)), PickTask.state != "cancelled")
    .group_by(PickTask.wave_id)
)
_CONTENT = (
    sa.select(Product.id, Product.sku, Product.name, ShipmentLine.qty, ShipmentLine.reserved)
    .join(Product, Product.id == ShipmentLine.product_id)
    .where(ShipmentLine.shipment_id == sa.bindparam("shipment"), ShipmentLine.qty > 0)
    .order_by(ShipmentLine.id)
)
_TASKS: Any = (
    sa.select(
        *(PickTask.id, PickTask.number, PickTask.state, PickTask.from_location_id, Location.code),
        *(Location.barcode, PickTask.product_id, Product.sku, Product.name, Lot.code.label("lot")),
        *(Lot.expires_on, Shipment.id, Shipment.number, Shipment.state, PickTask.qty, PickTask.picked),
        PickTask.short,
    )
    .join(Location, Location.id == PickTask.from_location_id)
    .join(Product, Product.id == PickTask.product_id)
    .join(Lot, Lot.id == PickTask.lot_id)
    .join(Shipment, Shipment.id == PickTask.shipment_id)
    .where(PickTask.wave_id == sa.bindparam("wave"), PickTask.state != "cancelled")
    .order_by(PickTask.walk_seq, Location.code, PickTask.id)
)
_PACKS = sa.select(ProductBarcode.product_id, ProductBarcode.pack_qty).where(
    ProductBarcode.product_id.in_(sa.bindparam("ids", expanding=True)), ProductBarcode.pack_qty > 1
)
_SHIPMENT: Any = Shipment.id
_LIST: Any = Wave.id
_LIST_OF = sa.select(PickTask.wave_id).where(PickTask.id == sa.bindparam("task"))


def rows(connection: Connection, ask: Ask, warehouse_id: int) -> Page[PickRow]:
    """A page of what `ask.filters["view"]` names: 'to_release' (the default), or lists that are 'open' or 'done'.

    Shipments come by promised date, lists the newest first.
    """
    if ask.filters.get("view", TO_RELEASE) == TO_RELEASE:
        return _shipments(connection, ask, warehouse_id)
    return _lists(connection, ask, warehouse_id)


def count_rows(connection: Connection, ask: Ask, warehouse_id: int) -> int:
    """How many rows the question finds; 10,001 stands for more than ten thousand."""
    if ask.filters.get("view", TO_RELEASE) == TO_RELEASE:
        statement = _waiting(_WAITING, ask, warehouse_id)
    else:
        statement = _asked(_LISTS, ask, warehouse_id)
    few = statement.limit(COUNTED).subquery()
    return int(connection.execute(sa.select(sa.func.count()).select_from(few)).scalar_one())


def list_head(connection: Connection, wave_id: int) -> ListHead | None:
    """A pick list by itself, None where there is none."""
    row = connection.execute(_LISTS.where(Wave.id == wave_id)).first()
    return ListHead(*row) if row is not None else None


def tasks(connection: Connection, wave_id: int) -> tuple[TaskRow, ...]:
    """The lines of a list as they are walked; what was called off is left out."""
    found = connection.execute(_TASKS, {"wave": wave_id}).all()
    sizes = _sizes(connection, {row.product_id for row in found})
    lines = (TaskRow(*row) for row in found)
    return tuple(replace(line, packs=split_packs(line.qty, sizes.get(line.product_id, ()))) for line in lines)


def content(connection: Connection, shipment_id: int) -> tuple[ShipmentContent, ...]:
    """What a shipment is to hold."""
    return tuple(ShipmentContent(*row) for row in connection.execute(_CONTENT, {"shipment": shipment_id}))


def list_of_task(connection: Connection, task_id: int) -> int | None:
    """The list that a line is on."""
    found: int | None = connection.execute(_LIST_OF, {"task": task_id}).scalar()
    return found


def _shipments(connection: Connection, ask: Ask, warehouse_id: int) -> Page[PickRow]:
    statement = _waiting(_WAITING, ask, warehouse_id)
    found = connection.execute(by_key(statement, ask, _DUE, _SHIPMENT)).all()
    sums = _sums(connection, _LINES, [row.id for row in found])
    made = []
    for row in found:
        lines = sums.get(row.id)
        made.append(
            PickRow(
                *("shipment", row.id, row.number, row.state, row.who or "", row.carrier or ""),
                *(row.due if row.due != FAR else None, None, row.priority, 1),
                *(lines.lines if lines else 0, 0, int(lines.pieces) if lines else 0, bool(row.held)),
                *(row.order_id, row.order_number or ""),
            )
        )
    return page(made, ask, lambda row: (row.due or FAR, row.id))


def _lists(connection: Connection, ask: Ask, warehouse_id: int) -> Page[PickRow]:
    newest = Ask(ask.after, ask.size, descending=not ask.descending)
    statement = _asked(_LISTS, ask, warehouse_id)
    found = connection.execute(by_key(statement, newest, _LIST, _LIST)).all()
    sums = _sums(connection, _TALLY, [row.id for row in found])
    made = []
    for row in found:
        tally = sums.get(row.id)
        counts = (tally.shipments, tally.lines, int(tally.done), int(tally.pieces)) if tally else (0, 0, 0, 0)
        made.append(
            PickRow(
                *("list", row.id, row.number, row.state, row.who or "", "", None, row.created_at, 0),
                *(*counts, False, None, ""),
            )
        )
    return page(made, ask, lambda row: (row.id, row.id))


def _waiting(statement: Any, ask: Ask, warehouse_id: int) -> Any:
    statement = statement.where(Shipment.state == "reserved", Shipment.warehouse_id == warehouse_id)
    if ask.filters.get("due") is not None:
        statement = statement.where(Shipment.promised_on <= ask.filters["due"])
    if ask.text:
        number = ask.text.upper()
        words = [Customer.search_text.contains(word, autoescape=True) for word in fold(ask.text).split()]
        named = [one.startswith(number, autoescape=True) for one in (Shipment.number, SalesOrder.number)]
        statement = statement.where(sa.or_(*named, sa.and_(sa.true(), *words)))
    return statement


def _asked(statement: Any, ask: Ask, warehouse_id: int) -> Any:
    statement = statement.where(_VIEWS[ask.filters["view"]], Wave.warehouse_id == warehouse_id)
    if ask.text:
        upper = ask.text.upper()
        named = Wave.number.startswith(upper, autoescape=True)
        # The number of a shipment finds the list that it is on.
        held = sa.select(PickTask.wave_id).join(Shipment, Shipment.id == PickTask.shipment_id)
        statement = statement.where(sa.or_(named, Wave.id.in_(held.where(Shipment.number == upper))))
    return statement


def _sums(connection: Connection, statement: Any, ids: Sequence[int]) -> dict[int, Any]:
    return {row[0]: row for row in connection.execute(statement, {"ids": list(ids)})} if ids else {}


def _sizes(connection: Connection, product_ids: set[int]) -> dict[int, list[int]]:
    sizes: dict[int, list[int]] = {}
    if product_ids:
        for row in connection.execute(_PACKS, {"ids": sorted(product_ids)}):
            sizes.setdefault(row.product_id, []).append(row.pack_qty)
    return sizes
