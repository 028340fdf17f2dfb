"""Every screen without a mouse: Tab comes to each control or a key does what it does, and each control has a name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.qt.benchkit import KeyBar
from app.qt.screen import Screen
from app.qt.widgets import CommandButton
from app.views.frame import FindField
from app.views.screens import SCREENS
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.screens import MakeDesk
from tests.rig.walk import Walk

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
MOST_TABS = 400


def controls(root: QWidget) -> list[QWidget]:
    """What a person can work with: visible, enabled, and no part of another control."""
    found = [one for one in root.findChildren(QWidget) if isinstance(one, CONTROLS)]
    return [one for one in found if one.isVisible() and one.isEnabled() and not _is_a_part(one, root)]


def _is_a_part(widget: QWidget, root: QWidget) -> bool:
    parent: QObject | None = widget.parent()
    while parent is not None and parent is not root:
        if isinstance(parent, CONTROLS):
            return True
        parent = parent.parent()
    # A header sorts what the table's own menu and tabs sort, too; Qt gives it no focus.
    return isinstance(widget, QHeaderView)


def reached(root: QWidget) -> set[QWidget]:
    """All that has the focus in turn while Tab is pressed; fails where Tab leads no further."""
    seen: list[QWidget] = []
    for _ in range(MOST_TABS):
        before = QApplication.focusWidget()
        QTest.keyClick(before or root, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None, "Tab leads nowhere"
        if now is before and not isinstance(now, CONTROLS):
            return set(seen)  # a bench whose page has nothing but keys
        assert now is not before, f"Tab does not leave {described(now)}"
        if now in seen:
            return set(seen)
        seen.append(now)
    raise AssertionError(f"{MOST_TABS} times Tab, and no way round")


def has_key(widget: QWidget) -> bool:
    """A key does the same."""
    if isinstance(widget, FindField):
        return True  # Ctrl+K opens the real field
    if isinstance(widget.parent(), KeyBar):
        return bool(getattr(widget, "keys", ""))  # what a bench's bar prints is the key itself
    return isinstance(widget, CommandButton) and bool(widget._action.shortcut().toString())


def with_its_group(widget: QWidget, seen: set[QWidget]) -> bool:
    """Tab comes to one of a group of exclusive buttons, the arrow keys to the others."""
    parent = widget.parent()
    if not isinstance(widget, QAbstractButton) or not widget.autoExclusive() or parent is None:
        return False
    siblings = [one for one in parent.children() if isinstance(one, QAbstractButton) and one.autoExclusive()]
    return any(one in seen for one in siblings)


def unreachable(root: QWidget) -> list[str]:
    seen = reached(root)
    return [
        described(one)
        for one in controls(root)
        if one not in seen
        and one.focusProxy() not in seen
        and not has_key(one)
        and not with_its_group(one, seen)
    ]


def nameless(root: QWidget) -> list[str]:
    """Controls that a screen reader cannot call by a name."""
    return [described(one) for one in controls(root) if not name_of(one)]


def name_of(widget: QWidget) -> str:
    read_out = QAccessible.queryAccessibleInterface(widget)
    return read_out.text(QAccessible.Text.Name).strip()


def described(widget: QWidget) -> str:
    path = [type(widget).__name__]
    above = widget.parentWidget()
    while above is not None and len(path) < 4:
        path.append(type(above).__name__)
        above = above.parentWidget()
    words = widget.text() if isinstance(widget, QAbstractButton | QLineEdit) else ""
    return f"{' in '.join(path)} {words!r}"


@pytest.fixture
def walk(sample_world: World, desk_of: MakeDesk) -> Iterator[Walk]:
    walk = Walk(desk_of(sample_world, screens=SCREENS), SCREENS)
    walk.desk.work.show_person("Samir Haddad", "Supervisor")
    yield walk
    walk.end()


@pytest.mark.parametrize("kind", SCREENS, ids=lambda kind: kind.id)
def test_every_control_is_reached_and_has_a_name(walk: Walk, kind: type[Screen]) -> None:
    desk: Desk = walk.desk
    walk.visit(kind)
    assert unreachable(desk.work) == []
    for language in ("en", "fr"):
        desk.speak(language)
        assert nameless(desk.work) == []
    desk.speak("en")


@pytest.fixture
def form(qapp: QApplication) -> Iterator[QDialog]:
    """A form with what a person cannot get at: a button without focus, a text that keeps Tab, a field without a name."""
    dialog = QDialog()
    column = QVBoxLayout(dialog)
    for widget in (QLineEdit(), QPushButton("Save"), QPushButton("Mouse only")):
        column.addWidget(widget)
    dialog.show()
    dialog.activateWindow()
    QApplication.processEvents()
    yield dialog
    dialog.close()
    QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)


def test_what_the_keyboard_cannot_reach_is_seen(form: QDialog) -> None:
    assert unreachable(form) == []
    form.findChildren(QPushButton)[1].setFocusPolicy(Qt.FocusPolicy.NoFocus)
    assert unreachable(form) == ["QPushButton in QDialog 'Mouse only'"]


def test_what_keeps_the_keyboard_is_seen(form: QDialog) -> None:
    trap = QPlainTextEdit()
    layout = form.layout()
    assert layout is not None
    layout.addWidget(trap)
    trap.show()
    with pytest.raises(AssertionError, match="Tab does not leave QPlainTextEdit"):
        reached(form)


def test_what_has_no_name_is_seen(form: QDialog) -> None:
    assert nameless(form) == ["QLineEdit in QDialog ''"]
    form.findChildren(QLineEdit)[0].setAccessibleName("Login")
    assert nameless(form) == []
