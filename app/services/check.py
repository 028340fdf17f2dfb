"""`db check`: recompute everything that follows from the ledger and the papers, and name each difference."""

from __future__ import annotations

from sqlalchemy.engine import Connection

from app.services.checking import installation, papers, stock
from app.services.checking.rules import Finding, Rule

__all__ = ["RULES", "Finding", "check"]

RULES: tuple[Rule, ...] = (*stock.RULES, *papers.RULES)


def check(connection: Connection) -> list[Finding]:
    """Every difference found, at most some hundred a rule; none in a sound database.

    Run it in a reading transaction (`Database.reading`) while others work: each rule is one statement and sees one moment. It
    reads the whole ledger several times and takes no locks. On PostgreSQL the transaction's statement time-out is lifted.
    """
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
    found = [finding for rule in RULES for finding in rule.findings(connection)]
    return found + [finding for look in installation.CHECKS for finding in look(connection)]
