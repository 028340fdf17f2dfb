"""Writing states: the one place where a `state` column changes, by the verbs of `domain/flow.py`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NoReturn

import sqlalchemy as sa

from app.database import Transaction
from app.domain.flow import FLOWS, Flow
from app.errors import Conflict
from app.models import Base


@cache
def _statement(flow: str, verb: str, columns: tuple[str, ...]) -> sa.Update:
    step = next(known for known in FLOWS if known.name == flow).move(verb)
    table = Base.metadata.tables[flow]
    values: dict[str, object] = {"state": step.target} | {name: sa.bindparam(f"v_{name}") for name in columns}
    if "version" in table.c:
        values["version"] = table.c.version + 1
    return (
        sa.update(table)
        .where(table.c.id.in_(sa.bindparam("ids", expanding=True)), table.c.state.in_(step.sources))
        .values(values)
    )


def move_state(
    tx: Transaction, flow: Flow, ids: Sequence[int], verb: str, values: Mapping[str, object] | None = None
) -> None:
    """Take a step with one or several rows of a flow, all or none; announces each. `values` are written with the state.

    Raises:
        Conflict: one of them is not in a state from which the verb leads on (another desk was first).
    """
    wanted = sorted(set(ids))
    if not wanted:
        return
    given = {f"v_{name}": value for name, value in (values or {}).items()}
    statement = _statement(flow.name, verb, tuple(sorted(values or ())))
    done = tx.execute(statement, {"ids": wanted} | given)
    tx.expect(done, len(wanted), lambda: _refuse(tx, flow, wanted, verb))
    for row_id in wanted:
        tx.changed(flow.name, row_id)


def _refuse(tx: Transaction, flow: Flow, ids: Sequence[int], verb: str) -> NoReturn:
    table = Base.metadata.tables[flow.name]
    found = tx.execute(sa.select(table.c.id, table.c.state).where(table.c.id.in_(ids))).all()
    sources = flow.move(verb).sources
    wrong = next((row for row in found if row.state not in sources), None)
    state = wrong.state if wrong else "not there"
    raise Conflict(
        f"'{verb}' is not possible: it is {state}, not {' or '.join(sources)}.",
        hint="Look at it again; another desk may have been first.",
        flow=flow.name,
        verb=verb,
        state=state,
        ids=ids,
    )
