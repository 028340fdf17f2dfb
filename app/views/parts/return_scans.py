"""What is scanned and counted at the returns bench."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.domain.scan import Scan
from app.qt.benchkit import Shown, Stop, StopOverlay
from app.qt.words import tr, trn
from app.queries import places, returns
from app.queries.places import Place
from app.services.resolver import Resolved
from app.views.parts.pictures import pixmap_of
from app.views.parts.return_case import Case
from app.views.parts.return_pages import ARRIVE, JUDGE, WAIT, ReturnPages
from app.views.parts.scans import look_up_scan


class ReturnScans(ReturnPages):
    """Scans open a return, count what came, choose the article at hand and its place; a wrong one stops everything."""

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose; right and left, or plus and minus, count by hand."""
        key = event.key()
        steps: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        by_hand: dict[int, int] = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Plus: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Minus: -1,
        }
        if key in steps and self.page == WAIT and self.waiting:
            self.chosen_at = (self.chosen_at + steps[key]) % len(self.waiting)
        elif key in steps and self.page == ARRIVE and self.arrivals is not None and self.arrivals.slots:
            self.arrivals.step(steps[key])
        elif key in by_hand and self.page == ARRIVE:
            self._count_by_hand(by_hand[key])
        elif key == Qt.Key.Key_Enter:
            self.run("returns.confirm")
            return
        else:
            super().keyPressEvent(event)
            return
        self.show_page()

    def _count_by_hand(self, by: int) -> None:
        arrivals = self.arrivals
        if arrivals is None or not arrivals.slots:
            return
        slot = arrivals.slot
        if slot.line.serial_tracked and by > 0:
            self.say(lambda: tr("Scan its serial number."), "stop")
        elif not (arrivals.add(slot, 1) if by > 0 else arrivals.take(slot)):
            self.say(lambda: tr("No more were announced.") if by > 0 else tr("None was counted."), "stop")

    # Scans

    def on_scan(self, scan: Scan, journal: int) -> bool:
        """Looked up in their order; while a STOP is shown they are named and kept in the journal."""
        if self.overlay is not None and self.overlay.stop is not None:
            self.overlay.set_kept(tr("Scanned meanwhile: {code}", code=scan.code[:40]))
            return True
        look_up_scan(self, scan, journal, self._scanned)
        return True

    def _scanned(self, found: Resolved) -> bool:
        if found.kind == "return":
            self.open(found.id)
        elif found.kind in ("order", "shipment", "parcel"):
            self.read(returns.returns_of, found.kind, found.id, then=lambda ids: self._of_thing(found, ids))
        elif self.page == ARRIVE:
            self._arrived(found)
        elif self.page == JUDGE:
            self._judged_scan(found)
        else:
            self.say(
                lambda: tr("No return belongs to {code}.", code=found.label[:40] or found.code[:40]), "stop"
            )
        return True

    def _of_thing(self, found: Resolved, ids: tuple[int, ...]) -> None:
        if ids:
            self.open(ids[0])
        else:
            self.say(lambda: tr("No return was announced for {code}.", code=found.label), "stop")

    def _arrived(self, found: Resolved) -> None:
        arrivals, case = self.arrivals, self.case
        if arrivals is None or case is None or not arrivals.slots:
            return
        serial = found.serial or (found.code if found.kind != "product" else "")
        slot = arrivals.of_serial(serial) if serial else None
        if slot is None and found.kind == "product":
            slot = arrivals.of_product(found.id, found.lot or "")
            if slot is not None and slot.line.serial_tracked:
                self.say(lambda: tr("Scan its serial number."), "stop")
                return
        if slot is None:
            self._stop(found, case)
            return
        pieces = 1 if slot.line.serial_tracked else found.pack_qty
        if arrivals.add(slot, pieces, serial if slot.line.serial_tracked else ""):
            full = arrivals.came(slot) == slot.most
            self.shell.sounds.play("article" if full else "good")
            self.show_verdict(lambda: trn("%n counted", pieces))
        else:
            self.say(lambda: tr("More than was announced: put it aside."), "stop")
        self.show_page()

    def _judged_scan(self, found: Resolved) -> None:
        case = self.case
        if case is None:
            return
        if found.kind == "location":
            self.read(places.place, found.id, then=self._place_scanned)
            return
        serial = found.serial or found.code
        mine = [
            item
            for item in case.items
            if item.serial == serial
            or (
                found.kind == "product"
                and case.lines[item.line_id].product_id == found.id
                and (not found.lot or item.lot == found.lot)
            )
        ]
        if not mine:
            self._stop(found, case)
        elif self.item not in mine:
            self.clear_judgement()
            self.item = mine[0]
            self.show_page()
            self.shell.sounds.play("good")

    def _place_scanned(self, place: Place | None) -> None:
        if place is None or not place.sellable:
            self._refuse(place.code if place is not None else "")
            return
        self.place = place
        self.shell.sounds.play("good")
        self.show_page()

    def _refuse(self, place: str) -> None:
        self._show_stop(
            lambda: Stop(
                tr("Wrong place"),
                tr("{place} is no place for sale.", place=place),
                tr("Scan a shelf; Space goes on"),
                icon="hand",
            )
        )

    def _stop(self, found: Resolved, case: Case) -> None:
        """An article that was not announced, or does not wait."""
        line_id = self.item.line_id if self.item is not None else None
        if self.page == ARRIVE and self.arrivals is not None:
            line_id = self.arrivals.slot.line.id
        line = case.lines.get(line_id or 0)
        expected = Shown(line.name, line.sku, pixmap_of(case.pictures.get(line.product_id))) if line else None

        def stop() -> Stop:
            name = found.label if found.kind == "product" else tr("Unknown article")
            return Stop(
                tr("Not on this return"),
                tr("{name} was not announced. Nothing was counted.", name=name),
                tr("Put it aside, then press Space"),
                Shown(name, found.code[:40]),
                expected,
            )

        self._show_stop(stop)

    def _show_stop(self, stop: Callable[[], Stop]) -> None:
        if self.overlay is None or self.overlay.parentWidget() is not self.window():
            self.overlay = StopOverlay(self.window())
            self.overlay.acknowledged.connect(self._understood)
        self.shell.sounds.alarm()
        self.overlay.show_stop(stop)

    def _understood(self) -> None:
        self.shell.sounds.acknowledged()
        self.setFocus()
