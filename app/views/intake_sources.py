"""Where orders are looked for: watched folders and mailboxes, how their files are read, and what was wrong with the last look."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.domain.permissions import Permission
from app.integrations.channels.loading import SHIPPED_PROFILES
from app.qt.commands import command
from app.qt.format import moment
from app.qt.table import Column
from app.qt.widgets import Label
from app.qt.words import mark, said, tr
from app.queries.intake import SourceRow, intake_sources, one_source
from app.queries.pages import Ask, Connection, Page
from app.services.context import Context
from app.services.intake_sources import (
    NewSource,
    add_source,
    edit_source,
    keep_password,
    remove_source,
)
from app.views.parts.form import Field
from app.views.parts.intake_words import CHANNELS
from app.views.parts.record import RecordDrawer, RecordScreen

KINDS = (("folder", mark("Folder")), ("imap", mark("Mailbox")))
_READ_AS = (
    ("", mark("Found out by content")),
    *((code, words) for code, words in CHANNELS.items() if code != "other"),
)
_OF_MAIL = ("login", "password")


class IntakeSources(RecordScreen[SourceRow]):
    """Folders and mailboxes."""

    id, title, icon, group = "intake-sources", mark("Order sources"), "import", mark("Steer")
    topics = frozenset({"intake_source", "job"})
    right = Permission.SITE_EDIT
    columns: tuple[Column[SourceRow], ...] = (  # type: ignore[misc]  # the class variable of the base, with its rows named
        Column("name", mark("Name"), lambda r: r.code, width=150, strong=True),
        Column(
            "kind",
            mark("Kind"),
            lambda r: tr(dict(KINDS)[r.kind]),
            width=110,
            mark=lambda r: ("folder" if r.kind == "folder" else "mail", "text2"),
            tone=lambda r: "text",
        ),
        Column("place", mark("Place"), lambda r: r.place, width=250, stretch=True),
        Column(
            "state",
            mark("State"),
            lambda r: said(r.error) if r.error else tr("In use") if r.active else tr("Out of use"),
            width=260,
            mark=lambda r: ("alert-circle", "stop") if r.error else ("circle", "text2"),
            tone=lambda r: "stop" if r.error else "text",
        ),
        Column(
            "polled", mark("Last look"), lambda r: moment(r.polled_at), width=112, raw=lambda r: r.polled_at
        ),
    )
    searches = mark("Name, place, login")
    empty = (mark("No sources"), mark("Press Ctrl+N to watch a folder or a mailbox."))
    edits = Permission.SITE_EDIT
    new_title = mark("New source")
    taken = "name"
    fresh: Mapping[str, Any] = {"kind": "folder", "active": True, "every_s": 60}  # type: ignore[misc]  # as above
    fields = (
        Field("name", mark("Name"), needed=True),
        Field("kind", mark("Kind"), "choice", KINDS),
        Field(
            "place",
            mark("Place"),
            needed=True,
            help=mark("A folder’s path, or imaps://mail.example.com/INBOX."),
        ),
        Field("login", mark("Login"), help=mark("As whom the mailbox is opened.")),
        Field(
            "password",
            mark("Password"),
            "secret",
            help=mark("Kept in this computer’s keyring alone; other desks have their own."),
        ),
        Field("channel", mark("Files are"), "choice", _READ_AS),
        Field("profile", mark("Import profile of tables"), "choice"),
        Field("every_s", mark("Seconds between two looks"), "number", needed=True),
        Field("active", mark("Orders are looked for here"), "flag"),
    )

    def build(self) -> None:
        """Make the parts; the profiles that there are can be chosen."""
        super().build()
        names = sorted(one.stem for one in SHIPPED_PROFILES.glob("*.toml"))
        self.form.offer("profile", [("", tr("None")), *((name, f"{name}.toml") for name in names)])
        self.form.widget("kind").currentIndexChanged.connect(self._show_fields)

    def fetch(self, connection: Connection, ask: Ask) -> Page[SourceRow]:
        """All sources."""
        return intake_sources(connection, ask)

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return len(intake_sources(connection, ask).rows)

    def detail(self, connection: Connection, key: Any) -> SourceRow | None:
        """One of them."""
        return one_source(connection, key)

    def values_of(self, thing: SourceRow) -> Mapping[str, Any]:
        """What stands in the fields; a password is never shown."""
        return {
            "name": thing.code,
            "kind": thing.kind,
            "place": thing.place,
            "login": thing.login,
            "password": "",
            "channel": thing.channel,
            "profile": thing.profile,
            "active": thing.active,
            "every_s": thing.every_s,
        }

    def more(self, drawer: RecordDrawer) -> None:
        """What was wrong with the last look."""
        self.trouble = Label("", "base", "stop", wrap=True)
        drawer.body.addWidget(self.trouble)

    def fill_more(self, thing: SourceRow | None) -> None:
        """Show the trouble, and the fields of the kind."""
        self._show_fields()
        self.trouble.say(said(thing.error) if thing is not None and thing.error else "")

    def _show_fields(self) -> None:
        mail = self.form.widget("kind").currentData() == "imap"
        self.form.show_only(_OF_MAIL if mail else (), _OF_MAIL)

    def add_new(self, values: dict[str, Any]) -> None:
        """Add the source."""
        self.do(_add, _source(values), str(values["password"]), then=self.added, failed=self.refused)

    def change(self, thing: SourceRow, values: dict[str, Any]) -> None:
        """Keep the fields."""
        self.do(
            _edit,
            thing.id,
            _source(values),
            thing.version,
            str(values["password"]),
            then=lambda _: self.kept(),
            failed=self.refused,
        )

    def can(self, command_id: str) -> bool:
        """Something must be there to be taken away."""
        if command_id == "source.remove":
            return self.shown is not None and not self.is_new
        return super().can(command_id)

    @command("source.remove", mark("Remove"), icon="trash", shortcut="Ctrl+Del", right=Permission.SITE_EDIT)
    def remove(self) -> None:
        """Take the source away; one from which orders came is switched off instead."""
        self.do(remove_source, self.shown.id, then=lambda _: self._gone())

    def _gone(self) -> None:
        self.shown = None
        self.shell.tell(tr("The source is taken away."))
        self.refresh()

    @command(
        "source.new",
        mark("New source"),
        icon="plus",
        shortcut="Ctrl+N",
        right=Permission.SITE_EDIT,
        primary=True,
    )
    def new(self) -> None:
        """Empty fields for a new one."""
        self.begin()


def _source(values: Mapping[str, Any]) -> NewSource:
    return NewSource(
        values["name"],
        values["kind"],
        values["place"],
        values["login"],
        values["channel"] or "",
        values["profile"] or "",
        values["active"],
        values["every_s"],
    )


def _add(ctx: Context, source: NewSource, password: str) -> int:
    made = add_source(ctx, source)
    if password and source.kind == "imap":
        keep_password(source.place, source.login, password)
    return made


def _edit(ctx: Context, source_id: int, source: NewSource, version: int, password: str) -> int:
    kept = edit_source(ctx, source_id, source, version)
    if password and source.kind == "imap":
        keep_password(source.place, source.login, password)
    return kept
