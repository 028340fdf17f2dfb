"""Papers go to the printer of the desk that asked, once; none is lost, and none is printed twice unasked."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.domain.permissions import Permission, Role
from app.errors import BadInput, NotAllowed
from app.integrations.printers import PrinterKind, with_kind
from app.integrations.printers.base import Printer
from app.models import PrintJob
from app.services.context import Context
from app.services.desks import add_desk, remove_printer, set_printer
from app.services.jobs import LeaseLost, back_off
from app.services.labels import print_packing_slip, store_paper
from app.services.printing import (
    LONGEST_WAIT,
    NAMES_SOMEBODY,
    PrintRun,
    TakenPrint,
    called,
    mark_failed,
    mark_printed,
    print_waiting,
    take_print_jobs,
)
from tests.documents import readers
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.printers import IppPrinter, TcpPrinter, silent_port

DESK = "DESK-1"


def paper(ctx: Context, title: str, kind: str = "pick_list") -> int:
    return store_paper(ctx, kind, title, b"%PDF- " + title.encode()).print_job_id


def printing_desk(world: World, kind: str, target: str, code: str = DESK) -> int:
    desk = add_desk(world.owner, code)
    set_printer(world.owner, desk, "*", kind, target)
    return desk


def past(world: World, **columns: datetime) -> None:
    """Set times of every job, past all services."""
    with world.database().engine.begin() as connection:
        connection.execute(sa.update(PrintJob).values(columns))


def hour_ago() -> datetime:
    return datetime.now(UTC) - timedelta(hours=1)


def statuses(world: World) -> list[str]:
    return [row.status for row in world.rows("SELECT status FROM print_job ORDER BY id")]


def folder_texts(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder.iterdir())]


def test_papers_come_out_in_their_order_once(world: World, tmp_path: Path) -> None:
    ctx = world.ctx(Role.PICKER)
    folder = tmp_path / "tray"
    folder.mkdir()
    printing_desk(world, "folder", str(folder))
    for title in ("A", "B", "C"):
        paper(ctx, title)
    assert print_waiting(ctx) == PrintRun(printed=3)
    assert folder_texts(folder) == [b"%PDF- A", b"%PDF- B", b"%PDF- C"]
    assert print_waiting(ctx) == PrintRun()
    assert len(folder_texts(folder)) == 3
    row = world.rows("SELECT status, attempts, printer, printed_at, error, lease_until FROM print_job")[0]
    assert (row.status, row.attempts, row.printer) == ("printed", 1, f"folder:{folder}")
    assert row.printed_at is not None
    assert (row.error, row.lease_until) == ("", None)


def test_each_paper_has_its_printer(world: World) -> None:
    ctx = world.ctx(Role.PACKER)
    with TcpPrinter() as labels, TcpPrinter() as office:
        desk = printing_desk(world, "raw", office.target)
        set_printer(world.owner, desk, "shipment_label", "raw", labels.target)
        paper(ctx, "SSCC 1", "shipment_label")
        paper(ctx, "SH-1", "packing_slip")
        assert print_waiting(ctx).printed == 2
        assert labels.wait() == [b"%PDF- SSCC 1"]
        assert office.wait() == [b"%PDF- SH-1"]


def test_a_real_slip_out_of_a_real_printer(
    world: World, ipp_printer: IppPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the packing bench through CUPS and IPP to the tray."""
    monkeypatch.setenv("CUPS_SERVER", ipp_printer.server)
    ipp_printer.empty()
    shop = Bench(world)
    shipment, _ = shop.packed({"MUG": 2})
    ctx = world.ctx(Role.PACKER)
    printing_desk(world, "system", ipp_printer.name)
    print_packing_slip(ctx, shipment)
    assert print_waiting(ctx) == PrintRun(printed=1)
    (came_out,) = ipp_printer.papers(1)
    number = world.one("SELECT number FROM shipment WHERE id = :s", s=shipment)
    assert number in readers.texts(came_out)[0]


def test_only_the_desk_that_asked_prints(world: World, tmp_path: Path) -> None:
    printing_desk(world, "folder", str(tmp_path), "DESK-1")
    here = paper(world.ctx(Role.PICKER), "here")
    there = paper(world.ctx(Role.PICKER, desk="DESK-2"), "a desk that is not set up")
    assert print_waiting(world.ctx(Role.PICKER, desk="DESK-2")) == PrintRun()
    assert take_print_jobs(world.ctx(Role.PICKER, desk="DESK-2"), "DESK-2", 9) == ()
    assert print_waiting(world.ctx(Role.PICKER)) == PrintRun(printed=1)
    assert world.rows("SELECT id, status FROM print_job ORDER BY id") == [
        (here, "printed"),
        (there, "waiting"),
    ]


