"""The details of a pick list, or of a shipment that waits for one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from app.qt.format import count, day, moment
from app.qt.widgets import Drawer, FactRow, Label, Pill, Rule, Section
from app.qt.words import mark, tr
from app.queries.pick_lists import PickRow, ShipmentContent, TaskRow
from app.views.parts import floor_words
from app.views.parts.floor_words import LISTS, SHIPMENTS, TASKS
from app.views.parts.lines import Lines, Link


def packs_in_words(packs: Sequence[tuple[int, int]]) -> str:
    """A quantity as a hand takes it: "2 packs of 6 + 3"."""
    parts = [
        tr("{packs} \N{MULTIPLICATION SIGN} {size}", packs=count(number), size=count(size))
        for size, number in packs
        if size > 1
    ]
    parts += [count(number) for size, number in packs if size == 1]
    return " + ".join(parts)


class PickDrawer(Drawer):
    """Beside the table of pick lists. `go(screen, target)` leads to what a number names."""

    def __init__(self, go: Callable[[str, object], None]) -> None:
        super().__init__()
        self._go = go
        self._key: tuple[str, int] = ("", 0)
        self.who = Label(role="strong", wrap=True)
        self.state = Pill()
        self.facts = {
            name: FactRow(words)
            for name, words in (
                ("due", mark("Promise")),
                ("carrier", mark("Carrier")),
                ("at", mark("Made")),
                ("progress", mark("Picked")),
            )
        }
        self.order = Link("", lambda: self._go("orders", self._order))
        self._order: int | None = None
        self.section, self.lines = Section(mark("Lines")), Lines()
        for widget in (
            self.who,
            self.state,
            *self.facts.values(),
            self.order,
            Rule(),
            self.section,
            self.lines,
        ):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def begin(self, row: PickRow) -> None:
        """Show another row; its lines follow when they were read."""
        self.show()
        other = (row.kind, row.id) != self._key
        self._key = (row.kind, row.id)
        self.set_title(row.number)
        is_list = row.kind == "list"
        self.who.say(row.who)
        self.who.setVisible(bool(row.who))
        table = LISTS if is_list else SHIPMENTS
        icon, tone, words = ("pause", "stop", mark("On hold")) if row.held else table[row.state]
        self.state.set(words, {"text2": "neutral", "text3": "neutral"}.get(tone, tone), icon)
        self.facts["due"].set_value(day(row.due) or tr("none"))
        self.facts["carrier"].set_value(row.carrier or tr("own delivery"))
        self.facts["at"].set_value(moment(row.at))
        self.facts["progress"].set_value(
            tr("{done} of {lines}", done=count(row.done), lines=count(row.lines))
        )
        for name in ("due", "carrier"):
            self.facts[name].setVisible(not is_list)
        for name in ("at", "progress"):
            self.facts[name].setVisible(is_list)
        self._order = row.order_id
        self.order.name(row.order_number)
        self.order.setVisible(bool(row.order_number))
        if other:
            self.lines.clear()
        self.section.set_figure(count(row.lines))

    def fill(self, row: PickRow, found: Sequence[Any]) -> None:
        """Show the lines of the row."""
        if (row.kind, row.id) != self._key:
            return
        self.lines.clear()
        for line in found:
            if isinstance(line, TaskRow):
                self._task(line)
            elif isinstance(line, ShipmentContent):
                act = partial(self._go, "stock", line.product_id)
                self.lines.add(line.sku, line.name, count(line.qty), act=act)

    def _task(self, line: TaskRow) -> None:
        tone = {"open": "text", "done": "text3", "short": "warn"}[line.state]
        words = packs_in_words(line.packs)
        parts = (
            line.sku,
            tr("Lot {lot}", lot=line.lot) if line.lot else "",
            line.shipment,
            floor_words.of(TASKS, line.state) if line.state != "open" else "",
        )
        self.lines.add(
            line.place, line.name, words, tone=tone, under=" · ".join(part for part in parts if part)
        )
