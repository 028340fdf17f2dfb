"""The queue as it stands: what has not come out first, pages without gap, counts by desk."""

from __future__ import annotations

import pytest

from app.domain.permissions import Role
from app.queries.pages import Ask
from app.queries.print_queue import OPEN, print_count, print_queue, waiting_count
from app.services.desks import add_desk
from app.services.labels import store_paper
from tests.rig.databases import World

STATUSES = ("printed", "waiting", "cancelled", "failed", "printed", "printing", "waiting")


def fill(world: World) -> list[int]:
    """Seven jobs in all statuses, the last one of a desk that is not set up."""
    desk = add_desk(world.owner, "DESK-1", "Bench")
    ctx = world.ctx(Role.PACKER)
    made = [
        store_paper(ctx, "pick_list" if n % 2 else "packing_slip", f"PL-{n} 100%", b"%PDF-").print_job_id
        for n in range(6)
    ]
    made.append(store_paper(world.ctx(Role.PACKER, desk="CLI"), "pick_list", "PL-6", b"%PDF-").print_job_id)
    assert desk == world.one("SELECT max(desk_id) FROM print_job")
    with world.database().engine.begin() as connection:
        for job, status in zip(made, STATUSES, strict=True):
            connection.exec_driver_sql(f"UPDATE print_job SET status = '{status}' WHERE id = {job}")
    return made


@pytest.mark.parametrize("size", [1, 2, 3, 4, 7, 10])
def test_what_has_not_come_out_is_first_and_pages_meet(world: World, size: int) -> None:
    made = fill(world)
    seen, after = [], None
    with world.owner.reading() as connection:
        while True:
            page = print_queue(connection, Ask(after, size))
            seen += [row.id for row in page.rows]
            after = page.after
            if after is None:
                break
    is_open = [job for job, status in zip(made, STATUSES, strict=True) if status in OPEN]
    assert seen == is_open[::-1] + sorted(set(made) - set(is_open), reverse=True)


@pytest.mark.parametrize(
    ("ask", "titles"),
    [
        (Ask(filters={"status": "printed"}), ["PL-4 100%", "PL-0 100%"]),
        (Ask(filters={"document": "packing_slip", "status": "waiting"}), []),
        (Ask(filters={"status": "waiting", "desk": None}), ["PL-6", "PL-1 100%"]),
        (Ask(text="pl-3"), ["PL-3 100%"]),
        (Ask(text="0%"), ["PL-5 100%", "PL-3 100%", "PL-1 100%", "PL-4 100%", "PL-2 100%", "PL-0 100%"]),
    ],
)
def test_the_queue_is_sifted(world: World, ask: Ask, titles: list[str]) -> None:
    fill(world)
    with world.owner.reading() as connection:
        assert [row.title for row in print_queue(connection, ask).rows] == titles
        assert print_count(connection, ask) == len(titles)


def test_a_row_says_whose_it_is(world: World) -> None:
    fill(world)
    desk = world.one("SELECT id FROM desk")
    with world.owner.reading() as connection:
        rows = print_queue(connection, Ask(filters={"desk": desk})).rows
        assert {(row.desk_id, row.desk) for row in rows} == {(desk, "DESK-1")}
        assert len(rows) == 6
        (elsewhere,) = print_queue(connection, Ask(text="PL-6")).rows
        assert (elsewhere.desk_id, elsewhere.desk, elsewhere.copy) == (None, "", False)
        assert elsewhere.created_by == world.ctx(Role.PACKER).actor
        assert waiting_count(connection, "DESK-1") == 3
        assert waiting_count(connection, "CLI") == 0
