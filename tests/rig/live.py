"""Two desks as real processes over one database: what one commits by its keys is seen on the other's screen.

The watching desk says that it is ready by a file; the working desk then takes a loss of two jars by keyboard. Both note the
moment on the machine's one steady clock.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

from app.domain.permissions import Role
from tests.rig.databases import World
from tests.rig.desks import Desks, Seat, seats
from tests.rig.shop import GTIN, Shop

SKU, LOST = "JAR", 2
PATIENCE_S = 60.0


def seen_after(world: World, folder: Path) -> float:
    """How many seconds after the commit the other desk's screen showed it."""
    Shop(world)
    with Desks() as desks:
        watching, working = seats(world, 2, Role.STOCK_KEEPER)
        ready = folder / "ready"
        desks.start(watch, watching, world.engine, str(folder / "watching"), str(ready))
        desks.start(lose, working, world.engine, str(folder / "working"), str(ready))
        shown, done = desks.results(seconds=2 * PATIENCE_S)
    assert shown["after"] == shown["before"] - LOST
    return float(shown["at"] - done["at"])


def watch(seat: Seat, engine: str, folder: str, ready: str) -> dict[str, Any]:
    """Look at the stock levels until another number of jars stands there."""
    desk = _desk(seat, engine, folder)
    before = _jars(desk)
    Path(ready).touch()
    desk.wait(lambda: _jars(desk) != before)
    at, after = time.monotonic(), _jars(desk)
    desk.close()
    return {"before": before, "after": after, "at": at}


def lose(seat: Seat, engine: str, folder: str, ready: str) -> dict[str, Any]:
    """Take a loss of jars by keys once the other desk looks; the moment before Enter, which is before the commit."""
    desk = _desk(seat, engine, folder)
    desk.scan(GTIN[SKU])
    desk.press("F6")
    desk.type(f"-{LOST}")
    desk.press("Return")
    desk.wait(Path(ready).exists)
    at = time.monotonic()
    desk.press("Return")
    desk.close()
    return {"at": at}


def _desk(seat: Seat, engine: str, folder: str) -> Any:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is read in this process
    from app.views.stock import StockLevels
    from app.views.stock_card import StockCard
    from tests.rig.desk import Desk

    Path(folder).mkdir()
    world = World(engine, seat.url)
    desk = Desk(world, Path(folder), screens=(StockLevels, StockCard), ctx=seat.context(), listens=True)
    desk.show(StockLevels)
    return desk


def _jars(desk: Any) -> int:
    """What the table on the screen says is there."""
    table = desk.work.current.view.model()
    headers = [column.key for column in table.columns]
    rows = range(table.rowCount())
    shown = {str(table.index(row, headers.index("sku")).data()): row for row in rows}
    return int(str(table.index(shown[SKU], headers.index("on_hand")).data()))
