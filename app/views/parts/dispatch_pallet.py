"""Pallets at the dispatch bench: parcels are scanned onto one, it is closed, and its label comes out; each step goes back."""

from __future__ import annotations

import re

from app.documents.words import Language
from app.domain.scan import Scan
from app.errors import AppError
from app.qt import words
from app.qt.words import said, tr
from app.queries.pages import Connection
from app.queries.pallets import Standing, standing
from app.services.context import Context
from app.services.labels import Stored
from app.services.pallet_labels import PalletLabelled, label_pallet, reprint_pallet_label
from app.services.pallets import (
    Pallet,
    begin_pallet,
    close_pallet,
    drop_pallet,
    reopen_pallet,
    scan_off_pallet,
    scan_onto_pallet,
    take_off_pallet,
)
from app.services.resolver import Resolved
from app.services.scanning import ScanResult, Tone
from app.views.parts.dispatch_flow import LANE, DispatchFlow
from app.views.parts.dispatch_pallet_page import show_pallet
from app.views.parts.dispatch_state import Mode
from app.views.parts.packing_state import no_tag

PALLET_MODES = (Mode.PALLET, Mode.STACKED)
"""What the bench does with a pallet at hand."""
_FIGURE = re.compile(r"(\d{1,4})(?:[.,](\d{1,3}))?", re.ASCII)


def typed_grams(text: str) -> int | None:
    """Grams of kilograms that were typed: 212, 212.4, 212,4 kg; 0 where nothing was; None where it is no weight."""
    plain = "".join(text.lower().split()).removesuffix("kg")
    found = _FIGURE.fullmatch(plain)
    if found is None:
        return None if plain else 0
    return int(found[1]) * 1000 + int((found[2] or "").ljust(3, "0"))


def typed_millimetres(text: str) -> int | None:
    """Millimetres of centimetres that were typed: 165, 165.5, 165,5 cm; 0 where nothing was; None where it is no height."""
    plain = "".join(text.lower().split()).removesuffix("cm")
    found = _FIGURE.fullmatch(plain)
    if found is None:
        return None if plain else 0
    return int(found[1]) * 10 + int((found[2] or "0")[0])


def _language() -> Language:
    """The language of a label that no customer orders: that of this desk."""
    return "fr" if words.language() == "fr" else "en"


