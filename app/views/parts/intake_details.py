"""A message of the intake beside its original: who, what, what is odd, what differs from what is here already."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from app.integrations.channels.reading import Oddity
from app.qt import theme
from app.qt.format import long_day, moment, money, price
from app.qt.screen import Shell
from app.qt.table import Table
from app.qt.tableview import TableView
from app.qt.widgets import Label, Pill, Rule, Sign, empty
from app.qt.words import tr, trn
from app.queries.pages import Ask
from app.services.intake_compare import Difference, differences
from app.services.intake_looking import Looked, Original
from app.services.intake_mending import MendedLine
from app.views.parts.intake_lines import DIFFERENT, LINES, Held, LineRow, rows_of
from app.views.parts.intake_mend import MendForm
from app.views.parts.intake_words import CHANNELS, oddity_words, state_of

MOST_ODD = 5
MOST_TOLD = 40
"""Lines of warnings that are seen at once; the others are scrolled to."""
DIFFERENT_ROWS = 6
_PILLS = {"text": "neutral", "text2": "neutral"}


class IntakeDetails(QFrame):
    """Under the list: at the left what was read, at the right the bytes as they came."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surface")
        self.looked: Looked | None = None
        self.of_other = False
        self._held, self._held_different = Held(), Held()
        self.lines: Table[LineRow] = Table(LINES, self._held.load, lambda row: row.at)
        self.lines_view = TableView(self.lines, "intake-lines", shell.store, parent=self)
        self.different: Table[Difference] = Table(
            DIFFERENT, self._held_different.load, lambda row: (row.what, row.line)
        )
        self.different_view = TableView(self.different, "intake-different", shell.store, parent=self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Rule())
        row = QHBoxLayout()
        whole.addLayout(row, 1)
        row.setSpacing(0)
        row.addWidget(self._make_reading(), 9)
        row.addWidget(Rule(upright=True))
        row.addWidget(self._make_original(), 5)
        self.retranslate()

    def _make_reading(self) -> QWidget:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(theme.S16, theme.S8, theme.S16, theme.S8)
        column.setSpacing(theme.S8)
        self.number, self.state, self.channel = Label(role="code-title"), Pill(), Pill()
        self.customer, self.total = Label(role="strong", elide=True), Label(role="strong")
        head = QHBoxLayout()
        head.setSpacing(theme.S8)
        head.addWidget(self.number)
        head.addWidget(self.state)
        head.addWidget(self.channel)
        head.addWidget(self.customer, 1)
        head.addWidget(self.total)
        self.facts = Label(tone="text2", wrap=True)
        self.odd = QWidget()
        self._odd = QVBoxLayout(self.odd)
        self._odd.setContentsMargins(0, 0, 0, 0)
        self._odd.setSpacing(theme.S4)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.odd.setProperty("kind", "clear")
        self._area.setWidget(self.odd)
        self.mend = MendForm(left)
        self.mend.hide()
        column.addLayout(head)
        column.addWidget(self.facts)
        column.addWidget(self._area)
        column.addWidget(self.mend)
        column.addWidget(self.different_view)
        column.addWidget(self.lines_view, 1)
        return left

    def _make_original(self) -> QWidget:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(theme.S16, theme.S8, theme.S16, theme.S8)
        column.setSpacing(theme.S8)
        self.file, self.length = Label(role="strong", elide=True), Label(tone="text2")
        head = QHBoxLayout()
        head.setSpacing(theme.S8)
        head.addWidget(self.file, 1)
        head.addWidget(self.length)
        self.came_from = Label(tone="text2", elide=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(_even())
        self.cut = Label(tone="warn", wrap=True)
        for widget in (self.came_from, self.text, self.cut):
            column.addWidget(widget)
        column.insertLayout(0, head)
        return right

    def retranslate(self) -> None:
        """Say everything in the language that is set now."""
        self.text.setAccessibleName(tr("Original"))
        self.lines_view.setAccessibleName(tr("Lines of the message"))
        self.different_view.setAccessibleName(tr("What differs"))
        if self.looked is not None:
            self.fill(self.looked)

    @property
    def changes(self) -> dict[int, MendedLine]:
        """What somebody mends of the lines now."""
        return self.mend.changes if self.mend.isVisibleTo(self) else {}

    def fill(self, looked: Looked) -> None:
        """Show a message."""
        if self.looked is None or self.looked.row.id != looked.row.id:
            self.of_other = False
        self.looked = looked
        row, reading, meant = looked.row, looked.reading, looked.meant
        self.number.say(row.number)
        icon, tone, words = state_of(row.state, row.stops)
        self.state.set(words, _PILLS.get(tone, tone), icon)
        self.channel.set(CHANNELS[row.channel], "neutral")
        code, name = looked.customer
        new = meant is not None and meant.new_customer
        self.customer.say(
            f"{name}, {code}" if code else tr("A new customer") if new else tr("No customer found")
        )
        self.customer.set_tone("text" if code or new else "stop")
        if meant is not None and meant.sums is not None:
            self.total.say(money(meant.sums.total, meant.currency))
        else:
            self.total.say(
                price(reading.total, reading.currency) if reading.total and reading.currency else ""
            )
        self.facts.say(_facts(looked))
        self._fill_odd(looked)
        found = differences(looked.other.reading, reading) if looked.other is not None else ()
        self._held_different.rows = found
        self.different_view.setVisible(looked.other is not None and not self.mend.isVisibleTo(self))
        self.different_view.setFixedHeight(28 * (min(len(found), DIFFERENT_ROWS) + 1) + 8)
        self.different.show(Ask())
        self.show_lines()
        self.show_original()

    def show_lines(self) -> None:
        """Show the lines, those that are being mended as they are to be."""
        if self.looked is None:
            return
        added = self.mend.added if self.mend.isVisibleTo(self) else []
        self._held.rows = tuple(rows_of(self.looked, self.changes, added))
        self.lines.show(Ask())

    def _fill_odd(self, looked: Looked) -> None:
        empty(self._odd)
        odd = looked.meant.oddities if looked.meant is not None else ()
        told = [(one.severity == "stops", _with_line(one)) for one in odd]
        told.sort(key=lambda one: not one[0])
        for stops, words in told[:MOST_TOLD]:
            line, row = QWidget(), QHBoxLayout()
            line.setLayout(row)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.S8)
            label = Label(wrap=True)
            label.say(words)
            tone = "stop" if stops else "warn"
            row.addWidget(
                Sign("alert-circle" if stops else "alert-triangle", tone), 0, Qt.AlignmentFlag.AlignTop
            )
            row.addWidget(label, 1)
            self._odd.addWidget(line)
        self._area.setFixedHeight(22 * min(len(told), MOST_ODD))
        self._area.setVisible(bool(told))

    def turn(self) -> None:
        """Show the original of the other version, or this one's again."""
        self.of_other = not self.of_other
        self.show_original()

    def show_original(self) -> None:
        """Show the bytes as they came."""
        if self.looked is None:
            return
        row, shown, title = (
            self.looked.row,
            self.looked.original,
            self.looked.row.name or self.looked.row.number,
        )
        other = self.looked.other
        if self.of_other and other is not None and other.original is not None:
            shown, title = other.original, tr("Here already: {name}", name=other.title)
        self.file.say(title)
        self.length.say(_size(shown.size))
        parts = (row.source, row.sender, row.subject)
        self.came_from.say(" \N{MIDDLE DOT} ".join(part for part in parts if part))
        self.came_from.setVisible(any(parts))
        self.text.setPlainText(_words(shown, title))
        self.cut.say(
            tr("Only the beginning is shown; Ctrl+Shift+S saves the whole file.") if shown.cut else ""
        )
        self.cut.setVisible(shown.cut)


