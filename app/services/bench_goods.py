"""Goods at the bench that a shipment lets go, and others in their stead: which ones, and their rows in the ledger.

The ledger knows no way from the bench to quarantine for goods that a line holds. So a step is what happened by the books:
the pick is taken back to the bin it came from, the claim there is let go, damaged goods move on into quarantine, and other
goods are claimed and picked. On PostgreSQL a packer may do this through three functions alone (`models/sql/bench_goods.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import sqlalchemy as sa

from app.database import Transaction
from app.domain.supply import Demand, Pick, Strategy, plan
from app.errors import BadInput, Conflict, NotFound, Refused
from app.models import Location, Lot, Product, Serial, ShipmentLine, StockMove
from app.models.sql.bench_goods import DAMAGED, MISSING
from app.services.bench import GOODS, STANDS_AT_BENCH
from app.services.ledger import LedgerRow, mirror, post_moves
from app.services.locks import lock_levels
from app.services.parcels import SerialNeeded
from app.services.release import lock_supplies
from app.services.shipments import Head
from app.services.sites import standard_location

REASONS = {"damaged": DAMAGED, "missing": MISSING}


class NoneFree(Refused):
    """Nothing is free in stock that could be sent instead."""

    code = "packing.none_free"

    def __init__(self, sku: str, qty: int, free: int) -> None:
        super().__init__(
            f"{qty} {sku} wanted instead, {free} free in stock.",
            hint="Send the rest later (short), or call a supervisor.",
            sku=sku,
            qty=qty,
            free=free,
        )


class AtBenchNoMore(Conflict):
    """The step cannot be taken back any more: what it fetched lies in a parcel."""

    code = "packing.fetched_is_packed"


@dataclass(frozen=True, slots=True)
class Gone:
    """Pieces of a lot of a line that are let go: `bench` is where they lie, `back` the bin that they came from by the books."""

    line_id: int
    product_id: int
    owner_id: int
    lot_id: int
    bench: int
    back: int
    pieces: int
    serial_id: int | None = None


@dataclass(frozen=True, slots=True)
class Fetch:
    """Where other goods are to be fetched: place and lot as people call them."""

    place: str
    lot: str
    qty: int


_M = cast("sa.Table", StockMove.__table__)
_FROM = (
    sa.select(_M.c.from_location_id)
    .join(Location, Location.id == _M.c.from_location_id)
    .where(
        _M.c.shipment_line_id == sa.bindparam("line"),
        _M.c.lot_id == sa.bindparam("lot"),
        _M.c.kind == "pick",
        _M.c.reverses_id.is_(None),
        Location.sellable,
    )
    .order_by(_M.c.id.desc())
    .limit(1)
)
_PIECE = (
    sa.select(Serial.id, Serial.lot_id, Serial.location_id, Location.sellable)
    .join(Location, Location.id == Serial.location_id)
    .where(Serial.product_id == sa.bindparam("product"), Serial.code == sa.bindparam("code"))
)
_SKU = sa.select(Product.sku, Product.serial_tracked).where(Product.id == sa.bindparam("product"))
_LOT_NAMES = sa.select(Lot.id, Lot.code).where(Lot.id.in_(sa.bindparam("ids", expanding=True)))
_OTHERS = _M.alias("others")
_STEP = (
    sa.select(_M)
    .where(
        *(
            _M.c.op_key == sa.bindparam("step"),
            _M.c.reason.in_((DAMAGED, MISSING)),
            _M.c.reverses_id.is_(None),
        ),
        ~sa.exists()
        .where(_OTHERS.c.op_key == sa.bindparam("step"), ShipmentLine.id == _OTHERS.c.shipment_line_id)
        .where(ShipmentLine.shipment_id != sa.bindparam("shipment")),
    )
    .order_by(_M.c.id.desc())
)
_LET_GO = sa.select(
    sa.func.bench_let_go(
        *(sa.bindparam(name, type_=sa.BigInteger) for name in ("line", "lot", "bench", "back")),
        sa.bindparam("pieces", type_=sa.Integer),
        sa.bindparam("piece", type_=sa.BigInteger),
        sa.bindparam("promised", type_=sa.Boolean),
        *(sa.bindparam(name, type_=sa.Text) for name in ("why", "key")),
    )
)
_FETCH = sa.select(
    sa.func.bench_fetch(
        *(sa.bindparam(name, type_=sa.BigInteger) for name in ("line", "lot", "place", "bench")),
        sa.bindparam("pieces", type_=sa.Integer),
        *(sa.bindparam(name, type_=sa.Text) for name in ("why", "key")),
    )
)
_TAKE_BACK = sa.select(
    sa.func.bench_take_back(
        sa.bindparam("shipment", type_=sa.BigInteger),
        *(sa.bindparam(name, type_=sa.Text) for name in ("step", "key")),
    )
)


def sku_of(tx: Transaction, product_id: int) -> str:
    """How people call an article.

    Raises:
        NotFound: there is none.
    """
    row = tx.execute(_SKU, {"product": product_id}).first()
    if row is None:
        raise NotFound(f"There is no article {product_id}.", hint="Scan it again.", product_id=product_id)
    return str(row.sku)


def find_gone(
    tx: Transaction, head: Head, lines: Sequence[Any], product_id: int, qty: int, problem: str, serial: str
) -> list[Gone]:
    """Which pieces at the bench are meant; the shipment and its lines are locked.

    Raises:
        BadInput: more than are left to pack, none, or a problem that is not known.
        SerialNeeded: a damaged piece has a number, and it was not scanned.
        NotFound: the shipment does not hold the article.
    """
    if problem not in REASONS:
        raise BadInput(
            f"{problem!r} is no problem of goods.",
            hint="Say missing or damaged.",
            field="problem",
            value=problem,
        )
    rows = tx.execute(GOODS, {"shipment": head.id, "product": product_id}).all()
    if not rows:
        sku = sku_of(tx, product_id)
        raise NotFound(
            f"{sku} does not lie at the bench for {head.number}.",
            hint="Scan what is meant.",
            what="product",
            id=product_id,
        )
    left = sum(max(0, int(row.left)) for row in rows)
    if not 0 < qty <= left:
        raise BadInput(
            f"{qty} of {rows[0].sku} cannot be {problem}; {left} are left to pack.",
            hint="Take it out of the parcel first." if not left else f"Enter 1 to {left}.",
            qty=qty,
            left=left,
        )
    mine = {line.id: line for line in lines}
    if rows[0].serial_tracked and problem == "damaged":
        return [_piece(tx, rows, mine, product_id, qty, serial)]
    gone: list[Gone] = []
    for row in rows:
        if (pieces := min(qty, max(0, int(row.left)))) > 0:
            gone.append(_gone(tx, mine[row.shipment_line_id], row.lot_id, pieces))
            qty -= pieces
    return gone


def _piece(
    tx: Transaction, rows: Sequence[Any], lines: dict[int, Any], product_id: int, qty: int, serial: str
) -> Gone:
    """The one damaged piece by its serial number, which stands in its bin until it is packed."""
    sku = rows[0].sku
    if not serial or qty != 1:
        raise SerialNeeded(
            f"Which {sku} is damaged? Its serial number says it.",
            hint="One at a time: scan its serial number.",
            sku=sku,
        )
    piece = tx.execute(_PIECE, {"product": product_id, "code": serial}).first()
    row = next(
        (one for one in rows if piece is not None and one.lot_id == piece.lot_id and one.left > 0), None
    )
    if piece is None or row is None or not piece.sellable:
        raise BadInput(
            f"Serial number {serial} of {sku} was not picked for this shipment.",
            hint="Scan the serial number of the damaged piece.",
            serial=serial,
            sku=sku,
        )
    found = _gone(tx, lines[row.shipment_line_id], row.lot_id, 1)
    return Gone(
        *(found.line_id, found.product_id, found.owner_id, found.lot_id, found.bench),
        back=piece.location_id,
        pieces=1,
        serial_id=piece.id,
    )


def _gone(tx: Transaction, line: Any, lot_id: int, pieces: int) -> Gone:
    named = {"line": line.id, "lot": lot_id}
    bench: int = tx.execute(STANDS_AT_BENCH, named).scalar_one()
    back: int = tx.execute(_FROM, named).scalar_one()
    return Gone(line.id, line.product_id, line.owner_id, lot_id, bench, back, pieces)


def let_go(tx: Transaction, head: Head, gone: Sequence[Gone], problem: str, *, promised: bool) -> None:
    """Let pieces go; their line stays promised so many, or not."""
    why = REASONS[problem]
    for one in gone:
        tx.changed("stock", one.product_id)
        if tx.postgresql:
            tx.execute(
                _LET_GO,
                {
                    "line": one.line_id,
                    "lot": one.lot_id,
                    "bench": one.bench,
                    "back": one.back,
                    "pieces": one.pieces,
                    "piece": one.serial_id,
                    "promised": promised,
                    "why": why,
                    "key": tx.op_key,
                },
            )
            continue
        lots = {"lot_id": one.lot_id, "to_lot_id": one.lot_id}
        line, back = one.line_id, one.back
        # One by one, in this order: SQLite's trigger sees row after row, and each rests on the one before.
        _post(
            tx,
            one,
            "pick",
            why,
            **lots,
            from_location_id=one.bench,
            to_location_id=back,
            shipment_line_id=line,
        )
        _post(tx, one, "deallocate", why, lot_id=one.lot_id, from_location_id=back, shipment_line_id=line)
        if not promised:
            _post(tx, one, "release", why, shipment_line_id=line)
        if problem == "damaged":
            apart = standard_location(tx, head.warehouse_id, "quarantine")
            _post(
                tx,
                one,
                "move",
                why,
                **lots,
                from_location_id=back,
                to_location_id=apart,
                serial_id=one.serial_id,
            )


def fetch(tx: Transaction, head: Head, gone: Sequence[Gone], problem: str) -> list[Fetch]:
    """Claim and pick other goods instead, before the old ones are let go; where they lie.

    Raises:
        NoneFree: not so many are free, or all are promised to others.
    """
    picks, names, lot_names = _plan(tx, head, gone, problem)
    let_go(tx, head, gone, problem, promised=True)
    benches = {one.line_id: one.bench for one in gone}
    why = REASONS[problem]
    for pick in picks:
        bench = benches[pick.line_id]
        if tx.postgresql:
            tx.execute(
                _FETCH,
                {
                    "line": pick.line_id,
                    "lot": pick.lot_id,
                    "place": pick.location_id,
                    "bench": bench,
                    "pieces": pick.qty,
                    "why": why,
                    "key": tx.op_key,
                },
            )
            continue
        here = {"from_location_id": pick.location_id, "shipment_line_id": pick.line_id, "lot_id": pick.lot_id}
        _post(tx, pick, "allocate", why, **here)
        _post(tx, pick, "pick", why, **here, to_lot_id=pick.lot_id, to_location_id=bench)
    return [Fetch(names[pick.location_id], lot_names.get(pick.lot_id, ""), pick.qty) for pick in picks]


def _plan(
    tx: Transaction, head: Head, gone: Sequence[Gone], problem: str
) -> tuple[tuple[Pick, ...], dict[int, str], dict[int, str]]:
    """Which goods instead, planned on locked levels and balances; names of places and lots."""
    product_id = gone[0].product_id
    wanted: dict[tuple[int, int], int] = {}
    for one in gone:
        wanted[one.line_id, one.owner_id] = wanted.get((one.line_id, one.owner_id), 0) + one.pieces
    pieces = sum(wanted.values())
    unpromised: dict[int, int] = {}
    for owner in sorted({owner for _, owner in wanted}):
        for level in lock_levels(tx, {product_id}, head.warehouse_id, owner):
            unpromised[owner] = level.sellable - level.reserved
    supplies, places = lock_supplies(tx, head, {product_id})
    if problem == "missing":
        # By the books the missing pieces lie in their bin again: there nobody should look for them once more.
        supplies = [one for one in supplies if one.location_id not in {gone_one.back for gone_one in gone}]
    demands = [Demand(line_id, product_id, owner, qty) for (line_id, owner), qty in wanted.items()]
    found = plan(demands, supplies, Strategy(head.strategy), prefer_kinds=("pick_face",))
    free = sum(pick.qty for pick in found.picks)
    if problem == "damaged":
        free = min(free, sum(max(0, qty) for qty in unpromised.values()))
    elif any(qty < 0 for qty in unpromised.values()):
        free = 0  # more is promised already than there is
    if free < pieces:
        raise NoneFree(sku_of(tx, product_id), pieces, free)
    lots = {
        row.id: row.code for row in tx.execute(_LOT_NAMES, {"ids": [pick.lot_id for pick in found.picks]})
    }
    return found.picks, {place_id: place.code for place_id, place in places.items()}, lots


def take_back(tx: Transaction, head: Head, step: str) -> list[Any]:
    """Undo a step of this module by the key it was done under, by mirrored rows; the rows it had posted.

    Raises:
        Conflict: nothing was done under this key for this shipment, or what it fetched is packed.
    """
    rows = tx.execute(_STEP, {"step": step, "shipment": head.id}).all()
    if not rows:
        raise Conflict("This step is not to be found.", hint="Look at the shipment again.", step=step)
    _require_unpacked(tx, head, rows)
    for product_id in {row.product_id for row in rows}:
        tx.changed("stock", product_id)
    if tx.postgresql:
        tx.execute(_TAKE_BACK, {"shipment": head.id, "step": step, "key": tx.op_key})
    else:
        for row in rows:
            post_moves(tx, [mirror(row)])
    return list(rows)


def _require_unpacked(tx: Transaction, head: Head, rows: Sequence[Any]) -> None:
    fetched: dict[int, int] = {}
    for row in rows:
        if row.kind == "allocate":
            fetched[row.lot_id] = fetched.get(row.lot_id, 0) + row.qty
    if not fetched:
        return
    goods = tx.execute(GOODS, {"shipment": head.id, "product": rows[0].product_id}).all()
    for lot_id, qty in fetched.items():
        left = sum(int(row.left) for row in goods if row.lot_id == lot_id)
        if left < qty:
            raise AtBenchNoMore(
                f"What was fetched for {head.number} lies in a parcel.",
                hint="Take it out of the parcel first (undo its scan).",
                shipment=head.number,
                left=left,
            )


def _post(tx: Transaction, what: Gone | Pick, kind: str, why: str, **fields: Any) -> None:
    pieces = what.pieces if isinstance(what, Gone) else what.qty
    post_moves(tx, [LedgerRow(kind, what.product_id, pieces, reason=why, **fields)])
