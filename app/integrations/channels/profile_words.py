"""Say a decoder's refusal of a profile in plain words: the place, what was found, what belongs there."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator
from difflib import get_close_matches

import msgspec

from app.integrations.channels import profile as p

_UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>[^`]*)`(?: - at `\$(?P<path>.*)`)?", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(?P<key>[^`]*)`(?: - at `\$(?P<path>.*)`)?", re.DOTALL)
_WRONG = re.compile(r"(?P<what>.*?)(?: - at `\$(?P<path>.*)`)?", re.DOTALL)
_TYPES = {
    "str": "text in quotes",
    "int": "a whole number",
    "bool": "true or false",
    "array": "a list in square brackets",
    "object": "a table",
    "float": "a number with a point",
}


def say_plainly(message: str) -> str:
    """A decoder's refusal in the words of the profile: the place, what was found, and what belongs there."""
    unknown = _UNKNOWN.fullmatch(message)
    if unknown:
        place = _place(unknown["path"])
        known = list(_struct_at(place).__struct_encode_fields__)
        close = get_close_matches(unknown["key"], known, n=1)
        guess = f" Did you mean {close[0]}?" if close else ""
        return (
            f"{_bracket(place)} has an unknown key '{unknown['key']}'.{guess} Known here: {', '.join(known)}."
        )
    missing = _MISSING.fullmatch(message)
    if missing:
        return f"{_bracket(_place(missing['path']))} lacks '{missing['key']}'. Add it."
    wrong = _WRONG.fullmatch(message)
    what, path = (wrong["what"], _place(wrong["path"])) if wrong else (message, "")
    if what.startswith("Invalid enum value"):
        owner, _, key = path.rpartition(".")
        allowed = _allowed(_struct_at(owner), key)
        return (
            f"[{path}]: {what[len('Invalid enum value ') :]} is not known. Use one of {', '.join(allowed)}."
        )
    what = re.sub(r"`([a-z |]+)`", lambda found: _types(found[1]), what)
    return f"{_bracket(path)}: {what.replace('Expected ', 'expected ').replace(', got ', ', found ')}."


def _struct_at(place: str) -> type[msgspec.Struct]:
    """The struct that stands at a dotted place of the profile."""
    struct: type[msgspec.Struct] = p.Profile
    for key in filter(None, place.split(".")):
        hint = typing.get_type_hints(struct).get(key)
        inner = [one for one in _flatten(hint) if isinstance(one, type) and issubclass(one, msgspec.Struct)]
        if not inner:
            return p.ColumnSpec
        struct = inner[0]
    return struct


def _allowed(struct: type[msgspec.Struct], key: str) -> list[str]:
    return [one for one in _flatten(typing.get_type_hints(struct).get(key)) if isinstance(one, str)]


def _flatten(hint: object) -> Iterator[object]:
    inner = typing.get_args(hint)
    if not inner:
        yield hint
    for one in inner:
        yield from _flatten(one)


def _types(names: str) -> str:
    return " or ".join(_TYPES.get(name, name) for name in names.split(" | ") if name != "null")


def _place(path: str | None) -> str:
    return re.sub(r"\[\d*\.*\]", "", path or "").lstrip(".")


def _bracket(place: str) -> str:
    return f"[{place}]" if place else "The profile"
