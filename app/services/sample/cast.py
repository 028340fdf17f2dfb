"""Who does what at the sample company: each person at their desk, with their own rights."""

from __future__ import annotations

from dataclasses import replace

from app.domain.permissions import Role, permissions_of
from app.services.context import Context
from app.services.sample.data import Plan

DESKS = {
    "claire": "ADV-1",
    "hugo": "ADV-2",
    "emma": "ADV-2",
    "idris": "CART-1",
    "lea": "CART-2",
    "tom": "CART-2",
    "marie": "PACK-1",
    "noah": "PACK-2",
    "paul": "DOCK-1",
    "ines": "OFFICE",
    "zoe": "RETURNS-1",
    "samir": "OFFICE",
    "alice": "OFFICE",
}
"""Where each of them works."""


class Cast:
    """The people of the company, as they work on the day that the sample is made.

    On SQLite they act under their own names; on PostgreSQL the server knows who is signed in: whoever makes the sample.
    """

    def __init__(self, ctx: Context, plan: Plan) -> None:
        self._ctx = ctx
        self._roles = {one.login: frozenset(Role(role) for role in one.roles) for one in plan.person}

    def __getitem__(self, login: str) -> Context:
        desk = DESKS[login]
        if self._ctx.db.postgresql:
            return replace(self._ctx, desk=desk)
        return replace(self._ctx, actor=login, desk=desk, rights=permissions_of(self._roles[login]))
