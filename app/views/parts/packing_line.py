"""Scans and commands at a bench in one line: each begins when the one before was answered, none is lost at a STOP."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(eq=False)
class Step:
    """Something to be done in its turn; `name` is what a person calls it while it waits."""

    act: Callable[[], None]
    name: str = ""


class ScanLine:
    """The steps that wait. Whoever was begun by `act` says `done` once it is answered."""

    def __init__(self) -> None:
        self._steps: deque[Step] = deque()
        self._busy = False
        self._held = False
        self._in_front = False
        self._pumping = False

    @property
    def waiting(self) -> tuple[str, ...]:
        """What the steps that wait are called, oldest first."""
        return tuple(step.name for step in self._steps if step.name)

    @property
    def held(self) -> bool:
        """Whether everything waits for somebody to say that they have understood."""
        return self._held

    def add(self, act: Callable[[], None], name: str = "") -> Step:
        """Do it when its turn comes, at once where nothing is under way."""
        step = Step(act, name)
        if self._in_front:
            self._steps.appendleft(step)
        else:
            self._steps.append(step)
        self._pump()
        return step

    @contextmanager
    def in_front(self) -> Iterator[None]:
        """What is added meanwhile is done before all that waits: it belongs to the step that is under way."""
        self._in_front = True
        try:
            yield
        finally:
            self._in_front = False

    def done(self) -> None:
        """What was under way is answered."""
        self._busy = False
        self._pump()

    def hold(self) -> None:
        """Begin nothing more: a STOP is shown."""
        self._held = True

    def go_on(self) -> None:
        """Somebody has understood: what was kept is done now."""
        self._held = False
        self._pump()

    def _pump(self) -> None:
        # A step may be answered at once: a loop, so that a long line makes no deep stack.
        if self._pumping:
            return
        self._pumping = True
        try:
            while self._steps and not self._busy and not self._held:
                self._busy = True
                self._steps.popleft().act()
        finally:
            self._pumping = False
