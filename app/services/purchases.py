"""Purchases of labels as rows: begun under one key, answered, refused, taken back. Nothing here leaves the database.

A purchase is committed together with the job that asks the carrier (`app/services/buying.py`). Whatever ends in between, the next
attempt at any desk asks under the same key. A parcel that is opened again takes its purchase back under that key too, whether or
not it was ever answered.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import Conflict
from app.models import Carrier, CarrierService, LabelPurchase, Package, Shipment, ShippingLabel
from app.models.base import utc_now
from app.services.context import use_case
from app.services.jobs import add_job, wake_job
from app.services.rows import must_find
from app.services.shipments import record_events

LABEL_JOB = "carrier_label"
"""The job that asks a carrier about one purchase: for its label, or to take it back."""
LIVE = ("asked", "bought")


@dataclass(frozen=True, slots=True)
class Purchase:
    """A purchase after a step; `status` as in the table."""

    id: int
    package_id: int
    status: str


_LIVE_ONE = sa.select(LabelPurchase.id).where(
    LabelPurchase.package_id == sa.bindparam("package"), LabelPurchase.status.in_(LIVE)
)
_NEW = sa.insert(LabelPurchase).returning(LabelPurchase.id)
LOCKED: Any = (
    sa.select(
        *(LabelPurchase.id, LabelPurchase.package_id, LabelPurchase.status, LabelPurchase.desk),
        *(LabelPurchase.carrier_service_id, LabelPurchase.error, LabelPurchase.error_code),
        *(Package.state, Package.sscc, Shipment.number, Shipment.order_id, Carrier.name.label("carrier")),
    )
    .select_from(LabelPurchase)
    .join(Package, Package.id == LabelPurchase.package_id)
    .join(Shipment, Shipment.id == Package.shipment_id)
    .join(CarrierService, CarrierService.id == LabelPurchase.carrier_service_id)
    .join(Carrier, Carrier.id == CarrierService.carrier_id)
    .where(LabelPurchase.id == sa.bindparam("purchase"))
    .with_for_update(of=Package, key_share=True)
)
"""A purchase under its parcel's lock, as everything that gives or takes a label."""
_NOW = sa.select(LabelPurchase.status).where(LabelPurchase.id == sa.bindparam("purchase"))
_SAY = (
    sa.update(LabelPurchase)
    .where(LabelPurchase.id == sa.bindparam("purchase"))
    .values(error=sa.bindparam("why"), error_code=sa.bindparam("named"))
)
_TROUBLE = _SAY.values(attempts=LabelPurchase.attempts + 1)
_FAILED = _TROUBLE.values(status="failed", answered_at=utc_now())
_VOIDED = _SAY.values(status="voided", answered_at=utc_now())
_VOID_ASKED = _SAY.values(status="void_asked")
_TAKE_BACK = (
    sa.update(LabelPurchase)
    .where(LabelPurchase.package_id == sa.bindparam("package"), LabelPurchase.status.in_(LIVE))
    .values(status="void_asked", error="", error_code="")
    .returning(LabelPurchase.id)
)
_VOID_LABEL = (
    sa.update(ShippingLabel)
    .where(ShippingLabel.package_id == sa.bindparam("package"), ShippingLabel.voided_at.is_(None))
    .values(voided_at=utc_now(), voided_by=sa.bindparam("who"))
)


def begin_purchase(tx: Transaction, package_id: int, carrier_service_id: int) -> int:
    """The purchase that a locked, closed parcel waits for: the one under way, or a new one under a new key. Its id.

    Nothing has left when this comes back; the job that asks is in line once the transaction is committed.
    """
    there: int | None = tx.execute(_LIVE_ONE, {"package": package_id}).scalar_one_or_none()
    if there is not None:
        return there
    values = {"package_id": package_id, "carrier_service_id": carrier_service_id}
    made: int = tx.execute(_NEW, values | {"request_key": uuid.uuid4().hex}).scalar_one()
    tx.changed("label_purchase", made)
    tx.changed("package", package_id)
    ask_soon(tx, made, "ask")
    return made


def void_label(tx: Transaction, package_id: int) -> tuple[int, ...]:
    """Void the label of a locked parcel that is opened again; what a carrier was asked for or sold is taken back there.

    The carrier is asked until it confirms. Gives the purchases that this concerns.
    """
    tx.execute(_VOID_LABEL, {"package": package_id, "who": tx.actor})
    tx.changed("shipping_label", package_id)
    ids = tuple(int(row.id) for row in tx.execute(_TAKE_BACK, {"package": package_id}))
    for purchase_id in ids:
        tx.changed("label_purchase", purchase_id)
        ask_soon(tx, purchase_id, "void")
    return ids


def ask_soon(tx: Transaction, purchase_id: int, step: str) -> None:
    """Have the carrier asked as soon as this is committed; `step` is 'ask' or 'void'."""
    key = f"{LABEL_JOB}:{purchase_id}:{step}"
    if not wake_job(tx, key):
        add_job.inside(tx, LABEL_JOB, json.dumps({"purchase": purchase_id}), key)


