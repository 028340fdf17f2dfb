"""Which service takes a shipment: proposed by rule at confirmation, held against the real parcel at closing, changed by hand.

The rule is asked once, with the weights of the products, since a pick list and a cut-off want to know the carrier. A parcel that
turns out too heavy or too large for its service is refused at the bench, naming the services that take it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.carrier_rules import Choice, choose
from app.domain.permissions import Permission
from app.domain.rates import Measures, Quote, Service, over_limits, quote
from app.errors import Conflict, NotFound, Refused
from app.models import Carrier, CarrierService, LabelPurchase, Package, Shipment
from app.queries.carrier_rules import shipment_numbered
from app.queries.rate_tables import Source, ToSend, active_rules, services_to, to_send
from app.services.context import Context, use_case
from app.services.pickup_letters import OTHER_SERVICE, ready_to_fetch, recall_ready
from app.services.rows import must_find
from app.services.shipments import record_events

CHANGEABLE = ("planned", "reserved", "released", "picking", "picked", "packing", "packed")
"""States of a shipment in which it may get another carrier."""
MOST_NAMED = 3


class TooMuchForService(Refused):
    """A parcel is heavier or larger than its service takes."""

    code = "parcel.too_much_for_service"

    def __init__(self, service: str, why: str, takers: tuple[str, ...]) -> None:
        others = ", ".join(takers)
        hint = "Pack it in two parcels, or choose another service."
        if others:
            hint = f"These take it: {others}. Change the carrier, or pack it in two parcels."
        super().__init__(f"{service}: {why}.", hint=hint, service=service, takers=list(takers))


class LabelsThere(Refused):
    """A shipment whose parcels bear a carrier's labels keeps that carrier."""

    code = "shipment.labels_there"

    def __init__(self, shipment: str, parcels: tuple[int, ...]) -> None:
        listed = ", ".join(str(position) for position in parcels)
        super().__init__(
            f"{shipment} has labels, or waits for them: parcel {listed}.",
            hint="Open these parcels again, or give the labels up; then change the carrier.",
            shipment=shipment,
            parcels=list(parcels),
        )


@dataclass(frozen=True, slots=True)
class ServiceChanged:
    """A shipment's service before and after; None is own delivery."""

    shipment_id: int
    number: str
    before: int | None
    after: int | None
    name: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the rules gave a shipment: the service (None: nothing), and why, a sentence each."""

    shipment_id: int
    number: str
    service_id: int | None
    name: str
    words: tuple[str, ...]


LIMITS = (CarrierService.max_weight_g, CarrierService.max_length_mm, CarrierService.max_girth_mm)
"""What `check_parcel` wants to know of a shipment's service, as columns of a statement that joins it."""
_LOCK: Any = (
    sa.select(Shipment.id, Shipment.number, Shipment.state, Shipment.order_id, Shipment.carrier_service_id)
    .where(Shipment.id == sa.bindparam("shipment"))
    .with_for_update(key_share=True)
)
_SET = (
    sa.update(Shipment)
    .where(Shipment.id == sa.bindparam("shipment"))
    .values(carrier_service_id=sa.bindparam("service"), version=Shipment.version + 1)
)
_LABELLED = (
    sa.select(Package.position)
    .where(
        Package.shipment_id == sa.bindparam("shipment"),
        sa.or_(
            Package.state.not_in(("open", "closed")),
            sa.exists().where(
                LabelPurchase.package_id == Package.id, LabelPurchase.status.in_(("asked", "bought"))
            ),
        ),
    )
    .order_by(Package.position)
)
_NAME: Any = (
    sa.select(
        CarrierService.id, (Carrier.name + " " + CarrierService.name).label("name"), CarrierService.active
    )
    .join(Carrier, Carrier.id == CarrierService.carrier_id)
    .where(CarrierService.id == sa.bindparam("service"))
)


