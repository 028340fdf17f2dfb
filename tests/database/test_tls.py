"""Signing in to a server that offers encryption: its certificate and its name are checked, and nothing less will do."""

from __future__ import annotations

import socket
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.database.tls import offers_tls, secured
from app.domain.permissions import Role
from app.errors import Unavailable
from app.services import server as installation
from app.services.sign_in import sign_in
from tests.rig.cluster import Cluster, Server, give_to_server_user
from tests.rig.databases import PASSWORD, make_login

NAME = "db.quai.test"


@pytest.fixture(scope="module")
def certificate() -> Iterator[Path]:
    """A certificate that names `NAME` and vouches for itself; its key lies beside it, where the server's user finds it."""
    with tempfile.TemporaryDirectory(prefix="quai-tls-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        file, key = folder / "server.crt", folder / "server.key"
        subprocess.run(
            [
                *(
                    "openssl",
                    "req",
                    "-x509",
                    "-newkey",
                    "rsa:2048",
                    "-nodes",
                    "-days",
                    "2",
                    "-subj",
                    f"/CN={NAME}",
                ),
                *("-addext", f"subjectAltName=DNS:{NAME}", "-keyout", key, "-out", file),
            ],
            check=True,
            capture_output=True,
        )
        key.chmod(0o600)
        give_to_server_user(key)
        yield file


@pytest.fixture(scope="module")
def tls_server(certificate: Path) -> Iterator[Server]:
    settings = {
        "ssl": "on",
        "ssl_cert_file": str(certificate),
        "ssl_key_file": str(certificate.with_suffix(".key")),
    }
    with Cluster(settings=settings) as server:
        server.create_database("quai")
        installation.initialise(server.url("quai"))
        yield server


def url_of(server: Server, host: str, **query: str) -> sa.URL:
    """As a desk in the network would write it: the server by name, though it runs here."""
    plain = sa.make_url(server.url("quai"))
    return plain.set(host=host, port=server.port, query={"hostaddr": "127.0.0.1", **query})


def test_the_right_certificate_is_taken_and_the_line_is_encrypted(
    tls_server: Server, certificate: Path
) -> None:
    login = make_login(tls_server, (Role.PACKER,))
    context = sign_in(url_of(tls_server, NAME, sslrootcert=str(certificate)), login, PASSWORD)
    try:
        with context.reading() as connection:
            row = connection.execute(
                sa.text("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
            ).one()
            assert row.ssl
        assert context.db.engine.url.query["sslmode"] == "verify-full"
    finally:
        context.db.close()


def test_another_name_or_an_unknown_authority_is_refused(tls_server: Server, certificate: Path) -> None:
    login = make_login(tls_server, (Role.PACKER,))
    for url in (
        url_of(tls_server, "other.quai.test", sslrootcert=str(certificate)),
        url_of(tls_server, NAME),
    ):
        with pytest.raises(Unavailable) as caught:
            sign_in(url, login, PASSWORD)
        assert "encryption" in caught.value.message


def test_a_server_without_tls_is_used_in_the_clear(cluster: Server) -> None:
    url = url_of(cluster, NAME)
    assert secured(url).query["sslmode"] == "disable"


def test_who_says_sslmode_is_obeyed_and_this_computer_needs_none(tls_server: Server) -> None:
    asked = url_of(tls_server, NAME, sslmode="require")
    assert secured(asked) is asked
    for host in ("localhost", "127.0.0.1", "::1", "/var/run/postgresql", None):
        near = sa.make_url("postgresql+psycopg://ada@/quai").set(host=host)
        assert secured(near) is near


def test_nobody_or_something_else_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

        def answer() -> None:
            line, _ = listener.accept()
            with line:
                line.recv(8)
                line.sendall(b"HTTP/1.1 400 Bad Request\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        with pytest.raises(Unavailable) as caught:
            offers_tls("127.0.0.1", port)
        thread.join()
        assert "no PostgreSQL server" in caught.value.message
    with pytest.raises(Unavailable):
        offers_tls("127.0.0.1", port)
