"""The table of shipping charges as text, with a sentence for every line that is wrong.

    service,country,currency,from_value,charge
    ,,EUR,0,9.90
    ,FR,EUR,100.00,0
    EXPRESS,CH,EUR,0,24.50

A row without service is of all services, one without country of all countries; amounts are decimal in the row's currency.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from decimal import Decimal

from app.domain.countries import countries
from app.domain.money import minor_of, to_decimal_string
from app.domain.pricing import Charge
from app.domain.table_files import LineProblem
from app.domain.tables import csv_file
from app.errors import BadInput

COLUMNS = ("service", "country", "currency", "from_value", "charge")
MOST_ROWS = 2000


class _Wrong(Exception):
    """Why a row cannot be used."""


def _wrong(column: str, why: str) -> _Wrong:
    return _Wrong(column, why)


def read_charges(
    text: str, services: Mapping[str, int]
) -> tuple[tuple[Charge, ...], tuple[LineProblem, ...]]:
    """Charges from text with commas, semicolons or tabs between the fields, and all that is wrong with it.

    Args:
        text: As it lies in a file or was pasted.
        services: Ids of services by code.
    """
    plain = text.lstrip("\ufeff")
    head = plain.partition("\n")[0]
    delimiter = max((",", ";", "\t"), key=head.count)
    reader = csv.DictReader(io.StringIO(plain, newline=""), delimiter=delimiter)
    names = [name.strip().lower() for name in reader.fieldnames or ()] if "\0" not in plain else []
    if "charge" not in names or "currency" not in names or len(set(names)) != len(names):
        why = f"The first line does not name the columns {', '.join(COLUMNS)}."
        return (), (LineProblem(1, "", why),)
    reader.fieldnames = names
    found: dict[tuple[object, ...], tuple[int, Charge]] = {}
    problems: list[LineProblem] = []
    try:
        for row in reader:
            values = {
                name: value.strip() if isinstance(value, str) else ""
                for name, value in row.items()
                if isinstance(name, str)
            }
            if not any(values.values()):
                continue
            line = reader.line_num
            try:
                if len(found) + len(problems) >= MOST_ROWS:
                    problems.append(LineProblem(line, "", f"There are more than {MOST_ROWS} rows."))
                    break
                one = _charge(values, services)
                key = (one.service_id, one.country, one.currency, one.from_net)
                if key in found:
                    raise _wrong("from_value", f"Line {found[key][0]} says the same already.")
                found[key] = (line, one)
            except _Wrong as wrong:
                problems.append(LineProblem(line, *wrong.args))
    except csv.Error:
        why = "This line cannot be read: a quotation mark is not closed, or a field is too long."
        problems.append(LineProblem(reader.line_num + 1, "", why))
    return tuple(one for _, one in found.values()), tuple(problems)


def write_charges(charges: Sequence[Charge], codes: Mapping[int, str]) -> str:
    """Charges as `read_charges` takes them; `codes` are those of services by id."""
    rows = (
        (
            codes.get(one.service_id, "") if one.service_id is not None else "",
            one.country,
            one.currency,
            to_decimal_string(one.from_net, one.currency),
            to_decimal_string(one.charge, one.currency),
        )
        for one in charges
    )
    return csv_file(COLUMNS, rows).decode("utf-8-sig")


def _charge(values: Mapping[str, str], services: Mapping[str, int]) -> Charge:
    service, country = values.get("service", ""), values.get("country", "").upper()
    if service and service not in services:
        raise _wrong("service", f"There is no service {service}.")
    if country and country not in countries():
        raise _wrong("country", f"{country!r} is no country: write its two letters, as FR.")
    currency = values.get("currency", "").upper()
    from_net = _amount(values, "from_value", currency)
    return Charge(
        services[service] if service else None,
        country,
        currency,
        from_net,
        _amount(values, "charge", currency),
    )


def _amount(values: Mapping[str, str], column: str, currency: str) -> int:
    text = values.get(column, "") or ("0" if column == "from_value" else "")
    plain = text.replace(",", ".")
    if not plain.isascii() or not plain.replace(".", "", 1).isdigit() or len(plain) > 15:
        raise _wrong(column, f"{text!r} is no amount: write it as 6.90.")
    try:
        return minor_of(Decimal(plain), currency)
    except BadInput as error:
        raise _wrong("currency" if not currency else column, error.message) from None
