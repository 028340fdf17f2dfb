"""A bench calls a supervisor once; somebody says that they come, or it is taken back."""

from __future__ import annotations

import pytest

from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotAllowed, NotFound
from app.queries.help_calls import last_call, open_calls
from app.services.help_calls import answer_call, call_help, take_call_back, unanswer_call
from tests.rig.bench import Bench
from tests.rig.databases import World


def waiting(world: World) -> list[tuple[str, str]]:
    """Desk and shipment of each open call."""
    with world.database().reading() as connection:
        return [(call.desk, call.shipment) for call in open_calls(connection)]


def test_a_desk_calls_once_and_somebody_comes(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 1})
    called = call_help(shop.packer, shipment, "scale is odd")
    assert call_help(shop.packer, shipment).again
    assert waiting(world) == [("PACK-1", shop.number("shipment", shipment))]
    boss = world.ctx(Role.SUPERVISOR)
    answer_call(boss, called.call_id)
    assert waiting(world) == []
    with shop.packer.reading() as connection:
        call = last_call(connection, "PACK-1")
    assert call is not None
    assert (call.answered_by, call.mine, call.note) == (boss.actor, False, "scale is odd")
    unanswer_call(boss, called.call_id)
    assert len(waiting(world)) == 1
    take_call_back(shop.packer, called.call_id)
    assert waiting(world) == []
    with shop.packer.reading() as connection:
        call = last_call(connection, "PACK-1")
        assert last_call(connection, "NOWHERE") is None
    assert call is not None
    assert call.mine


def test_refusals_leave_nothing(world: World) -> None:
    shop = Bench(world)
    called = call_help(shop.packer).call_id
    before = world.tables("help_call")
    with pytest.raises(NotAllowed):
        answer_call(shop.packer, called)
    with pytest.raises(NotAllowed):
        call_help(world.ctx(Role.PICKER))
    with pytest.raises(NotAllowed):
        take_call_back(world.ctx(Role.PACKER, Role.SUPERVISOR, desk="PACK-2"), called)
    with pytest.raises(BadInput):
        call_help(shop.packer, None, "x" * 201)
    with pytest.raises(NotFound):
        answer_call(world.ctx(Role.SUPERVISOR), 999)
    assert world.tables("help_call") == before
    answer_call(world.ctx(Role.SUPERVISOR), called)
    before = world.tables("help_call")
    with pytest.raises(Conflict):
        answer_call(world.ctx(Role.ADMIN), called)
    assert world.tables("help_call") == before
