"""A Hypothesis machine that does the same steps on both engines and holds them against each other and a model.

After every step both databases must hold the same, and what they hold must be right: goods are conserved, promises
are covered, what is claimed lies where it is claimed, counters follow their rows. A refusal changes nothing. Where the
model knows that a step is possible it must succeed, and where it is not it must be refused.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar, TypeVar

from hypothesis.stateful import RuleBasedStateMachine, precondition

from app.services.check import RULES
from app.services.parcels import pack_all
from app.services.picking import pick_wave
from app.services.release import release_shipments
from app.services.returns import Arrived, WantedBack, authorise_return, receive_return, request_return
from app.services.shipping import ship_shipment
from tests.rig.databases import World
from tests.rig.mirror import Ground, Outcome, Row, Side, View, differences, outcome
from tests.rig.shop import Shop

Do = Callable[[Side, Any], Any]
PHYSICAL = frozenset({"receive", "move", "adjust", "relabel", "pick", "ship", "return"})


def furnish(world: World) -> None:
    """The tests' shop with tea of a second lot and orders at every stage, so that a short day reaches each of them."""
    shop = Shop(world)
    ctx = world.owner
    shop.bring("TEA", 12, "B-01", lot="T2")
    shop.order({"MUG": 2, "TEA": 2})
    shop.released({"TEA": 5})
    picked = shop.released({"MUG": 8})
    pick_wave(ctx, picked.wave_id)
    sent = shop.order({"MUG": 3, "TEA": 4})
    pick_wave(ctx, release_shipments(ctx, (sent.shipment_id,)).wave_id)
    pack_all(ctx, sent.shipment_id)
    ship_shipment(ctx, sent.shipment_id)
    shop.confirmed({"JAR": 30})
    asked = request_return(ctx, sent.order_id, (WantedBack(sent.line_ids[0], 2, "defective"),))
    authorise_return(ctx, asked.return_id)
    receive_return(ctx, asked.return_id, (Arrived(asked.line_ids[0], 1),))


