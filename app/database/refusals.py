"""What the database's own refusals mean to a person: trigger codes, CHECKs, rights, time-outs."""

from __future__ import annotations

import re
import sqlite3

import psycopg
from sqlalchemy import exc

from app.errors import AppError, BadInput, Conflict, NotAllowed, NotFound, Refused, Unavailable

RETRYABLE = frozenset({"40001", "40P01", "55P03", "57P01", "57P02", "57P03", "25P03", "25P04"})
"""Serialisation failure, deadlock, lock not available, server shutting down or starting, idle transaction
ended.
"""


class SchemaMismatch(Refused):
    """The program and the database are of different versions; nothing was written."""

    code = "database.schema"


class RuleBroken(Refused):
    """A rule of the database itself refused the step; nothing was changed. `facts['rule']` names the rule."""

    code = "database.rule"


_RULES: dict[str, tuple[str, str]] = {
    "stock.insufficient": (
        "There is not enough free stock for this promise.",
        "Split the line or let the order wait for receipts.",
    ),
    "stock.not_sellable": (
        "These goods may not be sold: their place or their lot is blocked.",
        "Choose goods of another place or lot.",
    ),
    "stock.nothing_there": (
        "There is nothing of this article in that place.",
        "Check the place, or count it.",
    ),
    "stock.not_allocated": (
        "These goods are not allocated to this shipment.",
        "Release the shipment to picking again.",
    ),
    "stock.wrong_place": ("This kind of move does not go between these places.", "Scan the right place."),
    "stock.wrong_line": (
        "The shipment line is for another product, warehouse or owner.",
        "Scan the right article.",
    ),
    "stock.wrong_reversal": (
        "This is not the mirror of the move that it is to undo.",
        "Undo the latest step first.",
    ),
    "stock.serial_elsewhere": (
        "This serial number is not in that place.",
        "Look the serial number up, or count the place.",
    ),
    "ledger.append_only": ("What was recorded stays recorded.", "Correct it with a new entry or with undo."),
    "row.frozen_columns": ("This cannot be changed once it is written.", "Make a new entry instead."),
    "location.stocked": (
        "Goods lie or once lay in this place; what it is cannot be changed.",
        "Empty the place first.",
    ),
    "manifest_proof": (
        "Nobody has signed for this pick-up.",
        "Let the driver sign on the screen, or type the driver's name.",
    ),
    "package_open_on_a_pick_up": (
        "The parcel is loaded on a carrier's pick-up; it cannot be opened there.",
        "Take it off the pick-up first (Dispatch).",
    ),
    "order.still_open": (
        "Something is still open for this customer; their data stay until it is settled.",
        "Look at their account, and close or cancel what is open.",
    ),
    "order.asked_back": (
        "Goods of this shipment were asked back; it waits until they are put back.",
        "Look at its pick list: what is no longer wanted stands there.",
    ),
    "parcel.closed": ("The parcel is closed; what lies in it stays in it.", "Open the parcel first."),
    "parcel.holds_them": ("These pieces lie in a parcel.", "Take them out of the parcel first."),
    "order.agreed": (
        "The order is confirmed; what was agreed with the customer stays.",
        "Make it a draft again first.",
    ),
    "order.questions": (
        "The order has open questions.",
        "Settle them, or have somebody approve them who may.",
    ),
    "order.decided": (
        "The order is no draft any more; its questions stay as they were decided.",
        "Make it a draft again first.",
    ),
    "order.not_overridable": (
        "This cannot be overridden, or not without a reason.",
        "Put the order right instead.",
    ),
    "order.approval_limit": (
        "More is at stake than this person may approve.",
        "Ask somebody with a higher limit.",
    ),
    "flow.no_such_step": (
        "This step does not follow from the present state.",
        "Look at it again; another desk may have been first.",
    ),
    "flow.no_such_start": ("Nothing begins in this state.", ""),
    "stock_move_reverses_id": ("This move was undone already.", ""),
    "stock_balance_allocated_on_hand": (
        "That would take more than lies there, or goods that are promised to a shipment.",
        "Take back the allocation first, or count the place.",
    ),
    "shipment_line_counters": ("That is more than the shipment line holds.", "Check the quantity."),
    "shipment_line_allocated": ("That is more than was reserved for the line.", "Reserve first."),
    "shipment_line_packed": (
        "That is more than was picked, or goods that lie in a parcel.",
        "Take them out of the parcel first.",
    ),
    "order_line_counters": ("That is more than the order line holds.", "Check the quantity."),
    "order_line_returned": ("More cannot come back than was shipped.", "Check the quantity."),
    "return_line_received": (
        "More cannot come back than the return was authorised for.",
        "Add a line to the return.",
    ),
    "return_line_inspected": ("More cannot be judged than came back.", "Check the quantity."),
    "users.login_name": (
        "This cannot be a login.",
        "Use 2 to 31 small letters, digits, dots, dashes or underscores.",
    ),
    "users.not_a_verifier": (
        "A password is never sent to the server as it is.",
        "Use this program to set it.",
    ),
    "users.no_such_role": ("There is no such role.", ""),
    "pin.not_a_hash": ("The database only stores the hash of a PIN.", "Set it with Quai."),
    "users.no_such_login": ("There is no such login on the server.", "Add the person first."),
    "users.not_ours": (
        "This login of the server was not made by Quai.",
        "Choose another login; it was not touched.",
    ),
    "users.foreign_grant": (
        "The server's administrator gave or took this role by hand.",
        "Ask the administrator to undo it.",
    ),
    "users.last_admin": (
        "Somebody must remain who can administer people.",
        "Make somebody else an administrator first.",
    ),
    "stock_level_not_negative": ("That would take more than there is.", "Count the place."),
}
_CODE = re.compile(r"\b((?:stock|ledger|row|location|parcel|order|flow|users)\.[a-z_]+)\b")
_CONSTRAINT = re.compile(r"(?:constraint failed: |constraint \")(?:ck_|uq_|fk_)?([a-z_]+)")
_UNIQUE = re.compile(r"UNIQUE constraint failed: ([a-z_]+)\.([a-z_]+)")

