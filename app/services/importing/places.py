"""Where imported goods and orders belong: the warehouse, and the bins that stock files name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import BadInput, NotAllowed
from app.models import Location, Warehouse
from app.models.sites import SELLABLE_KINDS
from app.services.importing.job import Job, chunks, execute_in
from app.services.importing.staging import BATCH
from app.services.sites import NewLocation, add_locations, add_warehouse

FIRST_WAREHOUSE = "MAIN"
DEFAULT_BIN = "A-01"

_WAREHOUSES = sa.select(Warehouse.id, Warehouse.code, Warehouse.active).order_by(Warehouse.id)
_DEFAULT = (
    sa.select(Location.code)
    .where(
        Location.warehouse_id == sa.bindparam("warehouse"),
        Location.kind.in_(SELLABLE_KINDS),
        Location.active.is_(True),
    )
    .order_by(sa.case((Location.code == DEFAULT_BIN, 0), else_=1), Location.walk_seq, Location.id)
    .limit(1)
)
_PLACES = sa.select(
    Location.id, Location.warehouse_id, Location.code, Location.physical, Location.active
).where(Location.code.in_(sa.bindparam("codes", expanding=True)))


@dataclass(frozen=True, slots=True)
class Site:
    """The warehouse of an import.

    Attributes:
        warehouse_id: None where there is no warehouse yet: the import makes the first.
        code: Its code.
        bin: The place for stock of which the file names none.
        bin_missing: The place is made by the import.
    """

    warehouse_id: int | None
    code: str
    bin: str
    bin_missing: bool


class WhichWarehouse(BadInput):
    """The warehouse of an import is not clear."""

    code = "import.warehouse"


def choose_site(job: Job) -> Site:
    """The warehouse asked for, the profile's, the only one, or a first one that the import will make.

    Raises:
        WhichWarehouse: there are several, or not the one asked for.
        NotAllowed: there is none, and the person may not make one.
    """
    wanted = job.warehouse or job.profile.warehouse or ""
    with job.ctx.reading() as connection:
        known = [row for row in connection.execute(_WAREHOUSES).all() if row.active]
        found = [row for row in known if row.code == wanted] if wanted else known
        if len(found) == 1:
            code = connection.execute(_DEFAULT, {"warehouse": found[0].id}).scalar_one_or_none()
            return Site(found[0].id, found[0].code, code or DEFAULT_BIN, code is None)
    listed = ", ".join(row.code for row in known)
    if known:
        what = f"There is no warehouse {wanted}." if wanted else "There are several warehouses."
        raise WhichWarehouse(
            what,
            hint=f"Name one: --warehouse, or warehouse = in the profile. There are {listed}.",
            warehouse=wanted,
        )
    if not job.may(Permission.SITE_EDIT):
        raise NotAllowed(
            "There is no warehouse yet, and you may not make one.",
            hint="Ask a supervisor to open the warehouse first.",
            permission=Permission.SITE_EDIT.value,
        )
    return Site(None, wanted or FIRST_WAREHOUSE, DEFAULT_BIN, bin_missing=True)


def open_site(tx: Transaction, site: Site) -> tuple[int, tuple[str, ...]]:
    """The warehouse's id, made with its first bin where it is missing, and what to tell people about that."""
    if site.warehouse_id is not None:
        return site.warehouse_id, ()
    made = add_warehouse.inside(tx, site.code, f"Warehouse {site.code}")
    add_locations.inside(tx, made, (NewLocation(site.bin, "storage", walk_seq=1),))
    return made, (f"There was no warehouse: {site.code} was made with the bin {site.bin}.",)


def warehouse_ids(connection: Connection | Transaction) -> dict[str, int]:
    """The active warehouses by code."""
    return {row.code: row.id for row in connection.execute(_WAREHOUSES).all() if row.active}


def places_named(connection: Connection | Transaction, codes: Collection[str]) -> dict[tuple[int, str], Any]:
    """Places by warehouse and code."""
    found: dict[tuple[int, str], Any] = {}
    for some in chunks(sorted(codes), BATCH):
        found |= {(row.warehouse_id, row.code): row for row in execute_in(connection, _PLACES, "codes", some)}
    return found


def make_places(tx: Transaction, missing: Collection[tuple[int, str]]) -> Mapping[tuple[int, str], int]:
    """Make bins of kind storage, in each warehouse in the order of their codes; their ids."""
    made: dict[tuple[int, str], int] = {}
    for warehouse_id in sorted({warehouse for warehouse, _ in missing}):
        codes = sorted(code for warehouse, code in missing if warehouse == warehouse_id)
        ids = add_locations.inside(tx, warehouse_id, tuple(NewLocation(code) for code in codes))
        made |= {(warehouse_id, code): place for code, place in zip(codes, ids, strict=True)}
    return made
