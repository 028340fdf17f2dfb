"""Work outside transactions (print, carriers, mail, schedules): put in line, taken under a lease, ended or given back.

A job is done at least once: whoever loses its lease may have acted, so what a job does must bear repeating. Jobs are found by
what they are (due, not leased), never by a last id: rows of several desks become visible in any order.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import AppError, BadInput, Conflict, Unavailable
from app.models import IdempotencyKey, Job
from app.models.base import utc_now
from app.services.context import Context, use_case
from app.services.rows import insert_new

MOST_ATTEMPTS = 8
FIRST_WAIT = 5
"""Seconds until the second attempt; each further one waits twice as long, an hour at most."""
LONGEST_WAIT = 3600
LONGEST_WAIT_FOR_ANSWER = 120
"""Seconds between two looks for an answer at most: somebody stands there with the parcel."""
KEY_DAYS = 30
"""Operation keys are kept this long: nobody asks again for what was asked a month ago."""
PRUNE_KEYS = "prune_keys"


class NotYet(Unavailable):
    """What a job waits for has not come yet; it looks again, however often, after `LONGEST_WAIT_FOR_ANSWER` at most."""

    code = "job.not_yet"


class LeaseLost(Conflict):
    """The job is not this desk's any more: its lease ran out and another desk took it, or it ended."""

    code = "job.lease_lost"

    def __init__(self, job_id: int) -> None:
        super().__init__("Another desk took this job over.", hint="Leave it to that desk.", job_id=job_id)


@dataclass(frozen=True, slots=True)
class TakenJob:
    """A job under lease; `attempt` counts from 1 and names the lease."""

    id: int
    kind: str
    payload: str
    attempt: int
    lease_until: datetime


@dataclass(frozen=True, slots=True)
class JobEnd:
    """A job after an attempt: done, waiting for the next one, or failed for good."""

    id: int
    status: str
    run_at: datetime | None = None


