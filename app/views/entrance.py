"""What stands before the work: the first run, signing in, a problem with the database."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
)

from app.errors import AppError, NotAllowed
from app.qt.widgets import Button, FormRow, Label
from app.qt.words import mark, said, tr
from app.views.opening_page import CardPage


class Page(CardPage):
    """A card in the middle of the window, with lines, fields and buttons."""

    def line(self, text: str, kind: str = "base", tone: str = "text") -> Label:
        """A line of text that wraps."""
        label = Label(text, kind, tone, wrap=True)
        self.column.addWidget(label)
        return label

    def field(self, text: str, secret: bool = False) -> tuple[FormRow, QLineEdit]:
        """A field under its name."""
        edit = QLineEdit()
        if secret:
            edit.setEchoMode(QLineEdit.EchoMode.Password)
        row = FormRow(text, edit)
        self.column.addWidget(row)
        return row, edit

    def button(self, text: str, act: Callable[[], None], *, primary: bool = False) -> Button:
        """A button of the card."""
        button = Button(text, kind="primary" if primary else "")
        button.clicked.connect(act)
        self.column.addWidget(button)
        return button

    def trouble_line(self) -> None:
        """Where `say` says it; not there as long as there is nothing to say."""
        self.trouble = self.line("", tone="stop")
        self.trouble.hide()

    def say(self, words: str) -> None:
        """Say what went wrong, and is about no field."""
        self.trouble.say(words)
        self.trouble.setVisible(bool(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter moves on from field to field, presses the button that has the keyboard, and from the last field the main one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            here = self.focusWidget()
            if isinstance(here, QPushButton):
                here.click()
            else:
                self.entered()
            return
        super().keyPressEvent(event)

    def entered(self) -> None:
        """Enter was pressed."""
        self.focusNextChild()


class ProgressPage(Page):
    """Long work before the work: making the sample company."""

    def __init__(self) -> None:
        super().__init__()
        self.title = self.line(mark("Making the sample company"), "title")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        self.column.addWidget(self.bar)
        self.words = QLabel()
        self.words.setProperty("kind", "quiet")
        self.words.setWordWrap(True)
        self.column.addWidget(self.words)
        self.trouble_line()

    def show_step(self, done: int, total: int, words: str) -> None:
        """How far it is."""
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        self.words.setText(said(words))


class ProblemPage(Page):
    """The database cannot be worked with: what happened, and what can be done."""

    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = self.line(mark("The database cannot be opened"), "title")
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(self.words)
        self.retry = self.button(mark("Try again"), self.again.emit, primary=True)
        self.trouble_line()
        self.setFocusProxy(self.retry)
        self._error: AppError | None = None

    def show_error(self, error: AppError) -> None:
        """Say it."""
        self._error = error
        self.words.setText(said(error))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._error is not None:
            self.show_error(self._error)


class FirstRunPage(Page):
    """Nothing is there yet: look around in a sample company, or begin with one's own."""

    sample = Signal()
    own = Signal(str, str, str)
    """Name, login and password of the first administrator."""

    def __init__(self) -> None:
        super().__init__()
        self.line(mark("Welcome"), "title")
        self.line(
            mark(
                "Look around in a sample company: 300 products, 80 customers, half a year of orders. Nothing of it is real."
            ),
            tone="text2",
        )
        self.sample_button = self.button(mark("Open the sample company"), self.sample.emit, primary=True)
        rule = QFrame()
        rule.setProperty("kind", "rule")
        self.column.addWidget(rule)
        self.line(mark("Or begin with your own: make the first administrator."), tone="text2")
        self.name_row, self.name = self.field(mark("Your name"))
        self.login_row, self.login = self.field(mark("Login"))
        self.password_row, self.password = self.field(mark("Password, 10 characters or more"), secret=True)
        self.again_row, self.again = self.field(mark("The password again"), secret=True)
        self.begin = self.button(mark("Begin with an empty database"), self._begin)
        self.trouble_line()
        self.setFocusProxy(self.sample_button)

    def _begin(self) -> None:
        for row in (self.name_row, self.login_row, self.password_row, self.again_row):
            row.accept()
        self.trouble.hide()
        if not self.name.text().strip():
            self._wrong(self.name_row, self.name, tr("Write your name."))
        elif not self.login.text().strip():
            self._wrong(self.login_row, self.login, tr("Write a login: a short name without spaces."))
        elif self.password.text() != self.again.text():
            self._wrong(self.again_row, self.again, tr("The two passwords differ. Type it once more."))
        else:
            self.own.emit(self.name.text().strip(), self.login.text().strip(), self.password.text())

    def refused(self, error: AppError) -> None:
        """The administrator was not made: why stands beside the field that it is about, else under the button."""
        fields = {
            "name": (self.name_row, self.name),
            "login": (self.login_row, self.login),
            "password": (self.password_row, self.password),
        }
        found = fields.get(str(error.facts.get("field", "")))
        if found is not None:
            self._wrong(*found, said(error))
        else:
            self.say(said(error))
            self.begin.setFocus()

    def _wrong(self, row: FormRow, edit: QLineEdit, words: str) -> None:
        row.refuse(words)
        edit.setFocus()

    def entered(self) -> None:
        """Enter moves on; on the last field it begins."""
        if self.again.hasFocus():
            self._begin()
        else:
            self.focusNextChild()


