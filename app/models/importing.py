"""Files on their way in: the import itself, its rows as read, and orders made ready to be taken over as a whole.

Staged rows belong to nobody but their import. They are written in short transactions and deleted when the import is over, so the
tables below (but for `import_file`) are empty when nobody imports.
"""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import (
    Actor,
    Base,
    BigInt,
    Code,
    Id,
    Instant,
    Minor,
    No,
    Now,
    Qty,
    SortText,
    Text,
    fk,
    one_of,
)


class ImportFile(Base):
    """One import: which files (by hash), with which profile, and what came of it.

    `touched_at` is renewed with every batch; an import that was not touched for long is dead and its staging is cleaned.
    `skipped`: the lines left out by --skip-bad, as JSON text, so that the same file may bring them later.
    """

    __tablename__ = "import_file"
    id: Mapped[Id]
    kind: Mapped[Code]
    profile: Mapped[Code]
    sha256: Mapped[Code]
    names: Mapped[Text]
    status: Mapped[str] = mapped_column(server_default="staging")
    at: Mapped[Now]
    touched_at: Mapped[Now]
    done_at: Mapped[Instant | None]
    actor: Mapped[Actor]
    summary: Mapped[Text]
    skipped: Mapped[Text]
    __table_args__ = (
        one_of("status", ("staging", "done", "dropped")),
        sa.Index("ix_import_file_sha256", "sha256"),
        sa.Index(
            "ix_import_file_staging",
            "touched_at",
            postgresql_where=sa.text("status = 'staging'"),
            sqlite_where=sa.text("status = 'staging'"),
        ),
    )


class ImportStage(Base):
    """A row as it was read; `payload` is JSON text, `file_no` counts the import's files from 0.

    Rows with the same `group_key` (an order's number, a sku, a customer's number) belong together.
    """

    __tablename__ = "import_stage"
    id: Mapped[Id]
    import_id: Mapped[int] = fk("import_file.id")
    group_key: Mapped[SortText]
    role: Mapped[Code]
    file_no: Mapped[int] = mapped_column(sa.Integer)
    line: Mapped[int]
    payload: Mapped[str]
    __table_args__ = (
        one_of("role", ("head", "line", "row")),
        sa.Index("ix_import_stage_group", "import_id", "group_key", "id"),
    )


class ImportOrder(Base):
    """An order ready to be taken over; money in minor units of `currency`.

    `target` is the state it shall have; `held` because the file had rows of it that were skipped.
    """

    __tablename__ = "import_order"
    import_id: Mapped[int] = fk("import_file.id", primary_key=True)
    seq: Mapped[int] = mapped_column(BigInt, primary_key=True, autoincrement=False)
    target: Mapped[Code]
    channel: Mapped[Code]
    source: Mapped[Code]
    external_number: Mapped[Code]
    content_hash: Mapped[Code]
    customer_code: Mapped[Code]
    currency: Mapped[Code]
    ordered_on: Mapped[date | None] = mapped_column(sa.Date)
    promised_on: Mapped[date | None] = mapped_column(sa.Date)
    shipped_on: Mapped[date | None] = mapped_column(sa.Date)
    customer_reference: Mapped[Text]
    note: Mapped[Text]
    internal_note: Mapped[Text]
    carrier_service_id: Mapped[int | None]
    address_digest: Mapped[Text]
    freight: Mapped[Minor]
    gross: Mapped[Minor]
    net: Mapped[Minor]
    held: Mapped[No]
    __table_args__ = (
        one_of("target", ("confirmed", "closed", "cancelled")),
        {"sqlite_with_rowid": False},
    )


class ImportLine(Base):
    """A line of an order ready to be taken over; price and discount in millionths, as `order_line` keeps them."""

    __tablename__ = "import_line"
    import_id: Mapped[int] = fk("import_file.id", primary_key=True)
    seq: Mapped[int] = mapped_column(BigInt, primary_key=True, autoincrement=False)
    position: Mapped[int] = mapped_column(BigInt, primary_key=True, autoincrement=False)
    sku: Mapped[Code]
    description: Mapped[Text]
    qty: Mapped[Qty]
    unit_price: Mapped[Minor]
    discount: Mapped[Minor]
    gross: Mapped[Minor]
    net: Mapped[Minor]
    __table_args__ = ({"sqlite_with_rowid": False},)


class ImportNew(Base):
    """A product, customer or address that an import makes where it is not there yet; `payload` is JSON text."""

    __tablename__ = "import_new"
    import_id: Mapped[int] = fk("import_file.id", primary_key=True)
    kind: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    key: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    payload: Mapped[str]
    __table_args__ = (
        one_of("kind", ("product", "customer", "address")),
        {"sqlite_with_rowid": False},
    )
