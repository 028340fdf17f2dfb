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
    op.create_index("ix_shipment_state", "shipment", ["state", "id"], unique=False)
    op.create_index("ix_shipment_state_promised_on", "shipment", ["state", "promised_on", "id"], unique=False)
    op.create_index("ix_shipment_promised_on", "shipment", ["promised_on", "id"], unique=False)
