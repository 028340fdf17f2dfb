"""The sheet of a pick list on the screen, before it is printed."""

from __future__ import annotations

from collections.abc import Callable

from app.documents import document
from app.qt.preview import PreviewDialog
from app.qt.words import language
from app.services.context import Context
from app.services.papers import pick_list_content
from app.views.base import View


def draw_pick_list(ctx: Context, wave_id: int) -> bytes:
    """The sheet as PDF, drawn from what stands on the list now; nothing is stored.

    Raises:
        Conflict: nothing is left to pick on it.
        NotFound: there is no such list.
    """
    with ctx.reading() as connection:
        content = pick_list_content(connection, wave_id, "fr" if language() == "fr" else "en")
    return document("pick_list").render(content)


def show_pick_list(view: View, wave_id: int, number: str, prints: Callable[[], None] | None) -> None:
    """Draw the sheet off the main thread and show it; `prints` is what its print button does."""

    def show(pdf: bytes) -> None:
        dialog = PreviewDialog(view.shell.tasks, number, view, prints=prints)
        dialog.open()
        dialog.preview.show_pdf(pdf, number)

    view.do(draw_pick_list, wave_id, then=show)