def would_choose(source: Source, shipment_id: int) -> tuple[ToSend, Choice]:
    """What the rules would give a shipment, and why; nothing is written.

    Raises:
        NotFound: there is no such shipment.
    """
    sent: ToSend = must_find(to_send(source, shipment_id), "shipment", shipment_id)
    rules = active_rules(source)
    return sent, choose(rules, services_to(source, sent.wanted.goods.country), sent.wanted)


def quotes_for(source: Source, shipment_id: int) -> tuple[ToSend, tuple[Quote, ...]]:
    """What every service asks for a shipment, those that take it first, the cheapest of them first.

    Raises:
        NotFound: there is no such shipment.
    """
    sent: ToSend = must_find(to_send(source, shipment_id), "shipment", shipment_id)
    found = [quote(one, sent.wanted.goods) for one in services_to(source, sent.wanted.goods.country)]
    found.sort(key=lambda one: (not one.possible, one.price is None, one.price or 0, one.service.id))
    return sent, tuple(found)


def propose_service(tx: Transaction, shipment_id: int, order_id: int | None) -> int | None:
    """Give a fresh shipment that names no carrier the one that the rules choose; None where they choose none.

    Without rules this is one statement, and nothing changes.
    """
    rules = active_rules(tx)
    if not rules:
        return None
    sent = to_send(tx, shipment_id)
    if sent is None or not sent.wanted.goods.country:
        return None
    found = choose(rules, services_to(tx, sent.wanted.goods.country), sent.wanted)
    if found.quote is None:
        return None
    service = found.quote.service
    tx.execute(_SET, {"shipment": shipment_id, "service": service.id})
    tx.changed("shipment", shipment_id)
    facts = {"shipment": sent.number, "carrier": service.name, "rule": found.rule.name if found.rule else ""}
    record_events(tx, [(order_id, "carrier_chosen", facts)])
    return service.id


@use_case(Permission.SHIPMENT_PACK)
def choose_carrier(tx: Transaction, shipment_id: int) -> Chosen:
    """Give a shipment the service that the rules choose for it as it is now: by its parcels, where they are closed.

    Raises:
        Conflict: it has left.
        LabelsThere: parcels of it have labels.
        NotFound: there is no such shipment.
    """
    head = _lock(tx, shipment_id)
    sent, found = would_choose(tx, shipment_id)
    service = found.quote.service if found.quote else None
    if service is not None and service.id != head.carrier_service_id:
        _change(tx, head, service.id, service.name, found.rule.name if found.rule else "")
    return Chosen(
        shipment_id,
        sent.number,
        service.id if service else None,
        service.name if service else "",
        found.words,
    )


@use_case(Permission.SHIPMENT_PACK)
def change_service(tx: Transaction, shipment_id: int, service_id: int | None) -> ServiceChanged:
    """Send a shipment with another service, by hand; None is own delivery. Changed back, it is as before.

    Closed parcels are held against the service's limits; whether it goes there in time is the person's own matter.

    Raises:
        TooMuchForService: a closed parcel of it is too heavy or too large.
        LabelsThere: parcels of it have labels, or wait for them.
        Conflict: it has left, or the service is not offered any more.
        NotFound: there is no such shipment or service.
    """
    head = _lock(tx, shipment_id)
    name = ""
    if service_id is not None:
        row = must_find(tx.execute(_NAME, {"service": service_id}).first(), "service", service_id)
        if not row.active:
            raise Conflict(f"{row.name} is not offered.", hint="Choose another service.", service=row.name)
        name = row.name
    if service_id == head.carrier_service_id:
        return ServiceChanged(shipment_id, head.number, service_id, service_id, name)
    if service_id is not None:
        _check_closed(tx, shipment_id, service_id)
    _change(tx, head, service_id, name, "")
    return ServiceChanged(shipment_id, head.number, head.carrier_service_id, service_id, name)


