"""Under which name a list is kept, and whether others see it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.qt import theme
from app.qt.widgets import Button, FormRow
from app.qt.words import mark, tr
from app.services.saved_views import LONGEST_NAME
from app.views.parts.fields import Flag


class ViewDialog(QDialog):
    """A name and a tick.

    Signals:
        given: (name, whether everybody sees it).
    """

    given = Signal(str, bool)

    def __init__(self, title: str, name: str, shared: bool, parent: QWidget) -> None:
        """Ask for them; `title` is in the person's language."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.name = QLineEdit(name)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.selectAll()
        self._row = FormRow(mark("Name"), self.name, needed=True)
        self.shared = Flag(mark("Everybody sees it"))
        self.shared.box.setChecked(shared)
        leave, done = (
            Button(mark("Cancel"), key="Esc"),
            Button(mark("Save view"), "save", "Return", "primary"),
        )
        done.setDefault(True)
        leave.clicked.connect(self.reject)
        done.clicked.connect(self._give)
        foot = QHBoxLayout()
        foot.setSpacing(theme.S8)
        foot.addStretch()
        foot.addWidget(leave)
        foot.addWidget(done)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.S24, theme.S24, theme.S24, theme.S16)
        whole.setSpacing(theme.S8)
        whole.addWidget(self._row)
        whole.addWidget(self.shared)
        whole.addSpacing(theme.S8)
        whole.addLayout(foot)
        self.setMinimumWidth(380)
        self.name.setFocus(Qt.FocusReason.TabFocusReason)

    def _give(self) -> None:
        if not self.name.text().strip():
            self._row.refuse(tr("Give the view a name."))
            return
        self.accept()
        self.given.emit(self.name.text().strip(), self.shared.box.isChecked())
