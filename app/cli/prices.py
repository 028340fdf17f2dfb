"""`import prices`: files of prices for price lists; called by `app/cli/importing.py`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from app.cli.terminal import Terminal
from app.services.context import Context
from app.services.price_import import PricesRead, import_prices

MOST_SHOWN = 50


def run_prices(
    terminal: Terminal,
    ctx: Context,
    list_code: str,
    files: Sequence[Path],
    *,
    dry_run: bool = False,
    skip_bad: bool = False,
    json: bool = False,
) -> int:
    """Take prices in and say what came of it; 0 when it is done (or would be), 1 when rows were refused.

    Raises:
        AppError: files or rights do not fit; nothing was changed.
    """
    today = date.today()  # noqa: DTZ011 - the day of the machine on which it is typed
    read = import_prices(ctx, list_code, files, today, dry_run=dry_run, skip_bad=skip_bad)
    refused = bool(read.rejected) and not skip_bad
    if json:
        terminal.json(asdict(read))
        return 1 if refused else 0
    terminal.say(_in_words(read, dry_run=dry_run, refused=refused))
    for warning in read.warnings[:MOST_SHOWN]:
        terminal.say(f"Look at this: {warning}")
    for row in read.rejected[:MOST_SHOWN]:
        column = f", {row.column}" if row.column else ""
        terminal.warn(f"{row.file}, line {row.line}{column}: {row.reason}")
    if read.rejected:
        rows = "1 row" if len(read.rejected) == 1 else f"{len(read.rejected)} rows"
        terminal.warn(
            f"Refused: {rows} cannot be used. Mend the file, or leave them out with --skip-bad."
            if refused
            else f"Left out: {rows}."
        )
    return 1 if refused else 0


def _in_words(read: PricesRead, *, dry_run: bool, refused: bool) -> str:
    if dry_run:
        return f"A dry run, nothing was changed; {read.prices} prices are good."
    if refused:
        return f"Nothing was taken in; {read.prices} prices of the files are good."
    return f"Taken in: {read.new} new prices, {read.changed} changed, {read.unchanged} as they were."
