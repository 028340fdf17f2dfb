"""Which tables and columns the smaller triggers guard (`guards.py`): never changed, audited, stamped by the database."""

from __future__ import annotations

APPEND_ONLY = (
    *("stock_move", "order_event", "scan_event", "audit_entry", "credit", "credit_line"),
    *("document_view", "order_rule_run"),
)
"""Tables whose rows are never changed or deleted by anybody."""

AUDITED: dict[str, tuple[str, ...]] = {
    "app_user": ("INSERT", "UPDATE", "DELETE"),
    "app_user_role": ("INSERT", "UPDATE", "DELETE"),
    "product": ("INSERT", "UPDATE", "DELETE"),
    "product_barcode": ("INSERT", "UPDATE", "DELETE"),
    "reason_code": ("INSERT", "UPDATE", "DELETE"),
    "tax_rate": ("INSERT", "UPDATE", "DELETE"),
    "customer": ("INSERT", "UPDATE", "DELETE"),
    "supplier": ("INSERT", "UPDATE", "DELETE"),
    "warehouse": ("INSERT", "UPDATE", "DELETE"),
    "zone": ("INSERT", "UPDATE", "DELETE"),
    "location": ("INSERT", "UPDATE", "DELETE"),
    "lot": ("UPDATE", "DELETE"),
    "carrier": ("INSERT", "UPDATE", "DELETE"),
    "carrier_service": ("INSERT", "UPDATE", "DELETE"),
    "rate_zone": ("INSERT", "UPDATE", "DELETE"),
    "rate": ("INSERT", "UPDATE", "DELETE"),
    "surcharge": ("INSERT", "UPDATE", "DELETE"),
    "carrier_rule": ("INSERT", "UPDATE", "DELETE"),
    "carton": ("INSERT", "UPDATE", "DELETE"),
    **dict.fromkeys(
        (
            *("price_list", "price", "shipping_charge", "customer_article", "approval_limit"),
            *("order_rule", "mail_template", "intake_source"),
        ),
        ("INSERT", "UPDATE", "DELETE"),
    ),
    "order_check": ("UPDATE", "DELETE"),
    "payment": ("INSERT", "UPDATE", "DELETE"),
    "attachment": ("UPDATE", "DELETE"),
    "receivable": ("UPDATE", "DELETE"),
    "dispute": ("UPDATE", "DELETE"),
    "intake_message": ("UPDATE", "DELETE"),
    "label_purchase": ("UPDATE", "DELETE"),
    "manifest": ("UPDATE", "DELETE"),
    "hand_over": ("UPDATE", "DELETE"),
    "tracking_event": ("UPDATE", "DELETE"),
    "desk": ("INSERT", "UPDATE", "DELETE"),
    "desk_printer": ("INSERT", "UPDATE", "DELETE"),
    "sales_order": ("UPDATE", "DELETE"),
    "order_line": ("DELETE",),
    "order_hold": ("INSERT", "UPDATE", "DELETE"),
    "purchase_order": ("INSERT", "UPDATE", "DELETE"),
    "purchase_line": ("INSERT", "DELETE"),
    "return_order": ("UPDATE", "DELETE"),
    "shipping_label": ("UPDATE", "DELETE"),
}
"""Whose changes are written to `audit_entry`; order creation and the shipment's steps have timelines of
their own.
"""

FROZEN_COLUMNS: dict[str, tuple[str, ...]] = {
    "lot": ("product_id", "code", "owner_id", "status"),
    "shipment_line": ("shipment_id", "order_line_id", "product_id", "owner_id", "warehouse_id"),
    "return_line": ("return_id", "order_line_id", "product_id"),
    "package_line": ("package_id", "shipment_line_id", "lot_id"),
    "address": ("digest", "country_code", "city", "postal_code", "street_address"),
    "blob": ("bytes", "media_type"),
    "order_line": ("order_id", "product_id"),
    "order_check": ("order_id", "order_line_id", "code", "severity", "owner", "facts", "amount"),
    "payment": ("order_id", "method", "currency", "amount"),
    "attachment": ("order_id", "blob_sha", "name"),
    "put_back": ("shipment_id", "shipment_line_id", "order_line_id", "qty"),
    "intake_message": ("blob_sha", "dedupe_key", "part", "channel"),
}
"""Columns that stay as they were written: another lot status is another lot, an order keeps the address it
named.
"""

STAMPED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "pick_task": (("done_by",), ("done_at",)),
    "order_hold": (("released_by",), ("released_at",)),
    "shipping_label": (("voided_by",), ("voided_at",)),
    "help_call": (("answered_by",), ("answered_at",)),
    "manifest": (("handed_by",), ("handed_at",)),
    "order_check": (("decided_by",), ("decided_at",)),
    "payment": (("verified_by",), ("verified_at",)),
    "put_back": (("done_by",), ("done_at",)),
    "dispute": (("closed_by",), ("closed_at",)),
    "intake_message": (("decided_by",), ("decided_at",)),
    "attachment": ((), ("removed_at",)),
    "customer_note": ((), ("removed_at",)),
    "shipment": ((), ("shipped_at",)),
    "inspection": ((), ("undone_at",)),
    "stock_count": ((), ("undone_at",)),
    "print_job": ((), ("printed_at",)),
}
"""Columns that say who and when a later step was taken. Whoever writes one may only set or clear it: on PostgreSQL what is written is
the login and the server's clock, whatever a program sends; on SQLite the program's word stands."""

TYPED_AGAIN: dict[str, tuple[str, ...]] = {
    "sales_order": ("kind", "customer_id", "currency", "discount", "freight"),
    "order_line": ("qty", "unit_price", "discount", "tax_rate"),
}
"""Columns of an order that are written anew while it is a quote or a draft, and stay once it is confirmed."""
