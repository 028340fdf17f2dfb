"""The stock card: every move of a product, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import (
    Location,
    Lot,
    Product,
    PurchaseLine,
    PurchaseOrder,
    ReasonCode,
    ReturnLine,
    ReturnOrder,
    Serial,
    Shipment,
    ShipmentLine,
    StockMove,
)
from app.models.stock import PHYSICAL_KINDS
from app.queries.pages import COUNTED, Ask, Page, by_key, page


@dataclass(frozen=True, slots=True)
class CardRow:
    """A ledger row as a person reads it.

    Attributes:
        id: The row.
        at: When (UTC).
        kind: Of the ledger: 'receive', 'move', 'adjust', 'relabel', 'pick', 'ship', 'return', 'reserve', 'release', 'allocate',
            'deallocate'.
        qty: Base units, always above zero.
        sign: 1 where the house has more after it, -1 where it has less, 0 where goods or promises only moved within.
        source, target: Codes of the places; empty for promises.
        lot, to_lot: Codes of the lots; `to_lot` only where it is another one.
        to_status: The status that a relabelling gave.
        serial: The piece's number.
        actor, desk: Who did it, and where.
        document: What it belongs to: 'shipment', 'return', 'purchase_order' or ''.
        document_id, number: That thing.
        reason: The reason given: its code, and its English and French words where it is one of the list.
        reverses: Whether it takes another row back.
        undone: Whether it was taken back.
    """

    id: int
    at: datetime
    kind: str
    qty: int
    sign: int
    source: str
    target: str
    lot: str
    to_lot: str
    to_status: str
    serial: str
    actor: str
    desk: str
    document: str
    document_id: int
    number: str
    reason: str
    reason_en: str
    reason_fr: str
    reverses: bool
    undone: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """What a card is about."""

    product_id: int
    sku: str
    name: str


_FROM = sa.orm.aliased(Location)
_TO = sa.orm.aliased(Location)
_TO_LOT = sa.orm.aliased(Lot)
_BACK = sa.orm.aliased(StockMove)
_CARD: Any = (
    sa.select(
        *(StockMove.id, StockMove.at, StockMove.kind, StockMove.qty, StockMove.actor, StockMove.desk),
        *(StockMove.reason, StockMove.reverses_id, StockMove.lot_id, StockMove.to_lot_id),
        *(_FROM.code.label("source"), _FROM.physical.label("from_real")),
        *(_TO.code.label("target"), _TO.physical.label("to_real")),
        *(Lot.code.label("lot"), _TO_LOT.code.label("to_lot"), _TO_LOT.status.label("to_status")),
        *(Serial.code.label("serial"), ReasonCode.label_en, ReasonCode.label_fr),
        *(Shipment.id.label("shipment_id"), Shipment.number.label("shipment")),
        *(ReturnOrder.id.label("return_id"), ReturnOrder.number.label("return")),
        *(PurchaseOrder.id.label("purchase_id"), PurchaseOrder.number.label("purchase")),
        sa.exists().where(_BACK.reverses_id == StockMove.id).label("undone"),
    )
    .outerjoin(_FROM, _FROM.id == StockMove.from_location_id)
    .outerjoin(_TO, _TO.id == StockMove.to_location_id)
    .outerjoin(Lot, Lot.id == StockMove.lot_id)
    .outerjoin(_TO_LOT, _TO_LOT.id == StockMove.to_lot_id)
    .outerjoin(Serial, Serial.id == StockMove.serial_id)
    .outerjoin(ReasonCode, ReasonCode.code == StockMove.reason)
    .outerjoin(ShipmentLine, ShipmentLine.id == StockMove.shipment_line_id)
    .outerjoin(Shipment, Shipment.id == ShipmentLine.shipment_id)
    .outerjoin(ReturnLine, ReturnLine.id == StockMove.return_line_id)
    .outerjoin(ReturnOrder, ReturnOrder.id == ReturnLine.return_id)
    .outerjoin(PurchaseLine, PurchaseLine.id == StockMove.purchase_line_id)
    .outerjoin(PurchaseOrder, PurchaseOrder.id == PurchaseLine.purchase_order_id)
)
_ID: Any = StockMove.id
_SUBJECT = sa.select(Product.id, Product.sku, Product.name).where(Product.id == sa.bindparam("product"))


def subject(connection: Connection, product_id: int) -> Subject | None:
    """The product of a card."""
    row = connection.execute(_SUBJECT, {"product": product_id}).first()
    return Subject(*row) if row is not None else None


def card(connection: Connection, ask: Ask, product_id: int) -> Page[CardRow]:
    """A page of a product's moves, newest first (oldest first when `ask.descending` is off).

    `ask.filters["moves"]` may be 'goods' (no promises and claims) or one kind of the ledger.
    """
    statement = _asked(_CARD, ask, product_id)
    found = connection.execute(by_key(statement, ask, _ID, _ID))
    return page([_row(row) for row in found], ask, lambda row: (row.id, row.id))


def count_card(connection: Connection, ask: Ask, product_id: int) -> int:
    """How many moves the question finds; 10,001 stands for more than ten thousand."""
    few = _asked(sa.select(StockMove.id), ask, product_id).limit(COUNTED).subquery()
    return int(connection.execute(sa.select(sa.func.count()).select_from(few)).scalar_one())


def _asked(statement: Any, ask: Ask, product_id: int) -> Any:
    statement = statement.where(StockMove.product_id == product_id)
    wanted = ask.filters.get("moves", "")
    if wanted == "goods":
        statement = statement.where(StockMove.kind.in_(PHYSICAL_KINDS))
    elif wanted:
        statement = statement.where(StockMove.kind == wanted)
    return statement


def _row(row: Any) -> CardRow:
    document, document_id, number = "", 0, ""
    if row.shipment_id is not None:
        document, document_id, number = "shipment", row.shipment_id, row.shipment
    elif row.return_id is not None:
        document, document_id, number = "return", row.return_id, getattr(row, "return")
    elif row.purchase_id is not None:
        document, document_id, number = "purchase_order", row.purchase_id, row.purchase
    other_lot = row.to_lot_id is not None and row.to_lot_id != row.lot_id
    return CardRow(
        row.id,
        row.at,
        row.kind,
        row.qty,
        int(bool(row.to_real)) - int(bool(row.from_real))
        if row.source is not None and row.target is not None
        else 0,
        row.source or "",
        row.target or "",
        row.lot or "",
        (row.to_lot or "") if other_lot else "",
        (row.to_status or "") if other_lot else "",
        row.serial or "",
        row.actor,
        row.desk,
        document,
        document_id,
        number,
        row.reason,
        row.label_en or "",
        row.label_fr or "",
        row.reverses_id is not None,
        bool(row.undone),
    )
