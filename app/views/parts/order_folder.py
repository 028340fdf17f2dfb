"""The folder of an order in its drawer: its documents; files are added by dialog or dropped, opened and taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.permissions import Permission
from app.errors import AppError, BadInput
from app.qt import theme
from app.qt.format import moment
from app.qt.preview import PreviewDialog
from app.qt.widgets import Button, IconButton, Label, Section, Sign
from app.qt.words import mark, tr
from app.queries.order_folder import Paper
from app.services.attachments import (
    LARGEST,
    Attached,
    add_attachment,
    open_document,
    open_paper,
    remove_attachment,
    restore_attachment,
)
from app.services.context import Context
from app.views.base import View
from app.views.parts.lines import Link

KINDS = {
    "attachment": ("document", mark("File")),
    "label": ("label", mark("Label")),
    "original": ("intake", mark("Message as it came")),
    "letter": ("mail", mark("Letter")),
    "order_confirmation": ("document", mark("Order confirmation")),
    "packing_slip": ("document", mark("Packing slip")),
    "delivery_note": ("document", mark("Delivery note")),
    "waybill": ("truck", mark("Waybill")),
    "pick_list": ("pick-lists", mark("Pick list")),
}
"""Kinds of documents: (icon, English words); others are called papers."""
PDF = "application/pdf"
ENDINGS = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "message/rfc822": ".eml",
    "application/xml": ".xml",
    "text/csv": ".csv",
    "text/plain": ".txt",
}
"""What is handed to another program, under a name of ours and an ending that we chose by the bytes."""
SHOWN = 12


class FolderSection(QWidget):
    """The documents of an order. Files dropped here are added.

    Signals:
        opened: a document is to be shown (a `Paper`).
        removed: a file is to be taken out (a `Paper`).
        wanted: somebody wants to choose files to add.
        dropped: files were dropped (their paths).
    """

    opened, removed = Signal(object), Signal(object)
    wanted = Signal()
    dropped = Signal(list)

    def __init__(self, papers: Sequence[Paper], *, may_change: bool) -> None:
        super().__init__()
        self.setAcceptDrops(may_change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S8)
        head = Section(mark("Folder"), str(len(papers)) if papers else "")
        column.addWidget(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.S8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        for paper in papers[:SHOWN]:
            self._add(grid, paper, may_change)
        if not papers:
            quiet = Label(tone="text3")
            quiet.say(tr("Nothing in it yet."))
            column.addWidget(quiet)
        if may_change:
            row = QHBoxLayout()
            add = Button(mark("Add a file"), "plus")
            add.clicked.connect(self.wanted)
            row.addWidget(add)
            row.addStretch(1)
            column.addLayout(row)

    def _add(self, grid: QGridLayout, paper: Paper, may_change: bool) -> None:
        icon, words = KINDS.get(paper.kind, ("document", mark("Paper")))
        at = grid.rowCount()
        link = Link(short(paper.title), lambda: self.opened.emit(paper))
        link.setAccessibleName(f"{tr(words)} {paper.title}")
        link.setToolTip(paper.title)
        under = Label(role="small", tone="text2", elide=True)
        under.say(", ".join(part for part in (tr(words), moment(paper.at), paper.who) if part))
        grid.addWidget(Sign(icon, "text2", 16), at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(link, at, 1)
        grid.addWidget(under, at + 1, 1)
        if paper.id and may_change:
            out = IconButton("trash", mark("Take the file out"))
            out.clicked.connect(lambda: self.removed.emit(paper))
            grid.addWidget(out, at, 2, 2, 1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files of this computer may be dropped."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.dropped.emit(files)


def short(title: str, longest: int = 34) -> str:
    """A title that fits the drawer: its end tells what it is, so the middle goes."""
    title = " ".join(title.split()) or tr("without a name")
    return title if len(title) <= longest else f"{title[: longest - 13]}\N{HORIZONTAL ELLIPSIS}{title[-12:]}"


def read_file(file: Path) -> bytes:
    """The bytes of a file that is to be added; no more is read than may be kept.

    Raises:
        BadInput: it cannot be read.
    """
    try:
        with file.open("rb") as source:
            return source.read(LARGEST + 1)
    except OSError as error:
        raise BadInput(
            f"{file.name} cannot be read: {error.strerror or error}.",
            hint="Look at the path and its rights.",
            name=file.name,
        ) from error


class OrderFolder(QObject):
    """What a screen does with an order's folder."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self._view = view
        self._kept = 0

    def section(self, order_id: int, papers: Sequence[Paper]) -> FolderSection:
        """The folder of an order as it stands in the drawer."""
        part = FolderSection(papers, may_change=self._view.shell.allows(Permission.ORDER_ENTER))
        part.opened.connect(lambda paper: self.show(order_id, paper))
        part.removed.connect(self.remove)
        part.wanted.connect(lambda: self.choose(order_id))
        part.dropped.connect(lambda files: self.add(order_id, files))
        return part

    def choose(self, order_id: int) -> None:
        """Ask for files and add them."""
        chosen, _ = QFileDialog.getOpenFileNames(self._view, tr("Add a file"))
        if chosen:
            self.add(order_id, [Path(one) for one in chosen])

    def add(self, order_id: int, files: Sequence[Path]) -> None:
        """Add files to the folder; Ctrl+Z takes them out."""

        def put(ctx: Context) -> tuple[list[Attached], AppError | None]:
            done: list[Attached] = []
            for file in files:
                try:
                    done.append(add_attachment(ctx, order_id, file.name, read_file(file)))
                except AppError as error:
                    return done, error
            return done, None

        self._view.do(put, then=lambda found: self._added(*found))

    def _added(self, done: list[Attached], refused: AppError | None) -> None:
        if refused is not None:
            self._view.shell.notices.refused(refused)
        if not done:
            return

        def out(ctx: Context) -> None:
            for one in done:
                remove_attachment(ctx, one.attachment_id)

        words = tr("{name} is in the folder.", name=", ".join(one.name for one in done))
        self._view.shell.tell(words, lambda: self._view.do(out, then=self._taken_back))
        self._view.refresh()

    def remove(self, paper: Paper) -> None:
        """Take a file out of the folder; Ctrl+Z puts it back."""

        def done(was: Attached) -> None:
            words = tr("{name} is out of the folder.", name=was.name)
            back = lambda: self._view.do(restore_attachment, was.attachment_id, then=self._taken_back)  # noqa: E731 - said once
            self._view.shell.tell(words, back)
            self._view.refresh()

        self._view.do(remove_attachment, paper.id, then=done)

    def _taken_back(self, _: object) -> None:
        self._view.shell.tell(tr("Taken back."))
        self._view.refresh()

    def show(self, order_id: int, paper: Paper) -> None:
        """Show a document; that it was opened is written down first."""
        if (
            paper.kind == "label"
        ):  # in whatever language its printer speaks; who opens it is written down there
            self._view.do(
                open_paper,
                "label",
                paper.sha256,
                then=lambda data: self._show(replace(paper, media_type=PDF), data),
            )
            return
        self._view.do(
            open_document,
            *(order_id, paper.kind, paper.title, paper.sha256),
            then=lambda data: self._show(paper, data),
        )

    def _show(self, paper: Paper, data: bytes) -> None:
        self._view.refresh()
        if paper.media_type == PDF:
            dialog = PreviewDialog(self._view.shell.tasks, short(paper.title), self._view)
            dialog.open()
            dialog.preview.show_pdf(data, short(paper.title))
            return
        ending = ENDINGS.get(paper.media_type.partition(";")[0])
        if ending is None:
            self._save(paper, data)
            return
        # Under a name of ours: what a file is called never becomes a path, nor decides which program opens it.
        place = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.TempLocation))
        file = place / f"quai-{paper.sha256[:12]}{ending}"
        file.write_bytes(data)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))

    def _save(self, paper: Paper, data: bytes) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self._view, tr("Save the file"), paper.title)
        if chosen:
            Path(chosen).write_bytes(data)
            self._view.shell.tell(tr("{name} is saved.", name=Path(chosen).name))
