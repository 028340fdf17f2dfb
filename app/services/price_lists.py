"""Price lists: made, copied, changed, ended; their prices set by hand or from a file; and what carriage is charged at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.countries import countries
from app.domain.money import digits
from app.domain.permissions import Permission
from app.domain.price_files import FilePrice, ListPrice, ended
from app.domain.pricing import Charge
from app.errors import BadInput, Conflict, NotFound
from app.models import CarrierService, Price, PriceList, Product, ShippingCharge
from app.models.bulk import BulkInsert
from app.queries.price_lists import list_prices, shipping_charges
from app.services.context import use_case
from app.services.editing import changed_meanwhile, edit_row
from app.services.order_prices import MOST_MONEY
from app.services.rows import code_field, must_find, text_field


class PricesInCurrency(Conflict):
    """The currency of a list cannot change under its prices."""

    code = "price_list.currency"


@dataclass(frozen=True, slots=True)
class PriceListFields:
    """What can be changed of a list; one that is not active gives nobody a price."""

    name: str
    currency: str = "EUR"
    active: bool = True


@dataclass(frozen=True, slots=True)
class PricesChanged:
    """What a change did to a list: what is gone and what is new; the other way round it undoes it."""

    list_id: int
    gone: tuple[ListPrice, ...]
    new: tuple[ListPrice, ...]


_LIST = (
    sa.select(PriceList.id, PriceList.code, PriceList.currency)
    .where(PriceList.id == sa.bindparam("list"))
    .with_for_update(key_share=True)
)
_BY_CODE = sa.select(PriceList.code, PriceList.id).where(
    PriceList.code.in_(sa.bindparam("codes", expanding=True))
)
_SKUS = sa.select(Product.sku, Product.id).where(Product.sku.in_(sa.bindparam("skus", expanding=True)))
_HAS_PRICES = sa.select(sa.exists().where(Price.price_list_id == sa.bindparam("list")))
_PRICES = sa.select(
    *(Price.id, Price.product_id, Price.from_qty, Price.unit_price, Price.valid_from, Price.valid_until)
).where(
    Price.price_list_id == sa.bindparam("list"), Price.product_id.in_(sa.bindparam("ids", expanding=True))
)
_NEW = BulkInsert(
    Price, ("price_list_id", "product_id", "from_qty", "unit_price", "valid_from", "valid_until")
)
_CHANGE = (
    sa.update(Price)
    .where(Price.id == sa.bindparam("price"))
    .values(unit_price=sa.bindparam("new_price"), valid_until=sa.bindparam("new_until", type_=sa.Date))
)
_GONE = sa.delete(Price).where(Price.id.in_(sa.bindparam("ids", expanding=True)))
_COPY = sa.insert(Price).from_select(
    ["price_list_id", "product_id", "from_qty", "unit_price", "valid_from", "valid_until"],
    sa.select(
        sa.bindparam("made", type_=sa.BigInteger),
        *(Price.product_id, Price.from_qty, Price.unit_price, Price.valid_from, Price.valid_until),
    ).where(Price.price_list_id == sa.bindparam("list")),
    include_defaults=False,
)
_CHARGES = BulkInsert(ShippingCharge, ("carrier_service_id", "country", "currency", "from_net", "charge"))
_SERVICES = sa.select(CarrierService.id).where(CarrierService.id.in_(sa.bindparam("ids", expanding=True)))


@use_case(Permission.CATALOGUE_EDIT)
def add_price_list(tx: Transaction, code: str, fields: PriceListFields, copy_of: int | None = None) -> int:
    """Add a list; its id. With `copy_of` it begins with all prices of another one in the same currency.

    Raises:
        BadInput: a field cannot be used, or the list to copy is in another currency.
        Conflict: the code is taken.
        NotFound: there is no such list to copy.
    """
    code = code_field(code, "price list code")
    values = {"code": code, **asdict(_checked(fields))}
    if tx.execute(sa.select(PriceList.id).where(PriceList.code == code)).first() is not None:
        raise Conflict(
            f"The code {code} is taken.",
            hint="Choose another code.",
            field="code",
            code=code,
        )
    made: int = tx.execute(sa.insert(PriceList).values(values).returning(PriceList.id)).scalar_one()
    if copy_of is not None:
        source = _lock(tx, copy_of)
        if source.currency != values["currency"]:
            raise BadInput(
                f"The prices of {source.code} are in {source.currency}.",
                hint="A copy has the same currency.",
                field="currency",
                currency=source.currency,
            )
        tx.execute(_COPY, {"made": made, "list": copy_of})
    tx.changed("price_list", made)
    return made


@use_case(Permission.CATALOGUE_EDIT)
def edit_price_list(tx: Transaction, list_id: int, fields: PriceListFields, was: PriceListFields) -> int:
    """Change a list's name, currency or whether it is in use; its id. Orders that have its prices keep them.

    Raises:
        BadInput: a field cannot be used.
        PricesInCurrency: it has prices, which are in its currency.
        NotFound: there is no such list.
        Conflict: another desk changed it meanwhile.
    """
    new = _checked(fields)
    found = _lock(tx, list_id)
    if new.currency != found.currency and tx.execute(_HAS_PRICES, {"list": list_id}).scalar_one():
        raise PricesInCurrency(
            f"The prices of {found.code} are in {found.currency}.",
            hint="Make another list for the other currency.",
            field="currency",
            currency=found.currency,
        )
    edit_row(tx, PriceList, list_id, asdict(new), asdict(was), what="price_list", name=found.code)
    return list_id


@use_case(Permission.CATALOGUE_EDIT)
def change_prices(
    tx: Transaction, list_id: int, gone: tuple[ListPrice, ...], new: tuple[ListPrice, ...]
) -> PricesChanged:
    """Take prices out of a list and put others in; the two the other way round undo it. Orders keep the prices they have.

    Raises:
        BadInput: a price cannot be one, or there are two for the same product, quantity and day.
        NotFound: there is no such list, or no product with a SKU.
        Conflict: another desk changed one of these prices meanwhile.
    """
    found = _lock(tx, list_id)
    _change(tx, found, gone, new)
    return PricesChanged(list_id, gone, new)


@use_case(Permission.CATALOGUE_EDIT)
def end_price_list(tx: Transaction, list_id: int, last_day: date) -> PricesChanged:
    """Let no price of a list hold after a day; what was to begin later is taken out. `change_prices` undoes it.

    Raises:
        NotFound: there is no such list.
    """
    found = _lock(tx, list_id)
    now = list_prices(tx, list_id)
    after = ended(now, last_day)
    gone = tuple(one for one in now if one not in set(after))
    new = tuple(one for one in after if one not in set(now))
    _change(tx, found, gone, new)
    return PricesChanged(list_id, gone, new)


@use_case(Permission.CATALOGUE_EDIT)
def merge_prices(tx: Transaction, rows: tuple[FilePrice, ...]) -> tuple[PricesChanged, ...]:
    """Put the prices of a file into their lists; one of the same product, quantity and day gives way. What it did, a list each.

    Raises:
        NotFound: there is no list with a code, or no product with a SKU.
    """
    codes = sorted({one.list_code for one in rows})
    known = {row.code: row.id for row in tx.execute(_BY_CODE, {"codes": codes})}
    if missing := [code for code in codes if code not in known]:
        raise NotFound(
            f"There is no price list {missing[0]}.", hint="Make it first.", what="price_list", id=missing[0]
        )
    done = []
    for code in codes:
        found = _lock(tx, known[code])
        wanted = {one.price.key: one.price for one in rows if one.list_code == code}
        now = {one.key: one for one in list_prices(tx, found.id)}
        gone = tuple(now[key] for key, one in wanted.items() if key in now and now[key] != one)
        new = tuple(one for key, one in wanted.items() if now.get(key) != one)
        _change(tx, found, gone, new)
        done.append(PricesChanged(found.id, gone, new))
    return tuple(done)


@use_case(Permission.CATALOGUE_EDIT)
def save_charges(tx: Transaction, charges: tuple[Charge, ...], was: tuple[Charge, ...]) -> int:
    """Put a whole table of shipping charges in the place of the one that was read; how many rows it has.

    The old table put back undoes it. Orders keep the carriage that they were entered with.

    Raises:
        BadInput: a row cannot be used, or says what another one says.
        NotFound: there is no such service.
        Conflict: another desk changed the table meanwhile.
    """
    known: set[tuple[object, ...]] = set()
    for one in charges:
        _check_charge(one)
        key = (one.service_id, one.country, one.currency, one.from_net)
        if key in known:
            raise BadInput(
                "Two charges are for the same service, country, currency and value.",
                hint="Take one of them out.",
                field="charges",
            )
        known.add(key)
    services = {one.service_id for one in charges if one.service_id is not None}
    there = set(tx.execute(_SERVICES, {"ids": sorted(services)}).scalars()) if services else set()
    if missing := sorted(services - there):
        raise NotFound(
            f"There is no service {missing[0]}.", hint="Look it up again.", what="service", id=missing[0]
        )
    if set(shipping_charges(tx)) != set(was):
        raise changed_meanwhile("The table of charges")
    if set(charges) != set(was):
        tx.execute(sa.delete(ShippingCharge))
        names = ("carrier_service_id", "country", "currency", "from_net", "charge")
        rows = [(one.service_id, one.country, one.currency, one.from_net, one.charge) for one in charges]
        _CHARGES(tx, [dict(zip(names, row, strict=True)) for row in rows])
        tx.changed("price_list")
    return len(charges)


def _lock(tx: Transaction, list_id: int) -> Any:
    return must_find(tx.execute(_LIST, {"list": list_id}).first(), "price list", list_id)


def _checked(fields: PriceListFields) -> PriceListFields:
    digits(fields.currency)
    return PriceListFields(text_field(fields.name, "name"), fields.currency, fields.active)


def _change(tx: Transaction, found: Any, gone: Sequence[ListPrice], new: Sequence[ListPrice]) -> None:
    """Write a change of a list's prices in a handful of statements."""
    if not gone and not new:
        return
    _check_prices(new)
    products = _products(tx, [*gone, *new])
    given = {"list": found.id, "ids": sorted(products.values())}
    there = {(row.product_id, row.from_qty, row.valid_from): row for row in tx.execute(_PRICES, given)}

    def key(one: ListPrice) -> tuple[int, int, date]:
        return products[one.sku], one.from_qty, one.valid_from

    for one in gone:
        row = there.get(key(one))
        if row is None or (row.unit_price, row.valid_until) != (one.unit_price, one.valid_until):
            raise changed_meanwhile(f"{found.code}: {one.sku}")
    old = {key(one): there[key(one)].id for one in gone}
    fresh = []
    for one in new:
        if key(one) not in old:
            if key(one) in there:
                raise changed_meanwhile(f"{found.code}: {one.sku}")
            fresh.append(one)
    again = [one for one in new if key(one) in old]
    left = set(old) - {key(one) for one in again}
    if left:
        tx.execute(_GONE, {"ids": sorted(old[one] for one in left)})
    if again:
        changed = [
            {"price": old[key(one)], "new_price": one.unit_price, "new_until": one.valid_until}
            for one in again
        ]
        tx.execute(_CHANGE, changed)
    _NEW(tx, [_row(found.id, products, one) for one in fresh])
    tx.changed("price_list", found.id)


