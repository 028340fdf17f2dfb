"""Narrowing orders down: each condition, all of them together, kept as text; on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from app.domain.permissions import Role
from app.errors import BadInput, NotAllowed
from app.queries import order_filters
from app.queries.days import today
from app.queries.order_filters import BANDS, OWN_DELIVERY, VIEWS, OrderFilters
from app.queries.order_ready import ready
from app.queries.order_waiting import LIGHTS
from app.queries.orders import count_orders, orders
from app.queries.pages import Ask
from app.services.orders import confirm_order, enter_order, hold_order
from app.services.parties import NewCustomer, add_customer
from app.services.release import release_shipments
from tests.rig.databases import World
from tests.rig.shop import ADDRESS, Shop


def found(world: World, *, role: Role = Role.CUSTOMER_SERVICE, sort: str = "", **asked: Any) -> list[int]:
    """Ids by pages of two; the count agrees."""
    ids: list[int] = []
    after = None
    while True:
        with world.ctx(role).reading() as connection:
            page = orders(connection, Ask(after=after, size=2, sort=sort, filters=asked), addresses=True)
            count = count_orders(connection, Ask(filters=asked), addresses=True)
        ids += [row.id for row in page.rows]
        if page.after is None:
            assert count == len(ids)
            return ids
        after = page.after


class Mixed:
    """Orders that differ in what can be asked."""

    def __init__(self, world: World) -> None:
        self.shop = shop = Shop(world)
        with shop.owner.reading() as connection:
            self.day = today(connection)
        belgium = type(ADDRESS)(
            country_code="BE", name="Bob", street_address="Rue 1", postal_code="1000", city="Bruxelles"
        )
        self.other = add_customer(shop.owner, NewCustomer("K-7", "Épicerie Ségur", bill_address=belgium))
        self.plain = shop.draft({"MUG": 1}, promised_on=self.day).order_id
        self.urgent = shop.draft({"POT": 4}, priority=9, promised_on=self.day + timedelta(days=5)).order_id
        new = shop.new_order({"JAR": 3, "MUG": 1}, promised_on=self.day + timedelta(days=2), channel="web")
        self.theirs = enter_order(shop.owner, replace(new, customer_id=self.other)).order_id
        hold_order(shop.owner, self.urgent, "credit-check")
        with world.database().engine.begin() as connection:
            connection.execute(
                sa.text("UPDATE customer SET vip = :yes WHERE id = :id"), {"yes": True, "id": self.other}
            )
            connection.execute(
                sa.text("INSERT INTO order_tag (order_id, tag) VALUES (:id, 'gift')"), {"id": self.theirs}
            )


@pytest.mark.parametrize("few", [0, 10_000])
def test_each_condition_and_all_together(world: World, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(order_filters, "FEW", few)
    monkeypatch.setattr(order_filters, "FEW_TOGETHER", few)
    mixed = Mixed(world)
    plain, urgent, theirs, shop = mixed.plain, mixed.urgent, mixed.theirs, mixed.shop
    for asked, ids in (
        ({"site": shop.warehouse}, {plain, urgent, theirs}),
        ({"site": shop.warehouse + 1}, set()),
        ({"since": 3}, {urgent}),
        ({"since": mixed.day, "until": 0}, {plain}),
        ({"priority": "urgent"}, {urgent}),
        ({"priority": "low"}, set()),
        ({"customer": mixed.other}, {theirs}),
        ({"customer": "segur"}, {theirs}),
        ({"customer": "nobody"}, set()),
        ({"country": "be"}, {theirs}),
        ({"carrier": OWN_DELIVERY}, {plain, urgent, theirs}),
        ({"carrier": 99}, set()),
        ({"tag": "gift"}, {theirs}),
        ({"vip": True}, {theirs}),
        ({"vip": False}, {plain, urgent}),
        ({"channel": "web"}, {theirs}),
        ({"kind": "sale"}, {plain, urgent, theirs}),
        ({"kind": "sample"}, set()),
        ({"held": "any"}, {urgent}),
        ({"held": "credit-check"}, {urgent}),
        ({"held": "address-check"}, set()),
        ({"amount_from": 3000}, {urgent, theirs}),
        ({"amount_to": 2999}, {plain}),
        ({"entered_by": "nobody"}, set()),
        ({"product": "MUG"}, {plain, theirs}),
        ({"product": "7622210449283"}, {urgent}),
        ({"product": "shop jar"}, {theirs}),
        ({"product": "nothing"}, set()),
        ({"product": "MUG", "vip": True, "channel": "web", "amount_from": 1}, {theirs}),
        ({"product": "MUG", "vip": True, "channel": "telephone"}, set()),
    ):
        for view, sort in (("open", "promise"), ("drafts", "number"), ("all", "ordered")):
            assert set(found(world, sort=sort, view=view, **asked)) == ids, (asked, sort, view)
    assert found(world, view="closed", product="MUG") == []


def test_the_light_that_is_asked_for_is_the_one_that_is_shown(world: World) -> None:
    shop = Shop(world)
    released = shop.order({"MUG": 2})
    release_shipments(shop.owner, (released.shipment_id,))
    shop.order({"POT": 15, "MUG": 1})
    for lines, whole in (
        ({"POT": 5}, False),
        ({"POT": 6}, False),
        ({"POT": 6, "JAR": 2}, False),
        ({"POT": 6, "JAR": 2}, True),
        ({"POT": 6, "JAR": 99}, False),
    ):
        confirm_order(shop.owner, shop.draft(lines, ship_complete=whole).order_id)
    new = shop.new_order({"POT": 3})
    twice = enter_order(shop.owner, type(new)(new.customer_id, new.warehouse_id, new.lines * 2)).order_id
    confirm_order(shop.owner, twice)
    hold_order(
        shop.owner, confirm_order(shop.owner, shop.draft({"POT": 6}).order_id).order_id, "credit-check"
    )
    shop.draft({"MUG": 1})
    every = found(world, view="all")
    with shop.owner.reading() as connection:
        shown = ready(connection, every, today(connection))
    for light in LIGHTS:
        assert set(found(world, ready=light)) == {one for one in every if shown[one].light == light}, light
    assert {one.light for one in shown.values()} == {*LIGHTS, ""}


def test_a_country_is_asked_only_by_those_who_read_addresses(world: World) -> None:
    Mixed(world)
    with world.ctx(Role.PICKER).reading() as connection, pytest.raises(NotAllowed):
        orders(connection, Ask(filters={"country": "BE"}))


@pytest.mark.parametrize(
    "asked",
    [
        {"colour": "red"},
        {"view": "nothing"},
        {"ready": "maybe"},
        {"priority": "top"},
        {"site": "Lille"},
        {"vip": "yes"},
        {"until": 10**9},
        {"until": "soon"},
        {"amount_from": 10**30},
        {"tag": "a\0b"},
        {"customer": "x" * 1000},
    ],
)
def test_what_cannot_be_asked_is_refused_with_its_name(asked: dict[str, Any]) -> None:
    with pytest.raises(BadInput) as caught:
        OrderFilters.of(asked)
    assert caught.value.hint


def test_a_text_that_is_none_is_refused() -> None:
    for text in ("{", "[]", "null", '{"view": 3}'):
        with pytest.raises(BadInput):
            OrderFilters.from_text(text)
    assert OrderFilters.from_text("") == OrderFilters()


_DAYS = st.none() | st.integers(-400, 400) | st.dates(date(2000, 1, 1), date(2100, 1, 1))
_WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)


@given(
    st.builds(
        OrderFilters,
        view=st.sampled_from(VIEWS),
        site=st.none() | st.integers(1, 9),
        ready=st.sampled_from(("", *LIGHTS)),
        since=_DAYS,
        until=_DAYS,
        priority=st.sampled_from(("", *BANDS)),
        customer=st.none() | st.integers(1, 9) | _WORDS.filter(bool),
        tag=_WORDS,
        vip=st.none() | st.booleans(),
        amount_from=st.none() | st.integers(-(2**62), 2**62),
        product=_WORDS,
    )
)
def test_conditions_come_back_from_their_text_as_they_were(asked: OrderFilters) -> None:
    assert OrderFilters.from_text(asked.text()) == asked
