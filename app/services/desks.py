"""Desks and their printers: which paper comes out where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import BadInput, Conflict
from app.integrations.printers import storable_target
from app.models import Desk, DeskPrinter, PrintJob, Warehouse
from app.models.work import LABEL_FORMATS
from app.services.context import use_case
from app.services.editing import edit_row
from app.services.rows import code_field, insert_new, must_find, text_field

PAPERS: Mapping[str, str] = MappingProxyType(
    {
        "shipment_label": "parcel labels",
        "pallet_label": "pallet labels",
        "packing_slip": "packing slips",
        "order_confirmation": "order confirmations",
        "delivery_note": "delivery notes",
        "cn22": "customs declarations CN 22",
        "cn23": "customs declarations CN 23",
        "waybill": "waybills",
        "hazard_marks": "dangerous goods marks",
        "hazard_marks_small": "small dangerous goods marks",
        "pick_list": "pick lists",
        "return_label": "return labels",
        "location_labels": "location labels",
        "badge_card": "badges",
        "command_card": "command cards",
        "manifest": "carrier manifests",
    }
)
"""What is printed (`print_job.document`), and how people call many of it."""
EVERY_OTHER = "*"
"""Stands for each kind of paper that has no printer of its own at the desk."""
LABELS = ("shipment_label", "pallet_label")
"""The papers that may come out in another form than PDF of their own size: labels with an SSCC."""

_DESK = sa.select(Desk.id).where(Desk.id == sa.bindparam("desk"))
_RENAME = sa.update(Desk).where(Desk.id == sa.bindparam("desk")).values(name=sa.bindparam("new_name"))
_REMOVE = sa.delete(DeskPrinter).where(
    DeskPrinter.desk_id == sa.bindparam("desk"), DeskPrinter.document == sa.bindparam("paper")
)
_AGAIN = (
    sa.update(PrintJob)
    .where(PrintJob.desk_id == sa.bindparam("desk"), PrintJob.status == "waiting")
    .values(error="", error_code="", due_at=None)
)


@use_case(Permission.SITE_EDIT)
def add_desk(tx: Transaction, code: str, name: str = "", warehouse_id: int | None = None) -> int:
    """Make a desk known, by the code that its computer is set to; gives its id.

    Raises:
        BadInput: the code cannot be one.
        Conflict: there is a desk with this code.
    """
    values = {"code": code_field(code, "desk code"), "name": name.strip(), "warehouse_id": warehouse_id}
    made = insert_new(tx, Desk, values)
    if made is None:
        raise Conflict(
            f"There is a desk {values['code']} already.",
            hint="Choose another code, or use that desk.",
            field="code",
            code=values["code"],
        )
    tx.changed("desk", made)
    return made


@use_case(Permission.SITE_EDIT)
def rename_desk(tx: Transaction, desk_id: int, name: str) -> int:
    """Call a desk otherwise; its code stays, since its computer is set to it.

    Raises:
        NotFound: there is no such desk.
        BadInput: the name is empty.
    """
    if tx.execute(_RENAME, {"desk": desk_id, "new_name": text_field(name, "name")}).rowcount != 1:
        must_find(None, "desk", desk_id)
    tx.changed("desk", desk_id)
    return desk_id


@dataclass(frozen=True, slots=True)
class DeskFields:
    """What can be changed of a desk; without a warehouse it works in the first one."""

    name: str
    warehouse_id: int | None = None


@use_case(Permission.SITE_EDIT)
def edit_desk(tx: Transaction, desk_id: int, fields: DeskFields, was: DeskFields) -> int:
    """Change a desk's name and warehouse; its id. The code stays, since its computer is set to it.

    Raises:
        NotFound: there is no such desk or warehouse.
        Conflict: another desk changed it meanwhile.
    """
    found = must_find(tx.execute(sa.select(Desk.code).where(Desk.id == desk_id)).first(), "desk", desk_id)
    if fields.warehouse_id is not None:
        known = sa.select(Warehouse.id).where(Warehouse.id == fields.warehouse_id)
        must_find(tx.execute(known).first(), "warehouse", fields.warehouse_id)
    new = asdict(fields) | {"name": fields.name.strip()}
    edit_row(tx, Desk, desk_id, new, asdict(was), what="desk", name=found.code)
    return desk_id


@use_case(Permission.SITE_EDIT)
def set_printer(tx: Transaction, desk_id: int, document: str, kind: str, target: str, form: str = "") -> str:
    """Say where a kind of paper comes out at a desk; what waits there is tried at once. Gives the target as stored.

    Args:
        tx: The transaction.
        desk_id: The desk.
        document: One of `PAPERS`, or '*' for every other.
        kind: 'system', 'raw' or 'folder'.
        target: The system's name of the printer; host:port; a folder.
        form: For labels of parcels and pallets: one of `LABEL_FORMATS`; empty is A6 in PDF.

    Raises:
        NotFound: there is no such desk.
        BadInput: the kind, the paper or the target cannot be used.
    """
    if document != EVERY_OTHER and document not in PAPERS:
        raise BadInput(
            f"There is no paper {document!r}.",
            hint=f"Choose one of {', '.join(PAPERS)}, or * for every other.",
            document=document,
        )
    if form not in LABEL_FORMATS or (form and document not in LABELS):
        raise BadInput(
            f"Labels are not made as {form!r} for {document!r}.",
            hint=f"Choose one of {', '.join(LABEL_FORMATS[1:])}, for labels of parcels and pallets.",
            field="format",
            format=form,
        )
    clean = storable_target(kind, target)
    must_find(tx.execute(_DESK, {"desk": desk_id}).first(), "desk", desk_id)
    insert = (postgresql if tx.postgresql else sqlite).insert(DeskPrinter)
    values = {"desk_id": desk_id, "document": document, "kind": kind, "target": clean, "format": form}
    tx.execute(
        insert.values(values).on_conflict_do_update(
            index_elements=["desk_id", "document"], set_={"kind": kind, "target": clean, "format": form}
        )
    )
    tx.changed("desk", desk_id)
    if tx.execute(_AGAIN, {"desk": desk_id}).rowcount:
        tx.changed("print_job")
    return clean


@use_case(Permission.SITE_EDIT)
def remove_printer(tx: Transaction, desk_id: int, document: str) -> bool:
    """Take a desk's printer for a kind of paper away; whether there was one. What waits goes on waiting."""
    there = tx.execute(_REMOVE, {"desk": desk_id, "paper": document}).rowcount == 1
    if there:
        tx.changed("desk", desk_id)
    return there
