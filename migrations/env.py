"""Alembic's way in: always online, always on the connection that `app.services.schema.upgrade` hands over."""

from __future__ import annotations

from typing import Any, Literal

import sqlalchemy as sa
from alembic import context

from app.models import Base
from app.models.base import actor_name, desk_name, utc_now

_DEFAULTS = {utc_now: "utc_now()", actor_name: "actor_name()", desk_name: "desk_name()"}


def _plain(kind: str, item: Any, autogen_context: Any) -> str | Literal[False]:
    """Write our own types as the plain types they rest on, and defaults so that they fit both engines."""
    if kind == "server_default" and isinstance(item, sa.DefaultClause):
        if isinstance(item.arg, sa.True_):
            return "sa.true()"
        if isinstance(item.arg, sa.False_):
            return "sa.false()"
        return _DEFAULTS.get(type(item.arg), False)
    if kind == "type" and isinstance(item, sa.TypeDecorator):
        impl = item.impl_instance
        if isinstance(impl, sa.DateTime):
            return "sa.DateTime(timezone=True)"
        return "sa.BigInteger()"
    return False


def run() -> None:
    """Run the migrations, or compare for a new one, inside the caller's transaction."""
    connection = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        render_item=_plain,
        compare_type=True,
        compare_server_default=False,
        version_table="alembic_version",
        transactional_ddl=False,
    )
    context.run_migrations()


run()
