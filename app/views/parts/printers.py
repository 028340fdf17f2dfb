"""Where the papers of a desk come out: one line a paper, kept at once; used by the settings and by the list of desks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.errors import AppError
from app.integrations.printers import kind_of
from app.qt import theme
from app.qt.widgets import Button, FormRow
from app.qt.words import language, mark, said, tr
from app.queries.print_queue import PrinterRow
from app.services.desks import EVERY_OTHER, LABELS, remove_printer, set_printer
from app.services.printing import called
from app.services.test_page import print_test_page
from app.views.base import View

DOCUMENTS = {
    "shipment_label": mark("Shipping labels"),
    "pallet_label": mark("Pallet labels"),
    "pick_list": mark("Printed pick lists"),
    "packing_slip": mark("Packing slips"),
    "order_confirmation": mark("Order confirmations"),
    "delivery_note": mark("Delivery notes"),
    "cn22": mark("CN 22 declarations (labels)"),
    "cn23": mark("CN 23 declarations (A4)"),
    "waybill": mark("Waybills"),
    "hazard_marks": mark("Dangerous goods marks (A4)"),
    "hazard_marks_small": mark("Dangerous goods marks (labels)"),
    "return_label": mark("Return labels"),
    "location_labels": mark("Labels of places"),
    "badge_card": mark("Badges"),
    "command_card": mark("Command cards"),
    EVERY_OTHER: mark("All other papers"),
}
KINDS = (
    ("", mark("No printer")),
    ("system", mark("Printer of the system")),
    ("raw", mark("Network address (port 9100)")),
    ("folder", mark("Folder")),
)
FORMS = (
    ("", mark("PDF, A6")),
    ("4x6", mark("PDF, 4 × 6 in")),
    ("a4_2up", mark("PDF, two on A4")),
    ("zpl203", mark("ZPL, 203 dpi, 4 × 6 in")),
    ("zpl300", mark("ZPL, 300 dpi, 4 × 6 in")),
    ("zpl203_a6", mark("ZPL, 203 dpi, A6")),
    ("zpl300_a6", mark("ZPL, 300 dpi, A6")),
)
"""In which form a label printer takes its labels."""
HINTS = {
    "": "",
    "system": mark("Its name as the system knows it"),
    "raw": mark("host:port, as 192.168.1.20:9100"),
    "folder": mark("Path of a folder"),
}


def printer_words(name: str) -> str:
    """A printer as people call it, from what a job was sent to (`kind:target`): of a path the last part."""
    return tr("Folder {name}", name=called(name)) if name.startswith("folder:") else called(name)


class Choice(QComboBox):
    """A choice whose words follow the language."""

    def __init__(self, choices: tuple[tuple[Any, str], ...]) -> None:
        super().__init__()
        self._words = [words for _, words in choices]
        for value, words in choices:
            self.addItem(tr(words), value)

    def say(self) -> None:
        """Say the choices in the language that is set."""
        for at, words in enumerate(self._words):
            self.setItemText(at, tr(words))

    def choose(self, value: Any) -> None:
        """Show a value without telling anybody."""
        self.blockSignals(True)
        self.setCurrentIndex(max(0, self.findData(value)))
        self.blockSignals(False)


class Target(QComboBox):
    """Which printer: typed, or chosen among those that this computer knows."""

    typed = Signal()
    """Enter in the field."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(QCompleter(self))  # what is typed stays as it is typed
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._edit.returnPressed.connect(self.typed)

    @property
    def _edit(self) -> QLineEdit:
        edit = self.lineEdit()
        assert edit is not None
        return edit

    def text(self) -> str:
        """What stands in the field."""
        return self.currentText()

    def setText(self, text: str) -> None:
        """Show a printer."""
        self.setEditText(text)

    def offer(self, names: Iterable[str]) -> None:
        """Printers to choose from; what stands in the field stays."""
        text, at = self.text(), self._edit.cursorPosition()
        self.clear()
        self.addItems(list(names))
        self.setEditText(text)
        self._edit.setCursorPosition(at)

    def say(self, name: str, hint: str) -> None:
        """Say what the field is, and what it takes."""
        for one in (self, self._edit):
            one.setAccessibleName(name)
        self._edit.setPlaceholderText(hint)


