"""The papers that a shipment takes, each with the button that prints it or with why it takes none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.qt import theme
from app.qt.widgets import Button, Label, Section
from app.qt.words import mark
from app.queries.shipment_papers import ShipmentPapers

PAPERS = (
    ("shipment.delivery-note", mark("Delivery note")),
    ("shipment.customs", mark("Customs declaration")),
    ("shipment.waybill", mark("Waybill")),
    ("shipment.hazard-marks", mark("Dangerous goods marks")),
)
"""The command that prints each paper, and what the paper is called."""


def why_not(command_id: str, papers: ShipmentPapers | None) -> str:
    """Why a shipment takes no such paper, English inside `mark(...)`; empty where it takes it."""
    if papers is None or not papers.parcels:
        return mark("once it is packed")
    if command_id == "shipment.customs" and papers.customs is None:
        return mark("you may not read addresses")
    if command_id == "shipment.customs" and not papers.customs:
        return mark("none: it stays within the customs territory")
    if command_id == "shipment.hazard-marks" and not papers.dangerous:
        return mark("none: no dangerous goods inside")
    return ""


class PaperLines(QWidget):
    """A line a paper."""

    def __init__(
        self, papers: ShipmentPapers, allowed: Callable[[str], bool], wanted: Callable[[str], None]
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S4)
        column.addWidget(Section(mark("Papers")))
        self.buttons: dict[str, Button] = {}
        for command_id, words in PAPERS:
            line = QHBoxLayout()
            line.setSpacing(theme.S8)
            line.addWidget(Label(words, wrap=True), 1)
            if why := why_not(command_id, papers):
                column.addLayout(line)
                column.addWidget(Label(why, "small", "text3", wrap=True))
                continue
            button = Button(mark("Print"), kind="link")
            button.setEnabled(allowed(command_id))
            button.clicked.connect(lambda _=False, one=command_id: wanted(one))
            self.buttons[command_id] = button
            line.addWidget(button)
            column.addLayout(line)
