"""Small steps that many use cases share: checked fields, rows that are made only once, the warehouse's own day."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, cast
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from app.database import Transaction
from app.errors import BadInput, NotFound
from app.models import Base, Blob

CODE_LENGTH = 64
NOTE_LENGTH = 4000
_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the order of what is read: on a paper they would make one text look like another."""


def code_field(value: str, what: str) -> str:
    """A code as it may be stored and printed: trimmed, 1 to 64 printable characters.

    Raises:
        BadInput: it is empty, too long or holds characters that no scanner sends.
    """
    code = value.strip()
    if not code or len(code) > CODE_LENGTH or not code.isprintable():
        raise BadInput(
            f"{value!r} cannot be a {what}.",
            hint=f"A {what} has 1 to {CODE_LENGTH} printable characters.",
            field=what,
            value=value,
        )
    return code


def text_field(value: str, what: str) -> str:
    """A name that must not be empty, trimmed.

    Raises:
        BadInput: it is empty or holds a NUL.
    """
    text = value.strip()
    if not text or "\0" in text:
        raise BadInput(f"The {what} is missing.", hint=f"Enter the {what}.", field=what, value=value)
    return text


def free_text(value: str, what: str, longest: int = NOTE_LENGTH) -> str:
    """A text that somebody writes, trimmed; it may be empty.

    Raises:
        BadInput: it is too long, or holds characters that can be neither stored nor printed.
    """
    text = value.strip()
    if len(text) > longest:
        raise BadInput(
            f"The {what} has {len(text)} characters.",
            hint=f"Shorten it to {longest}.",
            field=what,
            longest=longest,
        )
    if any((ord(letter) < 32 and letter not in "\n\t") or letter in _DIRECTIONS for letter in text):
        raise BadInput(
            f"The {what} holds characters that cannot be printed.",
            hint="Type it instead of pasting it.",
            field=what,
        )
    return text


def insert_new(tx: Transaction, model: type[Base], values: Mapping[str, Any]) -> int | None:
    """Insert a row unless one with the same key is there; its id, or None where it was there.

    On PostgreSQL this waits for another desk that makes the same row at this moment, so that a look-up after None finds it.
    """
    dialect = postgresql if tx.postgresql else sqlite
    table = cast("sa.Table", model.__table__)
    statement = dialect.insert(table).values(dict(values)).on_conflict_do_nothing().returning(table.c.id)
    made: int | None = tx.execute(statement).scalar_one_or_none()
    return made


def must_find(row: Any, what: str, row_id: int) -> Any:
    """The row, which must be there.

    Raises:
        NotFound: there is none.
    """
    if row is None:
        raise NotFound(f"There is no {what} {row_id}.", hint="Look it up again.", what=what, id=row_id)
    return row


def local_day(instant: datetime, time_zone: str) -> date:
    """The calendar day of an instant in a warehouse: promises, holds and expiry dates are local days."""
    return instant.astimezone(ZoneInfo(time_zone)).date()


def insert_blob(tx: Transaction, data: bytes, media_type: str) -> str:
    """Store bytes once, under their SHA-256; gives the hash."""
    sha = hashlib.sha256(data).hexdigest()
    dialect = postgresql if tx.postgresql else sqlite
    row = {"sha256": sha, "media_type": media_type, "bytes": data}
    if tx.execute(dialect.insert(Blob).values(row).on_conflict_do_nothing()).rowcount:
        tx.changed("blob")
    return sha
