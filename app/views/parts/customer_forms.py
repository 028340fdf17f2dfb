"""The forms of a customer's account: a contact, a note, a dispute, what they call a product."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from app.qt.words import mark
from app.queries.accounts import AccountRow
from app.services.accounts import Contact
from app.views.parts.customer_columns import SUBJECTS
from app.views.parts.form import Field, Form

FORMS: dict[str, tuple[Field, ...]] = {
    "contact": (
        Field("name", mark("Name"), needed=True),
        Field("role", mark("Role")),
        Field("phone", mark("Telephone")),
        Field("email", mark("E-mail")),
    ),
    "note": (Field("words", mark("Note"), "lines", needed=True, fixed=True),),
    "dispute": (
        Field("subject", mark("About"), "choice", tuple(SUBJECTS.items()), fixed=True),
        Field("order", mark("Order (optional)"), fixed=True),
        Field("words", mark("What they say"), "lines", needed=True, fixed=True),
        Field("answer", mark("What we say"), "lines"),
    ),
    "article": (
        Field("code", mark("Their number"), needed=True, fixed=True),
        Field("sku", mark("Our SKU"), needed=True, fixed=True),
    ),
}
"""Fields a kind of row."""
TITLES = {
    "contact": (mark("Contact"), mark("New contact")),
    "note": (mark("Note"), mark("New note")),
    "dispute": (mark("Dispute"), mark("New dispute")),
    "article": (mark("Article number"), mark("New article number")),
}
"""What the form is called: of a row that is there, and of a new one."""


class KindForm(Form):
    """The form of a kind of row: filled from a row, or empty for a new one."""

    def __init__(self, kind: str, fields: tuple[Field, ...], parent: QWidget | None) -> None:
        super().__init__(fields, parent)
        self.kind = kind

    def show_row(self, row: AccountRow | None) -> None:
        """Fill it from a row; None empties it for a new one."""
        self.fill({} if row is None else values_of(row), new=row is None)


def values_of(row: AccountRow) -> Mapping[str, Any]:
    """What stands in the fields of a row."""
    if row.kind == "contact":
        return {"name": row.words, "role": row.number, "phone": row.more, "email": row.extra}
    if row.kind == "dispute":
        return {"subject": row.extra, "order": row.number, "words": row.words, "answer": row.more}
    if row.kind == "article":
        return {"code": row.number, "sku": row.extra}
    return {"words": row.words}


def contact_of(values: Mapping[str, Any]) -> Contact:
    """The contact that was typed."""
    return Contact(*(str(values[name]) for name in ("name", "role", "phone", "email")))
