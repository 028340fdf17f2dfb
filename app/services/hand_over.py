"""Goods that customers fetch: handed over at the counter against a code, with a name or a signature, and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import Conflict, Refused
from app.models import Address, CarrierService, HandOver, Shipment
from app.models.base import utc_now
from app.services.context import use_case
from app.services.leaving import call_back, lock_heads, lock_parcels, send
from app.services.manifests import ProofMissing, store_signature
from app.services.pallet_states import refuse_standing
from app.services.pickup_codes import same_code
from app.services.rows import free_text, must_find
from app.services.scanning import ScanResult, Verdict, answer
from app.services.shipments import record_events

CONTEXT = "counter"
"""The context under which codes that were said at the counter are recorded."""


class WrongCode(Refused):
    """What the customer says is not the code of these goods."""

    code = "hand_over.wrong_code"

    def __init__(self, shipment: str) -> None:
        super().__init__(
            f"This is not the pick-up code of {shipment}.",
            hint="Hand nothing over. Ask for the message with the code, or call a supervisor.",
            shipment=shipment,
        )


class NotFetched(Refused):
    """A carrier takes these goods, or they are not ready; nobody fetches them."""

    code = "hand_over.not_fetched"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a customer took: the shipment, pieces and parcels, and the orders that closed."""

    shipment_id: int
    number: str
    name: str
    pieces: int
    parcels: int
    closed_orders: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """Goods that were not handed over after all: they wait for their customer again."""

    shipment_id: int
    number: str
    pieces: int
    reopened_orders: tuple[int, ...]


_WHO = (
    sa.select(CarrierService.collected, Address.name, Address.company_name)
    .select_from(Shipment)
    .outerjoin(CarrierService, CarrierService.id == Shipment.carrier_service_id)
    .outerjoin(Address, Address.id == Shipment.ship_address_id)
    .where(Shipment.id == sa.bindparam("shipment"))
)
_CODE = sa.select(Shipment.id, Shipment.number, Shipment.pickup_code).where(
    Shipment.id == sa.bindparam("shipment")
)
_NEW = sa.insert(HandOver).returning(HandOver.id)
_STANDING = sa.and_(HandOver.shipment_id == sa.bindparam("shipment"), HandOver.undone_at.is_(None))
_LAST = sa.select(HandOver.id).where(_STANDING).order_by(HandOver.id.desc()).limit(1)
_UNDO = sa.update(HandOver).where(HandOver.id == sa.bindparam("hand_over")).values(undone_at=utc_now())


@use_case(Permission.SHIPMENT_SHIP)
def check_pickup_code(tx: Transaction, shipment_id: int, code: str) -> ScanResult:
    """Say whether a code is that of these goods; what was said is recorded with its verdict, right or wrong.

    Raises:
        NotFound: there is no such shipment.
    """
    row = must_find(tx.execute(_CODE, {"shipment": shipment_id}).first(), "shipment", shipment_id)
    facts: dict[str, str | int] = {"shipment": row.number}
    if same_code(code, row.pickup_code):
        message = f"This is the pick-up code of {row.number}."
        # The code itself is not written down where everybody reads.
        return answer(tx, CONTEXT, row.id, "", Verdict.RIGHT, message, facts=facts)
    message = f"This is not the pick-up code of {row.number}."
    return answer(tx, CONTEXT, row.id, code, Verdict.WRONG, message, facts=facts)


@use_case(Permission.SHIPMENT_SHIP)
def collect_shipment(
    tx: Transaction, shipment_id: int, code: str, name: str = "", signature: bytes = b""
) -> Fetched:
    """Hand packed goods over to the customer who fetches them: they leave and have arrived, in one.

    Args:
        tx: The transaction.
        shipment_id: A packed shipment of a collected service.
        code: What the customer says.
        name: Who takes them; may be empty where somebody signs, then it is the name of the address.
        signature: A PNG that was drawn on the screen; may be empty where a name is typed.

    Raises:
        WrongCode: it is another code.
        ProofMissing: neither a name nor a signature.
        NotFetched: a carrier takes these goods.
        OnPallet: a parcel of them stands on a pallet.
        Conflict: they are not packed, or were fetched already.
        BadInput: the name or the signature cannot be stored.
        NotFound: there is no such shipment.
    """
    who = free_text(name, "name", 80)
    head = _lock(tx, shipment_id)
    row = tx.execute(_WHO, {"shipment": shipment_id}).one()
    if not row.collected:
        raise NotFetched(
            f"Nobody fetches {head.number} here.",
            hint="It leaves with its carrier, or by own delivery.",
            shipment=head.number,
        )
    if head.state != "packed":
        raise Conflict(
            f"Shipment {head.number} is {head.state}, not packed.",
            hint="Look at it again; another desk may have been first.",
            shipment=head.number,
            state=head.state,
        )
    if not same_code(code, head.pickup_code):
        raise WrongCode(head.number)
    if not who and not signature:
        raise ProofMissing(head.number)
    values: dict[str, object] = {"shipment_id": shipment_id, "signature_sha": None}
    values["name"] = who or row.name or row.company_name or head.number
    if signature:
        values["signature_sha"] = store_signature(tx, signature)
    made: int = tx.execute(_NEW, values).scalar_one()
    tx.changed("hand_over", made)
    parcels = lock_parcels(tx, [shipment_id])
    refuse_standing(parcels, head.number)
    left = send(tx, [head], parcels, fetched=True)
    record_events(tx, [(head.order_id, "delivered", {"shipment": head.number})])
    return Fetched(
        *(shipment_id, head.number, str(values["name"]), left.pieces[shipment_id], left.parcels[shipment_id]),
        left.closed_orders,
    )


@use_case(Permission.SHIPMENT_SHIP)
def uncollect_shipment(tx: Transaction, shipment_id: int) -> BroughtBack:
    """Take it back that a customer fetched goods: by mirrored rows they lie packed here again; the record of it stays.

    Raises:
        Conflict: they were not handed over at a counter.
        RuleBroken: some of them came back as a return meanwhile.
        NotFound: there is no such shipment.
    """
    head = _lock(tx, shipment_id)
    last = tx.execute(_LAST, {"shipment": shipment_id}).scalar()
    if head.state != "delivered" or last is None:
        raise Conflict(
            f"Shipment {head.number} was not handed over at a counter.",
            hint="Take it back under Shipments.",
            shipment=head.number,
            state=head.state,
        )
    tx.execute(_UNDO, {"hand_over": last})
    tx.changed("hand_over", last)
    arrived = [row for row in lock_parcels(tx, [shipment_id]) if row.state == "delivered"]
    back = call_back(tx, [head], arrived, fetched=True)
    return BroughtBack(shipment_id, head.number, back.pieces[shipment_id], back.reopened_orders)


def _lock(tx: Transaction, shipment_id: int) -> Any:
    return must_find(next(iter(lock_heads(tx, [shipment_id])), None), "shipment", shipment_id)
