"""Taking the personal data of a customer out of the database (GDPR article 17), written once for both engines (ADR 0031).

Ledger, orders, amounts, numbers and the audit trail's entries stay; what names a person in them is replaced by `MARK`. On
PostgreSQL it is one function of the owner's: no login may write what is frozen, not even who may erase. Placeholders: `{c}` the
customer's id, `{shas}` the stored bytes that told of them.
"""

from __future__ import annotations

import hashlib
import json
import re

from app.models import Base

MARK = "(erased)"
NOTHING_LEFT = b"Erased on request (GDPR, article 17)."
NOTHING_SHA = hashlib.sha256(NOTHING_LEFT).hexdigest()
"""Rows that named stored bytes name these instead."""
SHORTEST, WHOLE_SHORTEST = 4, 6
"""Letters of a part of a name, and of a whole name or address, from which it is looked for."""

_ORDERS = "(SELECT id FROM sales_order WHERE customer_id = {c})"
_SHIPMENTS = f"(SELECT id FROM shipment WHERE order_id IN {_ORDERS})"
_PACKAGES = f"(SELECT id FROM package WHERE shipment_id IN {_SHIPMENTS})"
_RETURNS = "(SELECT id FROM return_order WHERE customer_id = {c})"
_IN_TURN = f"(order_id IN {_ORDERS} OR shipment_id IN {_SHIPMENTS} OR package_id IN {_PACKAGES} OR return_id IN {_RETURNS})"
_INTAKE = f"(customer_id = {{c}} OR order_id IN {_ORDERS})"
_LABELS = f"(SELECT print_job_id FROM shipping_label WHERE package_id IN {_PACKAGES})"
_NUMBERS = (
    "SELECT number FROM sales_order WHERE customer_id = {c} UNION SELECT number FROM shipment WHERE order_id IN "
    f"{_ORDERS} UNION SELECT sscc FROM package WHERE shipment_id IN {_SHIPMENTS}"
    " UNION SELECT number FROM return_order WHERE customer_id = {c}"
    f" UNION SELECT number FROM credit WHERE order_id IN {_ORDERS}"
)
NAMED_PRINTS = f"EXISTS (SELECT 1 FROM ({_NUMBERS}) AS n WHERE replace(print_job.title, n.number, '') <> print_job.title)"
"""Papers whose title names an order, shipment, parcel, return or credit of theirs."""
_PRINTS = (
    f"(id IN {_LABELS} OR title IN (SELECT title FROM print_job WHERE id IN {_LABELS}) OR {NAMED_PRINTS})"
)

TIED: dict[str, str] = {
    "customer": "id = {c}",
    "sales_order": "customer_id = {c}",
    "order_event": f"order_id IN {_ORDERS}",
    "order_hold": f"order_id IN {_ORDERS}",
    "order_check": f"order_id IN {_ORDERS}",
    "order_tag": f"order_id IN {_ORDERS}",
    "order_rule_run": f"order_id IN {_ORDERS}",
    "payment": f"order_id IN {_ORDERS}",
    "attachment": f"order_id IN {_ORDERS}",
    "document_view": f"order_id IN {_ORDERS}",
    "receivable": "customer_id = {c}",
    "dispute": "customer_id = {c}",
    "customer_article": "customer_id = {c}",
    "customer_note": "customer_id = {c}",
    "return_order": "customer_id = {c}",
    "inspection": f"return_line_id IN (SELECT id FROM return_line WHERE return_id IN {_RETURNS})",
    "help_call": f"shipment_id IN {_SHIPMENTS}",
    "tracking_event": f"package_id IN {_PACKAGES}",
    "shipping_label": f"package_id IN {_PACKAGES}",
    "label_purchase": f"package_id IN {_PACKAGES}",
    "hand_over": f"shipment_id IN {_SHIPMENTS}",
    "outgoing_message": _IN_TURN,
    "intake_message": _INTAKE,
    "print_job": _PRINTS,
}
"""Tables with rows that are about one customer, and which rows."""

STORED: tuple[tuple[str, str, str], ...] = (
    ("outgoing_message", "blob_sha", _IN_TURN),
    ("intake_message", "blob_sha", _INTAKE),
    ("print_job", "blob_sha", _PRINTS),
    ("shipping_label", "blob_sha", TIED["shipping_label"]),
    ("attachment", "blob_sha", TIED["attachment"]),
    ("document_view", "blob_sha", TIED["document_view"]),
    ("hand_over", "signature_sha", TIED["hand_over"]),
)
"""Where bytes are named that tell of the customer: letters, messages, labels, papers, attachments, signatures."""

