"""Calls for a supervisor: which are open, and what became of a desk's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import AppUser, HelpCall, Shipment

MOST = 20
"""More calls at once are not shown: so many supervisors no house has."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call: who, at which desk, over which shipment; `answered_by` who comes, empty while nobody said so."""

    call_id: int
    at: datetime
    actor: str
    name: str
    desk: str
    shipment: str
    note: str
    answered_by: str
    mine: bool
    """Whether whoever called took it back."""


_CALLER, _COMER = sa.orm.aliased(AppUser), sa.orm.aliased(AppUser)
_CALLS = (
    sa.select(
        *(HelpCall.id, HelpCall.at, HelpCall.actor, HelpCall.desk, HelpCall.note, HelpCall.answered_by),
        _CALLER.name.label("caller"),
        _COMER.name.label("comer"),
        Shipment.number,
    )
    .outerjoin(_CALLER, _CALLER.login == HelpCall.actor)
    .outerjoin(_COMER, _COMER.login == HelpCall.answered_by)
    .outerjoin(Shipment, Shipment.id == HelpCall.shipment_id)
)
_OPEN = _CALLS.where(HelpCall.answered_at.is_(None)).order_by(HelpCall.id).limit(MOST)
_OF_DESK = _CALLS.where(HelpCall.desk == sa.bindparam("desk")).order_by(HelpCall.id.desc()).limit(1)


def open_calls(connection: Connection) -> tuple[Call, ...]:
    """Calls that nobody answered yet, the oldest first."""
    return tuple(_call(row) for row in connection.execute(_OPEN))


def last_call(connection: Connection, desk: str) -> Call | None:
    """The latest call of a desk; None where it never called."""
    row = connection.execute(_OF_DESK, {"desk": desk}).first()
    return _call(row) if row is not None else None


def _call(row: Any) -> Call:
    return Call(
        call_id=row.id,
        at=row.at,
        actor=row.actor,
        name=row.caller or row.actor,
        desk=row.desk,
        shipment=row.number or "",
        note=row.note,
        answered_by=row.comer or row.answered_by,
        mine=row.answered_by == row.actor,
    )
