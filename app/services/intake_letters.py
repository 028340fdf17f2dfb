"""Letters that bring orders: each attachment a file of its own, and a letter without any kept as it is, to be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from functools import partial

from app.integrations.channels.orders.common import clean
from app.integrations.channels.reading import Oddity
from app.integrations.mailbox import Letter
from app.integrations.mailbox.imap import TAKEN
from app.services.context import Context
from app.services.intake_files import Came, Way, file_unread, take_file
from app.services.intake_looking import words_of
from app.services.intake_terms import FiledMessage

LONGEST_NAME = 120
ORNAMENTS = ("image/",)
"""What stands inside a letter's HTML as its picture, and is no attachment."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a letter; `place` is its part, counted through the whole letter."""

    place: int
    name: str
    data: bytes


def take_letter(ctx: Context, way: Way, letter: Letter) -> tuple[FiledMessage, ...]:
    """File what a letter brings; the same letter again gives what was filed before.

    Raises:
        NotAllowed: the person may not take orders in.
    """
    message = message_from_bytes(letter.data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    sender, subject = sender_of(message), _head(message, "Subject")
    key = f"imap:{way.source_id}:{letter.key}"
    note = clean_note(message) if letter.whole else ""
    if not letter.whole:
        size = str(max(1, letter.size // 1024**2))
        odd = Oddity("attachment_too_large", "stops", facts={"size": size, "where": TAKEN})
        return file_unread(ctx, way, Came(_letter_name(subject), key, sender, subject), letter.data, odd)
    filed: list[FiledMessage] = []
    for one in attachments_of(message):
        came = Came(one.name, f"{key}:{one.place}", sender, subject, note)
        filed += take_file(ctx, way, came, one.data)
    if filed:
        return tuple(filed)
    came = Came(_letter_name(subject), key, sender, subject, note)
    return file_unread(ctx, way, came, letter.data, Oddity("letter", "stops"))


def attachments_of(message: EmailMessage) -> Iterator[Attachment]:
    """The files of a letter, those of letters inside it, too; pictures that stand in its text are none."""
    for place, part in enumerate(message.walk()):
        if part.is_multipart():
            continue
        kind = _quiet(part.get_content_type) or "application/octet-stream"
        name, disposition = _quiet(part.get_filename), _quiet(part.get_content_disposition)
        if not name and (kind.startswith("text/") or disposition != "attachment") and not _edi(kind):
            continue
        if kind.startswith(ORNAMENTS) and (
            disposition == "inline" or _quiet(partial(part.get, "Content-ID"))
        ):
            continue
        data = part.get_payload(decode=True)
        if not isinstance(data, bytes) or not data:
            continue
        yield Attachment(place, _file_name(name, kind, place), data)


def _quiet(ask: Callable[[], object]) -> str:
    """What a part says of itself; nothing where its head is spoilt, which the email package tells in several ways."""
    with suppress(LookupError, ValueError, AttributeError, TypeError, AssertionError):
        return str(ask() or "")
    return ""


def _edi(kind: str) -> bool:
    return kind.lower() in (
        "application/edifact",
        "application/edi-x12",
        "application/xml",
        "text/xml",
        "text/csv",
    )


def _file_name(name: str, kind: str, place: int) -> str:
    plain = clean(name.replace("\\", "/").rpartition("/")[2], LONGEST_NAME)
    if plain:
        return plain
    ending = {"application/edifact": "edi", "application/xml": "xml", "text/xml": "xml", "text/csv": "csv"}
    return f"attachment-{place}.{ending.get(kind.lower(), 'bin')}"


def sender_of(message: EmailMessage) -> str:
    """The address of who sent it; what stands there instead where it is none."""
    said = _head(message, "From")
    return clean(parseaddr(said)[1] or said)


def clean_note(message: EmailMessage) -> str:
    """What the letter says, for whoever reads what it brought."""
    return words_of(message)[:2_000]


def _head(message: EmailMessage, name: str) -> str:
    return clean(_quiet(partial(message.get, name)))


def _letter_name(subject: str) -> str:
    return f"{subject[:LONGEST_NAME] or 'letter'}.eml".replace("/", "-")
