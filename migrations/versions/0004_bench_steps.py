"""The steps of a packing bench, undone in order by whoever stands there next; letters with the code that fetches goods."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("scan_event", schema=None) as batch_op:
        batch_op.add_column(sa.Column("did", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("facts", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(
            sa.Column("undoes_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.create_unique_constraint(batch_op.f("uq_scan_event_undoes_id"), ["undoes_id"])
        batch_op.create_foreign_key(
            batch_op.f("fk_scan_event_undoes_id"), "scan_event", ["undoes_id"], ["id"], ondelete="RESTRICT"
        )

    with op.batch_alter_table("outgoing_message", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_outgoing_message_kind"), type_="check")
        batch_op.create_check_constraint(
            batch_op.f("ck_outgoing_message_kind"),
            "kind IN ('despatch_edifact', 'despatch_ubl', 'parcel_notice', 'delay_notice', 'loss_notice',"
            " 'pickup_notice')",
        )
