"""Several desks at once, killed desks and cut lines; the long runs are in tests/soak, these are the same in small."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from app.database import Timeouts, Transaction
from app.domain.permissions import Role
from app.services.context import Context, UseCase, use_case
from app.services.orders import place_order
from app.services.parcels import pack_all
from app.services.picking import pick_wave
from app.services.release import release_shipments
from app.services.shipping import ship_shipment
from tests.rig import kills
from tests.rig.databases import World
from tests.rig.proxy import Fate, Proxy
from tests.rig.race import RACERS, findings, live, race, shop_that_ships
from tests.rig.shop import Shop


def test_desks_race_for_goods_until_none_fits(world: World) -> None:
    answers = race(world, processes=3, products=3, pieces=12)
    assert all(answer["refused"] for answer in answers)


def test_killed_desks_do_nothing_twice(world: World, tmp_path: Path) -> None:
    floor, journals = kills.kill_at_random(world, tmp_path, desks=2, kills=4, seed=1)
    kills.judge(world, floor, journals)
    kills.ask_again(world, floor, journals)


@contextmanager
def standing_still(ctx: Context, step: UseCase[Any, Any], *args: Any) -> Iterator[None]:
    """Do a step up to just before its COMMIT, and hold everything that it locks while the block runs."""
    held, go = threading.Event(), threading.Event()

    @use_case()
    def still(tx: Transaction) -> int:
        step.inside(tx, *args)
        held.set()
        go.wait(60)
        return 1

    with ThreadPoolExecutor(1) as pool:
        desk = pool.submit(still, ctx)
        desk.add_done_callback(lambda _: held.set())
        held.wait(60)
        try:
            assert not desk.done() or desk.result()
            yield
        finally:
            go.set()
        desk.result()


def test_a_desk_that_stands_still_holds_up_nobody_with_other_goods(
    pg_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is no global lock: whatever one desk has not committed yet, others go through the whole life of an order."""
    monkeypatch.setattr("app.database.transaction.ATTEMPTS", 1)
    shop = shop_that_ships(pg_world, stock=True)
    patient = Timeouts(idle_in_transaction=0)
    slow = Context(
        pg_world.database(pg_world.url_of(*RACERS), timeouts=patient),
        "slow",
        pg_world.ctx(*RACERS).rights,
        "DESK-1",
    )
    quick = Context(
        pg_world.database(pg_world.url_of(*RACERS), timeouts=Timeouts(lock=0.3)),
        "quick",
        slow.rights,
        "DESK-2",
    )
    mugs = shop.new_order({"MUG": 1, "TEA": 1})
    order = place_order(slow, mugs)
    steps: list[tuple[UseCase[Any, Any], Callable[[], Any]]] = [
        (place_order, lambda: mugs),
        (release_shipments, lambda: (order.shipment_id,)),
        (pick_wave, lambda: pg_world.one("SELECT wave_id FROM shipment WHERE id = :i", i=order.shipment_id)),
        (pack_all, lambda: order.shipment_id),
        (ship_shipment, lambda: order.shipment_id),
    ]
    for step, given in steps:
        with standing_still(slow, step, given()):
            live(quick, f"past {step.inside.__name__}", shop.new_order({"POT": 1, "JAR": 1}))
    assert pg_world.one("SELECT count(*) FROM shipment WHERE state = 'shipped'") == len(steps) + 1
    assert findings(pg_world) == []


@pytest.mark.parametrize("fate", [Fate.CUT_BEFORE, Fate.CUT_AFTER])
def test_a_line_cut_at_any_statement_of_a_hot_path_does_nothing_twice(pg_world: World, fate: Fate) -> None:
    shop = Shop(pg_world)
    shop.bring("POT", 500)
    said: list[str] = []
    cut_at = 0

    def judge(words: str) -> Fate:
        said.append(words)
        return fate if len(said) == cut_at else Fate.PASS

    url = sa.make_url(pg_world.url_of(Role.CUSTOMER_SERVICE))
    with Proxy(str(url.host), int(url.port or 0), judge) as proxy:
        here = url.set(port=proxy.port).render_as_string(hide_password=False)
        ctx = Context(pg_world.database(here), "t", pg_world.ctx(Role.CUSTOMER_SERVICE).rights, "DESK-1")
        done = 0
        while len(said) >= cut_at:  # until a whole order passes before its cut comes
            said.clear()
            cut_at += 1
            placed = place_order(
                ctx.once(f"cut-{cut_at}"), shop.new_order({"POT": 1}, customer_reference=f"{cut_at}")
            )
            done += 1
            assert placed.shipment_id
            assert shop.stock("POT").reserved == done
    assert done > 10
    assert pg_world.rows("SELECT 1 FROM sales_order GROUP BY customer_reference HAVING count(*) <> 1") == []
    assert pg_world.one("SELECT count(*) FROM sales_order") == done
    assert findings(pg_world) == []
