"""Encryption to a PostgreSQL server: where the server offers it, its certificate and name are checked, always.

libpq by itself asks for encryption but trusts any certificate (sslmode prefer), which whoever sits on the line can answer. A
server is therefore asked first, as the protocol provides (PostgreSQL documentation, "SSL Session Encryption": SSLRequest).
"""

from __future__ import annotations

import ipaddress
import os
import socket
import struct
from pathlib import Path

import sqlalchemy as sa

from app.errors import Unavailable

_SSL_REQUEST = struct.pack("!ii", 8, 80877103)
"""Length and code of the message; the server answers one byte, S or N."""
PORT = 5432
PATIENCE = 5.0


def secured(url: sa.URL) -> sa.URL:
    """The URL with `sslmode=verify-full` where the server offers TLS; as it is where its own sslmode says something.

    The certificate is checked against `~/.postgresql/root.crt`, libpq's own place, or, without that file, against the authorities
    that this computer trusts. Servers on this very computer are reached without a network and left as they are.

    Raises:
        Unavailable: the server does not answer.
    """
    host = _text(url, "host") or url.host or ""
    if "sslmode" in url.query or _on_this_computer(host):
        return url
    if not offers_tls(_text(url, "hostaddr") or host, url.port or PORT):
        return url.update_query_dict({"sslmode": "disable"})
    checked = {"sslmode": "verify-full"}
    own = Path.home() / ".postgresql" / "root.crt"
    if "sslrootcert" not in url.query and "PGSSLROOTCERT" not in os.environ and not own.exists():
        checked["sslrootcert"] = "system"
    return url.update_query_dict(checked)


def offers_tls(host: str, port: int) -> bool:
    """Ask a server whether it speaks TLS.

    Raises:
        Unavailable: nobody answers there, or no PostgreSQL server.
    """
    try:
        with socket.create_connection((host, port), PATIENCE) as line:
            line.settimeout(PATIENCE)
            line.sendall(_SSL_REQUEST)
            answer = line.recv(1)
    except OSError as error:
        raise Unavailable(
            "The database does not answer.", hint="Check the line and try again.", host=host, port=port
        ) from error
    if answer not in (b"S", b"N"):
        raise Unavailable(
            f"What answers at {host}:{port} is no PostgreSQL server.",
            hint="Check server and port in the database URL.",
            host=host,
            port=port,
        )
    return answer == b"S"


def _text(url: sa.URL, name: str) -> str:
    value = url.query.get(name, "")
    return value if isinstance(value, str) else value[0]


def _on_this_computer(host: str) -> bool:
    if not host or host.startswith("/") or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
