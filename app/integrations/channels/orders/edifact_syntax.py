"""UN/EDIFACT as text: an interchange taken apart into messages of segments of elements of parts.

Sources: ISO 9735:1988 (syntax versions 1 to 3) and ISO 9735-1:1998 (version 4): UNA and the service characters, the release
character, UNB with the syntax identifier that names the character set, UNH and UNT around a message, UNZ with the count of them.
Line ends after a segment are no part of it: the standard knows none, and every program writes them.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.integrations.channels.orders.common import Notes, clean, unreadable

MOST_SEGMENTS = 200_000
LONGEST_SEGMENT = 20_000
MOST_PARTS = 2_000
CHARSETS = {
    "UNOA": "ascii",
    "UNOB": "ascii",
    "UNOC": "latin-1",
    "UNOD": "iso8859-2",
    "UNOE": "iso8859-5",
    "UNOF": "iso8859-7",
    "UNOG": "iso8859-3",
    "UNOH": "iso8859-4",
    "UNOI": "iso8859-6",
    "UNOJ": "iso8859-8",
    "UNOK": "iso8859-9",
    "UNOW": "utf-8",
    "UNOY": "utf-8",
}
"""What the syntax identifier says of the bytes. Levels A and B allow fewer letters still; nobody keeps to that."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The service characters of an interchange; `decimal` is the mark that numbers are written with."""

    part: str = ":"
    element: str = "+"
    decimal: str = "."
    release: str = "?"
    end: str = "'"


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment by its tag, with its elements, each of them a tuple of parts; `place` counts from 1 in the file."""

    tag: str
    elements: tuple[tuple[str, ...], ...]
    place: int

    def part(self, element: int, part: int = 0) -> str:
        """A part by its place, from 0; '' where it was left out."""
        if element < len(self.elements) and part < len(self.elements[element]):
            return self.elements[element][part]
        return ""


@dataclass(slots=True)
class Message:
    """What stands between UNH and UNT, both of them included, with the interchange's head and what is odd about them."""

    interchange: Segment
    segments: list[Segment]
    marks: Marks
    notes: Notes

    @property
    def type(self) -> str:
        """ORDERS, DESADV ..."""
        return self.segments[0].part(1)

    @property
    def release(self) -> str:
        """D.96A: version and release of the directory."""
        return f"{self.segments[0].part(1, 1)}.{self.segments[0].part(1, 2)}"


def looks_like(data: bytes) -> bool:
    """Whether bytes begin as an interchange does."""
    head = data[:64].removeprefix(codecs.BOM_UTF8).lstrip(b" \t\r\n")
    return head.startswith(b"UNA") or (head.startswith(b"UNB") and len(head) > 3 and not head[3:4].isalnum())


def messages(name: str, data: bytes) -> list[Message]:
    """Every message of every interchange in the bytes.

    Raises:
        Unreadable: they are no interchange, or it was cut.
    """
    if not looks_like(data):
        raise unreadable(name, "it does not begin with UNA or UNB")
    if b"\0" in data:
        raise unreadable(name, "it holds a NUL byte")
    notes = Notes()
    text = _text(name, data.removeprefix(codecs.BOM_UTF8), notes)
    found = list(_interchanges(name, text, notes))
    if not found:
        raise unreadable(name, "it holds no message")
    return found


def _text(name: str, data: bytes, notes: Notes) -> str:
    """The bytes as the syntax identifier says; as another set, with an oddity, where they cannot be that."""
    at = data.find(b"UNB", 0, 2_000)
    identifier = data[at + 4 : at + 8].decode("ascii", "replace") if at >= 0 else ""
    said = CHARSETS.get(identifier)
    if said is None:
        raise unreadable(name, f"its character set {clean(identifier, 8)!r} is not known")
    used = said
    if not data.isascii():
        fits = [one for one in (said, "utf-8", "cp1252") if _fits(data, one)]
        if not fits:
            raise unreadable(name, f"its bytes are no text in the character set {identifier}")
        # Bytes that are UTF-8 in full are hardly ever meant as anything else; and Latin-1 has no letters at 0x80 to 0x9F.
        used = "utf-8" if "utf-8" in fits else fits[0]
        if used == "latin-1" and any(0x80 <= byte < 0xA0 for byte in data) and "cp1252" in fits:
            used = "cp1252"
    if used != said:
        notes.add("charset", said=identifier, found=used)
    return data.decode(used)


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _interchanges(name: str, text: str, notes: Notes) -> Iterator[Message]:
    head: Segment | None = None
    current: Message | None = None
    inside: list[Message] = []
    for segment, marks in _segments(name, text):
        tag = segment.tag
        if tag == "UNB":
            if head is not None:
                raise unreadable(
                    name, f"an interchange begins at segment {segment.place} before the last one ended"
                )
            head, inside = segment, []
        elif head is None:
            raise unreadable(name, f"segment {segment.place} ({tag}) stands before UNB")
        elif tag == "UNZ":
            if current is not None:
                raise unreadable(name, f"UNZ at segment {segment.place} cuts a message off")
            _check_interchange(head, segment, inside)
            yield from inside
            head = None
        elif tag == "UNH":
            if current is not None:
                raise unreadable(
                    name, f"a message begins at segment {segment.place} before the last one ended"
                )
            current = Message(head, [segment], marks, Notes(list(notes.found)))
        elif tag == "UNT":
            if current is None:
                raise unreadable(name, f"UNT at segment {segment.place} ends no message")
            current.segments.append(segment)
            _check_message(current)
            inside.append(current)
            current = None
        elif current is not None:
            current.segments.append(segment)
        elif tag not in ("UNG", "UNE"):
            raise unreadable(name, f"segment {segment.place} ({tag}) stands outside of a message")
    if current is not None or head is not None:
        raise unreadable(name, "it ends before its last segment UNZ; it was cut")


