"""What orders can be narrowed down to: conditions that a person combines, keeps as text and shares."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any, cast

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.domain.text import fold
from app.errors import BadInput, NotAllowed
from app.models import (
    Address,
    CarrierService,
    Customer,
    OrderHold,
    OrderLine,
    OrderTag,
    Product,
    ProductBarcode,
    SalesOrder,
)
from app.queries.days import Span, span
from app.queries.order_search import customers_named, holds
from app.queries.order_waiting import IS_OPEN, LIGHTS, held, lit, of_the_day, short

VIEWS = (
    *("open", "today", "late", "waiting", "held", "drafts", "closed", "all"),
    *("risk", "soon", "left", "received"),
)
"""What the view of a question may be; the first one is meant where it says nothing."""
BANDS: dict[str, tuple[int | None, int | None]] = {
    "low": (None, -1),
    "normal": (0, 0),
    "high": (1, 7),
    "urgent": (8, None),
}
"""How priorities are called: from, to; 0 is normal."""
WALKED = ("drafts", "closed", "all")
"""Views whose own index gives the order of their rows: they are met one after the other until the page is full."""
OWN_DELIVERY = 0
FEW, FEW_TOGETHER = 2_000, 20_000
"""Up to so many orders that a condition can find are fetched by it and sorted; more are met soon enough on the way,
unless several conditions have to meet in one order."""
MOST_PRODUCTS = 200
_FAR_DAYS = 36_500

Day = int | date
"""A day, or a number of days from today: a view that is kept stays true tomorrow."""


@dataclass(frozen=True, slots=True)
class OrderFilters:
    """Conditions that all hold; what is empty asks nothing.

    Attributes:
        view: One of `VIEWS`.
        site: A warehouse's id.
        state: As stored.
        ready: One of `LIGHTS`.
        since, until: The promise lies on or after, on or before; days from today, or dates.
        priority: One of `BANDS`.
        customer: An id, or words of the name or code.
        country: Where it goes, as a code of two letters.
        carrier: A carrier's id; `OWN_DELIVERY` for none.
        tag: A word that people or rules put on it.
        vip: Of a customer who is one (False: who is none).
        channel, kind: As stored.
        held: The reason of a hold that binds; `ANY` for whichever.
        amount_from, amount_to: What is to pay, in minor units of the order's own currency.
        entered_by: A login.
        product: An SKU, a code, or words of the name of a product that it holds.
    """

    view: str = VIEWS[0]
    site: int | None = None
    state: str = ""
    ready: str = ""
    since: Day | None = None
    until: Day | None = None
    priority: str = ""
    customer: int | str | None = None
    country: str = ""
    carrier: int | None = None
    tag: str = ""
    vip: bool | None = None
    channel: str = ""
    kind: str = ""
    held: str = ""
    amount_from: int | None = None
    amount_to: int | None = None
    entered_by: str = ""
    product: str = ""

    @classmethod
    def of(cls, asked: Mapping[str, Any]) -> OrderFilters:
        """The conditions of a mapping by the names above.

        Raises:
            BadInput: a condition that does not exist, or a value that it cannot have.
        """
        unknown = set(asked) - _NAMES
        if unknown:
            raise _wrong(sorted(unknown)[0])
        for name, value in asked.items():
            _check_text(name, value)
        try:
            found = msgspec.convert({name: value for name, value in asked.items() if value != ""}, cls)
        except msgspec.ValidationError as error:
            raise _wrong(str(error)) from error
        for name, allowed in (("view", VIEWS), ("ready", ("", *LIGHTS)), ("priority", ("", *BANDS))):
            if getattr(found, name) not in allowed:
                raise _wrong(f"{name} {getattr(found, name)!r}")
        for day in (found.since, found.until):
            if isinstance(day, int) and abs(day) > _FAR_DAYS:
                raise _wrong(f"{day} days")
        return found

    @classmethod
    def from_text(cls, text: str) -> OrderFilters:
        """Read what `text` wrote.

        Raises:
            BadInput: it is no such text, or asks for what does not exist.
        """
        try:
            asked = msgspec.json.decode(text or "{}", type=dict[str, Any])
        except msgspec.DecodeError as error:
            raise _wrong(str(error)) from error
        return cls.of(asked)

    def text(self) -> str:
        """The conditions that ask something, as JSON text."""
        return msgspec.json.encode(self.asked(), order="deterministic").decode()

    def asked(self) -> dict[str, Any]:
        """The conditions that ask something, by name."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: value for name, value in values.items() if value is not None and value != ""}


_NAMES = frozenset(one.name for one in fields(OrderFilters))


def _wrong(what: str) -> BadInput:
    return BadInput(
        f"Orders cannot be narrowed down by this: {what}.", hint="Take the condition away.", filter=what
    )


