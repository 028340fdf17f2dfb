"""What people decide at the printer's queue; a second sheet always says COPY."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.permissions import Role
from app.errors import NotAllowed, NotFound
from app.services.context import Context
from app.services.desks import add_desk, set_printer
from app.services.labels import label_package, print_packing_slip, reprint_label, store_paper, stored_bytes
from app.services.printing import mark_failed, mark_printed, print_waiting, take_print_jobs
from app.services.reprinting import (
    LabelVoided,
    NoCopy,
    NotNow,
    cancel_print_job,
    confirm_printed,
    move_print_job,
    reprint,
    retry_print_job,
)
from tests.documents.readers import decode, texts
from tests.rig.bench import Bench
from tests.rig.databases import World

DESK = "DESK-1"
SAYS = "COPY / DUPLICATA"
Step = Callable[[Context, int], object]
STEPS: dict[str, tuple[Step, set[str]]] = {
    "cancel": (cancel_print_job, {"waiting", "failed", "cancelled"}),
    "confirm": (confirm_printed, {"failed", "printed"}),
    "retry": (retry_print_job, {"waiting", "failed"}),
    "reprint": (reprint, {"printed"}),
}


def slip_at(world: World, status: str) -> int:
    """A packing slip whose job stands there."""
    shipment, _ = Bench(world).packed({"MUG": 2})
    ctx = world.ctx(Role.PACKER)
    set_printer(world.owner, add_desk(world.owner, DESK), "*", "raw", "192.0.2.7")
    job = print_packing_slip(ctx, shipment).print_job_id
    bring(ctx, job, status)
    return job


def bring(ctx: Context, job: int, status: str) -> None:
    if status == "cancelled":
        cancel_print_job(ctx, job)
    elif status != "waiting":
        (taken,) = take_print_jobs(ctx, DESK, 1)
        assert taken.id == job
        if status == "printed":
            mark_printed(ctx, job, taken.attempt)
        elif status == "failed":
            mark_failed(ctx, job, taken.attempt, "Did it come out?", "printer.perhaps", perhaps=True)


def job_rows(world: World) -> list[tuple[str, bool]]:
    return [(row.status, bool(row.copy)) for row in world.rows("SELECT * FROM print_job ORDER BY id")]


@pytest.mark.parametrize("status", ["waiting", "printing", "failed", "printed", "cancelled"])
def test_each_step_has_its_beginnings(world: World, status: str) -> None:
    ctx = world.ctx(Role.PACKER)
    job = slip_at(world, status)
    for name, (step, begins) in STEPS.items():
        if status in begins:
            continue
        before = world.tables("print_job", "blob")
        with pytest.raises(NotNow) as refusal:
            step(ctx, job)
        assert refusal.value.facts["status"] == status, name
        with pytest.raises(NotFound):
            step(ctx, 999)
        assert world.tables("print_job", "blob") == before


def test_a_cancelled_paper_stays_cancelled(world: World) -> None:
    job = slip_at(world, "failed")
    for _ in range(2):
        assert cancel_print_job(world.ctx(Role.PICKER), job) == job
    assert world.rows("SELECT status, error FROM print_job") == [("cancelled", "")]


def test_somebody_looked_and_it_was_there(world: World) -> None:
    job = slip_at(world, "failed")
    for _ in range(2):
        assert confirm_printed(world.ctx(Role.PICKER), job) == job
    (row,) = world.rows("SELECT status, error, printed_at FROM print_job")
    assert (row.status, row.error) == ("printed", "")
    assert row.printed_at is not None


def test_what_waits_for_its_time_is_tried_at_once(world: World) -> None:
    ctx = world.ctx(Role.PACKER)
    job = slip_at(world, "waiting")
    (taken,) = take_print_jobs(ctx, DESK, 1)
    mark_failed(ctx, job, taken.attempt, "away", "printer.away")
    assert take_print_jobs(ctx, DESK, 1) == ()
    assert retry_print_job(ctx, job) == job
    assert [one.id for one in take_print_jobs(ctx, DESK, 1)] == [job]
    assert job_rows(world) == [("printing", False)]


def test_what_failed_is_printed_again_as_copy_once(world: World) -> None:
    ctx = world.ctx(Role.PACKER).once("retry:1")
    job = slip_at(world, "failed")
    again = retry_print_job(ctx, job)
    assert again != job
    assert retry_print_job(ctx, job) == again, "the same key does nothing twice"
    assert job_rows(world) == [("cancelled", False), ("waiting", True)]
    (taken,) = take_print_jobs(world.ctx(Role.PACKER), DESK, 9)
    assert taken.id == again
    assert SAYS in texts(stored_bytes(ctx, taken.sha256))[0]


def test_a_paper_once_more_says_copy_and_all_else_as_before(world: World) -> None:
    ctx = world.ctx(Role.RETURNS)
    job = slip_at(world, "printed")
    first = stored_bytes(ctx, world.one("SELECT blob_sha FROM print_job"))
    made = reprint(ctx.once("r"), job)
    assert reprint(ctx.once("r"), job) == made
    second = stored_bytes(ctx, made.sha256)
    assert texts(second)[0].replace(SAYS, "").split() == texts(first)[0].split()
    assert SAYS in texts(second)[0]
    bring(world.ctx(Role.PACKER), made.print_job_id, "printed")
    third = reprint(ctx, made.print_job_id)
    assert third.sha256 == made.sha256, "it says COPY already"
    assert job_rows(world) == [("printed", False), ("printed", True), ("waiting", True)]


def test_a_copy_comes_out_where_one_stands(world: World, tmp_path: Path) -> None:
    job = slip_at(world, "printed")
    made = reprint(world.ctx(Role.PACKER, desk="nowhere"), job).print_job_id
    asked = "SELECT d.code FROM print_job AS j JOIN desk AS d ON d.id = j.desk_id WHERE j.id = :j"
    assert world.one(asked, j=made) == DESK
    set_printer(world.owner, add_desk(world.owner, "DESK-2"), "*", "folder", str(tmp_path))
    second = world.ctx(Role.PACKER, desk="DESK-2")
    assert world.one(asked, j=reprint(second, job).print_job_id) == "DESK-2"
    assert print_waiting(second).printed == 1


def test_a_label_once_more_still_scans_and_is_counted(world: World) -> None:
    shop = Bench(world)
    _, parcel = shop.packed({"MUG": 2})
    packer = world.ctx(Role.PACKER)
    set_printer(world.owner, add_desk(world.owner, DESK), "*", "raw", "192.0.2.7")
    label = label_package(packer, parcel)
    bring(packer, label.print_job_id, "printed")
    before = world.tables("print_job", "shipping_label")
    with pytest.raises(NotAllowed):
        reprint(world.ctx(Role.PICKER), label.print_job_id)
    assert world.tables("print_job", "shipping_label") == before
    made = reprint(packer, label.print_job_id)
    bytes_before, bytes_after = (stored_bytes(packer, sha) for sha in (label.sha256, made.sha256))
    for dpi in (203, 300):
        assert {one.text for one in decode(bytes_after, dpi)} == {
            one.text for one in decode(bytes_before, dpi)
        }
    assert SAYS in texts(bytes_after)[0]
    assert world.one("SELECT prints FROM shipping_label") == 1


def test_a_void_label_is_not_printed_again(world: World) -> None:
    shop = Bench(world)
    _, parcel = shop.packed({"MUG": 2})
    packer = world.ctx(Role.PACKER)
    set_printer(world.owner, add_desk(world.owner, DESK), "*", "raw", "192.0.2.7")
    first = label_package(packer, parcel).print_job_id
    bring(packer, first, "printed")
    copy = reprint_label(packer, parcel).print_job_id
    bring(packer, copy, "failed")
    with world.database().engine.begin() as connection:
        connection.exec_driver_sql("UPDATE shipping_label SET voided_at = CURRENT_TIMESTAMP")
    before = world.tables("print_job", "shipping_label", "blob")
    with pytest.raises(LabelVoided, match="SSCC"):
        reprint(packer, first)
    with pytest.raises(LabelVoided):
        retry_print_job(packer, copy)
    assert world.tables("print_job", "shipping_label", "blob") == before


def test_what_cannot_say_copy_is_not_printed_twice(world: World) -> None:
    packer = world.ctx(Role.PACKER)
    set_printer(world.owner, add_desk(world.owner, DESK), "*", "raw", "192.0.2.7")
    job = store_paper(packer, "pick_list", "PL-1", b"!R! no paper of ours").print_job_id
    bring(packer, job, "printed")
    with pytest.raises(NoCopy):
        reprint(packer, job)
    assert job_rows(world) == [("printed", False)]


def test_a_waiting_paper_goes_to_another_desk(world: World) -> None:
    job = slip_at(world, "waiting")
    second = add_desk(world.owner, "DESK-2")
    ctx = world.ctx(Role.PICKER)
    with pytest.raises(NotFound):
        move_print_job(ctx, job, 999)
    assert move_print_job(ctx, job, second) == job
    assert take_print_jobs(ctx, DESK, 1) == ()
    assert [row.desk_id for row in world.rows("SELECT desk_id FROM print_job")] == [second]
    cancel_print_job(ctx, job)
    with pytest.raises(NotNow):
        move_print_job(ctx, job, second)


def test_who_may_not_read_addresses_gets_no_copy_of_one(world: World) -> None:
    """A picker may say what became of a paper, but neither print nor reprint one with a customer's name."""
    job = slip_at(world, "failed")
    picker = world.ctx(Role.PICKER)
    before = world.tables("print_job", "blob")
    with pytest.raises(NotAllowed, match="names a customer"):
        retry_print_job(picker, job)
    assert world.tables("print_job", "blob") == before
    confirm_printed(picker, job)
    with pytest.raises(NotAllowed, match="names a customer"):
        reprint(picker, job)
    assert job_rows(world) == [("printed", False)]