_DOORSTEP = re.compile("connection failed|connection is bad|failed to resolve")
_COMES_BACK = re.compile(
    "starting up|shutting down|not yet accepting|recovery mode|too many|connection slots|terminating connection"
)
_DOOR: tuple[tuple[str, type[AppError], str, str], ...] = (
    (
        "no pg_hba.conf entry",
        NotAllowed,
        "The server does not let this login in from this computer.",
        "Its pg_hba.conf needs a line for this login, this database and this computer's address.",
    ),
    (
        "permission denied for database",
        NotAllowed,
        "This login may not use this database.",
        "Ask an administrator to add the person to Quai.",
    ),
    (
        "authentication failed|no password supplied|not permitted to log in|role .* does not exist",
        NotAllowed,
        "The database does not accept this sign-in.",
        "Check the login and the password.",
    ),
    (
        "database .* does not exist",
        NotFound,
        "There is no such database on the server.",
        "Check its name, or make it: main.py server init URL.",
    ),
    (
        "failed to resolve host|could not translate host name",
        Unavailable,
        "No server of that name is known here.",
        "Check the server's name and the network.",
    ),
    (
        "does not support SSL|SSL was required|certificate|requires encryption",
        Unavailable,
        "The server and this computer do not agree on encryption.",
        "Check sslmode in the database URL with the server's administrator.",
    ),
    (
        "FATAL:",
        Unavailable,
        "The server refuses the connection.",
        "Show its words to the server's administrator.",
    ),
)
"""What a server, or the way to it, says before there is a session; libpq hands out no SQLSTATE then, only words."""


def refused_at_the_door(error: exc.DBAPIError) -> AppError | None:
    """Why no session came about, or None where another attempt may succeed (or where this is no such error).

    A server that speaks another language than English is still understood to have refused, by the word FATAL that most keep.
    """
    if not isinstance(error.orig, psycopg.OperationalError) or error.orig.sqlstate is not None:
        return None
    words = str(error.orig)
    if error.connection_invalidated or not _DOORSTEP.match(words) or _COMES_BACK.search(words):
        return None
    for pattern, refusal, message, hint in _DOOR:
        if re.search(pattern, words):
            return refusal(message, hint=hint, server=words.rpartition("failed: ")[2].strip())
    return None


def sqlstate(error: exc.DBAPIError) -> str:
    """PostgreSQL's five letters, or '' on SQLite and for a cut connection."""
    return (error.orig.sqlstate or "") if isinstance(error.orig, psycopg.Error) else ""


def is_retryable(error: exc.DBAPIError) -> bool:
    """Whether the whole use case may be run again under its key.

    Another desk was in the way, or the line was cut.
    """
    if error.connection_invalidated:
        return True
    if refused_at_the_door(error):
        return False
    if isinstance(error.orig, psycopg.Error):
        state = error.orig.sqlstate
        cut = state is None and isinstance(error.orig, (psycopg.OperationalError, psycopg.InterfaceError))
        return cut or state in RETRYABLE or (state or "").startswith("08")
    text = str(error.orig)
    return "database is locked" in text or "database table is locked" in text


