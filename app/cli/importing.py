"""`import KIND --profile P FILE...`, `import orders --channel C FILE...`, `import prices FILE...`, `import receivables FILE`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Any

import msgspec
from tqdm import tqdm

from app.cli.orders import CHANNELS, run_orders
from app.cli.prices import run_prices
from app.cli.receivables import run_receivables
from app.cli.terminal import Terminal
from app.cli.tracking import run_tracking
from app.integrations.channels.base import KINDS, Kind, Rejected
from app.integrations.channels.loading import load_profile
from app.services.context import Context
from app.services.importing import Imported, Request, import_files

TRACKING, PRICES, RECEIVABLES = "tracking", "prices", "receivables"
WITHOUT_PROFILE = (PRICES, RECEIVABLES)
MOST_SHOWN = 50
"""Refused rows named for people; --json names all."""
_ENCODER = msgspec.json.Encoder()


def register(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "import", help="take orders, products, customers, stock, tracking or prices in from CSV and TSV files"
    )
    parser.add_argument("kind", choices=(*KINDS, TRACKING, *WITHOUT_PROFILE), help="what the files hold")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="all files of one import")
    parser.add_argument(
        "--profile",
        default="",
        metavar="P",
        help="name of a profile that comes with Quai, or a .toml file of your own; prices and receivables need none",
    )
    parser.add_argument(
        "--channel",
        default="",
        choices=CHANNELS,
        help="orders as messages or as a shop exports them, in place of a profile",
    )
    parser.add_argument(
        "--list", default="", metavar="CODE", help="the price list, where the rows of prices name none"
    )
    parser.add_argument(
        "--complete",
        action="store_true",
        help="receivables: the file names all that is open, others owe nothing",
    )
    parser.add_argument(
        "--warehouse", default="", metavar="CODE", help="where stock and orders belong, if there are several"
    )
    parser.add_argument("--dry-run", action="store_true", help="only report; nothing is changed")
    parser.add_argument(
        "--skip-bad", action="store_true", help="leave bad rows out instead of refusing everything"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=_run, check=partial(_check, parser))


def _check(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> None:
    """Say what does not go together, as wrong usage."""
    if arguments.channel and (arguments.profile or arguments.kind != "orders"):
        parser.error("A channel brings orders, without a profile. Name a channel or a profile.")
    if bool(arguments.profile or arguments.channel) == (arguments.kind in WITHOUT_PROFILE):
        if arguments.profile:
            parser.error(f"{arguments.kind} are read without a profile. Leave --profile out.")
        parser.error("Quai does not know how these files are written. Name a profile: --profile P.")


def _run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.context() as context:
        options = {name: getattr(arguments, name) for name in ("dry_run", "skip_bad", "json")}
        if arguments.channel:
            del options["skip_bad"]
            channel, house = arguments.channel, arguments.warehouse
            return run_orders(terminal, context, channel, arguments.files, warehouse=house, **options)
        if arguments.kind == PRICES:
            return run_prices(terminal, context, arguments.list, arguments.files, **options)
        if arguments.kind == RECEIVABLES:
            chosen = {name: getattr(arguments, name) for name in ("complete", "dry_run", "json")}
            return run_receivables(terminal, context, arguments.files, **chosen)
        if arguments.kind == TRACKING:
            return run_tracking(terminal, context, arguments.profile, arguments.files, **options)
        return run(
            context,
            arguments.kind,
            arguments.profile,
            arguments.files,
            warehouse=arguments.warehouse,
            dry_run=arguments.dry_run,
            skip_bad=arguments.skip_bad,
            json=arguments.json,
        )


def run(
    ctx: Context,
    kind: Kind,
    profile: str,
    files: Sequence[Path],
    *,
    warehouse: str = "",
    dry_run: bool = False,
    skip_bad: bool = False,
    json: bool = False,
) -> int:
    """Import files and say what came of it; 0 when it is done (or would be), 1 when rows were refused.

    Raises:
        AppError: profile, files, warehouse or rights do not fit; nothing was imported.
    """
    request = Request(
        kind,
        load_profile(profile),
        source_name(profile),
        tuple(files),
        warehouse,
        dry_run=dry_run,
        skip_bad=skip_bad,
    )
    with _progress_bar() as step:
        result = import_files(ctx, request, step)
    try:
        refused = bool(len(result.rejected)) and not skip_bad
        if json:
            write_json(result, sys.stdout)
            for note in result.notes:
                print(note, file=sys.stderr)
        else:
            for line in in_words(result, dry_run=dry_run, refused=refused):
                print(line)
        _complain(result, refused=refused, everything=not json)
        return 1 if refused else 0
    finally:
        result.rejected.close()


def source_name(profile: str) -> str:
    """The name by which a profile's orders are known again: that of its file, wherever it lies."""
    return Path(profile).stem.replace(":", "-") if profile.lower().endswith(".toml") else profile


