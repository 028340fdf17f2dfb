"""Who we are, as far as a screen asks."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import AppMeta

_GLN = sa.select(AppMeta.gln).where(AppMeta.id == 1)


def company_gln(connection: Connection) -> str:
    """Our GS1 number; empty where none is set."""
    return str(connection.execute(_GLN).scalar_one())
