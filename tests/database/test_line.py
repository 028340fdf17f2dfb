"""Statements sent without waiting: what is looked at late is refused all the same, and nothing is committed past it."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from app.database import Operation, Transaction
from app.errors import Conflict
from app.models import Product, Supplier
from app.models.base import utc_now
from app.services.rows import insert_blob
from tests.rig.databases import World

_ADD = sa.insert(Supplier)
_NAMES = sa.select(Supplier.code, Supplier.name, utc_now().label("now")).where(
    Supplier.code.in_(sa.bindparam("codes", expanding=True))
)
_RENAME = sa.update(Supplier).where(Supplier.code == sa.bindparam("which")).values(name=sa.bindparam("to"))


def run(world: World, work: Any) -> Any:
    """Run work that returns text."""
    return world.database().run(
        work, Operation("key", "test", ""), encode=str, decode=str, actor="t", desk="D"
    )


def suppliers(world: World) -> int:
    return int(world.one("SELECT count(*) FROM supplier"))


def test_an_error_nobody_looked_at_comes_up_before_the_commit(world: World) -> None:
    went_on = []

    def work(tx: Transaction) -> str:
        for _ in range(2):
            tx.execute(_ADD, {"code": "A", "name": "x"})
        went_on.append(True)
        return "done"

    with pytest.raises(Conflict, match="exists already"):
        run(world, work)
    assert bool(went_on) == (world.engine == "postgresql")
    assert suppliers(world) == 0
    assert world.one("SELECT count(*) FROM idempotency_key WHERE key = 'key'") == 0


def test_what_is_not_as_expected_is_refused_and_leaves_nothing(world: World) -> None:
    def refuse() -> None:
        raise Conflict("somebody was first")

    def work(tx: Transaction) -> str:
        tx.execute(_ADD, {"code": "A", "name": "x"})
        tx.expect(tx.execute(_RENAME, {"which": "A", "to": "y"}), 1, refuse)
        tx.expect(tx.execute(_RENAME, {"which": "B", "to": "y"}), 1, refuse)
        return "done"

    with pytest.raises(Conflict, match="somebody was first"):
        run(world, work)
    assert suppliers(world) == 0


def test_a_refusal_may_still_ask_what_is_there(world: World) -> None:
    def work(tx: Transaction) -> str:
        def refuse() -> None:
            raise Conflict(str(tx.execute(_NAMES, {"codes": ["A"]}).one().name))

        tx.execute(_ADD, {"code": "A", "name": "asked"})
        tx.expect(tx.execute(_RENAME, {"which": "B", "to": "y"}), 1, refuse)
        return "done"

    with pytest.raises(Conflict, match="asked"):
        run(world, work)


def test_lists_of_any_length_and_typed_columns_come_back_as_they_went(world: World) -> None:
    def work(tx: Transaction) -> str:
        for code in "ABC":
            tx.execute(_ADD, {"code": code, "name": f"{code} & Söhne %s"})
        for codes in (["A"], ["A", "C"], [], ["B", "A", "none"]):
            rows = tx.execute(_NAMES, {"codes": codes}).all()
            assert {row.code for row in rows} == set(codes) - {"none"}
            assert all(row.name == f"{row.code} & Söhne %s" for row in rows)
            assert all(row.now.utcoffset().total_seconds() == 0 for row in rows)
        return str(len(tx.execute(_NAMES, {"codes": ["A", "B"]}).scalars().all()))

    assert run(world, work) == "2"


def test_a_statement_made_for_the_moment_goes_as_well(world: World) -> None:
    def work(tx: Transaction) -> str:
        made = tx.execute(
            sa.insert(Product).values(sku="P", name="Pot", unit_price=5, weight_g=3).returning(Product.id)
        ).scalar_one()
        changed = tx.execute(sa.update(Product).where(Product.id == made).values(name="Jar"))
        assert changed.rowcount == 1
        return str(tx.execute(sa.select(Product.name).where(Product.id == made)).scalar_one())

    assert run(world, work) == "Jar"


def test_many_rows_at_once_and_the_bare_connection_see_what_was_sent(world: World) -> None:
    def work(tx: Transaction) -> str:
        tx.execute(_ADD, {"code": "A", "name": "x"})
        tx.execute(_ADD, [{"code": code, "name": "y"} for code in "BC"])
        tx.execute(_ADD, {"code": "D", "name": "z"})
        return str(tx.connection.exec_driver_sql("SELECT count(*) FROM supplier").scalar_one())

    assert run(world, work) == "4"
    assert suppliers(world) == 4


def test_a_value_larger_than_any_line_takes_at_once_goes_too(world: World) -> None:
    large = "x" * 20_000_000

    def work(tx: Transaction) -> str:
        insert_blob(tx, large.encode(), "text/plain")
        tx.execute(_ADD, {"code": "A", "name": large})
        tx.execute(_ADD, {"code": "B", "name": "y"})
        return str(tx.execute(_NAMES, {"codes": ["A", "B"]}).scalars().all())

    assert run(world, work) == "['A', 'B']"
    assert world.one("SELECT length(name) FROM supplier WHERE code = 'A'") == len(large)
