"""Addresses of files in the form in which Quai keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.address import PostalAddress, digest
from app.integrations.channels.base import Address
from app.models import Address as AddressRow
from app.models.bulk import BulkInsert
from app.services.importing.job import chunks, execute_in
from app.services.importing.staging import BATCH

_KNOWN = sa.select(AddressRow.digest, AddressRow.id).where(
    AddressRow.digest.in_(sa.bindparam("digests", expanding=True))
)
_NEW = BulkInsert(AddressRow, ("digest", *PostalAddress.__dataclass_fields__), returning=("digest", "id"))


def postal(address: Address, fallback: str = "") -> PostalAddress | None:
    """An address as it is stored, or None where the file says nothing at all of it.

    Args:
        address: As the file says.
        fallback: The name to put where the address has none.
    """
    if not any(getattr(address, name) for name in Address.__dataclass_fields__):
        return None
    name = address.name or fallback
    return PostalAddress(
        country_code=address.country,
        country_area=address.region,
        city=address.city,
        street_address=address.street,
        postal_code=address.postal_code,
        name=address.contact or name,
        company_name=name if address.contact and address.contact != name else "",
        phone=address.phone,
        email=address.email,
    )


@lru_cache(maxsize=1024)
def digest_of(address: PostalAddress | None) -> str:
    """The key of an address, '' for none."""
    return digest(address) if address is not None else ""


def fields_of(address: PostalAddress) -> dict[str, str]:
    """The columns of an address, as `parties.save_address` writes them."""
    fields = {name: value.strip() for name, value in asdict(address).items()}
    fields["country_code"] = fields["country_code"].upper()
    return fields


def save_addresses(tx: Transaction, wanted: Mapping[str, Mapping[str, Any]]) -> dict[str, int]:
    """The ids of addresses by digest; those that are not there yet are stored."""
    found = address_ids(tx, wanted)
    missing = sorted(set(wanted) - set(found))
    made = _NEW(tx, [{**wanted[key], "digest": key} for key in missing])
    return found | {row.digest: row.id for row in made}


def address_ids(tx: Transaction, digests: Iterable[str]) -> dict[str, int]:
    """The ids of stored addresses by digest."""
    found: dict[str, int] = {}
    for some in chunks(sorted(set(digests)), BATCH):
        found |= {row.digest: row.id for row in execute_in(tx, _KNOWN, "digests", some)}
    return found
