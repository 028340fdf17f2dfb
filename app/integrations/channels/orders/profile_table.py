"""Orders of a table that an import profile describes: CSV and TSV as they are, the first sheet of an XLSX file the same way."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from app.domain.address import PostalAddress
from app.integrations.channels.base import Address, OrderHeaderRow, OrderLineRow, Rejected
from app.integrations.channels.orders.common import Notes, check_size, checked, clean, unreadable
from app.integrations.channels.orders.xlsx import is_workbook, read_rows
from app.integrations.channels.profile import DELIMITERS, Profile
from app.integrations.channels.profile_checks import merged
from app.integrations.channels.reader import read_files
from app.integrations.channels.reading import Oddity, OrderReading, ReadLine, ReadParty

MOST_ORDERS = 5_000


@dataclass
class _Gathered:
    """An order while its rows come in."""

    head: OrderHeaderRow | None = None
    lines: list[OrderLineRow] = field(default_factory=list)
    bad: list[Rejected] = field(default_factory=list)


def read_table(profile: Profile, called: str, name: str, data: bytes) -> list[OrderReading]:
    """Every order of a table; a row that cannot be used stops the order that it belongs to, or all where nobody knows.

    Args:
        profile: What the columns are.
        called: How the profile is called: orders of it are told apart from those of others.
        name: What the file is called.
        data: Its bytes.

    Raises:
        BadInput: the file does not fit the profile, or holds no order.
    """
    orders: dict[str, _Gathered] = {}
    stray: list[Rejected] = []
    with tempfile.TemporaryDirectory(prefix="quai-") as folder:
        file = Path(folder) / "orders.csv"
        _write(profile, name, data, file)
        for row in read_files(profile, "orders", (file,)):
            if isinstance(row, OrderHeaderRow):
                one = orders.setdefault(row.number, _Gathered())
                one.head = one.head or row
            elif isinstance(row, OrderLineRow):
                orders.setdefault(row.order, _Gathered()).lines.append(row)
            elif isinstance(row, Rejected):
                (orders.setdefault(row.order, _Gathered()).bad if row.order else stray).append(row)
            if len(orders) > MOST_ORDERS:
                raise unreadable(name, f"it holds more than {MOST_ORDERS} orders")
    if not any(one.head for one in orders.values()):
        first = next((bad for one in orders.values() for bad in one.bad), stray[0] if stray else None)
        why = f"line {first.line}: {first.reason}" if first else "it holds no order"
        raise unreadable(name, clean(why))
    return [
        _reading(profile, called, number, one, stray)
        for number, one in orders.items()
        if one.head is not None
    ] + [_lost(profile, called, number, one, stray) for number, one in orders.items() if one.head is None]


def _write(profile: Profile, name: str, data: bytes, file: Path) -> None:
    """The bytes where the reader of profiles finds them; a spreadsheet as the profile writes tables."""
    if not is_workbook(data):
        file.write_bytes(data)
        return
    section = profile.orders
    options = merged(section.file if section is not None else profile.file, profile.file)
    days = options.dates or ["%Y-%m-%d"]
    rows = read_rows(name, data, options.decimal or ".", days[0])
    width = max((len(row) for row in rows), default=0)
    encoding = options.encoding or "utf-8"
    with file.open("w", encoding=encoding, errors="replace", newline="") as out:
        writer = csv.writer(
            out, delimiter=DELIMITERS[options.delimiter or "comma"], quotechar=options.quote or '"'
        )
        for row in rows:
            writer.writerow(
                [*(cell.replace("\r", " ").replace("\0", "") for cell in row), *[""] * (width - len(row))]
            )


def _reading(
    profile: Profile, called: str, number: str, one: _Gathered, stray: Sequence[Rejected]
) -> OrderReading:
    head = one.head
    assert head is not None
    check_size(head.number, len(one.lines))
    goods = [line for line in one.lines if not line.freight]
    charges = (line.unit_price * line.qty * (1 - line.discount) for line in one.lines if line.freight)
    notes = Notes()
    if head.state == "closed":
        notes.add("fulfilled", "", "stops", status="closed")
    lines = tuple(
        ReadLine(
            str(line.position or at),
            Decimal(-line.qty if line.returned else line.qty),
            sku=clean(line.sku, 64),
            name=clean(line.description),
            unit_price=line.unit_price,
            discount=line.discount,
        )
        for at, line in enumerate(goods, 1)
    )
    ship = _party(head.ship_to)
    reading = OrderReading(
        "table",
        number,
        f"table:{Path(called).name.removesuffix('.toml')}",
        ReadParty(code=clean(head.customer, 64), name=clean(head.customer_name)),
        lines,
        ship_to=ship,
        reference=clean(head.reference, 64),
        currency=head.currency or profile.currency or "",
        ordered_on=head.ordered_on,
        requested_on=head.promised_on,
        service=clean(head.carrier, 64),
        freight=head.freight + sum(charges, start=Decimal(0)),
        cancelled=head.returned or head.state == "cancelled",
        note=clean(head.note, 2_000),
        oddities=tuple(_odd([*one.bad, *stray])),
    )
    return checked(reading, notes)


def _lost(
    profile: Profile, called: str, number: str, one: _Gathered, stray: Sequence[Rejected]
) -> OrderReading:
    """An order of which no head could be read: all that is known is its number and why."""
    source = f"table:{Path(called).name.removesuffix('.toml')}"
    odd = tuple(_odd([*one.bad, *stray]))
    return OrderReading(
        "table", number, source, ReadParty(), (), currency=profile.currency or "", oddities=odd
    )


def _odd(bad: Iterable[Rejected]) -> Iterable[Oddity]:
    for one in list(bad)[:50]:
        facts = {"row": str(one.line), "column": one.column, "reason": one.reason}
        yield Oddity("table_row", "stops", facts=facts)


def _party(address: Address) -> ReadParty | None:
    if not any((address.street, address.city, address.postal_code)):
        return None
    return ReadParty(
        name=clean(address.name),
        address=PostalAddress(
            country_code=address.country,
            country_area=clean(address.region),
            city=clean(address.city),
            street_address="\n".join(clean(line) for line in address.street.splitlines()),
            postal_code=clean(address.postal_code, 20),
            name=clean(address.contact),
            company_name=clean(address.name),
            phone=clean(address.phone, 40),
            email=clean(address.email),
        ),
    )
