"""Orders of the sample company that somebody has to look at before they are confirmed: one for every kind of question."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.address import PostalAddress
from app.domain.permissions import Permission
from app.models import Customer, Product, Receivable
from app.services.context import Context, use_case
from app.services.order_entry import NewOrder, enter_order
from app.services.order_prices import NewLine
from app.services.order_questions import decide_open, note_on_order
from app.services.payments import record_payment
from app.services.sample.cast import Cast
from app.services.sample.company import Sample

_STEADY = sa.text(
    "SELECT o.customer_id, l.product_id, count(DISTINCT o.id) AS orders, max(l.qty) AS most, p.sku"
    " FROM sales_order AS o JOIN order_line AS l ON l.order_id = o.id JOIN product AS p ON p.id = l.product_id"
    " JOIN customer AS c ON c.id = o.customer_id"
    " WHERE o.state IN ('confirmed', 'closed') AND o.kind = 'sale' AND p.status = 'active' AND NOT p.serial_tracked"
    " AND c.currency = 'EUR' GROUP BY o.customer_id, l.product_id, p.sku"
    " ORDER BY orders DESC, o.customer_id, l.product_id"
)
_DRAWN = sa.text(
    "SELECT coalesce(sum(total), 0) FROM sales_order WHERE customer_id = :customer AND state = 'confirmed' AND currency = 'EUR'"
)
_SAID = ("La comptabilité rappelle cet après-midi.", "Virement annoncé pour vendredi.")
_OWED = 760_00
_BEHIND = 41
"""Days by which the sample's overdue invoice is late."""


def question_orders(ctx: Context, cast: Cast, sample: Sample, today: date) -> tuple[int, ...]:
    """Make drafts with open questions; the ids of the orders.

    Args:
        ctx: The owner.
        cast: The people.
        sample: The company's ids.
        today: The day at the warehouse.
    """
    with ctx.reading() as connection:
        steady = connection.execute(_STEADY).all()
    customers = list(dict.fromkeys(row.customer_id for row in steady))
    first = {key: next(row for row in steady if row.customer_id == key) for key in customers}
    much, over, behind, prepaid, cheap, lost, twice = (customers[nth % len(customers)] for nth in range(7))
    _know(ctx, over, behind, prepaid, first[cheap].product_id, today)
    claire, hugo = cast["claire"], cast["hugo"]

    def order(customer: int, qty: int = 6, **fields: Any) -> NewOrder:
        line = NewLine(first[customer].product_id, qty)
        plain = NewOrder(customer, sample.warehouse_id, (line,), ordered_on=today, channel="email")
        return replace(plain, **fields)

    def entered(ctx: Context, order: NewOrder) -> int:
        return enter_order(ctx, order).order_id

    made = [entered(claire, order(over, 12)), entered(hugo, order(behind)), entered(claire, order(prepaid))]
    record_payment(claire, made[-1], "transfer", 50_00, "VIR 2207")
    low = NewLine(first[cheap].product_id, 6, discount=Decimal("0.4"))
    made.append(entered(hugo, order(cheap, lines=(low,))))
    nowhere = PostalAddress(
        country_code="FR",
        company_name="Stand B12, salon Maison",
        street_address="Parc des expositions",
        city="Lyon",
    )
    made.append(entered(claire, order(lost, ship_address=nowhere)))
    entered(hugo, order(twice, customer_reference="BC 9041"))
    made.append(entered(claire, order(twice, customer_reference="BC 9041")))
    made.append(entered(hugo, order(much, 10 * max(1, int(first[much].most)))))
    note_on_order(claire, made[0], _SAID[0])
    decided = entered(hugo, order(over, 2, customer_reference="BC 9055"))
    decide_open(cast["samir"], decided, _SAID[1])
    return (*made, decided)


@use_case(Permission.CUSTOMER_EDIT, Permission.CATALOGUE_EDIT)
def _know(tx: Transaction, over: int, behind: int, prepaid: int, product_id: int, today: date) -> int:
    """What accounting knows: a full credit line, an overdue invoice, a customer who pays first; and a floor price."""
    drawn: int = tx.execute(_DRAWN, {"customer": over}).scalar_one()
    tx.execute(sa.update(Customer).where(Customer.id == over).values(credit_limit=int(drawn) + _OWED + 10_00))
    tx.execute(sa.update(Customer).where(Customer.id == prepaid).values(prepaid=True))
    price: Decimal = tx.execute(sa.select(Product.unit_price).where(Product.id == product_id)).scalar_one()
    floor = (price * Decimal("0.8")).quantize(Decimal("0.01"))
    tx.execute(sa.update(Product).where(Product.id == product_id).values(floor_price=floor))
    invoices = (
        (over, "F-2231", _OWED, 12),
        (behind, "F-2198", 412_50, -_BEHIND),
        (behind, "F-2240", 188_00, 9),
    )
    tx.execute(
        sa.insert(Receivable),
        [
            {
                "customer_id": customer,
                "number": number,
                "currency": "EUR",
                "amount": amount,
                "open": amount,
                "issued_on": today + timedelta(days=due - 30),
                "due_on": today + timedelta(days=due),
            }
            for customer, number, amount, due in invoices
        ],
    )
    for customer in (over, behind, prepaid):
        tx.changed("customer", customer)
    tx.changed("product", product_id)
    return len(invoices)
