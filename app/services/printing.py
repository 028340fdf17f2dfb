"""The printer's queue: a desk takes its jobs under a lease, sends stored bytes outside any transaction, says how it went.

Nothing is lost: a printer that is away leaves its jobs waiting. Nothing is printed twice by itself: where bytes may have
reached the printer and nobody knows (the line broke, the program ended), the job fails and a person says whether it came out
(`app/services/reprinting.py`).
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import AppError, BadInput, NotAllowed
from app.integrations.printers import PRINTERS, PrinterKind, kind_of
from app.integrations.printers.base import NoRoom, PerhapsPrinted, PrinterAway
from app.models import Desk, DeskPrinter, PrintJob
from app.models.base import utc_now
from app.models.rights_manifest import MANIFEST
from app.services.context import Context, use_case
from app.services.desks import EVERY_OTHER, LABELS, PAPERS
from app.services.jobs import LeaseLost, back_off
from app.services.labels import stored_bytes

LEASE_SECONDS = 120
"""Longer than any printer may keep us waiting for one paper."""
LONGEST_WAIT = 300
"""Seconds between two attempts at most: somebody stands there and waits for paper."""
NO_PRINTER = "printer.none"
NOT_ALLOWED = "printer.not_allowed"
NAMELESS = "pick_list"
"""The one paper that names no customer: the store gives the others only to who may read addresses (`models/sql/rights.py`)."""
SEES_NAMES = frozenset(right for right, grant in MANIFEST.items() if "address" in grant.read)
"""Any of these rights lets read addresses, and so print papers with names on them."""
NAMES_SOMEBODY = "This paper names a customer: it waits for somebody who may read addresses."
_PASSES = (PrinterAway.code, NoRoom.code)
"""Troubles of the printer and not of the paper: once it prints again, all that waited for it goes on."""


@dataclass(frozen=True, slots=True)
class TakenPrint:
    """A job under lease, with the printer that its desk uses for it; `attempt` counts from 1 and names the lease."""

    id: int
    document: str
    title: str
    sha256: str
    attempt: int
    kind: str
    target: str

    @property
    def printer(self) -> str:
        """The printer as the queue shows it."""
        return printer_name(self.kind, self.target)


@dataclass(frozen=True, slots=True)
class PrintEnd:
    """A job after an attempt: printed, waiting until `due_at`, or failed: a person is asked."""

    id: int
    status: str
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PrintRun:
    """What a desk's turn at its queue brought: papers that went out, were put off, wait for an answer; why, once a reason."""

    printed: int = 0
    put_off: int = 0
    failed: int = 0
    trouble: tuple[str, ...] = ()


def printer_name(kind: str, target: str) -> str:
    """A desk's printer in one word: 'system:office', 'raw:192.0.2.7:9100', 'folder:/srv/papers'."""
    return f"{kind}:{target}"


def called(name: str) -> str:
    """A printer as people call it, from its one word: 'office', '192.0.2.7:9100'; of a path the last part."""
    _, found, target = name.partition(":")
    if not found:
        return name
    return re.split(r"[/\\]", target.rstrip("/\\"))[-1] or target


def no_printer(document: str) -> str:
    """Why a paper waits at a desk that has no printer for it."""
    words = f"No printer is set for {PAPERS.get(document, document)} at this desk."
    return words  # noqa: RET504 - translations are collected from what is called words


