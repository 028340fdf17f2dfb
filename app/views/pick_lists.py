"""Pick lists: shipments that wait are released onto one list; lists are printed and confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.permissions import Permission
from app.domain.scan import Scan
from app.qt.commands import command
from app.qt.format import count, day, moment
from app.qt.notices import Notice
from app.qt.table import Column
from app.qt.words import language, mark, tr, trn
from app.queries import pick_lists, places
from app.queries.pages import Ask, Connection, Page
from app.queries.pick_lists import PickRow
from app.services.context import Context
from app.services.labels import Stored, print_pick_list
from app.services.picking import Picked, pick_wave
from app.services.release import Released, recall_shipment, release_shipments
from app.services.resolver import Resolved
from app.views.parts import floor_words
from app.views.parts.floor_words import LISTS, SHIPMENTS
from app.views.parts.pick_drawer import PickDrawer
from app.views.parts.pick_paper import show_pick_list
from app.views.parts.scans import look_up_scan
from app.views.table_screen import Tab, TableScreen

_HELD = ("pause", "stop")


def _state(row: PickRow) -> str:
    if row.held:
        return tr("On hold")
    return floor_words.of(LISTS if row.kind == "list" else SHIPMENTS, row.state)


def _sign(row: PickRow) -> tuple[str, str] | None:
    if row.held:
        return _HELD
    return floor_words.sign(LISTS if row.kind == "list" else SHIPMENTS, row.state)


def _progress(row: PickRow) -> str:
    return tr("{done} of {lines}", done=count(row.done), lines=count(row.lines)) if row.kind == "list" else ""


def _for(row: PickRow) -> str:
    if row.kind == "shipment":
        return row.who
    shipments = trn("%n shipments", row.shipments)
    return f"{row.who} · {shipments}" if row.who else shipments


class PickLists(TableScreen[PickRow]):
    """What waits for a list, and the lists."""

    id, title, icon, group = "pick-lists", mark("Pick lists"), "pick-lists", mark("Ship")
    topics = frozenset({"shipment", "wave", "order_hold", "sales_order"})
    ticks = True
    columns: tuple[Column[PickRow], ...] = (  # type: ignore[misc]  # the class variable of the base, with its rows named
        Column("number", mark("Number"), lambda r: r.number, width=150, code=True),
        Column("for", mark("For"), _for, width=200, stretch=True),
        Column(
            "state", mark("State"), _state, width=120, mark=_sign, tone=lambda r: "stop" if r.held else "text"
        ),
        Column("due", mark("Promise"), lambda r: day(r.due), width=90, raw=lambda r: r.due),
        Column("carrier", mark("Carrier"), lambda r: r.carrier or tr("own delivery"), width=150),
        Column("lines", mark("Lines"), lambda r: count(r.lines), width=70, right=True, raw=lambda r: r.lines),
        Column(
            "pieces", mark("Pieces"), lambda r: count(r.pieces), width=76, right=True, raw=lambda r: r.pieces
        ),
        Column("progress", mark("Picked"), _progress, width=90, right=True, raw=lambda r: r.done),
        Column("at", mark("Made"), lambda r: moment(r.at), width=120, raw=lambda r: r.at),
        Column("order", mark("Order"), lambda r: r.order_number, width=140, code=True, hidden=True),
    )
    tabs = (
        Tab("to_release", mark("To release"), {"view": "to_release"}),
        Tab("open", mark("Open lists"), {"view": "open"}),
        Tab("done", mark("Done"), {"view": "done"}),
    )
    searches = mark("Number or customer")
    empty = (mark("Nothing waits here"), mark("Reserved orders come by themselves."))

    def build(self) -> None:
        """Make the table."""
        self._warehouse = 0
        super().build()
        self._fit_columns()

    def here(self, connection: Connection) -> int:
        """The warehouse of this desk."""
        if not self._warehouse:
            self._warehouse = places.home(connection, self.ctx.desk)
        return self._warehouse

    def fetch(self, connection: Connection, ask: Ask) -> Page[PickRow]:
        """A page of shipments or lists."""
        return pick_lists.rows(connection, ask, self.here(connection))

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return pick_lists.count_rows(connection, ask, self.here(connection))

    def key_of(self, row: PickRow) -> object:
        """Shipments and lists have numbers of their own."""
        return row.kind, row.id

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Space and Enter."""
        return (("Space", mark("Select")), ("Return", mark("Open")))

    def choose_tab(self, tab_id: str) -> None:
        """Show another view, with the columns that it has a use for."""
        super().choose_tab(tab_id)
        self._fit_columns()

    def _fit_columns(self) -> None:
        lists = self._tab.id not in ("", "to_release")
        self.view.reveal(("due", "carrier", "order"), not lists)
        self.view.reveal(("progress", "at"), lists)

    # The drawer

    def make_drawer(self) -> QWidget:
        """The details beside the table."""
        self.details = PickDrawer(self.shell.go)
        self.details.closed.connect(self._close_drawer)
        self.details.opened.connect(lambda: self.opened(None))
        return self.details

    def _close_drawer(self) -> None:
        self.details.hide()
        self.view.setFocus()

    def show_row(self, row: PickRow | None) -> None:
        """Tell more of a shipment or a list."""
        if row is None:
            return
        self.details.begin(row)
        query = pick_lists.tasks if row.kind == "list" else pick_lists.content
        self.read(
            query,
            row.id,
            then=lambda found: self.details.fill(row, found),
            failed=lambda _: None,
            latest="details",
        )

    def opened(self, key: object) -> None:
        """Enter: the list, line by line; or the shipment."""
        row = self.current()
        if row is not None:
            self.shell.go("pick-list" if row.kind == "list" else "shipments", row.id)

    def open(self, target: object) -> None:
        """Show a list by its id, or the list of ("pick_task", id)."""
        self.shell.go("pick-list", target)

    # Scans

    def on_scan(self, scan: Scan, journal: int) -> bool:
        """A sheet opens its list, a line is confirmed, a shipment is found."""
        look_up_scan(self, scan, journal, lambda found: self._scanned(found, self.shell.scan_key(journal)))
        return True

    def _scanned(self, found: Resolved, key: str) -> bool:
        if found.kind == "pick_list":
            self.shell.go("pick-list", found.id)
        elif found.kind == "pick_task":
            self.shell.go("pick-list", ("confirm", found.id, key))
        elif found.kind == "shipment":
            self.search_for(found.label)
        else:
            return False
        return True

    # Commands

    def can(self, command_id: str) -> bool:
        """Shipments are released, lists are printed and confirmed."""
        rows = self.chosen()
        if command_id == "pick-lists.make":
            return any(row.kind == "shipment" for row in rows)
        if command_id == "pick-lists.confirm":
            return len(rows) == 1 and rows[0].kind == "list" and rows[0].state == "open"
        if command_id in ("pick-lists.preview", "pick-lists.print"):
            return bool(rows) and all(row.kind == "list" and row.state == "open" for row in rows)
        return True

    @command(
        "pick-lists.make",
        mark("Make list"),
        icon="release",
        shortcut="Ctrl+Return",
        right=Permission.SHIPMENT_RELEASE,
        primary=True,
    )
    def make(self) -> None:
        """Release the chosen shipments onto one list; those on hold are left out and named."""
        chosen = [row for row in self.chosen() if row.kind == "shipment"]
        held = [row for row in chosen if row.held]
        ids = tuple(row.id for row in chosen if not row.held)
        if held:
            numbers = ", ".join(row.number for row in held)
            words = tr("On hold and left out: {numbers}. Release the hold first.", numbers=numbers)
            self.shell.notices.add(Notice("warn", tr("Left out."), words))
        if ids:
            self.do(release_shipments, ids, then=self._made)

    def _made(self, made: Released) -> None:
        self.untick()
        for one in made.left_out:
            lacking = ", ".join(
                tr("{sku}: {wanted} wanted, {free} free", sku=short.sku, wanted=short.wanted, free=short.free)
                for short in one.short
            )
            words = tr("{number} is left out. {lacking}.", number=one.number, lacking=lacking)
            self.shell.notices.add(Notice("warn", tr("Left out."), words))
        words = trn("%n lines on {number}. Print it with Ctrl+P.", made.tasks, number=made.number)
        self.shell.tell(words, lambda: self.do(_call_back, made.shipment_ids, then=self._called_back))
        self._wanted = ("list", made.wave_id)
        # What found the shipments, a customer's name perhaps, would hide the list that they are on now.
        self.head.search.clear()
        self.choose_tab("open")
        self.view.setFocus()

    def _called_back(self, number: int) -> None:
        self.shell.tell(trn("%n shipments called back.", number))
        self.refresh()

    @command("pick-lists.preview", mark("Preview"), icon="eye", shortcut="F3")
    def preview(self) -> None:
        """Look at the sheet."""
        row = self.current()
        if row is not None:
            prints = self.print_lists if self.shell.allows(Permission.PAPER_PRINT) else None
            show_pick_list(self, row.id, row.number, prints)

    @command("pick-lists.print", mark("Print"), icon="print", shortcut="Ctrl+P", right=Permission.PAPER_PRINT)
    def print_lists(self) -> None:
        """Print the chosen lists."""
        for row in self.chosen():
            self.do(print_pick_list, row.id, language(), then=partial(self._printed, row.number))

    def _printed(self, number: str, _: Stored) -> None:
        self.shell.tell(tr("{number} is sent to the printer.", number=number))

    @command(
        "pick-lists.confirm",
        mark("Confirm as printed"),
        icon="check",
        shortcut="Ctrl+L",
        right=Permission.SHIPMENT_PICK,
    )
    def confirm(self) -> None:
        """Everything on the list was picked as it stands there."""
        rows = self.chosen()
        if len(rows) == 1:
            self.do(pick_wave, rows[0].id, then=self._picked)

    def _picked(self, done: Picked) -> None:
        self.untick()
        self.shell.sounds.play("good")
        self.shell.tell(
            trn("%n shipments of {number} are ready to pack.", len(done.finished), number=done.wave_number)
        )
        self.refresh()


def _call_back(ctx: Context, shipment_ids: Sequence[int]) -> int:
    for shipment_id in shipment_ids:
        recall_shipment(ctx, shipment_id)
    return len(shipment_ids)
