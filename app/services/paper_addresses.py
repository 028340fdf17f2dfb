"""Addresses for papers, read beside what else a paper says."""

from __future__ import annotations

from typing import Any

from app.domain.address import PostalAddress
from app.errors import Refused

_FIELDS = (
    "country_code",
    "country_area",
    "city",
    "city_area",
    "street_address",
    "postal_code",
    "sorting_code",
    "name",
    "company_name",
)


class NoAddress(Refused):
    """A paper needs an address that is not known."""

    code = "document.no_address"

    def __init__(self, whose: str, name: str) -> None:
        super().__init__(
            f"The {whose} {name} has no address.", hint="Enter it first.", whose=whose, name=name
        )


def address_columns(alias: Any, prefix: str) -> list[Any]:
    """The postal fields of an address in a query, each under `prefix`."""
    return [getattr(alias, field).label(f"{prefix}_{field}") for field in _FIELDS]


def read_address(row: Any, prefix: str, whose: str, name: str) -> PostalAddress:
    """The address that such columns hold.

    Raises:
        NoAddress: there is none; names whose it is.
    """
    values = {field: getattr(row, f"{prefix}_{field}") for field in _FIELDS}
    if not values["country_code"]:
        raise NoAddress(whose, name)
    return PostalAddress(**values)