_OWN = aliased(DeskPrinter)
_ROLL = aliased(DeskPrinter)
"""The printer of parcels' labels, for the other labels with an SSCC: they are drawn for the same stock (`label_forms.py`)."""
_REST = aliased(DeskPrinter)
_KIND = sa.func.coalesce(_OWN.kind, _ROLL.kind, _REST.kind)
_TARGET = sa.func.coalesce(_OWN.target, _ROLL.target, _REST.target)
_HERE = PrintJob.desk_id == sa.bindparam("at_desk", type_=sa.BigInteger)
_JOBS = (
    sa.select(
        *(PrintJob.id, PrintJob.document, PrintJob.title, PrintJob.blob_sha, PrintJob.attempts),
        *(_KIND.label("kind"), _TARGET.label("target"), utc_now().label("now")),
    )
    .outerjoin(_OWN, sa.and_(_OWN.desk_id == PrintJob.desk_id, _OWN.document == PrintJob.document))
    .outerjoin(
        _ROLL,
        sa.and_(
            *(_ROLL.desk_id == PrintJob.desk_id, _ROLL.document == LABELS[0]), PrintJob.document.in_(LABELS)
        ),
    )
    .outerjoin(_REST, sa.and_(_REST.desk_id == PrintJob.desk_id, _REST.document == EVERY_OTHER))
    .where(_HERE)
)
_NAMED = (
    _JOBS.where(PrintJob.status == "waiting")
    .order_by(PrintJob.id)
    .with_for_update(of=PrintJob, skip_locked=True)
)
_MAY = sa.or_(PrintJob.document == NAMELESS, sa.bindparam("names", type_=sa.Boolean))
_IS_DUE = sa.or_(PrintJob.due_at.is_(None), PrintJob.due_at <= utc_now())
_RAN_OUT = sa.and_(PrintJob.status == "printing", PrintJob.lease_until <= utc_now())
_DUE = _NAMED.where(
    _IS_DUE,
    _MAY,
    _TARGET.is_not(None),
    (_KIND + ":" + _TARGET).not_in(sa.bindparam("without", expanding=True)),
).limit(sa.bindparam("limit"))
_UNSET = _NAMED.where(_TARGET.is_(None), PrintJob.error_code != NO_PRINTER)
_FORBIDDEN = _NAMED.where(sa.not_(_MAY), _TARGET.is_not(None), PrintJob.error_code != NOT_ALLOWED)
_LOST = (
    sa.select(PrintJob.id, PrintJob.printer)
    .where(_HERE, _RAN_OUT)
    .order_by(PrintJob.id)
    .with_for_update(skip_locked=True)
)
_NEWS = sa.case(
    (_TARGET.is_(None), PrintJob.error_code != NO_PRINTER),
    (sa.not_(_MAY), PrintJob.error_code != NOT_ALLOWED),
    else_=_IS_DUE,
)
_TO_DO = _JOBS.where(sa.or_(_RAN_OUT, sa.and_(PrintJob.status == "waiting", _NEWS))).limit(1)
_DESK = sa.select(Desk.id).where(Desk.code == sa.bindparam("code"))
_JOB = PrintJob.id == sa.bindparam("job")
_LEASE = (
    sa.update(PrintJob)
    .where(_JOB)
    .values(
        status="printing",
        lease_until=sa.bindparam("until", type_=PrintJob.lease_until.type),
        leased_by=sa.bindparam("who"),
        attempts=PrintJob.attempts + 1,
        printer=sa.bindparam("where"),
        error="",
        error_code="",
        due_at=None,
    )
)
_SAY = sa.update(PrintJob).where(_JOB).values(error=sa.bindparam("why"), error_code=sa.bindparam("named"))
_ASK = _SAY.values(status="failed", lease_until=None)
_PUT_OFF = _SAY.values(
    status="waiting",
    lease_until=None,
    leased_by="",
    due_at=sa.bindparam("next", type_=PrintJob.due_at.type),
)
_PRINTED = (
    sa.update(PrintJob)
    .where(_JOB)
    .values(status="printed", lease_until=None, leased_by="", error="", error_code="", printed_at=utc_now())
)
_GO_ON = (
    sa.update(PrintJob)
    .where(
        *(_HERE, PrintJob.status == "waiting", PrintJob.printer == sa.bindparam("where")),
        *(PrintJob.error_code.in_(_PASSES), PrintJob.due_at.is_not(None)),
    )
    .values(due_at=None)
)
_HELD = (
    sa.select(PrintJob.desk_id, PrintJob.printer, utc_now().label("now"))
    .where(
        _JOB,
        PrintJob.leased_by == sa.bindparam("who"),
        PrintJob.attempts == sa.bindparam("attempt"),
        PrintJob.status.in_(("printing", "failed")),
    )
    .with_for_update()
)


@use_case(Permission.JOB_RUN)
def take_print_jobs(
    tx: Transaction,
    desk: str,
    limit: int,
    lease_seconds: int = LEASE_SECONDS,
    without: tuple[str, ...] = (),
    names: bool = True,
) -> tuple[TakenPrint, ...]:
    """Take up to `limit` due jobs of a desk (by its code), oldest first; nobody else gets them.

    A job whose lease ran out is not taken again: it fails, and a person is asked whether it came out. A job for which the
    desk has no printer goes on waiting, and says so. Printers named in `without` (`printer_name`) are left alone,
    and unless `names` so is every paper with a customer's name on it.

    Raises:
        BadInput: a limit or lease below one.
    """
    if limit < 1 or lease_seconds < 1:
        raise BadInput(
            "At least one paper is taken, for at least a second.", limit=limit, lease=lease_seconds
        )
    desk_id = tx.execute(_DESK, {"code": desk}).scalar()
    if desk_id is None:
        return ()
    asked = [
        {"job": row.id, "why": PerhapsPrinted(called(row.printer)).message, "named": PerhapsPrinted.code}
        for row in tx.execute(_LOST, {"at_desk": desk_id})
    ]
    unset = [
        {"job": row.id, "why": no_printer(row.document), "named": NO_PRINTER}
        for row in tx.execute(_UNSET, {"at_desk": desk_id})
    ]
    unset += [
        {"job": row.id, "why": NAMES_SOMEBODY, "named": NOT_ALLOWED}
        for row in tx.execute(_FORBIDDEN, {"at_desk": desk_id, "names": names})
    ]
    wanted = {"at_desk": desk_id, "limit": limit, "without": list(without), "names": names}
    due = tx.execute(_DUE, wanted).all()
    taken = tuple(
        TakenPrint(row.id, row.document, row.title, row.blob_sha, row.attempts + 1, row.kind, row.target)
        for row in due
    )
    if taken:
        until = due[0].now + timedelta(seconds=lease_seconds)
        lease = {"until": until, "who": _holder(tx)}
        tx.execute(_LEASE, [{"job": job.id, "where": job.printer, **lease} for job in taken])
    for statement, rows in ((_ASK, asked), (_SAY, unset)):
        if rows:
            tx.execute(statement, rows)
    for job_id in (*(job.id for job in taken), *(row["job"] for row in (*asked, *unset))):
        tx.changed("print_job", job_id)
    return taken