class PalletBench(DispatchFlow):
    """What is done with a pallet at hand."""

    def lay_pallet(self, pallet_id: int) -> None:
        """Put a pallet on the bench as it is now; ends the step that is under way."""

        def look(connection: Connection) -> Standing | None:
            return standing(connection, pallet_id)

        def take(found: Standing | None) -> None:
            if found is None:
                self.state.clear()
                self.state.say(lambda: (tr("The pallet is not here any more"), "warn"))
            else:
                self.state.take_pallet(found)
            self.show_state()
            self.line.done()
            self.refresh()

        self.read(look, then=take, failed=self.refused)

    def begin(self) -> None:
        """Begin a pallet in this desk's warehouse."""
        place = self.state.around.place
        if place is None or self.state.mode is not Mode.LIST:
            self.end()
            return

        def begun(made: Pallet) -> None:
            self.shell.sounds.play("good")
            self.state.clear()
            self.state.say(lambda: (tr("New pallet"), "good"))
            self.lay_pallet(made.pallet_id)

        self.work(lambda ctx: begin_pallet(ctx, place.warehouse_id), begun)

    # Scans

    def scanned_at_pallet(self, scan: Scan, journal: int) -> None:
        """Scan a parcel onto the open pallet at hand, or off it."""
        assert self.state.pallet is not None
        pallet_id = self.state.pallet.pallet.pallet_id

        def judged(result: ScanResult) -> None:
            self.shell.answered(journal, result.verdict.value)
            if result.tone is Tone.STOP:
                self.stop_at(result, scan)
            else:
                self._taken(result, pallet_id)

        self.do(
            scan_off_pallet if self.state.off else scan_onto_pallet,
            pallet_id,
            scan.raw,
            then=judged,
            failed=self.not_taken(scan, journal),
            key=self.shell.scan_key(journal),
            lane=LANE,
        )

    def _taken(self, result: ScanResult, pallet_id: int) -> None:
        state = self.state
        parcel = int(result.facts.get("package_id", 0))
        if result.tone is Tone.INFO:
            if state.off and parcel:
                self.shell.sounds.play("good")
                state.off = False
                state.loaded = [one for one in state.loaded if one != parcel]
            state.say(lambda: (said(result.message), "info"))
        else:
            state.loaded.append(parcel)
            self.shell.sounds.play("good")
            state.say(lambda: (tr("On the pallet"), "good"))
        self.lay_pallet(pallet_id)

    def ramp_thing(self, found: Resolved, scan: Scan, journal: int) -> None:
        """A pallet that is still to be closed or labelled comes back to the bench; all else is taken as the ramp takes it."""

        def look(connection: Connection) -> Standing | None:
            return standing(connection, found.id) if found.kind == "parcel" else None

        def take(pallet: Standing | None) -> None:
            if pallet is None or pallet.pallet.state == "labelled" or self.state.mode is Mode.SIGNING:
                super(PalletBench, self).ramp_thing(found, scan, journal)
                return
            self.state.clear()
            self.shell.sounds.play("good")
            self.lay_pallet(found.id)

        self.read(look, then=take, failed=self.refused)

    # Steps

    def close_at_hand(self) -> None:
        """Close the pallet at hand with what was typed, and print its label."""
        assert self.state.pallet is not None
        page, row = self.pallet_page, self.state.pallet.pallet
        grams, high = typed_grams(page.gross.text()), typed_millimetres(page.high.text())
        if grams is None or high is None:
            self.state.say(
                lambda: (tr("Not done"), "stop"),
                lambda: tr("Type the weight in kg and the height in cm, or nothing."),
            )
            self.shell.sounds.play("stop")
            self.end()
            return
        language = _language()

        def work(ctx: Context) -> AppError | None:
            close_pallet(ctx, row.pallet_id, grams, high)
            try:
                label_pallet(ctx, row.pallet_id, language)
            except AppError as trouble:
                return trouble
            return None

        def closed(trouble: AppError | None) -> None:
            self.shell.sounds.play("parcel" if trouble is None else "stop")
            self.state.say(no_tag, lambda: said(trouble) if trouble is not None else "")
            self.lay_pallet(row.pallet_id)

        self.work(work, closed)

    def print_at_hand(self) -> None:
        """Print the label of the pallet at hand: the first time where it has none yet, else a copy."""
        assert self.state.pallet is not None
        row, language = self.state.pallet.pallet, _language()

        def work(ctx: Context) -> PalletLabelled | Stored:
            if row.state == "closed":
                return label_pallet(ctx, row.pallet_id, language)
            return reprint_pallet_label(ctx, row.pallet_id, language)

        def printed(_: PalletLabelled | Stored) -> None:
            self.state.say(no_tag, lambda: tr("The label is on its way to the printer."))
            self.lay_pallet(row.pallet_id)

        self.work(work, printed)

    def undo_at_hand(self) -> None:
        """Take the last parcel off again, or open the pallet again."""
        assert self.state.pallet is not None
        pallet_id = self.state.pallet.pallet.pallet_id

        def taken_off(result: ScanResult) -> None:
            self.state.say(lambda: (said(result.message), "info"))
            self.lay_pallet(pallet_id)

        def reopened(_: Pallet) -> None:
            self.state.say(
                lambda: (tr("The pallet is open again"), "info"),
                lambda: tr("Its label is worth nothing: throw it away."),
            )
            self.lay_pallet(pallet_id)

        if self.state.mode is Mode.STACKED:
            self.work(lambda ctx: reopen_pallet(ctx, pallet_id), reopened)
        elif self.state.loaded:
            last = self.state.loaded.pop()
            self.work(lambda ctx: take_off_pallet(ctx, pallet_id, last), taken_off)
        else:
            self.end()

    def drop_at_hand(self) -> None:
        """Give up an empty pallet."""
        assert self.state.pallet is not None
        pallet_id = self.state.pallet.pallet.pallet_id

        def dropped(_: Pallet) -> None:
            self.state.clear()
            self.state.say(lambda: (tr("The pallet is given up"), "info"))
            self.end()
            self.refresh()

        self.work(lambda ctx: drop_pallet(ctx, pallet_id), dropped)

    def show_pallet(self) -> None:
        """Show the pallet at hand."""
        assert self.state.pallet is not None
        show_pallet(self.pallet_page, self.state, self.state.pallet)
