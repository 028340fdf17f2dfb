"""Views that people keep of a table: chosen as tabs, saved, renamed, shared and deleted by keyboard, each with its way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import msgspec
from PySide6.QtWidgets import QMenu

from app.errors import AppError
from app.qt.commands import command
from app.qt.notices import Notice
from app.qt.words import mark, tr
from app.queries.pages import Ask, Connection
from app.queries.saved_views import ViewRow, saved_views
from app.services.saved_views import DeletedView, ViewFields, change_view, delete_view, save_view
from app.views.parts.kept_view import Kept, kept_text, read_kept
from app.views.parts.narrowing import Narrowing
from app.views.parts.tabs import Tab
from app.views.parts.view_dialog import ViewDialog

TOPIC = "saved_view"


class Keeping(Narrowing):
    """The part of a table's screen that keeps views."""

    _kept_views: dict[str, Kept]
    _views_of: str = ""
    """Whose views were read; empty: they are to be read."""
    _awaited: int = 0
    """The id of the view that was just saved: it is shown as soon as it is there."""

    @property
    def builtin(self) -> tuple[Tab, ...]:
        """The screen's own views; one that has none shows all its rows."""
        return self.tabs or (Tab("all", ""),)

    def stale(self, topics: frozenset[str]) -> None:
        """Somebody kept, shared or deleted a view."""
        if topics & {TOPIC, "everything"}:
            self._views_of = ""
            if self.isVisible():
                self._read_views()
        super().stale(topics)

    def _read_views(self) -> None:
        actor = self.ctx.actor
        if self._views_of != actor:
            self._views_of = actor
            self.read(
                saved_views, self.id, actor, then=self._views_came, failed=lambda _: None, latest="views"
            )

    def _views_came(self, rows: tuple[ViewRow, ...]) -> None:
        known = {one.name: one for one in self.filters()}
        fresh = {f"kept-{row.id}": read_kept(row, self.builtin, known) for row in rows}
        if fresh != self._kept_views:
            self._show_tabs(fresh)
        awaited = f"kept-{self._awaited}"
        if awaited in self._kept_views:
            self._awaited = 0
            self.choose_tab(awaited)
        self._count()

    def _show_tabs(self, fresh: dict[str, Kept]) -> None:
        """One tab a kept view, behind those of the screen."""
        shown = self._tab_shown
        if shown in self._kept_views and shown not in fresh:
            self.view.own_columns()
            self.chips.name_view("")
            self._tab_shown = shown = self._tab.id
        if shown in self.head.tabs.keys:
            self.head.tabs.choose(shown if shown not in self._kept_views else self._tab.id)
        for key in self._kept_views:
            self.head.tabs.remove(key)
        self._kept_views = fresh
        for key, one in fresh.items():
            self.head.tabs.add(key, one.row.name, data=True)
        self.chips.name_view(fresh[shown].row.name if shown in fresh else "")
        if shown in self.head.tabs.keys:
            self.head.tabs.choose(shown)

    def choose_tab(self, tab_id: str) -> None:
        """Show another view, one of the screen's or one that is kept."""
        if tab_id == self._tab_shown:
            return
        kept = self._kept_views.get(tab_id)
        self.chips.name_view("" if kept is None else kept.row.name)
        if kept is None:
            if self._tab_shown in self._kept_views:  # what belonged to the kept view goes with it
                self.view.own_columns()
                self._set.clear()
                self.head.search.clear()
                self._paint_chips()
            super().choose_tab(tab_id)
            return
        self._tab_shown, self._tab, self._set = tab_id, kept.tab, dict(kept.set)
        self.head.tabs.choose(tab_id)
        self.head.search.setText(kept.text)
        self.view.own_columns()
        if kept.columns:
            self.view.show_columns(kept.columns, lent=True)
        self._paint_chips()
        self.table.marked.clear()
        self.table.ask = replace(self.table.ask, sort=kept.sort, descending=kept.descending)
        self._ask_anew()
        if kept.lost:
            names = ", ".join(kept.lost)
            words = tr("It asks for what this program does not know: {names}.", names=names)
            self.shell.notices.add(Notice("warn", kept.row.name, words))

    def _kept_counts(self, count: Callable[[Connection, Ask], int]) -> Callable[[Connection], dict[str, int]]:
        asks = {key: one.ask() for key, one in self._kept_views.items() if key != self._tab_shown}

        def counts(connection: Connection) -> dict[str, int]:
            found = {}
            for key, ask in asks.items():
                try:
                    found[key] = count(connection, ask)
                except AppError:  # a shared view may ask for what this person may not know
                    continue
            return found

        return counts

    @property
    def _current_view(self) -> Kept | None:
        return self._kept_views.get(self._tab_shown)

    @property
    def _own_view(self) -> Kept | None:
        """The kept view that is shown, where it is the person's own."""
        now = self._current_view
        return now if now is not None and now.row.owner == self.ctx.actor else None

    def _view_now(self, name: str, shared: bool) -> ViewFields:
        """What is shown now, under a name."""
        keys = [key for key, _, shown in self.view.columns_now() if shown]
        columns = msgspec.json.encode(keys).decode()
        return ViewFields(name, shared, kept_text(self._tab, self._set, self.ask()), columns)

    @command("table.save_view", mark("Save view"), icon="plus", shortcut="Ctrl+Shift+S", button=False)
    def keep_view(self) -> None:
        """Keep what is shown under a name; under the name of a view of one's own, in its place."""
        now = self._own_view
        name, shared = (now.row.name, now.row.shared) if now is not None else ("", False)
        dialog = ViewDialog(tr("Save view"), name, shared, self)
        dialog.given.connect(self._keep_as)
        dialog.open()

    def _keep_as(self, name: str, shared: bool) -> None:
        mine = (one for one in self._kept_views.values() if one.row.owner == self.ctx.actor)
        same = next((one for one in mine if one.row.name == name), None)
        if same is not None:
            self._change_view(same, self._view_now(name, shared))
            return

        def saved(view_id: int) -> None:
            self._awaited = view_id
            self._told_view(
                tr("View {name} is kept.", name=name),
                lambda: self.do(delete_view, view_id, 1, then=lambda _: self._told_view(tr("Taken back."))),
            )

        self.do(save_view, self.id, self._view_now(name, shared), then=saved)

    def _change_view(self, kept: Kept, fields: ViewFields) -> None:
        before = kept.fields()

        def changed(version: int) -> None:
            self._told_view(
                tr("View {name} is changed.", name=fields.name),
                lambda: self.do(
                    change_view,
                    kept.row.id,
                    before,
                    version,
                    then=lambda _: self._told_view(tr("Taken back.")),
                ),
            )

        self.do(change_view, kept.row.id, fields, kept.row.version, then=changed)

    def _delete_view(self, kept: Kept) -> None:
        def deleted(gone: DeletedView) -> None:
            self._told_view(
                tr("View {name} is deleted.", name=gone.fields.name),
                lambda: self.do(
                    save_view, gone.screen, gone.fields, then=lambda _: self._told_view(tr("Taken back."))
                ),
            )

        self.do(delete_view, kept.row.id, kept.row.version, then=deleted)

    def _told_view(self, words: str, undo: Callable[[], None] | None = None) -> None:
        self.shell.tell(words, undo)
        self._views_of = ""
        self._read_views()

    @command("table.views", mark("Views"), icon="star", shortcut="Ctrl+Shift+V", button=False)
    def choose_view(self) -> None:
        """Choose a kept view, and what is done with the one that is shown."""
        self.views_menu().exec(self.chips.under_views())

    def views_menu(self) -> QMenu:
        """Every kept view; then what can be done with the one that is shown."""
        menu = QMenu(self)
        for key, one in self._kept_views.items():
            own = one.row.owner == self.ctx.actor
            entry = menu.addAction(one.row.name if own else f"{one.row.name} ({one.row.owner_name})")
            entry.setCheckable(True)
            entry.setChecked(key == self._tab_shown)
            entry.triggered.connect(lambda _=False, key=key: self.choose_tab(key))
        menu.addSeparator()
        menu.addAction(tr("Save view") + "\tCtrl+Shift+S").triggered.connect(self.keep_view)
        now = self._own_view
        if now is None:
            return menu
        row = now.row
        menu.addAction(tr("Keep what is shown")).triggered.connect(
            lambda: self._change_view(now, self._view_now(row.name, row.shared))
        )
        menu.addAction(tr("Rename")).triggered.connect(lambda: self._rename_view(now))
        words = tr("Share no longer") if row.shared else tr("Share with everybody")
        menu.addAction(words).triggered.connect(
            lambda: self._change_view(now, replace(now.fields(), shared=not row.shared))
        )
        menu.addAction(tr("Delete view")).triggered.connect(lambda: self._delete_view(now))
        return menu

    def _rename_view(self, kept: Kept) -> None:
        dialog = ViewDialog(tr("Rename"), kept.row.name, kept.row.shared, self)
        dialog.given.connect(
            lambda name, shared: self._change_view(kept, replace(kept.fields(), name=name, shared=shared))
        )
        dialog.open()
