"""Whatever is killed whenever, and whoever goes on: no parcel has two trackings, no label is without its parcel."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.database import Database
from app.errors import AppError
from app.integrations.carriers import exchange
from app.services.buying import label_jobs
from app.services.context import Context
from app.services.jobs import work_off
from app.services.labels import label_package
from app.services.parcels import close_package, reopen_package
from app.services.purchases import ask_again, give_up
from tests.rig.carriers import Counter
from tests.rig.databases import World

Step = tuple[str, int, bool]
"""What is done, at which point it is killed (0: not at all), and whether it is done at the other desk."""
STEPS = ("label", "jobs", "jobs", "depot", "reopen", "close", "again", "give_up")
steps = st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 9), st.booleans()), min_size=3, max_size=14)


class Killed(BaseException):
    """The program ends here: nothing after it is done, and nobody catches it."""


@contextmanager
def killed_at(point: int) -> Iterator[None]:
    """Kill before or after the so-and-so-many-th transaction or file, counted from 1; 0 never."""
    left = [point]

    def around(real: Callable[..., Any]) -> Callable[..., Any]:
        def one(*args: Any, **kwargs: Any) -> Any:
            for moment in ("before", "after"):
                left[0] -= 1
                if left[0] == 0:
                    if moment == "after":
                        real(*args, **kwargs)
                    raise Killed
            return real(*args, **kwargs)

        return one

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Database, "run", around(Database.run))
        patch.setattr("app.integrations.carriers.files.put", around(exchange.put))
        yield


def do(counter: Counter, ctx: Context, step: str, parcel: int) -> None:
    """Do a step as a desk does; what is refused is refused."""
    if step == "depot":
        counter.depot.work()
    elif step == "label":
        label_package(ctx, parcel)
    elif step == "jobs":
        work_off(ctx, label_jobs(ctx))
    elif step == "reopen":
        reopen_package(ctx, parcel)
    elif step == "close":
        close_package(ctx, parcel, 150)
    else:
        act = {"again": ask_again, "give_up": give_up}[step]
        for one in counter.open():
            if one.package_id == parcel and one.status == "asked":
                act(ctx, one.id)


def check(counter: Counter, parcel: int) -> None:
    """What must hold at every moment."""
    rows = counter.world.rows(
        "SELECT l.tracking, l.voided_at, u.status, u.request_key, p.state FROM package AS p"
        " JOIN shipping_label AS l ON l.package_id = p.id JOIN label_purchase AS u ON u.id = l.purchase_id WHERE p.id = :p",
        p=parcel,
    )
    live = [row for row in rows if row.voided_at is None]
    assert len(live) <= 1
    for row in live:
        assert (row.state, row.status) == ("labelled", "bought")
        assert counter.depot.sold[row.request_key] == row.tracking
    for row in rows:
        assert (row.voided_at is None) == (row.status == "bought")
    asked = counter.world.one(
        "SELECT count(*) FROM label_purchase WHERE package_id = :p AND status IN ('asked', 'bought')",
        p=parcel,
    )
    assert asked <= 1
    assert (counter.state("package", parcel) == "labelled") == (len(live) == 1)


def settle(counter: Counter, parcel: int) -> None:
    """Without further kills all comes to rest: what the carrier still counts as sold is the one live label."""
    for _ in range(4):
        counter.due()
        work_off(counter.other, label_jobs(counter.other))
        counter.depot.work()
    check(counter, parcel)
    sscc = counter.world.one("SELECT sscc FROM package WHERE id = :p", p=parcel)
    kept = {
        tracking
        for key, tracking in counter.depot.sold.items()
        if counter.depot.sscc[key] == sscc and key not in counter.depot.voided
    }
    assert kept == set(counter.live(parcel))
    assert [one for one in counter.open() if one.package_id == parcel] == []


def play(counter: Counter, story: list[Step]) -> None:
    _, parcel = counter.closed()
    for step, point, elsewhere in story:
        counter.due()
        ctx = counter.other if elsewhere else counter.packer
        try:
            with killed_at(point):
                do(counter, ctx, step, parcel)
        except (Killed, AppError):
            pass
        check(counter, parcel)
    settle(counter, parcel)


_QUICK = settings(
    max_examples=20,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def test_kills_at_every_point_of_the_common_way(sqlite_world: World, tmp_path: Path) -> None:
    counter = Counter(sqlite_world, tmp_path)
    counter.bring("MUG", 500, "A-01")
    for point in range(1, 10):
        play(
            counter,
            [("label", point, False), ("label", 0, False), ("jobs", point, True), ("depot", 0, False)],
        )
        play(counter, [("label", 0, False), ("jobs", 0, False), ("depot", 0, False), ("jobs", point, False)])
        play(
            counter, [("label", 0, False), ("jobs", 0, False), ("reopen", point, False), ("depot", 0, False)]
        )


def test_kills_in_any_order(sqlite_world: World, tmp_path: Path) -> None:
    counter = Counter(sqlite_world, tmp_path)
    counter.bring("MUG", 500, "A-01")

    @_QUICK
    @given(steps)
    def story(wanted: list[Step]) -> None:
        play(counter, wanted)

    story()


@pytest.mark.soak
def test_many_kills_in_any_order(world: World, tmp_path: Path) -> None:
    counter = Counter(world, tmp_path)
    counter.bring("MUG", 5_000, "A-01")

    @settings(_QUICK, max_examples=200)
    @given(steps)
    def story(wanted: list[Step]) -> None:
        play(counter, wanted)

    story()
