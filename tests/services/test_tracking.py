"""What carriers say of parcels, and what comes of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from app.errors import BadInput, Conflict, NotAllowed, NotFound
from app.services.shipping import (
    find_parcel,
    lose_parcel,
    ship_shipment,
    undeliver_shipment,
    unship_shipment,
)
from app.services.tracking import (
    MOST_AT_ONCE,
    DatedAhead,
    Recorded,
    Tracked,
    dismiss_event,
    match_unknown,
    plain_number,
    record_tracking,
    restore_event,
)
from tests.rig.databases import World
from tests.rig.sent import NOW, Sent, said

WATCHED = ("package", "shipment", "order_event", "tracking_event")


def test_the_last_parcel_that_arrives_closes_the_shipment(world: World) -> None:
    shop = Sent(world, 2)
    one, two = shop.sscc
    done = shop.tell(said(one, "in_transit", 20), said(one, "delivered", 3))
    assert done == Recorded(new=2, arrived=1)
    assert (shop.state("shipment", shop.shipment), shop.state("package", shop.parcels[0])) == (
        "shipped",
        "delivered",
    )
    done = shop.tell(said(f"(00){two[:9]} {two[9:]}", "delivered", 5))
    assert done == Recorded(new=1, delivered=1, arrived=1)
    assert shop.state("shipment", shop.shipment) == "delivered"
    assert shop.verbs()[-1] == "delivered"
    # The carrier's own time, of the parcel that came last.
    at = datetime.fromisoformat(
        str(world.one("SELECT delivered_at FROM shipment WHERE id = :s", s=shop.shipment))
    )
    assert at.replace(tzinfo=at.tzinfo or UTC) == NOW - timedelta(hours=3)


def test_an_event_counts_once_and_a_person_has_the_last_word(world: World) -> None:
    shop = Sent(world)
    (sscc,) = shop.sscc
    event = said(sscc, "delivered", 2)
    shop.tell(event)
    undeliver_shipment(shop.service, shop.shipment)
    assert shop.tell(event, event) == Recorded(known=2)
    assert shop.tell(said(sscc, "in_transit", 1)) == Recorded(new=1)
    assert shop.state("shipment", shop.shipment) == "shipped"
    assert shop.tell(said(sscc, "delivered", 0)).delivered == 1


def test_lost_found_and_delivered_in_any_order(world: World) -> None:
    shop = Sent(world)
    (sscc,), (parcel,) = shop.sscc, shop.parcels
    assert shop.tell(said(sscc, "lost", 10)).lost == 1
    assert shop.state("package", parcel) == "lost"
    assert shop.tell(said(sscc, "in_transit", 20)) == Recorded(new=1)  # it happened before
    assert shop.tell(said(sscc, "in_transit", 5)).found == 1
    assert shop.state("package", parcel) == "loaded"
    lose_parcel(shop.service, parcel)
    done = shop.tell(said(sscc, "delivered", 1))
    assert (done.arrived, done.found, done.delivered) == (1, 0, 1)
    assert shop.verbs()[-1] == "delivered"


def test_what_comes_back_is_noted(world: World) -> None:
    shop = Sent(world)
    shop.tell(said(shop.sscc[0], "returned", 1))
    assert shop.state("package", shop.parcels[0]) == "loaded"
    assert shop.verbs()[-1] == "parcel_returned"


def test_a_parcel_that_has_not_left_takes_no_step(world: World) -> None:
    shop = Sent(world)
    unship_shipment(shop.packer, shop.shipment)
    assert shop.tell(said(shop.sscc[0], "delivered", 1)) == Recorded(new=1)
    assert shop.state("package", shop.parcels[0]) == "closed"
    ship_shipment(shop.packer, shop.shipment)
    assert shop.state("shipment", shop.shipment) == "shipped"


def test_an_unknown_number_is_kept_until_it_is_known(world: World) -> None:
    shop = Sent(world)
    assert shop.tell(said("XY 1", "delivered", 1)) == Recorded(new=1, unknown=1)
    assert shop.tell(said("XY1", "delivered", 1)) == Recorded(known=1)
    assert match_unknown(shop.service) == Recorded()
    shop.label(shop.parcels[0], "XY1")
    assert match_unknown(shop.service) == Recorded(new=1, delivered=1, arrived=1)
    assert shop.state("shipment", shop.shipment) == "delivered"
    assert match_unknown(shop.service) == Recorded()


def test_the_same_event_under_both_numbers_of_a_parcel_counts_once(world: World) -> None:
    shop = Sent(world)
    shop.tell(said("XY1", "in_transit", 4), said(shop.sscc[0], "in_transit", 4))
    shop.label(shop.parcels[0], "XY1")
    assert match_unknown(shop.service) == Recorded()
    assert world.one("SELECT count(*) FROM tracking_event WHERE dismissed_at IS NOT NULL") == 1
    assert shop.tell(said("XY1", "in_transit", 4)) == Recorded(known=1)


def test_a_number_that_the_carrier_gave_before_is_another_parcel(world: World) -> None:
    shop = Sent(world)
    assert shop.tell(said(shop.sscc[0], "delivered", 24 * 40)) == Recorded(new=1, unknown=1)
    assert match_unknown(shop.service) == Recorded()
    assert shop.state("package", shop.parcels[0]) == "loaded"


def test_a_voided_label_names_no_parcel(world: World) -> None:
    shop = Sent(world)
    shop.label(shop.parcels[0], "XY1", voided=True)
    assert shop.tell(said("XY1", "delivered", 1)).unknown == 1


def test_unknown_numbers_are_put_aside_and_taken_up_again(world: World) -> None:
    shop = Sent(world)
    shop.tell(said("XY1", "lost", 1), said(shop.sscc[0], "accepted", 30))
    event = world.one("SELECT id FROM tracking_event WHERE number = 'XY1'")
    known = world.one("SELECT id FROM tracking_event WHERE number <> 'XY1'")
    assert dismiss_event(shop.service, event) == "XY1"
    before = world.tables(*WATCHED)
    for wrong in (event, known):
        with pytest.raises(Conflict):
            dismiss_event(shop.service, wrong)
    with pytest.raises(Conflict):
        restore_event(shop.service, known)
    with pytest.raises(NotFound):
        restore_event(shop.service, 987_654)
    assert world.tables(*WATCHED) == before
    assert restore_event(shop.service, event) == "XY1"


def test_what_is_refused(world: World) -> None:
    shop = Sent(world)
    (sscc,) = shop.sscc
    before = world.tables(*WATCHED)
    refused: list[tuple[type[Exception], tuple[Tracked, ...]]] = [
        (DatedAhead, (said(sscc, "delivered", -30),)),
        (BadInput, (said(sscc, "exploded"),)),
        (BadInput, (said("  ", "lost"),)),
        (BadInput, (said("9" * 65, "lost"),)),
        (BadInput, (said(sscc, "lost"),) * (MOST_AT_ONCE + 1)),
    ]
    for error, events in refused:
        with pytest.raises(error):
            shop.tell(*events)
    with pytest.raises(NotAllowed):
        record_tracking(shop.packer, (said(sscc, "delivered"),), "test")
    with pytest.raises(Conflict):
        find_parcel(shop.service, shop.parcels[0])
    assert world.tables(*WATCHED) == before
    # A clock that is some hours ahead is a carrier's time zone: it counts as now.
    assert shop.tell(said(sscc, "delivered", -5)).delivered == 1
    at = datetime.fromisoformat(str(world.one("SELECT delivered_at FROM shipment")))
    assert at.replace(tzinfo=at.tzinfo or UTC) <= datetime.now(UTC) + timedelta(minutes=1)


def test_one_file_of_many_events_takes_as_many_statements_as_one(sqlite_world: World) -> None:
    shop = Sent(sqlite_world, 6)
    counts = []
    for some in (shop.sscc[:1], shop.sscc[1:6]):
        seen: list[str] = []
        engine = sqlite_world.database().engine

        def note(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
            seen.append(statement)  # noqa: B023 - read within the loop

        shop.service = sqlite_world.owner
        sa.event.listen(engine, "before_cursor_execute", note)
        shop.tell(*(said(one, "lost", 1) for one in some))
        sa.event.remove(engine, "before_cursor_execute", note)
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_a_number_as_it_is_looked_up() -> None:
    assert plain_number(" 1Z 999 \n") == "1Z999"
    assert (
        plain_number("(00)340123450000000017") == plain_number("00340123450000000017") == "340123450000000017"
    )
    assert plain_number("00ABC") == "00ABC"
