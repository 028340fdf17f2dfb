"""The cluster starts clean, lets in only whom it should, and never touches a server it did not start."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import create_engine, text

from scripts import postgres
from tests.rig import filelock
from tests.rig.cluster import MARKER, PREFIX, Cluster, ClusterError, Server, remove_stale, stop_server

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets, signals and links as Unix has them")

PROJECT = Path(__file__).resolve().parents[2]

HOLDER = """
import signal, time
from tests.rig.cluster import Cluster
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell that started us in the background has it ignored
cluster = Cluster()
print(cluster.start().as_text(), flush=True)
time.sleep(600)
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A temporary directory that the server's own user may enter; pytest's are closed to it."""
    folder = Path(tempfile.mkdtemp(prefix="quai-rig-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def programs() -> Path:
    found = postgres.find_server()
    assert found is not None
    return found


@pytest.fixture
def holder(open_folder: Path) -> Iterator[tuple[subprocess.Popen[str], Server]]:
    """Another run, in a process of its own, whose cluster lives under `open_folder`."""
    environment = os.environ | {
        "TMPDIR": str(open_folder),
        "PGHOST": "192.0.2.1",
        "PGPORT": "1",
        "PGDATA": "/nowhere",
    }
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER], cwd=PROJECT, env=environment, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        yield process, Server.from_text(process.stdout.readline())
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


def answers(server: Server) -> bool:
    try:
        server.connect().close()
    except psycopg.OperationalError:
        return False
    return True


def test_superuser_comes_in_over_the_socket(cluster: Server) -> None:
    engine = create_engine(cluster.url("postgres"))
    with engine.connect() as connection:
        assert connection.scalar(text("select inet_server_addr()")) is None
        assert connection.scalar(text("select current_user")) == "quai_rig"
    engine.dispose()


def test_a_login_needs_its_password_over_tcp(cluster: Server) -> None:
    with cluster.connect() as connection:
        connection.execute("create role rig_login login password 'right'")
    try:
        engine = create_engine(cluster.url("postgres", "rig_login", "right"))
        with engine.connect() as connection:
            assert str(connection.scalar(text("select inet_server_addr()"))).startswith("127.0.0.1")
        engine.dispose()
        for password in ("wrong", ""):
            with pytest.raises(psycopg.OperationalError, match="password"):
                psycopg.connect(
                    host=cluster.host,
                    port=cluster.port,
                    user="rig_login",
                    password=password,
                    dbname="postgres",
                )
        with pytest.raises(psycopg.OperationalError, match=r"no pg_hba\.conf entry"):
            psycopg.connect(host=cluster.socket_dir, port=cluster.port, user="rig_login", dbname="postgres")
    finally:
        with cluster.connect() as connection:
            connection.execute("drop role rig_login")


def test_passwords_are_kept_as_scram(cluster: Server) -> None:
    with cluster.connect() as connection:
        row = connection.execute("select rolpassword from pg_authid where rolname = 'quai_rig'").fetchone()
    assert row is not None
    assert str(row[0]).startswith("SCRAM-SHA-256$")


def test_a_database_is_copied_from_a_template_and_dropped_under_its_users(cluster: Server) -> None:
    cluster.create_database("rig_template")
    with cluster.connect("rig_template") as connection:
        connection.execute("create table thing as select 7 as n")
    cluster.create_database("rig copy", template="rig_template")
    visitor = cluster.connect("rig copy")
    assert visitor.execute("select n from thing").fetchone() == (7,)
    for name in ("rig copy", "rig_template"):
        cluster.drop_database(name)
        cluster.drop_database(name)
    with pytest.raises(psycopg.OperationalError):
        visitor.execute("select 1")
    visitor.close()


def test_text_without_a_collation_sorts_by_language(cluster: Server) -> None:
    """So a column that must sort bytewise fails its test when it does not say so."""
    with cluster.connect() as connection:
        assert connection.execute("select 'a' < 'B', 'a' collate \"C\" < 'B'").fetchone() == (True, False)


def test_speed_is_bought_with_durability_alone(cluster: Server) -> None:
    def shown(server: Server, name: str) -> object:
        with server.connect() as connection:
            row = connection.execute("select current_setting(%s)", [name]).fetchone()
        assert row is not None
        return row[0]

    assert shown(cluster, "fsync") == "off"
    assert shown(cluster, "synchronous_commit") == "on"
    with Cluster(durable=True, settings={"max_connections": "40"}) as server:
        assert shown(server, "fsync") == "on"
        assert shown(server, "full_page_writes") == "on"
        assert shown(server, "max_connections") == "40"


def test_no_variable_leads_to_another_server() -> None:
    assert not [name for name in os.environ if name.startswith("PG") or name == "DATABASE_URL"]


def test_a_live_run_keeps_its_cluster(
    holder: tuple[subprocess.Popen[str], Server], open_folder: Path, programs: Path
) -> None:
    _, server = holder
    assert remove_stale(programs, open_folder) == []
    assert answers(server)


def test_a_run_that_is_just_beginning_keeps_its_folder(open_folder: Path, programs: Path) -> None:
    folder = open_folder / f"{PREFIX}begins"
    folder.mkdir()
    (folder / MARKER).touch()
    assert remove_stale(programs, open_folder) == []
    assert folder.exists()


def test_a_killed_run_is_cleaned_up_by_the_next(
    holder: tuple[subprocess.Popen[str], Server], open_folder: Path, programs: Path
) -> None:
    process, server = holder
    process.kill()
    process.wait()
    assert answers(server), "a kill leaves the server behind"
    assert remove_stale(programs, open_folder) == [Path(server.folder)]
    assert not answers(server)
    assert not Path(server.folder).exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stopped_run_cleans_up_itself(
    holder: tuple[subprocess.Popen[str], Server], number: signal.Signals
) -> None:
    process, server = holder
    process.send_signal(number)
    process.wait(timeout=60)
    assert not answers(server)
    assert not Path(server.folder).exists()


@pytest.fixture
def foreign() -> Iterator[subprocess.Popen[bytes]]:
    """A process that stands for a server of somebody else."""
    process = subprocess.Popen(["sleep", "600"])
    yield process
    process.kill()
    process.wait()


def test_a_server_without_our_marker_is_left_alone(
    foreign: subprocess.Popen[bytes], open_folder: Path, programs: Path
) -> None:
    folder = open_folder / f"{PREFIX}foreign"
    (folder / "data").mkdir(parents=True)
    pid_file = folder / "data" / "postmaster.pid"
    pid_file.write_text(f"{foreign.pid}\n{folder / 'data'}\n", encoding="utf-8")
    with pytest.raises(ClusterError, match="no cluster of the test rig"):
        stop_server(programs, folder)
    assert remove_stale(programs, open_folder) == []
    assert foreign.poll() is None
    assert pid_file.exists()


def test_a_process_file_of_another_server_is_left_alone(
    foreign: subprocess.Popen[bytes], open_folder: Path, programs: Path
) -> None:
    folder = open_folder / f"{PREFIX}mixed"
    (folder / "data").mkdir(parents=True)
    (folder / MARKER).write_text("{}", encoding="utf-8")
    pid_file = folder / "data" / "postmaster.pid"
    pid_file.write_text(f"{foreign.pid}\n/var/lib/postgresql/15/main\n", encoding="utf-8")
    with pytest.raises(ClusterError, match="belongs to another server"):
        stop_server(programs, folder)
    assert remove_stale(programs, open_folder) == []
    assert foreign.poll() is None
    assert pid_file.exists()


def test_a_link_is_never_taken_for_a_cluster(open_folder: Path, programs: Path) -> None:
    real = open_folder / "real"
    real.mkdir()
    (real / MARKER).write_text("{}", encoding="utf-8")
    (open_folder / f"{PREFIX}link").symlink_to(real)
    assert remove_stale(programs, open_folder) == []
    assert (real / MARKER).exists()


def test_a_file_lock_has_one_holder(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    path.touch()
    first = filelock.take(path)
    assert first is not None
    assert filelock.take(path) is None
    first.close()
    second = filelock.take(path)
    assert second is not None
    second.close()


def test_a_missing_server_is_said_with_the_way_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(postgres.OVERRIDE, str(tmp_path))
    with pytest.raises(
        ClusterError, match=f"{postgres.OVERRIDE} names .*PostgreSQL {postgres.OLDEST} or newer"
    ):
        Cluster().start()
