"""What a desk's scale says, in words: short for the bars, and in a sentence where a scale is set up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from app.domain.scale import EMPTY_G, Reading
from app.qt.benchkit.frame import BenchBar
from app.qt.format import kilograms
from app.qt.scale import Scale, ScaleNotUnderstood
from app.qt.screen import Shell
from app.qt.words import mark, said, tr


@dataclass(frozen=True, slots=True)
class Words:
    """An English literal, the tone it is said in, and the weight that it names."""

    text: str
    tone: str = "text"
    weight: str = ""

    def __str__(self) -> str:
        return tr(self.text, weight=self.weight)


_SHORT = {
    "overload": mark("Scale overloaded"),
    "underload": mark("Scale below zero"),
    "negative": mark("Scale below zero"),
    "no_unit": mark("Scale names no unit"),
}
_LONG = {
    "overload": mark("More lies on it than it can weigh."),
    "underload": mark("It shows less than nothing: take everything off and set it to zero."),
    "negative": mark("It shows less than nothing: take everything off and set it to zero."),
    "no_unit": mark("It names no unit of weight: choose one above."),
}


def on_bar(scale: Scale) -> Words:
    """What a bar says of it: the weight that lies still, or in a word why there is none."""
    if scale.why is not None:
        wrong = isinstance(scale.why, ScaleNotUnderstood)
        return Words(mark("Scale not understood") if wrong else mark("Scale does not answer"), "warn")
    latest = scale.latest
    if latest is None:
        return Words(mark("Scale: waiting"))
    if latest.fault and not _drifted(latest):
        return Words(_SHORT[latest.fault], "warn")
    if not latest.stable or latest.grams is None:
        return Words(mark("Scale: weighing"))
    used = latest.grams >= EMPTY_G and scale.fresh_weight() is None
    text = mark("Scale {weight}, used") if used else mark("Scale {weight}")
    return Words(text, weight=kilograms(latest.grams))


def in_a_sentence(scale: Scale | None) -> tuple[str, str, str]:
    """What it says now, for whoever sets it up: words in the person's language, tone, icon."""
    if scale is None:
        return tr("No scale is set: weights are typed."), "text2", "info"
    if scale.why is not None:
        return said(scale.why), "warn", "alert-triangle"
    latest = scale.latest
    if latest is None:
        return tr("Waiting for the scale."), "text2", "clock"
    if latest.fault and not _drifted(latest):
        return tr(_LONG[latest.fault]), "warn", "alert-triangle"
    if latest.grams is None:
        return tr("Something moves on it."), "text", "progress"
    weight = kilograms(latest.grams)
    if not latest.stable:
        return tr("{weight}, in motion", weight=weight), "text", "progress"
    return tr("{weight}, at rest", weight=weight), "good", "check-circle"


def _drifted(reading: Reading) -> bool:
    """An empty scale that stands a few grams below zero is nothing to tell."""
    return reading.fault == "negative" and reading.grams is not None and reading.grams > -EMPTY_G


class ScaleOnBars(QObject):
    """Keeps what the scale says on the bars of a bench; where there is none, nothing is shown.

    Args:
        shell: Whose scale.
        bars: The bars of the bench's pages.
        parent: The bench.
    """

    def __init__(self, shell: Shell, bars: Sequence[BenchBar], parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._bars = shell, bars
        self._shown = ("", "")
        shell.weighed.connect(self.show)
        self.show()

    def show(self) -> None:
        """Say what it says now; called again when the language changed."""
        scale = self._shell.scale
        words = on_bar(scale) if scale is not None else None
        now = (str(words), words.tone) if words is not None else ("", "")
        if now == self._shown:
            return
        self._shown = now
        for bar in self._bars:
            if words is None:
                bar.remove_item("scale")
            else:
                bar.set_item("scale", "scale", *now)
