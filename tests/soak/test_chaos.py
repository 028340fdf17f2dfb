"""The line cut at every statement of an order's whole life, and a server that is stopped in its tracks."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.database import Timeouts, Transaction
from app.errors import Conflict, Unavailable
from app.services.context import Context, use_case
from app.services.orders import place_order
from tests.rig.cluster import Cluster
from tests.rig.databases import World
from tests.rig.proxy import Fate, Proxy
from tests.rig.race import RACERS, findings, live, shop_that_ships

pytestmark = [pytest.mark.soak, pytest.mark.timeout(900)]
needs_signals = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows cannot stop a process in its tracks"
)


@pytest.mark.parametrize("fate", [Fate.CUT_BEFORE, Fate.CUT_IN_DOUBT, Fate.CUT_AFTER])
def test_a_line_cut_at_any_statement_of_an_orders_life(pg_world: World, fate: Fate) -> None:
    shop = shop_that_ships(pg_world)
    shop.bring("POT", 1000)
    shop.bring("JAR", 1000)
    said: list[str] = []
    cut_at = lives = 0

    def judge(words: str) -> Fate:
        said.append(words)
        return fate if len(said) == cut_at else Fate.PASS

    url = sa.make_url(pg_world.url_of(*RACERS))
    with Proxy(str(url.host), int(url.port or 0), judge) as proxy:
        here = url.set(port=proxy.port).render_as_string(hide_password=False)
        ctx = Context(pg_world.database(here), "t", pg_world.ctx(*RACERS).rights, "DESK-1")
        while len(said) >= cut_at:
            said.clear()
            cut_at += 1
            lives += 1
            try:
                live(ctx, f"life-{lives}", shop.new_order({"POT": 2, "JAR": 1}))
            except Unavailable:  # a reader was cut: it is told and asks again, nothing was begun twice
                live(ctx, f"life-{lives}", shop.new_order({"POT": 2, "JAR": 1}))
    assert lives > 50
    assert pg_world.one("SELECT count(*) FROM shipment WHERE state = 'shipped'") == lives
    assert pg_world.one("SELECT count(*) FROM sales_order") == lives
    assert pg_world.one("SELECT count(*) FROM shipping_label") == lives
    assert shop.stock("POT").on_hand == 1000 - 2 * lives
    assert findings(pg_world) == []


@contextmanager
def stopped(processes: list[int]) -> Iterator[None]:
    """Stop processes of our own server as a hung machine would, and let them go on afterwards."""
    for process in processes:
        os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        for process in processes:
            os.kill(process, signal.SIGCONT)


@needs_signals
def test_a_stopped_session_is_given_up_and_its_step_done_once(pg_world: World) -> None:
    shop = shop_that_ships(pg_world, stock=True)
    limits = Timeouts(frozen=1.5, lock=0.5)
    ctx = Context(
        pg_world.database(pg_world.url_of(*RACERS), timeouts=limits),
        "t",
        pg_world.ctx(*RACERS).rights,
        "DESK-1",
    )
    sessions: list[int] = []

    @use_case()
    def place_slowly(tx: Transaction) -> int:
        placed = place_order.inside(tx, shop.new_order({"MUG": 2}))
        if not sessions:
            sessions.append(tx.execute(sa.text("SELECT pg_backend_pid()")).scalar_one())
            os.kill(sessions[0], signal.SIGSTOP)
        return placed.order_id

    try:
        # Its own earlier session still holds the key: that is said, with who it is, and nothing is done beside it.
        with pytest.raises((Conflict, Unavailable)):
            place_slowly(ctx.once("frozen"))
        assert pg_world.one("SELECT count(*) FROM sales_order") == 0
    finally:
        os.kill(sessions[0], signal.SIGCONT)
    with ThreadPoolExecutor(2) as desks:
        orders = {desks.submit(place_slowly, ctx.once("frozen")).result() for _ in range(2)}
    assert len(orders) == 1
    assert pg_world.one("SELECT count(*) FROM sales_order") == 1
    assert shop.stock("MUG").reserved == 2
    assert findings(pg_world) == []


@needs_signals
def test_a_stopped_server_is_said_to_be_unavailable(pg_world: World) -> None:
    """A whole server of its own is stopped: nobody is left hanging, and afterwards each step is there once."""
    with Cluster() as server:
        url = server.url("postgres")
        _schema(url)
        own = World("postgresql", url)
        shop = shop_that_ships(own, stock=True)
        limits = Timeouts(connect=2, frozen=1.5)
        ctx = Context(own.database(timeouts=limits, application="frozen"), "t", own.owner.rights, "DESK-1")
        place_order(ctx.once("warm"), shop.new_order({"MUG": 1}))
        postmaster = int((Path(server.folder) / "data" / "postmaster.pid").read_text().split()[0])
        sessions = [row.pid for row in own.rows("SELECT pid FROM pg_stat_activity")]
        begun = time.monotonic()
        with stopped([postmaster, *sessions]), pytest.raises(Unavailable):
            place_order(ctx.once("frozen"), shop.new_order({"MUG": 2}))
        assert time.monotonic() - begun < 120
        first = place_order(ctx.once("frozen"), shop.new_order({"MUG": 2}))
        assert place_order(ctx.once("frozen"), shop.new_order({"MUG": 2})) == first
        assert shop.stock("MUG").reserved == 3
        assert findings(own) == []
        own.close()


def _schema(url: str) -> None:
    from app.services import server as services  # the name of the fixture's server is taken above

    services.initialise(url)
