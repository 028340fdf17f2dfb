"""What a key event means to the recogniser of bursts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.domain.keyboards import us_key
from app.qt.scanner.bursts import Kind, Stroke, WedgeSettings

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier

_MODIFIERS = frozenset(
    {
        _Key.Key_Shift,
        _Key.Key_Control,
        _Key.Key_Alt,
        _Key.Key_AltGr,
        _Key.Key_Meta,
        _Key.Key_Mode_switch,
        _Key.Key_CapsLock,
        _Key.Key_NumLock,
    }
)
_ENDS = {_Key.Key_Return: "\r", _Key.Key_Enter: "\r", _Key.Key_Tab: "\t"}
_CONTROL_ENDS = frozenset("\r\n\t")
# FNC1 is GS; FS, RS and US part messages of ISO/IEC 15434. Scanners type them as Ctrl and one of \ ] ^ _
_SEPARATORS = frozenset("\x1c\x1d\x1e\x1f")
_US_SEPARATORS = {"\\": "\x1c", "]": "\x1d", "^": "\x1e", "_": "\x1f"}
_ALT_GR = _Modifier.ControlModifier | _Modifier.AltModifier  # what Windows makes of it
_COMMANDING = _ALT_GR | _Modifier.MetaModifier


def place_offset(platform: str) -> int | None:
    """What is added to a key's place in `nativeScanCode` on this Qt platform; None where it holds none."""
    if platform == "xcb" or platform.startswith("wayland"):
        return 8  # X's key codes begin at 8
    return 0 if platform == "windows" else None


def stroke_of(event: QKeyEvent, settings: WedgeSettings, offset: int | None, now: int) -> Stroke:
    """The key as the recogniser takes it.

    Args:
        event: The press.
        settings: How the scanner types.
        offset: `place_offset` of the platform.
        now: The time for events that carry none, in milliseconds.
    """
    at = event.timestamp() or now
    key, text, held = event.key(), event.text(), event.modifiers() & _COMMANDING
    if key in _MODIFIERS:
        return Stroke(Kind.MODIFIER, at=at)
    if not held and key == _Key.Key_Down:
        return Stroke(Kind.DOWN, at=at, repeated=event.isAutoRepeat())
    place = None if offset is None else event.nativeScanCode() - offset
    us = _on_us_keyboard(event, place)
    if not held and key in _ENDS:
        kind, text = Kind.END, _ENDS[_Key(key)]
    elif held == _Modifier.ControlModifier:
        kind, text = _control(text, us, settings)
        us = text
    elif (not held or held == _ALT_GR) and text and text.isprintable():
        kind = Kind.END if text in settings.suffixes else Kind.CHARACTER
    else:
        kind = Kind.OTHER
    return Stroke(kind, text, at, us, event.isAutoRepeat())


def _control(text: str, us: str, settings: WedgeSettings) -> tuple[Kind, str]:
    """Tell control characters that scanners send from shortcuts."""
    if text and text in _CONTROL_ENDS:
        return Kind.END, text
    if text and (text in _SEPARATORS or text in settings.prefix):
        return Kind.CHARACTER, text
    if text and text in settings.suffixes:
        return Kind.END, text
    if us in _US_SEPARATORS:
        return Kind.CHARACTER, _US_SEPARATORS[us]
    return Kind.OTHER, ""


def _on_us_keyboard(event: QKeyEvent, place: int | None) -> str:
    """What the key writes on a US keyboard; empty where its place is not known."""
    if place is None or place <= 0:
        return ""
    shifted = bool(event.modifiers() & _Modifier.ShiftModifier)
    return us_key(place, shifted=shifted) or event.text()
