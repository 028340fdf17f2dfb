"""Orders from files: checked document by document, made ready in the staging tables, taken over as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.integrations.channels.base import OrderHeaderRow, OrderLineRow, Rejected, Row
from app.models import Carrier, CarrierService, Customer, ImportLine, ImportOrder, Product, SalesOrder
from app.models.bulk import BulkInsert
from app.services.context import use_case
from app.services.importing.addresses import digest_of, fields_of, postal
from app.services.importing.documents import (
    MOST_LINES,
    Bad,
    Document,
    Part,
    Place,
    assemble,
    impossible,
    split,
)
from app.services.importing.job import Job, column_names, execute_in, grouped_chunks
from app.services.importing.orders_commit import ROWS_AT_ONCE, Options, commit_orders
from app.services.importing.payloads import StagedLine, encode, staged_line
from app.services.importing.places import choose_site
from app.services.importing.report import Sums
from app.services.importing.staging import BATCH, insert_missing, staged_groups, touch

_PRODUCTS = sa.select(Product.sku, Product.status).where(
    Product.sku.in_(sa.bindparam("skus", expanding=True))
)
_CUSTOMERS = sa.select(Customer.code, Customer.status).where(
    Customer.code.in_(sa.bindparam("codes", expanding=True))
)
_BEFORE = sa.select(SalesOrder.external_number, SalesOrder.number, SalesOrder.content_hash).where(
    SalesOrder.source.in_(sa.bindparam("sources", expanding=True)),
    SalesOrder.external_number.in_(sa.bindparam("numbers", expanding=True)),
)
_SERVICES = (
    sa.select(
        CarrierService.id,
        CarrierService.code,
        CarrierService.name,
        CarrierService.carrier_id,
        Carrier.name.label("carrier"),
    )
    .join(Carrier, Carrier.id == CarrierService.carrier_id)
    .where(CarrierService.active.is_(True))
    .order_by(CarrierService.id)
)
_ORDER_COLUMNS = tuple(column.name for column in sa.inspect(ImportOrder).columns)
_LINE_COLUMNS = tuple(column.name for column in sa.inspect(ImportLine).columns)
_READY_ORDERS = BulkInsert(ImportOrder, _ORDER_COLUMNS)
_READY_LINES = BulkInsert(ImportLine, _LINE_COLUMNS)
MOST_REMEMBERED = 50_000
"""Things to be made that are remembered, so that they are not written down again and again."""
_TARGETS = {"open": "confirmed", "closed": "closed", "cancelled": "cancelled"}


@dataclass(slots=True)
class _Ready:
    """Rows to write into the staging tables: orders, lines, and what is to be made by kind and key."""

    orders: list[dict[str, Any]] = field(default_factory=list)
    lines: list[dict[str, Any]] = field(default_factory=list)
    new: dict[tuple[str, str], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What documents are held against: statuses of products and customers, orders imported before."""

    products: Mapping[str, str]
    customers: Mapping[str, str]
    before: Mapping[str, list[Any]]


