"""A small world in which every kind of ledger row can be posted, with equal ids on both engines, and rows made by chance."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from app.models import Lot, PurchaseLine, PurchaseOrder, ReturnLine, ReturnOrder, Serial
from app.services.ledger import LedgerRow
from app.services.parties import add_supplier
from app.services.sites import add_warehouse
from tests.rig.databases import World
from tests.rig.goods import Depot, make_depot

PLAIN, DATED, NUMBERED = 1, 2, 3
"""The products of the depot: the first three rows of a fresh database."""


@dataclass(slots=True)
class Scene:
    """Ids of a small world in which every kind of row can be posted; equal on both engines."""

    depot: Depot
    bins: tuple[int, ...]
    benches: tuple[int, ...]
    supplier: int
    customer: int
    adjustment: int
    lots: dict[int, tuple[int, ...]]
    """Of each product: default lot, lot B, lot B blocked, somebody else's goods."""
    lines: tuple[tuple[int, int], ...]
    """(shipment line, product)."""
    return_line: int
    purchase_line: int
    serials: tuple[int, ...]


def make_scene(world: World) -> Scene:
    depot = make_depot(world)
    add_warehouse(world.owner, "FAR", "Far away")
    supplier = add_supplier(world.owner, "SUP", "Supplier")
    order, order_line = depot.order(depot.plain, 8)
    lines = [(depot.line(depot.plain, 8, order_line=order_line), depot.plain)]
    lines += [(depot.line(product, 8), product) for product in (depot.plain, depot.dated) * 4]
    lots: dict[int, tuple[int, ...]] = {}
    with world.database().engine.begin() as connection:
        for product in (depot.plain, depot.dated, depot.numbered):
            default = connection.execute(
                sa.select(Lot.id).where(Lot.product_id == product, Lot.code == "")
            ).scalar_one()
            more = [
                connection.execute(
                    sa.insert(Lot).returning(Lot.id),
                    {"product_id": product, "code": "B", "status": status, "owner_id": owner},
                ).scalar_one()
                for status, owner in (("ok", 0), ("blocked", 0), ("ok", 7))
            ]
            lots[product] = (default, *more)
        back = connection.execute(
            sa.insert(ReturnOrder).returning(ReturnOrder.id),
            {
                "number": "RMA-T1",
                "order_id": order,
                "customer_id": connection.execute(sa.text("SELECT id FROM customer")).scalar_one(),
                "warehouse_id": depot.warehouse,
            },
        ).scalar_one()
        return_line = connection.execute(
            sa.insert(ReturnLine).returning(ReturnLine.id),
            {
                "return_id": back,
                "order_line_id": order_line,
                "product_id": depot.plain,
                "reason": "defective",
                "qty": 4,
            },
        ).scalar_one()
        bought = connection.execute(
            sa.insert(PurchaseOrder).returning(PurchaseOrder.id),
            {"number": "PO-T1", "supplier_id": supplier, "warehouse_id": depot.warehouse},
        ).scalar_one()
        purchase_line = connection.execute(
            sa.insert(PurchaseLine).returning(PurchaseLine.id),
            {"purchase_order_id": bought, "position": 1, "product_id": depot.plain, "qty": 50},
        ).scalar_one()
        serials = tuple(
            connection.execute(
                sa.insert(Serial).returning(Serial.id),
                {"product_id": depot.numbered, "code": f"S{n}", "lot_id": lots[depot.numbered][0]},
            ).scalar_one()
            for n in range(3)
        )
    assert (depot.plain, depot.dated, depot.numbered) == (PLAIN, DATED, NUMBERED)
    return Scene(
        depot,
        (depot.bin_a, depot.bin_b),
        (depot.place("packing"), depot.place("staging")),
        depot.place("supplier"),
        depot.place("customer"),
        depot.place("adjustment"),
        lots,
        tuple(lines),
        return_line,
        purchase_line,
        serials,
    )


def goods_row(
    kind: str, product: int, lot: int, source: int, target: int, qty: int = 1, **more: Any
) -> LedgerRow:
    """A row that moves goods without changing their lot."""
    return LedgerRow(kind, product, qty, lot, lot, source, target, **more)


def claim_row(kind: str, product: int, lot: int, place: int, line: int, qty: int = 1) -> LedgerRow:
    return LedgerRow(kind, product, qty, lot_id=lot, from_location_id=place, shipment_line_id=line)


