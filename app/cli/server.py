"""`server init URL`."""

from __future__ import annotations

import argparse
from typing import Any

from app.cli.terminal import Terminal
from app.services.server import initialise


def register(commands: Any) -> None:
    """Add the group to the command line."""
    group = commands.add_parser("server", help="make a PostgreSQL server ready").add_subparsers(
        metavar="init", required=True
    )
    init = group.add_parser("init", help="make roles, schema, grants and policies; can be repeated")
    init.add_argument("url", metavar="URL", help="postgresql+psycopg://administrator@host/database")
    init.set_defaults(run=_init)


def _init(terminal: Terminal, arguments: argparse.Namespace) -> int:
    for line in initialise(arguments.url):
        terminal.say(line)
    return 0
