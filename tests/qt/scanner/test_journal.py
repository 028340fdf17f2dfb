"""The desk's journal: numbers before deeds, and nothing lost with the program."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.scan import parse
from app.qt.scanner import JournalUnavailable, ScanJournal
from app.qt.scanner.journal import KEPT

PROJECT = Path(__file__).resolve().parents[3]
SCAN = parse("4006381333931")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "desk" / "scans.db"


@pytest.fixture
def journal(file: Path) -> Iterator[ScanJournal]:
    with closing(ScanJournal(file, "PACK-1")) as made:
        yield made


def test_a_scan_gets_the_next_number_and_is_found_again(journal: ScanJournal) -> None:
    first, second = journal.append(SCAN, "wedge"), journal.append(parse("LOC-A1\x1d"), "serial")
    assert (first, second) == (1, 2)
    newest, oldest = journal.recent()
    assert (newest.no, newest.source, newest.raw, newest.verdict) == (2, "serial", "LOC-A1\x1d", "")
    assert (oldest.kind, oldest.code) == ("gtin", "4006381333931")
    assert abs(datetime.now(UTC) - oldest.at) < timedelta(minutes=5)
    journal.answer(first, "right")
    assert [entry.verdict for entry in journal.recent()] == ["", "right"]
    assert [entry.no for entry in journal.recent(1)] == [2]


def test_only_scans_of_earlier_runs_wait_for_an_answer(file: Path, journal: ScanJournal) -> None:
    open_one, answered = journal.append(SCAN, "wedge"), journal.append(SCAN, "wedge")
    journal.append(SCAN, "wedge", verdict="repeated")
    journal.answer(answered, "wrong")
    assert journal.unanswered() == [], "these are under way"
    journal.close()
    with closing(ScanJournal(file, "PACK-1")) as later:
        assert [entry.no for entry in later.unanswered()] == [open_one]
        later.answer(open_one, "right")
        assert later.unanswered() == []


def test_the_key_of_an_operation_is_the_same_after_a_start_and_another_in_a_new_file(
    file: Path, tmp_path: Path, journal: ScanJournal
) -> None:
    no = journal.append(SCAN, "wedge")
    key = journal.operation_key(no)
    journal.close()
    with (
        closing(ScanJournal(file, "PACK-1")) as again,
        closing(ScanJournal(tmp_path / "new", "PACK-1")) as new,
    ):
        assert again.operation_key(no) == key
        assert new.operation_key(no) != key, "a lost file begins at 1 again"
    assert "PACK-1" in key
    assert key.endswith(f":{no}")


def test_old_scans_are_forgotten_and_their_numbers_never_given_again(
    file: Path, journal: ScanJournal
) -> None:
    old, young = journal.append(SCAN, "wedge"), journal.append(SCAN, "wedge")
    journal.close()
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for no, age in ((old, KEPT + timedelta(minutes=1)), (young, KEPT - timedelta(hours=1))):
            connection.execute(
                "UPDATE scan SET at = ? WHERE no = ?", ((datetime.now(UTC) - age).isoformat(), no)
            )
    with closing(ScanJournal(file, "PACK-1")) as later:
        assert [entry.no for entry in later.unanswered()] == [young]
        with closing(sqlite3.connect(file, isolation_level=None)) as connection:
            connection.execute("DELETE FROM scan")
        assert later.append(SCAN, "wedge") == 3


CHILD = """
import os, signal, sys
from pathlib import Path
from app.domain.scan import parse
from app.qt.scanner import ScanJournal
journal = ScanJournal(Path(sys.argv[1]), "PACK-1")
for number in range(10):
    no = journal.append(parse(f"LOC-{number}"), "wedge")
    if number % 2:
        journal.answer(no, "right")
    print(no, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_killed_program_leaves_every_scan_that_it_numbered(file: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", CHILD, str(file)],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    told = [int(line) for line in ended.stdout.split()]
    with closing(ScanJournal(file, "PACK-1")) as journal:
        assert [entry.no for entry in reversed(journal.recent())] == told == list(range(1, 11))
        assert [entry.raw for entry in journal.unanswered()] == [f"LOC-{n}" for n in range(0, 10, 2)]


def test_threads_share_it(journal: ScanJournal) -> None:
    numbers: list[int] = []

    def scan_much() -> None:
        for _ in range(40):
            numbers.append(journal.append(SCAN, "wedge"))

    threads = [threading.Thread(target=scan_much) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(numbers) == list(range(1, 161))


def test_two_programs_at_one_desk_share_it(file: Path, journal: ScanJournal) -> None:
    with closing(ScanJournal(file, "PACK-1")) as other:
        assert [journal.append(SCAN, "a"), other.append(SCAN, "b"), journal.append(SCAN, "a")] == [1, 2, 3]
        assert other.operation_key(7) == journal.operation_key(7)


def test_a_broken_file_is_put_aside(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"no journal at all, but long enough to be taken for one" * 20)
    with closing(ScanJournal(file, "PACK-1")) as journal:
        assert journal.append(SCAN, "wedge") == 1
    aside = list(file.parent.glob("*.broken"))
    assert [path.read_bytes()[:10] for path in aside] == [b"no journal"]


def test_a_journal_that_cannot_be_written_says_so(journal: ScanJournal) -> None:
    journal.close()
    for attempt in (lambda: journal.append(SCAN, "wedge"), lambda: journal.answer(1, "right")):
        with pytest.raises(JournalUnavailable) as refusal:
            attempt()
        assert "was not taken" in str(refusal.value)


@given(st.text(max_size=60))
def test_any_text_is_kept(text: str) -> None:
    with closing(ScanJournal(Path(":memory:"), "PACK-1")) as journal:
        journal.append(parse(text), "wedge")
        assert journal.recent()[0].raw == text


def test_half_a_character_is_kept_as_it_can_be(journal: ScanJournal) -> None:
    journal.append(parse("AB\ud83d"), "wedge")
    assert journal.recent()[0].raw == "AB\\ud83d"
