"""Returns: the lists, one return with its lines, what waits to be judged, and how it was judged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.domain.flow import RETURN
from app.domain.text import fold
from app.models import (
    Credit,
    Customer,
    Inspection,
    Location,
    Lot,
    Package,
    PackageLine,
    Product,
    ReasonCode,
    ReturnLine,
    ReturnOrder,
    SalesOrder,
    Serial,
    Shipment,
    ShipmentLine,
    StockMove,
)
from app.queries.pages import COUNTED, Ask, Page, by_key, page

OPEN = ("requested", "authorised", "received", "inspected")
AT_BENCH = ("authorised", "received", "inspected")
"""States in which the bench has something to do, or has just done it."""


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """A return in a list; quantities in base units."""

    id: int
    number: str
    state: str
    order_id: int
    order_number: str
    customer: str
    created_at: datetime
    warehouse_id: int
    currency: str
    note: str
    credit: str
    lines: int = 0
    qty: int = 0
    received: int = 0
    inspected: int = 0


@dataclass(frozen=True, slots=True)
class ReturnedLine:
    """A line of a return; `reason` is what the customer gave, in both languages.

    `shipped_at` is when its goods left; `shipped_on` of orders that left before Quai came.
    """

    id: int
    order_line_id: int
    product_id: int
    sku: str
    name: str
    lot_tracked: bool
    serial_tracked: bool
    reason: str
    reason_en: str
    reason_fr: str
    qty: int
    received: int
    inspected: int
    shipped_at: datetime | None
    shipped_on: date | None


@dataclass(frozen=True, slots=True)
class Item:
    """Pieces that came back and were not judged yet: of one line and lot, or one piece with its number."""

    line_id: int
    lot_id: int
    lot: str
    expires_on: date | None
    serial: str
    qty: int


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement that stands; `place` is where restocked goods went."""

    id: int
    line_id: int
    sku: str
    qty: int
    grade: str
    disposition: str
    note: str
    at: datetime
    actor: str
    place: str


@dataclass(frozen=True, slots=True)
class ShippedLot:
    """Pieces of a lot that left for an order line."""

    order_line_id: int
    lot_id: int
    lot: str
    qty: int


def _are(*states: str) -> sa.ColumnElement[bool]:
    """Written out, not bound: only so is the index of open returns found."""
    return ReturnOrder.state.in_([sa.literal_column(f"'{state}'") for state in states])


