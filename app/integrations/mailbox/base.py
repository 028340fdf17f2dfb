"""What a mailbox is to us: letters that lie in it, each taken away once what it brought is safe."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from app.errors import Refused, Unavailable


class MailboxAway(Unavailable):
    """The mail server does not answer, or the line broke; whatever was not taken away lies there still."""

    code = "mailbox.away"


class MailboxRefused(Refused):
    """The mail server does not let us in, or has no such mailbox."""

    code = "mailbox.refused"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it lies in the mailbox.

    Attributes:
        key: Names it for ever: the mailbox's UIDVALIDITY and the letter's UID (RFC 3501, 2.3.1.1).
        uid: Its number there.
        size: Bytes.
        data: All of it; of one that is too large to be fetched its head alone.
        whole: Whether `data` is all of it.
    """

    key: str
    uid: int
    size: int
    data: bytes
    whole: bool = True


class Mailbox(Protocol):
    """A mailbox, open for as long as `with` lasts."""

    def __enter__(self) -> Mailbox:
        """Sign in.

        Raises:
            MailboxAway: nobody answers, or not as a mail server with TLS does.
            MailboxRefused: login or mailbox are not known there.
        """

    def __exit__(self, *what: object) -> None:
        """Sign out."""

    def letters(self, most: int) -> Iterator[Letter]:
        """The letters that were not taken away yet, the oldest first.

        Raises:
            MailboxAway: the line broke.
        """

    def take_away(self, letter: Letter) -> None:
        """Mark a letter as read and put it into the folder of those that were taken; only once what it brought is safe.

        Raises:
            MailboxAway: the line broke; the letter may come again.
        """
