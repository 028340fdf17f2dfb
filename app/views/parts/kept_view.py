"""A kept view as text and back: what was chosen, searched and sorted, and which columns were shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from app.queries.pages import Ask
from app.queries.saved_views import ViewRow
from app.services.saved_views import ViewFields
from app.views.parts.tabs import Filter, Tab


@dataclass(frozen=True)
class Kept:
    """A view that is kept.

    Attributes:
        row: As it is stored.
        tab: The built-in view that it stands on.
        set: Conditions by name.
        text, sort, descending: As the question had them.
        columns: Keys of the shown columns in their order; none: as the person has them.
        lost: Conditions that this program does not know: they are left out, and it is said.
    """

    row: ViewRow
    tab: Tab
    set: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""
    sort: str = ""
    descending: bool = False
    columns: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()

    def ask(self) -> Ask:
        """The question that it asks."""
        return Ask(
            sort=self.sort,
            descending=self.descending,
            text=self.text,
            filters={**self.tab.filters, **self.set},
        )

    def fields(self) -> ViewFields:
        """As the service keeps it."""
        return ViewFields(self.row.name, self.row.shared, self.row.filters, self.row.columns)


def kept_text(tab: Tab, chosen: Mapping[str, Any], ask: Ask) -> str:
    """What `read_kept` reads."""
    kept = {
        "tab": tab.id,
        "set": dict(chosen),
        "text": ask.text,
        "sort": ask.sort,
        "down": ask.descending,
    }
    return msgspec.json.encode(kept, order="deterministic").decode()


def read_kept(row: ViewRow, tabs: Sequence[Tab], filters: Mapping[str, Filter]) -> Kept:
    """A view as this program understands it; what it does not know is left out and named in `lost`."""
    found, columns = _decoded(row.filters, dict), _decoded(row.columns, list)
    tab = next((one for one in tabs if one.id == found.get("tab")), tabs[0])
    chosen: dict[str, Any] = {}
    lost: list[str] = []
    given = found.get("set")
    for name, value in (given if isinstance(given, dict) else {}).items():
        try:
            chosen[name] = filters[name].restore(value)
        except (KeyError, ValueError):
            lost.append(str(name))
    return Kept(
        row,
        tab,
        chosen,
        str(found.get("text") or ""),
        str(found.get("sort") or tab.sort),
        bool(found.get("down", tab.descending)),
        tuple(str(key) for key in columns),
        tuple(lost),
    )


def _decoded(text: str, kind: type[Any]) -> Any:
    """What the text holds, or nothing of its kind."""
    try:
        found = msgspec.json.decode(text or "null")
    except msgspec.DecodeError:
        found = None
    return found if isinstance(found, kind) else kind()
