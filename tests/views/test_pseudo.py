"""The program in a made-up language: every word was marked for translation, and a longer language has room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.bootstrap import application
from app.errors import Unavailable
from app.qt import theme, words
from app.qt.screen import Screen
from app.qt.widgets import Button, Label
from app.queries.people import Person
from app.views.crash_dialog import CrashDialog
from app.views.entrance import FirstRunPage, ProblemPage, ProgressPage, SignInPage
from app.views.keys_sheet import KeysSheet
from app.views.opening_page import CardPage, OpeningPage
from app.views.person_menu import PersonMenu, PinDialog
from app.views.screens import SCREENS
from tests.rig.databases import World
from tests.rig.screens import MakeDesk
from tests.rig.walk import Walk
from tests.views.pseudo import Pseudo, Seen, literals, pseudo, seen, unmarked


@pytest.fixture
def made_up(qapp: QApplication) -> Iterator[QTranslator]:
    """The made-up language, spoken by whatever is shown; it stands on French, so that services' sentences go through it too."""
    words.set_language("fr")
    translator = Pseudo(qapp)
    words.install(translator)
    yield translator
    words.set_language("en")


class Collected:
    """What was seen on a walk."""

    def __init__(self) -> None:
        self.texts: set[Seen] = set()

    def look(self, widget: QWidget) -> None:
        self.texts |= set(seen(widget))

    @property
    def complaints(self) -> list[str]:
        """What was not marked, and what has no room."""
        bare = {f"not marked: {one.text!r} ({one.where})" for one in self.texts if unmarked(one.text)}
        return sorted(bare | {f"no room: {one.text!r} ({one.where})" for one in self.texts if not one.room})


@pytest.mark.parametrize("kind", SCREENS, ids=lambda kind: kind.id)
def test_every_screen(sample_world: World, desk_of: MakeDesk, kind: type[Screen]) -> None:
    desk = desk_of(sample_world, screens=SCREENS)
    words.set_language("fr")
    words.install(Pseudo(desk.app))
    collected = Collected()
    walk = Walk(desk, SCREENS, collected.look)
    walk.do_everything(kind)
    walk.end()
    words.set_language("en")
    assert any("[" in one.text for one in collected.texts)
    assert collected.complaints == []


def test_the_frame(sample_world: World, desk_of: MakeDesk, made_up: QTranslator) -> None:
    desk = desk_of(sample_world, screens=SCREENS)
    words.set_language("fr")
    words.install(Pseudo(desk.app))
    desk.shell.notices.refused(Unavailable("The server does not answer.", hint="Try again."))
    desk.wait()
    collected = Collected()
    for part in (desk.work.rail, desk.work.top, desk.work.status, desk.work.messages):
        collected.look(part)
    desk.press("Ctrl+K")
    collected.look(desk.work.palette_box)
    desk.press("Escape")
    assert collected.complaints == []


def pages() -> list[CardPage]:
    sign_in, problem, progress = SignInPage(), ProblemPage(), ProgressPage()
    sign_in.begin("Comptoir du Canal", "samir", "secret", sample=True)
    problem.show_error(Unavailable("The server does not answer.", hint="Try again."))
    progress.show_step(1, 5, "Orders of half a year")
    return [OpeningPage(), FirstRunPage(), sign_in, problem, progress]


@pytest.mark.parametrize("at", range(5), ids=("opening", "first-run", "sign-in", "problem", "progress"))
def test_the_pages_before_the_work(made_up: QTranslator, at: int) -> None:
    theme.apply(application(["quai"]), theme.Scheme.LIGHT)
    page = pages()[at]
    page.resize(1024, 640)
    page.show()
    QApplication.processEvents()
    collected = Collected()
    collected.look(page)
    page.close()
    assert collected.complaints == []


def test_the_windows_own_dialogs(sample_world: World, desk_of: MakeDesk, made_up: QTranslator) -> None:
    desk = desk_of(sample_world, screens=SCREENS)
    words.set_language("fr")
    words.install(Pseudo(desk.app))
    screen = desk.show(SCREENS[0])
    who = Person("samir", "Samir Haddad", "", (), "")
    collected = Collected()
    shown: tuple[QDialog, ...] = (
        KeysSheet(screen, desk.work),
        PinDialog("Samir", desk.work),
        CrashDialog("7F3A", "ValueError: 4711", "4711", desk.work),
    )
    for dialog in shown:
        dialog.open()
        desk.wait()
        collected.look(dialog)
        dialog.close()
    collected.look(PersonMenu(who, ("samir", "claire"), desk.work))
    assert collected.complaints == []


# The checker itself


def test_what_is_marked_comes_back_longer_in_brackets() -> None:
    assert pseudo("Orders") == "[Ördérs]"
    assert pseudo("{sku}: %n orders wait") == "[{sku}: %n ördérs wàît ~~~~]"
    assert pseudo("%n") == "%n"


def test_words_of_the_program_without_brackets_are_seen(made_up: QTranslator) -> None:
    assert unmarked("Read again")
    assert unmarked("confirmed")
    assert not unmarked(words.tr("Read again"))
    assert not unmarked("Café moulu 250 g")
    assert not unmarked("Quai")
    assert "Read again" in literals()[0]


def test_a_text_without_room_is_seen(made_up: QTranslator, qapp: QApplication) -> None:
    collected = Collected()
    label, button = Label("Acknowledge"), Button("Acknowledge")
    for widget in (label, button):
        widget.setFixedWidth(30)
        widget.show()
        collected.look(widget)
        widget.close()
    assert len(collected.complaints) == 2
    assert all(one.startswith("no room: '[") for one in collected.complaints)
