"""Scanners: keyboard wedges, serial ports, the journal of the desk, and the one way from there to the screens."""

from app.qt.scanner.bursts import Burst, WedgeSettings
from app.qt.scanner.journal import Entry, JournalUnavailable, ScanJournal
from app.qt.scanner.router import ScanRouter, Source
from app.qt.scanner.serial import SerialScanner, SerialSettings
from app.qt.scanner.simulate import simulate, simulate_typing
from app.qt.scanner.testpage import ScannerTest
from app.qt.scanner.wedge import WedgeFilter

__all__ = [
    "Burst",
    "Entry",
    "JournalUnavailable",
    "ScanJournal",
    "ScanRouter",
    "ScannerTest",
    "SerialScanner",
    "SerialSettings",
    "Source",
    "WedgeFilter",
    "WedgeSettings",
    "simulate",
    "simulate_typing",
]
