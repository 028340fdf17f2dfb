"""What carriers say of parcels: given once, kept until it was taken, and no file holding up another."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from app.errors import BadInput
from app.integrations.carriers import Account, carrier_of
from app.integrations.carriers.base import CarrierAway, Heard
from app.integrations.channels.base import Rejected
from app.integrations.tracking import EventRow

HEAD = "tracking,at,status,words,place\n"


class Taker:
    """Keeps what it is given, and gives back what was bad in the file."""

    def __init__(self) -> None:
        self.numbers: list[str] = []

    def __call__(self, rows: Iterable[EventRow | Rejected]) -> Sequence[Rejected]:
        rejected = []
        for row in rows:
            if isinstance(row, Rejected):
                rejected.append(row)
            else:
                self.numbers.append(row.number)
        return rejected


def says(folder: Path, number: str, status: str, name: str) -> None:
    """A file that nobody writes to any more."""
    file = folder / name
    file.write_text(f"{HEAD}{number},2026-11-25T08:00Z,{status},,Lille\n", encoding="utf-8")
    os.utime(file, (1_600_000_000, 1_600_000_000))


@pytest.fixture(params=["table", "file"])
def account(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Account]:
    for name in ("out", "in"):
        (tmp_path / name).mkdir()
    return request.param, Account("Rhône", "C-77", str(tmp_path / "out"), str(tmp_path / "in"), 5.0)


def test_it_is_given_once_whoever_sets_the_labels(account: tuple[str, Account], tmp_path: Path) -> None:
    carrier, take = carrier_of(*account), Taker()
    assert carrier.track(take) == Heard()
    says(tmp_path / "in", "6A1", "delivered", "tracking-1.csv")
    says(tmp_path / "in", "6A2", "exploded", "tracking-2.csv")
    says(tmp_path / "in", "6A3", "lost", "tracking-3.csv")
    assert carrier.track(take) == Heard(3, 1)
    assert take.numbers == ["6A1", "6A3"]
    assert carrier.track(take) == Heard()
    assert sorted(path.name for path in (tmp_path / "in").rglob("*.*")) == [
        *("tracking-1.csv", "tracking-2.csv", "tracking-2.txt", "tracking-3.csv"),
    ]


def test_what_was_not_taken_is_given_again(account: tuple[str, Account], tmp_path: Path) -> None:
    carrier, take = carrier_of(*account), Taker()
    says(tmp_path / "in", "6A1", "delivered", "tracking-1.csv")

    def ends(rows: Iterable[EventRow | Rejected]) -> Sequence[Rejected]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        carrier.track(ends)
    assert carrier.track(take) == Heard(1)
    assert take.numbers == ["6A1"]


def test_a_file_that_cannot_be_put_away_holds_up_no_other(
    account: tuple[str, Account], tmp_path: Path
) -> None:
    carrier, take = carrier_of(*account), Taker()
    (tmp_path / "in" / "done").write_text("somebody made a file of this name")
    says(tmp_path / "in", "6A1", "delivered", "tracking-1.csv")
    says(tmp_path / "in", "6A2", "exploded", "tracking-2.csv")
    heard = carrier.track(take)
    assert (heard.times, heard.bad, len(heard.trouble)) == (1, 1, 1)
    assert "tracking-1.csv: File exists" in heard.trouble[0]
    assert (tmp_path / "in" / "tracking-1.csv").exists()


def test_a_folder_that_is_away_and_a_profile_that_cannot_be_used(
    account: tuple[str, Account], tmp_path: Path
) -> None:
    carrier = carrier_of(*account)
    says(tmp_path / "in", "6A1", "delivered", "tracking-1.csv")
    (tmp_path / "in" / "tracking.toml").write_text("format = 3")
    with pytest.raises(BadInput, match="Profile"):
        carrier.track(Taker())
    (tmp_path / "in").rename(tmp_path / "gone")
    with pytest.raises(CarrierAway, match="is not there"):
        carrier.track(Taker())


def test_a_carrier_without_a_folder_says_nothing() -> None:
    assert carrier_of("table", Account("Own")).track(Taker()) == Heard()
