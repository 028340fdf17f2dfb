"""A dock with pallets of parcels: for tests of pallets, of their loading, and of what their papers say."""

from __future__ import annotations

from app.services.pallet_labels import label_pallet
from app.services.pallets import begin_pallet, close_pallet, scan_onto_pallet
from app.services.scanning import ScanResult
from app.services.sites import set_warehouse_address
from tests.rig.databases import World
from tests.rig.dock import Dock
from tests.rig.shop import ADDRESS


class Yard(Dock):
    """The dock, with pallets."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        set_warehouse_address(self.owner, self.warehouse, ADDRESS)

    def begun(self, *parcels: int) -> int:
        """An open pallet with parcels on it."""
        pallet = begin_pallet(self.packer, self.warehouse).pallet_id
        for parcel in parcels:
            self.put(pallet, parcel)
        return pallet

    def pallet(self, *parcels: int, weight_g: int = 0) -> int:
        """A closed pallet with its label."""
        pallet = self.begun(*parcels)
        close_pallet(self.packer, pallet, weight_g)
        label_pallet(self.packer, pallet)
        return pallet

    def put(self, pallet: int, parcel: int) -> ScanResult:
        """Scan a parcel onto a pallet."""
        return scan_onto_pallet(self.packer, pallet, self.sscc(parcel))

    def under(self, parcel: int) -> int | None:
        """The pallet that a parcel stands on."""
        found: int | None = self.world.one("SELECT parent_id FROM package WHERE id = :i", i=parcel)
        return found
