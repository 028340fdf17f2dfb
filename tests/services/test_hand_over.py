"""Goods that customers fetch: a code that cannot be guessed, a name or a signature, gone and arrived in one, and back."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from app.domain.permissions import Role
from app.errors import Conflict, NotAllowed, NotFound
from app.services.hand_over import (
    NotFetched,
    WrongCode,
    check_pickup_code,
    collect_shipment,
    uncollect_shipment,
)
from app.services.loading import scan_to_load
from app.services.manifests import ProofMissing
from app.services.parcels import pack_all, reopen_packing
from app.services.picking import pick_wave
from app.services.pickup_codes import LENGTH, LETTERS, same_code
from app.services.release import release_shipments
from app.services.scanning import Verdict
from tests.rig.databases import World
from tests.rig.dock import DUE, PNG, Dock
from tests.rig.race import findings

WATCHED = (
    *("hand_over", "shipment", "package", "stock_move", "stock_balance", "sales_order", "order_event"),
    "blob",
)


def fetched(dock: Dock, *, label: bool = False) -> tuple[int, int, str]:
    """A packed shipment that its customer fetches: (shipment, parcel, code)."""
    with dock.world.database().engine.begin() as connection:
        connection.execute(
            sa.text("UPDATE carrier_service SET collected = :yes WHERE id = :i"),
            {"yes": True, "i": dock.foreign},
        )
    shipment, (parcel,) = dock.waiting({"MUG": 2}, service=dock.foreign, label=label)
    return shipment, parcel, str(dock.world.one("SELECT pickup_code FROM shipment WHERE id = :i", i=shipment))


@pytest.mark.parametrize("label", [False, True])
def test_fetched_and_back(world: World, label: bool) -> None:
    dock = Dock(world)
    shipment, parcel, code = fetched(dock, label=label)
    assert len(code) == LENGTH
    assert set(code) <= set(LETTERS)
    before = world.tables("stock_balance", "stock_level", "allocation", "shipment_line", "package")
    done = collect_shipment(dock.packer, shipment, f" {code[:3].lower()}-{code[3:]} ", "Ada Lovelace")
    assert (done.pieces, done.parcels, len(done.closed_orders)) == (2, 1, 1)
    assert (dock.state("shipment", shipment), dock.state("package", parcel)) == ("delivered", "delivered")
    times = world.rows("SELECT shipped_at, delivered_at FROM shipment WHERE id = :i", i=shipment)[0]
    assert all(times)
    assert world.rows("SELECT name, signature_sha, undone_at FROM hand_over") == [
        ("Ada Lovelace", None, None)
    ]
    assert findings(world) == []
    with pytest.raises(Conflict):
        collect_shipment(dock.packer, shipment, code, "Ada")
    back = uncollect_shipment(dock.packer, shipment)
    assert (back.pieces, back.reopened_orders) == (2, done.closed_orders)
    assert world.tables(*before) == before
    assert dock.state("shipment", shipment) == "packed"
    assert world.one("SELECT undone_at FROM hand_over") is not None
    assert findings(world) == []
    again = collect_shipment(dock.packer, shipment, code, signature=PNG)
    assert again.name == "Ada Lovelace", "who signs without a name is who ordered"


def test_a_wrong_code_hands_nothing_over_and_is_recorded(world: World) -> None:
    dock = Dock(world)
    shipment, _, code = fetched(dock)
    other = "".join("A" if letter != "A" else "C" for letter in code)
    before = world.tables(*WATCHED)
    for wrong in ("", other, code[:-1], f"{code}A", "\0"):
        with pytest.raises(WrongCode):
            collect_shipment(dock.packer, shipment, wrong, "Ada")
    with pytest.raises(ProofMissing):
        collect_shipment(dock.packer, shipment, code, " ")
    with pytest.raises(NotAllowed):
        collect_shipment(world.ctx(Role.CUSTOMER_SERVICE), shipment, code, "Ada")
    with pytest.raises(NotFound):
        collect_shipment(dock.packer, 999, code, "Ada")
    with pytest.raises(Conflict):
        uncollect_shipment(dock.packer, shipment)
    assert check_pickup_code(dock.packer, shipment, other).verdict is Verdict.WRONG
    assert check_pickup_code(dock.packer, shipment, code).verdict is Verdict.RIGHT
    said = world.rows("SELECT code, verdict FROM scan_event WHERE context = 'counter' ORDER BY id")
    assert said == [(other, "wrong"), ("", "right")]
    assert world.tables(*WATCHED) == before


def test_only_what_is_packed_and_fetched(world: World) -> None:
    dock = Dock(world)
    carried, _ = dock.waiting({"TEA": 1})
    assert world.one("SELECT pickup_code FROM shipment WHERE id = :i", i=carried) == ""
    with pytest.raises(NotFetched):
        collect_shipment(dock.packer, carried, "", "Ada")
    shipment, parcel, code = fetched(dock, label=True)
    manifest = dock.pick_up(dock.other)
    result = scan_to_load(dock.packer, manifest, dock.sscc(parcel))
    assert (result.verdict, result.wanted) == (Verdict.FOREIGN, 0), "no carrier takes it"
    reopen_packing(dock.packer, shipment)
    with pytest.raises(Conflict):
        collect_shipment(dock.packer, shipment, code, "Ada")


def test_packed_in_one_it_has_a_code_too_and_keeps_it(world: World) -> None:
    dock = Dock(world)
    fetched(dock)
    order = dock.order({"POT": 1}, carrier_service_id=dock.foreign, promised_on=DUE)
    pick_wave(dock.owner, release_shipments(dock.owner, (order.shipment_id,)).wave_id)
    pack_all(dock.packer, order.shipment_id)
    codes = [row.pickup_code for row in world.rows("SELECT pickup_code FROM shipment ORDER BY id")]
    assert len(set(codes)) == 2
    assert same_code(codes[1], codes[1])
    assert not same_code("", "")
