"""What is asked of the services while an order is typed: what it costs, when it could leave, what is questioned of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.domain.order_questions import ABSENT, Finding
from app.errors import AppError
from app.qt.format import count
from app.qt.words import tr
from app.queries.catalogue_search import ProductHit
from app.queries.pages import Connection
from app.services.context import Context
from app.services.order_prices import NewLine
from app.services.order_questions import asked_now
from app.services.order_settling import findings_of
from app.services.quoting import Quote, QuotedLine, quote_order
from app.views.parts.order_draft import Draft

ADD_USUAL = "entry.usual_article"
Answer = tuple[Quote, tuple[Finding, ...] | None]
"""A quote, and what is questioned of the order; None where nobody could ask."""


def quoted_and_asked(ctx: Context, draft: Draft, here: Callable[[Connection], int]) -> Answer:
    """A quote of what is typed and what is questioned of it; lines that are to be mended are left out.

    Raises:
        AppError: it cannot be priced.
    """
    with ctx.reading() as connection:
        order = draft.order(here(connection))
    quote = quote_order(ctx, order)
    again = draft.again.kept.order_id if draft.again else 0
    try:
        with ctx.reading() as connection:
            return quote, findings_of(connection, asked_now(order, quote, again))
    except AppError:
        return quote, None


def quoted_hits(ctx: Context, draft: Draft, hits: Sequence[ProductHit], here: int) -> dict[int, QuotedLine]:
    """What products would cost this customer and when they could leave; nothing where the order cannot be priced yet."""
    lines = tuple(NewLine(hit.id, hit.pack_qty) for hit in hits)
    try:
        quote = quote_order(ctx, replace(draft.order(here), lines=lines))
    except AppError:
        return {}
    return {line.product_id: line for line in quote.lines}


def absent_in(findings: Sequence[Finding] | None) -> Finding | None:
    """The first usual article that is missing."""
    return next((one for one in findings or () if one.code == ABSENT), None)


def offers_of(findings: Sequence[Finding] | None) -> Callable[[Finding], tuple[tuple[str, str], ...]]:
    """The commands that settle a finding: the first usual article that is missing is added by a key."""
    first = absent_in(findings)

    def offered(one: Finding) -> tuple[tuple[str, str], ...]:
        if one is not first:
            return ()
        return ((tr("Add {qty}", qty=count(int(one.facts["qty"]))), ADD_USUAL),)

    return offered
