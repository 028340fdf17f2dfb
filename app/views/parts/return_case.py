"""A return as it lies on the bench: what was announced, what came, what was judged, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.grading import Disposition, Grade, TooMuchReturned, allowed_dispositions
from app.queries import credits, pictures, places, returns
from app.queries.credits import Back, Reckoned
from app.queries.pages import Connection
from app.queries.pictures import Picture
from app.queries.places import Place
from app.queries.returns import Item, Judged, ReturnedLine, ReturnRow, ShippedLot
from app.services.returns import Arrived


@dataclass(frozen=True)
class Case:
    """Everything that the bench shows of a return.

    Attributes:
        head: The return.
        lines: Its lines by id.
        items: What came and waits to be judged.
        judged: The judgements that stand, latest first.
        lots: Which lots left for its order lines.
        serials: (order line, number) of numbered pieces that left.
        credit: What all that came gives back; None while nothing came, or where more came than was bought.
        nets: What each line gives back of it, minor units.
        places: Where restocked goods are proposed to go, by product.
        pictures: Of the products.
    """

    head: ReturnRow
    lines: dict[int, ReturnedLine]
    items: tuple[Item, ...]
    judged: tuple[Judged, ...]
    lots: tuple[ShippedLot, ...]
    serials: tuple[tuple[int, str], ...]
    credit: Reckoned | None
    nets: dict[int, int]
    places: dict[int, Place]
    pictures: dict[int, Picture]

    @property
    def missing(self) -> int:
        """Base units that were announced and have not come."""
        return sum(line.qty - line.received for line in self.lines.values())


@dataclass(frozen=True)
class Slot:
    """What can be counted as arrived: a line, and one of its lots where several left."""

    line: ReturnedLine
    lot_id: int | None
    lot: str
    most: int

    @property
    def key(self) -> tuple[int, int | None]:
        """Its name."""
        return self.line.id, self.lot_id


def read_case(connection: Connection, return_id: int) -> Case | None:
    """Read a return; None where there is none."""
    head = returns.one_return(connection, return_id)
    if head is None:
        return None
    lines = {line.id: line for line in returns.return_lines(connection, return_id)}
    products = tuple({line.product_id for line in lines.values()})
    back = [Back(line.id, line.order_line_id, line.received) for line in lines.values() if line.received]
    credit: Reckoned | None = None
    if back and head.state != "settled":
        try:
            credit = credits.reckon(connection, back)
        except TooMuchReturned:
            credit = None  # settling will refuse it, too, and say why
    nets = {one.return_line_id: net for one, net in zip(back, credit.nets, strict=True)} if credit else {}
    found = {one: places.proposed_place(connection, one, head.warehouse_id) for one in products}
    return Case(
        head,
        lines,
        returns.waiting_items(connection, return_id),
        returns.judgements(connection, return_id),
        returns.shipped_lots(connection, return_id),
        returns.shipped_serials(connection, return_id),
        credit,
        nets,
        {one: place for one, place in found.items() if place is not None},
        pictures.pictures(connection, products),
    )


def slots_of(case: Case) -> tuple[Slot, ...]:
    """What may still arrive; a line whose goods left in several lots has a slot for each."""
    slots: list[Slot] = []
    for line in case.lines.values():
        if (left := line.qty - line.received) <= 0:
            continue
        lots = [one for one in case.lots if one.order_line_id == line.order_line_id]
        if line.lot_tracked and len(lots) > 1:
            slots += [Slot(line, one.lot_id, one.lot, min(left, one.qty)) for one in lots]
        else:
            slots.append(Slot(line, None, lots[0].lot if line.lot_tracked and lots else "", left))
    return tuple(slots)


def decisions(grade: str, item: Item, today: date) -> tuple[Disposition, ...]:
    """What may become of pieces of this grade, the proposed one first."""
    expired = item.expires_on is not None and item.expires_on < today
    return allowed_dispositions(Grade(grade), expired=expired)


class Arrivals:
    """What was counted of a return before it is taken in."""

    def __init__(self, case: Case) -> None:
        self.slots = slots_of(case)
        self.at = 0
        self._serials = {code: line for line, code in case.serials}
        self._came: dict[tuple[int, int | None], int] = {}
        self._numbers: dict[tuple[int, int | None], list[str]] = {}

    @property
    def slot(self) -> Slot:
        """The one at hand."""
        return self.slots[self.at]

    @property
    def pieces(self) -> int:
        """All that was counted."""
        return sum(self._came.values())

    def came(self, slot: Slot) -> int:
        """How many of a slot were counted."""
        return self._came.get(slot.key, 0)

    def step(self, by: int) -> None:
        """Go to another slot."""
        self.at = (self.at + by) % len(self.slots)

    def of_product(self, product_id: int, lot: str) -> Slot | None:
        """The slot that a scanned product counts on: with that lot, the one at hand, else the first with room."""
        mine = [slot for slot in self.slots if slot.line.product_id == product_id]
        named = [slot for slot in mine if lot and slot.lot == lot] or mine
        room = [slot for slot in named if self.came(slot) < slot.most] or named
        return self.slot if self.slot in room else next(iter(room), None)

    def of_serial(self, code: str) -> Slot | None:
        """The slot of a numbered piece that left on this order."""
        line = self._serials.get(code)
        if line is not None:
            return next((slot for slot in self.slots if slot.line.order_line_id == line), None)
        # Pieces that left before their numbers were written down come back with any number.
        here = self.slot.line
        unknown = here.serial_tracked and here.order_line_id not in self._serials.values()
        return self.slot if unknown else None

    def add(self, slot: Slot, pieces: int, serial: str = "") -> bool:
        """Count pieces of a slot, which becomes the one at hand; False where that would be more than were announced."""
        numbers = self._numbers.setdefault(slot.key, [])
        if self.came(slot) + pieces > slot.most or self._of_line(slot) + pieces > self._left(slot):
            return False
        if serial and serial in numbers:
            return False
        self.at = self.slots.index(slot)
        self._came[slot.key] = self.came(slot) + pieces
        if serial:
            numbers.append(serial)
        return True

    def take(self, slot: Slot) -> bool:
        """Count one piece less; False where there was none."""
        if not self.came(slot):
            return False
        self._came[slot.key] -= 1
        if numbers := self._numbers.get(slot.key):
            numbers.pop()
        return True

    def all(self) -> None:
        """Everything that was announced came; numbered pieces are scanned one by one."""
        for slot in self.slots:
            if not slot.line.serial_tracked:
                room = min(slot.most, self._left(slot) - (self._of_line(slot) - self.came(slot)))
                self._came[slot.key] = max(self.came(slot), room)

    def arrived(self) -> tuple[Arrived, ...]:
        """What is to be taken in."""
        return tuple(
            Arrived(slot.line.id, self.came(slot), slot.lot_id, tuple(self._numbers.get(slot.key, ())))
            for slot in self.slots
            if self.came(slot)
        )

    @staticmethod
    def _left(slot: Slot) -> int:
        return slot.line.qty - slot.line.received

    def _of_line(self, slot: Slot) -> int:
        return sum(self.came(one) for one in self.slots if one.line.id == slot.line.id)
