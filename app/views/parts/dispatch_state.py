"""What the dispatch bench knows: which pick-ups there are, which one lies open, what was asked, what became of the last scan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from app.queries.collection import Collection
from app.queries.dispatch import Choice, Here, Loading, PickUp
from app.queries.pallets import PalletRow, Standing
from app.queries.untold import Untold
from app.services.manifests import HandedOver
from app.views.parts.packing_state import Tag, no_note, no_tag


class Mode(StrEnum):
    """What the bench is doing; a STOP lies over each of them."""

    LIST = "list"
    LOADING = "loading"
    SIGNING = "signing"
    GONE = "gone"
    COUNTER = "counter"
    FETCHED = "fetched"
    PALLET = "pallet"
    STACKED = "stacked"


_MODES = {"open": Mode.LOADING, "closed": Mode.SIGNING, "handed_over": Mode.GONE}


Row = PickUp | PalletRow | Choice
"""What a row of the list opens."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is read beside the pick-up at hand."""

    place: Here | None
    pick_ups: tuple[PickUp, ...]
    carriers: tuple[Choice, ...]
    person: str
    printing: int
    pallets: tuple[PalletRow, ...] = ()
    untold: tuple[Untold, ...] = ()


@dataclass
class Ramp:
    """The bench.

    Attributes:
        around: The pick-ups and the carriers for which parcels wait.
        chosen_at: The row that Enter opens.
        at: The pick-up at hand.
        off: Whether the next scan takes a parcel off again.
        loaded: Parcels that were loaded here, the last one last: what Ctrl+Z takes off.
        question: What is asked: 'cancel', 'partly' (hand over without some) or 'back' (take the hand-over back).
        handed: What was handed over here just now.
        fetch: What a customer fetches, where the bench is a counter.
        pallet: The pallet at hand; `loaded` are then the parcels that were put on it here.
        tag: The last verdict.
        note: What else is to be known; it stays until the next step.
    """

    around: Around = field(default_factory=lambda: Around(None, (), (), "", 0))
    chosen_at: int = 0
    at: Loading | None = None
    off: bool = False
    loaded: list[int] = field(default_factory=list)
    question: str = ""
    handed: HandedOver | None = None
    fetch: Collection | None = None
    pallet: Standing | None = None
    tag: Tag = no_tag
    note: Callable[[], str] = no_note

    @property
    def mode(self) -> Mode:
        """What the bench is doing."""
        if self.fetch is not None:
            return Mode.COUNTER if self.fetch.state == "packed" else Mode.FETCHED
        if self.pallet is not None:
            return Mode.PALLET if self.pallet.pallet.state == "open" else Mode.STACKED
        return _MODES[self.at.pick_up.state] if self.at is not None else Mode.LIST

    @property
    def rows(self) -> tuple[Row, ...]:
        """What can be opened: pick-ups, carriers that have none open (one is made then), and pallets that wait for a truck."""
        opened = {one.carrier_id for one in self.around.pick_ups if one.state == "open"}
        free = [one for one in self.around.carriers if one.carrier_id not in opened]
        here = [one for one in self.around.pick_ups if one.state != "handed_over"]
        gone = [one for one in self.around.pick_ups if one.state == "handed_over"]
        waiting = [one for one in free if one.waiting]
        idle = [one for one in free if not one.waiting]
        return (*here, *waiting, *self.around.pallets, *idle, *gone)

    @property
    def chosen(self) -> Row | None:
        """The row that Enter opens."""
        rows = self.rows
        return rows[min(self.chosen_at, len(rows) - 1)] if rows else None

    @property
    def waiting(self) -> int:
        """Parcels that should go today and stand on no pick-up."""
        return sum(one.waiting for one in self.around.carriers)

    def choose(self, steps: int) -> None:
        """Choose another row."""
        if self.rows:
            self.chosen_at = (min(self.chosen_at, len(self.rows) - 1) + steps) % len(self.rows)

    def take(self, at: Loading | None) -> bool:
        """The pick-up at hand was read again; False where it is gone from this bench."""
        if at is None or at.pick_up.state not in _MODES:
            return False
        self.fetch = self.pallet = None
        if self.at is None or at.pick_up.manifest_id != self.at.pick_up.manifest_id:
            self.loaded, self.off, self.question, self.handed = [], False, "", None
        elif at.pick_up.state != self.at.pick_up.state:
            self.off, self.question = False, ""
        self.at = at
        return True

    def take_pallet(self, pallet: Standing) -> None:
        """A pallet was read: it is the thing at hand."""
        mine = self.pallet.pallet if self.pallet is not None else None
        if mine is None or mine.pallet_id != pallet.pallet.pallet_id:
            self.at, self.fetch, self.handed, self.question = None, None, None, ""
            self.loaded, self.off = [], False
        elif mine.state != pallet.pallet.state:
            self.off = False
        self.pallet = pallet

    def clear(self) -> None:
        """Nothing is at hand any more."""
        self.at, self.off, self.loaded, self.question, self.handed = None, False, [], "", None
        self.fetch = self.pallet = None
        self.say(no_tag)

    def say(self, tag: Tag, note: Callable[[], str] = no_note) -> None:
        """Say a verdict, and what else is to be known."""
        self.tag, self.note = tag, note
