"""`users add | disable | enable | role | reset | list`."""

from __future__ import annotations

import argparse
import getpass
import sys
from typing import Any

from app.cli.terminal import Terminal
from app.domain.permissions import Role
from app.errors import BadInput
from app.services import users

_ROLES = [role.value for role in Role]


def register(commands: Any) -> None:
    """Add the group to the command line."""
    group = commands.add_parser("users", help="the people who work with Quai").add_subparsers(
        metavar="add|disable|enable|role|reset|list", required=True
    )
    adding = group.add_parser(
        "add", help="add a person; the password is asked for, or read from standard input"
    )
    adding.add_argument("login")
    adding.add_argument("--name", help="how screens and papers call the person (the login, if left out)")
    adding.add_argument(
        "--role", action="append", required=True, choices=_ROLES, help="may be given more than once"
    )
    adding.add_argument("--language", choices=("en", "fr"), default="en")
    adding.add_argument("--badge", help="what the person's badge says when scanned, USR-...")
    adding.set_defaults(run=_add)
    for name, doing, text in (
        ("disable", users.disable_user, "the person may not sign in any more; what they did stays theirs"),
        ("enable", users.enable_user, "the person may sign in again"),
    ):
        command = group.add_parser(name, help=text)
        command.add_argument("login")
        command.set_defaults(run=_one, doing=doing, command=name)
    roles = group.add_parser("role", help="give a person these roles and no others")
    roles.add_argument("login")
    roles.add_argument("role", nargs="+", choices=_ROLES)
    roles.set_defaults(run=_role)
    resetting = group.add_parser("reset", help="set a new password, asked for or read from standard input")
    resetting.add_argument("login")
    resetting.set_defaults(run=_reset)
    listing = group.add_parser("list", help="everybody, with roles")
    listing.add_argument("--json", action="store_true", help="print one JSON object")
    listing.set_defaults(run=_list)


def _add(terminal: Terminal, arguments: argparse.Namespace) -> int:
    roles = tuple(Role(name) for name in dict.fromkeys(arguments.role))
    user = users.NewUser(
        login=arguments.login,
        name=arguments.name or arguments.login,
        roles=roles,
        language=arguments.language,
        badge=arguments.badge,
    )
    with terminal.context() as context:
        users.add_user(context, user, _password())
    terminal.say(f"{arguments.login} added: {', '.join(roles)}.")
    return 0


def _one(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.context() as context:
        arguments.doing(context, arguments.login)
    terminal.say(f"{arguments.login}: {arguments.command}d.")
    return 0


def _role(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.context() as context:
        roles = tuple(Role(name) for name in dict.fromkeys(arguments.role))
        users.set_roles(context, arguments.login, roles)
    terminal.say(f"{arguments.login} now is: {', '.join(roles)}.")
    return 0


def _reset(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.context() as context:
        users.reset_password(context, arguments.login, _password())
    terminal.say(f"{arguments.login} has a new password.")
    return 0


def _list(terminal: Terminal, arguments: argparse.Namespace) -> int:
    with terminal.context() as context:
        found = users.list_users(context)
        on_file = not context.db.postgresql
    if arguments.json:
        terminal.json({"users": found})
        return 0
    for user in found:
        state = "" if user.active else "  (disabled)"
        terminal.say(f"{user.login:<20} {user.name:<28} {', '.join(user.roles)}{state}")
    if not found:
        terminal.say("Nobody yet. Add the first person: main.py users add LOGIN --role admin")
    if on_file:
        terminal.warn(users.FILE_OWNER_NOTE)
    return 0


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    try:
        first = getpass.getpass("Password: ")
        if first == getpass.getpass("Again: "):
            return first
    except EOFError:
        raise BadInput("No password was given.", hint="Type it twice; nothing was changed.") from None
    raise BadInput("The two passwords differ.", hint="Type the same one twice; nothing was changed.")
