"""All commands together.

Each module of this package brings one group of commands by `register(subparsers)`; the parser's default `run`
is a function that takes a `Terminal` and the parsed arguments and returns the exit status: 0 done, 1 refused
(the reason stands on standard error), 2 wrong usage.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from app import __version__, config
from app.cli import console, customers, database, importing, server, tour, users, worker
from app.cli.terminal import Terminal
from app.errors import AppError

GROUPS = (console, database, server, users, importing, customers, worker, tour)
"""One line a group of commands."""


def parser() -> argparse.ArgumentParser:
    """The whole command line as argparse sees it."""
    top = argparse.ArgumentParser(
        prog="main.py",
        description="Quai: order management and warehouse fulfilment. Without a command the window opens.",
    )
    top.add_argument("--version", action="version", version=f"Quai {__version__}")
    top.add_argument(
        "--database", metavar="URL", help="sqlite:///file.db or postgresql+psycopg://user@host/database"
    )
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    for group in GROUPS:
        group.register(commands)
    return top


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit status."""
    _open_streams()
    for argument in arguments:
        if not argument.isascii() and argument.encode(errors="replace").decode() != argument:
            print(f"{argument!r} is not readable text. Rename the file, or type it anew.", file=sys.stderr)
            return 2
    try:
        parsed = parser().parse_args(arguments)
        if hasattr(parsed, "check"):
            parsed.check(parsed)
    except SystemExit as stop:  # argparse's own way out: 0 for help, 2 for wrong usage
        return int(stop.code or 0)
    if getattr(parsed, "json", False) and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # RFC 8259, 8.1, whatever the terminal speaks
    try:
        settings = config.load()
        terminal = Terminal(parsed.database or settings.database, settings)
        return int(parsed.run(terminal, parsed))
    except AppError as refusal:
        print(f"Refused: {refusal}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped; nothing that was under way is half done.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except OSError as error:
        what = f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror or error)
        print(f"Refused: {what}. Check the path, its rights and the disk.", file=sys.stderr)
        return 1


def _open_streams() -> None:
    """Give a command that was started with a stream closed an empty one, and let no letter stop the output."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # as after `2>&-`; print would write to standard output instead
            nothing = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - open until the end
            setattr(sys, name, nothing)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
