"""The screens, in the order of the rail; one line adds one."""

from __future__ import annotations

from app.qt.screen import Screen

SCREENS: tuple[type[Screen], ...] = ()
