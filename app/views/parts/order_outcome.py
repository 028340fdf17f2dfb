"""What became of several orders, in words: one sentence for the status bar, and a notice for all that a person must know."""

from __future__ import annotations

from collections.abc import Callable

from app.qt.notices import Notice
from app.qt.words import said, tr, trn
from app.services.release import Released
from app.views.parts.order_acts import Done

MOST_NAMED = 8


def summary(done: Done, words: str) -> str:
    """How many are done (`words` is a literal with %n), lack stock, were refused, or had nothing to be done."""
    parts = []
    if done.orders:
        what = trn(words, len(done.orders))
        parts.append(f"{done.orders[0].number}: {what}" if len(done.orders) == 1 else what)
    if done.short:
        parts.append(trn("%n short.", len(done.short)))
    if done.refused:
        parts.append(trn("%n refused.", len(done.refused)))
    if done.nothing:
        parts.append(trn("Nothing to do for %n.", len(done.nothing)))
    return " ".join(parts)


def notices(done: Done, reserve_partly: Callable[[], None]) -> list[Notice]:
    """What is short, with the way to reserve what there is; and each refusal by its order."""
    found = [_short(done, reserve_partly)] if done.short else []
    for row, error in done.refused[:MOST_NAMED]:
        found.append(Notice("stop", row.number, said(error), cause=error))
    if len(done.refused) > MOST_NAMED:
        others = ", ".join(row.number for row, _ in done.refused[MOST_NAMED:])
        found.append(Notice("stop", tr("Not done."), others))
    return found


def _short(done: Done, reserve_partly: Callable[[], None]) -> Notice:
    row, error = done.short[0]
    if len(done.short) == 1:
        text = f"{said(error.message)} {tr('Nothing was reserved for {order}.', order=row.number)}"
    else:
        named = [f"{one.number}: {said(why.message)}" for one, why in done.short[:MOST_NAMED]]
        if len(done.short) > MOST_NAMED:
            named.append(trn("and %n more", len(done.short) - MOST_NAMED))
        text = " ".join(named)
    return Notice("stop", tr("Not reserved."), text, tr("Reserve what there is"), reserve_partly, error)


def left_out(released: Released) -> list[Notice]:
    """Shipments that a new pick list leaves out, since their goods are not where they should be."""
    return [
        Notice(
            "warn",
            tr("Left out."),
            tr(
                "{shipment} stays reserved: {skus} is not where it should be.",
                shipment=one.number,
                skus=", ".join(short.sku for short in one.short),
            ),
        )
        for one in released.left_out
    ]
