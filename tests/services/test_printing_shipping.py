"""Papers of a shipment from the database to the printer's queue: what they say, for whom, and what is refused."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa

from app.documents.content_shipping import CustomsDeclarations
from app.domain.address import PostalAddress
from app.domain.customs import Category, Form
from app.domain.permissions import Role
from app.errors import AppError, NotAllowed, NotFound
from app.services.bench_closing import close_parcel
from app.services.labels import label_package, stored_bytes
from app.services.packing import scan_item
from app.services.papers_customs import (
    CustomsDataMissing,
    DangerousByPost,
    NoCustoms,
    ParcelUnweighed,
    customs_content,
)
from app.services.papers_hazards import NotDangerous, TooHeavyLimited, hazard_marks_content
from app.services.papers_shipping import (
    HazardDataMissing,
    NothingPacked,
    delivery_note_content,
    waybill_content,
)
from app.services.parcels import close_package, open_package, pack_all
from app.services.picking import pick_wave
from app.services.printing_shipping import (
    print_customs,
    print_delivery_note,
    print_hazard_marks,
    print_waybill,
)
from app.services.release import release_shipments
from app.services.splitting import split_shipment
from tests.documents.readers import texts
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.shop import GTIN

ZURICH = PostalAddress(
    country_code="CH",
    name="Regula Brunner",
    street_address="Niederdorfstrasse 14",
    city="Zürich",
    postal_code="8001",
    phone="+41 44 000 00 00",
)
KEPT = ("print_job", "blob", "shipping_label", "package")


class Abroad(Bench):
    """The shop with a customer in Switzerland and articles that customs know."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.set("product", customs_code="6912.00 23", origin_country="fr")

    def set(self, table: str, where: str = "1 = 1", **values: Any) -> None:
        """Write columns past all services."""
        columns = ", ".join(f"{name} = :{name}" for name in values)
        with self.world.database().engine.begin() as connection:
            connection.execute(sa.text(f"UPDATE {table} SET {columns} WHERE {where}"), values)

    def there(self, lines: dict[str, int], address: PostalAddress = ZURICH, **fields: Any) -> int:
        """A picked shipment to an address."""
        shipment = self.order(lines, ship_address=address, **fields).shipment_id
        released = release_shipments(self.owner, (shipment,))
        pick_wave(self.world.ctx(Role.PICKER), released.wave_id)
        return shipment

    def sent(self, lines: dict[str, int], address: PostalAddress = ZURICH, **fields: Any) -> tuple[int, int]:
        """A packed shipment to an address: (shipment, parcel)."""
        shipment = self.there(lines, address, **fields)
        return shipment, pack_all(self.packer, shipment).package_id

    def customs(self, shipment: int) -> dict[Form, CustomsDeclarations]:
        """The declarations as the packer reads them."""
        with self.packer.reading() as connection:
            return customs_content(connection, shipment)


def papers(world: World) -> list[str]:
    """What went to the printer."""
    return [row.document for row in world.rows("SELECT document FROM print_job ORDER BY id")]


def refused(world: World, error: type[AppError], work: Any, *args: Any) -> AppError:
    """The refusal; nothing changed."""
    before = world.tables(*KEPT)
    with pytest.raises(error) as caught:
        work(*args)
    assert world.tables(*KEPT) == before
    return caught.value


def test_a_delivery_note_of_two_parcels_with_lots(world: World) -> None:
    shop = Abroad(world)
    shipment = shop.there({"MUG": 4, "TEA": 3}, customer_reference="PO 7", language="fr")
    for sku, qty in (("MUG", 3), ("TEA", 1)):
        scan_item(shop.packer, shipment, GTIN[sku], qty=qty)
    first = world.one("SELECT id FROM package WHERE shipment_id = :s", s=shipment)
    close_package(shop.packer, first, 900)
    with shop.packer.reading() as connection:
        early = delivery_note_content(connection, shipment)
    assert [(line.sku, line.ordered, line.sent) for line in early.lines] == [("MUG", 4, 3), ("TEA", 3, 1)]
    open_package(shop.packer, shipment)
    scan_item(shop.packer, shipment, GTIN["MUG"], qty=1)
    scan_item(shop.packer, shipment, GTIN["TEA"], qty=2)
    second = world.one("SELECT max(id) FROM package WHERE shipment_id = :s", s=shipment)
    close_package(shop.packer, second, 500)
    with shop.packer.reading() as connection:
        note = delivery_note_content(connection, shipment)
    assert [(line.sku, line.ordered, line.sent, line.to_follow, line.parcels) for line in note.lines] == [
        ("MUG", 4, 4, 0, (1, 2)),
        ("TEA", 3, 3, 0, (1, 2)),
    ]
    assert [(lot.code, lot.qty) for lot in note.lines[1].lots] == [("T1", 3)]
    assert [(parcel.position, parcel.weight_g) for parcel in note.parcels] == [(1, 900), (2, 500)]
    assert (note.language, note.customer_reference, note.recipient.city) == ("fr", "PO 7", "Zürich")
    stored = print_delivery_note(shop.packer.once("K:1"), shipment)
    assert print_delivery_note(shop.packer.once("K:1"), shipment) == stored
    assert papers(world) == ["delivery_note"]
    (text,) = texts(stored_bytes(shop.packer, stored.sha256))
    assert "Bon de livraison" in text


