"""Carriers and their services."""

from __future__ import annotations

import pytest

from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotFound
from app.services.carriers import add_carrier, add_service
from tests.rig.databases import World


def test_carrier_sells_services(world: World) -> None:
    ctx = world.ctx(Role.SUPERVISOR)
    carrier = add_carrier(ctx, "COLI", "Coli Express")
    service = add_service(ctx, carrier, "COLI-24", "Next day", 1, "18:00")
    row = world.rows("SELECT * FROM carrier_service WHERE id = :id", id=service)[0]
    assert (row.carrier_id, row.code, row.transit_days, row.cut_off) == (carrier, "COLI-24", 1, "18:00")
    before = world.tables("carrier", "carrier_service")
    with pytest.raises(Conflict):
        add_carrier(ctx, "COLI", "Another")
    with pytest.raises(NotFound):
        add_service(ctx, 999, "X", "X")
    with pytest.raises(BadInput):
        add_service(ctx, carrier, "X", "X", -1)
    with pytest.raises(BadInput):
        add_service(ctx, carrier, "X", "X", 1, "25:00")
    assert world.tables("carrier", "carrier_service") == before
