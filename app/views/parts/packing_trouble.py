"""What is done at the bench when something is wrong: goods swapped or sent later, a shipment parked, a supervisor called."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.scan import Scan
from app.qt.format import count
from app.qt.words import tr
from app.services.bench_holds import REASONS, Parked, park_shipment
from app.services.bench_problems import Reported, report_problem
from app.services.bench_swaps import (
    Shorted,
    Swapped,
    short_at_bench,
    swap_at_bench,
)
from app.services.help_calls import Called, call_help, take_call_back
from app.services.parcel_items import TakenOut, take_out_scanned
from app.views.parts.packing_closing import PackingClosing
from app.views.parts.packing_state import Question
from app.views.parts.packing_words import PARKED, PROBLEMS, Mode

HOW = ("swap", "short", "report")
"""What may be done about goods that are wrong, in the order of their keys."""


class PackingTrouble(PackingClosing):
    """Swap, short, report, park, call."""

    def ask(self, question: Question) -> None:
        """Ask in its turn."""

        def ask() -> None:
            if self.state.mode is Mode.PACKING:
                self.state.question = question
            self.end_step()

        self.line.add(ask)

    def which(self, problem: str) -> None:
        """It is missing, or damaged: what is to be done about it?"""
        question, item = self.state.question, self.state.item
        if question is not None and question.kind in ("problem", "which") and item is not None:
            pieces = question.qty or self.typed_pieces(item.left)
            if pieces:
                self.state.question = Question("how", qty=pieces, problem=problem)
        self.end_step()

    def how(self, number: int) -> None:
        """Do what the number says about the goods."""
        if 0 < number <= len(HOW):
            self.line.add(lambda: self.settle(HOW[number - 1]))

    def settle(self, what: str, problem: str = "", serial: str = "") -> None:
        """Swap, send later or report what is wrong; without a question before it is about the article at hand."""
        state, item, question = self.state, self.state.item, self.state.question
        asked = question is not None and question.kind in ("how", "serial")
        if state.scene is None or item is None or not item.left or (question is not None and not asked):
            self.end_step()
            return
        qty = question.qty if question is not None else min(state.quantity, item.left)
        problem = question.problem if question is not None else problem
        if what == "report":
            self._report(problem, qty)
            return
        if item.serial_tracked and problem == "damaged" and not serial:
            state.question = Question("serial", code=what, qty=1, problem=problem)
            self.end_step()
            return
        shipment_id, product_id = state.scene.shipment_id, item.product_id
        if what == "swap":
            self.work(
                lambda ctx: swap_at_bench(ctx, shipment_id, product_id, qty, problem, serial), self._swapped
            )
        else:
            self.work(
                lambda ctx: short_at_bench(ctx, shipment_id, product_id, qty, problem, serial), self._shorted
            )

    def serial_of(self, scan: Scan) -> None:
        """The damaged piece was scanned."""
        question = self.state.question
        assert question is not None
        self.settle(question.code, serial=scan.serial or scan.code)

    def _swapped(self, found: Swapped) -> None:
        state = self.state
        state.question, state.quantity = None, 1
        state.fetch = ", ".join(
            one.place
            + (f" ({one.lot})" if one.lot else "")
            + (f": {count(one.qty)}" if len(found.places) > 1 else "")
            for one in found.places
        )
        state.say(
            lambda: (tr("Fetch {qty} {sku}", qty=count(found.qty), sku=found.sku), "warn"),
            lambda: (
                tr("Put the damaged ones into quarantine.")
                if found.problem == "damaged"
                else tr("The bin of the missing ones will be counted.")
            ),
        )
        self.shell.sounds.play("good")
        self.lay(found.shipment_id)

    def _shorted(self, found: Shorted) -> None:
        state = self.state
        state.question, state.quantity = None, 1
        if found.waits:
            state.clear()
        what = f"{count(found.qty)} {found.sku}"
        state.say(
            lambda: (tr("Sent later: {what}", what=what), "warn"),
            lambda: (
                tr(
                    "{number} waits for it; a supervisor looks for more, or lets it go without.",
                    number=found.number,
                )
                if found.waits
                else tr("It follows with {number}.", number=found.backorder)
            ),
        )
        if found.waits:
            self.end_step()
            self.refresh()
            return
        self.lay(found.shipment_id, then=self._all_in)

    def _all_in(self) -> None:
        """What was short was the last of it: the parcel closes as with a last scan."""
        if self.state.mode is Mode.CLOSING and self.state.parcel is not None:
            self.state.awaits = True
            self._weigh_again()

    def _report(self, problem: str, qty: int) -> None:
        state, item = self.state, self.state.item
        assert state.scene is not None
        assert item is not None
        shipment_id = state.scene.shipment_id

        def reported(found: Reported) -> None:
            state.question = None
            if found.waits:
                state.clear()
            what = f"{count(found.qty)} {found.sku}"
            state.say(
                lambda: (f"{tr(PROBLEMS[problem][0])}: {what}", "warn"),
                lambda: (
                    tr("It stands on the order for a supervisor. {number} waits again.", number=found.number)
                    if found.waits
                    else tr("It stands on the order for a supervisor. Pack the rest, or park it with Esc.")
                ),
            )
            if found.waits:
                self.end_step()
                self.refresh()
            else:
                self.lay(shipment_id)

        self.work(lambda ctx: report_problem(ctx, shipment_id, item.product_id, qty, problem), reported)

    # Single pieces out of a parcel

    def answers_by_scan(self) -> dict[str, Callable[[Scan], None]]:
        """The damaged piece, or what comes out of its parcel."""
        return {"serial": self.serial_of, "out": self.take_out_of_parcel}

    def take_out_of_parcel(self, scan: Scan) -> None:
        """What is scanned comes out of its open parcel; scanned again, it goes into the one at hand."""
        state = self.state
        assert state.scene is not None
        shipment_id, qty = state.scene.shipment_id, state.quantity

        def out(found: TakenOut) -> None:
            state.question, state.quantity, state.awaits = None, 1, False
            state.product = found.product_id
            self.shell.sounds.play("good")
            state.say(
                lambda: (tr("Taken out: {pieces} {sku}", pieces=count(found.qty), sku=found.sku), "info"),
                lambda: tr("Scan it again to put it into the parcel at hand; or put it aside."),
            )
            self.lay(found.shipment_id)

        self.work(lambda ctx: take_out_scanned(ctx, shipment_id, scan.raw, qty), out)

    # Parked

    def park(self, number: int) -> None:
        """Park for the reason of that number."""
        if 0 < number <= len(REASONS):
            self.line.add(lambda: self.park_now(REASONS[number - 1]))

    def park_now(self, reason: str) -> None:
        """Park what lies on the bench; another paper that asked for it is opened then."""
        state, question = self.state, self.state.question
        if state.scene is None or question is None or question.kind != "park":
            self.end_step()
            return
        shipment_id, code = state.scene.shipment_id, question.code

        def parked(found: Parked) -> None:
            state.clear()
            words = PARKED[found.reason]
            state.say(
                lambda: (tr("{number} is parked", number=found.number), "info"),
                lambda: tr("Every desk sees why: {reason}.", reason=tr(words)),
            )
            self.end_step()
            self.refresh()
            if code:
                self.typed(code)

        self.work(lambda ctx: park_shipment(ctx, shipment_id, reason), parked)

    # A supervisor

    def call_supervisor(self) -> None:
        """Call, or take the call back."""
        state = self.state
        if state.calling:
            assert state.call is not None
            call_id = state.call.call_id

            def gone(_: int) -> None:
                state.call = None
                state.say(state.tag, lambda: tr("The call is taken back."))
                self.end_step()
                self.refresh()

            self.work(lambda ctx: take_call_back(ctx, call_id), gone)
            return
        shipment_id = state.scene.shipment_id if state.scene is not None else None

        def called(_: Called) -> None:
            state.say(state.tag, lambda: tr("A supervisor is called. F9 takes the call back."))
            self.end_step()
            self.refresh()

        self.work(lambda ctx: call_help(ctx, shipment_id), called)
