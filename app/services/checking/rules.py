"""What a rule of the check is, how it finds differences set by set, and how it names them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

MOST = 100
"""Differences named of one rule; whoever has more has to begin with the first ones anyway."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference: which rule, where, what it should be and what is there."""

    rule: str
    where: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.where}: expected {self.expected}, found {self.found}"


@dataclass(frozen=True, slots=True)
class Rule:
    """A query whose rows are differences: the keys, then `expected_<value>` and `found_<value>` of each value."""

    name: str
    keys: tuple[str, ...]
    values: tuple[str, ...]
    sql: str

    def findings(self, connection: Connection) -> Iterator[Finding]:
        """Each value that differs, as '<name>.<value>' (or the bare name where there is one value only)."""
        for row in connection.execute(sa.text(self.sql)).mappings():
            where = ", ".join(f"{key} {row[key]}" for key in self.keys)
            for value in self.values:
                expected, found = row[f"expected_{value}"], row[f"found_{value}"]
                if expected != found:
                    yield Finding(f"{self.name}.{value}", where, _text(expected), _text(found))


def _text(value: object) -> str:
    return "nothing" if value is None else str(value)


def same_sums(name: str, keys: Sequence[str], values: Sequence[str], *, found: str, expected: str) -> Rule:
    """The sums of `values` by `keys` are equal in two queries that both give keys and values; each is read once."""
    key_list = ", ".join(keys)
    ours = ", ".join(f"0 AS expected_{value}, {value} AS found_{value}" for value in values)
    theirs = ", ".join(f"{value}, 0" for value in values)
    sums = ", ".join(
        f"sum(expected_{value}) AS expected_{value}, sum(found_{value}) AS found_{value}" for value in values
    )
    differ = " OR ".join(f"sum(expected_{value}) <> sum(found_{value})" for value in values)
    both = f"SELECT {key_list}, {ours} FROM ({found}) AS f UNION ALL SELECT {key_list}, {theirs} FROM ({expected}) AS e"
    sql = (
        f"SELECT {key_list}, {sums} FROM ({both}) AS x GROUP BY {key_list} HAVING {differ}"
        f" ORDER BY {key_list} LIMIT {MOST}"
    )
    return Rule(name, tuple(keys), tuple(values), sql)


def listed(name: str, value: str, keys: Sequence[str], query: str) -> Rule:
    """A query that itself gives the rows that are wrong, with keys, `expected` and `found`."""
    key_list = ", ".join(keys)
    sql = (
        f"SELECT {key_list}, expected AS expected_{value}, found AS found_{value} FROM ({query}) AS x"
        f" ORDER BY {key_list} LIMIT {MOST}"
    )
    return Rule(name, tuple(keys), (value,), sql)
