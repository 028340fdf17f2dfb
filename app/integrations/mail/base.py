"""Who sends mail, and how it may fail: nothing went (try again), it will never go, or nobody knows whether it went."""

from __future__ import annotations

from typing import Protocol

from app.errors import Refused, Unavailable


class MailAway(Unavailable):
    """The mail server does not answer, or cannot take mail now; nothing was sent."""

    code = "mail.away"


class MailRefused(Refused):
    """The mail server, or the form of the letter, says that this letter will never go."""

    code = "mail.refused"


class PerhapsSent(Unavailable):
    """The whole letter was given to the server, and no answer came: nobody knows whether it goes."""

    code = "mail.perhaps_sent"

    def __init__(self, server: str) -> None:
        super().__init__(
            f"The line to {server} broke after the letter was handed over; it may have been sent.",
            hint="Ask the receiver, then send it again or note it as sent.",
            server=server,
        )


class MailSender(Protocol):
    """A way for mail to leave the house."""

    def send(self, letter: bytes, key: str) -> None:
        """Send a stored letter (`compose`); `key` names it, so that receivers know a second copy.

        Raises:
            MailAway: nothing was sent; it may be tried again.
            MailRefused: it will never go.
            PerhapsSent: it may have gone.
        """
