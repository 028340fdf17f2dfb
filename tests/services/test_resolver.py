"""One resolver for every code of the house."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.permissions import Role
from app.services.resolver import resolve
from app.services.users import NewUser, add_user
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.shop import GTIN, MUG_CARTON


def test_every_kind(world: World) -> None:
    shop = Bench(world)
    shipment, parcel = shop.packed({"MUG": 2})
    order = world.one("SELECT order_id FROM shipment WHERE id = :s", s=shipment)
    wave = world.one("SELECT wave_id FROM shipment WHERE id = :s", s=shipment)
    sscc = world.one("SELECT sscc FROM package WHERE id = :p", p=parcel)
    task = world.rows("SELECT id, number FROM pick_task")[0]
    expected = {
        GTIN["MUG"]: ("product", shop.product["MUG"], 1),
        f"0{GTIN['MUG']}": ("product", shop.product["MUG"], 1),
        f"]E0{GTIN['MUG']}": ("product", shop.product["MUG"], 1),
        MUG_CARTON: ("product", shop.product["MUG"], 6),
        "MUG": ("product", shop.product["MUG"], 1),
        shop.number("sales_order", order): ("order", order, 1),
        shop.number("shipment", shipment).lower(): ("shipment", shipment, 1),
        shop.number("wave", wave): ("pick_list", wave, 1),
        task.number: ("pick_task", task.id, 1),
        f"]C100{sscc}": ("parcel", parcel, 1),
        f"00{sscc}": ("parcel", parcel, 1),
        "LOC-LIL-A-01": ("location", shop.where("A-01"), 1),
        "CMD-UNDO": ("command", 0, 1),
        "": ("empty", 0, 1),
        "nobody knows": ("unknown", 0, 1),
    }
    with world.ctx(Role.PACKER).reading() as connection:
        for code, (kind, row_id, pack) in expected.items():
            found = resolve(connection, code)
            assert (found.kind, found.id, found.pack_qty) == (kind, row_id, pack), code


def test_a_badge(world: World) -> None:
    add_user(world.owner, NewUser("marie", "Marie", (Role.PACKER,), badge="USR-MARIE"), "long enough 1")
    with world.owner.reading() as connection:
        assert resolve(connection, "usr-marie").kind == "person"


@pytest.fixture
def shop(sqlite_world: World) -> Bench:
    return Bench(sqlite_world)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=60), st.binary(max_size=40).map(lambda raw: raw.decode("latin-1"))))
def test_any_text_gives_an_answer(shop: Bench, text: str) -> None:
    with shop.world.owner.reading() as connection:
        assert resolve(connection, text).kind
