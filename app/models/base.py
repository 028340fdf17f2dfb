"""What every table shares.

The declarative base, column types and the defaults that the database itself supplies.
"""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any

import sqlalchemy as sa
from sqlalchemy import orm
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

BigInt = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
"""64 bits on both engines; SQLite makes a row id only of a column declared INTEGER."""


class UtcTime(sa.TypeDecorator[datetime]):
    """An instant, always aware and in UTC; timestamptz on PostgreSQL, ISO text on SQLite."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive instants; store UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Hand out aware UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Scaled(sa.TypeDecorator[Decimal]):
    """An exact decimal kept as a whole number of its last place, equal on both engines (`Scaled(6)`.

    Millionths).
    """

    impl = sa.BigInteger
    cache_ok = True

    def __init__(self, places: int) -> None:
        super().__init__()
        self.places = places

    def process_bind_param(self, value: Decimal | int | None, dialect: Dialect) -> int | None:
        """Refuse a value that the column's places cannot hold exactly."""
        if value is None:
            return None
        scaled = Decimal(value).scaleb(self.places)
        if scaled != scaled.to_integral_value():
            raise ValueError(f"{value} has more than {self.places} decimals")
        return int(scaled)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        """Hand out the decimal."""
        return None if value is None else Decimal(value).scaleb(-self.places)


class utc_now(FunctionElement[datetime]):  # noqa: N801 - reads as the SQL function it is
    """The database's own clock."""

    type = UtcTime()
    inherit_cache = True


@compiles(utc_now, "postgresql")
def _now_postgresql(element: Any, compiler: Any, **kw: Any) -> str:
    return "now()"


@compiles(utc_now, "sqlite")
def _now_sqlite(element: Any, compiler: Any, **kw: Any) -> str:
    return "(strftime('%Y-%m-%d %H:%M:%f', 'now'))"


class actor_name(FunctionElement[str]):  # noqa: N801 - reads as the SQL function it is
    """The person behind the connection: the login on PostgreSQL, the signed-in user on SQLite."""

    type = sa.String()
    inherit_cache = True


@compiles(actor_name, "postgresql")
def _actor_postgresql(element: Any, compiler: Any, **kw: Any) -> str:
    return "SESSION_USER"


@compiles(actor_name, "sqlite")
def _actor_sqlite(element: Any, compiler: Any, **kw: Any) -> str:
    return "(quai_actor())"


class desk_name(FunctionElement[str]):  # noqa: N801 - reads as the SQL function it is
    """The desk behind the connection, as the program said it at the start of the transaction."""

    type = sa.String()
    inherit_cache = True


@compiles(desk_name, "postgresql")
def _desk_postgresql(element: Any, compiler: Any, **kw: Any) -> str:
    return "coalesce(current_setting('quai.desk', true), '')"


@compiles(desk_name, "sqlite")
def _desk_sqlite(element: Any, compiler: Any, **kw: Any) -> str:
    return "(quai_desk())"


SortText = Annotated[
    str, orm.mapped_column(sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), server_default="")
]
"""Folded text, compared byte by byte on both engines."""
Id = Annotated[int, orm.mapped_column(BigInt, sa.Identity(always=True), primary_key=True)]
Text = Annotated[str, orm.mapped_column(sa.Text, server_default="")]
Code = Annotated[str, orm.mapped_column(sa.Text)]
Qty = Annotated[int, orm.mapped_column(BigInt)]
Counter = Annotated[int, orm.mapped_column(BigInt, server_default="0")]
Minor = Annotated[int, orm.mapped_column(BigInt, server_default="0")]
Instant = Annotated[datetime, orm.mapped_column(UtcTime)]
Now = Annotated[datetime, orm.mapped_column(UtcTime, server_default=utc_now())]
Actor = Annotated[str, orm.mapped_column(sa.Text, server_default=actor_name())]
DeskName = Annotated[str, orm.mapped_column(sa.Text, server_default=desk_name())]
Yes = Annotated[bool, orm.mapped_column(sa.Boolean, server_default=sa.true())]
No = Annotated[bool, orm.mapped_column(sa.Boolean, server_default=sa.false())]
Version = Annotated[int, orm.mapped_column(BigInt, server_default="1")]


class Base(orm.DeclarativeBase):
    """All tables; on PostgreSQL they lie in the schema `quai`, found by the connection's search path."""

    metadata = sa.MetaData(naming_convention=NAMING)
    type_annotation_map = {int: BigInt, str: sa.Text, datetime: UtcTime}  # noqa: RUF012 - read by SQLAlchemy


def fk(target: str, *, index: bool = False, primary_key: bool = False) -> orm.MappedColumn[Any]:
    """A reference to another table's row; never cascades (a deletion must not reach the ledger)."""
    return orm.mapped_column(
        BigInt, sa.ForeignKey(target, ondelete="RESTRICT"), index=index, primary_key=primary_key
    )


def one_of(column: str, values: tuple[str, ...], name: str | None = None) -> sa.CheckConstraint:
    """A column that holds one of a few words."""
    words = ", ".join(f"'{value}'" for value in values)
    return sa.CheckConstraint(f"{column} IN ({words})", name=name or column)
