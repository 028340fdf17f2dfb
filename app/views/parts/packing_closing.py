"""How a parcel is closed at the bench: by itself with the last scan, as soon as its weight is known and right; its box."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.errors import AppError
from app.qt.words import said, tr
from app.queries.bench_box import BenchBox, boxes
from app.services.bench_closing import Closed, close_parcel
from app.services.parcel_weight import REASONS, BoxChosen, WeightOff, choose_box
from app.services.scanning import ScanResult
from app.views.parts.packing_flow import PackingFlow
from app.views.parts.packing_state import Question
from app.views.parts.packing_words import Mode, parse_weight

SHOWN_BOXES = 5
"""So many boxes stand side by side; the next ones come with the same key."""


class PackingClosing(PackingFlow):
    """Weight, box, and the end of a parcel."""

    def build(self) -> None:
        """Listen to the scale."""
        super().build()
        self._boxes_from = 0
        self._about_to_close = False
        self.shell.weighed.connect(self._weighed)

    def everything_in(self, result: ScanResult) -> bool:
        """The last scan: close the parcel where its weight is known; False where it has to be asked for."""
        self.state.awaits = True
        package_id = int(result.facts.get("package_id", 0))
        scene = self.state.scene
        # Two parcels at once: which of them is closed first is the packer's to say.
        parcels = scene.parcels if scene is not None else ()
        several = any(one.state == "open" and one.pieces and one.package_id != package_id for one in parcels)
        known = self._known_weight()
        if not package_id or several or known is None:
            return False
        proposed = self.state.box.carton_id if self.state.box.parcels <= 1 else 0
        self._close(package_id, *known, carton_id=proposed)
        return True

    def _known_weight(self) -> tuple[int, str] | None:
        """Grams and where they come from; None where somebody has to weigh or type."""
        if self.state.weighing == "computed":
            return 0, "computed"
        scale = self.shell.scale
        grams = scale.fresh_weight() if self.state.weighing == "scale" and scale is not None else None
        return (grams, "scale") if grams else None

    def _weighed(self) -> None:
        """Something lies on the scale: a parcel that waits for its weight closes by itself."""
        state, question = self.state, self.state.question
        if (
            state.mode is not Mode.CLOSING
            or state.parcel is None
            or self.stopped
            or self.work_page.field.text()
        ):
            return
        known = self._known_weight() if state.awaits and state.weighing == "scale" else None
        if known is None or (question is not None and (question.kind != "off" or question.qty == known[0])):
            return
        if not self._about_to_close:  # a scale speaks several times a second
            self._about_to_close = True
            self.line.add(self._close_awaited)

    def _close_awaited(self) -> None:
        self._about_to_close = False
        parcel, known = self.state.parcel, self._known_weight()
        if parcel is None or not parcel.pieces or known is None or self.state.mode is not Mode.CLOSING:
            self.end_step()
            return
        self.state.question = None
        self._close(parcel.package_id, *known, carton_id=self.state.proposed_id)

    def close_open_parcel(self) -> None:
        """Close the open parcel; before everything is packed its weight is asked for first."""
        state, parcel = self.state, self.state.parcel
        if state.scene is None or parcel is None or not parcel.pieces or state.mode is Mode.DONE:
            self.end_step()
            return
        state.question = None
        typed = self.work_page.field.text().strip() if state.mode is Mode.CLOSING else ""
        known = self._known_weight()
        if state.mode is Mode.PACKING:
            state.early = state.awaits = True
            if known is None:
                self.end_step()
                return
        if typed:
            grams = parse_weight(typed)
            if grams is None:
                state.say(
                    lambda: (tr("Not done"), "stop"), lambda: tr("This is no weight: {typed}", typed=typed)
                )
                self.end_step()
                return
            known = grams, "typed"
        if known is None:
            words = (
                tr("Put the parcel on the scale, or type its weight.")
                if state.weighing == "scale"
                else tr("Type its weight.")
            )
            state.say(lambda: (tr("Weight missing"), "warn"), lambda: words)
            self.end_step()
            return
        self._close(parcel.package_id, *known, carton_id=state.proposed_id)

    def accept_weight(self, reason: str) -> None:
        """Take the weight that is not the expected one, for a reason that is kept."""
        question, parcel = self.state.question, self.state.parcel
        if question is None or question.kind != "off" or parcel is None:
            self.end_step()
            return
        self._close(
            parcel.package_id,
            question.qty,
            question.weighed,
            carton_id=self.state.proposed_id,
            reason=reason,
        )

    def accept_choice(self, number: int) -> None:
        """The reason of that number."""
        if 0 < number <= len(REASONS):
            self.line.add(lambda: self.accept_weight(REASONS[number - 1]))

    def _close(
        self, package_id: int, grams: int, weighed: str, *, carton_id: int = 0, reason: str = ""
    ) -> None:
        others = any(one.package_id != package_id for one in self.state.open_parcels)
        further = self.state.left > 0 and self.state.early and not others

        def failed(error: AppError) -> None:
            if isinstance(error, WeightOff):
                self._ask_about(grams, weighed, int(str(error.facts["expected_g"])))
                return
            self.refused(error)
            self.refresh()

        self.do(
            lambda ctx: close_parcel(
                ctx, package_id, grams, further=further, weighed=weighed, carton_id=carton_id, reason=reason
            ),
            then=lambda closed: self.closed_now(closed, weighed),
            failed=failed,
            lane="bench",
        )

    def _ask_about(self, grams: int, weighed: str, expected_g: int) -> None:
        scene = self.state.scene
        assert scene is not None
        self.state.question = Question("off", qty=grams, weighed=weighed, expected_g=expected_g)
        self.state.awaits = True
        self.state.say(lambda: (tr("Weight is off"), "warn"))
        self.shell.sounds.play("stop")
        self.work_page.field.clear()
        self.lay(scene.shipment_id)

    def closed_now(self, closed: Closed, weighed: str = "") -> None:
        """The parcel is closed: say so, and whether its papers are on their way."""
        state, trouble = self.state, closed.trouble
        if weighed == "scale" and self.shell.scale is not None:
            self.shell.scale.used()
        state.closed, state.jobs, state.early, state.awaits = closed, closed.jobs, False, False
        state.question, state.into = None, 0
        self.work_page.field.clear()
        self.shell.sounds.play("parcel")
        if closed.jobs:
            self.shell.queued.emit()
        position = closed.parcel.position
        state.say(
            lambda: (tr("Parcel {position} is closed", position=position), "good"),
            lambda: said(trouble) if trouble is not None and not closed.parcel.finished else "",
        )
        self.lay(closed.parcel.shipment_id)

    # Boxes

    def ask_box(self) -> None:
        """Show the boxes to choose from; asked again, the next ones."""
        state = self.state
        if state.scene is None or state.mode not in (Mode.PACKING, Mode.CLOSING):
            self.end_step()
            return
        asked = state.question is not None and state.question.kind == "box"
        self._boxes_from = self._boxes_from + SHOWN_BOXES if asked else 0

        def show(found: tuple[BenchBox, ...]) -> None:
            if self._boxes_from >= len(found):
                self._boxes_from = 0
            state.boxes = found[self._boxes_from : self._boxes_from + SHOWN_BOXES]
            state.question = Question("box") if found else None
            if not found:
                state.say(
                    lambda: (tr("No boxes"), "info"),
                    lambda: tr("No box is in use here: see Boxes in the office."),
                )
            self.end_step()

        self.read(boxes, state.scene.warehouse_id, then=show, failed=self.refused)

    def choose_box_number(self, number: int) -> None:
        """Take one of the boxes that are shown."""
        if 0 < number <= len(self.state.boxes):
            carton_id = self.state.boxes[number - 1].carton_id
            self.line.add(lambda: self._choose_box(carton_id))

    def _choose_box(self, carton_id: int) -> None:
        scene = self.state.scene
        if scene is None:
            self.end_step()
            return

        def chosen(found: BoxChosen) -> None:
            self.box_taken(found.name)

        self.work(lambda ctx: choose_box(ctx, scene.shipment_id, carton_id), chosen)

    def box_taken(self, name: str) -> None:
        """Another box is taken; Ctrl+Z takes the one before."""
        state = self.state
        assert state.scene is not None
        shipment_id = state.scene.shipment_id
        state.question = None
        self.shell.sounds.play("good")
        state.say(lambda: (tr("Box {name}", name=name) if name else tr("No box"), "good"))
        self.lay(shipment_id, then=self._weigh_again)

    def _weigh_again(self) -> None:
        """With another box the weight may be right now."""
        if self.state.awaits and self.state.mode is Mode.CLOSING and self._known_weight() is not None:
            with self.line.in_front():
                self.line.add(self._close_awaited)

    # Helpers of the steps

    def work(self, work: Callable[..., Any], then: Callable[[Any], None]) -> None:
        """Run the step that is under way in the lane of the scans; its end shows the bench anew."""

        def failed(error: AppError) -> None:
            self.refused(error)
            self.refresh()

        self.do(work, then=then, failed=failed, lane="bench")
