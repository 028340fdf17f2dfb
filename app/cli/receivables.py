"""`import receivables`: open invoices from accounting's file; called by `app/cli/importing.py`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from app.cli.terminal import Terminal
from app.errors import BadInput
from app.services.context import Context
from app.services.receivables import WrongReceivables, import_receivables

MOST_SHOWN = 50


def run_receivables(
    terminal: Terminal,
    ctx: Context,
    files: Sequence[Path],
    *,
    complete: bool = False,
    dry_run: bool = False,
    json: bool = False,
) -> int:
    """Take invoices over and say what came of it; 0 when it is done (or would be), 1 when lines were refused.

    Raises:
        AppError: the file cannot be read, or rights are missing; nothing was taken over.
    """
    if len(files) != 1:
        raise BadInput("Open invoices come in one file.", hint="Name one file.", field="files")
    try:
        data = files[0].read_bytes()
    except OSError as error:
        raise BadInput(
            f"{files[0]} cannot be read: {error.strerror}.", hint="Check the path.", field="files"
        ) from error
    try:
        done = import_receivables(ctx, data, complete=complete, dry_run=dry_run)
    except WrongReceivables as no:
        if json:
            terminal.json({"rejected": [asdict(one) for one in no.problems]})
        for one in no.problems[:MOST_SHOWN] if not json else ():
            terminal.warn(f"{files[0].name}, line {one.line}: {one.why}")
        print(f"Refused: {len(no.problems)} lines cannot be used. Nothing was taken over.", file=sys.stderr)
        return 1
    if json:
        terminal.json({**asdict(done), "rejected": []})
    elif dry_run:
        terminal.say(f"A dry run, nothing was changed; the file names {done.customers} customers.")
    else:
        terminal.say(
            f"Taken over for {done.customers} customers: {done.new} invoices new, {done.changed} changed,"
            f" {done.unchanged} unchanged, {done.settled} settled. {done.asked} drafts were asked anew."
        )
    return 0
