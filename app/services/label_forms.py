"""In which form labels come out of a desk's printer, and what is said where a label is kept in another one."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.documents.label_formats import LabelFormat, label_format
from app.errors import Refused
from app.models import Desk, DeskPrinter
from app.services.desks import EVERY_OTHER, LABELS

PARCELS = "shipment_label"
_FORM = (
    sa.select(DeskPrinter.format)
    .join(Desk, Desk.id == DeskPrinter.desk_id)
    .where(
        Desk.code == sa.bindparam("desk"),
        DeskPrinter.document.in_((PARCELS, sa.bindparam("document", type_=sa.Text))),
    )
    .order_by(sa.case((DeskPrinter.document == sa.bindparam("document", type_=sa.Text), 0), else_=1))
    .limit(1)
)
"""Of the printer that such a label comes out of: its own, else that of parcels' labels (`printing.py` sends it there)."""

_SHEETS = ("a4_2up",)
"""Forms of labels that a printer of A4 takes."""
_PRINTERS = (
    sa.select(DeskPrinter.document, DeskPrinter.kind, DeskPrinter.target, DeskPrinter.format)
    .join(Desk, Desk.id == DeskPrinter.desk_id)
    .where(
        Desk.code == sa.bindparam("desk"),
        DeskPrinter.document.in_((*LABELS, "hazard_marks_small", "hazard_marks", EVERY_OTHER)),
    )
)


class OtherForm(Refused):
    """A label is kept in a form that a printer does not understand, and only who made it could make another."""

    code = "label.other_form"

    def __init__(self, form: str) -> None:
        super().__init__(
            "This label is kept in another form than this desk's printer takes.",
            hint="Print it at a desk whose label printer takes it.",
            form=form,
        )


def desk_form(
    connection: Connection | Transaction, desk: str, name: str = "", document: str = PARCELS
) -> LabelFormat:
    """The form of labels at a desk (its code), or the one of that name; A6 in PDF where nothing is said."""
    if not name:
        name = connection.execute(_FORM, {"desk": desk, "document": document}).scalar() or ""
    return label_format(name)


def prints_sheets(connection: Connection | Transaction, desk: str) -> bool:
    """Whether marks of dangerous goods on A4 come out at a desk (its code) on such paper.

    They do on a printer that was set for them, and on the one for all other papers, unless labels come out of that one too.
    """
    found = {row.document: row for row in connection.execute(_PRINTERS, {"desk": desk})}
    if "hazard_marks" in found:
        return True
    rest = found.pop(EVERY_OTHER, None)
    rolls = {(row.kind, row.target) for row in found.values() if row.format not in _SHEETS}
    return rest is not None and (rest.kind, rest.target) not in rolls
