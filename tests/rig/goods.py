"""A warehouse with a few articles and places, made through services, for tests of stock without any orders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import sqlalchemy as sa

from app.database import Transaction
from app.domain.flow import FLOWS
from app.domain.permissions import Permission
from app.models import (
    Blob,
    OrderLine,
    Package,
    PackageLine,
    PickTask,
    SalesOrder,
    Shipment,
    ShipmentLine,
    ShippingLabel,
    Wave,
)
from app.services.catalogue import NewProduct, add_product
from app.services.context import use_case
from app.services.ledger import LedgerRow, post_numbered
from app.services.parties import NewCustomer, add_customer
from app.services.reasons import ensure_reasons
from app.services.sites import add_location, add_warehouse, standard_location
from app.services.states import move_state
from app.services.stock import ReceiptLine, receive
from tests.rig.databases import World


@dataclass(frozen=True, slots=True)
class Depot:
    """Ids of what was made: `plain` has no lots, `dated` is kept by lot, `numbered` by serial number."""

    world: World
    warehouse: int
    plain: int
    dated: int
    numbered: int
    bin_a: int
    bin_b: int

    def place(self, kind: str) -> int:
        """The warehouse's standard place of a kind."""
        with self.world.database().reading() as connection:
            return standard_location(connection, self.warehouse, kind)

    def lot(self, product_id: int, code: str = "", status: str = "ok") -> int:
        """A lot that is there."""
        found: int = self.world.one(
            "SELECT id FROM lot WHERE product_id = :p AND code = :c AND status = :s",
            p=product_id,
            c=code,
            s=status,
        )
        return found

    def stock(self, product_id: int, qty: int, location_id: int, code: str = "") -> int:
        """Receive some; the lot's id."""
        receive(self.world.owner, self.warehouse, (ReceiptLine(product_id, qty, code, None, location_id),))
        return self.lot(product_id, code)

    def on_hand(self, product_id: int, location_id: int) -> int:
        """How many lie there, of all lots."""
        found: int = self.world.one(
            "SELECT coalesce(sum(on_hand), 0) FROM stock_balance WHERE product_id = :p AND location_id = :l",
            p=product_id,
            l=location_id,
        )
        return found

    def level(self, product_id: int) -> tuple[int, int]:
        """(sellable, reserved) of a product."""
        rows = self.world.rows(
            "SELECT sellable, reserved FROM stock_level WHERE product_id = :p", p=product_id
        )
        return (rows[0].sellable, rows[0].reserved) if rows else (0, 0)

    def line(
        self,
        product_id: int,
        qty: int,
        *,
        reserve: int = 0,
        promised: date | None = None,
        order_line: int | None = None,
    ) -> int:
        """A shipment of one line, without an order; the line's id."""
        count = self.world.one("SELECT count(*) FROM shipment") + 1
        with self.world.database().engine.begin() as connection:
            shipment = connection.execute(
                sa.insert(Shipment).returning(Shipment.id),
                {"number": f"SH-T{count}", "warehouse_id": self.warehouse, "promised_on": promised},
            ).scalar_one()
            values = {
                "shipment_id": shipment,
                "order_line_id": order_line,
                "product_id": product_id,
                "warehouse_id": self.warehouse,
                "qty": qty,
            }
            line: int = connection.execute(
                sa.insert(ShipmentLine).returning(ShipmentLine.id), values
            ).scalar_one()
        if reserve:
            post(self.world.owner, (LedgerRow("reserve", product_id, reserve, shipment_line_id=line),))
            step(self.world.owner, "shipment", shipment, "reserve")
        return line

    def claim(self, line: int, lot: int, location: int, qty: int) -> None:
        """Allocate goods to a line and make the pick task; the shipment is released."""
        found = self.world.rows("SELECT shipment_id, product_id FROM shipment_line WHERE id = :i", i=line)[0]
        row = LedgerRow(
            "allocate", found.product_id, qty, lot_id=lot, from_location_id=location, shipment_line_id=line
        )
        post(self.world.owner, (row,))
        step(self.world.owner, "shipment", found.shipment_id, "release")
        packing = self.place("packing")
        with self.world.database().engine.begin() as connection:
            wave = connection.execute(
                sa.insert(Wave).returning(Wave.id), {"number": f"PL-T{line}", "warehouse_id": self.warehouse}
            ).scalar_one()
            connection.execute(
                sa.insert(PickTask),
                {
                    "number": f"PT-T{line}",
                    "wave_id": wave,
                    "shipment_id": found.shipment_id,
                    "shipment_line_id": line,
                    "product_id": found.product_id,
                    "lot_id": lot,
                    "from_location_id": location,
                    "to_location_id": packing,
                    "qty": qty,
                },
            )

    def pick(self, line: int, lot: int, location: int, qty: int) -> int:
        """Carry claimed goods to the packing place; the ledger row."""
        return self.carry("pick", line, lot, location, self.place("packing"), qty)

    def ship(self, line: int, lot: int, qty: int) -> int:
        """Hand picked goods to the customer; the ledger row."""
        return self.carry("ship", line, lot, self.place("packing"), self.place("customer"), qty)

    def carry(self, kind: str, line: int, lot: int, source: int, target: int, qty: int) -> int:
        """Post one move of a line's goods."""
        row = LedgerRow(
            kind,
            self.world.one("SELECT product_id FROM shipment_line WHERE id = :i", i=line),
            qty,
            lot_id=lot,
            to_lot_id=lot,
            from_location_id=source,
            to_location_id=target,
            shipment_line_id=line,
        )
        return post(self.world.owner, (row,))

    def order(self, product_id: int, qty: int, net: int = 0) -> tuple[int, int]:
        """A draft order of one line at 20 % tax; (order, order line)."""
        customer = self.world.rows("SELECT id FROM customer")
        customer_id = customer[0].id if customer else add_customer(self.world.owner, NewCustomer("C1", "Ada"))
        count = self.world.one("SELECT count(*) FROM sales_order") + 1
        with self.world.database().engine.begin() as connection:
            order: int = connection.execute(
                sa.insert(SalesOrder).returning(SalesOrder.id),
                {
                    "number": f"SO-T{count}",
                    "customer_id": customer_id,
                    "warehouse_id": self.warehouse,
                    "ordered_on": date(2026, 1, 1),
                    "gross": net,
                    "net": net,
                },
            ).scalar_one()
            line: int = connection.execute(
                sa.insert(OrderLine).returning(OrderLine.id),
                {
                    "order_id": order,
                    "position": 1,
                    "product_id": product_id,
                    "qty": qty,
                    "tax_rate": Decimal("0.2"),
                    "net": net,
                    "gross": net,
                },
            ).scalar_one()
        return order, line

    def sold(self, product_id: int, lot: int, location: int, qty: int, net: int = 0) -> tuple[int, int]:
        """An order of one line, shipped whole from a place and closed; (order, order line)."""
        order, order_line = self.order(product_id, qty, net)
        self.send(self.line(product_id, qty, reserve=qty, order_line=order_line), lot, location, qty)
        for verb in ("confirm", "close"):
            step(self.world.owner, "sales_order", order, verb)
        return order, order_line

    def send(self, line: int, lot: int, location: int, qty: int) -> None:
        """Release, pick, pack, label and ship the only line of a reserved shipment."""
        shipment = self.world.one("SELECT shipment_id FROM shipment_line WHERE id = :i", i=line)
        self.claim(line, lot, location, qty)
        self.pick(line, lot, location, qty)
        self._pack(shipment, line, lot, qty)
        self.ship(line, lot, qty)
        step(self.world.owner, "shipment", shipment, "ship")

    def _pack(self, shipment: int, line: int, lot: int, qty: int) -> None:
        """All of a line in one labelled parcel, and the shipment packed."""
        ctx = self.world.owner
        for verb in ("start_pick", "finish_pick", "start_pack"):
            step(ctx, "shipment", shipment, verb)
        with self.world.database().engine.begin() as connection:
            tasks = sa.update(PickTask).where(PickTask.shipment_id == shipment)
            connection.execute(tasks.values(picked=PickTask.qty, state="done"))
            package = connection.execute(
                sa.insert(Package).returning(Package.id),
                {"shipment_id": shipment, "sscc": f"{shipment:018d}", "position": 1},
            ).scalar_one()
            content = {"package_id": package, "shipment_line_id": line, "lot_id": lot, "qty": qty}
            connection.execute(sa.insert(PackageLine), content)
            sha = f"{shipment:064d}"
            connection.execute(
                sa.insert(Blob), {"sha256": sha, "media_type": "text/plain", "bytes": b"label"}
            )
            label = {"package_id": package, "tracking": f"T{shipment}", "blob_sha": sha}
            connection.execute(sa.insert(ShippingLabel), label)
        for verb in ("close", "label"):
            step(ctx, "package", package, verb)
        step(ctx, "shipment", shipment, "finish_pack")

    def line_state(self, line: int) -> tuple[int, int]:
        """(reserved, allocated) of a line."""
        row = self.world.rows("SELECT reserved, allocated FROM shipment_line WHERE id = :i", i=line)[0]
        return row.reserved, row.allocated

    def op_key(self, move: int) -> str:
        """The operation that posted a ledger row."""
        found: str = self.world.one("SELECT op_key FROM stock_move WHERE id = :i", i=move)
        return found


def make_depot(world: World) -> Depot:
    """Make it."""
    ctx = world.owner
    ensure_reasons(ctx)
    warehouse = add_warehouse(ctx, "LYS", "Lyon")
    return Depot(
        world,
        warehouse,
        plain=add_product(ctx, NewProduct("P-1", "Plain mug")),
        dated=add_product(ctx, NewProduct("D-1", "Dated tea", lot_tracked=True)),
        numbered=add_product(ctx, NewProduct("N-1", "Numbered camera", serial_tracked=True)),
        bin_a=add_location(ctx, warehouse, "A-01-1", walk_seq=1),
        bin_b=add_location(ctx, warehouse, "B-01-1", walk_seq=2),
    )


@use_case(Permission.STOCK_RESERVE)
def post(tx: Transaction, rows: tuple[LedgerRow, ...]) -> int:
    """Post ledger rows past all services; the id of the last."""
    return post_numbered(tx, rows)[-1]


@use_case()
def step(tx: Transaction, flow: str, row_id: int, verb: str) -> int:
    """Take a step of a flow past all services."""
    move_state(tx, next(one for one in FLOWS if one.name == flow), [row_id], verb)
    return row_id
