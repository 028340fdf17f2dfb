"""One use case for many things in one transaction: a new company is made in seconds, on slow disks too."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any, TypeVar

from app.database import Operation
from app.errors import Unavailable
from app.services.context import Context, UseCase

R = TypeVar("R")


def each(ctx: Context, use_case: UseCase[..., R], calls: Sequence[tuple[Any, ...]]) -> list[R]:
    """What a use case gives for each of the calls; either all of them are done, or none.

    Raises:
        NotAllowed: a right is missing.
        AppError: whatever the use case refuses.
        Unavailable: the line was cut just when it was done, so that nobody knows the answers; begin anew.
    """
    for permission in use_case.permissions:
        ctx.require(permission)

    def forgotten(_: str) -> list[R]:
        raise Unavailable("The line was cut.", hint="Begin anew with an empty database.")

    return ctx.db.run(
        lambda tx: [use_case.inside(tx, *arguments) for arguments in calls],
        Operation(f"auto:{uuid.uuid4()}", "sample", use_case.inside.__name__),
        encode=lambda results: "",
        decode=forgotten,
        actor=ctx.actor,
        desk=ctx.desk,
    )
