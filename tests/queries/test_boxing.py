"""The box that is proposed at the bench, the boxes to choose from, and whether a chosen one does."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sqlalchemy as sa

from app.domain.permissions import Role
from app.queries.boxing import BoxProposal, cartons, fits, proposal
from app.queries.cartons import carton_count, carton_detail, carton_list
from app.queries.pages import Ask
from app.services.cartons import CartonFields, add_carton, edit_carton
from app.services.packing import open_for_packing, scan_item
from app.services.parcels import close_package, open_package
from app.services.sites import add_warehouse
from benchmarks.frame import counted
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.shop import GTIN, MUG_CARTON

SMALL = CartonFields("Small box", 200, 150, 110, 206, 156, 118, 80, 5_000)
MIDDLE = CartonFields("Middle box", 400, 300, 200, 408, 308, 212, 300, 20_000)
LARGE = CartonFields("Large box", 600, 400, 400, 610, 410, 415, 900, 30_000)
ENVELOPE = CartonFields("Padded envelope", 300, 220, 40, 310, 230, 42, 25, 1_500, kind="envelope")
PALLET = CartonFields("Pallet", 1200, 800, 1600, 1200, 800, 1744, 25_000, kind="pallet")
_SHAPE = sa.text(
    "UPDATE product SET length_mm = :length, width_mm = :width, height_mm = :height, fragile = :fragile, upright = :upright"
    " WHERE sku = :sku"
)


class Boxed(Bench):
    """The bench with boxes, mugs of 120 x 90 x 100 and pots that are fragile and stand upright."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.box = {
            code: add_carton(self.owner, code, fields)
            for code, fields in (
                ("S", SMALL),
                ("M", MIDDLE),
                ("L", LARGE),
                ("E", ENVELOPE),
                ("P", PALLET),
            )
        }
        self.shape("MUG", (120, 90, 100))
        self.shape("TEA", (200, 100, 30))
        self.shape("POT", (160, 160, 190), fragile=True, upright=True)

    def shape(
        self, sku: str, size: tuple[int, int, int], *, fragile: bool = False, upright: bool = False
    ) -> None:
        """Sizes of a product, past all services."""
        length, width, height = size
        values = {"sku": sku, "length": length, "width": width, "height": height}
        with self.owner.db.engine.begin() as connection:
            connection.execute(_SHAPE, values | {"fragile": fragile, "upright": upright})

    def proposed(self, shipment: int) -> BoxProposal:
        """As a packer reads it."""
        with self.packer.reading() as connection:
            found = proposal(connection, shipment)
        assert found is not None
        return found


@pytest.fixture
def shop(world: World) -> Boxed:
    return Boxed(world)


def test_the_smallest_box_for_what_is_picked(shop: Boxed) -> None:
    one, six, tea, pots = shop.picked({"MUG": 2}, {"MUG": 6}, {"TEA": 1}, {"POT": 4})
    found = shop.proposed(one)
    assert (found.carton_id, found.code, found.name, found.parcels) == (shop.box["S"], "S", "Small box", 1)
    assert (found.goods_g, found.expected_g, found.tare_g) == (200, 280, 80)
    assert (found.inner_mm, found.outer_mm) == ((200, 150, 110), (206, 156, 118))
    assert found.fill_percent == 100 * 2 * 120 * 90 * 100 // (200 * 150 * 110)
    assert (found.boxes, found.why, found.chargeable_g) == (("S",), "", 280)
    assert shop.proposed(six).code == "M"
    assert shop.proposed(tea).code == "E"
    assert shop.proposed(pots).code == "L"  # upright and with nothing on top: a layer of 2 x 2 does not fit M
    with shop.packer.reading() as connection:
        assert proposal(connection, 999_999) is None


def test_what_lies_in_closed_parcels_is_out_of_it(shop: Boxed) -> None:
    (shipment,) = shop.picked({"MUG": 8})
    assert shop.proposed(shipment).code == "M"
    open_for_packing(shop.packer, shop.number("shipment", shipment))
    first = int(scan_item(shop.packer, shipment, MUG_CARTON).facts["package_id"])
    # Six lie in the open parcel, two on the bench: the parcel is for all of them.
    assert shop.proposed(shipment).goods_g == 800
    close_package(shop.packer, first, 700)
    assert (shop.proposed(shipment).code, shop.proposed(shipment).goods_g) == ("S", 200)
    second = open_package(shop.packer, shipment).package_id
    scan_item(shop.packer, shipment, GTIN["MUG"], second, 2)
    assert shop.proposed(shipment).code == "S"
    close_package(shop.packer, second, 280)
    done = shop.proposed(shipment)
    assert (done.carton_id, done.why, done.parcels) == (0, "There is nothing to pack.", 0)