@use_case(Permission.JOB_RUN)
def mark_printed(tx: Transaction, job_id: int, attempt: int) -> PrintEnd:
    """Say that a job taken here was handed to its printer; what waited because that printer was away goes on at once.

    Also after the lease ran out, as long as nobody has decided otherwise: better late than asked about.

    Raises:
        LeaseLost: a person has decided about the job meanwhile.
    """
    held = _held(tx, job_id, attempt)
    tx.execute(_PRINTED, {"job": job_id})
    if tx.execute(_GO_ON, {"at_desk": held.desk_id, "where": held.printer}).rowcount:
        tx.changed("print_job")
    return PrintEnd(job_id, "printed")


@use_case(Permission.JOB_RUN)
def mark_failed(
    tx: Transaction, job_id: int, attempt: int, reason: str, code: str = "", perhaps: bool = False
) -> PrintEnd:
    """Say that an attempt did not go through: the job waits, longer each time; `perhaps` it came out, and a person is asked.

    Raises:
        LeaseLost: a person has decided about the job meanwhile.
    """
    held = _held(tx, job_id, attempt)
    said = {"job": job_id, "why": reason, "named": code}
    if perhaps:
        tx.execute(_ASK, said)
        return PrintEnd(job_id, "failed")
    due_at = held.now + timedelta(seconds=min(LONGEST_WAIT, back_off(attempt)))
    tx.execute(_PUT_OFF, said | {"next": due_at})
    return PrintEnd(job_id, "waiting", due_at)


def print_waiting(ctx: Context, kinds: tuple[PrinterKind, ...] = PRINTERS) -> PrintRun:
    """Print what waits for the printers of the context's desk, oldest first, until nothing more is due.

    A printer with trouble is left alone for the rest of the run, so that one that is away holds nobody up for long. Asked while
    nothing is due, it writes nothing.

    Args:
        ctx: The person and the desk.
        kinds: The kinds of printer that there are here.

    Raises:
        NotAllowed: the right to run jobs is missing.
    """
    ctx = ctx.once("")
    ctx.require(Permission.JOB_RUN)
    troubled: list[str] = []
    why: list[str] = []
    ends: list[PrintEnd] = []
    names = sees_names(ctx)
    while _anything(ctx, names):
        taken = take_print_jobs(ctx, ctx.desk, 1, without=tuple(troubled), names=names)
        if not taken:
            break
        job = taken[0]
        try:
            kind_of(job.kind, kinds).open(job.target).send(stored_bytes(ctx, job.sha256), job.title)
        except AppError as error:
            troubled.append(job.printer)
            why.append(error.message)
            perhaps = isinstance(error, PerhapsPrinted)
            with suppress(LeaseLost):  # a person has already said what shall be
                ends.append(mark_failed(ctx, job.id, job.attempt, error.message, error.code, perhaps))
            continue
        with suppress(LeaseLost):
            ends.append(mark_printed(ctx, job.id, job.attempt))
    count = [end.status for end in ends].count
    return PrintRun(count("printed"), count("waiting"), count("failed"), tuple(dict.fromkeys(why)))


def sees_names(ctx: Context) -> bool:
    """Whether this person may print papers that name a customer."""
    return not SEES_NAMES.isdisjoint(ctx.rights)


def require_paper(ctx: Context, document: str) -> None:
    """Go on only if this person may print this kind of paper.

    Raises:
        NotAllowed: it names customers, and the person may not read addresses; or is the label of a parcel or pallet, and they
            may not pack.
    """
    ctx.require(Permission.PAPER_PRINT)
    if document in LABELS:
        ctx.require(Permission.SHIPMENT_PACK)
    if document != NAMELESS and not sees_names(ctx):
        raise NotAllowed(
            "This paper names a customer, and you may not read addresses.",
            hint="Ask somebody who packs or serves customers.",
            document=document,
        )


def _anything(ctx: Context, names: bool) -> bool:
    with ctx.reading() as connection:
        desk_id = connection.execute(_DESK, {"code": ctx.desk}).scalar()
        if desk_id is None:
            return False
        return connection.execute(_TO_DO, {"at_desk": desk_id, "names": names}).first() is not None


def _holder(tx: Transaction) -> str:
    return f"{tx.actor}@{tx.desk}"


def _held(tx: Transaction, job_id: int, attempt: int) -> sa.Row[tuple[int | None, str, datetime]]:
    row = tx.execute(_HELD, {"job": job_id, "who": _holder(tx), "attempt": attempt}).first()
    if row is None:
        raise LeaseLost(job_id)
    tx.changed("print_job", job_id)
    return row
