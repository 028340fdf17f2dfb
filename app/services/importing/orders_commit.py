"""Taking checked orders over: a dozen statements for each twenty thousand rows, all in one transaction.

Nobody waits for it on PostgreSQL, since it only adds rows. On SQLite it holds the one write lock, and therefore does nothing
row by row that a statement over the staging tables can do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.domain.promise import Calendar, promise_date
from app.errors import Conflict, Refused
from app.models import Customer, ImportNew, OrderRule, Product, ReasonCode, Warehouse
from app.models.base import utc_now
from app.models.sql.importing import SQLITE_LINES
from app.services.context import use_case
from app.services.importing.addresses import address_ids, save_addresses
from app.services.importing.customers import make_customers
from app.services.importing.job import execute_in
from app.services.importing.payloads import MICRO
from app.services.importing.places import Site, open_site
from app.services.importing.products import make_products
from app.services.importing.staging import BATCH, finish_import, touch
from app.services.reasons import INCOMPLETE_IMPORT, ensure_reasons
from app.services.rows import local_day
from app.services.ruling import Ruled, rule_orders
from app.services.shipments import record_events

ROWS_AT_ONCE = 20_000
"""Orders and lines of one statement, so that none meets the server's time limit."""


@dataclass(frozen=True, slots=True)
class Options:
    """How orders are taken over.

    Attributes:
        cuts: The last order of each statement, as numbered in the staging table.
        ship_complete: No order of the import is to be sent in parts, whatever its customer wants.
        site: The warehouse of all of them.
        may_make_reasons: The person may make the reason for a hold where the house has none yet (`catalogue.edit`).
    """

    cuts: tuple[int, ...]
    ship_complete: bool
    site: Site
    may_make_reasons: bool


_MINE = "o.import_id = :import_id AND o.seq BETWEEN :first AND :last"
_TAKEN = f"""import_order AS o JOIN sales_order AS s ON s.source = o.source AND s.external_number = o.external_number
 WHERE {_MINE}"""
_OPEN = _TAKEN + " AND o.target = 'confirmed'"
_ORDERS = f"""
INSERT INTO sales_order (number, state, channel, source, external_number, content_hash, customer_id, warehouse_id,
       customer_reference, currency, language, ordered_on, promised_on, shipped_on, ship_complete, ship_address_id,
       bill_address_id, carrier_service_id, freight, gross, net, total, note, internal_note, history, import_id)
SELECT {{number}}, t.* FROM (
  SELECT CASE o.target WHEN 'closed' THEN 'closed' ELSE 'draft' END, o.channel, o.source, o.external_number, o.content_hash,
         c.id, :warehouse, o.customer_reference, o.currency, c.language, coalesce(o.ordered_on, :today),
         CASE o.target WHEN 'confirmed' THEN coalesce(o.promised_on, :promise) ELSE o.promised_on END, o.shipped_on,
         c.ship_complete OR :complete, coalesce(a.id, c.ship_address_id), coalesce(c.bill_address_id, c.ship_address_id, a.id),
         o.carrier_service_id, o.freight, o.gross, o.net, o.net + o.freight, o.note, o.internal_note,
         o.target <> 'confirmed', o.import_id
    FROM import_order AS o JOIN customer AS c ON c.code = o.customer_code LEFT JOIN address AS a ON a.digest = o.address_digest
   WHERE {_MINE} ORDER BY o.seq) AS t"""
_SHIPMENTS = f"""
INSERT INTO shipment (number, order_id, warehouse_id, ship_address_id, carrier_service_id, ship_complete, priority, promised_on)
SELECT {{number}}, t.* FROM (
  SELECT s.id, s.warehouse_id, s.ship_address_id, s.carrier_service_id, s.ship_complete, s.priority, s.promised_on
    FROM {_OPEN} ORDER BY o.seq) AS t"""
_NUMBERED = {
    "postgresql": "next_number('{kind}')",
    "sqlite": "printf('{kind}-%s-%06d', strftime('%Y', 'now'), :before + row_number() OVER ())",
}
_DATES = (sa.bindparam("today", type_=sa.Date), sa.bindparam("promise", type_=sa.Date))
_ORDERS_ON = {
    engine: sa.text(_ORDERS.format(number=number.format(kind="SO"))).bindparams(*_DATES)
    for engine, number in _NUMBERED.items()
}
_SHIPMENTS_ON = {
    engine: sa.text(_SHIPMENTS.format(number=number.format(kind="SH")))
    for engine, number in _NUMBERED.items()
}
_LINES = {
    "postgresql": sa.text("SELECT import_lines(:import_id, :first, :last)"),
    "sqlite": sa.text(SQLITE_LINES),
}
_STEP = sa.text(
    "UPDATE sales_order SET state = :target, version = version + 1 WHERE state = 'draft' AND id IN"
    f" (SELECT s.id FROM {_TAKEN} AND o.target = :target)"
)
_SHIPMENT_LINES = sa.text(f"""
INSERT INTO shipment_line (shipment_id, order_line_id, product_id, owner_id, warehouse_id, qty)
SELECT t.* FROM (
  SELECT h.id, l.id, l.product_id, 0, h.warehouse_id, l.qty
    FROM import_order AS o JOIN sales_order AS s ON s.source = o.source AND s.external_number = o.external_number
    JOIN shipment AS h ON h.order_id = s.id JOIN order_line AS l ON l.order_id = s.id
   WHERE {_MINE} AND o.target = 'confirmed' ORDER BY o.seq, l.position) AS t""")
