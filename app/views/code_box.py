"""Ctrl+B: type a code that no scanner reads. It goes the way of every scan, so it is never typed into a field of the screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.qt import theme
from app.qt.scanner import ScanRouter
from app.qt.widgets import KeyCap, Label, Sign
from app.qt.words import mark, tr

WIDTH = 520


class CodeBox(QFrame):
    """A field over the window: Enter scans what was typed, Esc closes it, and the focus goes back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("kind", "popup")
        self.setFixedWidth(WIDTH)
        self.field = QLineEdit()
        self.field.setFont(theme.font("code-title"))
        self.field.installEventFilter(self)
        line = QHBoxLayout()
        line.setSpacing(theme.S8)
        line.addWidget(Sign("barcode-scan", "accent_text"))
        line.addWidget(Label(mark("Type a code: barcode, SKU, place or number"), "medium"), 1)
        for key, words in (("Return", mark("Scan it")), ("Esc", mark("Close"))):
            line.addWidget(KeyCap(key))
            line.addWidget(Label(words, "small", "text2"))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.S16, theme.S8 + theme.S4, theme.S16, theme.S16)
        column.setSpacing(theme.S8)
        column.addLayout(line)
        column.addWidget(self.field)
        self._router: ScanRouter | None = None
        self._before: QWidget | None = None
        self.hide()

    def begin(self, router: ScanRouter | None) -> None:
        """Open it over the window."""
        self._router, self._before = router, self.window().focusWidget()
        self.field.clear()
        self.field.setAccessibleName(tr("Code"))
        self.adjustSize()
        self.move(QPoint((self._over.width() - WIDTH) // 2, 72))
        self.show()
        self.raise_()
        self.field.setFocus()

    def _end(self) -> None:
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Esc belong to the box, whatever they mean on the screen beneath."""
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.key() == Qt.Key.Key_Escape:
                self._end()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                code = self.field.text().strip()
                self._end()
                if code and self._router is not None:
                    self._router.inject(code, "typed")
                return True
        return False
