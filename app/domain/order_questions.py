"""What is questioned of an order before it may be confirmed: pure rules over facts, each finding with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Any

from app.domain import money
from app.domain.address import PostalAddress, ProblemCode, problems
from app.domain.permissions import Role
from app.domain.usual import is_usual, overdue_days, spread_of, whole

ADDRESS, ADDRESS_DOUBT = "address.incomplete", "address.doubt"
FLOOR = "price.floor"
CREDIT, OVERDUE = "credit.limit", "invoices.overdue"
DUPLICATE = "reference.duplicate"
HIGH, LOW = "quantity.high", "quantity.low"
ABSENT, LATE = "usual.absent", "usual.late"
BLOCKED, DISCONTINUED = "product.blocked", "product.discontinued"
UNPAID = "payment.unverified"

CODES = (
    *(ADDRESS, ADDRESS_DOUBT, FLOOR, CREDIT, OVERDUE, DUPLICATE, HIGH, LOW),
    *(ABSENT, LATE, BLOCKED, DISCONTINUED, UNPAID),
)
APPROVED_BY_AMOUNT = (FLOOR, CREDIT, OVERDUE, HIGH, UNPAID)
"""Questions that are approved up to an amount (`approval_limit`)."""
OVERRIDABLE = frozenset({ADDRESS, DUPLICATE, DISCONTINUED})
"""What blocks and may still be decided by a person who gives a reason; a blocked product stays blocked."""


LEAST_FACTOR = 2
"""A quantity is questioned from this multiple of the median on: 13 instead of 10 is no surprise, however steady they were."""
SLIP_FACTOR, LEAST_SLIP = 5, 10
"""From this multiple of the median and this many pieces on an outlier is approved and not only told: a figure too many
makes two of them, and some ten times as much."""


class Severity(StrEnum):
    """What a finding does: it blocks, it takes an approval within a limit, or it informs."""

    BLOCKS = "blocks"
    APPROVAL = "approval"
    INFORMS = "informs"


@dataclass(frozen=True, slots=True)
class Finding:
    """One question.

    Attributes:
        code: Which, of `CODES`.
        severity: What it does.
        owner: The role that settles it.
        facts: What it takes to say it in words: text, whole numbers, lists; amounts in minor units.
        amount: What is at stake, in minor units of the order's currency; 0 where nothing is counted.
        line: The order line's id; None for the order as a whole, and where it is not written yet.
    """

    code: str
    severity: Severity
    owner: Role
    facts: Mapping[str, Any] = field(default_factory=dict)
    amount: int = 0
    line: int | None = None

    @property
    def stops(self) -> bool:
        """Whether the order cannot be confirmed while this is open."""
        return self.severity is not Severity.INFORMS


@dataclass(frozen=True, slots=True)
class LineFacts:
    """A line and what is known of its product.

    `free` is what may still be promised of it (without this order's own reservation); `history` the quantities of earlier
    orders of the same customer, one an order; prices without tax.
    """

    position: int
    product_id: int
    sku: str
    name: str
    qty: int
    unit_price: Decimal
    discount: Decimal = Decimal(0)
    status: str = "active"
    floor_price: Decimal = Decimal(0)
    floor_currency: str = ""
    free: int = 0
    history: tuple[int, ...] = ()
    line: int | None = None


@dataclass(frozen=True, slots=True)
class UsualArticle:
    """An article that stands in `seen` of the customer's last `of` orders, usually `qty` pieces of it."""

    product_id: int
    sku: str
    name: str
    seen: int
    of: int
    qty: int


@dataclass(frozen=True, slots=True)
class Debt:
    """Open invoices of a customer in a currency, in minor units: all, those past their day, how many of these, the oldest."""

    currency: str
    open: int
    overdue: int = 0
    count: int = 0
    oldest: date | None = None


@dataclass(frozen=True, slots=True)
class OrderFacts:
    """An order and what is known around it; money in minor units, `today` the warehouse's day.

    `open_orders` is the sum of the customer's other confirmed orders in the customer's own currency, `verified` what was
    seen paid for this order in its currency, `ordered_days` the days of the customer's earlier orders, `collected` whether
    the customer fetches the goods.
    """

    today: date
    currency: str
    total: int
    lines: tuple[LineFacts, ...]
    kind: str = "sale"
    discount: Decimal = Decimal(0)
    reference: str = ""
    doubles: tuple[str, ...] = ()
    address: PostalAddress | None = None
    collected: bool = False
    customer_currency: str = ""
    credit_limit: int = 0
    debts: tuple[Debt, ...] = ()
    open_orders: int = 0
    prepaid: bool = False
    verified: int = 0
    usual: tuple[UsualArticle, ...] = ()
    ordered_days: tuple[date, ...] = ()


_ORDER = {severity: rank for rank, severity in enumerate(Severity)}


def find_questions(order: OrderFacts) -> tuple[Finding, ...]:
    """Everything that is questioned of an order, what blocks first."""
    found = [
        *_address(order),
        *_products(order),
        *_duplicate(order),
        *_floor(order),
        *_credit(order),
        *_overdue(order),
        *_unpaid(order),
        *_quantities(order),
        *_absent(order),
        *_late(order),
    ]
    return tuple(sorted(found, key=lambda one: _ORDER[one.severity]))


def covers(decided: Finding, asked: Finding) -> bool:
    """Whether what was decided of a question still answers it.

    It does while it is the same question and no more is at stake: a smaller amount is covered, a larger one is asked anew.
    """
    if (decided.code, decided.line, decided.severity) != (asked.code, asked.line, asked.severity):
        return False
    same = all(decided.facts.get(name) == asked.facts.get(name) for name in _DECISIVE.get(asked.code, ()))
    return same and asked.amount <= decided.amount


_DECISIVE: dict[str, tuple[str, ...]] = {
    ADDRESS: ("problems",),
    ADDRESS_DOUBT: ("problems",),
    DUPLICATE: ("reference", "orders"),
    DISCONTINUED: ("qty",),
    LOW: ("qty",),
    ABSENT: ("sku",),
    OVERDUE: ("count",),
}
"""Facts that must be the same for a decision to hold, besides the amount."""


def _address(order: OrderFacts) -> list[Finding]:
    if order.collected:
        return []
    if order.address is None:
        return [Finding(ADDRESS, Severity.BLOCKS, Role.CUSTOMER_SERVICE, {"problems": []})]
    wrong: list[list[str]] = []
    doubtful: list[list[str]] = []
    for one in problems(order.address):
        doubt = one.code is ProblemCode.UNKNOWN or one.field in ("phone", "email")
        (doubtful if doubt else wrong).append([one.field, one.code.value])
    found = []
    if wrong:
        found.append(Finding(ADDRESS, Severity.BLOCKS, Role.CUSTOMER_SERVICE, {"problems": wrong}))
    if doubtful:
        found.append(Finding(ADDRESS_DOUBT, Severity.INFORMS, Role.CUSTOMER_SERVICE, {"problems": doubtful}))
    return found


def _products(order: OrderFacts) -> list[Finding]:
    found = []
    for line, qty in _by_product(order):
        facts: dict[str, Any] = {"position": line.position, "sku": line.sku, "name": line.name}
        if line.status == "blocked":
            found.append(Finding(BLOCKED, Severity.BLOCKS, Role.SUPERVISOR, facts, line=line.line))
        elif line.status == "discontinued":
            rest = {"qty": qty, "free": max(0, line.free)}
            severity = Severity.INFORMS if qty <= line.free else Severity.BLOCKS
            found.append(Finding(DISCONTINUED, severity, Role.CUSTOMER_SERVICE, facts | rest, line=line.line))
    return found


def _duplicate(order: OrderFacts) -> list[Finding]:
    if not order.reference or not order.doubles:
        return []
    facts = {"reference": order.reference, "orders": list(order.doubles)}
    return [Finding(DUPLICATE, Severity.BLOCKS, Role.CUSTOMER_SERVICE, facts)]


def _floor(order: OrderFacts) -> list[Finding]:
    """Samples, exchanges and the like are given below price by their nature; another currency cannot be compared."""
    found: list[Finding] = []
    if order.kind != "sale":
        return found
    for line in order.lines:
        if not line.floor_price or line.floor_currency != order.currency:
            continue
        price = line.unit_price * (1 - line.discount) * (1 - order.discount)
        if price < line.floor_price:
            amount = _minor((line.floor_price - price) * line.qty, order.currency, ROUND_CEILING)
            facts = {
                "position": line.position,
                "sku": line.sku,
                "name": line.name,
                "qty": line.qty,
                "price": str(price.normalize()),
                "floor": str(line.floor_price.normalize()),
                "currency": order.currency,
            }
            found.append(Finding(FLOOR, Severity.APPROVAL, Role.SUPERVISOR, facts, amount, line.line))
    return found


def _credit(order: OrderFacts) -> list[Finding]:
    """Amounts are compared in the customer's currency; what is open in others is told and not counted."""
    currency = order.customer_currency or order.currency
    if not order.credit_limit:
        return []
    invoices = sum(debt.open for debt in order.debts if debt.currency == currency)
    this = order.total if order.currency == currency else 0
    exposed = invoices + order.open_orders + this
    if exposed <= order.credit_limit or order.prepaid:
        return []
    over = exposed - order.credit_limit
    facts = {
        "limit": order.credit_limit,
        "invoices": invoices,
        "orders": order.open_orders,
        "this": this,
        "over": over,
        "currency": currency,
        "others": sorted(debt.currency for debt in order.debts if debt.currency != currency and debt.open),
    }
    amount = over if order.currency == currency else order.total
    return [Finding(CREDIT, Severity.APPROVAL, Role.SUPERVISOR, facts, amount)]


def _overdue(order: OrderFacts) -> list[Finding]:
    late = [debt for debt in order.debts if debt.overdue]
    if not late:
        return []
    own = sum(debt.overdue for debt in late if debt.currency == order.currency)
    oldest = min(debt.oldest for debt in late if debt.oldest is not None)
    facts = {
        "count": sum(debt.count for debt in late),
        "sums": [[debt.overdue, debt.currency] for debt in late],
        "oldest": oldest.isoformat(),
    }
    amount = own if all(debt.currency == order.currency for debt in late) else max(own, order.total)
    return [Finding(OVERDUE, Severity.APPROVAL, Role.SUPERVISOR, facts, amount)]


def _unpaid(order: OrderFacts) -> list[Finding]:
    missing = order.total - order.verified
    if not order.prepaid or missing <= 0:
        return []
    facts = {"total": order.total, "verified": order.verified, "currency": order.currency}
    return [Finding(UNPAID, Severity.APPROVAL, Role.SUPERVISOR, facts, missing)]


def _quantities(order: OrderFacts) -> list[Finding]:
    found = []
    for line, qty in _by_product(order):
        usual = spread_of(line.history)
        if usual is None or not usual.is_outlier(qty):
            continue
        facts = {
            "position": line.position,
            "sku": line.sku,
            "name": line.name,
            "qty": qty,
            "low": usual.low,
            "high": usual.high,
            "median": whole(usual.median),
            "orders": usual.count,
        }
        worth = line.unit_price * (1 - line.discount) * (1 - order.discount) * qty
        amount = _minor(worth, order.currency, ROUND_HALF_UP)
        if qty >= LEAST_FACTOR * usual.median:
            slip = qty >= LEAST_SLIP and qty >= SLIP_FACTOR * usual.median
            severity = Severity.APPROVAL if slip else Severity.INFORMS
            found.append(Finding(HIGH, severity, Role.CUSTOMER_SERVICE, facts, amount, line.line))
        elif qty * LEAST_FACTOR <= usual.median:
            found.append(Finding(LOW, Severity.INFORMS, Role.CUSTOMER_SERVICE, facts, amount, line.line))
    return found


def _absent(order: OrderFacts) -> list[Finding]:
    there = {line.product_id for line in order.lines}
    return [
        Finding(
            ABSENT,
            Severity.INFORMS,
            Role.CUSTOMER_SERVICE,
            {
                "product": one.product_id,
                "sku": one.sku,
                "name": one.name,
                "seen": one.seen,
                "of": one.of,
                "qty": one.qty,
            },
        )
        for one in order.usual
        if order.kind == "sale" and order.lines and one.product_id not in there and is_usual(one.seen, one.of)
    ]


def _late(order: OrderFacts) -> list[Finding]:
    late = overdue_days(order.ordered_days, order.today)
    if late is None or order.kind != "sale":
        return []
    facts = {"every": late[0], "days": late[1], "last": max(order.ordered_days).isoformat()}
    return [Finding(LATE, Severity.INFORMS, Role.CUSTOMER_SERVICE, facts)]


def _by_product(order: OrderFacts) -> list[tuple[LineFacts, int]]:
    """The first line of each product, and how many the order holds of it."""
    first: dict[int, LineFacts] = {}
    pieces: dict[int, int] = {}
    for line in order.lines:
        first.setdefault(line.product_id, line)
        pieces[line.product_id] = pieces.get(line.product_id, 0) + line.qty
    return [(line, pieces[product]) for product, line in first.items()]


def _minor(amount: Decimal, currency: str, rounding: str) -> int:
    return int(amount.scaleb(money.digits(currency)).to_integral_value(rounding=rounding))
