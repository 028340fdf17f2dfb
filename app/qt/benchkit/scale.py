"""How large a bench is drawn: all its measures are those of 1600 x 900, times one scale for the whole window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget

from app.qt import theme

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object

LEAST_HEIGHT, DRAWN_HEIGHT, MOST_HEIGHT = 720, 900, 1200
NARROWEST = 1440
"""A window narrower than this, for its height, is drawn smaller, so that words still find room."""

LEAST, SMALL, TEXT, INSTRUCTION, VERDICT, COUNTER = 16, 20, 24, 40, 64, 110
"""Points at 1600 x 900; nothing on a bench is smaller than `LEAST`."""


def scale_for(size: QSize) -> float:
    """The scale of a window: 1 at 1600 x 900, 0.8 at 1280 x 720, never under or over what stays readable and fits."""
    wanted = min(size.height() / DRAWN_HEIGHT, size.width() / NARROWEST)
    return min(max(wanted, LEAST_HEIGHT / DRAWN_HEIGHT), MOST_HEIGHT / DRAWN_HEIGHT)


class _Window(QObject):
    """Watches one window and tells everybody in it when the scale changed."""

    changed = Signal(float)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.scale = scale_for(window.size())
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and watched is self.parent():
            scale = scale_for(event.size())
            if scale != self.scale:
                self.scale = scale
                self.changed.emit(scale)
        return False

    @classmethod
    def of(cls, window: QWidget) -> _Window:
        found = window.findChild(cls, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return found or cls(window)


class Scaling(_Widget):
    """Makes a widget follow the scale of its window; comes before the Qt class among the bases.

    Measures given to `px` and `lay` are those of 1600 x 900. `rescale` is called whenever the scale changed.
    """

    _scale: float = 1.0
    _watched: _Window | None = None
    _laid: tuple[tuple[QLayout, tuple[int, int, int, int], int], ...] = ()

    @property
    def scale(self) -> float:
        """The scale that the widget is drawn at."""
        return self._scale

    def px(self, pixels: float) -> int:
        """A measure on the screen."""
        return round(pixels * self._scale)

    def face(self, pt: float, weight: str = "regular", *, codes: bool = False) -> QFont:
        """A font at the window's scale."""
        return theme.bench_font(pt, weight, scale=self._scale, codes=codes)

    def lay(self, layout: QLayout, margins: tuple[int, int, int, int], spacing: int) -> None:
        """Give a layout margins and spacing that follow the scale."""
        self._laid = (*self._laid, (layout, margins, spacing))
        self._lay(layout, margins, spacing)

    def rescale(self) -> None:
        """Take over the new scale where layouts alone do not."""

    def event(self, event: QEvent) -> bool:
        """Find the window when shown: before that, and after every move to another one, it is not known."""
        if event.type() == QEvent.Type.Show:
            self._watch(self.window())
        return super().event(event)

    def _watch(self, window: QWidget) -> None:
        watcher = _Window.of(window)
        if watcher is not self._watched:
            if self._watched is not None:
                self._watched.changed.disconnect(self._take)
            self._watched = watcher
            watcher.changed.connect(self._take)
        self._take(watcher.scale)

    def _take(self, scale: float) -> None:
        if scale == self._scale:
            return
        self._scale = scale
        for layout, margins, spacing in self._laid:
            self._lay(layout, margins, spacing)
        self.rescale()
        self.updateGeometry()
        self.update()

    def _lay(self, layout: QLayout, margins: tuple[int, int, int, int], spacing: int) -> None:
        layout.setContentsMargins(*(self.px(side) for side in margins))
        layout.setSpacing(self.px(spacing))
