"""Two desks at one parcel or shipment in the same moment, on PostgreSQL: each sees what the other has done."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.database import Timeouts
from app.domain.permissions import Role
from app.integrations.carriers.base import PDF, Bought
from app.services import buying, labels
from app.services.choosing import LabelsThere, change_service
from app.services.context import Context, UseCase
from app.services.labels import label_package, store_label
from app.services.packing import scan_item
from app.services.papers import shipment_label_content
from app.services.parcel_items import NoOpenParcel, move_scanned
from app.services.parcels import close_package, open_package, pack_all, reopen_package
from app.services.tracking import record_tracking
from tests.rig.carriers import Counter
from tests.rig.databases import World
from tests.rig.sent import Sent, said
from tests.rig.shop import GTIN
from tests.services.test_races import standing_still


def while_it_stands(
    world: World, role: Role, step: UseCase[Any, Any], args: tuple[Any, ...], other: Callable[[], Any]
) -> Any:
    """What another desk gets that begins while one stands before its commit, and goes on once that is through."""
    database = world.database(world.url_of(role), timeouts=Timeouts(idle_in_transaction=0))
    slow = Context(database, "slow", world.ctx(role).rights, "SLOW")
    with ThreadPoolExecutor(1) as pool:
        with standing_still(slow, step, *args):
            second = pool.submit(other)
            time.sleep(0.3)  # until it waits for the first, if it does
        return second.result(60)


def drawn(counter: Counter, parcel: int) -> tuple[Any, bytes]:
    with counter.packer.reading() as connection:
        content = labels._content(shipment_label_content(connection, parcel))
    return content, b"%PDF-1.4 label"


def test_a_parcel_that_is_opened_while_its_label_is_stored_keeps_no_label(
    pg_world: World, tmp_path: Path
) -> None:
    counter = Counter(pg_world, tmp_path)
    (shipment,) = counter.picked({"MUG": 1})
    parcel = pack_all(counter.packer, shipment).package_id
    while_it_stands(
        *(pg_world, Role.PACKER, store_label, (parcel, *drawn(counter, parcel))),
        lambda: reopen_package(counter.other, parcel),
    )
    assert counter.state("package", parcel) == "open"
    assert counter.live(parcel) == []


def test_a_parcel_that_is_opened_while_its_bought_label_is_kept_keeps_no_label(
    pg_world: World, tmp_path: Path
) -> None:
    counter = Counter(pg_world, tmp_path)
    _, parcel = counter.closed()
    purchase = label_package(counter.packer, parcel).purchase_id
    answer = Bought("DP1", price=1, label=b"%PDF-1.4 x", media_type=PDF)
    while_it_stands(
        *(pg_world, Role.PACKER, buying._keep, (purchase, answer, None)),
        lambda: reopen_package(counter.other, parcel),
    )
    assert counter.state("package", parcel) == "open"
    assert counter.live(parcel) == []
    assert [row[0] for row in counter.purchases()] == ["void_asked"]


def test_a_label_is_that_of_the_service_that_its_shipment_has(pg_world: World, tmp_path: Path) -> None:
    counter = Counter(pg_world, tmp_path)
    (shipment,) = counter.picked({"MUG": 1})
    parcel = pack_all(counter.packer, shipment).package_id
    found = while_it_stands(
        *(pg_world, Role.PACKER, change_service, (shipment, counter.service)),
        lambda: label_package(counter.other, parcel),
    )
    assert found.awaited == "Depot"
    assert counter.live(parcel) == []


def test_no_service_is_changed_while_a_label_is_stored(pg_world: World, tmp_path: Path) -> None:
    counter = Counter(pg_world, tmp_path)
    (shipment,) = counter.picked({"MUG": 1})
    parcel = pack_all(counter.packer, shipment).package_id

    def change() -> None:
        with pytest.raises(LabelsThere):
            change_service(counter.other, shipment, counter.service)

    while_it_stands(pg_world, Role.PACKER, store_label, (parcel, *drawn(counter, parcel)), change)


def test_two_desks_hear_of_the_same_arrival_in_other_words(pg_world: World) -> None:
    shop = Sent(pg_world)
    (sscc,) = shop.sscc
    first, second = said(sscc, "delivered", 3), replace(said(sscc, "delivered", 2), words="signed by Jo")
    done = while_it_stands(
        *(pg_world, Role.CUSTOMER_SERVICE, record_tracking, ((first,), "a.csv")),
        lambda: shop.tell(second),
    )
    assert (done.new, done.delivered) == (1, 0)
    assert shop.state("shipment", shop.shipment) == "delivered"


def two_open(counter: Counter) -> tuple[int, list[int]]:
    """A shipment of two mugs in two open parcels."""
    (shipment,) = counter.picked({"MUG": 2})
    scan_item(counter.packer, shipment, GTIN["MUG"])
    first = pg_max(counter)
    second = open_package(counter.packer, shipment).package_id
    scan_item(counter.packer, shipment, GTIN["MUG"], second)
    return shipment, [first, second]


def pg_max(counter: Counter) -> int:
    return int(counter.world.one("SELECT max(id) FROM package"))


def test_the_last_two_parcels_closed_in_one_moment_finish_the_shipment(
    pg_world: World, tmp_path: Path
) -> None:
    counter = Counter(pg_world, tmp_path)
    shipment, (first, second) = two_open(counter)
    last = while_it_stands(
        *(pg_world, Role.PACKER, close_package, (first, 400)),
        lambda: close_package(counter.other, second, 400),
    )
    assert last.finished
    assert counter.state("shipment", shipment) == "packed"


def test_nothing_is_moved_into_a_parcel_that_closes_in_that_moment(pg_world: World, tmp_path: Path) -> None:
    counter = Counter(pg_world, tmp_path)
    shipment, (first, second) = two_open(counter)

    def move() -> None:
        with pytest.raises(NoOpenParcel):
            move_scanned(counter.other, shipment, GTIN["MUG"], to_package_id=first)

    while_it_stands(*(pg_world, Role.PACKER, close_package, (first, 400)), move)
    rows = counter.world.rows("SELECT package_id, qty FROM package_line ORDER BY package_id")
    assert [(row.package_id, row.qty) for row in rows] == [(first, 1), (second, 1)]


def test_two_desks_open_a_parcel_each_in_one_moment(pg_world: World, tmp_path: Path) -> None:
    counter = Counter(pg_world, tmp_path)
    shipment, _ = two_open(counter)
    made = while_it_stands(
        *(pg_world, Role.PACKER, open_package, (shipment,)),
        lambda: open_package(counter.other, shipment),
    )
    assert made.position == 4


def test_the_last_two_pieces_scanned_in_one_moment_complete_the_shipment(
    pg_world: World, tmp_path: Path
) -> None:
    counter = Counter(pg_world, tmp_path)
    (shipment,) = counter.picked({"MUG": 3})
    scan_item(counter.packer, shipment, GTIN["MUG"])
    last = while_it_stands(
        *(pg_world, Role.PACKER, scan_item, (shipment, GTIN["MUG"])),
        lambda: scan_item(counter.other, shipment, GTIN["MUG"]),
    )
    assert (last.verdict.value, last.left, last.counted) == ("complete", 0, 3)


def test_nothing_is_scanned_into_a_parcel_that_closes_in_that_moment(pg_world: World, tmp_path: Path) -> None:
    counter = Counter(pg_world, tmp_path)
    (shipment,) = counter.picked({"MUG": 2})
    scan_item(counter.packer, shipment, GTIN["MUG"])
    first = pg_max(counter)
    while_it_stands(
        *(pg_world, Role.PACKER, close_package, (first, 400)),
        lambda: scan_item(counter.other, shipment, GTIN["MUG"]),
    )
    rows = counter.world.rows("SELECT package_id, qty FROM package_line ORDER BY package_id")
    assert [row.qty for row in rows] == [1, 1]
    assert counter.state("package", rows[1].package_id) == "open"


def test_a_label_whose_parcel_changes_while_it_is_drawn_is_drawn_anew_under_the_same_key(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ "1" became "1 of 2": the second drawing says something else under the same key of the bench's step."""
    counter = Counter(world, tmp_path)
    _, (first, second) = two_open(counter)
    close_package(counter.packer, first, 400)
    last = iter([second])

    def meanwhile(*args: Any) -> Any:
        for one in last:
            close_package(counter.packer, one, 400)
        return store_label(*args)

    monkeypatch.setattr(labels, "store_label", meanwhile)
    done = label_package(counter.other.once("J-7:label"), first)
    assert done.print_job_id
    assert label_package(counter.other.once("J-7:label"), first) == done
    assert world.one("SELECT count(*) FROM print_job") == 1
