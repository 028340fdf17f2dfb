"""Desks that are killed at any moment, and an outside journal of what was acknowledged to them before.

Each desk works through an endless day of steps under keys that follow from its name and the step's number. What a
service answered is appended to the desk's own journal and synced to the disk before the next step begins. A desk
that is started again reads its journal and takes up the first step that is not there, under the same key.
"""

from __future__ import annotations

import json
import os
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from app.domain.permissions import Role
from app.errors import Unavailable
from app.services.context import Context
from app.services.labels import label_package
from app.services.orders import NewLine, NewOrder, place_order
from app.services.parcels import pack_all
from app.services.picking import pick_wave
from app.services.release import release_shipments
from app.services.shipping import ship_shipment
from app.services.stock import ReceiptLine, move_stock, receive
from tests.rig.databases import World
from tests.rig.desks import Desks, Seat, seats
from tests.rig.race import findings, shop_that_ships

ROLES = (Role.CUSTOMER_SERVICE, Role.STOCK_KEEPER, Role.PICKER, Role.PACKER)
SOLD = "SOLD"


@dataclass(frozen=True, slots=True)
class Floor:
    """Where they work, as plain values; each desk moves goods of an own product, all sell the same one."""

    customer: int
    warehouse: int
    sold: int
    own: tuple[tuple[int, int], ...]
    """(product, lot) by desk number."""
    bins: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a journal."""

    key: str
    step: str
    answer: Any


def make_floor(world: World, desks: int) -> Floor:
    """A shop where `desks` people work."""
    shop = shop_that_ships(world)
    sold = shop.add_product(SOLD, weight_g=100)
    own = []
    for number in range(desks):
        product = shop.add_product(f"OWN-{number}")
        own.append((product, shop.bring(f"OWN-{number}", 50, "A-02")))
    return Floor(shop.customer, shop.warehouse, sold, tuple(own), (shop.where("A-02"), shop.where("B-02")))


STEPS = ("receive", "place", "release", "move", "pick", "pack", "label", "ship")


def do(ctx: Context, seat: Seat, floor: Floor, number: int, day: list[Entry]) -> Entry:
    """Do the step of that number; what it needs of earlier ones is in the day's journal."""
    step = STEPS[number % len(STEPS)]
    key = f"{seat.actor}:{number}:{step}"
    pieces = 1 + number // len(STEPS) % 3
    before = {entry.step: entry.answer for entry in day[number - number % len(STEPS) : number]}
    once = ctx.once(key)
    answer: Any
    if step == "receive":
        line = ReceiptLine(floor.sold, pieces, location_id=floor.bins[seat.number % 2])
        answer = receive(once, floor.warehouse, (line,), delivery_note=key)
    elif step == "place":
        lines = (NewLine(floor.sold, pieces),)
        answer = place_order(once, NewOrder(floor.customer, floor.warehouse, lines, customer_reference=key))
    elif step == "release":
        answer = release_shipments(once, (before["place"]["shipment_id"],))
    elif step == "move":
        there, back = floor.bins if number // len(STEPS) % 2 == 0 else floor.bins[::-1]
        answer = move_stock(once, *floor.own[seat.number], there, back, 7)
    elif step == "pick":
        answer = pick_wave(once, before["release"]["wave_id"])
    elif step == "pack":
        answer = pack_all(once, before["place"]["shipment_id"])
    elif (
        step == "label"
    ):  # two transactions, done once by itself: asked again it answers with the label that is there
        answer = label_package(ctx, before["pack"]["package_id"])
    else:
        answer = ship_shipment(once, before["place"]["shipment_id"])
    return Entry(key, step, json.loads(msgspec.json.encode(answer)))


def read(journal: Path) -> list[Entry]:
    """What was acknowledged; a last line that was cut short while it was written does not count."""
    if not journal.exists():
        return []
    lines = journal.read_bytes().split(b"\n")
    return [msgspec.json.decode(line, type=Entry) for line in lines[:-1]]


def work(seat: Seat, floor: Floor, path: str, seed: int) -> int:
    """Work until killed; slow to write things down now and then, so that a kill may come just before."""
    journal, chance, ctx = Path(path), random.Random(seed), seat.context()
    day = read(journal)
    with journal.open("ab") as file:
        # What a kill left of a line is cut off; nothing of it was acknowledged.
        file.truncate(journal.read_bytes().rfind(b"\n") + 1)
        while True:
            try:
                entry = do(ctx, seat, floor, len(day), day)
            except Unavailable:  # the line was cut too often: nothing was acknowledged, so it is asked again
                continue
            if chance.random() < 0.3:
                time.sleep(chance.random() * 0.04)
            file.write(msgspec.json.encode(entry) + b"\n")
            file.flush()
            os.fsync(file.fileno())
            day.append(entry)


class _Shift:
    """One process of a desk, and when it is to be killed: some steps on and a moment later, now and then at its start."""

    def __init__(self, house: Desks, seat: Seat, floor: Floor, folder: Path, chance: random.Random) -> None:
        self._journal = folder / f"{seat.actor}.jsonl"
        self._steps = chance.randrange(10)
        self._moment = chance.random() * 0.08
        self._until = time.monotonic() + chance.random() * 0.5 if chance.random() < 0.1 else 0.0
        self._size = self._seen()
        self.process = house.start(work, seat, floor, str(self._journal), chance.randrange(10**9))

    def _seen(self) -> int:
        return self._journal.stat().st_size if self._journal.exists() else 0

    def is_over(self) -> bool:
        """Whether its moment has come."""
        if not self._until:
            size, before = self._seen(), self._size
            self._size = size
            self._steps -= size != before
            if self._steps < 0:
                self._until = time.monotonic() + self._moment
        return 0.0 < self._until <= time.monotonic()


