"""A field that suggests: what it may mean is shown under it while one types, and Enter takes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.qt import theme
from app.qt.widgets import KeyCap, Label
from app.qt.words import mark, tr

TYPING_MS = 120
HEIGHT = 42
MOST_SHOWN = 8


@dataclass(frozen=True)
class Suggestion:
    """What the text may mean: `figures` stand at the right as (text, tone, width); `value` is what is taken."""

    title: str
    under: str
    value: Any
    figures: tuple[tuple[str, str, int], ...] = ()


class _Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Suggestion, ...] = ()

    def fill(self, rows: Sequence[Suggestion]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            figures = ", ".join(text for text, _, _ in row.figures if text)
            return ", ".join(part for part in (row.title, row.under, figures) if part)
        return None


class SuggestionPaint(QStyledItemDelegate):
    """Paints a suggestion: title, what stands under it, figures at the right."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one."""
        t = theme.tokens()
        row: Suggestion = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.accent_soft))
            painter.drawRoundedRect(rect.adjusted(3, 1, -3, -1), 4, 4)
        area = self.begin(painter, rect.adjusted(theme.S8 + theme.S4, 4, -theme.S8 - theme.S4, -4), index)
        for text, tone, width in reversed(row.figures):
            painter.setFont(theme.font("medium" if tone not in ("text", "text2") else "base"))
            painter.setPen(QColor(t.colour(tone)))
            place = QRect(area.right() - width, area.y(), width, area.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
            area.setRight(place.left() - theme.S8)
        self._two_lines(painter, area, row)
        painter.restore()

    def begin(self, painter: QPainter, area: QRect, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """What stands before the words; the room that is left for these."""
        return area

    def _two_lines(self, painter: QPainter, area: QRect, row: Suggestion) -> None:
        t = theme.tokens()
        half = area.height() // 2
        for at, (text, role, colour) in enumerate(
            ((row.title, "medium", t.text), (row.under, "small", t.text2))
        ):
            painter.setFont(theme.font(role))
            painter.setPen(QColor(colour))
            line = QRect(area.x(), area.y() + at * half, area.width(), half if row.under else area.height())
            shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Rows are of one height."""
        return QSize(200, HEIGHT)


class Popup(QFrame):
    """The suggestions under a field; it never takes the keyboard."""

    def __init__(self, parent: QWidget, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__(parent)
        self._host = parent
        self.setProperty("kind", "popup")
        self.rows = _Rows()
        self.list = QListView()
        self.list.setModel(self.rows)
        self.list.setItemDelegate(SuggestionPaint(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.nothing = Label(tone="text2", wrap=True)
        self.nothing.setContentsMargins(theme.S8 + theme.S4, theme.S8, theme.S8, theme.S8)
        foot = QFrame()
        foot.setProperty("kind", "bar-over")
        line = QHBoxLayout(foot)
        line.setContentsMargins(theme.S8 + theme.S4, theme.S4, theme.S8, theme.S4)
        line.setSpacing(theme.S4)
        for key, words in keys:
            line.addWidget(KeyCap(key))
            line.addWidget(Label(words, "small", "text2"))
            line.addSpacing(theme.S8)
        line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 3, 1, 1)
        column.setSpacing(2)
        column.addWidget(self.list)
        column.addWidget(self.nothing)
        column.addWidget(foot)
        self._foot = foot
        self.hide()

    def offer(self, rows: Sequence[Suggestion], nothing: str, under: QWidget, width: int) -> None:
        """Show suggestions under a field, the first of them chosen; `nothing` is said where there are none."""
        self.rows.fill(rows)
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.nothing.say(nothing)
        if rows:
            self.choose(0)
        self.list.setFixedHeight(HEIGHT * min(len(rows), MOST_SHOWN) + 4)
        parent = self._host
        at = under.mapTo(parent, QPoint(0, under.height() + 2))
        self.setFixedWidth(max(min(width, parent.width() - at.x() - theme.S8), under.width()))
        self.adjustSize()
        if at.y() + self.height() > parent.height():
            above = under.mapTo(parent, QPoint(0, 0)).y() - self.height() - 2
            at.setY(max(0, above))
        self.move(at)
        self.raise_()
        self.show()

    @property
    def chosen(self) -> int:
        """The row that Enter takes; -1 for none."""
        return self.list.currentIndex().row()

    def choose(self, row: int) -> None:
        """Choose a row."""
        self.list.setCurrentIndex(self.rows.index(row))


KEYS = (("Up", mark("Up")), ("Down", mark("Down")), ("Return", mark("Take")), ("Esc", mark("Close")))


class SuggestField(QLineEdit):
    """A line that asks for suggestions while one types.

    Signals:
        wanted: suggestions for this text are wanted; they come by `offer`.
        taken: a suggestion was taken (its value).
        taken_usual: the same by Ctrl+Enter: as it is usually taken.
        passed: Enter with nothing typed.
        pasted: rows were pasted (their text), which no single line holds.
    """

    wanted, taken, taken_usual, passed = Signal(str), Signal(object), Signal(object), Signal()
    pasted = Signal(str)

    def __init__(
        self,
        host: QWidget,
        placeholder: str,
        width: int,
        nothing: str,
        keys: Sequence[tuple[str, str]] = KEYS,
    ) -> None:
        """Make it.

        Args:
            host: The screen on which the suggestions are shown.
            placeholder: What to type, an English literal inside `mark`.
            width: Pixels of the suggestions.
            nothing: What is said when nothing is found, an English literal inside `mark`.
            keys: The keys under the suggestions: (key, English words).
        """
        super().__init__()
        self._placeholder, self._width, self._nothing = placeholder, width, nothing
        self.popup = Popup(host, keys)
        self.popup.list.clicked.connect(lambda index: self._take(index.row()))
        self._asked = ""
        self._pending = False
        self._take_first = self._usual = False
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._ask)
        self.textEdited.connect(self._edited)
        self.say_again()

    def say_again(self) -> None:
        """Follow the language."""
        self.setPlaceholderText(tr(self._placeholder))
        self.setAccessibleName(tr(self._placeholder))

    def _edited(self) -> None:
        self._take_first = False
        self._pending = True
        self._typing.start()

    def _ask(self) -> None:
        self._typing.stop()
        self._asked = self.text().strip()
        if self._asked:
            self.wanted.emit(self._asked)
        else:
            self.close_popup()

    def offer(self, text: str, rows: Sequence[Suggestion]) -> None:
        """Suggestions for a text; those for an older text are too late."""
        if text != self._asked or text != self.text().strip():
            return
        self._pending = False
        if self._take_first and rows:
            self.popup.rows.fill(rows)
            self._take(0)
            return
        self._take_first = False
        if self.hasFocus():
            self.popup.offer(rows, tr(self._nothing, typed=text), self, self._width)

    def close_popup(self) -> None:
        """Show no suggestions."""
        self._pending = False
        self.popup.hide()

    def _take(self, row: int) -> None:
        value, usual = self.popup.rows.rows[row].value, self._usual
        self._take_first = self._usual = False
        self.close_popup()
        (self.taken_usual if usual else self.taken).emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose, Enter takes, Esc closes; what was typed last is waited for."""
        key = event.key()
        shown = self.popup.isVisible()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._usual = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._enter()
        elif event.matches(QKeySequence.StandardKey.Paste) and (rows := pasted_rows()):
            self.pasted.emit(rows)
        elif shown and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers() & _ALT:
            step = 1 if key == Qt.Key.Key_Down else -1
            number = len(self.popup.rows.rows)
            if number:
                self.popup.choose((self.popup.chosen + step) % number)
        elif shown and key == Qt.Key.Key_Escape:
            self.close_popup()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        if not self.text().strip():
            self.passed.emit()
        elif self._pending:
            self._take_first = True
            if self._typing.isActive():
                self._ask()
        elif self.popup.isVisible() and self.popup.chosen >= 0:
            self._take(self.popup.chosen)
        else:
            self._take_first = True
            self._pending = True
            self._ask()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Suggestions are for who types here."""
        super().focusOutEvent(event)
        self.popup.hide()


def pasted_rows() -> str:
    """What lies in the clipboard where it is rows, as of a spreadsheet; '' where it is one word or line."""
    text = QGuiApplication.clipboard().text()
    rows = [row for row in text.splitlines() if row.strip()]
    return text if len(rows) > 1 or any("\t" in row or ";" in row for row in rows) else ""


_ALT = Qt.KeyboardModifier.AltModifier
