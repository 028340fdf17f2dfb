"""A list of things with their fields beside it: one is added, changed and kept by keyboard; the pattern of the base data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.permissions import Permission
from app.errors import AppError, Conflict
from app.qt.commands import command
from app.qt.widgets import Button, Drawer
from app.qt.words import mark, tr
from app.queries.pages import Connection
from app.views.parts.form import Field, Form
from app.views.table_screen import TableScreen

R = TypeVar("R")


class RecordDrawer(Drawer):
    """The fields of one thing, the button that keeps them, and whatever the screen puts beneath."""

    def __init__(self, fields: Iterable[Field], parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.open_button.hide()
        self.form = Form(tuple(fields), self.body.parentWidget())
        self.save = Button(mark("Save"), "check", "Ctrl+S", "primary")
        self.body.addWidget(self.form)
        self.body.addWidget(self.save)


class RecordScreen(TableScreen[R]):
    """A table whose drawer is a form.

    A subclass names its fields and the right to change them, and says how one thing is read (`detail`), shown (`values_of`,
    `title_of`), added and changed (`add_new`, `change`). Its own command for a new one calls `begin`.
    """

    fields: ClassVar[tuple[Field, ...]] = ()
    edits: ClassVar[Permission]
    """What a person must be allowed to change anything here."""
    new_title: ClassVar[str] = ""
    """What the drawer is called while the thing is new; English inside `mark(...)`."""
    fresh: ClassVar[Mapping[str, Any]] = {}
    """What stands in the fields of a new one."""
    taken: ClassVar[str] = "code"
    """The field that is refused where the thing is there already."""

    def detail(self, connection: Connection, key: Any) -> Any:
        """One thing as it is edited, None where it is gone; called off the main thread."""
        raise NotImplementedError

    def title_of(self, thing: Any) -> str:
        """What the drawer is called."""
        return str(thing.code)

    def values_of(self, thing: Any) -> Mapping[str, Any]:
        """What stands in the fields."""
        raise NotImplementedError

    @property
    def makes_new(self) -> bool:
        """Whether fields of a new one are shown."""
        return self.is_new

    def add_new(self, values: dict[str, Any]) -> None:
        """Make a new one: `self.do(..., then=self.added, failed=self.refused)`."""
        raise NotImplementedError

    def change(self, thing: Any, values: dict[str, Any]) -> None:
        """Change it: `self.do(..., then=lambda _: self.kept(), failed=self.refused)`."""
        raise NotImplementedError

    def fill_more(self, thing: Any) -> None:
        """Show what stands beneath the fields; None while the thing is new."""

    def check(self, values: dict[str, Any]) -> bool:
        """Say beside the fields what only several of them together show; False where something was said."""
        return True

    @property
    def may_edit(self) -> bool:
        """Whether the person may change anything here."""
        return self.shell.allows(self.edits)

    def build(self) -> None:
        """Make the parts."""
        self.shown: Any = None
        self.is_new = False
        self.dirty = False
        self._busy = False
        super().build()

    def make_drawer(self) -> QWidget:
        """The form."""
        self.record = RecordDrawer(self.fields, self)
        self.form = self.record.form
        self.record.closed.connect(self.cancel)
        self.record.save.clicked.connect(self.store)
        self.form.saved.connect(self.store)
        self.form.edited.connect(self._edited)
        self.record.hide()
        self.more(self.record)
        self.record.body.addStretch()
        return self.record

    def more(self, drawer: RecordDrawer) -> None:
        """Add widgets beneath the fields."""

    def _edited(self) -> None:
        self.dirty = True

    # What is shown

    def show_row(self, row: R | None) -> None:
        """Read the thing that is current."""
        if self.is_new:
            return
        if row is None:
            self._show(None)
            return
        key = self.key_of(row)
        self.read(self.detail, key, then=self._show, latest="detail")

    def _show(self, thing: Any) -> None:
        if self.is_new:
            return
        if self.dirty and thing is not None and self.shown is not None and thing.id == self.shown.id:
            return  # somebody is typing here: what another desk changed is told when this is saved
        self.shown = thing
        self.record.setVisible(thing is not None)
        if thing is not None:
            self._fill(self.title_of(thing), self.values_of(thing))
            self.fill_more(thing)
        self.update_commands()

    def _fill(self, title: str, values: Mapping[str, Any]) -> None:
        self.record.set_title(title)
        self.form.lock(not self.may_edit)
        self.form.fill(values, new=self.is_new)
        self.record.save.setEnabled(self.may_edit)
        self.dirty = False

    def opened(self, key: object) -> None:
        """Enter goes into the fields."""
        self.form.focus_first()

    def begin(self, **values: Any) -> None:
        """Empty fields for a new one."""
        self.is_new = True
        self.record.show()
        self._fill(tr(self.new_title), {**self.fresh, **values})
        self.fill_more(None)
        self.form.focus_first()
        self.update_commands()

    def refresh(self) -> None:
        """Read the list again, and what is shown beside it."""
        super().refresh()
        if self.shown is not None and self.current() is not None:
            self.show_row(self.current())

    # What is looked for

    def search_of(self, connection: Connection, target: Any) -> str:
        """A thing's code finds it."""
        thing = self.detail(connection, target)
        return "" if thing is None else self.title_of(thing)

    # What is kept

    def can(self, command_id: str) -> bool:
        """Saving needs something to be saved, and the right."""
        if command_id == "record.save":
            return self.may_edit and (self.is_new or self.shown is not None)
        return super().can(command_id)

    @command("record.save", mark("Save"), icon="check", shortcut="Ctrl+S", button=False)
    def store(self) -> None:
        """Keep the fields; what is refused is said beside its field."""
        if self._busy or not self.can("record.save"):
            return
        values = self.form.values()
        if values is None or not self.check(values):
            return
        self._busy = True
        if self.is_new:
            self.add_new(values)
        else:
            self.change(self.shown, values)

    def refused(self, error: AppError) -> None:
        """A service said no: beside the field that it names, else as a message."""
        self._busy = False
        if self.form.refuse(error):
            return
        rule = str(error.facts.get("rule", ""))
        if (
            self.is_new
            and isinstance(error, Conflict)
            and rule
            and self.form.refuse_field(self.taken, tr("This is taken."))
        ):
            return
        self.shell.notices.refused(error)

    def added(self, key: object) -> None:
        """A new one is there: show it among the others."""
        self._busy = False
        self.is_new = self.dirty = False
        self.shell.tell(tr("{name} is added.", name=self._name()))
        self._wanted, self._sought = key, False
        self.refresh()
        self.view.setFocus()

    def kept(self) -> None:
        """The fields are kept."""
        self._busy = False
        self.dirty = False
        self.shell.tell(tr("{name} is saved.", name=self._name()))
        self.refresh()
        self.view.setFocus()

    def _name(self) -> str:
        if self.shown is not None and not self.is_new:
            return self.title_of(self.shown)
        widget = self.form.widget(self.taken)
        return str(widget.text())

    @command("record.cancel", mark("Leave the fields"), shortcut="Esc", button=False)
    def cancel(self) -> None:
        """Back to the table, what was typed is as it was; from the search field, the search ends."""
        search = self.head.search
        if search.hasFocus() or (self.view.hasFocus() and not self.is_new and search.text()):
            search.clear()
        self.is_new = self.dirty = False
        self.show_row(self.current())
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.update_commands()

    def leave(self) -> bool:
        """What was typed and not kept holds the window."""
        if not self.dirty:
            return True
        self.shell.go(self.id)
        self.shell.tell(tr("What you typed is not saved: Ctrl+S keeps it, Esc leaves it."))
        return False
