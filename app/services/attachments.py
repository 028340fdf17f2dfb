"""The folder of an order: files that people put into it, and who opened which of its documents."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath, PureWindowsPath

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import BadInput, Conflict
from app.models import Attachment, DocumentView, Package, PrintJob, SalesOrder, Shipment, ShippingLabel
from app.models.base import utc_now
from app.services.context import Context, use_case
from app.services.label_preview import shown_paper
from app.services.labels import stored_bytes
from app.services.rows import free_text, insert_blob, must_find

LARGEST = 10 * 1024 * 1024
"""Bytes of a file; a photograph or a scanned contract is smaller."""
LONGEST = 200
MOST_ORDERS = 50
"""A run of labels tells of many orders."""
_BEGINNINGS = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"PK\x03\x04", "application/zip"),
)


@dataclass(frozen=True, slots=True)
class Attached:
    """A file in an order's folder; `name` is what it is called there."""

    attachment_id: int
    order_id: int
    name: str
    sha256: str


_ORDER = sa.select(SalesOrder.number).where(SalesOrder.id == sa.bindparam("order"))
_ONE = sa.select(Attachment.order_id, Attachment.name, Attachment.removed_at, Attachment.blob_sha).where(
    Attachment.id == sa.bindparam("attachment")
)


_THEIRS = (
    sa.select(Shipment.order_id, Package.sscc.label("title"))
    .join(Package, Package.shipment_id == Shipment.id)
    .join(ShippingLabel, ShippingLabel.package_id == Package.id)
    .where(ShippingLabel.blob_sha == sa.bindparam("sha"), Shipment.order_id.is_not(None))
    .union(
        sa.select(Shipment.order_id, PrintJob.title)
        .join(PrintJob, PrintJob.title == Shipment.number)
        .where(PrintJob.blob_sha == sa.bindparam("sha"), Shipment.order_id.is_not(None))
    )
    .limit(MOST_ORDERS)
)


def kind_of_bytes(data: bytes) -> str:
    """What a file is, by how it begins; its name says nothing that we rely on."""
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return kind
    return "application/octet-stream"


def check_attachment(name: str, data: bytes) -> str:
    """The name under which a file may be kept: its last part, without folders.

    Raises:
        BadInput: the file is empty or too large, or has no name that can be shown.
    """
    last = PureWindowsPath(PurePath(name).name).name
    last = free_text(last, "file name", LONGEST)
    if not last:
        raise BadInput("The file has no name.", hint="Give it one, then add it.", field="file name")
    if not data:
        raise BadInput(f"{last} is empty.", hint="Look at the file; it may not be written yet.", name=last)
    if len(data) > LARGEST:
        raise BadInput(
            f"{last} has {len(data) / 1048576:.1f} MB; a folder takes files up to {LARGEST // 1048576} MB.",
            hint="Make it smaller, or keep it elsewhere.",
            name=last,
            size=len(data),
        )
    return last


@use_case(Permission.ORDER_ENTER)
def add_attachment(tx: Transaction, order_id: int, name: str, data: bytes) -> Attached:
    """Put a file into an order's folder. Its name is shown and never used as a path; the bytes are stored once.

    Raises:
        BadInput: the file is empty or too large, or has no name that can be shown.
        NotFound: there is no such order.
    """
    must_find(tx.execute(_ORDER, {"order": order_id}).first(), "order", order_id)
    name = check_attachment(name, data)
    sha = insert_blob(tx, data, kind_of_bytes(data))
    values = {"order_id": order_id, "blob_sha": sha, "name": name}
    made: int = tx.execute(sa.insert(Attachment).values(values).returning(Attachment.id)).scalar_one()
    tx.changed("sales_order", order_id)
    return Attached(made, order_id, name, sha)


@use_case(Permission.ORDER_ENTER)
def remove_attachment(tx: Transaction, attachment_id: int) -> Attached:
    """Take a file out of its folder; it is marked, so that `restore_attachment` takes it back.

    Raises:
        Conflict: it is out already.
        NotFound: there is no such file.
    """
    return _mark(tx, attachment_id, removed=True)


@use_case(Permission.ORDER_ENTER)
def restore_attachment(tx: Transaction, attachment_id: int) -> Attached:
    """Put a file into its folder again; undoes `remove_attachment`.

    Raises:
        Conflict: it is there.
        NotFound: there is no such file.
    """
    return _mark(tx, attachment_id, removed=False)


def _mark(tx: Transaction, attachment_id: int, *, removed: bool) -> Attached:
    row = must_find(tx.execute(_ONE, {"attachment": attachment_id}).first(), "file", attachment_id)
    if (row.removed_at is not None) == removed:
        raise Conflict("Another desk did that already.", hint="Look at the folder again.", name=row.name)
    value = utc_now() if removed else None
    tx.execute(sa.update(Attachment).where(Attachment.id == attachment_id).values(removed_at=value))
    tx.changed("sales_order", row.order_id)
    return Attached(attachment_id, row.order_id, row.name, row.blob_sha)


def open_document(ctx: Context, order_id: int, kind: str, title: str, sha256: str) -> bytes:
    """The bytes of a document of an order, once it is written down who opened it.

    Raises:
        NotFound: nothing is stored under this hash, or the person may not read it.
    """
    data = stored_bytes(ctx, sha256)
    note_opening(ctx, order_id, kind, title, sha256)
    return data


@use_case(Permission.PAPER_PRINT)
def note_opening(tx: Transaction, order_id: int, kind: str, title: str, sha256: str) -> None:
    """Write down that the person opened a document of an order.

    Raises:
        NotFound: there is no such order.
    """
    must_find(tx.execute(_ORDER, {"order": order_id}).first(), "order", order_id)
    values = {"order_id": order_id, "document": kind, "title": title[:LONGEST], "blob_sha": sha256}
    tx.execute(sa.insert(DocumentView).values(values).inline())
    tx.changed("sales_order", order_id)


@use_case(Permission.PAPER_PRINT)
def note_paper_opened(tx: Transaction, kind: str, sha256: str) -> int:
    """Write down at every order that a stored label or paper tells of that the person opened it; how many orders that are."""
    rows = tx.execute(_THEIRS, {"sha": sha256}).all()
    for row in rows:
        tx.changed("sales_order", row.order_id)
    if rows:
        views = [
            {"order_id": row.order_id, "document": kind, "title": row.title, "blob_sha": sha256}
            for row in rows
        ]
        tx.execute(sa.insert(DocumentView).inline(), views)
    return len(rows)


def open_paper(ctx: Context, kind: str, sha256: str) -> bytes:
    """A stored label or paper as it is shown, once it is written down who opened it.

    Raises:
        NotFound: nothing is stored under this hash.
        BadInput: it cannot be shown: a carrier's label in the language of its printer.
    """
    data = shown_paper(ctx, sha256)
    note_paper_opened(ctx, kind, sha256)
    return data
