"""The tour: one working day from an empty folder to checked books, and papers that a scanner reads as the database says."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from app.cli import main
from tests.documents.readers import DPIS, decode
from tests.rig.shared_data import northwind_dir

Query = Callable[[str], set[str]]


def _play(folder: Path, *more: str) -> Query:
    assert main(["tour", "--out", str(folder), *more]) == 0
    line = sqlite3.connect(folder / "tour.db")
    line.create_function("quai_actor", 0, lambda: "test")
    return lambda sql: {str(row[0]) for row in line.execute(sql)}


@pytest.mark.parametrize("orders", ["own", "northwind"])
def test_every_paper_decodes_to_what_the_database_says(
    orders: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more: tuple[str, ...] = ()
    if orders == "northwind":
        files = [str(northwind_dir() / name) for name in ("orders.csv", "order_details.csv")]
        more = ("--orders", *files, "--profile", "northwind")
    query = _play(tmp_path / "tour", *more)
    story = capsys.readouterr().out
    assert "WRONG" in story
    assert "one short" in story
    assert "0 findings" in story
    if orders == "northwind":
        assert "830 orders, 2155 lines, gross 1354458.59" in story
        assert "9 shipments are reserved, 12 wait" in story
    expected: dict[str, set[str]] = {}
    for path in sorted((tmp_path / "tour" / "papers").glob("*.pdf")):
        kind, _, number = path.stem.partition("-20") if "label" not in path.stem else (path.stem, "", "")
        expected[path.name] = _codes(query, path.stem)
        assert expected[path.name], (kind, number)
    assert {name.split("-")[0] for name in expected} == {"pick", "packing", "label", "return"}
    for path in sorted((tmp_path / "tour" / "papers").glob("*.pdf")):
        for dpi in DPIS:
            assert {code.text for code in decode(path.read_bytes(), dpi)} == expected[path.name], (
                path.name,
                dpi,
            )


def _codes(query: Query, stem: str) -> set[str]:
    """The barcodes that a paper must hold, by its file's name."""
    if stem.startswith("pick-list-"):
        number = stem.removeprefix("pick-list-")
        printed = query(
            f"SELECT t.number FROM pick_task AS t JOIN wave AS w ON w.id = t.wave_id WHERE w.number = '{number}'"
            " AND t.id <= (SELECT max(id) FROM pick_task WHERE wave_id = w.id AND state IN ('done', 'short')"
            " AND id NOT IN (SELECT n.id FROM pick_task AS n JOIN pick_task AS s ON s.shipment_line_id = n.shipment_line_id"
            " AND s.state = 'short' AND n.id > s.id))"
        )
        return printed | {number}
    if stem.startswith("packing-slip-"):
        return query(f"SELECT number FROM shipment WHERE number = '{stem.removeprefix('packing-slip-')}'")
    if stem.startswith("return-label-"):
        return query(f"SELECT number FROM return_order WHERE number = '{stem.removeprefix('return-label-')}'")
    sscc = stem.split("-")[-1]
    return query(f"SELECT '(00)' || sscc FROM package WHERE sscc = '{sscc}'") | query(
        f"SELECT tracking FROM shipping_label AS l JOIN package AS p ON p.id = l.package_id WHERE p.sscc = '{sscc}'"
        " AND tracking <> ''"
    )


def test_a_second_tour_replaces_only_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "tour"
    _play(folder)
    keep = folder / "papers" / "mine.pdf"
    keep.write_bytes(b"mine")
    _play(folder)
    assert keep.read_bytes() == b"mine"
    capsys.readouterr()


def test_a_foreign_database_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    foreign = tmp_path / "tour.db"
    foreign.write_bytes(b"somebody else's")
    assert main(["tour", "--out", str(tmp_path)]) == 1
    assert foreign.read_bytes() == b"somebody else's"
    assert "not made by a tour" in capsys.readouterr().err


def test_orders_need_a_profile(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tour", "--out", str(tmp_path), "--orders", "x.csv"]) == 1
    assert "--profile" in capsys.readouterr().err
