"""Labels of many parcels as one job at the printer.

Each label is made and kept by itself, as at the bench, so that one that cannot be set holds up no other; what was made goes to
the printer as one paper. Who stops on the way gets what was made until then. Where the program ended in between, the labels are
kept and have no job: the next run prints them, as no copies.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import AppError, Conflict
from app.models import Package, PrintJob, Shipment, ShippingLabel
from app.services.context import Context, use_case
from app.services.label_forms import OtherForm, desk_form
from app.services.labels import FIRST_JOB, keep, make_label, queue_paper, stored_bytes

MOST = 500
"""Labels a job: as many as a roll or a ream takes; more parcels make more jobs."""


@dataclass(frozen=True, slots=True)
class LabelRun:
    """What became of a run.

    Attributes:
        printed: Labels on their way to the printer.
        before: Labels that had come out before; they are printed again as COPY only.
        jobs: The jobs at the printer.
        refused: What cannot be labelled, by the name of its shipment, each with the reason.
        stopped: Somebody stopped it before its end.
    """

    printed: int
    before: int
    jobs: tuple[int, ...]
    refused: tuple[tuple[str, AppError], ...]
    stopped: bool


@dataclass(frozen=True, slots=True)
class ToLabel:
    """A parcel whose label is to come out, and the number of its shipment, by which people know it."""

    package_id: int
    shipment: str


_TO_LABEL = (
    sa.select(Package.id, Package.shipment_id, Shipment.number)
    .join(Shipment, Shipment.id == Package.shipment_id)
    .outerjoin(
        ShippingLabel,
        sa.and_(ShippingLabel.package_id == Package.id, ShippingLabel.voided_at.is_(None)),
    )
    .where(
        Package.shipment_id.in_(sa.bindparam("shipments", expanding=True)),
        sa.or_(
            sa.and_(Package.state == "closed", ShippingLabel.id.is_(None)),
            sa.and_(Package.state == "labelled", FIRST_JOB.is_(None)),
        ),
    )
    .order_by(Package.shipment_id, Package.position)
)
_PENDING = (
    sa.select(ShippingLabel.id, Package.sscc)
    .join(Package, Package.id == ShippingLabel.package_id)
    .where(
        ShippingLabel.id.in_(sa.bindparam("labels", expanding=True)),
        ShippingLabel.voided_at.is_(None),
        ShippingLabel.print_job_id.is_(None),
    )
    .order_by(ShippingLabel.id)
    .with_for_update(of=ShippingLabel)
)
_FIRST = sa.orm.aliased(ShippingLabel)
_FIRST_PARCEL = sa.orm.aliased(Package)
_OF_JOB = (
    sa.select(
        *(ShippingLabel.id, ShippingLabel.voided_at, ShippingLabel.package_id, ShippingLabel.tracking),
        *(Package.sscc, Package.kind),
    )
    .join(Package, Package.id == ShippingLabel.package_id)
    .where(
        ShippingLabel.print_job_id
        == sa.select(sa.func.max(_FIRST.print_job_id))
        .join(_FIRST_PARCEL, _FIRST_PARCEL.id == _FIRST.package_id)
        .join(PrintJob, PrintJob.id == _FIRST.print_job_id)
        .where(_FIRST_PARCEL.sscc == sa.bindparam("sscc"), PrintJob.title == sa.bindparam("title"))
        .scalar_subquery()
    )
    .order_by(ShippingLabel.id)
)
_CAME_OUT = (
    sa.update(ShippingLabel)
    .where(ShippingLabel.id.in_(sa.bindparam("labels", expanding=True)))
    .values(print_job_id=sa.bindparam("job"))
)


def parcels_to_label(ctx: Context, shipment_ids: Sequence[int]) -> tuple[ToLabel, ...]:
    """The closed parcels of these shipments whose label is missing, or was made and never printed; in the shipments' order."""
    place = {shipment_id: at for at, shipment_id in enumerate(shipment_ids)}
    with ctx.reading() as connection:
        rows = connection.execute(_TO_LABEL, {"shipments": list(shipment_ids)}).all()
    rows = sorted(rows, key=lambda row: place[row.shipment_id])
    return tuple(ToLabel(row.id, row.number) for row in rows)


def print_labels(
    ctx: Context,
    parcels: Sequence[ToLabel],
    *,
    start: int = 0,
    progress: Callable[[int], bool] | None = None,
) -> LabelRun:
    """Make the labels that are missing and send them to the printer together, in the order of the parcels.

    Args:
        ctx: The person and the desk; its key is that of the whole run.
        parcels: Closed parcels.
        start: On sheets of two labels: 1 begins at the second half of the first sheet.
        progress: Told how many are done; False stops the run.

    Raises:
        Conflict: another desk printed one of them meanwhile; start again, its label is then left out.
        NotAllowed: the right to pack is missing.
    """
    ctx.require(Permission.SHIPMENT_PACK)
    with ctx.reading() as connection:
        form = desk_form(connection, ctx.desk)
    before, stopped = 0, False
    pending: list[tuple[int, bytes]] = []
    refused: list[tuple[str, AppError]] = []
    for done, parcel in enumerate(parcels, 1):
        try:
            made = make_label(
                _once(ctx, f"label-{parcel.package_id}"), parcel.package_id, form.name, alone=False
            )
            if made.print_job_id:
                before += 1
            else:
                label = stored_bytes(ctx, made.sha256)
                if not form.takes(label):
                    raise OtherForm(form.name)
                pending.append((made.label_id, label))
        except AppError as error:
            refused.append((parcel.shipment, error))
        if progress is not None and not progress(done):
            stopped = done < len(parcels)
            break
    jobs = []
    for first in range(0, len(pending), MOST):
        some = pending[first : first + MOST]
        paper = form.job([label for _, label in some], start if first == 0 else 0)
        jobs.append(print_run(_once(ctx, f"run-{some[0][0]}"), tuple(one for one, _ in some), paper))
    return LabelRun(len(pending), before, tuple(jobs), tuple(refused), stopped)


@use_case(Permission.SHIPMENT_PACK)
def print_run(tx: Transaction, label_ids: tuple[int, ...], paper: bytes) -> int:
    """Send labels that have not come out yet to the printer as one paper; the id of the job.

    Raises:
        Conflict: one of them has come out meanwhile, or is void.
    """
    found = tx.execute(_PENDING, {"labels": list(label_ids)}).all()
    if len(found) != len(label_ids):
        raise Conflict(
            "Another desk printed one of these labels meanwhile.",
            hint="Start again: what came out is then left out.",
            labels=len(label_ids) - len(found),
        )
    first = next(row.sscc for row in found if row.id == label_ids[0])
    more = f" + {len(found) - 1}" if len(found) > 1 else ""
    job = queue_paper(tx, "shipment_label", f"SSCC {first}{more}", keep(tx, paper))
    tx.execute(_CAME_OUT, {"labels": list(label_ids), "job": job})
    tx.changed("shipping_label")
    return job


def labels_of_job(connection: Connection | Transaction, title: str) -> Sequence[Any]:
    """The labels that came out with the job of this title, or with the one of which it is a copy: both are called alike.

    The title names the first parcel, by which they are found.
    """
    _, _, rest = title.partition(" ")
    found: Sequence[Any] = connection.execute(_OF_JOB, {"sscc": rest.partition(" ")[0], "title": title}).all()
    return found


def _once(ctx: Context, step: str) -> Context:
    return ctx.once(f"{ctx.op_key}:{step}" if ctx.op_key else "")
