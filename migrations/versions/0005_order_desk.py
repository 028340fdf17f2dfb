"""The order desk: prices and charges, checks and approvals, payments, tags, attachments, views, rules, intake and customers' accounts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from app.models.base import actor_name, desk_name, utc_now

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "approval_limit",
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column(
            "most", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), server_default="0", nullable=False
        ),
        sa.CheckConstraint("most >= 0", name=op.f("ck_approval_limit_most")),
        sa.PrimaryKeyConstraint("role", "code", name=op.f("pk_approval_limit")),
    )
    op.create_table(
        "intake_source",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("login", sa.Text(), server_default="", nullable=False),
        sa.Column("channel", sa.Text(), server_default="", nullable=False),
        sa.Column("profile", sa.Text(), server_default="", nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column(
            "every_s",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default="60",
            nullable=False,
        ),
        sa.Column("polled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.Text(), server_default="", nullable=False),
        sa.Column("error_code", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "version",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default="1",
            nullable=False,
        ),
        sa.CheckConstraint("kind IN ('folder', 'imap')", name=op.f("ck_intake_source_kind")),
        sa.CheckConstraint("place <> '' AND every_s >= 5", name=op.f("ck_intake_source_place")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_source")),
        sa.UniqueConstraint("name", name=op.f("uq_intake_source_name")),
    )
    op.create_table(
        "mail_template",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), server_default="", nullable=False),
        sa.Column("body", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "version",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default="1",
            nullable=False,
        ),
        sa.CheckConstraint("language IN ('en', 'fr')", name=op.f("ck_mail_template_language")),
        sa.PrimaryKeyConstraint("kind", "language", name=op.f("pk_mail_template")),
    )
    op.create_table(
        "order_rule",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("position", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("on_arrival", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("on_change", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("conditions", sa.Text(), server_default="", nullable=False),
        sa.Column("actions", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "version",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default="1",
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_rule")),
    )
    op.create_table(
        "price_list",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column(
            "version",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default="1",
            nullable=False,
        ),
        sa.CheckConstraint("code <> ''", name=op.f("ck_price_list_code")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_price_list")),
        sa.UniqueConstraint("code", name=op.f("uq_price_list_code")),
    )
    op.create_table(
        "saved_view",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("screen", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), server_default=actor_name(), nullable=False),
        sa.Column("shared", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("filters", sa.Text(), server_default="", nullable=False),
        sa.Column("columns", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "version",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default="1",
            nullable=False,
        ),
        sa.CheckConstraint("name <> ''", name=op.f("ck_saved_view_name")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
        sa.UniqueConstraint("screen", "owner", "name", name=op.f("uq_saved_view_screen_owner_name")),
    )
    op.create_table(
        "customer_contact",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("customer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), server_default="", nullable=False),
        sa.Column("phone", sa.Text(), server_default="", nullable=False),
        sa.Column("email", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "version",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default="1",
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_customer_contact_customer_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_contact")),
    )
    with op.batch_alter_table("customer_contact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_customer_contact_customer_id"), ["customer_id"], unique=False)

    op.create_table(
        "customer_note",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("customer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), server_default=utc_now(), nullable=False),
        sa.Column("actor", sa.Text(), server_default=actor_name(), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_customer_note_customer_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_note")),
    )
    with op.batch_alter_table("customer_note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_customer_note_customer_id"), ["customer_id"], unique=False)

    op.create_table(
        "receivable",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("customer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column(
            "amount", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), server_default="0", nullable=False
        ),
        sa.Column(
            "open", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), server_default="0", nullable=False
        ),
        sa.CheckConstraint("open >= 0 AND open <= amount", name=op.f("ck_receivable_open")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_receivable_customer_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receivable")),
        sa.UniqueConstraint("customer_id", "number", name=op.f("uq_receivable_customer_id_number")),
    )
    op.create_table(
        "shipping_charge",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("carrier_service_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("country", sa.Text(), server_default="", nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column(
            "from_net",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default="0",
            nullable=False,
        ),
        sa.Column(
            "charge", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), server_default="0", nullable=False
        ),
        sa.CheckConstraint("from_net >= 0 AND charge >= 0", name=op.f("ck_shipping_charge_amounts")),
        sa.ForeignKeyConstraint(
            ["carrier_service_id"],
            ["carrier_service.id"],
            name=op.f("fk_shipping_charge_carrier_service_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shipping_charge")),
    )
    with op.batch_alter_table("shipping_charge", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_shipping_charge_carrier_service_id"), ["carrier_service_id"], unique=False
        )

    op.create_table(
        "attachment",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("order_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("blob_sha", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), server_default=utc_now(), nullable=False),
        sa.Column("added_by", sa.Text(), server_default=actor_name(), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["blob_sha"], ["blob.sha256"], name=op.f("fk_attachment_blob_sha")),
        sa.ForeignKeyConstraint(
            ["order_id"], ["sales_order.id"], name=op.f("fk_attachment_order_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attachment_blob_sha"), ["blob_sha"], unique=False)
        batch_op.create_index(batch_op.f("ix_attachment_order_id"), ["order_id"], unique=False)

    op.create_table(
        "customer_article",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("customer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("product_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("code <> ''", name=op.f("ck_customer_article_code")),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_customer_article_customer_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_customer_article_product_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_article")),
        sa.UniqueConstraint("customer_id", "code", name=op.f("uq_customer_article_customer_id_code")),
    )
    with op.batch_alter_table("customer_article", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_customer_article_product_id"), ["product_id"], unique=False)

    op.create_table(
        "dispute",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("customer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("order_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.Text(), server_default="open", nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), server_default=utc_now(), nullable=False),
        sa.Column("opened_by", sa.Text(), server_default=actor_name(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.Text(), server_default="", nullable=False),
        sa.Column("answer", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "version",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default="1",
            nullable=False,
        ),
        sa.CheckConstraint("state IN ('open', 'settled', 'dropped')", name=op.f("ck_dispute_state")),
        sa.CheckConstraint(
            "subject IN ('delivery', 'goods', 'price', 'invoice', 'other')", name=op.f("ck_dispute_subject")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_dispute_customer_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["sales_order.id"], name=op.f("fk_dispute_order_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute")),
    )
    with op.batch_alter_table("dispute", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_dispute_customer_id"), ["customer_id"], unique=False)
        batch_op.create_index(
            "ix_dispute_open",
            ["id"],
            unique=False,
            postgresql_where=sa.text("state = 'open'"),
            sqlite_where=sa.text("state = 'open'"),
        )
        batch_op.create_index(batch_op.f("ix_dispute_order_id"), ["order_id"], unique=False)

    op.create_table(
        "document_view",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), server_default=utc_now(), nullable=False),
        sa.Column("actor", sa.Text(), server_default=actor_name(), nullable=False),
        sa.Column("desk", sa.Text(), server_default=desk_name(), nullable=False),
        sa.Column("order_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("blob_sha", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["blob_sha"], ["blob.sha256"], name=op.f("fk_document_view_blob_sha")),
        sa.ForeignKeyConstraint(
            ["order_id"], ["sales_order.id"], name=op.f("fk_document_view_order_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_view")),
    )
    with op.batch_alter_table("document_view", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_document_view_blob_sha"), ["blob_sha"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_view_order_id"), ["order_id"], unique=False)

    op.create_table(
        "intake_message",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("source_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("profile", sa.Text(), server_default="", nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("sender", sa.Text(), server_default="", nullable=False),
        sa.Column("subject", sa.Text(), server_default="", nullable=False),
        sa.Column("blob_sha", sa.Text(), nullable=False),
        sa.Column("dedupe_key", sa.Text(), nullable=False),
        sa.Column(
            "part", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), server_default="0", nullable=False
        ),
        sa.Column("received_at", sa.DateTime(timezone=True), server_default=utc_now(), nullable=False),
        sa.Column("state", sa.Text(), server_default="waiting", nullable=False),
        sa.Column("external_number", sa.Text(), server_default="", nullable=False),
        sa.Column("content_hash", sa.Text(), server_default="", nullable=False),
        sa.Column("customer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("reading", sa.Text(), server_default="", nullable=False),
        sa.Column("warnings", sa.Text(), server_default="", nullable=False),
        sa.Column("order_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Text(), server_default="", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "version",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default="1",
            nullable=False,
        ),
        sa.CheckConstraint(
            "(state = 'accepted') = (order_id IS NOT NULL)", name=op.f("ck_intake_message_order")
        ),
        sa.CheckConstraint(
            "(state IN ('waiting', 'conflict')) = (decided_at IS NULL)",
            name=op.f("ck_intake_message_decided"),
        ),
        sa.CheckConstraint(
            "channel IN ('table', 'shopify', 'woocommerce', 'amazon', 'edifact', 'ubl', 'other')",
            name=op.f("ck_intake_message_channel"),
        ),
        sa.CheckConstraint(
            "state IN ('waiting', 'conflict', 'accepted', 'refused')", name=op.f("ck_intake_message_state")
        ),
        sa.ForeignKeyConstraint(["blob_sha"], ["blob.sha256"], name=op.f("fk_intake_message_blob_sha")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_intake_message_customer_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["sales_order.id"], name=op.f("fk_intake_message_order_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["intake_source.id"], name=op.f("fk_intake_message_source_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_message")),
        sa.UniqueConstraint("dedupe_key", "part", name=op.f("uq_intake_message_dedupe_key_part")),
    )
    with op.batch_alter_table("intake_message", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_intake_message_blob_sha"), ["blob_sha"], unique=False)
        batch_op.create_index(batch_op.f("ix_intake_message_customer_id"), ["customer_id"], unique=False)
        batch_op.create_index(
            "ix_intake_message_external_number", ["channel", "external_number"], unique=False
        )
        batch_op.create_index(
            "ix_intake_message_open",
            ["id"],
            unique=False,
            postgresql_where=sa.text("state IN ('waiting', 'conflict')"),
            sqlite_where=sa.text("state IN ('waiting', 'conflict')"),
        )
        batch_op.create_index(batch_op.f("ix_intake_message_order_id"), ["order_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_intake_message_source_id"), ["source_id"], unique=False)

    op.create_table(
        "order_rule_run",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("order_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("rule_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("occasion", sa.Text(), nullable=False),
        sa.Column("did", sa.Text(), server_default="", nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), server_default=utc_now(), nullable=False),
        sa.Column("actor", sa.Text(), server_default=actor_name(), nullable=False),
        sa.CheckConstraint("occasion IN ('arrival', 'change')", name=op.f("ck_order_rule_run_occasion")),
        sa.ForeignKeyConstraint(
            ["order_id"], ["sales_order.id"], name=op.f("fk_order_rule_run_order_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_rule_run")),
    )
    with op.batch_alter_table("order_rule_run", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_order_rule_run_order_id"), ["order_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_order_rule_run_rule_id"), ["rule_id"], unique=False)

    op.create_table(
        "order_tag",
        sa.Column("order_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.CheckConstraint("tag <> ''", name=op.f("ck_order_tag_tag")),
        sa.ForeignKeyConstraint(
            ["order_id"], ["sales_order.id"], name=op.f("fk_order_tag_order_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("order_id", "tag", name=op.f("pk_order_tag")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("order_tag", schema=None) as batch_op:
        batch_op.create_index("ix_order_tag_tag", ["tag", "order_id"], unique=False)

    op.create_table(
        "payment",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("order_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), server_default="", nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column(
            "amount", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), server_default="0", nullable=False
        ),
        sa.Column("made_at", sa.DateTime(timezone=True), server_default=utc_now(), nullable=False),
        sa.Column("made_by", sa.Text(), server_default=actor_name(), nullable=False),
        sa.Column("verified_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("verified_by", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "method IN ('transfer', 'card', 'cash', 'cheque', 'shop')", name=op.f("ck_payment_method")
        ),
        sa.CheckConstraint("amount > 0", name=op.f("ck_payment_amount")),
        sa.ForeignKeyConstraint(
            ["order_id"], ["sales_order.id"], name=op.f("fk_payment_order_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment")),
    )
    with op.batch_alter_table("payment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_payment_order_id"), ["order_id"], unique=False)

    op.create_table(
        "price",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("price_list_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("product_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "from_qty",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default="1",
            nullable=False,
        ),
        sa.Column("unit_price", sa.BigInteger(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.CheckConstraint("from_qty > 0 AND unit_price >= 0", name=op.f("ck_price_amounts")),
        sa.CheckConstraint("valid_until IS NULL OR valid_until >= valid_from", name=op.f("ck_price_days")),
        sa.ForeignKeyConstraint(
            ["price_list_id"], ["price_list.id"], name=op.f("fk_price_price_list_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_price_product_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_price")),
        sa.UniqueConstraint(
            "price_list_id",
            "product_id",
            "from_qty",
            "valid_from",
            name=op.f("uq_price_price_list_id_product_id_from_qty_valid_from"),
        ),
    )
    with op.batch_alter_table("price", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_price_product_id"), ["product_id"], unique=False)

    op.create_table(
        "order_check",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("order_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("order_line_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "amount", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), server_default="0", nullable=False
        ),
        sa.Column("state", sa.Text(), server_default="open", nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), server_default=utc_now(), nullable=False),
        sa.Column("opened_by", sa.Text(), server_default=actor_name(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "version",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default="1",
            nullable=False,
        ),
        sa.CheckConstraint("(state = 'open') = (decided_at IS NULL)", name=op.f("ck_order_check_decided")),
        sa.CheckConstraint(
            "severity IN ('blocks', 'approval', 'informs')", name=op.f("ck_order_check_severity")
        ),
        sa.CheckConstraint(
            "state IN ('open', 'approved', 'overridden', 'resolved')", name=op.f("ck_order_check_state")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["sales_order.id"], name=op.f("fk_order_check_order_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["order_line_id"],
            ["order_line.id"],
            name=op.f("fk_order_check_order_line_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_check")),
    )
    with op.batch_alter_table("order_check", schema=None) as batch_op:
        batch_op.create_index(
            "ix_order_check_open",
            ["id"],
            unique=False,
            postgresql_where=sa.text("state = 'open'"),
            sqlite_where=sa.text("state = 'open'"),
        )
        batch_op.create_index(batch_op.f("ix_order_check_order_id"), ["order_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_order_check_order_line_id"), ["order_line_id"], unique=False)

    with op.batch_alter_table("customer", schema=None) as batch_op:
        batch_op.add_column(sa.Column("tax_number", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("order_answer", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("answer_folder", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(
            sa.Column("price_list_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(sa.Column("discount", sa.BigInteger(), server_default="0", nullable=False))
        batch_op.add_column(
            sa.Column(
                "payment_days",
                sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
                server_default="30",
                nullable=False,
            )
        )
        batch_op.add_column(sa.Column("prepaid", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("vip", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(batch_op.f("ix_customer_price_list_id"), ["price_list_id"], unique=False)
        batch_op.create_index(
            "ix_customer_gln",
            ["gln"],
            unique=False,
            postgresql_where=sa.text("gln <> ''"),
            sqlite_where=sa.text("gln <> ''"),
        )
        batch_op.create_index(
            "ix_customer_tax_number",
            ["tax_number"],
            unique=False,
            postgresql_where=sa.text("tax_number <> ''"),
            sqlite_where=sa.text("tax_number <> ''"),
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_customer_price_list_id"),
            "price_list",
            ["price_list_id"],
            ["id"],
            ondelete="RESTRICT",
        )
        batch_op.create_check_constraint(
            batch_op.f("ck_customer_order_answer"), "order_answer IN ('', 'mail', 'edifact', 'ubl')"
        )
        batch_op.create_check_constraint(
            batch_op.f("ck_customer_terms"), "discount >= 0 AND discount <= 1000000 AND payment_days >= 0"
        )

    with op.batch_alter_table("address", schema=None) as batch_op:
        batch_op.create_index(
            "ix_address_email",
            ["email"],
            unique=False,
            postgresql_where=sa.text("email <> ''"),
            sqlite_where=sa.text("email <> ''"),
        )

    with op.batch_alter_table("outgoing_message", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("order_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(
            sa.Column("return_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.drop_constraint(batch_op.f("ck_outgoing_message_kind"), type_="check")
        batch_op.create_check_constraint(
            batch_op.f("ck_outgoing_message_kind"),
            "kind IN ('despatch_edifact', 'despatch_ubl', 'parcel_notice', 'delay_notice', 'loss_notice',"
            " 'pickup_notice', 'order_confirmation', 'order_response_edifact', 'order_response_ubl', 'order_delay',"
            " 'return_notice')",
        )
        batch_op.create_index(batch_op.f("ix_outgoing_message_order_id"), ["order_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_outgoing_message_return_id"), ["return_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_outgoing_message_order_id"),
            "sales_order",
            ["order_id"],
            ["id"],
            ondelete="RESTRICT",
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_outgoing_message_return_id"),
            "return_order",
            ["return_id"],
            ["id"],
            ondelete="RESTRICT",
        )

    op.create_table(
        "put_back",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=True),
            nullable=False,
        ),
        sa.Column("shipment_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("shipment_line_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("order_line_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("qty", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), server_default="open", nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), server_default=utc_now(), nullable=False),
        sa.Column("asked_by", sa.Text(), server_default=actor_name(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("state IN ('open', 'done', 'withdrawn')", name=op.f("ck_put_back_state")),
        sa.CheckConstraint("qty > 0", name=op.f("ck_put_back_qty")),
        sa.ForeignKeyConstraint(
            ["shipment_id"], ["shipment.id"], name=op.f("fk_put_back_shipment_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["shipment_line_id"],
            ["shipment_line.id"],
            name=op.f("fk_put_back_shipment_line_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["order_line_id"], ["order_line.id"], name=op.f("fk_put_back_order_line_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["reason"], ["reason_code.code"], name=op.f("fk_put_back_reason")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_put_back")),
    )
    with op.batch_alter_table("put_back", schema=None) as batch_op:
        batch_op.create_index(
            "ix_put_back_open",
            ["id"],
            unique=False,
            postgresql_where=sa.text("state = 'open'"),
            sqlite_where=sa.text("state = 'open'"),
        )
        batch_op.create_index(batch_op.f("ix_put_back_order_line_id"), ["order_line_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_put_back_shipment_id"), ["shipment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_put_back_shipment_line_id"), ["shipment_line_id"], unique=False)

    with op.batch_alter_table("return_order", schema=None) as batch_op:
        batch_op.create_index("ix_return_order_customer_id", ["customer_id", "id"], unique=False)

    with op.batch_alter_table("product", schema=None) as batch_op:
        batch_op.add_column(sa.Column("floor_price", sa.BigInteger(), server_default="0", nullable=False))
        batch_op.create_check_constraint(batch_op.f("ck_product_floor_price"), "floor_price >= 0")

    with op.batch_alter_table("order_line", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "allowance",
                sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
                server_default="0",
                nullable=False,
            )
        )

    # The day at a glance: what left today.
    with op.batch_alter_table("shipment", schema=None) as batch_op:
        batch_op.create_index(
            "ix_shipment_shipped_at",
            ["shipped_at"],
            unique=False,
            postgresql_where=sa.text("shipped_at IS NOT NULL"),
            sqlite_where=sa.text("shipped_at IS NOT NULL"),
        )
    with op.batch_alter_table("sales_order", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kind", sa.Text(), server_default="sale", nullable=False))
        batch_op.add_column(
            sa.Column("exchange_of_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(sa.Column("discount", sa.BigInteger(), server_default="0", nullable=False))
        batch_op.create_check_constraint(
            batch_op.f("ck_sales_order_kind"),
            "kind IN ('sale', 'sample', 'replenishment', 'consignment', 'exchange')",
        )
        batch_op.create_check_constraint(
            batch_op.f("ck_sales_order_discount"), "discount >= 0 AND discount <= 1000000"
        )
        batch_op.create_index(batch_op.f("ix_sales_order_exchange_of_id"), ["exchange_of_id"], unique=False)
        # Orders are narrowed down by these: a rare value is fetched by its index.
        batch_op.create_index("ix_sales_order_total", ["total"], unique=False)
        batch_op.create_index("ix_sales_order_created_by", ["created_by"], unique=False)
        batch_op.create_index("ix_sales_order_ship_address_id", ["ship_address_id"], unique=False)
        batch_op.create_index(
            "ix_sales_order_kind",
            ["kind"],
            unique=False,
            postgresql_where=sa.text("kind <> 'sale'"),
            sqlite_where=sa.text("kind <> 'sale'"),
        )
        batch_op.create_index(
            "ix_sales_order_confirmed",
            ["customer_id"],
            unique=False,
            postgresql_where=sa.text("state = 'confirmed'"),
            sqlite_where=sa.text("state = 'confirmed'"),
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_sales_order_exchange_of_id"),
            "sales_order",
            ["exchange_of_id"],
            ["id"],
            ondelete="RESTRICT",
        )
