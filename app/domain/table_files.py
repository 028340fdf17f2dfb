"""What every small table that is kept as text shares: the bytes of its file as text, and a line that cannot be used."""

from __future__ import annotations

from dataclasses import dataclass

from app.errors import BadInput

MOST_BYTES = 4 * 1024 * 1024
"""Of a file that is read into a table."""


@dataclass(frozen=True, slots=True)
class LineProblem:
    """A line that cannot be used, in which column ('' where it is not one alone), and why."""

    line: int
    column: str
    why: str


def text_of(data: bytes, name: str) -> str:
    """The text of a file: UTF-8, or what spreadsheets write on a Western Windows.

    Raises:
        BadInput: it is too large, or no text.
    """
    if len(data) > MOST_BYTES:
        raise BadInput(f"{name} is too large for a table.", hint="Split it into several files.", file=name)
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise BadInput(f"{name} is no text.", hint="Save the spreadsheet as CSV.", file=name)
