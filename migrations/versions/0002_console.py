"""What the console needs: printers per desk, how far a print job is, and pictures of products."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "desk_printer",
        sa.Column("desk_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.CheckConstraint("document <> '' AND target <> ''", name=op.f("ck_desk_printer_named")),
        sa.CheckConstraint("kind IN ('system', 'raw', 'folder')", name=op.f("ck_desk_printer_kind")),
        sa.ForeignKeyConstraint(
            ["desk_id"], ["desk.id"], name=op.f("fk_desk_printer_desk_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("desk_id", "document", name=op.f("pk_desk_printer")),
    )
    with op.batch_alter_table("print_job", schema=None) as batch_op:
        batch_op.add_column(sa.Column("error", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("error_code", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(
            sa.Column(
                "attempts",
                sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
                server_default="0",
                nullable=False,
            )
        )
        batch_op.add_column(sa.Column("due_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("leased_by", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("printer", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("printed_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(
            "ix_print_job_open",
            ["desk_id", "id"],
            unique=False,
            postgresql_where=sa.text("status IN ('waiting', 'printing', 'failed')"),
            sqlite_where=sa.text("status IN ('waiting', 'printing', 'failed')"),
        )
    with op.batch_alter_table("product", schema=None) as batch_op:
        batch_op.add_column(sa.Column("picture_sha", sa.Text(), nullable=True))
        batch_op.create_foreign_key(
            op.f("fk_product_picture_sha"), "blob", ["picture_sha"], ["sha256"], ondelete="RESTRICT"
        )
        batch_op.create_index("ix_product_picture_sha", ["picture_sha"], unique=False)
    op.create_index(
        "ix_sales_order_closed",
        "sales_order",
        ["promised_on", "id"],
        unique=False,
        postgresql_where=sa.text("state IN ('closed', 'cancelled')"),
        sqlite_where=sa.text("state IN ('closed', 'cancelled')"),
    )
    op.create_index(
        "ix_sales_order_draft",
        "sales_order",
        ["id"],
        unique=False,
        postgresql_where=sa.text("state IN ('quote', 'draft')"),
        sqlite_where=sa.text("state IN ('quote', 'draft')"),
    )
    op.create_index(
        "ix_sales_order_customer_reference",
        "sales_order",
        ["customer_reference"],
        unique=False,
        postgresql_ops={"customer_reference": "text_pattern_ops"},
        postgresql_where=sa.text("customer_reference <> ''"),
        sqlite_where=sa.text("customer_reference <> ''"),
    )
    op.create_index(
        "ix_order_hold_open",
        "order_hold",
        ["order_id"],
        unique=False,
        postgresql_where=sa.text("released_at IS NULL"),
        sqlite_where=sa.text("released_at IS NULL"),
    )
    op.create_index(
        "ix_purchase_line_due",
        "purchase_line",
        ["product_id"],
        unique=False,
        postgresql_where=sa.text("received < qty"),
        sqlite_where=sa.text("received < qty"),
    )
    op.create_index("ix_address_postal_code", "address", ["postal_code"], unique=False)
    op.create_index("ix_shipment_state", "shipment", ["state", "id"], unique=False)
    op.create_index("ix_shipment_state_promised_on", "shipment", ["state", "promised_on", "id"], unique=False)
    op.create_index("ix_shipment_promised_on", "shipment", ["promised_on", "id"], unique=False)
    op.create_index(
        "ix_wave_open",
        "wave",
        ["id"],
        unique=False,
        postgresql_where=sa.text("state = 'open'"),
        sqlite_where=sa.text("state = 'open'"),
    )
    op.create_index(
        "ix_return_order_open",
        "return_order",
        ["state", "id"],
        unique=False,
        postgresql_where=sa.text("state IN ('requested', 'authorised', 'received', 'inspected')"),
        sqlite_where=sa.text("state IN ('requested', 'authorised', 'received', 'inspected')"),
    )
    op.create_index(
        "ix_purchase_order_open",
        "purchase_order",
        ["expected_on", "id"],
        unique=False,
        postgresql_where=sa.text("status = 'open'"),
        sqlite_where=sa.text("status = 'open'"),
    )
    op.create_index("ix_receipt_purchase_order_id", "receipt", ["purchase_order_id"], unique=False)
    op.create_index("ix_location_walk", "location", ["warehouse_id", "walk_seq", "id"], unique=False)
