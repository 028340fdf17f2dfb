"""`worker`: does what waits in the job table, and prints for its desk, until it is stopped."""

from __future__ import annotations

import argparse
import time
from datetime import UTC, datetime
from typing import Any

from app.cli.terminal import Terminal
from app.services.buying import label_jobs
from app.services.jobs import HANDLERS, PRUNE_KEYS, add_job, work_off
from app.services.printing import PrintRun, print_waiting


def register(commands: Any) -> None:
    """Add the command to the command line."""
    worker = commands.add_parser(
        "worker", help="do the jobs that wait and print for this desk, until stopped"
    )
    worker.add_argument("--once", action="store_true", help="do what is due now and end")
    worker.set_defaults(run=_work)


def _work(terminal: Terminal, arguments: argparse.Namespace) -> int:
    said: tuple[str, ...] = ()
    with terminal.context() as context:
        while True:
            add_job(context, PRUNE_KEYS, dedupe_key=f"{PRUNE_KEYS}:{datetime.now(UTC).date()}")
            done = work_off(context, {**HANDLERS, **label_jobs(context)})
            if done:
                terminal.say(f"{done} jobs done.")
            run = print_waiting(context) if terminal.settings.desk else PrintRun()
            if run.printed:
                terminal.say(f"{run.printed} papers printed.")
            if run.trouble and run.trouble != said:
                for sentence in run.trouble:
                    terminal.warn(sentence)
            said = run.trouble or said
            if arguments.once:
                return 0
            if not done and not run.printed:
                time.sleep(1.0)
