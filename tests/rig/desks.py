"""Desks as real processes, each with a login of its own: what races and kills are shown with.

    with Desks() as desks:
        desks.start(work, Seat(...), *plain_values)
        answers = desks.results()

`work(seat, *values)` is a function of a module that a new process can import; what it returns must be plain (JSON).
"""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Any

import psycopg
import sqlalchemy as sa

from app.database import Database, Timeouts
from app.domain.permissions import Role, permissions_of
from app.models.sql.rights import group_role
from app.services.context import Context
from tests.rig.databases import PASSWORD, World

PRELOADED = ("tests.rig.race", "tests.rig.kills", "tests.rig.dock")


@dataclass(frozen=True, slots=True)
class Seat:
    """A person at a desk, as plain values."""

    url: str
    actor: str
    roles: tuple[Role, ...]
    number: int

    def context(self, timeouts: Timeouts | None = None) -> Context:
        """Sit down: a context with a database handle of its own."""
        desk = f"DESK-{self.number}"
        database = Database(self.url, timeouts=timeouts, application=desk)
        return Context(database, self.actor, permissions_of(frozenset(self.roles)), desk)


def seats(world: World, count: int, *roles: Role, port: int | None = None) -> list[Seat]:
    """People with the same roles, each with a login of their own; `port` is a proxy's."""
    if not world.postgresql:
        return [Seat(world.url, f"person_{number:02}", roles, number) for number in range(count)]
    found = []
    with psycopg.connect(
        world.url.replace("postgresql+psycopg://", "postgresql://"), autocommit=True
    ) as owner:
        owner.execute("SELECT pg_advisory_lock(4711)")
        for number in range(count):
            name = f"t_seat_{number:02}"
            if owner.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (name,)).fetchone() is None:
                owner.execute(f"CREATE ROLE {name} LOGIN PASSWORD '{PASSWORD}'")
            for role in roles:
                owner.execute(f"GRANT {group_role(role)} TO {name}")
            url = sa.make_url(world.url_of(*roles)).set(username=name)
            url = url.set(port=port) if port else url
            found.append(Seat(url.render_as_string(hide_password=False), name, roles, number))
    return found


def _context() -> ForkServerContext | SpawnContext:
    """New processes from one that has imported everything and holds no connection, where the platform can."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(PRELOADED))
    return context


class Desks:
    """Starts processes, gathers what they answer, and kills what is left at the end."""

    def __init__(self) -> None:
        self._context = _context()
        self._folder = tempfile.TemporaryDirectory(prefix="quai-desks-")
        self._running: list[tuple[BaseProcess, Path]] = []

    def __enter__(self) -> Desks:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process, _ in self._running:
            process.kill()
            process.join()
        self._folder.cleanup()

    def start(self, work: Callable[..., Any], seat: Seat, *values: Any) -> BaseProcess:
        """Start one process."""
        answer = Path(self._folder.name) / f"{len(self._running)}.json"
        process = self._context.Process(target=_run, args=(answer, work, seat, *values), daemon=True)
        process.start()
        self._running.append((process, answer))
        return process

    def said(self, process: BaseProcess) -> str:
        """What a process that ended left behind."""
        path = next(path for one, path in self._running if one is process)
        return path.read_text(encoding="utf-8") if path.exists() else "nothing"

    def results(self, seconds: float = 900) -> list[Any]:
        """Wait for all and give what they returned, in the order in which they were started.

        Raises:
            AssertionError: one failed; with what it said.
        """
        answers = []
        for process, path in self._running:
            process.join(seconds)
            assert process.exitcode is not None, f"{process.name} did not end within {seconds} s"
            text = path.read_text(encoding="utf-8") if path.exists() else '{"error": "killed"}'
            said = json.loads(text)
            assert "error" not in said, said["error"]
            answers.append(said["answer"])
        return answers


def _run(answer: Path, work: Callable[..., Any], seat: Seat, *values: Any) -> None:
    try:
        said = {"answer": work(seat, *values)}
    except BaseException:  # noqa: BLE001 - whatever it is, the test that waits for this process says it
        said = {"error": f"{seat.actor} at DESK-{seat.number}:\n{traceback.format_exc()}"}
    with contextlib.suppress(OSError):
        answer.write_text(json.dumps(said), encoding="utf-8")
