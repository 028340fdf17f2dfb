"""A field as large as a bench needs it; nothing that is scanned ever lands in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from app.qt import theme
from app.qt.benchkit.scale import TEXT, Scaling


class BenchField(Scaling, QLineEdit):
    """One line to type into.

    Args:
        width: Pixels at 1600 x 900; 0 takes what there is.
        pt: Points of what is typed.
    """

    def __init__(self, width: int = 0, pt: float = TEXT) -> None:
        super().__init__()
        self._wide, self._pt = width, pt
        if not width:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.rescale()

    def rescale(self) -> None:
        """Be as large as everything else; the style sheet's own height is that of an office field."""
        high = self.px(self._pt * 2.4)
        pixels = theme.bench_font(self._pt, scale=self.scale).pixelSize()
        inner = high - 4
        self.setStyleSheet(
            f"QLineEdit, QLineEdit:focus {{ min-height: {inner}px; max-height: {inner}px; font-size: {pixels}px;"
            f" padding: 0 {self.px(14)}px; }}"
        )
        self.setFixedHeight(high)
        if self._wide:
            self.setFixedWidth(self.px(self._wide))

    def clear(self) -> None:
        """Forget what was typed for good: Ctrl+Z must not bring a number back that belonged to another question."""
        self.setText("")

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z is the bench's, unless something typed stands here to be undone."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not (self.text() and self.isUndoAvailable())
        ):
            return False
        return super().event(event)
