"""Sees on PostgreSQL that a use case announces every table that it writes, through triggers too.

PostgreSQL itself counts what a transaction wrote (`pg_stat_xact_user_tables`), so no service can forget a table unseen.
The counts may still hold what the same session wrote a moment ago: they are taken at both ends and compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import pytest

from app.database import Database, Transaction
from app.services.context import UseCase

SILENT = frozenset({"idempotency_key", "number_counter", "audit_entry", "app_meta", "blob"})
"""What no screen shows by itself: keys and counters; audit rows and bytes are looked up when they are wanted."""

HEARD_UNDER: dict[str, tuple[str, ...]] = {
    "stock_move": ("stock",),
    "stock_level": ("stock",),
    "stock_balance": ("stock",),
    "allocation": ("stock",),
    "serial": ("stock", "serial"),
    "lot": ("lot", "product"),
    "shipment_line": ("shipment",),
    "package": ("package", "shipment"),
    "package_line": ("package", "shipment"),
    "shipping_label": ("shipping_label", "package", "shipment"),
    "pick_task": ("pick_task", "wave"),
    "put_back": ("put_back", "shipment"),
    "order_line": ("sales_order",),
    "order_event": ("sales_order",),
    "order_hold": ("sales_order",),
    **dict.fromkeys(
        ("order_check", "order_tag", "payment", "attachment", "order_rule_run", "document_view"),
        ("sales_order",),
    ),
    "price": ("price_list",),
    "shipping_charge": ("price_list",),
    **dict.fromkeys(
        ("customer_article", "customer_contact", "customer_note", "dispute", "receivable"), ("customer",)
    ),
    "return_line": ("return_order",),
    "inspection": ("return_order",),
    "credit_line": ("credit",),
    "purchase_line": ("purchase_order",),
    "product_barcode": ("product",),
    "carrier_service": ("carrier",),
    **dict.fromkeys(("rate_zone", "rate", "surcharge"), ("carrier",)),
    "address": ("address", "customer"),
    **dict.fromkeys(("import_stage", "import_order", "import_line", "import_new"), ("import_file",)),
    "app_user_role": ("app_user",),
    "desk_printer": ("desk",),
    "app_user_secret": ("app_user",),
}
"""The topics of which one must be announced when a table was written; a table that is not here goes by its own name."""

_WRITTEN = """
SELECT relname, n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_xact_user_tables
 WHERE schemaname = 'quai' AND n_tup_ins + n_tup_upd + n_tup_del > 0"""


def unheard(written: frozenset[str], topics: frozenset[str]) -> frozenset[str]:
    """The written tables of which nobody would hear."""
    return frozenset(
        table for table in written - SILENT if not topics.intersection(HEARD_UNDER.get(table, (table,)))
    )


@contextmanager
def watched(patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let every use case of the program fail on PostgreSQL that leaves a written table unannounced.

    Short cuts that tests take past the services are not asked.
    """
    enter, leave, call = Database._enter, Database._leave, UseCase.__call__
    before: dict[Transaction, dict[str, int]] = {}
    ours: ContextVar[bool] = ContextVar("ours", default=False)

    def counts(transaction: Transaction) -> dict[str, int]:
        line = transaction._line
        assert line is not None
        with (
            line._words()
        ):  # past the engine, since tests count its statements, and without settling the line
            return dict(line._driver.execute(_WRITTEN).fetchall())

    def asked(self: UseCase[Any, Any], *args: Any, **kwargs: Any) -> Any:
        token = ours.set(self.inside.__module__.startswith("app."))
        try:
            return call(self, *args, **kwargs)
        finally:
            ours.reset(token)

    def begin(self: Database, transaction: Transaction, *rest: Any) -> bool:
        claimed = enter(self, transaction, *rest)
        if self.postgresql and ours.get():
            before[transaction] = counts(transaction)
        return claimed

    def end(self: Database, transaction: Transaction, result: str) -> None:
        if (earlier := before.pop(transaction, None)) is not None:
            written = frozenset(
                name for name, count in counts(transaction).items() if count != earlier.get(name)
            )
            missing = unheard(written, frozenset(topic for topic, _ in transaction.changes))
            assert not missing, f"written but not announced: {', '.join(sorted(missing))}"
        leave(self, transaction, result)

    patch.setattr(Database, "_enter", begin)
    patch.setattr(Database, "_leave", end)
    patch.setattr(UseCase, "__call__", asked)
    yield
