"""What carriers say of parcels: taken in once each, with what it changes; numbers that nobody knows are kept, not dropped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.domain.flow import PACKAGE, SHIPMENT
from app.domain.permissions import Permission
from app.domain.tracking import CODES, Event, belongs, dated_ahead, outcome, steps
from app.errors import BadInput, Conflict
from app.models import Package, Shipment, ShippingLabel, TrackingEvent
from app.models.base import utc_now
from app.services.context import use_case
from app.services.pallet_states import follow_parcels
from app.services.rows import must_find
from app.services.shipments import record_events
from app.services.states import move_state

MOST_AT_ONCE = 500
"""Events of one transaction."""
MATCHED_AT_ONCE = 1_000


class DatedAhead(BadInput):
    """An event is dated so far in the future that its date must be wrong."""

    code = "tracking.dated_ahead"

    def __init__(self, number: str, happened_at: datetime) -> None:
        super().__init__(
            f"The event of {number} is dated {happened_at:%Y-%m-%d %H:%M} UTC, which is yet to come.",
            hint="Check the carrier's file and the time zone of the profile.",
            number=number,
            happened_at=happened_at.isoformat(),
        )


@dataclass(frozen=True, slots=True)
class Tracked:
    """An event as the carrier gave it: `number` is a tracking number or an SSCC, `code` one of `domain.tracking.CODES`."""

    number: str
    happened_at: datetime
    code: str
    words: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What came of some events.

    Attributes:
        new: Events that were not there before, those of unknown numbers among them.
        known: Events that were read before.
        unknown: New events of numbers that belong to no parcel.
        delivered: Shipments that are delivered now, with all their parcels.
        arrived: Parcels that arrived.
        lost: Parcels that are lost now.
        found: Parcels that were lost and are on their way again.
    """

    new: int = 0
    known: int = 0
    unknown: int = 0
    delivered: int = 0
    arrived: int = 0
    lost: int = 0
    found: int = 0

    def __add__(self, other: Recorded) -> Recorded:
        return Recorded(
            new=self.new + other.new,
            known=self.known + other.known,
            unknown=self.unknown + other.unknown,
            delivered=self.delivered + other.delivered,
            arrived=self.arrived + other.arrived,
            lost=self.lost + other.lost,
            found=self.found + other.found,
        )


@dataclass(frozen=True, slots=True)
class Named:
    """A parcel that a number means, and when it was made."""

    package_id: int
    created_at: datetime


