"""Rate tables kept whole, and rules in their order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.permissions import Role
from app.domain.rate_files import Band, RateTable
from app.domain.rates import Extra, Zone
from app.errors import BadInput, Conflict, NotAllowed, NotFound
from app.queries.rate_tables import active_rules, rate_table, services_to
from app.services.carriers import add_carrier, add_service
from app.services.rate_tables import RuleFields, add_rule, edit_rule, move_rule, remove_rule, save_rates
from tests.rig.databases import World

TABLE = RateTable(
    (Zone("FR", "", "A"), Zone("FR", "20", "B"), Zone("BE", "", "B")),
    (Band("A", 1_000, 690), Band("A", 5_000, 990), Band("B", 30_000, 2_990)),
    (Extra("Fuel", "percent", 1_250), Extra("Corsica", "prefix", 900, prefix="FR 20")),
)
TABLES = ("rate_zone", "rate", "surcharge", "carrier_rule")


@pytest.fixture
def service(world: World) -> int:
    return add_service(world.owner, add_carrier(world.owner, "RHO", "Rhône"), "S", "Standard")


def test_a_table_is_kept_whole_and_put_back(world: World, service: int) -> None:
    boss = world.ctx(Role.SUPERVISOR)
    assert save_rates(boss, service, TABLE, RateTable()) == 1
    with boss.reading() as connection:
        assert rate_table(connection, service) == TABLE
        (france,) = services_to(connection, "FR")
        (germany,) = services_to(connection, "DE")
    assert france.rates == {"A": ((1_000, 690), (5_000, 990)), "B": ((30_000, 2_990),)}
    assert france.zones == TABLE.zones[:2]
    assert germany.zones, "it has zones, none of them there: it does not go there"
    shorter = replace(TABLE, bands=(*TABLE.bands[1:],))
    save_rates(boss, service, shorter, TABLE)
    save_rates(boss, service, TABLE, shorter)
    with boss.reading() as connection:
        assert rate_table(connection, service) == TABLE


def test_another_desks_table_is_not_overwritten(world: World, service: int) -> None:
    save_rates(world.owner, service, TABLE, RateTable())
    before = world.tables(*TABLES)
    with pytest.raises(Conflict, match="S was changed at another desk"):
        save_rates(world.owner, service, replace(TABLE, extras=()), RateTable())
    with pytest.raises(BadInput, match="No row says where zone B is"):
        save_rates(world.owner, service, replace(TABLE, zones=TABLE.zones[:1]), TABLE)
    with pytest.raises(NotFound):
        save_rates(world.owner, 99, TABLE, RateTable())
    with pytest.raises(NotAllowed):
        save_rates(world.ctx(Role.PACKER), service, RateTable(), TABLE)
    assert world.tables(*TABLES) == before


def test_rules_in_their_order(world: World, service: int) -> None:
    boss = world.ctx(Role.SUPERVISOR)
    ids = [add_rule(boss, RuleFields(name)) for name in ("One", "Two", "Three")]
    assert move_rule(boss, ids[2], -5) == 1
    assert move_rule(boss, ids[0], 1) == 3
    assert move_rule(boss, ids[0], 1) == 3

    def names() -> list[str]:
        with boss.reading() as connection:
            return [rule.name for rule in active_rules(connection)]

    assert names() == ["Three", "Two", "One"]
    was = RuleFields("Two")
    edit_rule(boss, ids[1], replace(was, active=False), was)
    assert names() == ["Three", "One"]
    with pytest.raises(Conflict):
        edit_rule(boss, ids[1], replace(was, name="II"), was)
    gone = remove_rule(boss, ids[2])
    assert (gone, names()) == (RuleFields("Three"), ["One"])
    add_rule(boss, gone)
    assert names() == ["One", "Three"]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        (RuleFields(""), "rule name"),
        (RuleFields("R", "dearest"), "choice"),
        (RuleFields("R", "service"), "carrier_service_id"),
        (RuleFields("R", country="FR XX"), "country"),
        (RuleFields("R", from_g=-1), "from_g"),
        (RuleFields("R", from_g=5, to_g=4), "to_g"),
    ],
)
def test_a_rule_that_cannot_be(sqlite_world: World, fields: RuleFields, field: str) -> None:
    with pytest.raises(BadInput) as refused:
        add_rule(sqlite_world.owner, fields)
    assert refused.value.facts["field"] == field
    assert sqlite_world.tables("carrier_rule") == {"carrier_rule": []}


def test_what_a_rule_names_is_written_plainly(world: World, service: int) -> None:
    rule = add_rule(
        world.owner, RuleFields(" Benelux ", "service", service, country="be, nl", postal_prefix="1a")
    )
    with world.owner.reading() as connection:
        (found,) = active_rules(connection)
    assert (found.id, found.name, found.country, found.postal_prefix) == (rule, "Benelux", "BE NL", "1A")
    with pytest.raises(NotFound):
        add_rule(world.owner, RuleFields("R", "service", 99))
    with pytest.raises(NotFound):
        remove_rule(world.owner, 99)
    with pytest.raises(NotFound):
        move_rule(world.owner, 99, 1)
    with pytest.raises(NotAllowed):
        add_rule(world.ctx(Role.PACKER), RuleFields("R"))
