"""A small table as text, as in a spreadsheet: pasted, loaded from a file, mended line by line, kept as a whole, written out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.table_files import MOST_BYTES, LineProblem, text_of
from app.errors import AppError, BadInput
from app.qt import theme
from app.qt.widgets import Button, Label
from app.qt.words import mark, said, tr, trn

SHOWN = 6
"""So many lines are named at once."""


@dataclass(frozen=True, slots=True)
class TextRead:
    """What a text holds.

    Attributes:
        rows: What is to be kept.
        problems: Lines that cannot be used.
        words: How much it is, in the person's language.
        looks_odd: What is as it was written and may be a slip, in the person's language.
    """

    rows: Any
    problems: tuple[LineProblem, ...]
    words: str
    looks_odd: Sequence[str] = ()


class TableText(QDialog):
    """A table that is edited as text.

    Signals:
        kept: the rows that are to be kept.
    """

    kept = Signal(object)

    def __init__(
        self,
        title: str,
        about: str,
        text: str,
        read: Callable[[str], TextRead],
        parent: QWidget,
        *,
        locked: bool,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._title, self._reads = title, read
        told = Label(tone="text2", wrap=True)
        told.say(about)
        self.text = QPlainTextEdit()
        self.text.setFont(theme.font("code"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(title)
        self.text.setTabChangesFocus(True)
        self.text.setReadOnly(locked)
        self.text.setPlainText(text.replace("\r\n", "\n"))
        self.state = Label(wrap=True)
        self.load = Button(mark("Load a file"), "import", "Ctrl+O")
        self.export = Button(mark("Write a file"), "export", "Ctrl+E")
        self.leave = Button(mark("Cancel"), key="Esc")
        self.keep = Button(mark("Keep the table"), "check", "Ctrl+S", "primary")
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
        whole.addWidget(told)
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
        self.check()

    def check(self) -> bool:
        """Read the text and say what is wrong with it, or how much it holds; whether all of it is right."""
        self.found = self._reads(self.text.toPlainText())
        problems = self.found.problems
        if problems:
            lines = [tr("Line {line}: {why}", line=one.line, why=said(one.why)) for one in problems[:SHOWN]]
            if len(problems) > SHOWN:
                lines.append(trn("%n more lines are wrong.", len(problems) - SHOWN))
            self.state.set_tone("stop")
        else:
            lines = [self.found.words, *self.found.looks_odd[:SHOWN]]
            self.state.set_tone("warn" if self.found.looks_odd else "text2")
        self.state.say("\n".join(lines))
        self.keep.setEnabled(not problems)
        return not problems

    def refuse(self, error: AppError) -> None:
        """Another desk was first, say: what was typed stays, and why it is not kept is said."""
        self.state.set_tone("stop")
        self.state.say(said(error))

    def load_from(self, file: Path) -> None:
        """Take the text of a file; one that is no text of ours is refused and changes nothing."""
        try:
            with file.open("rb") as opened:
                data = opened.read(MOST_BYTES + 1)
            self.text.setPlainText(text_of(data, file.name).replace("\r\n", "\n"))
        except OSError:
            self.refuse(BadInput(f"{file.name} cannot be read.", hint="Choose another file."))
        except AppError as error:
            self.refuse(error)

    def write_to(self, file: Path) -> None:
        """Write the text into a file, with the mark that spreadsheets look for."""
        try:
            file.write_bytes(self.text.toPlainText().replace("\n", "\r\n").encode("utf-8-sig"))
        except OSError:
            self.refuse(BadInput(f"Nothing can be written to {file.name}.", hint="Choose another folder."))

    def _load(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Load a file"), "", "CSV (*.csv *.tsv *.txt)")
        if chosen:
            self.load_from(Path(chosen))

    def _export(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Write a file"), f"{self._title}.csv", "CSV (*.csv)")
        if chosen:
            self.write_to(Path(chosen))

    def _keep(self) -> None:
        if self.check():
            self.kept.emit(self.found.rows)
            return
        at = self.found.problems[0].line - 1
        self.text.setTextCursor(QTextCursor(self.text.document().findBlockByLineNumber(at)))
        self.text.setFocus()
