"""The pieces that benches are put together from: large, one instruction at a time, readable from two metres.

Texts given to them are in the person's language already; a screen says them again in `retranslate`. All measures are those of
1600 x 900 and follow the window.
"""

from app.qt.benchkit.cards import (
    BenchCard,
    BenchFact,
    BenchItem,
    BenchLine,
    BenchRule,
    FactCard,
    ItemList,
    ScanLog,
    Scanned,
)
from app.qt.benchkit.choices import Choice, ChoiceCards
from app.qt.benchkit.frame import BenchBar, BenchHeader, BenchPage, KeyBar
from app.qt.benchkit.panels import BenchPanel, BigBar, Counter, DonePanel, Instruction, VerdictTag
from app.qt.benchkit.rows import RowCard, RowText
from app.qt.benchkit.scale import COUNTER, INSTRUCTION, LEAST, SMALL, TEXT, VERDICT, Scaling, scale_for
from app.qt.benchkit.signature import SignaturePad
from app.qt.benchkit.stop import Shown, Stop, StopOverlay
from app.qt.benchkit.text import BenchKey, BenchLabel, BenchSign, Picture

__all__ = [
    "COUNTER",
    "INSTRUCTION",
    "LEAST",
    "SMALL",
    "TEXT",
    "VERDICT",
    "BenchBar",
    "BenchCard",
    "BenchFact",
    "BenchHeader",
    "BenchItem",
    "BenchKey",
    "BenchLabel",
    "BenchLine",
    "BenchPage",
    "BenchPanel",
    "BenchRule",
    "BenchSign",
    "BigBar",
    "Choice",
    "ChoiceCards",
    "Counter",
    "DonePanel",
    "FactCard",
    "Instruction",
    "ItemList",
    "KeyBar",
    "Picture",
    "RowCard",
    "RowText",
    "Scaling",
    "ScanLog",
    "Scanned",
    "Shown",
    "SignaturePad",
    "Stop",
    "StopOverlay",
    "VerdictTag",
    "scale_for",
]
