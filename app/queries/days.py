"""The day of the warehouse: promises, holds and expiry dates are local days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.domain.promise import Calendar, next_working_day
from app.models import Warehouse
from app.models.base import utc_now

_NOW = sa.select(
    utc_now().label("now"),
    sa.select(Warehouse.time_zone).order_by(Warehouse.id).limit(1).scalar_subquery().label("zone"),
)
_SPAN: Any = (
    sa.select(utc_now().label("now"), Warehouse.time_zone, Warehouse.working_days, Warehouse.holidays)
    .order_by(Warehouse.id)
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Span:
    """A day of the first warehouse: when it began, and the working day that comes after it."""

    day: date
    began: datetime
    next: date


def today(connection: Connection) -> date:
    """The day that it is in the first warehouse, by the database's clock."""
    row = connection.execute(_NOW).one()
    found: date = row.now.astimezone(ZoneInfo(row.zone or "UTC")).date()
    return found


def span(connection: Connection) -> Span:
    """The day that it is in the first warehouse, with its begin and the next working day, by the database's clock."""
    row = connection.execute(_SPAN).first()
    if row is None:
        day = today(connection)
        return Span(day, datetime.combine(day, time(), ZoneInfo("UTC")), day + timedelta(days=1))
    zone = ZoneInfo(row.time_zone)
    day = row.now.astimezone(zone).date()
    began = datetime.combine(day, time(), zone).astimezone(ZoneInfo("UTC"))
    return Span(day, began, next_working_day(day + timedelta(days=1), calendar_of(row)))


def calendar_of(row: Any) -> Calendar:
    """When the warehouse of a row works, by its `working_days` (ISO, '12345') and `holidays`."""
    holidays = frozenset(date.fromisoformat(word) for word in row.holidays.replace(",", " ").split())
    return Calendar(frozenset(int(day) - 1 for day in row.working_days), holidays)
