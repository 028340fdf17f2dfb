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
from app.documents.copies import as_copy, is_zpl
from app.documents.label_formats import PDF, ZPL
from app.documents.words import Language
from app.domain.flow import PACKAGE
from app.domain.permissions import Permission
from app.errors import Conflict, NotFound
from app.integrations.carriers.table import own_tracking
from app.models import Blob, Carrier, CarrierService, Desk, Package, PrintJob, Shipment, ShippingLabel
from app.services.context import Context, use_case
from app.services.label_forms import OtherForm, desk_form
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
_SERVICE_STAYS = (
    sa.select(Shipment.id)
    .where(
        Shipment.id
        == sa.select(Package.shipment_id).where(Package.id == sa.bindparam("package")).scalar_subquery()
    )
    .with_for_update(of=Shipment, key_share=True)
)
"""The lock under which a shipment gets another service, and a parcel is opened again."""
FIRST_JOB = sa.func.coalesce(
    ShippingLabel.print_job_id,
    sa.select(sa.func.min(PrintJob.id)).where(PrintJob.blob_sha == ShippingLabel.blob_sha).scalar_subquery(),
)
"""The job with which a label came out; labels of before `print_job_id` are found by their bytes."""
_LIVE = sa.select(
    *(ShippingLabel.id, ShippingLabel.tracking, ShippingLabel.blob_sha, ShippingLabel.purchase_id),
    FIRST_JOB.label("job"),
).where(ShippingLabel.package_id == sa.bindparam("package"), ShippingLabel.voided_at.is_(None))
_NEW = sa.insert(ShippingLabel).returning(ShippingLabel.id)
_JOB = (
    sa.insert(PrintJob)
    .values(desk_id=sa.select(Desk.id).where(Desk.code == sa.bindparam("desk_code")).scalar_subquery())
    .returning(PrintJob.id)
)
"""The job goes to the desk where it was asked for, once that desk is set up."""
_CAME_OUT = (
    sa.update(ShippingLabel)
    .where(ShippingLabel.id == sa.bindparam("label"))
    .values(print_job_id=sa.bindparam("job"))
)
_BYTES = sa.select(Blob.bytes).where(Blob.sha256 == sa.bindparam("sha"))
_PRINTED = (
    sa.update(ShippingLabel)
    .where(ShippingLabel.id == sa.bindparam("label"))
    .values(prints=ShippingLabel.prints + 1)
)


def tracking_of(sscc: str) -> str:
    """The tracking number of the labels that we set ourselves."""
    return own_tracking(sscc)


def label_package(ctx: Context, package_id: int, size: str = "") -> Labelled:
    """Make the label of a closed parcel and send it to the printer; asked again, it answers with the label that is there.

    A label that the carrier sells comes later: it is asked for under one key and printed when it is there
    (`app/services/buying.py`).

    Args:
        ctx: The person and the desk.
        package_id: A closed parcel.
        size: One of `label_formats.FORMATS`; that of the desk's label printer where none is said.

    Raises:
        Conflict: the parcel is not closed, or keeps changing.
        NotPrintable, DoesNotFit, NoAddress: the label cannot be set; names the field.
        OtherForm: the label is kept already, in a form that the desk's printer does not take.
        NotFound: there is no such parcel.
        NotAllowed: the right to pack is missing.
    """
    return make_label(ctx, package_id, size, alone=True)


def make_label(ctx: Context, package_id: int, size: str = "", *, alone: bool) -> Labelled:
    """As `label_package`; unless it comes out `alone`, its printing is left to who prints many (`label_runs.py`)."""
    ctx.require(Permission.SHIPMENT_PACK)
    for _ in range(_TRIES):
        content, label = None, b""
        with ctx.reading() as connection:
            form = desk_form(connection, ctx.desk, size)
            live = connection.execute(_LIVE, {"package": package_id}).first()
            if live is None:
                content = _content(shipment_label_content(connection, package_id))
            elif live.job is None:
                label = connection.execute(_BYTES, {"sha": live.blob_sha}).scalar_one()
        if live is not None and (live.job is not None or not alone):
            return Labelled(live.id, package_id, live.tracking, live.blob_sha, live.job or 0)
        if content is not None:
            label = form.draw(content)
        elif not form.takes(label):
            raise OtherForm(form.name)
        paper = form.job([label]) if alone else b""
        # Not under the caller's key: drawn anew it says something else, and a label that is there is found by its parcel.
        found = store_label(ctx.once(""), package_id, content, label, paper)
        if found is not None:
            return found
    raise Conflict(
        "The parcel keeps changing while its label is drawn.", hint="Try again.", package_id=package_id
    )


