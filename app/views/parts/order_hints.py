"""The keys that fill and change an order, printed under its lines; those for which there is no room stay in the keys' sheet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.qt import theme
from app.qt.widgets import KeyCap, Label


class KeyHints(QFrame):
    """Keys with their words in one line, the most wanted first."""

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        """Make it: (key, English literal inside `mark`)."""
        super().__init__()
        self.setProperty("kind", "surface")
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.S16, 2, theme.S16, theme.S4)
        line.setSpacing(theme.S16)
        self._hints: list[QWidget] = []
        for key, words in keys:
            hint = QWidget()
            pair = QHBoxLayout(hint)
            pair.setContentsMargins(0, 0, 0, 0)
            pair.setSpacing(theme.S4)
            pair.addWidget(KeyCap(key))
            pair.addWidget(Label(words, "small", "text2"))
            line.addWidget(hint)
            self._hints.append(hint)
        line.addStretch()

    def minimumSizeHint(self) -> QSize:
        """It takes what room there is."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what fits."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Words are longer in one language than in the other."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fit()

    def _fit(self) -> None:
        left = self.width() - 2 * theme.S16
        for hint in self._hints:
            left -= hint.sizeHint().width()
            hint.setVisible(left >= 0)
            left -= theme.S16
