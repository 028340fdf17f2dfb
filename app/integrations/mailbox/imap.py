"""A mailbox by IMAP (RFC 3501), always over TLS: from the first byte on, or by STARTTLS before anything is said."""

from __future__ import annotations

import imaplib
import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from app.errors import BadInput
from app.integrations.mailbox.base import Letter, MailboxAway, MailboxRefused

TIME_OUT = 30.0
"""Seconds that the server may take for one answer."""
LARGEST = 30 * 1024 * 1024
"""Bytes of a letter that is fetched; base64 makes a third more of a file."""
TAKEN = "Quai"
"""The folder into which letters are moved that were taken in."""
_PORTS = {"imaps": 993, "imap": 143}
_NUMBER = re.compile(rb"\b(\w[\w.]*) (\d+)")


@dataclass(frozen=True, slots=True)
class ImapPlace:
    """Where a mailbox is: TLS from the first byte on (`tls`) or by STARTTLS."""

    host: str
    port: int
    mailbox: str
    tls: bool

    @property
    def shown(self) -> str:
        """How people call it."""
        return f"{self.host}:{self.port}/{self.mailbox}"


def imap_place(text: str) -> ImapPlace:
    """Where a mailbox is, from imaps://host:port/mailbox; port and mailbox may be left out.

    Raises:
        BadInput: it is no such place.
    """
    wrong = BadInput(
        f"{text} is no place of a mailbox.",
        hint="Write it as imaps://mail.example.com/INBOX, or with imap:// where the server begins with STARTTLS.",
        field="place",
    )
    try:
        parts = urlsplit(text.strip())
        port = parts.port
    except ValueError:
        raise wrong from None
    if parts.scheme not in _PORTS or not parts.hostname or parts.query or parts.fragment or parts.username:
        raise wrong
    mailbox = unquote(parts.path.lstrip("/")) or "INBOX"
    if not mailbox.isprintable() or '"' in mailbox or "\\" in mailbox:
        raise wrong
    return ImapPlace(parts.hostname, port or _PORTS[parts.scheme], mailbox, parts.scheme == "imaps")