def lock_purchase(tx: Transaction, purchase_id: int) -> Any:
    """A purchase with its parcel, which is locked; its status as it is under that lock.

    Raises:
        NotFound: there is no such purchase.
    """
    row = must_find(tx.execute(LOCKED, {"purchase": purchase_id}).first(), "purchase", purchase_id)
    tx.changed("label_purchase", purchase_id)
    tx.changed("package", row.package_id)
    return row


def status_of(tx: Transaction, purchase_id: int) -> str:
    """The status once the parcel's lock is held: what was read while waiting for the lock may be older."""
    status: str = tx.execute(_NOW, {"purchase": purchase_id}).scalar_one()
    return status


@use_case(Permission.SHIPMENT_PACK)
def note_trouble(tx: Transaction, purchase_id: int, status: str, why: str, code: str) -> Purchase:
    """Keep why there is no answer yet; where the purchase has gone on meanwhile, that stands.

    Raises:
        NotFound: there is no such purchase.
    """
    row = lock_purchase(tx, purchase_id)
    now = status_of(tx, purchase_id)
    if now == status:
        tx.execute(_TROUBLE, {"purchase": purchase_id, "why": why, "named": code})
    return Purchase(purchase_id, row.package_id, now)


@use_case(Permission.SHIPMENT_PACK)
def note_refusal(tx: Transaction, purchase_id: int, status: str, why: str, code: str) -> Purchase:
    """Keep that the carrier said no: to a label (the purchase failed), or to take one back (a person decides).

    Raises:
        NotFound: there is no such purchase.
    """
    row = lock_purchase(tx, purchase_id)
    now = status_of(tx, purchase_id)
    if now != status:
        return Purchase(purchase_id, row.package_id, now)
    said = {"purchase": purchase_id, "why": why, "named": code}
    if now == "void_asked":
        tx.execute(_TROUBLE, said)
        return Purchase(purchase_id, row.package_id, now)
    tx.execute(_FAILED, said)
    facts = {"shipment": row.number, "sscc": row.sscc, "why": why}
    record_events(tx, [(row.order_id, "label_refused", facts)])
    return Purchase(purchase_id, row.package_id, "failed")


@use_case(Permission.SHIPMENT_PACK)
def keep_void(tx: Transaction, purchase_id: int) -> Purchase:
    """Keep that the carrier took a label back.

    Raises:
        NotFound: there is no such purchase.
    """
    row = lock_purchase(tx, purchase_id)
    now = status_of(tx, purchase_id)
    if now == "void_asked":
        tx.execute(_VOIDED, {"purchase": purchase_id, "why": "", "named": ""})
        now = "voided"
    return Purchase(purchase_id, row.package_id, now)


@use_case(Permission.SHIPMENT_PACK)
def ask_again(tx: Transaction, purchase_id: int) -> Purchase:
    """Ask the carrier again at once, under the same key: the request is handed over anew, should it have been lost.

    Raises:
        Conflict: there is nothing to ask for: it is bought, failed or void.
        NotFound: there is no such purchase.
    """
    row = lock_purchase(tx, purchase_id)
    now = status_of(tx, purchase_id)
    if now not in ("asked", "void_asked"):
        raise _settled(row, now)
    tx.execute(_SAY, {"purchase": purchase_id, "why": "", "named": ""})
    ask_soon(tx, purchase_id, "ask" if now == "asked" else "void")
    return Purchase(purchase_id, row.package_id, now)


@use_case(Permission.SHIPMENT_PACK)
def give_up(tx: Transaction, purchase_id: int) -> Purchase:
    """Wait no longer: an unanswered label is taken back under its key; a label that the carrier does not take back is left to it.

    The parcel has no label then and may get another one. What the carrier sold stays its claim: the sentence stays with the
    purchase.

    Raises:
        Conflict: it is bought, failed or void.
        NotFound: there is no such purchase.
    """
    row = lock_purchase(tx, purchase_id)
    now = status_of(tx, purchase_id)
    if now == "asked":
        tx.execute(_VOID_ASKED, {"purchase": purchase_id, "why": "", "named": ""})
        ask_soon(tx, purchase_id, "void")
        return Purchase(purchase_id, row.package_id, "void_asked")
    if now == "void_asked":
        tx.execute(_VOIDED, {"purchase": purchase_id, "why": row.error, "named": row.error_code})
        return Purchase(purchase_id, row.package_id, "voided")
    raise _settled(row, now)


def _settled(row: Any, status: str) -> Conflict:
    words = f"Parcel {row.sscc} has its label."
    if status == "failed":
        words = f"The carrier refused the label of parcel {row.sscc}."
    elif status == "voided":
        words = f"The label of parcel {row.sscc} is void."
    return Conflict(
        words, hint="Look at it again; another desk may have been first.", sscc=row.sscc, status=status
    )
