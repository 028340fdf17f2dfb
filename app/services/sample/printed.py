"""The sample's papers: most came out of their printers, one is asked about, the last two wait."""

from __future__ import annotations

from dataclasses import replace

import sqlalchemy as sa

from app.integrations.printers.base import PerhapsPrinted
from app.services.context import Context
from app.services.desks import EVERY_OTHER, remove_printer, set_printer
from app.services.printing import called, mark_failed, mark_printed, printer_name, take_print_jobs

PRINTER = ("raw", "192.0.2.40:9100")
"""Of a network that is kept for examples (RFC 5737): nothing is ever sent there, and no desk keeps it."""
ASKED_AT = "PACK-1"
_DESKS = sa.text(
    "SELECT d.id, d.code, count(*) AS jobs FROM desk AS d JOIN print_job AS j ON j.desk_id = d.id"
    " WHERE j.status = 'waiting' GROUP BY d.id, d.code ORDER BY d.id"
)
_LEFT = 2


def print_papers(ctx: Context) -> None:
    """Say of the waiting papers that they were printed, but for the newest at one bench."""
    with ctx.reading() as connection:
        desks = connection.execute(_DESKS).all()
    for desk in desks:
        here = replace(ctx, desk=desk.code)
        set_printer(ctx, desk.id, EVERY_OTHER, *PRINTER)
        asked = desk.code == ASKED_AT
        taken = take_print_jobs(here, desk.code, desk.jobs - _LEFT if asked else desk.jobs)
        for job in taken[: len(taken) - asked]:
            mark_printed(here, job.id, job.attempt)
        for job in taken[len(taken) - asked :]:
            doubt = PerhapsPrinted(called(printer_name(*PRINTER)))
            mark_failed(here, job.id, job.attempt, doubt.message, doubt.code, perhaps=True)
        remove_printer(ctx, desk.id, EVERY_OTHER)
