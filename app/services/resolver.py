"""The one barcode resolver: what a scanned code stands for in this database.

`domain/scan.py` reads the text; here it is looked up. Our own numbers and keys are looked up where their form
says; everything else (and a number of ours that does not exist) is looked for among product codes, SKUs,
places and tracking numbers, in this order: a code that is several things at once is the product.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.domain.scan import Scan, ScanFault, ScanKind, parse
from app.models import (
    AppUser,
    Carton,
    Desk,
    Location,
    Manifest,
    Package,
    PickTask,
    Product,
    ProductBarcode,
    PurchaseOrder,
    Receipt,
    ReturnOrder,
    SalesOrder,
    Shipment,
    ShippingLabel,
    Tote,
    Wave,
)
from app.services.catalogue import same_gtin


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a code stands for.

    Attributes:
        kind: 'product', 'location', 'order', 'shipment', 'pick_list', 'pick_task', 'parcel', 'return',
        'purchase_order', 'receipt', 'pick_up', 'person',
            'desk', 'tote', 'carton', 'command', 'empty' or 'unknown'.
        id: The row's id; 0 for a command and for what is unknown.
        label: How people call it: SKU, number, place.
        pack_qty: Base units that one scan stands for (a carton of six: 6); 1 for everything but packs.
        lot, expires, serial: Carried by a GS1 code.
        fault: What is wrong with the code or the scanner, worth telling.
        code: The code as it was looked up.
    """

    kind: str
    id: int
    label: str
    code: str
    pack_qty: int = 1
    lot: str | None = None
    expires: date | None = None
    serial: str | None = None
    fault: ScanFault | None = None


UNKNOWN = "unknown"
_BY_NUMBER: dict[ScanKind, tuple[str, Any, Any]] = {
    ScanKind.ORDER: ("order", SalesOrder, SalesOrder.number),
    ScanKind.SHIPMENT: ("shipment", Shipment, Shipment.number),
    ScanKind.PICK_LIST: ("pick_list", Wave, Wave.number),
    ScanKind.PICK_TASK: ("pick_task", PickTask, PickTask.number),
    ScanKind.RETURN: ("return", ReturnOrder, ReturnOrder.number),
    ScanKind.PURCHASE_ORDER: ("purchase_order", PurchaseOrder, PurchaseOrder.number),
    ScanKind.RECEIPT: ("receipt", Receipt, Receipt.number),
    ScanKind.PICK_UP: ("pick_up", Manifest, Manifest.number),
    ScanKind.LOCATION: ("location", Location, Location.barcode),
    ScanKind.TOTE: ("tote", Tote, Tote.code),
    ScanKind.CARTON: ("carton", Carton, Carton.barcode),
    ScanKind.PERSON: ("person", AppUser, AppUser.badge),
    ScanKind.DESK: ("desk", Desk, Desk.code),
    ScanKind.SSCC: ("parcel", Package, Package.sscc),
}
_CODES: sa.BindParameter[Any] = sa.bindparam("codes", expanding=True)
_PRODUCT = (
    sa.select(Product.id, Product.sku.label("label"), ProductBarcode.pack_qty)
    .join(Product, Product.id == ProductBarcode.product_id)
    .where(ProductBarcode.code.in_(_CODES))
    .order_by(ProductBarcode.id)
    .limit(1)
)
_ONE = sa.literal(1).label("pack_qty")
_ANY = (
    sa.union_all(
        sa.select(
            sa.literal(1).label("rank"),
            sa.literal("product").label("kind"),
            Product.id,
            Product.sku.label("label"),
            ProductBarcode.pack_qty,
        )
        .join(ProductBarcode, ProductBarcode.product_id == Product.id)
        .where(ProductBarcode.code.in_(_CODES)),
        sa.select(sa.literal(2), sa.literal("product"), Product.id, Product.sku, _ONE).where(
            Product.sku.in_(_CODES)
        ),
        sa.select(sa.literal(3), sa.literal("location"), Location.id, Location.code, _ONE).where(
            Location.barcode.in_(_CODES)
        ),
        sa.select(sa.literal(4), sa.literal("parcel"), Package.id, Package.sscc, _ONE)
        .join(ShippingLabel, ShippingLabel.package_id == Package.id)
        .where(ShippingLabel.tracking.in_(_CODES)),
        sa.select(sa.literal(5), sa.literal("person"), AppUser.id, AppUser.login, _ONE).where(
            AppUser.badge.in_(_CODES)
        ),
        sa.select(sa.literal(6), sa.literal("tote"), Tote.id, Tote.code, _ONE).where(Tote.code.in_(_CODES)),
        sa.select(sa.literal(7), sa.literal("desk"), Desk.id, Desk.code, _ONE).where(Desk.code.in_(_CODES)),
        sa.select(sa.literal(8), sa.literal("carton"), Carton.id, Carton.code, _ONE).where(
            Carton.barcode.in_(_CODES)
        ),
    )
    .order_by(sa.text("rank"), sa.text("id"))
    .limit(1)
)


@cache
def _numbered(kind: ScanKind) -> sa.Select[Any]:
    _, model, column = _BY_NUMBER[kind]
    label = model.code if model in (Location, Carton) else column
    return sa.select(model.id, label.label("label")).where(column == sa.bindparam("code"))


def resolve(connection: Connection | Transaction, raw: str, *, year: int = 2026) -> Resolved:
    """Tell what a scanned code stands for; one statement, two when it is not what it looks like.

    Never refuses: what is not known is 'unknown'.

    Args:
        connection: Where to look.
        raw: The text as the scanner sent it.
        year: The current year, for two-digit expiry years.
    """
    scan = parse(raw, year=year)
    if scan.kind is ScanKind.EMPTY:
        return _found(scan, "empty", 0, "")
    if scan.kind is ScanKind.COMMAND:
        return _found(scan, "command", 0, scan.code)
    if scan.kind in _BY_NUMBER:
        row = connection.execute(_numbered(scan.kind), {"code": scan.code}).first()
        if row is not None:
            return _found(scan, _BY_NUMBER[scan.kind][0], row.id, row.label)
    elif scan.gtin14:
        row = connection.execute(_PRODUCT, {"codes": same_gtin(scan.gtin14)}).first()
        if row is not None:
            return _found(scan, "product", row.id, row.label, row.pack_qty)
    if "\0" in scan.code:
        return _found(scan, UNKNOWN, 0, scan.code)
    row = connection.execute(_ANY, {"codes": [scan.code]}).first()
    if row is None:
        return _found(scan, UNKNOWN, 0, scan.code)
    return _found(scan, row.kind, row.id, row.label, row.pack_qty)


def _found(scan: Scan, kind: str, row_id: int, label: str, pack_qty: int = 1) -> Resolved:
    return Resolved(kind, row_id, label, scan.code, pack_qty, scan.lot, scan.expires, scan.serial, scan.fault)
