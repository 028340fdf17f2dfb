"""The lines of an order that came in, each beside what it means here; and what two versions of an order say differently."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.integrations.channels.reading import Oddity
from app.qt.format import count, price
from app.qt.table import Column
from app.qt.words import mark, tr
from app.queries.pages import Ask, Page
from app.services.intake_articles import plain
from app.services.intake_compare import Difference
from app.services.intake_looking import Looked
from app.services.intake_mending import MendedLine
from app.views.parts.intake_words import DIFFERENCES, oddity_words


@dataclass(frozen=True)
class LineRow:
    """A line as the message says it and as it is understood; prices in the person's words."""

    at: int
    number: str
    theirs: str
    ordered: str
    sku: str
    name: str
    pieces: int | None
    their_price: str
    our_price: str
    odd: str
    severity: str
    product_id: int | None = None


def rows_of(looked: Looked, changes: dict[int, MendedLine], added: Sequence[LineRow] = ()) -> list[LineRow]:
    """The lines of a message, those that somebody is mending as they are to be."""
    reading, meant = looked.reading, looked.meant
    odd = meant.oddities if meant is not None else ()
    currency = (meant.currency if meant is not None else "") or reading.currency
    rows = []
    for at, line in enumerate(reading.lines):
        article = meant.lines[at] if meant is not None else None
        of_line = [one for one in odd if one.line == line.number]
        change = changes.get(at)
        sku = article.sku if article else ""
        name = article.name if article else ""
        pieces = article.qty if article else None
        theirs = " \N{MIDDLE DOT} ".join(
            part for part in (line.article, line.sku, line.gtin, line.name) if part
        )
        row = LineRow(
            at,
            line.number,
            theirs,
            f"{plain(line.qty)} {line.unit}".strip(),
            sku,
            name,
            pieces,
            price(line.unit_price, currency) if line.unit_price is not None and currency else "",
            _ours(of_line, looked, article.product_id if article else None, currency),
            " ".join(oddity_words(one) for one in of_line),
            "stops" if any(one.severity == "stops" for one in of_line) else "warns" if of_line else "",
            article.product_id if article else None,
        )
        rows.append(_changed(row, change) if change is not None else row)
    return [*rows, *added]


def _changed(row: LineRow, change: MendedLine) -> LineRow:
    gone = change.qty == 0
    return LineRow(
        row.at,
        row.number,
        row.theirs,
        row.ordered,
        change.sku or row.sku,
        row.name if not change.sku or change.sku == row.sku else "",
        row.pieces if change.qty is None else change.qty,
        row.their_price,
        "",
        tr("Taken out") if gone else tr("Mended"),
        "gone" if gone else "mended",
        row.product_id,
    )


def _ours(of_line: Sequence[Oddity], looked: Looked, product_id: int | None, currency: str) -> str:
    for one in of_line:
        if one.code == "price_differs":
            return price(Decimal(str(one.facts["ours"])), currency)
    known = looked.prices.get(product_id or 0)
    return price(known[0], known[1]) if known else ""


_SIGNS = {
    "stops": ("alert-circle", "stop"),
    "warns": ("alert-triangle", "warn"),
    "mended": ("edit", "accent_text"),
    "gone": ("minus", "text2"),
}
LINES: tuple[Column[LineRow], ...] = (
    Column("number", mark("Line"), lambda r: r.number, width=44, right=True),
    Column("ordered", mark("Ordered"), lambda r: r.ordered, width=76, right=True),
    Column("theirs", mark("Their words"), lambda r: r.theirs, width=150),
    Column(
        "sku",
        mark("Article"),
        lambda r: r.sku or tr("not found"),
        width=100,
        code=True,
        tone=lambda r: "text" if r.sku else "stop",
    ),
    Column(
        "pieces", mark("Pieces"), lambda r: "" if r.pieces is None else count(r.pieces), width=60, right=True
    ),
    Column("their_price", mark("Their price"), lambda r: r.their_price, width=84, right=True),
    Column("our_price", mark("Our price"), lambda r: r.our_price, width=84, right=True),
    Column(
        "odd",
        mark("What is odd"),
        lambda r: r.odd or r.name,
        width=200,
        stretch=True,
        mark=lambda r: _SIGNS.get(r.severity),
        tone=lambda r: "text" if r.odd else "text2",
    ),
)
DIFFERENT: tuple[Column[Difference], ...] = (
    Column(
        "what",
        mark("What differs"),
        lambda r: f"{tr(DIFFERENCES[r.what])} {r.line}".strip(),
        width=170,
        strong=True,
    ),
    Column("before", mark("Here already"), lambda r: r.before or tr("not there"), width=230),
    Column(
        "now",
        mark("This message"),
        lambda r: r.now or tr("not there"),
        width=230,
        stretch=True,
        tone=lambda r: "stop",
    ),
)


class Held:
    """Rows that are at hand, for a table that asks for pages."""

    def __init__(self) -> None:
        self.rows: tuple[object, ...] = ()

    def load(self, ask: Ask, take: Callable[[Page[object]], None]) -> None:
        """All of them."""
        take(Page(self.rows, None))
