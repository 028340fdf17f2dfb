"""What a table is written to: a CSV or XLSX file with every row of the question, stopped with Esc."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog

from app.errors import AppError
from app.qt.commands import command
from app.qt.export import Export
from app.qt.format import count
from app.qt.table import Column
from app.qt.tableview import TableView
from app.qt.words import mark, tr
from app.queries.pages import Ask, Connection, Page
from app.views.base import View
from app.views.parts.table_head import States

TELLING_MS = 300


def named(file: Path, *, sheet: bool) -> Path:
    """A file with the ending of what was chosen, where the person typed none or left the one that was proposed."""
    if file.suffix.casefold() == ".xlsx":
        return file
    if sheet:
        return (
            file.with_suffix(".xlsx")
            if file.suffix.casefold() == ".csv"
            else file.with_name(f"{file.name}.xlsx")
        )
    return file if file.suffix else file.with_name(f"{file.name}.csv")


class Exporting(View):
    """The part of a table's screen that writes files."""

    view: TableView
    states: States
    _export: Export | None = None
    _telling: QTimer | None = None

    def ask(self) -> Ask:
        """The question that is on the screen."""
        raise NotImplementedError

    def fetch(self, connection: Connection, ask: Ask) -> Page[Any]:
        """A page of rows; called off the main thread."""
        raise NotImplementedError

    @command("table.export", mark("Export"), icon="export", shortcut="Ctrl+E")
    def export(self) -> None:
        """Ask for a file and write every row of the question into it."""
        name = f"{tr(self.title)} {date.today().isoformat()}.csv"  # noqa: DTZ011 - the desk's own calendar
        kinds = ("CSV (*.csv)", "Excel (*.xlsx)")
        chosen, kind = QFileDialog.getSaveFileName(self, tr("Export"), name, ";;".join(kinds))
        if chosen:
            self.export_to(named(Path(chosen), sheet=kind == kinds[1]))

    def can(self, command_id: str) -> bool:
        """One file at a time."""
        if command_id == "table.export":
            return self._export is None
        return super().can(command_id)

    def export_to(self, file: Path) -> None:
        """Write every row of the question into a file; Esc stops it."""
        ctx = self.ctx

        def fetch(ask: Ask) -> Page[Any]:
            with ctx.reading() as connection:
                return self.fetch(connection, ask)

        self._export = export = Export(file, self._shown_columns(), fetch, self.ask(), tr(self.title))
        self.states.progress(tr("Exporting to {file}", file=file.name), export.cancel)
        self._telling = telling = QTimer(self)
        telling.timeout.connect(self._tell_rows)
        telling.start(TELLING_MS)
        self.update_commands()

        def done(rows: int) -> None:
            self._over()
            if rows >= 0:
                self.shell.tell(tr("{rows} rows written to {file}.", rows=count(rows), file=str(file)))
            else:
                self.shell.tell(tr("The export was stopped; no file was left behind."))

        def failed(error: AppError) -> None:
            self._over()
            self.shell.notices.refused(error)

        self.later(export.run, then=done, failed=failed)

    def _tell_rows(self) -> None:
        """How far it is."""
        if self._export is not None and self._export.rows:
            name, rows = self._export.file.name, count(self._export.rows)
            words = tr("Exporting to {file}: {rows} rows", file=name, rows=rows)
            self.states.progress(words, self._export.cancel)

    def stop_export(self) -> bool:
        """Stop the export that is under way; False where there is none."""
        if self._export is None:
            return False
        self._export.cancel()
        return True

    def _over(self) -> None:
        self._export = None
        if self._telling is not None:
            self._telling.stop()
            self._telling.deleteLater()
            self._telling = None
        self.states.progress("", None)
        self.update_commands()

    def _shown_columns(self) -> list[tuple[str, Column[Any]]]:
        head, columns = self.view.horizontalHeader(), self.view.table.columns
        order: Callable[[int], int] = head.visualIndex
        return [
            (tr(columns[at].title), columns[at])
            for at in sorted(range(len(columns)), key=order)
            if not head.isSectionHidden(at)
        ]
