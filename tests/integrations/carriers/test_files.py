"""A carrier with whom files are exchanged, with real files and folders; what the other side does is written out here."""

from __future__ import annotations

import csv
import os
import threading
from datetime import date
from pathlib import Path

import pytest

from app.domain.address import PostalAddress
from app.errors import BadInput
from app.integrations.carriers import CARRIERS, Account, carrier_of
from app.integrations.carriers.base import (
    PDF,
    ZPL,
    Awaited,
    Bought,
    CarrierAway,
    CarrierRefused,
    LabelRequest,
    ManifestLine,
    ManifestRequest,
    PerhapsBought,
    PickUpRequest,
    VoidRequest,
)
from app.integrations.carriers.files import FileCarrier
from app.integrations.carriers.patience import within
from app.integrations.carriers.table import TableCarrier

SENDER = PostalAddress(
    country_code="FR", company_name="Quai", street_address="1 quai Nord", postal_code="69001", city="Lyon"
)
TO = PostalAddress(
    country_code="FR",
    name='Ada "Augusta", Lovelace',
    street_address="1 rue Nationale\nBât. B\t2",
    postal_code="59000",
    city="Lille",
    phone="+33 3 20 00 00 00",
)
REQUEST = LabelRequest(
    "k-1", "RHO-48", "376000100000000017", "SH-2026-000001", SENDER, TO, 1_250, (300, 200, 100), 4_900
)
HEAD = "key,result,tracking,reference,price,currency,label,message\n"


@pytest.fixture
def carrier(tmp_path: Path) -> FileCarrier:
    for name in ("out", "in"):
        (tmp_path / name).mkdir()
    return FileCarrier(Account("Rhône", "C-77", str(tmp_path / "out"), str(tmp_path / "in"), 5.0))


def says(tmp_path: Path, text: str, name: str = "answers.csv", head: str = HEAD) -> None:
    (tmp_path / "in" / name).write_text(head + text, encoding="utf-8")


