"""A PostgreSQL cluster that belongs to one test or benchmark run, and to nothing else.

    with Cluster() as server:
        server.create_database("shop")
        engine = create_engine(server.url("shop"))

The cluster lives in a folder of its own under the temporary directory, with a marker file that its maker
keeps locked. A run that was killed leaves its folder behind with the lock let go: the next run stops what
still runs there and removes it. Only the programs of PostgreSQL are used: no variable such as PGHOST or
DATABASE_URL is read, and no server is stopped whose folder does not carry our marker.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from types import FrameType, TracebackType
from typing import IO

import psycopg
from psycopg import sql
from sqlalchemy import URL

from scripts import postgres
from tests.rig import filelock

SUPERUSER = "quai_rig"
PREFIX = "quai-pg-"
MARKER = "quai-cluster.json"
START_SECONDS = 60

_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "max_connections": "200",
    "shared_buffers": "128MB",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "log_line_prefix": "%m [%p] %u@%d ",
    "timezone": "UTC",
    # Speed at the cost of surviving a power cut only; what a session sees stays the same.
    "fsync": "off",
    "full_page_writes": "off",
}
_DURABLE = {"fsync": "on", "full_page_writes": "on"}


class ClusterError(RuntimeError):
    """The cluster cannot be made or stopped; the message says why and ends with the server's own words."""


@dataclass(frozen=True)
class Server:
    """A running cluster as its users see it; plain values, so it can be handed to another process.

    Attributes:
        host: Address for logins with a password (SCRAM over TCP).
        port: TCP port, the same in the name of the socket.
        socket_dir: Folder of the Unix socket, open to the superuser without a password; empty on Windows.
        password: The superuser's password over TCP.
        folder: Where the cluster lives.
    """

    host: str
    port: int
    socket_dir: str
    password: str
    folder: str

    def url(
        self, database: str, user: str = SUPERUSER, password: str | None = None, *, port: int | None = None
    ) -> str:
        """Return the SQLAlchemy URL of a database: the superuser over the socket, everyone else over TCP.

        Args:
            database: Its name.
            user: A login role.
            password: The login's password; the superuser needs none.
            port: Another port, such as a proxy's; goes over TCP.
        """
        if user == SUPERUSER and port is None and self.socket_dir:
            where = {"host": self.socket_dir, "port": str(self.port)}
            parts = URL.create("postgresql+psycopg", user, database=database, query=where)
        else:
            secret = self.password if user == SUPERUSER and password is None else password
            parts = URL.create("postgresql+psycopg", user, secret, self.host, port or self.port, database)
        return parts.render_as_string(hide_password=False)

    def connect(self, database: str = "postgres") -> psycopg.Connection[tuple[object, ...]]:
        """Return a bare superuser connection in autocommit, for what no transaction allows."""
        return psycopg.connect(
            host=self.socket_dir or self.host,
            port=self.port,
            user=SUPERUSER,
            password=self.password,
            dbname=database,
            autocommit=True,
        )

    def create_database(self, name: str, template: str | None = None) -> None:
        """Make a database, empty or as a copy of another that nobody is connected to."""
        statement = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name))
        if template is not None:
            statement += sql.SQL(" TEMPLATE {}").format(sql.Identifier(template))
        with self.connect() as connection:
            if template is not None and connection.info.server_version >= 150_000:
                # Half the time of the way through the log that it takes by itself.
                statement += sql.SQL(" STRATEGY file_copy")
            connection.execute(statement)

    def drop_database(self, name: str) -> None:
        """Remove a database, cutting whoever is still connected to it."""
        with self.connect() as connection:
            connection.execute(
                sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
            )

    def as_text(self) -> str:
        """Return the server as one line for `from_text` in another process."""
        return json.dumps(asdict(self))

    @classmethod
    def from_text(cls, text: str) -> Server:
        """Return the server that `as_text` described."""
        return cls(**json.loads(text))


