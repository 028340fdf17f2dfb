"""Taking files in: read, stage, check, take over as a whole, or refuse as a whole.

Rows are staged in short transactions, so that no desk waits while a file is read; all of them are checked; then one
transaction takes everything over by statements over the staging tables. What is refused or interrupted leaves nothing that
anybody can see.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.permissions import Permission
from app.errors import AppError, BadInput
from app.integrations.channels.base import Kind, Rejected
from app.integrations.channels.profile import Profile
from app.integrations.channels.reader import Stream, read_files
from app.services.context import Context
from app.services.importing.customers import Customers
from app.services.importing.job import Handler, Job, Step
from app.services.importing.orders import Orders
from app.services.importing.products import Products
from app.services.importing.report import Imported, RejectedRows
from app.services.importing.staging import (
    BATCH,
    StagedRow,
    begin_import,
    clean_dead_imports,
    clean_up,
    drop_import,
    private_staging,
    stage_rows,
)
from app.services.importing.stock import Stock

RIGHTS: dict[Kind, tuple[Permission, ...]] = {
    "products": (Permission.CATALOGUE_EDIT,),
    "customers": (Permission.CUSTOMER_EDIT,),
    "stock": (Permission.STOCK_RECEIVE,),
    "orders": (Permission.ORDER_IMPORT, Permission.ORDER_ENTER, Permission.ORDER_CONFIRM),
}
"""What each kind takes.

Making what the files name and Quai does not know takes more: products `catalogue.edit`, places and the first warehouse
`site.edit`.
"""


@dataclass(frozen=True, slots=True)
class Request:
    """What to import.

    Attributes:
        kind: What the files hold.
        profile: How they are to be read.
        source: The profile's name; with an order's number it makes the order known again.
        files: All files of one import.
        warehouse: Code of the warehouse; empty for the profile's, or the only one.
        dry_run: Only report; nothing is written to the database, not even for staging.
        skip_bad: Leave refused rows out instead of refusing everything.
    """

    kind: Kind
    profile: Profile
    source: str
    files: tuple[Path, ...]
    warehouse: str = ""
    dry_run: bool = False
    skip_bad: bool = False


def import_files(ctx: Context, request: Request, step: Step | None = None) -> Imported:
    """Take files in as a whole, or with `skip_bad` what is good of them.

    Args:
        ctx: Who imports; an operation key is not used, since the files themselves say what was imported before.
        request: What to import.
        step: Told about progress: what is being done, how far it is, how far it will go.

    Returns:
        What was done, or would be; `rejected` names every bad row. Close `rejected` when it is no longer needed.

    Raises:
        NotAllowed: the person may not import this kind.
        BadInput: files or profile do not fit, or the warehouse is not clear.
        Conflict: another desk imported the same at the same moment; nothing of this import was kept.
    """
    for permission in RIGHTS[request.kind]:
        ctx.require(permission)
    ctx = replace(ctx, op_key="")
    told = step or _silent
    names = _names(request.files)
    if not request.dry_run:
        clean_dead_imports(ctx)
    result = Imported(request.kind, RejectedRows(names))
    read = _Progress("reading", sum(path.stat().st_size for path in request.files if path.is_file()), told)
    # Fails before anything is written where files, profile and roles do not fit.
    rows = read_files(request.profile, request.kind, request.files, read.add)
    hashes = [_sha256(path) for path in request.files]
    sha256 = hashlib.sha256("".join(sorted(hashes)).encode()).hexdigest()
    with (
        private_staging(ctx) if request.dry_run else nullcontext(ctx) as store,
        _import_row(store, request, sha256, names) as import_id,
    ):
        job = Job(
            ctx, store, import_id, request.profile, request.source, names, request.warehouse, result, told
        )
        handler = _handler(job, request.kind, hashes)
        _stage(job, handler, rows)
        handler.check()
        if not request.dry_run and (request.skip_bad or not len(result.rejected)):
            told("writing", 0, 1)
            handler.commit()
            result.done = True
            told("writing", 1, 1)
    return result


def _names(files: Sequence[Path]) -> tuple[str, ...]:
    """The files' names, by which refusals name them."""
    names = tuple(path.name for path in files)
    twice = next((name for name in names if names.count(name) > 1), "")
    if twice:
        raise BadInput(
            f"Two of the files are called {twice}.",
            hint="Name each file once; where there are two, give one of them another name.",
            file=twice,
        )
    return names


def _handler(job: Job, kind: Kind, hashes: Sequence[str]) -> Handler:
    if kind == "products":
        return Products(job)
    if kind == "customers":
        return Customers(job)
    if kind == "stock":
        return Stock(job, hashes)
    return Orders(job)


@contextmanager
def _import_row(store: Context, request: Request, sha256: str, names: tuple[str, ...]) -> Iterator[int]:
    """Open an import; afterwards clean up, whatever happened."""
    import_id = begin_import(store, request.kind, request.source, sha256, "\n".join(names))
    try:
        yield import_id
    finally:
        if not request.dry_run:
            # What cannot be cleaned now (the line is cut, say) is cleaned by whoever imports next.
            with suppress(AppError):
                drop_import(store, import_id)
                clean_up(store, import_id)


def _stage(job: Job, handler: Handler, rows: Stream) -> None:
    """Put everything that can be read into the staging table."""
    number = {name: index for index, name in reversed(list(enumerate(job.names)))}
    batch: list[StagedRow] = []
    for row in rows:
        if isinstance(row, Rejected):
            job.refuse(row)
            continue
        staged = handler.stage(row)
        if isinstance(staged, Rejected):
            job.refuse(staged)
            continue
        batch.append((*staged[:2], number[row.file], row.line, staged[2]))
        if len(batch) >= BATCH:
            stage_rows(job.store, job.import_id, tuple(batch))
            job.staged += len(batch)
            batch.clear()
    stage_rows(job.store, job.import_id, tuple(batch))
    job.staged += len(batch)


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise BadInput(
            f"{path} cannot be read: {error.strerror}.", hint="Check its path.", file=path.name
        ) from error


def _silent(what: str, done: int, total: int) -> None:
    """Nobody watches."""


class _Progress:
    """Adds up bytes and passes them on a hundred times."""

    def __init__(self, what: str, total: int, step: Callable[[str, int, int], None]) -> None:
        self._what, self._total, self._step = what, total, step
        self._done = self._told = 0

    def add(self, count: int) -> None:
        """So many bytes more."""
        self._done += count
        if self._done - self._told >= self._total // 100:
            self._told = self._done
            self._step(self._what, self._done, self._total)
