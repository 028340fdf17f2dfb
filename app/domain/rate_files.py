"""Rate tables as text: what a carrier's price list looks like in a spreadsheet, with a sentence for every line that is wrong.

One table holds zones, rates and surcharges; the first column says what a row is:

    what,zone,country,postcodes,up_to_g,price,name,kind,threshold
    zone,A,FR,,,,,,
    zone,B,FR,20,,,,,
    rate,A,,,1000,6.90,,,
    extra,,,,,12.5,Fuel,percent,
    extra,,FR,20,,9.00,Corsica,prefix,

Prices are decimal in the service's currency, with a point or a comma; of a 'percent' surcharge the price is the percentage.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from app.domain.countries import countries
from app.domain.money import minor_of, to_decimal_string
from app.domain.rates import Extra, Zone, plain_postcode
from app.domain.table_files import LineProblem
from app.errors import BadInput

COLUMNS = ("what", "zone", "country", "postcodes", "up_to_g", "price", "name", "kind", "threshold")
EXTRA_KINDS = ("percent", "parcel", "oversize", "overweight", "prefix", "dangerous", "saturday")
_OVER = ("oversize", "overweight")
"""Kinds with a threshold."""
MOST_ROWS = 20_000
HEAVIEST_G = 2_000_000_000
MOST_PROBLEMS = 100


@dataclass(frozen=True, slots=True)
class Band:
    """What a parcel up to a charged weight costs in a zone, in minor units."""

    zone: str
    up_to_g: int
    price: int


@dataclass(frozen=True, slots=True)
class RateTable:
    """A service's zones, rates and surcharges, each in the order in which they stand."""

    zones: tuple[Zone, ...] = ()
    bands: tuple[Band, ...] = ()
    extras: tuple[Extra, ...] = ()


class _Wrong(Exception):
    """Why a row cannot be used."""


def _wrong(why: str) -> _Wrong:
    return _Wrong(why)


def read_rates(text: str, currency: str) -> tuple[RateTable, tuple[LineProblem, ...]]:
    """A rate table from text with commas, semicolons or tabs between the fields, and all that is wrong with it.

    Lines are counted from 1, the column names being the first. What has problems is not to be taken over in part.

    Args:
        text: As it lies in a file or was pasted.
        currency: Of the prices.
    """
    plain = text.lstrip("\ufeff")
    head = plain.partition("\n")[0]
    delimiter = max((",", ";", "\t"), key=head.count)
    reader = csv.DictReader(io.StringIO(plain, newline=""), delimiter=delimiter)
    names = [name.strip().lower() for name in reader.fieldnames or ()]
    if "what" not in names or "\0" in plain:
        why = f"The first line does not name the columns {', '.join(COLUMNS)}."
        return RateTable(), (LineProblem(1, "", why),)
    reader.fieldnames = names
    zones: list[tuple[int, Zone]] = []
    bands: list[tuple[int, Band]] = []
    extras: list[tuple[int, Extra]] = []
    problems: list[LineProblem] = []
    try:
        for row in reader:
            line = reader.line_num
            values = {name: (value or "").strip() for name, value in row.items() if isinstance(name, str)}
            if not any(values.values()):
                continue
            try:
                if len(zones) + len(bands) + len(extras) >= MOST_ROWS:
                    raise _wrong(f"There are more than {MOST_ROWS} rows.")
                match values["what"].lower():
                    case "zone":
                        zones.append((line, _zone(values)))
                    case "rate":
                        bands.append((line, _band(values, currency)))
                    case "extra":
                        extras.append((line, _extra(values, currency)))
                    case other:
                        raise _wrong(f"{other!r} is no kind of row: write zone, rate or extra.")
            except _Wrong as wrong:
                problems.append(LineProblem(line, "", str(wrong)))
    except csv.Error:
        why = "This line cannot be read: a quotation mark is not closed, or a field is too long."
        problems.append(LineProblem(reader.line_num + 1, "", why))
    problems += check_rates(zones, bands, extras)
    table = RateTable(
        tuple(zone for _, zone in zones),
        tuple(sorted((band for _, band in bands), key=lambda band: (band.zone, band.up_to_g))),
        tuple(extra for _, extra in extras),
    )
    return table, tuple(sorted(problems, key=lambda one: one.line)[:MOST_PROBLEMS])


