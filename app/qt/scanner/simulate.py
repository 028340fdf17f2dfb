"""Types as a scanner or a person would, with real key events; for the tour and the tests."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget

DOWN = "\uf701"
"""Stands for the key Down in a suffix: what some systems make of a line feed."""

_ENDS = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}
_NO_MODIFIER = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


class _Clock:
    """The times that the events carry: never before now, and never going back."""

    def __init__(self) -> None:
        self._last = 0

    def after(self, pause_ms: int) -> int:
        self._last = max(self._last, time.monotonic_ns() // 1_000_000) + pause_ms
        return self._last

    def on(self, gap_ms: int) -> int:
        self._last += gap_ms
        return self._last


_clock = _Clock()


def simulate(widget: QWidget, text: str, suffix: str = "\r", gap_ms: int = 2, pause_ms: int = 1000) -> None:
    r"""Scan this text with a scanner that types, into whatever has the keyboard.

    The events say when they happened; nothing waits for it to be so.

    Args:
        widget: Any widget of the window, for platforms where no window has the keyboard.
        text: What the barcode holds; FNC1 is "\x1d".
        suffix: What the scanner adds.
        gap_ms: From one key to the next.
        pause_ms: From whatever was typed or scanned before; below 300 the same code is a double scan.
    """
    _clock.after(pause_ms - gap_ms)
    for character in text + suffix:
        _strike(widget, character, _clock.on(gap_ms))


def simulate_typing(widget: QWidget, text: str, gap_ms: int = 120) -> None:
    r"""Type this text as a person does; "\r" is Enter, "\t" Tab."""
    _clock.after(0)
    for character in text:
        _strike(widget, character, _clock.on(gap_ms))


def _strike(widget: QWidget, character: str, at: int) -> None:
    """Press and release the key of a character, with Shift or Ctrl around it where it needs them."""
    key, modifiers, around = _key_of(character)
    if around is not None:
        _send(widget, QEvent.Type.KeyPress, around, _NO_MODIFIER, "", at)
    _send(widget, QEvent.Type.KeyPress, key, modifiers, character, at)
    _send(widget, QEvent.Type.KeyRelease, key, modifiers, character, at)
    if around is not None:
        _send(widget, QEvent.Type.KeyRelease, around, modifiers, "", at)


def _key_of(character: str) -> tuple[int, Qt.KeyboardModifier, Qt.Key | None]:
    if character in _ENDS:
        return _ENDS[character], _NO_MODIFIER, None
    if character == DOWN:
        return Qt.Key.Key_Down, _NO_MODIFIER, None
    if ord(character) < 32:
        return ord(character) + 64, _CONTROL, Qt.Key.Key_Control
    if character.isupper():
        return ord(character), _SHIFT, Qt.Key.Key_Shift
    return ord(character.upper()[0]), _NO_MODIFIER, None


def _send(
    widget: QWidget, kind: QEvent.Type, key: int, modifiers: Qt.KeyboardModifier, text: str, at: int
) -> None:
    event = QKeyEvent(kind, key, modifiers, "" if text == DOWN else text)
    event.setTimestamp(at)
    QCoreApplication.sendEvent(_target(widget), event)


def _target(widget: QWidget) -> QWindow:
    """The window that the keys of this moment go to."""
    window: QWindow | None = QGuiApplication.focusWindow()
    if window is None:  # nobody clicked into it yet
        widget.window().activateWindow()
        QCoreApplication.processEvents()
        window = widget.window().windowHandle()
    if window is None:
        raise ValueError("The window was never shown; nothing can be typed into it.")
    return window
