"""A letter or another message as it is read before it is sent, or afterwards."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.qt import theme
from app.qt.widgets import Button, Facts, Label
from app.qt.words import mark, tr


class LetterDialog(QDialog):
    """Shows a message; with `sends` it asks whether it is to go.

    Args:
        title: In the person's language.
        to: Who gets it.
        subject: Its subject; empty for none.
        text: What it says.
        parent: Over which window.
        sends: Called when it is to be sent.
        why: Why it has not gone, in the person's language; empty for no reason.
    """

    def __init__(
        self,
        title: str,
        to: str,
        subject: str,
        text: str,
        parent: QWidget | None,
        sends: Callable[[], None] | None = None,
        why: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        head = Label(role="title", wrap=True)
        head.say(title)
        facts = Facts()
        if to:
            facts.add(mark("Recipient"), to)
        if subject:
            facts.add(mark("Subject"), subject)
        if why:
            facts.add(mark("Why"), why, tone="stop")
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Text"))
        if not sends:
            self.text.setFont(theme.font("code" if not subject else "base"))
        foot = QHBoxLayout()
        foot.addStretch()
        close = Button(mark("Close") if sends is None else mark("Do not send"), key="Esc")
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        if sends is not None:
            send = Button(mark("Send"), "mail", key="Ctrl+Return", kind="primary")
            send.setShortcut("Ctrl+Return")
            send.clicked.connect(self.accept)
            self.accepted.connect(sends)
            foot.addWidget(send)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.S24, theme.S24, theme.S24, theme.S24)
        column.setSpacing(theme.S16)
        column.addWidget(head)
        column.addWidget(facts)
        column.addWidget(self.text, 1)
        column.addLayout(foot)
        self.resize(640, 460)