def check_rates(
    zones: Iterable[tuple[int, Zone]], bands: Iterable[tuple[int, Band]], extras: Iterable[tuple[int, Extra]]
) -> list[LineProblem]:
    """What does not fit together in a table: rows said twice, zones without way or price, prices that fall."""
    found: list[LineProblem] = []
    places: set[tuple[str, str]] = set()
    ways: dict[str, int] = {}
    for line, zone in zones:
        ways.setdefault(zone.zone, line)
        place = (zone.country, plain_postcode(zone.prefix))
        if place in places:
            why = f"{' '.join(place).strip()} has a zone already."
            found.append(LineProblem(line, "", why))
        places.add(place)
    by_zone: dict[str, dict[int, tuple[int, int]]] = {}
    for line, band in bands:
        mine = by_zone.setdefault(band.zone, {})
        if band.up_to_g in mine:
            why = f"Zone {band.zone} has a price up to {band.up_to_g} g already."
            found.append(LineProblem(line, "", why))
            continue
        if not mine and band.zone not in ways:
            why = f"No row says where zone {band.zone} is."
            found.append(LineProblem(line, "", why))
        mine[band.up_to_g] = (band.price, line)
    for zone_name, mine in by_zone.items():
        dearest = -1
        for up_to_g, (price, line) in sorted(mine.items()):
            if price < dearest:
                why = f"Up to {up_to_g} g costs less in zone {zone_name} than a lighter parcel."
                found.append(LineProblem(line, "", why))
            dearest = max(dearest, price)
    for zone_name, line in ways.items():
        if zone_name not in by_zone:
            why = f"Zone {zone_name} has no rates."
            found.append(LineProblem(line, "", why))
    named: set[str] = set()
    for line, extra in extras:
        if extra.name in named or extra.name == "rate":
            why = f"There is a surcharge {extra.name} already."
            found.append(LineProblem(line, "", why))
        named.add(extra.name)
    return found


def write_rates(table: RateTable, currency: str) -> str:
    """A rate table as `read_rates` takes it."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for zone in table.zones:
        writer.writerow(
            {"what": "zone", "zone": zone.zone, "country": zone.country, "postcodes": zone.prefix}
        )
    for band in table.bands:
        price = to_decimal_string(band.price, currency)
        writer.writerow({"what": "rate", "zone": band.zone, "up_to_g": band.up_to_g, "price": price})
    for extra in table.extras:
        percent = extra.kind == "percent"
        price = to_decimal_string(extra.amount, "EUR" if percent else currency)
        row = {"what": "extra", "name": extra.name, "kind": extra.kind, "price": price}
        if extra.kind in _OVER:
            row["threshold"] = str(extra.threshold)
        country, _, prefix = extra.prefix.partition(" ")
        writer.writerow(row | {"country": country, "postcodes": prefix})
    return out.getvalue()


def _zone(values: Mapping[str, str]) -> Zone:
    return Zone(_country(values), _field(values, "postcodes", 20, empty=True), _field(values, "zone", 20))


def _band(values: Mapping[str, str], currency: str) -> Band:
    up_to = _whole(values, "up_to_g")
    if not 1 <= up_to <= HEAVIEST_G:
        raise _wrong(f"A rate is up to at least 1 g, not {up_to} g.")
    return Band(_field(values, "zone", 20), up_to, _price(values, currency))


def _extra(values: Mapping[str, str], currency: str) -> Extra:
    kind = values.get("kind", "").lower()
    if kind not in EXTRA_KINDS:
        raise _wrong(f"{kind!r} is no kind of surcharge: write one of {', '.join(EXTRA_KINDS)}.")
    prefix = ""
    if kind == "prefix":
        prefix = f"{_country(values)} {_field(values, 'postcodes', 20, empty=True)}".strip()
    threshold = _whole(values, "threshold") if kind in _OVER else 0
    amount = _price(values, "EUR" if kind == "percent" else currency)
    return Extra(_field(values, "name", 60), kind, amount, threshold, prefix)


def _field(values: Mapping[str, str], name: str, longest: int, *, empty: bool = False) -> str:
    text = values.get(name, "")
    if (not text and not empty) or len(text) > longest or not text.isprintable():
        raise _wrong(f"{text!r} cannot be the {name}.")
    return text


def _country(values: Mapping[str, str]) -> str:
    code = values.get("country", "").upper()
    if code not in countries():
        raise _wrong(f"{code!r} is no country: write its two letters, as FR.")
    return code


def _whole(values: Mapping[str, str], name: str) -> int:
    text = values.get(name, "")
    if not text.isascii() or not text.isdigit() or len(text) > 10:
        raise _wrong(f"{text!r} cannot be the {name}: write a whole number.")
    return int(text)


def _price(values: Mapping[str, str], currency: str) -> int:
    text = values.get("price", "")
    plain = text.replace(",", ".")
    if not plain.isascii() or not plain.replace(".", "", 1).isdigit() or len(plain) > 12:
        raise _wrong(f"{text!r} is no price: write it as 6.90.")
    try:
        return minor_of(Decimal(plain), currency)
    except (InvalidOperation, BadInput):
        raise _wrong(f"{text} has more decimals than {currency} has.") from None