def any_row(scene: Scene, dice: random.Random) -> LedgerRow:
    """A row that may or may not be possible; one in ten is wrong in some way that only chance finds."""
    line, product = dice.choice(scene.lines)
    lots, qty = scene.lots[product], dice.randint(1, 5)
    lot = lots[dice.choice((0, 0, 0, 1, 1, 3))]
    shelf, bench = dice.choice(scene.bins), dice.choice(scene.benches)
    other = scene.bins[0] if shelf == scene.bins[1] else scene.bins[1]
    plain = scene.depot.plain
    numbered, serial = scene.depot.numbered, dice.choice(scene.serials)
    first = scene.lots[numbered][0]
    choices: tuple[tuple[int, LedgerRow], ...] = (
        (12, goods_row("receive", product, lot, scene.supplier, shelf, qty)),
        (
            3,
            goods_row(
                "receive",
                plain,
                lots[0] if product == plain else scene.lots[plain][0],
                scene.supplier,
                shelf,
                qty,
                purchase_line_id=scene.purchase_line,
            ),
        ),
        (
            1,
            goods_row(
                "receive",
                plain,
                scene.lots[plain][0],
                shelf,
                scene.supplier,
                qty,
                purchase_line_id=scene.purchase_line,
            ),
        ),
        (6, goods_row("move", product, lot, shelf, other, qty)),
        (3, goods_row("move", product, lot, shelf, bench, qty)),
        (3, goods_row("move", product, lot, shelf, other, qty, shipment_line_id=line)),
        (3, goods_row("move", product, lot, scene.benches[0], scene.benches[1], qty, shipment_line_id=line)),
        (10, goods_row("adjust", product, lot, shelf, scene.adjustment, qty)),
        (3, goods_row("adjust", product, lot, scene.adjustment, shelf, qty)),
        (2, goods_row("adjust", product, lot, bench, scene.adjustment, qty, shipment_line_id=line)),
        (4, replace(goods_row("relabel", product, lots[1], shelf, shelf, qty), to_lot_id=lots[2])),
        (3, replace(goods_row("relabel", product, lots[2], shelf, shelf, qty), to_lot_id=lots[1])),
        (2, replace(goods_row("relabel", product, lots[0], shelf, shelf, qty), to_lot_id=lots[3])),
        (16, LedgerRow("reserve", product, qty, shipment_line_id=line)),
        (5, LedgerRow("release", product, qty, shipment_line_id=line)),
        (14, claim_row("allocate", product, lot, shelf, line, qty)),
        (4, claim_row("deallocate", product, lot, shelf, line, qty)),
        (1, claim_row("deallocate", product, lot, bench, line, qty)),
        (1, claim_row("allocate", product, lots[2], shelf, line, qty)),
        (14, goods_row("pick", product, lot, shelf, bench, qty, shipment_line_id=line)),
        (3, goods_row("pick", product, lot, bench, shelf, qty, shipment_line_id=line)),
        (8, goods_row("ship", product, lot, bench, scene.customer, qty, shipment_line_id=line)),
        (2, goods_row("ship", product, lot, scene.customer, bench, qty, shipment_line_id=line)),
        (3, goods_row("return", product, lot, scene.customer, bench, qty)),
        (
            4,
            goods_row(
                "return",
                plain,
                scene.lots[plain][0],
                scene.customer,
                bench,
                qty,
                return_line_id=scene.return_line,
            ),
        ),
        (
            1,
            goods_row(
                "return",
                plain,
                scene.lots[plain][0],
                bench,
                scene.customer,
                qty,
                return_line_id=scene.return_line,
            ),
        ),
        (3, goods_row("receive", numbered, first, scene.supplier, shelf, serial_id=serial)),
        (3, goods_row("move", numbered, first, shelf, other, serial_id=serial)),
        (2, goods_row("adjust", numbered, first, shelf, scene.adjustment, serial_id=serial)),
        (1, goods_row("pick", product, lot, shelf, scene.customer, qty, shipment_line_id=line)),
        (1, goods_row("return", product, lot, scene.customer, shelf, qty, shipment_line_id=line)),
    )
    row = dice.choices([row for _, row in choices], [weight for weight, _ in choices])[0]
    return replace(row, product_id=scene.depot.dated) if dice.random() < 0.02 else row
