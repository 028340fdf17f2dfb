"""The boxes that goods are packed in: added, changed, taken out of use."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, cast

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.domain.scan import ScanKind, parse
from app.errors import BadInput, Conflict
from app.models import Carton, Warehouse
from app.models.cartons import CARTON_KINDS
from app.services.context import use_case
from app.services.editing import changed_meanwhile
from app.services.resolver import UNKNOWN, resolve
from app.services.rows import code_field, must_find, text_field

LARGEST_MM = 10_000
HEAVIEST_G = 2_000_000
"""More is a slip of the hand."""
_PLAIN_CODES = (ScanKind.CARTON, ScanKind.PLAIN, ScanKind.GTIN)
_SIDES = ("length", "width", "height")


class BarcodeTaken(Conflict):
    """A barcode stands for one thing only: a packer who scans it means the box."""

    code = "carton.barcode_taken"

    def __init__(self, barcode: str, kind: str, label: str) -> None:
        super().__init__(
            f"Barcode {barcode} is known already: {kind} {label}.",
            hint="Give the box a barcode of its own.",
            field="barcode",
            barcode=barcode,
            kind=kind,
            label=label,
        )


@dataclass(frozen=True, slots=True)
class CartonFields:
    """What can be changed of a box: sizes in millimetres, weights in grams.

    `max_weight_g` is the heaviest that the goods in it may be, 0 for no limit. A box of a `warehouse_id` is proposed there alone.
    Without a `barcode` it is 'BOX-<code>'.
    """

    name: str
    inner_length_mm: int
    inner_width_mm: int
    inner_height_mm: int
    outer_length_mm: int
    outer_width_mm: int
    outer_height_mm: int
    tare_g: int = 0
    max_weight_g: int = 0
    barcode: str = ""
    kind: str = "carton"
    warehouse_id: int | None = None
    active: bool = True


_C = cast("sa.Table", Carton.__table__)
_CODE = sa.select(_C.c.code).where(_C.c.id == sa.bindparam("carton"))
_TAKEN = sa.select(_C.c.id).where(_C.c.code == sa.bindparam("code"))
_WAREHOUSE = sa.select(Warehouse.id).where(Warehouse.id == sa.bindparam("warehouse"))


@use_case(Permission.CATALOGUE_EDIT)
def add_carton(tx: Transaction, code: str, fields: CartonFields) -> int:
    """Add a box; its id.

    Raises:
        BadInput: a field cannot be used; it is named.
        BarcodeTaken: the barcode stands for something else.
        Conflict: the code is taken.
        NotFound: there is no such warehouse.
    """
    code = code_field(code, "carton code")
    if tx.execute(_TAKEN, {"code": code}).first() is not None:
        raise Conflict(f"The code {code} is taken.", hint="Choose another code.", field="code", code=code)
    values = _checked(tx, fields, code, 0) | {"code": code}
    made: int = tx.execute(sa.insert(_C).values(values).returning(_C.c.id)).scalar_one()
    tx.changed("carton", made)
    return made


@use_case(Permission.CATALOGUE_EDIT)
def edit_carton(tx: Transaction, carton_id: int, fields: CartonFields, version: int) -> int:
    """Write a box's fields anew, all but the code; its new version. Parcels keep the sizes that they were closed with.

    Args:
        tx: The transaction.
        carton_id: Which.
        fields: As it is to be; one that is not active is proposed nowhere.
        version: As it was read.

    Raises:
        NotFound: there is no such box, or no such warehouse.
        BadInput: a field cannot be used; it is named.
        BarcodeTaken: the barcode stands for something else.
        Conflict: another desk changed it meanwhile.
    """
    found = must_find(tx.execute(_CODE, {"carton": carton_id}).first(), "carton", carton_id)
    values = _checked(tx, fields, found.code, carton_id) | {"version": version + 1}
    mine = sa.update(_C).where(_C.c.id == carton_id, _C.c.version == version)
    if tx.execute(mine.values(values)).rowcount != 1:
        raise changed_meanwhile(found.code)
    tx.changed("carton", carton_id)
    return version + 1


def _checked(tx: Transaction, fields: CartonFields, code: str, carton_id: int) -> dict[str, Any]:
    """The columns of a box."""
    if fields.kind not in CARTON_KINDS:
        raise BadInput(
            f"{fields.kind!r} is not a kind of box.",
            hint=f"There are {', '.join(CARTON_KINDS)}.",
            field="kind",
            value=fields.kind,
        )
    _check_measures(fields)
    if fields.warehouse_id is not None:
        must_find(
            tx.execute(_WAREHOUSE, {"warehouse": fields.warehouse_id}).first(),
            "warehouse",
            fields.warehouse_id,
        )
    return asdict(fields) | {
        "name": text_field(fields.name, "name"),
        "barcode": _barcode(tx, fields.barcode.strip() or f"BOX-{code}", carton_id),
    }


def _check_measures(fields: CartonFields) -> None:
    for side in _SIDES:
        inner, outer = getattr(fields, f"inner_{side}_mm"), getattr(fields, f"outer_{side}_mm")
        if not 0 < inner <= LARGEST_MM:
            raise BadInput(
                f"A box is not {inner} mm inside.",
                hint="Measure it in millimetres.",
                field=f"inner_{side}_mm",
                value=inner,
            )
        if not inner <= outer <= LARGEST_MM:
            raise BadInput(
                f"A box of {inner} mm inside is not {outer} mm outside.",
                hint="Measure it over its walls, in millimetres.",
                field=f"outer_{side}_mm",
                value=outer,
            )
    for field in ("tare_g", "max_weight_g"):
        weight = getattr(fields, field)
        if not 0 <= weight <= HEAVIEST_G:
            raise BadInput(f"A box of {weight} g cannot be.", hint="Enter grams.", field=field, value=weight)


def _barcode(tx: Transaction, given: str, carton_id: int) -> str:
    """The barcode as scanners send it, known for nothing else."""
    barcode = code_field(given, "barcode")
    scan = parse(barcode)
    if scan.kind not in _PLAIN_CODES:
        raise BadInput(
            f"{barcode} reads as something else: {scan.kind.value.replace('_', ' ')}.",
            hint="Leave it empty for a barcode made of the code.",
            field="barcode",
            value=barcode,
        )
    # What looks like our own form is compared in capitals, as every scan of it is.
    barcode = scan.code if scan.kind is ScanKind.CARTON else barcode
    found = resolve(tx, barcode)
    if found.kind != UNKNOWN and (found.kind, found.id) != ("carton", carton_id):
        raise BarcodeTaken(barcode, found.kind.replace("_", " "), found.label)
    return barcode
