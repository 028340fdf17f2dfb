"""What concerns the person at the desk: language, scheme, another person, signing out; and the PIN for a badge."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QVBoxLayout, QWidget

from app.errors import AppError
from app.qt import theme
from app.qt.icons import icon
from app.qt.widgets import Button, FormRow, Label
from app.qt.words import language, mark, said, tr
from app.queries.people import Person

ROLES = {
    "customer_service": mark("Customer service"),
    "stock_keeper": mark("Stock keeper"),
    "picker": mark("Picker"),
    "packer": mark("Packer"),
    "returns": mark("Returns"),
    "supervisor": mark("Supervisor"),
    "admin": mark("Administrator"),
}
SCHEMES = (
    ("light", mark("Light"), "sun"),
    ("dark", mark("Dark"), "moon"),
    ("contrast", mark("High contrast"), "contrast"),
)
LANGUAGES = (("en", "English"), ("fr", "Français"))


class PersonMenu(QMenu):
    """The menu under the person's name."""

    language = Signal(str)
    scheme = Signal(str)
    another = Signal()
    sign_out = Signal()

    def __init__(self, who: Person, others: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.aboutToHide.connect(self.deleteLater)
        for code, name in LANGUAGES:
            entry = self._choice("language", name, chosen=code == language())
            entry.triggered.connect(lambda _=False, c=code: self.language.emit(c))
        self.addSeparator()
        for code, name, sign in SCHEMES:
            entry = self._choice(sign, tr(name), chosen=code == theme.scheme().value)
            entry.triggered.connect(lambda _=False, c=code: self.scheme.emit(c))
        self.addSeparator()
        here = [login for login in others if login != who.login]
        if here:
            words = tr("Also here: {people}. A badge switches.", people=", ".join(here))
            self.addAction(icon("badge"), words).setEnabled(False)
        self.addAction(icon("person"), tr("Another person signs in")).triggered.connect(self.another)
        self.addAction(icon("logout"), tr("Sign out")).triggered.connect(self.sign_out)

    def _choice(self, sign: str, words: str, *, chosen: bool) -> QAction:
        """An entry that is chosen or not; the style paints no tick beside an icon, so the icon is the tick."""
        entry = self.addAction(icon("check" if chosen else sign), words)
        entry.setCheckable(True)
        entry.setChecked(chosen)
        return entry

    def popup_under(self, button: QWidget) -> None:
        """Open it under the person's button."""
        at = button.mapToGlobal(QPoint(button.width() - self.sizeHint().width(), button.height() + 2))
        self.popup(at)


class PinDialog(QDialog):
    """Asks whoever showed a badge for the PIN; Enter gives it, Esc leaves everything as it was.

    It stays until the PIN was right (`accept`), or another one makes no sense any more.
    """

    given = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("PIN"))
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMaxLength(8)
        title = Label("", "title")
        title.say(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.S24, theme.S24, theme.S24, theme.S24)
        column.setSpacing(theme.S16)
        column.addWidget(title)
        self.row = FormRow(mark("PIN"), self.field, mark("You were away for a while."))
        column.addWidget(self.row)
        done = Button(mark("Take over"), key="Return", kind="primary")
        done.clicked.connect(self._give)
        column.addWidget(done)
        self.setMinimumWidth(320)
        self.field.setFocus()

    def refuse(self, error: AppError) -> None:
        """It was not the PIN: say so, and let it be typed once more."""
        self.setEnabled(True)
        self.row.refuse(said(error))
        self.field.clear()
        self.field.setFocus()

    def _give(self) -> None:
        if self.field.text():
            self.row.accept()
            self.setEnabled(False)
            self.given.emit(self.field.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives the PIN."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._give()
        else:
            super().keyPressEvent(event)
