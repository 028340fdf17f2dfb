"""What services that move stock look up first: articles, places, lots, serial numbers; and the refusals they share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from app.database import Transaction
from app.errors import BadInput, Conflict, NotFound, Refused
from app.models import Location, Lot, Product, Serial
from app.models.bulk import BulkInsert
from app.models.stock import OWN_STOCK
from app.services.catalogue import LotDateDiffers
from app.services.ledger import LedgerRow
from app.services.locks import lock_balances, lock_levels

T = TypeVar("T")


class NotEnoughThere(Refused):
    """A place does not hold that many free pieces; nothing was moved."""

    code = "stock.nothing_there"

    def __init__(self, sku: str, place: str, *, wanted: int, on_hand: int, allocated: int) -> None:
        held = f", {allocated} of them for shipments" if allocated else ""
        super().__init__(
            f"{sku}: {wanted} wanted from {place}, {on_hand} there{held}.",
            hint="Count the place, or take the goods from another one.",
            sku=sku,
            place=place,
            wanted=wanted,
            on_hand=on_hand,
            allocated=allocated,
        )


class WrongPlace(Refused):
    """The place is not one that this step can use."""

    code = "stock.wrong_place"


class WrongLot(BadInput):
    """The lot or its expiry date does not fit the article."""

    code = "stock.wrong_lot"


class WrongSerials(BadInput):
    """The serial numbers do not fit the article or the quantity."""

    code = "stock.wrong_serials"


class WrongQuantity(BadInput):
    """A quantity that cannot be: zero, negative, or the whole step names nothing."""

    code = "stock.wrong_quantity"


@dataclass(frozen=True, slots=True)
class Article:
    """What a stock step must know of a product."""

    id: int
    sku: str
    lot_tracked: bool
    serial_tracked: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A location as stock steps see it."""

    id: int
    warehouse_id: int
    code: str
    kind: str
    physical: bool
    sellable: bool
    walk_seq: int


@dataclass(frozen=True, slots=True)
class Batch:
    """A lot as stock steps see it."""

    id: int
    product_id: int
    code: str
    owner_id: int
    status: str
    expires_on: date | None


_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_ARTICLES = sa.select(Product.id, Product.sku, Product.lot_tracked, Product.serial_tracked).where(
    Product.id.in_(_IDS)
)
_PLACE = sa.select(
    Location.id,
    Location.warehouse_id,
    Location.code,
    Location.kind,
    Location.physical,
    Location.sellable,
    Location.walk_seq,
)
_PLACES = _PLACE.where(Location.id.in_(_IDS))
_KINDS = _PLACE.where(
    Location.warehouse_id == sa.bindparam("warehouse"),
    Location.kind.in_(sa.bindparam("kinds", expanding=True)),
).order_by(Location.id.desc())
_LOTS = sa.select(Lot.id, Lot.product_id, Lot.code, Lot.owner_id, Lot.status, Lot.expires_on).where(
    Lot.id.in_(_IDS)
)
_LOTS_NAMED = sa.select(Lot.id, Lot.product_id, Lot.code, Lot.owner_id, Lot.status, Lot.expires_on).where(
    Lot.product_id.in_(_IDS), Lot.code.in_(sa.bindparam("codes", expanding=True))
)
_SERIALS = sa.select(Serial.id, Serial.product_id, Serial.code, Serial.location_id, Serial.lot_id).where(
    Serial.product_id.in_(_IDS), Serial.code.in_(sa.bindparam("codes", expanding=True))
)


_NEW_SERIALS = BulkInsert(Serial, ("product_id", "code", "lot_id"), returning=("id",))
_LOT_DATE = (
    sa.update(Lot)
    .where(Lot.id == sa.bindparam("lot"), Lot.expires_on.is_(None))
    .values(expires_on=sa.bindparam("day", type_=sa.Date))
)


def require_quantity(qty: int) -> None:
    """Go on only with at least one piece.

    Raises:
        WrongQuantity: it is zero or less.
    """
    if qty < 1:
        raise WrongQuantity(f"{qty} is no quantity for this step.", hint="Give one piece or more.", qty=qty)


def articles(tx: Transaction, ids: Collection[int]) -> dict[int, Article]:
    """The products of these ids.

    Raises:
        NotFound: one of them does not exist.
    """
    found = {row.id: Article(*tuple(row)) for row in tx.execute(_ARTICLES, {"ids": sorted(set(ids))}).all()}
    return _all_there(found, ids, "article")


