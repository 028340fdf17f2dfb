"""The cards of the settings that concern weighing: the scale of this desk, and how far a weight may be off at every desk."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit

from app.domain.permissions import Permission
from app.domain.scale import GRAMS
from app.domain.scale_protocols import PROTOCOLS, protocol
from app.errors import AppError
from app.qt import theme
from app.qt.scale import FRAMINGS
from app.qt.widgets import Card, FormRow, Label, Sign
from app.qt.words import mark, said, tr
from app.queries.weighing import Tolerance
from app.services.sites import set_tolerance
from app.views.base import View
from app.views.parts.desk_settings import BAUDS, scale_of
from app.views.parts.form import shown
from app.views.parts.printers import Choice
from app.views.parts.scale_words import in_a_sentence

PLAIN = mark("Number and unit: + 1.234 kg")
"""The one title in `PROTOCOLS` that is no name."""
UNITS = (("", mark("No unit")), *((unit, unit) for unit in GRAMS))


class _WeighingCard(Card):
    def __init__(self, title: str, keeper: View) -> None:
        super().__init__()
        self._keeper = keeper
        self.body.setContentsMargins(theme.S16, theme.S16, theme.S16, theme.S16)
        self.body.setSpacing(theme.S16)
        self.body.addWidget(Label(title, "strong"))
        self.grid = QGridLayout()
        self.grid.setSpacing(theme.S16)
        self.body.addLayout(self.grid)


class ScaleCard(_WeighingCard):
    """Port and protocol of the scale, kept on this computer, and what the scale says now."""

    def __init__(self, keeper: View) -> None:
        super().__init__(mark("Scale"), keeper)
        self._ports: list[str] = []
        self.port, self.baud, self.framing = (QComboBox() for _ in range(3))
        self.protocol = Choice(tuple((one.code, one.title) for one in PROTOCOLS))
        self.unit = Choice(UNITS)
        for rate in BAUDS:
            self.baud.addItem(str(rate), rate)
        for name in FRAMINGS:
            self.framing.addItem(f"{name[0]} {name[1]} {name[2]}", name)
        for box in (self.port, self.protocol):
            box.setMinimumContentsLength(8)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.grid.addWidget(FormRow(mark("Serial port"), self.port), 0, 0)
        self.grid.addWidget(FormRow(mark("Protocol"), self.protocol), 0, 1)
        self.grid.addWidget(FormRow(mark("Speed"), self.baud), 1, 0)
        self.grid.addWidget(FormRow(mark("Data bits, parity, stop bits"), self.framing), 1, 1)
        help_ = mark("For a scale that sends a number alone")
        self.grid.addWidget(FormRow(mark("Unit where it names none"), self.unit, help_), 2, 0, 1, 2)
        for column in range(2):
            self.grid.setColumnStretch(column, 1)
        self._sign, self.now = Sign("info"), Label("", "base", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(theme.S8)
        row.addWidget(Label(mark("The scale says now:"), "base", "text2"))
        row.addWidget(self._sign)
        row.addWidget(self.now, 1)
        self.body.addLayout(row)
        self.protocol.currentIndexChanged.connect(self._other_protocol)
        for box in (self.port, self.baud, self.framing, self.unit):
            box.currentIndexChanged.connect(self._keep)
        keeper.shell.weighed.connect(self.show_now)
        self.fill(())

    def fill(self, ports: Iterable[str]) -> None:
        """Show what is kept, with the ports that there are now."""
        kept = scale_of(self._keeper.shell.store)
        self._ports = list(ports)
        boxes = (self.port, self.protocol, self.baud, self.framing, self.unit)
        for box in boxes:
            box.blockSignals(True)
        self.port.clear()
        self.port.addItem(tr("None"), "")
        for name in dict.fromkeys([*self._ports, *([kept.port] if kept else [])]):
            self.port.addItem(name, name)
        if kept is not None:
            values = (kept.port, kept.protocol, kept.baud, kept.framing, kept.unit)
            for box, value in zip(boxes, values, strict=True):
                box.setCurrentIndex(max(0, box.findData(value)))
        else:
            self.port.setCurrentIndex(0)
            self._as_delivered()
        for box in boxes:
            box.blockSignals(False)
        self.show_now()

    def _as_delivered(self) -> None:
        spoken = protocol(self.protocol.currentData())
        self.baud.setCurrentIndex(self.baud.findData(spoken.baud))
        self.framing.setCurrentIndex(self.framing.findData(spoken.framing))
        if spoken.needs_unit and not self.unit.currentData():
            self.unit.setCurrentIndex(self.unit.findData("kg"))

    def _other_protocol(self) -> None:
        """Scales of a protocol are delivered with its speed; whoever changed theirs changes it here, too."""
        for box in (self.baud, self.framing, self.unit):
            box.blockSignals(True)
        self._as_delivered()
        for box in (self.baud, self.framing, self.unit):
            box.blockSignals(False)
        self._keep()

    def _keep(self) -> None:
        kept = {
            "port": self.port.currentData(),
            "protocol": self.protocol.currentData(),
            "baud": self.baud.currentData(),
            "framing": self.framing.currentData(),
            "unit": self.unit.currentData(),
        }
        self._keeper.shell.store.put("scale", kept)
        self._keeper.shell.settings_changed.emit("scale")

    def show_now(self) -> None:
        """What the scale says, as it says it."""
        words, tone, icon = in_a_sentence(self._keeper.shell.scale)
        if words != self.now.text():
            self.now.say(words)
            self.now.set_tone(tone)
            self._sign.set(icon, "text2" if tone == "text" else tone)

    def say(self) -> None:
        """Follow the language."""
        self.protocol.say()
        self.unit.say()
        self.port.setItemText(0, tr("None"))
        self.show_now()


class ToleranceCard(_WeighingCard):
    """How far a parcel's weight may be off: a supervisor says it once for every desk."""

    def __init__(self, keeper: View) -> None:
        super().__init__(mark("Weights, at every desk"), keeper)
        self._kept: Tolerance | None = None
        self.percent, self.grams = QLineEdit(), QLineEdit()
        self.percent_row = FormRow(mark("May be off by, in %"), self.percent)
        self.grams_row = FormRow(mark("or by, in grams"), self.grams)
        self.grid.addWidget(self.percent_row, 0, 0)
        self.grid.addWidget(self.grams_row, 0, 1)
        words = mark("Of the two the larger counts. A parcel beyond it is pointed at when it is closed.")
        self.body.addWidget(Label(words, "small", "text3", wrap=True))
        for line in (self.percent, self.grams):
            line.setMaxLength(8)
            line.editingFinished.connect(self._keep)

    def show_tolerance(self, kept: Tolerance) -> None:
        """Show what is kept; what is being typed stays."""
        changed, self._kept = kept != self._kept, kept
        may = self._keeper.shell.allows(Permission.SITE_EDIT)
        for line in (self.percent, self.grams):
            line.setEnabled(may)
        if changed and not (self.percent.hasFocus() or self.grams.hasFocus()):
            self._fill(kept)

    def _fill(self, kept: Tolerance) -> None:
        percent = shown(Decimal(kept.permille) / 10)
        self.percent.setText(percent)
        self.grams.setText(str(kept.grams))

    def _keep(self) -> None:
        """Keep both when a field was left; what is no number is said beside it."""
        permille, grams = _permille(self.percent.text()), _whole(self.grams.text())
        for row, value, why in (
            (self.percent_row, permille, tr("Write a percentage as 2 or 2.5.")),
            (self.grams_row, grams, tr("Write a whole number.")),
        ):
            if value is None:
                row.refuse(why)
            else:
                row.accept()
        if (
            self._kept is None
            or permille is None
            or grams is None
            or Tolerance(permille, grams) == self._kept
        ):
            return
        wanted = Tolerance(permille, grams)

        def done(_: object) -> None:
            self._kept = wanted
            self._keeper.shell.tell(tr("How far weights may be off is saved."))

        self._keeper.do(set_tolerance, permille, grams, then=done, failed=self._refused)

    def _refused(self, error: AppError) -> None:
        rows = {"tolerance_permille": self.percent_row, "tolerance_g": self.grams_row}
        row = rows.get(str(error.facts.get("field", "")))
        if row is None:
            self._keeper.shell.notices.refused(error)
        else:
            row.refuse(said(error))


def _permille(text: str) -> int | None:
    """Thousandths of a percentage with at most one decimal place; None where it is none."""
    plain = text.strip().removesuffix("%").strip().replace(",", ".")
    whole, _, part = plain.partition(".")
    if not (
        whole.isascii()
        and whole.isdigit()
        and len(part) <= 1
        and (not part or (part.isascii() and part.isdigit()))
    ):
        return None
    return int(whole) * 10 + int(part or 0)


def _whole(text: str) -> int | None:
    plain = text.strip()
    return int(plain) if plain.isascii() and plain.isdigit() else None
