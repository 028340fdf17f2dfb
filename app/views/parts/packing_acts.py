"""What is done at the packing bench: parcels closed, labelled, opened again; scans, reports and parcels taken back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from app.errors import AppError
from app.qt.format import count
from app.qt.words import said, tr, trn
from app.services.bench_closing import Closed, close_parcel, print_papers
from app.services.bench_opening import Arrival, scan_at_bench
from app.services.bench_problems import Reported, report_problem, withdraw_problem
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
from app.views.parts.packing_flow import LANE, PackingFlow
from app.views.parts.packing_state import Question
from app.views.parts.packing_words import PROBLEMS, Mode, parse_weight


class PackingActs(PackingFlow):
    """The steps of the bench; each is begun in its turn and shows the bench anew when it ends."""

    def _work(self, work: Callable[[Context], Any], then: Callable[[Any], None]) -> None:
        """Run the step that is under way in the lane of the scans; its end shows the bench anew."""

        def failed(error: AppError) -> None:
            self.refused(error)
            self.refresh()

        self.do(work, then=then, failed=failed, lane=LANE)

    def _end(self) -> None:
        self.show_state()
        self.line.done()

    def step_back(self) -> None:
        """Out of a question, out of closing; else give the shipment back, or ask to park it."""
        state, scene = self.state, self.state.scene
        if state.question is not None and scene is None:
            state.clear()
        elif state.question is not None:
            state.question = None
            self._end()
            return
        elif state.early:
            state.early = False
        elif scene is None:
            self.waiting_page.finder.clear()
        elif state.mode is not Mode.DONE and not scene.packed:
            self._give_back(scene.shipment_id)
            return
        elif state.mode is not Mode.DONE:
            state.question = Question("park", number=scene.number)
        self._end()

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
            self._end()

        self._work(work, given)

    def answer_question(self, question: Question) -> None:
        """Enter on a question."""
        state = self.state
        if question.kind == "park":
            number = self.state.scene.number if self.state.scene is not None else ""
            state.clear()
            state.say(lambda: (tr("{number} is parked", number=number), "info"))
            self.refresh()
            if question.code:
                self.typed(question.code)
        elif question.kind == "quantity":
            if self.take_quantity():
                pieces = state.quantity
                state.say(lambda: (trn("The next scan counts %n times", pieces), "accent"))
        elif question.kind == "problem" and (
            pieces := self.typed_pieces(state.item.left if state.item else 0)
        ):
            state.question = Question("which", qty=pieces)
        self.show_state()

    def typed(self, number: str) -> None:
        """A number that was typed or chosen goes the way of a scan."""
        if not number:
            return
        self.waiting_page.finder.clear()
        if self.shell.router is not None:
            self.shell.router.inject(number, "typed")

    def close_open_parcel(self) -> None:
        """Close the open parcel; before everything is packed the weight is asked for first."""
        state, parcel = self.state, self.state.parcel
        if state.scene is None or parcel is None or not parcel.pieces or state.mode is Mode.DONE:
            self._end()
            return
        state.question = None
        if state.mode is Mode.PACKING:
            state.early = True
            self._end()
            return
        typed = self.work_page.field.text().strip()
        grams = parse_weight(typed) if typed else parcel.expected_g
        if grams is None:
            state.say(lambda: (tr("Not done"), "stop"), lambda: tr("This is no weight: {typed}", typed=typed))
            self._end()
            return
        state.weighed = bool(typed)
        self._work(
            lambda ctx: close_parcel(ctx, parcel.package_id, grams, further=state.left > 0), self._closed
        )

    def _closed(self, closed: Closed) -> None:
        state, trouble = self.state, closed.trouble
        state.closed, state.jobs, state.early = closed, closed.jobs, False
        self.shell.sounds.play("parcel")
        position = closed.parcel.position
        state.say(
            lambda: (tr("Parcel {position} is closed", position=position), "good"),
            lambda: said(trouble) if trouble is not None and not closed.parcel.finished else "",
        )
        self.lay(closed.parcel.shipment_id)

    def finish(self) -> None:
        """Everything lies in closed parcels: the shipment is packed."""
        scene = self.state.scene
        if scene is None:
            return

        def step() -> None:
            self._work(
                lambda ctx: finish_packing(ctx, scene.shipment_id), lambda _: self.lay(scene.shipment_id)
            )

        self.line.add(step)

    def print_again(self) -> None:
        """A copy of the label, or the papers that could not be made."""
        state, last = self.state, self.state.last_parcel
        if state.scene is None or last is None:
            self._end()
            return
        scene = state.scene
        if last.label_sha:

            def copied(stored: Stored) -> None:
                state.jobs = (*state.jobs, stored.print_job_id)
                state.say(
                    lambda: ("", "plain"), lambda: tr("A copy of the label is on its way to the printer.")
                )
                self.lay(scene.shipment_id)

            self._work(lambda ctx: reprint_label(ctx, last.package_id), copied)
            return
        parcel = Parcel(last.package_id, last.sscc, last.position, scene.shipment_id, finished=True)
        self._work(lambda ctx: print_papers(ctx, parcel), self._closed)

    def ask(self, question: Question) -> None:
        """Ask in its turn."""

        def ask() -> None:
            if self.state.mode is Mode.PACKING:
                self.state.question = question
            self._end()

        self.line.add(ask)

    def report(self, problem: str) -> None:
        """Note what is wrong with the article at hand."""
        state, item, question = self.state, self.state.item, self.state.question
        if state.scene is None or item is None or question is None:
            self._end()
            return
        shipment_id, qty = state.scene.shipment_id, question.qty or item.left

        def reported(found: Reported) -> None:
            state.question = None
            if found.waits:
                state.clear()

            def withdraw() -> None:
                self._work(lambda ctx: withdraw_problem(ctx, shipment_id), self._withdrawn)

            state.taken_back = withdraw
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
                self._end()
                self.refresh()
            else:
                self.lay(shipment_id)

        self._work(lambda ctx: report_problem(ctx, shipment_id, item.product_id, qty, problem), reported)

    def _withdrawn(self, number: str) -> None:
        self.state.taken_back = None
        self.state.say(
            lambda: (tr("Taken back"), "info"),
            lambda: tr("Nothing is reported for {number} any more.", number=number),
        )
        self._end()
        self.refresh()

    def take_back(self) -> None:
        """The last step, whatever it was."""
        state, scene, parcel = self.state, self.state.scene, self.state.parcel
        state.question, state.early = None, False
        if state.taken_back is not None:
            state.taken_back()
            return
        if scene is None:
            self._end()
            return
        closed = [one for one in scene.parcels if one.state in ("closed", "labelled")]
        if any(one.pieces for one in scene.parcels if one.state == "open"):
            self._work(lambda ctx: undo_scan(ctx, scene.shipment_id), self._taken_out)
        elif parcel is not None and closed:
            self._drop(parcel.package_id, closed[-1].package_id)
        elif parcel is None and closed:
            self._work(lambda ctx: reopen_package(ctx, closed[-1].package_id), self._opened_again)
        else:
            self._give_back(scene.shipment_id)

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
            (self._dropped if gone else self._opened_again)(parcel)

        self._work(work, done)

    def _dropped(self, parcel: Parcel) -> None:
        self.state.say(lambda: (tr("Parcel {position} is gone", position=parcel.position), "info"))
        self.lay(parcel.shipment_id)

    def _opened_again(self, parcel: Parcel) -> None:
        self.state.closed, self.state.jobs = None, ()
        self.state.say(
            lambda: (tr("Parcel {position} is open again", position=parcel.position), "info"),
            lambda: tr("Its label is void: throw it away."),
        )
        self.lay(parcel.shipment_id)

    def pack_together(self) -> None:
        """Open what somebody else has begun."""
        question = self.state.question
        if question is None or question.kind != "join":
            self._end()
            return

        def joined(arrival: Arrival) -> None:
            self.state.clear()
            self.state.say(lambda: (tr("Opened together with {who}", who=question.who), "good"))
            self.lay(arrival.shipment_id)

        self._work(lambda ctx: scan_at_bench(ctx, question.code, True), joined)
