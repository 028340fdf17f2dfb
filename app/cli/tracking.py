"""`import tracking`: events of parcels from carriers' files; called by `app/cli/importing.py`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from app.cli.terminal import Terminal
from app.integrations.tracking import load_tracking_profile
from app.services.context import Context
from app.services.tracking_files import TrackingRead, import_tracking

MOST_SHOWN = 50


def run_tracking(
    terminal: Terminal,
    ctx: Context,
    profile: str,
    files: Sequence[Path],
    *,
    dry_run: bool = False,
    skip_bad: bool = False,
    json: bool = False,
) -> int:
    """Take in events and say what came of it; 0 when it is done (or would be), 1 when rows were refused.

    Raises:
        AppError: profile, files or rights do not fit; nothing was taken in.
    """
    read = import_tracking(ctx, load_tracking_profile(profile), files, dry_run=dry_run, skip_bad=skip_bad)
    refused = bool(read.rejected) and not skip_bad
    if json:
        terminal.json(_plain(read))
    else:
        terminal.say(_in_words(read, dry_run=dry_run, refused=refused))
        for row in read.rejected[:MOST_SHOWN]:
            column = f", {row.column}" if row.column else ""
            terminal.warn(f"{row.file}, line {row.line}{column}: {row.reason}")
        if len(read.rejected) > MOST_SHOWN:
            terminal.warn(f"... and {len(read.rejected) - MOST_SHOWN} more; --json names all.")
    if read.rejected:
        rows = "1 row" if len(read.rejected) == 1 else f"{len(read.rejected)} rows"
        print(
            f"Refused: {rows} cannot be used. Mend the file, or leave them out with --skip-bad."
            if refused
            else f"Left out: {rows}.",
            file=sys.stderr,
        )
    return 1 if refused else 0


def _plain(read: TrackingRead) -> dict[str, object]:
    rows = [{"file": r.file, "line": r.line, "column": r.column, "reason": r.reason} for r in read.rejected]
    return {"events": read.events, **asdict(read.recorded), "rejected": rows}


def _in_words(read: TrackingRead, *, dry_run: bool, refused: bool) -> str:
    done = read.recorded
    if refused and not dry_run:
        return f"Nothing was taken in; {read.events} events of the files are good."
    if dry_run:
        return f"A dry run, nothing was changed; there are {read.events} events, {done.unknown} of unknown numbers."
    words = f"Taken in: {done.new} new events, {done.known} known before, {done.unknown} of unknown numbers."
    return f"{words} {done.delivered} shipments delivered, {done.lost} parcels lost, {done.found} found."
