"""Letters that the house writes its own way: a subject and a text with named blanks, as 'Your order {order} is on its way'.

Rules without database or clock. Nothing but a name stands between braces, so a text can neither fail nor look anything up when it
is filled in. A line in which a blank has nothing to say is left out: 'Your reference: {reference}' of an order without one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from app.errors import BadInput

LONGEST_SUBJECT = 150
LONGEST_BODY = 4000
_ORDER = ("order", "reference", "customer", "company")
BLANKS: Mapping[str, tuple[str, ...]] = {
    "order_confirmation": (*_ORDER, "ordered", "promised", "total"),
    "order_delay": (*_ORDER, "promised", "expected"),
}
"""The letters that can be written otherwise, each with the names of its blanks."""
_BLANK = re.compile(r"\{([^{}]*)\}")


class UnknownBlank(BadInput):
    """A text has a blank that nobody can fill in."""

    code = "template.blank"


def checked(kind: str, subject: str, body: str) -> tuple[str, str]:
    """A subject and a text that can be filled in and sent.

    Raises:
        UnknownBlank: a blank has another name than those of this letter, or a brace stands alone.
        BadInput: there is no such letter; one of them is empty or too long; the subject is more than one line; signs that cannot
            be shown.
    """
    if kind not in BLANKS:
        raise BadInput(
            f"There is no letter {kind!r}.", hint=f"Choose one of {', '.join(BLANKS)}.", field="kind"
        )
    subject = subject.strip()
    body = "\n".join(line.rstrip() for line in re.split(r"\r\n|\r|\n", body)).strip("\n")
    if len(subject.splitlines()) > 1 or not _shown(subject):
        raise BadInput("The subject of a letter is one line.", hint="Write it on one line.", field="subject")
    if not _shown(body.replace("\n", "")):
        raise BadInput(
            "The text holds signs that cannot be shown.",
            hint="Type them again instead of copying.",
            field="body",
        )
    for name, text, most in (("subject", subject, LONGEST_SUBJECT), ("body", body, LONGEST_BODY)):
        if not text.strip():
            raise BadInput(
                "A letter has a subject and a text.", hint="Fill both in, or take ours back.", field=name
            )
        if len(text) > most:
            raise BadInput(
                f"This is too long for a letter: {len(text)} characters, at most {most}.",
                hint="Shorten it.",
                field=name,
                length=len(text),
            )
        _check_blanks(kind, name, text)
    return subject, body


def _shown(text: str) -> bool:
    """Whether every sign can be shown; French sets blanks that break no line."""
    return all(sign.isprintable() or sign in "\u00a0\u202f" for sign in text)


def _check_blanks(kind: str, field: str, text: str) -> None:
    known = ", ".join(f"{{{name}}}" for name in BLANKS[kind])
    for blank in _BLANK.findall(text):
        if blank not in BLANKS[kind]:
            raise UnknownBlank(
                f"This letter has no blank called {blank}.", hint=f"It has {known}.", field=field, blank=blank
            )
    if {"{", "}"} & set(_BLANK.sub("", text)):
        raise UnknownBlank("A brace stands alone.", hint=f"Write blanks as {known}.", field=field, blank="{")


def fill(text: str, values: Mapping[str, str]) -> str:
    """A text with its blanks filled in; lines are left out in which one has nothing to say.

    A value is never looked at again: braces in it are letters like any other.
    """
    kept = [
        line
        for line in text.split("\n")
        if all(values.get(blank, "").strip() for blank in _BLANK.findall(line))
    ]
    return _BLANK.sub(lambda found: " ".join(values.get(found[1], "").splitlines()), "\n".join(kept))


def fill_line(text: str, values: Mapping[str, str]) -> str:
    """A subject with its blanks filled in, on one line whatever the values hold."""
    filled = _BLANK.sub(lambda found: values.get(found[1], ""), text)
    return " ".join("".join(sign if sign.isprintable() else " " for sign in filled).split())
