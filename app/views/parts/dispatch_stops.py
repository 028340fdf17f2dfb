"""The STOPs of the dispatch bench: what was scanned, what was expected, what to do now."""

from __future__ import annotations

from app.domain.scan import Scan
from app.qt.benchkit import Shown, Stop
from app.qt.words import said, tr
from app.services.scanning import ScanResult
from app.views.parts.dispatch_state import Ramp
from app.views.parts.dispatch_words import MISTAKEN, PALLET_STOPS, STOPS
from app.views.parts.packing_state import no_tag
from app.views.parts.packing_words import now_here
from app.views.parts.stopping import StoppingBench


class DispatchStops(StoppingBench):
    """The bench with what it knows, and how it stops."""

    state: Ramp

    def where(self, at: str) -> str:
        """Desk, person and time, as a STOP names them in the language that is set."""
        desk = tr("Dispatch, desk {desk}", desk=self.ctx.desk) if self.ctx.desk else tr("Dispatch")
        return f"{desk}\n{self.state.around.person}   {at}".rstrip()

    def stop_at(self, result: ScanResult, scan: Scan) -> None:
        """A scan that was judged wrong at the truck or the pallet at hand."""
        at_time, expected = now_here(), self._expected
        stops = STOPS | PALLET_STOPS if self.state.pallet is not None else STOPS

        def stop() -> Stop:
            title, instruction = stops.get(result.verdict, MISTAKEN)
            shipment = str(result.facts.get("shipment", ""))
            label = str(result.facts.get("sscc") or result.facts.get("label") or scan.code)[:60]
            return Stop(
                title=tr(title),
                text=said(result.message),
                instruction=tr(instruction),
                scanned=Shown(shipment or label, label if shipment else ""),
                expected=expected,
                detail=tr("or scan the command card: Understood"),
                where=self.where(at_time),
                icon="hand",
            )

        self.state.say(no_tag)
        self.stop(stop)

    @property
    def _expected(self) -> Shown | None:
        """Whose parcels are taken here."""
        state = self.state
        if state.pallet is not None:
            row = state.pallet.pallet
            return Shown(row.carrier, row.sscc) if row.carrier else None
        return Shown(state.at.pick_up.carrier, state.at.pick_up.number) if state.at is not None else None

    def stop_words(self, title: str, words: str, label: str) -> None:
        """A scan that means nothing here."""
        at_time = now_here()

        def stop() -> Stop:
            return Stop(
                title=tr(title),
                text=words,
                instruction=tr("Press Space to go on"),
                scanned=Shown(label[:60]),
                detail=tr("or scan the command card: Understood"),
                where=self.where(at_time),
            )

        self.stop(stop)
