"""Somewhere to sign: drawn with mouse, pen or finger, kept as a picture in black on white whatever the colours of the screen."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.qt import theme
from app.qt.benchkit.scale import LEAST, Scaling
from app.qt.words import tr

PICTURE = QSize(720, 240)
"""Pixels of the picture that is kept."""
_STROKE = 4.0
_FOOT = 0.78
"""Where the line to sign on lies, from the top."""


class SignaturePad(Scaling, QWidget):
    """A field to sign in. It takes no keys: whoever has no pointer types a name beside it.

    Signals:
        changed: a stroke was added, or all were cleared.
    """

    changed = Signal()

    def __init__(self, height: int = 200) -> None:
        super().__init__()
        self._high = height
        self._strokes: list[list[QPointF]] = []
        self._drawing = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._named()

    def _named(self) -> None:
        self.setAccessibleName(tr("Signature"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._named()
            self.update()

    @property
    def empty(self) -> bool:
        """Whether nothing is drawn."""
        return not self._strokes

    def clear(self) -> None:
        """Begin anew."""
        self._strokes, self._drawing = [], False
        self.update()
        self.changed.emit()

    def png(self) -> bytes:
        """What was drawn, as a picture; empty where nothing was."""
        if self.empty:
            return b""
        image = QImage(PICTURE, QImage.Format.Format_Grayscale8)
        image.fill(QColor("white"))
        painter = QPainter(image)
        self._draw(painter, QRectF(0, 0, PICTURE.width(), PICTURE.height()), QColor("black"))
        painter.end()
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know file names alone
        return bytes(data.data())

    def sizeHint(self) -> QSize:
        """As the picture is shaped."""
        return QSize(self.px(self._high * 3), self.px(self._high))

    def minimumSizeHint(self) -> QSize:
        """Large enough for a finger."""
        return QSize(self.px(200), self.px(90))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke; a finger and a pen come as the mouse does."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._drawing = True
            self._strokes.append([self._part(event.position())])
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw on."""
        if self._drawing:
            self._strokes[-1].append(self._part(event.position()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke."""
        if self._drawing and event.button() is Qt.MouseButton.LeftButton:
            self._drawing = False
            self.changed.emit()

    def _part(self, at: QPointF) -> QPointF:
        """A point as parts of the picture: what was drawn keeps its shape when the window grows."""
        area = self._area()
        return QPointF((at.x() - area.left()) / area.width(), (at.y() - area.top()) / area.height())

    def _area(self) -> QRectF:
        """The largest rectangle of the picture's shape in the middle of the field."""
        scale = min(self.width() / PICTURE.width(), self.height() / PICTURE.height())
        wide, high = max(1.0, PICTURE.width() * scale), max(1.0, PICTURE.height() * scale)
        return QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)

    def _draw(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(ink, max(1.5, _STROKE * area.width() / PICTURE.width()))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            points = [
                QPointF(area.left() + one.x() * area.width(), area.top() + one.y() * area.height())
                for one in stroke
            ]
            path = QPainterPath(points[0])
            for point in points[1:]:
                path.lineTo(point)
            if len(points) == 1:
                path.lineTo(points[0] + QPointF(0.1, 0))
            painter.drawPath(path)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, the line to sign on, and what was drawn."""
        colours = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area()
        painter.setPen(QPen(QColor(colours.button_edge), 1.5))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), self.px(10), self.px(10))
        foot = area.top() + area.height() * _FOOT
        painter.setPen(QPen(QColor(colours.line), 1.5))
        painter.drawLine(QPointF(area.left() + 20, foot), QPointF(area.right() - 20, foot))
        if self.empty:
            painter.setPen(QColor(colours.text3))
            painter.setFont(self.face(LEAST))
            words = QRectF(area.left(), foot, area.width(), area.bottom() - foot)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, tr("Sign here with mouse, pen or finger"))
        self._draw(painter, area, QColor(colours.text))
        painter.end()
