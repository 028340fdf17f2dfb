"""Papers of a shipment sent to the printer: delivery note, customs declarations, waybill, marks of dangerous goods.

Each is read in one transaction, drawn outside any, and stored with its print job in another. Asked again under the same operation
key, it is not printed twice.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.documents import document
from app.documents.content_shipping import CustomsDeclarations, HazardMarks
from app.documents.sheet import DoesNotFit
from app.domain.customs import Form
from app.services.context import Context
from app.services.label_forms import prints_sheets
from app.services.labels import Stored, store_paper
from app.services.papers_customs import customs_content
from app.services.papers_hazards import hazard_marks_content
from app.services.papers_shipping import delivery_note_content, waybill_content
from app.services.printing import require_paper


def print_delivery_note(ctx: Context, shipment_id: int) -> Stored:
    """Draw a delivery note, keep it and send it to the printer.

    Raises:
        NothingPacked, NoAddress, NotPrintable, DoesNotFit: it cannot be set.
        NotFound: there is no such shipment.
        NotAllowed: the person may not print papers with names on them.
    """
    require_paper(ctx, "delivery_note")
    with ctx.reading() as connection:
        content = delivery_note_content(connection, shipment_id)
    return store_paper(ctx, "delivery_note", content.shipment, document("delivery_note").render(content))


def print_waybill(ctx: Context, shipment_id: int) -> Stored:
    """Draw a waybill, keep it and send it to the printer.

    Raises:
        HazardDataMissing: dangerous goods lack words that the law wants.
        NothingPacked, NoAddress, NotPrintable, DoesNotFit: it cannot be set.
        NotFound: there is no such shipment.
        NotAllowed: the person may not print papers with names on them.
    """
    require_paper(ctx, "waybill")
    with ctx.reading() as connection:
        content = waybill_content(connection, shipment_id)
    return store_paper(ctx, "waybill", content.number, document("waybill").render(content))


def print_customs(ctx: Context, shipment_id: int) -> tuple[Stored, ...]:
    """Draw the customs declarations of a shipment's parcels, keep them and send them to the printer: one job a form.

    Raises:
        NoCustoms: it needs none.
        CustomsDataMissing, DangerousByPost, ParcelUnweighed: customs would ask.
        NothingPacked, NoAddress, NotPrintable, DoesNotFit: they cannot be set.
        NotFound: there is no such shipment.
        NotAllowed: the person may not print papers with names on them.
    """
    require_paper(ctx, "cn23")
    with ctx.reading() as connection:
        found = customs_content(connection, shipment_id)
    shipment = next(iter(found.values())).declarations[0].shipment
    drawn = draw_customs(found)
    return tuple(store_paper(_part(ctx, form), form, shipment, pdf) for form, pdf in drawn.items())


def draw_customs(found: Mapping[Form, CustomsDeclarations]) -> dict[str, bytes]:
    """The declarations as PDF by their form; what a CN 22 has no room for is declared on a CN 23, which always may be.

    Raises:
        NotPrintable, DoesNotFit: a text can stand on neither.
    """
    large = list(found[Form.CN23].declarations) if Form.CN23 in found else []
    small = []
    for declaration in found[Form.CN22].declarations if Form.CN22 in found else ():
        try:
            document(Form.CN22).render(CustomsDeclarations((declaration,)))
        except DoesNotFit:
            large.append(declaration)
        else:
            small.append(declaration)
    large.sort(key=lambda one: one.parcel)
    return {
        form.value: document(form).render(CustomsDeclarations(tuple(made)))
        for form, made in ((Form.CN22, small), (Form.CN23, large))
        if made
    }


def print_hazard_marks(ctx: Context, shipment_id: int, package_id: int | None = None) -> tuple[Stored, ...]:
    """Draw the marks of dangerous goods of a shipment's parcels, or of one, and send them to the printer: one job a size.

    Where this desk has a printer for sheets of A4, hazard labels are drawn with them.

    Raises:
        NotDangerous: nothing in them is dangerous goods.
        TooHeavyLimited: a parcel with limited quantities is too heavy.
        NothingPacked: none of its parcels is closed.
        NotFound: there is no such shipment.
        NotAllowed: the person may not print papers of parcels.
    """
    require_paper(ctx, "hazard_marks")
    with ctx.reading() as connection:
        sheets = prints_sheets(connection, ctx.desk)
        large, small = hazard_marks_content(connection, shipment_id, package_id, sheets=sheets)
    sizes = (("hazard_marks", large), ("hazard_marks_small", small))
    drawn = [(kind, marks, document(kind).render(marks)) for kind, marks in sizes if marks.marks]
    return tuple(store_paper(_part(ctx, kind), kind, _parcels(marks), pdf) for kind, marks, pdf in drawn)


def _parcels(marks: HazardMarks) -> str:
    return ", ".join(f"SSCC {mark.sscc}" for mark in marks.marks[:3])


def _part(ctx: Context, kind: str) -> Context:
    """One of several papers of the same operation has a key of its own."""
    return ctx.once(f"{ctx.op_key}:{kind}") if ctx.op_key else ctx
