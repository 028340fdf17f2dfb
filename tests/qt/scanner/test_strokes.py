"""Key events as the recogniser takes them, on keyboards of several systems."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from app.domain.scan import ScanFault, parse_keys
from app.qt.scanner.bursts import Kind, Stroke, WedgeSettings
from app.qt.scanner.strokes import place_offset, stroke_of

Key, Modifier = Qt.Key, Qt.KeyboardModifier
NONE, SHIFT, CONTROL, ALT = (
    Modifier.NoModifier,
    Modifier.ShiftModifier,
    Modifier.ControlModifier,
    Modifier.AltModifier,
)
X11 = 8


def stroke(
    key: int,
    modifiers: Qt.KeyboardModifier = NONE,
    text: str = "",
    *,
    place: int = 0,
    offset: int | None = X11,
    settings: WedgeSettings | None = None,
) -> Stroke:
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, place + (offset or 0), 0, 0, text)
    return stroke_of(event, settings or WedgeSettings(), offset, 77)


@pytest.mark.parametrize(
    ("platform", "offset"), [("xcb", 8), ("wayland", 8), ("windows", 0), ("offscreen", None), ("cocoa", None)]
)
def test_where_the_places_of_keys_are_known(platform: str, offset: int | None) -> None:
    assert place_offset(platform) == offset


@pytest.mark.parametrize(
    ("made", "kind", "text"),
    [
        (stroke(Key.Key_A, NONE, "a"), Kind.CHARACTER, "a"),
        (stroke(Key.Key_4, Modifier.KeypadModifier, "4"), Kind.CHARACTER, "4"),
        (stroke(Key.Key_At, CONTROL | ALT, "@"), Kind.CHARACTER, "@"),
        (stroke(Key.Key_A, CONTROL, "\x01"), Kind.OTHER, ""),
        (stroke(Key.Key_A, ALT, "a"), Kind.OTHER, "a"),
        (stroke(Key.Key_F5), Kind.OTHER, ""),
        (stroke(Key.Key_Escape, NONE, "\x1b"), Kind.OTHER, "\x1b"),
        (stroke(Key.Key_Backspace, NONE, "\b"), Kind.OTHER, "\b"),
        (stroke(Key.Key_Shift), Kind.MODIFIER, ""),
        (stroke(Key.Key_Return, NONE, "\r"), Kind.END, "\r"),
        (stroke(Key.Key_Enter, Modifier.KeypadModifier, "\r"), Kind.END, "\r"),
        (stroke(Key.Key_Tab, NONE, "\t"), Kind.END, "\t"),
        (stroke(Key.Key_Return, CONTROL, "\r"), Kind.END, "\r"),
        (stroke(Key.Key_J, CONTROL, "\n"), Kind.END, "\n"),
        (stroke(Key.Key_Down), Kind.DOWN, ""),
        (stroke(Key.Key_Down, CONTROL), Kind.OTHER, ""),
        (stroke(Key.Key_BracketRight, CONTROL, "\x1d"), Kind.CHARACTER, "\x1d"),
        (stroke(Key.Key_B, CONTROL, "\x02"), Kind.OTHER, ""),
        (stroke(Key.Key_B, CONTROL, "\x02", settings=WedgeSettings("\x02")), Kind.CHARACTER, "\x02"),
        (stroke(Key.Key_C, CONTROL, "\x03", settings=WedgeSettings("\x02", "\x03")), Kind.END, "\x03"),
        (stroke(Key.Key_NumberSign, NONE, "#", settings=WedgeSettings(suffixes="#")), Kind.END, "#"),
    ],
)
def test_what_a_key_can_do(made: Stroke, kind: Kind, text: str) -> None:
    assert (made.kind, made.text, made.at) == (kind, text, 77)


@pytest.mark.parametrize("offset", [8, 0])
def test_a_us_scanner_on_a_french_desk_by_the_places_of_its_keys(offset: int) -> None:
    # What Qt reports for "SH-26" and the separator: the French characters, and where the keys lie.
    french = [("S", 31, SHIFT), ("H", 35, SHIFT), (")", 12, NONE), ("é", 3, NONE), ("-", 7, NONE)]
    made = [stroke(ord(text), held, text, place=place, offset=offset) for text, place, held in french]
    assert "".join(one.us for one in made) == "SH-26"
    separator = stroke(Key.Key_Dollar, CONTROL, "", place=27, offset=offset)
    assert (separator.kind, separator.text, separator.us) == (Kind.CHARACTER, "\x1d", "\x1d")


def test_a_dead_key_in_the_way_of_a_number_is_mended() -> None:
    # German: the key of "-" writes "ß", Y and Z change places.
    keys = (
        [("S", 31), ("H", 35), ("ß", 12)] + [(str(n), n + 1) for n in (2,)] + [("0", 11), ("2", 3), ("6", 7)]
    )
    keys += [("ß", 12), ("1", 2)]
    made = [stroke(ord(text), SHIFT if text.isupper() else NONE, text, place=place) for text, place in keys]
    read = parse_keys("".join(one.text for one in made), "".join(one.us for one in made))
    assert (read.code, read.fault) == ("SH-2026-000001", ScanFault.KEYBOARD_LAYOUT)


def test_the_keypad_writes_the_same_everywhere() -> None:
    assert stroke(Key.Key_7, Modifier.KeypadModifier, "7", place=71).us == "7"


def test_without_places_there_is_no_second_reading() -> None:
    assert stroke(Key.Key_A, NONE, "a", place=30, offset=None).us == ""
    assert stroke(Key.Key_A, NONE, "a", place=-8).us == "", "an event that some program made"