class PrinterLine(QWidget):
    """Where one kind of paper comes out."""

    def __init__(self, document: str, keeper: PrinterLines, *, narrow: bool = False) -> None:
        super().__init__(keeper)
        self.document = document
        self._keeper = keeper
        self._kept = ("", "", "")
        self.kind = Choice(KINDS)
        self.form = Choice(FORMS)
        self.target = Target()
        self.save = Button(mark("Save"))
        self.test = Button(mark("Test page"), "print")
        self.row = FormRow(DOCUMENTS[document], self._make_fields(narrow))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self.form.currentIndexChanged.connect(self._form_changed)
        self.target.typed.connect(self.store)
        self.save.clicked.connect(self.store)
        self.test.clicked.connect(lambda: keeper.test(self))

    def _make_fields(self, narrow: bool) -> QWidget:
        fields = QWidget()
        whole = QVBoxLayout(fields)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.S4)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.S8)
        self._narrow = narrow
        if narrow:
            whole.addWidget(self.kind)
            self.kind.setMinimumContentsLength(8)
            self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self.test.setParent(self)  # another desk's printer cannot be tried from here
            self.test.hide()
        else:
            self.kind.setMinimumWidth(220)
            line.addWidget(self.kind)
        line.addWidget(self.target, 1)
        line.addWidget(self.save)
        if not narrow:
            line.addWidget(self.test)
        whole.addWidget(self._line)
        if self.document in LABELS:
            self.form.setMinimumContentsLength(12)
            self.form.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            whole.addWidget(self.form)
        else:
            self.form.setParent(self)
            self.form.hide()
        return fields

    def show_printer(self, printer: PrinterRow | None, *, afresh: bool = True) -> None:
        """Show what is stored; unless afresh, what somebody is typing stays."""
        kept = (printer.kind, printer.target, printer.format) if printer else ("", "", "")
        if not afresh and self._fields_say() != self._kept:
            return
        self._kept = kept
        self.row.accept()
        self.kind.choose(kept[0])
        self.target.setText(kept[1])
        self.form.choose(kept[2] if kept[2] != "a6" else "")
        self.say()

    def stored(self) -> None:
        """What stands in the fields is kept now."""
        self._kept = self._fields_say()

    def _fields_say(self) -> tuple[str, str, str]:
        return str(self.kind.currentData()), self.target.text(), str(self.form.currentData())

    def say(self) -> None:
        """Follow language and kind."""
        kind = str(self.kind.currentData())
        self.kind.say()
        name = tr(DOCUMENTS[self.document])
        self.kind.setAccessibleName(tr("{paper}: kind of printer", paper=name))
        self.form.say()
        self.form.setAccessibleName(tr("{paper}: form", paper=name))
        self.form.setEnabled(self._keeper.may_set)
        self.form.setVisible(self.document in LABELS and bool(kind))
        self.target.say(tr("{paper}: which printer", paper=name), tr(HINTS[kind]) if kind else "")
        self.target.offer(self._keeper.known if kind == "system" else ())
        self.target.setEnabled(bool(kind) and self._keeper.may_set)
        self.kind.setEnabled(self._keeper.may_set)
        self.save.setEnabled(self._keeper.may_set)
        self.test.setEnabled(bool(kind) and bool(self.target.text()))
        if self._narrow:
            self._line.setVisible(bool(kind))

    def _kind_changed(self) -> None:
        self.say()
        if self.kind.currentData():
            self.target.setFocus()
        else:
            self.store()

    def _form_changed(self) -> None:
        if self.target.text().strip():
            self.store()

    def store(self) -> None:
        """Keep it; a target that cannot be one is refused beside its field."""
        self.row.accept()
        self._keeper.store_printer(self)


