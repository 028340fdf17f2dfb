"""Making the sample company through the services that its people use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from app.domain.address import PostalAddress
from app.domain.permissions import Role
from app.services import users
from app.services.cartons import CartonFields, add_carton
from app.services.catalogue import add_product, set_tax_rate
from app.services.context import Context
from app.services.known_sample import FOLDER, PASSWORD
from app.services.order_rules import OrderRuleFields, add_order_rule
from app.services.paper_brand import CompanyFields, edit_company, set_logo
from app.services.parties import NewCustomer, add_customer, add_supplier
from app.services.pictures import set_picture
from app.services.reasons import ensure_reasons
from app.services.sample import data
from app.services.sample.batch import each
from app.services.sample.carriage import make_carriers
from app.services.sample.pictures import picture
from app.services.sites import NewLocation, add_locations, add_warehouse, set_company, set_warehouse_address
from app.services.stock import ReceiptLine, receive

_VAT = dict(
    entry.split("=")
    for entry in [
        "FR=0.2",
        "BE=0.21",
        "DE=0.19",
        "ES=0.21",
        "IT=0.22",
        "NL=0.21",
        "GR=0.24",
        "BG=0.2",
        "PL=0.23",
    ]
)
"""Standard rates of value added tax; goods to other countries leave untaxed."""
_LINES_A_RECEIPT = 60
LOGO = FOLDER / "logo.png"
"""Drawn for the sample company: a quay, its water, a peppercorn above."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What was made: ids by code."""

    warehouse_id: int
    bins: dict[str, int]
    products: dict[str, int]
    customers: dict[str, int]
    services: dict[str, int]
    suppliers: dict[str, int]


def make_company(ctx: Context, today: date, say: Callable[[str], None] = lambda text: None) -> Sample:
    """Make the sample company in an empty database: site, products, customers, carriers, people, opening stock.

    Args:
        ctx: The owner, or an administrator who may do everything.
        today: From which best-before dates count.
        say: Takes a line for people about each part.
    """
    plan = data.load()
    set_company(ctx, plan.company.name, plan.company.sscc_prefix)
    was = CompanyFields(plan.company.name, plan.company.sscc_prefix)
    edit_company(ctx, replace(was, eori=plan.company.eori, paper_foot=plan.company.paper_foot), was)
    set_logo(ctx, LOGO.read_bytes())
    ensure_reasons(ctx)
    warehouse_id, bins = _site(ctx, plan.warehouse)
    say(f"Warehouse {plan.warehouse.code}: {len(bins)} locations.")
    services = make_carriers(ctx, plan)
    for rule in plan.order_rule:
        add_order_rule(ctx, OrderRuleFields(rule.name, rule.when, rule.then))
    for box in plan.box:
        add_carton(
            ctx,
            box.code,
            CartonFields(box.name, *box.inner_mm, *box.outer_mm, box.tare_g, box.bears_g, kind=box.kind),
        )
    for country, rate in _VAT.items():
        set_tax_rate(ctx, country, "standard", Decimal(rate), date(2020, 1, 1))
    suppliers = {one.code: add_supplier(ctx, one.code, one.name, _address_of(one)) for one in plan.supplier}
    supplier_of = {family: suppliers[one.code] for one in plan.supplier for family in one.families}
    articles = [
        replace(product, supplier_id=supplier_of[product.category]) for product, _ in data.products(plan)
    ]
    made = each(ctx, add_product, [(article,) for article in articles])
    products = {article.sku: product_id for article, product_id in zip(articles, made, strict=True)}
    say(f"{len(products)} products with GTIN, weight and size.")
    buyers = [
        NewCustomer(one.code, one.name, bill_address=one.address, language=one.language)
        for one in data.customers(plan)
    ]
    made = each(ctx, add_customer, [(buyer,) for buyer in buyers])
    customers = {buyer.code: customer_id for buyer, customer_id in zip(buyers, made, strict=True)}
    say(
        f"{len(customers)} customers in {len({c.address.country_code for c in data.customers(plan)})} countries."
    )
    for person in plan.person:
        roles = tuple(Role(role) for role in person.roles)
        badge = f"USR-{person.login.upper()}"
        users.add_user(ctx, users.NewUser(person.login, person.name, roles, person.language, badge), PASSWORD)
    say(f"{len(plan.person)} people, at least one of every role.")
    pieces = _opening_stock(ctx, plan, warehouse_id, bins, products, today)
    say(f"Opening stock received: {pieces:,} pieces.")
    return Sample(warehouse_id, bins, products, customers, services, suppliers)


