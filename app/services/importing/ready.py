"""Orders that passed the check, written into the staging tables in the shape in which they are taken over."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.models import ImportLine, ImportOrder
from app.models.bulk import BulkInsert
from app.services.context import use_case
from app.services.importing.addresses import digest_of, fields_of, postal
from app.services.importing.documents import Document, Part
from app.services.importing.job import Job
from app.services.importing.orders_commit import ROWS_AT_ONCE
from app.services.importing.payloads import StagedLine, encode
from app.services.importing.staging import insert_missing, touch

MOST_REMEMBERED = 50_000
"""Things to be made that are remembered, so that they are not written down again and again."""
_ORDERS = BulkInsert(ImportOrder, tuple(column.name for column in sa.inspect(ImportOrder).columns))
_LINES = BulkInsert(ImportLine, tuple(column.name for column in sa.inspect(ImportLine).columns))


class ReadyOrders:
    """Collects orders that are ready and writes them on `write`.

    Args:
        job: The import.
        services: Ids of carriers' services by folded code or name.
    """

    def __init__(self, job: Job, services: Mapping[str, int]) -> None:
        self._job = job
        self._services = services
        self._seq = 0
        self._cuts: list[int] = []
        self._since_cut = 0
        self._noted: set[tuple[str, str]] = set()
        self._orders: list[dict[str, Any]] = []
        self._lines: list[dict[str, Any]] = []
        self._new: list[tuple[str, str, str]] = []

    def add(
        self, document: Document, part: Part, content_hash: str, *, target: str, channel: str, held: bool
    ) -> None:
        """Note the sold or the returned half of a document; what came back has no sums of its own."""
        head, job = document.head, self._job
        assert head is not None
        self._seq += 1
        service = self._services.get(head.carrier.casefold())
        unknown_carrier = bool(head.carrier) and service is None
        sold = channel != "return"
        self._orders.append(
            {
                "import_id": job.import_id,
                "seq": self._seq,
                "target": target,
                "channel": channel,
                "source": job.source if sold else returns_source(job.source),
                "external_number": document.number,
                "content_hash": content_hash,
                "customer_code": head.customer,
                "currency": head.currency,
                "ordered_on": head.ordered_on,
                "promised_on": head.promised_on,
                "shipped_on": head.shipped_on,
                "customer_reference": head.reference,
                "note": head.note,
                "internal_note": f"Carrier in the file: {head.carrier}" if unknown_carrier else "",
                "carrier_service_id": service,
                "address_digest": digest_of(postal(head.ship_to, head.customer_name)),
                "freight": part.freight if sold else 0,
                "gross": part.gross if sold else 0,
                "net": part.net if sold else 0,
                "held": held,
            }
        )
        numbered = _positions([line for line, _, _ in part.lines])
        for position, (line, gross, net) in zip(numbered, part.lines, strict=True):
            self._lines.append(
                {
                    "import_id": job.import_id,
                    "seq": self._seq,
                    "position": position,
                    "sku": line.sku,
                    "description": line.description,
                    "qty": line.qty,
                    "unit_price": line.price,
                    "discount": line.discount,
                    "gross": gross,
                    "net": net,
                }
            )
        self._since_cut += len(part.lines) + 1
        if self._since_cut >= ROWS_AT_ONCE:
            self._cuts.append(self._seq)
            self._since_cut = 0

    def note_new(self, document: Document, customers: Collection[str], products: Collection[str]) -> None:
        """Note the address that an order names, and its customer and products where they are not among the known ones."""
        head = document.head
        assert head is not None
        address = postal(head.ship_to, head.customer_name)
        digest = digest_of(address)
        if address is not None:
            self._note("address", digest, fields_of(address))
        if head.customer not in customers:
            name = head.customer_name or head.ship_to.name or head.customer
            self._note("customer", head.customer, (name, head.currency, digest))
        for _, line in document.lines:
            if not line.freight and line.sku not in products:
                self._note("product", line.sku, (line.description or line.sku, line.price, head.currency))

    def write(self) -> None:
        """Write what was collected, in one short transaction."""
        write_ready(
            self._job.store,
            self._job.import_id,
            tuple(self._orders),
            tuple(self._lines),
            tuple(sorted(self._new)),
        )
        self._orders.clear()
        self._lines.clear()
        self._new.clear()

    def cuts(self) -> tuple[int, ...]:
        """The last order of each statement of the commit."""
        rest = (self._seq,) if self._since_cut else ()
        return (*self._cuts, *rest)

    def _note(self, kind: str, key: str, told: object) -> None:
        """Write a thing to be made down, unless that is remembered; the table knows for sure and keeps the first."""
        if (kind, key) in self._noted:
            return
        if len(self._noted) >= MOST_REMEMBERED:
            self._noted.clear()
        self._noted.add((kind, key))
        self._new.append((kind, key, encode(told)))


@use_case()
def write_ready(
    tx: Transaction,
    import_id: int,
    orders: tuple[dict[str, Any], ...],
    lines: tuple[dict[str, Any], ...],
    new: tuple[tuple[str, str, str], ...],
) -> int:
    """Write orders that are ready into the staging tables; how many.

    Raises:
        ImportGivenUp: another desk has cleaned up this import.
    """
    touch(tx, import_id)
    _ORDERS(tx, orders)
    _LINES(tx, lines)
    insert_missing(
        tx,
        [
            {"import_id": import_id, "kind": kind, "key": key, "payload": payload}
            for kind, key, payload in new
        ],
    )
    return len(orders)


def returns_source(source: str) -> str:
    """Where what came back is kept apart from what was sold under the same number."""
    return f"{source}:returns"


def _positions(lines: Sequence[StagedLine]) -> Iterable[int]:
    """The lines' own positions where they are sound, else 1, 2, 3."""
    own = [line.position for line in lines]
    if all(own) and len(set(own)) == len(own):
        return [position for position in own if position]
    return range(1, len(lines) + 1)
