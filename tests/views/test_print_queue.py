"""The printer's queue on the screen: why a paper waits, and what a person decides about it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.permissions import Role
from app.qt.preview import PreviewDialog
from app.qt.widgets import Label
from app.services.desks import add_desk
from app.services.labels import label_package
from app.views.print_queue import PrintQueue
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.screens import MakeDesk
from tests.rig.shop import Shop

SCREENS = (PrintQueue,)


def labels(world: World, count: int) -> list[int]:
    """So many labels in the queue of another desk; the jobs' ids."""
    shop = Bench(world)
    add_desk(world.owner, "PACK-1")
    add_desk(world.owner, "DESK-1")
    return [label_package(shop.packer, shop.packed({"MUG": 1})[1]).print_job_id for _ in range(count)]


def put(world: World, job: int, status: str, error: str = "") -> None:
    """A job that went some way."""
    with world.database().engine.begin() as connection:
        connection.exec_driver_sql(
            f"UPDATE print_job SET status = '{status}', error = '{error}' WHERE id = {job}"
        )


def status_of(world: World, job: int) -> str:
    """Where a job is."""
    return str(world.one("SELECT status FROM print_job WHERE id = :j", j=job))


def test_what_waits_is_cancelled_or_comes_out_here(world: World, desk_of: MakeDesk) -> None:
    one, two = labels(world, 2)
    put(world, one, "waiting", "No printer is set for parcel labels at this desk.")
    desk = desk_of(world, Role.PACKER, screens=SCREENS)
    screen = desk.show(PrintQueue)
    assert [row.id for row in screen.table.rows] == [two, one]
    screen.view.setFocus()
    desk.press("Del")
    assert status_of(world, two) == "cancelled"
    screen.view.select_key(one)
    desk.wait()
    desk.press("Ctrl+D")
    assert world.one(
        "SELECT d.code FROM print_job AS j JOIN desk AS d ON d.id = j.desk_id WHERE j.id = :j", j=one
    ) == ("DESK-1")


@pytest.mark.parametrize(
    ("key", "then"), [("Ctrl+Return", "printed"), ("Ctrl+R", "cancelled"), ("Del", "cancelled")]
)
def test_whether_it_came_out_is_answered(world: World, desk_of: MakeDesk, key: str, then: str) -> None:
    (job,) = labels(world, 1)
    put(world, job, "failed", "The line broke.")
    desk = desk_of(world, Role.PACKER, screens=SCREENS)
    screen = desk.show(PrintQueue)
    screen.choose_tab("failed")
    desk.wait()
    screen.view.setFocus()
    desk.press(key)
    assert status_of(world, job) == then
    copies = world.one("SELECT count(*) FROM print_job WHERE copy AND status = 'waiting'")
    assert copies == (1 if key == "Ctrl+R" else 0)


def test_what_came_out_is_printed_again_as_copy_and_shown(world: World, desk_of: MakeDesk) -> None:
    (job,) = labels(world, 1)
    put(world, job, "printed")
    desk = desk_of(world, Role.PACKER, screens=SCREENS)
    screen = desk.show(PrintQueue)
    screen.view.setFocus()
    assert not screen.run("print.retry")
    desk.press("Return")
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, PreviewDialog)]
    desk.wait(lambda: dialog.preview.page == 1)
    dialog.close()
    desk.work.activateWindow()
    desk.wait(desk.work.isActiveWindow)
    screen.view.setFocus()
    desk.press("F7")
    assert world.one("SELECT count(*) FROM print_job WHERE copy") == 1


def test_a_refusal_is_told_with_the_paper_it_is_about(world: World, desk_of: MakeDesk) -> None:
    (job,) = labels(world, 1)
    put(world, job, "printed")
    desk = desk_of(world, Role.STOCK_KEEPER, screens=SCREENS)
    screen = desk.show(PrintQueue)
    screen.view.setFocus()
    desk.press("F7")
    assert len(desk.notices) == 1
    assert "SSCC" in desk.notices[0]
    assert world.one("SELECT count(*) FROM print_job") == 1


def test_the_foot_names_no_key_that_does_nothing(world: World, desk_of: MakeDesk) -> None:
    Shop(world)
    desk = desk_of(world, Role.SUPERVISOR, screens=(PrintQueue,))
    desk.show(PrintQueue)
    named = {one.text() for one in desk.work.status.findChildren(Label)}
    assert not named & {"Preview", "Print at this desk"}, "there is no paper"
