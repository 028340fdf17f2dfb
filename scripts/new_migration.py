"""Write the next migration from the difference between the models and the migrations: `python scripts/new_migration.py "why"`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import sqlalchemy as sa
from alembic import command

from app.database import make_engine
from app.services.schema import alembic_config


def main() -> None:
    """Compare on a database in memory that has all migrations so far."""
    engine = make_engine(sa.make_url("sqlite:///:memory:"))
    with engine.connect() as connection:
        config = alembic_config(connection)
        command.upgrade(config, "head")
        command.revision(
            config, message=sys.argv[1], autogenerate=True, rev_id=sys.argv[2] if len(sys.argv) > 2 else None
        )


if __name__ == "__main__":
    main()