def _check_text(name: str, value: Any) -> None:
    if isinstance(value, str) and ("\0" in value or len(value) > 200):
        raise _wrong(name)
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 1 << 63:
        raise _wrong(f"{name} {value}")


# Partial indexes are used only where the condition stands in the statement as in the index, without parameters.
_IS_DRAFT = sa.text("sales_order.state IN ('quote', 'draft')")
_IS_CLOSED = sa.text("sales_order.state IN ('closed', 'cancelled')")


def view_of(connection: Connection, view: str, day: date, now: Span | None = None) -> list[Any]:
    """The conditions of a view. The last four are of the day (`now`): promises in danger, orders that left, orders that came."""
    if view in ("risk", "soon", "left", "received"):
        return of_the_day(connection, view, now or span(connection))
    confirmed = [IS_OPEN, SalesOrder.state == "confirmed"]
    views: dict[str, list[Any]] = {
        "open": [IS_OPEN],
        "today": [*confirmed, SalesOrder.promised_on == day],
        "late": [*confirmed, SalesOrder.promised_on < day],
        "waiting": [*confirmed, SalesOrder.id.in_(short(connection))],
        "held": [IS_OPEN, SalesOrder.id.in_(held(day))],
        "drafts": [_IS_DRAFT],
        "closed": [_IS_CLOSED],
        "all": [],
    }
    return views[view]


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The conditions as SQL; `few`: some of them finds so few orders that these are fetched and sorted."""

    where: tuple[Any, ...]
    few: bool


def narrow(connection: Connection, asked: OrderFilters, day: date, *, addresses: bool) -> Narrowed:
    """The conditions on an order.

    Args:
        connection: Where to read.
        asked: What is asked.
        day: Today in the warehouse.
        addresses: Whether the person may read addresses.

    Raises:
        NotAllowed: it asks for a country, which the person may not know.
    """
    where: list[Any] = view_of(connection, asked.view, day)
    where += _plain(asked, day)
    if asked.ready:
        where += lit(connection, asked.ready, day)
    selective = _selective(connection, asked, day, addresses=addresses)
    where += [one.walked for one in selective]
    few = _few(connection, selective)
    if few is not None:
        where.append(_among(connection, few))
    return Narrowed(tuple(where), bool(asked.ready) or few is not None)


def _plain(asked: OrderFilters, day: date) -> list[Any]:
    """Conditions that a look at the order answers."""
    wanted: list[Any] = []
    for column, value in (
        (SalesOrder.warehouse_id, asked.site),
        (SalesOrder.state, asked.state),
        (SalesOrder.channel, asked.channel),
    ):
        if value not in (None, ""):
            wanted.append(column == value)
    if asked.since is not None:
        wanted.append(SalesOrder.promised_on >= _day(asked.since, day))
    if asked.until is not None:
        wanted.append(SalesOrder.promised_on <= _day(asked.until, day))
    if asked.priority:
        least, most = BANDS[asked.priority]
        wanted += [SalesOrder.priority >= least] if least is not None else []
        wanted += [SalesOrder.priority <= most] if most is not None else []
    return wanted


def _day(value: Day, day: date) -> date:
    return day + timedelta(days=value) if isinstance(value, int) else value


@dataclass(frozen=True, slots=True)
class _Selective:
    """A condition with an index of its own: the ids that it finds by it, and the same asked of an order that was met.

    SQLite knows no figures of what its columns hold: what is asked of a met order is written so that no index serves.
    """

    ids: sa.Select[Any]
    walked: Any


def _on(lite: bool, column: Any, condition: Callable[[Any], Any], more: Sequence[Any] = ()) -> _Selective:
    """A condition on a column of the order."""
    return _Selective(sa.select(SalesOrder.id).where(condition(column), *more), condition(_met(lite, column)))


def _met(lite: bool, column: Any) -> Any:
    if not lite:
        return column
    return column.op("||")("") if isinstance(column.type, sa.Text) else column + 0


def _in(ids: Any) -> Callable[[Any], Any]:
    return lambda column: column.in_(ids)


def _selective(
    connection: Connection, asked: OrderFilters, day: date, *, addresses: bool
) -> list[_Selective]:
    """Conditions that an index of their own answers."""
    lite = connection.dialect.name == "sqlite"
    found: list[_Selective] = []
    if asked.customer not in (None, ""):
        wanted = asked.customer
        ids = (wanted,) if isinstance(wanted, int) else customers_named(connection, str(wanted))
        found.append(_on(lite, SalesOrder.customer_id, _in(ids)))
    if asked.vip is not None:
        them = sa.select(Customer.id).where(Customer.vip.is_(True))
        found.append(
            _on(
                lite,
                SalesOrder.customer_id,
                lambda column: column.in_(them) if asked.vip else column.not_in(them),
            )
        )
    if asked.tag:
        tagged = sa.select(OrderTag.order_id).where(OrderTag.tag == asked.tag)
        found.append(_Selective(tagged, _exists(tagged, OrderTag.order_id)))
    if asked.held:
        holds_it = held(day, asked.held)
        found.append(_Selective(holds_it, _exists(holds_it, OrderHold.order_id)))
    if asked.product:
        lines = sa.select(OrderLine.order_id).where(
            OrderLine.product_id.in_(products_named(connection, asked.product)),
            OrderLine.cancelled < OrderLine.qty,
        )
        met = sa.exists().where(
            OrderLine.order_id == SalesOrder.id,
            _met(lite, OrderLine.product_id).in_(products_named(connection, asked.product)),
            OrderLine.cancelled < OrderLine.qty,
        )
        found.append(_Selective(lines, met))
    if asked.kind:
        # The condition of the partial index, word for word.
        others = [sa.text("sales_order.kind <> 'sale'")] if asked.kind != "sale" else []
        found.append(_on(lite, SalesOrder.kind, lambda column: column == asked.kind, others))
    if asked.amount_from is not None or asked.amount_to is not None:
        least = asked.amount_from if asked.amount_from is not None else -(1 << 62)
        most = asked.amount_to if asked.amount_to is not None else 1 << 62
        found.append(_on(lite, SalesOrder.total, lambda column: column.between(least, most)))
    if asked.entered_by:
        found.append(_on(lite, SalesOrder.created_by, lambda column: column == asked.entered_by))
    if asked.carrier is not None:
        services = sa.select(CarrierService.id).where(CarrierService.carrier_id == asked.carrier)
        none = asked.carrier == OWN_DELIVERY
        found.append(
            _on(
                lite,
                SalesOrder.carrier_service_id,
                lambda column: column.is_(None) if none else column.in_(services),
            )
        )
    if asked.country:
        if not addresses:
            raise NotAllowed(
                "Countries are part of addresses, which you may not read.",
                hint="Take the condition away.",
                filter="country",
            )
        there = sa.select(Address.id).where(Address.country_code == asked.country.upper())
        first = connection.execute(there.limit(FEW + 1)).scalars().all()
        column = SalesOrder.ship_address_id
        few = sa.select(SalesOrder.id).where(_among(connection, first, column))
        many = sa.select(SalesOrder.id).where(column.in_(there))
        met = sa.exists().where(Address.id == column, Address.country_code == asked.country.upper())
        found.append(_Selective(few if len(first) <= FEW else many, met))
    return found


def _exists(ids: sa.Select[Any], column: Any) -> Any:
    """The same as being among the ids, asked of an order that was met."""
    return ids.where(column == SalesOrder.id).correlate(SalesOrder).exists()


def products_named(connection: Connection, text: str) -> tuple[int, ...]:
    """Products of an SKU or a code; else those whose SKU and name hold every word, of many the oldest."""
    typed = text.replace("\0", "").strip()
    words = fold(typed).split()
    if not words:
        return ()
    exact = sa.union(
        sa.select(ProductBarcode.product_id).where(ProductBarcode.code == typed),
        sa.select(Product.id).where(Product.sku.in_({typed, typed.upper()})),
    )
    found = tuple(connection.execute(exact).scalars())
    if found:
        return found
    named = sa.select(Product.id).where(*holds(Product.search_text, words)).order_by(Product.id)
    return tuple(connection.execute(named.limit(MOST_PRODUCTS)).scalars())


def _few(connection: Connection, conditions: Sequence[_Selective]) -> list[int] | None:
    """The orders of the condition that finds fewest by itself, where these are few: looked up in its own index, no further.

    They are then fetched by their ids: a planner that does not know how few they are would read every order.
    """
    most = FEW if len(conditions) < 2 else FEW_TOGETHER
    best: tuple[int, Any] | None = None
    for one in conditions:
        some = one.ids.limit(most + 1)
        number = connection.execute(sa.select(sa.func.count()).select_from(some.subquery())).scalar_one()
        if number <= most and (best is None or number < best[0]):
            best = (number, some)
        if number <= FEW:
            break
    return None if best is None else list(connection.execute(best[1]).scalars())


def _among(connection: Connection, ids: Sequence[int], column: Any = SalesOrder.id) -> sa.ColumnElement[bool]:
    """That a column is one of these, in one parameter whatever their number."""
    if connection.dialect.name == "postgresql":
        return cast("sa.ColumnElement[bool]", column == sa.any_(sa.literal(ids, sa.ARRAY(sa.BigInteger))))
    each = sa.func.json_each(msgspec.json.encode(ids).decode()).table_valued("value")
    return cast("sa.ColumnElement[bool]", column.in_(sa.select(each.c.value)))
