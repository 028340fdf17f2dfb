"""The terms of the rights manifest: what a grant is, and what is granted to nobody or read by some alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Columns = Mapping[str, str]
"""Table -> names of columns with blanks between."""

KEPT_TABLES = frozenset(
    {
        "stock_level",
        "stock_balance",
        "allocation",
        "audit_entry",
        "flow_transition",
        "role_permission",
        "number_counter",
        "app_user_secret",
    }
)
"""Written by triggers, by definer functions or by the owner alone."""

KEPT_COLUMNS: Columns = {
    "app_meta": "id schema_version fingerprint installed_at",
    "shipment_line": "reserved allocated picked packed shipped",
    "order_line": "shipped returned",
    "purchase_line": "received",
    "return_line": "received inspected",
    "serial": "location_id",
}
"""Counters and places that follow the ledger; triggers alone write them."""

NEVER_READ = frozenset({"app_user_secret"})
STAGED = ("import_stage", "import_order", "import_line", "import_new")
"""Files on their way in."""
READ_BY_SOME = frozenset(
    {"address", "audit_entry", "outgoing_message", "hand_over", *STAGED}
    | {"customer_contact", "customer_note", "intake_message", "receivable"}
)
"""Personal data, the audit trail and files on their way in: read by those whose work takes it (`Grant.read`)."""

ALL = "*"
"""Every column of a table that a person may give when a row is made (see `role_rights.givable`)."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What one permission lets do, beyond reading what everybody reads.

    `kinds` are ledger kinds, each with a condition on the row ('' for none); `functions` are called by their signature.
    """

    insert: Columns = field(default_factory=dict)
    update: Columns = field(default_factory=dict)
    delete: tuple[str, ...] = ()
    read: tuple[str, ...] = ()
    kinds: Mapping[str, str] = field(default_factory=dict)
    functions: tuple[str, ...] = ()


LOCKS = ("lock_lines(bigint[])", "lock_levels(bigint[], bigint, bigint)", "lock_balances(bigint[])")
PINS = ("own_pin()", "write_pin(text, text)")

PAPERS: Columns = {
    "blob": "sha256 media_type bytes",
    "print_job": "document title blob_sha desk_id copy",
}
SHIPMENT = "number kind order_id warehouse_id ship_address_id carrier_service_id ship_complete strategy priority promised_on"
SHIPMENT_LINE = "shipment_id order_line_id product_id owner_id warehouse_id qty"
MESSAGE = "kind channel target shipment_id package_id order_id return_id language subject blob_sha dedupe_key due_at"
MESSAGE_SENT = "status attempts error error_code due_at lease_until leased_by sent_at"
LEDGER: Columns = {"stock_move": ALL}
STAGING: Columns = {"import_file": "kind profile sha256 names", **dict.fromkeys(STAGED, ALL)}
STAGING_END: Columns = {"import_file": "status summary skipped touched_at done_at"}