def draw_products(ctx: Context, sample: Sample) -> None:
    """Give every product of the sample company its drawn picture."""
    drawings = [
        (
            sample.products[f"{code}-{nth + 1:03d}"],
            picture(code, family.name.format(variant), nth).encode(),
            "image/svg+xml",
        )
        for code, family in data.load().family.items()
        for nth, variant in enumerate(family.variants)
    ]
    each(ctx, set_picture, drawings)


def _site(ctx: Context, site: data.Site) -> tuple[int, dict[str, int]]:
    warehouse_id = add_warehouse(ctx, site.code, site.name)
    address = PostalAddress(
        country_code=site.country,
        company_name=site.name.split(",")[0],
        street_address=site.street,
        postal_code=site.postal_code,
        city=site.city,
    )
    set_warehouse_address(ctx, warehouse_id, address)
    places: list[NewLocation] = []
    for aisle in site.aisles:
        for bay in range(1, site.bays + 1):
            for level in range(1, site.levels + 1):
                places.append(
                    NewLocation(
                        f"{aisle}-{bay:02d}-{level}",
                        "pick_face" if level == 1 else "storage",
                        aisle=aisle,
                        bay=f"{bay:02d}",
                        level=str(level),
                        walk_seq=len(places) + 1,
                    )
                )
    ids = add_locations(ctx, warehouse_id, tuple(places))
    return warehouse_id, {place.code: made for place, made in zip(places, ids, strict=True)}


def _address_of(supplier: data.SupplierPlan) -> PostalAddress:
    return PostalAddress(
        country_code=supplier.country,
        company_name=supplier.name,
        street_address=supplier.street,
        postal_code=supplier.postal_code,
        city=supplier.city,
        country_area=supplier.area,
    )


def _opening_stock(
    ctx: Context,
    plan: data.Plan,
    warehouse_id: int,
    bins: dict[str, int],
    products: dict[str, int],
    today: date,
) -> int:
    """Each product lies in a bin; one in three also has a second lot elsewhere, one in twenty is out of stock."""
    places = list(bins.values())
    lines: list[ReceiptLine] = []
    for nth, (product, family) in enumerate(data.products(plan)):
        if nth % 20 == 19:
            continue
        qty = family.carton * (2 + nth % 5)
        line = ReceiptLine(products[product.sku], qty, location_id=places[nth % len(places)])
        if family.serial:
            qty = 4
            line = replace(
                line, qty=qty, serials=tuple(f"{product.sku}-{piece:04d}" for piece in range(1, qty + 1))
            )
        if family.lot:
            expires = today + timedelta(days=family.life_days - 30 * (nth % 4)) if family.life_days else None
            line = replace(line, lot_code=f"L{today:%y}-{nth % 365:03d}", expires_on=expires)
        lines.append(line)
        if nth % 3 == 0 and not family.serial:
            second = replace(line, location_id=places[(nth + 97) % len(places)], qty=family.carton * 3)
            if family.lot:
                later = line.expires_on + timedelta(days=60) if line.expires_on else None
                second = replace(second, lot_code=f"L{today:%y}-{nth % 365:03d}B", expires_on=later)
            lines.append(second)
    for start in range(0, len(lines), _LINES_A_RECEIPT):
        part = tuple(lines[start : start + _LINES_A_RECEIPT])
        receive(ctx, warehouse_id, part, None, f"OPENING-{start // _LINES_A_RECEIPT + 1}")
    return sum(line.qty for line in lines)
