"""Closing a parcel at the bench with everything that follows: another parcel, the label, the packing slip of the last one.

Each step is a use case of its own. A label that cannot be set does not open the parcel again: it is closed, and the reason comes
back beside it, so that the bench can say it and try once more.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.errors import AppError
from app.integrations.carriers.base import Awaited
from app.services.context import Context
from app.services.labels import label_package, print_packing_slip
from app.services.parcels import Parcel, close_package, open_package


@dataclass(frozen=True, slots=True)
class Closed:
    """A closed parcel and its papers.

    Attributes:
        parcel: The parcel; `finished` when the whole shipment is packed with it.
        jobs: The papers at the printer: the label, then the slip where the shipment is packed.
        trouble: Why a paper was not made, or that a carrier's label is awaited; None where all were.
    """

    parcel: Parcel
    jobs: tuple[int, ...] = ()
    trouble: AppError | None = None


def close_parcel(ctx: Context, package_id: int, weight_g: int, *, further: bool = False) -> Closed:
    """Close a parcel and send its label to the printer; with the last one the packing slip as well.

    Args:
        ctx: The person and the desk.
        package_id: An open parcel.
        weight_g: Its weight.
        further: Open another one for what is left, before the label is drawn: it then says "1 of 2".

    Raises:
        BadInput, Refused, Conflict, NotFound: as `close_package` and `open_package`; what went before stands.
    """
    key = ctx.op_key
    parcel = close_package(_once(ctx, key, "close"), package_id, weight_g)
    if further and not parcel.finished:
        open_package(_once(ctx, key, "open"), parcel.shipment_id)
    return print_papers(ctx, parcel)


def print_papers(ctx: Context, parcel: Parcel) -> Closed:
    """Make the papers of a closed parcel and send them to the printer; what is there already is not printed again as new."""
    key = ctx.op_key
    jobs: list[int] = []
    awaited: AppError | None = None
    try:
        label = label_package(_once(ctx, key, "label"), parcel.package_id)
        if label.awaited:
            awaited = Awaited(label.awaited)
        else:
            jobs.append(label.print_job_id)
        if parcel.finished:
            jobs.append(print_packing_slip(_once(ctx, key, "slip"), parcel.shipment_id).print_job_id)
    except AppError as error:
        return Closed(parcel, tuple(jobs), error)
    return Closed(parcel, tuple(jobs), awaited)


def _once(ctx: Context, key: str, step: str) -> Context:
    return ctx.once(f"{key}:{step}" if key else "")