@use_case(Permission.SHIPMENT_PACK)
def store_label(
    tx: Transaction, package_id: int, content: ShipmentLabel | None, label: bytes, paper: bytes | None = None
) -> Labelled | None:
    """Keep a drawn label beside its parcel and send it to the printer; None where the parcel says something else by now.

    Args:
        tx: The transaction.
        package_id: The parcel.
        content: What was drawn; None where a label was there, and `label` is that one.
        label: The label.
        paper: What goes to the printer for it where that is a sheet with the label on it; without a byte: it is printed later.

    Raises:
        Conflict: the parcel is not closed.
        NotFound: there is no such parcel.
    """
    paper = label if paper is None else paper
    tx.execute(_SERVICE_STAYS, {"package": package_id})
    parcel = must_find(tx.execute(_PARCEL, {"package": package_id}).first(), "parcel", package_id)
    live = tx.execute(_LIVE, {"package": package_id}).first()
    if live is not None:
        job = live.job or 0
        if not job and paper:
            job = queue_paper(tx, "shipment_label", f"SSCC {parcel.sscc}", keep(tx, paper))
            tx.execute(_CAME_OUT, {"label": live.id, "job": job})
            tx.changed("shipping_label", live.id)
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
    if content is None or _content(shipment_label_content(tx, package_id)) != content:
        return None
    sha = keep(tx, label)
    job = 0
    if paper:
        printed = sha if paper == label else keep(tx, paper)
        job = queue_paper(tx, "shipment_label", f"SSCC {parcel.sscc}", printed)
    values = {"package_id": package_id, "carrier_service_id": parcel.carrier_service_id}
    values |= {"tracking": content.tracking, "blob_sha": sha, "print_job_id": job or None}
    label_id: int = tx.execute(_NEW, values).scalar_one()
    move_state(tx, PACKAGE, [package_id], "label")
    facts = {"shipment": parcel.number, "sscc": parcel.sscc, "tracking": content.tracking}
    record_events(tx, [(parcel.order_id, "labelled", facts)])
    return Labelled(label_id, package_id, content.tracking, sha, job)


def reprint_label(ctx: Context, package_id: int, size: str = "") -> Stored:
    """Print a parcel's label once more: its stored bytes with COPY on them.

    Only where this desk's printer does not take those (another language, or other dots) our own label is drawn in its form, from
    what the parcel says, with the tracking number that it has.

    Raises:
        NotFound: the parcel has no label.
        OtherForm: it was bought from a carrier, in a form that the desk's printer does not take.
        NotAllowed: the right to pack is missing.
    """
    ctx.require(Permission.SHIPMENT_PACK)
    with ctx.reading() as connection:
        live = connection.execute(_LIVE, {"package": package_id}).first()
        if live is None:
            raise NotFound(
                "This parcel has no label yet.", hint="Close it and print its label.", package_id=package_id
            )
        form = desk_form(connection, ctx.desk, size)
        label: bytes = connection.execute(_BYTES, {"sha": live.blob_sha}).scalar_one()
        content = shipment_label_content(connection, package_id, tracking=live.tracking)
    if not form.takes(label):
        if live.purchase_id is not None:
            raise OtherForm(form.name)
        label = form.draw(content)
    return _store_copy(ctx, live.id, content.sscc, as_copy(form.job([label]), halves=form.two_up))


@use_case(Permission.SHIPMENT_PACK)
def _store_copy(tx: Transaction, label_id: int, sscc: str, paper: bytes) -> Stored:
    tx.execute(_PRINTED, {"label": label_id})
    tx.changed("shipping_label", label_id)
    sha = keep(tx, paper)
    return Stored(sha, queue_paper(tx, "shipment_label", f"SSCC {sscc}", sha, copy=True))


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
def store_paper(tx: Transaction, kind: str, title: str, paper: bytes) -> Stored:
    """Keep a drawn paper and send it to the printer of the desk that asks; `kind` is one of `desks.PAPERS`."""
    sha = keep(tx, paper)
    return Stored(sha, queue_paper(tx, kind, title, sha))


def keep(tx: Transaction, paper: bytes) -> str:
    """Store a paper under its hash, as what it is."""
    return insert_blob(tx, paper, ZPL if is_zpl(paper) else PDF)


def _content(content: ShipmentLabel) -> ShipmentLabel:
    return replace(content, tracking=tracking_of(content.sscc) if content.carrier else "")


def queue_paper(tx: Transaction, kind: str, title: str, sha: str, *, copy: bool = False) -> int:
    """Put a stored paper into the printer's queue of the desk that asks."""
    values = {"document": kind, "title": title, "blob_sha": sha, "copy": copy, "desk_code": tx.desk}
    job: int = tx.execute(_JOB, values).scalar_one()
    tx.changed("print_job", job)
    return job
