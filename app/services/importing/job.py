"""What the steps of one import share: where it reads and writes, its profile, and where refusals go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Protocol, TypeVar

from app.domain.permissions import Permission
from app.integrations.channels.base import Rejected, Row
from app.integrations.channels.profile import Profile
from app.integrations.channels.profile_checks import columns_of, specs_of
from app.services.context import Context
from app.services.importing.report import Imported
from app.services.importing.staging import BATCH, staged_rows, unstage_rows

T = TypeVar("T")
Step = Callable[[str, int, int], None]
"""Progress: what is being done, how far it is, how far it will go."""


@dataclass(frozen=True, slots=True)
class Taken:
    """How many products, customers or pieces were made, how many rows changed something, how many did not."""

    created: int
    changed: int
    unchanged: int
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Job:
    """One import under way.

    Attributes:
        ctx: Where it goes.
        store: Where its staging tables are: the same database, or a private file for a dry run.
        import_id: Its row of `import_file`.
        profile: How the files are to be read.
        source: The profile's name; with an order's number it makes the order known again.
        names: The files' names.
        warehouse: The code asked for, empty for the profile's or the only one.
        result: What comes of it.
        step: Told about progress.
        staged: Rows that wait.
        lost: Numbers of orders that lost a row.
        lost_unknown: A row was lost of which nobody can tell to which order it belonged.
    """

    ctx: Context
    store: Context
    import_id: int
    profile: Profile
    source: str
    names: tuple[str, ...]
    warehouse: str
    result: Imported
    step: Step
    staged: int = 0
    lost: set[str] = field(default_factory=set)
    lost_unknown: bool = False

    def refuse(self, row: Rejected) -> None:
        """Keep a refusal and which order it concerns."""
        self.result.rejected.add(row)
        if row.order:
            self.lost.add(row.order)
        else:
            self.lost_unknown = True

    def reject(self, file_no: int, line: int, column: str, reason: str, order: str = "") -> None:
        """Refuse a row that was staged."""
        self.result.rejected.add(Rejected(self.names[file_no], line, column, reason, order))

    def may(self, permission: Permission) -> bool:
        """Whether the person holds a right that only some files need."""
        return permission in self.ctx.rights


class Handler(Protocol):
    """How one kind of file is taken in."""

    def stage(self, row: Row) -> tuple[str, str, str] | Rejected:
        """Group key, role and payload under which a row waits, or why it is refused."""
        ...

    def check(self) -> None:
        """Look at everything that was staged, refuse what cannot be used, count the rest."""
        ...

    def commit(self) -> None:
        """Take everything over, in one transaction."""
        ...


def column_names(columns: Any) -> dict[str, str]:
    """How refusals name the column of each target: its header or position, or the target itself for a constant."""
    return {
        name: " + ".join(str(one) for one in columns_of(spec)) or name
        for name, spec in specs_of(columns).items()
    }


def chunks(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of `size`."""
    iterator = iter(items)
    while chunk := list(islice(iterator, size)):
        yield chunk


def grouped_chunks(groups: Iterable[list[T]], size: int) -> Iterator[list[list[T]]]:
    """Whole groups in lists of about `size` members."""
    chunk: list[list[T]] = []
    count = 0
    for group in groups:
        chunk.append(group)
        count += len(group)
        if count >= size:
            yield chunk
            chunk, count = [], 0
    if chunk:
        yield chunk


def execute_in(source: Any, statement: Any, name: str, values: Sequence[Any]) -> list[Any]:
    """Rows of a statement with an expanding parameter; none for no values. `source` is a connection or transaction."""
    if not values:
        return []
    return list(source.execute(statement, {name: list(values)}).all())


def chosen(job: Job, repeated: str, column: str) -> Iterator[Any]:
    """One staged row a group, as the profile's `repeated` says; the others leave the staging table."""
    out: list[int] = []
    current: Any = None
    for row in staged_rows(job.store, job.import_id):
        if current is None or current.group_key != row.group_key:
            if current is not None:
                yield current
            current = row
            continue
        if repeated == "reject":
            reason = f"'{row.group_key}' stands in {job.names[current.file_no]} line {current.line} already"
            job.reject(row.file_no, row.line, column, reason)
        dropped, current = (current, row) if repeated == "last" else (row, current)
        out.append(dropped.id)
        if len(out) >= BATCH:
            unstage(job, out)
            out.clear()
    if current is not None:
        yield current
    unstage(job, out)


def unstage(job: Job, ids: Sequence[int]) -> None:
    """Take rows out of the staging table, so that the commit does not see them."""
    for some in chunks(ids, BATCH):
        unstage_rows(job.store, job.import_id, tuple(some))
