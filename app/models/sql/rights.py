"""Grants and row policies (in the making: the manifest follows)."""

from __future__ import annotations

from sqlalchemy.engine import Connection

from app.domain.permissions import Role


def group_role(role: Role) -> str:
    """The NOLOGIN role of PostgreSQL that stands for a role."""
    return f"quai_{role.value}"


def grant(connection: Connection) -> None:
    """Write all grants anew."""
    groups = ", ".join(group_role(role) for role in Role)
    connection.exec_driver_sql(f"GRANT USAGE ON SCHEMA quai TO {groups}")
    connection.exec_driver_sql(
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA quai TO {groups}"
    )
    connection.exec_driver_sql(f"GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA quai TO {groups}")
