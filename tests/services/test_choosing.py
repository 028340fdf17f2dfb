"""Which service takes a shipment: by rule at confirmation, checked with the closed parcel, changed by hand."""

from __future__ import annotations

import json

import pytest

from app.domain.permissions import Role
from app.domain.rate_files import Band, RateTable
from app.domain.rates import Extra, Zone
from app.errors import Conflict, NotAllowed, NotFound
from app.queries.rate_tables import to_send
from app.services.carriers import CarrierFields, ServiceFields, add_carrier, add_service, edit_service
from app.services.choosing import (
    LabelsThere,
    TooMuchForService,
    change_service,
    choose_carrier,
    quotes_for,
    shipment_quotes,
    would_choose,
)
from app.services.labels import label_package
from app.services.orders import place_order
from app.services.packing import scan_item
from app.services.parcels import close_package, pack_all, reopen_package
from app.services.rate_tables import RuleFields, add_rule, save_rates
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.shop import GTIN

WATCHED = ("shipment", "order_event", "package", "shipping_label")


class Ramp(Bench):
    """A bench with three services: a cheap one up to 1 kg, a dear one up to 30 kg, and one to Belgium alone."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        carrier = add_carrier(self.owner, "RHO", "Rhône")
        small = ServiceFields("", max_weight_g=1_000, max_length_mm=600)
        self.small = add_service(self.owner, carrier, "S", "Small", 2, "23:59", small)
        self.large = add_service(
            self.owner, carrier, "L", "Large", 1, "23:59", ServiceFields("", max_weight_g=30_000)
        )
        self.belgium = add_service(self.owner, carrier, "B", "Benelux", 1, "23:59")
        for service, country, top, price in (
            (self.small, "FR", 1_000, 500),
            (self.large, "FR", 30_000, 900),
            (self.belgium, "BE", 30_000, 100),
        ):
            table = RateTable(
                (Zone(country, "", "A"),), (Band("A", top, price),), (Extra("Fuel", "percent", 1_000),)
            )
            save_rates(self.owner, service, table, RateTable())

    def service_of(self, shipment: int) -> int | None:
        found: int | None = self.world.one(
            "SELECT carrier_service_id FROM shipment WHERE id = :s", s=shipment
        )
        return found

    def events(self, shipment: int) -> list[tuple[str, dict[str, str]]]:
        rows = self.world.rows(
            "SELECT e.verb, e.facts FROM order_event AS e JOIN shipment AS s ON s.order_id = e.order_id"
            " WHERE s.id = :s AND e.verb LIKE 'carrier%' ORDER BY e.id",
            s=shipment,
        )
        return [(row.verb, json.loads(row.facts)) for row in rows]


def test_without_rules_nothing_is_proposed(world: World) -> None:
    shop = Ramp(world)
    assert shop.service_of(shop.order({"MUG": 1}).shipment_id) is None


def test_the_rules_propose_at_confirmation_by_the_products_weights(world: World) -> None:
    shop = Ramp(world)
    add_rule(shop.owner, RuleFields("Belgium", "service", shop.belgium, country="BE"))
    add_rule(shop.owner, RuleFields("Cheapest"))
    seller = world.ctx(Role.CUSTOMER_SERVICE)
    light = place_order(seller, shop.new_order({"MUG": 2})).shipment_id
    heavy = shop.confirmed({"MUG": 11})
    named = place_order(seller, shop.new_order({"MUG": 1}, carrier_service_id=shop.large)).shipment_id
    assert [shop.service_of(one) for one in (light, heavy, named)] == [shop.small, shop.large, shop.large]
    number = shop.number("shipment", light)
    assert shop.events(light) == [
        ("carrier_chosen", {"shipment": number, "carrier": "Rhône Small", "rule": "Cheapest"})
    ]
    assert shop.events(named) == []


def test_a_dry_run_says_why_and_writes_nothing(world: World) -> None:
    shop = Ramp(world)
    shipment = shop.confirmed({"MUG": 11})
    add_rule(shop.owner, RuleFields("Belgium", country="BE"))
    add_rule(shop.owner, RuleFields("Cheapest"))
    before = world.tables(*WATCHED)
    with shop.owner.reading() as connection:
        sent, choice = would_choose(connection, shipment)
        _, quotes = quotes_for(connection, shipment)
        with pytest.raises(NotFound):
            would_choose(connection, 99)
    assert sent.estimated
    assert choice.words == (
        "Rule Belgium does not hold: it goes to FR, not to BE.",
        "Rule Cheapest takes the cheapest in time: Rhône Large.",
        "Rhône Small: takes parcels up to 1\u00a0kg, and this one weighs 1.1\u00a0kg.",
        "Rhône Benelux: does not go to FR 59000.",
    )
    assert [(one.service.id, one.price) for one in quotes] == [
        (shop.large, 990),
        (shop.small, None),
        (shop.belgium, None),
    ]
    assert world.tables(*WATCHED) == before


def test_parcels_are_measured_and_the_rest_estimated(world: World) -> None:
    shop = Ramp(world)
    (shipment,) = shop.picked({"MUG": 3})
    scan_item(shop.packer, shipment, GTIN["MUG"])
    parcel = world.one("SELECT id FROM package WHERE shipment_id = :s", s=shipment)
    close_package(shop.packer, parcel, 180, "", (300, 200, 100))
    with shop.packer.reading() as connection:
        sent = to_send(connection, shipment)
    assert sent is not None
    assert [(one.weight_g, one.longest_mm) for one in sent.wanted.goods.parcels] == [(180, 300), (200, 0)]
    assert (sent.estimated, sent.wanted.value, sent.wanted.currency) == (True, 750, "EUR")


def test_a_parcel_that_is_too_much_for_its_service_is_refused_naming_who_takes_it(world: World) -> None:
    shop = Ramp(world)
    (shipment,) = shop.picked({"MUG": 1})
    change_service(shop.packer, shipment, shop.small)
    scan_item(shop.packer, shipment, GTIN["MUG"])
    parcel = world.one("SELECT id FROM package WHERE shipment_id = :s", s=shipment)
    before = world.tables(*WATCHED)
    for weight, size, why in (
        (1_001, (0, 0, 0), "Rhône Small: takes parcels up to 1\u00a0kg, and this one weighs 1.001\u00a0kg."),
        (900, (601, 10, 10), "Rhône Small: takes parcels up to 600 mm long, and this one is 601 mm long."),
    ):
        with pytest.raises(TooMuchForService) as refused:
            close_package(shop.packer, parcel, weight, "", size)
        assert refused.value.message == why
        assert refused.value.facts["takers"] == ["Rhône Large"]
    assert world.tables(*WATCHED) == before
    change_service(shop.packer, shipment, shop.large)
    assert close_package(shop.packer, parcel, 1_001).finished


def test_too_much_at_once_is_refused_too(world: World) -> None:
    shop = Ramp(world)
    (shipment,) = shop.picked({"MUG": 11})
    change_service(shop.packer, shipment, shop.small)
    with pytest.raises(TooMuchForService):
        pack_all(shop.packer, shipment)
    assert shop.state("shipment", shipment) == "picked"


def test_changed_by_hand_and_back(world: World) -> None:
    shop = Ramp(world)
    shipment = shop.order({"MUG": 1}).shipment_id
    changed = change_service(shop.packer, shipment, shop.large)
    assert (changed.before, changed.after, changed.name) == (None, shop.large, "Rhône Large")
    assert change_service(shop.packer, shipment, changed.before).after is None
    assert [verb for verb, _ in shop.events(shipment)] == ["carrier_changed", "carrier_changed"]
    assert change_service(shop.packer, shipment, None).before is None, "nothing to change is no change"
    assert len(shop.events(shipment)) == 2
    before = world.tables(*WATCHED)
    with pytest.raises(NotAllowed):
        change_service(world.ctx(Role.PICKER), shipment, shop.large)
    with pytest.raises(NotFound):
        change_service(shop.packer, shipment, 99)
    edit_service(
        shop.owner,
        shop.large,
        ServiceFields("Large", active=False, cut_off="23:59", max_weight_g=30_000),
        ServiceFields("Large", cut_off="23:59", max_weight_g=30_000),
    )
    with pytest.raises(Conflict, match="Rhône Large is not offered"):
        change_service(shop.packer, shipment, shop.large)
    assert world.tables(*WATCHED) == before


def test_a_shipment_with_labels_keeps_its_carrier_until_they_are_void(world: World) -> None:
    shop = Ramp(world)
    shipment, parcel = shop.packed({"MUG": 1})
    change_service(shop.packer, shipment, shop.small)
    label_package(shop.packer, parcel)
    before = world.tables(*WATCHED)
    with pytest.raises(LabelsThere) as refused:
        change_service(shop.packer, shipment, shop.large)
    assert refused.value.facts["parcels"] == [1]
    assert world.tables(*WATCHED) == before
    reopen_package(shop.packer, parcel)
    assert change_service(shop.packer, shipment, shop.large).after == shop.large


def test_a_closed_parcel_is_held_against_the_new_service(world: World) -> None:
    shop = Ramp(world)
    shipment, _ = shop.packed({"MUG": 11})
    with pytest.raises(TooMuchForService):
        change_service(shop.packer, shipment, shop.small)
    assert change_service(shop.packer, shipment, shop.large).after == shop.large


def test_the_rules_choose_again_with_what_the_parcels_are(world: World) -> None:
    shop = Ramp(world)
    add_rule(shop.owner, RuleFields("Cheapest"))
    shipment, _ = shop.packed({"MUG": 1})
    assert shop.service_of(shipment) == shop.small
    change_service(shop.packer, shipment, None)
    chosen = choose_carrier(shop.packer, shipment)
    assert (chosen.service_id, chosen.name) == (shop.small, "Rhône Small")
    assert chosen.words[0] == "Rule Cheapest takes the cheapest in time: Rhône Small."
    assert choose_carrier(shop.packer, shipment).service_id == shop.small
    assert [verb for verb, _ in shop.events(shipment)] == [
        "carrier_chosen",
        "carrier_changed",
        "carrier_chosen",
    ]
    _, quotes = shipment_quotes(shop.packer, shipment)
    assert quotes[0].service.id == shop.small
    with pytest.raises(NotAllowed):
        shipment_quotes(world.ctx(Role.PICKER), shipment)


def test_a_carrier_out_of_use_is_not_chosen(world: World) -> None:
    shop = Ramp(world)
    add_rule(shop.owner, RuleFields("Small", "service", shop.small))
    from app.services.carriers import edit_carrier

    edit_carrier(shop.owner, 1, CarrierFields("Rhône", active=False), CarrierFields("Rhône"))
    assert shop.service_of(shop.order({"MUG": 1}).shipment_id) is None