def places(tx: Transaction, ids: Collection[int]) -> dict[int, Place]:
    """The locations of these ids.

    Raises:
        NotFound: one of them does not exist.
    """
    found = {row.id: Place(*tuple(row)) for row in tx.execute(_PLACES, {"ids": sorted(set(ids))}).all()}
    return _all_there(found, ids, "place")


def standard_places(tx: Transaction, warehouse_id: int, *kinds: str) -> dict[str, Place]:
    """The warehouse's place of each kind (of several the oldest).

    Raises:
        NotFound: the warehouse has no place of a kind.
    """
    rows = tx.execute(_KINDS, {"warehouse": warehouse_id, "kinds": list(kinds)}).all()
    found = {row.kind: Place(*tuple(row)) for row in rows}
    if missing := sorted(set(kinds) - set(found)):
        raise NotFound(
            f"The warehouse has no place of kind {', '.join(missing)}.",
            hint="Set the warehouse up first.",
            warehouse_id=warehouse_id,
            missing=missing,
        )
    return found


def lots(tx: Transaction, ids: Collection[int]) -> dict[int, Batch]:
    """The lots of these ids.

    Raises:
        NotFound: one of them does not exist.
    """
    found = {row.id: Batch(*tuple(row)) for row in tx.execute(_LOTS, {"ids": sorted(set(ids))}).all()}
    return _all_there(found, ids, "lot")


def _all_there(found: dict[int, T], ids: Collection[int], what: str) -> dict[int, T]:
    if missing := sorted(set(ids) - set(found)):
        raise NotFound(f"There is no such {what}.", hint="Scan or choose it again.", what=what, ids=missing)
    return found


@dataclass(frozen=True, slots=True)
class LotKey:
    """What makes a lot a lot of its own."""

    product_id: int
    code: str = ""
    owner_id: int = OWN_STOCK
    status: str = "ok"


def lots_for(tx: Transaction, wanted: Mapping[LotKey, date | None]) -> dict[LotKey, int]:
    """The id of each lot, made where it is new; the value is the expiry date it must have (None: any).

    Raises:
        LotDateDiffers: a lot is known with another expiry date.
    """
    found = _lots_named(tx, wanted)
    new = sorted(
        (key for key in wanted if key not in found),
        key=lambda k: (k.product_id, k.code, k.owner_id, k.status),
    )
    if new:
        insert: Any = postgresql.insert(Lot) if tx.postgresql else sqlite.insert(Lot)
        rows = [
            {
                "product_id": key.product_id,
                "code": key.code,
                "owner_id": key.owner_id,
                "status": key.status,
                "expires_on": wanted[key],
            }
            for key in new
        ]
        tx.execute(insert.on_conflict_do_nothing(), rows)
        found = _lots_named(tx, wanted)
        for key in new:
            tx.changed("lot", found[key].id)
    undated = []
    for key, expires_on in wanted.items():
        there = found[key]
        if expires_on is None or there.expires_on == expires_on:
            continue
        if there.expires_on is not None:
            raise LotDateDiffers(key.code, there.expires_on, expires_on)
        undated.append({"lot": there.id, "day": expires_on})
        tx.changed("lot", there.id)
    if undated:
        tx.execute(_LOT_DATE, undated)
    return {key: batch.id for key, batch in found.items()}


def _lots_named(tx: Transaction, wanted: Iterable[LotKey]) -> dict[LotKey, Batch]:
    keys = set(wanted)
    parameters = {
        "ids": sorted({key.product_id for key in keys}),
        "codes": sorted({key.code for key in keys}),
    }
    rows = (Batch(*tuple(row)) for row in tx.execute(_LOTS_NAMED, parameters).all())
    by_key = {LotKey(row.product_id, row.code, row.owner_id, row.status): row for row in rows}
    return {key: row for key, row in by_key.items() if key in keys}


def serials(tx: Transaction, wanted: Collection[tuple[int, str]]) -> dict[tuple[int, str], Any]:
    """Known serial numbers by (product, code): rows with id, location_id and lot_id."""
    if not wanted:
        return {}
    parameters = {
        "ids": sorted({product for product, _ in wanted}),
        "codes": sorted({code for _, code in wanted}),
    }
    rows = tx.execute(_SERIALS, parameters).all()
    return {(row.product_id, row.code): row for row in rows if (row.product_id, row.code) in set(wanted)}


