"""What is there before the day begins: the sample company, the orders that were imported, and what is promised of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from app.errors import Refused
from app.integrations.channels.base import KINDS, Kind
from app.integrations.channels.loading import load_profile
from app.services import schema
from app.services.context import Context
from app.services.importing import Request, import_files
from app.services.reservation import reserve_waiting
from app.services.sample import ORDERS, PASSWORD, Sample, draw_products, make_company
from app.services.sign_in import owner_context, sign_in


class Prepared:
    """A database with a company, orders and promises, all made through services; the tour's screens find it so.

    Args:
        url: An embedded database that is not there yet.
        say: Takes a line for people.
    """

    def __init__(self, url: str, say: Callable[[str], None]) -> None:
        self.say = say
        schema.upgrade(url)
        self.owner: Context = owner_context(url, desk="OFFICE")
        self._url = url

    def company(self) -> Sample:
        """Make the sample company, with a picture of each of its products."""
        sample = make_company(self.owner, datetime.now(UTC).date(), self.say)
        draw_products(self.owner, sample)
        return sample

    def orders(self, files: Sequence[Path], profile: str | None) -> None:
        """Import orders, and the products, customers and stock that lie beside them where the profile knows of such."""
        name = profile or "sample"
        loaded = load_profile(name)
        for kind in ("products", "customers", "stock", "orders"):
            section = getattr(loaded, kind)
            found = tuple(files or (ORDERS,)) if kind == "orders" else _beside(files or (ORDERS,), section)
            if section is not None and found:
                self._import(kind, loaded, name, found)

    def _import(self, kind: Kind, loaded: Any, profile: str, files: tuple[Path, ...]) -> None:
        assert kind in KINDS
        result = import_files(self.owner, Request(kind, loaded, Path(profile).stem, files))
        try:
            refused = list(result.rejected)
            if refused:
                first = refused[0]
                raise Refused(
                    f"{len(refused)} rows of {first.file} cannot be read; line {first.line}, {first.column}: {first.reason}",
                    hint="Mend the file or its profile; `import --dry-run` names every row.",
                )
            what = (
                f"{result.orders} orders, {result.lines} lines, gross {result.gross}"
                if kind == "orders"
                else f"{result.created:,} {'pieces' if kind == 'stock' else kind}"
            )
            self.say(f"Imported from {', '.join(path.name for path in files)}: {what}.")
        finally:
            result.rejected.close()

    def promises(self, warehouse_id: int) -> None:
        """Promise stock to the waiting shipments in the order of their numbers; what is short is named."""
        samir = sign_in(self._url, "samir", PASSWORD, desk="OFFICE")
        try:
            run = reserve_waiting(samir, warehouse_id, order="number")
        finally:
            samir.db.close()
        self.say(f"{len(run.reserved)} shipments are reserved, {len(run.waiting)} wait.")
        for waiting in run.waiting:
            lacking = "; ".join(
                f"{short.sku}: {short.wanted} wanted, {short.free} free" for short in waiting.short
            )
            number = waiting.order_number or waiting.number
            self.say(f"{number} waits for {lacking or ', '.join(waiting.holds)}")

    def rows(self, statement: str, **parameters: Any) -> list[Any]:
        """What a query says, to tell the story with."""
        with self.owner.reading() as connection:
            return list(connection.execute(sa.text(statement), parameters).all())

    def one(self, statement: str, **parameters: Any) -> Any:
        """The single value of a query."""
        return self.rows(statement, **parameters)[0][0]

    def close(self) -> None:
        """Let the database go."""
        self.owner.db.close()


def _beside(files: Sequence[Path], section: Any) -> tuple[Path, ...]:
    """Files of another kind that the profile knows and that lie beside the orders."""
    if section is None or not section.files:
        return ()
    return tuple(
        path for pattern in section.files for path in sorted(files[0].parent.glob(pattern)) if path.is_file()
    )
