"""Products from files: new ones are made, known ones take over what the file says differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.domain.codes import verify_gtin
from app.domain.permissions import Permission
from app.domain.text import fold, sort_key
from app.errors import Conflict
from app.integrations.channels.base import ProductRow, Rejected, Row
from app.models import Lot, Product, ProductBarcode, Supplier
from app.models.bulk import BulkInsert
from app.models.stock import OWN_STOCK
from app.services.catalogue import same_gtin
from app.services.context import use_case
from app.services.importing.job import Job, Taken, chosen, chunks, column_names, execute_in, unstage
from app.services.importing.payloads import PRODUCT, encode
from app.services.importing.staging import BATCH, finish_import, staged_rows, touch

_FIELDS = (
    *("name", "unit", "category", "weight_g", "length_mm", "width_mm", "height_mm", "unit_price", "currency"),
    *("origin_country", "customs_code", "reorder_point", "supplier_id", "status"),
)
_KNOWN = sa.select(Product.id, Product.sku, *(getattr(Product, name) for name in _FIELDS)).where(
    Product.sku.in_(sa.bindparam("skus", expanding=True))
)
_CODES = (
    sa.select(ProductBarcode.code, ProductBarcode.product_id, Product.sku)
    .join(Product, Product.id == ProductBarcode.product_id)
    .where(ProductBarcode.code.in_(sa.bindparam("codes", expanding=True)))
)
_OWN_CODES = (
    sa.select(ProductBarcode.product_id, ProductBarcode.code)
    .where(ProductBarcode.product_id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(ProductBarcode.id)
)
_SUPPLIERS = sa.select(Supplier.code, Supplier.id).where(
    Supplier.code.in_(sa.bindparam("codes", expanding=True))
)
_DEFAULTS = {
    "unit": "piece",
    "category": "",
    "unit_price": 0,
    "currency": "EUR",
    "origin_country": "",
    "customs_code": "",
    **dict.fromkeys(("weight_g", "length_mm", "width_mm", "height_mm", "reorder_point"), 0),
    "supplier_id": None,
    "status": "active",
}
_NEW = BulkInsert(Product, ("sku", "search_text", "sort_key", *_FIELDS), returning=("id", "sku"))
_LOTS = BulkInsert(Lot, ("product_id", "code", "owner_id"))
_BARCODES = BulkInsert(ProductBarcode, ("code", "product_id", "pack_qty", "kind"))
_NEW_SUPPLIERS = BulkInsert(Supplier, ("code", "name", "search_text", "sort_key"), returning=("code", "id"))
_CHANGE = (
    sa.update(Product)
    .where(Product.id == sa.bindparam("row_id"))
    .values({name: sa.bindparam(f"new_{name}") for name in (*_FIELDS, "search_text", "sort_key")})
    .values(version=Product.version + 1)
)


@dataclass(slots=True)
class _Plan:
    """What some staged rows come to.

    `bad`: row, target to blame, reason. `new`: sku, values, barcode ('' for none). `changed`: the known row, values, barcode.
    """

    bad: list[tuple[Any, str, str]]
    new: list[tuple[str, dict[str, Any], str]]
    changed: list[tuple[Any, dict[str, Any], str]]
    unchanged: int = 0


class Products:
    """Takes in rows of products.

    Args:
        job: The import.
    """

    def __init__(self, job: Job) -> None:
        assert job.profile.products is not None
        self._job = job
        self._section = job.profile.products
        self._columns = column_names(self._section.columns)
        self._says_discontinued = "discontinued" in self._columns

    def stage(self, row: Row) -> tuple[str, str, str] | Rejected:
        """One group a sku."""
        assert isinstance(row, ProductRow)
        if row.price is not None and not row.currency:
            column = self._columns.get("price", "price")
            return Rejected(row.file, row.line, column, "the price has no currency; name one in the profile")
        return row.sku, "row", encode(row)

    def check(self) -> None:
        """Count what is new, changed and unchanged; refuse repeated skus and barcodes that belong to others."""
        job, result = self._job, self._job.result
        taken: dict[str, str] = {}
        picked = chosen(job, self._section.repeated, self._columns.get("sku", "sku"))
        for rows in chunks(picked, BATCH):
            with job.ctx.reading() as connection:
                plan = _plan(connection, rows, self._says_discontinued, taken)
            for row, target, reason in plan.bad:
                job.reject(row.file_no, row.line, self._columns.get(target, target), reason)
            unstage(job, [row.id for row, _, _ in plan.bad])
            result.created += len(plan.new)
            result.changed += len(plan.changed)
            result.unchanged += plan.unchanged
        result.lines = result.created + result.changed

    def commit(self) -> None:
        """Make and change the products in one transaction."""
        job = self._job
        taken = commit_products(job.ctx, job.import_id, self._says_discontinued)
        job.result.take(taken.created, taken.changed, taken.unchanged)


@use_case(Permission.CATALOGUE_EDIT)
def commit_products(tx: Transaction, import_id: int, says_discontinued: bool) -> Taken:
    """Make the staged products that are new and change those that the file says differently.

    Raises:
        ImportGivenUp: another desk has cleaned up this import.
        Conflict: another desk made one of the products, or took a barcode, at the same moment.
    """
    touch(tx, import_id)
    created = changed = unchanged = 0
    taken: dict[str, str] = {}
    for rows in chunks(staged_rows(tx, import_id), BATCH):
        plan = _plan(tx, rows, says_discontinued, taken)
        if plan.bad:
            raise Conflict(f"{plan.bad[0][0].group_key}: {plan.bad[0][2]}.", hint="Import the file again.")
        make_products(tx, plan.new)
        _change(tx, plan)
        created, changed, unchanged = (
            created + len(plan.new),
            changed + len(plan.changed),
            unchanged + plan.unchanged,
        )
    finish_import(tx, import_id, f"{created} new, {changed} changed, {unchanged} unchanged")
    tx.changed("product")
    return Taken(created, changed, unchanged)


def _plan(
    connection: Connection | Transaction,
    staged: Sequence[Any],
    says_discontinued: bool,
    taken: dict[str, str],
) -> _Plan:
    """Compare rows with what is there; `taken` holds the barcodes given out earlier in this file."""
    rows = [(row, PRODUCT.decode(row.payload)) for row in staged]
    known = {one.sku: one for one in execute_in(connection, _KNOWN, "skus", [row.sku for _, row in rows])}
    suppliers = dict(
        tuple(one)
        for one in execute_in(
            connection, _SUPPLIERS, "codes", sorted({row.supplier for _, row in rows} - {""})
        )
    )
    forms = sorted({form for _, row in rows if row.barcode for form in _forms(row.barcode)})
    owners = {one.code: one.sku for one in execute_in(connection, _CODES, "codes", forms)}
    plan = _Plan([], [], [])
    for place, row in rows:
        found = next(
            (owner for form in _forms(row.barcode) if (owner := taken.get(form) or owners.get(form))), ""
        )
        if found and found != row.sku:
            plan.bad.append((place, "barcode", f"the barcode {row.barcode} belongs to {found}"))
            continue
        taken.update(dict.fromkeys(_forms(row.barcode), row.sku))
        barcode = "" if found else row.barcode
        there = known.get(row.sku)
        values = _values(row, there, says_discontinued)
        if row.supplier:
            values["supplier_id"] = suppliers.get(row.supplier, row.supplier)
        if there is None:
            plan.new.append((row.sku, values, barcode))
            continue
        differing = {name: value for name, value in values.items() if value != getattr(there, name)}
        if differing or barcode:
            plan.changed.append((there, differing, barcode))
        else:
            plan.unchanged += 1
    return plan


def _values(row: ProductRow, there: Any, says_discontinued: bool) -> dict[str, Any]:
    """What a row says; an empty cell says nothing."""
    texts = {"name": row.name, "unit": row.unit, "category": row.category, "origin_country": row.origin}
    texts["customs_code"] = row.tariff_code
    numbers = {
        name: getattr(row, name)
        for name in ("weight_g", "length_mm", "width_mm", "height_mm", "reorder_point")
    }
    values: dict[str, Any] = {name: value for name, value in texts.items() if value}
    values |= {name: value for name, value in numbers.items() if value is not None}
    if row.price is not None:
        values |= {"unit_price": row.price, "currency": row.currency}
    if row.discontinued:
        if there is None or there.status == "active":
            values["status"] = "discontinued"
    elif says_discontinued and there is not None and there.status == "discontinued":
        values["status"] = "active"
    return values


def _forms(barcode: str) -> tuple[str, ...]:
    """The ways in which a barcode may be written; GTINs may have zeros in front."""
    if not barcode:
        return ()
    return tuple(same_gtin(barcode)) if verify_gtin(barcode) else (barcode,)


def _supplier_ids(tx: Transaction, values: Sequence[dict[str, Any]]) -> None:
    """Make suppliers that only the file knows (by the code it gives) and put their ids in."""
    codes = sorted({one["supplier_id"] for one in values if isinstance(one.get("supplier_id"), str)})
    rows = [
        {"code": code, "name": code, "search_text": fold(code), "sort_key": sort_key(code)} for code in codes
    ]
    made = {row.code: row.id for row in _NEW_SUPPLIERS(tx, rows)}
    for one in values:
        if one.get("supplier_id") in made:
            one["supplier_id"] = made[one["supplier_id"]]
    if made:
        tx.changed("supplier")


def make_products(tx: Transaction, new: Sequence[tuple[str, dict[str, Any], str]]) -> None:
    """Make products from sku, values and barcode ('' for none), each with its default lot."""
    _supplier_ids(tx, [values for _, values, _ in new])
    rows = [
        _DEFAULTS | values | _found_by(sku, values["name"], barcode) | {"sku": sku}
        for sku, values, barcode in new
    ]
    ids = {made.sku: made.id for made in _NEW(tx, rows)}
    _LOTS(tx, [{"product_id": made, "code": "", "owner_id": OWN_STOCK} for made in ids.values()])
    _add_barcodes(tx, [(ids[sku], barcode) for sku, _, barcode in new])


def _change(tx: Transaction, plan: _Plan) -> None:
    _supplier_ids(tx, [values for _, values, _ in plan.changed])
    rows = []
    codes: dict[int, list[str]] = defaultdict(list)
    for one in execute_in(tx, _OWN_CODES, "ids", [there.id for there, _, _ in plan.changed]):
        codes[one.product_id].append(one.code)
    for there, values, barcode in plan.changed:
        full = {name: values.get(name, getattr(there, name)) for name in _FIELDS}
        full |= _found_by(there.sku, full["name"], *codes[there.id], barcode)
        rows.append({f"new_{name}": value for name, value in full.items()} | {"row_id": there.id})
    if rows:
        tx.execute(_CHANGE, rows)
    _add_barcodes(tx, [(there.id, barcode) for there, _, barcode in plan.changed])


def _found_by(sku: str, name: str, *barcodes: str) -> dict[str, str]:
    return {"search_text": fold(" ".join((sku, name, *barcodes))), "sort_key": sort_key(name)}


def _add_barcodes(tx: Transaction, pairs: Sequence[tuple[int, str]]) -> None:
    _BARCODES(
        tx,
        [
            {
                "code": code,
                "product_id": product_id,
                "pack_qty": 1,
                "kind": "gtin" if verify_gtin(code) else "own",
            }
            for product_id, code in pairs
            if code
        ],
    )
