"""The day of the warehouse: promises, holds and expiry dates are local days."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.engine import Connection

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
