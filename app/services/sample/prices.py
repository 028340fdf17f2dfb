"""What the sample company's customers pay: a price list with breaks that two of them have, carriage, articles of their own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import sqlalchemy as sa

from app.database import Transaction
from app.domain.charge_files import read_charges
from app.domain.permissions import Permission
from app.domain.price_files import read_prices
from app.models import Customer, CustomerArticle
from app.models.bulk import BulkInsert
from app.services.context import Context, use_case
from app.services.known_sample import FOLDER
from app.services.price_lists import PriceListFields, add_price_list, merge_prices, save_charges
from app.services.sample.company import Sample

LIST = ("HORECA", "Restaurants et hôtels")
TERMS = {"C0001": Decimal("0.02"), "C0004": Decimal(0)}
"""Who has the list, and the discount of the whole order that was agreed with them."""
ARTICLES = {"C0001": ("CAF-001", "OLI-001", "CHO-002"), "C0004": ("THE-001", "MIE-002")}
"""What they call by numbers of their own."""
_ARTICLES = BulkInsert(CustomerArticle, ("customer_id", "code", "product_id"))


def make_prices(ctx: Context, sample: Sample, today: date) -> None:
    """Make the list, its prices and the charges, and agree them with the customers."""
    code, name = LIST
    listed = add_price_list(ctx, code, PriceListFields(name))
    text = (FOLDER / "prices.csv").read_text(encoding="utf-8")
    prices, problems = read_prices(text, today)
    assert not problems, problems
    merge_prices(ctx, prices)
    text = (FOLDER / "charges.csv").read_text(encoding="utf-8")
    charges, problems = read_charges(text, sample.services)
    assert not problems, problems
    save_charges(ctx, charges, ())
    agree(
        ctx,
        listed,
        tuple((sample.customers[customer], discount) for customer, discount in TERMS.items()),
        tuple(
            (sample.customers[customer], f"{customer[1:]}-{nth:02d}", sample.products[sku])
            for customer, skus in ARTICLES.items()
            for nth, sku in enumerate(skus, 1)
        ),
    )


@use_case(Permission.CUSTOMER_EDIT)
def agree(
    tx: Transaction,
    price_list_id: int,
    terms: tuple[tuple[int, Decimal], ...],
    articles: tuple[tuple[int, str, int], ...],
) -> int:
    """Give customers a list and a discount, and note what they call products; how many customers."""
    for customer, discount in terms:
        values = {"price_list_id": price_list_id, "discount": discount, "version": Customer.version + 1}
        tx.execute(sa.update(Customer).where(Customer.id == customer).values(values))
        tx.changed("customer", customer)
    names = ("customer_id", "code", "product_id")
    _ARTICLES(tx, [dict(zip(names, one, strict=True)) for one in articles])
    tx.changed("customer_article")
    return len(terms)
