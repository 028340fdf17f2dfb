"""What two versions of the same order say differently, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.integrations.channels.reading import OrderReading, ReadLine, ReadParty
from app.services.intake_articles import plain


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that two versions say differently; empty where one does not say it.

    `what` is 'customer', 'address', 'reference', 'ordered', 'requested', 'currency', 'freight', 'discount', 'total', 'note' or
    'line'; of a line, `line` is what it is known by.
    """

    what: str
    before: str
    now: str
    line: str = ""


def differences(before: OrderReading, now: OrderReading) -> tuple[Difference, ...]:
    """All that differs, the head first; lines are matched by what they order, not by where they stand."""
    return (*_head(before, now), *_lines(before, now))


def _head(before: OrderReading, now: OrderReading) -> Iterator[Difference]:
    pairs = (
        ("customer", _party(before.buyer), _party(now.buyer)),
        ("address", _place(before.ship_to), _place(now.ship_to)),
        ("reference", before.reference, now.reference),
        ("ordered", _day(before.ordered_on), _day(now.ordered_on)),
        ("requested", _day(before.requested_on), _day(now.requested_on)),
        ("currency", before.currency, now.currency),
        ("freight", plain(before.freight), plain(now.freight)),
        ("discount", plain(before.discount_amount), plain(now.discount_amount)),
        ("total", _amount(before.total), _amount(now.total)),
        ("note", before.note, now.note),
    )
    for what, one, other in pairs:
        if one != other:
            yield Difference(what, one, other)


def _lines(before: OrderReading, now: OrderReading) -> Iterator[Difference]:
    earlier, later = _by_article(before), _by_article(now)
    for name in dict.fromkeys((*earlier, *later)):
        one, other = earlier.get(name, ""), later.get(name, "")
        if one != other:
            yield Difference("line", one, other, name)


def _by_article(reading: OrderReading) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for line in reading.lines:
        found.setdefault(article_of(line), []).append(_line(line))
    return {name: " + ".join(sorted(words)) for name, words in found.items()}


def article_of(line: ReadLine) -> str:
    """What a line is known by, the surest of it."""
    return line.sku or line.gtin or line.article or line.name


def _line(line: ReadLine) -> str:
    words = [f"{plain(line.qty)} {line.unit}".strip()]
    if line.unit_price is not None:
        words.append(f"\N{MULTIPLICATION SIGN} {plain(line.unit_price)}")
    if line.discount:
        words.append(f"\N{MINUS SIGN}{plain(line.discount * 100)} %")
    return " ".join(words)


def _party(party: ReadParty | None) -> str:
    if party is None:
        return ""
    return ", ".join(part for part in (party.name, party.code, party.gln) if part)


def _place(party: ReadParty | None) -> str:
    if party is None:
        return ""
    address = party.address
    if address is None:
        return _party(party)
    parts = (
        *(address.company_name or address.name or party.name, address.street_address.replace("\n", ", ")),
        f"{address.postal_code} {address.city}".strip(),
        address.country_code,
    )
    return ", ".join(part for part in parts if part)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _amount(amount: Decimal | None) -> str:
    return "" if amount is None else plain(amount)
