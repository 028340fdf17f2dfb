"""The packing bench: a shipment is opened by a scan, every item is scanned, and a wrong one stops the bench."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import Conflict, NotFound
from app.models import (
    Package,
    PackageLine,
    PickTask,
    Product,
    SalesOrder,
    Shipment,
    ShipmentLine,
    Warehouse,
)
from app.models.base import utc_now
from app.models.bulk import BulkInsert
from app.queries.bench_steps import BOX, SCAN
from app.services.bench import GOODS, Judged, as_piece, judge, name_piece
from app.services.context import use_case
from app.services.parcel_rows import begin, hold_shipment, lock_head, new_package
from app.services.parcel_weight import set_box
from app.services.put_backs import check_nothing_asked_back
from app.services.resolver import UNKNOWN, Resolved, resolve
from app.services.rows import local_day
from app.services.scanning import ScanResult, Verdict, answer

CONTEXT = "packing"


@dataclass(frozen=True, slots=True)
class BenchLine:
    """A line at the bench: how many base units were picked, how many of them lie in parcels."""

    line_id: int
    product_id: int
    sku: str
    name: str
    picked: int
    packed: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A shipment at the bench."""

    shipment_id: int
    number: str
    order_number: str
    packer: str
    lines: tuple[BenchLine, ...]


_READY = (
    sa.select(Shipment.id, Shipment.number, Shipment.state)
    .where(Shipment.state.in_(("picked", "packing")))
    .order_by(Shipment.id)
)
_READY_OF = {
    "shipment": sa.select(Shipment.id, Shipment.number, Shipment.state).where(
        Shipment.id == sa.bindparam("id")
    ),
    "order": _READY.where(Shipment.order_id == sa.bindparam("id")),
    "pick_list": _READY.where(Shipment.wave_id == sa.bindparam("id")),
    "pick_task": _READY.join(PickTask, PickTask.shipment_id == Shipment.id).where(
        PickTask.id == sa.bindparam("id")
    ),
    "parcel": _READY.join(Package, Package.shipment_id == Shipment.id).where(
        Package.id == sa.bindparam("id")
    ),
}
_ORDER_NUMBER = sa.select(SalesOrder.number).where(SalesOrder.id == sa.bindparam("order"))
_BENCH = (
    sa.select(
        *(
            ShipmentLine.id,
            ShipmentLine.product_id,
            Product.sku,
            Product.name,
            ShipmentLine.picked,
            ShipmentLine.packed,
        )
    )
    .join(Product, Product.id == ShipmentLine.product_id)
    .where(ShipmentLine.shipment_id == sa.bindparam("shipment"), ShipmentLine.picked > 0)
    .order_by(ShipmentLine.id)
)
_SCENE = (
    sa.select(
        *(Shipment.id, Shipment.number, Shipment.state, Shipment.order_id, Shipment.wave_id, Shipment.packer),
        *(Warehouse.time_zone, utc_now().label("now")),
        sa.select(Package.id)
        .where(
            Package.shipment_id == Shipment.id,
            Package.state == "open",
            sa.or_(sa.bindparam("package", type_=sa.BigInteger) == 0, Package.id == sa.bindparam("package")),
        )
        .order_by(Package.position.desc())
        .limit(1)
        .scalar_subquery()
        .label("open_package"),
        sa.select(sa.func.coalesce(sa.func.sum(ShipmentLine.picked - ShipmentLine.packed), 0))
        .where(ShipmentLine.shipment_id == Shipment.id)
        .scalar_subquery()
        .label("left"),
    )
    .join(Warehouse, Warehouse.id == Shipment.warehouse_id)
    .where(Shipment.id == sa.bindparam("shipment"))
)
_ITEMS = BulkInsert(PackageLine, ("package_id", "shipment_line_id", "lot_id", "serial_id", "qty"))
_OF_PARCEL = sa.select(Package.shipment_id).where(Package.id == sa.bindparam("id"))
_OF_TASK = sa.select(PickTask.shipment_id).where(PickTask.id == sa.bindparam("id"))


