"""Jobs are taken once, given back when their lease runs out, and tried again later and later."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from app.domain.permissions import Permission, Role
from app.errors import BadInput, Unavailable
from app.models import IdempotencyKey, Job
from app.services.context import Context, use_case
from app.services.jobs import (
    KEY_DAYS,
    PRUNE_KEYS,
    LeaseLost,
    TakenJob,
    add_job,
    back_off,
    fail_job,
    finish_job,
    prune_keys,
    take_jobs,
    wake_job,
    work_off,
)
from tests.rig.databases import World

FOLDER = ("print", "mail")


def past(world: World, **columns: datetime) -> None:
    """Set times of every job, past all services."""
    with world.database().engine.begin() as connection:
        connection.execute(sa.update(Job).values(columns))


def hour_ago() -> datetime:
    return datetime.now(UTC) - timedelta(hours=1)


def test_a_job_is_done_once(world: World) -> None:
    ctx = world.ctx(Role.PACKER)
    job = add_job(ctx, "print", '{"id": 7}')
    (taken,) = take_jobs(ctx, FOLDER, 10, 60)
    assert (taken.id, taken.kind, taken.payload, taken.attempt) == (job, "print", '{"id": 7}', 1)
    assert take_jobs(world.ctx(Role.PICKER), FOLDER, 10, 60) == ()
    assert finish_job(ctx, job, taken.attempt).status == "done"
    assert take_jobs(ctx, FOLDER, 10, 60) == ()
    with pytest.raises(LeaseLost):
        finish_job(ctx, job, taken.attempt)


def test_the_same_thing_is_in_line_once(world: World) -> None:
    ctx = world.ctx(Role.PACKER)
    first = add_job(ctx, "print", dedupe_key="label:1")
    assert add_job(ctx, "print", dedupe_key="label:1") == first
    assert add_job(ctx, "print", dedupe_key="label:2") != first
    assert add_job(ctx, "print") != add_job(ctx, "print")


def test_only_due_jobs_of_the_kind_and_desk_are_taken(world: World) -> None:
    ctx = world.ctx(Role.PACKER)
    with world.database().engine.begin() as connection:
        desk = connection.execute(sa.text("INSERT INTO desk (code) VALUES ('D1') RETURNING id")).scalar_one()
    later = datetime.now(UTC) + timedelta(hours=1)
    add_job(ctx, "print", run_at=later)
    add_job(ctx, "carrier")
    here = add_job(ctx, "print", desk_id=desk)
    assert take_jobs(ctx, FOLDER, 10, 60) == ()
    assert [one.id for one in take_jobs(ctx, FOLDER, 10, 60, desk)] == [here]
    with pytest.raises(BadInput):
        take_jobs(ctx, FOLDER, 0, 60)
    with pytest.raises(BadInput):
        add_job(ctx, "print", "{")
    with pytest.raises(BadInput):
        add_job(ctx, "")


def test_oldest_first_up_to_the_limit(world: World) -> None:
    ctx = world.ctx(Role.PACKER)
    start = hour_ago()
    ids = [add_job(ctx, "print", run_at=start - timedelta(minutes=n)) for n in range(4)]
    assert [one.id for one in take_jobs(ctx, FOLDER, 3, 60)] == ids[:0:-1]
    assert [one.id for one in take_jobs(ctx, FOLDER, 3, 60)] == ids[:1]


def test_a_lease_that_ran_out_is_taken_again(world: World) -> None:
    """Whoever was too slow has lost the job, even when it is the same desk that took it again."""
    ctx = world.ctx(Role.PACKER)
    job = add_job(ctx, "print")
    (slow,) = take_jobs(ctx, FOLDER, 1, 60)
    past(world, lease_until=hour_ago())
    (again,) = take_jobs(ctx, FOLDER, 1, 60)
    assert (again.id, again.attempt) == (job, 2)
    for late in (finish_job, lambda c, j, a: fail_job(c, j, a, "late")):
        with pytest.raises(LeaseLost):
            late(ctx, job, slow.attempt)
    assert finish_job(ctx, job, again.attempt).status == "done"


def test_another_desk_may_not_end_it(world: World) -> None:
    ctx = world.ctx(Role.PACKER)
    job = add_job(ctx, "print")
    (taken,) = take_jobs(ctx, FOLDER, 1, 60)
    with pytest.raises(LeaseLost):
        finish_job(world.ctx(Role.PACKER, desk="DESK-2"), job, taken.attempt)
    assert world.one("SELECT status FROM job") == "running"


def test_failures_wait_longer_and_end(world: World) -> None:
    ctx = world.ctx(Role.PACKER)
    job = add_job(ctx, "print")
    for attempt in (1, 2):
        (taken,) = take_jobs(ctx, FOLDER, 1, 60)
        end = fail_job(ctx, job, taken.attempt, "no paper", 3)
        assert end.status == "waiting"
        assert end.run_at is not None
        wait = (end.run_at - datetime.now(UTC)).total_seconds()
        assert back_off(attempt) - 4 < wait <= back_off(attempt) + 1
        assert take_jobs(ctx, FOLDER, 1, 60) == ()
        past(world, run_at=hour_ago())
    (last,) = take_jobs(ctx, FOLDER, 1, 60)
    assert fail_job(ctx, job, last.attempt, "no paper", 3).status == "failed"
    past(world, run_at=hour_ago())
    assert take_jobs(ctx, FOLDER, 1, 60) == ()
    assert world.rows("SELECT attempts, last_error FROM job") == [(3, "no paper")]


wake = use_case(Permission.JOB_RUN)(wake_job)


def test_a_job_that_is_woken_while_it_is_done_is_done_once_more(world: World) -> None:
    """Whoever does it may have read what was there before the wake."""
    ctx = world.ctx(Role.PACKER)
    assert not wake(ctx, "label:1")
    job = add_job(ctx, "print", dedupe_key="label:1")
    for end in (finish_job, lambda c, j, a: fail_job(c, j, a, "no answer", 1)):
        (taken,) = take_jobs(ctx, FOLDER, 1, 60)
        assert wake(ctx, "label:1")
        assert take_jobs(world.ctx(Role.PICKER), FOLDER, 1, 60) == (), "it is under lease all the same"
        assert end(ctx, job, taken.attempt).status == "waiting"
    (taken,) = take_jobs(ctx, FOLDER, 1, 60)
    assert finish_job(ctx, job, taken.attempt).status == "done", "a wake counts once"


def test_a_wake_outlives_a_desk_that_ended(world: World) -> None:
    ctx = world.ctx(Role.PACKER)
    job = add_job(ctx, "print", dedupe_key="label:1")
    take_jobs(ctx, FOLDER, 1, 60)
    wake(ctx, "label:1")
    past(world, lease_until=hour_ago())
    (again,) = take_jobs(ctx, FOLDER, 1, 60)
    past(world, run_at=hour_ago())
    assert finish_job(ctx, job, again.attempt).status == "done"


def test_what_waits_or_ended_is_due_at_once_when_it_is_woken(world: World) -> None:
    ctx = world.ctx(Role.PACKER)
    job = add_job(ctx, "print", dedupe_key="label:1")
    (taken,) = take_jobs(ctx, FOLDER, 1, 60)
    fail_job(ctx, job, taken.attempt, "no answer")
    assert take_jobs(ctx, FOLDER, 1, 60) == ()
    wake(ctx, "label:1")
    (taken,) = take_jobs(ctx, FOLDER, 1, 60)
    finish_job(ctx, job, taken.attempt)
    wake(ctx, "label:1")
    assert len(take_jobs(ctx, FOLDER, 1, 60)) == 1


def test_waits_double_up_to_an_hour() -> None:
    assert [back_off(n) for n in (1, 2, 3, 4)] == [5, 10, 20, 40]
    assert back_off(60) == 3600


def test_desks_that_take_at_once_never_share(world: World) -> None:
    ctx = world.ctx(Role.PACKER)
    jobs = {add_job(ctx, "print") for _ in range(12)}

    def take(number: int) -> tuple[TakenJob, ...]:
        return take_jobs(world.ctx(Role.PACKER, desk=f"D{number}"), FOLDER, 3, 60)

    with ThreadPoolExecutor(4) as pool:
        taken = [one.id for batch in pool.map(take, range(8)) for one in batch]
    assert sorted(taken) == sorted(set(taken))
    assert set(taken) <= jobs
    rest = {one.id for one in take_jobs(ctx, FOLDER, 12, 60)}
    assert rest | set(taken) == jobs
    assert not rest & set(taken)


def test_old_operation_keys_are_forgotten(world: World) -> None:
    ctx = world.ctx(Role.PACKER)
    add_job(ctx.once("old"), "print")
    add_job(ctx.once("young"), "print")
    with world.database().engine.begin() as connection:
        old = datetime.now(UTC) - timedelta(days=KEY_DAYS, hours=1)
        connection.execute(sa.update(IdempotencyKey).where(IdempotencyKey.key == "old").values(at=old))
    with pytest.raises(BadInput):
        prune_keys(ctx, 1)
    assert prune_keys(ctx) == 1
    left = {row.key for row in world.rows("SELECT key FROM idempotency_key")}
    assert "young" in left
    assert "old" not in left


def test_due_jobs_are_worked_off(world: World) -> None:
    ctx = world.ctx(Role.PACKER)
    printed: list[str] = []

    def to_printer(_: Context, payload: str) -> None:
        if payload == '"jam"':
            raise Unavailable("The printer does not answer.")
        printed.append(payload)

    for payload in ('"a"', '"jam"', '"b"'):
        add_job(ctx, "print", payload)
    add_job(ctx, PRUNE_KEYS)
    assert work_off(ctx, {"print": to_printer}) == 2
    assert printed == ['"a"', '"b"']
    assert work_off(ctx) == 1
    assert world.rows("SELECT status, last_error FROM job ORDER BY id") == [
        ("done", ""),
        ("waiting", "The printer does not answer."),
        ("done", ""),
        ("done", ""),
    ]
