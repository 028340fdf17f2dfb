"""Addresses as they are read aloud, and what is wrong with them."""

from __future__ import annotations

from app.domain.address import PostalAddress, ProblemCode, problems
from app.domain.countries import country_name


def in_one_line(address: PostalAddress, language: str, *, country: bool = False) -> str:
    """Street, postal code and town in one line, with the country where it is wanted."""
    street = ", ".join(line.strip() for line in address.street_address.splitlines() if line.strip())
    town = " ".join(part for part in (address.postal_code, address.city) if part)
    parts = [street, town, address.country_area if address.country_code in _WITH_AREA else ""]
    if country and address.country_code:
        parts.append(country_name(address.country_code, language))
    return ", ".join(part for part in parts if part)


_WITH_AREA = frozenset({"US", "CA", "AU", "BR", "IN", "JP", "CN", "MX"})
"""Countries in which people say the state with the town."""


def complete(address: PostalAddress) -> bool:
    """Whether goods can be sent there; a town that the rules do not list is let pass."""
    return not [one for one in problems(address) if one.code is not ProblemCode.UNKNOWN]


def wrong(address: PostalAddress) -> tuple[str, ...]:
    """What is missing or cannot be right, as sentences."""
    return tuple(one.message for one in problems(address) if one.code is not ProblemCode.UNKNOWN)
