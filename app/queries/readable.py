"""What a person may read: personal data are for those whose work takes them."""

from __future__ import annotations

from functools import cache

from app.domain.permissions import Permission
from app.models.rights_manifest import MANIFEST


@cache
def _readers(table: str) -> frozenset[Permission]:
    return frozenset(right for right, grant in MANIFEST.items() if table in grant.read)


def reads_addresses(rights: frozenset[Permission]) -> bool:
    """Whether somebody with these rights may read addresses; on PostgreSQL the server refuses it otherwise."""
    return bool(_readers("address") & rights)


def reads_accounts(rights: frozenset[Permission]) -> bool:
    """Whether somebody may read contacts, notes and invoices of customers; on PostgreSQL the server refuses it otherwise."""
    return bool(_readers("customer_note") & rights)


def reads_letters(rights: frozenset[Permission]) -> bool:
    """Whether somebody may read what we wrote to customers and what came from them."""
    return bool(_readers("outgoing_message") & rights) and bool(_readers("intake_message") & rights)
