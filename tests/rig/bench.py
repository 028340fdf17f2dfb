"""A shop with picked shipments, for tests of the bench and of what comes after it."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.permissions import Role
from app.services.context import Context
from app.services.parcels import pack_all
from app.services.picking import pick_wave
from app.services.sites import set_warehouse_address
from tests.rig.databases import World
from tests.rig.shop import ADDRESS, Shop


class Bench(Shop):
    """The shop of `tests/rig/shop.py`, with people at the bench."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        set_warehouse_address(self.owner, self.warehouse, ADDRESS)

    @property
    def packer(self) -> Context:
        """Somebody who may only pack and hand over."""
        return self.world.ctx(Role.PACKER, desk="PACK-1")

    def picked(self, *orders: Mapping[str, int]) -> list[int]:
        """Orders that are picked and wait at the bench; the ids of their shipments."""
        released = self.released(*orders)
        pick_wave(self.world.ctx(Role.PICKER), released.wave_id)
        return list(released.shipment_ids)

    def packed(self, lines: Mapping[str, int]) -> tuple[int, int]:
        """An order in one closed parcel: (shipment, parcel)."""
        (shipment,) = self.picked(lines)
        return shipment, pack_all(self.packer, shipment).package_id

    def number(self, table: str, row_id: int) -> str:
        """The number that people see."""
        return str(self.world.one(f"SELECT number FROM {table} WHERE id = :id", id=row_id))
