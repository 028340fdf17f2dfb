"""Letters as they are stored: an RFC 5322 message without sender and date, which are added when it is sent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage

from app.errors import BadInput

LONGEST = 254
"""Characters of an address: RFC 5321, 4.5.3.1.3, less the brackets."""
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*", re.ASCII)
_LABEL = re.compile(r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Mail:
    """A stored letter as people read it."""

    to: str
    subject: str
    text: str
    attached: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes with a letter; `media_type` as application/pdf."""

    name: str
    media_type: str
    data: bytes


def mail_address(text: str) -> str:
    """A mail address as RFC 5321 writes it (a dot-string and a domain, that in its ASCII form).

    Raises:
        BadInput: it is none; so no second receiver and no further header can be smuggled in.
    """
    local, at, domain = text.strip().rpartition("@")
    plain = ""
    if at and domain and _LOCAL.fullmatch(local) and len(local) <= 64:
        try:
            plain = domain.encode("idna").decode("ascii").lower()
        except UnicodeError:
            plain = ""
    labels = plain.split(".")
    if len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels):
        plain = ""
    if not plain or len(local) + 1 + len(plain) > LONGEST:
        raise BadInput(
            f"{text!r} is no mail address.", hint="Write it as name@example.com.", field="email", value=text
        )
    return f"{local}@{plain}"


def compose(to: str, subject: str, text: str, html: str, attached: Sequence[Attached] = ()) -> bytes:
    """A letter to one address, in plain text and HTML, with files. The same content gives the same bytes.

    Raises:
        BadInput: the address is none, or the subject holds a line break.
    """
    if len(subject.splitlines()) > 1 or not subject.isprintable():
        raise BadInput("The subject of a letter is one line.", field="subject", value=subject)
    message = EmailMessage(policy=policy.SMTP)
    message["To"] = mail_address(to)
    message["Subject"] = subject
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no out-of-office answers
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    if attached:
        message.make_mixed()
        (body,) = message.iter_parts()
        body.set_boundary("=_quai_body_=")
    for one in attached:
        main, _, sub = one.media_type.partition("/")
        message.add_attachment(one.data, maintype=main, subtype=sub, filename=one.name)
    message.set_boundary("=_quai_letter_=")
    return message.as_bytes()


def open_mail(letter: bytes) -> Mail:
    """A stored letter, as it is shown."""
    message = message_from_bytes(letter, policy=policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("plain",))
    text = str(body.get_content()) if body is not None else ""
    names = tuple(part.get_filename() or "" for part in message.iter_attachments())
    return Mail(str(message["To"]), str(message["Subject"]), text.replace("\r\n", "\n"), names)
