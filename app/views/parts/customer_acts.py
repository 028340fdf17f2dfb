"""What is done in a customer's account: contacts, notes, disputes and article numbers, each step with its way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.domain.permissions import Permission
from app.errors import AppError
from app.qt.commands import command
from app.qt.words import mark, tr
from app.queries.accounts import AccountRow, Holder
from app.services.accounts import (
    add_article,
    add_contact,
    add_note,
    edit_contact,
    remove_article,
    remove_contact,
    remove_note,
    restore_article,
    restore_note,
)
from app.services.disputes import (
    answer_dispute,
    drop_dispute,
    open_dispute,
    reopen_dispute,
    settle_dispute,
)
from app.views.parts.customer_drawer import CustomerDrawer
from app.views.parts.customer_forms import FORMS, TITLES, contact_of
from app.views.table_screen import TableScreen


class CustomerActs(TableScreen[AccountRow]):
    """The form beside the lists of an account, and the commands that change them."""

    details: CustomerDrawer
    holder: Holder | None
    _customer: int
    _new: bool

    @property
    def kind(self) -> str:
        """What the list holds."""
        return str(self._tab.filters["kind"])

    # The form

    def show_row(self, row: AccountRow | None) -> None:
        """Show the row's fields, where it has any."""
        if self._new:
            return
        if row is None or row.kind not in FORMS:
            self.details.show_form("", "")
            return
        self.details.show_form(row.kind, TITLES[row.kind][0])
        self._fill(row)

    def _fill(self, row: AccountRow | None) -> None:
        form = self.details.form
        if form is None:
            return
        form.lock(not self._may_change or (row is not None and row.kind == "dispute" and row.state != "open"))
        form.show_row(row)
        changeable = row is None or row.kind in ("contact", "dispute")
        self.details.save.setVisible(changeable)
        self.details.save.setEnabled(self.can("account.save"))

    @property
    def _may_change(self) -> bool:
        erased = self.holder is not None and self.holder.erased_at is not None
        return self.shell.allows(Permission.CUSTOMER_EDIT) and not erased

    def _leave_form(self) -> None:
        self._new = False
        self.show_row(self.current())

    # Commands

    def can(self, command_id: str) -> bool:
        """What the row, the list and the person allow."""
        row, may = self.current(), bool(self._customer) and self._may_change
        if command_id == "account.new":
            return may and self.kind in FORMS
        if command_id == "account.save":
            if self._new:
                return may
            return (
                may
                and row is not None
                and (row.kind == "contact" or (row.kind, row.state) == ("dispute", "open"))
            )
        if command_id == "account.remove":
            return may and row is not None and row.kind in ("contact", "note", "article")
        if command_id in ("account.settle", "account.drop"):
            return may and row is not None and (row.kind, row.state) == ("dispute", "open") and not self._new
        if command_id == "account.reopen":
            return may and row is not None and row.kind == "dispute" and row.state != "open"
        if command_id == "account.order":
            return bool(self._customer) and self.holder is not None and self.holder.erased_at is None
        if command_id == "account.about":
            return row is not None and row.kind in ("return", "dispute") and row.leads_to is not None
        return super().can(command_id)

    @command(
        "account.new",
        mark("Add"),
        icon="plus",
        shortcut="Ctrl+N",
        right=Permission.CUSTOMER_EDIT,
        primary=True,
    )
    def new(self) -> None:
        """Empty fields for a new row of this list."""
        self._new = True
        self.details.show_form(self.kind, TITLES[self.kind][1])
        self._fill(None)
        if self.details.form is not None:
            self.details.form.focus_first()
        self.update_commands()

    @command("account.save", mark("Save"), icon="check", shortcut="Ctrl+S", button=False)
    def store(self) -> None:
        """Keep the fields; what is refused is said beside its field."""
        form = self.details.form
        if form is None or not self.can("account.save"):
            return
        values = form.values()
        if values is None:
            return
        row = self.current()
        if self._new:
            self._add(form.kind, values)
        elif row is not None and row.kind == "contact":
            self._act(
                edit_contact,
                *(row.id, contact_of(values), row.version),
                back=lambda was: (edit_contact, was.contact_id, was.contact, was.version),
                words=tr("{name} is saved.", name=row.words),
            )
        elif row is not None:
            self._act(
                answer_dispute,
                *(row.id, values["answer"], row.version),
                back=lambda was: (answer_dispute, was.dispute_id, was.answer, was.version),
                words=tr("The answer is saved."),
            )

    def _add(self, kind: str, values: dict[str, Any]) -> None:
        whose = self._customer
        words = tr("{name} is added.", name=tr(TITLES[kind][0]))
        if kind == "contact":
            self._act(
                add_contact, whose, contact_of(values), back=lambda made: (remove_contact, made), words=words
            )
        elif kind == "note":
            self._act(add_note, whose, values["words"], back=lambda made: (remove_note, made), words=words)
        elif kind == "article":
            given = (whose, values["code"], values["sku"])
            self._act(add_article, *given, back=lambda made: (remove_article, made), words=words)
        else:
            answer = values["answer"]

            def opened(ctx: Any, *args: Any) -> int:
                made = open_dispute(ctx, *args)
                if answer:
                    answer_dispute(ctx, made, answer, 1)
                return made

            version = 2 if answer else 1
            said = (whose, values["subject"], values["words"], values["order"])
            self._act(opened, *said, back=lambda made: (drop_dispute, made, version), words=words)

    @command(
        "account.remove", mark("Take away"), icon="trash", shortcut="Ctrl+D", right=Permission.CUSTOMER_EDIT
    )
    def remove(self) -> None:
        """Take the row off the list; Ctrl+Z brings it back."""
        row = self.current()
        if row is None:
            return
        words = tr("Taken away.")
        if row.kind == "contact":
            back = lambda was: (add_contact, was.customer_id, was.contact)  # noqa: E731 - one of three of a kind
            self._act(remove_contact, row.id, back=back, words=words)
        elif row.kind == "note":
            self._act(remove_note, row.id, back=lambda _: (restore_note, row.id), words=words)
        else:
            self._act(remove_article, row.id, back=lambda was: (restore_article, was), words=words)

    @command(
        "account.settle",
        mark("Settle"),
        icon="check-circle",
        shortcut="Ctrl+L",
        right=Permission.CUSTOMER_EDIT,
    )
    def settle(self) -> None:
        """Close the dispute with the answer that stands in its field."""
        row, form = self.current(), self.details.form
        values = None if form is None else form.values()
        if row is None or form is None or values is None:
            return
        if not values["answer"]:
            form.refuse_field("answer", tr("Write down what was agreed."))
            return
        self._act(
            settle_dispute,
            *(row.id, values["answer"], row.version),
            back=lambda was: (reopen_dispute, was.dispute_id, was.answer, was.version),
            words=tr("The dispute is settled."),
        )

    @command(
        "account.drop",
        mark("Drop"),
        icon="close",
        shortcut="Ctrl+Shift+Del",
        button=False,
        right=Permission.CUSTOMER_EDIT,
    )
    def drop(self) -> None:
        """Close the dispute: nobody holds it up any more."""
        row = self.current()
        if row is not None:
            self._act(
                drop_dispute,
                *(row.id, row.version),
                back=lambda was: (reopen_dispute, was.dispute_id, was.answer, was.version),
                words=tr("The dispute is dropped."),
            )

    @command(
        "account.reopen",
        mark("Open again"),
        icon="undo",
        shortcut="Ctrl+R",
        button=False,
        right=Permission.CUSTOMER_EDIT,
    )
    def reopen(self) -> None:
        """Open the closed dispute again."""
        row = self.current()
        if row is not None:
            close = settle_dispute if row.state == "settled" else drop_dispute
            self._act(
                reopen_dispute,
                *(row.id, row.more, row.version),
                back=lambda was: (
                    (close, was.dispute_id, row.more, was.version)
                    if row.state == "settled"
                    else (close, was.dispute_id, was.version)
                ),
                words=tr("The dispute is open again."),
            )

    def _act(
        self, work: Callable[..., Any], *args: Any, back: Callable[[Any], tuple[Any, ...]], words: str
    ) -> None:
        """Do it, say so, and let Ctrl+Z do what `back` makes of the result."""

        def done(result: Any) -> None:
            self._new = False
            undo, *rest = back(result)
            self.shell.tell(words, lambda: self.do(undo, *rest, then=self._taken_back))
            self.view.setFocus()
            self.refresh()

        self.do(work, *args, then=done, failed=self._refused)

    def _taken_back(self, _: Any) -> None:
        self.shell.tell(tr("Taken back."))
        self.refresh()

    def _refused(self, error: AppError) -> None:
        if self.details.form is None or not self.details.form.refuse(error):
            self.shell.notices.refused(error)
