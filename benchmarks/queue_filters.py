"""Conditions on a million orders: what a common and a rare value of each costs, alone and together."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.domain.address import PostalAddress
from app.services.context import Context
from app.services.parties import NewCustomer, add_customer

COUNTRIES = ("FR", "DE", "BE", "LU")

COLUMNS = "priority, kind, created_by, ship_address_id"
VALUES = (
    "CASE WHEN n % 1000 = 7 THEN 9 ELSE 0 END, CASE WHEN n % 5000 = 7 THEN 'sample' ELSE 'sale' END,"
    " CASE WHEN n % 20000 = 7 THEN 'rare' ELSE 'common' END, :address + CASE WHEN n % 9000 = 7 THEN 3 ELSE n % 3 END"
)
"""What the order n is like; the same words on both engines. `:address` is the first of four, one a country."""
FILL = (
    "INSERT INTO order_tag (order_id, tag) SELECT id, 'common' FROM sales_order WHERE id % 10 = 0",
    "INSERT INTO order_tag (order_id, tag) SELECT id, 'rare' FROM sales_order WHERE id % 20000 = 7",
    "INSERT INTO order_line (order_id, position, product_id, qty)"
    " SELECT id, 1, (SELECT min(id) FROM product) + CASE WHEN id % 20000 = 7 THEN 9 ELSE id % 9 END, 1 FROM sales_order AS o"
    " WHERE NOT EXISTS (SELECT 1 FROM order_line AS l WHERE l.order_id = o.id)",
    "UPDATE customer SET vip = TRUE WHERE id % 50 = 7",
)
"""What the orders are given beside their heads."""

ASKED: dict[str, dict[str, Any]] = {
    "tag common": {"tag": "common"},
    "tag rare": {"tag": "rare"},
    "vip": {"vip": True},
    "product common": {"product": "SKU000001"},
    "product rare": {"product": "SKU000010"},
    "priority": {"priority": "urgent"},
    "kind rare": {"kind": "sample"},
    "entered by rare": {"entered_by": "rare"},
    "entered by common": {"entered_by": "common"},
    "country common": {"country": "FR"},
    "country rare": {"country": "LU"},
    "amount common": {"amount_from": 5_000, "amount_to": 50_000},
    "amount rare": {"amount_from": 90_990},
    "amount none": {"amount_from": 1_000_000},
    "customer": {"customer": "customer 77"},
    "held": {"held": "any"},
    "ready": {"ready": "now"},
    "three together": {"tag": "common", "vip": True, "amount_from": 50_000},
}


def first_address(ctx: Context) -> int:
    """Make an address in each country; the id of the first."""
    for nth, country in enumerate(COUNTRIES):
        address = PostalAddress(
            country_code=country, name="N", street_address=f"Street {nth}", postal_code="1000", city="Town"
        )
        add_customer(ctx, NewCustomer(f"A{nth}", f"Addressee {nth}", bill_address=address))
    with ctx.reading() as connection:
        last: int = connection.execute(sa.text("SELECT max(id) FROM address")).scalar_one()
    return last - len(COUNTRIES) + 1


def fill(ctx: Context) -> None:
    """Give the orders lines and tags, past the services and their triggers."""
    with ctx.db.engine.connect() as connection, connection.begin():
        postgresql = connection.dialect.name == "postgresql"
        triggers: list[Any] = []
        if postgresql:
            connection.exec_driver_sql(
                "SET LOCAL session_replication_role = replica; SET LOCAL statement_timeout = 0"
            )
        else:
            triggers = list(
                connection.exec_driver_sql(
                    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
                    " AND tbl_name IN ('sales_order', 'order_line', 'order_tag', 'customer')"
                ).all()
            )
            for name, _ in triggers:
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
        for statement in FILL:
            connection.execute(sa.text(statement))
        for _, statement in triggers:
            connection.exec_driver_sql(statement)
