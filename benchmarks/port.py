"""From the last scan at the packing bench to the label's bytes at the printer's port, through the real console."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing

import sqlalchemy as sa

from app.domain.address import PostalAddress
from app.domain.permissions import Role
from app.services.context import Context
from app.services.desks import add_desk, set_printer
from app.services.orders import place_order
from app.services.picking import pick_wave
from app.services.release import release_shipments
from app.services.sites import set_warehouse_address
from app.services.users import NewUser, add_user
from benchmarks.company import Company, make_company
from benchmarks.frame import Result, Rig, context, percentile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ORDERS, LINES = 40, 3
PORT_MS = 300.0
LOGIN, PASSWORD = "benchpacker", "three plain words"
HOUSE = PostalAddress(
    country_code="FR",
    company_name="Quai",
    street_address="12 rue du Port",
    city="Lyon",
    postal_code="69007",
)


class Port:
    """A label printer that takes whatever comes, and notes when a label was whole."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.target = f"127.0.0.1:{self._listener.getsockname()[1]}"
        self.whole: list[float] = []
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._listener.accept()
            except OSError:
                return
            with closing(line):
                data = b""
                while part := line.recv(65536):
                    data += part
                    if data.endswith((b"^XZ", b"^XZ\n")):
                        self.whole.append(time.perf_counter())
                        data = b""

    def close(self) -> None:
        """The printer is switched off."""
        self._listener.close()


def last_scan(rig: Rig) -> Iterator[Result]:
    """Each order's last scan on its own, in milliseconds; beside the wish of three hundred."""
    for engine in ("postgresql", "sqlite"):
        url = rig.quai(engine)
        port = Port()
        try:
            with context(url) as ctx:
                company = make_company(ctx, LINES)
                sheets = _prepared(ctx, company, port, rig)
            took = _packed(url, rig, engine, company, sheets, port)
        finally:
            port.close()
        for name, part in (("p50", 0.5), ("p99", 0.99)):
            value = percentile(took, part)
            against = f"{PORT_MS:.0f} ms"
            yield Result(
                f"scan to label port {name}",
                engine,
                len(took),
                round(value, 1),
                "ms",
                against,
                round(value / PORT_MS, 2),
            )


def _prepared(ctx: Context, company: Company, port: Port, rig: Rig) -> list[str]:
    """A desk with its printers, a packer, and picked orders; the numbers on their sheets."""
    set_warehouse_address(ctx, company.warehouse, HOUSE)
    add_user(ctx, NewUser(LOGIN, "Marie Fontaine", (Role.PACKER,)), PASSWORD)
    desk = add_desk(ctx, "DESK-1", warehouse_id=company.warehouse)
    slips = rig.folder / "slips"
    slips.mkdir(exist_ok=True)
    set_printer(ctx, desk, "shipment_label", "raw", port.target, "zpl203")
    set_printer(ctx, desk, "*", "folder", str(slips))
    sheets = []
    for _ in range(ORDERS):
        order = place_order(ctx, company.order([(nth, 1, 0) for nth in range(1, LINES + 1)]))
        pick_wave(ctx, release_shipments(ctx, (order.shipment_id,)).wave_id)
        sheets.append(order.number)
    return sheets


def _packed(url: str, rig: Rig, engine: str, company: Company, sheets: list[str], port: Port) -> list[float]:
    from tests.rig.console import Office

    folder = rig.folder / f"console-{engine}"
    folder.mkdir()
    if engine == "postgresql":  # over TCP, as people come
        url = rig.postgres.url(str(sa.make_url(url).database), LOGIN, PASSWORD)
    office = Office(url, folder)
    took = []
    try:
        office.sign_in(LOGIN, PASSWORD)
        office.work.widget.go("packing")
        office.robot.wait()
        for nth, sheet in enumerate(sheets):
            office.robot.scan(sheet)
            for gtin in company.gtins[:-1]:
                office.robot.scan(gtin)
            printed = len(port.whole)
            started = time.perf_counter()
            office.robot.scan(company.gtins[-1])
            office.robot.wait(lambda printed=printed: len(port.whole) > printed)  # type: ignore[misc]  # a lambda's default has no type
            if nth:  # the first one also imports what draws labels
                took.append((port.whole[printed] - started) * 1000)
    finally:
        office.close()
    return took
