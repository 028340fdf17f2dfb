"""Benches that are killed at any moment between the sheet and the printer, as real processes on PostgreSQL.

Each bench works through an endless day under keys that follow from its name and the step's number: an order is taken, picked,
scanned piece by piece, its parcel closed and labelled, and what waits is printed into a folder. What was acknowledged is in
the bench's journal; a bench that is started again takes up the first step that is not there, under the same key.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import time
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa

from app.domain.permissions import Role
from app.services.bench_closing import close_parcel
from app.services.context import Context
from app.services.desks import add_desk, set_printer
from app.services.orders import NewLine, NewOrder, place_order
from app.services.packing import scan_item
from app.services.picking import pick_wave
from app.services.printing import print_waiting
from app.services.release import release_shipments
from app.services.reprinting import retry_print_job
from tests.rig.databases import World
from tests.rig.desks import Desks, Seat, seats
from tests.rig.kills import Entry, read
from tests.rig.race import findings, shop_that_ships

ROLES = (Role.CUSTOMER_SERVICE, Role.STOCK_KEEPER, Role.PICKER, Role.PACKER)
Floor = dict[str, int]
"""Customer, warehouse and the product that is sold."""
STEPS = ("place", "release", "pick", "scan", "scan again", "close", "print")
SOLD = "SOLD"
PIECES = 2
STOCK = 50_000


def make_floor(world: World, desks: int, papers: Path) -> Floor:
    """A shop whose benches each print into a folder of their own."""
    shop = shop_that_ships(world)
    sold = shop.add_product(SOLD, weight_g=100)
    shop.bring(SOLD, STOCK, "A-02")
    for number in range(desks):
        folder = papers / f"DESK-{number}"
        folder.mkdir(parents=True)
        set_printer(world.owner, add_desk(world.owner, f"DESK-{number}"), "*", "folder", str(folder))
    return {"customer": shop.customer, "warehouse": shop.warehouse, "sold": sold}


def do(ctx: Context, seat: Seat, floor: Floor, number: int, day: list[Entry]) -> Entry:
    """Do the step of that number; what it needs of earlier ones is in the day's journal."""
    step = STEPS[number % len(STEPS)]
    key = f"{seat.actor}:{number}:{step}"
    before = {entry.step: entry.answer for entry in day[number - number % len(STEPS) : number]}
    once = ctx.once(key)
    answer: Any
    if step == "place":
        lines = (NewLine(floor["sold"], PIECES),)
        answer = place_order(
            once, NewOrder(floor["customer"], floor["warehouse"], lines, customer_reference=key)
        )
    elif step == "release":
        answer = release_shipments(once, (before["place"]["shipment_id"],))
    elif step == "pick":
        answer = pick_wave(once, before["release"]["wave_id"])
    elif step.startswith("scan"):
        answer = scan_item(once, before["place"]["shipment_id"], SOLD)
    elif step == "close":
        closed = close_parcel(once, before["scan"]["facts"]["package_id"], weighed="computed")
        assert closed.trouble is None, closed.trouble
        answer = {"package": closed.parcel.package_id, "jobs": closed.jobs}
    else:
        print_waiting(ctx)
        answer = {}
    return Entry(key, step, json.loads(msgspec.json.encode(answer)))


def work(seat: Seat, floor: Floor, path: str, seed: int) -> int:
    """Work until killed."""
    journal, chance, ctx = Path(path), random.Random(seed), seat.context()
    day = read(journal)
    with journal.open("ab") as file:
        file.truncate(journal.read_bytes().rfind(b"\n") + 1)
        while True:
            printing = STEPS[len(day) % len(STEPS)] == "print"
            if printing:
                _marker(journal).touch()
            entry = do(ctx, seat, floor, len(day), day)
            if printing:
                _marker(journal).unlink()
            if chance.random() < 0.3:
                time.sleep(chance.random() * 0.03)
            file.write(msgspec.json.encode(entry) + b"\n")
            file.flush()
            os.fsync(file.fileno())
            day.append(entry)


def _marker(journal: Path) -> Path:
    """Is there while a bench prints."""
    return journal.with_suffix(".printing")