_E = cast("sa.Table", TrackingEvent.__table__)
_NUMBERS: sa.BindParameter[Any] = sa.bindparam("numbers", expanding=True)
_PARCEL = Package.kind == "parcel"
_BY_SSCC: Any = sa.select(Package.sscc, Package.id, Package.created_at).where(
    Package.sscc.in_(_NUMBERS), _PARCEL
)
_TRACKED = sa.literal_column("shipping_label.tracking <> '' AND shipping_label.voided_at IS NULL", sa.Boolean)
"""The condition of `uq_shipping_label_tracking`, word by word: so SQLite takes the index."""
_BY_LABEL: Any = (
    sa.select(ShippingLabel.tracking, Package.id, Package.created_at)
    .join(Package, Package.id == ShippingLabel.package_id)
    .where(ShippingLabel.tracking.in_(_NUMBERS), _TRACKED)
)
_PARCELS = (
    sa.select(
        *(Package.id, Package.sscc, Package.state, Package.shipment_id),
        *(Shipment.number, Shipment.order_id, Shipment.state.label("shipment_state")),
    )
    .join(Shipment, Shipment.id == Package.shipment_id)
    .where(Package.id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(Shipment.id, Package.id)
)
_SHIPMENTS = sa.select(Package.shipment_id).where(Package.id.in_(sa.bindparam("ids", expanding=True)))
_LOCK = sa.select(Shipment.id).where(Shipment.id.in_(_SHIPMENTS)).order_by(Shipment.id)
_LOCK = _LOCK.with_for_update(of=Shipment, key_share=True)
"""Before the parcels are read: a statement that waits for a lock reads other rows as they were before it waited."""
_EVENTS = sa.select(_E.c.package_id, _E.c.happened_at, _E.c.code, _E.c.words).where(
    _E.c.package_id.in_(sa.bindparam("ids", expanding=True))
)
_SISTERS = sa.select(Package.shipment_id, Package.state).where(
    Package.shipment_id.in_(sa.bindparam("ids", expanding=True)), _PARCEL
)
_LAST_ARRIVAL: Any = (
    sa.select(Package.shipment_id, sa.func.max(_E.c.happened_at).label("at"))
    .join(_E, _E.c.package_id == Package.id)
    .where(Package.shipment_id.in_(sa.bindparam("ids", expanding=True)), _E.c.code == "delivered")
    .group_by(Package.shipment_id)
)
_ARRIVED = (
    sa.update(Shipment)
    .where(Shipment.id == sa.bindparam("shipment"))
    .values(delivered_at=sa.bindparam("at", type_=Shipment.delivered_at.type))
)
_NOW = sa.select(utc_now())
_OPEN = sa.literal_column(
    "tracking_event.package_id IS NULL AND tracking_event.dismissed_at IS NULL", sa.Boolean
)
_OF_NUMBER = sa.or_(
    sa.exists().where(Package.sscc == _E.c.number, _PARCEL),
    sa.exists().where(ShippingLabel.tracking == _E.c.number, _TRACKED),
)
_NEWLY_KNOWN = (
    sa.select(_E.c.id, _E.c.number, _E.c.happened_at, _E.c.code, _E.c.words)
    .where(_OPEN, _OF_NUMBER)
    .order_by(_E.c.id.desc())
    .limit(MATCHED_AT_ONCE)
)
_GIVE = sa.update(_E).where(_E.c.id == sa.bindparam("event"), _E.c.package_id.is_(None))
_GIVE_PARCEL = _GIVE.values(package_id=sa.bindparam("package"))
_PUT_ASIDE = _GIVE.values(dismissed_at=utc_now())
_ONE = sa.select(_E.c.id, _E.c.number, _E.c.package_id, _E.c.dismissed_at).where(
    _E.c.id == sa.bindparam("event")
)
_TAKE_UP = sa.update(_E).where(_E.c.id == sa.bindparam("event")).values(dismissed_at=None)


def plain_number(text: str) -> str:
    """A tracking number or SSCC as it is looked up: without blanks, an SSCC without its identifier (00)."""
    number = "".join(text.split())
    bare = number.removeprefix("(00)")
    if len(bare) == 20 and bare.startswith("00") and bare.isascii() and bare.isdigit():
        return bare[2:]
    return bare


def parcels_named(connection: Connection | Transaction, numbers: Iterable[str]) -> dict[str, Named]:
    """The parcels that tracking numbers and SSCCs mean; unknown numbers are left out."""
    wanted = {"numbers": sorted(set(numbers))}
    found = {row[0]: Named(row[1], row[2]) for row in connection.execute(_BY_SSCC, wanted)}
    return {row[0]: Named(row[1], row[2]) for row in connection.execute(_BY_LABEL, wanted)} | found


@use_case(Permission.SHIPMENT_DELIVER)
def record_tracking(tx: Transaction, events: tuple[Tracked, ...], source: str) -> Recorded:
    """Take in what a carrier says, each event once, with what it changes.

    A parcel that is said to be delivered arrives; with its last parcel the shipment is delivered. One said to be lost is lost,
    and found where it moves again. An event that was here before changes nothing, so what a person set right stays.

    Args:
        tx: The transaction.
        events: At most `MOST_AT_ONCE`.
        source: Where they were read: a file's name.

    Raises:
        BadInput: there are too many, or one has no number or a code that is none.
        DatedAhead: one is dated in the future.
    """
    now: datetime = tx.execute(_NOW).scalar_one()
    _check(events, now)
    if not events:
        return Recorded()
    named = parcels_named(tx, (plain_number(event.number) for event in events))
    rows: dict[tuple[object, ...], dict[str, object]] = {}
    for event in events:
        number = plain_number(event.number)
        one = named.get(number)
        package_id = one.package_id if one and belongs(event.happened_at, one.created_at) else None
        key = (package_id, "" if package_id else number, event.happened_at, event.code, event.words)
        rows.setdefault(
            key,
            {
                "package_id": package_id,
                "number": number,
                "happened_at": event.happened_at,
                "code": event.code,
                "words": event.words,
                "place": event.place,
                "source": source,
            },
        )
    ids = sorted({cast(int, row["package_id"]) for row in rows.values() if row["package_id"]})
    parcels = _lock(tx, ids)
    before = _events_of(tx, ids)
    made = _insert(tx, list(rows.values()))
    new: dict[int, list[Event]] = defaultdict(list)
    for row in made:
        tx.changed("tracking_event", row.id)
        if row.package_id is not None:
            new[row.package_id].append(Event(row.happened_at, row.code))
    effect = _apply(tx, parcels, before, new, now)
    unknown = sum(row.package_id is None for row in made)
    return effect + Recorded(new=len(made), known=len(events) - len(made), unknown=unknown)


@use_case(Permission.SHIPMENT_DELIVER)
def match_unknown(tx: Transaction) -> Recorded:
    """Give kept events of unknown numbers to their parcels, where those are known by now, with what they change."""
    waiting = tx.execute(_NEWLY_KNOWN).all()
    if not waiting:
        return Recorded()
    now: datetime = tx.execute(_NOW).scalar_one()
    named = parcels_named(tx, (row.number for row in waiting))
    mine = [
        (row, named[row.number].package_id)
        for row in waiting
        if row.number in named and belongs(row.happened_at, named[row.number].created_at)
    ]
    ids = sorted({package_id for _, package_id in mine})
    parcels = _lock(tx, ids)
    before = _events_of(tx, ids)
    there = {(package_id, one) for package_id, found in before.items() for one in found}
    given: list[dict[str, int]] = []
    aside: list[dict[str, int]] = []
    new: dict[int, list[Event]] = defaultdict(list)
    for row, package_id in mine:
        said = (package_id, (row.happened_at, row.code, row.words))
        if said in there:  # it came under the other number of the same parcel
            aside.append({"event": row.id})
            continue
        there.add(said)
        given.append({"event": row.id, "package": package_id})
        new[package_id].append(Event(row.happened_at, row.code))
    for statement, rows in ((_GIVE_PARCEL, given), (_PUT_ASIDE, aside)):
        if rows:
            tx.execute(statement, rows)
        for one in rows:
            tx.changed("tracking_event", one["event"])
    return _apply(tx, parcels, before, new, now) + Recorded(new=len(given))


@use_case(Permission.SHIPMENT_DELIVER)
def dismiss_event(tx: Transaction, event_id: int) -> str:
    """Put an event aside whose number is not ours; gives the number. Undone by `restore_event`.

    Raises:
        Conflict: its parcel is known, or it was put aside before.
        NotFound: there is no such event.
    """
    return _set_aside(tx, event_id, aside=True)


@use_case(Permission.SHIPMENT_DELIVER)
def restore_event(tx: Transaction, event_id: int) -> str:
    """Take up an event again that was put aside; gives the number.

    Raises:
        Conflict: it was not put aside.
        NotFound: there is no such event.
    """
    return _set_aside(tx, event_id, aside=False)


def _set_aside(tx: Transaction, event_id: int, *, aside: bool) -> str:
    event = must_find(tx.execute(_ONE, {"event": event_id}).first(), "tracking event", event_id)
    if event.package_id is not None or (event.dismissed_at is not None) is aside:
        raise Conflict(
            f"The event of {event.number} is not {'open' if aside else 'put aside'} any more.",
            hint="Look at it again; another desk may have been first.",
            number=event.number,
        )
    tx.execute(_PUT_ASIDE if aside else _TAKE_UP, {"event": event_id})
    tx.changed("tracking_event", event_id)
    return str(event.number)


def _check(events: Sequence[Tracked], now: datetime) -> None:
    if len(events) > MOST_AT_ONCE:
        raise BadInput(f"At most {MOST_AT_ONCE} events are taken at once.", events=len(events))
    for event in events:
        if not plain_number(event.number) or len(event.number) > 64:
            raise BadInput("An event names no parcel.", hint="Give a tracking number.", number=event.number)
        if event.code not in CODES:
            raise BadInput(f"{event.code!r} is no event of a parcel.", hint=f"There are {', '.join(CODES)}.")
        if dated_ahead(event.happened_at, now):
            raise DatedAhead(event.number, event.happened_at)


def _lock(tx: Transaction, ids: Sequence[int]) -> list[Any]:
    """The parcels under the locks of their shipments, which are taken in one order everywhere."""
    if ids:
        tx.execute(_LOCK, {"ids": ids})
    return list(tx.execute(_PARCELS, {"ids": ids}).all()) if ids else []


Said = tuple[datetime, str, str]


def _events_of(tx: Transaction, ids: Sequence[int]) -> dict[int, list[Said]]:
    found: dict[int, list[Said]] = defaultdict(list)
    if ids:
        for row in tx.execute(_EVENTS, {"ids": ids}):
            found[row.package_id].append((row.happened_at, row.code, row.words))
    return found


def _insert(tx: Transaction, rows: Sequence[Mapping[str, object]]) -> list[Any]:
    """Insert what is not there, in one statement; the rows that were made. Another desk may read the same file just now."""
    dialect = postgresql if tx.postgresql else sqlite
    statement = dialect.insert(_E).values(list(rows)).on_conflict_do_nothing()
    return list(tx.execute(statement.returning(_E.c.id, _E.c.package_id, _E.c.happened_at, _E.c.code)).all())


def _apply(
    tx: Transaction,
    parcels: Sequence[Any],
    before: Mapping[int, Sequence[Said]],
    new: Mapping[int, Sequence[Event]],
    now: datetime,
) -> Recorded:
    """Take the steps that new events cause, each verb in one statement, and close shipments that arrived."""
    verbs: dict[str, list[Any]] = defaultdict(list)
    told: list[tuple[int | None, str, dict[str, object]]] = []
    for parcel in parcels:
        known = [Event(at, code) for at, code, _ in before.get(parcel.id, ())]
        fresh = new.get(parcel.id, ())
        for verb in steps(parcel.state, known, fresh):
            verbs[verb].append(parcel)
        facts = {"shipment": parcel.number, "sscc": parcel.sscc}
        if outcome((*known, *fresh)) == "returned" and any(one.code == "returned" for one in fresh):
            told.append((parcel.order_id, "parcel_returned", facts))
    for verb, word in (("find", "parcel_found"), ("lose", "parcel_lost"), ("deliver", "")):
        move_state(tx, PACKAGE, [parcel.id for parcel in verbs[verb]], verb)
        if word:
            told += [
                (one.order_id, word, {"shipment": one.number, "sscc": one.sscc})
                for one in verbs[verb]
                if word != "parcel_found" or one not in verbs["deliver"]
            ]
    follow_parcels(tx, [parcel.id for parcel in verbs["deliver"]])
    touched = {parcel.shipment_id: parcel for parcel in verbs["deliver"]}
    for moved in (*verbs["lose"], *verbs["find"], *verbs["deliver"]):
        tx.changed("shipment", moved.shipment_id)
    done = [touched[one] for one in _all_arrived(tx, touched)]
    move_state(tx, SHIPMENT, [one.shipment_id for one in done], "deliver", {"delivered_at": now})
    if done:
        asked = {"ids": [one.shipment_id for one in done]}
        at: dict[int, datetime] = {row.shipment_id: row.at for row in tx.execute(_LAST_ARRIVAL, asked)}
        arrived = [
            {"shipment": one.shipment_id, "at": min(now, at.get(one.shipment_id, now))} for one in done
        ]
        tx.execute(_ARRIVED, arrived)
    told += [(one.order_id, "delivered", {"shipment": one.number}) for one in done]
    record_events(tx, told)
    return Recorded(
        delivered=len(done),
        arrived=len(verbs["deliver"]),
        lost=len(verbs["lose"]),
        found=len(verbs["find"]) - sum(one in verbs["deliver"] for one in verbs["find"]),
    )


def _all_arrived(tx: Transaction, touched: Mapping[int, Any]) -> list[int]:
    """Of shipments on their way, those of which every parcel has arrived."""
    ids = sorted(one for one, parcel in touched.items() if parcel.shipment_state == "shipped")
    if not ids:
        return []
    states: dict[int, set[str]] = defaultdict(set)
    for row in tx.execute(_SISTERS, {"ids": ids}):
        states[row.shipment_id].add(row.state)
    return [one for one in ids if states[one] == {"delivered"}]
