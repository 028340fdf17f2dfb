"""All that we hold of a customer, for them to read and take along (GDPR, articles 15 and 20): JSON and documents in a ZIP."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.domain.permissions import Permission
from app.models import Base
from app.models.sql import erasing as texts
from app.services.context import Context
from app.services.rows import must_find

_LINES = "order_id IN (SELECT id FROM sales_order WHERE customer_id = {c})"
_TABLES: dict[str, str] = {
    "customer": "id = {c}",
    "address": f"id IN ({texts.OWN_ADDRESSES})",
    "sales_order": "customer_id = {c}",
    "order_line": _LINES,
    "shipment": _LINES,
    "package": f"shipment_id IN (SELECT id FROM shipment WHERE {_LINES})",
    "return_order": "customer_id = {c}",
    "credit": "customer_id = {c}",
    "customer_contact": "customer_id = {c}",
    **{
        name: texts.TIED[name]
        for name in (
            *("order_event", "order_hold", "payment", "attachment", "receivable", "dispute"),
            *("customer_article", "customer_note", "tracking_event", "hand_over"),
            *("outgoing_message", "intake_message"),
        )
    },
}
"""What of the database is theirs: a list of rows a table."""
_NOT_TOLD = frozenset(
    {"search_text", "sort_key", "content_hash", "digest", "dedupe_key", "leased_by", "lease_until"}
)
"""Columns that are the program's own and say nothing of anybody."""
_DOCUMENTS: tuple[tuple[str, str], ...] = (
    ("letters", f"SELECT blob_sha FROM outgoing_message WHERE {texts.TIED['outgoing_message']}"),
    (
        "received",
        f"SELECT m.blob_sha FROM intake_message AS m WHERE {texts.TIED['intake_message']} AND NOT EXISTS (SELECT 1"
        " FROM intake_message AS o WHERE o.blob_sha = m.blob_sha AND coalesce(o.customer_id, 0) <> {c})",
    ),
    ("labels", f"SELECT blob_sha FROM shipping_label WHERE {texts.TIED['shipping_label']}"),
    ("attachments", f"SELECT blob_sha FROM attachment WHERE {texts.TIED['attachment']}"),
    ("papers", f"SELECT blob_sha FROM print_job WHERE {texts.NAMED_PRINTS}"),
    ("signatures", f"SELECT signature_sha FROM hand_over WHERE {texts.TIED['hand_over']}"),
)
"""Folders of the ZIP and whose bytes lie in them. A file with orders of several customers, and a run of many labels, are not
handed out: they tell of others, too."""
_ENDINGS = {
    "application/pdf": "pdf",
    "message/rfc822": "eml",
    "application/xml": "xml",
    "application/edifact": "edi",
    "text/csv": "csv",
    "text/plain": "txt",
    "application/zpl": "zpl",
    "image/png": "png",
    "image/jpeg": "jpg",
}
RIGHTS = (Permission.CUSTOMER_EDIT, Permission.CUSTOMER_ERASE)


def export_customer(ctx: Context, customer_id: int) -> bytes:
    """A ZIP with `customer.json` (every row that is about them, by table) and their documents in folders; nothing is written.

    Raises:
        NotAllowed: the person may neither change nor erase customers.
        NotFound: there is no such customer.
    """
    if not any(right in ctx.rights for right in RIGHTS):
        ctx.require(RIGHTS[0])
    packed = io.BytesIO()
    with ctx.reading() as connection, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as files:
        rows = {table: _rows(connection, table, where, customer_id) for table, where in _TABLES.items()}
        if not rows["customer"]:
            must_find(None, "customer", customer_id)
        files.writestr("customer.json", json.dumps(rows, ensure_ascii=False, indent=2))
        for folder, text in _DOCUMENTS:
            _add_documents(connection, files, folder, text, customer_id)
    return packed.getvalue()


def _rows(connection: Connection, table: str, where: str, customer_id: int) -> list[dict[str, Any]]:
    columns = [column for column in Base.metadata.tables[table].columns if column.name not in _NOT_TOLD]
    order = Base.metadata.tables[table].primary_key.columns
    statement = sa.select(*columns).where(sa.text(_bound(where)).bindparams(c=customer_id)).order_by(*order)
    return [
        {name: _plain(value) for name, value in row.items()}
        for row in connection.execute(statement).mappings()
    ]


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _add_documents(
    connection: Connection, files: zipfile.ZipFile, folder: str, text: str, customer_id: int
) -> None:
    found = sa.text(
        f"SELECT sha256, media_type, bytes FROM blob WHERE sha256 <> '{texts.NOTHING_SHA}' AND sha256 IN ({_bound(text)})"
        " ORDER BY stored_at, sha256"
    )
    for number, row in enumerate(connection.execute(found, {"c": customer_id}), 1):
        ending = _ENDINGS.get(row.media_type.partition(";")[0], "bin")
        files.writestr(f"{folder}/{number:04d}-{row.sha256[:8]}.{ending}", bytes(row.bytes))


def _bound(text: str) -> str:
    return text.replace("{c}", ":c")
