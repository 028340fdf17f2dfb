"""XML from strangers, read by expat without ever looking at a document type: no entities of theirs, nothing loaded, no bombs.

A message of business needs no DTD, so one is refused where it begins, before an entity could be declared (ADR 0025). Depth and
the number of elements have limits; names are given as 'namespace}name'.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn
from xml.etree import ElementTree as ET
from xml.parsers import expat

from app.integrations.channels.orders.common import clean, unreadable

MOST_ELEMENTS = 200_000
DEEPEST = 60
MOST_ATTRIBUTES = 50


class _Refused(Exception):
    """Raised out of expat's handlers; the text says why."""


def parse(name: str, data: bytes) -> ET.Element:
    """The root of a document.

    Raises:
        Unreadable: it is no XML, has a document type, or is deeper or longer than any message.
    """
    builder = ET.TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    depth, count = 0, 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > DEEPEST:
            raise _Refused(f"it is nested deeper than {DEEPEST} elements")
        if count > MOST_ELEMENTS or len(attributes) > MOST_ATTRIBUTES:
            raise _Refused(f"it has more than {MOST_ELEMENTS} elements, or too many attributes")
        builder.start(tag, attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(tag)

    def doctype(*_: object) -> NoReturn:
        raise _Refused("it has a document type (DOCTYPE), which no message of business needs")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = doctype
    parser.EntityDeclHandler = doctype
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        what = clean(expat.ErrorString(error.code) or "it is broken", 80)
        raise unreadable(name, f"it is no sound XML at line {error.lineno}: {what}") from error
    except (_Refused, ValueError, LookupError) as error:
        raise unreadable(name, clean(str(error))) from error
    return builder.close()


def local(element: ET.Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


class Node:
    """An element of UBL, asked for its parts by their names; what is not there is empty."""

    def __init__(self, element: ET.Element | None) -> None:
        self.element = element

    def __bool__(self) -> bool:
        return self.element is not None

    def each(self, name: str) -> Iterator[Node]:
        """Every child of a name."""
        if self.element is not None:
            for child in self.element:
                if local(child) == name:
                    yield Node(child)

    def at(self, path: str) -> Node:
        """The first descendant along a path 'Party/PartyName/Name'."""
        found = self
        for name in path.split("/"):
            found = next(found.each(name), NOTHING)
        return found

    def text(self, path: str = "") -> str:
        """The text there, without blanks around it."""
        node = self.at(path) if path else self
        return (node.element.text or "").strip() if node.element is not None else ""

    def attribute(self, name: str) -> str:
        """An attribute of this element."""
        return self.element.get(name, "").strip() if self.element is not None else ""


NOTHING = Node(None)
