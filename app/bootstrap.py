"""Where the console is put together: settings, log, language, colours, window."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app import config
from app.errors import AppError
from app.qt import theme
from app.qt.rubbish import Rubbish
from app.qt.store import Store
from app.views.main_window import MainWindow

if TYPE_CHECKING:
    from app.qt.crash import Log
    from app.views.console import Console

TOUR = "out/tour"
"""Where the tour goes that is played instead of a window."""


def application(arguments: list[str]) -> QApplication:
    """Qt's application in our clothes, once a process."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(arguments)
    if app.findChild(Rubbish) is None:
        Rubbish(app)
    app.setApplicationName(config.APPLICATION)
    app.setDesktopFileName("quai")
    QGuiApplication.setApplicationDisplayName("Quai")
    return app


def scheme(app: QApplication, store: Store) -> theme.Scheme:
    """The colours that this desk last chose, else the system's."""
    chosen = str(store.get("scheme", ""))
    known = {one.value for one in theme.Scheme}
    return theme.Scheme(chosen) if chosen in known else theme.scheme_of_system(app)


def dress(app: QApplication, store: Store, language: str) -> None:
    """Language, colours and fonts, as this desk last chose them, else as the system has them."""
    from app.qt import words

    words.set_language(str(store.get("language", "")) or language)
    theme.apply(app, scheme(app, store))


class Opening:
    """The start of the program: an empty window at once, in the desk's colours; what goes into it is read once it is painted."""

    def __init__(
        self, app: QApplication, settings: config.Settings, url: str, folder: Path, *, sample: bool
    ) -> None:
        self._app, self._settings, self._url, self._folder, self._sample = app, settings, url, folder, sample
        self._store = Store(folder / "window.ini")
        self._log: Log | None = None
        self._console: Console | None = None
        self._window = MainWindow()
        theme.ground(app, scheme(app, self._store))
        self._window.painted.connect(self._open)
        self._window.appear(self._store)

    def _open(self) -> None:
        from app.qt.crash import Log
        from app.views.console import Console

        self._log = Log(self._folder / "log")
        dress(self._app, self._store, self._settings.language)
        self._console = Console(
            self._settings, self._url, self._folder, sample=self._sample, window=self._window
        )
        self._console.crashes.catch()
        self._console.start()

    def close(self) -> None:
        """The program ended."""
        if self._log is not None:
            self._log.close()


def has_display() -> bool:
    """Whether a window can be shown: on Linux a display server is named, or Qt is told to do without."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def without_display(sample: bool) -> int:
    """Play the tour off-screen where the sample company was asked for, else say what is missing; the exit status.

    A tour that this very program has played already is not played again: where its pictures and papers lie is said.
    """
    if not sample:
        print("There is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set.", file=sys.stderr)
        return 1
    from app.cli import main
    from app.cli.played import fingerprint, is_played

    if is_played(Path(TOUR), fingerprint()):
        print(
            "There is no display here. The tour of this version has been played:"
            f" its pictures lie in {TOUR}/pictures, its papers in {TOUR}/papers. `make tour` plays it anew."
        )
        return 0
    print(
        f"There is no display here: the tour is played off-screen. Pictures and papers go to {TOUR}.",
        flush=True,
    )
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return main(["tour", "--out", TOUR])


def run(database: str | None = None, *, sample: bool = False) -> int:
    """Open the console and stay until it is closed; the exit status."""
    if not has_display():
        return without_display(sample)
    try:
        settings = config.load()
    except AppError as refusal:
        print(f"Refused: {refusal}", file=sys.stderr)
        return 1
    folder = Path(platformdirs.user_data_dir(config.APPLICATION, appauthor=False))
    app = application(sys.argv[:1])
    opening = Opening(app, settings, database or settings.database, folder, sample=sample)
    try:
        return int(app.exec())
    finally:
        opening.close()


def command_line(arguments: list[str]) -> int:
    """Open the console as `main.py` was asked to: `[--database URL] [console] [--sample]`; the exit status.

    Help, and what is no such call, is for the command line with all its commands.
    """
    parser = argparse.ArgumentParser(prog="main.py", add_help=False)
    parser.add_argument("--database", metavar="URL")
    parser.add_argument("command", nargs="?", choices=("console",))
    parser.add_argument("--sample", action="store_true")
    try:
        parsed, more = parser.parse_known_args(arguments)
    except SystemExit as stop:  # argparse's own way out, for wrong usage
        return int(stop.code or 0)
    if more:
        from app.cli import main

        return main(arguments)
    return run(parsed.database, sample=parsed.sample)
