"""Rows that run over as many pages as they take; what is broken is named again at the head of the next page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.documents.sheet import Sheet

Draw = Callable[[Sheet, float], None]


@dataclass(frozen=True, slots=True)
class Piece:
    """A row that is never broken: how high it is, and how it is drawn with its top at a given height.

    Attributes:
        height: Millimetres.
        draw: Draws it.
        again: What stands above it where a page begins with it: the name of the line that goes on.
        joined: It stays on one page with the piece before it.
    """

    height: float
    draw: Draw
    again: Piece | None = None
    joined: bool = False


def pages_of(
    pieces: Iterable[Piece], first: float, further: float, bottom: float
) -> list[list[tuple[float, Piece]]]:
    """Pieces by page, each with its top; a page begins at `first` or `further` and ends at `bottom` (millimetres)."""
    blocks: list[list[Piece]] = []
    for piece in pieces:
        if piece.joined and blocks:
            blocks[-1].append(piece)
        else:
            blocks.append([piece])
    pages: list[list[tuple[float, Piece]]] = [[]]
    at = first
    for block in blocks:
        if at + sum(piece.height for piece in block) > bottom and pages[-1]:
            pages.append([])
            at = further
            if (again := block[0].again) is not None:
                pages[-1].append((at, again))
                at += again.height
        for piece in block:
            pages[-1].append((at, piece))
            at += piece.height
    return pages


def draw(sheet: Sheet, page: Iterable[tuple[float, Piece]]) -> None:
    """Draw the pieces of one page."""
    for at, piece in page:
        piece.draw(sheet, at)
