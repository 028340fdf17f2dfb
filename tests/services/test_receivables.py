"""Open invoices from accounting: taken over whole or not at all; what waited for them is asked anew."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.cli import main
from app.domain.permissions import Role
from app.domain.receivable_files import COLUMNS, read_receivables
from app.errors import NotAllowed
from app.services.order_entry import enter_order
from app.services.receivables import WrongReceivables, import_receivables
from tests.rig.databases import World
from tests.rig.shop import Shop

HEAD = ",".join(COLUMNS) + "\n"
OLD = "C1,F1,2026-01-01,2026-01-31,EUR,12.50,10.00\n"
NEW = "C1,F2,2026-01-05,2099-01-31,EUR,8,8\n"


def test_a_file_is_the_whole_list_of_its_customers(world: World) -> None:
    shop = Shop(world)
    desk = world.ctx(Role.CUSTOMER_SERVICE)
    done = import_receivables(desk, (HEAD + OLD + NEW).encode())
    assert (done.new, done.changed, done.settled, done.customers) == (2, 0, 0, 1)
    assert import_receivables(desk, (HEAD + OLD + NEW).encode()).unchanged == 2
    enter_order(desk, shop.new_order({"MUG": 1}))
    assert [tuple(row) for row in world.rows("SELECT code, state FROM order_check")] == [
        ("invoices.overdue", "open")
    ]
    paid = import_receivables(
        desk, ("\ufeff" + (HEAD + NEW.replace("8,8", "8.00,3.5"))).replace(",", ";").encode()
    )
    assert (paid.settled, paid.changed, paid.asked) == (1, 1, 1)
    assert world.one("SELECT state FROM order_check") == "resolved"
    assert [row.open for row in world.rows("SELECT open FROM receivable ORDER BY number")] == [0, 350]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("C1,F1,2026-01-01,2026-01-31,EUR,12.50\n", "6 fields"),
        ("C1,F1,01/01/2026,2026-01-31,EUR,12,10\n", "no day"),
        ("C1,F1,2026-01-01,2025-01-31,EUR,12,10\n", "before it was issued"),
        ("C1,F1,2026-01-01,2026-01-31,XXY,12,10\n", "not a currency"),
        ("C1,F1,2026-01-01,2026-01-31,EUR,-12,10\n", "no amount"),
        ("C1,F1,2026-01-01,2026-01-31,EUR,10,12\n", "More is open"),
        ("C1,F1,2026-01-01,2026-01-31,EUR,1.005,1\n", "more decimals"),
        (",F1,2026-01-01,2026-01-31,EUR,12,10\n", "customer is missing"),
        ("C9,F1,2026-01-01,2026-01-31,EUR,12,10\n", "no customer 'C9'"),
        (OLD, "stands in line 2"),
    ],
)
def test_one_wrong_line_changes_nothing(sqlite_world: World, row: str, why: str) -> None:
    shop = Shop(sqlite_world)
    before = sqlite_world.tables("receivable")
    with pytest.raises(WrongReceivables) as refused:
        import_receivables(shop.owner, (HEAD + OLD + row).encode())
    assert [one.line for one in refused.value.problems] == [3]
    assert why in refused.value.problems[0].why
    assert sqlite_world.tables("receivable") == before


def test_what_is_no_such_file_is_refused(sqlite_world: World) -> None:
    shop = Shop(sqlite_world)
    for bad in (b"", b"a,b\n1,2\n", "é".encode("latin-1"), b"\0", HEAD.encode() + b'"'):
        found, wrong = read_receivables(bad)
        assert (found, bool(wrong)) == ((), True)
    with pytest.raises(NotAllowed):
        import_receivables(sqlite_world.ctx(Role.PICKER), HEAD.encode())
    assert shop.world.one("SELECT count(*) FROM receivable") == 0


def test_the_command_tells_in_json(
    sqlite_world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shop = Shop(sqlite_world)
    file = tmp_path / "open.csv"
    file.write_text(HEAD + OLD, encoding="utf-8")
    command = ["--database", sqlite_world.url, "import", "receivables", str(file), "--json"]
    assert main([*command, "--dry-run"]) == 0
    assert sqlite_world.one("SELECT count(*) FROM receivable") == 0
    capsys.readouterr()
    assert main(command) == 0
    assert json.loads(capsys.readouterr().out)["new"] == 1
    file.write_text(HEAD, encoding="utf-8")
    assert main([*command, "--complete"]) == 0
    assert json.loads(capsys.readouterr().out)["settled"] == 1
    assert shop.world.one("SELECT sum(open) FROM receivable") == 0
    file.write_text(HEAD + OLD + "x\n", encoding="utf-8")
    assert main(command) == 1
    assert json.loads(capsys.readouterr().out)["rejected"][0]["line"] == 3


@given(st.binary(max_size=200), st.booleans())
def test_no_bytes_make_the_reader_crash(data: bytes, headed: bool) -> None:
    read_receivables((HEAD.encode() if headed else b"") + data)


def test_a_day_is_a_day() -> None:
    ((line, invoice),), _ = read_receivables((HEAD + OLD).encode())
    assert (line, invoice.due_on, invoice.open) == (2, date(2026, 1, 31), 1000)
