"""Closing a parcel at the bench with everything that follows: another parcel, the label, the packing slip of the last one.

Each step is a use case of its own. A label that cannot be set does not open the parcel again: it is closed, and the reason comes
back beside it, so that the bench can say it and try once more.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.errors import AppError
from app.integrations.carriers.base import Awaited
from app.queries.shipment_papers import shipment_papers
from app.services.context import Context
from app.services.labels import label_package, print_packing_slip
from app.services.parcel_rows import Parcel
from app.services.parcels import close_package, open_package
from app.services.printing_shipping import print_customs, print_hazard_marks


@dataclass(frozen=True, slots=True)
class Closed:
    """A closed parcel and its papers.

    Attributes:
        parcel: The parcel; `finished` when the whole shipment is packed with it.
        jobs: The papers at the printer: the label and, for dangerous goods, marks; where the shipment is packed, the slip and
            what customs want on its way.
        trouble: Why a paper was not made, or that a carrier's label is awaited; None where all were.
    """

    parcel: Parcel
    jobs: tuple[int, ...] = ()
    trouble: AppError | None = None


def close_parcel(
    ctx: Context,
    package_id: int,
    weight_g: int = 0,
    *,
    further: bool = False,
    weighed: str = "",
    carton_id: int = 0,
    reason: str = "",
) -> Closed:
    """Close a parcel and send its label to the printer; with the last one the packing slip as well.

    Args:
        ctx: The person and the desk.
        package_id: An open parcel.
        weight_g: Its weight; with `weighed` 'computed' that of goods and box is taken.
        further: Open another one for what is left, before the label is drawn: it then says "1 of 2".
        weighed: Where the weight comes from; see `close_package`.
        carton_id: The box that was proposed, where none was chosen.
        reason: Why a weight that is not the expected one is right.

    Raises:
        BadInput, WeightOff, Refused, Conflict, NotFound: as `close_package` and `open_package`; what went before stands.
    """
    key = ctx.op_key
    parcel = close_package(
        _once(ctx, key, "close"),
        package_id,
        weight_g,
        weighed=weighed,
        carton_id=carton_id,
        reason=reason,
    )
    if further and not parcel.finished:
        open_package(_once(ctx, key, "open"), parcel.shipment_id)
    return print_papers(ctx, parcel)


def print_papers(ctx: Context, parcel: Parcel) -> Closed:
    """Make the papers of a closed parcel and send them to the printer; what is there already is not printed again as new."""
    key = ctx.op_key
    shipment = parcel.shipment_id
    jobs: list[int] = []
    awaited: AppError | None = None
    try:
        label = label_package(_once(ctx, key, "label"), parcel.package_id)
        if label.awaited:
            awaited = Awaited(label.awaited)
        else:
            jobs.append(label.print_job_id)
        with ctx.reading() as connection:  # after the label, for which somebody waits
            takes = shipment_papers(connection, shipment, addresses=True, package_id=parcel.package_id)
        if takes.dangerous:
            marks = print_hazard_marks(_once(ctx, key, "marks"), shipment, parcel.package_id)
            jobs += [stored.print_job_id for stored in marks]
        if parcel.finished:
            jobs.append(print_packing_slip(_once(ctx, key, "slip"), shipment).print_job_id)
        if parcel.finished and takes.customs:
            jobs += [stored.print_job_id for stored in print_customs(_once(ctx, key, "customs"), shipment)]
    except AppError as error:
        return Closed(parcel, tuple(jobs), error)
    return Closed(parcel, tuple(jobs), awaited)


def _once(ctx: Context, key: str, step: str) -> Context:
    return ctx.once(f"{key}:{step}" if key else "")
