"""Calling a supervisor from a bench: the call stays until somebody says that they come, or it is taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import Conflict, NotAllowed
from app.models import HelpCall
from app.models.base import utc_now
from app.services.context import use_case
from app.services.rows import free_text, must_find

LONGEST_NOTE = 200


@dataclass(frozen=True, slots=True)
class Called:
    """A call for help; `again` where this desk waits for somebody already and no second one was made."""

    call_id: int
    again: bool


_NEW = sa.insert(HelpCall).returning(HelpCall.id)
_OPEN_HERE = (
    sa.select(HelpCall.id)
    .where(HelpCall.desk == sa.bindparam("here"), HelpCall.answered_at.is_(None))
    .order_by(HelpCall.id)
    .limit(1)
)
_CALL = (
    sa.select(HelpCall.id, HelpCall.actor, HelpCall.desk, HelpCall.answered_at, HelpCall.answered_by)
    .where(HelpCall.id == sa.bindparam("call"))
    .with_for_update(key_share=True)
)
_ANSWER = (
    sa.update(HelpCall)
    .where(HelpCall.id == sa.bindparam("call"))
    .values(answered_at=utc_now(), answered_by=sa.bindparam("who"))
)
_REOPEN = (
    sa.update(HelpCall).where(HelpCall.id == sa.bindparam("call")).values(answered_at=None, answered_by="")
)


@use_case(Permission.SHIPMENT_PACK)
def call_help(tx: Transaction, shipment_id: int | None = None, note: str = "") -> Called:
    """Call a supervisor to this desk; a desk calls once and waits.

    Raises:
        BadInput: the note is too long or cannot be shown.
    """
    text = free_text(note, "note", LONGEST_NOTE)
    waiting = tx.execute(_OPEN_HERE, {"here": tx.desk}).scalar()
    if waiting is not None:
        return Called(int(waiting), again=True)
    made: int = tx.execute(_NEW, {"shipment_id": shipment_id, "note": text}).scalar_one()
    tx.changed("help_call", made)
    return Called(made, again=False)


@use_case(Permission.HELP_ANSWER)
def answer_call(tx: Transaction, call_id: int) -> int:
    """Say that one comes; the call's id. Others see who.

    Raises:
        Conflict: somebody else comes already, or the call was taken back.
        NotFound: there is no such call.
    """
    row = _lock(tx, call_id)
    if row.answered_at is not None and row.answered_by != tx.actor:
        raise Conflict(
            f"{row.answered_by} has answered the call of desk {row.desk}.",
            hint="Nobody else needs to go.",
            desk=row.desk,
            who=row.answered_by,
        )
    tx.execute(_ANSWER, {"call": call_id, "who": tx.actor})
    tx.changed("help_call", call_id)
    return call_id


@use_case(Permission.HELP_ANSWER)
def unanswer_call(tx: Transaction, call_id: int) -> int:
    """One cannot come after all: the desk calls again; undoes `answer_call`.

    Raises:
        NotFound: there is no such call.
    """
    _lock(tx, call_id)
    tx.execute(_REOPEN, {"call": call_id})
    tx.changed("help_call", call_id)
    return call_id


@use_case(Permission.SHIPMENT_PACK)
def take_call_back(tx: Transaction, call_id: int) -> int:
    """Help is not needed any more; undoes `call_help`.

    Raises:
        NotAllowed: another desk called.
        NotFound: there is no such call.
    """
    row = _lock(tx, call_id)
    if row.desk != tx.desk and row.actor != tx.actor:
        raise NotAllowed(
            f"Desk {row.desk} called, not this one.", hint="Let them take it back.", desk=row.desk
        )
    if row.answered_at is None:
        tx.execute(_ANSWER, {"call": call_id, "who": tx.actor})
        tx.changed("help_call", call_id)
    return call_id


def _lock(tx: Transaction, call_id: int) -> Any:
    return must_find(tx.execute(_CALL, {"call": call_id}).first(), "call", call_id)
