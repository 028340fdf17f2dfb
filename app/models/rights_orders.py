"""The rights of the order desk: entering, questioning, confirming and importing orders, and what is known of customers."""

from __future__ import annotations

from app.domain.permissions import Permission
from app.models.rights_terms import (
    ALL,
    LEDGER,
    MESSAGE,
    MESSAGE_SENT,
    PAPERS,
    SHIPMENT,
    SHIPMENT_LINE,
    STAGED,
    STAGING,
    STAGING_END,
    Grant,
)
from app.models.sql.erasing import SIGNATURE as ERASE

P = Permission
CHECK = "order_id order_line_id code severity owner facts amount"
CHECKED = "state decided_at decided_by note version"
KNOWN = ("customer_contact", "customer_note", "receivable")
"""What is known of a customer: read by whoever talks to them."""
CUSTOMER = (
    "code name search_text sort_key language currency bill_address_id ship_address_id ship_complete credit_limit gln tax_number "
    "despatch_advice despatch_folder notices order_answer answer_folder price_list_id discount payment_days prepaid vip status"
)

ORDER_DESK: dict[P, Grant] = {
    P.ORDER_ENTER: Grant(
        insert={
            "sales_order": (
                "number state channel kind exchange_of_id discount customer_id warehouse_id customer_reference currency language "
                "ordered_on requested_on promised_on priority ship_complete ship_address_id "
                "bill_address_id carrier_service_id freight gross net tax total note internal_note "
                "content_hash"
            ),
            "order_line": (
                "order_id position product_id description qty unit_price discount tax_rate gross net allowance"
            ),
            "address": ALL,
            "order_check": CHECK,
            "order_tag": ALL,
            "attachment": "order_id blob_sha name",
            "payment": "order_id method reference currency amount",
            "order_rule_run": "order_id rule_id rule occasion did",
            "customer_article": ALL,
            "blob": PAPERS["blob"],
        },
        update={
            "order_check": CHECKED,
            "attachment": "removed_at",
            "sales_order": (
                "kind exchange_of_id discount customer_id customer_reference currency language requested_on promised_on priority "
                "warehouse_id ship_complete ship_address_id bill_address_id carrier_service_id freight gross net tax total "
                "note internal_note version"
            ),
            "order_line": "qty cancelled unit_price discount tax_rate gross net allowance",
        },
        delete=("order_tag", "customer_article"),
        read=("address", *KNOWN),
    ),
    P.ORDER_CONFIRM: Grant(
        insert={
            **PAPERS,
            "shipment": SHIPMENT,
            "shipment_line": SHIPMENT_LINE,
            "outgoing_message": MESSAGE,
            "order_check": CHECK,
        },
        update={
            "order_check": CHECKED,
            "shipment_line": "qty",
            "shipment": "carrier_service_id ship_address_id priority promised_on version",
            "sales_order": "promised_on version",
            "outgoing_message": MESSAGE_SENT,
        },
        read=("address", "outgoing_message", *KNOWN),
    ),
    P.ORDER_HOLD: Grant(
        insert={"order_hold": "order_id reason note until"},
        update={"order_hold": "released_at released_by", "sales_order": "version"},
    ),
    P.ORDER_CANCEL: Grant(
        insert={
            **LEDGER,
            "order_check": CHECK,
            "put_back": "shipment_id shipment_line_id order_line_id qty reason",
        },
        update={
            "order_check": CHECKED,
            "order_line": "cancelled gross net allowance",
            "shipment_line": "qty",
            "sales_order": "gross net tax total version",
            "shipment": "wave_id version",
            "outgoing_message": "status error error_code",
            "put_back": "state",
        },
        read=("outgoing_message",),
        kinds={"release": "", "deallocate": ""},
    ),
    P.ORDER_APPROVE: Grant(
        update={"order_check": CHECKED, "payment": "verified_at verified_by", "sales_order": "version"},
        read=KNOWN,
    ),
    P.ORDER_IMPORT: Grant(
        insert={
            "intake_message": (
                "source_id channel profile name sender subject blob_sha dedupe_key part state external_number content_hash "
                "customer_id reading warnings order_id decided_at decided_by reason"
            ),
            "outgoing_message": MESSAGE,
            "order_check": CHECK,
            "order_tag": ALL,
            "order_rule_run": "order_id rule_id rule occasion did",
            "attachment": "order_id blob_sha name",
            "payment": "order_id method reference currency amount",
            "blob": PAPERS["blob"],
            "sales_order": (
                "source external_number content_hash history shipped_on import_id number state channel"
            ),
            "customer": CUSTOMER,
            **STAGING,
            "address": ALL,
        },
        update={
            **STAGING_END,
            "intake_message": (
                "state external_number content_hash customer_id reading warnings order_id decided_at decided_by reason version"
            ),
            "intake_source": "polled_at error error_code",
            "sales_order": "external_number version",
        },
        delete=STAGED,
        read=("address", "intake_message", "outgoing_message", *KNOWN, *STAGED),
        functions=("import_lines(bigint, bigint, bigint)",),
    ),
    P.CUSTOMER_EDIT: Grant(
        insert={
            "customer": CUSTOMER,
            "address": ALL,
            "customer_article": ALL,
            "customer_contact": ALL,
            "customer_note": "customer_id words",
            "dispute": "customer_id order_id subject words",
            "receivable": ALL,
            **STAGING,
        },
        update={
            **STAGING_END,
            "customer": f"{CUSTOMER} version".replace("code ", "", 1),
            "customer_contact": "name role phone email version",
            "customer_note": "removed_at",
            "dispute": "words closed_at closed_by answer version state",
            "receivable": "issued_on due_on currency amount open",
        },
        delete=("customer_article", "customer_contact", *STAGED),
        read=("address", "outgoing_message", "intake_message", "hand_over", *KNOWN, *STAGED),
    ),
    P.CUSTOMER_ERASE: Grant(
        read=("address", "outgoing_message", "intake_message", "hand_over", *KNOWN),
        functions=(ERASE,),
    ),
    P.RULE_EDIT: Grant(
        insert={"order_rule": ALL},
        update={"order_rule": "position name active on_arrival on_change conditions actions version"},
        delete=("order_rule",),
    ),
}
