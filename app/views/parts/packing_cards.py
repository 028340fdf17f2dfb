"""The cards beside the article at hand: the articles, the box, the parcels with what lies in them, the last scans."""

from __future__ import annotations

from decimal import Decimal

from app.qt.benchkit import BenchItem, Choice, Scanned
from app.qt.format import count, percent, size, weight
from app.qt.words import said, tr, trn
from app.queries.bench import AtBench, BenchParcel
from app.views.parts.packing_lessons import lesson
from app.views.parts.packing_panels import WorkPage
from app.views.parts.packing_state import Bench
from app.views.parts.packing_words import clock, log_line, tolerance

SHORT_NAME = 10
"""A box whose name has so many letters at most has its sizes beside it."""
MOST_PARCELS = 4
"""So many open parcels are offered to move a piece into, the latest; any other is scanned."""


def show_cards(page: WorkPage, bench: Bench, scene: AtBench) -> None:
    """Show what lies beside the article at hand."""
    at_hand = bench.item
    figure = tr("{done} of {all}", done=count(scene.packed), all=count(scene.picked))
    page.items.set_title(tr("Articles"), figure)
    page.items.set_items(
        [
            BenchItem(
                item.name,
                item.packed,
                item.picked,
                "done" if not item.left else "current" if item is at_hand else "open",
                bench.pictures.get(item.product_id),
            )
            for item in scene.items
        ]
    )
    lines = _parcel_lines(bench, scene)
    page.show_parcels(tr("Parcels"), "", lines)
    page.parcel.setVisible(bool(lines))
    _show_box(page, bench, scene)
    _show_lesson(page, bench)
    page.log.set_title(tr("Last scans"))
    latest = 1 if scene.parcels[1:] else 4  # the articles need the room
    entries = [(log_line(scan), clock(scan.at)) for scan in scene.scans[:latest]]
    page.log.set([Scanned(words, when, tone, icon) for (words, tone, icon), when in entries])
    page.log.setVisible(bool(entries) and not bench.training)


def _show_box(page: WorkPage, bench: Bench, scene: AtBench) -> None:
    """The box of the parcel at hand: which, how full, and what the parcel should weigh."""
    parcel, box = bench.parcel, bench.box
    chosen = parcel is not None and bool(parcel.carton_id)
    name = (parcel.box if chosen and parcel is not None else "") or box.name
    sizes = size(*box.inner_mm) if name and any(box.inner_mm) else ""
    beside = len(name) <= SHORT_NAME
    figure = f"{name}  {sizes}".rstrip() if beside else name
    whole = sum(one.picked * one.weight_g for one in scene.items)
    alone = len(scene.parcels) <= 1 and box.parcels <= 1
    expected = whole + box.tare_g if alone and not bench.early else bench.expected_g
    known = all(one.weight_g for one in scene.items)
    right = ""
    if known and expected:
        words = tolerance(expected, scene.tolerance_permille, scene.tolerance_g)
        right = f"{tr('expected {weight}', weight=weight(expected))} {words}"
    full = tr("{part} full", part=percent(Decimal(box.fill_percent) / 100)) if box.fill_percent else ""
    if box.parcels > 1:
        full = trn("%n parcels proposed", box.parcels)
    elif not name:
        full = tr("No box chosen")
    offered = tr("proposed") if name and not chosen and box.parcels <= 1 else ""
    left = ", ".join(part for part in (full, "" if beside else sizes, offered) if part)
    if box.why and box.parcels <= 1 and not (name and box.fits):
        left = said(box.why)
    title = tr("Box")
    page.box.set(title, figure, box.fill_percent if name else 0, left, right)


def _show_lesson(page: WorkPage, bench: Bench) -> None:
    """To somebody in training every step is told in words."""
    page.lesson.setVisible(bench.training)
    if bench.training:
        asked = bench.question.kind if bench.question is not None else str(bench.mode)
        page.lesson.set(tr("For you who learn"), lesson(asked, bench.weighing))


def holds(parcel: BenchParcel) -> str:
    """What lies in a parcel, in a few words."""
    return ", ".join(f"{count(qty)}\u00a0{name}" for name, qty in parcel.goods) or trn(
        "%n pieces", parcel.pieces
    )


def _parcel_lines(bench: Bench, scene: AtBench) -> list[tuple[str, str, str, str]]:
    """The parcels, where there are several or one is closed: words, at the right, tone, icon."""
    lines = []
    for one in scene.parcels if scene.parcels[1:] or bench.parcel is None else ():
        words = tr("{position}: {goods}", position=one.position, goods=holds(one))
        if one.state != "open":
            lines.append((words, weight(one.weight_g), "good", "check-circle"))
        elif one is bench.parcel:
            lines.append((words, tr("at hand"), "accent_text", "parcel"))
        else:
            lines.append((words, tr("open"), "text2", "parcel"))
    return lines


def into_choices(bench: Bench) -> list[Choice]:
    """The open parcels that a piece can be moved into, each with its own figure, and one that is begun for it."""
    question, scene = bench.question, bench.scene
    if question is None or scene is None:
        return []
    others = [one for one in bench.open_parcels if (one.position,) != question.positions]
    choices = [
        Choice(
            str(one.position), tr("Parcel {position}", position=one.position), trn("%n pieces", one.pieces)
        )
        for one in others[-MOST_PARCELS:]
    ]
    following = len(scene.parcels) + 1
    key = str(following) if following < 10 else "F4"  # there are nine figures
    return [*choices, Choice(key, tr("Next parcel"), tr("Another one is begun"))]
