"""One pick list, line by line: confirmed by key or by the sheet's barcodes, verified by scans of place and product."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from app.domain.permissions import Permission
from app.domain.scan import Scan
from app.qt.commands import command
from app.qt.format import count, day
from app.qt.notices import Notice
from app.qt.table import Column
from app.qt.words import language, mark, tr, trn
from app.queries import pick_lists, returnable
from app.queries.pages import Ask, Connection, Page
from app.queries.pick_lists import ListHead, TaskRow
from app.queries.put_backs import AskedBackRow, asked_back_of_list
from app.services.labels import print_pick_list
from app.services.picking import Picked, Unpicked, pick_task, pick_wave, undo_pick
from app.services.put_backs import put_back as put_back_asked
from app.services.release import Recalled, recall_shipment
from app.services.resolver import Resolved
from app.services.shorts import ShortPicked, short_pick
from app.views.parts import floor_words
from app.views.parts.asked_back import AskedBackBar, in_words
from app.views.parts.floor_words import TASKS
from app.views.parts.pick_drawer import packs_in_words
from app.views.parts.pick_forms import ShortForm
from app.views.parts.pick_paper import show_pick_list
from app.views.parts.scans import look_up_scan
from app.views.table_screen import Tab, TableScreen


def _pieces(row: TaskRow) -> str:
    if row.state == "short":
        return tr("{picked} of {wanted}", picked=count(row.picked), wanted=count(row.qty))
    return count(row.qty)


class OnePickList(TableScreen[TaskRow]):
    """The lines of a list as they are walked."""

    id, title, icon, group, home = "pick-list", mark("Pick list"), "pick-lists", "", "pick-lists"
    topics = frozenset({"wave", "shipment", "put_back"})
    columns: tuple[Column[TaskRow], ...] = (  # type: ignore[misc]  # the class variable of the base, with its rows named
        Column("place", mark("Place"), lambda r: r.place, width=110, code=True, strong=True),
        Column("qty", mark("Pieces"), _pieces, width=84, right=True, strong=True, raw=lambda r: r.qty),
        Column("packs", mark("In packs"), lambda r: packs_in_words(r.packs), width=124),
        Column("sku", mark("SKU"), lambda r: r.sku, width=110, code=True),
        Column("name", mark("Product"), lambda r: r.name, width=200, stretch=True),
        Column("lot", mark("Lot"), lambda r: r.lot, width=100, code=True),
        Column(
            "expires", mark("Best before"), lambda r: day(r.expires_on), width=118, raw=lambda r: r.expires_on
        ),
        Column("shipment", mark("Shipment"), lambda r: r.shipment, width=150, code=True),
        Column("task", mark("Line"), lambda r: r.number, width=100, code=True),
        Column(
            "state",
            mark("State"),
            lambda r: floor_words.of(TASKS, r.state),
            width=100,
            mark=lambda r: floor_words.sign(TASKS, r.state),
        ),
    )
    tabs = (Tab("open", mark("To pick"), {"state": "open"}), Tab("all", mark("All lines")))
    empty = (mark("Everything is picked"), mark("The shipments wait at the packing bench. Esc goes back."))

    def build(self) -> None:
        """A list is short: it has no search."""
        self._list = 0
        self._list_head: ListHead | None = None
        self._place_seen = 0
        super().build()
        self.head.search.hide()
        self.short_form = ShortForm(self)
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.insertWidget(1, self.short_form)
        self.asked_back = AskedBackBar()
        whole.insertWidget(1, self.asked_back)
        self.short_form.cancelled.connect(self._leave_form)
        self.short_form.wanted.connect(self._short)

    def open(self, target: object) -> None:
        """Show a list (its id), the list of ("pick_task", id), or confirm the line of ("confirm", id, operation key)."""
        if not isinstance(target, tuple):
            self._show_list(target)
            return
        task_id = int(target[1])
        if target[0] == "confirm":
            self.do(
                pick_task,
                task_id,
                then=self._picked,
                key=f"{target[2]}:pick",
                lane="scans",
                failed=self._refused,
            )
        self._wanted = task_id
        self.read(pick_lists.list_of_task, task_id, then=self._show_list)

    def _show_list(self, wave_id: object) -> None:
        if not isinstance(wave_id, int):
            return
        if wave_id != self._list:
            self._list, self._place_seen = wave_id, 0
            self.table.read_once = False
        self._leave_form()
        self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        if self._list:
            self.read(pick_lists.list_head, self._list, then=self._is_about, latest="head")
            self.read(asked_back_of_list, self._list, then=self._asks_back, latest="asked")
        super().refresh()

    def _asks_back(self, found: tuple[AskedBackRow, ...]) -> None:
        self.asked_back.show_rows(found)
        self.update_commands()

    def _is_about(self, found: ListHead | None) -> None:
        self._list_head = found
        if found is not None:
            self.head.title.say(f"{found.number}  {found.picker}".rstrip())
        self.update_commands()

    def fetch(self, connection: Connection, ask: Ask) -> Page[TaskRow]:
        """All lines: a list is one walk."""
        rows = pick_lists.tasks(connection, self._list)
        wanted = ask.filters.get("state")
        return Page(tuple(row for row in rows if wanted is None or row.state == wanted), None)

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many lines there are."""
        return len(self.fetch(connection, ask).rows)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Enter and Esc."""
        return (("Return", mark("Picked")), ("Esc", mark("Pick lists")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the lists."""
        if event.key() == Qt.Key.Key_Escape:
            self.shell.go("pick-lists")
            return
        super().keyPressEvent(event)

    # Picking

    def opened(self, key: object) -> None:
        """Enter: the line was picked in full."""
        row = self.current()
        if row is not None and row.state == "open" and self.shell.allows(Permission.SHIPMENT_PICK):
            self._go_on_after(row)
            self.do(pick_task, row.id, then=self._picked)

    def _go_on_after(self, row: TaskRow) -> None:
        """The next line that is open becomes the current one."""
        at = self.table.row_of(row.id)
        after = [one for one in (*self.table.rows[at + 1 :], *self.table.rows[:at]) if one.state == "open"]
        self._wanted = after[0].id if after else None

    def _picked(self, done: Picked) -> None:
        self.shell.sounds.play("article" if done.finished else "good")
        left = trn("%n lines left.", done.tasks_left) if done.tasks_left else tr("The list is done.")
        words = trn("%n pieces picked.", done.pieces)
        ready = trn("%n shipments are ready to pack.", len(done.finished)) if done.finished else ""
        self.shell.tell(" ".join(part for part in (words, left, ready) if part))
        self.refresh()

    def _refused(self, error: Any) -> None:
        self.shell.sounds.play("stop")
        self.shell.notices.refused(error)
        self.refresh()

    def on_scan(self, scan: Scan, journal: int) -> bool:
        """A line's barcode confirms it; place and product are compared with the line that is current."""
        key = self.shell.scan_key(journal)
        look_up_scan(self, scan, journal, lambda found: self._scanned(found, key))
        return True

    def _scanned(self, found: Resolved, key: str) -> bool:
        if found.kind == "pick_task":
            row = next((one for one in self.table.rows if one.id == found.id), None)
            if row is not None:
                self._go_on_after(row)
            self.open(("confirm", found.id, key)) if row is None else self.do(
                pick_task, found.id, then=self._picked, failed=self._refused, key=f"{key}:pick", lane="scans"
            )
        elif found.kind == "pick_list":
            self._show_list(found.id)
        elif found.kind == "location":
            self._place_scanned(found)
        elif found.kind == "product":
            self._product_scanned(found)
        else:
            return False
        return True

    def _place_scanned(self, found: Resolved) -> None:
        row = self.current()
        here = [one for one in self.table.rows if one.place_id == found.id and one.state == "open"]
        if not here:
            wanted = row.place if row is not None else ""
            self._stop(
                tr("Wrong place."),
                tr("{place} is not on this list. Go to {wanted}.", place=found.label, wanted=wanted),
            )
            return
        self._place_seen = found.id
        if row is None or row.place_id != found.id:
            self.view.select_key(here[0].id)
        self.shell.sounds.play("good")
        self.shell.tell(
            tr(
                "{place} is right. Take {pieces} of {sku}.",
                place=found.label,
                pieces=count(here[0].left),
                sku=here[0].sku,
            )
        )

    def _product_scanned(self, found: Resolved) -> None:
        row = self.current()
        if row is None:
            return
        if row.product_id != found.id:
            same = (one for one in self.table.rows if one.product_id == found.id and one.state == "open")
            other = next((one for one in same if one.place_id == self._place_seen), None)
            if other is None:
                self._stop(
                    tr("Wrong product."),
                    tr(
                        "{sku} was scanned, {wanted} is to be picked from {place}.",
                        sku=found.label,
                        wanted=row.sku,
                        place=row.place,
                    ),
                )
                return
            row = other
            self.view.select_key(row.id)
        if found.lot and row.lot and found.lot != row.lot:
            self._stop(
                tr("Wrong lot."),
                tr("Lot {lot} was scanned, {wanted} is to be picked.", lot=found.lot, wanted=row.lot),
            )
            return
        self.shell.sounds.play("good")
        self.shell.tell(tr("{sku} is right. Enter confirms {pieces}.", sku=row.sku, pieces=count(row.left)))

    def _stop(self, title: str, words: str) -> None:
        self.shell.sounds.play("stop")
        self.shell.notices.add(Notice("stop", title, words))

    # Commands

    def can(self, command_id: str) -> bool:
        """By the line that is current and the state of the list."""
        row = self.current()
        is_open = self._list_head is not None and self._list_head.state == "open"
        if command_id in ("pick-list.all", "pick-list.print", "pick-list.preview"):
            return is_open
        if command_id == "pick-list.short":
            return row is not None and row.state == "open"
        if command_id == "pick-list.asked":
            return bool(self.asked_back.rows)
        if command_id == "pick-list.put_back":
            return row is not None and row.picked > 0 and row.shipment_state in ("picking", "picked")
        if command_id == "pick-list.recall":
            return row is not None and row.shipment_state in ("released", "picking")
        return True

    @command(
        "pick-list.recall",
        mark("Recall shipment"),
        icon="arrow-left",
        shortcut="Ctrl+D",
        right=Permission.SHIPMENT_RELEASE,
        button=False,
    )
    def recall(self) -> None:
        """Take the line's shipment off the list."""
        row = self.current()
        if row is not None:
            self.do(recall_shipment, row.shipment_id, then=self._recalled)

    def _recalled(self, done: Recalled) -> None:
        state = floor_words.of(floor_words.SHIPMENTS, done.state)
        self.shell.tell(tr("{number} is off the list: {state}.", number=done.number, state=state))
        self.refresh()

    @command("pick-list.preview", mark("Preview"), icon="eye", shortcut="F3", button=False)
    def preview(self) -> None:
        """Look at the sheet."""
        if self._list_head is not None:
            prints = self.print_list if self.shell.allows(Permission.PAPER_PRINT) else None
            show_pick_list(self, self._list, self._list_head.number, prints)

    @command("pick-list.print", mark("Print"), icon="print", shortcut="Ctrl+P", right=Permission.PAPER_PRINT)
    def print_list(self) -> None:
        """Print the lines that are still open."""
        number = self._list_head.number if self._list_head is not None else ""
        words = tr("{number} is sent to the printer.", number=number)
        self.do(print_pick_list, self._list, language(), then=lambda _: self.shell.tell(words))

    @command(
        "pick-list.put_back", mark("Put back"), icon="undo", shortcut="F9", right=Permission.SHIPMENT_PICK
    )
    def put_back(self) -> None:
        """Undo the pick of the current line: the goods are in their place again."""
        row = self.current()
        if row is not None:
            self.do(undo_pick, row.id, then=self._put_back)

    def _put_back(self, done: Unpicked) -> None:
        self.shell.tell(trn("%n pieces are back in their place.", done.pieces))
        self.refresh()

    @command(
        "pick-list.asked",
        mark("Asked back: done"),
        icon="undo",
        shortcut="F4",
        right=Permission.SHIPMENT_PICK,
    )
    def give_back(self) -> None:
        """The first goods that are asked back are in their place again."""
        asked = self.asked_back.rows[0]
        self.do(put_back_asked, asked.id, then=lambda _: self._given_back(asked))

    def _given_back(self, asked: AskedBackRow) -> None:
        self.shell.tell(tr("{goods}: back in their place.", goods=in_words(asked)))
        self.refresh()

    @command("pick-list.short", mark("Short"), icon="minus", shortcut="F7", right=Permission.SHIPMENT_PICK)
    def report_short(self) -> None:
        """Less is there than the list says."""
        row = self.current()
        if row is not None:
            self.read(returnable.reasons, "short", then=lambda found: self.short_form.ask(row, found))

    def _leave_form(self) -> None:
        self.short_form.hide()
        self.view.setFocus()

    def _short(self, row: TaskRow, found: int, reason: str) -> None:
        self._go_on_after(row)
        self.do(short_pick, row.id, found, reason, then=lambda done: self._shorted(row, done))

    def _shorted(self, row: TaskRow, done: ShortPicked) -> None:
        self._leave_form()
        parts = [trn("%n pieces of {sku} are missing.", done.missing, sku=row.sku)]
        if done.elsewhere:
            parts.append(trn("%n are to be taken from other places: see this list.", done.elsewhere))
        if done.backordered:
            parts.append(trn("%n follow as a backorder.", done.backordered))
        if done.waiting:
            parts.append(
                trn(
                    "{shipment} waits for %n pieces, since it ships complete.",
                    done.waiting,
                    shipment=row.shipment,
                )
            )
        parts.append(tr("{place} is marked to be counted.", place=row.place))
        self.shell.notices.add(
            Notice(
                "info" if not done.backordered and not done.waiting else "warn", tr("Short."), " ".join(parts)
            )
        )
        self.refresh()

    @command(
        "pick-list.all",
        mark("Confirm all as printed"),
        icon="check",
        shortcut="Ctrl+Return",
        right=Permission.SHIPMENT_PICK,
        primary=True,
    )
    def confirm_all(self) -> None:
        """Everything that is open was picked as it stands on the sheet."""
        self.do(pick_wave, self._list, then=self._picked)
