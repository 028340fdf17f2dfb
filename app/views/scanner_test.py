"""Trying a scanner: what it sent, what Quai reads in it, and what is wrong with its settings."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.scan import Scan
from app.qt import theme
from app.qt.commands import command
from app.qt.scanner.testpage import ScannerTest as TestPage
from app.qt.widgets import Label
from app.qt.words import mark
from app.views.base import View
from app.views.parts.desk_settings import wedge_of


class ScannerTest(View):
    """A page to set a desk's scanner up; what is scanned here does nothing else."""

    id, title, icon = "scanner-test", mark("Scanner test"), "wedge-scanner"

    def build(self) -> None:
        """Make the parts."""
        assert self.shell.router is not None, "a desk has a scan router before it has screens"
        self.page = TestPage(self.shell.router, wedge_of(self.shell.store))
        column = QVBoxLayout()
        column.setSpacing(theme.S16)
        column.addWidget(Label(mark("Scanner test"), "title"))
        column.addWidget(
            Label(
                mark(
                    "Try a product, one of our own papers, and, if goods carry them, a GS1 code with lot and date."
                ),
                "base",
                "text2",
                wrap=True,
            )
        )
        column.addWidget(self.page, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(theme.S24, theme.S24, theme.S24, theme.S24)
        whole.addLayout(column, 3)
        whole.addStretch(2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def on_scan(self, scan: Scan, journal: int) -> bool:
        """The page has shown it already; here it means nothing else."""
        self.shell.answered(journal, "test")
        return True

    @command("scanner.settings", mark("Scanner settings"), icon="settings", shortcut="F2")
    def settings(self) -> None:
        """Go to the settings of this desk."""
        self.shell.go("settings")