def _words(shown: Original, title: str) -> str:
    if shown.text is None:
        return tr("{name} is no text and cannot be shown here. Ctrl+Shift+S saves it.", name=title)
    return shown.text


def _even() -> QFont:
    """The system's font in which every sign is as wide as any other."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(12)
    return font


def _with_line(odd: Oddity) -> str:
    words = oddity_words(odd)
    return tr("Line {number}: {words}", number=odd.line, words=words) if odd.line else words


def _size(size: int) -> str:
    if size < 1024:
        return trn("%n bytes", size)
    if size < 1024 * 1024:
        return tr("{number} kB", number=f"{size / 1024:.0f}")
    return tr("{number} MB", number=f"{size / 1024 / 1024:.0f}")


def _facts(looked: Looked) -> str:
    reading = looked.reading
    parts = [
        tr("Customer PO {number}", number=reading.reference) if reading.reference else "",
        tr("ordered {day}", day=long_day(reading.ordered_on)) if reading.ordered_on else "",
        tr("wanted {day}", day=long_day(reading.requested_on)) if reading.requested_on else "",
        _place(looked),
        tr("came {moment}", moment=moment(looked.row.received_at)),
    ]
    return " \N{MIDDLE DOT} ".join(part for part in parts if part)


def _place(looked: Looked) -> str:
    order = looked.meant.order if looked.meant is not None else None
    ship = looked.reading.ship_to
    address = order.ship_address if order is not None else (ship.address if ship is not None else None)
    if address is None:
        return tr("to the customer’s own address")
    parts = (
        address.company_name or address.name,
        address.street_address.replace("\n", ", "),
        f"{address.postal_code} {address.city}".strip(),
        address.country_code.upper(),
    )
    return tr("to {address}", address=", ".join(part for part in parts if part))
