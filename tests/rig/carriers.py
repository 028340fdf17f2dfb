"""A carrier at the other end of two folders: it sells one label a key, takes labels back, and says both more than once."""

from __future__ import annotations

import csv
import uuid
from pathlib import Path

from app.database import Transaction
from app.domain.permissions import Permission
from app.domain.rate_files import Band, RateTable
from app.domain.rates import Zone
from app.services.carriers import CarrierFields, ServiceFields, add_carrier, add_service
from app.services.context import Context, use_case
from app.services.rate_tables import save_rates

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


@use_case(Permission.SHIPMENT_PACK)
def give(tx: Transaction, shipment_id: int, service_id: int) -> int:
    """Give a shipment a service as an order does that names it."""
    from app.services.choosing import change_service

    return change_service.inside(tx, shipment_id, service_id).shipment_id
