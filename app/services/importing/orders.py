"""Orders from files: checked document by document, made ready in the staging tables, taken over as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.domain.permissions import Permission
from app.integrations.channels.base import OrderHeaderRow, OrderLineRow, Rejected, Row
from app.models import Carrier, CarrierService, Customer, Product, SalesOrder
from app.services.importing.documents import (
    MOST_LINES,
    Bad,
    Document,
    Place,
    assemble,
    impossible,
    split,
)
from app.services.importing.job import Job, column_names, execute_in, grouped_chunks
from app.services.importing.orders_commit import Options, commit_orders
from app.services.importing.payloads import StagedLine, encode, staged_line
from app.services.importing.places import choose_site
from app.services.importing.ready import ReadyOrders, returns_source
from app.services.importing.report import Sums
from app.services.importing.staging import BATCH, staged_groups

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
_TARGETS = {"open": "confirmed", "closed": "closed", "cancelled": "cancelled"}


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
        self._ready = ReadyOrders(job, self._read_services())
        self._sums = Sums()

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
            for document in documents:
                self._check(document, facts)
            self._ready.write()
            seen += sum(map(len, chunk))
            job.step("checking", seen, job.staged)
        currency = job.profile.currency or ""
        result.gross, result.freight = self._sums.gross(currency), self._sums.freight(currency)
        result.created = result.orders

    def commit(self) -> None:
        """Take all orders that are ready over in one transaction."""
        job = self._job
        may_make_reasons = job.may(Permission.CATALOGUE_EDIT)
        options = Options(self._ready.cuts(), self._section.ship_complete, self._site, may_make_reasons)
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

    def _check(self, document: Document, facts: _Facts) -> None:
        before = facts.before.get(document.number, [])
        fit = document.head is not None and self._fits(document, facts, before)
        for bad in document.bad:
            self._reject(bad, document.number)
        if not fit:
            return
        held = bool(document.bad) or document.number in self._job.lost or self._job.lost_unknown
        self._count_and_keep(document, held)
        self._ready.note_new(document, facts.customers, facts.products)

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
        charges_alone = all(line.freight and not line.returned for _, line in document.lines)
        if document.lines and head.state == "open" and not head.returned and charges_alone:
            return Bad(document.place, "number", "the order is open and holds no goods, only charges")
        if not document.lines and document.bad and self._section.layout != "flat":
            return Bad(document.place, "number", "no line of this order can be used")
        return None

    def _reject(self, bad: Bad, number: str) -> None:
        columns = self._columns if bad.target in self._columns else self._line_columns
        self._job.reject(
            bad.place.file_no, bad.place.line, columns.get(bad.target, bad.target), bad.reason, number
        )

    def _count_and_keep(self, document: Document, held: bool) -> None:
        head, result = document.head, self._job.result
        assert head is not None
        content_hash = document.content_hash
        sold, back = split(document)
        if back is not None:
            result.returns += 1
            self._ready.add(document, back, content_hash, target="closed", channel="return", held=False)
        if sold is None:
            return
        target = _TARGETS[head.state]
        if target != "cancelled":
            result.orders += 1
            result.lines += len(sold.lines)
            self._sums.add(head.currency, sold.gross_micro, sold.freight)
        held = held and target == "confirmed"
        self._ready.add(document, sold, content_hash, target=target, channel="import", held=held)


def _is_known(document: Document, before: Sequence[Any]) -> bool:
    """Whether the document was imported before with just this content."""
    return bool(before) and all(row.content_hash == document.content_hash for row in before)
