"""Another look or another language for the whole window, in steps: it answers between them, and shows the new all at once."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.qt import theme, words

Step = Callable[[], None]


def colour(scheme: theme.Scheme) -> None:
    """Switch the scheme of the running program."""
    app = _app()
    _Steps(lambda: theme.forget(app), lambda: theme.apply(app, scheme))


def speak(language: str) -> None:
    """Switch the language of the running program."""
    _Steps(lambda: words.set_language(language))


def _app() -> QApplication:
    app = QCoreApplication.instance()
    assert isinstance(app, QApplication)
    return app


class _Steps(QTimer):
    """Takes each step in a turn of the event loop of its own, the first one now; windows are painted after the last."""

    def __init__(self, *steps: Step) -> None:
        self._still: list[QWidget] = [one for one in _app().topLevelWidgets() if one.isVisible()]
        super().__init__(self._still[0] if self._still else _app())
        self.setSingleShot(True)
        self._left = list(steps)
        self.timeout.connect(self._take)
        for one in self._still:
            one.installEventFilter(self)
        self._take()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is to be painted waits: with updates switched off and on again, Qt would paint everything twice."""
        return event.type() == QEvent.Type.UpdateRequest

    def _take(self) -> None:
        if self._left:
            self._left.pop(0)()
            self.start()
            return
        for one in self._still:
            if shiboken6.isValid(one):
                one.removeEventFilter(self)
                QCoreApplication.postEvent(one, QEvent(QEvent.Type.UpdateRequest))
        self.deleteLater()