class PrinterLines(QWidget):
    """A line for every paper of a desk; each is kept by itself.

    The lines are made when a desk is first shown, one a turn of the event loop: all at once they would hold the window up.

    Signals:
        made: all lines are there.

    Args:
        screen: Whose services and messages are used.
        changed: Called when one was kept: read them again.
        narrow: For a drawer: the printer stands below its kind, and none is tried from here.
    """

    made = Signal()

    def __init__(self, screen: View, changed: Callable[[], None], *, narrow: bool = False) -> None:
        super().__init__()
        self._screen = screen
        self._changed = changed
        self._desk: int | None = None
        self._may = False
        self._own = not narrow
        self.known: tuple[str, ...] = ()
        """The printers that the system knows; of another desk's nobody knows them here."""
        self.lines: dict[str, PrinterLine] = {}
        self._kept: dict[str, PrinterRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.S16 if not narrow else theme.S8)
        self._making = QTimer(self)
        self._making.setSingleShot(True)
        self._making.timeout.connect(self._make_next)

    def _make_next(self) -> None:
        document = next((one for one in DOCUMENTS if one not in self.lines), None)
        if document is None:
            self.made.emit()
            return
        self.lines[document] = line = PrinterLine(document, self, narrow=not self._own)
        self._column.addWidget(line)
        line.show_printer(self._kept.get(document))
        self._making.start()

    @property
    def may_set(self) -> bool:
        """Whether the person may say where papers come out."""
        return self._desk is not None and self._may

    def show_desk(self, desk: int | None, printers: Iterable[PrinterRow], may: bool) -> None:
        """Show the printers of a desk; None: it is not known yet."""
        afresh = desk != self._desk
        self._desk, self._may = desk, may
        self._kept = {one.document: one for one in printers}
        for document, line in self.lines.items():
            line.show_printer(self._kept.get(document), afresh=afresh)
            line.say()
        if len(self.lines) < len(DOCUMENTS):
            self._making.start()
        if self._own and not self.known:
            known = kind_of("system", self._screen.shell.kinds).known
            self._screen.later(known, then=self._offer, failed=lambda _: None, latest="printers")

    def _offer(self, names: tuple[str, ...]) -> None:
        self.known = names
        for line in self.lines.values():
            if line.kind.currentData() == "system":
                line.target.offer(names)

    def say(self) -> None:
        """Follow the language."""
        for line in self.lines.values():
            line.say()

    def store_printer(self, line: PrinterLine) -> None:
        """Keep where a paper comes out, or that it does not."""
        if self._desk is None:
            return
        kind = str(line.kind.currentData())

        def refused(error: AppError) -> None:
            line.row.refuse(said(error))

        def removed(_: object) -> None:
            line.stored()
            self._changed()

        def stored(_: object) -> None:
            line.stored()
            self._screen.shell.tell(tr("The printer is kept."))
            self._changed()

        if not kind:
            self._screen.do(
                remove_printer,
                self._desk,
                line.document,
                then=removed,
                failed=refused,
            )
        elif line.target.text().strip():
            if self._own:
                try:
                    kind_of(kind, self._screen.shell.kinds).clean(line.target.text())
                except AppError as error:
                    refused(error)
                    return
            self._screen.do(
                set_printer,
                self._desk,
                line.document,
                kind,
                line.target.text(),
                str(line.form.currentData()),
                then=stored,
                failed=refused,
            )
        else:
            line.row.refuse(tr("Say which printer."))

    def test(self, line: PrinterLine) -> None:
        """Print a test page on this printer."""
        kind, target = str(line.kind.currentData()), line.target.text()

        def printed(_: object) -> None:
            self._screen.shell.tell(tr("A test page was sent to {printer}.", printer=target))

        self._screen.do(
            print_test_page,
            kind,
            target,
            language(),
            self._screen.shell.kinds,
            str(line.form.currentData()),
            then=printed,
            failed=lambda error: line.row.refuse(said(error)),
        )
