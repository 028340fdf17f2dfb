"""One working day: orders come in, stock is promised, picked, packed, shipped, and something comes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from app.errors import Refused
from app.integrations.channels.base import KINDS, Kind
from app.integrations.channels.loading import load_profile
from app.services import labels, schema
from app.services.check import Finding, check
from app.services.context import Context
from app.services.credits import settle_return
from app.services.importing import Request, import_files
from app.services.inspecting import inspect
from app.services.orders import NewLine, NewOrder, place_order
from app.services.packing import open_for_packing, scan_item
from app.services.parcels import close_package, pack_all
from app.services.picking import pick_wave
from app.services.release import release_shipments
from app.services.reservation import reserve_waiting
from app.services.returns import Arrived, WantedBack, authorise_return, receive_return, request_return
from app.services.sample import ORDERS, Sample, make_company
from app.services.sample.company import PASSWORD
from app.services.scanning import GOOD
from app.services.shipping import deliver_shipment, ship_shipment
from app.services.shorts import short_pick
from app.services.sign_in import owner_context, sign_in

ON_ONE_LIST = 12
"""Shipments on the day's pick list; the others wait for the next walk."""


class Day:
    """The day in one folder; `files` are the papers that it wrote, relative to the folder."""

    def __init__(self, folder: Path, url: str, say: Callable[[str], None]) -> None:
        self.folder = folder
        self.url = url
        self.say = say
        self.files: list[str] = []
        self._people: dict[str, Context] = {}

    def close(self) -> None:
        """Everybody signs out."""
        for person in self._people.values():
            person.db.close()

    def play(self, orders: Sequence[Path], profile: str | None) -> list[Finding]:
        """Play the day; gives what `db check` finds at its end (nothing, when all is well).

        Raises:
            AppError: a step was refused; the story so far tells which.
        """
        schema.upgrade(self.url)
        owner = self._owner()
        self._chapter("The company")
        sample = make_company(owner, datetime.now(UTC).date(), self._line)
        self._chapter("Orders come in")
        self._import(orders or (ORDERS,), profile or "sample")
        telephone = self._telephone(sample)
        self._chapter("Stock is promised")
        ready = [telephone, *self._reserve(sample)]
        self._chapter("Picking")
        shipments = self._pick(ready[:ON_ONE_LIST])
        self._chapter("Packing")
        self._pack(shipments)
        self._chapter("Shipping and delivery")
        self._ship(shipments)
        self._chapter("A return")
        self._return(sample, shipments[0])
        self._chapter("The books are checked")
        with owner.reading() as connection:
            findings = list(check(connection))
        self._line(f"{len(findings)} findings.")
        return findings

    def _owner(self) -> Context:
        if "owner" not in self._people:
            self._people["owner"] = owner_context(self.url, desk="OFFICE")
        return self._people["owner"]

    def _as(self, login: str, desk: str) -> Context:
        """Somebody who has signed in with their own password, at a desk."""
        if login not in self._people:
            self._people[login] = sign_in(self.url, login, PASSWORD, desk=desk)
        return self._people[login]

    def _chapter(self, title: str) -> None:
        self.say(f"\n{title}\n{'-' * len(title)}")

    def _line(self, text: str) -> None:
        self.say(f"  {text}")

    def _rows(self, statement: str, **parameters: Any) -> list[Any]:
        with self._owner().reading() as connection:
            return list(connection.execute(sa.text(statement), parameters).all())

    def _paper(self, kind: str, number: str, sha256: str) -> None:
        name = f"papers/{kind}-{number}.pdf"
        (self.folder / name).write_bytes(labels.stored_bytes(self._owner(), sha256))
        self.files.append(name)

    def _import(self, files: Sequence[Path], profile: str) -> None:
        loaded = load_profile(profile)
        for kind in ("products", "customers", "stock", "orders"):
            section = getattr(loaded, kind)
            found = tuple(files) if kind == "orders" else _beside(files, section)
            if section is None or not found:
                continue
            self._import_kind(kind, loaded, profile, found)

    def _import_kind(self, kind: Kind, loaded: Any, profile: str, files: tuple[Path, ...]) -> None:
        assert kind in KINDS
        result = import_files(self._owner(), Request(kind, loaded, Path(profile).stem, files))
        try:
            refused = list(result.rejected)
            if refused:
                first = refused[0]
                raise Refused(
                    f"{len(refused)} rows of {first.file} cannot be read; line {first.line}, {first.column}: {first.reason}",
                    hint="Mend the file or its profile; `import --dry-run` names every row.",
                )
            what = (
                f"{result.orders} orders, {result.lines} lines, gross {result.gross}"
                if kind == "orders"
                else (f"{result.created:,} {'pieces' if kind == 'stock' else kind}")
            )
            self._line(f"Imported from {', '.join(path.name for path in files)}: {what}.")
        finally:
            result.rejected.close()

    def _telephone(self, sample: Sample) -> int:
        """Claire takes an order by telephone: a scale with a serial number, mugs by the carton, honey."""
        claire = self._as("claire", "ADV-1")
        wanted = (("BAL-001", 1), ("TAS-001", 8), ("MIE-001", 2))
        lines = tuple(NewLine(sample.products[sku], qty) for sku, qty in wanted)
        order = NewOrder(
            sample.customers["C0001"],
            sample.warehouse_id,
            lines,
            customer_reference="par téléphone",
            carrier_service_id=sample.services["RHO-24"],
            priority=5,
        )
        placed = place_order(claire.once("telephone-1:place"), order)
        self._line(
            f"Claire takes {placed.number} by telephone: {', '.join(f'{qty} {sku}' for sku, qty in wanted)}; reserved."
        )
        return placed.shipment_id

    def _reserve(self, sample: Sample) -> list[int]:
        run = reserve_waiting(self._as("samir", "OFFICE"), sample.warehouse_id, order="number")
        self._line(f"{len(run.reserved)} shipments are reserved, {len(run.waiting)} wait.")
        for waiting in run.waiting:
            lacking = "; ".join(
                f"{short.sku}: {short.wanted} wanted, {short.free} free" for short in waiting.short
            )
            self._line(
                f"{waiting.order_number or waiting.number} waits for {lacking or ', '.join(waiting.holds)}"
            )
        return [reserved.shipment_id for reserved in run.reserved]

    def _pick(self, shipments: Sequence[int]) -> list[int]:
        idris = self._as("idris", "CART-1")
        released = release_shipments(self._as("paul", "OFFICE"), tuple(shipments), "idris")
        self._line(
            f"{released.number}: {released.tasks} lines for {len(released.shipment_ids)} shipments, for Idris."
        )
        stored = labels.print_pick_list(idris, released.wave_id, "fr")
        self._paper("pick-list", released.number, stored.sha256)
        task = self._rows(
            "SELECT t.id, t.number, t.qty, l.code FROM pick_task AS t JOIN location AS l ON l.id = t.from_location_id"
            " JOIN product AS p ON p.id = t.product_id"
            " WHERE t.wave_id = :wave AND t.qty > 1 AND NOT p.serial_tracked ORDER BY t.walk_seq DESC, t.id DESC LIMIT 1",
            wave=released.wave_id,
        )
        if task:
            (short,) = task
            result = short_pick(idris, short.id, short.qty - 1, "bin-short")
            self._line(
                f"{short.number} at {short.code} is one short: {result.elsewhere} found in another bin,"
                f" {result.backordered} to follow, {result.waiting} waited for."
            )
        done = pick_wave(idris, released.wave_id)
        self._line(f"Idris confirms the rest of {done.wave_number}: {done.pieces} pieces at the bench.")
        rows = self._rows(
            "SELECT id FROM shipment WHERE state = 'picked' AND wave_id = :wave ORDER BY priority DESC, id",
            wave=released.wave_id,
        )
        return [row.id for row in rows]

    def _pack(self, shipments: Sequence[int]) -> None:
        marie = self._as("marie", "PACK-1")
        self._pack_by_scans(marie, shipments[0])
        for shipment_id in shipments[1:]:
            packed = pack_all(marie, shipment_id)
            self._label(marie, shipment_id, packed.package_id)
        self._line(f"Marie packs and labels {len(shipments) - 1} more shipments.")
        for shipment_id in shipments:
            stored = labels.print_packing_slip(marie, shipment_id)
            self._paper("packing-slip", self._number("shipment", shipment_id), stored.sha256)

    def _pack_by_scans(self, marie: Context, shipment_id: int) -> None:
        number = self._number("shipment", shipment_id)
        open_for_packing(marie, number)
        self._line(f"Marie scans {number}.")
        wrong = self._rows(
            "SELECT b.code, p.sku FROM product AS p JOIN product_barcode AS b ON b.product_id = p.id WHERE p.id NOT IN"
            " (SELECT product_id FROM shipment_line WHERE shipment_id = :shipment) ORDER BY p.id LIMIT 1",
            shipment=shipment_id,
        )
        for row in wrong:
            refused = scan_item(marie, shipment_id, row.code)
            self._line(f"She scans {row.sku}: {refused.verdict.upper()}. {refused.message}")
        for code in self._codes(shipment_id):
            result = scan_item(marie, shipment_id, code)
            if result.verdict not in GOOD:
                raise Refused(
                    f"The bench refused {code}: {result.message}", hint="Look at the scan's verdict."
                )
            self._line(f"{code}: {result.message}")
        (parcel,) = self._rows(
            "SELECT id FROM package WHERE shipment_id = :shipment AND state = 'open'", shipment=shipment_id
        )
        close_package(marie, parcel.id, 2340)
        self._label(marie, shipment_id, parcel.id)

    def _codes(self, shipment_id: int) -> list[str]:
        """What Marie scans: whole cartons where there are any, single pieces, and a serial number with its GTIN."""
        rows = self._rows(
            "SELECT s.product_id, s.picked, p.sku, p.serial_tracked,"
            " (SELECT min(code) FROM product_barcode WHERE product_id = p.id AND pack_qty = 1) AS piece,"
            " (SELECT max(pack_qty) FROM product_barcode WHERE product_id = p.id) AS pack"
            " FROM shipment_line AS s JOIN product AS p ON p.id = s.product_id"
            " WHERE s.shipment_id = :shipment AND s.picked > 0 ORDER BY s.id",
            shipment=shipment_id,
        )
        codes: list[str] = []
        for row in rows:
            left = row.picked
            if row.serial_tracked:
                serials = self._rows(
                    "SELECT code FROM serial WHERE product_id = :product ORDER BY id LIMIT :n",
                    product=row.product_id,
                    n=left,
                )
                codes += [f"]C101{row.piece.zfill(14)}21{serial.code}" for serial in serials]
                continue
            if row.pack and row.pack > 1:
                carton = self._rows(
                    "SELECT code FROM product_barcode WHERE product_id = :product AND pack_qty = :pack",
                    product=row.product_id,
                    pack=row.pack,
                )[0].code
                codes += [carton] * (left // row.pack)
                left %= row.pack
            codes += [row.piece or row.sku] * left
        return codes

    def _label(self, marie: Context, shipment_id: int, package_id: int) -> None:
        """Every other label is printed on 4 x 6 in stock."""
        size = labels.SIZES[package_id % len(labels.SIZES)]
        made = labels.label_package(marie, package_id, size)
        sscc = self._rows("SELECT sscc FROM package WHERE id = :id", id=package_id)[0].sscc
        self._paper(f"label-{size}", sscc, made.sha256)

    def _number(self, table: str, row_id: int) -> str:
        return str(self._rows(f"SELECT number FROM {table} WHERE id = :id", id=row_id)[0].number)

    def _ship(self, shipments: Sequence[int]) -> None:
        marie, claire = self._as("marie", "PACK-1"), self._as("claire", "ADV-1")
        pieces = closed = 0
        for shipment_id in shipments:
            shipped = ship_shipment(marie.once(f"tour:{shipment_id}:ship"), shipment_id)
            pieces += shipped.pieces
            closed += len(shipped.closed_orders)
        self._line(f"{len(shipments)} shipments with {pieces} pieces leave; {closed} orders are complete.")
        arrived = deliver_shipment(claire, shipments[0])
        self._line(f"{arrived.number} arrived.")

    def _return(self, sample: Sample, shipment_id: int) -> None:
        claire, zoe = self._as("claire", "ADV-1"), self._as("zoe", "RETURNS-1")
        line = self._rows(
            "SELECT o.id, o.order_id, s.product_id, p.sku FROM shipment_line AS s JOIN order_line AS o ON o.id = s.order_line_id"
            " JOIN product AS p ON p.id = s.product_id WHERE s.shipment_id = :shipment AND s.shipped > 0"
            " AND NOT p.serial_tracked ORDER BY s.id LIMIT 1",
            shipment=shipment_id,
        )[0]
        wanted = request_return(claire, line.order_id, (WantedBack(line.id, 1, "changed-mind"),))
        authorise_return(claire, wanted.return_id)
        stored = labels.print_return_label(claire, wanted.return_id)
        self._paper("return-label", wanted.number, stored.sha256)
        self._line(f"The customer sends 1 {line.sku} back: {wanted.number}, with a label of ours.")
        back = self._rows("SELECT id FROM return_line WHERE return_id = :id", id=wanted.return_id)[0].id
        receive_return(zoe, wanted.return_id, (Arrived(back, 1),))
        place = next(iter(sample.bins))
        inspect(zoe, back, 1, "A", "restock", sample.bins[place], "Emballage intact")
        self._line(f"Zoé judges it as new and puts it back into {place}.")
        credit = settle_return(claire, wanted.return_id)
        self._line(f"{credit.number} pays back {credit.total / 100:.2f} {credit.currency}.")


def _beside(files: Sequence[Path], section: Any) -> tuple[Path, ...]:
    """Files of another kind that the profile knows and that lie beside the orders."""
    if section is None or not section.files:
        return ()
    return tuple(
        path for pattern in section.files for path in sorted(files[0].parent.glob(pattern)) if path.is_file()
    )
