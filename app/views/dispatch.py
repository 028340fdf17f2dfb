"""The dispatch bench: parcels are scanned onto their carrier's pick-up, the driver signs, and they are gone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.documents.words import Language
from app.errors import AppError
from app.qt import words
from app.qt.commands import command
from app.qt.words import mark, said, tr, trn
from app.queries.dispatch import PickUp
from app.queries.pallets import PalletRow
from app.services.context import Context
from app.services.labels import Stored
from app.services.loading import unload_parcel
from app.services.manifest_papers import ClosedPickUp, close_manifest, print_manifest
from app.services.manifests import (
    HandedOver,
    OpenedPickUp,
    PartsMissing,
    PickUpStep,
    TakenBack,
    cancel_manifest,
    hand_over_manifest,
    open_manifest,
    reopen_manifest,
    take_back_manifest,
)
from app.services.scanning import ScanResult
from app.services.telling_carriers import tell_again
from app.views.parts.counter import COUNTER_MODES, Counter, show_counter, show_fetched
from app.views.parts.dispatch_flow import LANE
from app.views.parts.dispatch_state import Mode, Row
from app.views.parts.packing_state import no_tag

_AT_PALLET = ("dispatch.off", "dispatch.cancel", "dispatch.reprint", "dispatch.undo")
"""Commands that mean the pallet where one is at hand."""


def _language() -> Language:
    """The language of the papers that go with the truck: that of this desk."""
    return "fr" if words.language() == "fr" else "en"


class DispatchBench(Counter):
    """One pick-up at a time, by scanner and keyboard alone."""

    def build(self) -> None:
        """Make the pages; a click on a row opens it, too."""
        super().build()
        self.list_page.list.wanted.connect(self._clicked)

    def can(self, command_id: str) -> bool:
        """By what the bench is doing and asks."""
        state, mode, asked = self.state, self.state.mode, self.state.question
        pallet = state.pallet.pallet if state.pallet is not None else None
        if pallet is not None and command_id in _AT_PALLET:
            return {
                "dispatch.off": pallet.state == "open" and pallet.parcels > 0,
                "dispatch.cancel": pallet.state == "open" and not pallet.parcels,
                "dispatch.reprint": pallet.state != "open",
                "dispatch.undo": pallet.state != "open" or bool(state.loaded),
            }[command_id]
        return {
            "dispatch.pallet": mode is Mode.LIST and state.around.place is not None,
            "dispatch.understood": self.stopped,
            "dispatch.confirm": mode is not Mode.LOADING or bool(asked),
            "dispatch.close": mode is Mode.LOADING
            and not asked
            and bool(state.at and state.at.pick_up.loaded),
            "dispatch.off": mode is Mode.LOADING and not asked and bool(state.at and state.at.pick_up.loaded),
            "dispatch.cancel": mode is Mode.LOADING and not asked,
            "dispatch.clear": mode in (Mode.SIGNING, Mode.COUNTER) and not asked,
            "dispatch.reprint": mode in (Mode.SIGNING, Mode.GONE) and not asked,
            "dispatch.tell": bool(state.around.untold)
            and mode in (Mode.LIST, Mode.LOADING, Mode.SIGNING, Mode.GONE)
            and not asked,
            "dispatch.undo": not asked
            and (mode in (Mode.SIGNING, Mode.GONE, Mode.FETCHED) or bool(state.loaded)),
        }.get(command_id, True)

    def leave(self) -> bool:
        """Nothing is lost when somebody goes: what is loaded is kept by the database."""
        return True

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys that belong to no command."""
        return (("Up", mark("Choose another one")), ("Ctrl+Z", mark("Undo")), ("Space", mark("Understood")))

    def open(self, target: object) -> None:
        """Put a pick-up (its id, or ("pick_up", id)) on the bench."""
        wanted = target[1] if isinstance(target, tuple) else target
        if isinstance(wanted, int):
            manifest_id = wanted
            self.line.add(lambda: self.lay(manifest_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose; the number block's Enter is Enter."""
        steps: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps and self.state.mode is Mode.LIST:
            self.state.choose(steps[event.key()])
            self.show_state()
        elif event.key() == Qt.Key.Key_Enter:
            self.run("dispatch.confirm")
        else:
            super().keyPressEvent(event)

    def _clicked(self, place: int) -> None:
        self.state.chosen_at = place
        self.confirm()

    # Enter, Esc

    @command("dispatch.confirm", mark("Confirm"), icon="check", shortcut="Return", button=False)
    def confirm(self) -> None:
        """Do what the instruction says."""
        self.line.add(self._confirm)

    def _confirm(self) -> None:
        state, at = self.state, self.state.at
        if state.mode in COUNTER_MODES:
            self._confirm_counter()
        elif state.mode is Mode.PALLET:
            self.close_at_hand()
        elif state.mode is Mode.STACKED:
            self._back()
        elif at is None:
            self._open_chosen(state.chosen)
        elif state.question == "cancel":
            self.work(lambda ctx: cancel_manifest(ctx, at.pick_up.manifest_id), self._cancelled)
        elif state.question == "back":
            self.work(lambda ctx: take_back_manifest(ctx, at.pick_up.manifest_id), self._taken_back)
        elif state.mode is Mode.SIGNING:
            self._hand_over(partly=state.question == "partly")
        else:
            if state.mode is Mode.GONE:
                state.clear()
                self.refresh()
            self.end()

    def _confirm_counter(self) -> None:
        if self.state.question == "back":
            self.uncollect()
        elif self.state.mode is Mode.COUNTER:
            self.collect()
        else:
            self.state.clear()
            self.refresh()
            self.end()

    def show_counter(self) -> None:
        """Show what is fetched at the counter."""
        fetch = self.state.fetch
        if fetch is not None and self.state.mode is Mode.COUNTER:
            show_counter(self.counter_page, self.state, fetch)
        elif fetch is not None:
            show_fetched(self.fetched_page, self.state, fetch)

    def _open_chosen(self, chosen: Row | None) -> None:
        place = self.state.around.place
        if isinstance(chosen, PickUp):
            self.state.say(no_tag)
            self.lay(chosen.manifest_id)
        elif isinstance(chosen, PalletRow):
            self.state.say(no_tag)
            self.lay_pallet(chosen.pallet_id)
        elif chosen is not None and place is not None:
            carrier, warehouse = chosen.carrier_id, place.warehouse_id
            self.work(lambda ctx: open_manifest(ctx, carrier, warehouse), self._opened)
        else:
            self.end()

    def _opened(self, opened: OpenedPickUp) -> None:
        self.shell.sounds.play("good")
        self.state.say(lambda: (tr("{number} is open", number=opened.number), "good"))
        self.lay(opened.manifest_id)

    @command("dispatch.back", mark("Back"), icon="arrow-left", shortcut="Esc", button=False)
    def back(self) -> None:
        """Out of a question, out of taking off, back to the list; nothing is lost."""
        self.line.add(self._back)

    def _back(self) -> None:
        state = self.state
        if state.question:
            state.question = ""
        elif state.off:
            state.off = False
        else:
            state.clear()
            self.refresh()
        self.end()

    # Loading

    @command("dispatch.pallet", mark("New pallet"), icon="plus", shortcut="F3", button=False)
    def new_pallet(self) -> None:
        """Begin a pallet: parcels are scanned onto it, and one scan loads it."""
        self.line.add(self.begin)

    @command("dispatch.close", mark("Close the pick-up"), icon="truck", shortcut="F10", button=False)
    def close_pick_up(self) -> None:
        """Nothing more is loaded; the manifest goes to the printer."""
        self.line.add(self._close)

    def _close(self) -> None:
        at = self.state.at
        if at is None or self.state.mode is not Mode.LOADING:
            self.end()
            return

        def closed(done: ClosedPickUp) -> None:
            self.shell.sounds.play("parcel")
            missing = at.pick_up.missing
            self.state.say(
                lambda: (tr("{number} is closed", number=done.number), "warn" if missing else "good"),
                lambda: (
                    trn("%n parcels stay here and wait for the next one.", missing)
                    if missing
                    else tr("The manifest is on its way to the printer.")
                ),
            )
            self.lay(done.manifest_id)

        language = _language()
        self.work(lambda ctx: close_manifest(ctx, at.pick_up.manifest_id, language), closed)

    @command("dispatch.off", mark("Take a parcel off"), icon="minus", shortcut="F4", button=False)
    def take_off(self) -> None:
        """The next scan takes a parcel off the truck again; pressed once more, loading goes on."""
        self.line.add(self._switch)

    def _switch(self) -> None:
        self.state.off = not self.state.off and self.state.mode in (Mode.LOADING, Mode.PALLET)
        self.end()

    @command("dispatch.cancel", mark("Give the pick-up up"), icon="close", shortcut="F9", button=False)
    def ask_cancel(self) -> None:
        """Ask whether the pick-up is given up; its parcels wait for another one then. An empty pallet goes at once."""
        self.line.add(self._cancel)

    def _cancel(self) -> None:
        if self.state.mode is Mode.PALLET:
            self.drop_at_hand()
        else:
            self._ask("cancel", Mode.LOADING)

    def _ask(self, question: str, mode: Mode) -> None:
        if self.state.mode is mode:
            self.state.question = question
        self.end()

    def _cancelled(self, done: PickUpStep) -> None:
        self.state.clear()
        self.state.say(lambda: (tr("{number} is given up", number=done.number), "info"))
        self.end()
        self.refresh()

    # Handing over

    def _hand_over(self, *, partly: bool) -> None:
        at, page = self.state.at, self.sign_page
        assert at is not None
        driver, vehicle, signature = page.driver.text(), page.vehicle.text(), page.pad.png()
        manifest_id, language = at.pick_up.manifest_id, _language()

        def work(ctx: Context) -> tuple[HandedOver, AppError | None]:
            done = hand_over_manifest(ctx, manifest_id, driver, vehicle, signature, partly)
            try:
                print_manifest(ctx, manifest_id, language)
            except AppError as trouble:
                return done, trouble
            return done, None

        def handed(outcome: tuple[HandedOver, AppError | None]) -> None:
            done, trouble = outcome
            self.shell.sounds.play("parcel")
            self.state.say(no_tag, lambda: said(trouble) if trouble is not None else "")
            self.lay(manifest_id, then=lambda: setattr(self.state, "handed", done))

        def failed(error: AppError) -> None:
            if isinstance(error, PartsMissing):
                self.state.question = "partly"
                self.state.say(lambda: (tr("Not whole"), "warn"), lambda: said(error))
                self.shell.sounds.play("stop")
                self.end()
                return
            self.refused(error)
            self.refresh()

        self.do(work, then=handed, failed=failed, lane=LANE)

    @command("dispatch.clear", mark("Sign again"), icon="refresh", shortcut="F6", button=False)
    def clear_signature(self) -> None:
        """Wipe the signature."""
        page = self.counter_page if self.state.mode is Mode.COUNTER else self.sign_page
        page.pad.clear()

    @command("dispatch.reprint", mark("Print the manifest again"), icon="copy", shortcut="F7", button=False)
    def reprint(self) -> None:
        """Print the manifest once more, as a copy."""
        self.line.add(self._reprint)

    def _reprint(self) -> None:
        at = self.state.at
        if self.state.mode is Mode.STACKED:
            self.print_at_hand()
            return
        if at is None or self.state.mode not in (Mode.SIGNING, Mode.GONE):
            self.end()
            return

        def printed(stored: Stored) -> None:
            self.state.say(
                lambda: ("", "plain"), lambda: tr("A copy of the manifest is on its way to the printer.")
            )
            self.lay(at.pick_up.manifest_id)

        language = _language()
        self.work(lambda ctx: print_manifest(ctx, at.pick_up.manifest_id, language, copy=True), printed)

    @command("dispatch.tell", mark("Tell the carrier again"), icon="refresh", shortcut="F5", button=False)
    def tell(self) -> None:
        """What carriers do not know of the pick-ups here is tried at once, instead of by and by."""
        self.line.add(self._tell)

    def _tell(self) -> None:
        place, at = self.state.around.place, self.state.at
        if place is None:
            self.end()
            return

        def told(count: int) -> None:
            self.state.say(
                no_tag, lambda: tr("The carrier is told again.") if count else tr("The carrier knows by now.")
            )
            if at is not None:
                self.lay(at.pick_up.manifest_id)
            else:
                self.end()
                self.refresh()

        self.work(lambda ctx: tell_again(ctx, place.warehouse_id), told)

    # Undo, understood

    @command("dispatch.undo", mark("Undo"), icon="undo", button=False)
    def undo(self) -> None:
        """Take the last step back: a parcel, the closing, or, after a question, the hand-over."""
        self.line.add(self._undo)

    def _undo(self) -> None:
        state, at = self.state, self.state.at
        if state.mode is Mode.FETCHED and not state.question:
            self._ask("back", Mode.FETCHED)
        elif state.pallet is not None:
            self.undo_at_hand()
        elif at is None or state.question:
            self.end()
        elif state.mode is Mode.GONE:
            self._ask("back", Mode.GONE)
        elif state.mode is Mode.SIGNING:
            self.work(lambda ctx: reopen_manifest(ctx, at.pick_up.manifest_id), self._reopened)
        elif state.loaded:
            last = state.loaded.pop()
            self.work(lambda ctx: unload_parcel(ctx, at.pick_up.manifest_id, last), self._unloaded)
        else:
            self.end()

    def _unloaded(self, result: ScanResult) -> None:
        self.state.say(lambda: (said(result.message), "info"))
        assert self.state.at is not None
        self.lay(self.state.at.pick_up.manifest_id)

    def _reopened(self, done: PickUpStep) -> None:
        self.state.say(
            lambda: (tr("{number} is open again", number=done.number), "info"),
            lambda: tr("Its manifest is worth nothing: throw it away."),
        )
        self.lay(done.manifest_id)

    def _taken_back(self, done: TakenBack) -> None:
        self.state.say(
            lambda: (tr("{number} is back", number=done.number), "info"),
            lambda: trn("%n parcels stand here again; their orders are open.", done.parcels),
        )
        self.lay(done.manifest_id)

    @command("dispatch.understood", mark("Understood"), icon="check", button=False)
    def understood(self) -> None:
        """The command card's way to acknowledge a STOP."""
        if self.overlay is not None:
            self.overlay.acknowledge()
