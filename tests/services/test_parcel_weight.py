"""Weight and box of a parcel: expected against read, a reason where it is off, what the box bears, choosing and taking back."""

from __future__ import annotations

import json

import pytest
import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission, Role
from app.errors import BadInput, Conflict, NotAllowed, NotFound
from app.models import Carton
from app.services.bench_closing import close_parcel
from app.services.context import use_case
from app.services.packing import scan_item
from app.services.parcel_weight import Overloaded, WeightOff, choose_box
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.shop import GTIN

WATCHED = ("package", "shipment", "order_event", "print_job", "shipping_label")


@use_case(Permission.CATALOGUE_EDIT)
def make_carton(tx: Transaction, code: str, tare_g: int, max_weight_g: int = 0, active: bool = True) -> int:
    """A box of 400 x 300 x 200 mm outside."""
    inner = {f"inner_{side}_mm": size for side, size in (("length", 390), ("width", 290), ("height", 190))}
    outer = {f"outer_{side}_mm": size for side, size in (("length", 400), ("width", 300), ("height", 200))}
    row = {
        "code": code,
        "barcode": f"BOX-{code}",
        "name": code,
        "tare_g": tare_g,
        "max_weight_g": max_weight_g,
    }
    made: int = tx.execute(
        sa.insert(Carton).values(row | inner | outer | {"active": active}).returning(Carton.id)
    ).scalar_one()
    tx.changed("carton", made)
    return made


def filled(shop: Bench, **scans: int) -> tuple[int, int]:
    """A shipment with all of it in its open parcel: (shipment, parcel)."""
    (shipment,) = shop.picked(scans)
    for sku, qty in scans.items():
        scan_item(shop.packer, shipment, GTIN[sku], qty=qty)
    return shipment, shop.world.one("SELECT id FROM package WHERE shipment_id = :s", s=shipment)


def test_the_box_counts_in_the_expected_weight_and_is_kept(world: World) -> None:
    shop = Bench(world)
    box = make_carton(shop.owner, "M", 250)
    shipment, parcel = filled(shop, MUG=10)
    chosen = choose_box(shop.packer, shipment, box)
    assert (chosen.package_id, chosen.was_id, chosen.opened) == (parcel, 0, False)
    with pytest.raises(WeightOff) as off:
        close_parcel(shop.packer, parcel, 1000, weighed="scale")
    assert off.value.facts == {"position": 1, "expected_g": 1250, "read_g": 1000}
    close_parcel(shop.packer, parcel, 1255, weighed="scale")
    row = world.rows("SELECT * FROM package")[0]
    assert (row.weight_g, row.expected_g, row.weighed, row.carton_id, row.box) == (
        1255,
        1250,
        "scale",
        box,
        "M",
    )
    assert (row.length_mm, row.width_mm, row.height_mm) == (400, 300, 200)


def test_a_weight_that_is_off_takes_a_reason_that_is_kept(world: World) -> None:
    shop = Bench(world)
    _, parcel = filled(shop, MUG=2)
    before = world.tables(*WATCHED)
    for weighed in ("scale", "typed"):
        with pytest.raises(WeightOff):
            close_parcel(shop.packer, parcel, 900, weighed=weighed)
    for wrong in ({"reason": "because"}, {"weighed": "guessed"}):
        with pytest.raises(BadInput):
            close_parcel(shop.packer, parcel, 200, **wrong)  # type: ignore[arg-type]  # words by name
    assert world.tables(*WATCHED) == before
    close_parcel(shop.packer, parcel, 900, weighed="scale", reason="extra")
    facts = json.loads(world.one("SELECT facts FROM order_event WHERE verb = 'weight_accepted'"))
    assert (facts["weight_g"], facts["expected_g"], facts["reason"]) == (900, 200, "extra")


def test_computed_takes_what_goods_and_proposed_box_weigh(world: World) -> None:
    shop = Bench(world)
    box = make_carton(shop.owner, "M", 250)
    _, parcel = filled(shop, MUG=2)
    close_parcel(shop.packer, parcel, weighed="computed", carton_id=box)
    row = world.rows("SELECT * FROM package")[0]
    assert (row.weight_g, row.expected_g, row.weighed, row.carton_id) == (450, 450, "computed", box)


def test_nothing_is_held_against_a_guess(world: World) -> None:
    """An article without a weight in the catalogue."""
    shop = Bench(world)
    shop.add_product("VOID", weight_g=0, barcodes=(("4006381333948", 1),))
    shop.bring("VOID", 5)
    code = "4006381333948"
    (shipment,) = shop.picked({"VOID": 1})
    scan_item(shop.packer, shipment, code)
    parcel = world.one("SELECT id FROM package")
    assert close_parcel(shop.packer, parcel, 900, weighed="scale").parcel.finished


def test_a_box_that_does_not_bear_its_goods(world: World) -> None:
    shop = Bench(world)
    weak = make_carton(shop.owner, "W", 50, max_weight_g=100)
    shipment, parcel = filled(shop, MUG=2)
    choose_box(shop.packer, shipment, weak)
    before = world.tables(*WATCHED)
    with pytest.raises(Overloaded):
        close_parcel(shop.packer, parcel, 250, weighed="scale", reason="other")
    assert world.tables(*WATCHED) == before
    assert choose_box(shop.packer, shipment, 0).was_id == weak
    assert close_parcel(shop.packer, parcel, 200, weighed="scale").parcel.finished


def test_the_first_choice_opens_the_parcel(world: World) -> None:
    shop = Bench(world)
    box, gone = make_carton(shop.owner, "M", 250), make_carton(shop.owner, "OLD", 250, active=False)
    (shipment,) = shop.picked({"MUG": 1})
    before = world.tables(*WATCHED)
    with pytest.raises(NotFound):
        choose_box(shop.packer, shipment, 999)
    with pytest.raises(NotFound):
        choose_box(shop.packer, shipment, 0)
    with pytest.raises(Conflict):
        choose_box(shop.packer, shipment, gone)
    with pytest.raises(NotAllowed):
        choose_box(world.ctx(Role.PICKER), shipment, box)
    assert world.tables(*WATCHED) == before
    chosen = choose_box(shop.packer, shipment, box)
    assert chosen.opened
    assert shop.state("shipment", shipment) == "packing"
    packed, _ = shop.packed({"POT": 1})
    with pytest.raises(Conflict):
        choose_box(shop.packer, packed, box)
