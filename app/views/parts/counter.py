"""The counter of the dispatch bench: goods that a customer fetches are handed over against a code, with name or signature."""

from __future__ import annotations

from app.domain.scan import Scan
from app.qt.benchkit import Shown, Stop
from app.qt.format import count, hour, weight
from app.qt.words import said, tr, trn
from app.queries.collection import Collection, collection, collection_of_code
from app.queries.pages import Connection
from app.services.context import Context
from app.services.hand_over import (
    BroughtBack,
    Fetched,
    check_pickup_code,
    collect_shipment,
    uncollect_shipment,
)
from app.services.resolver import Resolved
from app.services.scanning import ScanResult, Tone
from app.views.parts.dispatch_pallet import PalletBench
from app.views.parts.dispatch_panels import GonePage, SignPage
from app.views.parts.dispatch_state import Mode, Ramp
from app.views.parts.packing_state import no_tag
from app.views.parts.packing_words import now_here


class Counter(PalletBench):
    """What is done at the counter."""

    def fetched_thing(self, found: Resolved, scan: Scan, journal: int) -> None:
        """Open what was scanned where its customer fetches it; else it is taken as the ramp takes it."""

        def look(connection: Connection) -> Collection | None:
            if found.kind == "unknown":
                return collection_of_code(connection, found.code)
            return collection(connection, found.kind, found.id)

        def take(fetch: Collection | None) -> None:
            if fetch is None:
                self.ramp_thing(found, scan, journal)
                return
            self.state.clear()
            self.state.fetch = fetch
            self.shell.sounds.play("good")
            self.end()
            if fetch.code_seen:
                self.counter_page.vehicle.setText(found.code)

        self.read(look, then=take, failed=self.refused)

    def lay_fetched(self, shipment_id: int) -> None:
        """Show what waits, or was fetched, as it is now; ends the step that is under way."""

        def look(connection: Connection) -> Collection | None:
            return collection(connection, "shipment", shipment_id)

        def take(fetch: Collection | None) -> None:
            self.state.fetch, self.state.question = fetch, ""
            self.end()
            self.refresh()

        self.read(look, then=take, failed=self.refused)

    def collect(self) -> None:
        """Hand over, where the code is right; a wrong one stops everything and is recorded."""
        fetch, page = self.state.fetch, self.counter_page
        assert fetch is not None
        name, code, signature = page.driver.text(), page.vehicle.text(), page.pad.png()
        at_time, shipment_id = now_here(), fetch.shipment_id

        def work(ctx: Context) -> ScanResult | Fetched:
            said_right = check_pickup_code(ctx, shipment_id, code)
            if said_right.tone is Tone.STOP:
                return said_right
            return collect_shipment(ctx, shipment_id, code, name, signature)

        def done(outcome: ScanResult | Fetched) -> None:
            if isinstance(outcome, ScanResult):
                page.vehicle.clear()
                self.stop(lambda: _wrong_code(fetch, outcome, self.where(at_time)))
                return
            self.shell.sounds.play("parcel")
            self.state.say(no_tag)
            self.lay_fetched(shipment_id)

        self.work(work, done)

    def uncollect(self) -> None:
        """Take it back that the customer took the goods."""
        fetch = self.state.fetch
        assert fetch is not None

        def back(done: BroughtBack) -> None:
            self.state.say(lambda: (tr("{number} waits again", number=done.number), "info"))
            self.lay_fetched(done.shipment_id)

        self.work(lambda ctx: uncollect_shipment(ctx, fetch.shipment_id), back)


def _wrong_code(fetch: Collection, result: ScanResult, where: str) -> Stop:
    return Stop(
        title=tr("Stop: wrong code"),
        text=said(result.message),
        instruction=tr("Hand nothing over; press Space"),
        scanned=Shown(fetch.number, fetch.customer),
        detail=tr("or scan the command card: Understood"),
        where=where,
    )


def show_counter(page: SignPage, ramp: Ramp, fetch: Collection) -> None:
    """Goods wait for the customer at the counter."""
    words, state = ramp.tag()
    page.verdict.set(words, state)
    page.panel.set_state(state)
    page.note.say(ramp.note())
    page.note.setVisible(bool(ramp.note()))
    page.header.set(fetch.customer, fetch.order_number, fetch.number, trn("%n parcels", fetch.parcels))
    page.driver_words.say(tr("Who fetches it"))
    page.vehicle_words.say(tr("Pick-up code"))
    page.driver.setAccessibleName(tr("Who fetches it"))
    page.vehicle.setAccessibleName(tr("Pick-up code"))
    detail = tr("A name or a signature, and the code of the customer's message.")
    page.instruction.set(tr("Ask for the code, then press Enter"), "hand", detail=detail, key="Return")
    page.facts.set_title(tr("To be fetched"), fetch.number)
    page.show_facts(
        [
            (trn("%n parcels", fetch.parcels), weight(fetch.weight_g), "text", "parcel"),
            (tr("Customer"), fetch.customer, "text", "person"),
        ]
    )
    page.loaded.set_lines([])


def show_fetched(page: GonePage, ramp: Ramp, fetch: Collection) -> None:
    """The customer has the goods."""
    page.header.set(fetch.customer, fetch.order_number, fetch.number, trn("%n parcels", fetch.parcels))
    if ramp.question == "back":
        detail = tr("Only where the customer did not take them: they lie packed here again.")
        page.panel.set(tr("Take it back?"), detail, "warn")
        page.following.set(tr("Take the hand-over back"), "undo", key="Return")
    else:
        page.panel.set(tr("Fetched"), tr("The customer has the goods"))
        page.following.set(tr("Next: back to the list"), "check-circle", key="Return")
    page.parcels.set(tr("Parcels"), count(fetch.parcels), weight(fetch.weight_g), icon="parcel", tone="text")
    when = hour(fetch.taken_at)
    signed = tr("signed on the screen") if fetch.signed else tr("by name")
    detail = ", ".join(part for part in (when, signed) if part)
    page.who.set(tr("Received by"), fetch.taken_by, detail, icon="person", tone="text")
    page.paper.set(tr("Order"), fetch.order_number or fetch.number, "", icon="orders", tone="text")
    page.note.say(ramp.note())
    page.note.setVisible(bool(ramp.note()))


COUNTER_MODES = (Mode.COUNTER, Mode.FETCHED)
"""What the bench does at the counter."""
