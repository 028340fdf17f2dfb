"""Settings of this desk: language and colours, sound, scanner, scale, and which printer each paper comes out of."""

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
from app.qt import theme
from app.qt.commands import command
from app.qt.widgets import Button, Card, CommandButton, FormRow, Label
from app.qt.words import language, mark, said, tr, trn
from app.queries.pages import Connection
from app.queries.print_queue import DeskRow, PrinterRow, desks, printers_of
from app.queries.weighing import Tolerance, tolerance
from app.services.badges import set_pin
from app.services.context import Context
from app.services.desks import add_desk
from app.services.signs import print_command_card
from app.views.base import View
from app.views.parts.command_cards import cards_of
from app.views.parts.desk_settings import BAUDS, SUFFIXES, WEIGHING, weighing_of
from app.views.parts.printers import Choice, PrinterLines
from app.views.parts.scale_card import ScaleCard, ToleranceCard
from app.views.person_menu import LANGUAGES, SCHEMES


class Settings(View):
    """What this desk is set to."""

    id, title, icon = "settings", mark("Settings"), "settings"
    topics = frozenset({"desk", "app_meta"})

    def build(self) -> None:
        """Make the cards."""
        self._desk: DeskRow | None = None
        self._ports: list[str] = []
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        page.addWidget(area)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        inner = QWidget()
        area.setWidget(inner)
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(theme.S24, theme.S16, theme.S24, theme.S24)
        whole.setSpacing(theme.S16)
        whole.addWidget(Label(mark("Settings"), "title"))
        columns = QHBoxLayout()
        whole.addLayout(columns)
        columns.setSpacing(theme.S16)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, stretch in ((left, 2), (right, 3)):
            columns.addLayout(column, stretch)
            column.setSpacing(theme.S16)
        self._look_card(left)
        self._scanner_card(left)
        self.scale = ScaleCard(self)
        self.tolerance = ToleranceCard(self)
        left.addWidget(self.scale)
        left.addWidget(self.tolerance)
        self._printer_card(right)
        for column in (left, right):
            column.addStretch()
        self._fill_desk()
        self.setFocusProxy(self.language)

    def _look_card(self, column: QVBoxLayout) -> None:
        card = _card(mark("Person and desk"), column)
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
        self.weighing = Choice(WEIGHING)
        # Its longest words would make the card wider than the window.
        self.weighing.setMinimumContentsLength(20)
        self.weighing.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.weighing.currentIndexChanged.connect(lambda: self._keep("weighing", self.weighing.currentData()))
        self.volume.sliderReleased.connect(lambda: self.shell.sounds.play("good"))
        for text, field in (
            (mark("Language"), self.language),
            (mark("Colours"), self.scheme),
            (mark("Volume of the bench sounds"), self.volume),
            (mark("Weight of parcels without a scale"), self.weighing),
        ):
            card.body.addWidget(FormRow(text, field))
        card.body.addWidget(self._pin_row())
        self.desk_words = Label("", "base", "text2", wrap=True)
        self.make_desk = Button(mark("Make this desk known"), "desks")
        self.make_desk.clicked.connect(self._make_desk)
        card.body.addWidget(self.desk_words)
        card.body.addWidget(self.make_desk)

    def _pin_row(self) -> FormRow:
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(8)
        keep = Button(mark("Set my PIN"))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S8)
        row.addWidget(self.pin, 1)
        row.addWidget(keep)
        help_ = mark("Asked for when your badge is scanned after a while; 4 to 8 digits")
        self.pin_row = FormRow(mark("My PIN"), line, help_)
        self.pin_row.setFocusProxy(self.pin)
        self.pin.setAccessibleName(tr("My PIN"))
        self.pin.returnPressed.connect(self._set_pin)
        keep.clicked.connect(self._set_pin)
        return self.pin_row

    def _set_pin(self) -> None:
        self.pin_row.accept()

        def done(_: object) -> None:
            self.pin.clear()
            self.shell.tell(tr("Your PIN is set."))

        self.do(
            set_pin,
            self.ctx.actor,
            self.pin.text(),
            then=done,
            failed=lambda error: self.pin_row.refuse(said(error)),
        )

    def _scanner_card(self, column: QVBoxLayout) -> None:
        card = _card(mark("Scanner"), column)
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
        card.body.addLayout(grid)
        grid.setSpacing(theme.S16)
        help_ = mark("Character that the scanner sends before every code")
        grid.addWidget(FormRow(mark("Prefix"), self.prefix, help_), 0, 0)
        grid.addWidget(FormRow(mark("After every code"), self.suffix), 0, 1)
        grid.addWidget(FormRow(mark("Serial port"), self.port), 1, 0)
        grid.addWidget(FormRow(mark("Speed"), self.baud), 1, 1)
        test = Button(mark("Test the scanner"), "barcode-scan")
        test.clicked.connect(lambda: self.shell.go("scanner-test"))
        card.body.addWidget(test)

    def _printer_card(self, column: QVBoxLayout) -> None:
        card = _card(mark("Printers of this desk"), column)
        self.printer_words = Label("", "base", "text2", wrap=True)
        card.body.addWidget(self.printer_words)
        self.printers = PrinterLines(self, self.refresh)
        self.lines = self.printers.lines
        card.body.addWidget(self.printers)
        self.cards = CommandButton(self.actions_by_id["settings.command-cards"], primary=False)
        card.body.addWidget(self.cards)
        self.printers.made.connect(lambda: self.setTabOrder(list(self.lines.values())[-1].test, self.cards))

    def can(self, command_id: str) -> bool:
        """Command cards are of benches."""
        return command_id != "settings.command-cards" or bool(cards_of(self.shell.screens))

    @command(
        "settings.command-cards",
        mark("Print command cards"),
        icon="print",
        right=Permission.PAPER_PRINT,
        button=False,
    )
    def print_cards(self) -> None:
        """A card for each bench: its commands as barcodes, to be scanned instead of keys."""
        cards = cards_of(self.shell.screens)

        def work(ctx: Context) -> int:
            for title, entries in cards:
                print_command_card(ctx, title, entries, "fr" if language() == "fr" else "en")
            return len(cards)

        self.do(
            work, then=lambda number: self.shell.tell(trn("%n command cards are in the print queue.", number))
        )

    # What is kept on this computer

    def _fill_desk(self) -> None:
        store = self.shell.store
        self.language.blockSignals(True)
        self.language.setCurrentIndex(max(0, self.language.findData(language())))
        self.language.blockSignals(False)
        self.scheme.choose(theme.scheme().value)
        self.weighing.choose(weighing_of(self.shell.store))
        self.volume.blockSignals(True)
        self.volume.setValue(int(store.get("volume", 70)))
        self.volume.blockSignals(False)
        wedge, serial = store.get("wedge", {}) or {}, store.get("serial", {}) or {}
        if not self.prefix.hasFocus():
            self.prefix.setText(str(wedge.get("prefix", "")))
        self.suffix.choose(wedge.get("suffixes", "\r\t"))
        self.port.blockSignals(True)
        self.port.clear()
        self.port.addItem(tr("None"), "")
        kept = str(serial.get("port", ""))
        for name in dict.fromkeys([*self._ports, *([kept] if kept else [])]):
            self.port.addItem(name, name)
        self.port.setCurrentIndex(max(0, self.port.findData(kept)))
        self.port.blockSignals(False)
        self.baud.blockSignals(True)
        self.baud.setCurrentIndex(max(0, self.baud.findData(serial.get("baud", 9600))))
        self.baud.blockSignals(False)
        self.scale.fill(self._ports)

    def _read_ports(self) -> None:
        """Look which serial ports there are now; the system may take its time to say."""

        def names() -> list[str]:
            return [one.portName() for one in QSerialPortInfo.availablePorts()]

        def shown(found: list[str]) -> None:
            if found != self._ports:
                self._ports = found
                self._fill_desk()

        self.later(names, then=shown, latest="ports")

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

        def query(connection: Connection) -> tuple[DeskRow | None, tuple[PrinterRow, ...], Tolerance]:
            desk = next((one for one in desks(connection) if one.code == code), None)
            return desk, printers_of(connection, desk.id) if desk else (), tolerance(connection)

        self.read(query, then=self._shown)
        self._read_ports()

    def _shown(self, found: tuple[DeskRow | None, tuple[PrinterRow, ...], Tolerance]) -> None:
        self._desk, printers, allowed = found
        self.tolerance.show_tolerance(allowed)
        desk = self._desk.id if self._desk is not None else None
        self.printers.show_desk(desk, printers, self.shell.allows(Permission.SITE_EDIT))
        self._say_desk()

    def _say_desk(self) -> None:
        may = self.shell.allows(Permission.SITE_EDIT)
        known = self._desk is not None
        self.make_desk.setVisible(not known and may)
        code = self.ctx.desk
        if self._desk is not None and self._desk.name not in {"", code}:
            self.desk_words.set(mark("This desk is {code}, {name}."), code=code, name=self._desk.name)
        elif self._desk is not None:
            self.desk_words.set(mark("This desk is {code}."), code=code)
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

    def retranslate(self) -> None:
        """Follow the language."""
        self.scheme.say()
        self.weighing.say()
        self.suffix.say()
        self.port.setItemText(0, tr("None"))
        self._fill_desk()
        self.pin.setAccessibleName(tr("My PIN"))
        self.printers.say()
        self.scale.say()


def _card(title: str, column: QVBoxLayout) -> Card:
    card = Card()
    column.addWidget(card)
    card.body.setContentsMargins(theme.S16, theme.S16, theme.S16, theme.S16)
    card.body.setSpacing(theme.S16)
    card.body.addWidget(Label(title, "strong"))
    return card