# The index's own condition stands beside each that is narrower: SQLite draws no conclusion from one to the other.
_STATES = {"open": _are(*OPEN), "bench": sa.and_(_are(*OPEN), _are(*AT_BENCH))} | {
    state: sa.and_(_are(*OPEN), _are(state)) if state in OPEN else _are(state)
    for state in sorted(RETURN.states)
}
_ROWS: Any = (
    sa.select(
        *(ReturnOrder.id, ReturnOrder.number, ReturnOrder.state, ReturnOrder.order_id),
        *(SalesOrder.number.label("order_number"), Customer.name, ReturnOrder.created_at),
        *(ReturnOrder.warehouse_id, SalesOrder.currency, ReturnOrder.note),
        sa.func.coalesce(Credit.number, "").label("credit"),
    )
    .join(SalesOrder, SalesOrder.id == ReturnOrder.order_id)
    .join(Customer, Customer.id == ReturnOrder.customer_id)
    .outerjoin(Credit, Credit.return_id == ReturnOrder.id)
)
_SUMS: Any = (
    sa.select(
        ReturnLine.return_id,
        sa.func.count().label("lines"),
        sa.func.sum(ReturnLine.qty).label("qty"),
        sa.func.sum(ReturnLine.received).label("received"),
        sa.func.sum(ReturnLine.inspected).label("inspected"),
    )
    .where(ReturnLine.return_id.in_(sa.bindparam("ids", expanding=True)))
    .group_by(ReturnLine.return_id)
)
_SHIPPED_AT = (
    sa.select(sa.func.max(Shipment.shipped_at))
    .join(ShipmentLine, ShipmentLine.shipment_id == Shipment.id)
    .where(ShipmentLine.order_line_id == ReturnLine.order_line_id)
    .scalar_subquery()
)
_LINES: Any = (
    sa.select(
        *(ReturnLine.id, ReturnLine.order_line_id, ReturnLine.product_id, Product.sku, Product.name),
        *(Product.lot_tracked, Product.serial_tracked, ReturnLine.reason),
        *(ReasonCode.label_en, ReasonCode.label_fr),
        *(ReturnLine.qty, ReturnLine.received, ReturnLine.inspected, _SHIPPED_AT, SalesOrder.shipped_on),
    )
    .join(Product, Product.id == ReturnLine.product_id)
    .join(ReasonCode, ReasonCode.code == ReturnLine.reason)
    .join(ReturnOrder, ReturnOrder.id == ReturnLine.return_id)
    .join(SalesOrder, SalesOrder.id == ReturnOrder.order_id)
    .where(ReturnLine.return_id == sa.bindparam("return"))
    .order_by(ReturnLine.id)
)
_CAME: Any = (
    sa.select(
        StockMove.return_line_id.label("line_id"),
        *(StockMove.lot_id, StockMove.serial_id),
        sa.func.sum(sa.case((StockMove.reverses_id.is_(None), StockMove.qty), else_=-StockMove.qty)).label(
            "qty"
        ),
    )
    .join(ReturnLine, ReturnLine.id == StockMove.return_line_id)
    .where(ReturnLine.return_id == sa.bindparam("return"))
    .group_by(StockMove.return_line_id, StockMove.lot_id, StockMove.serial_id)
)
_DONE: Any = (
    sa.select(
        Inspection.return_line_id.label("line_id"),
        *(StockMove.lot_id, StockMove.serial_id, sa.func.sum(Inspection.qty).label("qty")),
    )
    .join(ReturnLine, ReturnLine.id == Inspection.return_line_id)
    .join(StockMove, StockMove.id == Inspection.move_id)
    .where(ReturnLine.return_id == sa.bindparam("return"), Inspection.undone_at.is_(None))
    .group_by(Inspection.return_line_id, StockMove.lot_id, StockMove.serial_id)
)
_LOTS: Any = sa.select(Lot.id, Lot.code, Lot.expires_on).where(
    Lot.id.in_(sa.bindparam("ids", expanding=True))
)
_PIECES: Any = sa.select(Serial.id, Serial.code).where(Serial.id.in_(sa.bindparam("ids", expanding=True)))
_JUDGED = (
    sa.select(
        *(Inspection.id, Inspection.return_line_id, Product.sku, Inspection.qty, Inspection.grade),
        *(Inspection.disposition, Inspection.note, Inspection.at, Inspection.actor),
        sa.case((Inspection.disposition == "restock", Location.code), else_=""),
    )
    .join(ReturnLine, ReturnLine.id == Inspection.return_line_id)
    .join(Product, Product.id == ReturnLine.product_id)
    .join(StockMove, StockMove.id == Inspection.move_id)
    .join(Location, Location.id == StockMove.to_location_id)
    .where(ReturnLine.return_id == sa.bindparam("return"), Inspection.undone_at.is_(None))
    .order_by(Inspection.id.desc())
)
_ID: Any = ReturnOrder.id
_OF_SHIPMENT = (
    sa.select(ReturnLine.return_id)
    .join(ShipmentLine, ShipmentLine.order_line_id == ReturnLine.order_line_id)
    .join(ReturnOrder, ReturnOrder.id == ReturnLine.return_id)
    .where(_STATES["bench"])
    .order_by(ReturnLine.return_id)
    .distinct()
)
_OF_ORDER = (
    sa.select(ReturnOrder.id)
    .where(ReturnOrder.order_id == sa.bindparam("thing"), _STATES["bench"])
    .order_by(ReturnOrder.id)
)
_BY_KIND = {
    "order": _OF_ORDER,
    "shipment": _OF_SHIPMENT.where(ShipmentLine.shipment_id == sa.bindparam("thing")),
    "parcel": _OF_SHIPMENT.join(Package, Package.shipment_id == ShipmentLine.shipment_id).where(
        Package.id == sa.bindparam("thing")
    ),
}
SHIPPED_LOTS = (
    sa.select(
        ShipmentLine.order_line_id,
        StockMove.lot_id,
        sa.func.sum(sa.case((Location.kind == "customer", StockMove.qty), else_=-StockMove.qty)).label("qty"),
    )
    .join(ShipmentLine, ShipmentLine.id == StockMove.shipment_line_id)
    .join(Location, Location.id == StockMove.to_location_id)
    .where(ShipmentLine.order_line_id.in_(sa.bindparam("ids", expanding=True)), StockMove.kind == "ship")
    .group_by(ShipmentLine.order_line_id, StockMove.lot_id)
)
"""What left of which lot for order lines (`ids`), taken-back shipping set off."""


