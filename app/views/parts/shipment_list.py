"""What the list of shipments shows and what can be asked of it."""

from __future__ import annotations

from datetime import date, timedelta

from app.qt.format import count, moment, near_day, weight
from app.qt.table import Column
from app.qt.words import mark, tr
from app.queries.pages import Ask
from app.queries.shipments import ShipmentRow
from app.views.parts.floor_words import SHIPMENTS, of, sign
from app.views.parts.packing_words import PARKED
from app.views.table_screen import Filter

GONE = ("shipped", "delivered", "cancelled")


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the desk's own calendar


def _late(row: ShipmentRow) -> bool:
    return row.promised_on is not None and row.promised_on < _today() and row.state not in GONE


def _bare(row: ShipmentRow) -> bool:
    """Packed for a carrier who takes it only with its label."""
    return row.state == "packed" and row.unlabelled > 0 and bool(row.carrier)


def _parked(row: ShipmentRow) -> bool:
    """Somebody began to pack it and said why it waits."""
    return row.state == "packing" and row.parked in PARKED


def _sign(row: ShipmentRow) -> tuple[str, str] | None:
    if _parked(row):
        return "pause", "warn"
    return ("label", "warn") if _bare(row) else sign(SHIPMENTS, row.state)


def state_words(row: ShipmentRow) -> str:
    """How far it is: of one at a bench who packs it since when, or why it waits; of a packed one that its label is missing."""
    if _parked(row):
        return tr(PARKED[row.parked])
    if row.state == "packing" and row.packer and row.since is not None:
        return f"{row.packer}, {moment(row.since)}"
    return tr("No label") if _bare(row) else of(SHIPMENTS, row.state)


def packer_words(row: ShipmentRow) -> str:
    """Who packs it and since when, or who packed it."""
    if not row.packer or row.since is None:
        return row.packer
    return tr("{name}, since {time}", name=row.packer, time=moment(row.since))


COLUMNS: tuple[Column[ShipmentRow], ...] = (
    Column("number", mark("Shipment"), lambda r: r.number, width=140, code=True, sort="number"),
    Column("order", mark("Order"), lambda r: r.order_number, width=140, code=True),
    Column(
        "customer",
        mark("Customer"),
        lambda r: r.customer,
        width=108,
        stretch=True,
        tail=lambda r: r.country,
    ),
    Column("country", mark("Country"), lambda r: r.country, width=70, hidden=True),
    Column(
        "parcels",
        mark("Parcels"),
        lambda r: count(r.parcels) if r.parcels else "",
        width=64,
        right=True,
        raw=lambda r: r.parcels,
    ),
    Column(
        "weight",
        mark("Weight"),
        lambda r: weight(r.weight_g) if r.weight_g else "",
        width=72,
        right=True,
        raw=lambda r: r.weight_g,
    ),
    Column("carrier", mark("Carrier"), lambda r: r.carrier or tr("own delivery"), width=110),
    Column(
        "promise",
        mark("Promise"),
        lambda r: near_day(r.promised_on, _today()),
        width=112,
        right=True,
        sort="promise",
        raw=lambda r: r.promised_on,
        mark=lambda r: ("alert-triangle", "stop") if _late(r) else None,
        tone=lambda r: "stop" if _late(r) else "text",
    ),
    Column(
        "state",
        mark("State"),
        lambda r: state_words(r),
        width=180,
        mark=lambda r: _sign(r),
        tone=lambda r: "warn" if _bare(r) or _parked(r) else "text",
        raw=lambda r: r.state,
    ),
    Column("packer", mark("Packed by"), lambda r: packer_words(r), width=172, hidden=True),
    Column(
        "shipped",
        mark("Handed over"),
        lambda r: moment(r.shipped_at),
        width=110,
        hidden=True,
        raw=lambda r: r.shipped_at,
    ),
    Column("tracking", mark("Tracking"), lambda r: r.tracking, width=150, code=True, hidden=True),
)

STEPS = (
    (("planned",), mark("waiting for goods or reservation")),
    (("reserved",), mark("reserved")),
    (("released", "picking"), mark("in picking")),
    (("picked", "packing"), mark("to pack")),
    (("packed",), mark("to ship")),
)
"""Where shipments stand in the house, by the states that each step has."""
FILTERS = (
    Filter(
        "promise",
        mark("Promise"),
        (("late", mark("late")), ("today", mark("until today")), ("week", mark("until in a week"))),
    ),
    Filter("bare", mark("Label"), ((True, mark("missing")),)),
    Filter("states", mark("Step"), STEPS),
)


def dated(ask: Ask) -> Ask:
    """The question with its promise as a day."""
    filters = dict(ask.filters)
    ahead = {"late": -1, "today": 0, "week": 7}
    if (wanted := filters.pop("promise", None)) is not None:
        filters["promised_until"] = _today() + timedelta(days=ahead[wanted])
    return Ask(ask.after, ask.size, ask.sort, ask.descending, ask.text, filters)
