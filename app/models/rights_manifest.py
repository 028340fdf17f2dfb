"""Who may read and write which table and column, and post which ledger rows: one entry a permission.

A role's rights are the union over its permissions (`domain/permissions.py`). From this table come the grants and row policies of
PostgreSQL and the privilege-matrix test; nothing else grants anything. What is not named here is refused.

Columns that say who, when or from which desk take the database's own defaults and are granted to nobody, so that nobody can forge
them; what triggers keep (levels, balances, counters, audit) is granted to nobody either.
"""

from __future__ import annotations

from app.domain.permissions import Permission
from app.models.rights_orders import ORDER_DESK
from app.models.rights_terms import (
    ALL,
    LEDGER,
    LOCKS,
    MESSAGE,
    MESSAGE_SENT,
    PAPERS,
    PINS,
    SHIPMENT,
    SHIPMENT_LINE,
    STAGED,
    STAGING,
    STAGING_END,
    Columns,
    Grant,
)
from app.models.sql.bench_goods import SIGNATURES as BENCH_FUNCTIONS

P = Permission
WITH_LINE = "shipment_line_id IS NOT NULL"
WITHOUT_LINE = "shipment_line_id IS NULL"
_PICK_TASK = "number wave_id shipment_id shipment_line_id product_id lot_id from_location_id to_location_id walk_seq qty"
_LOTS: Columns = {"lot": ALL, "serial": "product_id code lot_id"}

EVERYBODY = Grant(
    insert={
        "idempotency_key": "key use_case payload_hash",
        "order_event": "order_id verb facts",
        "saved_view": "screen name shared filters columns",
        "document_view": "order_id document title blob_sha",
    },
    update={"idempotency_key": "result", "saved_view": "name shared filters columns version"},
    delete=("saved_view",),
    functions=("next_number(text)", "next_serial(text)", *LOCKS, *PINS),
)
"""Holders of any role: operation keys, an order's timeline, numbers, locks on what a plan rests on, their own PIN,
and the views that they keep of lists."""