EMPTIED: dict[str, dict[str, str]] = {
    "sales_order": {"note": "", "internal_note": ""},
    "order_hold": {"note": ""},
    "order_check": {"note": ""},
    "return_order": {"note": ""},
    "inspection": {"note": ""},
    "help_call": {"note": ""},
    "dispute": {"words": MARK, "answer": MARK},
    "attachment": {"name": MARK},
    "hand_over": {"name": MARK},
    "outgoing_message": {"target": MARK, "subject": "", "error": ""},
    "intake_message": {
        "name": "",
        "sender": "",
        "subject": "",
        "reading": "",
        "warnings": "",
        "reason": "",
    },
}
"""Columns that hold nothing but what people wrote or were called, and what stands there afterwards."""

KEPT_WORDS: dict[str, tuple[str, ...]] = {
    "sales_order": ("customer_reference",),
    "order_event": ("facts",),
    "order_check": ("facts",),
    "order_rule_run": ("did",),
    "payment": ("reference",),
    "document_view": ("title",),
    "customer_article": ("code",),
    "customer_note": ("words",),
    "tracking_event": ("words", "place"),
    "label_purchase": ("error",),
    "print_job": ("title", "error"),
}
"""Columns that stay but for the words that name the person."""

ANYWHERE: dict[str, tuple[str, ...]] = {
    "scan_event": ("code", "message", "facts"),
    "idempotency_key": ("result",),
    "job": ("payload", "last_error"),
    "import_file": ("names", "summary", "skipped"),
    "import_stage": ("payload",),
    "import_new": ("payload",),
    "import_order": ("customer_reference", "note", "internal_note"),
    "saved_view": ("name", "filters"),
    "audit_entry": ("reason",),
}
"""Logs whose rows are of nobody in particular: whole names, addresses and numbers are looked for in all of them."""

ADDRESS_FIELDS = (
    *("name", "company_name", "street_address", "city_area", "city", "country_area", "postal_code"),
    *("sorting_code", "phone", "email"),
)
"""An address keeps its country alone: taxes and statistics are by country."""


def _naming(target: str) -> list[tuple[str, str]]:
    """Every column that names a row of a table."""
    return sorted(
        (table.name, key.parent.name)
        for table in Base.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table.name == target
    )


_OWN = {
    "customer": "id = {c}",
    "sales_order": "customer_id = {c}",
    "shipment": f"coalesce(order_id, 0) IN {_ORDERS}",
}
OWN_ADDRESSES = " UNION ".join(
    f"SELECT {column} FROM {table} WHERE {_OWN[table]} AND {column} IS NOT NULL"
    for table, column in _naming("address")
    if table in _OWN
)
_SHARED = " OR ".join(
    f"EXISTS (SELECT 1 FROM {table} AS o WHERE o.{column} = address.id"
    + (
        f" AND NOT (o.{_OWN[table].replace('coalesce(order_id', 'coalesce(o.order_id')})"
        if table in _OWN
        else ""
    )
    + ")"
    for table, column in _naming("address")
).replace("o.coalesce(", "coalesce(")

WORDS = (
    " UNION ".join(
        f"SELECT {column} AS word FROM address WHERE id IN ({OWN_ADDRESSES})"
        for column in ("name", "company_name", "street_address", "phone", "email")
    )
    + " UNION SELECT name FROM customer WHERE id = {c}"
    + "".join(
        f" UNION SELECT {column} FROM customer_contact WHERE customer_id = {{c}}"
        for column in ("name", "phone", "email")
    )
    + f" UNION SELECT name FROM hand_over WHERE {TIED['hand_over']}"
    + f" UNION SELECT target FROM outgoing_message WHERE channel = 'mail' AND {_IN_TURN}"
    + f" UNION SELECT sender FROM intake_message WHERE {_INTAKE}"
)
"""What the person is called and reached by, as it stands in the database."""
NAMES = (
    f"SELECT name AS word FROM address WHERE id IN ({OWN_ADDRESSES}) UNION SELECT name FROM customer WHERE id = {{c}}"
    f" UNION SELECT name FROM customer_contact WHERE customer_id = {{c}} UNION SELECT name FROM hand_over WHERE {TIED['hand_over']}"
)
"""Of these each part is looked for by itself, in what is tied to the customer."""
STORED_SHAS = " UNION ".join(
    f"SELECT {column} AS sha FROM {table} WHERE {where} AND {column} IS NOT NULL AND {column} <> '{NOTHING_SHA}'"
    for table, column, where in STORED
)

