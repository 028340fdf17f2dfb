"""Who we are on papers: kept by one person, refused by field, seen on what comes out of the printer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.documents.letterhead import NotALogo
from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotAllowed
from app.services.catalogue import NewProduct, add_product
from app.services.catalogue_changes import edit_product
from app.services.paper_brand import CompanyFields, brand_of, edit_company, remove_logo, set_logo, specimen
from tests.documents.readers import texts
from tests.documents.samples import picture
from tests.rig.databases import World
from tests.rig.shop import Shop

NOW = CompanyFields("", "0000000")
OURS = CompanyFields("Quai Épices", "3761000", "SAS, RCS Lyon 812 345 678", "fr 812", "EUR 1.17")


def test_the_company_is_kept_and_stands_on_papers(world: World) -> None:
    boss = world.ctx(Role.SUPERVISOR)
    assert edit_company(boss, OURS, NOW) == "Quai Épices"
    row = world.rows("SELECT company, sscc_prefix, paper_foot, eori, sdr_rates FROM app_meta")[0]
    assert tuple(row) == ("Quai Épices", "3761000", "SAS, RCS Lyon 812 345 678", "FR812", "EUR 1.17")
    sha = set_logo(boss, picture())
    assert set_logo(boss, picture()) == sha
    with world.ctx(Role.PICKER).reading() as connection:
        brand = brand_of(connection)
    assert brand.logo.startswith(b"\x89PNG")
    (text,) = texts(specimen(boss, "fr"))
    assert "Quai Épices" in text
    assert "RCS Lyon" in text
    remove_logo(boss)
    with boss.reading() as connection:
        assert brand_of(connection).logo == b""


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"company": " "}, "company"),
        ({"sscc_prefix": "123456"}, "sscc_prefix"),
        ({"paper_foot": "a\nb\nc"}, "paper_foot"),
        ({"paper_foot": "😀"}, "foot"),
        ({"eori": "12"}, "eori"),
        ({"sdr_rates": "one euro"}, "sdr_rates"),
    ],
)
def test_what_cannot_stand_on_papers_is_refused_by_field(
    world: World, changes: dict[str, str], field: str
) -> None:
    before = world.tables("app_meta", "blob")
    with pytest.raises(BadInput) as caught:
        edit_company(world.ctx(Role.SUPERVISOR), replace(OURS, **changes), NOW)
    assert caught.value.facts["field"] == field
    assert world.tables("app_meta", "blob") == before


def test_another_desk_and_another_person_are_told(world: World) -> None:
    edit_company(world.ctx(Role.SUPERVISOR), OURS, NOW)
    before = world.tables("app_meta", "blob")
    with pytest.raises(Conflict):
        edit_company(world.ctx(Role.SUPERVISOR), replace(OURS, company="Other"), NOW)
    with pytest.raises(NotALogo):
        set_logo(world.ctx(Role.SUPERVISOR), b"GIF89a")
    acts: tuple[tuple[Any, ...], ...] = ((edit_company, OURS, OURS), (set_logo, picture()), (remove_logo,))
    for work, *args in acts:
        with pytest.raises(NotAllowed):
            work(world.ctx(Role.PACKER), *args)
    assert world.tables("app_meta", "blob") == before


def test_dangerous_goods_are_products_fields(world: World) -> None:
    shop = Shop(world)
    boss = world.ctx(Role.SUPERVISOR)
    spray = NewProduct(
        "SPRAY",
        "Air freshener",
        un_number="un 1950",
        shipping_name="aerosols",
        hazard_class="2.1",
        tunnel_code="(D)",
        limited_quantity=True,
    )
    made = add_product(boss, spray)
    kept = "SELECT un_number, shipping_name, hazard_class, tunnel_code FROM product WHERE id = :p"
    assert tuple(world.rows(kept, p=made)[0]) == ("UN1950", "AEROSOLS", "2.1", "D")
    edit_product(boss, made, replace(spray, un_number="1057", shipping_name="lighters"), 1)
    assert world.one(kept, p=made) == "UN1057"
    before = world.tables("product")
    for wrong in (
        replace(spray, hazard_class=""),
        replace(spray, packing_group="II"),
        replace(spray, un_number=""),
    ):
        with pytest.raises(BadInput):
            edit_product(boss, made, wrong, 2)
        with pytest.raises(BadInput):
            add_product(boss, replace(wrong, sku="OTHER"))
    assert world.tables("product") == before
    assert shop.product
