"""In which form labels come out of a desk's printer, and what is said where a label is kept in another one."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.documents.label_formats import LabelFormat, label_format
from app.errors import Refused
from app.models import Desk, DeskPrinter

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
