"""The one window of the program; it is painted before the rest of the program is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

if TYPE_CHECKING:
    from app.qt.store import Store
    from app.views.window import Work


class MainWindow(QMainWindow):
    """The one window: pages before the work, then the work. Its size is remembered.

    Signals:
        painted: it was painted for the first time.
        closing: it is about to close.
    """

    painted = Signal()
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.pages = QStackedWidget()
        self.setCentralWidget(self.pages)
        self.setWindowTitle("Quai")
        self.resize(1440, 900)
        self.setMinimumSize(1024, 640)
        self.work: Work | None = None
        self._painted = False
        self._kept: dict[QWidget, QWidget] = {}

    def appear(self, store: Store) -> None:
        """Come to the screen where it was the last time; where it is there already, nothing happens."""
        if not self.isVisible():
            if (geometry := store.get_bytes("geometry")) is not None:
                self.restoreGeometry(geometry)
            self.show()

    def show_page(self, page: QWidget) -> None:
        """Show a page, adding it when it is new; the keyboard goes where it was on it, or where the page wants it first."""
        before: QWidget | None = self.pages.currentWidget()
        here: QWidget | None = self.focusWidget()
        if before is not None and before is not page and here is not None and before.isAncestorOf(here):
            self._kept[before] = here
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        kept = self._kept.pop(page, None)
        if kept is not None and shiboken6.isValid(kept) and kept.isVisible():
            kept.setFocus()
        else:
            page.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first time, once the whole of it is on the screen."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask the screens, then remember the window."""
        if self.work is not None and not self.work.leave():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)