_OPEN_IDS = sa.text(f"SELECT s.id FROM {_OPEN} ORDER BY o.seq")
_HOLDS = sa.text(
    f"INSERT INTO order_hold (order_id, reason, note) SELECT s.id, :reason, :note FROM {_OPEN} AND o.held"
)
_EVENTS = sa.text(
    f"INSERT INTO order_event (order_id, verb, facts) SELECT s.id, :verb, :facts FROM {_OPEN} ORDER BY o.seq"
)
_HELD_EVENTS = sa.text(
    f"INSERT INTO order_event (order_id, verb, facts) SELECT s.id, 'held', :facts FROM {_OPEN} AND o.held ORDER BY o.seq"
)
_COUNTS = sa.text(
    "SELECT count(*) AS orders, coalesce(sum(CASE WHEN o.target = 'confirmed' THEN 1 ELSE 0 END), 0) AS open,"
    " coalesce(sum(CASE WHEN o.held THEN 1 ELSE 0 END), 0) AS held,"
    " (SELECT count(*) FROM import_line AS l WHERE l.import_id = :import_id AND l.seq BETWEEN :first AND :last) AS lines"
    f" FROM import_order AS o WHERE {_MINE}"
)
_NEW = (
    sa.select(ImportNew.key, ImportNew.payload)
    .where(
        ImportNew.import_id == sa.bindparam("import_id"),
        ImportNew.kind == sa.bindparam("wanted"),
        ImportNew.key > sa.bindparam("after"),
    )
    .order_by(ImportNew.key)
    .limit(BATCH)
)
_KNOWN_CUSTOMERS = sa.select(Customer.code).where(Customer.code.in_(sa.bindparam("codes", expanding=True)))
_KNOWN_PRODUCTS = sa.select(Product.sku).where(Product.sku.in_(sa.bindparam("skus", expanding=True)))
_CALENDAR = sa.select(
    *(Warehouse.time_zone, Warehouse.working_days, Warehouse.holidays, Warehouse.cut_off),
    utc_now().label("now"),
    sa.exists().where(OrderRule.active, OrderRule.on_arrival).label("has_order_rules"),
).where(Warehouse.id == sa.bindparam("warehouse"))


class ImportOvertaken(Conflict):
    """Another desk changed what the import rests on while it was checked; nothing was imported."""

    code = "import.overtaken"

    def __init__(self) -> None:
        super().__init__(
            "Products or customers of these files were changed while they were checked; nothing was imported.",
            hint="Import the files again.",
        )


@use_case(Permission.ORDER_IMPORT, Permission.ORDER_ENTER, Permission.ORDER_CONFIRM)
def commit_orders(tx: Transaction, import_id: int, options: Options) -> tuple[str, ...]:
    """Make orders of what lies ready: history closed, open ones confirmed with a planned shipment; what to tell people.

    Raises:
        ImportGivenUp: another desk has cleaned up this import.
        ImportOvertaken: what it rests on was changed meanwhile.
        Conflict: another desk imported one of the orders at the same moment.
    """
    touch(tx, import_id)
    warehouse_id, notes = open_site(tx, options.site)
    _make_what_is_new(tx, import_id)
    today, promise, ruled = _days(tx, warehouse_id)
    facts = msgspec.json.encode({"import": import_id}).decode()
    values = {
        "warehouse": warehouse_id,
        "today": today,
        "promise": promise,
        "complete": options.ship_complete,
    }
    first = 1
    for last in options.cuts:
        span = {"import_id": import_id, "first": first, "last": last}
        _take_over(tx, span, values, facts, options, ruled=ruled)
        first = last + 1
    finish_import(tx, import_id, f"{first - 1} orders and returns")
    for topic in ("sales_order", "shipment", "customer", "product"):
        tx.changed(topic)
    return notes


