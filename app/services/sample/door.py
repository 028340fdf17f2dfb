"""The sample's door: what carriers took and what waits for them, what they say of it, and what customers fetch."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

import sqlalchemy as sa

from app.database import Operation, Transaction
from app.domain.promise import Calendar, add_working_days
from app.models import Manifest, Shipment
from app.models.base import utc_now
from app.services.context import Context
from app.services.hand_over import collect_shipment
from app.services.loading import scan_to_load
from app.services.manifest_papers import close_manifest
from app.services.manifests import cancel_manifest, hand_over_manifest, open_manifest
from app.services.sample.cast import Cast
from app.services.scanning import GOOD
from app.services.tracking import Tracked, record_tracking

_DRIVERS = (("R. Perrin", "GH-418-KL"), ("S. Moretti", "EZ-905-TB"))
"""Who comes with which truck; carriers take turns."""
_HANDED_AT = time(10, 40)
"""When a truck of an earlier day was loaded; UTC, before every cut-off."""
_UNKNOWN = ("XR4471902815FR", "in_transit", "Pris en charge", "Corbas")
"""What a carrier says of a number that it takes for one of ours."""
_PARCELS = sa.text(
    "SELECT p.sscc, s.id AS shipment, c.carrier_id FROM package AS p JOIN shipment AS s ON s.id = p.shipment_id"
    " JOIN carrier_service AS c ON c.id = s.carrier_service_id WHERE s.id IN :shipments ORDER BY p.id"
).bindparams(sa.bindparam("shipments", expanding=True))
_CODE = sa.text("SELECT pickup_code FROM shipment WHERE id = :shipment")
_NOW = sa.select(utc_now().label("now"))
_LEFT_THEN = sa.update(Shipment).where(Shipment.id.in_(sa.bindparam("shipments", expanding=True)))
_TAKEN_THEN = sa.update(Manifest).where(Manifest.id == sa.bindparam("manifest"))


class Door:
    """Lets parcels leave.

    Args:
        ctx: Whoever makes the sample.
        cast: The people.
        warehouse_id: Where the trucks come.
        today: The day there.
    """

    def __init__(self, ctx: Context, cast: Cast, warehouse_id: int, today: date) -> None:
        self._ctx, self._cast, self._warehouse_id, self._today = ctx, cast, warehouse_id, today

    def hand_over(self, shipments: Sequence[int], days: int = 0) -> None:
        """Carriers take these shipments; `days` working days from today, 0 today.

        What left on an earlier day is entered today like the rest, and then only its moments are set back: no service can do
        that, and without it nothing could be late. A server lets nobody write such moments; there all of it left today.
        """
        for nth, (manifest_id, taken) in enumerate(self.close(shipments)):
            driver, vehicle = _DRIVERS[nth % len(_DRIVERS)]
            hand_over_manifest(self._cast["marie"], manifest_id, driver, vehicle)
            if days and not self._ctx.db.postgresql:
                at = datetime.combine(add_working_days(self._today, days, Calendar()), _HANDED_AT, UTC)
                self._set_back(manifest_id, taken, at)

    def close(self, shipments: Sequence[int]) -> list[tuple[int, list[int]]]:
        """Load these shipments onto a pick-up of each carrier and close it: pick-ups with their shipments."""
        loaded = self.load(shipments)
        for manifest_id, _ in loaded:
            close_manifest(self._cast["marie"], manifest_id, "fr")
        return loaded

    def load(self, shipments: Sequence[int]) -> list[tuple[int, list[int]]]:
        """Scan the parcels of these shipments onto a new pick-up of each carrier: pick-ups with their shipments."""
        marie = self._cast["marie"]
        found: dict[int, tuple[int, list[int]]] = {}
        for parcel in self._parcels(shipments):
            if parcel.carrier_id not in found:
                opened = open_manifest(marie, parcel.carrier_id, self._warehouse_id)
                found[parcel.carrier_id] = (opened.manifest_id, [])
            manifest_id, taken = found[parcel.carrier_id]
            assert scan_to_load(marie, manifest_id, parcel.sscc).verdict in GOOD
            taken.append(parcel.shipment)
        return list(found.values())

    def give_up(self, shipment: int) -> None:
        """A pick-up was opened for the carrier of this shipment, and nobody came."""
        (parcel,) = self._parcels([shipment])
        opened = open_manifest(self._cast["noah"], parcel.carrier_id, self._warehouse_id)
        cancel_manifest(self._cast["noah"], opened.manifest_id)

    def fetch(self, shipment: int, name: str) -> None:
        """A customer comes with the code and takes the goods."""
        with self._ctx.reading() as connection:
            code = connection.execute(_CODE, {"shipment": shipment}).scalar_one()
        collect_shipment(self._cast["marie"], shipment, code, name)

    def track(
        self, delivered: Sequence[int], troubled: int, moving: Sequence[int], late: Sequence[int]
    ) -> None:
        """What carriers say: some arrived, one has trouble, others move, late ones were seen days ago; one is not ours."""
        with self._ctx.reading() as connection:
            now: datetime = connection.execute(_NOW).scalar_one()
        then = datetime.combine(add_working_days(self._today, -6, Calendar()), time(4, 15), UTC)
        then = min(then, now)  # the day of the sample may be one that is to come
        said = [(one, now, "delivered", "Livré, signé à l'accueil", "") for one in delivered]
        said += [
            (troubled, now, "in_transit", "Arrivé à l'agence", "Villeurbanne"),
            (troubled, now, "exception", "Adresse incomplète, le destinataire est contacté", "Villeurbanne"),
        ]
        said += [(one, now, "in_transit", "Parti du centre de tri", "Corbas") for one in moving]
        said += [(one, then, "in_transit", "Arrivé au centre de tri", "Corbas") for one in late]
        sscc = {row.shipment: row.sscc for row in self._parcels([one[0] for one in said])}
        events = [Tracked(sscc[one], at, code, words, place) for one, at, code, words, place in said]
        number, *what = _UNKNOWN
        events.append(Tracked(number, now, *what))
        record_tracking(self._cast["claire"], tuple(events), f"suivi-{self._today:%Y%m%d}.csv")

    def _parcels(self, shipments: Sequence[int]) -> Sequence[Any]:
        with self._ctx.reading() as connection:
            return connection.execute(_PARCELS, {"shipments": list(shipments)}).all()

    def _set_back(self, manifest_id: int, shipments: Sequence[int], at: datetime) -> None:
        def write(tx: Transaction) -> None:
            tx.execute(_LEFT_THEN.values(shipped_at=at), {"shipments": list(shipments)})
            tx.execute(_TAKEN_THEN.values(closed_at=at, handed_at=at), {"manifest": manifest_id})

        self._ctx.db.run(
            write,
            Operation(f"auto:{uuid.uuid4()}", "sample", "set_back"),
            encode=lambda nothing: "",
            decode=lambda text: None,
            actor=self._ctx.actor,
            desk=self._ctx.desk,
        )
