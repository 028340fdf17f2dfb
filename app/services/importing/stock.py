"""Stock from files: received from the supplier side into the places that the file names, once a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.domain.permissions import Permission
from app.integrations.channels.base import Rejected, Row, StockRow
from app.models import ImportFile, Lot, Product
from app.models.bulk import BulkInsert
from app.models.stock import OWN_STOCK
from app.services.context import use_case
from app.services.importing.job import Job, Taken, chunks, column_names, execute_in, unstage
from app.services.importing.payloads import STOCK, encode
from app.services.importing.places import (
    Site,
    choose_site,
    make_places,
    open_site,
    places_named,
    warehouse_ids,
)
from app.services.importing.staging import BATCH, finish_import, staged_rows, touch
from app.services.ledger import LedgerRow, post_moves
from app.services.sites import standard_location

AT_ONCE = 20_000
"""Ledger rows of one statement."""
_PRODUCTS = sa.select(Product.sku, Product.id, Product.lot_tracked, Product.serial_tracked).where(
    Product.sku.in_(sa.bindparam("skus", expanding=True))
)
_LOTS = sa.select(Lot.id, Lot.product_id, Lot.code, Lot.expires_on).where(
    Lot.product_id.in_(sa.bindparam("ids", expanding=True)), Lot.owner_id == OWN_STOCK, Lot.status == "ok"
)
_NEW_LOTS = BulkInsert(
    Lot, ("product_id", "code", "owner_id", "expires_on"), returning=("id", "product_id", "code")
)
_DATE = (
    sa.update(Lot).where(Lot.id == sa.bindparam("lot")).values(expires_on=sa.bindparam("day", type_=sa.Date))
)
_BEFORE = sa.select(ImportFile.skipped).where(ImportFile.kind == "stock", ImportFile.status == "done")


@dataclass(frozen=True, slots=True)
class _Facts:
    """What rows are held against."""

    products: Mapping[str, Any]
    lots: Mapping[tuple[int, str], Any]
    places: Mapping[tuple[int, str], Any]
    warehouses: Mapping[str, int]


class Stock:
    """Takes in rows of stock.

    Args:
        job: The import.
        hashes: SHA-256 of each file, in order: a file that was received once is not received again.
    """

    def __init__(self, job: Job, hashes: Sequence[str]) -> None:
        assert job.profile.stock is not None
        self._job = job
        self._hashes = tuple(hashes)
        self._make_places = job.profile.stock.unknown_locations == "create"
        self._columns = column_names(job.profile.stock.columns)
        self._site = choose_site(job)

    def stage(self, row: Row) -> tuple[str, str, str] | Rejected:
        """One group a product."""
        assert isinstance(row, StockRow)
        return row.sku, "row", encode(row)

    def check(self) -> None:
        """Pass over what was received before, refuse unknown products and places, count the rest."""
        job, result = self._job, self._job.result
        before = self._received_before()
        dates: dict[tuple[str, str], date] = {}
        for staged in chunks(staged_rows(job.store, job.import_id), BATCH):
            again = [row for row in staged if row.line in before[row.file_no]]
            result.unchanged += len(again)
            rows = [(row, STOCK.decode(row.payload)) for row in staged if row.line not in before[row.file_no]]
            with job.ctx.reading() as connection:
                facts = _facts(connection, [row for _, row in rows], self._site)
            out = [row.id for row in again]
            for place, row in rows:
                if bad := self._problem(row, facts, dates):
                    job.reject(place.file_no, place.line, self._columns.get(bad[0], bad[0]), bad[1])
                    out.append(place.id)
                else:
                    result.lines += 1
                    result.created += row.qty
            unstage(job, out)
            last = staged[-1].group_key
            dates = {key: day for key, day in dates.items() if key[0] == last}

    def commit(self) -> None:
        """Receive everything in one transaction."""
        job = self._job
        skipped: dict[str, list[int]] = {one: [] for one in self._hashes}
        for file_no, line in job.result.rejected.lines():
            if file_no < len(self._hashes):
                skipped[self._hashes[file_no]].append(line)
        taken = commit_stock(job.ctx, job.import_id, self._site, encode(skipped))
        job.result.notes += taken.notes

    def _received_before(self) -> list[_Lines]:
        """The lines of each file that earlier imports received: all but those they skipped."""
        with self._job.ctx.reading() as connection:
            texts = connection.execute(_BEFORE).scalars().all()
        imports = [msgspec.json.decode(text, type=dict[str, list[int]]) for text in texts]
        return [
            _Lines(tuple(frozenset(one[name]) for one in imports if name in one)) for name in self._hashes
        ]

    def _problem(
        self, row: StockRow, facts: _Facts, dates: dict[tuple[str, str], date]
    ) -> tuple[str, str] | None:
        """Target and reason for which a row cannot be received."""
        product = facts.products.get(row.sku)
        if product is None:
            return "sku", f"there is no product '{row.sku}'"
        if product.serial_tracked:
            return "sku", f"'{row.sku}' is tracked by serial number; receive it at goods-in"
        if product.lot_tracked and not row.lot:
            return "lot", f"'{row.sku}' is tracked by lot, and the row names none"
        if row.expires_on is not None and not row.lot:
            return "expires_on", "goods that expire need a lot"
        lot = facts.lots.get((product.id, row.lot))
        day = (lot.expires_on if lot else None) or dates.get((row.sku, row.lot))
        if row.expires_on is not None:
            if day is not None and day != row.expires_on:
                return "expires_on", f"lot {row.lot} expires on {day}"
            dates[row.sku, row.lot] = row.expires_on
        return self._place_problem(row, facts)

    def _place_problem(self, row: StockRow, facts: _Facts) -> tuple[str, str] | None:
        code = row.location or self._site.bin
        warehouse_id = facts.warehouses.get(row.warehouse) if row.warehouse else self._site.warehouse_id
        if row.warehouse and warehouse_id is None and row.warehouse != self._site.code:
            return "warehouse", f"there is no warehouse '{row.warehouse}'"
        place = facts.places.get((warehouse_id or 0, code))
        if place is not None:
            return None if place.physical and place.active else ("location", f"no goods can lie in '{code}'")
        default_bin = code == self._site.bin and self._site.bin_missing and not row.warehouse
        if not default_bin and not self._make_places:
            return (
                "location",
                f"there is no place '{code}'; let the profile say unknown_locations = \"create\"",
            )
        if not self._job.may(Permission.SITE_EDIT):
            return "location", f"there is no place '{code}', and you may not make one"
        return None


@dataclass(frozen=True, slots=True)
class _Lines:
    """Lines of a file that were received: in any earlier import that did not skip them."""

    skipped: tuple[frozenset[int], ...]

    def __contains__(self, line: int) -> bool:
        return any(line not in one for one in self.skipped)


@use_case(Permission.STOCK_RECEIVE)
def commit_stock(tx: Transaction, import_id: int, site: Site, skipped: str) -> Taken:
    """Receive the staged rows, all or none; bins that are missing are made (which takes `site.edit`).

    Raises:
        ImportGivenUp: another desk has cleaned up this import.
        RuleBroken, Conflict: the ledger or another desk was against it.
    """
    touch(tx, import_id)
    warehouse_id, notes = open_site(tx, site)
    moves: list[tuple[int, int, int, int, int]] = []
    suppliers: dict[int, int] = {}
    rows = pieces = 0
    for staged in chunks(staged_rows(tx, import_id), BATCH):
        found = [STOCK.decode(row.payload) for row in staged]
        facts = _facts(tx, found, site)
        lots = _lot_ids(tx, found, facts)
        wanted = {(_warehouse(row, facts, warehouse_id), row.location or site.bin) for row in found}
        places = {key: row.id for key, row in places_named(tx, {code for _, code in wanted}).items()}
        places |= make_places(tx, wanted - set(places))
        for row in found:
            rows, pieces = rows + 1, pieces + row.qty
            if not row.qty:
                continue
            here = _warehouse(row, facts, warehouse_id)
            if here not in suppliers:
                suppliers[here] = standard_location(tx, here, "supplier")
            product_id = facts.products[row.sku].id
            place = places[here, row.location or site.bin]
            moves.append((product_id, lots[product_id, row.lot], suppliers[here], place, row.qty))
    moves.sort()
    for some in chunks(moves, AT_ONCE):
        post_moves(
            tx,
            [
                LedgerRow(
                    "receive",
                    product_id,
                    qty,
                    lot_id=lot_id,
                    to_lot_id=lot_id,
                    from_location_id=supplier,
                    to_location_id=place,
                    reason="import",
                )
                for product_id, lot_id, supplier, place, qty in some
            ],
        )
    finish_import(tx, import_id, f"{pieces} pieces in {rows} rows received", skipped)
    return Taken(pieces, 0, 0, notes)


def _warehouse(row: StockRow, facts: _Facts, default: int) -> int:
    return facts.warehouses.get(row.warehouse, default) if row.warehouse else default


def _facts(source: Connection | Transaction, rows: Sequence[StockRow], site: Site) -> _Facts:
    products = {
        one.sku: one for one in execute_in(source, _PRODUCTS, "skus", sorted({row.sku for row in rows}))
    }
    lots = execute_in(source, _LOTS, "ids", sorted(one.id for one in products.values()))
    return _Facts(
        products,
        {(one.product_id, one.code): one for one in lots},
        places_named(source, {row.location or site.bin for row in rows}),
        warehouse_ids(source),
    )


def _lot_ids(tx: Transaction, rows: Sequence[StockRow], facts: _Facts) -> dict[tuple[int, str], int]:
    """The lots of the rows, made or given their date where that is missing."""
    days: dict[tuple[int, str], date | None] = {}
    for row in rows:
        key = (facts.products[row.sku].id, row.lot)
        days[key] = row.expires_on or days.get(key)
    ids = {key: one.id for key, one in facts.lots.items() if key in days}
    dated = [
        {"lot": ids[key], "day": day}
        for key, day in days.items()
        if day is not None and key in ids and facts.lots[key].expires_on is None
    ]
    if dated:
        tx.execute(_DATE, dated)
    missing = [
        {"product_id": product_id, "code": code, "owner_id": OWN_STOCK, "expires_on": day}
        for (product_id, code), day in days.items()
        if (product_id, code) not in ids
    ]
    return ids | {(made.product_id, made.code): made.id for made in _NEW_LOTS(tx, missing)}
