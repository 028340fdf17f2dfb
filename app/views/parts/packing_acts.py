"""What is done at the packing bench: parcels closed, labelled, opened again; scans, reports and parcels taken back."""

from __future__ import annotations

from contextlib import suppress

from app.qt.words import tr, trn
from app.queries import bench_steps as steps
from app.services.bench_closing import print_papers
from app.services.bench_opening import Arrival, scan_at_bench
from app.services.bench_undo import StepUndone, undo_bench_step
from app.services.context import Context
from app.services.labels import Stored, reprint_label
from app.services.parcel_rows import Parcel
from app.services.parcels import (
    ParcelKept,
    drop_package,
    finish_packing,
    leave_packing,
)
from app.views.parts.packing_moving import PackingMoving
from app.views.parts.packing_state import Question
from app.views.parts.packing_undone import words_of_undo
from app.views.parts.packing_words import Mode


class PackingActs(PackingMoving):
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
        """The last step of what lies here, or what emptied the bench; the database knows it, whoever did it and wherever."""
        state, scene = self.state, self.state.scene
        asked, state.question, state.early, state.awaits = state.question, None, False, False
        if asked is None and state.quantity > 1:
            state.quantity = 1
            state.say(lambda: (tr("The next scan counts once"), "info"))
            self.end_step()
            return
        shipment_id = scene.shipment_id if scene is not None else 0
        self.work(lambda ctx: undo_bench_step(ctx, shipment_id), self._taken_back)

    def _taken_back(self, found: StepUndone) -> None:
        state = self.state
        if not found.did:
            self._give_back(found.shipment_id)
            return
        state.fetch = ""
        if found.did == steps.CLOSE:
            state.closed, state.jobs = None, ()
        if found.did in (steps.SCAN, steps.OUT):
            state.product = found.product_id
        state.say(*words_of_undo(found))
        if state.scene is None and found.did != steps.PARK:
            self.end_step()
            self.refresh()
            return
        self.lay(found.shipment_id)

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
