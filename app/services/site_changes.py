"""Changing places and warehouses that are there: what is frozen while goods lie in a place is refused with words."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass

import sqlalchemy as sa

from app.database import Transaction
from app.domain.address import PostalAddress
from app.domain.permissions import Permission
from app.errors import BadInput, Conflict, Refused
from app.models import Location, StockBalance, Warehouse
from app.models.sites import LOCATION_KINDS, SELLABLE_KINDS, VIRTUAL_KINDS
from app.services.carriers import check_time
from app.services.context import use_case
from app.services.editing import edit_row
from app.services.rows import code_field, must_find, text_field
from app.services.sites import (
    NewLocation,
    add_locations,
    add_warehouse,
    check_time_zone,
    set_warehouse_address,
    standard_code,
)

LARGEST_WALK = 999_999_999


class PlaceStocked(Refused):
    """Goods lie in the place, or lay there and their balance is still kept."""

    code = "location.stocked_edit"

    def __init__(self, code: str, field: str) -> None:
        super().__init__(
            f"Goods lie or lay in {code}: what kind of place it is stays as it is."
            if field == "kind"
            else f"Goods lie in {code}: it cannot be taken out of use.",
            hint="Make another place for the other use." if field == "kind" else "Move the goods away first.",
            field=field,
            place=code,
        )


class StandardPlace(Refused):
    """Each warehouse works with its standard places under their own codes."""

    code = "location.standard"

    def __init__(self, code: str, field: str) -> None:
        super().__init__(
            f"{code} is a standard place of its warehouse: its code and kind stay, and it stays in use.",
            hint="Add another place instead.",
            field=field,
            place=code,
        )


@dataclass(frozen=True, slots=True)
class LocationFields:
    """What can be changed of a place; `walk_seq` grows along the picker's walk."""

    code: str
    barcode: str
    kind: str
    aisle: str = ""
    bay: str = ""
    level: str = ""
    position: str = ""
    walk_seq: int = 0
    active: bool = True


@dataclass(frozen=True, slots=True)
class WarehouseFields:
    """What can be changed of a warehouse; `working_days` are ISO weekdays ('12345'), `cut_off` is local ('16:00').

    `address` is where it stands; labels and papers name it as the sender. None: not known, which changes nothing.
    """

    name: str
    time_zone: str = "Europe/Paris"
    working_days: str = "12345"
    cut_off: str = "16:00"
    address: PostalAddress | None = None


_PLACE = sa.select(Location.code, Location.kind, Location.warehouse_id).where(
    Location.id == sa.bindparam("place")
)
_KEPT = sa.select(sa.exists().where(StockBalance.location_id == sa.bindparam("place")))
_LIES = sa.select(
    sa.exists().where(StockBalance.location_id == sa.bindparam("place"), StockBalance.on_hand > 0)
)
_TAKEN = sa.select(Location.code).where(Location.id != sa.bindparam("place"))
_PLAIN = ("name", "time_zone", "working_days", "cut_off")
_WAREHOUSE = sa.select(Warehouse.code).where(Warehouse.id == sa.bindparam("warehouse"))


@use_case(Permission.SITE_EDIT)
def edit_location(tx: Transaction, location_id: int, fields: LocationFields, was: LocationFields) -> int:
    """Change a place; its id. A new barcode means a new label: the old one is known no more.

    Args:
        tx: The transaction.
        location_id: Which.
        fields: As it is to be.
        was: As it was read.

    Raises:
        NotFound: there is no such place.
        BadInput: a field cannot be used.
        PlaceStocked: goods lie there, and its kind or use was to be changed.
        StandardPlace: it is a warehouse's standard place.
        Conflict: code or barcode is taken, or another desk changed the place meanwhile.
    """
    found = must_find(tx.execute(_PLACE, {"place": location_id}).first(), "location", location_id)
    new = {name: value.strip() if isinstance(value, str) else value for name, value in asdict(fields).items()}
    new |= {"code": code_field(fields.code, "code"), "barcode": code_field(fields.barcode, "barcode")}
    _check_place(fields.kind, fields.walk_seq)
    before = asdict(was)
    changed = {name for name, value in new.items() if value != before[name]}
    if found.code == standard_code(found.kind) and (wrong := changed & {"code", "kind", "active"}):
        raise StandardPlace(found.code, sorted(wrong)[-1])
    if "kind" in changed and tx.execute(_KEPT, {"place": location_id}).scalar_one():
        raise PlaceStocked(found.code, "kind")
    if "active" in changed and not fields.active and tx.execute(_LIES, {"place": location_id}).scalar_one():
        raise PlaceStocked(found.code, "active")
    if "code" in changed:
        same = _TAKEN.where(Location.warehouse_id == found.warehouse_id, Location.code == new["code"])
        _refuse_taken(tx, same, location_id, "code", str(new["code"]))
    if "barcode" in changed:
        _refuse_taken(
            tx, _TAKEN.where(Location.barcode == new["barcode"]), location_id, "barcode", str(new["barcode"])
        )
    if "kind" in changed:
        for name, kinds, inside in (
            ("physical", VIRTUAL_KINDS, False),
            ("sellable", SELLABLE_KINDS, True),
        ):
            new[name] = (fields.kind in kinds) is inside
            before[name] = (was.kind in kinds) is inside
    edit_row(tx, Location, location_id, new, before, what="location", name=found.code)
    return location_id