def test_several_parcels(shop: Boxed) -> None:
    shop.shape("MUG", (390, 290, 190))
    shop.shape("TEA", (380, 280, 11))
    edit_carton(shop.owner, shop.box["L"], replace(LARGE, active=False), 1)
    (shipment,) = shop.picked({"MUG": 2, "TEA": 1})
    found = shop.proposed(shipment)
    assert (found.code, found.parcels, found.boxes) == ("M", 3, ("M", "M", "M"))


def test_what_is_not_proposed_says_why(shop: Boxed) -> None:
    jar, pot, lead = shop.picked({"JAR": 1, "MUG": 1}, {"POT": 1}, {"TEA": 1})
    assert shop.proposed(jar).why == "Sizes are not known: Jar of the shop. Choose a box yourself."
    shop.shape("POT", (300, 200, 401), upright=True)
    assert shop.proposed(pot).why == "Too big for every box: Pot of the shop. Pack it as it is."
    shop.shape("POT", (300, 200, 401))
    assert shop.proposed(pot).code == "L"
    with shop.owner.db.engine.begin() as connection:
        connection.execute(sa.text("UPDATE product SET weight_g = 30001 WHERE sku = 'TEA'"))
        connection.execute(sa.text("UPDATE product SET weight_g = 0 WHERE sku = 'POT'"))
    assert shop.proposed(lead).why == "Too heavy for every box: Tea of the shop. Send it on a pallet."
    found = shop.proposed(pot)
    assert (found.code, found.unweighed, found.expected_g, found.chargeable_g) == ("L", ("POT",), 0, 0)


def test_only_boxes_that_are_in_use_here(shop: Boxed) -> None:
    (shipment,) = shop.picked({"MUG": 2})
    lyon = add_warehouse(shop.owner, "LYO", "Lyon")
    edit_carton(shop.owner, shop.box["S"], replace(SMALL, warehouse_id=lyon), 1)
    assert shop.proposed(shipment).code == "M"
    edit_carton(shop.owner, shop.box["M"], replace(MIDDLE, active=False), 1)
    assert shop.proposed(shipment).code == "L"
    with shop.packer.reading() as connection:
        assert [one.code for one in cartons(connection, shop.warehouse)] == ["E", "L"]
        assert [one.code for one in cartons(connection, lyon)] == ["E", "S", "L"]
        assert cartons(connection, lyon)[1].barcode == "BOX-S"


