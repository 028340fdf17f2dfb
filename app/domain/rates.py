"""What a carrier's service asks for a shipment, whether it takes it at all, and when it arrives: by rate tables, without a clock.

Weights in grams, sizes in millimetres, money in minor units of the service's currency; days and times are the warehouse's own.
Services are plain values here, so that the same figures come out of the database, a file that is being read, or a test.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from app.domain.boxes import chargeable_g
from app.domain.promise import Calendar, add_working_days, promise_date
from app.domain.text import kilograms

_PERCENT = 10_000
"""A percentage is kept in hundredths of a percent."""
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Measures:
    """A parcel as a carrier sees it; a weight or side of 0 is not known."""

    weight_g: int
    length_mm: int = 0
    width_mm: int = 0
    height_mm: int = 0

    @property
    def longest_mm(self) -> int:
        """The longest side."""
        return max(self.length_mm, self.width_mm, self.height_mm)

    @property
    def girth_mm(self) -> int:
        """The longest side and twice around the two others, as carriers measure it; 0 where a side is not known."""
        shortest, middle, longest = sorted((self.length_mm, self.width_mm, self.height_mm))
        return longest + 2 * (shortest + middle) if shortest else 0


@dataclass(frozen=True, slots=True)
class Zone:
    """Where a service goes: a country, or the postcodes of it that begin with `prefix`."""

    country: str
    prefix: str
    zone: str


@dataclass(frozen=True, slots=True)
class Extra:
    """A surcharge; see `app/models/transport.py: Surcharge` for its kinds. Each that applies is asked once a parcel."""

    name: str
    kind: str
    amount: int
    threshold: int = 0
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """A product of a carrier with its limits (0: none), days and prices.

    Attributes:
        id, code, name: Which; `name` with the carrier's, as people read it.
        zones: Where it goes. Without any it goes everywhere, at a price that is not known here.
        rates: By zone: (charged weight up to, price), lightest first.
        service_days: ISO weekdays on which it travels ('12345').
        collected: The customer fetches the goods: no carriage, and no rule takes it by price or speed.
    """

    id: int
    code: str
    name: str
    currency: str = "EUR"
    transit_days: int = 1
    cut_off: str = "16:30"
    service_days: str = "12345"
    max_weight_g: int = 0
    max_length_mm: int = 0
    max_girth_mm: int = 0
    volume_divisor: int = 0
    collected: bool = False
    zones: tuple[Zone, ...] = ()
    rates: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    extras: tuple[Extra, ...] = ()


@dataclass(frozen=True, slots=True)
class Consignment:
    """What is to be sent where, and when it is ready.

    Attributes:
        country: ISO 3166 alpha-2.
        postal_code: As written.
        parcels: At least one; before anything is packed, one of the estimated weight.
        ready_at: When it can be handed over, on the warehouse's own clock.
        calendar: When the warehouse works.
        dangerous: It holds dangerous goods.
    """

    country: str
    postal_code: str
    parcels: tuple[Measures, ...]
    ready_at: datetime
    calendar: Calendar
    dangerous: bool = False

    @property
    def weight_g(self) -> int:
        """All parcels together."""
        return sum(parcel.weight_g for parcel in self.parcels)


@dataclass(frozen=True, slots=True)
class Quote:
    """What a service answers.

    Attributes:
        service: Which.
        price: In minor units of `currency`, surcharges included; None where it has no rates.
        leaves_on, arrives_on: Handed over and arrived; None where it does not go.
        why_not: Why it does not take the shipment; empty where it does.
        parts: What makes the price up, in words of the rate table: ('rate', 1250), ('Fuel', 94), ...
    """

    service: Service
    price: int | None = None
    currency: str = ""
    leaves_on: date | None = None
    arrives_on: date | None = None
    why_not: str = ""
    parts: tuple[tuple[str, int], ...] = ()

    @property
    def possible(self) -> bool:
        """Whether the service takes it."""
        return not self.why_not


def plain_postcode(text: str) -> str:
    """A postcode as it is compared: capitals, without blanks and hyphens."""
    return "".join(letter for letter in text.upper() if letter.isalnum())


def zone_of(service: Service, country: str, postal_code: str) -> str | None:
    """The zone of a destination: of all that fit the one with the longest prefix; None where the service does not go."""
    code = plain_postcode(postal_code)
    fitting = [
        (len(plain_postcode(one.prefix)), one.zone)
        for one in service.zones
        if one.country == country and code.startswith(plain_postcode(one.prefix))
    ]
    return max(fitting)[1] if fitting else None


def over_limits(service: Service, parcels: Sequence[Measures]) -> str:
    """Why a service takes none of such a size; empty where all its limits are kept. Sides that are not known pass."""
    limits = (
        (service.max_weight_g, max((one.weight_g for one in parcels), default=0)),
        (service.max_length_mm, max((one.longest_mm for one in parcels), default=0)),
        (service.max_girth_mm, max((one.girth_mm for one in parcels), default=0)),
    )
    (most_g, weight), (most_mm, longest), (most_girth, girth) = limits
    why = ""
    if most_g and weight > most_g:
        why = f"takes parcels up to {kilograms(most_g)}, and this one weighs {kilograms(weight)}"
    elif most_mm and longest > most_mm:
        why = f"takes parcels up to {most_mm} mm long, and this one is {longest} mm long"
    elif most_girth and girth > most_girth:
        why = f"takes parcels up to {most_girth} mm in girth and length, and this one has {girth} mm"
    return why


def hand_over_day(service: Service, ready_at: datetime, calendar: Calendar) -> date | None:
    """The day on which a parcel can be handed over: worked on, travelled on, and before the cut-off; None where there is none."""
    days = _travels(service) & calendar.weekdays
    if not days:
        return None
    return promise_date(ready_at, time.fromisoformat(service.cut_off), 0, Calendar(days, calendar.holidays))


def arrival_day(service: Service, leaves_on: date, calendar: Calendar) -> date:
    """The day of arrival: the days on the way are counted on days on which the service travels.

    The warehouse's holidays count as days of rest on the way too: carriers keep the public ones.
    """
    return add_working_days(leaves_on, service.transit_days, Calendar(_travels(service), calendar.holidays))


def quote(service: Service, wanted: Consignment) -> Quote:
    """What a service asks for a consignment and when it arrives, or why it does not take it."""
    leaves_on = hand_over_day(service, wanted.ready_at, wanted.calendar)
    why = over_limits(service, wanted.parcels)
    if not why and leaves_on is None:
        why = "travels on no day on which the warehouse works"
    zone: str | None = None
    if not why and service.zones:
        zone = zone_of(service, wanted.country, wanted.postal_code)
        place = f"{wanted.country} {wanted.postal_code}".strip()
        why = "" if zone is not None else f"does not go to {place}"
    if why or leaves_on is None:
        return Quote(service, why_not=why)
    arrives_on = arrival_day(service, leaves_on, wanted.calendar)
    if not service.zones:
        return Quote(service, 0 if service.collected else None, service.currency, leaves_on, arrives_on)
    parts: dict[str, int] = {}
    for parcel in wanted.parcels:
        charged = chargeable_g(
            parcel.weight_g, (parcel.length_mm, parcel.width_mm, parcel.height_mm), service.volume_divisor
        )
        rate = rate_for(service, zone or "", charged)
        if rate is None:
            why = f"has no rate for {kilograms(charged)} in zone {zone}"
            return Quote(service, why_not=why)
        parts["rate"] = parts.get("rate", 0) + rate
        for extra in service.extras:
            if _applies(extra, parcel, wanted, arrives_on):
                asked = _share(rate, extra.amount) if extra.kind == "percent" else extra.amount
                parts[extra.name] = parts.get(extra.name, 0) + asked
    price = sum(parts.values())
    return Quote(service, price, service.currency, leaves_on, arrives_on, parts=tuple(parts.items()))


def rate_for(service: Service, zone: str, charged: int) -> int | None:
    """The price of the lightest band that takes a charged weight in a zone; None where it is heavier than all."""
    for up_to, price in service.rates.get(zone, ()):
        if charged <= up_to:
            return price
    return None


def _applies(extra: Extra, parcel: Measures, wanted: Consignment, arrives_on: date) -> bool:
    if extra.kind == "oversize":
        return parcel.longest_mm > extra.threshold
    if extra.kind == "overweight":
        return parcel.weight_g > extra.threshold
    if extra.kind == "prefix":
        country, _, prefix = extra.prefix.partition(" ")
        there = plain_postcode(wanted.postal_code).startswith(plain_postcode(prefix))
        return wanted.country == country and there
    if extra.kind == "dangerous":
        return wanted.dangerous
    if extra.kind == "saturday":
        return arrives_on.weekday() == _SATURDAY
    return extra.kind in ("percent", "parcel")


def _share(rate: int, hundredths: int) -> int:
    """A percentage of a rate, half a unit rounded up."""
    return (rate * hundredths + _PERCENT // 2) // _PERCENT


def _travels(service: Service) -> frozenset[int]:
    return frozenset(int(day) - 1 for day in service.service_days)
