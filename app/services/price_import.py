"""Files of prices taken into their lists: a row that cannot be used is named, and nothing is taken in part unless asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.domain.permissions import Permission
from app.domain.price_files import FilePrice, dearer, for_list, plain_price, read_prices
from app.domain.table_files import text_of
from app.errors import BadInput
from app.queries.price_lists import unknown_in
from app.services.context import Context
from app.services.price_lists import merge_prices


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be used."""

    file: str
    line: int
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class PricesRead:
    """What files of prices came to.

    Attributes:
        prices: Good rows.
        new, changed, unchanged: What became of them.
        rejected: Rows that cannot be used.
        warnings: What is as it was written and looks odd: more pieces that cost more each.
    """

    prices: int
    new: int
    changed: int
    unchanged: int
    rejected: tuple[BadRow, ...]
    warnings: tuple[str, ...]


def import_prices(
    ctx: Context,
    list_code: str,
    files: Sequence[Path],
    today: date,
    *,
    dry_run: bool = False,
    skip_bad: bool = False,
) -> PricesRead:
    """Take files of prices in; rows of the same product, quantity and day give way to the newer.

    Args:
        ctx: Who does it.
        list_code: The list of rows that name none.
        files: Those of one import; all of them, or none.
        today: From when a price holds whose row does not say.
        dry_run: Only read; nothing is changed.
        skip_bad: Leave bad rows out instead of refusing everything.

    Raises:
        BadInput: a file cannot be read, or is no text.
        NotAllowed: the person may not change prices.
    """
    ctx.require(Permission.CATALOGUE_EDIT)
    good: dict[tuple[str, str, int, date], FilePrice] = {}
    rejected: list[BadRow] = []
    for file in files:
        rows, problems = read_prices(text_of(_bytes(file), file.name), today, list_code)
        rejected += [BadRow(file.name, one.line, one.column, one.why) for one in problems]
        with ctx.reading() as connection:
            skus, lists = unknown_in(
                connection, {one.price.sku for one in rows}, {one.list_code for one in rows}
            )
        for one in rows:
            if one.list_code in lists:
                why = f"There is no price list {one.list_code}."
                rejected.append(BadRow(file.name, one.line, "list", why))
            elif one.price.sku in skus:
                rejected.append(BadRow(file.name, one.line, "sku", f"There is no product {one.price.sku}."))
            else:
                good[(one.list_code, *one.price.key)] = one
    rejected.sort(key=lambda row: (row.file, row.line))
    prices = tuple(good.values())
    new = changed = 0
    if prices and not dry_run and (skip_bad or not rejected):
        done = merge_prices(ctx, prices)
        changed = sum(len(one.gone) for one in done)
        new = sum(len(one.new) for one in done) - changed
    return PricesRead(
        len(prices), new, changed, len(prices) - new - changed, tuple(rejected), _warnings(prices)
    )


def _warnings(prices: tuple[FilePrice, ...]) -> tuple[str, ...]:
    found = []
    for code in sorted({one.list_code for one in prices}):
        for more, less in dearer(for_list(prices, code)):
            found.append(
                f"{code}: {more.sku} costs {plain_price(more.unit_price)} from {more.from_qty} on,"
                f" and {plain_price(less.unit_price)} from {less.from_qty} on."
            )
    return tuple(found)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise BadInput(f"{file.name} cannot be read.", hint="Choose another file.", file=file.name) from error
