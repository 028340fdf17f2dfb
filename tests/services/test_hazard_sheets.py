"""Hazard labels come out where a desk prints on A4; elsewhere the marks say which are to be stuck on."""

from __future__ import annotations

import pytest

from app.services.desks import add_desk, set_printer
from app.services.label_forms import prints_sheets
from app.services.labels import stored_bytes
from app.services.printing_shipping import print_hazard_marks
from tests.documents.readers import texts
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.services.test_printing_shipping import Abroad

DESK = "PACK-1"
ROLL, OFFICE = ("raw", "192.0.2.7"), ("system", "office")
Printer = tuple[str, tuple[str, str], str]


def desk(shop: Bench, *printers: Printer) -> None:
    """The packer's desk with printers: for which paper, which, the form of its labels."""
    made = add_desk(shop.owner, DESK)
    for document, (kind, target), form in printers:
        set_printer(shop.owner, made, document, kind, target, form)


@pytest.mark.parametrize(
    ("printers", "sheets"),
    [
        ((), False),
        ((("shipment_label", ROLL, "zpl203"),), False),
        ((("*", ROLL, ""), ("shipment_label", ROLL, "zpl203")), False),
        ((("*", ROLL, ""), ("hazard_marks_small", ROLL, "")), False),
        ((("*", OFFICE, ""), ("shipment_label", ROLL, "zpl203")), True),
        ((("*", OFFICE, ""), ("shipment_label", OFFICE, "a4_2up")), True),
        ((("hazard_marks", OFFICE, ""), ("*", ROLL, ""), ("shipment_label", ROLL, "")), True),
        ((("*", OFFICE, ""),), True),
    ],
)
def test_which_desk_prints_marks_on_a4(
    sqlite_world: World, printers: tuple[Printer, ...], sheets: bool
) -> None:
    shop = Abroad(sqlite_world)
    desk(shop, *printers)
    with shop.packer.reading() as connection:
        assert prints_sheets(connection, DESK) == sheets
        assert not prints_sheets(connection, ""), "who sits at no desk has no printer"


def made(shop: Abroad) -> tuple[str, str]:
    """The marks of a parcel: under which paper they are queued, what they say."""
    shipment, _ = shop.packed({"MUG": 1})
    (stored,) = print_hazard_marks(shop.packer, shipment)
    pdf = stored_bytes(shop.packer, stored.sha256)
    kind = str(shop.world.one("SELECT document FROM print_job WHERE id = :i", i=stored.print_job_id))
    return kind, "\n".join(texts(pdf))


def test_an_office_printer_draws_the_label(world: World) -> None:
    shop = Abroad(world)
    shop.set("product", "sku = 'MUG'", un_number="UN1170", hazard_class="3", packing_group="II")
    desk(shop, ("*", OFFICE, ""), ("shipment_label", ROLL, "zpl203"))
    kind, said = made(shop)
    assert (kind, "UN 1170" in said, "Add hazard label" in said) == ("hazard_marks", True, False)
    assert "only in colour (red)" in said


def test_a_label_printer_names_it(world: World) -> None:
    shop = Abroad(world)
    shop.set("product", "sku = 'MUG'", un_number="UN1170", hazard_class="3", packing_group="II")
    desk(shop, ("*", ROLL, ""), ("shipment_label", ROLL, "zpl203"))
    kind, said = made(shop)
    assert (kind, "Add hazard label no. 3" in said) == ("hazard_marks_small", True)


def test_what_is_not_drawn_needs_no_sheet(sqlite_world: World) -> None:
    shop = Abroad(sqlite_world)
    shop.set("product", "sku = 'MUG'", un_number="UN2814", hazard_class="6.2")
    desk(shop, ("*", OFFICE, ""))
    kind, said = made(shop)
    assert (kind, "Add hazard label no. 6.2" in said) == ("hazard_marks_small", True)
