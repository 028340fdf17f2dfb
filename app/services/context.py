"""Who works where with which rights, and how a function becomes a use case.

Required right, one transaction, done once.
"""

from __future__ import annotations

import hashlib
import typing
import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import update_wrapper
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

import msgspec
from sqlalchemy.engine import Connection

from app.database import Database, Operation, Transaction
from app.domain.permissions import Permission
from app.errors import NotAllowed

P = ParamSpec("P")
R = TypeVar("R")
_ENCODER = msgspec.json.Encoder(order="deterministic")


@dataclass(frozen=True, slots=True)
class Context:
    """Passed to every use case.

    The database, the person, what they may do, the desk, and the key of the operation.

    `op_key` derives from the thing, not the click (draft id + verb, desk + journal number, file hash + row).
    Without one a fresh key is made for the call, which still protects it against a cut line.
    """

    db: Database
    actor: str
    rights: frozenset[Permission]
    desk: str = ""
    op_key: str = ""
    reason: str = ""

    def once(self, op_key: str) -> Context:
        """The same context for one operation under this key.

        Asked again, it answers as before and does nothing.
        """
        return replace(self, op_key=op_key)

    def because(self, reason: str) -> Context:
        """The same context with a reason for the audit trail."""
        return replace(self, reason=reason)

    def require(self, permission: Permission) -> None:
        """Go on only with this right.

        Raises:
            NotAllowed: the person lacks it.
        """
        if permission not in self.rights:
            raise NotAllowed(
                f"{self.actor or 'This person'} may not do this ({permission}).",
                hint="Ask a supervisor, or sign in as somebody who may.",
                permission=permission.value,
            )

    def reading(self) -> AbstractContextManager[Connection]:
        """A read-only transaction; see `Database.reading`."""
        return self.db.reading()


class UseCase(Generic[P, R]):
    """A function over a transaction that can be called with a context.

    Checked, retried, done once, announced.
    """

    def __init__(
        self, body: Callable[Concatenate[Transaction, P], R], permissions: tuple[Permission, ...]
    ) -> None:
        self.inside = body
        """The bare function, for use within another use case's transaction (which has then checked
        the rights).
        """
        self.permissions = permissions
        self._decoder: msgspec.json.Decoder[Any] | None = None
        update_wrapper(self, body)

    def __call__(self, ctx: Context, *args: P.args, **kwargs: P.kwargs) -> R:
        """Do it as this person at this desk.

        Raises:
            NotAllowed: a right is missing.
            AppError: whatever the use case refuses; nothing is changed then.
        """
        for permission in self.permissions:
            ctx.require(permission)
        name = self.inside.__name__
        payload = hashlib.sha256(_ENCODER.encode([args, kwargs])).hexdigest()
        operation = Operation(ctx.op_key or f"auto:{uuid.uuid4()}", name, payload)
        result: R = ctx.db.run(
            lambda transaction: self.inside(transaction, *args, **kwargs),
            operation,
            encode=_encode,
            decode=self._decode,
            actor=ctx.actor,
            desk=ctx.desk,
            reason=ctx.reason,
        )
        return result

    def _decode(self, text: str) -> R:
        if self._decoder is None:
            self._decoder = msgspec.json.Decoder(typing.get_type_hints(self.inside)["return"])
        result: R = self._decoder.decode(text)
        return result


def use_case(*permissions: Permission) -> Callable[[Callable[Concatenate[Transaction, P], R]], UseCase[P, R]]:
    """Make a function `(tx, ...)` a use case `(ctx, ...)` that takes these rights."""

    def make(body: Callable[Concatenate[Transaction, P], R]) -> UseCase[P, R]:
        return UseCase(body, permissions)

    return make


def _encode(result: Any) -> str:
    return _ENCODER.encode(result).decode()
