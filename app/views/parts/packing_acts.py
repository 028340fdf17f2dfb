"""What is done at the packing bench: parcels closed, labelled, opened again; scans, reports and parcels taken back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from app.qt.words import tr, trn
from app.services.bench_closing import print_papers
from app.services.bench_opening import Arrival, scan_at_bench
from app.services.context import Context
from app.services.labels import Stored, reprint_label
from app.services.packing import undo_scan
from app.services.parcel_rows import Parcel
from app.services.parcels import (
    ParcelKept,
    drop_package,
    finish_packing,
    leave_packing,
    reopen_package,
)
from app.services.scanning import ScanResult
from app.views.parts.packing_state import Question
from app.views.parts.packing_trouble import PackingTrouble
from app.views.parts.packing_words import Mode


class PackingActs(PackingTrouble):
    """The steps of the bench; each is begun in its turn and shows the bench anew when it ends."""

    def step_back(self) -> None:
        """Out of a question, out of closing; else give the shipment back, or ask to park it."""
        state, scene = self.state, self.state.scene
        if state.question is not None and scene is None:
            state.clear()
        elif state.question is not None:
            state.question = None
            self.end_step()
            return
        elif state.early:
            state.early = state.awaits = False
        elif scene is None:
            self.waiting_page.finder.clear()
        elif state.mode is not Mode.DONE and not scene.packed:
            self._give_back(scene.shipment_id)
            return
        elif state.mode is not Mode.DONE:
            state.question = Question("park", number=scene.number)
        self.end_step()

    def _give_back(self, shipment_id: int) -> None:
        parcel = self.state.parcel

        def work(ctx: Context) -> str:
            # An empty parcel goes with it; one that had a label stays for whoever packs it next.
            with suppress(ParcelKept):
                if parcel is not None:
                    drop_package(ctx, parcel.package_id)
            return leave_packing(ctx, shipment_id)

        def given(number: str) -> None:
            self.state.clear()
            self.state.say(lambda: (tr("{number} waits again", number=number), "info"))
            self.end_step()

        self.work(work, given)

    def answer_question(self, question: Question) -> None:
        """Enter on a question."""
        state = self.state
        if question.kind == "park":
            self.line.add(lambda: self.park_now("later"))
            return
        if question.kind == "quantity":
            if self.take_quantity():
                pieces = state.quantity
                state.say(lambda: (trn("The next scan counts %n times", pieces), "accent"))
        elif question.kind == "problem" and (
            pieces := self.typed_pieces(state.item.left if state.item else 0)
        ):
            state.question = Question("which", qty=pieces)
        self.show_state()

    def finish(self) -> None:
        """Everything lies in closed parcels: the shipment is packed."""
        scene = self.state.scene
        if scene is None:
            return

        def step() -> None:
            self.work(
                lambda ctx: finish_packing(ctx, scene.shipment_id), lambda _: self.lay(scene.shipment_id)
            )

        self.line.add(step)

    def print_again(self) -> None:
        """A copy of the label, or the papers that could not be made."""
        state, last = self.state, self.state.last_parcel
        if state.scene is None or last is None:
            self.end_step()
            return
        scene = state.scene
        if last.label_sha:

            def copied(stored: Stored) -> None:
                state.jobs = (*state.jobs, stored.print_job_id)
                self.shell.queued.emit()
                state.say(
                    lambda: ("", "plain"), lambda: tr("A copy of the label is on its way to the printer.")
                )
                self.lay(scene.shipment_id)

            self.work(lambda ctx: reprint_label(ctx, last.package_id), copied)
            return
        parcel = Parcel(last.package_id, last.sscc, last.position, scene.shipment_id, finished=True)
        self.work(lambda ctx: print_papers(ctx, parcel), self.closed_now)

    def take_back(self) -> None:
        """The last step, whatever it was."""
        state, scene, parcel = self.state, self.state.scene, self.state.parcel
        state.question, state.early, state.awaits = None, False, False
        if state.taken_back is not None:
            state.taken_back()
            return
        if scene is None:
            self.end_step()
            return
        closed = [one for one in scene.parcels if one.state in ("closed", "labelled")]
        too_many = parcel is not None and not parcel.pieces and bool(closed)
        step = self._last_step(too_many=too_many)
        if step is not None:
            step()
        elif any(one.pieces for one in scene.parcels if one.state == "open"):
            self.work(lambda ctx: undo_scan(ctx, scene.shipment_id), self._taken_out)
        elif parcel is not None and closed:
            self._drop(parcel.package_id, closed[-1].package_id)
        elif parcel is None and closed:
            self.work(lambda ctx: reopen_package(ctx, closed[-1].package_id), self._opened_again)
        elif left := [one for one in state.steps if one is not None]:
            state.steps = state.steps[: state.steps.index(left[-1])]
            left[-1]()
        else:
            self._give_back(scene.shipment_id)

    def _last_step(self, *, too_many: bool) -> Callable[[], None] | None:
        """What is remembered as the last step, taken off; None where the database itself knows what to take back.

        An empty parcel that came with the closing of the one before goes first, and the closing stays remembered.
        """
        steps = self.state.steps
        if not steps or (steps[-1] is None and too_many):
            return None
        return steps.pop()

    def _taken_out(self, result: ScanResult) -> None:
        pieces, sku = result.facts.get("pieces", 1), result.facts.get("sku", result.sku)
        self.state.product = result.product_id
        self.state.say(lambda: (tr("Taken out: {pieces} {sku}", pieces=pieces, sku=sku), "info"))
        assert self.state.scene is not None
        self.lay(self.state.scene.shipment_id)

    def _drop(self, empty: int, before: int) -> None:
        """Take an empty parcel away; one that had a label stays, and the one before it is opened again."""

        def work(ctx: Context) -> tuple[Parcel, bool]:
            try:
                return drop_package(ctx, empty), True
            except ParcelKept:
                return reopen_package(ctx, before), False

        def done(outcome: tuple[Parcel, bool]) -> None:
            parcel, gone = outcome
            if not gone and self.state.steps and self.state.steps[-1] is None:
                self.state.steps.pop()
            (self._dropped if gone else self._opened_again)(parcel)

        self.work(work, done)

    def _dropped(self, parcel: Parcel) -> None:
        self.state.say(lambda: (tr("Parcel {position} is gone", position=parcel.position), "info"))
        self.lay(parcel.shipment_id)

    def _opened_again(self, parcel: Parcel) -> None:
        self.state.closed, self.state.jobs, self.state.awaits = None, (), False
        self.state.say(
            lambda: (tr("Parcel {position} is open again", position=parcel.position), "info"),
            lambda: tr("Its label is void: throw it away."),
        )
        self.lay(parcel.shipment_id)

    def pack_together(self) -> None:
        """Open what somebody else has begun."""
        question = self.state.question
        if question is None or question.kind != "join":
            self.end_step()
            return

        def joined(arrival: Arrival) -> None:
            self.state.clear()
            self.state.say(lambda: (tr("Opened together with {who}", who=question.who), "good"))
            self.lay(arrival.shipment_id)

        self.work(lambda ctx: scan_at_bench(ctx, question.code, True), joined)
