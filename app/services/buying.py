"""Asking carriers for labels: outside of any transaction, under a key that is kept before, as often as it takes.

One attempt reads the purchase, asks, and keeps the answer. It may end at any point and be made again, here or at another
desk, also at the same time: the carrier sells one label a key, and the answer is kept once, under the parcel's lock.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import sqlalchemy as sa

from app.database import Transaction
from app.documents import document
from app.documents.content import ShipmentLabel
from app.documents.copies import is_whole
from app.domain.flow import PACKAGE
from app.domain.permissions import Permission
from app.domain.rates import Measures
from app.errors import AppError, Conflict
from app.integrations.carriers import Carrier, carrier_of
from app.integrations.carriers.base import (
    PDF,
    Bought,
    CarrierRefused,
    LabelRequest,
    PerhapsBought,
    VoidRequest,
)
from app.models import Desk, Job, LabelPurchase, Package, PrintJob, ShippingLabel
from app.models.base import utc_now
from app.queries.rate_tables import services_to, to_send
from app.services.context import Context, use_case
from app.services.jobs import Handler, NotYet, work_off
from app.services.papers import shipment_label_content
from app.services.purchase_content import Asked, asked, label_request
from app.services.purchases import (
    LABEL_JOB,
    Purchase,
    ask_soon,
    keep_void,
    lock_purchase,
    note_refusal,
    note_trouble,
    status_of,
)
from app.services.rows import insert_blob, must_find
from app.services.shipments import record_events
from app.services.states import move_state

_TRIES = 3


class TrackingTaken(PerhapsBought):
    """The carrier gave a tracking number that another parcel bears."""

    code = "carrier.tracking_taken"

    def __init__(self, carrier: str, tracking: str, sscc: str) -> None:
        super().__init__(
            f"{carrier} gives the tracking number {tracking}, which parcel {sscc} bears already.",
            hint="Ask the carrier which of the two it is.",
            carrier=carrier,
            tracking=tracking,
            sscc=sscc,
        )


class BrokenLabel(PerhapsBought):
    """The file of a label is not there to its end: it is still being written, or was cut."""

    def __init__(self, carrier: str) -> None:
        super().__init__(
            f"The label file of {carrier} cannot be opened.",
            hint="It is looked for by itself. Have the carrier write it again if it stays so.",
            carrier=carrier,
        )


_ANSWERED = (
    sa.update(LabelPurchase)
    .where(LabelPurchase.id == sa.bindparam("purchase"))
    .values(
        status=sa.bindparam("to"),
        tracking=sa.bindparam("number"),
        reference=sa.bindparam("theirs"),
        price=sa.bindparam("costs"),
        currency=sa.bindparam("money"),
        error="",
        error_code="",
        answered_at=utc_now(),
    )
)
_BEARER = (
    sa.select(Package.sscc)
    .join(ShippingLabel, ShippingLabel.package_id == Package.id)
    .where(ShippingLabel.tracking == sa.bindparam("number"), ShippingLabel.voided_at.is_(None))
)
_ANY_DUE = (
    sa.select(Job.id)
    .where(
        Job.kind == LABEL_JOB,
        sa.or_(
            sa.and_(Job.status == "waiting", Job.run_at <= utc_now()),
            sa.and_(Job.status == "running", Job.lease_until <= utc_now()),
        ),
    )
    .limit(1)
)
_LABEL = sa.insert(ShippingLabel).returning(ShippingLabel.id)
_PRINT = (
    sa.insert(PrintJob)
    .values(desk_id=sa.select(Desk.id).where(Desk.code == sa.bindparam("desk_code")).scalar_subquery())
    .returning(PrintJob.id)
)


def label_jobs(ctx: Context) -> Mapping[str, Handler]:
    """The jobs about labels that this person may do: those of packers."""
    if Permission.SHIPMENT_PACK not in ctx.rights:
        return MappingProxyType({})
    return MappingProxyType({LABEL_JOB: _do})


def ask_waiting(ctx: Context) -> int:
    """Ask carriers whatever is due, until nothing more is; how many were settled. Where nothing is due, nothing is written.

    Raises:
        NotAllowed: the right to run jobs is missing.
    """
    ctx = ctx.once("")
    handlers = label_jobs(ctx)
    if not handlers:
        return 0
    with ctx.reading() as connection:
        due = connection.execute(_ANY_DUE).first()
    return work_off(ctx, handlers) if due is not None else 0


def _do(ctx: Context, payload: str) -> Purchase:
    return ask_carrier(ctx, int(json.loads(payload)["purchase"]))


def ask_carrier(ctx: Context, purchase_id: int) -> Purchase:
    """Ask a carrier about a purchase under its key and keep the answer; bears being done again at any moment, by anybody.

    Raises:
        NotYet: there is no final answer; why stands with the purchase. Ask again later.
        NotFound: there is no such purchase.
        NotAllowed: the right to pack is missing.
    """
    ctx = ctx.once("")
    ctx.require(Permission.SHIPMENT_PACK)
    with ctx.reading() as connection:
        found = must_find(asked(connection, purchase_id), "purchase", purchase_id)
        request = label_request(connection, found)
    if found.status not in ("asked", "void_asked"):
        return Purchase(found.id, found.package_id, found.status)
    try:
        return _ask(ctx, found, request)
    except CarrierRefused as no:
        return note_refusal(ctx, purchase_id, found.status, no.message, no.code)
    except AppError as trouble:
        if (found.error, found.error_code) != (trouble.message, trouble.code):
            note_trouble(ctx, purchase_id, found.status, trouble.message, trouble.code)
        raise NotYet(trouble.message, hint=trouble.hint, purchase_id=purchase_id) from trouble


def _ask(ctx: Context, found: Asked, request: LabelRequest) -> Purchase:
    carrier: Carrier = carrier_of(found.kind, found.account)
    if found.status == "void_asked":
        carrier.void(VoidRequest(found.key, found.sscc, found.tracking, found.reference, found.handed))
        return keep_void(ctx, found.id)
    answer = carrier.buy(request)
    if answer.label and not is_whole(answer.label):
        raise BrokenLabel(found.account.name)
    if answer.price is None:
        answer = _priced(ctx, carrier, found, request, answer)
    return keep_label(ctx, found, answer)


def _priced(ctx: Context, carrier: Carrier, found: Asked, request: LabelRequest, answer: Bought) -> Bought:
    """The answer with the price that the carrier quotes for the parcel, where it said none with the label."""
    with ctx.reading() as connection:
        services = services_to(connection, request.recipient.country_code)
        sent = to_send(connection, found.shipment_id)
    service = next((one for one in services if one.id == found.service_id), None)
    if service is None or sent is None:
        return replace(answer, price=0)
    parcel = Measures(request.weight_g, *request.size_mm)
    asked_for = carrier.quote(service, replace(sent.wanted.goods, parcels=(parcel,)))
    return replace(answer, price=asked_for.price or 0, currency=service.currency)


def keep_label(ctx: Context, found: Asked, answer: Bought) -> Purchase:
    """Keep a label that was bought and send it to the printer of the desk that asked; ours is drawn where none came.

    Raises:
        Conflict: the parcel keeps changing.
        TrackingTaken: another parcel bears the number.
        NotPrintable, DoesNotFit, NoAddress: our label cannot be set; names the field.
    """
    for _ in range(_TRIES):
        with ctx.reading() as connection:
            content = shipment_label_content(connection, found.package_id, tracking=answer.tracking)
        label, media_type, ours = answer.label, answer.media_type, None
        if not label:
            label, media_type, ours = document("shipment_label_a6").render(content), PDF, content
        kept = _keep(ctx, found.id, replace(answer, label=label, media_type=media_type), ours)
        if kept is not None:
            return kept
    raise Conflict(
        "The parcel keeps changing while its label is drawn.", hint="Try again.", package_id=found.package_id
    )


@use_case(Permission.SHIPMENT_PACK)
def _keep(tx: Transaction, purchase_id: int, answer: Bought, ours: ShipmentLabel | None) -> Purchase | None:
    """Keep an answer with its label; None where our own label says something else than its parcel by now."""
    row = lock_purchase(tx, purchase_id)
    status = status_of(tx, purchase_id)
    if status not in ("asked", "void_asked"):
        return Purchase(purchase_id, row.package_id, status)
    said = {"purchase": purchase_id, "number": answer.tracking, "theirs": answer.reference}
    said |= {"costs": answer.price or 0, "money": answer.currency}
    if status == "void_asked" or row.state != "closed":
        # Opened again meanwhile: it was bought all the same, and is taken back by its number.
        tx.execute(_ANSWERED, said | {"to": "void_asked"})
        ask_soon(tx, purchase_id, "void")
        return Purchase(purchase_id, row.package_id, "void_asked")
    bearer = tx.execute(_BEARER, {"number": answer.tracking}).scalar()
    if bearer is not None:
        raise TrackingTaken(row.carrier, answer.tracking, bearer)
    if ours is not None and shipment_label_content(tx, row.package_id, tracking=answer.tracking) != ours:
        return None
    tx.execute(_ANSWERED, said | {"to": "bought"})
    sha = insert_blob(tx, answer.label, answer.media_type)
    values = {"package_id": row.package_id, "carrier_service_id": row.carrier_service_id}
    paper = {"document": "shipment_label", "title": f"SSCC {row.sscc}", "blob_sha": sha, "copy": False}
    job = int(tx.execute(_PRINT, paper | {"desk_code": row.desk}).scalar_one())
    tx.changed("print_job", job)
    values |= {"tracking": answer.tracking, "blob_sha": sha, "purchase_id": purchase_id, "print_job_id": job}
    tx.changed("shipping_label", int(tx.execute(_LABEL, values).scalar_one()))
    move_state(tx, PACKAGE, [row.package_id], "label")
    facts = {"shipment": row.number, "sscc": row.sscc, "tracking": answer.tracking}
    record_events(tx, [(row.order_id, "labelled", facts)])
    return Purchase(purchase_id, row.package_id, "bought")
