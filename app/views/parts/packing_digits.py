"""Figures at the bench, by keyboard or by the command card: an answer of several, a quantity, a weight, a number."""

from __future__ import annotations

from app.qt.commands import command
from app.views.parts.packing_acts import PackingActs
from app.views.parts.packing_show import CHOOSES
from app.views.parts.packing_state import Question
from app.views.parts.packing_words import Mode


class PackingDigits(PackingActs):
    """The figures 0 to 9 as commands, so that a scanner alone can say a number."""

    @property
    def picks(self) -> bool:
        """Whether a figure gives an answer now; otherwise it is part of a number."""
        question = self.state.question
        return question is not None and question.kind in CHOOSES and not self.work_page.field.hasFocus()

    def pick(self, number: int) -> None:
        """Give the answer of that figure."""
        kind = self.state.question.kind if self.state.question is not None else ""
        if kind == "which" and number in (1, 2):
            self.line.add(lambda: self.which(("missing", "damaged")[number - 1]))
        elif kind == "how":
            self.how(number)
        elif kind == "off":
            self.accept_choice(number)
        elif kind == "box":
            self.choose_box_number(number)
        elif kind == "park":
            self.park(number)
        elif kind == "into":
            self.move_into(number)

    def ask_for(self, kind: str) -> None:
        """Ask something in its turn."""
        state = self.state
        if state.scene is not None and state.mode in (Mode.PACKING, Mode.CLOSING):
            state.question = Question(kind, number=state.scene.number)
        self.end_step()

    def _figure(self, figure: int) -> None:
        def step() -> None:
            with self.line.in_front():
                self._say(figure)
            self.line.done()

        self.line.add(step)

    def _say(self, figure: int) -> None:
        question = self.state.question
        if question is not None and question.kind in CHOOSES:
            self.pick(figure)
            return
        if self.state.mode is Mode.WAITING:
            self.waiting_page.finder.insert(str(figure))
            return
        if self.state.mode is Mode.PACKING and question is None:
            self.state.question = Question("quantity")
            self.show_state()
        if self.work_page.field.isVisibleTo(self.work_page):
            self.work_page.field.insert(str(figure))

    @command("pack.0", "0", icon="quantity", button=False)
    def figure_0(self) -> None:
        """0."""
        self._figure(0)

    @command("pack.1", "1", icon="quantity", button=False)
    def figure_1(self) -> None:
        """1."""
        self._figure(1)

    @command("pack.2", "2", icon="quantity", button=False)
    def figure_2(self) -> None:
        """2."""
        self._figure(2)

    @command("pack.3", "3", icon="quantity", button=False)
    def figure_3(self) -> None:
        """3."""
        self._figure(3)

    @command("pack.4", "4", icon="quantity", button=False)
    def figure_4(self) -> None:
        """4."""
        self._figure(4)

    @command("pack.5", "5", icon="quantity", button=False)
    def figure_5(self) -> None:
        """5."""
        self._figure(5)

    @command("pack.6", "6", icon="quantity", button=False)
    def figure_6(self) -> None:
        """6."""
        self._figure(6)

    @command("pack.7", "7", icon="quantity", button=False)
    def figure_7(self) -> None:
        """7."""
        self._figure(7)

    @command("pack.8", "8", icon="quantity", button=False)
    def figure_8(self) -> None:
        """8."""
        self._figure(8)

    @command("pack.9", "9", icon="quantity", button=False)
    def figure_9(self) -> None:
        """9."""
        self._figure(9)
