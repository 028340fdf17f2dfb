"""What a person sees of a bug: the number to tell, that nothing saved is lost, and the text to send."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.qt import theme
from app.qt.widgets import Button, Label, Sign
from app.qt.words import mark, tr


class CrashDialog(QDialog):
    """An error in the program; closing it goes on with the work."""

    def __init__(self, incident: str, line: str, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("An error in the program"))
        self.incident = incident
        head = QHBoxLayout()
        head.addWidget(Sign("alert-circle", "stop", 28))
        head.addWidget(Label(mark("An error in the program"), "title"), 1)
        what = Label(
            mark(
                "This should not have happened. What was saved is safe, and you can go on. Tell the number {number} to whoever"
                " looks after Quai."
            ),
            wrap=True,
            number=incident,
        )
        short = Label("", "code", "text2", wrap=True)
        short.say(line)
        details = QPlainTextEdit(text)
        details.setReadOnly(True)
        details.setFont(theme.font("code"))
        details.setAccessibleName(tr("Details"))
        copy = Button(mark("Copy the details"), "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(f"{incident}\n{text}"))
        on = Button(mark("Go on"), key="Return", kind="primary")
        on.clicked.connect(self.accept)
        on.setDefault(True)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(copy)
        foot.addWidget(on)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.S24, theme.S24, theme.S24, theme.S24)
        column.setSpacing(theme.S16)
        column.addLayout(head)
        column.addWidget(what)
        column.addWidget(short)
        column.addWidget(details, 1)
        column.addLayout(foot)
        self.resize(640, 420)
        on.setFocus()
