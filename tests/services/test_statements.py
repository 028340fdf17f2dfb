"""Hot paths take a constant number of statements, whatever the number of lines."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from app.domain.permissions import Role
from app.services.context import Context
from app.services.orders import place_order
from app.services.release import release_shipments
from tests.rig.databases import World
from tests.rig.shop import GTIN, Shop


@contextmanager
def counted(ctx: Context) -> Iterator[list[str]]:
    """The statements of a context's database, the runner's own among them."""
    seen: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        seen.append(statement)

    sa.event.listen(ctx.db.engine, "before_cursor_execute", note)
    yield seen
    sa.event.remove(ctx.db.engine, "before_cursor_execute", note)


def test_placing_and_releasing_take_few_statements_for_any_number_of_lines(pg_world: World) -> None:
    shop = Shop(pg_world)
    counts = []
    desk, keeper = pg_world.ctx(Role.CUSTOMER_SERVICE), pg_world.ctx(Role.STOCK_KEEPER)
    for lines in (dict.fromkeys(list(GTIN)[:1], 1), dict.fromkeys(GTIN, 2)):
        with counted(desk) as placing:
            order = place_order(desk, shop.new_order(lines))
        with counted(keeper) as releasing:
            release_shipments(keeper, (order.shipment_id,))
        counts.append((len(placing), len(releasing)))
    assert counts[0] == counts[1]
    assert max(placed for placed, _ in counts) <= 16  # two of them ask whether the order is questioned
    assert max(released for _, released in counts) <= 12
