"""What carriers were to be told of pick-ups and do not know yet, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import Carrier, Job, Manifest

TELL, COME = "carrier_manifest", "carrier_pick_up"
"""Kinds of job: what goes with a pick-up is told, and a vehicle is asked for."""
MOST = 100


@dataclass(frozen=True, slots=True)
class Untold:
    """A carrier does not know of a pick-up, and why; `kind` is TELL or COME."""

    manifest_id: int
    number: str
    carrier: str
    kind: str
    trouble: str
    job_id: int


_OPEN: sa.ColumnElement[bool] = sa.literal_column("job.status IN ('waiting', 'running')", sa.Boolean)
"""The condition of `ix_job_due`, which SQLite takes only word by word."""
_JOBS: Any = (
    sa.select(Job.id, Job.kind, Job.dedupe_key, Job.last_error)
    .where(_OPEN, Job.kind.in_((TELL, COME)), Job.last_error != "")
    .order_by(Job.run_at, Job.id)
    .limit(MOST)
)
_HEADS: Any = (
    sa.select(
        *(Manifest.id, Manifest.number, Manifest.state, Manifest.closed_at, Carrier.name.label("carrier"))
    )
    .join(Carrier, Carrier.id == Manifest.carrier_id)
    .where(
        Manifest.id.in_(sa.bindparam("ids", expanding=True)),
        Manifest.warehouse_id == sa.bindparam("warehouse"),
    )
)


def tell_key(manifest_id: int, closed_at: datetime) -> str:
    """Names one closing of a pick-up among the jobs."""
    return f"{TELL}:{manifest_id}:{closed_at:%Y%m%dT%H%M%S%f}"


def come_key(manifest_id: int) -> str:
    """Names a pick-up among the jobs that ask for a vehicle."""
    return f"{COME}:{manifest_id}"


def untold(connection: Connection, warehouse_id: int) -> tuple[Untold, ...]:
    """What went wrong with telling carriers, at a warehouse; what is not to be told any more is left out."""
    jobs = connection.execute(_JOBS).all()
    if not jobs:
        return ()
    ids = {job.dedupe_key: int(job.dedupe_key.split(":")[1]) for job in jobs}
    parameters = {"ids": sorted(set(ids.values())), "warehouse": warehouse_id}
    wanted = {key: head for head in connection.execute(_HEADS, parameters) for key in _keys(head)}
    return tuple(
        Untold(head.id, head.number, head.carrier, job.kind, job.last_error, job.id)
        for job in jobs
        if (head := wanted.get(job.dedupe_key)) is not None
    )


def _keys(head: Any) -> list[str]:
    """The keys of what is still to be told of a pick-up."""
    keys = [come_key(head.id)] if head.state in ("open", "closed") else []
    if head.closed_at is not None and head.state in ("closed", "handed_over"):
        keys.append(tell_key(head.id, head.closed_at))
    return keys
