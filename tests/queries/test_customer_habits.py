"""What a customer usually takes, their orders to be taken again, and how it stands with them."""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission, Role
from app.models import CustomerArticle, Dispute, Receivable
from app.queries.catalogue_search import find_products, named_by
from app.queries.customer_habits import Standing, habits_of, lines_to_copy, past_orders, standing_of
from app.services.context import use_case
from app.services.orders import cancel_order
from app.services.parties import NewCustomer, add_customer
from tests.rig.databases import World
from tests.rig.order_desk import TODAY
from tests.rig.shop import GTIN, MUG_CARTON, Shop


@use_case(Permission.CUSTOMER_EDIT)
def tell(tx: Transaction, customer: int, products: dict[str, int]) -> None:
    """Put down what other screens put down."""
    for code, sku in (("k-100", "MUG"), ("K-1000", "POT"), ("100%", "JAR")):
        row = {"customer_id": customer, "code": code, "product_id": products[sku]}
        tx.execute(sa.insert(CustomerArticle), row)
    for number, due in (("I1", 30), ("I2", -5)):
        given = {"customer_id": customer, "number": number, "currency": "EUR", "amount": 5000, "open": 4000}
        tx.execute(
            sa.insert(Receivable),
            given | {"issued_on": TODAY - timedelta(days=30), "due_on": TODAY + timedelta(days=due)},
        )
    tx.execute(sa.insert(Dispute), {"customer_id": customer, "subject": "goods", "words": "Broken"})


def test_usual_quantities_are_the_median(world: World) -> None:
    shop = Shop(world)
    for lines in ({"MUG": 4, "POT": 1}, {"MUG": 6}, {"MUG": 60, "JAR": 2}, {"MUG": 6}):
        shop.confirmed(lines)
    given_up = shop.draft({"POT": 3})
    cancel_order(shop.owner, given_up.order_id, "customer-cancelled")
    with world.ctx(Role.CUSTOMER_SERVICE).reading() as connection:
        habits = habits_of(connection, shop.customer)
        past = past_orders(connection, shop.customer)
        (line, _) = lines_to_copy(connection, past[-1].id)
    assert [(one.sku, one.times, one.orders, one.qty) for one in habits] == [
        *(("MUG", 4, 4, 6), ("JAR", 1, 4, 2), ("POT", 1, 4, 1)),
    ]
    assert [one.usual for one in habits] == [one.regular for one in habits] == [True, False, False]
    assert len(past) == 4
    assert (past[-1].lines, line.sku, line.qty) == (2, "MUG", 4)


def test_their_own_article_numbers(world: World) -> None:
    shop = Shop(world)
    other = add_customer(shop.owner, NewCustomer("C2", "Another"))
    tell(shop.owner, shop.customer, shop.product)
    with world.ctx(Role.CUSTOMER_SERVICE).reading() as connection:

        def skus(text: str, customer: int = shop.customer) -> list[tuple[str, str]]:
            hits = find_products(connection, text, shop.warehouse, customer_id=customer)
            return [(hit.sku, hit.article) for hit in hits]

        assert skus("K-100") == [("MUG", "k-100"), ("POT", "K-1000")]
        assert skus("100%") == [("JAR", "100%")]
        assert skus("k-100", other) == []
        assert skus("%") == []
        assert [article for _, article in skus("1_0") if article] == []
        usual = [shop.product["POT"]]
        first, *_ = find_products(connection, "shop of", shop.warehouse, usual=usual)
        assert first.sku == "POT"
        zeros = find_products(connection, f"0{GTIN['POT']}", shop.warehouse)
        assert [hit.sku for hit in zeros] == ["POT"]
        known = named_by(
            *(connection, ["mug", MUG_CARTON, "K-1000", "what", ""], shop.warehouse, shop.customer)
        )
        assert {code: (hit.sku, hit.pack_qty) for code, hit in known.items()} == {
            "mug": ("MUG", 1),
            MUG_CARTON: ("MUG", 6),
            "K-1000": ("POT", 1),
        }


def test_how_it_stands_with_them(world: World) -> None:
    shop = Shop(world)
    with world.ctx(Role.CUSTOMER_SERVICE).reading() as connection:
        assert standing_of(connection, shop.customer, "EUR", owed=True) == Standing()
    shop.confirmed({"MUG": 1})
    tell(shop.owner, shop.customer, shop.product)
    with world.ctx(Role.CUSTOMER_SERVICE).reading() as connection:
        known = standing_of(connection, shop.customer, "EUR", owed=True)
        assert known == Standing(orders=1, disputes=1, outstanding=8000, overdue=4000)
        assert standing_of(connection, shop.customer, "EUR").outstanding is None