MANIFEST: dict[P, Grant] = {
    **ORDER_DESK,
    P.CATALOGUE_EDIT: Grant(
        insert={
            **dict.fromkeys(
                ("product", "product_barcode", "reason_code", "tax_rate", "supplier", "address"), ALL
            ),
            **dict.fromkeys(
                ("carrier", "carrier_service", "rate_zone", "rate", "surcharge", "carrier_rule", "carton"),
                ALL,
            ),
            **dict.fromkeys(("price_list", "price", "shipping_charge"), ALL),
            "blob": PAPERS["blob"],
            **_LOTS,
            **STAGING,
        },
        update={
            **STAGING_END,
            "product": (
                "name search_text sort_key unit category weight_g length_mm width_mm height_mm unit_price floor_price "
                "currency tax_code origin_country customs_code lot_tracked serial_tracked fragile upright "
                "un_number hazard_class packing_group shipping_name tunnel_code limited_quantity "
                "reorder_point supplier_id picture_sha status version"
            ),
            "product_barcode": "pack_qty kind",
            "price_list": "name currency active version",
            "price": "unit_price valid_until",
            "shipping_charge": "charge",
            "reason_code": "label_en label_fr active",
            "tax_rate": "rate",
            "supplier": "name search_text sort_key address_id status version",
            "carrier": "name active kind account tracking_url out_folder in_folder timeout_s",
            "carrier_service": (
                "name transit_days cut_off active currency max_weight_g max_length_mm max_girth_mm volume_divisor "
                "service_days collected"
            ),
            "rate_zone": "zone",
            "rate": "price",
            "carrier_rule": (
                "position name active country postal_prefix customer_id from_g to_g from_mm from_value dangerous "
                "choice carrier_service_id version"
            ),
            "carton": (
                "barcode name kind warehouse_id inner_length_mm inner_width_mm inner_height_mm outer_length_mm "
                "outer_width_mm outer_height_mm tare_g max_weight_g active version"
            ),
            "lot": "expires_on",
        },
        delete=(
            *("product_barcode", "rate_zone", "rate", "surcharge", "carrier_rule"),
            *("price_list", "price", "shipping_charge"),
            *STAGED,
        ),
        read=("address", *STAGED),
    ),
    P.SITE_EDIT: Grant(
        insert={
            **dict.fromkeys(
                ("warehouse", "zone", "location", "desk", "desk_printer", "tote", "address"), ALL
            ),
            "mail_template": ALL,
            "intake_source": ALL,
            "blob": PAPERS["blob"],
        },
        update={
            "warehouse": "name time_zone working_days holidays cut_off address_id active",
            "zone": "name",
            "location": (
                "zone_id code barcode kind aisle bay level position walk_seq physical sellable active"
            ),
            "desk": "name warehouse_id",
            "desk_printer": "kind target format",
            "mail_template": "subject body version",
            "intake_source": "name kind place login channel profile active every_s version",
            "app_meta": "company sscc_prefix gln logo_sha paper_foot eori sdr_rates tolerance_permille tolerance_g",
        },
        delete=("desk_printer", "mail_template", "intake_source"),
        read=("address",),
    ),
    P.STOCK_RESERVE: Grant(
        insert=LEDGER, update={"shipment": "version"}, kinds={"reserve": "", "release": ""}
    ),
    P.STOCK_RECEIVE: Grant(
        insert={
            **LEDGER,
            **_LOTS,
            **STAGING,
            "purchase_order": "number supplier_id warehouse_id expected_on",
            "purchase_line": "purchase_order_id position product_id qty",
            "receipt": "number warehouse_id supplier_id purchase_order_id delivery_note op_key",
        },
        update={**STAGING_END, "purchase_order": "status expected_on version", "lot": "expires_on"},
        delete=STAGED,
        read=STAGED,
        kinds={"receive": ""},
    ),
    P.STOCK_MOVE: Grant(insert={**LEDGER, **_LOTS}, kinds={"move": "", "relabel": ""}),
    P.STOCK_ADJUST: Grant(insert={**LEDGER, **_LOTS}, kinds={"adjust": ""}),
    P.STOCK_COUNT: Grant(
        insert={
            **LEDGER,
            **_LOTS,
            "stock_count": "product_id lot_id location_id expected counted move_id",
        },
        update={"stock_count": "undone_at"},
        kinds={"adjust": ""},
    ),
    P.SHIPMENT_RELEASE: Grant(
        insert={
            **LEDGER,
            **PAPERS,
            "wave": "number warehouse_id picker",
            "pick_task": _PICK_TASK,
        },
        update={"shipment": "wave_id packing_location_id version", "wave": "picker version"},
        kinds={"allocate": "", "deallocate": ""},
    ),
    P.SHIPMENT_PICK: Grant(  # a short pick claims goods elsewhere and lets the rest follow as a backorder
        insert={
            **LEDGER,
            **PAPERS,
            "pick_task": _PICK_TASK,
            "shipment": SHIPMENT,
            "shipment_line": SHIPMENT_LINE,
        },
        update={
            "pick_task": "qty picked short reason done_at done_by",
            "put_back": "state done_at done_by",
            "wave": "picker finished_at version",
            "tote": "shipment_id",
            "shipment": "wave_id version",
            "shipment_line": "qty",
        },
        kinds={"pick": WITH_LINE, "move": WITH_LINE, "allocate": "", "deallocate": "", "release": ""},
    ),
    P.SHIPMENT_PACK: Grant(
        insert={
            **LEDGER,
            **PAPERS,
            "package": (
                "kind shipment_id warehouse_id parent_id carton_id sscc position state weight_g length_mm width_mm height_mm "
                "box expected_g weighed closed_at"
            ),
            "package_line": "package_id shipment_line_id lot_id serial_id qty",
            "shipping_label": "package_id carrier_service_id tracking blob_sha purchase_id print_job_id",
            "label_purchase": "package_id carrier_service_id request_key price currency",
            "help_call": "shipment_id note",
            "shipment": SHIPMENT,
            "shipment_line": SHIPMENT_LINE,
        },
        update={
            "help_call": "answered_at answered_by",
            "shipment_line": "qty",
            "package": "parent_id carton_id weight_g length_mm width_mm height_mm box expected_g weighed closed_at",
            "package_line": "qty",
            "shipping_label": "prints print_job_id voided_at voided_by",
            "label_purchase": "status tracking reference price currency error error_code attempts answered_at",
            "shipment": "packing_location_id packer parked carrier_service_id pickup_code version",
            "tote": "shipment_id",
            "outgoing_message": "status error error_code",
        },
        delete=("package", "package_line"),
        read=("address", "outgoing_message"),
        kinds={"move": WITH_LINE},
        functions=(
            "identify_serial(bigint, bigint, bigint, text)",
            "forget_serial(bigint, bigint, text)",
            *BENCH_FUNCTIONS,
        ),
    ),
    P.HELP_ANSWER: Grant(update={"help_call": "answered_at answered_by"}),
    P.SHIPMENT_SHIP: Grant(
        insert={
            **LEDGER,
            **PAPERS,
            "manifest": "number carrier_id warehouse_id vehicle driver",
            "hand_over": "shipment_id name signature_sha",
            "outgoing_message": MESSAGE,
        },
        update={
            "shipment": "shipped_at delivered_at version",
            "package": "manifest_id parent_id",
            "manifest": "vehicle driver signature_sha paper_sha table_sha closed_at handed_at handed_by version",
            "hand_over": "undone_at",
            "outgoing_message": "status error error_code",
        },
        read=("address", "hand_over", "outgoing_message"),
        kinds={"ship": WITH_LINE},
    ),
    P.SHIPMENT_DELIVER: Grant(
        insert={
            "tracking_event": "package_id number happened_at code words place source",
            "outgoing_message": MESSAGE,
            "blob": PAPERS["blob"],
        },
        update={
            "shipment": "delivered_at version",
            "tracking_event": "package_id dismissed_at",
            "outgoing_message": MESSAGE_SENT,
        },
        read=("address", "hand_over", "outgoing_message"),
    ),
    P.RETURN_AUTHORISE: Grant(
        insert={
            **PAPERS,
            "outgoing_message": MESSAGE,
            "return_order": "number order_id customer_id warehouse_id note",
            "return_line": "return_id order_line_id product_id reason qty",
        },
        update={"return_order": "note version"},
        read=("address",),
    ),
    P.RETURN_RECEIVE: Grant(
        insert={**LEDGER, **_LOTS},
        update={"return_order": "version"},
        read=("address",),
        kinds={"return": ""},
    ),
    P.RETURN_INSPECT: Grant(
        insert={
            **LEDGER,
            **_LOTS,
            "inspection": "return_line_id qty grade disposition note move_id",
        },
        update={"inspection": "undone_at", "return_order": "version"},
        read=("address",),
        kinds={"move": WITHOUT_LINE, "relabel": "", "adjust": ""},
    ),
    P.RETURN_SETTLE: Grant(
        insert={**PAPERS, "credit": ALL, "credit_line": ALL},
        update={"return_order": "version"},
        read=("address",),
        functions=("next_gapless(text)",),
    ),
    P.SCAN: Grant(
        insert={
            "scan_event": "context context_id code verdict message product_id qty op_key did facts undoes_id"
        }
    ),
    P.PAPER_PRINT: Grant(
        insert=PAPERS, update={"print_job": "status desk_id error error_code due_at printed_at"}
    ),
    P.JOB_RUN: Grant(
        insert={"job": "kind payload run_at desk_id dedupe_key"},
        update={
            "job": "status run_at lease_until leased_by attempts last_error",
            "print_job": ("status error error_code attempts due_at lease_until leased_by printer printed_at"),
        },
        delete=("idempotency_key",),
    ),
    P.AUDIT_READ: Grant(read=("audit_entry",)),
    P.USER_ADMIN: Grant(
        insert={
            "app_user": "login name language badge",
            "app_user_role": ALL,
            "approval_limit": ALL,
        },
        update={
            "app_user": "name language badge active training",
            "approval_limit": "most",
        },
        delete=("app_user_role", "approval_limit"),
    ),
}
