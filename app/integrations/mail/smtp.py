"""Mail by SMTP (RFC 5321), step by step, so that it is known at each moment whether a letter may have gone."""

from __future__ import annotations

import hashlib
import re
import smtplib
import socket
import ssl
from contextlib import suppress
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime, formataddr

from app.config import MailSettings
from app.integrations.mail.base import MailAway, MailRefused, PerhapsSent
from app.integrations.mail.compose import mail_address

TIME_OUT = 30.0
"""Seconds that the server may take for one answer."""
DATA_TIME_OUT = 120.0
"""Seconds for the answer to the whole letter: servers look through it first (RFC 5321, 4.5.3.2.6 would allow ten minutes)."""
_PORTS = {"starttls": 587, "tls": 465, "none": 25}


class SmtpServer:
    """Sends letters through a server.

    Args:
        settings: Where, and as whom.
        time_out: Seconds for one answer.
        data_time_out: Seconds for the answer to the whole letter.
        context: Which certificates are trusted; those of the system without it.
    """

    def __init__(
        self,
        settings: MailSettings,
        *,
        time_out: float = TIME_OUT,
        data_time_out: float = DATA_TIME_OUT,
        context: ssl.SSLContext | None = None,
    ) -> None:
        self._settings = settings
        self._time_out, self._data_time_out = time_out, data_time_out
        self._context = context
        self._name = f"{settings.host}:{settings.port or _PORTS[settings.security]}"

    def send(self, letter: bytes, key: str) -> None:
        """Send a stored letter; see `MailSender.send`.

        Raises:
            MailAway: nothing was sent; it may be tried again.
            MailRefused: it will never go.
            PerhapsSent: it may have gone.
        """
        message = message_from_bytes(letter, policy=policy.SMTP)
        assert isinstance(message, EmailMessage)
        sender = mail_address(self._settings.sender)
        to = mail_address(str(message["To"]))
        message["From"] = formataddr((self._settings.sender_name, sender))
        message["Date"] = format_datetime(datetime.now(UTC))
        # The same letter has the same number, whoever sends it and however often.
        digest = hashlib.sha256(key.encode()).hexdigest()[:32]
        message["Message-ID"] = f"<quai-{digest}@{sender.rpartition('@')[2]}>"
        try:
            with self._open() as server:
                self._hand_over(server, sender, to, message.as_bytes(policy=policy.SMTP))
        except smtplib.SMTPServerDisconnected as error:
            raise self._away(error) from error
        except smtplib.SMTPException as error:
            raise self._said_no(error) from error
        except OSError as error:
            raise self._away(error) from error
        except UnicodeError as error:
            why = "host, user name and password are sent in plain letters and signs (ASCII), and one of them is not"
            raise self._away(OSError(why)) from error

    def _open(self) -> smtplib.SMTP:
        settings = self._settings
        port = settings.port or _PORTS[settings.security]
        context = self._context or ssl.create_default_context()
        server: smtplib.SMTP
        if settings.security == "tls":
            server = smtplib.SMTP_SSL(settings.host, port, timeout=self._time_out, context=context)
        else:
            server = smtplib.SMTP(settings.host, port, timeout=self._time_out)
        try:
            server.ehlo_or_helo_if_needed()
            if settings.security == "starttls":
                server.starttls(context=context)
                server.ehlo()
            if settings.user:
                server.login(settings.user, settings.password)
        except BaseException:
            server.close()
            raise
        return server

    def _hand_over(self, server: smtplib.SMTP, sender: str, to: str, data: bytes) -> None:
        for code, answer in (server.mail(sender), server.rcpt(to)):
            if code not in (250, 251):
                raise smtplib.SMTPResponseException(code, answer)
        code, answer = server.docmd("DATA")
        if code != 354:
            raise smtplib.SMTPResponseException(code, answer)
        lines = re.sub(rb"\r\n|\r|\n", b"\r\n", data)
        body = re.sub(rb"(?m)^\.", b"..", lines)
        server.send(body if body.endswith(b"\r\n") else body + b"\r\n")
        if server.sock is not None:
            server.sock.settimeout(self._data_time_out)
        try:
            # From the point that ends the letter on the server may have taken it, whatever becomes of its answer.
            server.send(b".\r\n")
            code, answer = server.getreply()
        except (smtplib.SMTPException, OSError) as error:
            raise PerhapsSent(self._name) from error
        if code != 250:
            raise smtplib.SMTPResponseException(code, answer)
        with suppress(smtplib.SMTPException, OSError):  # it has been taken; how we part does not matter
            server.quit()

    def _away(self, error: OSError) -> MailAway:
        why = "no answer in time" if isinstance(error, TimeoutError | socket.timeout) else str(error)
        return MailAway(
            f"The mail server {self._name} cannot be used: {_plain(why)}.",
            hint="It is tried again by itself. Check the settings if it stays so.",
            server=self._name,
        )

    def _said_no(self, error: smtplib.SMTPException) -> MailAway | MailRefused:
        """A refusal in the server's own words; what begins with 5 is for good, but not what is about us and not the letter."""
        if not isinstance(error, smtplib.SMTPResponseException):
            return self._away(OSError(str(error)))
        raw = error.smtp_error
        words = _plain(raw.decode("utf-8", "replace") if isinstance(raw, bytes) else str(raw))
        said = f"{error.smtp_code} {words}"
        about_us = isinstance(error, smtplib.SMTPAuthenticationError | smtplib.SMTPConnectError)
        if 500 <= error.smtp_code < 600 and not about_us:
            return MailRefused(
                f"The mail server {self._name} does not take this letter: {said}",
                hint="Check the address of the customer.",
                server=self._name,
            )
        return MailAway(
            f"The mail server {self._name} cannot take mail now: {said}",
            hint="It is tried again by itself. Check the settings if it stays so.",
            server=self._name,
        )


def _plain(text: str) -> str:
    """A server's words on one line, without what cannot be shown."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())[:300]