@use_case(Permission.SHIPMENT_PACK)
def open_for_packing(tx: Transaction, code: str, join: bool = False) -> Opened:
    """Open a shipment at the bench by scanning its list, order, shipment, a pick line or one of its parcels.

    Args:
        tx: The transaction.
        code: What was scanned.
        join: Pack together with whoever has begun.

    Raises:
        PackedByOther: somebody else packs it, and joining was not asked for.
        Conflict: it is not ready to pack, or the code stands for several shipments (they are named).
        NotFound: the code stands for no shipment.
    """
    found = resolve(tx, code)
    if found.kind not in _READY_OF:
        raise NotFound(
            f"{found.label or code!r} is no order, list or parcel to pack.",
            hint="Scan the pick list or the shipment.",
            code=code,
        )
    ready = tx.execute(_READY_OF[found.kind], {"id": found.id}).all()
    if len(ready) != 1:
        numbers = ", ".join(row.number for row in ready)
        raise Conflict(
            f"{found.label} stands for {len(ready)} shipments to pack{': ' + numbers if numbers else ''}.",
            hint="Scan one shipment." if ready else "Pick it first.",
            code=code,
            shipments=[row.number for row in ready],
        )
    head = lock_head(tx, ready[0].id)
    if head.state == "picked":  # what is begun is opened, so that goods can be taken out of its parcels
        check_nothing_asked_back(tx, head.id, head.number)
    packer = begin(tx, head, join=join)
    order = tx.execute(_ORDER_NUMBER, {"order": head.order_id}).scalar() if head.order_id else ""
    lines = tuple(
        BenchLine(row.id, row.product_id, row.sku, row.name, row.picked, row.packed)
        for row in tx.execute(_BENCH, {"shipment": head.id})
    )
    return Opened(head.id, head.number, order or "", packer, lines)


@use_case(Permission.SHIPMENT_PACK)
def scan_item(
    tx: Transaction, shipment_id: int, code: str, package_id: int | None = None, qty: int = 1
) -> ScanResult:
    """Scan an item into the open parcel; every scan is kept with its verdict, and a wrong one changes nothing else.

    Args:
        tx: The transaction.
        shipment_id: The shipment at the bench.
        code: What was scanned; a pack's code counts as its pack.
        package_id: The open parcel it goes into; the latest one if left out.
        qty: How often the code is to count (keyed before the scan), 1 or more.

    Raises:
        Conflict: the shipment is not at a bench, or the parcel is not an open one of it.
        NotFound: there is no such shipment.
    """
    hold_shipment(tx, shipment_id)
    scene = tx.execute(_SCENE, {"shipment": shipment_id, "package": package_id or 0}).first()
    if scene is None:
        raise NotFound(
            f"There is no shipment {shipment_id}.",
            hint="Scan its list again.",
            what="shipment",
            id=shipment_id,
        )
    if scene.state not in ("picked", "packing"):
        raise Conflict(
            f"Shipment {scene.number} is {scene.state}; nothing can be scanned into it.",
            hint="Open it again first." if scene.state == "packed" else "Pick it first.",
            shipment=scene.number,
            state=scene.state,
        )
    today = local_day(scene.now, scene.time_zone)
    found = resolve(tx, code, year=today.year)
    if found.kind == UNKNOWN:
        found = as_piece(tx, shipment_id, found)
    if found.kind != "product":
        return _not_an_item(tx, scene, found, code)
    rows = tx.execute(GOODS, {"shipment": shipment_id, "product": found.id}).all()
    pieces = max(1, qty) * found.pack_qty
    judged = judge(rows, found, pieces, today)
    if judged.verdict is Verdict.RIGHT and rows[0].serial_tracked:
        judged = name_piece(tx, shipment_id, found, rows, pieces)
    if judged.verdict is not Verdict.RIGHT:
        return answer(
            tx,
            CONTEXT,
            shipment_id,
            code,
            judged.verdict,
            judged.message,
            product_id=found.id,
            sku=found.label,
            left=int(scene.left),
            facts=judged.facts,
        )
    if package_id and scene.open_package is None:
        raise Conflict(
            f"This parcel is not an open parcel of {scene.number}.",
            hint="Open it again, or scan into another.",
            shipment=scene.number,
            package_id=package_id,
        )
    return _put_in(tx, scene, found, code, rows, judged)


