"""Pictures of products as the screen draws them, kept under their hash."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.queries.pictures import Picture

SIDE = 480
"""Pixels of the longer side: enough for the largest frame of a bench."""


def pixmap_of(picture: Picture | None) -> QPixmap | None:
    """A product's picture, None where it has none."""
    return _drawn(picture) if picture is not None else None


@lru_cache(maxsize=200)
def _drawn(picture: Picture) -> QPixmap:
    if picture.media_type != "image/svg+xml":
        made = QPixmap()
        made.loadFromData(QByteArray(picture.data))
        return made
    renderer = QSvgRenderer(QByteArray(picture.data))
    size = renderer.defaultSize().scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio)
    drawn = QPixmap(size)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(drawn.rect()))
    painter.end()
    return drawn
