"""Answers to orders that came in as messages: what is taken, how many, at which price, for which day, in the customer's format.

When an order is confirmed, a job is put in line in the same transaction, where the customer wants an answer as EDIFACT or UBL.
The job makes the bytes outside any transaction and keeps them in `outgoing_message`; `app/services/outbox.py` writes them into
the customer's folder. A refused message is answered by hand (`answer_refusal`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.orm import aliased

from app.database import Transaction
from app.domain.address import PostalAddress
from app.domain.permissions import Permission
from app.errors import Conflict
from app.integrations.channels.reading import OrderReading, ReadLine, reading_from_json
from app.integrations.messages import AnswerLine, OrderAnswer, Party, order_response, ordrsp
from app.integrations.messages.answer import NotAnswerable
from app.models import (
    Address,
    AppMeta,
    Customer,
    IntakeMessage,
    OrderLine,
    OutgoingMessage,
    Product,
    ProductBarcode,
    SalesOrder,
    Warehouse,
)
from app.models.base import utc_now
from app.services.announcing import IN_LINE
from app.services.context import Context, use_case
from app.services.intake_articles import find_articles, read_line
from app.services.outbox import recalling
from app.services.paper_addresses import NoAddress, address_columns, read_address
from app.services.rows import insert_blob, insert_new, must_find

ANSWER = "answer_order"
"""The kind of job; its payload names the order."""
FORMATS: dict[str, tuple[str, Callable[[OrderAnswer], bytes], str, str]] = {
    "edifact": ("order_response_edifact", ordrsp, "application/edifact", "edi"),
    "ubl": ("order_response_ubl", order_response, "application/xml", "xml"),
}
_SIX = Decimal("0.000001")
_SHIP, _BILL, _HOME = aliased(Address), aliased(Address), aliased(Address)
_M = IntakeMessage
_READING = (
    sa.select(_M.reading).where(_M.order_id == SalesOrder.id).order_by(_M.id).limit(1).scalar_subquery()
)
_ORDER: Any = (
    sa.select(
        *(
            SalesOrder.id,
            SalesOrder.number,
            SalesOrder.state,
            SalesOrder.version,
            SalesOrder.customer_reference,
        ),
        *(SalesOrder.currency, SalesOrder.language, SalesOrder.promised_on, SalesOrder.requested_on),
        *(SalesOrder.ordered_on, SalesOrder.customer_id, SalesOrder.discount, _READING.label("reading")),
        *(Customer.name.label("customer"), Customer.gln, Customer.order_answer, Customer.answer_folder),
        *(
            AppMeta.company,
            AppMeta.gln.label("our_gln"),
            Warehouse.name.label("warehouse"),
            utc_now().label("now"),
        ),
        *(*address_columns(_SHIP, "ship"), *address_columns(_BILL, "bill"), *address_columns(_HOME, "home")),
    )
    .join(Customer, Customer.id == SalesOrder.customer_id)
    .join(Warehouse, Warehouse.id == SalesOrder.warehouse_id)
    .join(AppMeta, AppMeta.id == 1)
    .outerjoin(_SHIP, _SHIP.id == SalesOrder.ship_address_id)
    .outerjoin(_BILL, _BILL.id == SalesOrder.bill_address_id)
    .outerjoin(_HOME, _HOME.id == Warehouse.address_id)
    .where(SalesOrder.id == sa.bindparam("order"))
)
_GTIN = (
    sa.select(sa.func.min(ProductBarcode.code))
    .where(
        ProductBarcode.product_id == Product.id,
        ProductBarcode.pack_qty == 1,
        ProductBarcode.kind == "gtin",
    )
    .correlate(Product)
    .scalar_subquery()
)
_LINES: Any = (
    sa.select(
        *(OrderLine.position, OrderLine.product_id, OrderLine.qty, OrderLine.cancelled, OrderLine.unit_price),
        *(OrderLine.discount, Product.sku, Product.name, _GTIN.label("gtin")),
    )
    .join(Product, Product.id == OrderLine.product_id)
    .where(OrderLine.order_id == sa.bindparam("order"))
    .order_by(OrderLine.position)
)
_MESSAGE: Any = (
    sa.select(
        *(_M.id, _M.state, _M.version, _M.reading, _M.reason, _M.external_number, _M.customer_id),
        *(Customer.name.label("customer"), Customer.gln, Customer.order_answer, Customer.answer_folder),
        *(Customer.language, AppMeta.company, AppMeta.gln.label("our_gln"), utc_now().label("now")),
    )
    .select_from(_M)
    .join(AppMeta, AppMeta.id == 1)
    .outerjoin(Customer, Customer.id == _M.customer_id)
    .where(_M.id == sa.bindparam("message"))
)
_RECALL = recalling(
    "The order was changed or cancelled.",
    OutgoingMessage.order_id == sa.bindparam("order"),
    OutgoingMessage.kind.in_(
        ("order_confirmation", "order_delay", "order_response_edifact", "order_response_ubl")
    ),
)


def answer_later(tx: Transaction, order_id: int, version: int, wanted: str) -> None:
    """Put in line that an order confirmed in this transaction be answered as its customer wants it; nobody else costs anything.

    Args:
        tx: The transaction.
        order_id: The order.
        version: That it has once it is confirmed: it is answered once for each.
        wanted: `customer.order_answer`.
    """
    if not wanted:
        return
    row = {
        "kind": ANSWER,
        "payload": json.dumps({"order": order_id}),
        "dedupe_key": f"{ANSWER}:{order_id}:{version}",
    }
    for made in IN_LINE(tx, [row]):
        tx.changed("job", made.id)


def recall_answers(tx: Transaction, order_id: int) -> None:
    """Cancel what has not been sent of an order whose confirmation was taken back."""
    if tx.execute(_RECALL, {"order": order_id}).rowcount:
        tx.changed("outgoing_message")


def answer_job(ctx: Context, payload: str) -> int:
    """The work of an `answer_order` job; how many messages, 0 where the order is not confirmed any more.

    Raises:
        NotAnswerable: something is missing that the format needs.
        NotAllowed: the right to confirm orders is missing.
    """
    return 1 if answer_order(ctx, int(json.loads(payload)["order"])) else 0


def answer_order(ctx: Context, order_id: int) -> int | None:
    """Keep the answer to an order until it is sent, once for each of its versions; the message's id.

    None where the order is no confirmed one, its customer wants no such answer, or this one was made before.

    Raises:
        NotAnswerable: something is missing that the format needs.
        NotFound: there is no such order.
        NotAllowed: the right to confirm orders is missing.
    """
    ctx.require(Permission.ORDER_CONFIRM)
    with ctx.reading() as connection:
        row = must_find(connection.execute(_ORDER, {"order": order_id}).first(), "order", order_id)
        if row.order_answer not in FORMATS or row.state not in ("confirmed", "closed"):
            return None
        content = answer_content(connection, order_id)
    kind, render, media_type, ending = FORMATS[row.order_answer]
    target = _target(row.answer_folder, row.customer, f"{row.number}-{row.version}.{ending}")
    values = {"kind": kind, "target": target, "order_id": order_id, "language": row.language}
    values |= {"subject": row.number, "dedupe_key": f"{kind}:{order_id}:{row.version}"}
    return _store_order(ctx.once(""), render(content), media_type, values)


def answer_refusal(ctx: Context, message_id: int) -> int | None:
    """Keep the answer to a refused message until it is sent, once; the message's id.

    None where its customer is not known, or wants no answer as EDIFACT or UBL, or has it.

    Raises:
        Conflict: the message was not refused.
        NotAnswerable: something is missing that the format needs.
        NotFound: there is no such message.
        NotAllowed: the right to take orders in is missing.
    """
    ctx.require(Permission.ORDER_IMPORT)
    with ctx.reading() as connection:
        row = must_find(connection.execute(_MESSAGE, {"message": message_id}).first(), "message", message_id)
    if row.state != "refused":
        raise Conflict(
            f"The message with order {row.external_number} is {row.state}, not refused.",
            hint="Refuse it first, or confirm its order.",
            number=row.external_number,
            state=row.state,
        )
    if row.order_answer not in FORMATS:
        return None
    kind, render, media_type, ending = FORMATS[row.order_answer]
    target = _target(row.answer_folder, row.customer, f"M{row.id}-{row.version}.{ending}")
    values = {"kind": kind, "target": target, "language": row.language, "subject": row.external_number}
    values |= {"dedupe_key": f"{kind}:message:{message_id}:{row.version}"}
    return _store_refusal(ctx.once(""), render(refusal_content(row)), media_type, values)


@use_case(Permission.ORDER_CONFIRM)
def _store_order(tx: Transaction, data: bytes, media_type: str, values: dict[str, Any]) -> int | None:
    return _store(tx, data, media_type, values)


@use_case(Permission.ORDER_IMPORT)
def _store_refusal(tx: Transaction, data: bytes, media_type: str, values: dict[str, Any]) -> int | None:
    return _store(tx, data, media_type, values)


def _store(tx: Transaction, data: bytes, media_type: str, values: dict[str, Any]) -> int | None:
    sha = insert_blob(tx, data, media_type)
    made = insert_new(tx, OutgoingMessage, values | {"channel": "folder", "blob_sha": sha})
    if made is not None:
        tx.changed("outgoing_message", made)
    return made


def _target(folder: str, customer: str, name: str) -> str:
    if not folder.strip():
        raise NotAnswerable("a folder to be written to", customer)
    return f"{folder.strip().rstrip('/')}/{name}"


def answer_content(connection: Connection, order_id: int) -> OrderAnswer:
    """What the answer to an order says: each line of the message, held against what was agreed.

    An order that did not come as a message is answered line by line as it stands.

    Raises:
        NotFound: there is no such order.
    """
    row = must_find(connection.execute(_ORDER, {"order": order_id}).first(), "order", order_id)
    lines = list(connection.execute(_LINES, {"order": order_id}).all())
    reading = reading_from_json(row.reading) if row.reading else None
    if reading is None:
        answered = tuple(_plain_line(line) for line in lines)
    else:
        answered = _answered(connection, reading, lines, row.customer_id)
    ship = _address(row, "ship")
    place = (ship.company_name or ship.name if ship else "") or row.customer
    return OrderAnswer(
        number=row.number,
        order=row.number,
        reference=(reading.number if reading else "") or row.customer_reference or row.number,
        made_at=row.now,
        supplier=Party(row.company or row.warehouse, row.our_gln, _address(row, "home")),
        buyer=Party(row.customer, row.gln, _address(row, "bill")),
        ship_to=Party(place, (reading.ship_to.gln if reading and reading.ship_to else ""), ship),
        lines=answered,
        currency=row.currency,
        ordered_on=row.ordered_on,
        promised_on=row.promised_on,
        asked_on=row.requested_on,
        control=f"{row.id}V{row.version}"[-14:],
        facts=dict(reading.facts) if reading else {},
    )


def refusal_content(row: Any) -> OrderAnswer:
    """What the answer to a refused message says: nothing of it is taken, and why."""
    reading = reading_from_json(row.reading)
    ship = reading.ship_to or reading.buyer
    return OrderAnswer(
        number=f"M{row.id}",
        order="",
        reference=reading.number,
        made_at=row.now,
        supplier=Party(row.company, row.our_gln),
        buyer=Party(row.customer or reading.buyer.name, row.gln or reading.buyer.gln, reading.buyer.address),
        ship_to=Party(ship.name or row.customer or "", ship.gln, ship.address),
        lines=tuple(_line(line, Decimal(0), None) for line in reading.lines),
        currency=reading.currency or "EUR",
        ordered_on=reading.ordered_on,
        note=row.reason,
        control=f"M{row.id}V{row.version}"[-14:],
        facts=dict(reading.facts),
    )


def _answered(
    connection: Connection, reading: OrderReading, lines: Sequence[Any], customer_id: int
) -> tuple[AnswerLine, ...]:
    """Each line of a message with what is taken of it: by its place in the order, else by its article."""
    known = find_articles(connection, reading.lines, customer_id)
    left = {line.position: line for line in lines}
    found = []
    for place, asked in enumerate(reading.lines, 1):
        article, _ = read_line(asked, known)
        if article is None:
            found.append(_line(asked, Decimal(0), None))
            continue
        mine = left.get(place)
        if mine is None or mine.product_id != article.product_id:
            mine = next((one for one in left.values() if one.product_id == article.product_id), None)
        if mine is None:
            found.append(_line(asked, Decimal(0), None, article.sku))
            continue
        del left[mine.position]
        taken = Decimal(mine.qty - mine.cancelled) / article.pack_qty
        price = (mine.unit_price * (1 - mine.discount) * article.pack_qty).quantize(_SIX)
        found.append(_line(asked, taken.quantize(_SIX), price, mine.sku, mine.gtin or "", mine.name))
    return tuple(found)


def _line(
    asked: ReadLine, taken: Decimal, price: Decimal | None, sku: str = "", gtin: str = "", name: str = ""
) -> AnswerLine:
    wanted = asked.unit_price
    if wanted is not None:
        wanted = (wanted * (1 - asked.discount)).quantize(_SIX)
        # Prices with tax in them cannot be held against ours; neither format carries them.
        wanted = price if asked.with_tax else wanted
    return AnswerLine(
        number=asked.number,
        ordered=asked.qty,
        accepted=taken,
        unit=asked.unit or "C62",
        sku=sku or asked.sku,
        gtin=asked.gtin or gtin,
        article=asked.article,
        name=asked.name or name,
        price=price,
        asked_price=wanted,
    )


def _plain_line(line: Any) -> AnswerLine:
    """A line of an order that nobody sent as a message."""
    return AnswerLine(
        number=str(line.position),
        ordered=Decimal(line.qty),
        accepted=Decimal(line.qty - line.cancelled),
        sku=line.sku,
        gtin=line.gtin or "",
        name=line.name,
        price=(line.unit_price * (1 - line.discount)).quantize(_SIX),
    )


def _address(row: Any, prefix: str) -> PostalAddress | None:
    try:
        return read_address(row, prefix, "", "")
    except NoAddress:
        return None
