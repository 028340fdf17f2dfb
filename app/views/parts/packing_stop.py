"""What a STOP at the packing bench says: what was scanned, what was expected, what to do."""

from __future__ import annotations

from PySide6.QtGui import QPixmap

from app.errors import AppError
from app.qt.benchkit import Shown, Stop
from app.qt.format import count
from app.qt.words import said, tr, trn
from app.queries.bench import Article
from app.services.scanning import ScanResult, Verdict
from app.views.parts.packing_lessons import lesson_of_stop
from app.views.parts.packing_state import Bench
from app.views.parts.packing_words import MISTAKEN, STOPS


def stop_of_scan(
    bench: Bench, result: ScanResult, code: str, article: Article | None, picture: QPixmap | None, where: str
) -> Stop:
    """A scan that is wrong, too many, foreign, unknown or expired."""
    title, instruction = STOPS.get(result.verdict, MISTAKEN)
    scanned = (
        Shown(article.name, article.sku, picture)
        if article is not None
        else Shown(str(result.facts.get("label") or code)[:60], "")
    )
    item = bench.item if bench.scene is not None else None
    expected = None
    if item is not None and item.left:
        detail = tr("{left} more, {sku}", left=count(item.left), sku=item.sku)
        expected = Shown(item.name, detail, bench.pictures.get(item.product_id))
    elif item is not None:
        expected = Shown(tr("Nothing more: everything is packed"))
    nothing = tr("Nothing was put into the parcel.") if bench.scene is not None else ""
    # Title and pictures say all of it where one article was taken for another.
    told = result.verdict is Verdict.WRONG and article is not None and expected is not None
    text = nothing if told else f"{said(result.message)} {nothing}".rstrip()
    if bench.training and (more := lesson_of_stop(result.verdict)):
        text = more if told else f"{said(result.message)} {more}"
    return Stop(
        title=tr(title),
        text=text,
        instruction=tr(instruction),
        scanned=scanned,
        expected=expected,
        detail=tr("or scan the command card: Understood"),
        where=where,
        aside=tr("Look it up: F3") if article is not None else "",
    )


def stop_of_refusal(error: AppError, code: str, where: str) -> Stop:
    """A scan that could not be taken at all: the database did not answer, or the shipment was changed elsewhere."""
    title, instruction = MISTAKEN
    return Stop(
        title=tr(title),
        text=said(error),
        instruction=tr(instruction),
        scanned=Shown(code[:60]),
        detail=tr("or scan the command card: Understood"),
        where=where,
    )


def kept_words(names: tuple[str, ...]) -> str:
    """Names the scans that wait behind a STOP; the first three by name."""
    if not names:
        return ""
    return trn(
        "%n scans kept: {names}. They follow afterwards.",
        len(names),
        names=", ".join(names[:3]) + ("..." if len(names) > 3 else ""),
    )
