"""The tour: one working day on the real screens, from an empty folder to checked books, papers and pictures."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from app.cli import main
from app.cli.tour import DATABASE, clear, remember
from tests.documents.readers import DPIS, decode
from tests.rig.shared_data import northwind_dir

Query = Callable[[str], set[str]]
PAPERS = {
    *("pick_list", "packing_slip", "shipment_label", "return_label"),
    *("delivery_note", "waybill", "manifest"),
}
"""What comes out of the printer on every such day."""
STATES = {
    *(
        "sign-in",
        "settings",
        "order-entry",
        "order-placed",
        "orders",
        "to-release",
        "pick-list",
        "bench-waiting",
    ),
    *("bench-packing", "bench-stop", "bench-closing", "bench-done", "shipments", "return-request"),
    *("dispatch-list", "dispatch-loading", "dispatch-signing", "dispatch-gone", "deliveries-under-way"),
    *("returns-waiting", "returns-counted", "returns-inspection", "return-list", "stock", "palette"),
}
"""What has to be among the pictures, besides every screen of the rail."""


def _play(folder: Path, *more: str) -> Query:
    assert main(["tour", "--out", str(folder), *more]) == 0
    line = sqlite3.connect(folder / DATABASE)
    line.create_function("quai_actor", 0, lambda: "test")
    return lambda sql: {str(row[0]) for row in line.execute(sql)}


@pytest.mark.timeout(900)
def test_the_day_of_the_sample_company(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    query = _play(tmp_path / "tour", "--looks", "en-light,fr-dark")
    story = capsys.readouterr().out
    assert "WRONG" in story
    assert "one short" in story
    assert "0 findings" in story
    assert query("SELECT count(*) FROM shipment WHERE state IN ('shipped', 'delivered')") == {"3"}
    assert query("SELECT count(*) FROM manifest WHERE state = 'handed_over' AND driver <> ''") == {"2"}
    assert query("SELECT document FROM print_job WHERE document IN ('cn22', 'cn23')"), (
        "one goes to Switzerland"
    )
    _papers(tmp_path / "tour", query)
    _pictures(tmp_path / "tour" / "pictures")


@pytest.mark.soak
@pytest.mark.timeout(900)
def test_the_day_of_a_company_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [str(northwind_dir() / name) for name in ("orders.csv", "order_details.csv")]
    query = _play(tmp_path / "tour", "--orders", *files, "--profile", "northwind")
    story = capsys.readouterr().out
    assert "830 orders, 2155 lines, gross 1354458.59" in story
    assert "9 shipments are reserved, 12 wait" in story
    assert "0 findings" in story
    _papers(tmp_path / "tour", query)


def _papers(folder: Path, query: Query) -> None:
    """Every paper that came out of the printer decodes to what the database says."""
    files = {
        hashlib.sha256(file.read_bytes()).hexdigest(): file for file in (folder / "papers").glob("*.pdf")
    }
    line = sqlite3.connect(folder / DATABASE)
    jobs = line.execute("SELECT document, title, blob_sha FROM print_job WHERE status = 'printed'").fetchall()
    assert {document for document, _, _ in jobs} - {"cn22", "cn23", "hazard_a4", "hazard_label"} == PAPERS
    assert {sha for _, _, sha in jobs} == set(files)
    for document, title, sha in jobs:
        expected = _codes(query, document, title)
        assert expected, (document, title)
        for dpi in DPIS:
            found = {code.text for code in decode(files[sha].read_bytes(), dpi)}
            assert found == expected, (document, title, dpi)


def _codes(query: Query, document: str, title: str) -> set[str]:
    """The barcodes that a paper must hold."""
    if document == "pick_list":
        printed = query(
            f"SELECT t.number FROM pick_task AS t JOIN wave AS w ON w.id = t.wave_id WHERE w.number = '{title}'"
            " AND t.id <= (SELECT max(id) FROM pick_task WHERE wave_id = w.id AND state IN ('done', 'short')"
            " AND id NOT IN (SELECT n.id FROM pick_task AS n JOIN pick_task AS s ON s.shipment_line_id = n.shipment_line_id"
            " AND s.state = 'short' AND n.id > s.id))"
        )
        return printed | {title}
    if document == "manifest":
        return query(f"SELECT number FROM manifest WHERE number = '{title}' AND state = 'handed_over'")
    if document in ("cn22", "cn23"):
        return query(
            "SELECT l.tracking FROM shipping_label AS l JOIN package AS p ON p.id = l.package_id"
            f" JOIN shipment AS s ON s.id = p.shipment_id WHERE s.number = '{title}'"
        )
    if document in ("packing_slip", "delivery_note", "waybill"):
        return query(f"SELECT number FROM shipment WHERE number = '{title}'")
    if document == "return_label":
        return query(f"SELECT number FROM return_order WHERE number = '{title}'")
    sscc = title.removeprefix("SSCC ")
    return query(f"SELECT '(00)' || sscc FROM package WHERE sscc = '{sscc}'") | query(
        f"SELECT tracking FROM shipping_label AS l JOIN package AS p ON p.id = l.package_id WHERE p.sscc = '{sscc}'"
        " AND tracking <> ''"
    )


def _pictures(folder: Path) -> None:
    """Every state was photographed in each look that was asked for, and no two of them are the same picture."""
    names: dict[str, set[tuple[str, str]]] = {}
    for file in folder.glob("*.png"):
        name, language, scheme = file.stem[3:].rsplit("-", 2)
        names.setdefault(name, set()).add((language, scheme))
    assert set(names) >= STATES
    for name, looks in names.items():
        assert looks == {("en", "light"), ("fr", "dark")}, name
        files = [next(folder.glob(f"??-{name}-{language}-{scheme}.png")) for language, scheme in looks]
        assert len({hashlib.sha256(file.read_bytes()).hexdigest() for file in files}) == len(looks), name
        with Image.open(files[0]) as picture:
            assert picture.size in ((1440, 900), (1600, 900)), (name, picture.size)


def test_a_second_tour_replaces_only_what_the_first_one_wrote(tmp_path: Path) -> None:
    clear(tmp_path)
    for name in (DATABASE, "papers/quai-1.pdf", "papers/mine.pdf"):
        (tmp_path / name).write_bytes(b"first")
    remember(tmp_path, ["papers/quai-1.pdf"])
    clear(tmp_path)
    assert [file.name for file in sorted((tmp_path / "papers").iterdir())] == ["mine.pdf"]
    assert not (tmp_path / DATABASE).exists()


def test_a_foreign_database_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    foreign = tmp_path / "tour.db"
    foreign.write_bytes(b"somebody else's")
    assert main(["tour", "--out", str(tmp_path)]) == 1
    assert foreign.read_bytes() == b"somebody else's"
    assert "not made by a tour" in capsys.readouterr().err


def test_orders_need_a_profile(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tour", "--out", str(tmp_path), "--orders", "x.csv"]) == 1
    assert "--profile" in capsys.readouterr().err
