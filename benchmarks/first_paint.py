"""What `benchmarks.start` runs in fresh processes: a window, and the moments at which it was painted and could be worked with.

    python -m benchmarks.first_paint empty
    python -m benchmarks.first_paint console

Prints the moments on the machine's steady clock, in nanoseconds. It imports nothing that the window itself does not.
"""

from __future__ import annotations

import os
import sys
import time
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class Watch(QObject):
    """Notes when a window is first painted.

    It listens at the window alone: a filter before the whole application makes every event a Python object, which costs more
    than the window does.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.painted = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it by this name
        if event.type() == QEvent.Type.Paint and not self.painted:
            self.painted = time.monotonic_ns()
        return False


def empty(app: QApplication) -> None:
    """The bare limit: Qt's own window without anything."""
    window = QMainWindow()
    window.resize(1440, 900)
    watch = Watch(window)
    window.show()
    while not watch.painted:
        app.processEvents()
    print(watch.painted)


def console(app: QApplication) -> None:
    """The program itself, until somebody can sign in; settings and folders come by the environment."""
    from app import bootstrap

    class Watched(bootstrap.Opening):
        """The program's own start, with a look at its window now and then."""

        def __init__(self, *args: Any, **named: Any) -> None:
            super().__init__(*args, **named)
            self._watch = Watch(self._window)
            self._timer = QTimer(app)
            self._timer.setInterval(2)
            self._timer.timeout.connect(self._look)
            self._timer.start()

        def _look(self) -> None:
            shown: Any = self._window.pages.currentWidget()
            # By its name: importing the class here would read it before the window is painted.
            if type(shown).__name__ == "SignInPage" and shown.isEnabled() and shown.login.text():
                print(self._watch.painted, time.monotonic_ns(), flush=True)
                os._exit(0)  # how long the end takes is another question

    bootstrap.Opening = Watched  # type: ignore[misc]  # it is the same but for the watch
    bootstrap.command_line([])


if __name__ == "__main__":
    (empty if sys.argv[1] == "empty" else console)(QApplication(sys.argv[:1]))
