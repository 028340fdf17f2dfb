"""The screens, in the order of the rail; one line adds one."""

from __future__ import annotations

from app.qt.screen import Screen
from app.views.products import Products
from app.views.scanner_test import ScannerTest
from app.views.settings import Settings

SCREENS: tuple[type[Screen], ...] = (
    Products,
    # Those without a group stand at the foot of the rail.
    ScannerTest,
    Settings,
)
