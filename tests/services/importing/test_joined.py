"""Heads and lines from two files; what does not join is refused and named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.domain.permissions import Role
from app.integrations.channels.base import Rejected
from app.services.carriers import add_carrier, add_service
from app.services.importing import Imported, documents
from tests.rig.databases import World
from tests.rig.shop import Shop
from tests.services.importing.samples import WRITTEN, bring, counts, findings, profile, write

JOINED = """
format = 1
currency = "EUR"

[orders]
layout = "header_and_lines"
files = ["heads*.csv"]
history = "none"

[orders.columns]
number = "No"
customer = "Client"
carrier = "Via"
ship_name = "To"
ship_city = "City"
ship_country = "Country"

[orders.lines]
files = ["lines*.csv"]

[orders.lines.columns]
order = "Order"
position = "Pos"
sku = "Art"
qty = "Menge"
unit_price = "Preis"
"""
HEADS = "No,Client,Via,To,City,Country\n"
LINES = "Order,Pos,Art,Menge,Preis\n"
GOOD = "7,C1,,Bea,Bonn,Germany\n"
GOOD_LINES = "7,20,MUG,1,2\n7,10,POT,3,4.5\n"


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)


def take(shop: Shop, folder: Path, heads: str, lines: str, **options: Any) -> tuple[Imported, list[Rejected]]:
    files = (write(folder, LINES + lines, "lines.csv"), write(folder, HEADS + heads, "heads.csv"))
    return bring(shop.world.ctx(Role.CUSTOMER_SERVICE), "orders", profile(JOINED), *files, **options)


def test_heads_and_lines_are_joined_with_their_own_positions_and_address(shop: Shop, tmp_path: Path) -> None:
    result, bad = take(shop, tmp_path, GOOD + "8,C1,,,,\n", "8,,JAR,1,1\n" + GOOD_LINES)
    assert (counts(result), bad) == ((2, 3, "16.50", "0.00", 0, 0), [])
    rows = shop.world.rows(
        "SELECT external_number, position, qty, city FROM sales_order o JOIN order_line l ON l.order_id = o.id"
        " JOIN address a ON a.id = o.ship_address_id ORDER BY 1, 2"
    )
    assert [tuple(row) for row in rows] == [("7", 10, 3, "Bonn"), ("7", 20, 1, "Bonn"), ("8", 1, 1, "Lille")]
    assert findings(shop.world) == []


def test_what_does_not_join_is_named(shop: Shop, tmp_path: Path) -> None:
    before = shop.world.tables(*WRITTEN)
    heads = GOOD + "7,C1,,Bea,Bonn,Germany\n9,C1,,,,\n10,C1,,,,Atlantis\n11,C1,,,,\n"
    lines = GOOD_LINES + "99,1,MUG,1,1\n10,1,MUG,1,1\n11,1,GHOST,1,1\n"
    result, bad = take(shop, tmp_path, heads, lines)
    assert [(row.file, row.line, row.column, row.reason.split(";")[0]) for row in bad] == [
        ("lines.csv", 4, "Order", "there is no order 99 among the heads"),
        ("lines.csv", 5, "Order", "its order 10 was refused"),
        ("lines.csv", 6, "Art", "there is no product 'GHOST'"),
        ("heads.csv", 3, "No", "order 7 stands in line 2 already"),
        ("heads.csv", 4, "No", "the order has no line"),
        ("heads.csv", 5, "Country", "'Atlantis' is no country we know"),
        ("heads.csv", 6, "No", "no line of this order can be used"),
    ]
    assert not result.done
    assert shop.world.tables(*WRITTEN) == before
    result, bad = take(shop, tmp_path, heads, lines, skip_bad=True)
    assert (result.orders, len(bad)) == (1, 7)
    assert shop.world.one("SELECT count(*) FROM order_hold") == 1, (
        "order 7 lost a head; nobody knows what it said"
    )


def test_carriers_are_known_by_service_or_name(shop: Shop, tmp_path: Path) -> None:
    carrier = add_carrier(shop.owner, "FAST", "Fast Freight")
    add_service(shop.owner, carrier, "FAST-24", "Fast 24")
    heads = "1,C1,fast-24,,,\n2,C1,Fast Freight,,,\n3,C1,Slow,,,\n"
    take(shop, tmp_path, heads, "1,,MUG,1,1\n2,,MUG,1,1\n3,,MUG,1,1\n")
    rows = shop.world.rows(
        "SELECT carrier_service_id IS NULL AS none, internal_note FROM sales_order ORDER BY external_number"
    )
    assert [(bool(row.none), row.internal_note) for row in rows] == [
        (False, ""),
        (False, ""),
        (True, "Carrier in the file: Slow"),
    ]


def test_an_endless_order_is_refused(shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MOST_LINES", 3)
    monkeypatch.setattr("app.services.importing.orders.MOST_LINES", 3)
    result, bad = take(shop, tmp_path, GOOD, "7,,MUG,1,1\n" * 4)
    assert [(row.file, row.line) for row in bad] == [("heads.csv", 2)]
    assert "more than 3 lines" in bad[0].reason
    assert not result.done
    result, bad = take(shop, tmp_path, GOOD, "7,,MUG,1,1\n" * 2)
    assert (result.lines, bad) == (2, [])