class Cluster:
    """Makes, starts, stops and removes one temporary cluster.

    Args:
        durable: Keep fsync and full page writes as in production, for measurements.
        settings: More server settings, over ours.
    """

    def __init__(self, *, durable: bool = False, settings: dict[str, str] | None = None) -> None:
        self._settings = _SETTINGS | (_DURABLE if durable else {}) | (settings or {})
        self._folder: Path | None = None
        self._lock: IO[bytes] | None = None
        self._owner = 0

    def start(self) -> Server:
        """Make the cluster and return the running server.

        Raises:
            ClusterError: PostgreSQL is missing, or it did not start.
        """
        programs = postgres.find_server()
        if programs is None:
            raise ClusterError(postgres.advice())
        if _acts_as_another() and not _has_server_user():
            raise ClusterError(
                "PostgreSQL refuses root, and no user postgres is here: run this as another user."
            )
        remove_stale(programs)
        self._owner = os.getpid()
        self._folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        atexit.register(self.stop)
        _die_politely()
        try:
            return self._make(programs, self._folder)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Stop the server at once and remove its folder; nothing in a forked child or the second time."""
        if self._folder is None or self._owner != os.getpid():
            return
        folder, self._folder = self._folder, None
        atexit.unregister(self.stop)
        programs = postgres.find_server()
        if programs is not None and (folder / MARKER).exists():
            stop_server(programs, folder)
        if self._lock is not None:
            self._lock.close()
        shutil.rmtree(folder, ignore_errors=True)

    def __enter__(self) -> Server:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _make(self, programs: Path, folder: Path) -> Server:
        marker = folder / MARKER
        # Written under the lock: a marker that is still empty belongs to a run that is just beginning.
        marker.touch(mode=0o600)
        self._lock = filelock.wait(marker)
        self._lock.write(json.dumps({"made by": "Quai's test rig", "process": self._owner}).encode())
        self._lock.flush()
        data, sockets = folder / "data", folder / "socket"
        for path in (data, sockets):
            path.mkdir(mode=0o700)
            give_to_server_user(path)
        if _acts_as_another():
            folder.chmod(0o711)

        server = Server(
            host="127.0.0.1",
            port=_free_port(),
            socket_dir="" if sys.platform == "win32" else str(sockets),
            password=secrets.token_urlsafe(16),
            folder=str(folder),
        )
        _initdb(programs, folder, server.password)
        _write_configuration(data, server, self._settings)
        _run(
            programs,
            folder,
            ["pg_ctl", "start", "-w", "-t", str(START_SECONDS), "-l", str(data / "server.log")],
        )
        return server


def remove_stale(programs: Path, root: Path | None = None) -> list[Path]:
    """Stop and remove the clusters of runs that died, and return their folders; a live run keeps its own.

    Args:
        programs: Folder of the server programs.
        root: Where to look; the temporary directory unless given.
    """
    removed = []
    for folder in (root or Path(tempfile.gettempdir())).glob(f"{PREFIX}*"):
        with contextlib.suppress(FileNotFoundError, PermissionError, ClusterError):
            if _is_ours(folder) and (lock := filelock.take(folder / MARKER)) is not None:
                with lock:
                    if not lock.read(1):
                        continue
                    stop_server(programs, folder)
                shutil.rmtree(folder, ignore_errors=True)
                removed.append(folder)
    return removed


def _is_ours(folder: Path) -> bool:
    """Tell whether this user made the folder as a cluster of the rig; a link never is."""
    marker = folder / MARKER
    if folder.is_symlink() or marker.is_symlink() or not marker.is_file():
        return False
    return sys.platform == "win32" or marker.stat().st_uid == os.getuid()


def stop_server(programs: Path, folder: Path) -> None:
    """Stop the server of a folder that carries our marker.

    Raises:
        ClusterError: The folder is not ours, or the process file inside names another data folder.
    """
    if not _is_ours(folder):
        raise ClusterError(f"{folder} is no cluster of the test rig; it is left alone.")
    data = folder / "data"
    try:
        lines = (data / "postmaster.pid").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return
    if len(lines) < 2 or Path(lines[1]).resolve() != data.resolve():
        raise ClusterError(f"{data / 'postmaster.pid'} belongs to another server; it is left alone.")
    # The process may be gone already (a killed machine): then pg_ctl says so, and there is nothing to stop.
    with contextlib.suppress(ClusterError):
        _run(programs, folder, ["pg_ctl", "stop", "-m", "immediate", "-w"])


def _initdb(programs: Path, folder: Path, password: str) -> None:
    data, secret = folder / "data", folder / "password"
    secret.touch(mode=0o600)
    secret.write_text(password, encoding="ascii")
    give_to_server_user(secret)
    # Text sorts by language unless a column says otherwise, as on most servers: a missing COLLATE "C" shows.
    language = ["--locale=C", "--locale-provider=icu", "--icu-locale=en", "--encoding=UTF8"]
    rules = [
        "--auth-local=trust",
        "--auth-host=scram-sha-256",
        f"--username={SUPERUSER}",
        f"--pwfile={secret}",
    ]
    try:
        _run(programs, folder, ["initdb", "--no-sync", *language, *rules])
    finally:
        secret.unlink()
    (data / "pg_hba.conf").write_text(
        f"local all {SUPERUSER} trust\nhost all all 127.0.0.1/32 scram-sha-256\n", encoding="ascii"
    )


def _write_configuration(data: Path, server: Server, settings: dict[str, str]) -> None:
    own = {
        "port": str(server.port),
        "unix_socket_directories": server.socket_dir,
        "unix_socket_permissions": "0700",
    }
    lines = [f"{name} = '{value}'\n" for name, value in (settings | own).items()]
    with (data / "postgresql.conf").open("a", encoding="utf-8") as file:
        file.writelines(lines)


def _run(programs: Path, folder: Path, command: Sequence[str]) -> None:
    """Run a server program on the folder's data as the user that may; what it says goes into the error."""
    program, *arguments = command
    words = [*_other_user(), str(programs / program), "-D", str(folder / "data"), *arguments]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    # Not a pipe: the server inherits it, and reading would wait for the server's end.
    with tempfile.TemporaryFile() as said:
        result = subprocess.run(
            words,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            env=environment,
            cwd=folder,
            check=False,
        )
        said.seek(0)
        words_said = said.read().decode(errors="replace")
    if result.returncode:
        log = folder / "data" / "server.log"
        tail = log.read_text(encoding="utf-8", errors="replace")[-2000:] if log.exists() else ""
        raise ClusterError(f"{' '.join(command)} ended with {result.returncode}:\n{words_said}{tail}")


def _acts_as_another() -> bool:
    """Tell whether the server must run as user postgres, because PostgreSQL refuses root."""
    return sys.platform != "win32" and os.geteuid() == 0


def _has_server_user() -> bool:
    if sys.platform != "win32":
        import pwd  # Unix alone has it

        with contextlib.suppress(KeyError):
            return bool(pwd.getpwnam("postgres")) and shutil.which("setpriv") is not None
    return False


def _other_user() -> list[str]:
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] if _acts_as_another() else []


def give_to_server_user(path: Path) -> None:
    if _acts_as_another():
        shutil.chown(path, "postgres", "postgres")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _die_politely() -> None:
    """Let a plain kill run the clean-up too; a handler that is there already stays."""
    with contextlib.suppress(ValueError):  # not the main thread: whoever owns that decides
        if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
            signal.signal(signal.SIGTERM, _exit)


def _exit(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


@contextlib.contextmanager
def without_server_variables() -> Iterator[None]:
    """Hide PG* and DATABASE_URL from libpq and the program: no test reaches another server by accident."""
    hidden = {
        name: os.environ.pop(name)
        for name in list(os.environ)
        if name.startswith("PG") or name == "DATABASE_URL"
    }
    try:
        yield
    finally:
        os.environ.update(hidden)
