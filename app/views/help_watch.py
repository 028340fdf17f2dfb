"""Benches that call a supervisor: shown and heard wherever somebody works who may answer, until one of them comes."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.domain.permissions import Permission
from app.qt.format import hour
from app.qt.notices import Notice
from app.qt.screen import Shell
from app.qt.words import tr
from app.queries.help_calls import Call, open_calls
from app.services.context import Context
from app.services.help_calls import answer_call, unanswer_call


class HelpWatch(QObject):
    """Keeps one message for each open call in the message bar, for those who may answer it.

    F8 puts a message away on this desk alone: the call stays open, and is shown again when another one comes.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._shown: dict[int, Notice] = {}
        shell.session_changed.connect(self._other_person)
        self.look()

    def changed(self, topics: frozenset[str]) -> None:
        """Something changed in the database."""
        if topics & {"help_call", "everything"}:
            self.look()

    def _other_person(self) -> None:
        self._shown.clear()  # the messages went with the person before
        self.look()

    def look(self) -> None:
        """Read which calls are open."""
        ctx = self._shell.session
        assert isinstance(ctx, Context)
        if not self._shell.allows(Permission.HELP_ANSWER):
            return

        def work() -> tuple[Call, ...]:
            with ctx.reading() as connection:
                return open_calls(connection)

        self._shell.tasks.run(work, then=self._show, failed=lambda _: None, owner=self, latest="help")

    def _show(self, calls: tuple[Call, ...]) -> None:
        # Whoever calls from this very desk knows it.
        mine = {call.call_id: call for call in calls if call.desk != self._shell.session.desk}
        for call_id in [one for one in self._shown if one not in mine]:
            self._shell.notices.drop(self._shown.pop(call_id))
        for call_id, call in mine.items():
            if call_id not in self._shown:
                self._shown[call_id] = notice = self._notice(call)
                self._shell.notices.add(notice)
                self._shell.sounds.play("stop")

    def _notice(self, call: Call) -> Notice:
        title = tr("Desk {desk} calls.", desk=call.desk or call.name)
        words = tr("{name} needs help since {time}", name=call.name, time=hour(call.at))
        text = ", ".join(part for part in (words, call.shipment, call.note) if part)
        return Notice("warn", title, f"{text}.", tr("I am coming"), lambda: self.answer(call))

    def answer(self, call: Call) -> None:
        """Say that the person here comes; Ctrl+Z takes it back."""
        ctx = self._shell.session
        assert isinstance(ctx, Context)

        def told(_: int) -> None:
            self._shown.pop(call.call_id, None)
            self._shell.tell(tr("Desk {desk} sees that you are coming.", desk=call.desk), back)

        def back() -> None:
            self._shell.tasks.run(unanswer_call, ctx, call.call_id, owner=self)

        self._shell.tasks.run(answer_call, ctx, call.call_id, then=told, owner=self)
