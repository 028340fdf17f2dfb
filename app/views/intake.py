"""The intake: orders that came by file, mail and EDI, each with its bytes; accepted, mended or refused with one key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from app.domain.permissions import Permission
from app.qt.commands import command
from app.qt.notices import Notice
from app.qt.table import Column
from app.qt.words import mark, said, tr, trn
from app.queries.intake import IntakeRow, intake, intake_count, one_message
from app.queries.pages import Ask, Connection, Page
from app.services.context import Context
from app.services.intake import accept_message, refuse_message, reopen_message
from app.services.intake_back import prefer_message, take_back_message
from app.services.intake_looking import Looked, look_at
from app.services.order_entry import Entered
from app.views.parts.bulk import Outcome, for_each
from app.views.parts.intake_columns import COLUMNS, TABS
from app.views.parts.intake_details import IntakeDetails
from app.views.parts.intake_mending import IntakeMending
from app.views.parts.intake_refuse import RefusePanel
from app.views.parts.intake_words import CHANNELS
from app.views.table_screen import Filter

OPEN = ("waiting", "conflict")


class Intake(IntakeMending):
    """Messages that wait or are in conflict, with the reading beside the original."""

    id, title, icon, group = "intake", mark("Intake"), "intake", mark("Sell")
    topics = frozenset({"intake_message", "intake_source", "product", "customer", "sales_order"})
    right = Permission.ORDER_IMPORT
    columns: tuple[Column[IntakeRow], ...] = COLUMNS  # type: ignore[misc]  # the class variable of the base, with its rows named
    tabs = TABS
    ticks = True
    searches = mark("Number, file, sender, customer")
    empty = (mark("Nothing stands here"), mark("Orders from folders, mailboxes and files come in here."))

    def build(self) -> None:
        """Make the list, the line that asks for a reason, and the details beneath."""
        self._warehouse = 0
        super().build()
        self.refuse_panel = RefusePanel()
        self.refuse_panel.cancelled.connect(self._leave)
        self.refuse_panel.given.connect(self._refuse)
        self._refusing: tuple[IntakeRow, ...] = ()
        self.details = IntakeDetails(self.shell, self)
        self.details.hide()
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.insertWidget(1, self.refuse_panel)
        whole.addWidget(self.details, 2)
        self.connect_mending()

    # The list

    def filters(self) -> tuple[Filter, ...]:
        """By channel."""
        return (Filter("channel", mark("Channel"), tuple(CHANNELS.items())),)

    def fetch(self, connection: Connection, ask: Ask) -> Page[IntakeRow]:
        """A page of messages."""
        return intake(connection, ask)

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return intake_count(connection, ask)

    def search_of(self, connection: Connection, target: Any) -> str:
        """A message's number finds it."""
        row = one_message(connection, target)
        return "" if row is None else row.number

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of commands without a button of their own."""
        keys = (("Return", mark("Accept")), ("Ctrl+O", mark("Open the order")))
        return (*keys, ("Ctrl+T", mark("Take this version")), ("F6", mark("The other version")))

    def show_row(self, row: IntakeRow | None) -> None:
        """Read another message."""
        if self.mending:
            return
        if row is None:
            self.details.hide()
            self.details.looked = None
            return
        self.read(look_at, row.id, then=self._looked_at, latest="message")

    def _looked_at(self, looked: Looked | None) -> None:
        row = self.current()
        if self.mending or looked is None or row is None or row.id != looked.row.id:
            return
        self.details.fill(looked)
        self.details.show()
        self.update_commands()

    def opened(self, key: object) -> None:
        """Enter: what is ready is accepted, what must be mended is, and what was accepted shows its order."""
        row = self.current()
        if row is None:
            return
        if row.order_id is not None:
            self.shell.go("orders", row.order_id)
        elif row.state in OPEN and row.stops:
            self.mend()
        elif row.ready:
            self.accept()

    # Commands

    def can(self, command_id: str) -> bool:
        """What the chosen messages allow."""
        rows = self.chosen()
        one = self.current()
        states = {row.state for row in rows}
        open_ = bool(rows) and states <= set(OPEN)
        possible = {
            "intake.accept": self.mending or (open_ and states == {"waiting"}),
            "intake.mend": one is not None and one.state in OPEN and not self.mending,
            "intake.refuse": open_ and not self.mending,
            "intake.back": bool(rows) and states <= {"accepted", "refused"},
            "intake.open": one is not None and one.order_id is not None,
            "intake.other": self.details.looked is not None and self.details.looked.other is not None,
            "intake.save": self.details.looked is not None,
            "intake.line": self.mending,
            "intake.prefer": bool(rows) and states == {"conflict"} and not self.mending,
        }
        return possible[command_id] if command_id in possible else super().can(command_id)

    @command("intake.save", mark("Save the original"), icon="save", shortcut="Ctrl+Shift+S", button=False)
    def save_original(self) -> None:
        """Write the bytes as they came into a file."""
        looked = self.details.looked
        if looked is None:
            return
        name = Path(looked.row.name.replace("\\", "/")).name or f"{looked.row.number}.txt"
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save the original"), name)
        if chosen:
            self.later(
                partial(Path(chosen).write_bytes, looked.data),
                then=lambda _: self.shell.tell(tr("{name} is saved.", name=chosen)),
            )

    @command("intake.other", mark("The other version"), icon="copy", shortcut="F6", button=False)
    def other_version(self) -> None:
        """Show the original of the version that is here already, or this one's again."""
        self.details.turn()

    @command("intake.open", mark("Open the order"), icon="open-external", shortcut="Ctrl+O", button=False)
    def open_order(self) -> None:
        """Go to the order that it became."""
        row = self.current()
        if row is not None and row.order_id is not None:
            self.shell.go("orders", row.order_id)

    @command("intake.back", mark("Take back"), icon="undo", shortcut="Ctrl+R", right=Permission.ORDER_IMPORT)
    def take_back(self) -> None:
        """Let the chosen messages wait again: an order that is still a draft is cancelled."""
        self._each(_back, self.chosen(), mark("%n messages wait again."))

    @command(
        "intake.prefer",
        mark("Take this version"),
        icon="check",
        shortcut="Ctrl+T",
        right=Permission.ORDER_IMPORT,
        button=False,
    )
    def prefer(self) -> None:
        """Let the message in conflict stand, and refuse the version that came before."""
        self._each(prefer_message, self.chosen(), mark("%n messages stand instead of what came before."))

    @command("intake.refuse", mark("Refuse"), icon="stop", shortcut="Del", right=Permission.ORDER_IMPORT)
    def refuse(self) -> None:
        """Ask why, then refuse the chosen messages."""
        self._refusing = tuple(row for row in self.chosen() if row.state in OPEN)
        if self._refusing:
            self.refuse_panel.ask(", ".join(row.number for row in self._refusing[:5]))

    @command("intake.mend", mark("Mend"), icon="edit", shortcut="F2", right=Permission.ORDER_IMPORT)
    def mend(self) -> None:
        """Correct what was read of the current message."""
        looked = self.details.looked
        row = self.current()
        if looked is None or row is None or looked.row.id != row.id or row.state not in OPEN:
            return
        self.begin_mending()

    @command("intake.line", mark("A further line"), icon="plus", shortcut="Ctrl+N", button=False)
    def further_line(self) -> None:
        """Add a line that the message has not, as for an order that stands in a letter."""
        self.details.mend.show_line(None)
        self.details.mend.article.setFocus()

    @command(
        "intake.accept",
        mark("Accept"),
        icon="check",
        shortcut="F10",
        right=Permission.ORDER_IMPORT,
        primary=True,
    )
    def accept(self) -> None:
        """Enter the chosen messages as draft orders; while one is mended, keep that."""
        if self.mending:
            self._keep()
            return
        rows = tuple(row for row in self.chosen() if row.state == "waiting")
        ready = [row for row in rows if row.ready]
        if len(rows) == 1 and not ready:
            self.mend()
            return
        if rows:
            self.do(_accept_each, rows, then=self._accepted)

    def _accepted(self, outcome: tuple[Outcome[IntakeRow], dict[int, Entered]]) -> None:
        told, entered = outcome
        self.untick()
        if told.done:
            numbers = ", ".join(entered[row.id].number for row in told.done[:3])
            words = trn("%n orders entered as drafts: {numbers}.", len(told.done), numbers=numbers)
            ids = tuple(told.done)
            self.shell.tell(words, undo=lambda: self._undo(ids))
        self._tell_refused(told)
        self.refresh()

    def _undo(self, rows: tuple[IntakeRow, ...]) -> None:
        self._each(_back, rows, mark("%n messages wait again."))

    def _refuse(self, reason: str) -> None:
        rows = self._refusing
        self._leave()

        def done(outcome: Outcome[IntakeRow]) -> None:
            self.untick()
            if outcome.done:
                words = trn("%n messages refused.", len(outcome.done))
                self.shell.tell(words, undo=lambda: self._undo(outcome.done))
            self._tell_refused(outcome)
            self.refresh()

        self.do(for_each, lambda ctx, key: refuse_message(ctx, key, reason), rows, then=done)

    def _each(self, work: Callable[[Context, int], Any], rows: tuple[IntakeRow, ...], words: str) -> None:
        def done(outcome: Outcome[IntakeRow]) -> None:
            self.untick()
            if outcome.done:
                self.shell.tell(trn(words, len(outcome.done)))
            self._tell_refused(outcome)
            self.refresh()

        if rows:
            self.do(for_each, work, rows, then=done)

    def _tell_refused(self, outcome: Outcome[IntakeRow]) -> None:
        for row, error in outcome.refused:
            self.shell.notices.add(Notice("stop", row.number, said(error), cause=error))

    # Around

    def leave(self) -> bool:
        """What is being mended holds the window."""
        if not self.mending:
            return True
        self.shell.go(self.id)
        self.shell.tell(tr("What you mended is not kept: F10 keeps it, Esc leaves it."))
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the mending from its lines, too."""
        if event.key() == Qt.Key.Key_Escape and self.mending:
            self._leave()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Follow the language."""
        super().retranslate()
        self.details.mend.retranslate()
        self.details.retranslate()


def _accept_each(ctx: Context, rows: tuple[IntakeRow, ...]) -> tuple[Outcome[IntakeRow], dict[int, Entered]]:
    entered: dict[int, Entered] = {}

    def work(context: Context, message_id: int) -> None:
        version = next(row.version for row in rows if row.id == message_id)
        key = f"intake:{message_id}:{version}:accept"
        entered[message_id] = accept_message(context, message_id, op_key=key)

    return for_each(ctx, work, rows), entered


def _back(ctx: Context, message_id: int) -> None:
    with ctx.reading() as connection:
        row = one_message(connection, message_id)
    if row is not None and row.state == "refused":
        reopen_message(ctx, message_id)
    else:
        take_back_message(ctx, message_id)
