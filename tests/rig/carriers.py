"""A carrier at the other end of two folders: it sells one label a key, takes labels back, and says both more than once."""

from __future__ import annotations

import csv
import uuid
from pathlib import Path

from app.domain.permissions import Role
from app.domain.rate_files import Band, RateTable
from app.domain.rates import Zone
from app.queries.label_purchases import OpenPurchase, open_purchases
from app.services.buying import label_jobs
from app.services.carriers import CarrierFields, ServiceFields, add_carrier, add_service
from app.services.choosing import change_service
from app.services.context import Context
from app.services.jobs import work_off
from app.services.parcels import pack_all
from app.services.rate_tables import save_rates
from tests.rig.bench import Bench
from tests.rig.databases import World

HEAD = "key,result,tracking,reference,price,currency,label,message\n"


class Depot:
    """The carrier's side: what it sold (key -> tracking) and took back lives in a folder, so that it outlives any desk."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.out, self.into = folder, folder / "out", folder / "in"
        for one in (self.out, self.into):
            one.mkdir(parents=True, exist_ok=True)
        self.sold: dict[str, str] = {}
        self.sscc: dict[str, str] = {}
        self.voided: set[str] = set()
        self.refuses = ""
        self.prices = True
        self.label = b""

    def work(self) -> int:
        """Take every request away, do it once a key, and answer; how many there were."""
        rows, taken = [], 0
        for path in sorted(self.out.glob("*.csv")):
            with path.open(encoding="utf-8", newline="") as file:
                requests = list(csv.DictReader(file))
            path.unlink()
            taken += 1
            for request in requests:
                if path.name.startswith("label-"):
                    rows.append(self._sell(request["key"], request["sscc"]))
                elif path.name.startswith("void-"):
                    self.voided.add(request["key"])
                    rows.append(f"{request['key']},voided,,,,,,")
        if rows:
            self._answer(rows)
        return taken

    def _sell(self, key: str, sscc: str) -> str:
        if self.refuses:
            return f'{key},refused,,,,,,"{self.refuses}"'
        tracking = self.sold.setdefault(key, f"DP{len(self.sold) + 1:08}")
        self.sscc[key] = sscc
        name = ""
        if self.label:
            name = f"{tracking}.pdf"
            (self.into / name).write_bytes(self.label)
        return f"{key},bought,{tracking},R-{tracking},{'7.05' if self.prices else ''},EUR,{name},"

    def _answer(self, rows: list[str]) -> None:
        text = HEAD + "".join(f"{row}\n{row}\n" for row in rows)
        name = f"answers-{uuid.uuid4().hex[:8]}.csv"
        (self.into / f".{name}").write_text(text, encoding="utf-8")
        (self.into / f".{name}").rename(self.into / name)


def file_carrier(owner: Context, depot: Depot, code: str = "DEP") -> int:
    """A carrier with whom files are exchanged, with one service to France; the service's id."""
    fields = CarrierFields(
        "Depot", kind="file", out_folder=str(depot.out), in_folder=str(depot.into), timeout_s=5
    )
    carrier = add_carrier(owner, code, "Depot", fields)
    service = add_service(
        owner, carrier, f"{code}-1", "Parcel", 2, "23:59", ServiceFields("", max_weight_g=20_000)
    )
    save_rates(owner, service, RateTable((Zone("FR", "", "A"),), (Band("A", 20_000, 600),)), RateTable())
    return service


class Counter(Bench):
    """A bench whose shipments go with a carrier that sells its labels through files."""

    def __init__(self, world: World, folder: Path) -> None:
        super().__init__(world)
        self.depot = Depot(folder)
        self.service = file_carrier(self.owner, self.depot)

    @property
    def other(self) -> Context:
        """Somebody at another desk."""
        return self.world.ctx(Role.PACKER, desk="PACK-2")

    def closed(self) -> tuple[int, int]:
        """A shipment with one closed parcel that waits for its label: (shipment, parcel)."""
        (shipment,) = self.picked({"MUG": 1})
        change_service(self.packer, shipment, self.service)
        return shipment, pack_all(self.packer, shipment).package_id

    def work(self, rounds: int = 1) -> None:
        """Let the jobs run as a desk's background does, whenever they are due."""
        for _ in range(rounds):
            self.due()
            work_off(self.packer, label_jobs(self.packer))

    def due(self) -> None:
        """Time goes by: every job that waits is due, every lease has run out."""
        late = "now() - interval '1 hour'" if self.world.postgresql else "'2020-01-01 00:00:00.000'"
        with self.world.owner.db.engine.begin() as connection:
            connection.exec_driver_sql(f"UPDATE job SET run_at = {late} WHERE status = 'waiting'")
            connection.exec_driver_sql(f"UPDATE job SET lease_until = {late} WHERE status = 'running'")

    def purchases(self) -> list[tuple[str, str, str]]:
        rows = self.world.rows("SELECT status, tracking, error_code FROM label_purchase ORDER BY id")
        return [tuple(row) for row in rows]

    def open(self) -> tuple[OpenPurchase, ...]:
        with self.packer.reading() as connection:
            return open_purchases(connection)

    def live(self, parcel: int) -> list[str]:
        rows = self.world.rows(
            "SELECT tracking FROM shipping_label WHERE package_id = :p AND voided_at IS NULL", p=parcel
        )
        return [row.tracking for row in rows]
