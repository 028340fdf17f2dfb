"""`worker`: does what waits in the job table and the outbox, and prints for its desk, until it is stopped."""

from __future__ import annotations

import argparse
import time
from datetime import UTC, datetime
from typing import Any

from app.cli.terminal import Terminal
from app.services.background import background_turn, mail_of
from app.services.jobs import PRUNE_KEYS, add_job
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
    mail = mail_of(terminal.settings.mail)
    with terminal.context() as context:
        while True:
            add_job(context, PRUNE_KEYS, dedupe_key=f"{PRUNE_KEYS}:{datetime.now(UTC).date()}")
            turn = background_turn(context, mail)
            done = turn.jobs + turn.outbox.sent
            if turn.jobs:
                terminal.say(f"{turn.jobs} jobs done.")
            if turn.outbox.sent:
                terminal.say(f"{turn.outbox.sent} messages sent.")
            run = print_waiting(context) if terminal.settings.desk else PrintRun()
            if run.printed:
                terminal.say(f"{run.printed} papers printed.")
            trouble = (*run.trouble, *turn.outbox.trouble)
            if trouble and trouble != said:
                for sentence in trouble:
                    terminal.warn(sentence)
            said = trouble or said
            if arguments.once:
                return 0
            if not done and not run.printed:
                time.sleep(1.0)
