"""The day of the warehouse: promises, holds and expiry dates are local days."""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.domain.promise import Calendar
from app.models import Warehouse
from app.models.base import utc_now

_NOW = sa.select(
    utc_now().label("now"),
    sa.select(Warehouse.time_zone).order_by(Warehouse.id).limit(1).scalar_subquery().label("zone"),
)


def today(connection: Connection) -> date:
    """The day that it is in the first warehouse, by the database's clock."""
    row = connection.execute(_NOW).one()
    found: date = row.now.astimezone(ZoneInfo(row.zone or "UTC")).date()
    return found


def calendar_of(row: Any) -> Calendar:
    """When the warehouse of a row works, by its `working_days` (ISO, '12345') and `holidays`."""
    holidays = frozenset(date.fromisoformat(word) for word in row.holidays.replace(",", " ").split())
    return Calendar(frozenset(int(day) - 1 for day in row.working_days), holidays)
