"""Trying a scanner: what it sent, key by key, what Quai reads in it, and what is wrong with its settings."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from app.domain.scan import Scan, ScanFault
from app.qt import theme
from app.qt.commands import command
from app.qt.format import count, day
from app.qt.widgets import Card, Label, Pill
from app.qt.widgets.panels import Facts, empty
from app.qt.words import mark
from app.views.base import View

KINDS = {
    "order": mark("Order"),
    "shipment": mark("Shipment"),
    "pick_list": mark("Pick list"),
    "pick_task": mark("Line of a pick list"),
    "return": mark("Return"),
    "purchase_order": mark("Purchase order"),
    "receipt": mark("Receipt"),
    "credit": mark("Credit note"),
    "count": mark("Count"),
    "location": mark("Location"),
    "tote": mark("Tote"),
    "person": mark("Badge"),
    "desk": mark("Desk"),
    "command": mark("Command card"),
    "sscc": mark("Parcel (SSCC)"),
    "gtin": mark("Product (GTIN)"),
    "gs1": mark("GS1 elements"),
    "plain": mark("Plain code"),
}
FAULTS = {
    ScanFault.GTIN_CHECK_DIGIT: mark("The check digit of the GTIN is wrong."),
    ScanFault.SSCC_CHECK_DIGIT: mark("The check digit of the SSCC is wrong."),
    ScanFault.EXPIRY: mark("The expiry date does not exist."),
    ScanFault.CONTRADICTION: mark("Two labels were read as one."),
    ScanFault.ELEMENT_STRING: mark(
        "Marked as GS1, but a separator (FNC1) is missing. Have the scanner send FNC1 as GS (character 29)."
    ),
    ScanFault.KEYBOARD_LAYOUT: mark(
        "The scanner types for another keyboard. Set it to this desk's layout; the code was read rightly all the same."
    ),
}
SPECIAL = {"\x1d": "<GS>", "\r": "<CR>", "\n": "<LF>", "\t": "<TAB>", "\x02": "<STX>", "\x03": "<ETX>"}
KEPT = 8


def visible(text: str) -> str:
    """A text with its control characters named."""
    return "".join(SPECIAL.get(one, one if one.isprintable() else f"<{ord(one)}>") for one in text)


class ScannerTest(View):
    """A page to set a desk's scanner up; what is scanned here does nothing else."""

    id, title, icon = "scanner-test", mark("Scanner test"), "wedge-scanner"

    def build(self) -> None:
        """Make the parts."""
        self._lines: list[tuple[str, str]] = []
        self.instruction = Label(mark("Scan any code"), "title")
        self.hint = Label(
            mark(
                "Try a product, one of our own papers, and, if goods carry them, a GS1 code with lot and date."
            ),
            "base",
            "text2",
            wrap=True,
        )
        self.card = Card()
        self.verdict = Pill("", "info")
        self.raw = Label("", "code", wrap=True)
        self.raw.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts = Facts()
        self.fault = Label("", "medium", "warn", wrap=True)
        for widget in (self.verdict, self.raw, self.facts, self.fault):
            self.card.body.addWidget(widget)
        self.card.hide()
        self.before = QGridLayout()
        self.before.setHorizontalSpacing(theme.S16)
        column = QVBoxLayout()
        column.setSpacing(theme.S16)
        column.addWidget(self.instruction)
        column.addWidget(self.hint)
        column.addWidget(self.card)
        column.addWidget(Label(mark("Before"), "strong"))
        column.addLayout(self.before)
        column.addStretch()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(theme.S24, theme.S24, theme.S24, theme.S24)
        whole.addLayout(column, 3)
        whole.addStretch(2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def on_scan(self, scan: Scan, journal: int) -> bool:
        """Show what came."""
        self.shell.answered(journal, "test")
        kind = KINDS.get(scan.kind.value, mark("Plain code"))
        self.verdict.set(
            kind, "warn" if scan.fault else "good", "alert-triangle" if scan.fault else "check-circle"
        )
        self.raw.say(visible(scan.raw))
        self.facts.clear()
        for name, value in self._read(scan):
            self.facts.add(name, value)
        words = FAULTS.get(scan.fault) if scan.fault else None
        self.fault.set(words or "")
        self.fault.setVisible(words is not None)
        self.card.show()
        self._lines.insert(0, (visible(scan.raw), kind))
        del self._lines[KEPT:]
        self._show_lines()
        self.shell.sounds.play("stop" if scan.fault else "good")
        return True

    def _read(self, scan: Scan) -> list[tuple[str, str]]:
        found: list[tuple[str, Any]] = [
            (mark("Looked up as"), scan.code),
            (mark("GTIN"), scan.gtin14),
            (mark("SSCC"), scan.sscc),
            (mark("Lot"), scan.lot),
            (mark("Best before"), day(scan.expires) if scan.expires else None),
            (mark("Serial number"), scan.serial),
            (mark("Count on the label"), count(scan.qty) if scan.qty else None),
            (mark("Characters"), count(len(scan.raw))),
        ]
        return [(name, str(value)) for name, value in found if value]

    def _show_lines(self) -> None:
        empty(self.before)
        for at, (raw, kind) in enumerate(self._lines):
            code = Label("", "code")
            code.say(raw[:60])
            self.before.addWidget(code, at, 0)
            self.before.addWidget(Label(kind, "base", "text2"), at, 1)

    @command("scanner.settings", mark("Scanner settings"), icon="settings", shortcut="F2")
    def settings(self) -> None:
        """Go to the settings of this desk."""
        self.shell.go("settings")