def test_what_was_short_stands_as_to_follow(world: World) -> None:
    shop = Abroad(world)
    whole = shop.order({"MUG": 5, "JAR": 1}).shipment_id
    line = shop.shipment_lines(whole)[0].id
    split_shipment(shop.owner, whole, ((line, 3),))
    released = release_shipments(shop.owner, (whole,))
    pick_wave(world.ctx(Role.PICKER), released.wave_id)
    shipment = whole
    pack_all(shop.packer, shipment)
    with shop.packer.reading() as connection:
        note = delivery_note_content(connection, shipment)
    assert [(line.sku, line.ordered, line.sent, line.to_follow) for line in note.lines] == [
        ("MUG", 5, 2, 3),
        ("JAR", 1, 1, 0),
    ]


def test_a_small_parcel_abroad_bears_a_cn22_and_a_dear_one_a_cn23(world: World) -> None:
    shop = Abroad(world)
    shop.set("app_meta", company="Quai", eori="FR812", sdr_rates="EUR 1.00")
    cheap, parcel = shop.sent({"MUG": 2, "POT": 1})
    found = shop.customs(cheap)
    assert set(found) == {Form.CN22}
    (one,) = found[Form.CN22].declarations
    assert [(g.sku, g.qty, g.net_g, g.value, g.hs, g.origin) for g in one.goods] == [
        ("MUG", 2, 200, 500, "69120023", "FR"),
        ("POT", 1, 300, 750, "69120023", "FR"),
    ]
    assert (one.category, one.sender_reference, one.recipient.phone) == (Category.SALE, "FR812", ZURICH.phone)
    assert one.item == world.one("SELECT sscc FROM package WHERE id = :p", p=parcel)
    assert one.signer.endswith("Quai")
    shop.set("app_meta", sdr_rates="EUR 0.02")  # 300 of them are 6.00 EUR: 12.50 is more
    assert set(shop.customs(cheap)) == {Form.CN23}
    shop.set("app_meta", sdr_rates="")
    shop.set("package", weight_g=2001)
    assert set(shop.customs(cheap)) == {Form.CN23}
    jobs = print_customs(shop.packer.once("K:2"), cheap)
    assert print_customs(shop.packer.once("K:2"), cheap) == jobs
    assert papers(world) == ["cn23"]


def test_parcels_of_one_shipment_bear_their_own_forms(world: World) -> None:
    shop = Abroad(world)
    shipment = shop.there({"MUG": 2})
    scan_item(shop.packer, shipment, GTIN["MUG"])
    first = world.one("SELECT id FROM package WHERE shipment_id = :s", s=shipment)
    close_package(shop.packer, first, 300)
    open_package(shop.packer, shipment)
    scan_item(shop.packer, shipment, GTIN["MUG"])
    second = world.one("SELECT max(id) FROM package WHERE shipment_id = :s", s=shipment)
    close_package(shop.packer, second, 2500)
    found = shop.customs(shipment)
    assert {form: [one.parcel for one in made.declarations] for form, made in found.items()} == {
        Form.CN22: [1],
        Form.CN23: [2],
    }
    assert len(print_customs(shop.packer, shipment)) == 2
    assert sorted(papers(world)) == ["cn22", "cn23"]


def test_goods_that_overflow_a_cn22_stand_on_a_cn23(world: World) -> None:
    shop = Abroad(world)
    shipment, _ = shop.sent({"MUG": 1})
    shop.set("order_line", "1 = 1", description="Coffret de confitures artisanales " * 30)
    assert set(shop.customs(shipment)) == {Form.CN22}
    print_customs(shop.packer, shipment)
    assert papers(world) == ["cn23"]