def write_json(result: Imported, out: IO[str]) -> None:
    """Write the result as one JSON object on one line, row by row, however many rows were refused."""
    head = {
        "orders": result.orders,
        "lines": result.lines,
        "gross": result.gross,
        "freight": result.freight,
        "returns": result.returns,
    }
    out.write(_ENCODER.encode(head).decode()[:-1] + ',"rejected":[')
    for index, row in enumerate(result.rejected):
        out.write(("," if index else "") + _ENCODER.encode(_plain(row)).decode())
    out.write(f'],"unchanged":{result.unchanged}}}\n')
    out.flush()


def _plain(row: Rejected) -> dict[str, str | int]:
    return {"file": row.file, "line": row.line, "column": row.column, "reason": row.reason}


def in_words(result: Imported, *, dry_run: bool, refused: bool) -> list[str]:
    """What people read: what was done, and what else they should know."""
    if result.kind == "orders":
        done = f"{result.orders} orders, {result.lines} lines, gross {result.gross}, freight {result.freight}"
        done += f", {result.returns} returns" if result.returns else ""
        same = f"{result.unchanged} orders were here already and did not change"
    elif result.kind == "stock":
        done = f"{result.created} pieces in {result.lines} rows"
        same = f"{result.unchanged} rows were received before"
    else:
        done = f"{result.created} {result.kind} new, {result.changed} changed"
        same = f"{result.unchanged} did not change"
    what = "Nothing was imported; the good rows come to" if refused else "Imported:"
    what = "A dry run, nothing was changed; it comes to" if dry_run else what
    lines = [f"{what} {done}."]
    lines += [f"{same}."] if result.unchanged else []
    return [*lines, *result.notes]


def _complain(result: Imported, *, refused: bool, everything: bool) -> None:
    """Name refused rows for people; with --json they stand there already, and only the reason for the exit status is told."""
    count = len(result.rejected)
    if not count:
        return
    if everything:
        for index, row in enumerate(result.rejected):
            if index == MOST_SHOWN:
                print(f"... and {count - MOST_SHOWN} more; --json names all.", file=sys.stderr)
                break
            column = f", {row.column}" if row.column else ""
            print(f"{row.file}, line {row.line}{column}: {row.reason}", file=sys.stderr)
    rows = "1 row" if count == 1 else f"{count} rows"
    if refused:
        print(
            f"Refused: {rows} cannot be used. Mend the file, or leave them out with --skip-bad.",
            file=sys.stderr,
        )
    else:
        print(f"Left out: {rows}.", file=sys.stderr)


@contextmanager
def _progress_bar() -> Iterator[Any]:
    """A bar on standard error where that is a terminal, else nothing."""
    if not sys.stderr.isatty():
        yield None
        return
    with tqdm(file=sys.stderr, unit_scale=True, leave=False, dynamic_ncols=True) as bar:

        def step(what: str, done: int, total: int) -> None:
            bar.set_description_str(what)
            bar.total, bar.n = total, min(done, total)
            bar.refresh()

        yield step
