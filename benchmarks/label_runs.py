"""Five hundred labels as one job: made and kept one by one, and printed together at a port, through database and queue."""

from __future__ import annotations

import time
from collections.abc import Iterator

from app.documents.label_formats import LabelFormat, label_format
from app.services.context import Context
from app.services.desks import add_desk, set_printer
from app.services.label_runs import MOST, parcels_to_label, print_labels
from app.services.orders import place_order
from app.services.parcels import pack_all
from app.services.picking import pick_wave
from app.services.printing import print_waiting
from app.services.release import release_shipments
from app.services.sites import set_warehouse_address
from benchmarks.company import Company, make_company
from benchmarks.frame import Result, Rig, context
from benchmarks.pages import label_content
from benchmarks.port import HOUSE

FORMS = ("a6", "zpl203")
WAVE = 100


def five_hundred(rig: Rig) -> Iterator[Result]:
    """Labels a second, from asking until the printer has the job; beside as many that are drawn and joined, and kept nowhere."""
    for name in FORMS:
        bare = MOST / _drawn(label_format(name))
        for engine in ("postgresql", "sqlite"):
            folder = rig.folder / f"labels-{engine}-{name}"
            folder.mkdir()
            with context(rig.quai(engine)) as ctx:
                company = make_company(ctx, 2)
                set_warehouse_address(ctx, company.warehouse, HOUSE)
                desk = add_desk(ctx, ctx.desk, warehouse_id=company.warehouse)
                set_printer(ctx, desk, "shipment_label", "folder", str(folder), name)
                shipments = _packed(ctx, company)
                started = time.perf_counter()
                run = print_labels(ctx, parcels_to_label(ctx, shipments))
                print_waiting(ctx)
                value = MOST / (time.perf_counter() - started)
            if run.printed != MOST or len(run.jobs) != 1 or len(list(folder.iterdir())) != 1:
                raise RuntimeError(f"{run.printed} labels in {len(run.jobs)} jobs")
            yield Result(
                *(f"label run {name}", engine, MOST, round(value, 1), "labels/s"),
                *("drawn and joined alone", round(value / bare, 2)),
            )


def _drawn(form: LabelFormat) -> float:
    """Seconds that drawing the labels and joining them takes."""
    form.draw(label_content(0))
    started = time.perf_counter()
    form.job([form.draw(label_content(number)) for number in range(MOST)])
    return time.perf_counter() - started


def _packed(ctx: Context, company: Company) -> list[int]:
    """Parcels that are closed and have no label yet; the ids of their shipments."""
    shipments = [place_order(ctx, company.order([(1, 1, 0), (2, 1, 0)])).shipment_id for _ in range(MOST)]
    for first in range(0, MOST, WAVE):
        pick_wave(ctx, release_shipments(ctx, tuple(shipments[first : first + WAVE])).wave_id)
    for shipment in shipments:
        pack_all(ctx, shipment)
    return shipments
