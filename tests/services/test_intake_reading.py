"""What an order that came in means here: found by what it is known by, and never guessed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.domain.permissions import Role
from app.integrations.channels.reading import OrderReading, ReadLine, ReadParty
from app.services.intake import accept_message, file_reading, refuse_message
from tests.rig.databases import World
from tests.rig.shop import GTIN, Shop


def test_smoke(world: World) -> None:
    shop = Shop(world)
    reading = OrderReading(
        "edifact",
        "4711",
        "edifact:4012345000009",
        ReadParty(code="C1"),
        (ReadLine("1", Decimal(3), gtin=GTIN["MUG"], unit="PCE", unit_price=Decimal("2.5")),),
        currency="EUR",
    )
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    filed = file_reading(ctx, "order.edi", b"bytes", reading)
    assert filed.ready, filed
    entered = accept_message(ctx, filed.message_id, op_key="a")
    assert entered.total == 900
    again = file_reading(ctx, "order2.edi", b"bytes2", reading)
    assert again.state == "refused" and again.duplicate_of == entered.number
    other = file_reading(ctx, "order3.edi", b"bytes3", replace(reading, note="x"))
    assert other.state == "conflict"
    refuse_message(ctx, other.message_id, "no")
