"""The details of a product's stock: where it lies, who holds it, what is to come; or what lies in a place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from app.qt.format import count, day
from app.qt.widgets import Drawer, FactRow, Label, Pill, Rule, Section
from app.qt.words import mark, tr
from app.queries.places import InPlace, Place
from app.queries.stock import Holder, Incoming, LevelRow, Lying
from app.views.parts import floor_words
from app.views.parts.lines import Lines


class StockDrawer(Drawer):
    """Beside the stock levels. `go(screen, target)` leads to what a number names."""

    def __init__(self, go: Callable[[str, object], None]) -> None:
        super().__init__(mark("Stock card"))
        self._go = go
        self._product = 0
        self.name = Label(tone="text2", wrap=True)
        self.state = Pill()
        self.facts = {
            name: FactRow(words)
            for name, words in (
                ("on_hand", mark("On hand")),
                ("sellable", mark("For sale")),
                ("reserved", mark("Reserved")),
                ("available", mark("Available")),
            )
        }
        self.where, self.held, self.coming = (
            Section(mark("Where it lies")),
            Section(mark("Promised to")),
            Section(mark("Incoming")),
        )
        self.lying, self.holders, self.incoming = Lines(), Lines(), Lines()
        self.body.addWidget(self.name)
        self.body.addWidget(self.state)
        for fact in self.facts.values():
            self.body.addWidget(fact)
        self._more: list[Section | Lines | Rule] = []
        for section, lines in (
            (self.where, self.lying),
            (self.held, self.holders),
            (self.coming, self.incoming),
        ):
            rule = Rule()
            for widget in (rule, section, lines):
                self.body.addWidget(widget)
            if section is not self.where:
                self._more += [rule, section, lines]
        self.body.addStretch(1)

    def begin(self, row: LevelRow) -> None:
        """Show another product; the rest follows when it was read."""
        self.show()
        self._product = row.id
        self.set_title(row.sku)
        self.name.say(row.name)
        if row.available < 0:
            self.state.set(mark("Short by {pieces}"), "stop", "alert-triangle", pieces=count(-row.available))
        elif row.available < row.reorder_point:
            self.state.set(mark("Below the reorder point"), "warn", "alert-circle")
        elif row.sellable == 0:
            self.state.set(mark("Out of stock"), "warn", "alert-circle")
        else:
            self.state.set(mark("Can be promised"), "good", "check-circle")
        self._is_place(False)
        for name, value in (
            ("on_hand", row.on_hand),
            ("sellable", row.sellable),
            ("reserved", row.reserved),
            ("available", row.available),
        ):
            self.facts[name].set_value(count(value), "stop" if value < 0 else "text")

    def _is_place(self, place: bool) -> None:
        for widget in (*self._more, *self.facts.values(), self.state, self.open_button):
            widget.setVisible(not place)

    def fill(self, found: tuple[int, Sequence[Lying], Sequence[Holder], Sequence[Incoming]]) -> None:
        """Show what was read of the product."""
        product_id, lying, holders, coming = found
        if product_id != self._product:
            return
        self.where.heading.set(mark("Where it lies"))
        self.where.set_figure("")
        self.lying.clear()
        for one in lying:
            held = tr("{held} claimed", held=count(one.allocated)) if one.allocated else ""
            words = _lot(one.lot, one.status)
            under = " · ".join(part for part in (_until(one), held) if part)
            self.lying.add(one.place, words, count(one.on_hand), under=under)
        if not lying:
            self.lying.say(tr("It lies nowhere."))
        self.holders.clear()
        for holder in holders:
            self.holders.add(
                holder.number,
                day(holder.promised_on),
                count(holder.reserved + holder.picked),
                act=partial(self._go, "shipments", holder.shipment_id),
                under=f"{floor_words.of(floor_words.SHIPMENTS, holder.state)} · {holder.order_number}",
            )
        if not holders:
            self.holders.say(tr("Nothing is promised."))
        self.incoming.clear()
        for purchase in coming:
            self.incoming.add(
                purchase.number,
                day(purchase.expected_on),
                count(purchase.missing),
                act=partial(self._go, "goods-in", purchase.purchase_order_id),
                under=purchase.supplier,
            )
        if not coming:
            self.incoming.say(tr("Nothing is on order."))

    def show_place(self, place: Place | None, inside: Sequence[InPlace]) -> None:
        """Show what lies in a place instead."""
        if place is None:
            return
        self.show()
        self._product = 0
        self.set_title(place.code)
        self.name.say(
            tr("Goods here are for sale.") if place.sellable else tr("Goods here are not for sale.")
        )
        self._is_place(True)
        self.where.heading.set(mark("Lies here"))
        self.where.set_figure(count(sum(one.on_hand for one in inside)))
        self.lying.clear()
        for one in inside:
            held = tr("{held} claimed", held=count(one.allocated)) if one.allocated else ""
            under = " · ".join(part for part in (_lot(one.lot, one.status), _until(one), held) if part)
            act = partial(self._go, "stock", one.product_id)
            self.lying.add(one.sku, one.name, count(one.on_hand), act=act, under=under)
        if not inside:
            self.lying.say(tr("The place is empty."))


def _lot(code: str, status: str) -> str:
    """A lot and, where it is not for sale, why."""
    words = tr("Lot {lot}", lot=code) if code else ""
    if status == "ok":
        return words
    return " · ".join(part for part in (words, tr(floor_words.LOTS.get(status, status))) if part)


def _until(one: Lying | InPlace) -> str:
    return tr("until {day}", day=day(one.expires_on)) if one.expires_on else ""