def test_without_a_printer_a_paper_waits_and_says_so(world: World, tmp_path: Path) -> None:
    ctx = world.ctx(Role.PACKER)
    desk = add_desk(world.owner, DESK)
    set_printer(world.owner, desk, "pick_list", "folder", str(tmp_path))
    paper(ctx, "SH-1", "packing_slip")
    paper(ctx, "PL-1", "pick_list")
    assert print_waiting(ctx) == PrintRun(printed=1)
    assert world.rows("SELECT status, error, attempts FROM print_job ORDER BY id") == [
        ("waiting", "No printer is set for packing slips at this desk.", 0),
        ("printed", "", 1),
    ]
    keys = world.one("SELECT count(*) FROM idempotency_key")
    assert print_waiting(ctx) == PrintRun()
    assert world.one("SELECT count(*) FROM idempotency_key") == keys, "with no news nothing is written"
    remove_printer(world.owner, desk, "pick_list")
    paper(ctx, "PL-2", "pick_list")
    print_waiting(ctx)
    assert statuses(world) == ["waiting", "printed", "waiting"]


def test_a_printer_that_is_away_loses_nothing(world: World) -> None:
    ctx = world.ctx(Role.PACKER)
    where = silent_port()
    desk = printing_desk(world, "raw", where)
    for title in ("A", "B"):
        paper(ctx, title)
    run = print_waiting(ctx)
    assert (run.printed, run.put_off, run.failed) == (0, 1, 0), "the second need not wait for nobody too"
    assert run.trouble == (f"The printer at {where} does not answer.",)
    assert [(row.status, row.error_code) for row in world.rows("SELECT * FROM print_job ORDER BY id")] == [
        ("waiting", "printer.away"),
        ("waiting", ""),
    ]
    print_waiting(ctx)
    assert print_waiting(ctx) == PrintRun(), "both wait for their time"
    with TcpPrinter() as printer:
        set_printer(world.owner, desk, "*", "raw", printer.target)
        assert print_waiting(ctx) == PrintRun(printed=2)
        assert printer.wait(2) == [b"%PDF- A", b"%PDF- B"]


def test_waits_grow_and_never_end_in_nothing(world: World) -> None:
    ctx = world.ctx(Role.PACKER)
    printing_desk(world, "raw", silent_port())
    job = paper(ctx, "A")
    for attempt in range(1, 12):
        (taken,) = take_print_jobs(ctx, DESK, 1)
        assert taken.attempt == attempt
        end = mark_failed(ctx, job, attempt, "away", "printer.away")
        assert end.status == "waiting"
        assert end.due_at is not None
        wait = (end.due_at - datetime.now(UTC)).total_seconds()
        wanted = min(LONGEST_WAIT, back_off(attempt))
        assert wanted - 4 < wait <= wanted + 1
        assert take_print_jobs(ctx, DESK, 1) == ()
        past(world, due_at=hour_ago())


def test_once_the_printer_is_back_all_that_waited_for_it_goes_on(world: World) -> None:
    """A paper that the printer refuses is not among them: it would stop the others every time."""
    ctx = world.ctx(Role.PACKER)
    printing_desk(world, "raw", "192.0.2.7")
    jobs = [paper(ctx, title) for title in "ABC"]
    for job, code in zip(jobs, ("printer.away", "printer.refused", ""), strict=True):
        (taken,) = take_print_jobs(ctx, DESK, 1)
        assert taken.id == job
        if code:
            mark_failed(ctx, job, taken.attempt, "no", code)
        else:
            mark_printed(ctx, job, taken.attempt)
    assert [one.id for one in take_print_jobs(ctx, DESK, 9)] == [jobs[0]]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("system:office", "office"),
        ("raw:192.0.2.7:9100", "192.0.2.7:9100"),
        ("folder:/srv/papers/pack-1/", "pack-1"),
        (r"folder:C:\\papers\\pack-1", "pack-1"),
        ("folder:/", "/"),
        ("", ""),
        ("office", "office"),
    ],
)
def test_a_printer_is_called_as_people_call_it(name: str, words: str) -> None:
    assert called(name) == words


def test_what_may_have_come_out_is_asked_and_not_sent_again(world: World) -> None:
    ctx = world.ctx(Role.PACKER)
    with TcpPrinter(reads=10) as printer:
        printing_desk(world, "raw", printer.target)
        store_paper(ctx, "pick_list", "PL-1", b"%PDF- " + b"x" * 20_000_000)
        paper(ctx, "PL-2")
        run = print_waiting(ctx)
        assert (run.printed, run.put_off, run.failed) == (0, 0, 1)
        assert statuses(world) == ["failed", "waiting"]
        assert world.one("SELECT error FROM print_job WHERE status = 'failed'") == (
            f"Nobody knows whether this came out of {printer.target}."
        )
        printer.wait(1)
        print_waiting(ctx)
        assert printer.wait(2)[1] == b"%PDF- PL-2"
        assert statuses(world) == ["failed", "printed"]


