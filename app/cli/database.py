"""`db upgrade | check | backup | restore`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.cli.terminal import Terminal
from app.services import backup, schema
from app.services.check import check


def register(commands: Any) -> None:
    """Add the group to the command line."""
    group = commands.add_parser("db", help="make, check, save and bring back the database").add_subparsers(
        metavar="upgrade|check|backup|restore", required=True
    )
    group.add_parser("upgrade", help="bring the database to this program's schema").set_defaults(run=_upgrade)
    checking = group.add_parser("check", help="recompute everything from the ledger and name what differs")
    checking.add_argument("--json", action="store_true", help="print one JSON object")
    checking.set_defaults(run=_check)
    saving = group.add_parser("backup", help="save the whole database to a file")
    saving.add_argument("file", type=Path)
    saving.set_defaults(run=_backup)
    bringing = group.add_parser("restore", help="bring a saved database back into an empty one")
    bringing.add_argument("file", type=Path)
    bringing.set_defaults(run=_restore)


def _upgrade(terminal: Terminal, arguments: argparse.Namespace) -> int:
    terminal.make_room()
    for line in schema.upgrade(terminal.url):
        terminal.say(line)
    return 0


def _check(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.context() as context, context.reading() as connection:
        findings = check(connection)
    if arguments.json:
        terminal.json({"findings": findings})
    else:
        for finding in findings:
            terminal.warn(
                f"{finding.rule}: {finding.where}: expected {finding.expected}, found {finding.found}"
            )
        if not findings:
            terminal.say("All is well: every figure follows from the ledger, every rule is in place.")
    return 1 if findings else 0


def _backup(terminal: Terminal, arguments: argparse.Namespace) -> int:
    terminal.need_file()
    for line in backup.backup(terminal.url, arguments.file):
        terminal.say(line)
    return 0


def _restore(terminal: Terminal, arguments: argparse.Namespace) -> int:
    terminal.make_room()
    for line in backup.restore(terminal.url, arguments.file):
        terminal.say(line)
    return 0
