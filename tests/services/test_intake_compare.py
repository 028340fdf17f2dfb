"""What two versions of an order say differently."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.integrations.channels.reading import OrderReading, ReadLine, ReadParty
from app.services.intake_compare import Difference, differences

READING = OrderReading(
    "edifact",
    "PO-1",
    "edifact:1",
    ReadParty(name="Ada", code="C1"),
    (ReadLine("1", Decimal(3), sku="MUG", unit_price=Decimal("2.50")), ReadLine("2", Decimal(1), sku="POT")),
    requested_on=date(2026, 12, 1),
)


def test_the_same_is_no_difference() -> None:
    assert differences(READING, READING) == ()
    turned = replace(
        READING, lines=(replace(READING.lines[1], number="1"), replace(READING.lines[0], number="2"))
    )
    assert differences(READING, turned) == (), "where a line stands does not matter"


def test_head_and_lines() -> None:
    more = replace(READING.lines[0], qty=Decimal(30), unit_price=Decimal("2.4"))
    now = replace(
        READING, requested_on=None, note="Ring twice", lines=(more, ReadLine("9", Decimal(2), sku="TEA"))
    )
    assert differences(READING, now) == (
        Difference("requested", "2026-12-01", ""),
        Difference("note", "", "Ring twice"),
        Difference("line", "3 × 2.5", "30 × 2.4", "MUG"),
        Difference("line", "1", "", "POT"),
        Difference("line", "", "2", "TEA"),
    )
