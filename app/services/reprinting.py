"""What a person decides at the printer's queue: it came out, print it again as COPY, try now, elsewhere, not at all."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.documents.copies import as_copy, is_pdf, is_zpl
from app.domain.permissions import Permission
from app.errors import Conflict, Refused
from app.models import Desk, Package, PrintJob, ShippingLabel
from app.models.base import utc_now
from app.services.context import Context, use_case
from app.services.desks import LABELS
from app.services.label_runs import labels_of_job
from app.services.labels import Stored, keep, stored_bytes
from app.services.printing import require_paper
from app.services.rows import must_find


class NotNow(Conflict):
    """The job is not where this step begins, perhaps because another desk was first."""

    code = "print_job.not_now"

    def __init__(self, title: str, status: str, hint: str) -> None:
        super().__init__(f"{title} is {status}.", hint=hint, title=title, status=status)


class NoCopy(Refused):
    """The paper is kept in a form on which nothing can be written."""

    code = "print_job.no_copy"

    def __init__(self, title: str) -> None:
        super().__init__(
            f"{title} cannot be marked as a copy.", hint="Print it anew from its own screen.", title=title
        )


class LabelVoided(Refused):
    """The parcel's label is void: a copy of it would send a parcel astray."""

    code = "print_job.label_voided"

    def __init__(self, title: str) -> None:
        super().__init__(
            f"The label {title} is void.", hint="Print the parcel's label that holds now.", title=title
        )


_LOCKED = (
    sa.select(
        *(PrintJob.id, PrintJob.document, PrintJob.title, PrintJob.status, PrintJob.copy),
        *(PrintJob.blob_sha, PrintJob.desk_id),
    )
    .where(PrintJob.id == sa.bindparam("job"))
    .with_for_update()
)
_ROW = sa.select(
    *(PrintJob.document, PrintJob.title, PrintJob.status, PrintJob.copy, PrintJob.blob_sha)
).where(PrintJob.id == sa.bindparam("job"))
_TO = (
    sa.update(PrintJob)
    .where(PrintJob.id == sa.bindparam("job"))
    .values(status=sa.bindparam("to"), error="", error_code="", due_at=None)
)
_CAME_OUT = _TO.values(printed_at=utc_now())
_MOVE = _TO.values(desk_id=sa.bindparam("desk"))
_DESK = sa.select(Desk.id).where(Desk.id == sa.bindparam("desk"))
_DESK_HERE = sa.select(Desk.id).where(Desk.code == sa.bindparam("code"))
_NEW = sa.insert(PrintJob).returning(PrintJob.id)
_LIVE = (
    sa.select(ShippingLabel.id)
    .join(Package, Package.id == ShippingLabel.package_id)
    .join(PrintJob, PrintJob.title == sa.literal("SSCC ") + Package.sscc)
    .where(
        PrintJob.id == sa.bindparam("job"),
        ShippingLabel.voided_at.is_(None),
        sa.or_(
            ShippingLabel.blob_sha == PrintJob.blob_sha,
            sa.and_(PrintJob.copy, ShippingLabel.made_at <= PrintJob.created_at),
        ),
    )
)
"""The label that holds now and that this job printed, first or as a copy."""
_COUNT = (
    sa.update(ShippingLabel)
    .where(ShippingLabel.id.in_(sa.bindparam("labels", expanding=True)))
    .values(prints=ShippingLabel.prints + 1)
)


@use_case(Permission.PAPER_PRINT)
def cancel_print_job(tx: Transaction, job_id: int) -> int:
    """Take a paper out of the queue; one that is cancelled already stays so.

    Raises:
        NotFound: there is no such job.
        NotNow: it is printing, or has come out.
    """
    row = _lock(tx, job_id)
    if row.status != "cancelled":
        _need(row, ("waiting", "failed"), "What is on its way to the printer cannot be called back.")
        tx.execute(_TO, {"job": job_id, "to": "cancelled"})
    return job_id


@use_case(Permission.PAPER_PRINT)
def confirm_printed(tx: Transaction, job_id: int) -> int:
    """Say that a paper about which nobody knew did come out.

    Raises:
        NotFound: there is no such job.
        NotNow: nobody asked.
    """
    row = _lock(tx, job_id)
    if row.status != "printed":
        _need(row, ("failed",), "Only a paper about which nobody knows is confirmed.")
        tx.execute(_CAME_OUT, {"job": job_id, "to": "printed"})
    return job_id


