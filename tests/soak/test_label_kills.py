"""Desks that buy labels of a carrier are killed with the system's own means, and a carrier that hears everything twice."""

from __future__ import annotations

import random
import time
from contextlib import suppress
from pathlib import Path

import pytest

from app.domain.permissions import Role
from app.errors import AppError
from app.services.buying import label_jobs
from app.services.jobs import work_off
from app.services.labels import label_package
from app.services.parcels import close_package, reopen_package
from tests.rig.carriers import Counter
from tests.rig.databases import World
from tests.rig.desks import Desks, Seat, seats

pytestmark = [pytest.mark.soak, pytest.mark.timeout(900)]
KILLS = 100
PARCELS = 12


def work(seat: Seat, parcels: list[int], seed: int) -> int:
    """Label, ask, open again and close, for ever, until killed."""
    chance, ctx = random.Random(seed), seat.context()
    while True:
        parcel = chance.choice(parcels)
        with suppress(AppError):
            if chance.random() < 0.25:
                reopen_package(ctx, parcel)
            if chance.random() < 0.7:
                close_package(ctx, parcel, 150)
        with suppress(AppError):
            label_package(ctx, parcel)
        with suppress(AppError):
            work_off(ctx, label_jobs(ctx), lease_seconds=1)


def test_label_purchases_survive_kills(world: World, tmp_path: Path) -> None:
    counter = Counter(world, tmp_path)
    counter.bring("MUG", 100, "A-01")
    parcels = [counter.closed()[1] for _ in range(PARCELS)]
    chance, killed, sold = random.Random(KILLS), 0, 0
    with Desks() as house:
        people = seats(world, 3, Role.PACKER)
        running = {seat: house.start(work, seat, parcels, seat.number) for seat in people}
        while killed < KILLS:
            time.sleep(0.2 + chance.random() * 0.5)
            counter.depot.work()
            counter.due()
            seat = chance.choice(people)
            assert running[seat].is_alive(), house.said(running[seat])
            running[seat].kill()
            running[seat].join()
            killed += 1
            running[seat] = house.start(work, seat, parcels, chance.randrange(10**9))
        for process in running.values():
            process.kill()
            process.join()
    for parcel in parcels:
        with suppress(AppError):
            close_package(counter.packer, parcel, 150)
        label_package(counter.packer, parcel)
    deadline = time.monotonic() + 60
    while counter.open() and time.monotonic() < deadline:
        counter.work()
        counter.depot.work()
    assert counter.open() == ()
    for parcel in parcels:
        (tracking,) = counter.live(parcel)
        sscc = world.one("SELECT sscc FROM package WHERE id = :p", p=parcel)
        mine = {key for key, owner in counter.depot.sscc.items() if owner == sscc}
        sold += len(mine)
        kept = {counter.depot.sold[key] for key in mine - counter.depot.voided}
        assert kept == {tracking}, "what the carrier counts as sold is the one label that lives"
    assert world.one("SELECT count(*) FROM shipping_label WHERE purchase_id IS NULL") == 0
    assert sold > PARCELS, "parcels were opened again and labelled anew"
    bought = world.one("SELECT count(*) FROM label_purchase WHERE tracking <> ''")
    print(f"{world.engine}: {killed} kills, {sold} labels sold for {PARCELS} parcels, {bought} known here")
