"""Files of events: read strictly, by hand and from the carriers' folders; and what stays beside a bad one."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from app.cli.program import main
from app.errors import NotAllowed, NotFound
from app.integrations.carriers.news import STANDARD
from app.integrations.channels.loading import ProfileError
from app.integrations.tracking import load_tracking_profile
from app.models import Job
from app.services.background import LEFT_TO_OTHERS, POLL_TRACKING, background_turn, repeat_job
from app.services.tracking_files import import_tracking, poll_tracking
from tests.rig.databases import World
from tests.rig.sent import NOW, Sent

HEAD = "tracking,at,status,words,place\n"
WATCHED = ("package", "shipment", "tracking_event")
CARRIER = """
format = 1
time_zone = "Europe/Paris"
skip = ["INFO"]
[file]
delimiter = "semicolon"
encoding = "cp1252"
dates = ["%d/%m/%Y %H:%M"]
[columns]
number = "Colis"
day = "Date"
hour = "Heure"
code = "Statut"
words = "Libellé"
[codes]
LIV = "delivered"
PCH = "accepted"
"""


def row(number: str, code: str, hours: int = 1, words: str = "") -> str:
    return f"{number},{(NOW - timedelta(hours=hours)).isoformat()},{code},{words},Lille\n"


def put(folder: Path, text: str, name: str = "tracking-1.csv", encoding: str = "utf-8") -> Path:
    """A file that nobody writes to any more."""
    file = folder / name
    file.write_bytes(text.encode(encoding))
    os.utime(file, (1_600_000_000, 1_600_000_000))
    return file


def watched(world: World, folder: Path, code: str = "CX") -> None:
    """A carrier that puts its files into this folder."""
    with world.database().engine.begin() as connection:
        connection.exec_driver_sql(
            f"INSERT INTO carrier (code, name, in_folder) VALUES ('{code}', 'Colis Express', '{folder}')"
        )


def test_all_rows_or_none_unless_bad_ones_are_left_out(world: World, tmp_path: Path) -> None:
    shop = Sent(world)
    (sscc,) = shop.sscc
    ahead = f"{sscc},{(NOW + timedelta(days=3)).isoformat()},lost,,\n"
    file = put(tmp_path, HEAD + row(sscc, "delivered") + row(sscc, "exploded") + row("", "lost") + ahead)
    before = world.tables(*WATCHED)
    profile = load_tracking_profile(STANDARD)
    for dry_run in (False, True):
        read = import_tracking(shop.service, profile, (file,), dry_run=dry_run)
        assert (read.events, [one.line for one in read.rejected]) == (1, [3, 4, 5])
        assert [one.column for one in read.rejected] == ["status", "tracking", "at"]
        assert world.tables(*WATCHED) == before
    read = import_tracking(shop.service, profile, (file,), skip_bad=True)
    assert (read.recorded.new, read.recorded.delivered) == (1, 1)
    assert import_tracking(shop.service, profile, (file,), skip_bad=True).recorded.known == 1
    with pytest.raises(NotAllowed):
        import_tracking(shop.packer, profile, (file,))


def test_a_carriers_own_words_and_times(world: World, tmp_path: Path) -> None:
    shop = Sent(world)
    (sscc,) = shop.sscc
    own = tmp_path / "mine.toml"
    own.write_text(CARRIER, encoding="utf-8")
    local = NOW - timedelta(hours=30)
    text = "Colis;Date;Heure;Statut;Libellé\n" + "".join(
        f"{sscc};{local:%d/%m/%Y};{local:%H:%M};{code};{words}\n"
        for code, words in (("pch ", "Pris en charge à Lille"), ("INFO", ""), ("LIV", "Livré"))
    )
    read = import_tracking(
        shop.service, load_tracking_profile(str(own)), (put(tmp_path, text, encoding="cp1252"),)
    )
    assert (read.rejected, read.recorded.new, read.recorded.delivered) == ((), 2, 1)
    assert world.one("SELECT words FROM tracking_event WHERE code = 'accepted'") == "Pris en charge à Lille"


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("12345,2026-13-01T10:00Z,lost,,\n", "2026-13-01"),
        ("12345,01/02/2026 10:00,lost,,\n", "01/02/2026"),
        ("12345,٢٠٢٦-01-01T10:00Z,lost,,\n", "٢٠٢٦"),
        (f"{'9' * 65},2026-01-01T10:00Z,lost,,\n", "64"),
        (f"12345,2026-01-01T10:00Z,lost,{'x' * 501},\n", "500"),
        ("12345,2026-01-01T10:00Z,,,\n", "empty"),
        ('12345,2026-01-01T10:00Z,lost,"x,\n', "never closed"),
        ("12345,2026-01-01T10:00Z\n", "columns"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(
    sqlite_world: World, tmp_path: Path, bad: str, reason: str
) -> None:
    file = put(tmp_path, HEAD + bad)
    read = import_tracking(sqlite_world.owner, load_tracking_profile(STANDARD), (file,), skip_bad=True)
    assert read.events == 0
    assert reason in read.rejected[0].reason


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (CARRIER.replace("format = 1", "format = 2"), "format"),
        (CARRIER.replace('"delivered"', '"arrived"'), "arrived"),
        (CARRIER.replace("Europe/Paris", "Europe/Lille"), "Europe/Lille"),
        (CARRIER.replace('day = "Date"\n', ""), "either time"),
        (CARRIER.replace('"INFO"', '"liv"'), "liv"),
        (CARRIER.replace("%d/%m", "%d/%B"), "dates"),
        (CARRIER + "oops = {", "TOML"),
        (CARRIER.replace("skip", "skips"), "skips"),
    ],
)
def test_a_profile_that_cannot_be_used_is_named(tmp_path: Path, text: str, problem: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ProfileError, match=problem):
        load_tracking_profile(str(file))


def test_a_profile_that_is_not_there() -> None:
    for name in ("nobody", "nowhere/mine.toml", "../standard"):
        with pytest.raises(NotFound):
            load_tracking_profile(name)


def test_the_carriers_folders_are_looked_into(world: World, tmp_path: Path) -> None:
    shop = Sent(world, 2)
    folder = tmp_path / "in"
    folder.mkdir()
    watched(world, folder)
    one, two = shop.sscc
    put(folder, HEAD + row(one, "delivered"))
    put(folder, HEAD + row(two, "delivered") + row(two, "exploded"), "tracking-2.csv")
    put(folder, "labels", "labels.csv")
    (folder / "tracking-3.csv").write_text("half a fi")  # somebody writes to it just now
    polled = poll_tracking(shop.service)
    assert (polled.files, polled.bad, polled.recorded.delivered, polled.trouble) == (2, 1, 1, ())
    there = sorted(str(path.relative_to(folder)) for path in folder.rglob("*.*"))
    assert there == [
        *("bad/tracking-2.csv", "bad/tracking-2.txt", "done/tracking-1.csv"),
        *("labels.csv", "tracking-3.csv"),
    ]
    assert (folder / "bad/tracking-2.txt").read_text().startswith("line 3, status: the status 'exploded'")
    put(folder, HEAD + row(one, "accepted", 9))
    assert poll_tracking(shop.service).files == 1
    assert len(list((folder / "done").iterdir())) == 2  # nothing was overwritten
    with pytest.raises(NotAllowed):
        poll_tracking(shop.packer)


def test_a_folder_that_is_away_holds_up_no_other_and_is_said(world: World, tmp_path: Path) -> None:
    shop = Sent(world)
    watched(world, tmp_path / "gone")
    assert "is not there" in poll_tracking(shop.service).trouble[0]
    background_turn(shop.service)
    late(world, 2 * LEFT_TO_OTHERS + 1)  # no other desk has come to see it
    background_turn(shop.service)
    error = world.one("SELECT last_error FROM job WHERE kind = 'poll_tracking'")
    assert "Colis Express" in error
    (tmp_path / "gone").mkdir()
    (tmp_path / "gone" / "tracking.toml").write_text("format = 3")
    put(tmp_path / "gone", HEAD + row(shop.sscc[0], "delivered"))
    assert "Profile" in poll_tracking(shop.service).trouble[0]
    (tmp_path / "gone" / "tracking.toml").unlink()
    with world.database().engine.begin() as connection:
        connection.exec_driver_sql("UPDATE job SET run_at = '2020-01-01 00:00:00'")
    assert background_turn(shop.service).jobs == 1
    assert shop.state("shipment", shop.shipment) == "delivered"


def late(world: World, seconds: int) -> None:
    """Let the look into the folders wait."""
    with world.database().engine.begin() as connection:
        connection.execute(sa.update(Job).values(run_at=datetime.now(UTC) - timedelta(seconds=seconds)))


def look(world: World) -> tuple[str, int, str]:
    (found,) = world.rows("SELECT status, attempts, last_error FROM job WHERE kind = 'poll_tracking'")
    return found.status, found.attempts, found.last_error


@pytest.mark.parametrize(("seen", "patience"), [(0, 2 * LEFT_TO_OTHERS), (1, LEFT_TO_OTHERS)])
def test_a_desk_that_sees_too_little_leaves_the_look_to_others(
    world: World, tmp_path: Path, seen: int, patience: int
) -> None:
    """And takes it when nobody came, for what it does see."""
    shop = Sent(world)
    here, away = tmp_path / "here", tmp_path / "away"
    watched(world, away)
    if seen:
        here.mkdir()
        watched(world, here, "CY")
        put(here, HEAD + row(shop.sscc[0], "delivered"))
    for seconds in (0, patience - 10):
        late(world, seconds)
        assert background_turn(shop.service).jobs == 0
        assert look(world) == ("waiting", 0, "")
    away.mkdir()
    assert background_turn(shop.service).jobs == 1, "now it sees them all"
    if seen:
        put(here, HEAD + row(shop.sscc[0], "delivered"))
    away.rmdir()
    repeat_job(shop.service, POLL_TRACKING)
    late(world, patience + 10)
    background_turn(shop.service)
    assert f"The folder {away} is not there." in look(world)[2]
    assert not list(here.glob("*.csv"))
    assert shop.state("shipment", shop.shipment) == ("delivered" if seen else "shipped")


def test_a_folder_without_the_right_to_put_files_away_is_left_to_others(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = Sent(world)
    watched(world, tmp_path)
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: path != tmp_path and real(path, mode))
    assert background_turn(shop.service).jobs == 0
    assert look(world) == ("waiting", 0, "")
    monkeypatch.undo()
    assert background_turn(shop.service).jobs == 1


def test_the_look_into_folders_is_one_job_for_good(world: World, tmp_path: Path) -> None:
    shop = Sent(world)
    assert background_turn(shop.service).jobs == 0  # no carrier has a folder
    watched(world, tmp_path)
    assert background_turn(shop.service).jobs == 1
    assert background_turn(shop.service).jobs == 0
    assert repeat_job(shop.service, POLL_TRACKING)
    assert not repeat_job(shop.service, POLL_TRACKING)
    assert background_turn(shop.service).jobs == 1
    assert world.one("SELECT count(*) FROM job WHERE kind = 'poll_tracking'") == 1


def test_the_command_line(sqlite_world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shop = Sent(sqlite_world)
    good = put(tmp_path, HEAD + row(shop.sscc[0], "delivered") + row("XY", "lost"))
    bad = put(tmp_path, HEAD + row("XY", "exploded"), "bad.csv")
    command = ["--database", sqlite_world.url, "import", "tracking", "--profile", "standard"]
    assert main([*command, "--json", str(bad)]) == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["events"], said["new"], said["rejected"][0]["line"]) == (0, 0, 2)
    assert main([*command, "--json", str(good)]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said == {
        "events": 2,
        "new": 2,
        "known": 0,
        "unknown": 1,
        "delivered": 1,
        "arrived": 1,
        "lost": 0,
        "found": 0,
        "rejected": [],
    }
    assert main([*command, str(good)]) == 0
    assert capsys.readouterr().out.startswith("Taken in: 0 new events, 2 known before")
    assert main([*command, "--dry-run", str(good)]) == 0
    assert "1 of unknown numbers" in capsys.readouterr().out
    assert main([*command, "--skip-bad", str(bad)]) == 0
    assert "Left out: 1 row." in capsys.readouterr().err
    assert main([*command[:-1], "nobody", str(good)]) == 1
    assert main([*command[:2], "import", "trackings", "--profile", "standard", str(good)]) == 2


def test_a_row_that_names_no_parcel_holds_up_no_other(world: World, tmp_path: Path) -> None:
    """'(00)' is the beginning of an SSCC and no number: the row is bad, the others of its file and folder count."""
    shop = Sent(world, 2)
    watched(world, tmp_path)
    put(tmp_path, HEAD + row("(00)", "delivered") + row(shop.sscc[0], "delivered"))
    put(tmp_path, HEAD + row(shop.sscc[1], "delivered"), "tracking-2.csv")
    polled = poll_tracking(shop.service)
    assert (polled.files, polled.bad, polled.recorded.arrived, polled.trouble) == (2, 1, 2, ())


def test_a_file_that_cannot_be_read_holds_up_no_other(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = Sent(world)
    watched(world, tmp_path)
    put(tmp_path, HEAD + row(shop.sscc[0], "in_transit"), "tracking-1.csv")
    put(tmp_path, HEAD + row(shop.sscc[0], "delivered"), "tracking-2.csv")
    real = Path.open

    def guarded(self: Path, *args: Any, **kwargs: Any) -> Any:
        if self.name == "tracking-1.csv":
            raise PermissionError(13, "Permission denied", str(self))
        return real(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", guarded)
    polled = poll_tracking(shop.service)
    assert (polled.files, polled.recorded.arrived, len(polled.trouble)) == (1, 1, 1)
    assert (tmp_path / "tracking-1.csv").exists()
