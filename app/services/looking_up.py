"""A scan outside any task: what the code stands for, kept in the record like every other scan."""

from __future__ import annotations

from app.database import Transaction
from app.domain.permissions import Permission
from app.services.context import use_case
from app.services.resolver import UNKNOWN, Resolved, resolve
from app.services.scanning import Verdict, answer

CONTEXT = "office"


@use_case(Permission.SCAN)
def look_up(tx: Transaction, code: str, year: int) -> Resolved:
    """Tell what a scanned code stands for, and record the scan; unknown codes are an answer, not a refusal.

    Args:
        tx: The transaction.
        code: The text as the scanner sent it.
        year: The current year, for two-digit expiry years.
    """
    found = resolve(tx, code, year=year)
    known = found.kind not in (UNKNOWN, "empty")
    words = (
        f"{found.label} is a {found.kind.replace('_', ' ')}."
        if known
        else f"Nobody knows the code {code[:60]!r}."
    )
    product = found.id if found.kind == "product" else None
    answer(tx, CONTEXT, None, code, Verdict.INFO if known else Verdict.UNKNOWN, words, product_id=product)
    return found
