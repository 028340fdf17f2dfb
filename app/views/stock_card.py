"""The stock card: every move of one product, newest first, each with what it belongs to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.domain.permissions import Permission
from app.qt.commands import command
from app.qt.format import count, moment
from app.qt.table import Column
from app.qt.words import language, mark, tr
from app.queries import stock_card
from app.queries.pages import Ask, Connection, Page
from app.queries.stock_card import CardRow, Subject
from app.services.counting import REASON as COUNTED
from app.services.stock import Moved, undo_adjustment, undo_moves
from app.views.parts import floor_words
from app.views.parts.floor_words import MOVES
from app.views.table_screen import Tab, TableScreen

_SCREENS = {"shipment": "shipments", "return": "return-list", "purchase_order": "goods-in"}


def _qty(row: CardRow) -> str:
    return (
        f"+{count(row.qty)}"
        if row.sign > 0
        else f"\u2212{count(row.qty)}"
        if row.sign < 0
        else count(row.qty)
    )


def _lot(row: CardRow) -> str:
    if row.to_status:
        words = " ".join(part for part in (row.to_lot, tr(floor_words.LOTS[row.to_status])) if part)
        return f"{row.lot} \N{RIGHTWARDS ARROW} {words}".strip()
    return row.lot


def _what(row: CardRow) -> str:
    words = tr(MOVES[row.kind][1])
    return tr("Undo: {what}", what=words) if row.reverses else words


def _tone(row: CardRow) -> str:
    return "text3" if row.undone or row.reverses else "text"


class StockCard(TableScreen[CardRow]):
    """One product's moves."""

    id, title, icon, group, home = "stock-card", mark("Stock card"), "history", "", "stock"
    topics = frozenset({"stock"})
    columns: tuple[Column[CardRow], ...] = (  # type: ignore[misc]  # the class variable of the base, with its rows named
        Column("at", mark("When"), lambda r: moment(r.at), width=130, raw=lambda r: r.at),
        Column(
            "kind",
            mark("What"),
            _what,
            width=170,
            mark=lambda r: (MOVES[r.kind][0], _tone(r)),
            tone=_tone,
        ),
        Column(
            "qty",
            mark("Pieces"),
            _qty,
            width=80,
            right=True,
            strong=True,
            raw=lambda r: r.qty * r.sign if r.sign else r.qty,
            tone=lambda r: "text3" if r.undone or r.reverses else "good" if r.sign > 0 else "text",
        ),
        Column("from", mark("From"), lambda r: r.source, width=120, code=True, tone=_tone),
        Column("to", mark("To"), lambda r: r.target, width=120, code=True, tone=_tone),
        Column("lot", mark("Lot"), _lot, width=120, code=True, tone=_tone),
        Column("serial", mark("Serial number"), lambda r: r.serial, width=110, code=True, hidden=True),
        Column("who", mark("Who"), lambda r: r.actor, width=110),
        Column("desk", mark("Desk"), lambda r: r.desk, width=80),
        Column("document", mark("Belongs to"), lambda r: r.number, width=150, code=True),
        Column(
            "reason",
            mark("Reason"),
            lambda r: floor_words.reason(r.reason, r.reason_en, r.reason_fr, language()),
            width=120,
            stretch=True,
        ),
    )
    tabs = (
        Tab("goods", mark("Goods"), {"moves": "goods"}, "", True),
        Tab("all", mark("With promises"), {}, "", True),
        Tab("adjust", mark("Adjustments"), {"moves": "adjust"}, "", True),
    )
    searches = mark("Search")
    empty = (mark("Nothing was moved yet"), mark("What is received, moved or shipped stands here."))

    def build(self) -> None:
        """A card has no search: it is about one product."""
        self._product = 0
        self._subject: Subject | None = None
        super().build()
        self.head.search.hide()

    def open(self, target: object) -> None:
        """Show the card of a product (its id)."""
        if isinstance(target, int):
            self._product = target
            self.read(stock_card.subject, target, then=self._is_about)
            self._ask_anew()
            self.view.setFocus()

    def _is_about(self, found: Subject | None) -> None:
        self._subject = found
        self.retranslate_title()

    def retranslate_title(self) -> None:
        """Say whose card it is."""
        if self._subject is not None:
            self.head.title.say(f"{self._subject.sku}  {self._subject.name}")

    def fetch(self, connection: Connection, ask: Ask) -> Page[CardRow]:
        """A page of moves."""
        return stock_card.card(connection, ask, self._product)

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return stock_card.count_card(connection, ask, self._product)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Enter and Esc."""
        return (("Return", mark("Open what it belongs to")), ("Esc", mark("Stock levels")))

    def opened(self, key: object) -> None:
        """Enter: what the move belongs to."""
        row = self.current()
        if row is not None and row.document:
            self.shell.go(_SCREENS[row.document], row.document_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the levels."""
        if event.key() == Qt.Key.Key_Escape:
            self.shell.go("stock", self._product)
            return
        super().keyPressEvent(event)

    def can(self, command_id: str) -> bool:
        """Only what was done by hand is taken back here, and once."""
        if command_id != "stock-card.take_back":
            return True
        row = self.current()
        return (
            row is not None
            and row.kind in ("move", "relabel", "adjust")
            and not (row.reverses or row.undone or row.document or row.reason == COUNTED)
            and self.shell.allows(Permission.STOCK_ADJUST if row.kind == "adjust" else Permission.STOCK_MOVE)
        )

    @command("stock-card.take_back", mark("Take this move back"), icon="undo", shortcut="Ctrl+D")
    def take_back(self) -> None:
        """Post the mirror of the current move."""
        row = self.current()
        if row is not None:
            undo = undo_adjustment if row.kind == "adjust" else undo_moves
            self.do(undo, (row.id,), then=self._taken_back)

    def _taken_back(self, _: Moved) -> None:
        self.shell.tell(tr("Taken back."))
        self.refresh()