_SHIPPED_SERIALS = (
    sa.select(ShipmentLine.order_line_id, Serial.code)
    .join(PackageLine, PackageLine.shipment_line_id == ShipmentLine.id)
    .join(Serial, Serial.id == PackageLine.serial_id)
    .where(ShipmentLine.order_line_id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(Serial.code)
)


def return_list(connection: Connection, ask: Ask) -> Page[ReturnRow]:
    """A page of returns, the newest first; `ask.filters["state"]` is one state, 'open' or 'bench'."""
    newest = Ask(ask.after, ask.size, descending=not ask.descending)
    found = connection.execute(by_key(_asked(_ROWS, ask), newest, _ID, _ID)).all()
    rows = _with_sums(connection, found)
    return page(rows, ask, lambda row: (row.id, row.id))


def count_returns(connection: Connection, ask: Ask) -> int:
    """How many returns the question finds; 10,001 stands for more than ten thousand."""
    few = _asked(_ROWS.with_only_columns(ReturnOrder.id), ask).limit(COUNTED).subquery()
    return int(connection.execute(sa.select(sa.func.count()).select_from(few)).scalar_one())


def one_return(connection: Connection, return_id: int) -> ReturnRow | None:
    """A return, None where there is none."""
    rows = connection.execute(_ROWS.where(ReturnOrder.id == return_id)).all()
    return next(iter(_with_sums(connection, rows)), None)


def return_lines(connection: Connection, return_id: int) -> tuple[ReturnedLine, ...]:
    """The lines of a return."""
    return tuple(ReturnedLine(*row) for row in connection.execute(_LINES, {"return": return_id}))


def waiting_items(connection: Connection, return_id: int) -> tuple[Item, ...]:
    """What came back and was not judged yet, line by line."""
    left = {tuple(row[:3]): int(row.qty) for row in connection.execute(_CAME, {"return": return_id})}
    for row in connection.execute(_DONE, {"return": return_id}):
        left[tuple(row[:3])] = left.get(tuple(row[:3]), 0) - int(row.qty)
    left = {key: qty for key, qty in left.items() if qty > 0}
    lots = _named(connection, _LOTS, {key[1] for key in left})
    pieces = _named(connection, _PIECES, {key[2] for key in left if key[2] is not None})
    items = [
        Item(line, lot, lots[lot].code, lots[lot].expires_on, pieces[serial].code if serial else "", qty)
        for (line, lot, serial), qty in left.items()
    ]
    return tuple(sorted(items, key=lambda one: (one.line_id, one.lot_id, one.serial)))


def judgements(connection: Connection, return_id: int) -> tuple[Judged, ...]:
    """The judgements of a return that stand, the latest first."""
    return tuple(Judged(*row) for row in connection.execute(_JUDGED, {"return": return_id}))


def returns_of(connection: Connection, kind: str, thing_id: int) -> tuple[int, ...]:
    """The returns at the bench that an order, a shipment or a parcel (`kind`) belongs to."""
    return tuple(connection.execute(_BY_KIND[kind], {"thing": thing_id}).scalars())


def shipped_lots(connection: Connection, return_id: int) -> tuple[ShippedLot, ...]:
    """Which lots left for the order lines of a return."""
    lines = [row.order_line_id for row in return_lines(connection, return_id)]
    if not lines:
        return ()
    found = [row for row in connection.execute(SHIPPED_LOTS, {"ids": sorted(set(lines))}) if row.qty > 0]
    lots = _named(connection, _LOTS, {row.lot_id for row in found})
    return tuple(ShippedLot(row[0], row[1], lots[row[1]].code, int(row[2])) for row in found)


def shipped_serials(connection: Connection, return_id: int) -> tuple[tuple[int, str], ...]:
    """(order line, number) of the pieces with numbers that left for the order lines of a return."""
    lines = [row.order_line_id for row in return_lines(connection, return_id)]
    if not lines:
        return ()
    rows = connection.execute(_SHIPPED_SERIALS, {"ids": sorted(set(lines))})
    return tuple((int(row[0] or 0), row[1]) for row in rows)


def _asked(statement: Any, ask: Ask) -> Any:
    wanted = str(ask.filters.get("state", ""))
    if wanted:
        statement = statement.where(_STATES[wanted])
    if ask.text:
        upper = ask.text.upper()
        words = [Customer.search_text.contains(word, autoescape=True) for word in fold(ask.text).split()]
        named = [one.startswith(upper, autoescape=True) for one in (ReturnOrder.number, SalesOrder.number)]
        statement = statement.where(sa.or_(*named, sa.and_(sa.true(), *words)))
    return statement


def _with_sums(connection: Connection, rows: Any) -> list[ReturnRow]:
    ids = [row.id for row in rows]
    sums = {row[0]: row[1:] for row in connection.execute(_SUMS, {"ids": ids})} if ids else {}
    return [ReturnRow(*row, *(int(one) for one in sums.get(row.id, (0, 0, 0, 0)))) for row in rows]


def _named(connection: Connection, statement: Any, ids: set[Any]) -> dict[int, Any]:
    return {row.id: row for row in connection.execute(statement, {"ids": sorted(ids)})} if ids else {}