_BY_DEDUPE = sa.select(Job.id).where(Job.dedupe_key == sa.bindparam("key"))
_SAME_DESK = sa.or_(Job.desk_id.is_(None), Job.desk_id == sa.bindparam("desk_id", type_=sa.BigInteger))
_DUE = (
    sa.select(Job.id, Job.kind, Job.payload, Job.attempts, utc_now().label("now"))
    .where(
        Job.kind.in_(sa.bindparam("kinds", expanding=True)),
        sa.or_(
            sa.and_(Job.status == "waiting", Job.run_at <= utc_now()),
            sa.and_(Job.status == "running", Job.lease_until <= utc_now()),
        ),
        _SAME_DESK,
    )
    .order_by(Job.run_at, Job.id)
    .limit(sa.bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_LEASE = (
    sa.update(Job)
    .where(Job.id == sa.bindparam("job"))
    .values(
        status="running",
        lease_until=sa.bindparam("until", type_=Job.lease_until.type),
        leased_by=sa.bindparam("who"),
        attempts=Job.attempts + 1,
    )
)
_HELD = (
    sa.select(Job.id, utc_now().label("now"), (Job.run_at >= Job.lease_until).label("woken"))
    .where(
        Job.id == sa.bindparam("job"),
        Job.status == "running",
        Job.leased_by == sa.bindparam("who"),
        Job.attempts == sa.bindparam("attempt"),
    )
    .with_for_update()
)
_END = (
    sa.update(Job)
    .where(Job.id == sa.bindparam("job"))
    .values(
        status=sa.bindparam("to"),
        run_at=sa.func.coalesce(sa.bindparam("next", type_=Job.run_at.type), Job.run_at),
        lease_until=None,
        leased_by="",
        last_error=sa.bindparam("error"),
    )
)
_AGAIN = (
    sa.update(Job)
    .where(Job.id == sa.bindparam("job"))
    .values(status="waiting", run_at=utc_now(), lease_until=None, leased_by="", last_error="")
)
_WAKE = (
    sa.update(Job)
    .where(Job.dedupe_key == sa.bindparam("key"))
    .values(
        status=sa.case((Job.status == "running", "running"), else_="waiting"),
        # A job under lease was due before its lease began, so this says that it is to run once more.
        run_at=sa.case((Job.status == "running", Job.lease_until), else_=utc_now()),
        last_error="",
    )
)
_PRUNE = sa.delete(IdempotencyKey).where(
    IdempotencyKey.at < sa.bindparam("before", type_=IdempotencyKey.at.type)
)
_NOW = sa.select(utc_now())


@use_case(Permission.JOB_RUN)
def add_job(
    tx: Transaction,
    kind: str,
    payload: str = "{}",
    dedupe_key: str | None = None,
    run_at: datetime | None = None,
    desk_id: int | None = None,
) -> int:
    """Put a job in line; under a key that is there already it is the same job. Its id.

    Args:
        tx: The transaction.
        kind: Who knows how to do it.
        payload: JSON text for them.
        dedupe_key: Names the thing to be done, so that it is in line once only, ever.
        run_at: Not before; now without it.
        desk_id: Only at this desk (the one that owns the printer).

    Raises:
        BadInput: the kind is empty or the payload no JSON.
    """
    try:
        json.loads(payload)
    except ValueError:
        raise BadInput("A job's payload must be JSON text.", kind=kind) from None
    if not kind:
        raise BadInput("A job needs a kind.")
    values: dict[str, Any] = {"kind": kind, "payload": payload, "desk_id": desk_id, "dedupe_key": dedupe_key}
    if run_at is not None:
        values["run_at"] = run_at
    made = insert_new(tx, Job, values)
    if made is None:
        return int(tx.execute(_BY_DEDUPE, {"key": dedupe_key}).scalar_one())
    tx.changed("job", made)
    return made


def wake_job(tx: Transaction, key: str) -> bool:
    """Let a job be done as soon as possible, whatever became of it; False where there is none under this key.

    One that is being done now has perhaps read what was there before: whoever ends it puts it back in line at once.
    """
    woken: bool = tx.execute(_WAKE, {"key": key}).rowcount > 0
    if woken:
        tx.changed("job")
    return woken


@use_case(Permission.JOB_RUN)
def take_jobs(
    tx: Transaction, kinds: tuple[str, ...], limit: int, lease_seconds: int, desk_id: int | None = None
) -> tuple[TakenJob, ...]:
    """Take up to `limit` due jobs of these kinds under a lease, oldest first; nobody else gets them until it runs out.

    Jobs whose lease ran out are due again. Jobs bound to a desk go to that desk alone.

    Raises:
        BadInput: a limit or lease below one.
    """
    if limit < 1 or lease_seconds < 1:
        raise BadInput("At least one job is taken, for at least a second.", limit=limit, lease=lease_seconds)
    due = tx.execute(_DUE, {"kinds": list(kinds), "limit": limit, "desk_id": desk_id}).all()
    if not due:
        return ()
    until = due[0].now + timedelta(seconds=lease_seconds)
    tx.execute(_LEASE, [{"job": row.id, "until": until, "who": _holder(tx)} for row in due])
    for row in due:
        tx.changed("job", row.id)
    return tuple(TakenJob(row.id, row.kind, row.payload, row.attempts + 1, until) for row in due)


def _holder(tx: Transaction) -> str:
    return f"{tx.actor}@{tx.desk}"


def _held(tx: Transaction, job_id: int, attempt: int) -> Any:
    """The database's time, and whether the job was woken meanwhile, when this desk still holds it."""
    row = tx.execute(_HELD, {"job": job_id, "who": _holder(tx), "attempt": attempt}).first()
    if row is None:
        raise LeaseLost(job_id)
    tx.changed("job", job_id)
    return row


def _once_more(tx: Transaction, job_id: int, now: datetime) -> JobEnd:
    tx.execute(_AGAIN, {"job": job_id})
    return JobEnd(job_id, "waiting", now)


@use_case(Permission.JOB_RUN)
def finish_job(tx: Transaction, job_id: int, attempt: int) -> JobEnd:
    """Say that a job taken here is done; one that was woken meanwhile waits to be done once more.

    Raises:
        LeaseLost: another desk took it over.
    """
    held = _held(tx, job_id, attempt)
    if held.woken:
        return _once_more(tx, job_id, held.now)
    tx.execute(_END, {"job": job_id, "to": "done", "next": None, "error": ""})
    return JobEnd(job_id, "done")


@use_case(Permission.JOB_RUN)
def fail_job(
    tx: Transaction,
    job_id: int,
    attempt: int,
    error: str,
    most: int = MOST_ATTEMPTS,
    longest: int = LONGEST_WAIT,
) -> JobEnd:
    """Say that an attempt failed: the job waits for its next one, longer each time, and fails for good after `most`.

    It waits `longest` seconds at most; a `most` of 0 never fails it for good. One that was woken meanwhile does not wait.

    Raises:
        LeaseLost: another desk took it over.
    """
    held = _held(tx, job_id, attempt)
    if held.woken:
        return _once_more(tx, job_id, held.now)
    if most and attempt >= most:
        tx.execute(_END, {"job": job_id, "to": "failed", "next": None, "error": error})
        return JobEnd(job_id, "failed")
    run_at = held.now + timedelta(seconds=min(longest, back_off(attempt)))
    tx.execute(_END, {"job": job_id, "to": "waiting", "next": run_at, "error": error})
    return JobEnd(job_id, "waiting", run_at)


def back_off(attempt: int) -> int:
    """Seconds to wait after an attempt, counted from 1: 5, 10, 20 ... an hour at most."""
    return int(min(LONGEST_WAIT, FIRST_WAIT * 2 ** (max(1, attempt) - 1)))


@use_case(Permission.JOB_RUN)
def prune_keys(tx: Transaction, days: int = KEY_DAYS) -> int:
    """Forget operation keys older than `days`; the work of a `prune_keys` job. How many went.

    Raises:
        BadInput: fewer than `KEY_DAYS` days, for a repeat would then be done twice.
    """
    if days < KEY_DAYS:
        raise BadInput(
            f"Operation keys are kept {KEY_DAYS} days.", hint=f"Give {KEY_DAYS} or more.", days=days
        )
    now: datetime = tx.execute(_NOW).scalar_one()
    return tx.execute(_PRUNE, {"before": now - timedelta(days=days)}).rowcount


Handler = Callable[[Context, str], object]
"""Does a job of one kind from its payload; runs outside any transaction and bears being run again."""

HANDLERS: Mapping[str, Handler] = MappingProxyType({PRUNE_KEYS: lambda ctx, payload: prune_keys(ctx)})
"""The kinds of job that need nothing but the database; printing, carriers and mail bring their own."""


def work_off(
    ctx: Context,
    handlers: Mapping[str, Handler] = HANDLERS,
    lease_seconds: int = 120,
    desk_id: int | None = None,
) -> int:
    """Take due jobs one by one and do them until none is left; how many were done.

    A refusal or a device that does not answer counts as a failed attempt. A bug ends the run; its job comes back with its lease.
    """
    done = 0
    while taken := take_jobs(ctx, tuple(handlers), 1, lease_seconds, desk_id):
        job = taken[0]
        try:
            handlers[job.kind](ctx, job.payload)
        except NotYet as later:
            fail_job(ctx, job.id, job.attempt, str(later), 0, LONGEST_WAIT_FOR_ANSWER)
            continue
        except (AppError, OSError) as error:
            fail_job(ctx, job.id, job.attempt, str(error))
            continue
        finish_job(ctx, job.id, job.attempt)
        done += 1
    return done