def check_serials(article: Article, qty: int, codes: Sequence[str]) -> None:
    """Go on only with one number a piece where the article has numbers, and with none where it has not.

    Raises:
        WrongSerials: too few, too many, an empty or repeated one, or numbers for an article without.
    """
    wanted = qty if article.serial_tracked else 0
    if len(codes) != wanted or len(set(codes)) != len(codes) or not all(code.strip() for code in codes):
        needs = f"one serial number for each of {qty}" if article.serial_tracked else "no serial numbers"
        raise WrongSerials(
            f"{article.sku} takes {needs}; {len(set(codes))} different given.",
            hint="Scan each piece once.",
            sku=article.sku,
            wanted=wanted,
            given=len(set(codes)),
        )


def serial_ids(
    tx: Transaction, article: Article, place: Place, lot_id: int, codes: Sequence[str]
) -> list[int]:
    """The ids of serial numbers that must all be in this place and lot.

    Raises:
        Conflict: one is elsewhere or was never received.
    """
    known = serials(tx, [(article.id, code) for code in codes])
    for code in codes:
        row = known.get((article.id, code))
        if row is None or row.location_id != place.id or row.lot_id != lot_id:
            raise Conflict(
                f"{article.sku} {code} is not in {place.code}.",
                hint="Look the serial number up, or count the place.",
                sku=article.sku,
                serial=code,
                place=place.code,
            )
    return [known[article.id, code].id for code in codes]


def new_pieces(
    tx: Transaction, wanted: Sequence[tuple[int, str, int]], known: Mapping[int, Article], origin: Place
) -> dict[tuple[int, str], int]:
    """The id of each serial number (product, code, lot) that comes from outside, made where it is new.

    Raises:
        WrongSerials: one is given twice.
        Conflict: one is in the house, or left it another way than it now comes back.
    """
    new = {(product_id, code): lot_id for product_id, code, lot_id in wanted}
    if len(new) != len(wanted):
        raise WrongSerials("A serial number is given twice.", hint="Scan each piece once.")
    there = serials(tx, list(new))
    for (product_id, code), row in there.items():
        if row.location_id not in (None, origin.id):
            raise Conflict(
                f"{known[product_id].sku} {code} was received already.",
                hint="Look the serial number up.",
                sku=known[product_id].sku,
                serial=code,
            )
    ids: dict[tuple[int, str], int] = {key: row.id for key, row in there.items()}
    missing = [key for key in new if key not in there]
    made = _NEW_SERIALS(tx, [{"product_id": p, "code": code, "lot_id": new[p, code]} for p, code in missing])
    for key, got in zip(missing, made, strict=True):
        ids[key] = got.id
    return ids


def one_by_one(row: LedgerRow, serial_ids: Sequence[int]) -> list[LedgerRow]:
    """The row as it is, or one row a piece where pieces have serial numbers."""
    return [replace(row, qty=1, serial_id=serial) for serial in serial_ids] or [row]


def lock_stock(
    tx: Transaction, warehouse_id: int, product_ids: Collection[int], owners: Iterable[int] = (OWN_STOCK,)
) -> list[Any]:
    """Lock levels, then all balances of these products; returns the balances."""
    for owner in sorted(set(owners)):
        lock_levels(tx, product_ids, warehouse_id, owner)
    return lock_balances(tx, product_ids)


def require_free(
    rows: Iterable[LedgerRow],
    balances: Iterable[Any],
    known: Mapping[int, Article],
    where: Mapping[int, Place],
) -> None:
    """Go on only when every physical place that rows without a line leave has that many free pieces, by locked balances.

    Raises:
        NotEnoughThere: it has fewer, or they are held by shipments.
    """
    wanted: dict[tuple[int, int, int], int] = {}
    for row in rows:
        if (
            row.from_location_id is not None
            and where[row.from_location_id].physical
            and row.shipment_line_id is None
        ):
            key = (row.product_id, row.lot_id or 0, row.from_location_id)
            wanted[key] = wanted.get(key, 0) + row.qty
    there = {(row.product_id, row.lot_id, row.location_id): row for row in balances}
    for key, qty in sorted(wanted.items()):
        balance = there.get(key)
        on_hand, allocated = (balance.on_hand, balance.allocated) if balance else (0, 0)
        if qty > on_hand - allocated:
            raise NotEnoughThere(
                known[key[0]].sku, where[key[2]].code, wanted=qty, on_hand=on_hand, allocated=allocated
            )