_UNNAMED = " AND ".join(
    f"NOT EXISTS (SELECT 1 FROM {table} AS o WHERE o.{column} = blob.sha256)"
    for table, column in _naming("blob")
)


def _repoint(table: str, column: str) -> str:
    same = f"(SELECT e.id FROM address AS e JOIN address AS a ON a.id = {table}.{column}"
    return (
        f"UPDATE {table} SET {column} = {same} WHERE e.digest = 'erased:' || a.country_code || ':' || {{c}})"
        f" WHERE {_OWN[table]} AND {column} IN (SELECT id FROM address WHERE {_SHARED})"
    )


def _patch(table: str, columns: dict[str, str]) -> str:
    values = json.dumps(dict.fromkeys(columns, MARK))
    rows = f"(SELECT CAST(id AS text) FROM {table} WHERE {TIED[table]})" if table != "order_tag" else "('')"
    return (
        f"UPDATE audit_entry SET before = {{patch:before:{values}}}, after = {{patch:after:{values}}}"
        f" WHERE table_name = '{table}' AND row_key IN {rows}"
    )


CUSTOMER_FIELDS = dict.fromkeys(
    ("code", "name", "search_text", "sort_key", "gln", "tax_number", "despatch_folder", "answer_folder"), ""
)

CLEAR: tuple[str, ...] = (
    *(
        f"UPDATE {table} SET {column} = {'NULL' if column == 'signature_sha' else repr(NOTHING_SHA)}"
        f" WHERE {column} IN ({{shas}})"
        for table, column, _ in STORED
    ),
    f"UPDATE outgoing_message SET status = 'cancelled' WHERE status IN ('waiting', 'failed') AND {_IN_TURN}",
    "INSERT INTO address (digest, country_code) SELECT DISTINCT 'erased:' || country_code || ':' || {c}, country_code FROM address"
    f" WHERE id IN ({OWN_ADDRESSES}) AND ({_SHARED})",
    *(_repoint(table, column) for table, column in _naming("address") if table in _OWN),
    f"UPDATE address SET digest = 'erased:' || id, {', '.join(f'{name} = {chr(39) * 2}' for name in ADDRESS_FIELDS)}"
    f" WHERE id IN ({OWN_ADDRESSES}) AND substr(digest, 1, 7) <> 'erased:'",
    *(
        f"UPDATE {table} SET {', '.join(f'{name} = {value!r}' for name, value in columns.items())} WHERE {TIED[table]}"
        for table, columns in EMPTIED.items()
    ),
    "DELETE FROM customer_contact WHERE customer_id = {c}",
    "UPDATE customer SET code = {code}, name = {code}, search_text = lower({code}), sort_key = lower({code}), gln = '', tax_number = '',"
    " despatch_advice = '', despatch_folder = '', order_answer = '', answer_folder = '', notices = {false}, status = 'blocked',"
    " erased_at = {now}, version = version + 1 WHERE id = {c}",
    "DELETE FROM customer_note WHERE customer_id = {c}",
    "INSERT INTO customer_note (customer_id, words) VALUES ({c}, {note})",
    f"DELETE FROM blob WHERE sha256 IN ({{shas}}) AND {_UNNAMED}",
)
"""What is done, in this order; words that name the person are looked for afterwards."""
AUDIT: tuple[str, ...] = (
    _patch("customer", CUSTOMER_FIELDS),
    *(_patch(table, columns) for table, columns in EMPTIED.items()),
)
"""The audit trail keeps who changed which field and when; what stood in these fields is gone from it, too."""
TIED_AUDIT = " OR ".join(
    f"(table_name = '{table}' AND row_key IN (SELECT CAST(id AS text) FROM {table} WHERE {where}))"
    for table, where in TIED.items()
    if "id" in Base.metadata.tables[table].columns
)

BUSY = (
    "EXISTS (SELECT 1 FROM sales_order WHERE customer_id = {c} AND state IN ('quote', 'draft', 'confirmed'))"
    " OR EXISTS (SELECT 1 FROM receivable WHERE customer_id = {c} AND open > 0)"
    " OR EXISTS (SELECT 1 FROM return_order WHERE customer_id = {c} AND state NOT IN ('settled', 'refused', 'cancelled'))"
    " OR EXISTS (SELECT 1 FROM dispute WHERE customer_id = {c} AND state = 'open')"
)
"""Whether something is still to be done for the customer."""