@use_case(Permission.PAPER_PRINT)
def move_print_job(tx: Transaction, job_id: int, desk_id: int) -> int:
    """Let a waiting paper come out at another desk.

    Raises:
        NotFound: there is no such job or desk.
        NotNow: it does not wait any more.
    """
    row = _lock(tx, job_id)
    must_find(tx.execute(_DESK, {"desk": desk_id}).first(), "desk", desk_id)
    _need(row, ("waiting",), "Only a waiting paper goes to another desk.")
    tx.execute(_MOVE, {"job": job_id, "desk": desk_id, "to": "waiting"})
    return job_id


def retry_print_job(ctx: Context, job_id: int) -> int:
    """Print what has not come out: one that waits is tried at once, one that failed is printed as COPY by a new job.

    The failed one may have come out after all, so it is never sent again as it was. The id of the job that waits now.

    Raises:
        NotFound: there is no such job.
        NotNow: it is printing, has come out or was cancelled.
        NotAllowed: for one that failed: it names a customer and the person may not read addresses, or it is a parcel's label
            and they may not pack.
        LabelVoided: the parcel's label is void.
        NoCopy: a paper of this kind cannot say COPY.
    """
    row = _stored(ctx, job_id)
    # One that this very operation has settled already is cancelled: asked again, it is asked the same.
    return _retry(ctx, job_id, _marked(ctx, row) if row.status in ("failed", "cancelled") else b"")


def reprint(ctx: Context, job_id: int) -> Stored:
    """Print a paper that came out once more, from the same bytes, as COPY; at this desk, or where it came out before.

    Raises:
        NotFound: there is no such job.
        NotNow: it has not come out; a failed one is tried again or confirmed.
        NotAllowed: it names a customer and the person may not read addresses, or it is a parcel's label and they may not pack.
        LabelVoided: the parcel's label is void.
        NoCopy: a paper of this kind cannot say COPY.
    """
    return _reprint(ctx, job_id, _marked(ctx, _stored(ctx, job_id)))


def _stored(ctx: Context, job_id: int) -> Any:
    with ctx.reading() as connection:
        return must_find(connection.execute(_ROW, {"job": job_id}).first(), "print job", job_id)


def _marked(ctx: Context, row: Any) -> bytes:
    """The job's bytes with COPY on them; drawn outside any transaction."""
    require_paper(ctx, row.document)
    data = stored_bytes(ctx, row.blob_sha)
    if not is_pdf(data) and not is_zpl(data):
        raise NoCopy(row.title)
    return data if row.copy else as_copy(data, halves=row.document in LABELS)


@use_case(Permission.PAPER_PRINT)
def _retry(tx: Transaction, job_id: int, marked: bytes) -> int:
    row = _lock(tx, job_id)
    _need(row, ("failed",) if marked else ("waiting",), "Look at the queue again.")
    if not marked:
        tx.execute(_TO, {"job": job_id, "to": "waiting"})
        return job_id
    stored = _print_copy(tx, row, marked, row.desk_id)
    tx.execute(_TO, {"job": job_id, "to": "cancelled"})
    return stored.print_job_id


@use_case(Permission.PAPER_PRINT)
def _reprint(tx: Transaction, job_id: int, marked: bytes) -> Stored:
    row = _lock(tx, job_id)
    _need(row, ("printed",), "Only what came out is printed again.")
    here = tx.execute(_DESK_HERE, {"code": tx.desk}).scalar()
    return _print_copy(tx, row, marked, here or row.desk_id)


def _print_copy(tx: Transaction, row: Any, marked: bytes, desk_id: int | None) -> Stored:
    if row.document in LABELS:
        labels = list(tx.execute(_LIVE, {"job": row.id}).scalars()) or _of_run(tx, row.title)
        if not labels:
            raise LabelVoided(row.title)
        tx.execute(_COUNT, {"labels": labels})
        tx.changed("shipping_label", labels[0] if len(labels) == 1 else 0)
    sha = keep(tx, marked)
    values = {"document": row.document, "title": row.title, "blob_sha": sha, "copy": True, "desk_id": desk_id}
    made: int = tx.execute(_NEW, values).scalar_one()
    tx.changed("print_job", made)
    return Stored(sha, made)


def _of_run(tx: Transaction, title: str) -> list[int]:
    """The labels of a job that printed many.

    Raises:
        LabelVoided: one of them is void by now; the others are printed again one by one, from their parcels.
    """
    rows = labels_of_job(tx, title)
    for row in rows:
        if row.voided_at is not None:
            raise LabelVoided(f"SSCC {row.sscc}")
    return [row.id for row in rows]


def _lock(tx: Transaction, job_id: int) -> Any:
    row = must_find(tx.execute(_LOCKED, {"job": job_id}).first(), "print job", job_id)
    tx.changed("print_job", job_id)
    return row


def _need(row: Any, statuses: tuple[str, ...], hint: str) -> None:
    if row.status not in statuses:
        raise NotNow(row.title, row.status, hint)
