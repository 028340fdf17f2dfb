"""Warehouses, zones and places."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from zoneinfo import available_timezones

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.domain.address import PostalAddress
from app.domain.codes import is_digits
from app.domain.permissions import Permission
from app.errors import BadInput, NotFound
from app.models import AppMeta, Location, Warehouse, Zone
from app.models.bulk import BulkInsert
from app.models.sites import LOCATION_KINDS, SELLABLE_KINDS, VIRTUAL_KINDS
from app.services.context import use_case
from app.services.parties import save_address
from app.services.rows import code_field, must_find, text_field

STANDARD_KINDS = (
    "supplier",
    "customer",
    "adjustment",
    "assembly",
    "goods_in",
    "staging",
    "packing",
    "quarantine",
    "returns",
)
"""Every warehouse has one place of each; its code is the kind in capitals ('GOODS-IN')."""

MOST_PERMILLE, MOST_TOLERANCE_G = 500, 10_000
"""A tolerance beyond half of the weight, or beyond ten kilograms, would tell nobody anything."""

_PLACES = BulkInsert(
    Location,
    (
        *(
            "warehouse_id",
            "zone_id",
            "code",
            "barcode",
            "kind",
            "aisle",
            "bay",
            "level",
            "position",
            "walk_seq",
        ),
        *("physical", "sellable"),
    ),
    returning=("id",),
)
_STANDARD = sa.select(Location.id).where(
    Location.warehouse_id == sa.bindparam("warehouse"), Location.code == sa.bindparam("code")
)
_WAREHOUSE_CODE = sa.select(Warehouse.code).where(Warehouse.id == sa.bindparam("id"))


@dataclass(frozen=True, slots=True)
class NewLocation:
    """A place to add; `walk_seq` grows along the picker's walk, without `barcode` it is 'LOC-<warehouse>-<code>'."""

    code: str
    kind: str = "storage"
    aisle: str = ""
    bay: str = ""
    level: str = ""
    position: str = ""
    walk_seq: int = 0
    barcode: str | None = None
    zone_id: int | None = None


@use_case(Permission.SITE_EDIT)
def add_warehouse(tx: Transaction, code: str, name: str, time_zone: str = "Europe/Paris") -> int:
    """Open a warehouse with its standard places (goods-in, packing, quarantine, ...); its id.

    Raises:
        BadInput: code or name is empty, or the time zone is unknown.
        Conflict: the code is taken.
    """
    check_time_zone(time_zone)
    code = code_field(code, "warehouse code")
    values = {"code": code, "name": text_field(name, "warehouse name"), "time_zone": time_zone}
    made: int = tx.execute(sa.insert(Warehouse).values(values).returning(Warehouse.id)).scalar_one()
    places = [NewLocation(standard_code(kind), kind) for kind in STANDARD_KINDS]
    _add_places(tx, made, code, places)
    tx.changed("warehouse", made)
    return made


@use_case(Permission.SITE_EDIT)
def add_zone(tx: Transaction, warehouse_id: int, code: str, name: str = "") -> int:
    """Name a part of a warehouse that is walked in one go; its id.

    Raises:
        NotFound: there is no such warehouse.
        Conflict: the code is taken.
    """
    must_find(tx.execute(_WAREHOUSE_CODE, {"id": warehouse_id}).first(), "warehouse", warehouse_id)
    values = {"warehouse_id": warehouse_id, "code": code_field(code, "zone code"), "name": name.strip()}
    made: int = tx.execute(sa.insert(Zone).values(values).returning(Zone.id)).scalar_one()
    tx.changed("zone", made)
    return made


@use_case(Permission.SITE_EDIT)
def add_location(
    tx: Transaction,
    warehouse_id: int,
    code: str,
    kind: str = "storage",
    aisle: str = "",
    bay: str = "",
    level: str = "",
    position: str = "",
    walk_seq: int = 0,
    barcode: str | None = None,
    zone_id: int | None = None,
) -> int:
    """Add a place to a warehouse; its id. What may lie and be sold there follows from the kind.

    Raises:
        NotFound: there is no such warehouse.
        BadInput: the code is empty or the kind unknown.
        Conflict: the code or barcode is taken.
    """
    place = NewLocation(code, kind, aisle, bay, level, position, walk_seq, barcode, zone_id)
    return add_locations.inside(tx, warehouse_id, (place,))[0]


@use_case(Permission.SITE_EDIT)
def add_locations(tx: Transaction, warehouse_id: int, places: tuple[NewLocation, ...]) -> tuple[int, ...]:
    """Add many places at once, all or none; their ids in order.

    Raises:
        NotFound, BadInput, Conflict: as `add_location`.
    """
    found = must_find(tx.execute(_WAREHOUSE_CODE, {"id": warehouse_id}).first(), "warehouse", warehouse_id)
    return tuple(_add_places(tx, warehouse_id, found.code, places))


