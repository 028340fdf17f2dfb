"""A stored paper for the screen: what is kept for a label printer is drawn as the page that it prints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from app.documents.copies import as_copy, is_pdf, is_zpl
from app.documents.label_formats import zpl_size
from app.documents.labels import shipment_labels
from app.errors import BadInput
from app.models import PrintJob, ShippingLabel
from app.services.context import Context
from app.services.label_runs import labels_of_job
from app.services.labels import stored_bytes
from app.services.papers import shipment_label_content

MOST = 20
"""Labels of a run that are shown."""

_LABEL = (
    sa.select(ShippingLabel.package_id, ShippingLabel.tracking)
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
        contents = [
            shipment_label_content(connection, row.package_id, tracking=row.tracking) for row in found
        ]
    if not contents:
        raise BadInput(
            "This label is kept in the language of its printer and cannot be shown.",
            hint="It can still be printed.",
        )
    pdf = shipment_labels(contents, zpl_size(data))
    return as_copy(pdf) if job is not None and job.copy else pdf
