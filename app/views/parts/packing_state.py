"""What the packing bench knows: what waits, what lies on it, what was asked, what became of the last scan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtGui import QPixmap

from app.queries.bench import AtBench, BenchParcel, Item, Paper
from app.queries.bench_box import BenchBox
from app.queries.bench_queue import Queue
from app.queries.help_calls import Call
from app.services.bench_closing import Closed
from app.views.parts.packing_words import Mode

Tag = Callable[[], tuple[str, str]]
"""Words and state of the last verdict, said anew in whatever language is set."""
AT_BENCH = ("picked", "packing")
KEPT = ("park", "box", "out", "move", "into")
"""Questions that stand when everything is packed, besides that of a weight."""


def no_tag() -> tuple[str, str]:
    """Nothing was scanned yet."""
    return "", "plain"


def no_note() -> str:
    """There is nothing to add."""
    return ""


@dataclass(frozen=True)
class Question:
    """Something that the bench asks before it goes on.

    Attributes:
        kind: 'join', 'park' (why), 'quantity', 'problem' (how many), 'which' (missing or damaged), 'how' (what is done about
            it), 'serial' (which piece), 'off' (the weight is not the expected one), 'box', 'out' (what comes out), 'move' (what
            goes into another parcel) or 'into' (which one).
        code: The paper that was scanned; scanned again, it says yes. Of 'into' the piece that was scanned.
        number: The shipment that is meant.
        who: Who packs it.
        since: Since when, where that is known.
        qty: Pieces that the answer is about; of 'off' the grams that were read.
        problem: 'missing' or 'damaged', of 'how' and 'serial'.
        weighed: Where the weight of 'off' comes from.
        expected_g: What it should be.
        positions: The open parcels that hold the piece of 'into'.
    """

    kind: str
    code: str = ""
    number: str = ""
    who: str = ""
    since: str = ""
    qty: int = 0
    problem: str = ""
    weighed: str = ""
    expected_g: int = 0
    positions: tuple[int, ...] = ()


def parcel_at_hand(scene: AtBench, into: int) -> BenchParcel | None:
    """The open parcel that was chosen, else the latest; once everything is packed, one that holds something."""
    found = [one for one in scene.parcels if one.state == "open"]
    if scene.packed == scene.picked:
        found = [one for one in found if one.pieces] or found
    return next((one for one in found if one.package_id == into), found[-1] if found else None)


@dataclass
class Bench:
    """The bench.

    Attributes:
        queue: What waits.
        chosen_at: The waiting shipment that Enter opens.
        scene: What lies on the bench.
        product: The article that was scanned last.
        quantity: How often the next scan counts.
        question: What is asked.
        early: Whether a parcel is to be closed before everything is packed.
        closed: The parcel that was closed last, with its papers.
        weighed: Whether somebody typed its weight.
        jobs: Its papers at the printer.
        papers: How far they are.
        box: The box of the parcel at hand, chosen or proposed.
        boxes: Those to choose from, while that is asked.
        into: The open parcel that was scanned to go on in; 0 for the latest.
        fetch: Where others are to be fetched for what was swapped, until the next scan.
        awaits: Whether the parcel closes by itself as soon as its weight is known.
        call: The last call of this desk for a supervisor.
        weighing: How weights come: 'scale', 'typed' or 'computed'.
        training: Whether the person is in training: every step is explained.
        tag: The last verdict.
        note: What else is to be known; it stays until the next step.
        pictures: Articles as drawn; None for those without a picture.
    """

    queue: Queue = field(default_factory=lambda: Queue((), 0))
    chosen_at: int = 0
    scene: AtBench | None = None
    product: int | None = None
    quantity: int = 1
    question: Question | None = None
    early: bool = False
    closed: Closed | None = None
    weighed: bool = False
    jobs: tuple[int, ...] = ()
    papers: tuple[Paper, ...] = ()
    box: BenchBox = field(default_factory=BenchBox)
    boxes: tuple[BenchBox, ...] = ()
    into: int = 0
    fetch: str = ""
    awaits: bool = False
    weighing: str = "typed"
    call: Call | None = None
    training: bool = False
    tag: Tag = no_tag
    note: Callable[[], str] = no_note
    pictures: dict[int, QPixmap | None] = field(default_factory=dict)

    @property
    def mode(self) -> Mode:
        """What the bench is doing."""
        if self.scene is None:
            return Mode.WAITING
        if self.scene.state == "packed":
            return Mode.DONE
        return Mode.CLOSING if self.early or not self.left else Mode.PACKING

    @property
    def left(self) -> int:
        """Pieces that still lie on the bench."""
        return self.scene.picked - self.scene.packed if self.scene is not None else 0

    @property
    def item(self) -> Item | None:
        """The article at hand: the last one scanned while it is moved or some of it is left, else the next that is."""
        items = self.scene.items if self.scene is not None else ()
        mine = next((one for one in items if one.product_id == self.product), None)
        moved = self.question is not None and self.question.kind == "into"
        if mine is not None and (mine.left or moved):
            return mine
        return next((one for one in items if one.left), mine or (items[0] if items else None))

    @property
    def parcel(self) -> BenchParcel | None:
        """The parcel that scans go into."""
        return parcel_at_hand(self.scene, self.into) if self.scene is not None else None

    @property
    def open_parcels(self) -> tuple[BenchParcel, ...]:
        """The parcels that are open."""
        parcels = self.scene.parcels if self.scene is not None else ()
        return tuple(one for one in parcels if one.state == "open")

    @property
    def expected_g(self) -> int:
        """What the parcel at hand should weigh: its goods, and its box, which may be only proposed."""
        parcel = self.parcel
        if parcel is None:
            return 0
        return parcel.expected_g if parcel.carton_id else parcel.goods_g + self.box_tare

    @property
    def box_tare(self) -> int:
        """The weight of the box that is taken where none was chosen: the proposed one, for a parcel that holds everything."""
        return self.box.tare_g if self.proposed_id else 0

    @property
    def proposed_id(self) -> int:
        """The box that is taken unless another is chosen; 0 where none is proposed or not everything lies in this parcel."""
        parcel = self.parcel
        chosen = parcel is not None and parcel.carton_id
        return self.box.carton_id if not chosen and self.box.parcels <= 1 and not self.left else 0

    @property
    def calling(self) -> bool:
        """Whether this desk waits for a supervisor."""
        return self.call is not None and not self.call.answered_by

    @property
    def last_parcel(self) -> BenchParcel | None:
        """The parcel that was closed last."""
        parcels = self.scene.parcels if self.scene is not None else ()
        mine = self.closed.parcel.package_id if self.closed is not None else 0
        ready = [one for one in parcels if one.state != "open"]
        return next((one for one in ready if one.package_id == mine), ready[-1] if ready else None)

    @property
    def chosen(self) -> str:
        """The number of the waiting shipment that Enter opens; empty where none waits."""
        return self.queue.rows[self.chosen_at].number if self.queue.rows else ""

    def meant(self, typed: str) -> str:
        """The number that was typed; of one that stands in the list its end will do, as people read it aloud ("911")."""
        if not typed.isascii() or not typed.isdigit():
            return typed
        for numbers in (
            [one.order_number for one in self.queue.rows],
            [one.number for one in self.queue.rows],
        ):
            found = {one for one in numbers if one.rpartition("-")[2].lstrip("0") == typed.lstrip("0")}
            if len(found) == 1:
                return found.pop()
        return typed

    def choose(self, steps: int) -> None:
        """Choose another waiting shipment, or another article at hand."""
        if self.mode is Mode.WAITING and self.queue.rows:
            self.chosen_at = (self.chosen_at + steps) % len(self.queue.rows)
        elif self.mode is Mode.PACKING and self.scene is not None:
            open_ones = [one for one in self.scene.items if one.left]
            at = next((at for at, one in enumerate(open_ones) if one is self.item), 0)
            self.product = open_ones[(at + steps) % len(open_ones)].product_id

    def take_queue(self, queue: Queue) -> None:
        """What waits was read again."""
        self.queue = queue
        self.chosen_at = min(self.chosen_at, max(0, len(queue.rows) - 1))

    def take(self, scene: AtBench | None) -> bool:
        """What lies on the bench was read again; False where it left the bench meanwhile."""
        if scene is None or scene.state not in (*AT_BENCH, "packed"):
            return False
        self.scene = scene
        if not self.left:
            self.early = False
            if self.question is not None and self.question.kind not in (*KEPT, "off"):
                self.question = None
        return True

    def clear(self) -> None:
        """Nothing lies on the bench any more; what waits and what was drawn is kept."""
        self.scene, self.closed, self.product, self.question = None, None, None, None
        self.quantity, self.early, self.weighed, self.jobs, self.papers = 1, False, False, (), ()
        self.chosen_at = 0
        self.box, self.boxes, self.into, self.awaits = BenchBox(), (), 0, False
        self.fetch = ""
        self.say(no_tag)

    def say(self, tag: Tag, note: Callable[[], str] = no_note) -> None:
        """Say a verdict, and what else is to be known."""
        self.tag, self.note = tag, note