def code_of(error: exc.DBAPIError) -> str:
    """The rule that refused.

    A trigger's code or a constraint's name without its prefix; '' when none is named.
    """
    text = str(error.orig)
    if found := _CODE.search(text):
        return found[1]
    if "FOREIGN KEY constraint failed" in text:
        return "foreign_key"  # SQLite does not say which
    if found := _UNIQUE.search(text):
        return f"{found[1]}_{found[2]}"
    diagnostics = getattr(error.orig, "diag", None)
    name = getattr(diagnostics, "constraint_name", None) or ""
    if not name and (found := _CONSTRAINT.search(text)):
        name = found[1]
    return re.sub(r"^(ck|uq|fk|pk|ix)_", "", name)


_FILE: tuple[tuple[str, type[AppError], str, str], ...] = (
    (
        "database is locked|table is locked",
        Unavailable,
        "Another program is writing to this database and does not come to an end.",
        "Wait or close it, then repeat the step; it is not done twice.",
    ),
    (
        "unable to open database file",
        Unavailable,
        "The database file cannot be opened.",
        "Check the path, and that you may read and write the file and its folder.",
    ),
    (
        "readonly database",  # at the door; later it would be a reader that writes, a bug of ours
        NotAllowed,
        "The database file can only be read here.",
        "Check that you may write the file and its folder.",
    ),
    (
        "file is not a database",
        BadInput,
        "This file is no database.",
        "Check --database; the file was not touched.",
    ),
    (
        "disk image is malformed|malformed database schema",
        Unavailable,
        "The database file is damaged.",
        "Stop working with it; bring the latest copy back into a new file: main.py --database NEW db restore COPY.",
    ),
    (
        "disk is full",
        Unavailable,
        "The disk is full; nothing was changed.",
        "Make room, then repeat the step.",
    ),
    (
        "disk I/O error",
        Unavailable,
        "The disk refuses to read or write the database.",
        "Check the disk and its rights, then repeat the step.",
    ),
)
"""What SQLite says of the file itself (sqlite.org/rescode.html)."""


def _of_the_file(error: exc.DBAPIError) -> AppError | None:
    at_the_door = error.statement is None or error.statement.startswith("BEGIN")
    if isinstance(error.orig, sqlite3.DatabaseError):
        for pattern, refusal, message, hint in _FILE:
            if re.search(pattern, str(error.orig)) and (at_the_door or refusal is not NotAllowed):
                return refusal(message, hint=hint, sqlite=str(error.orig))
    return None


def translate(error: exc.DBAPIError, holder: str = "") -> AppError | None:
    """The refusal that a database error stands for, or None when it is a bug."""
    if refusal := refused_at_the_door(error):
        return refusal
    if "invalid connection option" in str(error.orig):
        return BadInput(
            "The database URL names a setting that PostgreSQL does not know.",
            hint="Check what stands behind its question mark.",
            server=str(error.orig).strip(),
        )
    state = sqlstate(error)
    if state == "42501" or "flow.not_allowed" in str(error.orig):
        return NotAllowed(
            "The database does not let this person do that.", hint="Ask a supervisor for the right."
        )
    if state in ("42P01", "3F000") or "no such table: app_meta" in str(error.orig):
        return SchemaMismatch(
            "This database holds no Quai tables yet.", hint="Run: main.py --database URL db upgrade"
        )
    if state == "55P03":
        by = f" by {holder}" if holder else ""
        return Conflict(f"The goods or papers are held{by} at the moment.", hint="Try again.", holder=holder)
    if state == "57014":
        return Unavailable("The database took too long to answer and nothing was changed.", hint="Try again.")
    if state == "28P01" or state == "28000":
        return NotAllowed(
            "The database does not accept this sign-in.", hint="Check the login and the password."
        )
    if words := _of_the_file(error):
        return words
    if is_retryable(error):
        return Unavailable(
            "The database does not answer.",
            hint="Check the line; the step can be repeated and is not done twice.",
        )
    if rule := code_of(error):
        if rule in _RULES:
            message, hint = _RULES[rule]
            return RuleBroken(message, hint=hint, rule=rule)
        if isinstance(error, exc.IntegrityError):
            if state == "23505" or "UNIQUE" in str(error.orig):
                return Conflict(
                    "This exists already.", hint="Look it up instead of making it again.", rule=rule
                )
            return RuleBroken(
                "The database refuses this entry.", hint=f"It breaks the rule {rule}.", rule=rule
            )
    return None
