"""The sample's goods on their way today: pick lists, benches, parcels, the door."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from app.queries.bench_box import proposed
from app.services import labels
from app.services.context import Context
from app.services.packing import open_for_packing, scan_item
from app.services.parcels import close_package, pack_all
from app.services.picking import pick_task, pick_wave
from app.services.release import Released, recall_shipment, release_shipments
from app.services.sample.cast import Cast
from app.services.sample.door import Door
from app.services.sample.office import Office
from app.services.scanning import GOOD
from app.services.shipping import deliver_shipment, lose_parcel
from app.services.shorts import short_pick

EARLIER, DELIVERED, LOST, TROUBLED, MOVING = 2, 5, 1, 1, 1
"""Shipments that left days ago and are not there yet; that left today and arrived, are lost, have trouble, are on their way."""
CLOSED, FETCHED = 3, 2
"""Shipments on a pick-up that waits for its driver; that customers fetch, the first of which did."""
LONG_AGO = -8
"""Working days since the first of them left: longer than any service to them takes."""
PACKED, PICKED, WALKED, WAITING = 4, 4, 5, 6
"""Shipments that are packed, that wait at a bench, on a list half done, on one not begun."""

_TASKS = sa.text(
    "SELECT t.id, t.qty, t.shipment_id FROM pick_task AS t WHERE t.wave_id = :wave AND t.state = 'open'"
    " ORDER BY t.shipment_id, t.walk_seq, t.id"
)
_PIECES = sa.text(
    "SELECT l.picked, b.code, p.code AS pack_code, p.pack_qty AS pack FROM shipment_line AS l"
    " JOIN product_barcode AS b ON b.product_id = l.product_id AND b.pack_qty = 1"
    " JOIN product_barcode AS p ON p.product_id = l.product_id AND p.pack_qty > 1"
    " WHERE l.shipment_id = :shipment AND l.picked > 0 ORDER BY l.id"
)
"""Every product of the sample has the code of a piece and that of a pack."""
_PARCEL = sa.text("SELECT id FROM package WHERE shipment_id = :shipment AND state = :state ORDER BY id")
_NUMBER = sa.text("SELECT number FROM shipment WHERE id = :shipment")
_OTHER = sa.text(
    "SELECT min(b.code) FROM product_barcode AS b WHERE b.pack_qty = 1 AND b.product_id NOT IN"
    " (SELECT l.product_id FROM shipment_line AS l WHERE l.shipment_id = :shipment)"
)


class Floor:
    """Lets the warehouse work on orders of its own.

    Args:
        ctx: Whoever makes the sample.
        cast: The people.
        office: Takes the orders that are needed.
        door: Where the parcels leave.
    """

    def __init__(self, ctx: Context, cast: Cast, office: Office, door: Door) -> None:
        self._ctx, self._cast, self._office, self._door = ctx, cast, office, door
        self._slips = 0

    def ship(self) -> None:
        """What left today and days ago, with what carriers say of it; what waits for its driver, or for its customer."""
        today = DELIVERED + LOST + TROUBLED + MOVING + CLOSED
        places = [self._office.place(LONG_AGO) for _ in range(EARLIER)]
        places += [self._office.place(0) for _ in range(today)]
        places += [self._office.place(0, lines=2, fetched=True) for _ in range(FETCHED)]
        shipments = iter(self._picked("idris", places))

        def take(few: int) -> list[int]:
            return [next(shipments) for _ in range(few)]

        late, arrived, lost, troubled = take(EARLIER), take(DELIVERED), take(LOST), take(TROUBLED)
        moving, closed, fetched = take(MOVING), take(CLOSED), take(FETCHED)
        for shipment in (*late, *arrived, *lost, *troubled, *moving):
            self._pack(shipment)
        for shipment in (*closed, *fetched):
            self._pack_in_box(shipment)
        self._door.hand_over(late, LONG_AGO)
        self._door.hand_over((*arrived, *lost, *troubled, *moving))
        self._door.give_up(closed[0])
        self._door.close(closed)
        self._door.fetch(fetched[0], "J. Blanc")
        by_hand = len(arrived) // 2
        for shipment in arrived[:by_hand]:
            deliver_shipment(self._cast["claire"], shipment)
        self._door.track(arrived[by_hand:], troubled[0], moving, late)
        for shipment in lost:
            (parcel,) = self._ids(_PARCEL, shipment=shipment, state="loaded")
            lose_parcel(self._cast["claire"], parcel)

    def pack(self) -> None:
        """Packed shipments, one of them without its label, one on a truck; two are being packed; others wait."""
        places = [self._office.place(0, lines=3) for _ in range(PACKED + 2)]
        places += [self._office.place(0) for _ in range(PICKED - 1)]
        # Pieces with a serial number are scanned one by one: this one waits for a real scanner.
        places.append(self._office.place(0, lines=2, sku="BAL-002"))
        shipments = self._picked("lea", places)
        for nth, shipment in enumerate(shipments[:PACKED]):
            self._pack_in_box(shipment, label=nth > 0)
        self._door.load(shipments[1:2])
        self._begin("noah", shipments[PACKED], parcels=2)
        self._begin("marie", shipments[PACKED + 1], parcels=1)

    def pick(self) -> None:
        """A list half done, with a bin that held too little; one not begun; one that was called off."""
        walk = self._release("idris", [self._office.place(0, lines=3) for _ in range(WALKED)])
        tasks: dict[int, list[Any]] = {}
        for task in self._rows(_TASKS, wave=walk.wave_id):
            tasks.setdefault(task.shipment_id, []).append(task)
        done, begun, short = list(tasks.values())[:3]
        for task in (*done, begun[0]):
            pick_task(self._cast["idris"], task.id)
        lacking = max(short, key=lambda task: task.qty)
        short_pick(self._cast["idris"], lacking.id, lacking.qty - 1, "bin-short")
        labels.print_pick_list(self._cast["samir"], walk.wave_id, "fr")
        waiting = self._release("tom", [self._office.place(1) for _ in range(WAITING)])
        labels.print_pick_list(self._cast["samir"], waiting.wave_id, "en")
        off = self._release("tom", [self._office.place(3)])
        recall_shipment(self._cast["samir"], off.shipment_ids[0])

    def _release(self, picker: str, shipments: Sequence[int]) -> Released:
        return release_shipments(self._cast["samir"], tuple(shipments), picker)

    def _picked(self, picker: str, shipments: Sequence[int]) -> list[int]:
        wave = self._release(picker, shipments)
        pick_wave(self._cast[picker], wave.wave_id)
        return list(wave.shipment_ids)

    def _pack(self, shipment: int) -> None:
        packer = self._packer(shipment)
        self._print(packer, shipment, pack_all(packer, shipment).package_id)

    def _pack_in_box(self, shipment: int, *, label: bool = True) -> None:
        """Pack as it is done at a bench: whole packs and pieces are scanned, the box is the one that is proposed."""
        packer = self._packer(shipment)
        (number,) = self._ids(_NUMBER, shipment=shipment)
        open_for_packing(packer, str(number))
        for row in self._rows(_PIECES, shipment=shipment):
            packs, pieces = divmod(row.picked, row.pack)
            for code in (*[row.pack_code] * packs, *[row.code] * pieces):
                assert scan_item(packer, shipment, code).verdict in GOOD
        (parcel,) = self._ids(_PARCEL, shipment=shipment, state="open")
        with self._ctx.reading() as connection:
            box = proposed(connection, shipment)
        carton = box.carton_id if box.parcels == 1 else 0
        close_package(packer, int(parcel), weighed="computed", carton_id=carton)
        if label:
            self._print(packer, shipment, int(parcel))

    def _packer(self, shipment: int) -> Context:
        return self._cast[("marie", "noah")[shipment % 2]]

    def _print(self, packer: Context, shipment: int, parcel: int) -> None:
        labels.label_package(packer, parcel)
        self._slips += 1
        if self._slips % 4 == 0:
            labels.print_packing_slip(packer, shipment)

    def _begin(self, login: str, shipment: int, *, parcels: int) -> None:
        """Pack the first pieces by scanning them, after one that does not belong there."""
        packer = self._cast[login]
        (number,) = self._ids(_NUMBER, shipment=shipment)
        open_for_packing(packer, str(number))
        (other,) = self._ids(_OTHER, shipment=shipment)
        scan_item(packer, shipment, str(other))
        pieces = [row.code for row in self._rows(_PIECES, shipment=shipment) for _ in range(row.picked)]
        scan_item(packer, shipment, pieces[0])
        if parcels > 1:
            (parcel,) = self._ids(_PARCEL, shipment=shipment, state="open")
            close_package(packer, int(parcel), 900, "M")
            scan_item(packer, shipment, pieces[1])

    def _rows(self, statement: sa.TextClause, **parameters: Any) -> Sequence[Any]:
        with self._ctx.reading() as connection:
            return connection.execute(statement, parameters).all()

    def _ids(self, statement: sa.TextClause, **parameters: Any) -> list[Any]:
        return [row[0] for row in self._rows(statement, **parameters)]