def test_a_request_is_one_whole_file_under_its_key(carrier: FileCarrier, tmp_path: Path) -> None:
    with pytest.raises(Awaited) as refused:
        carrier.buy(REQUEST)
    assert refused.value.code == "carrier.awaited"
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["label-k-1.csv"]
    with (tmp_path / "out" / "label-k-1.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["key"] == "k-1"
    assert (row["account"], row["service"], row["weight_g"], row["value"]) == (
        "C-77",
        "RHO-48",
        "1250",
        "49.00",
    )
    assert row["to_name"] == 'Ada "Augusta", Lovelace'
    assert row["to_street_address"] == "1 rue Nationale, Bât. B2"
    assert row["to_phone"] == "+33 3 20 00 00 00"


def test_a_request_that_was_handed_over_is_not_written_again(carrier: FileCarrier, tmp_path: Path) -> None:
    with pytest.raises(Awaited):
        carrier.buy(REQUEST)
    (tmp_path / "out" / "label-k-1.csv").unlink()
    handed = LabelRequest(
        **{name: getattr(REQUEST, name) for name in REQUEST.__slots__ if name != "handed"}, handed=True
    )
    with pytest.raises(Awaited):
        carrier.buy(handed)
    assert not list((tmp_path / "out").iterdir())


def test_an_answer_with_its_label(carrier: FileCarrier, tmp_path: Path) -> None:
    says(tmp_path, "k-1,bought,6A123,R-9,7.05,EUR,k-1.pdf,\n")
    with pytest.raises(Awaited):
        carrier.buy(REQUEST)
    (tmp_path / "in" / "k-1.pdf").write_bytes(b"%PDF-1.7 label")
    assert carrier.buy(REQUEST) == Bought("6A123", "R-9", 705, "EUR", b"%PDF-1.7 label", PDF)
    (tmp_path / "in" / "k-1.pdf").write_bytes(b"\r\n^XA^FDx^FS^XZ")
    assert carrier.buy(REQUEST).media_type == ZPL


def test_answers_that_come_twice_and_foreign_files_do_no_harm(carrier: FileCarrier, tmp_path: Path) -> None:
    says(tmp_path, "k-0,bought,OTHER,,,,,\nk-1,refused,,,,,,later\n", "a.csv")
    says(tmp_path, "k-1,bought,6A123,,,,,\nk-1,BOUGHT,6A123,,,,,\n", "b.csv")
    says(tmp_path, "k-1;bought;6A123;7,05\n", "c.csv", "key;result;tracking;price\n")
    folder = tmp_path / "in"
    (folder / "photo.csv").write_bytes(b"\x89PNG\r\n\x00\xff\xfe")
    (folder / "stock.csv").write_text("sku,qty\nMUG,3\n")
    (folder / "broken.csv").write_text('key,result\n"k-1,bought\n')
    (folder / "notes.txt").write_text(HEAD + "k-1,bought,WRONG,,,,,\n")
    (folder / "sub.csv").mkdir()
    before = sorted(folder.rglob("*"))
    assert carrier.buy(REQUEST) == Bought("6A123", currency="EUR")
    assert sorted(folder.rglob("*")) == before


def test_a_line_that_is_still_being_written_waits(carrier: FileCarrier, tmp_path: Path) -> None:
    says(tmp_path, "k-1,bought,6A1")
    with pytest.raises(Awaited):
        carrier.buy(REQUEST)
    says(tmp_path, "k-1,bought,6A123,,,,,\n")
    assert carrier.buy(REQUEST).tracking == "6A123"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("k-1,bought,,,,,,\n", "gives no tracking number"),
        ("k-1,bought,A,,12.345,EUR,,\n", "gives the price 12.345 EUR"),
        ("k-1,bought,A,,-1,EUR,,\n", "gives the price -1 EUR"),
        ("k-1,bought,A,,1,ZZZ,,\n", "gives the price 1 ZZZ"),
        ("k-1,bought,A,,1,EUR,../secret.pdf,\n", "names the label file ../secret.pdf"),
        ("k-1,bought,A,,1,EUR,/etc/passwd,\n", "names the label file /etc/passwd"),
        ("k-1,bought,A,,1,EUR,note.txt,\n", "is neither PDF nor ZPL"),
        ("k-1,bought,A,,,,,\nk-1,bought,B,,,,,\n", "gives two tracking numbers for one parcel"),
    ],
)
def test_an_answer_that_cannot_be_used_leaves_it_open(
    carrier: FileCarrier, tmp_path: Path, row: str, why: str
) -> None:
    says(tmp_path, row)
    (tmp_path / "in" / "note.txt").write_text("hello")
    (tmp_path / "secret.pdf").write_bytes(b"%PDF-")
    with pytest.raises(PerhapsBought, match=why) as refused:
        carrier.buy(REQUEST)
    assert refused.value.facts["file"] == "answers.csv"
    assert not list((tmp_path / "out").iterdir()), "it is answered: nothing is asked again"


def test_a_no_is_said_in_the_carriers_words(carrier: FileCarrier, tmp_path: Path) -> None:
    says(tmp_path, 'k-1,refused,,,,,,"Unknown postcode, 59999"\n')
    with pytest.raises(CarrierRefused) as refused:
        carrier.buy(REQUEST)
    assert refused.value.message == "Rhône says: Unknown postcode, 59999"


def test_a_void_is_asked_until_it_is_confirmed(carrier: FileCarrier, tmp_path: Path) -> None:
    ask = VoidRequest("k-1", REQUEST.sscc, "6A123")
    says(tmp_path, "k-1,bought,6A123,,,,,\n")
    with pytest.raises(Awaited):
        carrier.void(ask)
    assert (tmp_path / "out" / "void-k-1.csv").exists()
    says(tmp_path, "k-1,void_refused,,,,,,Too late\n", "later.csv")
    with pytest.raises(CarrierRefused, match="Too late"):
        carrier.void(ask)
    says(tmp_path, "k-1,voided,,,,,,\n", "last.csv")
    carrier.void(ask)
    assert carrier.buy(REQUEST).tracking == "6A123", "the answer about the label is another one"


