"""Order rules as they are kept: conditions and actions as JSON text, read strictly."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from app.domain.order_rules import (
    Action,
    Condition,
    Conditions,
    checked_actions,
    checked_conditions,
)
from app.errors import BadInput


def conditions_text(when: Conditions) -> str:
    """Conditions as JSON text; the same conditions are the same text."""
    rows = [
        {"about": one.about, "is": list(one.values)} | ({"not": True} if one.otherwise else {})
        for one in when.of
    ]
    return _text({"match": "any" if when.any else "all", "of": rows})


def actions_text(then: Sequence[Action]) -> str:
    """Actions as JSON text; the same actions are the same text."""
    rows = []
    for one in then:
        row = {name: value for name, value in asdict(one).items() if value}
        rows.append(row | ({"until": one.until.isoformat()} if one.until else {}))
    return _text(rows)


def read_conditions(text: str) -> Conditions:
    """Conditions of their text.

    Raises:
        BadInput: it is no such text, and why.
    """
    whole = _mapping(_json(text, "conditions"), "conditions", {"match", "of"})
    if whole.get("match") not in ("all", "any"):
        raise _unread("conditions", "'match' is neither 'all' nor 'any'")
    found: list[Condition] = []
    for row in _list(whole.get("of"), "conditions"):
        one = _mapping(row, "conditions", {"about", "is", "not"})
        values = _list(one.get("is", []), "conditions")
        about, other = one.get("about"), one.get("not", False)
        if not isinstance(about, str) or not all(isinstance(value, str) for value in values):
            raise _unread("conditions", "'about' and the values must be texts")
        if not isinstance(other, bool):
            raise _unread("conditions", "'not' must be true or false")
        found.append(Condition(about, tuple(values), other))
    return checked_conditions(Conditions(whole["match"] == "any", tuple(found)))


def read_actions(text: str) -> tuple[Action, ...]:
    """Actions of their text.

    Raises:
        BadInput: it is no such text, and why.
    """
    found: list[Action] = []
    for row in _list(_json(text, "actions"), "actions"):
        one = _mapping(row, "actions", {"do", "value", "days", "until"})
        days = one.get("days", 0)
        if not all(isinstance(one.get(name), str) for name in ("do", "value")):
            raise _unread("actions", "'do' and 'value' must be texts")
        if type(days) is not int:
            raise _unread("actions", "'days' must be a whole number")
        until = one.get("until")
        try:
            day = None if until is None else date.fromisoformat(until)
        except (TypeError, ValueError):
            raise _unread("actions", "'until' must be a day as 2026-01-31") from None
        found.append(Action(one["do"], one["value"], days, day))
    return checked_actions(found)


def _unread(what: str, why: str) -> BadInput:
    return BadInput(f"The {what} of the rule cannot be read: {why}.", hint="Write the rule anew.", field=what)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _json(text: str, what: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise _unread(what, "it is no JSON text") from None


def _mapping(value: Any, what: str, names: set[str]) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _unread(what, "a mapping was expected")
    if strange := sorted(set(value) - names):
        raise _unread(what, f"it holds {strange[0]!r}")
    return value


def _list(value: Any, what: str) -> list[Any]:
    if not isinstance(value, list):
        raise _unread(what, "a list was expected")
    return value
