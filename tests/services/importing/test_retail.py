"""The guide's worked example through the whole import: a till's list of sales as products and as orders."""

from __future__ import annotations

from pathlib import Path

from app.domain.permissions import Role
from tests.integrations.channels.test_guide import FILES, PROFILES
from tests.rig.databases import World
from tests.services.importing.samples import WRITTEN, bring, counts, findings, profile, write


def test_a_list_of_sales(world: World, tmp_path: Path) -> None:
    used, path = profile(PROFILES[1]), write(tmp_path, FILES[1], "sales.csv")
    ctx = world.ctx(Role.SUPERVISOR)
    result, bad = bring(ctx, "products", used, path)
    assert (result.created, bad) == (2, [])
    result, bad = bring(ctx, "orders", used, path)
    assert (counts(result), bad) == ((2, 2, "15.30", "18.00", 1, 0), [])
    assert result.notes == ("There was no warehouse: MAIN was made with the bin A-01.",)
    rows = world.rows(
        "SELECT external_number, o.channel, c.code, o.currency, o.freight, l.qty, l.shipped, l.returned FROM sales_order o"
        " JOIN customer c ON c.id = o.customer_id JOIN order_line l ON l.order_id = o.id ORDER BY 1"
    )
    assert [tuple(row) for row in rows] == [
        ("536365", "import", "17850", "GBP", 1800, 6, 6, 0),
        ("536414", "import", "CASH", "GBP", 0, 56, 56, 0),
        ("C536379", "return", "14527", "GBP", 0, 1, 1, 1),
    ]
    assert world.one("SELECT count(*) FROM shipment") + world.one("SELECT count(*) FROM stock_move") == 0
    assert findings(world) == []
    before = world.tables(*WRITTEN)
    again, bad = bring(world.ctx(Role.CUSTOMER_SERVICE), "orders", used, path)
    assert (counts(again), bad) == ((0, 0, "0.00", "0.00", 0, 3), [])
    assert world.tables(*WRITTEN) == before