def _postgresql(text: str) -> str:
    text = re.sub(
        r"\{patch:(\w+):(\{.*?\})\}",
        lambda found: (
            f"(CASE WHEN {found[1]} IS NULL THEN NULL ELSE ({found[1]}::jsonb || '{found[2]}'::jsonb)::text END)"
        ),
        text,
    )
    for name, value in (
        ("c", "customer_id_"),
        ("shas", "SELECT unnest(shas)"),
        ("code", "code_"),
        ("note", "note_"),
        ("now", "now()"),
        ("false", "false"),
    ):
        text = text.replace("{" + name + "}", value)
    return text


def _sweep(table: str, column: str, where: str, pattern: str) -> str:
    return (
        f"UPDATE {table} SET {column} = regexp_replace({column}, {pattern}, '{MARK}', 'gi')"
        f" WHERE {column} ~* {pattern} AND ({where});"
    )


_ESCAPED = r"regexp_replace(w, '([^[:alnum:][:space:]])', '\\\1', 'g')"
_SWEEPS = "\n    ".join(
    (
        *(
            _sweep(table, column, _postgresql(TIED[table]), "both_")
            for table, columns in KEPT_WORDS.items()
            for column in columns
        ),
        *(
            _sweep(table, column, "true", "whole")
            for table, columns in ANYWHERE.items()
            for column in columns
        ),
        *(_sweep("audit_entry", column, _postgresql(TIED_AUDIT), "both_") for column in ("before", "after")),
    )
)

ERASE = rf"""
CREATE OR REPLACE FUNCTION erase_customer(customer_id_ bigint, code_ text, note_ text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = quai, pg_temp AS $f$
DECLARE shas text[]; whole text; both_ text;
BEGIN
  IF NOT may('customer.erase') AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = session_user) THEN
    RAISE EXCEPTION 'flow.not_allowed' USING ERRCODE = '42501';
  END IF;
  PERFORM 1 FROM customer WHERE id = customer_id_ AND erased_at IS NULL FOR UPDATE;
  IF NOT FOUND OR ({_postgresql(BUSY)}) OR code_ NOT IN ((SELECT code FROM customer WHERE id = customer_id_), 'ERASED-' || customer_id_) THEN
    RAISE EXCEPTION 'order.still_open' USING ERRCODE = '23514';
  END IF;
  SELECT array_agg(sha) INTO shas FROM ({_postgresql(STORED_SHAS)}) AS s;
  SELECT string_agg({_ESCAPED}, '|' ORDER BY length(w) DESC) INTO whole
    FROM (SELECT DISTINCT btrim(l) AS w FROM ({_postgresql(WORDS)}) AS t, regexp_split_to_table(t.word, '\n') AS l) AS v
   WHERE length(w) >= {WHOLE_SHORTEST} AND w <> '{MARK}';
  SELECT string_agg({_ESCAPED}, '|' ORDER BY length(w) DESC) INTO both_
    FROM (SELECT DISTINCT p AS w FROM ({_postgresql(NAMES)}) AS t, regexp_split_to_table(t.word, '\W+') AS p) AS v
   WHERE length(w) >= {SHORTEST};
  both_ := coalesce('(' || concat_ws('|', whole, '\m(' || both_ || ')\M') || ')', '');
  whole := coalesce('(' || whole || ')', '');
  INSERT INTO blob (sha256, media_type, bytes) VALUES ('{NOTHING_SHA}', 'text/plain', '\x{NOTHING_LEFT.hex()}') ON CONFLICT DO NOTHING;
  PERFORM set_config('quai.erasing', 'on', true);
  {(";" + chr(10) + "  ").join(_postgresql(text) for text in CLEAR)};
  {(";" + chr(10) + "  ").join(_postgresql(text) for text in AUDIT)};
  IF whole <> '' THEN
    {_SWEEPS}
  END IF;
  PERFORM set_config('quai.erasing', '', true);
END $f$"""
SIGNATURE = "erase_customer(bigint, text, text)"
"""How those who may erase are granted it."""
ERASING = "current_setting('quai.erasing', true) = 'on' AND current_user = 'quai_owner'"
"""Whether the function above is at work: anybody may set the word, but only it runs as the owner."""
