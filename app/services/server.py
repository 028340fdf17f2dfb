"""Making a PostgreSQL server ready: the roles, the database's owner, the schema.

Can be repeated; says what it did.
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from app.domain.permissions import Role
from app.models.sql.rights import group_role
from app.services.schema import OWNER, upgrade


def initialise(url: str) -> list[str]:
    """Make roles, schema, tables and grants as an administrator.

    Returns:
        What was done, a sentence each.
    """
    done: list[str] = []
    engine = sa.create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        there = set(connection.exec_driver_sql("SELECT rolname FROM pg_roles").scalars())
        for name in (OWNER, *(group_role(role) for role in Role)):
            if name not in there:
                connection.exec_driver_sql(f"CREATE ROLE {name} NOLOGIN")
                done.append(f"Role {name} made.")
        connection.exec_driver_sql(f"GRANT {OWNER} TO CURRENT_USER")
        connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS quai AUTHORIZATION {OWNER}")
    engine.dispose()
    return done + upgrade(url)