def test_the_carriers_limits(shop: Boxed) -> None:
    (shipment,) = shop.picked({"MUG": 8})
    with shop.owner.db.engine.begin() as connection:
        connection.execute(sa.text("INSERT INTO carrier (code, name) VALUES ('C', 'Carrier')"))
        connection.execute(
            sa.text(
                "INSERT INTO carrier_service (carrier_id, code, name, volume_divisor) SELECT id, 'C-1', 'Day', 5000 FROM carrier"
            )
        )
        connection.execute(
            sa.text("UPDATE shipment SET carrier_service_id = (SELECT id FROM carrier_service)")
        )

    def limits(**values: int) -> None:
        wanted = {"max_weight_g": 0, "max_length_mm": 0, "max_girth_mm": 0} | values
        text = ", ".join(f"{name} = {value}" for name, value in wanted.items())
        with shop.owner.db.engine.begin() as connection:
            connection.execute(sa.text(f"UPDATE carrier_service SET {text}"))

    found = shop.proposed(shipment)
    assert (found.code, found.expected_g) == ("M", 1_100)
    assert found.chargeable_g == -(-408 * 308 * 212 // 5000)
    limits(max_weight_g=1_099)
    assert shop.proposed(shipment).boxes == ("M", "S")
    limits(max_length_mm=407)
    assert set(shop.proposed(shipment).boxes) == {"S"}
    limits(max_girth_mm=408 + 2 * (308 + 212))
    assert shop.proposed(shipment).code == "M"
    limits(max_girth_mm=408 + 2 * (308 + 212) - 1)
    assert set(shop.proposed(shipment).boxes) == {"S"}
    limits(max_length_mm=100)
    assert shop.proposed(shipment).why == "No box in use is within the carrier's limits."


def test_a_box_chosen_by_hand(shop: Boxed) -> None:
    (shipment,) = shop.picked({"MUG": 8, "POT": 1, "JAR": 1})
    open_for_packing(shop.packer, shop.number("shipment", shipment))
    package = open_package(shop.packer, shipment).package_id

    def chosen(code: str, parcel: int = package) -> tuple[bool, str, bool]:
        with shop.packer.reading() as connection:
            found = fits(connection, parcel, shop.box[code])
        return found.fits, found.why, found.certain

    assert chosen("E") == (True, "", True)  # nothing lies in it yet
    scan_item(shop.packer, shipment, GTIN["MUG"], package, 8)
    assert chosen("S") == (
        False,
        "All of it together is too big for S. Take a larger box, or pack two parcels.",
        True,
    )
    assert chosen("E") == (False, "Too big for E: Mug of the shop. Take a larger box.", True)
    assert chosen("M") == (True, "", True)
    with shop.packer.reading() as connection:
        found = fits(connection, package, shop.box["M"])
        assert (found.goods_g, found.expected_g) == (800, 1_100)
        assert not fits(connection, 999_999, shop.box["M"]).fits
        assert not fits(connection, package, 999_999).fits
    shop.shape("POT", (20, 20, 20), fragile=True)
    scan_item(shop.packer, shipment, GTIN["POT"], package)
    shop.shape("MUG", (20, 20, 20))
    assert chosen("E") == (False, "Too fragile for an envelope: Pot of the shop. Take a box.", True)
    shop.shape("MUG", (210, 160, 80))
    assert chosen("M") == (
        False,
        "No way was found to lay everything into M. Try it, or take a larger one.",
        False,
    )
    scan_item(shop.packer, shipment, GTIN["JAR"], package)
    assert chosen("S") == (True, "Sizes are not known: Jar of the shop. Choose a box yourself.", True)


def test_the_statements_do_not_grow_with_the_lines(sqlite_world: World) -> None:
    shop = Boxed(sqlite_world)
    one, three = shop.picked({"MUG": 1}, {"MUG": 3, "TEA": 2, "POT": 1})
    seen = []
    for shipment in (one, three):
        with counted(shop.packer.db) as statements:
            shop.proposed(shipment)
        seen.append(len([text for text in statements if text.lstrip().startswith("SELECT")]))
    assert seen[0] == seen[1] <= 4


def test_boxes_as_they_are_listed(world: World) -> None:
    shop = Boxed(world)
    edit_carton(shop.owner, shop.box["P"], replace(PALLET, active=False, warehouse_id=shop.warehouse), 1)
    with world.ctx(Role.PICKER).reading() as connection:
        rows = carton_list(connection, Ask(filters={"active": True})).rows
        assert [row.code for row in rows] == ["E", "L", "M", "S"]
        assert (rows[1].inner_mm, rows[1].outer_mm, rows[1].warehouse) == (
            (600, 400, 400),
            (610, 410, 415),
            "",
        )
        page = carton_list(connection, Ask(size=3))
        assert [row.code for row in page.rows] == ["E", "L", "M"]
        rest = carton_list(connection, Ask(size=3, after=page.after)).rows
        assert [(row.code, row.warehouse) for row in rest] == [("P", "LIL"), ("S", "")]
        named = carton_list(connection, Ask(sort="name", descending=True)).rows
        assert [row.code for row in named] == ["S", "P", "E", "M", "L"]
        for text, codes in (("box-m", ["M"]), ("LARGE", ["L"]), ("box small", ["S"]), ("50%", [])):
            assert [row.code for row in carton_list(connection, Ask(text=text)).rows] == codes
            assert carton_count(connection, Ask(text=text)) == len(codes)
        assert carton_count(connection, Ask(filters={"kind": "envelope"})) == 1
        detail = carton_detail(connection, shop.box["P"])
        assert detail is not None
        assert (detail.code, detail.warehouse_id, detail.active, detail.version) == (
            "P",
            shop.warehouse,
            False,
            2,
        )
        assert carton_detail(connection, 999_999) is None
