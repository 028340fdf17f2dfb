"""The program's words in the person's language.

The source is English. `tr` and `trn` are called with literals, which `scripts/translations.py` collects into
resources/translations; `mark` marks a literal that is translated where it is shown. French stands in
`quai_fr.ts`; English has a file for its plurals alone.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.errors import AppError
from app.qt import refusals

CONTEXT = "Quai"
LANGUAGES = ("en", "fr")
FOLDER = Path(__file__).resolve().parents[2] / "resources" / "translations"

_installed: list[QTranslator] = []
_language = "en"


def tr(text: str, **facts: object) -> str:
    """An English literal in the person's language, with `{name}` filled from the facts."""
    translated = QCoreApplication.translate(CONTEXT, text)
    return translated.format(**facts) if facts else translated


def trn(text: str, n: int, **facts: object) -> str:
    """A literal with a number: `trn("%n orders", 1)` is "1 order". The number is written as the language does."""
    shown = QCoreApplication.translate(CONTEXT, text, "", n)
    shown = shown.replace(str(n), QLocale().toString(n), 1) if abs(n) > 999 else shown
    return shown.format(**facts) if facts else shown


def mark(text: str) -> str:
    """Marks a literal for translation and gives it back as it is; show it with `tr(variable)`."""
    return text


def said(what: AppError | str) -> str:
    """A refusal or a service's sentence in the person's language: the sentence and, of a refusal, its hint."""
    if isinstance(what, AppError):
        return f"{said(what.message)} {said(what.hint)}".rstrip()
    return what if _language == "en" else refusals.sentence(what)


def language() -> str:
    """The language that is set, 'en' or 'fr'."""
    return _language


def system_language() -> str:
    """The system's language where we speak it, else English."""
    found = QLocale.system().name()[:2]
    return found if found in LANGUAGES else "en"


def set_language(wanted: str) -> None:
    """Speak this language from now on; open windows are told by Qt's LanguageChange."""
    global _language
    app = QCoreApplication.instance()
    assert app is not None
    while _installed:
        app.removeTranslator(_installed.pop())
    _language = wanted if wanted in LANGUAGES else system_language()
    QLocale.setDefault(QLocale("fr_FR" if _language == "fr" else "en_GB"))
    ours = QTranslator(app)
    if ours.load(str(FOLDER / f"quai_{_language}.qm")):
        install(ours)
    if _language != "en":
        qt = QTranslator(app)
        if qt.load(f"qtbase_{_language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            install(qt)


def install(translator: QTranslator) -> None:
    """Add a translator over those that are there; a test's pseudo-language comes this way."""
    app = QCoreApplication.instance()
    assert app is not None
    app.installTranslator(translator)
    _installed.append(translator)