def kill_at_random(
    world: World, folder: Path, *, desks: int, kills: int, seed: int, port: int | None = None
) -> tuple[Floor, dict[Seat, list[Entry]]]:
    """Let desks work, kill them at random moments and start them again; what was acknowledged to each."""
    chance = random.Random(seed)
    floor = make_floor(world, desks)
    people = seats(world, desks, *ROLES, port=port)
    with Desks() as house:
        working = {seat: _Shift(house, seat, floor, folder, chance) for seat in people}
        killed = 0
        while killed < kills:
            time.sleep(0.004)
            for seat, shift in working.items():
                assert shift.process.is_alive(), f"{seat.actor} ended by itself: {house.said(shift.process)}"
                if shift.is_over() and killed < kills:
                    shift.process.kill()
                    shift.process.join()
                    killed += 1
                    working[seat] = _Shift(house, seat, floor, folder, chance)
    return floor, {seat: read(folder / f"{seat.actor}.jsonl") for seat in people}


def judge(world: World, floor: Floor, journals: dict[Seat, list[Entry]]) -> int:
    """Everything acknowledged is there once; what was not is there whole or not at all. How many were in doubt and done."""
    assert findings(world) == []
    done = dict(
        world.rows("SELECT key, result FROM idempotency_key WHERE key LIKE '%:%:%' AND result IS NOT NULL")
    )
    assert world.one("SELECT count(*) FROM idempotency_key WHERE result IS NULL") == 0
    moves = dict(world.rows("SELECT op_key, count(*) FROM stock_move GROUP BY op_key"))
    orders = dict(
        world.rows("SELECT customer_reference, count(*) FROM sales_order GROUP BY customer_reference")
    )
    receipts = dict(world.rows("SELECT delivery_note, count(*) FROM receipt GROUP BY delivery_note"))
    in_doubt = 0
    for seat, day in journals.items():
        for entry in day:
            if entry.step == "label":
                continue
            assert json.loads(done[entry.key]) == entry.answer, entry
            assert_whole(entry, moves, orders, receipts)
        doubtful = f"{seat.actor}:{len(day)}:{STEPS[len(day) % len(STEPS)]}"
        if doubtful in done:
            in_doubt += 1
            assert_whole(
                Entry(doubtful, STEPS[len(day) % len(STEPS)], json.loads(done[doubtful])),
                moves,
                orders,
                receipts,
            )
        else:
            assert not any(doubtful in found for found in (moves, orders, receipts))
        known = {entry.key for entry in day} | {doubtful}
        mine = {key for key in (*done, *moves, *orders, *receipts) if key.startswith(f"{seat.actor}:")}
        assert mine <= known, "something was done that nobody asked for"
    return in_doubt


_ROWS: dict[str, Callable[[Any], int | None]] = {
    "receive": lambda answer: len(answer["move_ids"]),
    "move": lambda answer: len(answer["move_ids"]),
    "place": lambda answer: len(answer["line_ids"]),
    "release": lambda answer: answer["tasks"],
    "pack": lambda answer: None,
}


def assert_whole(
    entry: Entry, moves: dict[str, int], orders: dict[str, int], receipts: dict[str, int]
) -> None:
    """The effects of a step are there once, all of them."""
    rows = _ROWS.get(entry.step, lambda answer: 1)(entry.answer)
    if rows is None:
        assert entry.key not in moves
    elif entry.step in _ROWS:
        assert moves[entry.key] == rows, entry
    else:
        assert moves[entry.key] >= rows, entry
    assert orders.get(entry.key, 0) == (entry.step == "place")
    assert receipts.get(entry.key, 0) == (entry.step == "receive")


_TABLES = (
    "stock_move",
    "sales_order",
    "shipment",
    "package",
    "shipping_label",
    "receipt",
    "order_event",
    "print_job",
)


def _snapshot(world: World) -> set[str]:
    """What must not change when a step is asked again; a call without a key of its own leaves a fresh one."""
    keys = world.rows("SELECT * FROM idempotency_key WHERE key NOT LIKE 'auto:%'")
    rows = world.tables(*_TABLES)
    return {f"{table} {row}" for table in rows for row in rows[table]} | {f"key {row}" for row in keys}


def ask_again(world: World, floor: Floor, journals: dict[Seat, list[Entry]]) -> None:
    """Every step under its key once more: the same answers, and nothing changes; what was in doubt is done now, once."""
    before = _snapshot(world)
    for seat, day in journals.items():
        ctx = Seat(_own(world, seat), seat.actor, seat.roles, seat.number).context()
        for number, entry in enumerate(day):
            if entry.step != "label" or number >= len(day) - len(STEPS):
                assert (found := do(ctx, seat, floor, number, day)) == entry, (found, entry)
        ctx.db.close()
    assert not _snapshot(world) ^ before, _snapshot(world) ^ before
    for seat, day in journals.items():
        ctx = Seat(_own(world, seat), seat.actor, seat.roles, seat.number).context()
        first = do(ctx, seat, floor, len(day), day)
        settled = _snapshot(world)
        assert (found := do(ctx, seat, floor, len(day), day)) == first, (found, first)
        assert not _snapshot(world) ^ settled, _snapshot(world) ^ settled
        ctx.db.close()
    assert findings(world) == []


def _own(world: World, seat: Seat) -> str:
    """The seat's own way in, past any proxy."""
    return next(one.url for one in seats(world, seat.number + 1, *seat.roles) if one.actor == seat.actor)
