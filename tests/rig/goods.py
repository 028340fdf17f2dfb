"""A warehouse with a few articles and places, made through services, for tests of stock without any orders."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.catalogue import NewProduct, add_product
from app.services.sites import add_location, add_warehouse, standard_location
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


def make_depot(world: World) -> Depot:
    """Make it."""
    ctx = world.owner
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
