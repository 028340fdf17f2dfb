"""Orders: what is sold, what comes back, what is refused, and that a refusal leaves everything as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.domain.order_rules import Action, Condition, Conditions
from app.domain.order_rules_text import actions_text, conditions_text
from app.domain.permissions import Role
from app.errors import Refused
from app.integrations.channels.profile import Profile
from app.services.catalogue import set_status
from app.services.importing import Imported
from app.services.order_rules import OrderRuleFields, add_order_rule
from app.services.orders import NewLine, NewOrder, confirm_order, enter_order
from app.services.parties import set_customer_status
from app.services.reservation import reserve_waiting
from tests.rig.databases import World
from tests.rig.shop import Shop
from tests.services.importing.samples import (
    CREATE,
    SHOP,
    SHOP_HEADER,
    WRITTEN,
    bring,
    counts,
    findings,
    left_over,
    profile,
    told,
    write,
)

OPEN = "1001,C1,,2026-01-05,,4.90,MUG,3,2.50,\n1001,C1,,2026-01-05,,4.90,POT,2,7.50,10\n"
CLOSED = "1002,C1,,2026-01-02,2026-01-03,0,JAR,5,10.00,\n"


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)


def take(
    shop: Shop,
    folder: Path,
    rows: str,
    used: Profile | None = None,
    *,
    role: Role = Role.CUSTOMER_SERVICE,
    **options: Any,
) -> tuple[Imported, list[Any]]:
    path = write(folder, SHOP_HEADER + rows)
    return bring(shop.world.ctx(role), "orders", used or profile(SHOP), path, **options)


def orders(shop: Shop, columns: str = "external_number, state, channel, history") -> list[Any]:
    return [
        tuple(row)
        for row in shop.world.rows(f"SELECT {columns} FROM sales_order ORDER BY external_number, source")
    ]


def test_open_order_is_confirmed_with_a_planned_shipment_just_as_a_typed_one(
    shop: Shop, tmp_path: Path
) -> None:
    result, bad = take(shop, tmp_path, OPEN)
    assert (counts(result), bad) == ((1, 2, "22.50", "4.90", 0, 0), [])
    typed = enter_order(
        shop.owner,
        NewOrder(
            shop.customer, shop.warehouse, (NewLine(shop.product["MUG"], 3), NewLine(shop.product["POT"], 2))
        ),
    )
    confirm_order(shop.owner, typed.order_id)
    shipments = shop.world.rows(
        "SELECT h.kind, h.state, h.warehouse_id, h.ship_address_id, h.ship_complete, strategy, h.priority, h.history,"
        " h.promised_on = o.promised_on FROM shipment h JOIN sales_order o ON o.id = h.order_id ORDER BY h.id"
    )
    assert len(shipments) == 2
    assert shipments[0] == shipments[1]
    lines = shop.world.rows(
        "SELECT l.product_id, l.qty, l.owner_id, l.warehouse_id, o.position, o.qty, o.shipped FROM shipment_line l"
        " JOIN order_line o ON o.id = l.order_line_id ORDER BY l.id"
    )
    assert lines[:2] == lines[2:]
    imported = shop.world.rows(
        "SELECT number, state, channel, source, ordered_on, freight, gross, net, tax, total, language, created_by"
        " FROM sales_order WHERE external_number = '1001'"
    )[0]
    assert imported.number.startswith("SO-")
    assert tuple(imported)[1:4] == ("confirmed", "import", "shop")
    assert tuple(map(int, imported[5:10])) == (490, 2250, 2100, 0, 2590)
    assert imported.created_by == shop.world.ctx(Role.CUSTOMER_SERVICE).actor
    verbs = shop.world.rows(
        "SELECT verb FROM order_event e JOIN sales_order o ON o.id = e.order_id WHERE external_number = '1001' ORDER BY e.id"
    )
    assert [row.verb for row in verbs] == ["imported", "confirmed"]
    run = reserve_waiting(shop.world.ctx(Role.CUSTOMER_SERVICE), shop.warehouse)
    assert (len(run.reserved), run.waiting) == (2, ())
    assert findings(shop.world) == []


def test_closed_history_moves_no_stock(shop: Shop, tmp_path: Path) -> None:
    moves = shop.world.one("SELECT count(*) FROM stock_move")
    result, bad = take(shop, tmp_path, CLOSED)
    assert (counts(result), bad) == ((1, 1, "50.00", "0.00", 0, 0), [])
    assert orders(shop) == [("1002", "closed", "import", True)]
    assert [tuple(row) for row in shop.world.rows("SELECT qty, shipped, returned FROM order_line")] == [
        (5, 5, 0)
    ]
    assert shop.world.one("SELECT count(*) FROM shipment") == 0
    assert shop.world.one("SELECT count(*) FROM stock_move") == moves
    assert findings(shop.world) == []


def test_the_same_file_again_changes_nothing_and_says_so(shop: Shop, tmp_path: Path) -> None:
    take(shop, tmp_path, OPEN + CLOSED)
    before = shop.world.tables(*WRITTEN)
    again, bad = take(shop, tmp_path, CLOSED + OPEN)
    assert (counts(again), bad) == ((0, 0, "0.00", "0.00", 0, 2), [])
    assert shop.world.tables(*WRITTEN) == before
    more, bad = take(shop, tmp_path, OPEN + CLOSED + OPEN.replace("1001", "1003"))
    assert (counts(more), bad) == ((1, 2, "22.50", "4.90", 0, 2), [])


def test_a_changed_order_is_a_conflict_and_stays_as_it_was(shop: Shop, tmp_path: Path) -> None:
    take(shop, tmp_path, OPEN)
    before = shop.world.tables(*WRITTEN)
    changed = OPEN.replace("MUG,3", "MUG,4")
    result, bad = take(shop, tmp_path, changed)
    assert told(bad) == [(2, "Order")]
    assert "was imported before as SO-" in bad[0].reason
    assert not result.done
    result, bad = take(shop, tmp_path, changed + CLOSED, skip_bad=True)
    assert (result.orders, len(bad)) == (1, 1), "the others are taken, the changed one is not"
    assert orders(shop, "external_number") == [("1001",), ("1002",)]
    assert [int(row.qty) for row in shop.world.rows("SELECT qty FROM shipment_line ORDER BY id")] == [3, 2]
    assert shop.world.tables("shipment_line") == {"shipment_line": before["shipment_line"]}


def test_one_bad_row_refuses_everything(shop: Shop, tmp_path: Path) -> None:
    before = shop.world.tables(*WRITTEN)
    rows = (
        OPEN
        + "1004,C1,,2026-01-05,,0,GHOST,1,1.00,\n"
        + "1005,NOBODY,,2026-01-05,,0,MUG,1,1.00,\n"
        + "1006,C1,,2026-02-30,,0,MUG,1,1.00,\n"
        + "1007,C1,,2026-01-05,,0,MUG,many,1.00,\n"
    )
    result, bad = take(shop, tmp_path, rows)
    assert told(bad) == [(4, "SKU"), (5, "Customer"), (6, "Date"), (7, "Qty")]
    assert [row.reason for row in bad[:2]] == ["there is no product 'GHOST'", "there is no customer 'NOBODY'"]
    assert (result.done, result.orders) == (False, 1)
    assert shop.world.tables(*WRITTEN) == before
    assert left_over(shop.world) == []


def test_skip_bad_skips_the_row_and_holds_the_open_order_that_lost_it(shop: Shop, tmp_path: Path) -> None:
    rows = (
        OPEN.replace("1001", "1")  # whole
        + "2,C1,,2026-01-05,,0,MUG,1,1.00,\n2,C1,,2026-01-05,,0,GHOST,1,1.00,\n"  # lost a row at the check
        + "3,C1,,2026-01-05,,0,MUG,1,1.00,\n3,C1,,2026-01-05,,0,POT,many,1.00,\n"  # lost a row at reading
        + "4,C1,,2026-01-05,2026-01-06,0,MUG,1,1.00,\n4,C1,,2026-01-05,2026-01-06,0,GHOST,1,1.00,\n"  # history
    )
    result, bad = take(shop, tmp_path, rows, skip_bad=True)
    assert (counts(result), told(bad)) == (
        (4, 5, "25.50", "4.90", 0, 0),
        [(5, "SKU"), (7, "Qty"), (9, "SKU")],
    )
    held = shop.world.rows(
        "SELECT external_number, reason FROM order_hold h JOIN sales_order o ON o.id = h.order_id ORDER BY 1"
    )
    assert [tuple(row) for row in held] == [("2", "import-incomplete"), ("3", "import-incomplete")]
    run = reserve_waiting(shop.world.ctx(Role.CUSTOMER_SERVICE), shop.warehouse)
    assert [one.holds for one in run.waiting] == [("import-incomplete",)] * 2
    again, bad = take(shop, tmp_path, rows, skip_bad=True)
    assert (again.orders, again.unchanged, len(bad)) == (0, 4, 3)


def test_the_reason_for_a_hold_is_there_or_made_by_who_may(shop: Shop, tmp_path: Path) -> None:
    with shop.world.database().engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM reason_code")
    before = shop.world.tables(*WRITTEN)  # after the deletion, which is audited
    with pytest.raises(Refused, match="import-incomplete"):
        take(shop, tmp_path, OPEN + "1001,C1\n", skip_bad=True)
    assert shop.world.tables(*WRITTEN) == before
    result, _ = take(shop, tmp_path, OPEN + "1001,C1\n", role=Role.SUPERVISOR, skip_bad=True)
    assert result.orders == 1
    assert shop.world.one("SELECT reason FROM order_hold") == "import-incomplete"


def test_a_lost_row_of_which_nobody_knows_the_order_holds_all_open_ones(shop: Shop, tmp_path: Path) -> None:
    result, bad = take(shop, tmp_path, OPEN + CLOSED + "1001,C1\n", skip_bad=True)
    assert (result.orders, told(bad)) == (2, [(5, "")])
    assert shop.world.one("SELECT count(*) FROM order_hold") == 1


def test_returns_are_kept_apart_and_count_as_documents(shop: Shop, tmp_path: Path) -> None:
    rows = (
        OPEN.replace(
            "\n1001", "\n1001,C1,,2026-01-05,,4.90,JAR,-2,10.00,\n1001", 1
        )  # an open order with a line that came back
        + "C900,C1,,2026-01-05,,3.00,MUG,-4,2.50,\n"  # a whole document
        + "C900,C1,,2026-01-05,,3.00,POST,-1,4.90,\n"
        + CLOSED
        + "1002,C1,,2026-01-02,2026-01-03,0,POST,1,3.30,\n"
    )
    result, bad = take(shop, tmp_path, rows)
    assert (counts(result), bad) == ((2, 3, "72.50", "8.20", 2, 0), [])
    assert orders(shop, "external_number, source, state, channel, history") == [
        ("1001", "shop", "confirmed", "import", False),
        ("1001", "shop:returns", "closed", "return", True),
        ("1002", "shop", "closed", "import", True),
        ("C900", "shop:returns", "closed", "return", True),
    ]
    back = shop.world.rows(
        "SELECT external_number, l.qty, shipped, returned, o.gross, o.freight, o.total FROM order_line l"
        " JOIN sales_order o ON o.id = l.order_id WHERE channel = 'return' ORDER BY 1"
    )
    assert [tuple(map(int, row[1:])) for row in back] == [(2, 2, 2, 0, 0, 0), (4, 4, 4, 0, 0, 0)]
    assert findings(shop.world) == []
    again, bad = take(shop, tmp_path, rows)
    assert (counts(again), bad) == ((0, 0, "0.00", "0.00", 0, 3), [])


def test_a_charge_paid_back_is_a_return_without_lines(shop: Shop, tmp_path: Path) -> None:
    rows = "C901,C1,,2026-01-05,,0,POST,-1,4.90,\n1,C1,,2026-01-05,,0,POST,-1,4.90,\n"
    result, bad = take(shop, tmp_path, rows)
    assert (counts(result), bad) == ((0, 0, "0.00", "0.00", 2, 0), [])
    assert shop.world.one("SELECT count(*) FROM order_line") == 0
    assert findings(shop.world) == []


def test_cancelled_orders_are_kept_and_counted_nowhere(shop: Shop, tmp_path: Path) -> None:
    result, bad = take(shop, tmp_path, "1008,C1,cancelled,2026-01-05,,1.00,MUG,3,2.50,\n")
    assert (counts(result), bad) == ((0, 0, "0.00", "0.00", 0, 0), [])
    assert orders(shop) == [("1008", "cancelled", "import", True)]
    assert [tuple(row) for row in shop.world.rows("SELECT qty, cancelled, shipped FROM order_line")] == [
        (3, 3, 0)
    ]
    assert shop.world.one("SELECT count(*) FROM shipment") == 0
    assert findings(shop.world) == []
    again, _ = take(shop, tmp_path, "1008,C1,cancelled,2026-01-05,,1.00,MUG,3,2.50,\n")
    assert again.unchanged == 1


def test_unknown_products_and_customers_are_made_where_the_profile_says_so(
    shop: Shop, tmp_path: Path
) -> None:
    used = profile(SHOP, CREATE)
    rows = "1009,NEW,,2026-01-05,,0,LAMP,3,2.50,\n1010,NEW,,2026-01-05,,0,LAMP,1,2.75,\n"
    before = shop.world.tables(*WRITTEN)
    result, bad = take(shop, tmp_path, rows, used)
    assert [row.reason for row in bad] == ["there is no product 'LAMP', and you may not make one"] * 2
    assert shop.world.tables(*WRITTEN) == before
    result, bad = take(shop, tmp_path, rows, used, role=Role.SUPERVISOR)
    assert (counts(result), bad) == ((2, 2, "10.25", "0.00", 0, 0), [])
    lamp = shop.world.rows("SELECT name, unit_price, currency, search_text FROM product WHERE sku = 'LAMP'")[
        0
    ]
    assert (lamp.name, int(lamp.unit_price), lamp.currency, lamp.search_text) == (
        "LAMP",
        2_500_000,
        "EUR",
        "lamp lamp",
    )
    assert shop.world.one("SELECT count(*) FROM customer WHERE code = 'NEW'") == 1
    assert (
        shop.world.one("SELECT count(*) FROM lot l JOIN product p ON p.id = l.product_id WHERE sku = 'LAMP'")
        == 1
    )


def test_what_is_blocked_is_not_sold_but_history_stays_history(shop: Shop, tmp_path: Path) -> None:
    set_status(shop.owner, shop.product["MUG"], "blocked")
    result, bad = take(shop, tmp_path, OPEN + CLOSED.replace("JAR", "MUG"))
    assert [row.reason for row in bad] == ["product 'MUG' is blocked and not sold"]
    set_status(shop.owner, shop.product["MUG"], "active")
    set_customer_status(shop.owner, shop.customer, "blocked")
    result, bad = take(shop, tmp_path, OPEN + CLOSED)
    assert [row.reason for row in bad] == ["customer 'C1' is blocked"]
    assert result.orders == 1
    assert orders(shop) == []


def test_rows_that_name_another_customer_are_refused(shop: Shop, tmp_path: Path) -> None:
    rows = OPEN + "1001,C2,,2026-01-05,,4.90,JAR,1,1.00,\n1001,C2,,2026-01-05,,4.90,TEA,1,1.00,\n"
    _, bad = take(shop, tmp_path, rows)
    assert told(bad) == [(4, "Customer"), (5, "Order")]
    assert "'C2' here, but 'C1' where order 1001 begins" in bad[0].reason


@pytest.mark.parametrize(("rule", "lines", "refused"), [("keep", 3, 0), ("drop", 2, 0), ("reject", 2, 1)])
def test_rows_that_are_alike(shop: Shop, tmp_path: Path, rule: str, lines: int, refused: int) -> None:
    used = profile(SHOP, ('discount_is = "percent"', f'discount_is = "percent"\nduplicates = "{rule}"'))
    result, bad = take(shop, tmp_path, OPEN + OPEN.splitlines(keepends=True)[0], used, skip_bad=True)
    assert (result.lines, len(bad)) == (lines, refused)


REFUSED = [
    ("1,C1,,2026-01-05,,0.001,MUG,1,1.00,\n", "Freight", "has more decimals than EUR"),
    ("1,C1,,2026-01-05,,0,MUG,1,1.00,12.34567\n", "Discount", "more than six decimals as a fraction"),
    ("1,C1,,2026-01-05,,0,MUG,2000000000,999999999,\n", "Qty", "the amount of this order is too high"),
    ("1,C1,,2026-01-05,,0,POST,1,1.00,\n", "Order", "the order is open and holds no goods"),
]


@pytest.mark.parametrize(("row", "column", "reason"), REFUSED, ids=[one[2][:20] for one in REFUSED])
def test_orders_that_cannot_be_kept(shop: Shop, tmp_path: Path, row: str, column: str, reason: str) -> None:
    before = shop.world.tables(*WRITTEN)
    result, bad = take(shop, tmp_path, row)
    assert told(bad) == [(2, column)]
    assert reason in bad[0].reason
    assert not result.done
    assert shop.world.tables(*WRITTEN) == before


def test_a_charge_alone_is_history_without_lines(shop: Shop, tmp_path: Path) -> None:
    result, bad = take(shop, tmp_path, "1,C1,,2026-01-05,2026-01-05,0,POST,2,1.05,\n")
    assert (counts(result), bad) == ((1, 0, "0.00", "2.10", 0, 0), [])
    assert findings(shop.world) == []


def test_a_dry_run_reports_the_same_and_writes_nothing(shop: Shop, tmp_path: Path) -> None:
    before = shop.world.tables(*WRITTEN, "import_file", "idempotency_key")
    rows = OPEN + CLOSED + "1,C1,,2026-01-05,,0,GHOST,1,1.00,\n"
    tried, tried_bad = take(shop, tmp_path, rows, dry_run=True, skip_bad=True)
    assert shop.world.tables(*WRITTEN, "import_file", "idempotency_key") == before
    done, done_bad = take(shop, tmp_path, rows, skip_bad=True)
    assert counts(tried) == counts(done)
    assert tried_bad == done_bad
    assert (tried.done, done.done) == (False, True)


def test_rules_are_asked_about_open_orders_before_their_shipments_are_planned(
    shop: Shop, tmp_path: Path
) -> None:
    when = conditions_text(Conditions(of=(Condition("product", ("MUG",)),)))
    then = actions_text((Action("priority", "6"), Action("hold", "credit-check"), Action("tag", "import")))
    add_order_rule(shop.world.ctx(Role.SUPERVISOR), OrderRuleFields("Mugs", when, then))
    result, bad = take(shop, tmp_path, OPEN + "1003,C1,,2026-01-05,,0,JAR,1,10.00,\n" + CLOSED)
    assert (bad, result.done) == ([], True)
    world = shop.world
    assert world.rows("SELECT external_number FROM sales_order JOIN order_tag ON order_id = id") == [
        ("1001",)
    ]
    assert world.rows("SELECT priority FROM shipment ORDER BY priority") == [(0,), (6,)]
    assert world.rows("SELECT reason FROM order_hold") == [("credit-check",)]
    assert world.one("SELECT count(*) FROM order_rule_run") == 1
    assert world.one("SELECT count(*) FROM order_event WHERE verb = 'ruled'") == 1
    assert findings(world) == []