def _row(list_id: int, products: Mapping[str, int], one: ListPrice) -> dict[str, Any]:
    return {
        "price_list_id": list_id,
        "product_id": products[one.sku],
        "from_qty": one.from_qty,
        "unit_price": one.unit_price,
        "valid_from": one.valid_from,
        "valid_until": one.valid_until,
    }


def _products(tx: Transaction, prices: Iterable[ListPrice]) -> dict[str, int]:
    skus = sorted({one.sku for one in prices})
    found = {row.sku: row.id for row in tx.execute(_SKUS, {"skus": skus})}
    if missing := [sku for sku in skus if sku not in found]:
        raise NotFound(
            f"There is no product {missing[0]}.",
            hint="Add it first, or take it out of the list.",
            what="product",
            id=missing[0],
            field="sku",
        )
    return found


def _check_prices(prices: Sequence[ListPrice]) -> None:
    keys = {one.key for one in prices}
    if len(keys) != len(prices):
        raise BadInput(
            "Two prices are for the same product, quantity and day.",
            hint="Take one of them out.",
            field="prices",
        )
    for one in prices:
        price = one.unit_price
        good = price.is_finite() and 0 <= price < 10**9 and price == round(price, 6) and one.from_qty > 0
        if not good or (one.valid_until is not None and one.valid_until < one.valid_from):
            raise BadInput(
                f"{one.sku}: {price} from {one.from_qty} on cannot be a price.",
                hint="A price is zero or more with at most six decimals, from 1 piece on, and ends after it begins.",
                field="prices",
                sku=one.sku,
            )


def _check_charge(one: Charge) -> None:
    digits(one.currency)
    if one.country and one.country not in countries():
        raise BadInput(
            f"{one.country!r} is no country.",
            hint="Write its two letters, as FR.",
            field="country",
            value=one.country,
        )
    if not 0 <= one.from_net <= MOST_MONEY or not 0 <= one.charge <= MOST_MONEY:
        raise BadInput("A charge and the value from which it holds are zero or more.", field="charges")
