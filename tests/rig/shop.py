"""A small shop for tests, made through the services by the owner: one warehouse, a few goods, one customer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from app.database import Transaction
from app.domain.address import PostalAddress
from app.domain.permissions import Permission
from app.services.catalogue import NewProduct, add_product, lot_of, set_tax_rate
from app.services.context import use_case
from app.services.ledger import LedgerRow, post_numbered
from app.services.orders import Entered, NewLine, NewOrder, Placed, confirm_order, enter_order, place_order
from app.services.parties import NewCustomer, add_customer
from app.services.reasons import ensure_reasons
from app.services.release import Released, release_shipments
from app.services.sites import NewLocation, add_locations, add_warehouse, standard_location
from tests.rig.databases import World

BINS = ("A-01", "A-02", "A-03", "B-01", "B-02", "B-03")
"""In walking order (`walk_seq` 10, 20, ...); A-01 is a pick face, the others storage."""

GTIN = {"MUG": "4006381333931", "TEA": "5901234123457", "POT": "7622210449283", "JAR": "3017620422003"}
MUG_CARTON = "14006381333938"
"""Stands for six mugs."""
STOCK = (
    ("MUG", "A-01", 10),
    ("MUG", "B-01", 40),
    ("TEA", "A-02", 30),
    ("POT", "A-03", 20),
    ("JAR", "B-02", 12),
)
TEA_LOT = "T1"
TEA_EXPIRES = date(2099, 12, 31)

ADDRESS = PostalAddress(
    country_code="FR",
    name="Ada Lovelace",
    company_name="Analytique SARL",
    street_address="1 rue Nationale",
    postal_code="59000",
    city="Lille",
    phone="+33 3 20 00 00 00",
    email="ada@example.org",
)


@dataclass(frozen=True, slots=True)
class Level:
    """What a shop may sell of a product, what is promised, and what lies and is claimed in all places."""

    sellable: int
    reserved: int
    on_hand: int
    allocated: int


@use_case(Permission.STOCK_RECEIVE)
def bring(
    tx: Transaction,
    warehouse_id: int,
    location_id: int,
    product_id: int,
    qty: int,
    lot: str,
    expires_on: date | None,
) -> int:
    """Receive goods straight into a place; the lot's id."""
    lot_id = lot_of(tx, product_id, lot, expires_on)
    supplier = standard_location(tx, warehouse_id, "supplier")
    post_numbered(
        tx,
        [
            LedgerRow(
                "receive",
                product_id,
                qty,
                lot_id=lot_id,
                to_lot_id=lot_id,
                from_location_id=supplier,
                to_location_id=location_id,
            )
        ],
    )
    return lot_id


