"""The command `import orders --channel`: what it files and enters, its JSON, its exit status."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app import config
from app.cli import program
from app.cli.orders import run_orders
from app.cli.terminal import Terminal
from app.domain.permissions import Role
from app.integrations.channels.reading import Oddity
from app.services.intake_words import ODDITIES, oddity_text
from app.services.parties import NewCustomer, edit_customer
from tests.integrations.channels.orders.samples import BUYER, GOOD, SHOPIFY, UBL
from tests.rig.databases import World
from tests.rig.shop import ADDRESS, Shop

KEYS = {"orders", "waiting", "conflicts", "duplicates", "refused", "messages", "warnings", "rejected"}


@pytest.fixture
def shop(world: World) -> Shop:
    shop = Shop(world)
    edit_customer(shop.owner, shop.customer, NewCustomer("C1", "Épicerie", ADDRESS, gln=BUYER), 1)
    return shop


class Command:
    """The command as somebody of customer service runs it."""

    def __init__(self, shop: Shop, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.ctx = shop.world.ctx(Role.CUSTOMER_SERVICE)
        self.folder = folder
        self.capsys = capsys
        self.terminal = Terminal(shop.world.url, config.load())

    def __call__(self, channel: str, *files: bytes, **options: Any) -> tuple[int, Any]:
        paths = []
        for place, data in enumerate(files):
            paths.append(self.folder / f"order-{place}.txt")
            paths[-1].write_bytes(data)
        status = run_orders(self.terminal, self.ctx, channel, paths, json=True, **options)
        return status, json.loads(self.capsys.readouterr().out)


@pytest.fixture
def command(shop: Shop, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(shop, tmp_path, capsys)


def test_a_message_becomes_an_order_with_its_bytes_among_its_papers(command: Command, shop: Shop) -> None:
    status, told = command("edifact", GOOD["edifact"])
    assert (status, set(told)) == (0, KEYS)
    assert told["orders"] == 1, told
    (message,) = told["messages"]
    order = shop.world.rows(
        "SELECT id, number, channel, source, external_number, total, state, customer_reference FROM sales_order"
    )[0]
    assert message["number"] == order.number
    assert (order.channel, order.source, order.external_number) == ("edifact", f"edifact:{BUYER}", "PO-4711")
    assert (order.state, order.customer_reference, order.total) == ("draft", "PO-4711", message["total"])
    kept = shop.world.one("SELECT b.bytes FROM attachment AS a JOIN blob AS b ON b.sha256 = a.blob_sha")
    assert bytes(kept) == GOOD["edifact"]
    assert shop.world.one("SELECT count(*) FROM order_event WHERE verb = 'received'") == 1


def test_the_same_again_is_a_duplicate_and_the_changed_a_conflict(command: Command, shop: Shop) -> None:
    command("edifact", GOOD["edifact"])
    status, told = command("edifact", GOOD["edifact"])
    assert (status, told["messages"][0]["state"]) == (0, "duplicate")
    resent = GOOD["edifact"].replace(b"REF42", b"REF43")
    status, told = command("edifact", resent)
    assert (status, told["messages"][0]["state"], told["warnings"][0]["code"]) == (
        0,
        "duplicate",
        "duplicate",
    ) or told
    changed = GOOD["edifact"].replace(b"DTM+2:20261201", b"DTM+2:20261202")
    status, told = command("edifact", changed)
    assert (status, told["conflicts"], told["messages"][0]["state"]) == (0, 1, "conflict")
    assert shop.world.one("SELECT count(*) FROM sales_order") == 1
    assert shop.world.one("SELECT count(*) FROM intake_message") == 3


def test_what_must_be_mended_waits_and_is_told(command: Command, shop: Shop) -> None:
    spoiled = GOOD["edifact"].replace(b"7622210449283", b"7622210449284").replace(b"PIA+1+POT:SA'\r\n", b"")
    spoiled = spoiled.replace(b"UNT+40", b"UNT+39").replace(b"MOA+79:87", b"MOA+79:88")
    status, told = command("auto", spoiled)
    assert (status, told["orders"], told["waiting"]) == (0, 0, 1)
    by_code = {warning["code"]: warning for warning in told["warnings"]}
    assert {"gtin", "unknown_article", "sum"} <= set(by_code)
    assert by_code["gtin"] == {
        "file": "order-0.txt",
        "order": "PO-4711",
        "line": "3",
        "code": "gtin",
        "severity": "warns",
        "facts": {"number": "7622210449284"},
        "text": "The number 7622210449284 is no GTIN: its check digit is wrong, or it has another length.",
    }
    assert by_code["sum"]["facts"] == {"said": "88", "found": "87"}
    assert shop.world.one("SELECT count(*) FROM sales_order") == 0


def test_a_shop_brings_its_customers_once(command: Command, shop: Shop) -> None:
    status, told = command("shopify", SHOPIFY.encode(), SHOPIFY.replace("#1001", "#1002").encode())
    assert (status, told["orders"]) == (0, 2), told
    rows = shop.world.rows("SELECT code, name, language FROM customer WHERE code <> 'C1'")
    assert [tuple(row) for row in rows] == [("SHOPIFY-1001", "Marie Blanc", "fr")]
    orders = shop.world.rows("SELECT total, freight, gross, net FROM sales_order ORDER BY id")
    # 4 x 3.00 and 9.00 with 20 % tax in them are 17.50 without; 6.00 of freight are 5.00 without.
    assert [tuple(row) for row in orders] == [(2700, 500, 1750, 1750)] * 2
    paid = shop.world.rows("SELECT method, amount, verified_at FROM payment")
    assert [tuple(row) for row in paid] == [("shop", 2700, None)] * 2


@pytest.mark.parametrize("name", ["ubl", "woocommerce", "woocommerce-cells", "amazon"])
def test_every_channel_enters_its_orders(command: Command, shop: Shop, name: str) -> None:
    status, told = command(name.partition("-")[0], GOOD[name])
    assert (status, told["orders"], told["waiting"]) == (0, 1, 0), told
    total = {"ubl": 8160, "woocommerce": 2700, "woocommerce-cells": 2580, "amazon": 1500}[name]
    assert told["messages"][0]["total"] == total
    assert not [
        one for one in told["warnings"] if one["code"] in ("total_differs", "net_differs", "sum", "total")
    ]


def test_a_file_that_is_refused_leaves_the_others(command: Command, shop: Shop) -> None:
    status, told = command("ubl", b"<html/>", UBL.encode(), b"\0" * 50)
    assert (status, told["orders"], len(told["rejected"])) == (1, 1, 2)
    assert told["rejected"][0]["reason"].startswith(
        "order-0.txt cannot be read: it is a html, not a UBL Order."
    )


def test_a_dry_run_changes_nothing(command: Command, shop: Shop) -> None:
    before = shop.world.tables("intake_message", "sales_order", "blob", "customer")
    status, told = command("shopify", SHOPIFY.encode(), dry_run=True)
    assert (status, told["orders"], told["messages"][0]["total"]) == (0, 1, 2700)
    assert shop.world.tables("intake_message", "sales_order", "blob", "customer") == before


def test_words_for_people(shop: Shop, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "o.edi"
    path.write_bytes(GOOD["edifact-01b"])
    terminal = Terminal(shop.world.url, config.load())
    assert run_orders(terminal, shop.world.ctx(Role.CUSTOMER_SERVICE), "auto", [path]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Filed: 2 waiting.\n")
    assert "o.edi, order BE/2026/88: waiting" in out
    assert "o.edi, order BE/2026/88: No customer is known as Papeterie" in err


def test_the_command_line_takes_a_channel_or_a_profile(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["import", "orders", "x.edi"]) == 2
    assert program.main(["import", "orders", "--channel", "morse", "x.edi"]) == 2
    assert program.main(["import", "orders", "--channel", "edifact", "--profile", "p", "x.edi"]) == 2
    assert program.main(["import", "stock", "--channel", "edifact", "x.edi"]) == 2
    assert capsys.readouterr().err.count("A channel brings orders, without a profile.") == 2


def test_every_oddity_has_a_sentence() -> None:
    for code, pattern in ODDITIES.items():
        assert pattern.endswith((".", "}")), code
    assert oddity_text(Oddity("unheard_of", facts={"x": 1})) == "unheard_of: x 1."
    assert oddity_text(Oddity("gtin")) == "gtin."
