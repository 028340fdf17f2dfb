"""What an attack is, and the pieces of SQL that several share."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.permissions import Role
from app.models.sql.logins import SIGNATURE

DENIED = "42501"
RULE = "23514"

CS, SK, PI, PA, RE, SU, AD = Role


@dataclass(frozen=True)
class Attack:
    """Statements of somebody with one role; the last of them is to be refused, or to change nothing (`proof` stays false)."""

    name: str
    role: Role
    steps: tuple[str, ...]
    guard: tuple[str, ...]
    """What the administrator would have to do for the attack to succeed."""
    state: str = DENIED
    """The SQLSTATE of the refusal; '' where nothing is refused and `proof` tells."""
    given: tuple[str, ...] = ()
    """What a careless administrator did before: another guard is gone, this one must hold alone."""
    proof: str = ""


def without(check: str, instead: str = "false") -> str:
    """The login function made anew without one of its checks."""
    return (
        "DO $do$ DECLARE was text := pg_get_functiondef('quai_users."
        + SIGNATURE
        + f"'::regprocedure); BEGIN IF strpos(was, $c${check}$c$) = 0 THEN RAISE 'no such check'; END IF;"
        + f" EXECUTE replace(was, $c${check}$c$, '{instead}'); END $do$"
    )


MUG = "(SELECT id FROM quai.product WHERE sku = 'MUG')"
MUG_LOT = f"(SELECT id FROM quai.lot WHERE product_id = {MUG})"


def place(code: str) -> str:
    return f"(SELECT id FROM quai.location WHERE code = '{code}')"


def line_of(state: str) -> str:
    return (
        "(SELECT l.id FROM quai.shipment_line AS l JOIN quai.shipment AS s ON s.id = l.shipment_id"
        f" WHERE s.state = '{state}' ORDER BY l.id LIMIT 1)"
    )


def move(
    kind: str, origin: str, target: str, *, line: str = "NULL", qty: int = 1, more: str = "", values: str = ""
) -> str:
    """A ledger row of mugs between two places that is right in all but what the attack is about."""
    return (
        "INSERT INTO quai.stock_move (kind, product_id, qty, lot_id, to_lot_id, from_location_id, to_location_id,"
        f" shipment_line_id{', ' + more if more else ''}) OVERRIDING SYSTEM VALUE VALUES ('{kind}', {MUG}, {qty}, {MUG_LOT},"
        f" {MUG_LOT}, {place(origin)}, {place(target)}, {line}{', ' + values if values else ''})"
    )


def promise(kind: str, line: str, qty: int = 1) -> str:
    return (
        "INSERT INTO quai.stock_move (kind, product_id, qty, shipment_line_id)"
        f" SELECT '{kind}', product_id, {qty}, id FROM quai.shipment_line WHERE id = {line}"
    )


RECEIVE = move("receive", "SUPPLIER", "B-01")
OPEN_LEDGER = "ALTER TABLE quai.stock_move DISABLE ROW LEVEL SECURITY"
TEMP = "GRANT TEMP ON DATABASE {db} TO quai_picker"
