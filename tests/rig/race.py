"""A race for goods that do not suffice: every desk takes orders and ships them until nothing fits any more."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.domain.permissions import Role
from app.services.check import check
from app.services.context import Context
from app.services.labels import label_package
from app.services.orders import NewLine, NewOrder, place_order
from app.services.parcels import pack_all
from app.services.picking import pick_wave
from app.services.release import release_shipments
from app.services.reservation import InsufficientStock
from app.services.shipping import ship_shipment
from app.services.sites import set_company, set_warehouse_address
from tests.rig.databases import World
from tests.rig.desks import Desks, Seat, seats
from tests.rig.shop import ADDRESS, Shop

RACERS = (Role.CUSTOMER_SERVICE, Role.STOCK_KEEPER, Role.PICKER, Role.PACKER)
MOST = 5
_FREE = "SELECT product_id, sellable - reserved FROM stock_level"


@dataclass(frozen=True, slots=True)
class Course:
    """What is raced for, as plain values."""

    customer: int
    warehouse: int
    products: dict[int, str]
    """SKUs by id."""


def shop_that_ships(world: World, *, stock: bool = False) -> Shop:
    """A shop whose labels can be printed: they name the sender and carry its own numbers."""
    shop = Shop(world, stock=stock)
    set_company(world.owner, "Quai", "3760001")
    set_warehouse_address(world.owner, shop.warehouse, ADDRESS)
    return shop


def make_course(world: World, products: int, pieces: int) -> Course:
    """A shop with some products of `pieces` base units each, in two bins."""
    shop = shop_that_ships(world)
    skus = [f"HOT-{number:02}" for number in range(products)]
    for sku in skus:
        shop.add_product(sku, weight_g=100)
        shop.bring(sku, pieces - pieces // 3, "A-02")
        shop.bring(sku, pieces // 3, "B-02")
    return Course(shop.customer, shop.warehouse, {shop.product[sku]: sku for sku in skus})


def free(ctx: Context) -> dict[str, int]:
    """What is committed and may still be promised, by product id."""
    with ctx.reading() as connection:
        return {str(product): int(pieces) for product, pieces in connection.execute(sa.text(_FREE))}


def live(ctx: Context, key: str, order: NewOrder) -> int:
    """The whole life of an order, from the telephone to the ramp, under keys; the shipment's id."""
    placed = place_order(ctx.once(f"{key}:place"), order)
    released = release_shipments(ctx.once(f"{key}:release"), (placed.shipment_id,))
    assert not released.left_out
    pick_wave(ctx.once(f"{key}:pick"), released.wave_id)
    packed = pack_all(ctx.once(f"{key}:pack"), placed.shipment_id)
    label_package(ctx, packed.package_id)
    ship_shipment(ctx.once(f"{key}:ship"), placed.shipment_id)
    return placed.shipment_id


def run(seat: Seat, course: Course, wanted: Sequence[int], seed: int) -> dict[str, Any]:
    """Order and ship from `wanted` until a single piece of each is refused; what was shipped and refused."""
    chance, ctx = random.Random(seed), seat.context()
    most = dict.fromkeys(wanted, MOST)
    shipped, refused = [], []
    number = 0
    while most:
        number += 1
        chosen = chance.sample(sorted(most), min(len(most), chance.randint(1, 3)))
        lines = tuple(NewLine(product, chance.randint(1, most[product])) for product in chosen)
        before = free(ctx)
        try:
            shipped.append(
                live(ctx, f"{seat.actor}:{number}", NewOrder(course.customer, course.warehouse, lines))
            )
        except InsufficientStock as refusal:
            refused.append({"short": refusal.facts["short"], "before": before, "after": free(ctx)})
            for short in refusal.short:
                product = next(one for one in chosen if course.products[one] == short.sku)
                most[product] = min(most[product] - 1, max(1, short.free))
                if short.wanted == 1:
                    del most[product]
    ctx.db.close()
    return {"shipped": shipped, "refused": refused}


def race(
    world: World, processes: int, products: int, pieces: int, *, disjoint: bool = False
) -> list[dict[str, Any]]:
    """Run a race and hold its outcome against what must be true of it; what each process answered."""
    course = make_course(world, products, pieces)
    runners = seats(world, processes, *RACERS)
    ids = sorted(course.products)
    with Desks() as desks:
        for number, seat in enumerate(runners):
            desks.start(run, seat, course, ids[number::processes] if disjoint else ids, number)
        answers: list[dict[str, Any]] = desks.results()
    judge(world, course, answers, pieces)
    return answers


def judge(world: World, course: Course, answers: Sequence[dict[str, Any]], pieces: int) -> None:
    """Nothing oversold, nothing refused that was there, no deadlock, and the books are right."""
    assert findings(world) == []
    shipped = dict(world.rows("SELECT product_id, sum(shipped) FROM shipment_line GROUP BY product_id"))
    assert shipped == dict.fromkeys(course.products, pieces), "until none fits"
    left = world.rows("SELECT sellable, reserved FROM stock_level")
    assert all((row.sellable, row.reserved) == (0, 0) for row in left)
    assert world.one("SELECT coalesce(sum(on_hand), 0) FROM stock_balance") == 0
    acknowledged = sorted(one for answer in answers for one in answer["shipped"])
    assert acknowledged == [row.id for row in world.rows("SELECT id FROM shipment ORDER BY id")]
    assert world.one("SELECT count(*) FROM shipment WHERE state <> 'shipped'") == 0
    ids = {sku: str(product) for product, sku in course.products.items()}
    for refusal in (one for answer in answers for one in answer["refused"]):
        for short in refusal["short"]:
            product = ids[short["sku"]]
            # Goods only dwindle here, so what was free when it was refused lies between the looks before and after.
            assert refusal["after"][product] <= short["free"] <= refusal["before"][product], refusal
            assert short["wanted"] > short["free"], refusal
    if world.postgresql:
        assert world.one("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()") == 0


def findings(world: World) -> list[Any]:
    """What `db check` says."""
    with world.database().reading() as connection:
        return check(connection)
