"""`console`: opens the window; it is also what opens without any command."""

from __future__ import annotations

import argparse
from typing import Any

from app.cli.terminal import Terminal


def register(commands: Any) -> None:
    """Add the command to the command line."""
    console = commands.add_parser("console", help="open the window (also without any command)")
    console.add_argument(
        "--sample", action="store_true", help="where there is no database yet, make the sample company"
    )
    console.set_defaults(run=_open)


def _open(terminal: Terminal, arguments: argparse.Namespace) -> int:
    from app.bootstrap import run  # Qt is read only where a window is wanted

    return run(terminal.url, sample=arguments.sample)
