"""Buttons in as many rows as they need: their words are longer in one language than in the other."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.qt import theme


class ButtonRows(QWidget):
    """Buttons beside each other as far as the width lets them, then under each other."""

    def __init__(self, buttons: Iterable[QWidget], width: int) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S8)
        row: QHBoxLayout | None = None
        left = 0
        for button in buttons:
            wanted = button.sizeHint().width()
            if row is None or wanted > left:
                if row is not None:
                    row.addStretch()
                row = QHBoxLayout()
                row.setSpacing(theme.S8)
                column.addLayout(row)
                left = width
            row.addWidget(button)
            left -= wanted + theme.S8
        if row is not None:
            row.addStretch()
