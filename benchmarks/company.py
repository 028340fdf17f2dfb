"""A warehouse for benchmarks, made through services: products with a barcode and stock that never runs out, one customer."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.database import Transaction
from app.domain.address import PostalAddress
from app.domain.codes import make_gtin
from app.domain.permissions import Permission
from app.services.catalogue import NewProduct, add_product, lot_of
from app.services.context import Context, use_case
from app.services.ledger import LedgerRow, post_numbered
from app.services.orders import NewLine, NewOrder
from app.services.parties import NewCustomer, add_customer
from app.services.reasons import ensure_reasons
from app.services.sites import NewLocation, add_locations, add_warehouse, standard_location

PLENTY = 100_000_000


@dataclass(frozen=True, slots=True)
class Company:
    """Ids of what was made; `gtins` and `products` go together."""

    warehouse: int
    customer: int
    products: tuple[int, ...]
    gtins: tuple[str, ...]
    bins: tuple[int, ...]

    def order(self, lines: list[tuple[int, int, int]]) -> NewOrder:
        """An order for (nth product from 1, pieces, price): the floor's basket."""
        wanted = tuple(NewLine(self.products[nth - 1], qty) for nth, qty, _ in lines)
        return NewOrder(self.customer, self.warehouse, wanted)


@use_case(Permission.STOCK_RECEIVE)
def fill(tx: Transaction, warehouse: int, products: tuple[int, ...], bins: tuple[int, ...], qty: int) -> int:
    """Put `qty` of each product into one bin each."""
    supplier = standard_location(tx, warehouse, "supplier")
    rows = []
    for nth, product in enumerate(products):
        lot = lot_of(tx, product)
        place = bins[nth % len(bins)]
        rows.append(
            LedgerRow(
                "receive",
                product,
                qty,
                lot_id=lot,
                to_lot_id=lot,
                from_location_id=supplier,
                to_location_id=place,
            )
        )
    return len(post_numbered(tx, rows))


def make_company(ctx: Context, products: int) -> Company:
    """Make it."""
    ensure_reasons(ctx)
    warehouse = add_warehouse(ctx, "BENCH", "Bench")
    places = tuple(
        NewLocation(
            f"{nth // 20:02d}-{nth % 20:02d}", "storage", f"{nth // 20:02d}", f"{nth % 20:02d}", walk_seq=nth
        )
        for nth in range(200)
    )
    bins = tuple(add_locations(ctx, warehouse, places))
    gtins = tuple(make_gtin(f"40063{nth:07d}") for nth in range(1, products + 1))
    made = tuple(
        add_product(
            ctx,
            NewProduct(
                f"SKU{nth:06d}", f"Product {nth}", Decimal("10.00"), weight_g=200, barcodes=((gtin, 1),)
            ),
        )
        for nth, gtin in enumerate(gtins, 1)
    )
    fill(ctx, warehouse, made, bins, PLENTY)
    address = PostalAddress(
        country_code="FR", name="Ada", street_address="1 rue A", city="Lille", postal_code="59000"
    )
    customer = add_customer(ctx, NewCustomer("C1", "Customer", bill_address=address))
    return Company(warehouse, customer, made, gtins, bins)