@use_case(Permission.SITE_EDIT)
def add_checked_location(tx: Transaction, warehouse_id: int, place: NewLocation) -> int:
    """Add one place; what cannot be is refused by its field. Its id.

    Raises:
        NotFound: there is no such warehouse.
        BadInput: a field cannot be used.
        Conflict: code or barcode is taken.
    """
    warehouse = must_find(
        tx.execute(_WAREHOUSE, {"warehouse": warehouse_id}).first(), "warehouse", warehouse_id
    )
    code = code_field(place.code, "code")
    barcode = code_field(place.barcode or f"LOC-{warehouse.code}-{code}", "barcode")
    _check_place(place.kind, place.walk_seq)
    _refuse_taken(
        tx, _TAKEN.where(Location.warehouse_id == warehouse_id, Location.code == code), 0, "code", code
    )
    _refuse_taken(tx, _TAKEN.where(Location.barcode == barcode), 0, "barcode", barcode)
    return add_locations.inside(tx, warehouse_id, (place,))[0]


@use_case(Permission.SITE_EDIT)
def open_warehouse(tx: Transaction, code: str, fields: WarehouseFields) -> int:
    """Open a warehouse with its standard places, hours and address; its id.

    Raises:
        BadInput: a field cannot be used.
        Conflict: the code is taken.
    """
    known = tx.execute(sa.select(Warehouse.id).where(Warehouse.code == code.strip())).first()
    if known is not None:
        raise Conflict(
            f"There is a warehouse {code.strip()} already.",
            hint="Choose another code.",
            field="code",
            value=code,
        )
    made = add_warehouse.inside(tx, code, fields.name, fields.time_zone)
    bare = WarehouseFields(fields.name.strip(), fields.time_zone)
    edit_warehouse.inside(tx, made, fields, bare)
    return made


@use_case(Permission.SITE_EDIT)
def edit_warehouse(tx: Transaction, warehouse_id: int, fields: WarehouseFields, was: WarehouseFields) -> int:
    """Change a warehouse; its id. The code stays: the barcodes of its places carry it.

    Raises:
        NotFound: there is no such warehouse.
        BadInput: the name is empty, the time zone unknown, or days or hour cannot be.
        Conflict: another desk changed it meanwhile.
    """
    found = must_find(tx.execute(_WAREHOUSE, {"warehouse": warehouse_id}).first(), "warehouse", warehouse_id)
    check_time_zone(fields.time_zone)
    check_time(fields.cut_off, "cut_off")
    if not re.fullmatch("1?2?3?4?5?6?7?", fields.working_days) or not fields.working_days:
        raise BadInput(
            f"{fields.working_days!r} are no working days.",
            hint="Write 12345 for Monday to Friday.",
            field="working_days",
            value=fields.working_days,
        )
    new, before = ({name: getattr(one, name) for name in _PLAIN} for one in (fields, was))
    new["name"] = text_field(fields.name, "name")
    edit_row(tx, Warehouse, warehouse_id, new, before, what="warehouse", name=found.code)
    if fields.address is not None and fields.address != was.address:
        set_warehouse_address.inside(tx, warehouse_id, fields.address)
    return warehouse_id


def _check_place(kind: str, walk_seq: int) -> None:
    if kind not in LOCATION_KINDS:
        raise BadInput(
            f"{kind!r} is not a kind of place.",
            hint=f"There are {', '.join(LOCATION_KINDS)}.",
            field="kind",
            value=kind,
        )
    if not 0 <= walk_seq <= LARGEST_WALK:
        raise BadInput("A place in the walk is a number of at least 0.", field="walk_seq", value=walk_seq)


def _refuse_taken(tx: Transaction, same: sa.Select[str], place: int, field: str, value: str) -> None:
    holder = tx.execute(same.limit(1), {"place": place}).scalar_one_or_none()
    if holder is not None:
        raise Conflict(
            f"Place {holder} has the {field} {value} already.",
            hint="Choose another one.",
            field=field,
            value=value,
        )