def test_free_goods_are_stated_at_their_list_price(world: World) -> None:
    shop = Abroad(world)
    shop.set("product", unit_price=0)
    shipment, _ = shop.sent({"MUG": 2})
    error = refused(world, CustomsDataMissing, shop.customs, shipment)
    assert error.facts["field"] == "value"
    shop.set("product", unit_price=2_500_000)
    (one,) = shop.customs(shipment)[Form.CN22].declarations
    assert (one.category, [goods.value for goods in one.goods]) == (Category.SAMPLE, [500])
    shop.set("product", currency="USD")
    error = refused(world, CustomsDataMissing, shop.customs, shipment)
    assert (error.facts["sku"], error.facts["field"]) == ("MUG", "value")


@pytest.mark.parametrize(
    ("column", "value", "field"),
    [
        ("customs_code", "6912", "customs_code"),
        ("origin_country", "", "origin_country"),
        ("origin_country", "XX", "origin_country"),
        ("weight_g", 0, "weight"),
    ],
)
def test_what_customs_would_ask_is_refused_by_article_and_field(
    world: World, column: str, value: object, field: str
) -> None:
    shop = Abroad(world)
    shipment, _ = shop.sent({"MUG": 1, "POT": 1})
    shop.set("package", weight_g=700)
    shop.set("product", "sku = 'POT'", **{column: value})
    error = refused(world, CustomsDataMissing, print_customs, shop.packer, shipment)
    assert (error.facts["sku"], error.facts["field"]) == ("POT", field)
    assert "POT" in error.message


def test_what_is_no_trade_may_have_blanks(world: World) -> None:
    shop = Abroad(world)
    shipment, _ = shop.sent({"MUG": 1})
    shop.set("shipment", kind="replacement")
    shop.set("product", customs_code="", origin_country="")
    (one,) = shop.customs(shipment)[Form.CN22].declarations
    assert (one.category, one.goods[0].hs, one.goods[0].origin) == (Category.OTHER, "", "")
    assert "Remplacement" in one.explanation


def test_where_no_customs_lie_none_are_declared_to(world: World) -> None:
    shop = Abroad(world)
    shipment, _ = shop.packed({"MUG": 1})
    refused(world, NoCustoms, print_customs, shop.packer, shipment)


def test_other_refusals_of_a_declaration(world: World) -> None:
    shop = Abroad(world)
    shipment, _ = shop.sent({"MUG": 1})
    shop.set("package", weight_g=0)
    refused(world, ParcelUnweighed, print_customs, shop.packer, shipment)
    shop.set("package", weight_g=100)
    shop.set("product", "sku = 'MUG'", un_number="UN1950", hazard_class="2.1")
    refused(world, DangerousByPost, print_customs, shop.packer, shipment)


def test_a_waybill_names_dangerous_goods(world: World) -> None:
    shop = Abroad(world)
    shipment, _ = shop.sent({"MUG": 2, "POT": 1, "JAR": 1}, note="Ring twice.")
    shop.set("product", "sku = 'MUG'", un_number="UN1170", hazard_class="3", packing_group="II")
    error = refused(world, HazardDataMissing, print_waybill, shop.packer, shipment)
    assert (error.facts["sku"], error.facts["field"]) == ("MUG", "shipping_name")
    shop.set("product", "sku = 'MUG'", shipping_name="ETHANOL SOLUTION")
    error = refused(world, HazardDataMissing, print_waybill, shop.packer, shipment)
    assert error.facts["field"] == "tunnel_code"
    shop.set("product", "sku = 'MUG'", tunnel_code="D/E")
    shop.set("product", "sku = 'POT'", un_number="UN1950", hazard_class="2.1", limited_quantity=True)
    with shop.packer.reading() as connection:
        bill = waybill_content(connection, shipment)
    assert [(one.words, one.parcels, one.net_g) for one in bill.hazards] == [
        ("UN 1170 ETHANOL SOLUTION, 3, II, (D/E)", 1, 200)
    ]
    assert bill.limited_g == bill.parcels[0].weight_g > 0
    assert bill.instructions == "Ring twice."
    assert "Customs declaration" in bill.documents
    assert print_waybill(shop.packer, shipment).print_job_id
    with shop.packer.reading() as connection:
        note = delivery_note_content(connection, shipment)
    hazards = {line.sku: line.hazard for line in note.lines}
    assert hazards == {"MUG": "UN 1170 ETHANOL SOLUTION, 3, II, (D/E)", "POT": "UN 1950, 2.1", "JAR": ""}