class ImapMailbox:
    """A mailbox on a server.

    Args:
        place: Where.
        login: As whom.
        password: Their password.
        context: Which certificates are trusted; those of the system without it.
        time_out: Seconds for one answer.
        largest: Bytes of a letter that is fetched.
    """

    def __init__(
        self,
        place: ImapPlace,
        login: str,
        password: str,
        *,
        context: ssl.SSLContext | None = None,
        time_out: float = TIME_OUT,
        largest: int = LARGEST,
    ) -> None:
        self._place, self._login, self._password = place, login, password
        self._context = context or ssl.create_default_context()
        self._time_out, self._largest = time_out, largest
        self._line: imaplib.IMAP4 | None = None
        self._validity = ""
        self._able: frozenset[str] = frozenset()
        self._made = False

    def __enter__(self) -> ImapMailbox:
        """Sign in and open the mailbox; see `Mailbox`."""
        place = self._place
        try:
            if place.tls:
                self._line = imaplib.IMAP4_SSL(
                    place.host, place.port, ssl_context=self._context, timeout=self._time_out
                )
            else:
                self._line = imaplib.IMAP4(place.host, place.port, timeout=self._time_out)
                self._line.starttls(self._context)
        except ssl.SSLError as error:
            self._hang_up()
            raise MailboxAway(
                f"{place.shown} shows a certificate that is not trusted here.",
                hint="Ask who runs the mail server; the name must be the one in its certificate.",
                server=place.shown,
                problem=str(error),
            ) from error
        except (OSError, imaplib.IMAP4.error) as error:
            self._hang_up()
            raise self._away(error) from error
        try:
            self._sign_in()
        except BaseException:
            self._hang_up()
            raise
        return self

    def _sign_in(self) -> None:
        line, place = self._line, self._place
        assert line is not None
        try:
            line.login(self._login, self._password)
        except imaplib.IMAP4.abort as error:
            raise self._away(error) from error
        except (imaplib.IMAP4.error, UnicodeEncodeError) as error:
            raise MailboxRefused(
                f"{place.shown} does not let {self._login} in: the login or the password is wrong.",
                hint="Type the password again in the settings of the source.",
                server=place.shown,
                login=self._login,
            ) from error
        except OSError as error:
            raise self._away(error) from error
        # What it can do it says anew once it knows who asks.
        _, said = self._ask("CAPABILITY", line.capability)
        self._able = (
            frozenset((said[-1] or b"").decode("ascii", "replace").upper().split()) if said else frozenset()
        )
        status, _ = self._ask("SELECT", line.select, _quoted(place.mailbox))
        if status != "OK":
            raise MailboxRefused(
                f"{place.shown} has no mailbox {place.mailbox}.",
                hint="Check its name; INBOX is there always.",
                server=place.shown,
                mailbox=place.mailbox,
            )
        _, found = line.response("UIDVALIDITY")
        self._validity = (found[0] or b"0").decode("ascii", "replace") if found else "0"

    def __exit__(self, *what: object) -> None:
        """Sign out."""
        if self._line is not None:
            with suppress(OSError, imaplib.IMAP4.error):
                self._line.logout()
        self._hang_up()

    def letters(self, most: int) -> Iterator[Letter]:
        """The letters that were not taken away, the oldest first; see `Mailbox`."""
        status, found = self._ask("SEARCH", self._uid, "SEARCH", "UNDELETED")
        if status != "OK":
            raise self._away(OSError("SEARCH"))
        uids = [int(one) for one in (found[0] or b"").split()]
        for uid in sorted(uids)[:most]:
            size = self._size(uid)
            if size is None:
                continue  # somebody else took it away meanwhile
            whole = size <= self._largest
            what = "(BODY.PEEK[])" if whole else "(BODY.PEEK[HEADER])"
            status, parts = self._ask("FETCH", self._uid, "FETCH", str(uid), what)
            data = next((part[1] for part in parts if isinstance(part, tuple)), None)
            if status != "OK" or data is None:
                continue
            yield Letter(f"{self._validity}:{uid}", uid, size, bytes(data), whole)

    def _size(self, uid: int) -> int | None:
        status, parts = self._ask("FETCH", self._uid, "FETCH", str(uid), "(RFC822.SIZE)")
        if status != "OK":
            return None
        for part in parts:
            text = part[0] if isinstance(part, tuple) else part
            for name, number in _NUMBER.findall(text or b""):
                if name.upper() == b"RFC822.SIZE":
                    return int(number)
        return None

    def take_away(self, letter: Letter) -> None:
        """Mark it as read and move it to the folder of those that were taken; see `Mailbox`."""
        uid = str(letter.uid)
        self._ask("STORE", self._uid, "STORE", uid, "+FLAGS.SILENT", r"(\Seen)")
        line = self._line
        assert line is not None
        if not self._made:
            self._ask("CREATE", line.create, _quoted(TAKEN))  # an answer that it is there already is as good
            self._made = True
        if "MOVE" in self._able:
            status, _ = self._ask("MOVE", self._uid, "MOVE", uid, _quoted(TAKEN))
            if status == "OK":
                return
        status, _ = self._ask("COPY", self._uid, "COPY", uid, _quoted(TAKEN))
        if status != "OK":
            raise MailboxAway(
                f"{self._place.shown} does not let letters be moved to the folder {TAKEN}.",
                hint="Make the folder there, or ask who runs the mail server.",
                server=self._place.shown,
            )
        self._ask("STORE", self._uid, "STORE", uid, "+FLAGS.SILENT", r"(\Deleted)")
        if "UIDPLUS" in self._able:
            self._ask("EXPUNGE", self._uid, "EXPUNGE", uid)

    def _uid(self, command: str, *arguments: str) -> tuple[str, list[Any]]:
        assert self._line is not None
        return self._line.uid(command, *arguments)

    def _ask(self, what: str, call: object, *arguments: str) -> tuple[str, list[Any]]:
        """One question; a line that breaks is a mailbox that is away, an answer of NO is given back."""
        assert callable(call)
        try:
            status, found = call(*arguments)
        except (imaplib.IMAP4.abort, OSError, ssl.SSLError) as error:
            raise self._away(error) from error
        except imaplib.IMAP4.error:
            return "NO", []
        return status, list(found)

    def _away(self, error: Exception) -> MailboxAway:
        slow = isinstance(error, TimeoutError | socket.timeout)
        why = "takes too long to answer" if slow else "does not answer as a mail server does"
        return MailboxAway(
            f"{self._place.shown} {why}.",
            hint="Check host and port; letters that were not taken in lie there still.",
            server=self._place.shown,
            problem=str(error),
        )

    def _hang_up(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            with suppress(OSError):
                line.shutdown()


def _quoted(name: str) -> str:
    """A mailbox's name as a command has it: other letters than ASCII in modified UTF-7 (RFC 3501, 5.1.3)."""
    import base64

    out, other = [], ""

    def flush() -> None:
        nonlocal other
        if other:
            packed = base64.b64encode(other.encode("utf-16-be")).decode("ascii").rstrip("=").replace("/", ",")
            out.append(f"&{packed}-")
            other = ""

    for letter in name:
        if 0x20 <= ord(letter) <= 0x7E:
            flush()
            out.append("&-" if letter == "&" else letter)
        else:
            other += letter
    flush()
    return '"' + "".join(out).replace("\\", "\\\\").replace('"', '\\"') + '"'
