"""What somebody types to find an order: its number or a part of it, the customer, or the customer's own reference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.orm import InstrumentedAttribute

from app.domain import numbers
from app.domain.text import fold
from app.models import Customer, SalesOrder
from app.queries.pages import unindexed

MOST_CUSTOMERS = 200
MOST_REFERENCES = 1_000
YEARS_BACK = 3
"""A bare number is looked for among the orders of this year and so many before it."""
_BEGUN = re.compile(r"so-([0-9]{4})-([0-9]{1,15})", re.IGNORECASE | re.ASCII)
_WIDTH = 6


@dataclass(frozen=True, slots=True)
class Found:
    """What a text may mean: orders by number or id, orders of customers, or a range of numbers."""

    order_ids: tuple[int, ...] = ()
    customer_ids: tuple[int, ...] = ()
    numbers: tuple[str, ...] = ()
    between: tuple[tuple[str, str], ...] = ()

    def condition(self) -> sa.ColumnElement[bool]:
        """The condition on an order."""
        ways: list[sa.ColumnElement[bool]] = []
        if self.numbers:
            ways.append(SalesOrder.number.in_(self.numbers))
        ways += [SalesOrder.number.between(first, last) for first, last in self.between]
        if self.customer_ids:
            ways.append(SalesOrder.customer_id.in_(self.customer_ids))
        if self.order_ids:
            ways.append(SalesOrder.id.in_(self.order_ids))
        return sa.or_(*ways) if ways else sa.false()


_REFERRED = sa.text("sales_order.customer_reference <> ''")
"""The condition of the index on references, word for word: with a parameter in it SQLite reads every order instead."""
_REFERENCES = sa.select(SalesOrder.id).order_by(unindexed(SalesOrder.id).desc()).limit(MOST_REFERENCES)


def find(connection: Connection, text: str, day: date) -> Found:
    """What a typed text may mean; `day` gives the year of a bare number."""
    words = text.replace("\0", "").strip()
    if not words:
        return Found()
    if begun := _BEGUN.fullmatch(words):
        return _by_number(begun[1], begun[2])
    exact: tuple[str, ...] = ()
    if words.isascii() and words.isdigit() and len(words) <= _WIDTH + 3 and int(words):
        years = range(day.year, day.year - YEARS_BACK, -1)
        exact = tuple(numbers.number("SO", year, int(words)) for year in years)
    return Found(
        order_ids=referring(connection, words),
        customer_ids=customers_named(connection, words),
        numbers=exact,
    )


def _by_number(year: str, serial: str) -> Found:
    """The order of this number, and all whose numbers begin with what was typed so far."""
    exact = (numbers.number("SO", int(year), int(serial)),) if int(serial) and year >= "1000" else ()
    if len(serial) >= _WIDTH:
        return Found(numbers=exact)
    first, last = f"SO-{year}-{serial.ljust(_WIDTH, '0')}", f"SO-{year}-{serial.ljust(_WIDTH, '9')}"
    return Found(numbers=exact, between=((first, last),))


def referring(connection: Connection, text: str) -> tuple[int, ...]:
    """The newest orders whose customer's reference begins with a text, as typed or in capitals: a look into the index each."""
    found: set[int] = set()
    for start in {text, text.upper()}:
        statement = _REFERENCES.where(_REFERRED, _begins(connection, start))
        found.update(connection.execute(statement).scalars())
    return tuple(sorted(found, reverse=True)[:MOST_REFERENCES])


def _begins(connection: Connection, start: str) -> sa.ColumnElement[bool]:
    """The customer's reference begins with a text; bytewise, so that an index serves."""
    column, after = SalesOrder.customer_reference, start + "\U0010ffff"
    if connection.dialect.name == "postgresql":  # the operators of text_pattern_ops, the index's own
        return sa.and_(column.op("~>=~")(start), column.op("~<~")(after))
    return sa.and_(column >= start, column < after)


def customers_named(connection: Connection, text: str, limit: int = MOST_CUSTOMERS) -> tuple[int, ...]:
    """Customers whose code and name hold every word of a text, in any order and spelling of accents; of many the oldest.

    By id, as the rows lie: in the order of names each row would be fetched on its own, and the text is in no index.
    """
    wanted = fold(text).split()
    if not wanted:
        return ()
    statement = sa.select(Customer.id).where(*holds(Customer.search_text, wanted))
    return tuple(connection.execute(statement.order_by(Customer.id).limit(limit)).scalars())


def holds(column: InstrumentedAttribute[str], words: Sequence[str]) -> list[sa.ColumnElement[bool]]:
    """A folded text holds each of the folded words."""
    return [column.contains(word, autoescape=True) for word in words]
