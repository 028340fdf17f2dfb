"""`tour`: one working day of the sample company, played on the real screens over a fresh database of its own."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from app.cli.day import Day
from app.cli.played import STAMP, fingerprint, stamp
from app.cli.stage import LOOKS
from app.cli.terminal import Terminal
from app.config import file_url
from app.errors import BadInput, Refused

DATABASE = "tour.db"
LIST = "tour-files.json"


def register(commands: Any) -> None:
    """Add the command to the command line."""
    tour = commands.add_parser(
        "tour",
        help="play one working day on the screens, with pictures of all of them and every paper as PDF",
    )
    tour.add_argument("--out", type=Path, required=True, metavar="DIR", help="where database and papers go")
    tour.add_argument(
        "--orders", type=Path, nargs="+", metavar="FILE", help="orders of your own instead of the sample's"
    )
    tour.add_argument("--profile", metavar="P", help="how --orders are to be read")
    tour.add_argument(
        "--looks",
        type=_looks,
        default=LOOKS,
        metavar="LOOKS",
        help="how the screens are photographed, as en-light,fr-dark; all four without it",
    )
    tour.set_defaults(run=_run)


def _looks(text: str) -> tuple[tuple[str, str], ...]:
    chosen = tuple(tuple(one.split("-", 1)) for one in text.split(","))
    if not chosen or not set(chosen) <= set(LOOKS):
        known = ", ".join("-".join(one) for one in LOOKS)
        raise argparse.ArgumentTypeError(f"choose of {known}, with commas between")
    return tuple(one for one in LOOKS if one in chosen)


def _run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    if (arguments.orders is None) != (arguments.profile is None):
        raise BadInput(
            "--orders and --profile go together.", hint="Give both, or neither for the sample's own orders."
        )
    folder: Path = arguments.out
    program = fingerprint()
    clear(folder)
    day = Day(folder, file_url((folder / DATABASE).resolve()), terminal.say, arguments.looks)
    try:
        findings = day.play(tuple(arguments.orders or ()), arguments.profile)
    finally:
        day.close()
        remember(folder, day.files)
    if findings:
        for finding in findings:
            terminal.warn(
                f"{finding.rule}: {finding.where}: expected {finding.expected}, found {finding.found}"
            )
        return 1
    if arguments.orders is None and arguments.looks == LOOKS:
        stamp(folder, program, [name for name in day.files if name.startswith(("papers/", "pictures/"))])
    terminal.say(f"All is well. Papers lie in {folder / 'papers'}, the database is {folder / DATABASE}.")
    return 0


def clear(folder: Path) -> None:
    """Make room for a tour: what an earlier tour wrote here goes, anything else is left alone and refuses the tour.

    Raises:
        Refused: files that no tour wrote stand in the way.
        BadInput: the folder cannot be used.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "papers").mkdir(exist_ok=True)
        listed = folder / LIST
        ours = set(json.loads(listed.read_text(encoding="utf-8"))) if listed.exists() else set()
    except (OSError, ValueError) as error:
        raise BadInput(f"{folder} cannot be used: {error}", hint="Choose another folder.") from error
    wanted = {DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm"}
    foreign = sorted(name for name in wanted - ours if (folder / name).exists())
    if foreign:
        raise Refused(
            f"{folder / foreign[0]} was not made by a tour.",
            hint="Choose an empty folder; nothing was touched.",
            files=foreign,
        )
    for name in sorted(ours):
        path = (folder / name).resolve()
        if path.is_relative_to(folder.resolve()):
            path.unlink(missing_ok=True)


def remember(folder: Path, files: list[str]) -> None:
    """Note what the tour wrote, so that the next one may replace it."""
    names = [DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", STAMP, *files]
    (folder / LIST).write_text(json.dumps(sorted(set(names)), indent=1) + "\n", encoding="utf-8")
