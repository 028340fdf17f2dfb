"""What the list of orders shows, and what can be asked of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.domain.money import digits
from app.qt.format import count, day, money, near_day
from app.qt.table import Column
from app.qt.words import language, mark, tr
from app.queries.order_choices import OrderChoices
from app.queries.order_filters import BANDS, OWN_DELIVERY
from app.queries.order_waiting import ANY
from app.queries.orders import OrderRow
from app.views.parts.order_words import (
    CHANNELS,
    KINDS,
    LIGHTS,
    PRIORITIES,
    STATES,
    channel_words,
    is_late,
    kind_words,
    light_told,
    light_words,
    priority_of,
    state_of,
)
from app.views.table_screen import Filter, Tab


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the desk's own calendar


def _state(row: OrderRow) -> tuple[str, str, str]:
    return STATES[state_of(row.state, row.ready)]


def _promise_tone(row: OrderRow) -> str:
    return "stop" if is_late(row, _today()) else "text"


def _vip(row: OrderRow) -> tuple[str, str] | None:
    return ("star", "accent_text") if row.vip else None


COLUMNS: tuple[Column[OrderRow], ...] = (
    Column(
        "ready",
        mark("Ready"),
        lambda r: light_words(r.ready),
        width=92,
        mark=lambda r: LIGHTS.get(r.ready.light),
        raw=lambda r: light_words(r.ready),
        tip=lambda r: light_told(r.ready),
    ),
    Column("number", mark("Order"), lambda r: r.number, width=146, code=True, sort="number"),
    Column(
        "customer",
        mark("Customer"),
        lambda r: r.customer,
        width=120,
        stretch=True,
        tail=lambda r: r.country,
    ),
    Column(
        "lines",
        mark("Lines"),
        lambda r: count(r.ready.lines),
        width=54,
        right=True,
        raw=lambda r: r.ready.lines,
    ),
    Column(
        "amount",
        mark("Amount"),
        lambda r: money(r.total, r.currency),
        width=112,
        right=True,
        raw=lambda r: Decimal(r.total).scaleb(-digits(r.currency)),
    ),
    Column(
        "promise",
        mark("Promise"),
        lambda r: near_day(r.promised_on, _today()),
        width=98,
        right=True,
        sort="promise",
        raw=lambda r: r.promised_on,
        mark=lambda r: ("alert-triangle", "stop") if is_late(r, _today()) else None,
        tone=_promise_tone,
    ),
    Column(
        "priority",
        mark("Priority"),
        lambda r: tr(priority_of(r.priority)[2]),
        width=94,
        mark=lambda r: priority_of(r.priority)[:2],
        tone=lambda r: priority_of(r.priority)[1],
        raw=lambda r: r.priority,
    ),
    Column(
        "state",
        mark("State"),
        lambda r: tr(_state(r)[2]),
        width=116,
        mark=lambda r: _state(r)[:2],
        tone=lambda r: "stop" if r.ready.light == "held" else "text",
        raw=lambda r: r.state,
    ),
    Column("channel", mark("Channel"), lambda r: channel_words(r.channel), width=100, hidden=True),
    Column(
        "ordered",
        mark("Ordered on"),
        lambda r: day(r.ordered_on),
        width=90,
        right=True,
        sort="ordered",
        hidden=True,
        raw=lambda r: r.ordered_on,
    ),
    Column(
        "reference", mark("Customer's reference"), lambda r: r.reference, width=130, code=True, hidden=True
    ),
    Column("carrier", mark("Carrier"), lambda r: r.carrier or tr("own delivery"), width=130, hidden=True),
    Column("tags", mark("Tags"), lambda r: ", ".join(r.tags), width=110, hidden=True),
    Column("site", mark("Site"), lambda r: r.site, width=70, code=True, hidden=True),
    Column("kind", mark("Kind of order"), lambda r: kind_words(r.kind), width=110, hidden=True),
    Column("vip", mark("VIP"), lambda r: tr("VIP") if r.vip else "", width=60, mark=_vip, hidden=True),
    Column(
        "requested",
        mark("Wanted on"),
        lambda r: day(r.requested_on),
        width=90,
        right=True,
        hidden=True,
        raw=lambda r: r.requested_on,
    ),
    Column("entered_by", mark("Entered by"), lambda r: r.entered_by, width=110, hidden=True),
    Column("currency", mark("Currency"), lambda r: r.currency, width=76, hidden=True),
)

TABS = (
    Tab("open", mark("All open"), {"view": "open"}, "promise"),
    Tab("today", mark("Ship today"), {"view": "today"}, "promise"),
    Tab("late", mark("Late"), {"view": "late"}, "promise"),
    Tab("waiting", mark("Waits for stock"), {"view": "waiting"}, "promise"),
    Tab("held", mark("Held"), {"view": "held"}, "promise"),
    Tab("drafts", mark("Drafts"), {"view": "drafts"}, "number", descending=True),
    Tab("closed", mark("Closed"), {"view": "closed"}, "ordered", descending=True),
)

_OTHER_VIEWS = (
    ("all", mark("open and closed")),
    ("received", mark("received today")),
    ("left", mark("left today")),
    ("risk", mark("promise in danger")),
    ("soon", mark("about to miss their promise")),
)
_STATES_OF = {
    "open": ("draft", "confirmed"),
    "held": ("draft", "confirmed"),
    "drafts": ("quote", "draft"),
    "closed": ("closed", "cancelled"),
}
_LIGHTS = (
    ("now", mark("Can ship now")),
    ("part", mark("In part")),
    ("waits", mark("Waits for stock")),
    ("held", mark("Held")),
)
_PRIORITIES = tuple(zip(BANDS, (words for _, _, words in PRIORITIES), strict=True))
_VIP = ((True, mark("Yes")), (False, mark("No")))


def filters_of(
    view: str, known: OrderChoices, person: str = "", *, addresses: bool = True
) -> tuple[Filter, ...]:
    """The conditions that can be set in a view; the state only where it tells orders apart.

    Args:
        view: The built-in view.
        known: What there is to choose from.
        person: Who asks: their own orders come first.
        addresses: Whether they may read addresses, and so ask for a country.
    """
    states = _STATES_OF.get(view, ())
    chosen = tuple((state, STATES[state][2]) for state in states)
    reasons = tuple((code, _spoken(english, french)) for code, english, french in known.reasons)
    people = sorted(known.people, key=lambda one: one[0] != person)
    first = (Filter("state", mark("State"), chosen),) if chosen else ()
    found = (
        Filter("view", mark("Orders"), _OTHER_VIEWS),
        *first,
        Filter("ready", mark("Ready"), _LIGHTS),
        Filter("priority", mark("Priority"), _PRIORITIES),
        Filter("since", mark("Promise from"), kind="day"),
        Filter("until", mark("Promise until"), kind="day"),
        Filter("customer", mark("Customer"), tuple(known.customers), kind="text"),
        Filter("vip", mark("VIP"), _VIP),
        Filter("product", mark("Product in it"), kind="text"),
        Filter("amount_from", mark("Amount from"), kind="amount"),
        Filter("amount_to", mark("Amount to"), kind="amount"),
        Filter("carrier", mark("Carrier"), ((OWN_DELIVERY, mark("own delivery")), *known.carriers)),
        Filter("country", mark("Country"), kind="code"),
        Filter("site", mark("Site"), known.sites),
        Filter("channel", mark("Channel"), tuple(CHANNELS.items())),
        Filter("kind", mark("Kind of order"), tuple(KINDS.items())),
        Filter("held", mark("Held for"), ((ANY, mark("any reason")), *reasons)),
        Filter("tag", mark("Tag"), tuple((tag, tag) for tag in known.tags)),
        Filter("entered_by", mark("Entered by"), tuple(people)),
    )
    return tuple(one for one in found if addresses or one.name != "country")


def _spoken(english: str, french: str) -> str:
    return french if language() == "fr" else english