def standard_location(connection: Connection | Transaction, warehouse_id: int, kind: str) -> int:
    """The id of a warehouse's standard place of a kind, such as 'packing' or 'supplier'.

    Raises:
        NotFound: there is no such warehouse, or the kind has no standard place.
    """
    found: int | None = connection.execute(
        _STANDARD, {"warehouse": warehouse_id, "code": standard_code(kind)}
    ).scalar_one_or_none()
    if found is None:
        raise NotFound(
            f"Warehouse {warehouse_id} has no place {standard_code(kind)}.",
            hint="Make the warehouse with its standard places.",
            warehouse_id=warehouse_id,
            kind=kind,
        )
    return found


def standard_code(kind: str) -> str:
    """The code of the standard place of a kind: 'goods_in' -> 'GOODS-IN'."""
    return kind.upper().replace("_", "-")


def _add_places(
    tx: Transaction,
    warehouse_id: int,
    warehouse_code: str,
    places: tuple[NewLocation, ...] | list[NewLocation],
) -> list[int]:
    rows = []
    for place in places:
        if place.kind not in LOCATION_KINDS:
            raise BadInput(
                f"{place.kind!r} is not a kind of place.",
                hint=f"There are {', '.join(LOCATION_KINDS)}.",
                field="kind",
                value=place.kind,
            )
        code = code_field(place.code, "location code")
        rows.append(
            {
                "warehouse_id": warehouse_id,
                "zone_id": place.zone_id,
                "code": code,
                "barcode": code_field(place.barcode or f"LOC-{warehouse_code}-{code}", "location barcode"),
                "kind": place.kind,
                "aisle": place.aisle,
                "bay": place.bay,
                "level": place.level,
                "position": place.position,
                "walk_seq": place.walk_seq,
                "physical": place.kind not in VIRTUAL_KINDS,
                "sellable": place.kind in SELLABLE_KINDS,
            }
        )
    made = [int(row.id) for row in _PLACES(tx, rows)]
    for location_id in made:
        tx.changed("location", location_id)
    return made


def check_time_zone(time_zone: str) -> None:
    """Refuse what is no time zone.

    Raises:
        BadInput: with an example as a hint.
    """
    if time_zone not in _time_zones():
        raise BadInput(
            f"{time_zone!r} is not a time zone.",
            hint="Write it as Europe/Paris.",
            field="time_zone",
            value=time_zone,
        )


@cache
def _time_zones() -> frozenset[str]:
    return frozenset(available_timezones())


@use_case(Permission.SITE_EDIT)
def set_warehouse_address(tx: Transaction, warehouse_id: int, address: PostalAddress) -> int:
    """Say where a warehouse stands; labels and papers name it as the sender. The address's id.

    Raises:
        NotFound: there is no such warehouse.
        BadInput: the address cannot be stored.
    """
    address_id = save_address(tx, address)
    statement = sa.update(Warehouse).where(Warehouse.id == warehouse_id).values(address_id=address_id)
    if tx.execute(statement).rowcount != 1:
        must_find(None, "warehouse", warehouse_id)
    tx.changed("warehouse", warehouse_id)
    return address_id


def sscc_prefix_field(text: str) -> str:
    """A GS1 company prefix of 7 to 10 digits.

    Raises:
        BadInput: it is none.
    """
    prefix = text.strip()
    if not is_digits(prefix) or not 7 <= len(prefix) <= 10:
        raise BadInput(
            f"{text!r} is no GS1 company prefix.",
            hint="Enter its 7 to 10 digits.",
            field="sscc_prefix",
            value=text,
        )
    return prefix


@use_case(Permission.SITE_EDIT)
def set_company(tx: Transaction, name: str, sscc_prefix: str) -> str:
    """Say how the company is called, and the GS1 company prefix with which its parcels are numbered (7 to 10 digits).

    Raises:
        BadInput: the name is empty or the prefix is none.
    """
    prefix = sscc_prefix_field(sscc_prefix)
    values = {"company": text_field(name, "company name"), "sscc_prefix": prefix}
    tx.execute(sa.update(AppMeta).where(AppMeta.id == 1).values(values))
    tx.changed("app_meta", 1)
    return prefix


@use_case(Permission.SITE_EDIT)
def set_tolerance(tx: Transaction, permille: int, grams: int) -> int:
    """Say how far a parcel's weight may be off at every desk: thousandths of the expected one, or grams, whichever is more.

    Raises:
        BadInput: a number is below 0, or so large that every weight would be right.
    """
    if not 0 <= permille <= MOST_PERMILLE:
        raise BadInput(
            f"A weight may be off by 0 to {MOST_PERMILLE // 10} %.",
            field="tolerance_permille",
            value=permille,
        )
    if not 0 <= grams <= MOST_TOLERANCE_G:
        raise BadInput(
            f"A weight may be off by 0 to {MOST_TOLERANCE_G} grams.", field="tolerance_g", value=grams
        )
    values = {"tolerance_permille": permille, "tolerance_g": grams}
    tx.execute(sa.update(AppMeta).where(AppMeta.id == 1).values(values))
    tx.changed("app_meta", 1)
    return permille
