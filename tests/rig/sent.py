"""A shop with a shipment on its way, for tests of what comes after the hand-over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from app.domain.permissions import Role
from app.models import ShippingLabel
from app.services.packing import scan_item
from app.services.parcels import close_package
from app.services.shipping import ship_shipment
from app.services.tracking import Recorded, Tracked, record_tracking
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.shop import GTIN

NOW = datetime.now(UTC).replace(microsecond=0)


def said(number: str, code: str, hours: float = 0, words: str = "") -> Tracked:
    """An event so many hours ago."""
    return Tracked(number, NOW - timedelta(hours=hours), code, words)


class Sent(Bench):
    """A shop with a shipment of some parcels of one mug each, handed over; `parcels` are their ids, `sscc` their numbers."""

    def __init__(self, world: World, parcels: int = 1, *, ship: bool = True) -> None:
        super().__init__(world)
        (self.shipment,) = self.picked({"MUG": parcels})
        self.parcels: list[int] = []
        for _ in range(parcels):
            scan_item(self.packer, self.shipment, GTIN["MUG"])
            package = world.one("SELECT max(id) FROM package")
            close_package(self.packer, package, 400)
            self.parcels.append(package)
        if ship:
            ship_shipment(self.packer, self.shipment)
        self.sscc = [world.one("SELECT sscc FROM package WHERE id = :p", p=one) for one in self.parcels]
        self.service = world.ctx(Role.CUSTOMER_SERVICE)

    def verbs(self) -> list[str]:
        """What the orders' timelines say, in order."""
        return [row.verb for row in self.world.rows("SELECT verb FROM order_event ORDER BY id")]

    def tell(self, *events: Tracked) -> Recorded:
        """A carrier says something."""
        return record_tracking(self.service, events, "test.csv")

    def label(self, package: int, tracking: str, *, voided: bool = False) -> None:
        """A label of another carrier, past the services."""
        with self.world.database().engine.begin() as connection:
            connection.exec_driver_sql(
                "INSERT INTO blob (sha256, media_type, bytes) VALUES ('x', 'text/plain', '') ON CONFLICT DO NOTHING"
            )
            connection.execute(
                sa.insert(ShippingLabel),
                {
                    "package_id": package,
                    "tracking": tracking,
                    "blob_sha": "x",
                    "voided_at": NOW if voided else None,
                },
            )
