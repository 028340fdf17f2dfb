"""A stored paper for the screen: what is kept for a label printer is drawn as the page that it prints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.documents.content_shipping import PalletLabel
from app.documents.copies import as_copy, is_pdf, is_zpl
from app.documents.label_formats import zpl_dpi, zpl_size
from app.documents.labels import shipment_labels
from app.documents.pallet_label import pallet_label
from app.documents.words import Language
from app.documents.zpl import pallet_label_zpl
from app.errors import BadInput
from app.models import Package, PrintJob, ShippingLabel
from app.services.context import Context
from app.services.label_runs import labels_of_job
from app.services.labels import stored_bytes
from app.services.pallet_labels import pallet_label_content
from app.services.papers import shipment_label_content

MOST = 20
"""Labels of a run that are shown."""

_LABEL = (
    sa.select(ShippingLabel.package_id, ShippingLabel.tracking, Package.kind)
    .join(Package, Package.id == ShippingLabel.package_id)
    .where(ShippingLabel.blob_sha == sa.bindparam("sha"))
    .limit(1)
)
_JOB = (
    sa.select(PrintJob.title, PrintJob.copy)
    .where(PrintJob.blob_sha == sa.bindparam("sha"))
    .order_by(PrintJob.id.desc())
    .limit(1)
)


def shown_paper(ctx: Context, sha256: str) -> bytes:
    """A stored paper as PDF; a label in ZPL by what it says, in the size of its stock.

    Raises:
        NotFound: nothing is stored under this hash.
        BadInput: it cannot be shown: a carrier's label in the language of its printer.
    """
    data = stored_bytes(ctx, sha256)
    if is_pdf(data) or not is_zpl(data):
        return data
    with ctx.reading() as connection:
        found: Sequence[Any] = connection.execute(_LABEL, {"sha": sha256}).all()
        job = connection.execute(_JOB, {"sha": sha256}).first()
        if not found and job is not None:
            found = labels_of_job(connection, job.title)[:MOST]
        copy = job is not None and job.copy
        if found and found[0].kind == "pallet":
            pdf = pallet_label(_pallet(connection, found[0].package_id, data, copy), zpl_size(data))
            return as_copy(pdf) if copy else pdf
        contents = [
            shipment_label_content(connection, row.package_id, tracking=row.tracking) for row in found
        ]
    if not contents:
        raise BadInput(
            "This label is kept in the language of its printer and cannot be shown.",
            hint="It can still be printed.",
        )
    pdf = shipment_labels(contents, zpl_size(data))
    return as_copy(pdf) if copy else pdf


def _pallet(connection: Connection, pallet_id: int, stored: bytes, copy: bool) -> PalletLabel:
    """What a pallet's label says, in the language in which it was made: the one that gives the stored bytes."""
    size, dpi = zpl_size(stored), zpl_dpi(stored)
    contents = [pallet_label_content(connection, pallet_id, language) for language in get_args(Language)]
    for content in contents:
        drawn = pallet_label_zpl(content, dpi, size)
        if stored == (as_copy(drawn) if copy else drawn):
            return content
    return contents[0]