def check_parcel(tx: Transaction, shipment_id: int, limits: Any, parcel: Measures) -> None:
    """Refuse to close a parcel that its service does not take; `limits` is a row with the service's, or with None for none.

    Raises:
        TooMuchForService: naming the services that take it, the cheapest first.
    """
    if limits.carrier_service_id is None:
        return
    bare = Service(
        limits.carrier_service_id,
        "",
        "",
        max_weight_g=limits.max_weight_g,
        max_length_mm=limits.max_length_mm,
        max_girth_mm=limits.max_girth_mm,
    )
    if why := over_limits(bare, [parcel]):
        _refuse(tx, shipment_id, limits.carrier_service_id, why, parcel)


def _refuse(tx: Transaction, shipment_id: int, service_id: int, why: str, parcel: Measures) -> None:
    sent: ToSend = must_find(to_send(tx, shipment_id), "shipment", shipment_id)
    goods = replace(sent.wanted.goods, parcels=(parcel,))
    found = [quote(one, goods) for one in services_to(tx, goods.country) if not one.collected]
    takers = sorted(
        (one for one in found if one.possible), key=lambda one: (one.price is None, one.price or 0)
    )
    name = must_find(tx.execute(_NAME, {"service": service_id}).first(), "service", service_id).name
    raise TooMuchForService(name, why, tuple(one.service.name for one in takers[:MOST_NAMED]))


def _check_closed(tx: Transaction, shipment_id: int, service_id: int) -> None:
    sent: ToSend = must_find(to_send(tx, shipment_id), "shipment", shipment_id)
    parcels = sent.wanted.goods.parcels[: -1 if sent.estimated else None]
    services = services_to(tx, sent.wanted.goods.country)
    wanted = next((one for one in services if one.id == service_id), None)
    for parcel in parcels:
        if wanted is not None and (why := over_limits(wanted, [parcel])):
            _refuse(tx, shipment_id, service_id, why, parcel)


def _lock(tx: Transaction, shipment_id: int) -> Any:
    head = must_find(tx.execute(_LOCK, {"shipment": shipment_id}).first(), "shipment", shipment_id)
    if head.state not in CHANGEABLE:
        raise Conflict(
            f"Shipment {head.number} is {head.state}; its carrier stays.",
            hint="Look at it again; another desk may have been first.",
            shipment=head.number,
            state=head.state,
        )
    return head


def _change(tx: Transaction, head: Any, service_id: int | None, name: str, rule: str) -> None:
    positions = tuple(int(row.position) for row in tx.execute(_LABELLED, {"shipment": head.id}))
    if positions:
        raise LabelsThere(head.number, positions)
    tx.execute(_SET, {"shipment": head.id, "service": service_id})
    tx.changed("shipment", head.id)
    if head.state == "packed":
        recall_ready(tx, [head.id], OTHER_SERVICE)
        ready_to_fetch(tx, head.id)
    facts = {"shipment": head.number, "carrier": name, "rule": rule}
    record_events(tx, [(head.order_id, "carrier_chosen" if rule else "carrier_changed", facts)])


def shipment_quotes(ctx: Context, shipment_id: int) -> tuple[ToSend, tuple[Quote, ...]]:
    """What every service asks for a shipment, for a person who packs.

    Raises:
        NotFound: there is no such shipment.
        NotAllowed: the right to pack is missing.
    """
    ctx.require(Permission.SHIPMENT_PACK)
    with ctx.reading() as connection:
        return quotes_for(connection, shipment_id)


def try_rules(ctx: Context, number: str) -> tuple[ToSend, Choice]:
    """What the rules would give a shipment, by its number, and why; nothing is written.

    Raises:
        NotFound: there is no such shipment.
        NotAllowed: the right to change rules is missing.
    """
    ctx.require(Permission.SITE_EDIT)
    with ctx.reading() as connection:
        shipment_id = shipment_numbered(connection, number.strip().upper())
        if shipment_id is None:
            raise NotFound(
                f"There is no shipment {number.strip()}.",
                hint="Write its number, as SH-2026-000123.",
                field="number",
                number=number,
            )
        return would_choose(connection, shipment_id)
