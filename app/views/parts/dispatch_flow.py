"""How the dispatch bench works: what is read, how scans are taken, and the STOP at a foreign parcel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.permissions import Permission
from app.domain.scan import Scan, ScanKind
from app.errors import AppError, Unavailable
from app.qt.words import mark, said, tr, trn
from app.queries.dispatch import Loading, choices, here, loading, open_for_parcel, pick_ups
from app.queries.pages import Connection
from app.queries.pallets import pallets_here
from app.queries.people import person
from app.queries.print_queue import waiting_count
from app.queries.untold import untold
from app.services.context import Context
from app.services.loading import scan_to_load, scan_to_unload
from app.services.looking_up import look_up
from app.services.resolver import Resolved
from app.services.scanning import ScanResult, Tone, Verdict
from app.views.parts.dispatch_pallet_page import PalletPage
from app.views.parts.dispatch_panels import GonePage, ListPage, LoadPage, SignPage
from app.views.parts.dispatch_show import show_gone, show_list, show_load, show_sign
from app.views.parts.dispatch_state import Around, Mode, Ramp
from app.views.parts.dispatch_stops import DispatchStops
from app.views.parts.dispatch_words import KEYS, MISTAKEN, STOPS
from app.views.parts.packing_state import no_tag
from app.views.parts.packing_words import now_here

LANE = "dispatch"
FETCHABLE = frozenset({"shipment", "order", "parcel", "unknown"})
"""What may stand for goods that a customer fetches; an unknown code may be the customer's own."""


def _loaded_tag() -> tuple[str, str]:
    return tr("Loaded"), "good"


def _all_tag() -> tuple[str, str]:
    return tr("All are loaded"), "good"