class Shopfloor(RuleBasedStateMachine):
    """The steps; `ground` is set by whoever runs it."""

    ground: ClassVar[Ground]

    def __init__(self) -> None:
        super().__init__()
        self.sides: list[Side] = self.ground.copy()
        self.steps = 0
        self.sound = True
        self.lossy = False
        self.repeat: Callable[[], None] = lambda: None
        self.pieces = self._pieces()
        self.carried: list[str] = []
        self.adjusted: list[tuple[str, str, int]] = []

    def teardown(self) -> None:
        """Look once more with `db check`, then let the copies go."""
        try:
            if self.steps and self.sound:
                self.check()
        finally:
            self.ground.drop(self.sides)

    # -- what every step does -------------------------------------------------------------------------------

    @property
    def view(self) -> View:
        return self.sides[0].view

    def step(
        self,
        name: str,
        do: Do,
        *,
        legal: bool | None = None,
        undo: bool = False,
        change: Counter[str] | None = None,
    ) -> Outcome:
        """Do a step on both engines.

        Args:
            name: What it is called in the operation key.
            do: Calls the service on a side.
            legal: Whether it must succeed or must be refused; None where the model does not know.
            undo: All physical rows that it posts must be mirrored ones.
            change: How many pieces of which SKU come into the house (or leave it, below zero).
        """
        self.steps += 1
        self.sound = False  # until the end of the step: what it finds first is what is told
        key = f"{self.steps}:{name}"
        before = self.view
        said = [outcome(partial(do, side, side.ctx.once(key))) for side in self.sides]
        assert said[0] == said[1], f"{name}: {said[0]} / {said[1]}"
        one, other = (side.look() for side in self.sides)
        assert not (found := differences(one, other)), f"{name}: {found}"
        if said[0].refusal:
            assert not (found := differences(before, one)), f"{name} was refused and yet changed {found}"
        else:
            self.pieces.update(change or {})
        if legal is not None:
            assert legal is not bool(said[0].refusal), (
                f"{name}: {said[0]}, though it is {'' if legal else 'not '}possible"
            )
        new = one.rows["stock_move"][len(before.rows["stock_move"]) :]
        if undo:
            assert all(move["reverses"] is not None for move in new if move["kind"] in PHYSICAL), (
                f"{name} leaves no trace of what it took back: {new}"
            )
        self.right(one)
        if self.steps % 8 == 0:
            self.check()
        self.sound = True
        if not said[0].refusal:
            self.repeat = lambda: self._again(name, key, do, said[0])
        return said[0]

    def _again(self, name: str, key: str, do: Do, first: Outcome) -> None:
        before = [side.view for side in self.sides]
        for side, view in zip(self.sides, before, strict=True):
            assert outcome(partial(do, side, side.ctx.once(key))) == first, f"{name} under its key again"
            assert not (found := differences(view, side.look())), f"{name} was done twice: {found}"

    def check(self) -> None:
        """What `db check` recomputes from the ledger and the papers."""
        for side in self.sides:
            with side.world.database().reading() as connection:
                found = [finding for one in RULES for finding in one.findings(connection)]
            assert not found, f"{side.world.engine}: {found}"

    def _pieces(self) -> Counter[str]:
        found: Counter[str] = Counter()
        for row in self.view.rows["stock_balance"]:
            found[row["product"]] += row["on_hand"]
        return found

    # -- what must be true whatever was done ------------------------------------------------------------------

    def right(self, view: View) -> None:
        """Hold a database against what the model knows."""
        assert +self.pieces == +self._pieces(), f"goods: {self._pieces()}, {self.pieces} expected"
        for level in view.rows["stock_level"]:
            assert self.lossy or level["reserved"] <= level["sellable"], f"oversold: {level}"
        claimed: Counter[Any] = Counter()
        held: Counter[Any] = Counter()
        for row in view.rows["allocation"]:
            claimed[row["product"], row["lot"], row["location"]] += row["qty"]
            held[row["shipment_line"]] += row["qty"]
        for row in view.rows["stock_balance"]:
            key = (row["product"], row["lot"], row["location"])
            assert claimed.pop(key, 0) == row["allocated"], f"claims: {row}"
        assert not +claimed, f"claims on nothing: {claimed}"
        packed: Counter[Any] = Counter()
        for row in view.rows["package_line"]:
            packed[row["shipment_line"]] += row["qty"]
        for line in view.rows["shipment_line"]:
            state = view.rows["shipment"][line["shipment"]]["state"]
            assert line["packed"] == packed[line["nr"]], f"packed: {line}"
            assert held[line["nr"]] == line["allocated"] + line["picked"], f"held: {line}"
            if state in ("planned", "reserved", "cancelled", "shipped", "delivered"):
                assert held[line["nr"]] == 0, f"a {state} shipment holds goods: {line}"
            if state in ("packed", "shipped", "delivered"):
                assert line["reserved"] == 0, f"{state}, and something is still to be picked: {line}"
        lots = Counter(
            {
                (row["shipment_line"], row["lot"]): 0
                for row in view.rows["pick_task"]
                if row["shipment_line"] is not None
            }
        )
        for task in view.rows["pick_task"]:
            lots[task["shipment_line"], task["lot"]] += task["picked"]
        for move in view.rows["stock_move"]:
            if move["kind"] == "pick":
                back = move["reverses"] is not None
                lots[move["shipment_line"], move["lot"]] -= -move["qty"] if back else move["qty"]
        wrong = {key: pieces for key, pieces in lots.items() if pieces}
        assert not wrong, f"picked from another lot than the list said: {wrong}"

    def free(self, sku: str) -> int:
        """What may be promised."""
        return sum(row["sellable"] - row["reserved"] for row in self.view.find("stock_level", product=sku))

    def among(self, table: str, number: int, *states: str, **wanted: Any) -> Row:
        """One of the rows in these states (or with these values), by any number."""
        rows = [row for row in self.view.find(table, **wanted) if not states or row["state"] in states]
        return rows[number % len(rows)]

    def wants(self, shipment: int) -> Counter[str]:
        """What a shipment still wants to be promised."""
        found: Counter[str] = Counter()
        for line in self.view.find("shipment_line", shipment=shipment):
            found[line["product"]] += line["qty"] - line["reserved"] - line["picked"] - line["shipped"]
        return +found

    def held(self, shipment: int) -> bool:
        order = self.view.rows["shipment"][shipment]["order"]
        return bool(self.view.find("order_hold", order=order, released_at=False))

    def fits(self, wanted: Counter[str]) -> bool:
        return bool(wanted) and all(self.free(sku) >= pieces for sku, pieces in wanted.items())


F = TypeVar("F", bound=Callable[..., Any])


def has(table: str, *states: str, **wanted: Any) -> Callable[[F], F]:
    """A rule for which there must be such a row."""
    return possible(
        lambda day: [row for row in day.view.find(table, **wanted) if not states or row["state"] in states]
    )


def possible(rows: Callable[[Any], Sequence[Any]]) -> Callable[[F], F]:
    """A rule for which there must be something to do."""
    return precondition(lambda day: bool(rows(day)))
