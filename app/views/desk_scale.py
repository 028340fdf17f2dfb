"""The scale of this desk, as its settings say, for as long as somebody works here."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject

from app.qt.scale import Scale
from app.qt.screen import Shell
from app.views.parts.desk_settings import scale_of

_log = logging.getLogger(__name__)


class DeskScale(QObject):
    """Gives the shell its scale, another one when the settings change, and tells when what it says changed.

    Args:
        shell: What the screens share; its store says how the scale is set.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        shell.settings_changed.connect(self._setting_changed)
        self.set_up()

    def set_up(self) -> None:
        """Use the scale settings of this desk; None where no port is set."""
        self.close()
        settings = scale_of(self._shell.store)
        if settings is not None:
            scale = self._shell.scale = Scale(settings, self)
            scale.reading.connect(self._shell.weighed)
            scale.trouble.connect(self._troubled)
            scale.start()
        self._shell.weighed.emit()

    def close(self) -> None:
        """Let the port go."""
        scale, self._shell.scale = self._shell.scale, None
        if scale is not None:
            scale.stop()
            scale.deleteLater()

    def _troubled(self, why: object) -> None:
        _log.info("%s", why or "The scale works again.")
        self._shell.weighed.emit()

    def _setting_changed(self, name: str) -> None:
        if name == "scale":
            self.set_up()
