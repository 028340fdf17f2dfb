"""Products, their barcodes and lots, and the tax rates of countries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain import money
from app.domain.codes import GTIN_LENGTHS, verify_gtin
from app.domain.hazards import Hazard, checked
from app.domain.permissions import Permission
from app.domain.text import fold, sort_key
from app.errors import BadInput, Conflict
from app.models import Carton, Lot, Product, ProductBarcode, TaxRate
from app.models.bulk import BulkInsert
from app.models.stock import OWN_STOCK
from app.services.context import use_case
from app.services.rows import code_field, insert_new, must_find, text_field

STATUSES = ("active", "blocked", "discontinued")
_BARCODES = BulkInsert(ProductBarcode, ("code", "product_id", "pack_qty", "kind"), returning=("id",))
_CODES: sa.BindParameter[Any] = sa.bindparam("codes", expanding=True)
_KNOWN_CODES = sa.union_all(
    sa.select(ProductBarcode.code, Product.sku)
    .join(Product, Product.id == ProductBarcode.product_id)
    .where(ProductBarcode.code.in_(_CODES)),
    sa.select(Carton.barcode, Carton.code).where(Carton.barcode.in_(_CODES)),
)
_LOT = sa.select(Lot.id, Lot.expires_on).where(
    Lot.product_id == sa.bindparam("product"),
    Lot.code == sa.bindparam("code"),
    Lot.owner_id == sa.bindparam("owner"),
    Lot.status == sa.bindparam("status"),
)
_LOT_DATE = (
    sa.update(Lot)
    .where(Lot.id == sa.bindparam("lot"), Lot.expires_on.is_(None))
    .values(expires_on=sa.bindparam("day", type_=sa.Date))
)


class BarcodeTaken(Conflict):
    """A barcode stands for one product and one pack quantity only."""

    code = "catalogue.barcode_taken"

    def __init__(self, barcode: str, sku: str) -> None:
        super().__init__(
            f"Barcode {barcode} belongs to {sku} already.",
            hint="Give the other product its own code, or take this one away from it first.",
            barcode=barcode,
            sku=sku,
        )


class LotDateDiffers(Conflict):
    """A lot has one expiry date."""

    code = "catalogue.lot_date"

    def __init__(self, lot: str, known: date, given: date) -> None:
        super().__init__(
            f"Lot {lot} expires on {known}, not on {given}.",
            hint="Compare the printed lot and date; a misread separator joins them.",
            lot=lot,
            known=known.isoformat(),
            given=given.isoformat(),
        )


@dataclass(frozen=True, slots=True)
class NewProduct:
    """A product to add: price per base unit in `currency`, weight in grams, sizes in millimetres of one base unit.

    Below `floor_price` nobody sells without being asked; 0 for none.

    `barcodes` are pairs of a code and the base units it stands for, e.g. (("4006381333931", 1), ("14006381333938", 6)).
    """

    sku: str
    name: str
    unit_price: Decimal = Decimal(0)
    currency: str = "EUR"
    weight_g: int = 0
    length_mm: int = 0
    width_mm: int = 0
    height_mm: int = 0
    unit: str = "piece"
    category: str = ""
    tax_code: str = "standard"
    origin_country: str = ""
    customs_code: str = ""
    lot_tracked: bool = False
    serial_tracked: bool = False
    fragile: bool = False
    upright: bool = False
    reorder_point: int = 0
    supplier_id: int | None = None
    status: str = "active"
    un_number: str = ""
    shipping_name: str = ""
    hazard_class: str = ""
    packing_group: str = ""
    tunnel_code: str = ""
    limited_quantity: bool = False
    floor_price: Decimal = Decimal(0)
    barcodes: tuple[tuple[str, int], ...] = ()


@use_case(Permission.CATALOGUE_EDIT)
def add_product(tx: Transaction, product: NewProduct) -> int:
    """Add a product with its barcodes and its default lot; its id.

    Raises:
        BadInput: a field cannot be used.
        BarcodeTaken: a code belongs to another product.
        Conflict: the SKU is taken.
    """
    values = product_values(product)
    made: int = tx.execute(sa.insert(Product).values(values).returning(Product.id)).scalar_one()
    tx.execute(sa.insert(Lot).values(product_id=made, code="", owner_id=OWN_STOCK))
    _add_barcodes(tx, made, product.barcodes)
    tx.changed("product", made)
    return made


@use_case(Permission.CATALOGUE_EDIT)
def add_barcode(tx: Transaction, product_id: int, code: str, pack_qty: int = 1) -> int:
    """Let a code stand for `pack_qty` base units of a product; the id of the new row.

    Raises:
        NotFound: there is no such product.
        BarcodeTaken: the code (or the same GTIN with other leading zeros) belongs to a product already.
        BadInput: the code is empty or the quantity not positive.
    """
    must_find(
        tx.execute(sa.select(Product.id).where(Product.id == product_id)).first(), "product", product_id
    )
    made = _add_barcodes(tx, product_id, ((code, pack_qty),))[0]
    tx.changed("product", product_id)
    return made


@use_case(Permission.CATALOGUE_EDIT)
def remove_barcode(tx: Transaction, barcode_id: int) -> int:
    """Take a code away from its product; the product's id.

    Raises:
        NotFound: there is no such code.
    """
    statement = (
        sa.delete(ProductBarcode).where(ProductBarcode.id == barcode_id).returning(ProductBarcode.product_id)
    )
    gone = must_find(tx.execute(statement).first(), "barcode", barcode_id)
    tx.changed("product", gone.product_id)
    return int(gone.product_id)


@use_case(Permission.CATALOGUE_EDIT)
def set_status(tx: Transaction, product_id: int, status: str) -> str:
    """Make a product active, blocked (not to be sold) or discontinued (sold while stock lasts); the status before.

    Raises:
        BadInput: there is no such status.
        NotFound: there is no such product.
    """
    if status not in STATUSES:
        raise BadInput(
            f"{status!r} is no status of a product.",
            hint=f"There are {', '.join(STATUSES)}.",
            field="status",
            value=status,
        )
    before = must_find(
        tx.execute(sa.select(Product.status).where(Product.id == product_id)).first(), "product", product_id
    )
    tx.execute(
        sa.update(Product).where(Product.id == product_id).values(status=status, version=Product.version + 1)
    )
    tx.changed("product", product_id)
    return str(before.status)


@use_case(Permission.CATALOGUE_EDIT)
def set_tax_rate(tx: Transaction, country: str, tax_code: str, rate: Decimal, valid_from: date) -> int:
    """Say what tax a code bears in a country from a day on, as a fraction (0.2 is 20 %); the id of the row.

    Raises:
        BadInput: the rate is not between 0 and 1.
        Conflict: a rate from that day is there already.
    """
    money.tax_by_rate([(0, rate)])
    if len(country) != 2 or not country.isascii() or not country.isalpha():
        raise BadInput(
            f"{country!r} is no country code.", hint="Write two letters, such as FR.", value=country
        )
    values = {
        "country": country.upper(),
        "tax_code": code_field(tax_code, "tax code"),
        "rate": rate,
        "valid_from": valid_from,
    }
    made: int = tx.execute(sa.insert(TaxRate).values(values).returning(TaxRate.id)).scalar_one()
    tx.changed("tax_rate", made)
    return made


def lot_of(
    tx: Transaction,
    product_id: int,
    code: str = "",
    expires_on: date | None = None,
    owner_id: int = OWN_STOCK,
    status: str = "ok",
) -> int:
    """The lot of a product by its code, made when it is new; '' is the default lot of goods without one.

    Raises:
        BadInput: an expiry date is given without a lot code.
        LotDateDiffers: the lot is known with another expiry date.
        RuleBroken: (after the transaction) there is no such product or status.
    """
    code = code_field(code, "lot") if code.strip() else ""
    if expires_on is not None and not code:
        raise BadInput(
            "Goods that expire need a lot.", hint="Enter the lot printed beside the date.", field="lot"
        )
    key = {"product": product_id, "code": code, "owner": owner_id, "status": status}
    found = tx.execute(_LOT, key).first()
    if found is None:
        values = {
            "product_id": product_id,
            "code": code,
            "owner_id": owner_id,
            "status": status,
            "expires_on": expires_on,
        }
        made = insert_new(tx, Lot, values)
        if made is not None:
            tx.changed("lot", made)
            return made
        found = tx.execute(_LOT, key).one()
    if expires_on is not None and found.expires_on != expires_on:
        if found.expires_on is not None:
            raise LotDateDiffers(code, found.expires_on, expires_on)
        tx.execute(_LOT_DATE, {"lot": found.id, "day": expires_on})
        tx.changed("lot", found.id)
    return int(found.id)


def product_values(product: NewProduct) -> dict[str, Any]:
    """The columns of a new product, checked, with what search and sorting read.

    Raises:
        BadInput: a field cannot be used.
    """
    sku = code_field(product.sku, "SKU")
    name = text_field(product.name, "product name")
    money.gross(1, product.unit_price, currency=product.currency)
    money.gross(1, product.floor_price, currency=product.currency)
    measures = {
        field: getattr(product, field)
        for field in ("weight_g", "length_mm", "width_mm", "height_mm", "reorder_point")
    }
    for field, value in measures.items():
        if value < 0:
            raise BadInput(
                f"{sku}: {field} cannot be {value}.", hint="Enter zero or more.", field=field, value=value
            )
    if product.status not in STATUSES:
        raise BadInput(f"{product.status!r} is no status of a product.", field="status", value=product.status)
    return measures | {
        "sku": sku,
        "name": name,
        "search_text": fold(f"{sku} {name} {' '.join(code for code, _ in product.barcodes)}"),
        "sort_key": sort_key(name),
        "unit_price": product.unit_price,
        "floor_price": product.floor_price,
        "currency": product.currency,
        "unit": product.unit,
        "category": product.category,
        "tax_code": product.tax_code,
        "origin_country": product.origin_country,
        "customs_code": product.customs_code,
        "lot_tracked": product.lot_tracked,
        "serial_tracked": product.serial_tracked,
        "fragile": product.fragile,
        "upright": product.upright,
        "supplier_id": product.supplier_id,
        "status": product.status,
        **_hazard_values(product),
    }


def _hazard_values(product: NewProduct) -> dict[str, Any]:
    """What a product is as dangerous goods, as it is kept.

    Raises:
        BadHazard: a field cannot be used.
    """
    given = (product.un_number, product.shipping_name, product.hazard_class)
    hazard = checked(Hazard(*given, product.packing_group, product.tunnel_code, product.limited_quantity))
    return {
        "un_number": hazard.un_number,
        "shipping_name": hazard.name,
        "hazard_class": hazard.hazard_class,
        "packing_group": hazard.packing_group,
        "tunnel_code": hazard.tunnel,
        "limited_quantity": hazard.limited,
    }


def _add_barcodes(tx: Transaction, product_id: int, barcodes: tuple[tuple[str, int], ...]) -> list[int]:
    rows = []
    forms: list[str] = []
    for given, pack_qty in barcodes:
        code = code_field(given, "barcode")
        if pack_qty < 1:
            raise BadInput(
                f"Barcode {code} cannot stand for {pack_qty} units.",
                hint="Enter 1 or more.",
                field="pack_qty",
                value=pack_qty,
            )
        kind = "gtin" if verify_gtin(code) else "own"
        forms += same_gtin(code) if kind == "gtin" else [code]
        rows.append({"code": code, "product_id": product_id, "pack_qty": pack_qty, "kind": kind})
    if not rows:
        return []
    if taken := tx.execute(_KNOWN_CODES, {"codes": forms}).first():
        raise BarcodeTaken(taken.code, taken.sku)
    return [int(row.id) for row in _BARCODES(tx, rows)]


def same_gtin(code: str) -> list[str]:
    """All ways in which a GTIN is written: leading zeros change nothing (GS1 General Specifications, 3.3)."""
    core = code.lstrip("0")
    return [core.zfill(length) for length in GTIN_LENGTHS if len(core) <= length]
