"""A carrier whose labels we set ourselves and whose prices stand in our own tables; nothing leaves this program."""

from __future__ import annotations

from app.domain.rates import Consignment, Quote, Service, quote
from app.integrations.carriers.base import (
    Account,
    Bought,
    Heard,
    LabelRequest,
    ManifestRequest,
    PickUpRequest,
    Take,
    VoidRequest,
)
from app.integrations.carriers.news import hear


def own_tracking(sscc: str) -> str:
    """The tracking number of our own labels: the parcel's SSCC without its extension digit and check digit."""
    return sscc[1:17].lstrip("0")


class TableCarrier:
    """Sets labels here: the tracking number follows from the parcel, so that the same parcel always has the same."""

    def __init__(self, account: Account) -> None:
        self.account = account

    def quote(self, service: Service, wanted: Consignment) -> Quote:
        """By our tables."""
        return quote(service, wanted)

    def buy(self, request: LabelRequest) -> Bought:
        """A tracking number of ours; the label is ours to set, its price is that of the tables."""
        return Bought(own_tracking(request.sscc))

    def void(self, request: VoidRequest) -> None:
        """Nobody outside knows of it: it is void at once."""

    def track(self, take: Take) -> Heard:
        """The files of tracking in its folder, where it has one: who carries our labels may still say what becomes of them."""
        return hear(self.account, take)

    def manifest(self, request: ManifestRequest) -> str:
        """The paper goes with the driver; nothing is sent."""
        return ""

    def pick_up(self, request: PickUpRequest) -> str:
        """They come by themselves."""
        return ""
