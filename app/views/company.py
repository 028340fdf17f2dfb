"""The company: its name and number, the logo and foot of its papers, its customs number; beside them how a paper looks."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.permissions import Permission
from app.errors import AppError, BadInput
from app.qt import theme
from app.qt.commands import command
from app.qt.preview import Preview
from app.qt.widgets import CommandButton, Label
from app.qt.words import language, mark, tr
from app.queries.company import CompanyRow, company
from app.services.context import Context
from app.services.paper_brand import CompanyFields, edit_company, remove_logo, set_logo, specimen
from app.views.base import View
from app.views.parts.form import Field, Form

FIELDS = (
    Field("company", mark("Name"), needed=True, help=mark("As it stands at the head of papers")),
    Field(
        "sscc_prefix",
        mark("GS1 company prefix"),
        needed=True,
        help=mark("7 to 10 digits; numbers our parcels"),
    ),
    Field(
        "paper_foot",
        mark("Foot of papers"),
        "lines",
        help=mark("What the law wants there: legal form, register, tax number; two lines at most"),
    ),
    Field("gln", mark("Our GLN"), help=mark("GS1 number of 13 digits, the sender of despatch advices")),
    Field("eori", mark("Customs number (EORI)"), help=mark("As FR81234567800012")),
    Field(
        "sdr_rates",
        mark("Value of a special drawing right"),
        help=mark(
            "As EUR 1.17, USD 1.36: up to 300 of them a small parcel bears a CN 22. Empty: cautious figures"
        ),
    ),
)
LARGEST = 4 * 1024 * 1024
"""Bytes that are read of a file at all; what a logo may have is the service's to say."""


class Company(View):
    """Who we are on papers."""

    id, title, icon, group = "company", mark("Company"), "flag", mark("Base data")
    topics = frozenset({"app_meta"})
    right = Permission.SITE_EDIT

    def build(self) -> None:
        """Make the form and the paper beside it."""
        self.shown: CompanyRow | None = None
        self._dirty = False
        whole = QHBoxLayout(self)
        whole.setContentsMargins(theme.S24, theme.S16, theme.S24, theme.S16)
        whole.setSpacing(theme.S24)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFixedWidth(420)
        inner = QWidget()
        area.setWidget(inner)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.S8, 0)
        column.setSpacing(theme.S16)
        column.addWidget(Label(mark("Company"), "title"))
        self.form = Form(FIELDS, inner)
        column.addWidget(self.form)
        self.save = CommandButton(self.actions_by_id["company.save"], primary=True)
        column.addWidget(self.save)
        self.logo_words = Label("", "base", "text2", wrap=True)
        self.choose = CommandButton(self.actions_by_id["company.logo"], primary=False)
        self.away = CommandButton(self.actions_by_id["company.no-logo"], primary=False)
        for part in (self.logo_words, self.choose, self.away):
            column.addWidget(part)
        column.addStretch()
        right = QVBoxLayout()
        right.setSpacing(theme.S8)
        right.addWidget(Label(mark("A delivery note, as it comes out of the printer"), "small", "text2"))
        self.preview = Preview(self.shell.tasks)
        right.addWidget(self.preview, 1)
        whole.addWidget(area)
        whole.addLayout(right, 1)
        self.form.saved.connect(self.store)
        self.form.edited.connect(self._edited)
        self.setFocusProxy(self.form.widget("company"))

    def _edited(self) -> None:
        self._dirty = True

    def refresh(self) -> None:
        """Read the company and draw its paper."""
        self.read(company, then=self._show, latest="company")
        spoken = "fr" if language() == "fr" else "en"
        words = tr("Delivery note")
        self.do(specimen, spoken, then=lambda pdf: self.preview.show_pdf(pdf, words), failed=self._no_paper)

    def _no_paper(self, error: AppError) -> None:
        self.preview.clear()
        self.shell.notices.refused(error)

    def _show(self, found: CompanyRow) -> None:
        if self.shown is None or not self._dirty:
            self.shown = found
            self.form.fill(asdict(found), new=False)
        self.form.lock(not self.shell.allows(Permission.SITE_EDIT))
        self._has_logo = bool(found.logo_sha)
        self.logo_words.set(
            mark("The logo stands at the head of slips, notes, waybills and the CN 23, in greys.")
            if found.logo_sha
            else mark("No logo yet: a PNG or JPEG file of at most 512 kB.")
        )
        self.update_commands()

    _has_logo = False

    def can(self, command_id: str) -> bool:
        """A logo that is not there cannot be taken away."""
        return command_id != "company.no-logo" or self._has_logo

    @command(
        "company.save",
        mark("Save"),
        icon="check",
        shortcut="Ctrl+S",
        right=Permission.SITE_EDIT,
        primary=True,
        button=False,
    )
    def store(self) -> None:
        """Keep the fields; what is refused is said beside its field."""
        values, was = self.form.values(), self.shown
        if values is None or was is None:
            return
        names = [field.name for field in FIELDS]
        before = CompanyFields(**{name: getattr(was, name) for name in names})
        self.do(edit_company, CompanyFields(**values), before, then=self._kept, failed=self._refused)

    def _kept(self, _: object) -> None:
        self._dirty = False
        self.shell.tell(tr("The company is saved."))
        self.refresh()

    def _refused(self, error: AppError) -> None:
        if not self.form.refuse(error):
            self.shell.notices.refused(error)

    @command("company.logo", mark("Choose a logo"), icon="folder", right=Permission.SITE_EDIT, button=False)
    def choose_logo(self) -> None:
        """Ask for a picture file and put it at the head of papers."""
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("Choose a logo"), "", "PNG, JPEG (*.png *.jpg *.jpeg)"
        )
        if chosen:
            self.take_logo(Path(chosen))

    def take_logo(self, file: Path) -> None:
        """Put a picture file at the head of papers."""
        self.do(_logo_from, file, then=lambda _: self._kept_logo(tr("The logo is kept.")))

    @command(
        "company.no-logo", mark("Take the logo away"), icon="trash", right=Permission.SITE_EDIT, button=False
    )
    def drop_logo(self) -> None:
        """Papers bear no picture any more."""
        self.do(remove_logo, then=lambda _: self._kept_logo(tr("Papers bear no logo any more.")))

    def _kept_logo(self, words: str) -> None:
        self.shell.tell(words)
        self.refresh()

    def retranslate(self) -> None:
        """The paper speaks the person's language."""
        self.refresh()


def _logo_from(ctx: Context, file: Path) -> str:
    """Read a file and keep it as the logo; off the main thread, since a disk may be slow."""
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST)
    except OSError:
        raise BadInput(f"{file.name} cannot be read.", hint="Choose another file.", file=str(file)) from None
    return set_logo(ctx, data)