class SignInPage(Page):
    """Login and password; what was wrong stands beside the field until the next try."""

    wanted = Signal(str, str, bool)
    """Login, password, and whether this desk may keep the password."""
    back = Signal()
    """Nobody else signs in after all: back to the work."""

    def __init__(self) -> None:
        super().__init__()
        self.title = self.line(mark("Sign in"), "title")
        self.place = QLabel()
        self.place.setProperty("kind", "quiet")
        self.place.setWordWrap(True)
        self.column.addWidget(self.place)
        self.login_row, self.login = self.field(mark("Login"))
        self.password_row, self.password = self.field(mark("Password"), secret=True)
        self.keep = QCheckBox(tr("Keep the password in this computer's keyring"))
        self.column.addWidget(self.keep)
        self.sign_in = self.button(mark("Sign in"), self._sign_in, primary=True)
        self.sample_words = self.line(
            mark(
                "This is the sample company. Sign in as samir (supervisor), claire (orders), marie (packing) or zoe (returns);"
                " the password is filled in."
            ),
            tone="text2",
        )
        self.sample_words.hide()
        self.trouble_line()
        self.others = self.line("", tone="text2")
        self.return_button = Button(mark("Back to the work"), key="Esc", kind="quiet")
        self.return_button.clicked.connect(self.back)
        self.column.addWidget(self.return_button)
        self.others.hide()
        self.return_button.hide()
        self.typed = False
        """Whether the password was typed here, and not taken from the keyring."""
        self.kept = False
        """Whether the keyring knew the password."""
        self.password.textEdited.connect(self._password_typed)
        self.password.textEdited.connect(self.password_row.accept)

    def begin(self, place: str, login: str, password: str, *, sample: bool = False) -> None:
        """Prepare the page for a database.

        Args:
            place: Whose database it is, or where it lies.
            login: Who signed in here last.
            password: From the keyring, or the sample company's.
            sample: It is the sample company.
        """
        self.typed, self.kept = False, bool(password) and not sample
        self.setEnabled(True)
        self.place.setText(place)
        self.login.setText(login)
        self.password.setText(password)
        self.keep.setChecked(self.kept)
        self.sample_words.setVisible(sample)
        self.keep.setVisible(not sample)
        self.password_row.accept()
        self.login_row.accept()
        self.trouble.hide()
        (self.password if login and not password else self.sign_in if password else self.login).setFocus()

    def show_others(self, others: Sequence[str], work: bool) -> None:
        """Who is signed in at this desk, and whether somebody's work waits behind this page."""
        self.others.set(mark("Also here: {people}. A badge switches."), people=", ".join(others))
        self.others.setVisible(bool(others))
        self.return_button.setVisible(work)

    def forget(self) -> None:
        """Somebody is in: no password stays on the page."""
        self.password.clear()

    def refused(self, error: AppError) -> None:
        """The sign-in was not accepted; what was typed stays."""
        self.setEnabled(True)
        self.password.selectAll()
        self.password.setFocus()
        if isinstance(error, NotAllowed):
            self.password_row.refuse(said(error))
        else:
            self.say(said(error))

    def _password_typed(self) -> None:
        self.typed = True

    def _sign_in(self) -> None:
        self.password_row.accept()
        self.login_row.accept()
        self.trouble.hide()
        if not self.login.text().strip():
            self.login_row.refuse(tr("Write your login."))
            self.login.setFocus()
            return
        if not self.password.text():
            self.password.setFocus()
            return
        self.setEnabled(False)
        self.wanted.emit(self.login.text().strip(), self.password.text(), self.keep.isChecked())

    def entered(self) -> None:
        """Enter moves on; on the password it signs in."""
        if self.login.hasFocus() and not self.password.text():
            self.password.setFocus()
        else:
            self._sign_in()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the work, where somebody's waits."""
        if event.key() == Qt.Key.Key_Escape and not self.return_button.isHidden():
            self.back.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.keep.setText(tr("Keep the password in this computer's keyring"))
