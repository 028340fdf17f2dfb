"""`customers`: what a customer may ask for under the GDPR, all that we hold of them and to be forgotten."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.cli.terminal import Terminal
from app.errors import NotFound
from app.queries.accounts import customer_coded
from app.services.context import Context
from app.services.erasing import erase_customer
from app.services.own_data import export_customer


def register(commands: Any) -> None:
    """Add the group to the command line."""
    group = commands.add_parser(
        "customers", help="a customer's own data: hand them out, erase them"
    ).add_subparsers(metavar="export|erase", required=True)
    out = group.add_parser("export", help="all that we hold of a customer, as a ZIP")
    out.add_argument("code", help="the customer's code")
    out.add_argument("file", nargs="?", type=Path, help="where it goes; CODE.zip without it")
    out.add_argument("--force", action="store_true", help="write over a file that is there")
    out.set_defaults(run=_export)
    erase = group.add_parser("erase", help="take a customer's personal data out; there is no way back")
    erase.add_argument("code", help="the customer's code")
    erase.add_argument("--note", required=True, help="on whose word, and when they asked")
    erase.set_defaults(run=_erase)


def _id_of(ctx: Context, code: str) -> int:
    with ctx.reading() as connection:
        found = customer_coded(connection, code)
    if found is None:
        raise NotFound(f"There is no customer {code}.", hint="Look the code up.", what="customer", code=code)
    return found


def _export(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.context() as ctx:
        packed = export_customer(ctx, _id_of(ctx, arguments.code))
    file: Path = arguments.file or Path(f"{Path(arguments.code).name or 'customer'}.zip")
    with file.open("wb" if arguments.force else "xb") as target:
        target.write(packed)
    terminal.say(f"All that is held of {arguments.code} is in {file}.")
    return 0


def _erase(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.context() as ctx:
        done = erase_customer(ctx, _id_of(ctx, arguments.code), arguments.note)
    terminal.say(f"The personal data of {arguments.code} are gone; the customer is {done.code} now.")
    return 0
