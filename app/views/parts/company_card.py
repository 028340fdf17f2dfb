"""Our own company's GS1 number, among the settings of those who may change it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.domain.permissions import Permission
from app.qt import theme
from app.qt.widgets import Button, Card, FormRow, Label
from app.qt.words import mark, said, tr
from app.queries.company import company_gln
from app.services.sites import set_company_gln
from app.views.base import View


class CompanyCard(Card):
    """The number that despatch advices name as their sender; Ctrl+Z puts the one before back."""

    def __init__(self, screen: View) -> None:
        super().__init__()
        self._screen = screen
        self.gln = QLineEdit()
        self.gln.setMaxLength(20)
        keep = Button(mark("Save"))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S8)
        row.addWidget(self.gln, 1)
        row.addWidget(keep)
        help_ = mark("GS1 number of 13 digits, the sender of despatch advices")
        self.row = FormRow(mark("Our GLN"), line, help_)
        self.row.setFocusProxy(self.gln)
        self.gln.setAccessibleName(tr("Our GLN"))
        self.gln.returnPressed.connect(self._keep)
        keep.clicked.connect(self._keep)
        self.body.setContentsMargins(theme.S16, theme.S16, theme.S16, theme.S16)
        self.body.setSpacing(theme.S16)
        self.body.addWidget(Label(mark("Company"), "strong"))
        self.body.addWidget(self.row)

    def refresh(self) -> None:
        """Read the number, for those who may change it."""
        self.setVisible(self._screen.shell.allows(Permission.SITE_EDIT))
        if not self.gln.hasFocus():
            self._screen.read(company_gln, then=self.gln.setText, failed=lambda _: None, latest="gln")

    def _keep(self) -> None:
        self.row.accept()
        typed = self.gln.text()

        def done(before: str) -> None:
            self._screen.shell.tell(tr("The GLN is saved."), lambda: self._put(before))

        self._screen.do(set_company_gln, typed, then=done, failed=lambda error: self.row.refuse(said(error)))

    def _put(self, gln: str) -> None:
        def done(_: str) -> None:
            self.gln.setText(gln)
            self._screen.shell.tell(tr("Taken back."))

        self._screen.do(set_company_gln, gln, then=done)
