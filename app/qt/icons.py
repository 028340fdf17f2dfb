"""The one icon family: strokes of 1.4 on a grid of 16, drawn in the colour of a token at the moment of painting."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.qt import theme

FOLDER = theme.RESOURCES / "icons"


def names() -> list[str]:
    """Every icon that there is."""
    return sorted(file.stem for file in FOLDER.glob("*.svg"))


def icon(name: str, tone: str = "text2", size: int = 16) -> QIcon:
    """An icon for buttons, actions and rows; it takes the new colours by itself when the scheme changes.

    `size` is what `actualSize` answers when a widget asks without a wish of its own.

    Raises:
        KeyError: there is no such icon.
    """
    _source(name)
    return QIcon(_Engine(name, tone, size))


def pixmap(name: str, tone: str = "text2", size: int = 16, ratio: float = 1.0) -> QPixmap:
    """An icon in the colours of now, for a paint event; `size` in logical pixels, `ratio` those of the screen.

    Raises:
        KeyError: there is no such icon.
    """
    return _drawn(name, theme.scheme(), tone, max(1, round(size * ratio)), ratio)


def paint(painter: QPainter, name: str, rect: QRectF, tone: str = "text2") -> None:
    """Draw an icon into a rectangle; sharp at any size, for benches too.

    Raises:
        KeyError: there is no such icon.
    """
    _renderer(name, theme.scheme(), tone).render(painter, rect)


@cache
def _source(name: str) -> str:
    file = FOLDER / f"{name}.svg"
    if not file.is_file():
        raise KeyError(f"There is no icon {name!r}.")
    return file.read_text(encoding="utf-8")


@cache
def _renderer(name: str, scheme: theme.Scheme, tone: str) -> QSvgRenderer:
    colours = theme.SCHEMES[scheme]
    tinted = _source(name).replace("currentColor", colours.colour(tone))
    # What is cut out of a filled shape: the ground it stands on, or the ink that belongs on the accent.
    tinted = tinted.replace("surfaceColor", colours.surface).replace("onAccentColor", colours.on_accent)
    return QSvgRenderer(QByteArray(tinted.encode()))


@cache
def _drawn(name: str, scheme: theme.Scheme, tone: str, pixels: int, ratio: float) -> QPixmap:
    made = QPixmap(pixels, pixels)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    _renderer(name, scheme, tone).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


class _Engine(QIconEngine):
    """Paints an icon in the colours of now, so that no button has to be told of a change."""

    def __init__(self, name: str, tone: str, size: int) -> None:
        super().__init__()
        self._name, self._tone, self._size = name, tone, size

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._tone, self._size)

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        side = min(size.width(), size.height()) if size.isValid() else self._size
        return QSize(side, side)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        tone = "text3" if mode == QIcon.Mode.Disabled else self._tone
        side = min(rect.width(), rect.height())
        box = QRectF(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side)
        paint(painter, self._name, box, tone)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # Qt hands the size over in the screen's own pixels.
        tone = "text3" if mode == QIcon.Mode.Disabled else self._tone
        side = max(1, min(size.width(), size.height()))
        return _drawn(self._name, theme.scheme(), tone, side, 1.0)
