"""A shop with carriers, and labelled parcels that wait for them: for tests of loading and of the hand-over."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date

from PIL import Image, ImageDraw

from app.services.carriers import add_carrier, add_service
from app.services.labels import label_package
from app.services.manifests import open_manifest
from app.services.packing import open_for_packing, scan_item
from app.services.parcels import close_package, open_package
from app.services.picking import pick_wave
from app.services.release import release_shipments
from app.services.sites import set_company
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.shop import GTIN

DUE = date(2026, 1, 2)
"""Long past: what is promised for it has to go with the next pick-up, at whatever hour a test runs."""


def drawn(width: int = 240, height: int = 80) -> bytes:
    """A signature as it comes from the screen."""
    image = Image.new("L", (width, height), 255)
    line = [(at, height // 2 + (at * 7919) % (height // 2) - height // 4) for at in range(20, width - 20, 12)]
    ImageDraw.Draw(image).line(line, fill=0, width=3)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


PNG = drawn()


class Dock(Bench):
    """The shop of `tests/rig/bench.py` with two carriers, of one of them two services."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        set_company(self.owner, "Quai", "3760001")
        self.carrier = add_carrier(self.owner, "DPD", "DPD")
        self.other = add_carrier(self.owner, "UPS", "UPS")
        self.service = add_service(self.owner, self.carrier, "DPD-C", "Classic")
        self.express = add_service(self.owner, self.carrier, "DPD-E", "Express")
        self.foreign = add_service(self.owner, self.other, "UPS-S", "Standard")

    def waiting(
        self, *boxes: Mapping[str, int], service: int | None = None, label: bool = True
    ) -> tuple[int, list[int]]:
        """A packed shipment with a parcel for each of `boxes`; (shipment, parcels)."""
        lines: dict[str, int] = {}
        for box in boxes:
            for sku, pieces in box.items():
                lines[sku] = lines.get(sku, 0) + pieces
        order = self.order(lines, carrier_service_id=service or self.service, promised_on=DUE)
        pick_wave(self.owner, release_shipments(self.owner, (order.shipment_id,)).wave_id)
        packer = self.packer
        open_for_packing(packer, self.number("shipment", order.shipment_id))
        parcels = []
        for nth, box in enumerate(boxes):
            if nth:
                open_package(packer, order.shipment_id)
            for sku, pieces in box.items():
                scan_item(packer, order.shipment_id, GTIN[sku], qty=pieces)
            parcel = self.world.one(
                "SELECT id FROM package WHERE shipment_id = :s AND state = 'open'", s=order.shipment_id
            )
            close_package(packer, parcel, 1000 * (nth + 1))
            if label:
                label_package(packer, parcel)
            parcels.append(int(parcel))
        return order.shipment_id, parcels

    def pick_up(self, carrier: int | None = None) -> int:
        """An open pick-up."""
        return open_manifest(
            self.packer, self.carrier if carrier is None else carrier, self.warehouse
        ).manifest_id

    def sscc(self, parcel: int) -> str:
        """What is scanned on a parcel."""
        return str(self.world.one("SELECT sscc FROM package WHERE id = :i", i=parcel))

    def on(self, parcel: int) -> int | None:
        """The pick-up that a parcel stands on."""
        found: int | None = self.world.one("SELECT manifest_id FROM package WHERE id = :i", i=parcel)
        return found
