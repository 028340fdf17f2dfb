"""Desks and their printers are set up by those who set up the site, and what waits goes on at once."""

from __future__ import annotations

import pytest

from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotAllowed, NotFound
from app.queries.print_queue import DeskRow, PrinterRow, desks, printers_of
from app.services.desks import add_desk, remove_printer, rename_desk, set_printer
from app.services.labels import store_paper
from app.services.printing import print_waiting
from tests.rig.databases import World

DESK = "DESK-1"


def printers(world: World, desk: int) -> tuple[PrinterRow, ...]:
    with world.owner.reading() as connection:
        return printers_of(connection, desk)


def test_a_desk_is_added_once_and_renamed(world: World) -> None:
    ctx = world.ctx(Role.SUPERVISOR)
    desk = add_desk(ctx.once("d"), " BENCH-2 ", "By the door")
    assert add_desk(ctx.once("d"), " BENCH-2 ", "By the door") == desk
    assert rename_desk(ctx, desk, "Window") == desk
    with world.owner.reading() as connection:
        assert desks(connection) == (DeskRow(desk, "BENCH-2", "Window", None),)
    assert world.one("SELECT count(*) FROM audit_entry WHERE table_name = 'desk'") == 2


def test_refused_desks_leave_nothing(world: World) -> None:
    ctx = world.ctx(Role.SUPERVISOR)
    desk = add_desk(ctx, "BENCH-1")
    before = world.tables("desk", "desk_printer")
    with pytest.raises(Conflict, match="BENCH-1"):
        add_desk(ctx, "BENCH-1")
    for code in ("", "a\nb", "x" * 65):
        with pytest.raises(BadInput):
            add_desk(ctx, code)
    with pytest.raises(BadInput):
        rename_desk(ctx, desk, " ")
    with pytest.raises(NotFound):
        rename_desk(ctx, 999, "Nowhere")
    with pytest.raises(NotFound):
        set_printer(ctx, 999, "*", "raw", "zebra")
    for document, kind, target in (
        ("love_letter", "raw", "zebra"),
        ("*", "fax", "zebra"),
        ("*", "raw", "zebra:0"),
        ("*", "folder", "papers"),
        ("*", "system", "-o raw"),
    ):
        with pytest.raises(BadInput):
            set_printer(ctx, desk, document, kind, target)
    for work in (
        lambda: add_desk(world.ctx(Role.PACKER), "BENCH-9"),
        lambda: set_printer(world.ctx(Role.PACKER), desk, "*", "raw", "zebra"),
        lambda: remove_printer(world.ctx(Role.PACKER), desk, "*"),
    ):
        with pytest.raises(NotAllowed):
            work()
    assert world.tables("desk", "desk_printer") == before


def test_one_printer_a_paper(world: World) -> None:
    ctx = world.ctx(Role.SUPERVISOR)
    desk = add_desk(ctx, DESK)
    assert set_printer(ctx, desk, "shipment_label", "raw", "192.0.2.7") == "192.0.2.7:9100"
    set_printer(ctx, desk, "*", "system", "office")
    set_printer(ctx, desk, "*", "folder", "/srv/papers")
    assert printers(world, desk) == (
        PrinterRow("*", "folder", "/srv/papers"),
        PrinterRow("shipment_label", "raw", "192.0.2.7:9100"),
    )
    assert remove_printer(ctx, desk, "*")
    assert not remove_printer(ctx, desk, "*")
    assert [row.document for row in printers(world, desk)] == ["shipment_label"]
    assert world.one("SELECT count(*) FROM audit_entry WHERE table_name = 'desk_printer'") == 4


def test_what_waits_for_a_printer_is_tried_as_soon_as_there_is_one(world: World) -> None:
    desk = add_desk(world.owner, DESK)
    ctx = world.ctx(Role.PACKER)
    store_paper(ctx, "packing_slip", "SH-1", b"%PDF-")
    print_waiting(ctx)
    assert world.one("SELECT error_code FROM print_job") == "printer.none"
    set_printer(world.ctx(Role.SUPERVISOR), desk, "*", "raw", "192.0.2.7")
    assert world.rows("SELECT status, error, error_code, due_at FROM print_job") == [
        ("waiting", "", "", None)
    ]
