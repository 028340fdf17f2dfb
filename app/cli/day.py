"""One working day on the real screens, by keys, commands and scans: an order by telephone, picked, packed, shipped, sent back.

The day itself is played on the stage alone; services only prepare it and the database is only read, to know what to scan and to
tell the story.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from app.cli.leaving import choose_carriers, load_pick_ups
from app.cli.preparing import Prepared
from app.cli.stage import LOOKS, Stage, TourFailed
from app.services.check import Finding, check
from app.services.sample import PASSWORD
from app.views.packing import PackingBench

ON_ONE_LIST = 5
"""Shipments on the day's pick list; the others wait for the next walk."""
PACKED = 3
"""Shipments that are packed, scan by scan."""
LINES = (("BAL-001", 1), ("TAS-001", 8), ("MIE-001", 2))
"""The order by telephone: a scale with a serial number, mugs by the carton, honey."""


class Day:
    """The day in one folder; `files` are the papers and pictures that it wrote, relative to the folder."""

    def __init__(
        self, folder: Path, url: str, say: Callable[[str], None], looks: Sequence[tuple[str, str]] = LOOKS
    ) -> None:
        self.folder, self.url, self.say, self.looks = folder, url, say, looks
        self._prepared: Prepared | None = None
        self._stage: Stage | None = None

    @property
    def files(self) -> list[str]:
        """What was written so far."""
        papers = [f"papers/{file.name}" for file in sorted((self.folder / "papers").glob("quai-*.pdf"))]
        return [*papers, *(self._stage.files if self._stage else []), "desk/window.ini", "desk/scans.db"]

    def close(self) -> None:
        """Everybody goes home."""
        if self._stage is not None:
            self._stage.close()
        if self._prepared is not None:
            self._prepared.close()

    def play(self, orders: Sequence[Path], profile: str | None) -> list[Finding]:
        """Play the day; gives what `db check` finds at its end (nothing, when all is well).

        Raises:
            AppError: a step was refused; the story so far tells which.
        """
        self._chapter("The company")
        self._prepared = there = Prepared(self.url, self._line)
        sample = there.company()
        self._chapter("Orders come in")
        there.orders(orders, profile)
        self._chapter("Stock is promised")
        there.promises(sample.warehouse_id)
        self._stage = Stage(self.folder, self.url, self._line, self.looks)
        for title, part in (
            ("The desk is set up", self._set_up),
            ("An order by telephone", self._telephone),
            ("Picking", self._pick),
            ("Packing", self._pack),
            ("Shipping and delivery", self._ship),
            ("A return", self._return),
            ("A look around", self._look_around),
        ):
            self._chapter(title)
            part(self._stage)
        self._chapter("The books are checked")
        with there.owner.reading() as connection:
            findings = list(check(connection))
        self._line(f"{len(findings)} findings.")
        return findings

    def _chapter(self, title: str) -> None:
        self.say(f"\n{title}\n{'-' * len(title)}")

    def _line(self, text: str) -> None:
        self.say(f"  {text}")

    def _rows(self, statement: str, **parameters: Any) -> list[Any]:
        assert self._prepared is not None
        return self._prepared.rows(statement, **parameters)

    def _one(self, statement: str, **parameters: Any) -> Any:
        assert self._prepared is not None
        return self._prepared.one(statement, **parameters)

    # The parts of the day

    def _set_up(self, stage: Stage) -> None:
        """Samir makes the desk known and sends its papers into a folder."""
        stage.picture("sign-in")
        stage.sign_in("samir", PASSWORD)
        stage.go("settings")
        stage.click("make_desk")
        stage.printer("*", "folder", str((self.folder / "papers").resolve()))
        stage.picture("settings")
        stage.settled()
        self._line("Samir makes the desk PACK-1 known; its papers go into the folder papers.")

    def _telephone(self, stage: Stage) -> None:
        """Claire takes an order by keyboard alone."""
        robot = stage.robot
        customer = self._one("SELECT name FROM customer WHERE code = 'C0001'")
        stage.sign_in("claire", PASSWORD)
        stage.go("orders")
        robot.press("Ctrl+N")
        stage.expect("order-entry")
        robot.type(customer)
        robot.press("Return")
        robot.type("par téléphone")
        robot.press("Return", "Return", "Return")
        for sku, qty in LINES:
            robot.type(sku)
            if sku == LINES[-1][0]:
                stage.picture("order-entry")
            robot.press("Return")
            robot.type(str(qty))
            robot.press("Return")
        robot.press("F10")
        stage.settled()
        self.order = self._rows("SELECT id, number FROM sales_order ORDER BY id DESC LIMIT 1")[0]
        self.shipment = self._rows("SELECT id, number FROM shipment ORDER BY id DESC LIMIT 1")[0]
        stage.picture("order-placed")
        robot.press("Return")
        stage.expect("orders")
        stage.picture("orders")
        what = ", ".join(f"{qty} {sku}" for sku, qty in LINES)
        self._line(f"Claire takes {self.order.number} by telephone: {what}; reserved.")

    def _pick(self, stage: Stage) -> None:
        """Samir releases shipments into one list and prints it; Idris walks it and finds one piece too few."""
        robot = stage.robot
        stage.sign_in("samir", PASSWORD)
        stage.go("pick-lists")
        robot.press("Ctrl+F")
        robot.type(self.shipment.number)
        robot.press("Return", "Space", "Ctrl+F", "Ctrl+A", "Del", "Return", "Home")
        for _ in range(ON_ONE_LIST - 1):
            robot.press("Space", "Down")
        stage.picture("to-release")
        robot.press("Ctrl+Return")
        wave = self._rows("SELECT id, number FROM wave ORDER BY id DESC LIMIT 1")[0]
        lines = self._one("SELECT count(*) FROM pick_task WHERE wave_id = :wave", wave=wave.id)
        shipments = self._one("SELECT count(*) FROM shipment WHERE wave_id = :wave", wave=wave.id)
        self._line(f"{wave.number}: {lines} lines for {shipments} shipments.")
        robot.press("Ctrl+P")
        stage.sign_in("idris", PASSWORD)
        robot.scan(wave.number)
        stage.expect("pick-list")
        self._short(stage, wave)
        stage.picture("pick-list")
        robot.press("Ctrl+Return")
        pieces = self._one(
            "SELECT coalesce(sum(picked), 0) FROM pick_task WHERE wave_id = :wave", wave=wave.id
        )
        self._line(f"Idris confirms the rest of {wave.number}: {pieces} pieces at the bench.")

    def _short(self, stage: Stage, wave: Any) -> None:
        """The last line that has more than one piece is one short."""
        last = self._rows(
            "SELECT t.id, t.number, t.qty, l.code FROM pick_task AS t JOIN location AS l ON l.id = t.from_location_id"
            " JOIN product AS p ON p.id = t.product_id WHERE t.wave_id = :wave AND t.qty > 1 AND NOT p.serial_tracked"
            " ORDER BY t.walk_seq DESC, t.id DESC LIMIT 1",
            wave=wave.id,
        )
        for row in last:
            stage.select(row.id)
            stage.robot.press("F7")
            stage.robot.press("Ctrl+A")
            stage.robot.type(str(row.qty - 1))
            stage.robot.press("Return", "Return")
            self._line(f"{row.number} at {row.code} is one short. {stage.acknowledge()}")

    def _pack(self, stage: Stage) -> None:
        """Marie packs: the first shipment with one wrong item, which stops everything until she says that she has seen it."""
        stage.sign_in("marie", PASSWORD)
        picked = self._rows(
            "SELECT id, number FROM shipment WHERE state = 'picked' ORDER BY id = :first DESC, id LIMIT :n",
            first=self.shipment.id,
            n=PACKED,
        )
        choose_carriers(stage, [shipment.number for shipment in picked])
        stage.go("packing")
        stage.picture("bench-waiting", bench=True)
        for shipment in picked:
            self._pack_one(stage, shipment, first=shipment is picked[0])
        self.packed = picked
        self._line(f"Marie packs and labels {len(picked)} shipments.")
        declared = self._rows(
            "SELECT j.document, j.title, a.country_code FROM print_job AS j JOIN shipment AS s ON s.number = j.title"
            " JOIN address AS a ON a.id = s.ship_address_id WHERE j.document IN ('cn22', 'cn23') ORDER BY j.id"
        )
        for paper in declared:
            form = paper.document.upper()
            self._line(f"{paper.title} goes to {paper.country_code}: the bench prints its {form} as well.")

    def _pack_one(self, stage: Stage, shipment: Any, *, first: bool) -> None:
        robot = stage.robot
        robot.scan(shipment.number)
        codes = self._codes(shipment.id)
        robot.scan(codes[0])
        if first:
            self._line(f"Marie scans {shipment.number}.")
            stage.picture("bench-packing", bench=True)
            wrong = self._rows(
                "SELECT b.code, p.sku FROM product AS p JOIN product_barcode AS b ON b.product_id = p.id WHERE p.id NOT IN"
                " (SELECT product_id FROM shipment_line WHERE shipment_id = :shipment) ORDER BY p.id LIMIT 1",
                shipment=shipment.id,
            )[0]
            robot.scan(wrong.code)
            verdict = self._rows("SELECT verdict, message FROM scan_event ORDER BY id DESC LIMIT 1")[0]
            self._line(f"She scans {wrong.sku}: {verdict.verdict.upper()}. {verdict.message}")
            stage.picture("bench-stop", bench=True)
            robot.press("Space")
        if first:
            # This one is weighed and typed; the others close by themselves with their last scan.
            stage.work.shell.store.put("weighing", "typed")
        for code in codes[1:]:
            robot.scan(code)
        if first:
            stage.picture("bench-closing", bench=True)
            bench = stage.work.widget.current
            assert isinstance(bench, PackingBench)
            robot.type(str(bench.state.expected_g))
            robot.press("Return")
            stage.work.shell.store.put("weighing", "computed")
            stage.picture("bench-done", bench=True)
        if self._one("SELECT state FROM shipment WHERE id = :id", id=shipment.id) != "packed":
            last = self._rows("SELECT code, verdict, message FROM scan_event ORDER BY id DESC LIMIT 1")
            raise TourFailed(
                f"{shipment.number} is not packed; the last scan was {last}.", hint=stage.waiting()
            )
        robot.press("Return")

    def _codes(self, shipment_id: int) -> list[str]:
        """What Marie scans: whole cartons where there are any, single pieces, and serial numbers with their GTIN."""
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
            if row.serial_tracked:
                found = self._rows(
                    "SELECT code FROM serial WHERE product_id = :product ORDER BY id LIMIT :n",
                    product=row.product_id,
                    n=row.picked,
                )
                codes += [f"]C101{row.piece.zfill(14)}21{serial.code}" for serial in found]
                continue
            left = row.picked
            if row.pack and row.pack > 1:
                carton = self._one(
                    "SELECT code FROM product_barcode WHERE product_id = :product AND pack_qty = :pack",
                    product=row.product_id,
                    pack=row.pack,
                )
                codes += [carton] * (left // row.pack)
                left %= row.pack
            codes += [row.piece or row.sku] * left
        return codes

    def _ship(self, stage: Stage) -> None:
        """The shipments leave with their carriers, or by own delivery; one arrives."""
        robot = stage.robot
        stage.go("shipments")
        stage.picture("shipments")
        robot.scan(self.shipment.number)
        stage.picture("shipment-papers")
        for paper in ("delivery-note", "waybill"):
            stage.command(f"shipment.{paper}")
        self._line(f"Delivery note and waybill of {self.shipment.number} are printed.")
        for told in load_pick_ups(stage, self._rows):
            self._line(told)
        stage.go("shipments")
        for shipment in self.packed:
            if self._one("SELECT state FROM shipment WHERE id = :id", id=shipment.id) == "packed":
                # No carrier takes it: it leaves by own delivery.
                robot.scan(shipment.number)
                robot.press("Ctrl+Return")
        shipped = self._one("SELECT count(*) FROM shipment WHERE state = 'shipped' AND NOT history")
        pieces = self._one("SELECT sum(shipped) FROM shipment_line WHERE NOT history")
        closed = self._one("SELECT count(*) FROM sales_order WHERE state = 'closed' AND NOT history")
        self._line(f"{shipped} shipments with {pieces} pieces leave; {closed} orders are complete.")
        stage.sign_in("claire", PASSWORD)
        stage.go("deliveries")
        robot.scan(self.packed[0].number)
        stage.picture("deliveries-under-way")
        robot.press("Ctrl+Return")
        state = self._one("SELECT state FROM shipment WHERE id = :id", id=self.packed[0].id)
        if state != "delivered":
            raise TourFailed(f"{self.packed[0].number} is {state}, not delivered.", hint=stage.waiting())
        self._line(f"{self.packed[0].number} arrived.")

    def _return(self, stage: Stage) -> None:
        """The customer sends a mug back: announced, counted, judged, put back, paid."""
        robot = stage.robot
        line = self._rows(
            "SELECT p.sku, (SELECT min(code) FROM product_barcode WHERE product_id = p.id AND pack_qty = 1) AS piece"
            " FROM shipment_line AS s JOIN product AS p ON p.id = s.product_id WHERE s.shipment_id = :shipment"
            " AND s.shipped > 0 AND NOT p.serial_tracked ORDER BY s.id LIMIT 1",
            shipment=self.packed[0].id,
        )[0]
        order = self._one(
            "SELECT o.number FROM shipment AS s JOIN sales_order AS o ON o.id = s.order_id WHERE s.id = :id",
            id=self.packed[0].id,
        )
        stage.go("return-list")
        robot.scan(order)
        stage.expect("return-request")
        robot.scan(line.piece)
        stage.picture("return-request")
        robot.press("Ctrl+Return")
        stage.expect("return-list")
        robot.press("Ctrl+L")
        back = self._rows("SELECT id, number FROM return_order ORDER BY id DESC LIMIT 1")[0]
        robot.scan(back.number)
        robot.press("Ctrl+P")
        self._line(f"The customer sends 1 {line.sku} back: {back.number}, with a label of ours.")
        stage.sign_in("zoe", PASSWORD)
        stage.go("returns")
        stage.picture("returns-waiting", bench=True)
        robot.scan(back.number, line.piece)
        stage.picture("returns-counted", bench=True)
        robot.press("Return", "A")
        stage.picture("returns-inspection", bench=True)
        robot.press("Return")
        place = self._one(
            "SELECT l.code FROM inspection AS i JOIN stock_move AS m ON m.id = i.move_id"
            " JOIN location AS l ON l.id = m.to_location_id ORDER BY i.id DESC LIMIT 1"
        )
        self._line(f"Zoé judges it as new and puts it back into {place}.")
        stage.sign_in("claire", PASSWORD)
        stage.go("return-list")
        robot.scan(back.number)
        robot.press("Ctrl+Return")
        stage.picture("return-list")
        credit = self._rows("SELECT number, total, currency FROM credit ORDER BY id DESC LIMIT 1")[0]
        self._line(f"{credit.number} pays back {credit.total / 100:.2f} {credit.currency}.")

    def _look_around(self, stage: Stage) -> None:
        """Every other screen that the supervisor may see, and the palette."""
        stage.sign_in("samir", PASSWORD)
        seen = {
            "settings",
            "orders",
            "order-entry",
            "pick-list",
            "packing",
            "shipments",
            "returns",
            "return-list",
        }
        stage.gallery([name for name in stage.screens() if name not in seen])
        stage.go("orders")
        stage.robot.press("Ctrl+K")
        stage.robot.type("cafe")
        stage.picture("palette")
        stage.robot.press("Esc")
        self._line(f"{len(stage.screens())} screens in two languages, light and dark.")
        self._papers_out(stage)

    def _papers_out(self, stage: Stage) -> None:
        """Every paper of the day has come out of the printer.

        Raises:
            TourFailed: some wait, or there were none.
        """
        waiting = "SELECT count(*) FROM print_job WHERE status <> 'printed'"
        try:
            stage.robot.wait(lambda: self._one(waiting) == 0)
        except RuntimeError as error:
            raise TourFailed(
                f"{self._one(waiting)} papers wait for their printer.", hint=stage.waiting()
            ) from error
        printed = self._one("SELECT count(*) FROM print_job")
        if not printed:
            raise TourFailed("No paper was printed all day.")
        self._line(f"{printed} papers came out of the printer.")