class Shop:
    """One warehouse with bins `BINS`, products with `STOCK`, a customer in Lille, French VAT of 20 %, the standard reasons.

    `product`, `place` and `customer` are ids; prices are 2.50, 5.00, ... EUR; weights 100, 200, ... g. TEA is tracked by lot.
    """

    def __init__(self, world: World, *, stock: bool = True) -> None:
        self.world = world
        self.owner = world.owner
        ensure_reasons(self.owner)
        self.warehouse = add_warehouse(self.owner, "LIL", "Lille")
        places = tuple(
            NewLocation(
                code, "pick_face" if code == "A-01" else "storage", code[0], code[2:], walk_seq=10 * seq
            )
            for seq, code in enumerate(BINS, 1)
        )
        self.place = dict(zip(BINS, add_locations(self.owner, self.warehouse, places), strict=True))
        self.product: dict[str, int] = {}
        for seq, (sku, gtin) in enumerate(GTIN.items(), 1):
            codes = ((gtin, 1), (MUG_CARTON, 6)) if sku == "MUG" else ((gtin, 1),)
            self.add_product(
                sku, price=f"{seq * 2.5:.2f}", weight_g=100 * seq, lot_tracked=sku == "TEA", barcodes=codes
            )
        set_tax_rate(self.owner, "FR", "standard", Decimal("0.2"), date(2014, 1, 1))
        self.customer = add_customer(self.owner, NewCustomer("C1", "Analytique", bill_address=ADDRESS))
        if stock:
            for sku, code, qty in STOCK:
                if sku == "TEA":
                    self.bring(sku, qty, code, lot=TEA_LOT, expires_on=TEA_EXPIRES)
                else:
                    self.bring(sku, qty, code)

    def add_product(self, sku: str, *, price: str = "1.00", **fields: Any) -> int:
        """Add a product; further fields as `NewProduct`."""
        self.product[sku] = add_product(
            self.owner, NewProduct(sku, f"{sku.capitalize()} of the shop", Decimal(price), **fields)
        )
        return self.product[sku]

    def bring(
        self, sku: str, qty: int, code: str = "B-03", *, lot: str = "", expires_on: date | None = None
    ) -> int:
        """Receive goods into a bin; the lot's id."""
        return bring(self.owner, self.warehouse, self.where(code), self.product[sku], qty, lot, expires_on)

    def new_order(self, lines: Mapping[str, int], **fields: Any) -> NewOrder:
        """An order of the shop's customer for {SKU: quantity}; further fields as `NewOrder`."""
        wanted = tuple(NewLine(self.product[sku], qty) for sku, qty in lines.items())
        return NewOrder(self.customer, self.warehouse, wanted, **fields)

    def draft(self, lines: Mapping[str, int], **fields: Any) -> Entered:
        """An order that is entered only."""
        return enter_order(self.owner, self.new_order(lines, **fields))

    def confirmed(self, lines: Mapping[str, int], **fields: Any) -> int:
        """An order that waits for its reservation; the id of its planned shipment."""
        return confirm_order(self.owner, self.draft(lines, **fields).order_id).shipment_ids[0]

    def order(self, lines: Mapping[str, int], **fields: Any) -> Placed:
        """An order that is entered, confirmed and reserved."""
        return place_order(self.owner, self.new_order(lines, **fields))

    def released(self, *orders: Mapping[str, int]) -> Released:
        """Orders on one pick list."""
        return release_shipments(self.owner, tuple(self.order(lines).shipment_id for lines in orders))

    def state(self, table: str, row_id: int) -> str:
        """The state of a row: `state("shipment", 7)`."""
        return str(self.world.one(f"SELECT state FROM {table} WHERE id = :id", id=row_id))

    def shipment_lines(self, shipment_id: int) -> list[Any]:
        """The lines of a shipment by id, with the product's `sku`."""
        return self.world.rows(
            "SELECT s.*, p.sku FROM shipment_line AS s JOIN product AS p ON p.id = s.product_id"
            " WHERE s.shipment_id = :id ORDER BY s.id",
            id=shipment_id,
        )

    def where(self, code: str) -> int:
        """The id of a place by its code ('A-01', 'PACKING')."""
        if code not in self.place:
            self.place[code] = self.world.one(
                "SELECT id FROM location WHERE warehouse_id = :w AND code = :c", w=self.warehouse, c=code
            )
        return self.place[code]

    def stock(self, sku: str) -> Level:
        """What there is of a product in the warehouse."""
        rows = self.world.rows(
            "SELECT sellable, reserved FROM stock_level WHERE product_id = :p AND warehouse_id = :w",
            p=self.product[sku],
            w=self.warehouse,
        )
        pieces = self.world.rows(
            "SELECT coalesce(sum(on_hand), 0) AS on_hand, coalesce(sum(allocated), 0) AS allocated FROM stock_balance"
            " WHERE product_id = :p",
            p=self.product[sku],
        )[0]
        sellable, reserved = rows[0] if rows else (0, 0)
        return Level(sellable, reserved, int(pieces.on_hand), int(pieces.allocated))

    def in_place(self, sku: str, code: str) -> int:
        """How many pieces of a product lie in a place, all lots."""
        return int(
            self.world.one(
                "SELECT coalesce(sum(on_hand), 0) FROM stock_balance WHERE product_id = :p AND location_id = :l",
                p=self.product[sku],
                l=self.where(code),
            )
        )