def test_a_lease_that_ran_out_is_asked_and_not_sent_again(world: World, tmp_path: Path) -> None:
    """The program ended between sending and marking, or before sending: nobody knows."""
    ctx = world.ctx(Role.PACKER)
    printing_desk(world, "folder", str(tmp_path))
    job = paper(ctx, "A")
    (taken,) = take_print_jobs(ctx, DESK, 1)
    assert print_waiting(ctx) == PrintRun(), "while the lease runs nobody else prints it"
    past(world, lease_until=hour_ago())
    assert print_waiting(ctx) == PrintRun()
    assert world.rows("SELECT status, error_code FROM print_job") == [("failed", "printer.perhaps")]
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("quai-")]
    assert mark_printed(ctx, job, taken.attempt).status == "printed", "it was only slow, and says so now"
    with pytest.raises(LeaseLost):
        mark_printed(ctx, job, taken.attempt)


def test_late_news_that_nothing_was_sent_puts_the_job_back(world: World) -> None:
    ctx = world.ctx(Role.PACKER)
    printing_desk(world, "raw", "192.0.2.7")
    job = paper(ctx, "A")
    (taken,) = take_print_jobs(ctx, DESK, 1)
    past(world, lease_until=hour_ago())
    take_print_jobs(ctx, DESK, 1)
    assert statuses(world) == ["failed"]
    assert mark_failed(ctx, job, taken.attempt, "away", "printer.away").status == "waiting"


def test_another_desk_may_not_end_it(world: World) -> None:
    ctx = world.ctx(Role.PACKER)
    printing_desk(world, "raw", "192.0.2.7")
    job = paper(ctx, "A")
    (taken,) = take_print_jobs(ctx, DESK, 1)
    before = world.tables("print_job")
    other = world.ctx(Role.PACKER, desk="DESK-2")
    with pytest.raises(LeaseLost):
        mark_printed(other, job, taken.attempt)
    with pytest.raises(LeaseLost):
        mark_failed(ctx, job, taken.attempt + 1, "an older lease")
    with pytest.raises(BadInput):
        take_print_jobs(ctx, DESK, 0)
    nobody = Context(ctx.db, ctx.actor, frozenset(set(Permission) - {Permission.JOB_RUN}), DESK)
    with pytest.raises(NotAllowed):
        print_waiting(nobody)
    assert world.tables("print_job") == before


def test_programs_that_take_at_once_never_share(world: World) -> None:
    """The console and the worker of one desk."""
    ctx = world.ctx(Role.PACKER)
    printing_desk(world, "raw", "192.0.2.7")
    jobs = {paper(ctx, str(number)) for number in range(12)}

    def take(_: int) -> tuple[TakenPrint, ...]:
        return take_print_jobs(ctx, DESK, 3)

    with ThreadPoolExecutor(3) as pool:
        taken = [one.id for batch in pool.map(take, range(8)) for one in batch]
    taken += [one.id for one in take_print_jobs(ctx, DESK, 12)]
    assert sorted(taken) == sorted(jobs)


def test_no_transaction_is_open_while_a_printer_is_slow(world: World, tmp_path: Path) -> None:
    """The printer itself works with the database: on SQLite it would wait for ever on a transaction of ours."""
    ctx = world.ctx(Role.PACKER)
    printing_desk(world, "folder", str(tmp_path))
    paper(ctx, "A")

    class Curious:
        def __init__(self, target: str) -> None:
            self.target = target

        def send(self, data: bytes, title: str, copies: int = 1) -> str:
            if title == "A":
                paper(ctx, "B")
            assert statuses(world)[0] == ("printing" if title == "A" else "printed")
            return title

    def opened(target: str) -> Printer:
        return Curious(target)

    kinds = with_kind(PrinterKind("folder", opened, str))
    assert print_waiting(ctx.once("one key for many papers"), kinds) == PrintRun(printed=2)


def test_a_paper_with_a_name_waits_for_somebody_who_may_read_it(world: World, tmp_path: Path) -> None:
    printing_desk(world, "folder", str(tmp_path))
    paper(world.ctx(Role.PACKER), "SH-1", "packing_slip")
    picker = world.ctx(Role.PICKER)
    paper(picker, "PL-1")
    assert print_waiting(picker) == PrintRun(printed=1)
    assert world.rows("SELECT title, status, error FROM print_job ORDER BY id") == [
        ("SH-1", "waiting", NAMES_SOMEBODY),
        ("PL-1", "printed", ""),
    ]
    keys = world.one("SELECT count(*) FROM idempotency_key")
    assert print_waiting(picker) == PrintRun()
    assert world.one("SELECT count(*) FROM idempotency_key") == keys, "with no news nothing is written"
    assert print_waiting(world.ctx(Role.PACKER)) == PrintRun(printed=1)
