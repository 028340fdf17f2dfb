"""How far a parcel's weight may be off."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import AppMeta


@dataclass(frozen=True, slots=True)
class Tolerance:
    """Thousandths of the expected weight, and grams: of the two the larger counts (`domain.scale.verdict`)."""

    permille: int
    grams: int


_TOLERANCE = sa.select(AppMeta.tolerance_permille, AppMeta.tolerance_g).where(AppMeta.id == 1)


def tolerance(connection: Connection) -> Tolerance:
    """What supervisors said, the same at every desk."""
    row = connection.execute(_TOLERANCE).one()
    return Tolerance(row.tolerance_permille, row.tolerance_g)
