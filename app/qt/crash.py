"""Bugs: logged with an incident number and shown; what was saved stays saved."""

from __future__ import annotations

import faulthandler
import logging
import logging.handlers
import sys
import threading
import traceback
import uuid
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

_log = logging.getLogger("quai.crash")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Crashes(QObject):
    """Catches what nobody caught, on every thread, and tells `happened(incident, last line, whole text)` on the main one."""

    happened = Signal(str, str, str)

    def catch(self) -> None:
        """Put the hooks in place: Python's two, and Qt's messages into the log."""
        sys.excepthook = self._hook
        threading.excepthook = lambda args: self.report(args.exc_value or args.exc_type())
        qInstallMessageHandler(_qt_message)

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error)

    def report(self, error: BaseException) -> str:
        """Log a bug under a new incident number and tell of it; the number."""
        incident = uuid.uuid4().hex[:8].upper()
        text = "".join(traceback.format_exception(error))
        _log.critical("Incident %s\n%s", incident, text)
        self.happened.emit(incident, f"{type(error).__name__}: {error}", text)
        return incident


class Log:
    """The log of a desk: a few files of a megabyte each; where the interpreter itself dies, its stacks lie beside them."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.file = folder / "quai.log"
        self._handler = logging.handlers.RotatingFileHandler(
            self.file, maxBytes=1_000_000, backupCount=4, encoding="utf-8"
        )
        self._handler.setFormatter(
            logging.Formatter("%(asctime)s %(levelname)s %(name)s %(threadName)s %(message)s")
        )
        logging.getLogger().addHandler(self._handler)
        logging.getLogger().setLevel(logging.INFO)
        self._faults = (folder / "faults.log").open("a", encoding="utf-8")
        faulthandler.enable(self._faults)

    def close(self) -> None:
        """The program ends."""
        faulthandler.disable()
        self._faults.close()
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()


def _qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    logging.getLogger("quai.qt").log(_LEVELS.get(kind, logging.WARNING), "%s", text)