def test_a_folder_that_is_not_there(carrier: FileCarrier, tmp_path: Path) -> None:
    (tmp_path / "in").rmdir()
    with pytest.raises(CarrierAway, match="is not there") as refused:
        carrier.buy(REQUEST)
    assert not list((tmp_path / "out").iterdir())
    assert refused.value.facts["folder"] == str(tmp_path / "in")
    (tmp_path / "in").mkdir()
    (tmp_path / "out").rmdir()
    with pytest.raises(CarrierAway, match="is not there"):
        carrier.buy(REQUEST)


def test_a_folder_that_hangs_is_given_up_and_not_asked_again_meanwhile(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "in").mkdir()
    pipe = tmp_path / "in" / "answers.csv"
    os.mkfifo(pipe)  # reading it hangs until somebody writes; the reader passes over what is no plain file
    carrier = FileCarrier(Account("R", "", str(tmp_path / "out"), str(tmp_path / "in"), 0.05))
    with pytest.raises(Awaited):
        carrier.buy(REQUEST)
    gate, entered = threading.Event(), []

    def hang() -> None:
        entered.append(1)
        gate.wait()

    def silent() -> CarrierAway:
        return CarrierAway("silent")

    for _ in range(3):
        with pytest.raises(CarrierAway, match="silent"):
            within(0.02, "share", hang, silent)
    assert entered == [1], "one thread hangs, not three"
    gate.set()
    assert within(5.0, "share", lambda: 7, silent) == 7


def test_manifest_and_pick_up(carrier: FileCarrier, tmp_path: Path) -> None:
    line = ManifestLine("6A123", REQUEST.sscc, "RHO-48", "SH-1", "FR", "59000", 1_250)
    told = ManifestRequest("MF/2026-1-a", "MF/2026-1", date(2026, 11, 25), (line, line))
    assert carrier.manifest(told) == carrier.manifest(told) == "manifest-MF-2026-1-a.csv"
    assert len((tmp_path / "out" / "manifest-MF-2026-1-a.csv").read_text().splitlines()) == 3
    assert carrier.manifest(ManifestRequest("MF-2", "MF-2", date(2026, 11, 25), ())) == ""
    name = carrier.pick_up(PickUpRequest("PU-1", date(2026, 11, 25), "14:00", "17:00", SENDER, 12, 90_000))
    assert (tmp_path / "out" / name).exists()


def test_the_registry() -> None:
    assert [name for name, _ in CARRIERS] == ["table", "file"]
    own = carrier_of("table", Account("Own"))
    assert isinstance(own, TableCarrier)
    assert own.buy(REQUEST) == Bought("7600010000000001")
    line = ManifestLine("6A123", REQUEST.sscc, "OWN", "SH-1", "FR", "59000", 1_250)
    assert own.manifest(ManifestRequest("M", "M", date(2026, 11, 25), (line,))) == "", "nothing is sent"
    assert own.pick_up(PickUpRequest("M", date(2026, 11, 25), "14:00", "", SENDER, 1, 1_250)) == ""
    own.void(VoidRequest("k-1", REQUEST.sscc))
    with pytest.raises(BadInput, match="no kind of carrier 'pigeon'"):
        carrier_of("pigeon", Account("P"))
    with pytest.raises(BadInput, match="no whole path"):
        carrier_of("file", Account("F", out_folder="relative", in_folder="/tmp"))


@pytest.mark.parametrize(
    "price", ["1_000", "１２", "1e3", "NaN", "-1", "1.2.3", "1234567890123456", "0x1f", "+5"]
)
def test_a_price_that_is_no_plain_number_is_not_guessed(
    carrier: FileCarrier, tmp_path: Path, price: str
) -> None:
    says(tmp_path, f'k-1,bought,T1,R1,"{price}",EUR,,\n')
    with pytest.raises(PerhapsBought, match="price"):
        carrier.buy(REQUEST)
