"""Packing and shipping: cartons, rates and rules, purchases of labels, pick-ups, tracking, hand-over, messages and calls."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from app.models.base import actor_name, desk_name, utc_now

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "carrier_rule",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("position", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("country", sa.Text(), server_default="", nullable=False),
        sa.Column("postal_prefix", sa.Text(), server_default="", nullable=False),
        sa.Column("customer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column(
            "from_g", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), server_default="0", nullable=False
        ),
        sa.Column(
            "to_g", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), server_default="0", nullable=False
        ),
        sa.Column(
            "from_mm",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default="0",
            nullable=False,
        ),
        sa.Column(
            "from_value",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default="0",
            nullable=False,
        ),
        sa.Column("dangerous", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("choice", sa.Text(), nullable=False),
        sa.Column("carrier_service_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column(
            "version",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default="1",
            nullable=False,
        ),
        sa.CheckConstraint(
            "(choice = 'service') = (carrier_service_id IS NOT NULL)", name=op.f("ck_carrier_rule_service")
        ),
        sa.CheckConstraint(
            "choice IN ('service', 'cheapest', 'fastest')", name=op.f("ck_carrier_rule_choice")
        ),
        sa.CheckConstraint(
            "from_g >= 0 AND to_g >= 0 AND from_mm >= 0 AND from_value >= 0",
            name=op.f("ck_carrier_rule_measures"),
        ),
        sa.ForeignKeyConstraint(
            ["carrier_service_id"],
            ["carrier_service.id"],
            name=op.f("fk_carrier_rule_carrier_service_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_carrier_rule_customer_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_carrier_rule")),
    )
    op.create_table(
        "carton",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("barcode", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), server_default="carton", nullable=False),
        sa.Column("warehouse_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("inner_length_mm", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("inner_width_mm", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("inner_height_mm", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("outer_length_mm", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("outer_width_mm", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("outer_height_mm", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "tare_g", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), server_default="0", nullable=False
        ),
        sa.Column(
            "max_weight_g",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default="0",
            nullable=False,
        ),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column(
            "version",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default="1",
            nullable=False,
        ),
        sa.CheckConstraint("code <> '' AND barcode <> ''", name=op.f("ck_carton_named")),
        sa.CheckConstraint("kind IN ('carton', 'envelope', 'pallet')", name=op.f("ck_carton_kind")),
        sa.CheckConstraint(
            "inner_length_mm > 0 AND inner_width_mm > 0 AND inner_height_mm > 0 AND outer_length_mm >= inner_length_mm AND outer_width_mm >= inner_width_mm AND outer_height_mm >= inner_height_mm AND tare_g >= 0 AND max_weight_g >= 0",
            name=op.f("ck_carton_measures"),
        ),
        sa.ForeignKeyConstraint(
            ["warehouse_id"], ["warehouse.id"], name=op.f("fk_carton_warehouse_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_carton")),
        sa.UniqueConstraint("barcode", name=op.f("uq_carton_barcode")),
        sa.UniqueConstraint("code", name=op.f("uq_carton_code")),
    )
    op.create_table(
        "manifest",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), server_default="open", nullable=False),
        sa.Column("carrier_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("warehouse_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("vehicle", sa.Text(), server_default="", nullable=False),
        sa.Column("driver", sa.Text(), server_default="", nullable=False),
        sa.Column("signature_sha", sa.Text(), nullable=True),
        sa.Column("paper_sha", sa.Text(), nullable=True),
        sa.Column("table_sha", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=utc_now(), nullable=False),
        sa.Column("created_by", sa.Text(), server_default=actor_name(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("handed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("handed_by", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "version",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default="1",
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["carrier_id"], ["carrier.id"], name=op.f("fk_manifest_carrier_id"), ondelete="RESTRICT"
        ),
        sa.CheckConstraint(
            "state <> 'handed_over' OR (handed_at IS NOT NULL AND (driver <> '' OR signature_sha IS NOT NULL))",
            name=op.f("ck_manifest_proof"),
        ),
        sa.ForeignKeyConstraint(["paper_sha"], ["blob.sha256"], name=op.f("fk_manifest_paper_sha")),
        sa.ForeignKeyConstraint(["signature_sha"], ["blob.sha256"], name=op.f("fk_manifest_signature_sha")),
        sa.ForeignKeyConstraint(["table_sha"], ["blob.sha256"], name=op.f("fk_manifest_table_sha")),
        sa.ForeignKeyConstraint(
            ["warehouse_id"], ["warehouse.id"], name=op.f("fk_manifest_warehouse_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_manifest")),
        sa.UniqueConstraint("number", name=op.f("uq_manifest_number")),
    )
    with op.batch_alter_table("manifest", schema=None) as batch_op:
        batch_op.create_index(
            "ix_manifest_open",
            ["id"],
            unique=False,
            postgresql_where=sa.text("state IN ('open', 'closed')"),
            sqlite_where=sa.text("state IN ('open', 'closed')"),
        )
        batch_op.create_index(batch_op.f("ix_manifest_paper_sha"), ["paper_sha"], unique=False)
        batch_op.create_index(batch_op.f("ix_manifest_signature_sha"), ["signature_sha"], unique=False)
        batch_op.create_index(batch_op.f("ix_manifest_table_sha"), ["table_sha"], unique=False)

    op.create_table(
        "rate",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("carrier_service_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("up_to_g", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "price", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), server_default="0", nullable=False
        ),
        sa.CheckConstraint("up_to_g > 0 AND price >= 0", name=op.f("ck_rate_measures")),
        sa.ForeignKeyConstraint(
            ["carrier_service_id"],
            ["carrier_service.id"],
            name=op.f("fk_rate_carrier_service_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rate")),
        sa.UniqueConstraint(
            "carrier_service_id", "zone", "up_to_g", name=op.f("uq_rate_carrier_service_id_zone_up_to_g")
        ),
    )
    op.create_table(
        "rate_zone",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("carrier_service_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("postal_prefix", sa.Text(), server_default="", nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.CheckConstraint("zone <> '' AND country <> ''", name=op.f("ck_rate_zone_named")),
        sa.ForeignKeyConstraint(
            ["carrier_service_id"],
            ["carrier_service.id"],
            name=op.f("fk_rate_zone_carrier_service_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rate_zone")),
        sa.UniqueConstraint(
            "carrier_service_id",
            "country",
            "postal_prefix",
            name=op.f("uq_rate_zone_carrier_service_id_country_postal_prefix"),
        ),
    )
    op.create_table(
        "surcharge",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("carrier_service_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column(
            "threshold",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default="0",
            nullable=False,
        ),
        sa.Column("prefix", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "amount", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), server_default="0", nullable=False
        ),
        sa.CheckConstraint(
            "kind IN ('percent', 'parcel', 'oversize', 'overweight', 'prefix', 'dangerous', 'saturday')",
            name=op.f("ck_surcharge_kind"),
        ),
        sa.CheckConstraint("threshold >= 0 AND amount >= 0", name=op.f("ck_surcharge_measures")),
        sa.ForeignKeyConstraint(
            ["carrier_service_id"],
            ["carrier_service.id"],
            name=op.f("fk_surcharge_carrier_service_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_surcharge")),
    )
    with op.batch_alter_table("surcharge", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_surcharge_carrier_service_id"), ["carrier_service_id"], unique=False
        )

    op.create_table(
        "hand_over",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("shipment_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("signature_sha", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), server_default=utc_now(), nullable=False),
        sa.Column("by", sa.Text(), server_default=actor_name(), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("name <> ''", name=op.f("ck_hand_over_name")),
        sa.ForeignKeyConstraint(
            ["shipment_id"], ["shipment.id"], name=op.f("fk_hand_over_shipment_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["signature_sha"], ["blob.sha256"], name=op.f("fk_hand_over_signature_sha")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hand_over")),
    )
    with op.batch_alter_table("hand_over", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hand_over_shipment_id"), ["shipment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_hand_over_signature_sha"), ["signature_sha"], unique=False)

    op.create_table(
        "help_call",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), server_default=utc_now(), nullable=False),
        sa.Column("actor", sa.Text(), server_default=actor_name(), nullable=False),
        sa.Column("desk", sa.Text(), server_default=desk_name(), nullable=False),
        sa.Column("shipment_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["shipment_id"], ["shipment.id"], name=op.f("fk_help_call_shipment_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_call")),
    )
    with op.batch_alter_table("help_call", schema=None) as batch_op:
        batch_op.create_index(
            "ix_help_call_open",
            ["id"],
            unique=False,
            postgresql_where=sa.text("answered_at IS NULL"),
            sqlite_where=sa.text("answered_at IS NULL"),
        )
        batch_op.create_index(batch_op.f("ix_help_call_shipment_id"), ["shipment_id"], unique=False)

    op.create_table(
        "label_purchase",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("package_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("carrier_service_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("request_key", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), server_default="asked", nullable=False),
        sa.Column("tracking", sa.Text(), server_default="", nullable=False),
        sa.Column("reference", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "price", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), server_default="0", nullable=False
        ),
        sa.Column("currency", sa.Text(), server_default="EUR", nullable=False),
        sa.Column("error", sa.Text(), server_default="", nullable=False),
        sa.Column("error_code", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "attempts",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default="0",
            nullable=False,
        ),
        sa.Column("asked_at", sa.DateTime(timezone=True), server_default=utc_now(), nullable=False),
        sa.Column("asked_by", sa.Text(), server_default=actor_name(), nullable=False),
        sa.Column("desk", sa.Text(), server_default=desk_name(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "status IN ('asked', 'bought', 'failed', 'void_asked', 'voided')",
            name=op.f("ck_label_purchase_status"),
        ),
        sa.ForeignKeyConstraint(
            ["carrier_service_id"],
            ["carrier_service.id"],
            name=op.f("fk_label_purchase_carrier_service_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["package_id"], ["package.id"], name=op.f("fk_label_purchase_package_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_label_purchase")),
        sa.UniqueConstraint("request_key", name=op.f("uq_label_purchase_request_key")),
    )
    with op.batch_alter_table("label_purchase", schema=None) as batch_op:
        batch_op.create_index("ix_label_purchase_package_id", ["package_id", "id"], unique=False)
        batch_op.create_index(
            "uq_label_purchase_live",
            ["package_id"],
            unique=True,
            postgresql_where=sa.text("status IN ('asked', 'bought')"),
            sqlite_where=sa.text("status IN ('asked', 'bought')"),
        )
        batch_op.create_index(
            "ix_label_purchase_open",
            ["id"],
            unique=False,
            postgresql_where=sa.text("status IN ('asked', 'failed', 'void_asked')"),
            sqlite_where=sa.text("status IN ('asked', 'failed', 'void_asked')"),
        )

    op.create_table(
        "outgoing_message",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("shipment_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("package_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("language", sa.Text(), server_default="en", nullable=False),
        sa.Column("subject", sa.Text(), server_default="", nullable=False),
        sa.Column("blob_sha", sa.Text(), nullable=False),
        sa.Column("dedupe_key", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), server_default="waiting", nullable=False),
        sa.Column(
            "attempts",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default="0",
            nullable=False,
        ),
        sa.Column("error", sa.Text(), server_default="", nullable=False),
        sa.Column("error_code", sa.Text(), server_default="", nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("leased_by", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=utc_now(), nullable=False),
        sa.Column("created_by", sa.Text(), server_default=actor_name(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("channel IN ('folder', 'mail')", name=op.f("ck_outgoing_message_channel")),
        sa.CheckConstraint(
            "kind IN ('despatch_edifact', 'despatch_ubl', 'parcel_notice', 'delay_notice', 'loss_notice')",
            name=op.f("ck_outgoing_message_kind"),
        ),
        sa.CheckConstraint(
            "status IN ('waiting', 'sending', 'sent', 'failed', 'cancelled')",
            name=op.f("ck_outgoing_message_status"),
        ),
        sa.ForeignKeyConstraint(["blob_sha"], ["blob.sha256"], name=op.f("fk_outgoing_message_blob_sha")),
        sa.ForeignKeyConstraint(
            ["package_id"], ["package.id"], name=op.f("fk_outgoing_message_package_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["shipment_id"],
            ["shipment.id"],
            name=op.f("fk_outgoing_message_shipment_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outgoing_message")),
        sa.UniqueConstraint("dedupe_key", name=op.f("uq_outgoing_message_dedupe_key")),
    )
    with op.batch_alter_table("outgoing_message", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outgoing_message_blob_sha"), ["blob_sha"], unique=False)
        batch_op.create_index(
            "ix_outgoing_message_open",
            ["id"],
            unique=False,
            postgresql_where=sa.text("status IN ('waiting', 'sending', 'failed')"),
            sqlite_where=sa.text("status IN ('waiting', 'sending', 'failed')"),
        )
        batch_op.create_index(batch_op.f("ix_outgoing_message_package_id"), ["package_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_outgoing_message_shipment_id"), ["shipment_id"], unique=False)

    op.create_table(
        "tracking_event",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("package_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("number", sa.Text(), server_default="", nullable=False),
        sa.Column("happened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("place", sa.Text(), server_default="", nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), server_default=utc_now(), nullable=False),
        sa.Column("dismissed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("package_id IS NOT NULL OR number <> ''", name=op.f("ck_tracking_event_named")),
        sa.CheckConstraint(
            "code IN ('accepted', 'in_transit', 'out_for_delivery', 'delivered', 'exception', 'returned', 'lost')",
            name=op.f("ck_tracking_event_code"),
        ),
        sa.ForeignKeyConstraint(
            ["package_id"], ["package.id"], name=op.f("fk_tracking_event_package_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tracking_event")),
        sa.UniqueConstraint(
            "package_id",
            "happened_at",
            "code",
            "words",
            name=op.f("uq_tracking_event_package_id_happened_at_code_words"),
        ),
    )
    with op.batch_alter_table("tracking_event", schema=None) as batch_op:
        batch_op.create_index(
            "ix_tracking_event_unknown",
            ["id"],
            unique=False,
            postgresql_where=sa.text("package_id IS NULL AND dismissed_at IS NULL"),
            sqlite_where=sa.text("package_id IS NULL AND dismissed_at IS NULL"),
        )
        batch_op.create_index(
            "uq_tracking_event_unknown",
            ["number", "happened_at", "code", "words"],
            unique=True,
            postgresql_where=sa.text("package_id IS NULL"),
            sqlite_where=sa.text("package_id IS NULL"),
        )
    with op.batch_alter_table("app_meta", schema=None) as batch_op:
        batch_op.add_column(sa.Column("gln", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("logo_sha", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("paper_foot", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("eori", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("sdr_rates", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(
            sa.Column(
                "tolerance_permille",
                sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
                server_default="20",
                nullable=False,
            )
        )
        batch_op.add_column(
            sa.Column(
                "tolerance_g",
                sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
                server_default="30",
                nullable=False,
            )
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_app_meta_logo_sha"), "blob", ["logo_sha"], ["sha256"], ondelete="RESTRICT"
        )

    with op.batch_alter_table("app_user", schema=None) as batch_op:
        batch_op.add_column(sa.Column("training", sa.Boolean(), server_default=sa.false(), nullable=False))

    with op.batch_alter_table("carrier", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kind", sa.Text(), server_default="table", nullable=False))
        batch_op.add_column(sa.Column("account", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("tracking_url", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("out_folder", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("in_folder", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(
            sa.Column(
                "timeout_s",
                sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
                server_default="20",
                nullable=False,
            )
        )
        batch_op.create_check_constraint(op.f("ck_carrier_kind"), "kind IN ('table', 'file')")
        batch_op.create_check_constraint(op.f("ck_carrier_timeout"), "timeout_s BETWEEN 1 AND 60")

    with op.batch_alter_table("carrier_service", schema=None) as batch_op:
        batch_op.add_column(sa.Column("currency", sa.Text(), server_default="EUR", nullable=False))
        batch_op.add_column(
            sa.Column(
                "max_weight_g",
                sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
                server_default="0",
                nullable=False,
            )
        )
        batch_op.add_column(
            sa.Column(
                "max_length_mm",
                sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
                server_default="0",
                nullable=False,
            )
        )
        batch_op.add_column(
            sa.Column(
                "max_girth_mm",
                sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
                server_default="0",
                nullable=False,
            )
        )
        batch_op.add_column(
            sa.Column(
                "volume_divisor",
                sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
                server_default="0",
                nullable=False,
            )
        )
        batch_op.add_column(sa.Column("service_days", sa.Text(), server_default="12345", nullable=False))
        batch_op.add_column(sa.Column("collected", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.create_check_constraint(
            op.f("ck_carrier_service_limits"),
            "max_weight_g >= 0 AND max_length_mm >= 0 AND max_girth_mm >= 0 AND volume_divisor >= 0",
        )

    with op.batch_alter_table("customer", schema=None) as batch_op:
        batch_op.add_column(sa.Column("gln", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("despatch_advice", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("despatch_folder", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("notices", sa.Boolean(), server_default=sa.true(), nullable=False))
        batch_op.create_check_constraint(
            op.f("ck_customer_despatch_advice"), "despatch_advice IN ('', 'edifact', 'ubl')"
        )

    with op.batch_alter_table("desk_printer", schema=None) as batch_op:
        batch_op.add_column(sa.Column("format", sa.Text(), server_default="", nullable=False))
        batch_op.create_check_constraint(
            op.f("ck_desk_printer_format"),
            "format IN ('', 'a6', '4x6', 'a4_2up', 'zpl203', 'zpl300', 'zpl203_a6', 'zpl300_a6')",
        )

    with op.batch_alter_table("package", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kind", sa.Text(), server_default="parcel", nullable=False))
        batch_op.add_column(
            sa.Column("warehouse_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(
            sa.Column("manifest_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(
            sa.Column("carton_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(
            sa.Column(
                "expected_g",
                sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
                server_default="0",
                nullable=False,
            )
        )
        batch_op.add_column(sa.Column("weighed", sa.Text(), server_default="", nullable=False))
        batch_op.alter_column("shipment_id", existing_type=sa.INTEGER(), nullable=True)
        batch_op.create_index(batch_op.f("ix_package_manifest_id"), ["manifest_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_package_parent_id"), ["parent_id"], unique=False)
        batch_op.create_index(
            "ix_package_under_way",
            ["id"],
            unique=False,
            postgresql_where=sa.text("state IN ('loaded', 'lost')"),
            sqlite_where=sa.text("state IN ('loaded', 'lost')"),
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_package_manifest_id"), "manifest", ["manifest_id"], ["id"], ondelete="RESTRICT"
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_package_carton_id"), "carton", ["carton_id"], ["id"], ondelete="RESTRICT"
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_package_warehouse_id"), "warehouse", ["warehouse_id"], ["id"], ondelete="RESTRICT"
        )
        batch_op.create_check_constraint(op.f("ck_package_expected"), "expected_g >= 0")
        batch_op.create_check_constraint(op.f("ck_package_kind"), "kind IN ('parcel', 'pallet')")
        batch_op.create_check_constraint(
            op.f("ck_package_weighed"), "weighed IN ('', 'scale', 'typed', 'computed')"
        )
        batch_op.create_check_constraint(
            op.f("ck_package_of_a_shipment"), "(kind = 'parcel') = (shipment_id IS NOT NULL)"
        )
        batch_op.create_check_constraint(
            op.f("ck_package_no_pallet_on_a_pallet"), "kind = 'parcel' OR parent_id IS NULL"
        )
        batch_op.create_check_constraint(
            op.f("ck_package_open_on_a_pick_up"), "manifest_id IS NULL OR state <> 'open'"
        )

    with op.batch_alter_table("product", schema=None) as batch_op:
        batch_op.add_column(sa.Column("upright", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("un_number", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("hazard_class", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("packing_group", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("shipping_name", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("tunnel_code", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(
            sa.Column("limited_quantity", sa.Boolean(), server_default=sa.false(), nullable=False)
        )

    with op.batch_alter_table("shipment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("pickup_code", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("parked", sa.Text(), server_default="", nullable=False))
        batch_op.create_check_constraint(
            op.f("ck_shipment_parked"), "parked IN ('', 'goods', 'question', 'box', 'later')"
        )

    with op.batch_alter_table("shipping_label", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("purchase_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(
            sa.Column("print_job_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.create_index(batch_op.f("ix_shipping_label_purchase_id"), ["purchase_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_shipping_label_print_job_id"), ["print_job_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_shipping_label_print_job_id"),
            "print_job",
            ["print_job_id"],
            ["id"],
            ondelete="RESTRICT",
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_shipping_label_purchase_id"),
            "label_purchase",
            ["purchase_id"],
            ["id"],
            ondelete="RESTRICT",
        )
