"""People: who may sign in, with which roles; badges, passwords, PINs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.domain.permissions import Permission, Role
from app.errors import AppError
from app.qt.commands import command
from app.qt.table import Column
from app.qt.widgets import Button, Label, Section
from app.qt.words import language, mark, said, tr
from app.queries.pages import Ask, Connection, Page
from app.queries.staff import UserRow, user_count, user_detail, user_list
from app.services.approval_limits import Limit, approval_limits
from app.services.badges import set_badge, set_pin
from app.services.context import Context
from app.services.signs import print_badge
from app.services.user_changes import UserFields, edit_user
from app.services.users import (
    FILE_OWNER_NOTE,
    NewUser,
    add_user,
    disable_user,
    enable_user,
    reset_password,
)
from app.views.parts.form import Field, Form
from app.views.parts.limits_dialog import LimitsDialog, change_limits
from app.views.parts.record import RecordDrawer, RecordScreen
from app.views.person_menu import LANGUAGES, ROLES
from app.views.table_screen import Filter, Tab

CHOICES = tuple((role, ROLES[role.value]) for role in Role)


class Users(RecordScreen[UserRow]):
    """Who works with the program."""

    id, title, icon, group = "users", mark("Users"), "users", mark("Steer")
    topics = frozenset({"app_user"})
    right = Permission.USER_ADMIN
    columns: tuple[Column[UserRow], ...] = (  # type: ignore[misc]  # the class variable of the base, with its rows named
        Column("login", mark("Login"), lambda r: r.login, width=140, code=True, sort="login"),
        Column("name", mark("Name"), lambda r: r.name, width=200, sort="name"),
        Column(
            "roles",
            mark("Roles"),
            lambda r: ", ".join(tr(ROLES[role]) for role in r.roles if role in ROLES),
            width=280,
            stretch=True,
        ),
        Column("language", mark("Language"), lambda r: tr(dict(LANGUAGES)[r.language]), width=100),
        Column(
            "badge",
            mark("Badge"),
            lambda r: tr("has one") if r.badge else "",
            width=100,
            mark=lambda r: ("badge", "text2") if r.badge else None,
        ),
        Column(
            "active",
            mark("State"),
            lambda r: tr("Active") if r.active else tr("Disabled"),
            width=120,
            mark=lambda r: ("circle", "text2") if r.active else ("hold", "stop"),
        ),
    )
    sorted_by = ("login", False)
    tabs = (
        Tab("active", mark("Active"), {"active": True}),
        Tab("off", mark("Disabled"), {"active": False}),
        Tab("all", mark("All"), {}),
    )
    searches = mark("Login, name or badge")
    empty = (mark("Nobody"), mark("Press Ctrl+N to add somebody."))
    edits = Permission.USER_ADMIN
    new_title = mark("New person")
    taken = "login"
    fresh: Mapping[str, Any] = {"language": "en", "roles": ()}  # type: ignore[misc]  # as above
    fields = (
        Field(
            "login",
            mark("Login"),
            needed=True,
            fixed=True,
            help=mark("Small letters and digits, a letter first"),
        ),
        Field("name", mark("Name"), needed=True),
        Field(
            "password", mark("First password"), "secret", needed=True, help=mark("At least ten characters")
        ),
        Field("roles", mark("Roles"), "several", CHOICES, needed=True),
        Field("language", mark("Language"), "choice", LANGUAGES),
        Field("training", mark("In training: benches explain every step"), "flag"),
    )

    def filters(self) -> tuple[Filter, ...]:
        """Holders of a role."""
        return (Filter("role", mark("Role"), tuple(ROLES.items())),)

    def fetch(self, connection: Connection, ask: Ask) -> Page[UserRow]:
        """A page of people."""
        return user_list(connection, ask)

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return user_count(connection, ask)

    def detail(self, connection: Connection, key: Any) -> UserRow | None:
        """One person."""
        return user_detail(connection, key)

    def title_of(self, thing: UserRow) -> str:
        """The login."""
        return thing.login

    def values_of(self, thing: UserRow) -> Mapping[str, Any]:
        """What stands in the fields."""
        held = tuple(role for role in Role if role.value in thing.roles)
        named = {"login": thing.login, "name": thing.name, "roles": held, "language": thing.language}
        return named | {"training": thing.training}

    def more(self, drawer: RecordDrawer) -> None:
        """Badge, password, PIN, and whether the person may sign in."""
        self.way_in = Section(mark("Signing in"))
        self.badge = Label("", "base", "text2", wrap=True)
        self.new_badge = Button(mark("New badge"), "badge", "Ctrl+Shift+B")
        self.paper = Button(mark("Print the badge"), "print", "Ctrl+P")
        self.secret = Form(
            (Field("password", mark("New password"), "secret", help=mark("At least ten characters")),)
        )
        self.give_password = Button(mark("Set the password"))
        self.pin = Form((Field("pin", mark("New PIN"), "secret", help=mark("4 to 8 digits")),))
        self.give_pin = Button(mark("Set the PIN"))
        self.gate = Button(mark("Disable"), "hold", "Ctrl+D")
        self.note = Label("", "small", "text3", wrap=True)
        self._known = (
            *(self.way_in, self.badge, self.new_badge, self.paper, self.secret, self.give_password),
            *(self.pin, self.give_pin, self.gate),
        )
        for part in (*self._known, self.note):
            drawer.body.addWidget(part)
        self.new_badge.clicked.connect(self.make_badge)
        self.paper.clicked.connect(self.print_badge)
        self.give_password.clicked.connect(self._set_password)
        self.secret.saved.connect(self._set_password)
        self.give_pin.clicked.connect(self._set_pin)
        self.pin.saved.connect(self._set_pin)
        self.gate.clicked.connect(self.switch)

    def fill_more(self, thing: UserRow | None) -> None:
        """What can be done to a person who is there; a new one is given a first password instead."""
        new, there = ("password",), ("training",)
        self.form.show_only(new if thing is None else there, (*new, *there))
        for part in self._known:
            part.setVisible(thing is not None)
        self.note.say("" if self.ctx.db.postgresql else said(FILE_OWNER_NOTE))
        if thing is None:
            return
        if thing.badge:
            self.badge.set(mark("Badge {code}"), code=thing.badge)
        else:
            self.badge.set(mark("No badge yet"))
        self.secret.fill({}, new=True)
        self.pin.fill({}, new=True)
        self.paper.setVisible(bool(thing.badge))
        self.gate.set(mark("Disable") if thing.active else mark("Enable"))
        self.gate.set_sign("hold" if thing.active else "check")

    def add_new(self, values: dict[str, Any]) -> None:
        """Let the person sign in."""
        new = NewUser(values["login"], values["name"], values["roles"], values["language"])
        self.do(add_user, new, values["password"], then=self.added, failed=self.refused)

    def change(self, thing: UserRow, values: dict[str, Any]) -> None:
        """Keep name, roles and language."""
        held = self.values_of(thing)
        new = UserFields(values["name"], values["roles"], values["language"], values["training"])
        was = UserFields(held["name"], held["roles"], held["language"], held["training"])
        self.do(edit_user, thing.login, new, was, then=lambda _: self.kept(), failed=self.refused)

    def refused(self, error: AppError) -> None:
        """The last administrator stands beside the roles that were to be taken."""
        if error.code == "users.last_admin":
            self._busy = False
            self.form.refuse_field("roles", said(error))
        else:
            super().refused(error)

    # What is no field

    def can(self, command_id: str) -> bool:
        """These steps are about somebody who is there."""
        there = self.shown is not None and not self.is_new
        if command_id == "user.print-badge":
            return there and bool(self.shown.badge)
        if command_id in ("user.badge", "user.switch"):
            return there
        return super().can(command_id)

    @command(
        "user.new",
        mark("New person"),
        icon="plus",
        shortcut="Ctrl+N",
        right=Permission.USER_ADMIN,
        primary=True,
    )
    def new(self) -> None:
        """Empty fields for a new person."""
        self.begin(language=language())

    @command(
        "user.limits", mark("Approval limits"), icon="hand", shortcut="Ctrl+L", right=Permission.USER_ADMIN
    )
    def limits(self) -> None:
        """Up to which amount each role approves a question of an order."""

        def show(found: tuple[Limit, ...]) -> None:
            dialog = LimitsDialog(found, self)

            def done(_: int) -> None:
                dialog.accept()
                self.shell.tell(tr("The approval limits are kept."))

            dialog.kept.connect(
                lambda changes: self.do(change_limits, changes, then=done, failed=dialog.refuse)
            )
            dialog.open()

        self.read(approval_limits, then=show)

    @command(
        "user.badge",
        mark("New badge"),
        icon="badge",
        shortcut="Ctrl+Shift+B",
        right=Permission.USER_ADMIN,
        button=False,
    )
    def make_badge(self) -> None:
        """A badge made anew and sent to the printer; the one before opens nothing any more."""
        if self.shown is None:
            return
        login = self.shown.login

        def done(_: object) -> None:
            self.shell.tell(tr("{login} has a new badge; it is in the print queue.", login=login))
            self.refresh()

        self.do(_badge_and_paper, login, then=done)

    @command(
        "user.print-badge",
        mark("Print the badge"),
        icon="print",
        shortcut="Ctrl+P",
        right=Permission.USER_ADMIN,
        button=False,
    )
    def print_badge(self) -> None:
        """The badge once more."""
        if self.shown is None:
            return
        told = tr("The badge of {login} is in the print queue.", login=self.shown.login)
        self.do(print_badge, self.shown.login, then=lambda _: self.shell.tell(told))

    @command(
        "user.switch",
        mark("Disable or enable"),
        icon="hold",
        shortcut="Ctrl+D",
        right=Permission.USER_ADMIN,
        button=False,
    )
    def switch(self) -> None:
        """Let the person sign in no more, or again; Ctrl+Z takes it back."""
        person = self.shown
        if person is None:
            return
        away, back = (disable_user, enable_user) if person.active else (enable_user, disable_user)
        told = (
            tr("{login} may sign in no more.", login=person.login)
            if person.active
            else tr("{login} may sign in again.", login=person.login)
        )

        def undo() -> None:
            self.do(back, person.login, then=lambda _: self.open(person.id))

        def done(_: object) -> None:
            self.shell.tell(told, undo)
            self.refresh()

        self.do(away, person.login, then=done)

    def _set_password(self) -> None:
        values = self.secret.values()
        if values is None or self.shown is None:
            return
        login = self.shown.login

        def done(_: object) -> None:
            self.secret.fill({}, new=True)
            self.shell.tell(tr("{login} has a new password.", login=login))

        self.do(reset_password, login, values["password"], then=done, failed=self._refuser(self.secret))

    def _set_pin(self) -> None:
        values = self.pin.values()
        if values is None or self.shown is None:
            return
        login = self.shown.login

        def done(_: object) -> None:
            self.pin.fill({}, new=True)
            self.shell.tell(tr("{login} has a new PIN.", login=login))

        self.do(set_pin, login, values["pin"], then=done, failed=self._refuser(self.pin))

    def _refuser(self, form: Form) -> Any:
        def refused(error: AppError) -> None:
            if not form.refuse(error):
                self.shell.notices.refused(error)

        return refused


def _badge_and_paper(ctx: Context, login: str) -> str:
    """Make a badge and print it; the badge is there even where no paper can be drawn of it."""
    code = set_badge(ctx, login)
    print_badge(ctx, login)
    return code
