"""The scanner test page: scan something, see what arrived and what the scanner's settings are worth."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.scan import ScanKind
from app.qt.scanner.bursts import Burst, WedgeSettings
from app.qt.scanner.diagnosis import Finding, diagnose, kind_words, visible
from app.qt.scanner.router import ScanRouter, understood
from app.qt.theme import S4, S8, S16
from app.qt.widgets.marks import Sign
from app.qt.widgets.panels import Card, Facts
from app.qt.widgets.text import Label
from app.qt.words import mark

_SIGNS = {"good": "check-circle", "info": "info", "warn": "alert-triangle", "stop": "stop"}


class ScannerTest(QWidget):
    """Shows the last scan while a desk is set up; it acts on nothing.

    The page that holds it keeps the scans of its time to itself (`on_scan` answers True).
    """

    def __init__(
        self, router: ScanRouter, settings: WedgeSettings | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._read = Label(mark("Scan any barcode."), "code-title", wrap=True)
        self._read.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts = Facts()
        self._kind = self._facts.add(mark("It is"))
        self._code = self._facts.add(mark("Looked up as"), role="code")
        self._lot = self._facts.add(mark("Lot"), role="code")
        self._source = self._facts.add(mark("Came from"))
        self._findings = QVBoxLayout()
        self._findings.setSpacing(S8)
        card = Card()
        card.body.setSpacing(S8)
        card.body.addWidget(self._read)
        card.body.addWidget(self._facts)
        self._facts.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S16)
        layout.addWidget(card)
        layout.addLayout(self._findings)
        layout.addStretch(1)
        router.observed.connect(self._observed)

    def _observed(self, burst: Burst, source: str) -> None:
        scan = understood(burst)
        self._read.say(visible(scan.raw))
        self._kind.set(kind_words(scan))
        self._code.say(visible(scan.code) if scan.kind is not ScanKind.PLAIN else "–")
        self._lot.say(scan.lot or "–")
        self._source.set(mark("The keyboard") if source == "wedge" else mark("A serial port"))
        self._facts.show()
        self._list(diagnose(burst, source, scan, self._settings))

    def _list(self, findings: list[Finding]) -> None:
        while (item := self._findings.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for finding in findings:
            self._findings.addWidget(_Row(finding))


class _Row(QWidget):
    """One finding: sign and sentence."""

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(S4, 0, 0, 0)
        row.setSpacing(S8)
        tone = "text" if finding.tone in {"good", "info"} else finding.tone
        row.addWidget(Sign(_SIGNS[finding.tone], finding.tone), 0, Qt.AlignmentFlag.AlignTop)
        sentence = Label(tone=tone, wrap=True)
        sentence.set(finding.text, **finding.facts)
        row.addWidget(sentence, 1)