def test_marks_are_of_the_parcels_that_hold_dangerous_goods(world: World) -> None:
    shop = Abroad(world)
    shipment, parcel = shop.packed({"MUG": 1, "POT": 1})
    refused(world, NotDangerous, print_hazard_marks, shop.packer, shipment)
    shop.set("product", "sku = 'MUG'", un_number="UN1950", hazard_class="2.1", limited_quantity=True)
    with shop.packer.reading() as connection:
        large, small = hazard_marks_content(connection, shipment)
    assert (len(large.marks), len(small.marks)) == (1, 0), "nobody measured the parcel: full size"
    shop.set("package", length_mm=200, width_mm=120, height_mm=100)
    with shop.packer.reading() as connection:
        large, small = hazard_marks_content(connection, shipment, parcel)
    assert (len(large.marks), [mark.limited for mark in small.marks]) == (0, [True])
    shop.set("product", "sku = 'POT'", un_number="UN1170", hazard_class="3")
    with shop.packer.reading() as connection:
        _, small = hazard_marks_content(connection, shipment)
    assert small.marks[0].goods == (("1170", "3"),)
    print_hazard_marks(shop.packer, shipment)
    assert papers(world) == ["hazard_marks_small"]
    shop.set("package", weight_g=30_001)
    refused(world, TooHeavyLimited, print_hazard_marks, shop.packer, shipment)


@pytest.mark.parametrize("work", [print_delivery_note, print_customs, print_waybill, print_hazard_marks])
def test_papers_are_of_packed_shipments_and_for_who_may_see_names(world: World, work: Any) -> None:
    shop = Abroad(world)
    shipment = shop.there({"MUG": 1})
    refused(world, NothingPacked, work, shop.packer, shipment)
    refused(world, NotFound, work, shop.packer, 999_999)
    refused(world, NotAllowed, work, world.ctx(Role.PICKER), shipment)


def test_the_bench_prints_what_the_parcel_takes(world: World) -> None:
    shop = Abroad(world)
    shop.set("product", "sku = 'JAR'", un_number="UN1950", hazard_class="2.1", limited_quantity=True)
    shipment = shop.there({"MUG": 1})
    scan_item(shop.packer, shipment, GTIN["MUG"])
    parcel = world.one("SELECT id FROM package WHERE shipment_id = :s", s=shipment)
    closed = close_parcel(shop.packer.once("P:1"), parcel, 300)
    assert closed.trouble is None
    assert papers(world) == ["shipment_label", "packing_slip", "cn22"]
    assert close_parcel(shop.packer.once("P:1"), parcel, 300) == closed, "asked again, nothing is done twice"
    assert len(papers(world)) == 3
    (home,) = shop.picked({"JAR": 1})
    scan_item(shop.packer, home, GTIN["JAR"])
    parcel = world.one("SELECT id FROM package WHERE shipment_id = :s", s=home)
    assert close_parcel(shop.packer, parcel, 500).trouble is None
    assert papers(world)[3:] == ["shipment_label", "hazard_marks", "packing_slip"]


def test_customs_that_would_ask_hold_no_label_up(world: World) -> None:
    shop = Abroad(world)
    shipment = shop.there({"MUG": 1})
    scan_item(shop.packer, shipment, GTIN["MUG"])
    shop.set("product", customs_code="")
    parcel = world.one("SELECT id FROM package WHERE shipment_id = :s", s=shipment)
    closed = close_parcel(shop.packer, parcel, 300)
    assert isinstance(closed.trouble, CustomsDataMissing)
    assert papers(world) == ["shipment_label", "packing_slip"]
    assert shop.state("package", parcel) == "labelled"


def test_the_tracking_number_is_the_items(world: World) -> None:
    shop = Abroad(world)
    shipment, parcel = shop.sent({"MUG": 1})
    label_package(shop.packer, parcel)
    shop.set("shipping_label", tracking="LX123456785FR")
    (one,) = shop.customs(shipment)[Form.CN22].declarations
    assert one.item == "LX123456785FR"
    assert one.goods[0].value == int(Decimal("250"))
