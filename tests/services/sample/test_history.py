"""The sample company: every state of every flow is there, the books are right, and each record can take its next step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest

from app.domain.flow import FLOWS
from app.domain.permissions import Permission
from app.queries.pages import Ask
from app.queries.pictures import picture
from app.queries.under_way import under_way_count
from app.services import labels, schema
from app.services.badges import is_pin, own_pin_hash
from app.services.check import check
from app.services.context import Context
from app.services.counting import count_balance
from app.services.credits import settle_return
from app.services.inspecting import inspect
from app.services.orders import accept_quote, confirm_order, release_hold, revive_order
from app.services.packing import scan_item
from app.services.parcels import pack_all
from app.services.picking import pick_task
from app.services.release import recall_shipment, release_shipments
from app.services.reprinting import confirm_printed
from app.services.reservation import reserve_shipment
from app.services.returns import Arrived, authorise_return, receive_return
from app.services.sample import LEADER, PASSWORD, PIN, STEPS, Summary, data, seed
from app.services.sample.history import AT_BENCHES
from app.services.sample.past import closed_orders, open_market
from app.services.scanning import GOOD
from app.services.shipping import deliver_shipment, find_parcel, lose_parcel, ship_shipment
from app.services.shortages import settle_shortage
from app.services.stock import Carry, put_away
from tests.rig.cluster import Server
from tests.rig.databases import ENGINES, World, cluster_dsn, postgresql_world
from tests.rig.people import opened

pytestmark = pytest.mark.xdist_group("history")
"""One process makes the company for all of them."""
LOGINS = [person.login for person in data.load().person]
ONE_AT_A_TIME = "SELECT pg_advisory_lock(4712)"
"""The sample's people are logins of the server: two workers must not make and take them at once."""


