"""Parcels under way: late, lost, in trouble, silent, and numbers that nobody knows."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.permissions import Role
from app.queries.pages import Ask
from app.queries.under_way import (
    SILENT_DAYS,
    UnderWay,
    parcel_events,
    tracking_link,
    under_way,
    under_way_count,
)
from app.services.carriers import add_carrier, add_service
from app.services.shipping import lose_parcel
from tests.rig.databases import World
from tests.rig.sent import NOW, Sent, said


def rows(world: World, show: str = "", **more: object) -> tuple[UnderWay, ...]:
    """What a view shows; it counts as many."""
    text = str(more.pop("text", ""))
    ask = Ask(text=text, filters={"show": show, **more})
    with world.database(world.url_of(Role.CUSTOMER_SERVICE)).reading() as connection:
        found = under_way(connection, ask, addresses=True).rows
        assert under_way_count(connection, ask) == len(found)
    return found


def left(world: World, days: float, service: int | None = None) -> None:
    """Let the shipments have left so many days ago, with a carrier's service."""
    at = (NOW - timedelta(days=days)).strftime("%Y-%m-%d %H:%M:%S.000000")
    at = f"{at}+00" if world.postgresql else at
    with world.database().engine.begin() as connection:
        if world.postgresql:
            connection.exec_driver_sql("ALTER TABLE shipment DISABLE TRIGGER USER")
        connection.exec_driver_sql(f"UPDATE shipment SET shipped_at = '{at}'")
        if service is not None:
            connection.exec_driver_sql(f"UPDATE shipment SET carrier_service_id = {service}")
        if world.postgresql:
            connection.exec_driver_sql("ALTER TABLE shipment ENABLE TRIGGER USER")


def test_a_parcel_is_late_by_the_days_of_its_service(world: World) -> None:
    shop = Sent(world, 2)
    assert rows(world, "late") == ()
    assert len(rows(world)) == 2
    carrier = add_carrier(shop.owner, "CX", "Colis Express")
    slow = add_service(shop.owner, carrier, "SLOW", "Slow", transit_days=20)
    left(world, 10, slow)
    assert rows(world, "late") == ()
    quick = add_service(shop.owner, carrier, "QUICK", "Quick", transit_days=2)
    left(world, 10, quick)
    found = rows(world, "late")
    assert [row.sscc for row in found] == shop.sscc
    assert all(row.late_days > 0 for row in found)
    assert (found[0].carrier, found[0].country, found[0].parcels, found[0].said) == (
        *("Colis Express Quick", "FR", 2),
        "",
    )
    shop.tell(said(shop.sscc[0], "delivered", 1))
    assert [row.sscc for row in rows(world, "late")] == shop.sscc[1:]
    assert rows(world, "late", carrier=carrier + 1) == ()


@pytest.mark.parametrize("days", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
def test_the_list_and_the_rows_agree_about_what_is_late(sqlite_world: World, days: int) -> None:
    shop = Sent(sqlite_world)
    service = add_service(shop.owner, add_carrier(shop.owner, "CX", "CX"), "S", "S", transit_days=3)
    left(sqlite_world, days, service)
    (row,) = rows(sqlite_world)
    assert len(rows(sqlite_world, "late")) == (row.late_days > 0)


def test_lost_trouble_silent_and_what_the_carrier_says(world: World) -> None:
    shop = Sent(world, 4)
    one, two, three, four = shop.sscc
    left(world, SILENT_DAYS + 1, add_service(shop.owner, add_carrier(shop.owner, "CX", "CX"), "S", "S"))
    lose_parcel(shop.service, shop.parcels[0])
    shop.tell(
        said(two, "exception", 3, "Adresse incomplète"),
        said(two, "in_transit", 30),
        said(three, "in_transit", 24 * 20),
    )
    assert [row.sscc for row in rows(world, "lost")] == [one]
    (trouble,) = rows(world, "trouble")
    assert (trouble.sscc, trouble.said, trouble.words) == (two, "exception", "Adresse incomplète")
    assert [row.sscc for row in rows(world, "silent")] == [three, four]
    with world.database().reading() as connection:
        events = parcel_events(connection, trouble.id)
    assert [event.code for event in events] == ["exception", "in_transit"]


def test_unknown_numbers_stand_beside(world: World) -> None:
    shop = Sent(world)
    shop.tell(said("XY1", "lost", 2), said("XY2", "accepted", 1))
    found = rows(world, "unknown")
    assert [(row.tracking, row.said, row.package_id) for row in found] == [
        ("XY2", "accepted", None),
        ("XY1", "lost", None),
    ]
    assert [row.tracking for row in rows(world, "unknown", text="XY1")] == ["XY1"]
    assert len(rows(world)) == 1


def test_a_parcel_is_found_by_all_its_names(world: World) -> None:
    shop = Sent(world)
    shop.label(shop.parcels[0], "1Z1")
    number = shop.number("shipment", shop.shipment)
    for text in (shop.sscc[0], number.lower(), "1Z1", "analyt", number[:7]):
        assert len(rows(world, text=text)) == 1, text
    assert rows(world, text="nobody") == ()


def test_pages_follow_each_other(sqlite_world: World) -> None:
    shop = Sent(sqlite_world, 3)
    with sqlite_world.database().reading() as connection:
        first = under_way(connection, Ask(size=2), addresses=False)
        second = under_way(connection, Ask(size=2, after=first.after), addresses=False)
        assert [row.id for row in (*first.rows, *second.rows)] == shop.parcels
        assert second.after is None
        assert first.rows[0].country == ""
    shop.tell(*(said(f"X{number}", "lost", 1) for number in range(3)))
    with sqlite_world.database().reading() as connection:
        ask = Ask(size=2, filters={"show": "unknown"})
        first = under_way(connection, ask, addresses=False)
        ask = Ask(size=2, filters={"show": "unknown"}, after=first.after)
        assert len(under_way(connection, ask, addresses=False).rows) == 1


def test_links_are_pages_of_the_web_alone() -> None:
    assert (
        tracking_link("https://t.example/?n={tracking}&l=fr", "1Z/9 &")
        == "https://t.example/?n=1Z%2F9%20%26&l=fr"
    )
    for url in ("javascript:alert('{tracking}')", "https://t.example/", "", "file:///{tracking}"):
        assert tracking_link(url, "1Z1") == ""
    assert tracking_link("https://t.example/{tracking}", "") == ""
