"""Settings of this desk: language and colours, sound, scanner, and which printer each paper comes out of."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtSerialPort import QSerialPortInfo
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from app.domain.permissions import Permission
from app.errors import AppError
from app.qt import theme
from app.qt.widgets import Button, Card, FormRow, Label
from app.qt.words import language, mark, said, tr
from app.queries.pages import Connection
from app.queries.print_queue import DeskRow, PrinterRow, desks, printers_of
from app.services.desks import EVERY_OTHER, add_desk, remove_printer, set_printer
from app.services.test_page import print_test_page
from app.views.base import View
from app.views.parts.desk_settings import BAUDS, SUFFIXES
from app.views.person_menu import LANGUAGES, SCHEMES

DOCUMENTS = {
    "shipment_label": mark("Shipping labels"),
    "pick_list": mark("Pick lists"),
    "packing_slip": mark("Packing slips"),
    "return_label": mark("Return labels"),
    EVERY_OTHER: mark("All other papers"),
}
KINDS = (
    ("", mark("No printer")),
    ("system", mark("Printer of the system")),
    ("raw", mark("Network address (port 9100)")),
    ("folder", mark("Folder")),
)
HINTS = {
    "": "",
    "system": mark("Its name as the system knows it"),
    "raw": mark("host:port, as 192.168.1.20:9100"),
    "folder": mark("Path of a folder"),
}


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


class PrinterLine(QWidget):
    """Where one kind of paper comes out."""

    def __init__(self, document: str, screen: Settings) -> None:
        super().__init__()
        self.document = document
        self._screen = screen
        self.kind = Choice(KINDS)
        self.target = QLineEdit()
        self.save = Button(mark("Save"))
        self.test = Button(mark("Test page"), "print")
        self.row = FormRow(DOCUMENTS[document], self._fields())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self.target.returnPressed.connect(self.store)
        self.save.clicked.connect(self.store)
        self.test.clicked.connect(lambda: screen.test(self))

    def _fields(self) -> QWidget:
        fields = QWidget()
        line = QHBoxLayout(fields)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.S8)
        self.kind.setMinimumWidth(220)
        for widget, stretch in ((self.kind, 0), (self.target, 1), (self.save, 0), (self.test, 0)):
            line.addWidget(widget, stretch)
        return fields

    def show_printer(self, printer: PrinterRow | None) -> None:
        """Show what is stored."""
        self.row.accept()
        self.kind.choose(printer.kind if printer else "")
        self.target.setText(printer.target if printer else "")
        self.say()

    def say(self) -> None:
        """Follow language and kind."""
        kind = str(self.kind.currentData())
        self.kind.say()
        name = tr(DOCUMENTS[self.document])
        self.kind.setAccessibleName(tr("{paper}: kind of printer", paper=name))
        self.target.setAccessibleName(tr("{paper}: which printer", paper=name))
        self.target.setPlaceholderText(tr(HINTS[kind]) if kind else "")
        self.target.setEnabled(bool(kind) and self._screen.may_set)
        self.kind.setEnabled(self._screen.may_set)
        self.save.setEnabled(self._screen.may_set)
        self.test.setEnabled(bool(kind) and bool(self.target.text()))

    def _kind_changed(self) -> None:
        self.say()
        if self.kind.currentData():
            self.target.setFocus()
        else:
            self.store()

    def store(self) -> None:
        """Keep it; a target that cannot be one is refused beside its field."""
        self.row.accept()
        self._screen.store_printer(self)


class Settings(View):
    """What this desk is set to."""

    id, title, icon = "settings", mark("Settings"), "settings"
    topics = frozenset({"desk"})

    def build(self) -> None:
        """Make the cards."""
        self._desk: DeskRow | None = None
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(theme.S16)
        left.addWidget(self._look_card())
        left.addWidget(self._scanner_card())
        left.addStretch()
        right.addWidget(self._printer_card())
        right.addStretch()
        inner = QWidget()
        columns = QHBoxLayout()
        columns.setSpacing(theme.S16)
        columns.addLayout(left, 2)
        columns.addLayout(right, 3)
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(theme.S24, theme.S16, theme.S24, theme.S24)
        whole.setSpacing(theme.S16)
        whole.addWidget(Label(mark("Settings"), "title"))
        whole.addLayout(columns)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(area)
        self._fill_desk()
        self.setFocusProxy(self.language)

    def _look_card(self) -> QWidget:
        card = _card(mark("Person and desk"))
        self.language = QComboBox()
        for code, name in LANGUAGES:
            self.language.addItem(name, code)
        self.scheme = Choice(tuple((code, name) for code, name, _ in SCHEMES))
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(0, 100)
        self.volume.setSingleStep(10)
        self.language.currentIndexChanged.connect(lambda: self._keep("language", self.language.currentData()))
        self.scheme.currentIndexChanged.connect(lambda: self._keep("scheme", self.scheme.currentData()))
        self.volume.valueChanged.connect(lambda value: self._keep("volume", value))
        self.volume.sliderReleased.connect(lambda: self.shell.sounds.play("good"))
        for text, field in (
            (mark("Language"), self.language),
            (mark("Colours"), self.scheme),
            (mark("Volume of the bench sounds"), self.volume),
        ):
            card.body.addWidget(FormRow(text, field))
        self.desk_words = Label("", "base", "text2", wrap=True)
        self.make_desk = Button(mark("Make this desk known"), "desks")
        self.make_desk.clicked.connect(self._make_desk)
        card.body.addWidget(self.desk_words)
        card.body.addWidget(self.make_desk)
        return card

    def _scanner_card(self) -> QWidget:
        card = _card(mark("Scanner"))
        self.prefix = QLineEdit()
        self.prefix.setMaxLength(4)
        self.suffix = Choice(SUFFIXES)
        self.port = QComboBox()
        self.baud = QComboBox()
        for rate in BAUDS:
            self.baud.addItem(str(rate), rate)
        self.prefix.editingFinished.connect(self._keep_wedge)
        self.suffix.currentIndexChanged.connect(self._keep_wedge)
        self.port.currentIndexChanged.connect(self._keep_serial)
        self.baud.currentIndexChanged.connect(self._keep_serial)
        grid = QGridLayout()
        grid.setSpacing(theme.S16)
        help_ = mark("Character that the scanner sends before every code")
        grid.addWidget(FormRow(mark("Prefix"), self.prefix, help_), 0, 0)
        grid.addWidget(FormRow(mark("After every code"), self.suffix), 0, 1)
        grid.addWidget(FormRow(mark("Serial port"), self.port), 1, 0)
        grid.addWidget(FormRow(mark("Speed"), self.baud), 1, 1)
        card.body.addLayout(grid)
        test = Button(mark("Test the scanner"), "barcode-scan")
        test.clicked.connect(lambda: self.shell.go("scanner-test"))
        card.body.addWidget(test)
        return card

    def _printer_card(self) -> QWidget:
        card = _card(mark("Printers of this desk"))
        self.printer_words = Label("", "base", "text2", wrap=True)
        card.body.addWidget(self.printer_words)
        self.lines = {document: PrinterLine(document, self) for document in DOCUMENTS}
        for line in self.lines.values():
            card.body.addWidget(line)
        return card

    @property
    def may_set(self) -> bool:
        """Whether the person may say where papers come out."""
        return self._desk is not None and self.shell.allows(Permission.SITE_EDIT)

    # What is kept on this computer

    def _fill_desk(self) -> None:
        store = self.shell.store
        self.language.blockSignals(True)
        self.language.setCurrentIndex(max(0, self.language.findData(language())))
        self.language.blockSignals(False)
        self.scheme.choose(theme.scheme().value)
        self.volume.blockSignals(True)
        self.volume.setValue(int(store.get("volume", 70)))
        self.volume.blockSignals(False)
        wedge, serial = store.get("wedge", {}) or {}, store.get("serial", {}) or {}
        self.prefix.setText(str(wedge.get("prefix", "")))
        self.suffix.choose(wedge.get("suffixes", "\r\t"))
        self.port.blockSignals(True)
        self.port.clear()
        self.port.addItem(tr("None"), "")
        names = [one.portName() for one in QSerialPortInfo.availablePorts()]
        kept = str(serial.get("port", ""))
        for name in dict.fromkeys([*names, *([kept] if kept else [])]):
            self.port.addItem(name, name)
        self.port.setCurrentIndex(max(0, self.port.findData(kept)))
        self.port.blockSignals(False)
        self.baud.blockSignals(True)
        self.baud.setCurrentIndex(max(0, self.baud.findData(serial.get("baud", 9600))))
        self.baud.blockSignals(False)

    def _keep(self, name: str, value: Any) -> None:
        self.shell.store.put(name, value)
        self.shell.settings_changed.emit(name)

    def _keep_wedge(self) -> None:
        self._keep("wedge", {"prefix": self.prefix.text(), "suffixes": self.suffix.currentData()})

    def _keep_serial(self) -> None:
        self._keep("serial", {"port": self.port.currentData(), "baud": self.baud.currentData()})

    # What is kept in the database

    def refresh(self) -> None:
        """Read the desk and its printers."""
        code = self.ctx.desk

        def query(connection: Connection) -> tuple[DeskRow | None, tuple[PrinterRow, ...]]:
            desk = next((one for one in desks(connection) if one.code == code), None)
            return desk, printers_of(connection, desk.id) if desk else ()

        self.read(query, then=self._shown)

    def _shown(self, found: tuple[DeskRow | None, tuple[PrinterRow, ...]]) -> None:
        self._desk, printers = found
        by_paper = {one.document: one for one in printers}
        for document, line in self.lines.items():
            line.show_printer(by_paper.get(document))
        self._say_desk()

    def _say_desk(self) -> None:
        may = self.shell.allows(Permission.SITE_EDIT)
        known = self._desk is not None
        self.make_desk.setVisible(not known and may)
        code = self.ctx.desk
        if self._desk is not None:
            self.desk_words.set(mark("This desk is {code}, {name}."), code=code, name=self._desk.name or code)
        else:
            self.desk_words.set(
                mark("This desk calls itself {code}; it is not known to the others yet."), code=code
            )
        if not known:
            self.printer_words.set(mark("Make this desk known first; then say where its papers come out."))
        elif not may:
            self.printer_words.set(mark("A supervisor says where papers come out."))
        else:
            self.printer_words.set(mark("A paper waits until its printer is there; the work goes on."))

    def _make_desk(self) -> None:
        self.do(add_desk, self.ctx.desk, then=lambda _: self.refresh())

    def store_printer(self, line: PrinterLine) -> None:
        """Keep where a paper comes out, or that it does not."""
        if self._desk is None:
            return
        kind = str(line.kind.currentData())

        def refused(error: AppError) -> None:
            line.row.refuse(said(error))

        if not kind:
            self.do(
                remove_printer, self._desk.id, line.document, then=lambda _: self.refresh(), failed=refused
            )
        elif line.target.text().strip():
            target = line.target.text()
            self.do(
                set_printer,
                self._desk.id,
                line.document,
                kind,
                target,
                then=lambda _: self._stored(),
                failed=refused,
            )
        else:
            line.row.refuse(tr("Say which printer."))

    def _stored(self) -> None:
        self.shell.tell(tr("The printer is kept."))
        self.refresh()

    def test(self, line: PrinterLine) -> None:
        """Print a test page on this printer."""
        kind, target = str(line.kind.currentData()), line.target.text()

        def printed(_: object) -> None:
            self.shell.tell(tr("A test page was sent to {printer}.", printer=target))

        self.do(
            print_test_page,
            kind,
            target,
            language(),
            then=printed,
            failed=lambda error: line.row.refuse(said(error)),
        )

    def retranslate(self) -> None:
        """Follow the language."""
        self.scheme.say()
        self.suffix.say()
        self.port.setItemText(0, tr("None"))
        self._fill_desk()
        for line in self.lines.values():
            line.say()


def _card(title: str) -> Card:
    card = Card()
    card.body.setContentsMargins(theme.S16, theme.S16, theme.S16, theme.S16)
    card.body.setSpacing(theme.S16)
    card.body.addWidget(Label(title, "strong"))
    return card
