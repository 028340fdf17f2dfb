"""The returns bench: what waits, counting what came, judging it piece by piece, paying it back."""

from __future__ import annotations

from app.domain.permissions import Permission
from app.errors import AppError
from app.qt.commands import command
from app.qt.words import mark
from app.services.credits import Credited, settle_return
from app.services.inspecting import inspect, undo_inspection
from app.services.returns import receive_return, unreceive_return
from app.views.parts.return_case import Arrivals, read_case
from app.views.parts.return_pages import ARRIVE, DONE, JUDGE, WAIT
from app.views.parts.return_scans import ReturnScans


class ReturnsBench(ReturnScans):
    """One return at a time, one article at a time."""

    id, title, icon, group = "returns", mark("Returns bench"), "returns", mark("Ship")
    topics = frozenset({"return_order"})
    right = Permission.RETURN_INSPECT
    bench = True

    # Commands

    def can(self, command_id: str) -> bool:
        """By the page."""
        judging = self.page == JUDGE and self.item is not None
        if command_id.startswith("returns.grade") or command_id == "returns.note":
            return judging
        if command_id == "returns.decision":
            return judging and bool(self.grade)
        if command_id == "returns.all":
            return self.page == ARRIVE or (judging and self.item is not None and self.item.qty > 1)
        if command_id == "returns.undo":
            return (
                self.case is not None
                and self.credited is None
                and bool(self.case.judged or self._came_only())
            )
        if command_id == "returns.more":
            return (
                self.page in (JUDGE, DONE)
                and self.case is not None
                and self.case.missing > 0
                and not self.credited
            )
        if command_id == "returns.understood":
            return self.overlay is not None and self.overlay.stop is not None
        return True

    def _came_only(self) -> bool:
        return self.page == JUDGE and self.case is not None and not self.case.judged

    @command("returns.understood", mark("Understood"), icon="check", button=False)
    def understood(self) -> None:
        """The command card's way to acknowledge a STOP."""
        if self.overlay is not None:
            self.overlay.acknowledge()

    @command("returns.back", mark("Another return"), icon="arrow-left", shortcut="Esc", button=False)
    def back(self) -> None:
        """Leave the return as it is; what was counted and not taken in is forgotten."""
        if self.judge_panel.note.hasFocus():
            self.setFocus()
            return
        self.page, self.case, self.arrivals = WAIT, None, None
        self.credited = None
        self.clear_judgement()
        self.forget_verdict()
        self.show_page()
        self.refresh()

    @command("returns.grade_a", mark("Grade A"), shortcut="A", button=False)
    def grade_a(self) -> None:
        """As new."""
        self.give_grade("A")

    @command("returns.grade_b", mark("Grade B"), shortcut="B", button=False)
    def grade_b(self) -> None:
        """Opened, complete and sound."""
        self.give_grade("B")

    @command("returns.grade_c", mark("Grade C"), shortcut="C", button=False)
    def grade_c(self) -> None:
        """Worn, to be put right."""
        self.give_grade("C")

    @command("returns.grade_d", mark("Grade D"), shortcut="D", button=False)
    def grade_d(self) -> None:
        """Damaged beyond repair."""
        self.give_grade("D")

    @command("returns.decision", mark("Another decision"), icon="refresh", shortcut="F7", button=False)
    def other_decision(self) -> None:
        """Propose the next thing that may become of it."""
        self.choice += 1
        self.show_page()

    @command("returns.all", mark("All of them"), icon="quantity", shortcut="F6", button=False)
    def all_of_them(self) -> None:
        """Everything announced came; or all pieces of the article get the same judgement, or one alone again."""
        if self.page == ARRIVE and self.arrivals is not None:
            self.arrivals.all()
        elif self.item is not None:
            self.pieces = 1 if self.pieces > 1 else self.item.qty
        self.show_page()

    @command("returns.note", mark("Note"), icon="edit", shortcut="F2", button=False)
    def write_note(self) -> None:
        """Write what was seen; Enter goes back."""
        self.judge_panel.write()

    @command(
        "returns.more",
        mark("More came"),
        icon="plus",
        shortcut="F4",
        right=Permission.RETURN_RECEIVE,
        button=False,
    )
    def more(self) -> None:
        """Count what came in a further parcel."""
        if self.case is not None:
            self.page, self.arrivals = ARRIVE, Arrivals(self.case)
            self.show_page()

    @command("returns.confirm", mark("Confirm"), icon="check", shortcut="Return", button=False)
    def confirm(self) -> None:
        """Do what the instruction says."""
        if self.judge_panel.note.hasFocus():
            self.setFocus()
        elif self.page == WAIT and self.waiting:
            self.open(self.waiting[self.chosen_at].id)
        elif self.page == ARRIVE:
            self._take_in()
        elif self.page == JUDGE:
            self._judge()
        elif self.page == DONE:
            self._settle()

    def _take_in(self) -> None:
        if self.case is None or self.arrivals is None or not self.arrivals.pieces or self.serving:
            return
        self._serve()
        self.do(
            receive_return,
            self.case.head.id,
            self.arrivals.arrived(),
            then=lambda _: self._next(JUDGE),
            failed=self._failed,
        )

    def _judge(self) -> None:
        item = self.item
        if self.case is None or item is None or not self.grade or self.serving:
            return
        decision, place = self.decided(), self.target()
        if decision == "restock" and place is None:
            self.shell.sounds.play("stop")
            return
        self._serve()
        self.do(
            inspect,
            item.line_id,
            self.pieces,
            self.grade,
            decision,
            place.id if decision == "restock" and place is not None else None,
            self.judge_panel.note.text().strip(),
            item.lot_id,
            (item.serial,) if item.serial else (),
            then=lambda _: self._next(JUDGE),
            failed=self._failed,
        )

    def _settle(self) -> None:
        if self.credited is not None or not self.shell.allows(Permission.RETURN_SETTLE):
            self.back()
        elif self.case is not None and not self.serving:
            self._serve()
            self.do(settle_return, self.case.head.id, then=self._paid, failed=self._failed)

    def _paid(self, credited: Credited) -> None:
        self.credited = credited
        self.serving = False
        self.shell.sounds.play("parcel")
        self.show_page()
        self.refresh()

    @command("returns.undo", mark("Undo"), icon="undo", button=False)
    def undo(self) -> None:
        """Take the last judgement back, or the receipt where nothing was judged."""
        if self.case is None or self.serving:
            return
        self._serve()
        if self.case.judged:
            last = self.case.judged[0]
            self.do(undo_inspection, last.id, then=lambda _: self._next(JUDGE), failed=self._failed)
        else:
            self.do(
                unreceive_return, self.case.head.id, then=lambda _: self._next(ARRIVE), failed=self._failed
            )

    def _serve(self) -> None:
        """A step is under way: Enter pressed twice does it once."""
        self.serving = True

    def _next(self, page: str) -> None:
        """The step is done: read the return again and go on."""
        self.serving = False
        self.clear_judgement()
        self.judge_panel.note.clear()
        self.page = page
        self.shell.sounds.play("good")
        if self.case is not None:
            self.read(read_case, self.case.head.id, then=self.case_read, latest="case")

    def _failed(self, error: AppError) -> None:
        self.serving = False
        self.shell.sounds.play("stop")
        self.shell.notices.refused(error)
        if self.case is not None and self.page != ARRIVE:
            self.read(read_case, self.case.head.id, then=self.case_read, latest="case")
