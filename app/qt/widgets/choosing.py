"""Where a person goes: the tabs of views over a table, and the entries of the rail."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from app.qt import format, icons, theme
from app.qt.widgets.text import Spoken, cap_width, key_words, paint_cap


class _Counted(QAbstractButton):
    """What tabs and rail share: words that follow the language, and a count that may be absent."""

    def __init__(self, text: str | Spoken) -> None:
        super().__init__()
        self._spoken = text if isinstance(text, Spoken) else Spoken(text)
        self._count: int | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._show()

    @property
    def counted(self) -> str:
        """The count as the language writes it; empty where there is none to show."""
        return "" if self._count is None else format.count(self._count)

    def set_count(self, count: int | None) -> None:
        """Show how many wait there; None shows nothing."""
        if count != self._count:
            self._count = count
            self._show()

    def _show(self) -> None:
        self.setText(str(self._spoken))
        count = "" if self._count is None else format.count(self._count)
        self.setAccessibleName(f"{self._spoken} {count}".rstrip())
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def _focus(self, painter: QPainter) -> None:
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.tokens().accent), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)


class _Tab(_Counted):
    HEIGHT = 34

    def __init__(self, key: str, text: str | Spoken) -> None:
        super().__init__(text)
        self.key = key
        self._tight = False
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def counted(self) -> str:
        """Where there is little room, the count is only heard."""
        return "" if self._tight else super().counted

    def width_of(self, tight: bool) -> int:
        """How wide it is, with its count or without."""
        was, self._tight = self._tight, tight
        width = self.sizeHint().width()
        self._tight = was
        return width

    def set_tight(self, tight: bool) -> None:
        """Show it without its count, or with it."""
        if tight != self._tight:
            self._tight = tight
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetrics(theme.font("medium")).horizontalAdvance(self.text()) + 4
        if self.counted:
            width += 6 + QFontMetrics(theme.font("caption")).horizontalAdvance(self.counted)
        return QSize(width, self.HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.tokens()
        chosen = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = "accent_text" if chosen else "text"
        painter.setFont(theme.font("medium" if chosen else "base"))
        painter.setPen(QColor(colours.colour(ink)))
        area = QRectF(2, 0, self.width(), self.height() - 2)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.counted:
            area.setLeft(2 + painter.fontMetrics().horizontalAdvance(self.text()) + 6)
            painter.setFont(theme.font("caption"))
            painter.setPen(QColor(colours.accent_text if chosen else colours.text3))
            painter.drawText(area.adjusted(0, 1, 0, 1), Qt.AlignmentFlag.AlignVCenter, self.counted)
        if chosen:
            painter.fillRect(QRectF(0, self.height() - 2, self.width(), 2), QColor(colours.accent))
        self._focus(painter)
        painter.end()


class Tabs(QWidget):
    """Views over a table, each with its count; `chosen` tells the key of the one picked. Arrow keys move.

    Args:
        views: (key, English literal inside `mark`) of each.
    """

    chosen = Signal(str)
    GAP, TIGHT_GAP = 20, 10

    def __init__(self, views: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self._tabs: dict[str, _Tab] = {}
        self._spare: list[_Tab] = []
        """Those that give way where there is no room: they are reached another way, too."""
        self._after: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self.GAP)
        self._row.addStretch(1)
        for key, text in views:
            self.add(key, text)

    def add(self, key: str, text: str, *, data: bool = False) -> None:
        """Add a view at the end; the first one is chosen at once.

        `data` is a name that people gave: it stays as it is, and its tab gives way where there is no room.
        """
        tab = _Tab(key, Spoken.data(text) if data else text)
        self._tabs[key] = tab
        if data:
            self._spare.append(tab)
        self._row.insertWidget(len(self._tabs) - 1, tab)
        tab.setChecked(len(self._tabs) == 1)
        tab.toggled.connect(lambda on, key=key: self.chosen.emit(key) if on else None)

    def remove(self, key: str) -> None:
        """Take a view away that is not the chosen one.

        Raises:
            KeyError: there is no such view.
        """
        tab = self._tabs.pop(key)
        if tab in self._spare:
            self._spare.remove(tab)
        self._row.removeWidget(tab)
        tab.hide()
        tab.deleteLater()

    def add_after(self, widget: QWidget) -> None:
        """Put something behind the last tab: "Save view", say; it is the first to give way."""
        self._after.append(widget)
        self._row.insertWidget(self._row.count() - 1, widget)

    def _wanted(self, tabs: Sequence[_Tab], after: Sequence[QWidget], *, tight: bool) -> int:
        """The width of some of them; without counts and close together where they are to be tight."""
        widths = [tab.width_of(tight) for tab in tabs] + [one.sizeHint().width() for one in after]
        return sum(widths) + (self.TIGHT_GAP if tight else self.GAP) * len(widths)

    def minimumSizeHint(self) -> QSize:
        """The words alone of those that do not give way."""
        return QSize(self._wanted(self._firm, (), tight=True), _Tab.HEIGHT)

    def sizeHint(self) -> QSize:
        """Those that do not give way, with their counts; the others take what is left."""
        return QSize(self._wanted(self._firm, (), tight=False), _Tab.HEIGHT)

    @property
    def _firm(self) -> list[_Tab]:
        return [tab for tab in self._tabs.values() if tab not in self._spare]

    def _fit(self) -> None:
        shown, after = list(self._tabs.values()), list(self._after)
        tight = self._wanted(shown, after, tight=False) > self.width()
        while tight and self._wanted(shown, after, tight=True) > self.width():
            giving = sorted((tab for tab in shown if tab in self._spare), key=lambda tab: not tab.isChecked())
            if after:
                after.pop()
            elif giving:
                shown.remove(giving[-1])
            else:
                break
        for widget in (*self._tabs.values(), *self._after):
            wanted = widget in shown or widget in after
            if widget.isVisibleTo(self) != wanted:
                widget.setVisible(wanted)
        for tab in self._tabs.values():
            tab.set_tight(tight)
        self._row.setSpacing(self.TIGHT_GAP if tight else self.GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Room came or went."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Words or counts became longer or shorter."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    @property
    def current(self) -> str:
        """The key of the chosen view; empty where there is none."""
        return next((key for key, tab in self._tabs.items() if tab.isChecked()), "")

    @property
    def keys(self) -> tuple[str, ...]:
        """The views that there are."""
        return tuple(self._tabs)

    def choose(self, key: str) -> None:
        """Go to a view, as a click on its tab does.

        Raises:
            KeyError: there is no such view.
        """
        self._tabs[key].setChecked(True)

    def set_count(self, key: str, count: int | None) -> None:
        """Show how many rows a view has.

        Raises:
            KeyError: there is no such view.
        """
        self._tabs[key].set_count(count)


class RailButton(_Counted):
    """An entry of the rail: icon, word, count; the screen that is open stands on the accent's soft ground with an edge.

    Args:
        icon: A name of the icon family.
        text: An English literal inside `mark(...)`.
        key: A key printed at its right end; empty for none.
    """

    HEIGHT = 28

    def __init__(self, icon: str, text: str, key: str = "") -> None:
        self._key = key
        super().__init__(text)
        self._sign = icon
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a row, and as wide as all of it."""
        width = 36 + QFontMetrics(theme.font("medium")).horizontalAdvance(self.text()) + theme.S8
        if self._key:
            width += cap_width(key_words(self._key)) + 2
        if self.counted:
            width += QFontMetrics(theme.font("caption")).horizontalAdvance(self.counted) + theme.S8
        return QSize(width, self.HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon, word, count and, where chosen, ground and edge."""
        colours = theme.tokens()
        chosen = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(0, 0, 0, 0)
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft if chosen else colours.neutral_soft))
            painter.drawRoundedRect(ground, 5, 5)
        if chosen:
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(QRectF(0, 6, 3, self.height() - 12), 1.5, 1.5)
        ink = "accent_text" if chosen else "text" if self.isEnabled() else "text3"
        icons.paint(
            painter, self._sign, QRectF(12, self.height() / 2 - 8, 16, 16), ink if chosen else "text2"
        )
        right = self.width() - 8.0
        if self._key:
            key = key_words(self._key)
            width = cap_width(key)
            paint_cap(painter, QRectF(right - width + 4, self.height() / 2 - 9, width, 18), key)
            right -= width + 2
        if self.counted:
            painter.setFont(theme.font("caption" if chosen else "small"))
            painter.setPen(QColor(colours.colour(ink if chosen else "text2")))
            width = painter.fontMetrics().horizontalAdvance(self.counted)
            area = QRectF(right - width, 0, width, self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.counted)
            right -= width + theme.S8
        painter.setFont(theme.font("medium" if chosen else "base"))
        painter.setPen(QColor(colours.colour(ink)))
        area = QRectF(36, 0, right - 36, self.height())
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)
        self._focus(painter)
        painter.end()
