"""Reading the sample company's description."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal

import msgspec

from app.domain.address import PostalAddress
from app.domain.codes import make_gtin
from app.services.catalogue import NewProduct
from app.services.known_sample import FOLDER

ORDERS = FOLDER / "orders.csv"
PROFILE = FOLDER.parent / "profiles" / "sample.toml"
CUSTOMERS = 80


class Company(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who it is, at customs and on papers, and its GS1 prefixes."""

    name: str
    sscc_prefix: str
    gtin_prefix: str
    eori: str
    paper_foot: str


class Site(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The warehouse: every aisle has `bays` bays of `levels` levels; level 1 is within reach and picked from."""

    code: str
    name: str
    street: str
    postal_code: str
    city: str
    country: str
    aisles: tuple[str, ...]
    bays: int
    levels: int


class Family(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Products that differ in their variant alone; `hs` is their tariff number."""

    name: str
    price: str
    weight_g: int
    size_mm: tuple[int, int, int]
    carton: int
    origin: str
    hs: str
    variants: tuple[str, ...]
    life_days: int = 0
    lot: bool = False
    serial: bool = False
    fragile: bool = False
    upright: bool = False


class BoxPlan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A box that goods are packed in: inside, outside, its own weight, what it bears."""

    code: str
    name: str
    inner_mm: tuple[int, int, int]
    outer_mm: tuple[int, int, int]
    tare_g: int
    bears_g: int
    kind: str = "carton"


class Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where customers are: names, forms of companies, towns as (postal code, town, area)."""

    code: str
    language: str
    forms: tuple[str, ...]
    names: tuple[str, ...]
    places: tuple[tuple[str, str, str], ...]
    street: str


class CarrierPlan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A carrier with its services as (code, name, days, cut-off)."""

    code: str
    name: str
    services: tuple[tuple[str, str, int, str], ...]


class Tariff(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a service takes; its rates lie in `rates/<code>.csv` beside the plan, unless customers fetch what goes with it."""

    code: str
    max_weight_g: int
    max_length_mm: int
    max_girth_mm: int
    volume_divisor: int
    service_days: str = "12345"
    collected: bool = False


class RulePlan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rule that chooses a service; `service` is the code of the one that it takes."""

    name: str
    choice: str
    country: str = ""
    from_value: int = 0
    service: str = ""


class OrderRulePlan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rule for orders, its conditions and actions as they are kept (`domain/order_rules_text.py`)."""

    name: str
    when: str
    then: str


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who works there."""

    login: str
    name: str
    language: str
    roles: tuple[str, ...]


class SupplierPlan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who delivers which families of goods."""

    code: str
    name: str
    street: str
    postal_code: str
    city: str
    country: str
    families: tuple[str, ...]
    area: str = ""


class DeskPlan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where somebody works with the program."""

    code: str
    name: str


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    company: Company
    warehouse: Site
    family: dict[str, Family]
    box: tuple[BoxPlan, ...]
    country: tuple[Country, ...]
    carrier: tuple[CarrierPlan, ...]
    tariff: tuple[Tariff, ...]
    rule: tuple[RulePlan, ...]
    order_rule: tuple[OrderRulePlan, ...]
    supplier: tuple[SupplierPlan, ...]
    desk: tuple[DeskPlan, ...]
    person: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class PlannedCustomer:
    """A customer to be made."""

    code: str
    name: str
    language: str
    address: PostalAddress


def load() -> Plan:
    """The sample company as it is described."""
    text = (FOLDER / "company.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Plan)


def products(plan: Plan) -> list[tuple[NewProduct, Family]]:
    """Every product with its family; the GTIN of the piece and of its carton count up from the company's prefix."""
    found: list[tuple[NewProduct, Family]] = []
    for code, family in plan.family.items():
        for nth, variant in enumerate(family.variants, 1):
            serial = len(found) + 1
            piece = make_gtin(f"{plan.company.gtin_prefix}{serial:06d}")
            carton = make_gtin(f"1{piece[:-1]}")
            length, width, height = family.size_mm
            price = Decimal(family.price) + Decimal(nth - 1) / 10
            found.append(
                (
                    NewProduct(
                        f"{code}-{nth:03d}",
                        family.name.format(variant),
                        price,
                        floor_price=(price * 3 / 4).quantize(Decimal("0.1")),
                        weight_g=family.weight_g,
                        length_mm=length,
                        width_mm=width,
                        height_mm=height,
                        category=code,
                        origin_country=family.origin,
                        customs_code=family.hs,
                        lot_tracked=family.lot,
                        serial_tracked=family.serial,
                        fragile=family.fragile,
                        upright=family.upright,
                        reorder_point=2 * family.carton,
                        barcodes=((piece, 1), (carton, family.carton)),
                    ),
                    family,
                )
            )
    return found


def customers(plan: Plan) -> list[PlannedCustomer]:
    """Eighty customers, in turn from each country until its towns are used up."""
    found: list[PlannedCustomer] = []
    for nth in range(max(len(country.places) for country in plan.country)):
        for country in plan.country:
            if nth >= len(country.places) or len(found) == CUSTOMERS:
                continue
            postal_code, city, area = country.places[nth]
            name = country.forms[nth % len(country.forms)].format(country.names[nth % len(country.names)])
            address = PostalAddress(
                country_code=country.code,
                company_name=name,
                street_address=country.street.format(3 + 7 * nth),
                postal_code=postal_code,
                city=city,
                country_area=area,
            )
            found.append(PlannedCustomer(f"C{len(found) + 1:04d}", name, country.language, address))
    return found
