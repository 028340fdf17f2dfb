"""What was typed at a bench for one question is never brought back for another."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.views.parts.bench_field import BenchField


def taken(field: BenchField) -> bool:
    """Whether the field takes Ctrl+Z for itself, away from the bench."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    field.event(event)
    return event.isAccepted()


def test_ctrl_z_is_the_benchs_once_the_field_was_cleared(qtbot: QtBot) -> None:
    field = BenchField()
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field, "2")
    assert taken(field)
    field.clear()
    assert not taken(field)
    QTest.keySequence(field, QKeySequence("Ctrl+Z"))
    assert field.text() == ""
