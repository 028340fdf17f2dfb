"""A TCP proxy between a program and PostgreSQL that cuts or freezes the line at a chosen statement.

It reads just enough of the protocol to know where a client's statement ends (Query, Sync, or Execute in a pipeline) and where
the server's answer to it ends; see "Frontend/Backend Protocol", chapter 55 of PostgreSQL's manual.

    with Proxy(server.host, server.port, judge) as proxy:
        Database(server.url("shop", "ada", "secret", port=proxy.port))

`judge` sees each statement's words before the server does and says what becomes of it.
"""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Callable
from enum import Enum
from types import TracebackType

SSL_REQUEST, GSS_REQUEST, CANCEL_REQUEST = 80877103, 80877104, 80877102


class Fate(Enum):
    """What becomes of a statement."""

    PASS = "pass"
    CUT_BEFORE = "cut before"
    """The server never hears it."""
    CUT_IN_DOUBT = "cut in doubt"
    """The server is sent it and the line is cut at once: it may or may not be done."""
    CUT_AFTER = "cut after"
    """The server has done it; its answer is lost."""
    FREEZE_BEFORE = "freeze before"
    """Nothing goes through any more, though the line stands; the server never hears it."""
    FREEZE_AFTER = "freeze after"
    """The server has done it, and nothing more is heard of it."""


Judge = Callable[[str], Fate]


def commits(words: str) -> bool:
    """Whether a message ends the transaction; the last write goes before it, the news behind it."""
    return "COMMIT" in words.split("; ")


class Proxy:
    """Listens on `port` of 127.0.0.1 and passes connections on; `closed` refuses new ones at once.

    Args:
        host: The server's address.
        port: The server's port.
        judge: Called with every statement, from the threads of several connections.
    """

    def __init__(self, host: str, port: int, judge: Judge) -> None:
        self.server = (host, port)
        self.judge = judge
        self.closed = False
        self._lines: list[_Line] = []
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, name="proxy", daemon=True).start()

    def __enter__(self) -> Proxy:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Cut everything."""
        self.closed = True
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.cut()

    def cut(self) -> None:
        """Cut all lines that stand now."""
        for line in list(self._lines):
            line.cut()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            if self.closed:
                client.close()
                continue
            try:
                server = socket.create_connection(self.server)
            except OSError:
                client.close()
                continue
            for one in (client, server):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._lines = [line for line in self._lines if not line.over]
            self._lines.append(_Line(client, server, self))


class _Gone(Exception):
    """One side closed the line."""


class _Line:
    """One connection through the proxy: a thread each way."""

    def __init__(self, client: socket.socket, server: socket.socket, proxy: Proxy) -> None:
        self.client, self.server, self.proxy = client, server, proxy
        self.over = False
        self._fate = Fate.PASS
        self._prepared: dict[bytes, str] = {}
        self._asked = self._answered = 0
        """Statements of a pipeline sent to the server, and those that it has done."""
        self._lone = False
        """Whether the statement that is judged ends with Execute: no ReadyForQuery will follow it."""
        threading.Thread(target=self._run, args=(self._hear_client,), daemon=True).start()

    def cut(self) -> None:
        self.over = True
        for one in (self.client, self.server):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _run(self, loop: Callable[[], None]) -> None:
        with contextlib.suppress(OSError, _Gone):
            loop()
        self.cut()

    def _hear_client(self) -> None:
        self._greet()
        threading.Thread(target=self._run, args=(self._hear_server,), daemon=True).start()
        waiting, words = b"", ""
        while True:
            kind, body = _message(self.client)
            waiting += _whole(kind, body)
            words = self._words(kind, body) or words
            if kind == b"E" and _next(self.client) != b"S":
                self._decide(waiting + _FLUSH, words, lone=True)
            elif kind in (b"P", b"B", b"D", b"E", b"C", b"F"):  # parts of a statement that is not at its end
                continue
            elif kind in (b"Q", b"S") and words:
                self._decide(waiting, words, lone=False)
            elif self._fate is Fate.PASS:
                self.server.sendall(waiting)
            waiting, words = b"", ""

    def _greet(self) -> None:
        """Pass on the questions for encryption, then the start-up message, which carry no kind."""
        while True:
            (length,) = struct.unpack("!I", _exactly(self.client, 4))
            body = _exactly(self.client, length - 4)
            self.server.sendall(struct.pack("!I", length) + body)
            (code,) = struct.unpack("!I", body[:4])
            if code not in (SSL_REQUEST, GSS_REQUEST):
                return
            answer = _exactly(self.server, 1)
            if answer != b"N":
                raise _Gone("the proxy cannot see through encryption")
            self.client.sendall(answer)

    def _words(self, kind: bytes, body: bytes) -> str:
        if kind == b"Q":
            return body.rstrip(b"\0").decode(errors="replace")
        if kind == b"P":
            name, text, _ = body.split(b"\0", 2)
            self._prepared[name] = text.decode(errors="replace")
            return self._prepared[name]
        if kind == b"B":
            return self._prepared.get(body.split(b"\0", 2)[1], "")
        return ""

    def _decide(self, statement: bytes, words: str, *, lone: bool) -> None:
        if self._fate is not Fate.PASS:
            return  # frozen: whatever else the client says is not passed on
        self._asked += 1
        self._lone = lone
        self._fate = fate = self.proxy.judge(words)
        if fate is Fate.CUT_BEFORE:
            raise _Gone
        if fate is Fate.FREEZE_BEFORE:
            return
        self.server.sendall(statement)
        if fate is Fate.CUT_IN_DOUBT:
            raise _Gone

    def _hear_server(self) -> None:
        while True:
            kind, body = _message(self.server)
            fate = self._fate
            if kind == b"Z":  # all is done
                self._asked = self._answered = 0
            self._answered += kind in (b"C", b"I", b"s", b"E")  # done, empty, in part, refused
            if fate is Fate.PASS:
                self.client.sendall(_whole(kind, body))
            elif fate is Fate.CUT_AFTER and (self._answered >= self._asked if self._lone else kind == b"Z"):
                raise _Gone


_FLUSH = b"H\0\0\0\4"
"""Asks the server for the answers so far; it changes nothing else."""


def _whole(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("!I", len(body) + 4) + body


def _next(source: socket.socket) -> bytes:
    """The kind of the message that came along with the last, if one did."""
    try:
        return source.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
    except BlockingIOError:
        return b""


def _message(source: socket.socket) -> tuple[bytes, bytes]:
    head = _exactly(source, 5)
    return head[:1], _exactly(source, struct.unpack("!I", head[1:])[0] - 4)


def _exactly(source: socket.socket, count: int) -> bytes:
    parts = []
    while count:
        part = source.recv(count)
        if not part:
            raise _Gone
        parts.append(part)
        count -= len(part)
    return b"".join(parts)
