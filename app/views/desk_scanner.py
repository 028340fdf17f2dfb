"""The scanner of this desk, from before the first field is shown to the end of the program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain.scan import Scan
from app.qt.scanner import ScanJournal, ScanRouter, SerialScanner, WedgeFilter
from app.qt.store import Store
from app.qt.words import tr
from app.views.parts.desk_settings import serial_of, wedge_of


def not_taken(scan: Scan) -> str:
    """What is said of a scan while nobody works."""
    return tr("{code} was not taken. Sign in or show a badge first.", code=scan.code)


class DeskScanner(QObject):
    """What listens at this desk: the keyboard's filter and the serial port, over one journal.

    Args:
        store: Says how the scanner is set.
        folder: Where the journal lies.
        desk: The desk's code.

    Signals:
        silent: (why) the serial port does not answer; it is tried again by itself.
    """

    silent = Signal(str)

    def __init__(self, store: Store, folder: Path, desk: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.router = ScanRouter(ScanJournal(folder / "scans.db", desk), self)
        self.wedge = WedgeFilter(parent=self)
        self.router.listen(self.wedge)
        self.serial: SerialScanner | None = None
        self.trouble = ""
        """Why the serial port does not answer now; empty where it does, or where there is none."""
        self.set_up()

    def set_up(self) -> None:
        """Use the scanner settings of this desk: how the wedge types, and which serial port is listened to."""
        self.wedge.use(wedge_of(self._store))
        if self.serial is not None:
            self.serial.stop()
            self.serial.deleteLater()
            self.serial = None
        self.trouble = ""
        port = serial_of(self._store)
        if port is not None:
            self.serial = SerialScanner(port, self)
            self.serial.connected.connect(self._port_changed)
            self.router.listen(self.serial)
            self.serial.start()

    def _port_changed(self, is_open: bool, why: str) -> None:
        self.trouble = "" if is_open else why
        if self.trouble:
            self.silent.emit(why)

    def close(self) -> None:
        """The program ends: nothing half read is left."""
        if self.serial is not None:
            self.serial.stop()
        self.router.close()
