"""What the screens share: the context, use cases and readings off the main thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from app.errors import AppError
from app.qt.screen import Screen
from app.services.context import Context


class View(Screen):
    """A screen that works with services and queries."""

    @property
    def ctx(self) -> Context:
        """The person at this desk, as the services know them."""
        return cast(Context, self.shell.session)

    def do(
        self,
        work: Callable[..., Any],
        *args: Any,
        then: Callable[[Any], None] | None = None,
        failed: Callable[[AppError], None] | None = None,
        key: str = "",
        lane: str | None = None,
        **named: Any,
    ) -> None:
        """Run a service `work(ctx, *args)` off the main thread.

        Args:
            work: A use case, or any function that takes a context first.
            args: Its further arguments.
            then: Called with the result on the main thread.
            failed: Called with a refusal; without it the refusal is shown until it is acknowledged.
            key: The operation key: what is done under it is done once.
            lane: Work of one lane runs in the order it came.
            named: Arguments by name.
        """
        ctx = self.ctx.once(key) if key else self.ctx
        self.later(lambda: work(ctx, *args, **named), then=then, failed=failed, lane=lane)

    def read(
        self,
        query: Callable[..., Any],
        *args: Any,
        then: Callable[[Any], None],
        failed: Callable[[AppError], None] | None = None,
        latest: str | None = None,
    ) -> None:
        """Run a query `query(connection, *args)` off the main thread in one consistent view.

        `latest` names a reading of which only the newest answer counts, as of a search while typing.
        """
        ctx = self.ctx

        def work() -> Any:
            with ctx.reading() as connection:
                return query(connection, *args)

        self.later(work, then=then, failed=failed, latest=latest)
