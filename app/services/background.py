"""What a desk does besides: jobs of the table, carriers' folders, sources of orders, the outbox.

Done by `main.py worker` and by every console.

Each part is done only where the person may; the others leave it to desks where somebody may. A turn that finds nothing due writes
nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from app.config import MailSettings
from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import Conflict
from app.integrations.mail import MailSender, SmtpServer
from app.models import Carrier, Job
from app.models.base import utc_now
from app.services.announcing import ANNOUNCE, announce
from app.services.buying import label_jobs
from app.services.context import Context, use_case
from app.services.intake_polling import source_jobs
from app.services.jobs import HANDLERS, Handler, work_off
from app.services.order_answers import ANSWER
from app.services.order_letters import answer_by_mail_or_message
from app.services.outbox import OutboxRun, send_waiting, senders
from app.services.pickup_letters import ANNOUNCE_READY, tell_ready
from app.services.rows import insert_new
from app.services.telling_carriers import CARRIER_JOBS
from app.services.tracking_files import folders_here, poll_or_say

POLL_TRACKING = "poll_tracking"
POLL_SECONDS = 60
"""Between two looks into the carriers' folders."""
LEFT_TO_OTHERS = 120
"""Seconds for which a desk that misses a folder leaves a look that is due to others; twice as long, if it sees none of them."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What a turn brought: jobs done, and the outbox."""

    jobs: int = 0
    outbox: OutboxRun = OutboxRun()  # noqa: RUF009 - frozen, and never changed


_POLL = sa.select(Job.status, Job.run_at, Job.lease_until, utc_now().label("now")).where(
    Job.dedupe_key == sa.bindparam("key")
)
_FOLDERS = sa.select(Carrier.id).where(Carrier.active, Carrier.in_folder != "").limit(1)
_REPEAT = (
    sa.update(Job)
    .where(Job.dedupe_key == sa.bindparam("key"), Job.status.in_(("done", "failed")))
    .values(status="waiting", run_at=utc_now(), attempts=0)
)
_RETRY = (
    sa.update(Job)
    .where(
        Job.id == sa.bindparam("job"),
        Job.kind.in_((ANNOUNCE, ANNOUNCE_READY, ANSWER)),
        Job.status.in_(("waiting", "failed")),
    )
    .values(status="waiting", run_at=utc_now(), attempts=0)
)
_DUE = (
    sa.select(Job.id)
    .where(
        Job.kind.in_(sa.bindparam("kinds", expanding=True)),
        Job.desk_id.is_(None),
        sa.or_(
            sa.and_(Job.status == "waiting", Job.run_at <= utc_now()),
            sa.and_(Job.status == "running", Job.lease_until <= utc_now()),
        ),
    )
    .limit(1)
)


def handlers_for(ctx: Context) -> Mapping[str, Handler]:
    """The kinds of job that this person may do."""
    found = {**HANDLERS, **label_jobs(ctx)}
    if Permission.SHIPMENT_SHIP in ctx.rights:
        found |= {ANNOUNCE: announce, ANNOUNCE_READY: tell_ready, **CARRIER_JOBS}
    if Permission.ORDER_CONFIRM in ctx.rights:
        found[ANSWER] = answer_by_mail_or_message
    if Permission.SHIPMENT_DELIVER in ctx.rights:
        found[POLL_TRACKING] = lambda context, payload: poll_or_say(context)
    return found


def mail_of(settings: MailSettings) -> MailSender | None:
    """The mail server of this desk; None where none is set."""
    return SmtpServer(settings) if settings.host else None


@use_case(Permission.JOB_RUN)
def repeat_job(tx: Transaction, kind: str) -> bool:
    """Put a job in line that is done again and again, one row for good; whether it was not waiting already."""
    made = insert_new(tx, Job, {"kind": kind, "dedupe_key": kind, "payload": "{}"})
    if made is not None or tx.execute(_REPEAT, {"key": kind}).rowcount:
        tx.changed("job", made or 0)
        return True
    return False


@use_case(Permission.JOB_RUN)
def retry_announcement(tx: Transaction, job_id: int) -> int:
    """Let a job that could not make its messages be done as soon as possible; its id.

    Raises:
        Conflict: it is not such a job, or is being done.
    """
    if tx.execute(_RETRY, {"job": job_id}).rowcount != 1:
        raise Conflict(
            "This announcement is being made, or was made.", hint="Look at it again.", job_id=job_id
        )
    tx.changed("job", job_id)
    return job_id


def background_turn(ctx: Context, mail: MailSender | None = None) -> Turn:
    """Do what is due: jobs, carriers' folders once a minute, the outbox.

    Args:
        ctx: The person and the desk.
        mail: The way for letters; without it they wait for a desk that has one.

    Raises:
        NotAllowed: the right to run jobs is missing.
    """
    ctx = ctx.once("")
    ctx.require(Permission.JOB_RUN)
    handlers = dict(handlers_for(ctx))
    if POLL_TRACKING in handlers and not _looks(ctx):
        del handlers[POLL_TRACKING]
    handlers |= source_jobs(ctx, repeat_job)
    jobs = work_off(ctx, handlers) if _anything(ctx, tuple(handlers)) else 0
    if Permission.SHIPMENT_DELIVER not in ctx.rights:
        return Turn(jobs)
    return Turn(jobs, send_waiting(ctx, senders(mail)))


def _looks(ctx: Context) -> bool:
    """Whether this desk looks into the carriers' folders now: it is time, and the desk sees them or nobody else came.

    One that sees too little would only spoil the look for the others. In the end it takes the look all the same, so that what it
    does see is read, and what nobody sees is said.
    """
    with ctx.reading() as connection:
        if connection.execute(_FOLDERS).first() is None:
            return False
        row = connection.execute(_POLL, {"key": POLL_TRACKING}).first()
    late = _late(row)
    if late is None:
        return False
    folders, seen = folders_here(ctx)
    if row is None or row.status in ("done", "failed"):
        repeat_job(ctx, POLL_TRACKING)
    left = LEFT_TO_OTHERS if seen else 2 * LEFT_TO_OTHERS
    return seen == folders or late >= timedelta(seconds=left)


def _late(row: Any) -> timedelta | None:
    """For how long the look has been waiting for a desk; None while it is not due. It begins anew with each one."""
    if row is None:
        return timedelta()
    now: datetime = row.now
    if row.status in ("done", "failed"):
        return timedelta() if now >= row.run_at + timedelta(seconds=POLL_SECONDS) else None
    due: datetime = row.lease_until if row.status == "running" else row.run_at
    return now - due if now >= due else None


def _anything(ctx: Context, kinds: tuple[str, ...]) -> bool:
    with ctx.reading() as connection:
        return connection.execute(_DUE, {"kinds": list(kinds)}).first() is not None