def _put_in(
    tx: Transaction,
    scene: Any,
    found: Resolved,
    code: str,
    rows: Sequence[Any],
    judged: Judged,
) -> ScanResult:
    """Put what was scanned into the parcel, and count."""
    parcel, opened = scene.open_package, scene.open_package is None
    if scene.state == "picked" or parcel is None:
        head = lock_head(tx, scene.id)
        begin(tx, head, join=True)
        parcel = parcel or new_package(tx, head).package_id
    items = [
        {
            "package_id": parcel,
            "shipment_line_id": goods.line_id,
            "lot_id": goods.lot_id,
            "serial_id": judged.serial_id,
            "qty": taken,
        }
        for goods, taken in judged.chosen
    ]
    _ITEMS(tx, items)
    tx.changed("package", parcel)
    tx.changed("shipment", scene.id)
    pieces = sum(taken for _, taken in judged.chosen)
    lines = {row.shipment_line_id: row for row in rows}
    wanted = sum(int(row.picked) for row in lines.values())
    counted = sum(int(row.line_packed) for row in lines.values()) + pieces
    left = int(scene.left) - pieces
    words = f"{found.label}: {counted} of {wanted}."
    verdict = Verdict.COMPLETE if not left else Verdict.RIGHT
    return answer(
        tx,
        CONTEXT,
        scene.id,
        code,
        verdict,
        f"{words} Everything is packed: close the parcel." if not left else words,
        step="close" if not left else "scan",
        qty=pieces,
        product_id=found.id,
        sku=found.label,
        counted=counted,
        wanted=wanted,
        left=left,
        facts=judged.facts | {"package_id": parcel},
        did=SCAN,
        kept={"package": parcel, "serial": judged.serial_id or 0, "opened": opened},
    )


def _not_an_item(tx: Transaction, scene: Any, found: Resolved, code: str) -> ScanResult:
    """A scan that is no article: the shipment's own papers are all right, everything else stops the bench."""
    mine = {"shipment": scene.id, "order": scene.order_id, "pick_list": scene.wave_id}
    if found.kind in ("parcel", "pick_task"):
        statement = _OF_PARCEL if found.kind == "parcel" else _OF_TASK
        same = tx.execute(statement, {"id": found.id}).scalar() == scene.id
    else:
        same = found.kind in mine and mine[found.kind] == found.id
    left = int(scene.left)
    facts: dict[str, str | int] = {"kind": found.kind, "label": found.label, "shipment": scene.number}
    if found.kind == "carton":
        chosen = set_box(tx, scene.id, found.id)
        return answer(
            tx,
            CONTEXT,
            scene.id,
            code,
            Verdict.INFO,
            f"Box {chosen.name} is taken.",
            step="box",
            left=left,
            facts=facts,
            did=BOX if chosen.changed else "",
            kept=chosen.kept,
        )
    if same:
        parcel = found.id if found.kind == "parcel" else 0
        return answer(
            tx,
            CONTEXT,
            scene.id,
            code,
            Verdict.INFO,
            f"{found.label}: this shipment is open already.",
            step="parcel" if parcel else "",
            left=left,
            facts=facts | {"package_id": parcel},
        )
    if found.kind in (UNKNOWN, "empty"):
        message = f"Nobody knows the code {code[:60]!r}."
        return answer(tx, CONTEXT, scene.id, code, Verdict.UNKNOWN, message, left=left, facts=facts)
    message = f"{found.label} is a {found.kind.replace('_', ' ')} that does not belong here."
    return answer(tx, CONTEXT, scene.id, code, Verdict.FOREIGN, message, left=left, facts=facts)
