"""What a desk remembers of its windows: sizes, columns, scheme. Settings of the work live elsewhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings


class Store:
    """Window state of this desk, in a file that may be thrown away at any time."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self.folder = file.parent
        """Where this desk keeps what it remembers."""
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    def put(self, name: str, value: Any) -> None:
        """Remember a plain value (text, number, list, dict of them)."""
        self._settings.setValue(name, json.dumps(value))

    def get(self, name: str, otherwise: Any = None) -> Any:
        """What was remembered; what cannot be read counts as nothing."""
        try:
            return json.loads(str(self._settings.value(name)))
        except ValueError:
            return otherwise

    def put_bytes(self, name: str, value: QByteArray) -> None:
        """Remember a window's geometry."""
        self.put(name, bytes(value.toBase64().data()).decode())

    def get_bytes(self, name: str) -> QByteArray | None:
        """A window's geometry."""
        found = self.get(name)
        return QByteArray.fromBase64(found.encode()) if isinstance(found, str) else None

    def save(self) -> None:
        """Write it now."""
        self._settings.sync()
