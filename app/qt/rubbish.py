"""Python's search for cycles that nothing holds any more, on the main thread only.

Python searches by itself, on whatever thread makes the next object. A widget that it finds there is destroyed on that thread
while Qt walks the same tree on the main one, and the program dies. So that search is off, and this one goes on instead.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500
WHOLE_EVERY_S = 20.0
"""The search through everything takes longest; it waits for this at least."""


class Rubbish(QObject):
    """Searches while the event loop runs; `look` does it at once where enough came together, by Python's own measures."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._whole_at = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Search the young objects, and the older ones where many have come to be."""
        counts, limits = gc.get_count(), gc.get_threshold()
        if counts[0] <= limits[0]:
            return
        if counts[1] <= limits[1]:
            gc.collect(0)
        elif counts[2] <= limits[2] or time.monotonic() - self._whole_at < WHOLE_EVERY_S:
            gc.collect(1)
        else:
            self._whole_at = time.monotonic()
            gc.collect()
