"""The packing bench: a shipment is opened by a scan, its articles are scanned into parcels, parcels are closed and labelled."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.qt.commands import command
from app.qt.words import mark
from app.queries.pages import Connection
from app.queries.shipment_detail import shipment_detail
from app.views.parts.packing_digits import PackingDigits
from app.views.parts.packing_state import Question
from app.views.parts.packing_words import Mode


class PackingBench(PackingDigits):
    """One shipment at a time, by scanner and keyboard alone."""

    def build(self) -> None:
        """Make the pages; a click on what waits opens it, too."""
        super().build()
        self.waiting_page.list.wanted.connect(self._clicked)

    def _clicked(self, place: int) -> None:
        self.state.chosen_at = place
        self.waiting_page.finder.clear()
        self.confirm()

    def can(self, command_id: str) -> bool:
        """By what the bench is doing and asks."""
        state, mode = self.state, self.state.mode
        asked = state.question.kind if state.question is not None else ""
        working = mode in (Mode.PACKING, Mode.CLOSING)
        holds = bool(state.parcel and state.parcel.pieces)
        able = {
            "pack.understood": self.stopped,
            "pack.quantity": mode is Mode.PACKING,
            "pack.next": asked == "into" or (working and state.left > 0 and holds),
            "pack.problem": mode is Mode.PACKING and not asked,
            "pack.missing": mode is Mode.PACKING and asked in ("problem", "which"),
            "pack.damaged": mode is Mode.PACKING and asked in ("problem", "which"),
            "pack.swap": mode is Mode.PACKING and asked in ("", "how"),
            "pack.short": mode is Mode.PACKING and asked in ("", "how"),
            "pack.report": mode is Mode.PACKING and asked == "how",
            "pack.accept": asked == "off",
            "pack.box": working and asked in ("", "box", "off"),
            "pack.out": working and not asked and any(one.pieces for one in state.open_parcels),
            "packing.move": working and not asked and any(one.pieces for one in state.open_parcels),
            "pack.hold": working and asked in ("", "off", "how"),
            "pack.copy": mode is Mode.DONE,
            "pack.close": working and holds,
            "pack.join": asked == "join",
            "pack.leave": mode is not Mode.DONE,
        }
        return able.get(command_id, True)

    def leave(self) -> bool:
        """Nothing is lost when somebody goes: what lies in a parcel is kept by the database."""
        return True

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys that belong to no command."""
        return (
            ("Up", mark("Choose another one")),
            ("Ctrl+Z", mark("Undo last scan")),
            ("Space", mark("Understood")),
        )

    def open(self, target: object) -> None:
        """Open a shipment (its id), as a scan of its number would."""

        def name(connection: Connection) -> str:
            found = shipment_detail(connection, int(str(target)), addresses=False)
            return found.row.number if found is not None else ""

        self.read(name, then=lambda number: self.typed(number) if number else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose; figures answer; the number block's Enter is Enter."""
        steps: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.state.choose(steps[event.key()])
            self.show_state()
        elif event.key() == Qt.Key.Key_Enter:
            self.run("pack.confirm")
        elif self.picks and event.text() and event.text() in "123456789":
            self.pick(int(event.text()))
        else:
            super().keyPressEvent(event)

    # Enter, Esc

    @command("pack.confirm", mark("Confirm"), icon="check", shortcut="Return", button=False)
    def confirm(self) -> None:
        """Do what the instruction says."""
        question, mode = self.state.question, self.state.mode
        if question is not None and question.kind not in ("join", "off"):
            self.answer_question(question)
        elif mode is Mode.WAITING:
            self.typed(self.state.meant(self.waiting_page.finder.text().strip()) or self.state.chosen)
        elif mode is Mode.DONE:
            self.state.clear()
            self.show_state()
            self.refresh()
        elif mode is Mode.CLOSING and self.state.parcel is None:
            self.finish()
        else:
            self.close_parcel()

    @command("pack.leave", mark("Leave or park"), icon="pause", shortcut="Esc", button=False)
    def leave_or_park(self) -> None:
        """Go back a step: out of a question, out of closing; give the shipment back, or ask to park it."""
        self.line.add(self.step_back)

    # Parcels

    @command("pack.close", mark("Close parcel"), icon="packing", shortcut="F10", button=False)
    def close_parcel(self) -> None:
        """Close the parcel: asked for before everything is packed, it asks for the weight first."""
        self.line.add(self.close_open_parcel)

    @command("pack.next", mark("Next parcel"), icon="plus", shortcut="F4", button=False)
    def next_parcel(self) -> None:
        """Close this parcel and go on in another one; asked where a piece goes, begin one for it."""
        self.line.add(self.next_one)

    @command("pack.copy", mark("Reprint as COPY"), icon="copy", shortcut="F7", button=False)
    def reprint(self) -> None:
        """Print the label once more as a copy; where it was never made, make it."""
        self.line.add(self.print_again)

    # Quantity, trouble

    @command("pack.quantity", mark("Quantity"), icon="quantity", shortcut="F2", button=False)
    def ask_quantity(self) -> None:
        """Ask how often the next scan counts."""
        self.ask(Question("quantity"))

    @command("pack.problem", mark("Missing or damaged"), icon="alert-triangle", shortcut="F6", button=False)
    def ask_problem(self) -> None:
        """Ask how many pieces of the article at hand are wrong; a supervisor is told."""
        self.ask(Question("problem"))

    @command("pack.swap", mark("Swap from stock"), icon="refresh", button=False)
    def swap(self) -> None:
        """Fetch others for what is wrong; said without a question, a piece of the article at hand is damaged."""
        self.line.add(lambda: self.settle("swap", "damaged"))

    @command("pack.short", mark("Send the rest later"), icon="half", button=False)
    def short(self) -> None:
        """Go on without what is wrong; said without a question, a piece of the article at hand is missing."""
        self.line.add(lambda: self.settle("short", "missing"))

    @command("pack.report", mark("Tell a supervisor"), icon="flag", button=False)
    def report(self) -> None:
        """Only note what is wrong."""
        self.line.add(lambda: self.settle("report"))

    @command("pack.out", mark("Take out of the parcel"), icon="undo", shortcut="F5", button=False)
    def take_out(self) -> None:
        """Ask what is to come out of its parcel."""
        self.line.add(lambda: self.ask_for("out"))

    @command("packing.move", mark("Move a piece"), icon="arrow-right", shortcut="F7", button=False)
    def move_a_piece(self) -> None:
        """Ask which piece goes into another parcel, and then which."""
        self.line.add(lambda: self.ask_for("move"))

    @command("pack.missing", mark("Missing"), icon="alert-triangle", button=False)
    def report_missing(self) -> None:
        """They are not there."""
        self.line.add(lambda: self.which("missing"))

    @command("pack.damaged", mark("Damaged"), icon="alert-triangle", button=False)
    def report_damaged(self) -> None:
        """They are there, and must not be sent."""
        self.line.add(lambda: self.which("damaged"))

    # Weight, box

    @command("pack.accept", mark("Accept the weight"), icon="scale", button=False)
    def accept(self) -> None:
        """Take a weight that is not the expected one, for another reason than those that are shown."""
        self.line.add(lambda: self.accept_weight("other"))

    @command("pack.box", mark("Choose a box"), icon="parcel", shortcut="F3", button=False)
    def choose_a_box(self) -> None:
        """Show the boxes to choose from."""
        self.line.add(self.ask_box)

    # Waiting, help, another person

    @command("pack.hold", mark("Park with a reason"), icon="hold", shortcut="F12", button=False)
    def hold(self) -> None:
        """Ask why the shipment waits; every desk sees it."""
        self.line.add(lambda: self.ask_for("park"))

    @command("pack.call", mark("Call a supervisor"), icon="call", shortcut="F9", button=False)
    def call(self) -> None:
        """Call a supervisor to this desk, or take the call back."""
        self.line.add(self.call_supervisor)

    @command("pack.person", mark("Another person"), icon="person", button=False)
    def another_person(self) -> None:
        """Let somebody else work here; their badge does it at once."""
        self.shell.person_wanted.emit()

    # Undo, together, understood

    @command("packing.undo", mark("Undo last scan"), icon="undo", button=False)
    def undo(self) -> None:
        """Take the last step of this shipment back, whoever did it and wherever."""
        self.line.add(self.take_back)

    @command("pack.join", mark("Pack together"), icon="users", shortcut="F3", button=False)
    def join(self) -> None:
        """Pack together with whoever has begun."""
        self.line.add(self.pack_together)

    @command("pack.understood", mark("Understood"), icon="check", button=False)
    def understood(self) -> None:
        """The command card's way to acknowledge a STOP."""
        if self.overlay is not None:
            self.overlay.acknowledge()
