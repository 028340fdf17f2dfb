"""Where orders are looked for: folders that are watched and mailboxes, as the house sets them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import BadInput
from app.integrations.channels.loading import load_profile
from app.integrations.mailbox import imap_place
from app.models import IntakeSource
from app.services import kept_passwords
from app.services.context import use_case
from app.services.editing import changed_meanwhile
from app.services.rows import must_find, text_field

KINDS = ("folder", "imap")
LEAST_SECONDS, MOST_SECONDS = 5, 86_400
PASSWORD = "QUAI_INTAKE_PASSWORD"
"""The variable of the environment that stands in for the keyring, on desks without one."""


@dataclass(frozen=True, slots=True)
class NewSource:
    """A folder or a mailbox.

    Attributes:
        name: How people call it.
        kind: 'folder' or 'imap'.
        place: The folder's path, or imaps://host:port/mailbox.
        login: As whom, of a mailbox.
        channel: How its files are written; '' finds out.
        profile: The import profile of its tables.
        active: Whether it is looked into.
        every_s: Seconds between two looks.
    """

    name: str
    kind: str
    place: str
    login: str = ""
    channel: str = ""
    profile: str = ""
    active: bool = True
    every_s: int = 60


_S = IntakeSource
_NEW = sa.insert(_S).returning(_S.id)
_NAME = sa.select(_S.name).where(_S.id == sa.bindparam("source"))
_GONE = sa.delete(_S).where(_S.id == sa.bindparam("source"))


@use_case(Permission.SITE_EDIT)
def add_source(tx: Transaction, source: NewSource) -> int:
    """Look for orders in a further place; its id.

    Raises:
        BadInput: one of the fields cannot be used; it is named.
        Conflict: the name is taken.
    """
    made: int = tx.execute(_NEW.values(_checked(source))).scalar_one()
    tx.changed("intake_source", made)
    return made


@use_case(Permission.SITE_EDIT)
def edit_source(tx: Transaction, source_id: int, source: NewSource, version: int) -> int:
    """Write a source's fields anew; the new version.

    Raises:
        BadInput: one of the fields cannot be used; it is named.
        Conflict: another desk changed it meanwhile, or the name is taken.
        NotFound: there is no such source.
    """
    found = must_find(tx.execute(_NAME, {"source": source_id}).first(), "source", source_id)
    mine = sa.update(_S).where(_S.id == source_id, _S.version == version)
    if tx.execute(mine.values(version=version + 1, **_checked(source))).rowcount != 1:
        raise changed_meanwhile(found.name)
    tx.changed("intake_source", source_id)
    return version + 1


@use_case(Permission.SITE_EDIT)
def remove_source(tx: Transaction, source_id: int) -> None:
    """Take a source away from which nothing came; one from which something did is switched off instead.

    Raises:
        Conflict: messages came from it.
        NotFound: there is no such source.
    """
    must_find(tx.execute(_NAME, {"source": source_id}).first(), "source", source_id)
    tx.execute(_GONE, {"source": source_id})
    tx.changed("intake_source", source_id)


def _checked(source: NewSource) -> dict[str, Any]:
    from app.models.intake import INTAKE_CHANNELS

    if source.kind not in KINDS:
        raise BadInput(
            f"{source.kind!r} is no kind of source.", hint="There are folder and imap.", field="kind"
        )
    place, login = text_field(source.place, "place"), source.login.strip()
    if source.kind == "imap":
        imap_place(place)
        if not login:
            raise BadInput("A mailbox needs a login.", hint="It is often the mail address.", field="login")
    if source.channel not in ("", *INTAKE_CHANNELS) or source.channel == "other":
        raise BadInput(f"There is no channel {source.channel!r}.", field="channel")
    if source.channel == "table" and not source.profile.strip():
        raise BadInput("Tables need an import profile.", hint="Name it, as in sample.", field="profile")
    if source.profile.strip():
        load_profile(source.profile.strip())
    if not LEAST_SECONDS <= source.every_s <= MOST_SECONDS:
        raise BadInput(
            f"Between two looks are {LEAST_SECONDS} to {MOST_SECONDS} seconds, not {source.every_s}.",
            field="every_s",
        )
    return {
        "name": text_field(source.name, "name"),
        "kind": source.kind,
        "place": place,
        "login": login if source.kind == "imap" else "",
        "channel": source.channel,
        "profile": source.profile.strip(),
        "active": source.active,
        "every_s": source.every_s,
    }


def password_of(place: str, login: str) -> str:
    """The password of a mailbox at this desk: kept in its keyring, or in the environment; empty where it is not known."""
    return kept_passwords.kept(place, login) or os.environ.get(PASSWORD, "")


def keep_password(place: str, login: str, password: str) -> None:
    """Keep a mailbox's password in the keyring of this desk; it never goes into the database."""
    kept_passwords.keep(place, login, password)
