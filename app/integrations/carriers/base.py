"""What every carrier does, and what it says when it does not.

A label is asked for under a key that the caller chose and stored before. The refusals tell apart what decides whether, and
how, it is
asked again: the carrier said no (`CarrierRefused`), nothing reached it (`CarrierAway`), or nobody knows yet whether the label was
bought (`PerhapsBought`); then the same key is asked again, and only that one, so that a parcel never gets a second label.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from app.domain.address import PostalAddress
from app.domain.rates import Consignment, Quote, Service
from app.errors import Refused, Unavailable
from app.integrations.channels.base import Rejected
from app.integrations.tracking import EventRow

PDF = "application/pdf"
ZPL = "application/zpl"


class CarrierRefused(Refused):
    """The carrier said no; nothing was bought, and the same request would be refused again."""

    code = "carrier.refused"


class CarrierTrouble(Unavailable):
    """No answer; `carrier` is among the facts."""

    code = "carrier.trouble"


class CarrierAway(CarrierTrouble):
    """The carrier cannot be reached; nothing was sent."""

    code = "carrier.away"


class PerhapsBought(CarrierTrouble):
    """The request may have reached the carrier, and may have been done; asked again under its key it is not done twice."""

    code = "carrier.perhaps"


class Awaited(PerhapsBought):
    """The carrier has the request for certain; its answer comes later."""

    code = "carrier.awaited"

    def __init__(self, carrier: str) -> None:
        super().__init__(
            f"The answer of {carrier} is awaited.",
            hint="It is looked for by itself; go on with the next parcel.",
            carrier=carrier,
        )


@dataclass(frozen=True, slots=True)
class Account:
    """A carrier as we deal with it.

    Attributes:
        name: As people call it.
        number: Our customer number there.
        out_folder, in_folder: Where files are exchanged; empty for carriers that do not.
        timeout_s: Seconds after which a silent carrier is given up for this time.
    """

    name: str
    number: str = ""
    out_folder: str = ""
    in_folder: str = ""
    timeout_s: float = 20.0


@dataclass(frozen=True, slots=True)
class LabelRequest:
    """A label asked for.

    Attributes:
        key: Names the purchase for ever; letters, digits, '-' alone.
        handed: An earlier attempt gave the request to the carrier for certain: only the answer is wanted.
        service: The code of the service.
        reference: Ours, for the carrier's invoice: the shipment's number.
        weight_g, size_mm: Of the parcel; 0 is not known.
        value: Of the goods in minor units of `currency`.
    """

    key: str
    service: str
    sscc: str
    reference: str
    sender: PostalAddress
    recipient: PostalAddress
    weight_g: int
    size_mm: tuple[int, int, int] = (0, 0, 0)
    value: int = 0
    currency: str = "EUR"
    handed: bool = False


@dataclass(frozen=True, slots=True)
class Bought:
    """A label that was bought.

    Attributes:
        tracking: What the parcel is followed by.
        reference: The carrier's own, where it gives one.
        price: In minor units of `currency`; None where it does not say.
        label: The bytes to be printed; empty where the label is ours to set.
        media_type: Of the bytes.
    """

    tracking: str
    reference: str = ""
    price: int | None = None
    currency: str = "EUR"
    label: bytes = b""
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class VoidRequest:
    """A label to be taken back, by the key under which it was asked; `tracking` is empty where it never came."""

    key: str
    sscc: str
    tracking: str = ""
    reference: str = ""
    handed: bool = False


Take = Callable[[Iterable[EventRow | Rejected]], Sequence[Rejected]]
"""Takes what a carrier said at once (a file, an answer), in whole; gives back the rows that cannot be used, with the reason."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a carrier said of parcels: how many times, and how often with rows that cannot be used.

    `trouble` says what kept some of it from being read, or put away.
    """

    times: int = 0
    bad: int = 0
    trouble: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ManifestLine:
    """A parcel that goes with a pick-up."""

    tracking: str
    sscc: str
    service: str
    reference: str
    country: str
    postal_code: str
    weight_g: int


@dataclass(frozen=True, slots=True)
class ManifestRequest:
    """All that goes with a pick-up, told to the carrier; voided labels are not among the lines.

    `key` names one closing of the pick-up for ever; the pick-up's `number` stays the same when it is closed again.
    """

    key: str
    number: str
    day: date
    lines: tuple[ManifestLine, ...]


@dataclass(frozen=True, slots=True)
class PickUpRequest:
    """A vehicle asked for on a day, from and until (local, 'HH:MM'; `latest` may be empty); `number` names it for ever.

    `parcels` and `weight_g` are what waits when it is asked for; more may come.
    """

    number: str
    day: date
    earliest: str
    latest: str
    sender: PostalAddress
    parcels: int
    weight_g: int


class Carrier(Protocol):
    """One carrier. Nothing here knows the database; whoever calls stores the key first and the answer afterwards."""

    def quote(self, service: Service, wanted: Consignment) -> Quote:
        """What a service asks for a shipment and when it arrives, or why it does not take it."""
        ...

    def buy(self, request: LabelRequest) -> Bought:
        """Buy a label under the request's key; asked again under the same key, it is the same label.

        Raises:
            CarrierRefused: the carrier said no.
            CarrierAway: nothing was sent.
            PerhapsBought, Awaited: ask again under the same key.
        """
        ...

    def void(self, request: VoidRequest) -> None:
        """Take a label back; comes back once the carrier has confirmed it.

        Raises:
            CarrierRefused: it cannot be taken back any more.
            CarrierAway, PerhapsBought, Awaited: ask again.
        """
        ...

    def track(self, take: Take) -> Heard:
        """Give to `take` what the carrier says of parcels and was not taken yet; what was taken is not given again.

        Where the program ends before that is settled it is given again: an event that comes twice must do no harm.

        Raises:
            CarrierTrouble: it cannot be asked now.
            BadInput: the way in which it writes is not known.
        """
        ...

    def manifest(self, request: ManifestRequest) -> str:
        """Tell the carrier what goes with a pick-up; what it calls that, empty where it wants to know nothing.

        Raises:
            CarrierTrouble: it cannot be told now; telling it again under the same key does nothing twice.
        """
        ...

    def pick_up(self, request: PickUpRequest) -> str:
        """Ask for a vehicle; what the carrier calls it, empty where it comes by itself.

        Raises:
            CarrierTrouble: it cannot be asked now; asking again under the same number does nothing twice.
        """
        ...
