"""What pytest calls: one cluster a run, no variable that leads elsewhere, no logged error unseen."""

from __future__ import annotations

import faulthandler
import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from tests.rig.cluster import Cluster, ClusterError, Server, without_server_variables

_SERVER = pytest.StashKey[Server]()
_CLEANUP = pytest.StashKey[ExitStack]()
_HANDED = "quai_server"

_MEMORY = Path("/dev/shm")
_MEMORY_NEEDED = 4 * 1024**3
"""Bytes that have to be free there: a thousand databases come and go, a few at a time."""

# How long an example takes says nothing on a shared machine: tests are never timed.
hypothesis.settings.register_profile(
    "quai", deadline=None, print_blob=True, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)


def pytest_configure(config: pytest.Config) -> None:
    """Prepare every process of the run."""
    if "TMPDIR" not in os.environ and _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _MEMORY_NEEDED:
        # Databases are made and dropped by the thousand, and no test outlives a power cut.
        os.environ["TMPDIR"] = str(_MEMORY)
        tempfile.tempdir = None
    hypothesis.settings.load_profile("quai")
    config.stash[_CLEANUP] = cleanup = ExitStack()
    cleanup.enter_context(without_server_variables())
    handed: str | None = getattr(config, "workerinput", {}).get(_HANDED)
    if handed is not None:
        config.stash[_SERVER] = Server.from_text(handed)


def pytest_runtest_setup() -> None:
    """Where the interpreter dies, its stacks are shown, also after a test whose program had them written to its own log."""
    if not faulthandler.is_enabled():
        faulthandler.enable(sys.__stderr__ or 2)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the cluster where this process started it."""
    if cleanup := config.stash.get(_CLEANUP, None):
        cleanup.close()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:  # xdist's WorkerController, which carries no types
    """Start the cluster before the first worker, and tell each worker where it is."""
    node.workerinput[_HANDED] = _running_server(node.config).as_text()


def _running_server(config: pytest.Config) -> Server:
    if _SERVER not in config.stash:
        try:
            config.stash[_SERVER] = config.stash[_CLEANUP].enter_context(Cluster())
        except ClusterError as error:
            pytest.exit(str(error), returncode=1)
    return config.stash[_SERVER]


@pytest.fixture(scope="session")
def cluster(pytestconfig: pytest.Config) -> Server:
    """The run's own PostgreSQL server, shared by its workers: name databases so that they cannot meet."""
    return _running_server(pytestconfig)


class _Collector(logging.Handler):
    """Keeps the records of level ERROR and above."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture
def logged_errors() -> Iterator[list[logging.LogRecord]]:
    """What the code logged as an error so far; a test that asks for it has to say what it expects there."""
    collector = _Collector()
    logging.getLogger().addHandler(collector)
    yield collector.records
    logging.getLogger().removeHandler(collector)


@pytest.fixture(autouse=True)
def no_stray_error(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test during which an error was logged, unless it asks for `logged_errors`."""
    if "logged_errors" in request.fixturenames:
        yield
        return
    collector = _Collector()
    logging.getLogger().addHandler(collector)
    yield
    logging.getLogger().removeHandler(collector)
    if collector.records:
        pytest.fail(
            "Logged as an error: " + "; ".join(record.getMessage() for record in collector.records),
            pytrace=False,
        )
