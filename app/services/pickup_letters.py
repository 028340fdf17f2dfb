"""Telling customers that goods lie packed which they fetch, and the code against which they get them.

Where the code is given, a job is put in line in the same transaction; it makes the letter outside any transaction. When goods do
not lie ready any more, a letter that has not gone is called back. One that went stays, and the code: no second one is needed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.documents.mails import pickup_notice
from app.domain.permissions import Permission
from app.models import CarrierService, Customer, OutgoingMessage, SalesOrder, Shipment
from app.services.announcing import (
    IN_LINE,
    MAILABLE,
    NewMessage,
    letter_message,
    store_message,
)
from app.services.context import Context, use_case
from app.services.despatch_advice import pickup_content, read_head
from app.services.outbox import PERHAPS, RECALLED, TOO_OLD, recalling
from app.services.pickup_codes import give_pickup_code
from app.services.rows import must_find

ANNOUNCE_READY = "announce_ready"
"""The kind of job; its payload names the shipment."""
READY = "pickup_notice"
"""The kind of message."""
OPENED_AGAIN = "The packing was opened again."
OTHER_SERVICE = "It goes with another service."
GONE = "The goods have left."

_COLLECTED = sa.exists().where(CarrierService.id == Shipment.carrier_service_id, CarrierService.collected)
_WANTED = (
    sa.select(Shipment.id, Shipment.version)
    .join(SalesOrder, SalesOrder.id == Shipment.order_id)
    .join(Customer, Customer.id == SalesOrder.customer_id)
    .where(
        Shipment.id.in_(sa.bindparam("ids", expanding=True)),
        Shipment.kind.in_(("sale", "replacement")),
        Shipment.state == "packed",
        Shipment.pickup_code != "",
        _COLLECTED,
        Customer.notices,
        MAILABLE,
    )
    .order_by(Shipment.id)
)
_RECALL = recalling(
    sa.bindparam("why", type_=sa.Text),
    OutgoingMessage.shipment_id.in_(sa.bindparam("ids", expanding=True)),
    OutgoingMessage.kind == READY,
    # Nobody knows whether it went: a person is asked, and until then no second one is made.
    OutgoingMessage.error_code != PERHAPS,
)
_STANDS = (
    sa.update(OutgoingMessage)
    .where(
        OutgoingMessage.shipment_id == sa.bindparam("shipment"),
        OutgoingMessage.kind == READY,
        OutgoingMessage.status == "sending",
        OutgoingMessage.error_code == RECALLED,
    )
    .values(error="", error_code="")
)
"""Called back while it is being sent, and true again: should it fail, it waits."""
_LOCKED: Any = (
    sa.select(Shipment.state, Shipment.pickup_code, _COLLECTED.label("collected"))
    .where(Shipment.id == sa.bindparam("shipment"))
    .with_for_update(of=Shipment, key_share=True)
)
_BEFORE = sa.select(OutgoingMessage.status, OutgoingMessage.error_code).where(
    OutgoingMessage.shipment_id == sa.bindparam("shipment"), OutgoingMessage.kind == READY
)


def ready_to_fetch(tx: Transaction, shipment_id: int) -> None:
    """Give a packed shipment that its customer fetches its code, and put in line that the customer be told."""
    give_pickup_code(tx, shipment_id)
    announce_ready(tx, [shipment_id])


def announce_ready(tx: Transaction, shipment_ids: Sequence[int]) -> None:
    """Put in line that customers be told of goods that lie ready for them, those who want to hear of it."""
    if not shipment_ids:
        return
    rows = [
        {
            "kind": ANNOUNCE_READY,
            "payload": json.dumps({"shipment": row.id}),
            # Each time that it is packed: whether there is something to tell is seen when the letter is made.
            "dedupe_key": f"{ANNOUNCE_READY}:{row.id}:{row.version}",
        }
        for row in tx.execute(_WANTED, {"ids": list(shipment_ids)})
    ]
    for made in IN_LINE(tx, rows):
        tx.changed("job", made.id)


def recall_ready(tx: Transaction, shipment_ids: Sequence[int], why: str) -> None:
    """Cancel letters that have not gone about goods that do not lie ready any more; one being sent goes no second time."""
    if shipment_ids and tx.execute(_RECALL, {"ids": list(shipment_ids), "why": why}).rowcount:
        tx.changed("outgoing_message")


def tell_ready(ctx: Context, payload: str) -> int:
    """Make and store the letter about goods that lie ready; how many, 0 or 1. The work of an `announce_ready` job.

    Raises:
        BadInput: the mail address is none.
        NotAllowed: the right to hand over is missing.
    """
    ctx.require(Permission.SHIPMENT_SHIP)
    shipment_id = int(json.loads(payload)["shipment"])
    with ctx.reading() as connection:
        head = read_head(connection, shipment_id)
        if head.state != "packed" or not head.collected or not head.row.pickup_code:
            return 0
        if not head.notices or not head.email:
            return 0
        letter = pickup_notice(pickup_content(connection, head))
    return store_ready(ctx.once(""), shipment_id, letter_message(READY, head, letter, READY))


@use_case(Permission.SHIPMENT_SHIP)
def store_ready(tx: Transaction, shipment_id: int, message: NewMessage) -> int:
    """Keep the letter about goods that lie ready until it is sent; how many are new, 0 or 1.

    None where one is there already that went, will go, or that a person took out; none of goods that are not ready any more.

    Raises:
        NotFound: there is no such shipment.
    """
    head = must_find(tx.execute(_LOCKED, {"shipment": shipment_id}).first(), "shipment", shipment_id)
    if head.state != "packed" or not head.collected or not head.pickup_code:
        return 0
    if tx.execute(_STANDS, {"shipment": shipment_id}).rowcount:
        tx.changed("outgoing_message")
    before = tx.execute(_BEFORE, {"shipment": shipment_id}).all()
    if any(row.status != "cancelled" or row.error_code not in (RECALLED, TOO_OLD) for row in before):
        return 0
    # Numbered: one that was called back keeps its key.
    key = f"{READY}:{shipment_id}:{len(before) + 1}"
    return int(store_message(tx, shipment_id, replace(message, dedupe_key=key)) is not None)
