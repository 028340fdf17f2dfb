"""The watch on announcements sees what a use case leaves out, through triggers too."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from app.database import Transaction
from app.models import Base, Product
from app.services.context import use_case
from tests.rig import announced
from tests.rig.databases import World
from tests.rig.shop import Shop


def test_a_table_written_by_a_trigger_and_not_announced_fails(pg_world: World) -> None:
    shop = Shop(pg_world, stock=False)
    shop.bring("POT", 1)

    @use_case()
    def forgetful(tx: Transaction, topic: str) -> int:
        tx.execute(sa.text(f"INSERT INTO stock_move ({_COLUMNS}) SELECT {_COLUMNS} FROM stock_move"))
        tx.execute(sa.update(Product).values(name="Renamed"))
        tx.changed(topic)
        return 1

    forgetful.inside.__module__ = "app.services.forgetful"
    before = pg_world.tables("stock_move", "stock_balance", "product")
    with pytest.MonkeyPatch.context() as patch, announced.watched(patch):
        with pytest.raises(AssertionError, match=r"not announced: stock_balance, stock_level, stock_move$"):
            forgetful(pg_world.owner, "product")
        with pytest.raises(AssertionError, match=r"not announced: product$"):
            forgetful(pg_world.owner, "stock")
    assert pg_world.tables("stock_move", "stock_balance", "product") == before


def test_every_name_is_a_table() -> None:
    assert set(announced.HEARD_UNDER) | announced.SILENT <= set(Base.metadata.tables)


_COLUMNS = "kind, product_id, lot_id, to_lot_id, from_location_id, to_location_id, qty"
