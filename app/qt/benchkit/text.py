"""Large words that always find room, keys as they stand on the keyboard, pictures of articles."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.qt import icons, theme
from app.qt.benchkit.scale import LEAST, TEXT, Scaling
from app.qt.widgets.text import key_words

WRAPPED = Qt.TextFlag.TextWordWrap
_UNBOUND = 100_000
_COLUMN = 140
_CLOSER = 0.88
_SQUEEZED = 11
"""Points that words are set in before one is broken or cut: only where a window is far too small for them."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """How a text is set: points, the text with its breaks, and whether all of it finds room so."""

    pt: float
    text: str
    fits: bool


def _sizes(most: float, least: float) -> Iterator[float]:
    """Points to try, from the largest to the least."""
    pt = float(most)
    while pt > least:
        yield pt
        pt -= max(0.5, pt / 40)
    yield min(most, least)


def _broken(text: str, metrics: QFontMetrics, width: int) -> str:
    """The text with every word that is wider than a line cut into pieces that are not."""
    return " ".join(_pieces(word, metrics, width) for word in text.split(" "))


def _pieces(word: str, metrics: QFontMetrics, width: int) -> str:
    if metrics.horizontalAdvance(word) <= width or "\n" in word:
        return word
    pieces, piece = [], ""
    for letter in word:
        if piece and metrics.horizontalAdvance(f"{piece}{letter}-") > width:
            pieces.append(f"{piece}-")
            piece = ""
        piece += letter
    return " ".join([*pieces, piece])


class BenchLabel(Scaling, QLabel):
    """Words on a bench: they wrap where there is height, and are set smaller where there is none.

    Where even the smallest type finds no room they end in an ellipsis; the whole is the accessible name.

    Args:
        pt: Points at 1600 x 900.
        weight: "regular", "medium", "semibold" or "bold".
        tone: A token or tone of the theme.
        lines: How many lines it asks for where the text needs them.
        least: Points that it asks room for, whatever happens.
        codes: Whether zeros are slashed: numbers of orders and articles.
    """

    def __init__(
        self,
        pt: float = TEXT,
        weight: str = "regular",
        tone: str = "text",
        *,
        lines: int = 1,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        least: float = LEAST,
        codes: bool = False,
    ) -> None:
        super().__init__()
        self._pt, self._weight, self._tone, self._lines = pt, weight, tone, lines
        self._least, self._codes = min(least, pt), codes
        self._fit: tuple[tuple[object, ...], _Fit] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(lines > 1)
        self.setSizePolicy(policy)

    def say(self, text: str, tone: str | None = None) -> None:
        """Show words that are in the person's language already, in another tone where one is given."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()
        if tone is not None:
            self.set_tone(tone)

    def set_tone(self, tone: str) -> None:
        """Take another tone."""
        self._tone = tone
        self.update()

    def set_weight(self, weight: str) -> None:
        """Take another weight."""
        self._weight = weight
        self.updateGeometry()
        self.update()

    def _metrics(self, pt: float) -> QFontMetrics:
        return QFontMetrics(self.face(pt, self._weight, codes=self._codes))

    def sizeHint(self) -> QSize:
        """One line at the size that is asked for."""
        metrics = self._metrics(self._pt)
        given = self.text().split("\n")
        # A pixel more than the words are wide: what is measured in halves of pixels must not be set smaller for one.
        width = max(map(metrics.horizontalAdvance, given)) + 2
        return QSize(width, metrics.height() + (len(given) - 1) * metrics.lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """The longest word at the smallest size; one that is longer than any sensible column is set smaller still."""
        metrics = self._metrics(self._least)
        words = self.text().split() or [""]
        width = max(map(metrics.horizontalAdvance, words)) + 2
        return QSize(min(width, self.px(_COLUMN)), metrics.height())

    def hasHeightForWidth(self) -> bool:
        """Only where it may take further lines."""
        return self._lines > 1

    def heightForWidth(self, width: int) -> int:
        """The height its words need in this width, up to the lines that it may take."""
        metrics, closer = self._metrics(self._pt), self._metrics(self._pt * _CLOSER)
        if closer.horizontalAdvance(self.text()) <= width:
            # A little smaller on one line reads better than one word alone on the next.
            return metrics.height()
        needed = metrics.boundingRect(QRect(0, 0, width, _UNBOUND), WRAPPED, self.text()).height()
        return max(metrics.height(), min(needed, self._lines * metrics.lineSpacing()))

    def fitted(self) -> float:
        """The points that the words are set in, in the room there is now."""
        return self._fitting().pt

    def whole(self) -> bool:
        """Whether every word is on the screen, none broken and none cut."""
        fit = self._fitting()
        return fit.fits and fit.text == self.text()

    def _fitting(self) -> _Fit:
        key = (self.text(), self.size().toTuple(), self.scale, self._pt, self._weight)
        if self._fit is None or self._fit[0] != key:
            self._fit = (key, self._tried())
        return self._fit[1]

    def _tried(self) -> _Fit:
        """The largest size that fits: on one line where one was asked for, else wrapped, else with long words broken."""
        room = self.contentsRect().size()
        for pt in _sizes(self._pt, self._least) if self._lines == 1 and "\n" not in self.text() else ():
            metrics = self._metrics(pt)
            if metrics.horizontalAdvance(self.text()) <= room.width() and metrics.height() <= room.height():
                return _Fit(pt, self.text(), True)
        for lowest, breaks in ((self._least, False), (self._least, True), (_SQUEEZED, True)):
            for pt in _sizes(self._pt, lowest):
                metrics = self._metrics(pt)
                text = _broken(self.text(), metrics, room.width()) if breaks else self.text()
                need = metrics.boundingRect(QRect(0, 0, room.width(), _UNBOUND), WRAPPED, text)
                if need.width() <= room.width() and need.height() <= room.height():
                    return _Fit(pt, text, True)
        return _Fit(_SQUEEZED, self._beginning(room), False)

    def _beginning(self, room: QSize) -> str:
        """As much of the text as there is room for, with an ellipsis: what a name begins with says most of it."""
        metrics = self._metrics(_SQUEEZED)

        def beginning(letters: int) -> str:
            return _broken(f"{self.text()[:letters].rstrip()}…", metrics, room.width())

        def too_long(letters: int) -> bool:
            area = QRect(0, 0, room.width(), _UNBOUND)
            return metrics.boundingRect(area, WRAPPED, beginning(letters)).height() > room.height()

        most = bisect_left(range(1, len(self.text())), True, key=too_long)
        return beginning(most)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words as large as there is room."""
        fit = self._fitting()
        painter = QPainter(self)
        painter.setFont(self.face(fit.pt, self._weight, codes=self._codes))
        painter.setPen(QColor(theme.tokens().colour(self._tone)))
        painter.drawText(self.contentsRect(), int(self.alignment()) | WRAPPED, fit.text)
        painter.end()


class BenchKey(Scaling, QWidget):
    """A key as large as the bench needs it; its name follows the language."""

    def __init__(self, keys: str, pt: float = LEAST, tone: str = "text") -> None:
        super().__init__()
        self._keys, self._pt, self._tone = keys, pt, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.words)

    @property
    def words(self) -> str:
        """The key's name in the person's language."""
        return key_words(self._keys)

    def set_keys(self, keys: str) -> None:
        """Show another key."""
        self._keys = keys
        self._renamed()

    def _renamed(self) -> None:
        self.setAccessibleName(self.words)
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._renamed()

    def sizeHint(self) -> QSize:
        """As wide as the key's name."""
        metrics = QFontMetrics(self.face(self._pt, "semibold"))
        height = round(metrics.height() * 1.28)
        return QSize(max(height, metrics.horizontalAdvance(self.words) + round(height * 0.7)), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the key with its thicker lower edge."""
        painter = QPainter(self)
        paint_key(painter, QRectF(self.rect()))
        painter.setFont(self.face(self._pt, "semibold"))
        painter.setPen(QColor(theme.tokens().colour(self._tone)))
        painter.drawText(self.rect().adjusted(0, 0, 0, -2), Qt.AlignmentFlag.AlignCenter, self.words)
        painter.end()


def paint_key(painter: QPainter, rect: QRectF) -> None:
    """Paint the body of a key: a frame that is thicker below, so that it looks like one to press."""
    colours = theme.tokens()
    radius = rect.height() * 0.18
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.text2))
    painter.drawRoundedRect(rect, radius, radius)
    painter.setBrush(QColor(colours.surface))
    painter.drawRoundedRect(rect.adjusted(2, 2, -2, -max(3.0, rect.height() * 0.09)), radius - 1, radius - 1)


class Picture(Scaling, QWidget):
    """The picture of an article in its frame; without one the frame says so by an icon.

    Args:
        side: Pixels of its side at 1600 x 900.
    """

    def __init__(self, side: int) -> None:
        super().__init__()
        self._side = side
        self._picture: QPixmap | None = None
        self._empty = "products"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, picture: QPixmap | None, name: str = "", empty: str = "products") -> None:
        """Show a picture, with the article's name for a screen reader; None shows the icon `empty`."""
        self._picture = picture if picture is not None and not picture.isNull() else None
        self._empty = empty
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self.px(self._side), self.px(self._side))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame and picture."""
        colours = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        radius = min(self.px(10), self.height() / 6)
        painter.setPen(QPen(QColor(colours.button_edge), 1.5) if self._side > 80 else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.window))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        inner = QRectF(self.rect()).adjusted(*(edge * self.width() * 0.06 for edge in (1, 1, -1, -1)))
        if self._picture is None:
            side = inner.width() * 0.4
            box = QRectF(inner.center().x() - side / 2, inner.center().y() - side / 2, side, side)
            icons.paint(painter, self._empty, box, "text3")
        else:
            size = self._picture.size().scaled(inner.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            left = inner.x() + (inner.width() - size.width()) / 2
            top = inner.y() + (inner.height() - size.height()) / 2
            painter.drawPixmap(
                QRectF(left, top, size.width(), size.height()), self._picture, QRectF(self._picture.rect())
            )
        painter.end()


class BenchSign(Scaling, QWidget):
    """An icon at the bench's size; a word beside it says the same.

    Args:
        size: Pixels of its side at 1600 x 900.
    """

    def __init__(self, icon: str, tone: str = "text2", size: int = 32) -> None:
        super().__init__()
        self._icon, self._tone, self._side = icon, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, icon: str, tone: str) -> None:
        """Show another icon in another tone."""
        self._icon, self._tone = icon, tone
        self.update()

    @property
    def icon(self) -> str:
        """The icon that is shown."""
        return self._icon

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self.px(self._side), self.px(self._side))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon in the colours of now."""
        painter = QPainter(self)
        if self._icon:
            icons.paint(painter, self._icon, QRectF(self.rect()), self._tone)
        painter.end()