class Orders:
    """Takes in heads and lines of orders.

    Args:
        job: The import.
    """

    def __init__(self, job: Job) -> None:
        assert job.profile.orders is not None
        self._job = job
        self._section = job.profile.orders
        self._columns = column_names(self._section.columns)
        self._line_columns = column_names(self._section.lines.columns)
        self._site = choose_site(job)
        self._services = self._read_services()
        self._sums = Sums()
        self._seq = 0
        self._cuts: list[int] = []
        self._since_cut = 0
        self._noted: set[tuple[str, str]] = set()

    def stage(self, row: Row) -> tuple[str, str, str] | Rejected:
        """One group an order's number."""
        if isinstance(row, OrderHeaderRow):
            return row.number, "head", encode(row)
        assert isinstance(row, OrderLineRow)
        line = staged_line(row)
        if isinstance(line, Rejected):
            return Rejected(
                line.file, line.line, self._line_columns.get(line.column, line.column), line.reason, row.order
            )
        return row.order, "line", encode(line)

    def check(self) -> None:
        """Join heads and lines, refuse what does not fit, write down what is ready, and sum it up."""
        job, result = self._job, self._job.result
        seen = 0
        groups = staged_groups(job.store, job.import_id, MOST_LINES)
        for chunk in grouped_chunks(groups, BATCH):
            flat = self._section.layout == "flat"
            documents = [assemble(group, flat, group[0].group_key in job.lost) for group in chunk]
            facts = self._facts(documents)
            ready = _Ready()
            for document in documents:
                self._check(document, facts, ready)
            write_ready(
                job.store,
                job.import_id,
                tuple(ready.orders),
                tuple(ready.lines),
                tuple((kind, key, payload) for (kind, key), payload in sorted(ready.new.items())),
            )
            seen += sum(map(len, chunk))
            job.step("checking", seen, job.staged)
        currency = job.profile.currency or ""
        result.gross, result.freight = self._sums.gross(currency), self._sums.freight(currency)
        result.created = result.orders

    def commit(self) -> None:
        """Take all orders that are ready over in one transaction."""
        job = self._job
        if self._seq and (not self._cuts or self._cuts[-1] < self._seq):
            self._cuts.append(self._seq)
        may_make_reasons = job.may(Permission.CATALOGUE_EDIT)
        options = Options(tuple(self._cuts), self._section.ship_complete, self._site, may_make_reasons)
        job.result.notes += commit_orders(job.ctx, job.import_id, options)

    def _read_services(self) -> dict[str, int]:
        """Services by code and name, and by the name of a carrier that has but one."""
        with self._job.ctx.reading() as connection:
            rows = connection.execute(_SERVICES).all()
        found: dict[str, int] = {}
        for row in rows:
            if sum(one.carrier_id == row.carrier_id for one in rows) == 1:
                found[row.carrier.casefold()] = row.id
        for row in rows:
            found |= {row.name.casefold(): row.id, row.code.casefold(): row.id}
        return found

    def _facts(self, documents: Sequence[Document]) -> _Facts:
        heads = [document.head for document in documents if document.head is not None]
        skus = {line.sku for document in documents for _, line in document.lines if not line.freight}
        sources = [self._job.source, returns_source(self._job.source)]
        numbers = [document.number for document in documents]
        before: dict[str, list[Any]] = {}
        with self._job.ctx.reading() as connection:
            for row in connection.execute(_BEFORE, {"sources": sources, "numbers": numbers}):
                before.setdefault(row.external_number, []).append(row)
            products = execute_in(connection, _PRODUCTS, "skus", sorted(skus))
            customers = execute_in(connection, _CUSTOMERS, "codes", sorted({head.customer for head in heads}))
        return _Facts(
            {row.sku: row.status for row in products}, {row.code: row.status for row in customers}, before
        )

    def _check(self, document: Document, facts: _Facts, ready: _Ready) -> None:
        before = facts.before.get(document.number, [])
        fit = document.head is not None and self._fits(document, facts, before)
        for bad in document.bad:
            self._reject(bad, document.number)
        if not fit:
            return
        held = bool(document.bad) or document.number in self._job.lost or self._job.lost_unknown
        self._make_ready(document, document.content_hash, held, ready)
        self._note_new(document, facts, ready)

    def _fits(self, document: Document, facts: _Facts, before: Sequence[Any]) -> bool:
        """Whether the document is to be taken over; notes what is bad, and counts it where it was imported before."""
        self._handle_repeats(document)
        # Once with all lines and once without those refused now, since --skip-bad may have left them out before.
        unchanged = _is_known(document, before)
        if not unchanged:
            self._refuse_lines(document, facts)
            unchanged = _is_known(document, before)
        if unchanged:
            self._job.result.unchanged += 1
            return False
        if before:
            known = " and ".join(sorted(row.number for row in before))
            reason = f"order {document.number} was imported before as {known} with other content; it stays as it is"
            document.bad.append(Bad(document.place, "number", reason))
            return False
        if bad := self._head_problem(document, facts):
            document.bad.append(bad)
            return False
        return bool(document.lines)

    def _handle_repeats(self, document: Document) -> None:
        """Drop or refuse rows that are alike, as the profile says."""
        if self._section.lines.duplicates == "keep":
            return
        kept: list[tuple[Place, StagedLine]] = []
        seen: set[StagedLine] = set()
        for place, line in document.lines:
            if line not in seen:
                kept.append((place, line))
            elif self._section.lines.duplicates == "reject":
                document.bad.append(Bad(place, "sku", f"order {document.number} has the same row already"))
            seen.add(line)
        document.lines = kept

    def _refuse_lines(self, document: Document, facts: _Facts) -> None:
        """Refuse lines of unknown or blocked products."""
        assert document.head is not None
        kept: list[tuple[Place, StagedLine]] = []
        for place, line in document.lines:
            if reason := self._product_problem(line, facts, document.head):
                document.bad.append(Bad(place, "sku", reason))
            else:
                kept.append((place, line))
        document.lines = kept

    def _product_problem(self, line: StagedLine, facts: _Facts, head: OrderHeaderRow) -> str:
        status = facts.products.get(line.sku)
        if line.freight or (status is not None and status != "blocked"):
            return ""
        if status == "blocked":
            is_open = head.state == "open" and not (head.returned or line.returned)
            return f"product '{line.sku}' is blocked and not sold" if is_open else ""
        if self._section.unknown_products != "create":
            return f"there is no product '{line.sku}'"
        may = self._job.may(Permission.CATALOGUE_EDIT)
        return "" if may else f"there is no product '{line.sku}', and you may not make one"

    def _head_problem(self, document: Document, facts: _Facts) -> Bad | None:
        head = document.head
        assert head is not None
        status = facts.customers.get(head.customer)
        if status is None and self._section.unknown_customers != "create":
            return Bad(document.place, "customer", f"there is no customer '{head.customer}'")
        if status == "blocked" and head.state == "open" and not head.returned:
            return Bad(document.place, "customer", f"customer '{head.customer}' is blocked")
        if bad := impossible(document):
            return bad
        if document.lines and head.state == "open" and all(line.freight for _, line in document.lines):
            return Bad(document.place, "number", "the order is open and holds no goods, only charges")
        if not document.lines and document.bad and self._section.layout != "flat":
            return Bad(document.place, "number", "no line of this order can be used")
        return None

    def _reject(self, bad: Bad, number: str) -> None:
        columns = self._columns if bad.target in self._columns else self._line_columns
        self._job.reject(
            bad.place.file_no, bad.place.line, columns.get(bad.target, bad.target), bad.reason, number
        )

    def _make_ready(self, document: Document, content_hash: str, held: bool, ready: _Ready) -> None:
        head, result = document.head, self._job.result
        assert head is not None
        sold, back = split(document)
        if back is not None:
            result.returns += 1
            self._ready(document, back, content_hash, ready, target="closed", channel="return", held=False)
        if sold is None:
            return
        target = _TARGETS[head.state]
        if target != "cancelled":
            result.orders += 1
            result.lines += len(sold.lines)
            self._sums.add(head.currency, sold.gross_micro, sold.freight)
        held = held and target == "confirmed"
        self._ready(document, sold, content_hash, ready, target=target, channel="import", held=held)

    def _ready(
        self,
        document: Document,
        part: Part,
        content_hash: str,
        ready: _Ready,
        *,
        target: str,
        channel: str,
        held: bool,
    ) -> None:
        head, job = document.head, self._job
        assert head is not None
        self._seq += 1
        service = self._services.get(head.carrier.casefold())
        sold = channel != "return"
        ready.orders.append(
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
                "internal_note": f"Carrier in the file: {head.carrier}"
                if head.carrier and service is None
                else "",
                "carrier_service_id": service,
                "address_digest": digest_of(postal(head.ship_to, head.customer_name)),
                "freight": part.freight if sold else 0,
                "gross": part.gross if sold else 0,
                "net": part.net if sold else 0,
                "held": held,
            }
        )
        self._cut_after(len(part.lines))
        numbered = _positions([line for line, _, _ in part.lines])
        for position, (line, gross, net) in zip(numbered, part.lines, strict=True):
            ready.lines.append(
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

    def _cut_after(self, lines: int) -> None:
        """Count what the next statement of the commit will hold."""
        self._since_cut += lines + 1
        if self._since_cut >= ROWS_AT_ONCE:
            self._cuts.append(self._seq)
            self._since_cut = 0

    def _note_new(self, document: Document, facts: _Facts, ready: _Ready) -> None:
        """Write down products, customers and addresses that the order names."""
        head = document.head
        assert head is not None
        address = postal(head.ship_to, head.customer_name)
        digest = digest_of(address)
        if address is not None and self._is_news("address", digest):
            ready.new["address", digest] = encode(fields_of(address))
        if head.customer not in facts.customers and self._is_news("customer", head.customer):
            name = head.customer_name or head.ship_to.name or head.customer
            ready.new["customer", head.customer] = encode((name, head.currency, digest))
        for _, line in document.lines:
            if not line.freight and line.sku not in facts.products and self._is_news("product", line.sku):
                ready.new["product", line.sku] = encode(
                    (line.description or line.sku, line.price, head.currency)
                )

    def _is_news(self, kind: str, key: str) -> bool:
        """Whether a thing to be made was not written down before, as far as is remembered; the table knows for sure."""
        if (kind, key) in self._noted:
            return False
        if len(self._noted) >= MOST_REMEMBERED:
            self._noted.clear()
        self._noted.add((kind, key))
        return True


@use_case()
def write_ready(
    tx: Transaction,
    import_id: int,
    orders: tuple[dict[str, Any], ...],
    lines: tuple[dict[str, Any], ...],
    new: tuple[tuple[str, str, str], ...],
) -> int:
    """Write orders that are ready into the staging tables.

    Raises:
        ImportGivenUp: another desk has cleaned up this import.
    """
    touch(tx, import_id)
    _READY_ORDERS(tx.connection, orders)
    _READY_LINES(tx.connection, lines)
    insert_missing(
        tx,
        [
            {"import_id": import_id, "kind": kind, "key": key, "payload": payload}
            for kind, key, payload in new
        ],
    )
    return len(orders)


def _is_known(document: Document, before: Sequence[Any]) -> bool:
    """Whether the document was imported before with just this content."""
    return bool(before) and all(row.content_hash == document.content_hash for row in before)


def returns_source(source: str) -> str:
    """Where what came back is kept apart from what was sold under the same number."""
    return f"{source}:returns"


def _positions(lines: Sequence[StagedLine]) -> Iterable[int]:
    """The lines' own positions where they are sound, else 1, 2, 3."""
    own = [line.position for line in lines]
    if all(own) and len(set(own)) == len(own):
        return [position for position in own if position]
    return range(1, len(lines) + 1)
