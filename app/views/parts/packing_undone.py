"""What the bench says of a step that was taken back."""

from __future__ import annotations

from collections.abc import Callable

from app.qt.format import count
from app.qt.words import tr
from app.queries import bench_steps as steps
from app.services.bench_undo import StepUndone
from app.views.parts.packing_state import Tag, no_note


def words_of_undo(found: StepUndone) -> tuple[Tag, Callable[[], str]]:
    """The verdict and what else is to be known, said anew in whatever language is set."""
    sku = found.sku

    def as_before() -> str:
        return tr("{qty} {sku} lie at the bench as before.", qty=count(found.qty), sku=sku)

    words: dict[str, tuple[Callable[[], str], Callable[[], str]]] = {
        steps.SCAN: (lambda: tr("Taken out: {pieces} {sku}", pieces=count(found.qty), sku=sku), no_note),
        steps.OUT: (
            lambda: tr("In the parcel again: {pieces} {sku}", pieces=count(found.qty), sku=sku),
            no_note,
        ),
        steps.MOVE: (lambda: tr("Moved back: {pieces} {sku}", pieces=count(found.qty), sku=sku), no_note),
        steps.BOX: (
            lambda: tr("Box {name}", name=found.box) if found.box else tr("No box chosen"),
            no_note,
        ),
        steps.SWAP: (lambda: tr("Swap taken back"), as_before),
        steps.SHORT: (lambda: tr("Taken back"), as_before),
        steps.CLOSE: (
            lambda: tr("Parcel {position} is open again", position=found.position),
            lambda: tr("Its label is void: throw it away."),
        ),
        steps.FURTHER: (lambda: tr("Parcel {position} is gone", position=found.position), no_note),
        steps.PARK: (lambda: tr("Opened"), no_note),
        steps.PROBLEM: (
            lambda: tr("Taken back"),
            lambda: tr("Nothing is reported for {number} any more.", number=found.number),
        ),
    }
    said, note = words[found.did]
    return lambda: (said(), "info"), note
