"""Labels and papers as stored bytes: made once, kept before anything is printed, printed again as COPY.

A label is drawn between two transactions. Its content is read in one, the PDF rendered outside (no lock is held
meanwhile), and stored in another that reads the content again under the parcel's lock; where it changed, the label is
drawn anew. So no label leaves the printer that says something else than its parcel.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

import sqlalchemy as sa

from app.database import Transaction
from app.documents import document
from app.documents.content import ShipmentLabel
from app.documents.copies import as_copy
from app.documents.words import Language
from app.domain.flow import PACKAGE
from app.domain.permissions import Permission
from app.errors import Conflict, NotFound
from app.integrations.carriers.base import PDF, ZPL
from app.integrations.carriers.table import own_tracking
from app.integrations.printers.base import is_pdf
from app.models import Blob, Carrier, CarrierService, Desk, Package, PrintJob, Shipment, ShippingLabel
from app.services.context import Context, use_case
from app.services.papers import (
    packing_slip_content,
    pick_list_content,
    return_label_content,
    shipment_label_content,
)
from app.services.purchases import begin_purchase
from app.services.rows import insert_blob, must_find
from app.services.shipments import record_events
from app.services.states import move_state

SIZES = ("a6", "4x6")
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Labelled:
    """A parcel's label: its tracking number and the hash of its stored bytes; `print_job_id` waits at the printer.

    `awaited`: the carrier of this name sells the label and has been asked under purchase `purchase_id`; all else is empty till
    then.
    """

    label_id: int
    package_id: int
    tracking: str
    sha256: str
    print_job_id: int
    purchase_id: int = 0
    awaited: str = ""


@dataclass(frozen=True, slots=True)
class Stored:
    """A paper as stored bytes, with its job at the printer."""

    sha256: str
    print_job_id: int


_PARCEL = (
    sa.select(
        *(Package.id, Package.state, Package.sscc, Package.shipment_id),
        *(Shipment.carrier_service_id, Shipment.order_id, Shipment.number),
        *(Carrier.kind.label("carrier_kind"), Carrier.name.label("carrier")),
    )
    .select_from(Package)
    .join(Shipment, Shipment.id == Package.shipment_id)
    .outerjoin(CarrierService, CarrierService.id == Shipment.carrier_service_id)
    .outerjoin(Carrier, Carrier.id == CarrierService.carrier_id)
    .where(Package.id == sa.bindparam("package"))
    .with_for_update(of=Package, key_share=True)
)
_LIVE = sa.select(
    ShippingLabel.id, ShippingLabel.tracking, ShippingLabel.blob_sha, ShippingLabel.purchase_id
).where(ShippingLabel.package_id == sa.bindparam("package"), ShippingLabel.voided_at.is_(None))
_NEW = sa.insert(ShippingLabel).returning(ShippingLabel.id)
_JOB = (
    sa.insert(PrintJob)
    .values(desk_id=sa.select(Desk.id).where(Desk.code == sa.bindparam("desk_code")).scalar_subquery())
    .returning(PrintJob.id)
)
"""The job goes to the desk where it was asked for, once that desk is set up."""
_JOB_OF = sa.select(sa.func.min(PrintJob.id)).where(PrintJob.blob_sha == sa.bindparam("sha"))
_BYTES = sa.select(Blob.bytes).where(Blob.sha256 == sa.bindparam("sha"))
_PRINTED = (
    sa.update(ShippingLabel)
    .where(ShippingLabel.id == sa.bindparam("label"))
    .values(prints=ShippingLabel.prints + 1)
)


def tracking_of(sscc: str) -> str:
    """The tracking number of the labels that we set ourselves."""
    return own_tracking(sscc)


def label_package(ctx: Context, package_id: int, size: str = "a6") -> Labelled:
    """Make the label of a closed parcel and send it to the printer; asked again, it answers with the label that is there.

    A label that the carrier sells comes later: it is asked for under one key and printed when it is there
    (`app/services/buying.py`).

    Raises:
        Conflict: the parcel is not closed, or keeps changing.
        NotPrintable, DoesNotFit, NoAddress: the label cannot be set; names the field.
        NotFound: there is no such parcel.
        NotAllowed: the right to pack is missing.
    """
    ctx.require(Permission.SHIPMENT_PACK)
    kind = document(f"shipment_label_{size}")
    for _ in range(_TRIES):
        with ctx.reading() as connection:
            content = _content(shipment_label_content(connection, package_id))
        found = store_label(ctx, package_id, content, kind.render(content))
        if found is not None:
            return found
    raise Conflict(
        "The parcel keeps changing while its label is drawn.", hint="Try again.", package_id=package_id
    )


@use_case(Permission.SHIPMENT_PACK)
def store_label(tx: Transaction, package_id: int, content: ShipmentLabel, pdf: bytes) -> Labelled | None:
    """Keep a drawn label beside its parcel and send it to the printer; None where the parcel says something else by now.

    Raises:
        Conflict: the parcel is not closed.
        NotFound: there is no such parcel.
    """
    parcel = must_find(tx.execute(_PARCEL, {"package": package_id}).first(), "parcel", package_id)
    live = tx.execute(_LIVE, {"package": package_id}).first()
    if live is not None:
        job = _print(tx, "shipment_label", f"SSCC {parcel.sscc}", live.blob_sha, copy=False, once=live.id)
        return Labelled(live.id, package_id, live.tracking, live.blob_sha, job)
    if parcel.state != "closed":
        raise Conflict(
            f"Parcel {parcel.sscc} is {parcel.state}, not closed.",
            hint="Close it first.",
            sscc=parcel.sscc,
            state=parcel.state,
        )
    if parcel.carrier_kind not in (None, "table"):
        purchase_id = begin_purchase(tx, package_id, parcel.carrier_service_id)
        return Labelled(0, package_id, "", "", 0, purchase_id, parcel.carrier)
    if _content(shipment_label_content(tx, package_id)) != content:
        return None
    sha = insert_blob(tx, pdf, "application/pdf")
    values = {"package_id": package_id, "carrier_service_id": parcel.carrier_service_id}
    values |= {"tracking": content.tracking, "blob_sha": sha}
    label_id: int = tx.execute(_NEW, values).scalar_one()
    job = _print(tx, "shipment_label", f"SSCC {parcel.sscc}", sha)
    move_state(tx, PACKAGE, [package_id], "label")
    facts = {"shipment": parcel.number, "sscc": parcel.sscc, "tracking": content.tracking}
    record_events(tx, [(parcel.order_id, "labelled", facts)])
    return Labelled(label_id, package_id, content.tracking, sha, job)


def reprint_label(ctx: Context, package_id: int, size: str = "a6") -> Stored:
    """Print a parcel's label once more; it says COPY, and of how many it is one as soon as that is known.

    Raises:
        NotFound: the parcel has no label.
        NotAllowed: the right to pack is missing.
    """
    ctx.require(Permission.SHIPMENT_PACK)
    with ctx.reading() as connection:
        live = connection.execute(_LIVE, {"package": package_id}).first()
        if live is None:
            raise NotFound(
                "This parcel has no label yet.", hint="Close it and print its label.", package_id=package_id
            )
        content = shipment_label_content(connection, package_id, tracking=live.tracking, copy=True)
    if (
        live.purchase_id is not None
    ):  # the carrier's own label: the same bytes, with COPY on them where they are a PDF
        bought = stored_bytes(ctx, live.blob_sha)
        return _store_copy(ctx, live.id, content.sscc, as_copy(bought) if is_pdf(bought) else bought)
    return _store_copy(ctx, live.id, content.sscc, document(f"shipment_label_{size}").render(content))


@use_case(Permission.SHIPMENT_PACK)
def _store_copy(tx: Transaction, label_id: int, sscc: str, pdf: bytes) -> Stored:
    tx.execute(_PRINTED, {"label": label_id})
    tx.changed("shipping_label", label_id)
    sha = insert_blob(tx, pdf, PDF if is_pdf(pdf) else ZPL)
    return Stored(sha, _print(tx, "shipment_label", f"SSCC {sscc}", sha, copy=True))


def print_pick_list(ctx: Context, wave_id: int, language: Language = "en") -> Stored:
    """Draw a pick list, keep it and send it to the printer.

    Raises:
        NotFound: there is no such list.
        NotAllowed: the right to print is missing.
    """
    with ctx.reading() as connection:
        content = pick_list_content(connection, wave_id, language)
    return store_paper(ctx, "pick_list", content.number, document("pick_list").render(content))


def print_packing_slip(ctx: Context, shipment_id: int) -> Stored:
    """Draw a packing slip, keep it and send it to the printer.

    Raises:
        NoAddress, NotPrintable, DoesNotFit: it cannot be set.
        NotFound: there is no such shipment.
    """
    with ctx.reading() as connection:
        content = packing_slip_content(connection, shipment_id)
    return store_paper(ctx, "packing_slip", content.shipment, document("packing_slip").render(content))


def print_return_label(ctx: Context, return_id: int) -> Stored:
    """Draw the label of a return, keep it and send it to the printer.

    Raises:
        NoAddress, NotPrintable, DoesNotFit: it cannot be set.
        NotFound: there is no such return.
    """
    with ctx.reading() as connection:
        content = return_label_content(connection, return_id)
    return store_paper(ctx, "return_label", content.number, document("return_label").render(content))


def stored_bytes(ctx: Context, sha256: str) -> bytes:
    """A stored paper.

    Raises:
        NotFound: nothing is stored under this hash.
    """
    with ctx.reading() as connection:
        found = connection.execute(_BYTES, {"sha": sha256}).scalar_one_or_none()
    if found is None:
        raise NotFound("This paper is not stored.", hint="Print it anew.", sha256=sha256)
    data: bytes = found
    assert hashlib.sha256(data).hexdigest() == sha256
    return data


@use_case(Permission.PAPER_PRINT)
def store_paper(tx: Transaction, kind: str, title: str, pdf: bytes) -> Stored:
    """Keep a drawn paper and send it to the printer of the desk that asks; `kind` is one of `desks.PAPERS`."""
    sha = insert_blob(tx, pdf, "application/pdf")
    return Stored(sha, _print(tx, kind, title, sha))


def _content(content: ShipmentLabel) -> ShipmentLabel:
    return replace(content, tracking=tracking_of(content.sscc) if content.carrier else "")


def _print(
    tx: Transaction, kind: str, title: str, sha: str, *, copy: bool = False, once: int | None = None
) -> int:
    """Put a stored paper into the printer's queue; `once`: the job that is there already for this label is given instead."""
    if once is not None:
        there = tx.execute(_JOB_OF, {"sha": sha}).scalar()
        if there is not None:
            return int(there)
    values = {"document": kind, "title": title, "blob_sha": sha, "copy": copy, "desk_code": tx.desk}
    job: int = tx.execute(_JOB, values).scalar_one()
    tx.changed("print_job", job)
    return job