def _check_message(message: Message) -> None:
    """Hold UNT against the message: how many segments it says, and which one it ends."""
    first, last = message.segments[0], message.segments[-1]
    said = last.part(0)
    if said != str(len(message.segments)):
        message.notes.add(
            "count", "", "stops", what="UNT", said=clean(said, 20), found=str(len(message.segments))
        )
    if last.part(1) != first.part(0):
        message.notes.add(
            "reference", "", "warns", what="UNT", said=clean(last.part(1), 40), found=clean(first.part(0), 40)
        )


def _check_interchange(head: Segment, end: Segment, inside: Sequence[Message]) -> None:
    """Hold UNZ against the interchange: how many messages it says, and which one it ends."""
    for message in inside:
        if end.part(0) != str(len(inside)):
            message.notes.add(
                "count", "", "stops", what="UNZ", said=clean(end.part(0), 20), found=str(len(inside))
            )
        if end.part(1) != head.part(4):
            message.notes.add(
                "reference",
                "",
                "warns",
                what="UNZ",
                said=clean(end.part(1), 40),
                found=clean(head.part(4), 40),
            )


def _segments(name: str, text: str) -> Iterator[tuple[Segment, Marks]]:
    """Segment by segment, each with the service characters in force."""
    marks, place, at = Marks(), 0, 0
    while True:
        while at < len(text) and text[at] in " \t\r\n":
            at += 1
        if at >= len(text):
            return
        if text.startswith("UNA", at):
            marks = _service(name, text[at + 3 : at + 9])
            at += 9
            continue
        if text.startswith("UNB\x1d", at):
            marks = Marks("\x1f", "\x1d", ".", "", "\x1c")  # level B as the standard wrote it, for machines
        place += 1
        if place > MOST_SEGMENTS:
            raise unreadable(name, f"it has more than {MOST_SEGMENTS} segments")
        elements, at = _elements(name, text, at, marks, place)
        tag = elements[0][0]
        if not (len(tag) == 3 and tag.isascii() and tag.isalnum() and tag.isupper()):
            raise unreadable(name, f"segment {place} begins with {clean(tag, 20)!r}, which is no tag")
        yield Segment(tag, tuple(elements[1:]), place), marks


def _service(name: str, six: str) -> Marks:
    part, element, decimal, release, _, end = (*six, *"      ")[:6]
    marks = Marks(part, element, decimal, release.strip(), end)
    used = [part, element, end, *marks.release]
    if len(six) < 6 or len(set(used)) != len(used) or any(one.isalnum() or one == " " for one in used):
        raise unreadable(name, f"its service characters {clean(six, 6)!r} cannot be")
    return marks


def _elements(name: str, text: str, at: int, marks: Marks, place: int) -> tuple[list[tuple[str, ...]], int]:
    """The elements of the segment that begins at a place, and where the next one begins."""
    elements: list[tuple[str, ...]] = []
    parts: list[str] = []
    letters: list[str] = []
    limit = min(len(text), at + LONGEST_SEGMENT)
    count = 0
    while at < limit:
        letter = text[at]
        at += 1
        if letter == marks.release and marks.release:
            if at < limit:
                letters.append(text[at])
                at += 1
        elif letter in (marks.part, marks.element, marks.end):
            parts.append("".join(letters))
            letters = []
            count += 1
            if letter != marks.part:
                elements.append(tuple(parts))
                parts = []
            if letter == marks.end:
                return elements, at
            if count > MOST_PARTS:
                raise unreadable(name, f"segment {place} has more than {MOST_PARTS} elements")
        elif letter not in "\r\n":
            letters.append(letter)
    if at >= len(text):
        raise unreadable(name, f"it ends within segment {place}; it was cut")
    raise unreadable(name, f"segment {place} is longer than {LONGEST_SEGMENT} characters")