class Made:
    """A database with the sample company in it, and what was told while it was made."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.told: list[tuple[int, int, str]] = []
        self.summary: Summary = seed(world.owner, lambda *step: self.told.append(step))

    def ids(self, query: str) -> list[int]:
        """The ids that a query gives; there is at least one."""
        found = [row[0] for row in self.world.rows(query)]
        assert found, query
        return found


@pytest.fixture(scope="module", params=ENGINES)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """The company on each engine, made once for all tests here."""
    if request.param == "sqlite":
        path: Path = tmp_path_factory.mktemp("sample") / "quai.db"
        schema.upgrade(f"sqlite:///{path}")
        world = World("sqlite", f"sqlite:///{path}")
        yield Made(world)
        world.close()
        return
    cluster: Server = request.getfixturevalue("cluster")
    with psycopg.connect(cluster_dsn(cluster, "postgres"), autocommit=True) as connection:
        connection.execute(ONE_AT_A_TIME)
        with postgresql_world(cluster, request.getfixturevalue("postgresql_template")) as server:
            yield Made(server)
        for login in LOGINS:
            connection.execute(f"DROP ROLE IF EXISTS {login}".encode())


def test_every_state_of_every_flow_is_there(made: Made) -> None:
    for flow in FLOWS:
        found = {row.state for row in made.world.rows(f"SELECT DISTINCT state FROM {flow.name}")}
        assert found == flow.states, flow.name


@pytest.mark.parametrize("day", [date(2026, 12, 27), date(2027, 3, 1)], ids=["a Sunday", "a Monday"])
def test_it_can_be_made_on_any_day(sqlite_world: World, day: date) -> None:
    seed(sqlite_world.owner, today=day)
    for flow in FLOWS:
        found = {row.state for row in sqlite_world.rows(f"SELECT DISTINCT state FROM {flow.name}")}
        assert found == flow.states, flow.name


def test_the_books_are_right(made: Made) -> None:
    with made.world.owner.reading() as connection:
        assert list(check(connection)) == []


def test_half_a_year_lies_behind_it(made: Made) -> None:
    rows = made.world.rows(
        "SELECT ordered_on, shipped_on FROM sales_order WHERE history AND state = 'closed' AND channel = 'import'"
    )
    assert len(rows) == made.summary.closed_orders > 600
    days = sorted(date.fromisoformat(str(row.ordered_on)) for row in rows)
    first, last = days[0], days[-1]
    assert timedelta(days=170) < last - first < timedelta(days=190)
    assert len(set(days)) > 110
    countries = made.world.one(
        "SELECT count(DISTINCT a.country_code) FROM sales_order AS o JOIN address AS a ON a.id = o.ship_address_id"
    )
    assert countries >= 10


def test_today_is_varied(made: Made) -> None:
    ask = made.world.one
    today = made.summary.today
    open_shipments = "FROM shipment WHERE state NOT IN ('shipped', 'delivered', 'cancelled')"
    assert len(made.world.rows(f"SELECT DISTINCT priority {open_shipments}")) == 3
    assert ask(f"SELECT count(*) {open_shipments} AND promised_on < :today", today=today) >= 3
    assert ask(f"SELECT count(*) {open_shipments} AND promised_on > :today", today=today) >= 5
    assert len(made.world.rows("SELECT DISTINCT reason FROM order_hold WHERE released_at IS NULL")) == 5
    assert ask("SELECT count(*) FROM stock_level WHERE reserved > sellable") == 1
    assert ask("SELECT count(*) FROM order_event WHERE verb = 'shorted'") >= 1
    assert (
        ask("SELECT count(*) FROM purchase_order WHERE status = 'open' AND expected_on < :today", today=today)
        == 1
    )
    assert ask("SELECT count(*) FROM purchase_line WHERE received > 0") >= 2
    assert ask("SELECT count(*) FROM scan_event WHERE verdict = 'wrong'") >= 1
    papers = {
        row.status: row.n
        for row in made.world.rows("SELECT status, count(*) AS n FROM print_job GROUP BY status")
    }
    assert papers["failed"] == 1
    assert papers["waiting"] == 2
    assert papers["printed"] > 15
    assert ask("SELECT count(*) FROM desk_printer") == 0


def test_the_door_is_busy(made: Made) -> None:
    ask = made.world.one
    states = {
        row.state: row.n
        for row in made.world.rows("SELECT state, count(*) AS n FROM manifest GROUP BY state")
    }
    assert states["cancelled"] == states["open"] == 1
    assert states["handed_over"] >= 2
    earlier = ask("SELECT count(*) FROM manifest WHERE state = 'handed_over' AND handed_at < created_at")
    # A server lets nobody write when something left: there nothing is late on the first day.
    late = 0 if made.world.owner.db.postgresql else 2
    assert bool(earlier) is bool(late)
    with made.world.owner.reading() as connection:
        for show, few in (("late", late), ("lost", 1), ("trouble", 1), ("unknown", 1)):
            assert under_way_count(connection, Ask(filters={"show": show})) == few, show
    fetched = "FROM shipment AS s JOIN carrier_service AS c ON c.id = s.carrier_service_id WHERE c.collected"
    assert ask(f"SELECT count(*) {fetched} AND s.state = 'packed' AND s.pickup_code <> ''") == 1
    assert ask(f"SELECT count(*) {fetched} AND s.state = 'delivered'") == ask(
        "SELECT count(*) FROM hand_over"
    )
    assert ask("SELECT count(*) FROM package WHERE carton_id IS NOT NULL AND expected_g > 0") >= 5


def test_every_product_has_its_picture(made: Made) -> None:
    with made.world.owner.reading() as connection:
        for product_id in made.ids("SELECT id FROM product WHERE sku IN ('CAF-001', 'SAC-010')"):
            seen = picture(connection, product_id)
            assert seen is not None
            assert seen.data.startswith(b"<svg")
    assert made.world.one("SELECT count(*) FROM product WHERE picture_sha IS NULL") == 0


def test_its_people_can_work(made: Made) -> None:
    assert Permission.SHIPMENT_RELEASE in opened(made.world, LEADER, PASSWORD).rights
    for login in AT_BENCHES:
        assert is_pin(own_pin_hash(opened(made.world, login, PASSWORD)), PIN)


def test_what_is_told_meanwhile(made: Made) -> None:
    done = [step[0] for step in made.told]
    assert done == sorted(done)
    assert (done[0], done[-1]) == (0, made.told[-1][1])
    assert [words for *_, words in made.told[:-1]] == [words for words, _ in STEPS]


def test_it_is_the_same_every_time(made: Made) -> None:
    rows = made.world.rows(
        "SELECT o.external_number, c.code, p.sku, l.qty FROM order_line AS l JOIN sales_order AS o ON o.id = l.order_id"
        " JOIN customer AS c ON c.id = o.customer_id JOIN product AS p ON p.id = l.product_id"
        " WHERE o.history AND o.channel = 'import' ORDER BY o.external_number, l.position"
    )
    again = closed_orders(open_market(data.load()), made.summary.today)
    assert [(row.external_number, row.code, row.sku, str(row.qty)) for row in rows] == [
        (number, customer, sku, qty)
        for number, _, customer, _, _, _, _, _, _, sku, qty, _, _ in again
        if not number.startswith("R")
    ]


Step = tuple[str, str, str, Callable[[Context, Made, int], Any]]


def _scan_on(ctx: Context, made: Made, shipment: int) -> None:
    (code,) = made.world.rows(
        "SELECT min(b.code) FROM product_barcode AS b JOIN shipment_line AS l ON l.product_id = b.product_id"
        f" WHERE b.pack_qty = 1 AND l.shipment_id = {shipment} AND l.picked > l.packed"
    )
    assert scan_item(ctx, shipment, code[0]).verdict in GOOD


def _pick_on(ctx: Context, made: Made, shipment: int) -> None:
    pick_task(ctx, made.ids(f"SELECT id FROM pick_task WHERE shipment_id = {shipment} AND state = 'open'")[0])


def _arrive(ctx: Context, made: Made, return_id: int) -> None:
    line, qty = made.world.rows(f"SELECT id, qty FROM return_line WHERE return_id = {return_id}")[0]
    receive_return(ctx, return_id, (Arrived(line, qty),))


def _judge(ctx: Context, made: Made, return_id: int) -> None:
    line, qty = made.world.rows(f"SELECT id, qty FROM return_line WHERE return_id = {return_id}")[0]
    inspect(ctx, line, qty, "B", "quarantine")


FREE = (
    " AND NOT EXISTS (SELECT 1 FROM order_hold AS h WHERE h.order_id = shipment.order_id AND h.released_at IS NULL)"
    " AND NOT EXISTS (SELECT 1 FROM shipment_line AS l LEFT JOIN stock_level AS s ON s.product_id = l.product_id"
    " WHERE l.shipment_id = shipment.id AND l.qty > coalesce(s.sellable - s.reserved, 0))"
)
PLAIN = (
    " AND NOT EXISTS (SELECT 1 FROM shipment_line AS l JOIN product AS p ON p.id = l.product_id"
    " WHERE l.shipment_id = shipment.id AND p.serial_tracked)"
)
READY = (
    " AND NOT EXISTS (SELECT 1 FROM package AS p WHERE p.shipment_id = shipment.id AND p.state <> 'labelled')"
)
UNSHORT = (
    " AND NOT EXISTS (SELECT 1 FROM shipment_line AS l JOIN stock_level AS s ON s.product_id = l.product_id"
    " WHERE l.shipment_id = shipment.id AND s.reserved > s.sellable)"
)
STEPS_NEXT: tuple[Step, ...] = (
    ("sales_order", "quote", "", lambda ctx, made, row: accept_quote(ctx, row)),
    ("sales_order", "draft", "", lambda ctx, made, row: confirm_order(ctx, row)),
    ("sales_order", "cancelled", " AND NOT history", lambda ctx, made, row: revive_order(ctx, row)),
    ("shipment", "planned", FREE, lambda ctx, made, row: reserve_shipment(ctx, row)),
    ("shipment", "reserved", UNSHORT, lambda ctx, made, row: release_shipments(ctx, (row,))),
    ("shipment", "released", "", lambda ctx, made, row: recall_shipment(ctx, row)),
    ("shipment", "picking", "", lambda ctx, made, row: _pick_on(ctx, made, row)),
    ("shipment", "picked", PLAIN, lambda ctx, made, row: pack_all(ctx, row)),
    ("shipment", "packing", "", lambda ctx, made, row: _scan_on(ctx, made, row)),
    ("shipment", "packed", READY, lambda ctx, made, row: ship_shipment(ctx, row)),
    ("shipment", "shipped", "", lambda ctx, made, row: deliver_shipment(ctx, row)),
    ("package", "closed", "", lambda ctx, made, row: labels.label_package(ctx, row)),
    ("package", "loaded", "", lambda ctx, made, row: lose_parcel(ctx, row)),
    ("package", "lost", "", lambda ctx, made, row: find_parcel(ctx, row)),
    ("return_order", "requested", "", lambda ctx, made, row: authorise_return(ctx, row)),
    ("return_order", "authorised", "", lambda ctx, made, row: _arrive(ctx, made, row)),
    ("return_order", "received", "", lambda ctx, made, row: _judge(ctx, made, row)),
    ("return_order", "inspected", "", lambda ctx, made, row: settle_return(ctx, row)),
)


def test_one_of_each_takes_its_next_step(made: Made) -> None:
    """Last: it goes on with the company."""
    ctx = made.world.owner
    for table, state, more, step in reversed(STEPS_NEXT):
        row = made.ids(f"SELECT id FROM {table} WHERE state = '{state}'{more} ORDER BY id")[-1]
        step(ctx, made, row)
        # A walk and a parcel take several steps of the same kind before the state changes.
        if state not in ("picking", "packing"):
            assert made.world.one(f"SELECT state FROM {table} WHERE id = {row}") != state, (table, state)
    release_hold(ctx, made.ids("SELECT id FROM order_hold WHERE released_at IS NULL")[0])
    confirm_printed(ctx, made.ids("SELECT id FROM print_job WHERE status = 'failed'")[0])
    short = made.world.rows("SELECT product_id, warehouse_id FROM stock_level WHERE reserved > sellable")[0]
    assert settle_shortage(ctx, short.product_id, short.warehouse_id).left == 0
    dock = made.world.rows(
        "SELECT b.* FROM stock_balance AS b JOIN location AS l ON l.id = b.location_id WHERE l.kind = 'goods_in'"
        " AND b.on_hand > 0 ORDER BY b.product_id"
    )[0]
    shelf = made.ids("SELECT id FROM location WHERE code = 'F-10-4'")[0]
    put_away(ctx, (Carry(dock.product_id, dock.lot_id, dock.location_id, shelf, dock.on_hand),))
    count_balance(ctx, shelf, dock.product_id, dock.lot_id, dock.on_hand)
    with ctx.reading() as connection:
        assert list(check(connection)) == []


def test_customers_are_known(made: Made) -> None:
    assert len(made.ids("SELECT id FROM customer_contact")) >= 12
    assert made.ids("SELECT id FROM customer_note")
    assert made.ids("SELECT id FROM customer_article")
    assert made.ids("SELECT id FROM dispute WHERE state = 'open' AND order_id IS NOT NULL")
    assert made.ids("SELECT id FROM dispute WHERE state = 'settled'")