class _Shift:
    """One process of a bench, killed a moment after one of its steps: most often one between the first scan and the print."""

    def __init__(self, house: Desks, seat: Seat, floor: Floor, folder: Path, chance: random.Random) -> None:
        self._journal = folder / f"{seat.actor}.jsonl"
        self._done = len(read(self._journal))
        self._steps = 1 + chance.randrange(len(STEPS))
        while chance.random() < 0.8 and STEPS[(self._done + self._steps) % len(STEPS)] in (
            "place",
            "release",
            "pick",
        ):
            self._steps = 1 + chance.randrange(len(STEPS))
        self._moment = chance.random() * 0.09
        self._until = time.monotonic() + chance.random() * 0.5 if chance.random() < 0.05 else 0.0
        # A third of them while a paper may be on its way.
        self._at_print = chance.random() < 0.35
        self._soon = chance.random() * 0.02
        _marker(self._journal).unlink(missing_ok=True)
        self.process = house.start(work, seat, floor, str(self._journal), chance.randrange(10**9))

    def is_over(self) -> bool:
        """Whether its moment has come."""
        if not self._until and self._at_print:
            if _marker(self._journal).exists():
                self._until = time.monotonic() + self._soon
        elif not self._until and self._journal.exists():
            lines = self._journal.read_bytes().count(b"\n")
            if lines >= self._done + self._steps:
                self._until = time.monotonic() + self._moment
        return 0.0 < self._until <= time.monotonic()


def kill_at_random(
    world: World, folder: Path, *, desks: int, kills: int, seed: int
) -> tuple[Floor, dict[Seat, list[Entry]]]:
    """Let benches work, kill them at random moments and start them again; what was acknowledged to each."""
    chance = random.Random(seed)
    floor = make_floor(world, desks, folder / "papers")
    people = seats(world, desks, *ROLES)
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


def came_out(folder: Path) -> Counter[str]:
    """How often each paper came out of the printers, by its bytes."""
    return Counter(
        hashlib.sha256(file.read_bytes()).hexdigest() for file in (folder / "papers").rglob("*.pdf")
    )


def judge(world: World) -> None:
    """No parcel with two live trackings, no label without its parcel, no parcel labelled without a label."""
    assert findings(world) == []
    two = "SELECT package_id FROM shipping_label WHERE voided_at IS NULL GROUP BY package_id HAVING count(*) > 1"
    assert world.rows(two) == []
    assert (
        world.rows(
            "SELECT tracking FROM shipping_label GROUP BY tracking HAVING count(*) > 1 AND tracking <> ''"
        )
        == []
    )
    alone = (
        "SELECT l.id FROM shipping_label AS l LEFT JOIN package AS p ON p.id = l.package_id"
        " WHERE p.id IS NULL OR (l.voided_at IS NULL AND p.state NOT IN ('labelled', 'loaded', 'delivered'))"
    )
    assert world.rows(alone) == []
    assert world.one("SELECT count(*) FROM idempotency_key WHERE result IS NULL") == 0
    twice = "SELECT blob_sha FROM print_job WHERE NOT copy GROUP BY blob_sha HAVING count(*) > 1"
    assert world.rows(twice) == [], "a paper was put into the queue twice as new"


def finish(world: World, folder: Path, floor: Floor, journals: dict[Seat, list[Entry]]) -> tuple[int, int]:
    """Everybody ends what they had begun and prints the rest; how many papers came out, and how many a person was asked about."""
    with (
        world.database().engine.begin() as connection
    ):  # the leases of the dead end, as they do by themselves after a while
        connection.execute(
            sa.text("UPDATE print_job SET lease_until = now() - interval '1 hour' WHERE status = 'printing'")
        )
    asked = 0
    for seat, day in journals.items():
        ctx = seat.context()
        while len(day) % len(STEPS):
            day.append(do(ctx, seat, floor, len(day), day))
        print_waiting(ctx)
        desk = f"DESK-{seat.number}"
        question = "SELECT j.id FROM print_job AS j JOIN desk AS d ON d.id = j.desk_id WHERE d.code = :d AND j.status = 'failed'"
        for row in world.rows(question, d=desk):
            asked += 1
            retry_print_job(ctx, row.id)
        print_waiting(ctx)
        ctx.db.close()
    assert world.rows("SELECT id FROM print_job WHERE status NOT IN ('printed', 'cancelled')") == []
    found = came_out(folder)
    new = {
        row.blob_sha for row in world.rows("SELECT blob_sha FROM print_job WHERE NOT copy AND document <> ''")
    }
    doubled = [sha for sha, times in found.items() if times > 1]
    assert doubled == [], "the same bytes came out twice: a repeat without its mark"
    assert len(new) >= sum(len(day) // len(STEPS) for day in journals.values())
    return sum(found.values()), asked