def _take_over(
    tx: Transaction,
    span: dict[str, Any],
    values: dict[str, Any],
    facts: str,
    options: Options,
    *,
    ruled: bool,
) -> None:
    """Make the orders of one span of the staging table; `ruled`: there are rules to ask about them."""
    engine = "postgresql" if tx.postgresql else "sqlite"
    counts = tx.execute(_COUNTS, span).one()
    orders = tx.execute(_ORDERS_ON[engine], span | values | _before(tx, "SO", counts.orders))
    made = tx.execute(_LINES[engine], span)
    lines = made.scalar_one() if tx.postgresql else made.rowcount
    if (orders.rowcount, lines) != (counts.orders, counts.lines):
        raise ImportOvertaken
    tx.execute(_STEP, span | {"target": "cancelled"})
    if not counts.open:
        return
    told = Ruled()
    if ruled:
        told = rule_orders(tx, list(tx.execute(_OPEN_IDS, span).scalars()), "arrival")
    tx.execute(_STEP, span | {"target": "confirmed"})
    tx.execute(_SHIPMENTS_ON[engine], span | _before(tx, "SH", counts.open))
    tx.execute(_SHIPMENT_LINES, span)
    for verb in ("imported", "confirmed"):
        tx.execute(_EVENTS, span | {"verb": verb, "facts": facts})
    if told.events:
        record_events(tx, told.events)
    if counts.held:
        _ensure_reason(tx, may_make=options.may_make_reasons)
        note = "Rows of this order were refused when its file was imported."
        tx.execute(_HOLDS, span | {"reason": INCOMPLETE_IMPORT, "note": note})
        tx.execute(
            _HELD_EVENTS, span | {"facts": msgspec.json.encode({"reason": INCOMPLETE_IMPORT}).decode()}
        )


def _before(tx: Transaction, kind: str, count: int) -> dict[str, int]:
    """On SQLite the number before the first of `count` new ones; PostgreSQL takes them from a sequence by itself."""
    return {} if tx.postgresql else {"before": tx.serials(kind, count)[0] - 1}


def _ensure_reason(tx: Transaction, *, may_make: bool) -> None:
    known = tx.execute(sa.select(ReasonCode.code).where(ReasonCode.code == INCOMPLETE_IMPORT)).first()
    if known is None and may_make:
        ensure_reasons.inside(tx)
    elif known is None:
        raise Refused(
            f"There is no reason '{INCOMPLETE_IMPORT}' for holding orders that lost rows.",
            hint="Let a supervisor make the standard reasons first.",
            reason=INCOMPLETE_IMPORT,
        )


def _days(tx: Transaction, warehouse_id: int) -> tuple[date, date, bool]:
    """The warehouse's day, the day promised for open orders that come without one, and whether rules are asked."""
    row = tx.execute(_CALENDAR, {"warehouse": warehouse_id}).one()
    holidays = frozenset(date.fromisoformat(word) for word in row.holidays.replace(",", " ").split())
    calendar = Calendar(frozenset(int(day) - 1 for day in row.working_days), holidays)
    now = row.now.astimezone(ZoneInfo(row.time_zone)).replace(tzinfo=None)
    promise = promise_date(now, time.fromisoformat(row.cut_off), 0, calendar)
    return local_day(row.now, row.time_zone), promise, row.has_order_rules


def _make_what_is_new(tx: Transaction, import_id: int) -> None:
    """Make addresses, customers and products that the files name and nobody made before."""
    for page in _pages(tx, import_id, "address"):
        save_addresses(tx, {key: msgspec.json.decode(payload) for key, payload in page})
    for page in _pages(tx, import_id, "customer"):
        known = {row.code for row in execute_in(tx, _KNOWN_CUSTOMERS, "codes", [key for key, _ in page])}
        told = [(key, *msgspec.json.decode(payload)) for key, payload in page if key not in known]
        addresses = address_ids(tx, [digest for *_, digest in told])
        make_customers(
            tx, [(code, name, "en", currency, addresses.get(digest)) for code, name, currency, digest in told]
        )
    for page in _pages(tx, import_id, "product"):
        known = {row.sku for row in execute_in(tx, _KNOWN_PRODUCTS, "skus", [key for key, _ in page])}
        told = [(key, *msgspec.json.decode(payload)) for key, payload in page if key not in known]
        make_products(
            tx,
            [
                (sku, {"name": name, "unit_price": Decimal(price) / MICRO, "currency": currency}, "")
                for sku, name, price, currency in told
            ],
        )


def _pages(tx: Transaction, import_id: int, kind: str) -> Iterator[list[tuple[str, str]]]:
    after = ""
    while page := tx.execute(_NEW, {"import_id": import_id, "wanted": kind, "after": after}).all():
        yield [(row.key, row.payload) for row in page]
        after = page[-1].key
