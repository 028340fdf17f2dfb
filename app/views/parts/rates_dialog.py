"""A service's rate table as text: pasted, loaded from a file, mended line by line, kept as a whole, written to a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.rate_files import LineProblem, RateTable, read_rates, write_rates
from app.errors import AppError, BadInput
from app.qt import theme
from app.qt.widgets import Button, Label
from app.qt.words import mark, said, tr, trn

LARGEST = 4 * 1024 * 1024
SHOWN = 6
"""So many wrong lines are named at once."""


class RatesDialog(QDialog):
    """The table of one service.

    Signals:
        kept: the table that is to be kept.
    """

    kept = Signal(object)

    def __init__(self, name: str, currency: str, table: RateTable, locked: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Rates of {service}", service=name))
        self._name, self._currency, self.table = name, currency, table
        about = Label(
            mark("One row a zone, a price or a surcharge, as in a spreadsheet; prices in {currency}."),
            tone="text2",
            wrap=True,
            currency=currency,
        )
        self.text = QPlainTextEdit()
        self.text.setFont(theme.font("code"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(tr("Rates"))
        self.text.setReadOnly(locked)
        self.text.setPlainText(write_rates(table, currency).replace("\r\n", "\n"))
        self.state = Label(wrap=True)
        self.load = Button(mark("Load a file"), "import", "Ctrl+O")
        self.export = Button(mark("Write a file"), "export", "Ctrl+E")
        self.leave = Button(mark("Cancel"), key="Esc")
        self.keep = Button(mark("Keep the rates"), "check", "Ctrl+S", "primary")
        foot = QHBoxLayout()
        foot.setSpacing(theme.S8)
        for part in (self.load, self.export):
            foot.addWidget(part)
        foot.addStretch()
        foot.addWidget(self.leave)
        foot.addWidget(self.keep)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.S24, theme.S16, theme.S24, theme.S16)
        whole.setSpacing(theme.S8)
        whole.addWidget(about)
        whole.addWidget(self.text, 1)
        whole.addWidget(self.state)
        whole.addLayout(foot)
        for button, key, act in (
            (self.load, "Ctrl+O", self._load),
            (self.export, "Ctrl+E", self._export),
            (self.keep, "Ctrl+S", self._keep),
        ):
            button.setShortcut(key)
            button.clicked.connect(act)
        self.leave.clicked.connect(self.reject)
        for part in (self.load, self.keep):
            part.setVisible(not locked)
        self.text.textChanged.connect(self.check)
        self.resize(760, 560)
        self.problems: tuple[LineProblem, ...] = ()
        self.check()

    def check(self) -> bool:
        """Read the text and say what is wrong with it, or how much it holds; whether all of it is right."""
        self._read, self.problems = read_rates(self.text.toPlainText(), self._currency)
        if self.problems:
            lines = [
                tr("Line {line}: {why}", line=one.line, why=said(one.why)) for one in self.problems[:SHOWN]
            ]
            if len(self.problems) > SHOWN:
                lines.append(trn("%n more lines are wrong.", len(self.problems) - SHOWN))
            self.state.set_tone("stop")
            self.state.say("\n".join(lines))
        else:
            parts = (
                trn("%n places", len(self._read.zones)),
                trn("%n prices", len(self._read.bands)),
                trn("%n surcharges", len(self._read.extras)),
            )
            self.state.set_tone("text2")
            self.state.say(", ".join(parts))
        self.keep.setEnabled(not self.problems)
        return not self.problems

    def refuse(self, error: AppError) -> None:
        """Another desk was first, say: what was typed stays, and why it is not kept is said."""
        self.state.set_tone("stop")
        self.state.say(said(error))

    def load_from(self, file: Path) -> None:
        """Take the text of a file; one that is no text of ours is refused and changes nothing."""
        try:
            self.text.setPlainText(_text_of(file).replace("\r\n", "\n"))
        except AppError as error:
            self.refuse(error)

    def write_to(self, file: Path) -> None:
        """Write the text into a file."""
        try:
            file.write_bytes(self.text.toPlainText().replace("\n", "\r\n").encode())
        except OSError:
            self.refuse(BadInput(f"Nothing can be written to {file.name}.", hint="Choose another folder."))

    def _load(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Load a file"), "", "CSV (*.csv *.txt)")
        if chosen:
            self.load_from(Path(chosen))

    def _export(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Write a file"), f"{self._name}.csv", "CSV (*.csv)")
        if chosen:
            self.write_to(Path(chosen))

    def _keep(self) -> None:
        if self.check():
            self.kept.emit(self._read)
            return
        cursor = QTextCursor(self.text.document().findBlockByLineNumber(self.problems[0].line - 1))
        self.text.setTextCursor(cursor)
        self.text.setFocus()


def _text_of(file: Path) -> str:
    """The text of a file: UTF-8, or what spreadsheets write on a Western Windows.

    Raises:
        BadInput: it cannot be read, is too large, or is no text.
    """
    try:
        if file.stat().st_size > LARGEST:
            raise BadInput(f"{file.name} is too large for a rate table.", hint="Choose another file.")
        data = file.read_bytes()
    except OSError as error:
        raise BadInput(f"{file.name} cannot be read.", hint="Choose another file.") from error
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise BadInput(f"{file.name} is no text.", hint="Save the spreadsheet as CSV.")
