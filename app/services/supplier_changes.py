"""Changing a supplier that is there; purchase orders and receipts name it by its code, which stays."""

from __future__ import annotations

import sqlalchemy as sa

from app.database import Transaction
from app.domain.address import PostalAddress
from app.domain.permissions import Permission
from app.domain.text import fold, sort_key
from app.errors import BadInput
from app.models import Supplier
from app.services.context import use_case
from app.services.editing import changed_meanwhile
from app.services.parties import save_address
from app.services.rows import must_find, text_field

STATUSES = ("active", "blocked")
_CODE = sa.select(Supplier.code).where(Supplier.id == sa.bindparam("supplier"))


@use_case(Permission.CATALOGUE_EDIT)
def edit_supplier(
    tx: Transaction,
    supplier_id: int,
    name: str,
    address: PostalAddress | None,
    status: str,
    version: int,
) -> int:
    """Write a supplier's fields anew, all but the code; the new version.

    Args:
        tx: The transaction.
        supplier_id: Which.
        name: How it is called.
        address: Where it is; None for nowhere known.
        status: 'active' or 'blocked'.
        version: As it was read.

    Raises:
        NotFound: there is no such supplier.
        Conflict: another desk changed it meanwhile.
        BadInput: name or status cannot be used.
    """
    found = must_find(tx.execute(_CODE, {"supplier": supplier_id}).first(), "supplier", supplier_id)
    if status not in STATUSES:
        raise BadInput(
            f"{status!r} is no status of a supplier.",
            hint=f"There are {', '.join(STATUSES)}.",
            field="status",
            value=status,
        )
    name = text_field(name, "name")
    values = {
        "name": name,
        "search_text": fold(f"{found.code} {name}"),
        "sort_key": sort_key(name),
        "address_id": save_address(tx, address) if address else None,
        "status": status,
        "version": version + 1,
    }
    mine = sa.update(Supplier).where(Supplier.id == supplier_id, Supplier.version == version)
    if tx.execute(mine.values(values)).rowcount != 1:
        raise changed_meanwhile(found.code)
    tx.changed("supplier", supplier_id)
    return version + 1