class DispatchFlow(DispatchStops):
    """The bench without its commands."""

    id, title, icon, group = "dispatch", mark("Dispatch"), "dispatch", mark("Ship")
    topics = frozenset({"manifest", "package", "shipment", "print_job", "carrier", "job"})
    right = Permission.SHIPMENT_SHIP
    bench = True
    understood_id = "dispatch.understood"

    def build(self) -> None:
        """Make the pages."""
        super().build()
        self.state = Ramp()
        self.list_page, self.load_page = ListPage(), LoadPage()
        self.sign_page, self.gone_page = SignPage(), GonePage()
        self.counter_page, self.fetched_page = SignPage(), GonePage()
        self.pallet_page = PalletPage()
        self.pages = QStackedWidget()
        for page in self.every_page:
            self.pages.addWidget(page)
            page.keys.pressed.connect(self._key_clicked)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._show_bar()
        self.show_state()

    @property
    def every_page(self) -> tuple[ListPage | LoadPage | SignPage | GonePage | PalletPage, ...]:
        """All pages."""
        ramp = (self.list_page, self.load_page, self.sign_page, self.gone_page)
        return (*ramp, self.counter_page, self.fetched_page, self.pallet_page)

    # Reading

    def refresh(self) -> None:
        """Read again which pick-ups there are, and the one at hand."""
        desk, actor = self.ctx.desk, self.ctx.actor
        at = self.state.at.pick_up.manifest_id if self.state.at is not None else None

        def look(connection: Connection) -> tuple[Around, Loading | None]:
            place = here(connection, desk)
            name, printing = person(connection, actor).name, waiting_count(connection, desk)
            if place is None:
                return Around(None, (), (), name, printing), None
            around = Around(
                *(place, pick_ups(connection, place), choices(connection, place), name, printing),
                pallets_here(connection, place),
                untold(connection, place.warehouse_id),
            )
            return around, loading(connection, at, place.today) if at is not None else None

        self.read(look, then=self._seen, failed=self._no_answer, latest="around")

    def _seen(self, found: tuple[Around, Loading | None]) -> None:
        self.state.around, at = found
        mine = self.state.at
        if mine is not None and at is not None and at.pick_up.manifest_id == mine.pick_up.manifest_id:
            number = mine.pick_up.number
            if not self.state.take(at):
                self.state.clear()
                self.state.say(lambda: (tr("{number} was given up", number=number), "warn"))
        self._show_bar()
        self.show_state()
        self.counted.emit(sum(one.state in ("open", "closed") for one in self.state.around.pick_ups))

    def lay(self, manifest_id: int, then: Callable[[], None] = lambda: None) -> None:
        """Put a pick-up on the bench as it is now; ends the step that is under way."""
        desk = self.ctx.desk

        def look(connection: Connection) -> Loading | None:
            place = here(connection, desk)
            return loading(connection, manifest_id, place.today) if place is not None else None

        def take(at: Loading | None) -> None:
            if not self.state.take(at):
                self.state.clear()
                if at is not None:
                    self.state.say(lambda: (tr("{number} was given up", number=at.pick_up.number), "warn"))
            then()
            self.show_state()
            self.line.done()
            self.refresh()

        self.read(look, then=take, failed=self.refused)

    def _no_answer(self, error: AppError) -> None:
        words = tr("No answer") if isinstance(error, Unavailable) else tr("Not read")
        for page in self.every_page:
            page.bar.set_item("connection", "disconnected", words, "stop")
        self.state.say(lambda: (tr("Not read"), "stop"), lambda: said(error))
        self.show_state()

    # Showing

    def retranslate(self) -> None:
        """Say everything in the language that is set now."""
        super().retranslate()
        self._show_bar()
        self.show_state()

    def _show_bar(self) -> None:
        desk, waiting = self.ctx.desk, self.state.around.printing
        for page in self.every_page:
            page.bar.set_title(tr("Dispatch, desk {desk}", desk=desk) if desk else tr("Dispatch"))
            words = trn("%n papers waiting", waiting) if waiting else tr("Printer idle")
            page.bar.set_item("printer", "print", words, "warn" if waiting else "text")
            page.bar.set_item("connection", "connection", tr("Connected"))
            who = self.state.around.person or self.ctx.actor
            page.bar.set_item("person", "person", who, strong=True)

    def show_state(self) -> None:
        """Show what the bench knows, and put the keyboard where it is wanted."""
        state, mine = self.state, self._has_keyboard()
        page: ListPage | LoadPage | SignPage | GonePage | PalletPage = self.list_page
        field: QWidget | None = None
        if state.fetch is not None:
            counter = state.mode is Mode.COUNTER
            page = self.counter_page if counter else self.fetched_page
            if counter:
                # Who was found by the code need not say it again: the name is asked for.
                field = self.counter_page.driver
                self._fresh_fields(self.counter_page, state.fetch.shipment_id)
            self.show_counter()
        elif state.pallet is not None:
            page = self.pallet_page
            self._fresh_pallet(state.pallet.pallet.pallet_id)
            field = page.gross if state.mode is Mode.PALLET else None
            self.show_pallet()
        elif state.at is None:
            show_list(self.list_page, state)
        elif state.mode is Mode.LOADING:
            page = self.load_page
            show_load(self.load_page, state, state.at)
        elif state.mode is Mode.SIGNING:
            page, field = self.sign_page, self.sign_page.driver
            self._fresh_fields(self.sign_page, state.at.pick_up.manifest_id)
            show_sign(self.sign_page, state, state.at)
        else:
            page = self.gone_page
            show_gone(self.gone_page, state, state.at)
        self.pages.setCurrentWidget(page)
        self.update_commands()
        keys = [one for one in self._keys() if not one[2] or self.can(one[2])]
        page.keys.set_keys([(key, tr(words)) for key, words, _ in keys])
        self.setFocusProxy(field)
        at = self._focused()
        if mine and self.isVisible() and (field is None or at not in (field, *self._second_fields)):
            self.setFocus()

    @property
    def _second_fields(self) -> tuple[QWidget, ...]:
        """Fields that somebody went to: the keyboard stays there."""
        return self.sign_page.vehicle, self.counter_page.vehicle, self.pallet_page.high

    def show_counter(self) -> None:
        """Show what is fetched at the counter."""
        raise NotImplementedError

    def show_pallet(self) -> None:
        """Show the pallet at hand."""
        raise NotImplementedError

    def scanned_at_pallet(self, scan: Scan, journal: int) -> None:
        """Something was scanned while parcels are put on a pallet."""
        raise NotImplementedError

    def fetched_thing(self, found: Resolved, scan: Scan, journal: int) -> None:
        """Something was scanned that a customer may fetch."""
        raise NotImplementedError

    def _fresh_fields(self, page: SignPage, row_id: int) -> None:
        """What was typed and drawn for one is never taken for another."""
        if page.driver.property("asks") != row_id:
            page.driver.setProperty("asks", row_id)
            page.driver.clear()
            page.vehicle.clear()
            page.pad.clear()

    def _fresh_pallet(self, pallet_id: int) -> None:
        page = self.pallet_page
        if page.gross.property("asks") != pallet_id:
            page.gross.setProperty("asks", pallet_id)
            page.gross.clear()
            page.high.clear()

    def _keys(self) -> tuple[tuple[str, str, str], ...]:
        asked = f"-{self.state.question}" if self.state.question else ""
        return KEYS[f"{self.state.mode}{asked}"]

    def _key_clicked(self, key: str) -> None:
        for name, _, command_id in self._keys():
            if name == key and command_id:
                self.run(command_id)

    def _has_keyboard(self) -> bool:
        focused = self._focused()
        return focused is None or focused is self or self.isAncestorOf(focused)

    def _focused(self) -> QWidget | None:
        return self.window().focusWidget()

    def refused(self, error: AppError) -> None:
        """A step that was refused says why until the next one; what waits goes on."""
        self.state.say(lambda: (tr("Not done"), "stop"), lambda: said(error))
        self.shell.sounds.play("stop")
        self.show_state()
        self.line.done()

    def work(self, work: Callable[[Context], Any], then: Callable[[Any], None]) -> None:
        """Run the step that is under way in the lane of the scans; a refusal shows the bench anew."""

        def failed(error: AppError) -> None:
            self.refused(error)
            self.refresh()

        self.do(work, then=then, failed=failed, lane=LANE)

    def end(self) -> None:
        """The step that is under way is done."""
        self.show_state()
        self.line.done()

    # Scans

    def go_on(self) -> None:
        """Somebody has understood: show how things stand."""
        self.show_state()
        self.refresh()

    def scanned(self, scan: Scan, journal: int) -> None:
        """A pick-up's paper opens it; a parcel is loaded or taken off, and where none is at hand finds its pick-up."""
        state, at = self.state, self.state.at
        if scan.kind is not ScanKind.PICK_UP and state.mode is Mode.PALLET:
            self.scanned_at_pallet(scan, journal)
            return
        if scan.kind is not ScanKind.PICK_UP and at is not None and state.mode is Mode.LOADING:
            self._load(scan, journal, self.shell.scan_key(journal))
            return
        year = self.state.around.place.today.year if self.state.around.place is not None else 2026
        self.do(
            look_up,
            scan.raw,
            year,
            then=lambda found: self._found(found, scan, journal),
            failed=self.not_taken(scan, journal),
            key=self.shell.scan_key(journal),
            lane=LANE,
        )

    def not_taken(self, scan: Scan, journal: int) -> Callable[[AppError], None]:
        """What happens where a scan could not be taken at all."""
        at_time = now_here()

        def failed(error: AppError) -> None:
            self.shell.answered(journal, error.code)
            self.stop_refused(error, scan.code, lambda: self.where(at_time))

        return failed

    def _load(self, scan: Scan, journal: int, key: str) -> None:
        """Scan a parcel onto the pick-up at hand, or off it."""
        assert self.state.at is not None
        self.do(
            scan_to_unload if self.state.off else scan_to_load,
            self.state.at.pick_up.manifest_id,
            scan.raw,
            then=lambda result: self._judged(result, scan, journal),
            failed=self.not_taken(scan, journal),
            key=key,
            lane=LANE,
        )

    def _judged(self, result: ScanResult, scan: Scan, journal: int) -> None:
        state = self.state
        assert state.at is not None
        self.shell.answered(journal, result.verdict.value)
        if result.tone is Tone.STOP:
            self.stop_at(result, scan)
            return
        state.question = ""
        if result.tone is Tone.INFO:
            if state.off and "package_id" in result.facts:
                self.shell.sounds.play("good")
                state.off = False
                state.loaded = [one for one in state.loaded if one != result.facts["package_id"]]
            state.say(lambda: (said(result.message), "info"))
        else:
            state.loaded.append(int(result.facts["package_id"]))
            self.shell.sounds.play("parcel" if result.verdict is Verdict.COMPLETE else "good")
            state.say(_all_tag if result.verdict is Verdict.COMPLETE else _loaded_tag)
        self.lay(state.at.pick_up.manifest_id)

    def _found(self, found: Resolved, scan: Scan, journal: int) -> None:
        self.shell.answered(journal, found.kind)
        if found.kind == "pick_up":
            self.state.say(no_tag)
            self.shell.sounds.play("good")
            self.lay(found.id)
        elif found.kind in FETCHABLE and self.state.mode is not Mode.SIGNING:
            self.fetched_thing(found, scan, journal)
        else:
            self.ramp_thing(found, scan, journal)

    def ramp_thing(self, found: Resolved, scan: Scan, journal: int) -> None:
        """Something was scanned that is no pick-up, and that nobody fetches."""
        if found.kind == "parcel" and self.state.mode is not Mode.SIGNING:
            self._of_parcel(found, scan, journal)
        elif self.state.mode is Mode.SIGNING:
            words = tr("This pick-up is closed: Ctrl+Z opens it again.")
            self.stop_words(MISTAKEN[0], words, found.label or scan.code)
        else:
            verdict = Verdict.UNKNOWN if found.kind in ("unknown", "empty") else Verdict.WRONG
            words = tr("Scan a parcel or a pick-up here.")
            self.stop_words(STOPS[verdict][0], words, found.label or scan.code)

    def _of_parcel(self, found: Resolved, scan: Scan, journal: int) -> None:
        """A parcel without a pick-up at hand: the only open one of its carrier is opened, and the scan taken there."""
        place = self.state.around.place

        def look(connection: Connection) -> int | None:
            return open_for_parcel(connection, found.id, place) if place is not None else None

        def load() -> None:
            if self.state.mode is Mode.LOADING:
                self._load(scan, journal, f"{self.shell.scan_key(journal)}:load")
            else:
                self.end()

        def next_in_line() -> None:
            with self.line.in_front():
                self.line.add(load)

        def take(manifest_id: int | None) -> None:
            if manifest_id is None:
                words = tr("No pick-up of its carrier is open: choose one, press Enter, then scan it again.")
                self.stop_words(MISTAKEN[0], words, found.label)
                return
            self.state.clear()
            self.lay(manifest_id, then=next_in_line)

        self.read(look, then=take, failed=self.refused)
